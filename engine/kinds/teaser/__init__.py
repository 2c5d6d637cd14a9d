"""Teasers: the scenes of occasions for television."""
