"""The kinds of pieces, a folder each: what may be asked for, its brief, its plan, and samples that try its templates.

No kind knows another; what several share stands beside their folders.
"""
