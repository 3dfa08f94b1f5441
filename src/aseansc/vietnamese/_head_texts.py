"""Bring the texts of heads, titles and labels of annex tables into one form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from aseansc.vietnamese._lexicon import table_times, tables as words

PRICES: Final = re.compile(words.PRICES)
_SAME_PERIOD, _SAME_IN_SHORT = re.compile(table_times.SAME_PERIOD), re.compile(table_times.SAME_IN_SHORT)
_COMPARED_WITH: Final = re.compile(words.COMPARED_WITH)
_AREA_AGAIN: Final = re.compile(words.AREA_AGAIN)
_AREA: Final = re.compile(words.AREA_ABBREVIATION)
_ABBREVIATION_POINT: Final = re.compile(r"(?<=[^\W\d_])\.(?=[a-z])")
"""The point between the letters of an abbreviation: *k.h*."""
_TRANSLATIONS: Final = tuple(
    (re.compile(rf"(?<!\w)(?:{english})"), re.compile(rf"(?<!\w)(?:{vietnamese})"))
    for english, vietnamese in words.TRANSLATIONS
)
_TO_DATE, _UP_DOWN = re.compile(table_times.TO_DATE), re.compile(words.UP_DOWN)
_OF_FORM: Final = re.compile(table_times.OF_FORM)


def is_translated(line: str) -> bool:
    """Return whether the English words for times, plans and comparisons in a line are also there in Vietnamese.

    Only the Vietnamese words are read, so that *9 months of 2020* alone is not a time.

    Args:
        line: the lines of a head together, or a line of a title.
    """
    shown, around = line.casefold(), normal(line)
    return all(vietnamese.search(around) for english, vietnamese in _TRANSLATIONS if english.search(shown))


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Return a head in lower case, without repeated blanks and the points of abbreviations."""
    shown = vietnamese_letters(" ".join(unicodedata.normalize("NFC", text).split()).casefold())
    shown = _OF_FORM.sub(table_times.SAME_AS_TITLE, _UP_DOWN.sub(words.CHANGE, shown))
    shown = _TO_DATE.sub(table_times.CUMULATED, _AREA.sub(words.AREA, _ABBREVIATION_POINT.sub("", shown)))
    shown = _AREA_AGAIN.sub(rf"\1{words.AREA}", shown)
    shown = _SAME_IN_SHORT.sub(table_times.SAME, _SAME_PERIOD.sub(table_times.SAME_IN_FULL, shown))
    return _COMPARED_WITH.sub(rf"\1 {words.THAN}", shown)


def vietnamese_letters(text: str) -> str:
    """Return a text in lower case with *ư* instead of the look-alike *ƣ*, which some programs write."""
    return text.translate(words.LOOK_ALIKE)


def without_prices(text: str) -> str:
    """Return a text in lower case without the prices that it states."""
    return PRICES.sub(" ", text)
