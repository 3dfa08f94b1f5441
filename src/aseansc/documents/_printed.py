"""The printed form of the number in a cell of a workbook, which its number format decides."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from aseansc._decimals import EXACT, POWERS_OF_TEN, plain
from aseansc.interchange.excel import day_parts, shape_of

_CLOCK: Final = re.compile(r"(?:(?P<total>\[h+\])|h+):mm(?P<seconds>:ss)?(?P<half>\s*am/pm)?")
_ASIDE: Final = re.compile(r"\[\$[^\]]*\]|\\|\"[^\"]*\"|_.")
"""Languages, escapes and quoted text in a number format."""

_SECONDS: Final = 86_400
_DIGITS = 11
"""The most significant digits that a cell without a number format shows."""


def printed(number: float, code: str) -> tuple[str, Decimal]:
    """Return the printed form of a number, with a decimal comma, and the number that is stored.

    Args:
        number: the number in the cell.
        code: its number format.
    """
    stored = Decimal(repr(number))
    shape = shape_of(code, negative=number < 0)
    if shape is None or (shape.places is None and not shape.power):
        words = "" if shape is None else shape.words
        return _with_words(_grouped(_general(stored), group=False), words), stored
    shown = shape.shown(abs(number) if shape.words and number < 0 else number)
    sign = "%" if shape.power == 2 else ""
    return _with_words(_grouped(shown, group="," in code) + sign, shape.words), stored


def _with_words(digits: str, words: str) -> str:
    words = words.strip(' "')
    return f"{digits} {words}" if any(map(str.isalpha, words)) else digits


def _general(stored: Decimal) -> str:
    places = max(0, _DIGITS - 1 - max(stored.adjusted(), 0))
    digits = plain(EXACT.quantize(stored, POWERS_OF_TEN[-places]) if stored.adjusted() < _DIGITS else stored)
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _grouped(digits: str, *, group: bool) -> str:
    sign = "-" if digits.startswith("-") else ""
    whole, point, decimals = digits.removeprefix("-").partition(".")
    if group:
        head = len(whole) % 3 or 3
        whole = ".".join([whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))])
    return f"{sign}{whole}{',' if point else ''}{decimals}"


def clock(number: float, code: str) -> str | None:
    """Return the time of day, or the duration, that a cell with a format such as ``h:mm`` shows.

    Args:
        number: the number in the cell, in days.
        code: its number format.

    Returns:
        ``7:30`` for 0.3125; ``None`` for a format that shows no time of day, or also shows a day.
    """
    match = _CLOCK.fullmatch(_ASIDE.sub("", code).split(";")[0].strip().casefold())
    if match is None or number < 0:
        return None
    seconds = round(number * _SECONDS) if match["total"] else round(number * _SECONDS) % _SECONDS
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    is_half = match["half"] is not None
    shown = f"{(hours - 1) % 12 + 1 if is_half else hours}:{minutes:02}"
    shown += f":{rest:02}" if match["seconds"] else ""
    return f"{shown} {'PM' if hours % 24 >= 12 else 'AM'}" if is_half else shown


def printed_value(value: float | dt.date, code: str) -> tuple[str, Decimal | None]:
    """Return the printed form of a number or a day in a cell, and the stored number if it is one."""
    if not isinstance(value, dt.date):
        time = clock(value, code)
        return printed(value, code) if time is None else (time, None)
    shown = {"d": value.day, "m": value.month, "y": value.year}
    return "/".join(str(shown[part]) for part in day_parts(code) or "dmy"), None
