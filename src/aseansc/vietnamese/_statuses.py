"""Search a text for words that state a status."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from aseansc.errors import require
from aseansc.observations import Status
from aseansc.vietnamese._lexicon.scope import STATUS_WORDS


def has_status_word(text: str, status: Status) -> bool:
    """Return whether a text has a word that states a status, such as *ước* for estimated.

    To which figures the word applies is not read; `find` does that.

    Args:
        text: any text, in any Unicode normal form.
        status: a status; there are no words for those of an observation without a value.

    Raises:
        FieldTypeError: if an argument is of the wrong type.

    >>> has_status_word("Phấn đấu đạt 45%.", Status.PLANNED), has_status_word("Đã đạt 45%.", Status.PLANNED)
    (True, False)
    """
    require(text, str, where="vietnamese.has_status_word, text")
    require(status, Status, where="vietnamese.has_status_word, status")
    pattern = _pattern(status)
    return pattern is not None and pattern.search(unicodedata.normalize("NFC", text).casefold()) is not None


@cache
def _pattern(status: Status) -> re.Pattern[str] | None:
    words = STATUS_WORDS.get(status)
    return None if words is None else re.compile(rf"\b(?:{'|'.join(words)})\b".replace(" ", r"\s+"))
