"""Reviews: all figures of one report, validated, with look-ups."""

from aseansc.reviews._review import Figure, Review
from aseansc.reviews._validation import assumed_time
from aseansc.reviews._verification import (
    Mismatch,
    cited_document as cited_document,
    mismatches as mismatches,
    passages_of as passages_of,
)

__all__ = ["Figure", "Mismatch", "Review", "assumed_time"]
