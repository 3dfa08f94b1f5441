"""Parse texts, numbers and dates of files of other publishers; what cannot be parsed becomes a gap."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from aseansc._decimals import as_decimal
from aseansc.drafts import Gap, Numbered, PartialRecord
from aseansc.errors import AseanscError
from aseansc.interchange._languages import OWN_LANGUAGES, language_of
from aseansc.interchange._xml import XML_LANG, Element, line_of
from aseansc.interchange.iati._unread import LONGEST_READ, Reading
from aseansc.texts import Text

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_PERHAPS_THOUSANDS: Final = re.compile(r"-?[1-9][0-9]{0,2}([.,])[0-9]{3}")
_SEPARATORS: Final = {
    ".": ("the point may be a decimal point", "dấu chấm có thể là dấu thập phân"),
    ",": ("the comma may be a decimal comma", "dấu phẩy có thể là dấu thập phân"),
}
_DAY: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_LONGEST_SHOWN: Final = 3 * LONGEST_READ
_LONGEST_ID: Final = 60


def gap(en: str, vi: str, shown: str = "") -> Gap:
    """Return a gap with a reason in English and Vietnamese, followed by the text in the file, if any."""
    if not shown:
        return Gap(reason=Text(en=en, vi=vi))
    short = shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}… ({len(shown)})"
    return Gap(reason=Text(en=f"{en}: {short!r}", vi=f"{vi}: {short!r}"))


def magnitude_of(printed: str, *, of_percentage: bool) -> str | Gap:
    """Return the digits of an unambiguous number, otherwise a gap.

    Thousands separators are accepted if there are two different separators (``1,300.00``, ``1.300,00``, ``1 300.50``)
    or one that repeats (``1,300,000``), because then only one reading is possible. So is a percent sign if the measure
    is a percentage, and a currency sign before or after the number if it is not.

    Args:
        printed: the value in the file.
        of_percentage: whether the measure of the indicator is a percentage.
    """
    digits = printed.strip()
    if not digits:
        return gap("the value is empty", "giá trị để trống")
    sign = sign_of(digits)
    if sign and (sign == "%") is not of_percentage:
        return gap(
            f"the sign {sign} does not agree with the measure of the indicator",
            f"ký hiệu {sign} không khớp với cách đo của chỉ tiêu",
            printed,
        )
    digits = digits.replace(sign, "", 1).strip()
    separator = _PERHAPS_THOUSANDS.fullmatch(digits)
    if separator is not None:
        return gap(
            f"{_SEPARATORS[separator[1]][0]} or a thousands separator",
            f"{_SEPARATORS[separator[1]][1]} hoặc dấu phân cách hàng nghìn",
            printed,
        )
    plain = digits if _NUMBER.fullmatch(digits) else _ungrouped(digits)
    if plain:
        try:
            as_decimal(plain)
        except AseanscError:
            pass  # more digits than a value may have
        else:
            return plain
    return gap("the value is not a plain number", "giá trị không phải là một số đơn thuần", printed)


def sign_of(printed: str) -> str:
    """Return the percent sign after a number, or the currency sign before or after it; ``""`` if there is none."""
    digits = printed.strip()
    if digits.endswith("%"):
        return "%"
    return next((end for end in (digits[:1], digits[-1:]) if end and unicodedata.category(end) == "Sc"), "")


_GROUPED: Final = re.compile(
    "(-?[1-9][0-9]{0,2})((?P<group>[,.'\u2019 \u00a0\u2009\u202f])[0-9]{3}(?:(?P=group)[0-9]{3})*)(?:([.,])([0-9]+))?"
)


def _ungrouped(digits: str) -> str:
    """Return a number without its thousands separators and with a decimal point; ``""`` if it is ambiguous."""
    match = _GROUPED.fullmatch(digits)
    if match is None:
        return ""
    first, rest, group, point, decimals = match.groups()
    if point == group or (point is None and rest.count(group) == 1):
        return ""
    return f"{first}{rest.replace(group, '')}" + (f".{decimals}" if point else "")


def day_of(printed: str | None) -> dt.date | None:
    """Parse a date of XML, ignoring its time zone; return ``None`` if it is not a date."""
    match = _DAY.fullmatch((printed or "").strip())
    try:
        return dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def words_of(reading: Reading, element: Element | None, default: str) -> Text | PartialRecord | Gap:
    """Return the narratives of an element as a text: a partial text without English, a gap without narratives.

    Args:
        reading: the tracker of what is read.
        element: the parent of the narratives, or ``None``.
        default: the language of narratives that state none; ``""`` if it is not known.
    """
    if element is None:
        return gap("the file has no text here", "tệp không có nội dung ở đây")
    found: dict[str, str] = {}
    narratives = [(narrative, _language_of(narrative, default)) for narrative in reading.children(element, "narrative")]
    reading.enter(element)
    for narrative, full in sorted(narratives, key=lambda item: not item[1]):  # those with a language first
        words = (narrative.text or "").strip()
        tag = _free_tag(full, found)
        if tag is None or len(narrative) or not words or not _is_text(words):
            continue  # it is kept in extra
        found[tag] = words
        if tag or len(words) <= LONGEST_READ:  # a text without a language is shown in the reason of a gap
            reading.text(reading.enter(narrative))
        if tag and language_of(narrative.get(XML_LANG)) == tag:  # other tags are kept in extra
            reading.take(narrative, XML_LANG)
    return _text_of(found, line_of(element))


def _free_tag(full: str, found: Mapping[str, str]) -> str | None:
    """Return the tag for a text (``en`` also for ``en-GB``); ``None`` if it has no place among the found ones."""
    primary = full.partition("-")[0]
    tag = primary if primary in OWN_LANGUAGES and primary not in found else full
    return None if tag in found or (found and not tag) else tag


def _language_of(narrative: Element, default: str) -> str:
    return language_of(narrative.get(XML_LANG)) if narrative.get(XML_LANG) else default


def _text_of(found: dict[str, str], origin: str) -> Text | PartialRecord | Gap:
    """Return a text from its words by language; the key ``""`` (unknown language) occurs only alone."""
    if not found:
        return gap("the file has no text here", "tệp không có nội dung ở đây")
    others = tuple(sorted((tag, words) for tag, words in found.items() if tag not in (*OWN_LANGUAGES, "")))
    fields: dict[str, Any] = {"others": others} if others else {}
    if "vi" in found:
        fields["vi"] = found["vi"]
    if "en" in found:
        return Text(en=found["en"], **fields)
    if "" in found:
        fields["en"] = gap(
            "the file does not state the language of this text",
            "tệp không cho biết ngôn ngữ của nội dung này",
            found[""],
        )
    else:
        fields["en"] = gap(
            "the file has no English text", "tệp không có nội dung tiếng Anh", next(iter(found.values()))
        )
    return PartialRecord(Text, fields, origin=origin)


def any_words(name: Text | PartialRecord | Gap) -> str:
    """Return words for an id: the English text, or else any other."""
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
    """Unique ids made from words."""

    def new(self, words: str, default: str) -> str:
        """Return a unique id made from words without their accents, or from `default` if none are left."""
        plain = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
        letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
        base = re.sub(r"[^a-z0-9.]+", "-", letters[: 4 * _LONGEST_ID])
        base = re.sub(r"[.-]*\.[.-]*", ".", base)[:_LONGEST_ID].strip("-.") or default
        return self.once(base)
