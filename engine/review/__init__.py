"""A template's review: tried with short and long words in every shape, and all that is wrong told with its line.

`reviewed` gives the review. It reads a workspace and writes nothing; `engine.review.overview` draws what was tried.
"""

from engine.review.remarks import Remark
from engine.review.reviewing import Review, reviewed

__all__ = ["Remark", "Review", "reviewed"]
