"""Count the line breaks, tabs and words for a missing value in the texts of a review, which others may change."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from aseansc.interchange._document.write_json import text_of
from aseansc.reviews import Review

MISSING_WORDS: Final = frozenset(
    {"#N/A", "#N/A N/A", "#NA", "<NA>", "N/A", "NA", "NULL", "NaN", "NaT", "None", "n/a", "nan", "null"}
    | {"-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN"}
)
"""The texts that programs may take for a missing value when they read a table, so that they empty the cell."""

_ESCAPED: Final = re.compile(r"(?<!\\)(?:\\\\)*\\([nrt])")


def line_breaks(review: Review, *, words: bool = False) -> str:
    """Return the numbers of line feeds, carriage returns and tabs in all texts, such as ``n2 r2``; empty for none.

    XML and spreadsheet programs may change these characters when they save a file. A format writes their numbers into
    its own part of the file, so that the reader notices.

    Args:
        review: the review.
        words: also return the numbers of the texts that are `MISSING_WORDS`, such as ``NULL 1``.
    """
    text = text_of(review, {})
    found = Counter(_ESCAPED.findall(text))
    counts = [f"{name}{found[name]}" for name in "nrt" if found[name]]
    if words:
        # A text that ends with a quote and the word has an escaped quote before it.
        missing = {word: text.count(f'"{word}"') - text.count(f'\\"{word}"') for word in sorted(MISSING_WORDS)}
        counts += [f"{word} {count}" for word, count in missing.items() if count]
    return " ".join(counts)
