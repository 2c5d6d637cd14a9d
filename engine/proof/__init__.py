"""A template's proof: tried with short and long words in every shape, and all that is wrong with it told with its line.

`prove` gives the proof. It reads a workspace and writes nothing; `engine.proof.sheet` draws what was tried.
"""

from engine.proof.prove import Proof, prove
from engine.proof.remarks import Remark

__all__ = ["Proof", "Remark", "prove"]
