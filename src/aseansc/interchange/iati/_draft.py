"""The draft that a file makes which others wrote: its figures, typed as far as the file goes, and gaps.

IATI says of a value neither its unit nor whether it is a level or a total, nor where it is printed. These are gaps, and
so is every value that is no plain number, with what is printed in its reason. What the model has no place for is kept
as it stands under ``extra``: nothing is guessed, and nothing dropped.
"""

from __future__ import annotations

import re
from typing import Any, Final

from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import FieldError
from aseansc.extras import Extra
from aseansc.findings import Section
from aseansc.interchange._languages import language_of
from aseansc.interchange._xml import XML_LANG, Element, line_of, size_of
from aseansc.interchange.iati._codelists import DateType
from aseansc.interchange.iati._draft_indicators import IndicatorReader, Whole
from aseansc.interchange.iati._draft_values import any_words, day_of, gap, words_of
from aseansc.interchange.iati._kept import Reading
from aseansc.interchange.iati._reader import problems_of_file
from aseansc.periods import Period

_MOST_ELEMENTS: Final = 50_000
"""A draft is for a person to fill in."""

_COUNTRY: Final = re.compile("[A-Z]{2}")
_WHOLE: Final = re.compile(r"100(?:\.0+)?")
_CODE: Final = re.compile("[A-Za-z0-9][A-Za-z0-9._-]*")


def draft_of(root: Element, activities: list[Element], lang: str) -> Draft:
    """The draft of all activities of a file.

    Of one activity, the draft has its title, country and dates; of several, each is a section, and what they do not
    share is a gap.

    Args:
        root: the root of the file.
        activities: its activities.
        lang: the language of words for which the file names none; "" where that is not known.

    Raises:
        DocumentError: for more elements than anyone would look through.
    """
    if size_of(root) > _MOST_ELEMENTS:
        hint = "Save the activities in several files."
        too_large = FieldError(
            "too large for a draft",
            where=line_of(root),
            got=size_of(root),
            expected=f"at most {_MOST_ELEMENTS} elements",
            hint=hint,
        )
        raise problems_of_file([too_large])
    reading = Reading(root)
    reading.enter(root)
    version = reading.take(root, "version")
    whole = Whole(reading)
    heads = [_Head(reading, activity, lang) for activity in activities]
    several: Any = None
    if len(heads) > 1:
        several = gap(
            "the file has several activities", "tệp có nhiều hoạt động", ", ".join(h.identifier for h in heads)
        )
    for activity, head in zip(activities, heads, strict=True):
        section: str | Absent = Absent.NOT_APPLICABLE
        if several:
            section = whole.ids["section"].new(head.identifier, "activity")
            whole.sections.append(PartialRecord(Section, {"id": section, "name": head.title}, origin=line_of(activity)))
        _read_activity(whole, activity, head, section)
    return Draft(
        id=several or heads[0].id(),
        title=several or heads[0].title,
        programme=several or heads[0].title,
        place=_shared([head.place for head in heads]),
        period=_shared([head.period for head in heads]),
        documents=whole.documents,
        sections=whole.sections,
        indicators=whole.indicators,
        observations=whole.observations,
        targets=whole.targets,
        findings=whole.findings,
        extra=Extra({"iati": {"version": version, "unread": reading.unread()}}),
    )


def _shared(items: list[Any]) -> Any:
    """What all activities have; a gap where they differ."""
    if all(item == items[0] for item in items):
        return items[0]
    return gap(
        "the activities of the file differ in it", "các hoạt động trong tệp khác nhau", ", ".join(map(_shown, items))
    )


def _shown(item: object) -> str:
    return "?" if isinstance(item, Gap) else str(item)


def _read_activity(whole: Whole, activity: Element, head: _Head, section: str | Absent) -> None:
    reading = whole.reading
    indicators = IndicatorReader(whole, head.lang, head.place, head.places)
    for link in reading.children(activity, "document-link"):
        whole.document(link, head.lang)
    for result in reading.children(activity, "result"):
        reading.enter(result)
        for link in reading.children(result, "document-link"):
            whole.document(link, head.lang)
        titles = reading.children(result, "title")
        name = words_of(reading, titles[0] if titles else None, head.lang)
        ident = whole.ids["section"].new(any_words(name), "result")
        fields: dict[str, Any] = {"id": ident, "name": name, "broader": section}
        whole.sections.append(PartialRecord(Section, fields, origin=line_of(result)))
        for indicator in reading.children(result, "indicator"):
            indicators.read(indicator, ident)


class _Head:
    """What an activity says of itself."""

    def __init__(self, reading: Reading, activity: Element, lang: str) -> None:
        self._reading = reading
        self._activity = reading.enter(activity)
        self.lang = language_of(activity.get(XML_LANG)) or lang
        if language_of(activity.get(XML_LANG)):
            reading.take(activity, XML_LANG)
        identifiers = reading.children(activity, "iati-identifier")
        self.identifier = ""
        if identifiers:
            self._named = identifiers[0]
            self.identifier = (self._named.text or "").strip()
        titles = reading.children(activity, "title")
        self.title = words_of(reading, titles[0] if titles else None, self.lang)
        self.place: str | Gap = self._place()
        self.period: Period | Gap = self._period()
        self.places = {location.get("ref") or "": location for location in reading.children(activity, "location")}
        """The locations, by what refers to them; each stays as it stands under "extra"."""

    def id(self) -> str | Gap:
        """The id that the identifier is; any other stays as it stands under "extra"."""
        if _CODE.fullmatch(self.identifier):
            self._reading.text(self._reading.enter(self._named))
            return self.identifier
        return gap("the identifier is no id of a review", "mã hoạt động không dùng làm mã được", self.identifier)

    def _place(self) -> str | Gap:
        countries = self._reading.children(self._activity, "recipient-country")
        regions = self._reading.children(self._activity, "recipient-region")
        codes = [element.get("code") or "" for element in countries]
        shares = [element.get("percentage") for element in (*countries, *regions)]
        whole = shares[0] is None or _WHOLE.fullmatch(shares[0].strip()) if len(shares) == 1 else False
        if len(codes) == 1 and whole and _COUNTRY.fullmatch(codes[0]):
            self._reading.take(self._reading.enter(countries[0]), "code")
            return codes[0]
        names = [*codes, *(f"region {element.get('code') or ''}".strip() for element in regions)]
        shown = [f"{name} {share}%" if share else name for name, share in zip(names, shares, strict=True)]
        return gap("the activity is not of one country", "hoạt động không thuộc một nước", ", ".join(shown))

    def _period(self) -> Period | Gap:
        """From the actual start to the actual end; where one of these is missing, the planned ones."""
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
        return gap("the activity has not both a start and an end", "hoạt động thiếu ngày đầu hoặc ngày cuối", shown)
