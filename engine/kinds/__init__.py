"""The kinds of pieces, a folder each: what may be asked for, its brief, its plan, the samples that proofs try it with.

No kind knows another; what several share stands beside their folders.
"""
