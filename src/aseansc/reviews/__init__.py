"""Reviews: all figures of one report, validated, with look-ups."""

from aseansc.reviews._review import Figure, Review
from aseansc.reviews._validation import (
    REPEATED_ID as REPEATED_ID,
    assumed_time,
    possible_within_bounds as possible_within_bounds,
    repeated_id as repeated_id,
)

__all__ = ["Figure", "Review", "assumed_time"]
