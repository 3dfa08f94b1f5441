"""Reviews: all figures of one report, validated, with look-ups."""

from aseansc.reviews._review import Figure, Review
from aseansc.reviews._validation import assumed_time

__all__ = ["Figure", "Review", "assumed_time"]
