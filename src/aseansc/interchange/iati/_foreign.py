"""Read files of other publishers as drafts.

IATI does not state the unit of a value, whether it is a level or a total, or where it is printed. These become gaps,
and so does every value that is not a plain number; the reason of the gap shows it. Elements and attributes that a draft
has no field for are kept unchanged in ``extra``.
"""

from __future__ import annotations

import re
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.extras import Extra
from aseansc.findings import Section
from aseansc.interchange._languages import language_of
from aseansc.interchange._xml import XML_LANG, Element, line_of, size_of
from aseansc.interchange.iati._codelists import DateType
from aseansc.interchange.iati._foreign_indicators import DraftParts, IndicatorReader
from aseansc.interchange.iati._foreign_values import any_words, day_of, gap, words_of
from aseansc.interchange.iati._unread import Reading
from aseansc.limits import EACH_ELEMENT, require_items
from aseansc.periods import Period

_COUNTRY: Final = re.compile("[A-Z]{2}")
_HUNDRED: Final = re.compile(r"100(?:\.0+)?")
_CODE: Final = re.compile("[A-Za-z0-9][A-Za-z0-9._-]*")


def draft_of(root: Element, activities: list[Element], lang: str) -> Draft:
    """Return the draft of all activities of a file.

    The draft has the title, country and dates of a single activity. Of several activities, each becomes a section, and
    fields in which they differ are gaps.

    Args:
        root: the root element of the file.
        activities: its activities.
        lang: the language of texts for which the file states none; ``""`` if it is not known.

    Raises:
        LimitError: if the file has too many elements.
    """
    require_items(size_of(root), "elements", line_of(root), each=EACH_ELEMENT)
    reading = Reading(root)
    reading.enter(root)
    version = reading.take(root, "version")
    parts = DraftParts(reading)
    heads = [_Head(reading, activity, lang) for activity in activities]
    several: Any = None
    if len(heads) > 1:
        several = gap(
            "the file has several activities", "tệp có nhiều hoạt động", ", ".join(h.identifier for h in heads)
        )
    for activity, head in zip(activities, heads, strict=True):
        section: str | Absent = Absent.NOT_APPLICABLE
        if several:
            section = parts.ids["section"].new(head.identifier, "activity")
            parts.sections.append(PartialRecord(Section, {"id": section, "name": head.title}, origin=line_of(activity)))
        _read_activity(parts, activity, head, section)
    return Draft(
        id=several or heads[0].id(),
        title=several or heads[0].title,
        programme=several or heads[0].title,
        place=_shared([head.place for head in heads]),
        period=_shared([head.period for head in heads]),
        documents=parts.documents,
        sections=parts.sections,
        indicators=parts.indicators,
        observations=parts.observations,
        targets=parts.targets,
        findings=parts.findings,
        extra=Extra({"iati": {"version": version, "unread": reading.unread()}}),
    )


def _shared(items: list[Any]) -> Any:
    """Return the value of a field if all activities have the same, otherwise a gap."""
    if all(item == items[0] for item in items):
        return items[0]
    return gap(
        "the activities of the file have different values",
        "các hoạt động trong tệp có giá trị khác nhau",
        ", ".join(map(_shown, items)),
    )


def _shown(item: object) -> str:
    return "?" if isinstance(item, Gap) else str(item)


def _read_activity(parts: DraftParts, activity: Element, head: _Head, section: str | Absent) -> None:
    reading = parts.reading
    indicators = IndicatorReader(parts, head.lang, head.place, head.locations)
    for link in reading.children(activity, "document-link"):
        parts.add_document(link)
    for result in reading.children(activity, "result"):
        reading.enter(result)
        for link in reading.children(result, "document-link"):
            parts.add_document(link)
        titles = reading.children(result, "title")
        name = words_of(reading, titles[0] if titles else None, head.lang)
        ident = parts.ids["section"].new(any_words(name), "result")
        fields: dict[str, Any] = {"id": ident, "name": name, "broader": section}
        parts.sections.append(PartialRecord(Section, fields, origin=line_of(result)))
        for indicator in reading.children(result, "indicator"):
            indicators.read(indicator, ident)


class _Head:
    """The head of an activity: its language, identifier, title, country, dates and locations."""

    def __init__(self, reading: Reading, activity: Element, lang: str) -> None:
        self._reading = reading
        self._activity = reading.enter(activity)
        self.lang = language_of(activity.get(XML_LANG)) or lang
        if language_of(activity.get(XML_LANG)):
            reading.take(activity, XML_LANG)
        identifiers = reading.children(activity, "iati-identifier")
        self.identifier = ""
        if identifiers:
            self._identifier_element = identifiers[0]
            self.identifier = (self._identifier_element.text or "").strip()
        titles = reading.children(activity, "title")
        self.title = words_of(reading, titles[0] if titles else None, self.lang)
        self.place: str | Gap = self._place()
        self.period: Period | Gap = self._period()
        self.locations = {location.get("ref") or "": location for location in reading.children(activity, "location")}
        """The locations by their ``ref``; each is also kept in ``extra``."""

    def id(self) -> str | Gap:
        """Return the identifier if it is a valid id of a review; otherwise it is kept in ``extra``."""
        if _CODE.fullmatch(self.identifier):
            self._reading.text(self._reading.enter(self._identifier_element))
            return self.identifier
        return gap(
            "the identifier cannot be the id of a review",
            "mã hoạt động không dùng làm mã báo cáo được",
            self.identifier,
        )

    def _place(self) -> str | Gap:
        countries = self._reading.children(self._activity, "recipient-country")
        regions = self._reading.children(self._activity, "recipient-region")
        codes = [element.get("code") or "" for element in countries]
        shares = [element.get("percentage") for element in (*countries, *regions)]
        whole = shares[0] is None or _HUNDRED.fullmatch(shares[0].strip()) if len(shares) == 1 else False
        if len(codes) == 1 and whole and _COUNTRY.fullmatch(codes[0]):
            self._reading.take(self._reading.enter(countries[0]), "code")
            return codes[0]
        names = [*codes, *(f"region {element.get('code') or ''}".strip() for element in regions)]
        shown = [f"{name} {share}%" if share else name for name, share in zip(names, shares, strict=True)]
        return gap("the activity is not in a single country", "hoạt động không thuộc riêng một nước", ", ".join(shown))

    def _period(self) -> Period | Gap:
        """Return the period between the actual dates, or the planned dates if an actual one is missing."""
        dates = {element.get("type"): element for element in self._reading.children(self._activity, "activity-date")}
        for start, end in (
            (DateType.ACTUAL_START, DateType.ACTUAL_END),
            (DateType.PLANNED_START, DateType.PLANNED_END),
        ):
            days = [day_of(dates[kind].get("iso-date")) for kind in (start, end) if kind in dates]
            if len(days) == 2 and days[0] is not None and days[1] is not None and days[0] <= days[1]:
                for kind in (start, end):
                    self._reading.take(self._reading.enter(dates[kind]), "type")
                    self._reading.take(dates[kind], "iso-date")
                return Period(start=days[0], end=days[1])
        shown = ", ".join(f"{kind} {element.get('iso-date')}" for kind, element in dates.items())
        return gap(
            "the activity has no start date or no end date", "hoạt động thiếu ngày bắt đầu hoặc ngày kết thúc", shown
        )
