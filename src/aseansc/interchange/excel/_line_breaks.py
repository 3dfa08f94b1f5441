"""Write the carriage returns of texts as visible signs, because LibreOffice removes them when it saves a workbook."""

from __future__ import annotations

import re
from typing import Final

_SIGN: Final = "␍"
_ESCAPE: Final = "␛"
_TO_SIGNS: Final = str.maketrans({"\r": _SIGN, _SIGN: _ESCAPE + _SIGN, _ESCAPE: _ESCAPE * 2})
_SIGNS: Final = re.compile(f"{_ESCAPE}([{_ESCAPE}{_SIGN}])|{_SIGN}")


def with_signs(text: str) -> str:
    """Return a text with ``␍`` for each carriage return; a ``␍`` or ``␛`` of the text itself gets a ``␛`` before it."""
    return text.translate(_TO_SIGNS)


def without_signs(text: str) -> str:
    """Return the text that `with_signs` was given."""
    return _SIGNS.sub(lambda found: found[1] or "\r", text)
