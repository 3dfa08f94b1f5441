"""Count the line breaks and tabs in the texts of a review, which programs of others may change."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from aseansc.interchange._document.write_json import text_of
from aseansc.reviews import Review

_ESCAPED: Final = re.compile(r"(?<!\\)(?:\\\\)*\\([nrt])")


def line_breaks(review: Review) -> str:
    """Return the numbers of line feeds, carriage returns and tabs in all texts, such as ``n2 r2``; empty for none.

    XML and spreadsheet programs may change these characters when they save a file. A format writes their numbers into
    its own part of the file, so that the reader notices.
    """
    found = Counter(_ESCAPED.findall(text_of(review, {})))
    return " ".join(f"{name}{found[name]}" for name in "nrt" if found[name])
