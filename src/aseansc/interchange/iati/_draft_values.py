"""The smallest things in a file that others wrote: words, numbers, days, codes. What is none becomes a gap."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Any, Final

from aseansc._decimals import as_decimal
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import AseanscError
from aseansc.interchange._ids import Numbered
from aseansc.interchange._languages import OWN_LANGUAGES, language_of
from aseansc.interchange._xml import XML_LANG, Element, line_of
from aseansc.interchange.iati._kept import LONGEST_READ, Reading
from aseansc.texts import Text

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_PERHAPS_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_LONGEST_SHOWN: Final = 3 * LONGEST_READ
_LONGEST_ID: Final = 60


def gap(en: str, vi: str, shown: str = "") -> Gap:
    """A gap and why it is one, with what is printed there."""
    if not shown:
        return Gap(reason=Text(en=en, vi=vi))
    short = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}… ({len(shown)})"
    return Gap(reason=Text(en=f"{en}: {short!r}", vi=f"{vi}: {short!r}"))


def magnitude_of(printed: str) -> str | Gap:
    """Return the digits of a number that can be read in one way only; of any other, a gap.

    Grouped thousands are read where two separators (``1,300.00``, ``1.300,00``, ``1 300.50``) or a repeated one
    (``1,300,000``) show which one groups. A sign of a currency does not say which, and one of percent may mean points:
    a value with a sign is a gap.
    """
    digits = printed.strip()
    if not digits:
        return gap("the value is empty", "giá trị để trống")
    if _PERHAPS_THOUSANDS.fullmatch(digits):
        return gap("a point before three digits, which may part thousands", "dấu chấm có thể ngăn hàng nghìn", printed)
    plain = digits if _NUMBER.fullmatch(digits) else _ungrouped(digits)
    if plain:
        try:
            as_decimal(plain)
        except AseanscError:
            pass  # too long to be a statistic
        else:
            return plain
    return gap("the value is no plain number", "giá trị không phải là một số thuần", printed)


_GROUPED: Final = re.compile(
    "(-?[1-9][0-9]{0,2})((?P<group>[,.'\u2019 \u00a0\u2009\u202f])[0-9]{3}(?:(?P=group)[0-9]{3})*)(?:([.,])([0-9]+))?"
)


def _ungrouped(digits: str) -> str:
    """The digits of a number with grouped thousands, with a decimal point; "" where it is not clear what groups."""
    match = _GROUPED.fullmatch(digits)
    if match is None:
        return ""
    first, rest, group, point, decimals = match.groups()
    if point == group or (point is None and rest.count(group) == 1):
        return ""
    return f"{first}{rest.replace(group, '')}" + (f".{decimals}" if point else "")


def day_of(printed: str | None) -> dt.date | None:
    """The day that a date of XML names; a time zone says nothing of a day."""
    match = _DAY.fullmatch((printed or "").strip())
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def words_of(reading: Reading, element: Element | None, default: str) -> Text | PartialRecord | Gap:
    """The narratives of an element as one text; a partial one without English; a gap without words.

    Args:
        reading: marks what is read.
        element: what has the narratives, where it is there.
        default: the language of a narrative that names none, "" where that is not known.
    """
    if element is None:
        return gap("the file has no words for it", "tệp không có lời")
    found: dict[str, str] = {}
    narratives = [(narrative, _language_of(narrative, default)) for narrative in reading.children(element, "narrative")]
    reading.enter(element)
    for narrative, full in sorted(narratives, key=lambda item: not item[1]):  # those of a language first
        words = (narrative.text or "").strip()
        primary = full.partition("-")[0]
        tag = primary if primary in OWN_LANGUAGES and primary not in found else full
        if not words or tag in found or (found and not tag) or len(narrative) or not _is_text(words):
            continue  # it stays as it stands
        found[tag] = words
        if tag or len(words) <= LONGEST_READ:  # words in no language are in the reason of a gap
            reading.text(reading.enter(narrative))
        if tag and language_of(narrative.get(XML_LANG)) == tag:  # a region, or what is no language, stays as it stands
            reading.take(narrative, XML_LANG)
    return _text_of(found, line_of(element))


def _language_of(narrative: Element, default: str) -> str:
    return language_of(narrative.get(XML_LANG)) if narrative.get(XML_LANG) else default


def _text_of(found: dict[str, str], origin: str) -> Text | PartialRecord | Gap:
    """A text from its words by language; "" stands for a language that is not known, and then is the only one."""
    if not found:
        return gap("the file has no words for it", "tệp không có lời")
    others = tuple(sorted((tag, words) for tag, words in found.items() if tag not in (*OWN_LANGUAGES, "")))
    fields: dict[str, Any] = {"others": others} if others else {}
    if "vi" in found:
        fields["vi"] = found["vi"]
    if "en" in found:
        return Text(en=found["en"], **fields)
    if "" in found:
        fields["en"] = gap(
            "the file does not say in which language this is", "tệp không nói đây là tiếng gì", found[""]
        )
    else:
        fields["en"] = gap("the file has no English words", "tệp không có lời tiếng Anh", next(iter(found.values())))
    return PartialRecord(Text, fields, origin=origin)


def any_words(name: Text | PartialRecord | Gap) -> str:
    """Words to make an id of: English, or else any."""
    if isinstance(name, Text):
        return name.en
    words = [] if isinstance(name, Gap) else [item for item in name.values() if isinstance(item, str)]
    return words[0] if words else ""


def _is_text(words: str) -> bool:
    try:
        Text(en=words)
    except AseanscError:
        return False
    return True


class Ids(Numbered):
    """Ids made from words, each once."""

    def new(self, words: str, otherwise: str) -> str:
        """An id that says what the words say; without accents, for ids have none."""
        plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
        letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
        base = re.sub(r"[^a-z0-9.]+", "-", letters[: 4 * _LONGEST_ID])
        base = re.sub(r"[.-]*\.[.-]*", ".", base)[:_LONGEST_ID].strip("-.") or otherwise
        return self.once(base)
