"""Write a review as an IATI activity."""

from __future__ import annotations

import datetime as dt
from typing import Final

from aseansc._decimals import plain
from aseansc.classifications import PLACES
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.indicators import Direction, Indicator
from aseansc.interchange._document.line_breaks import line_breaks
from aseansc.interchange._document.scalars import Data
from aseansc.interchange._document.write_json import unstructure
from aseansc.interchange._xml import XML_LANG, Element, add, new_element
from aseansc.interchange.iati._codelists import SCHEMES, VERSION, ActivityStatus, DateType, IndicatorVocabulary
from aseansc.interchange.iati._comments import comment
from aseansc.interchange.iati._extension import LINE_BREAKS, NAMESPACE, PREFIX, RECORDS, add_own
from aseansc.interchange.iati._group_figures import IN_WORDS, Figure, Shape, ValueSet, figures_of, is_planned
from aseansc.interchange.iati._publication import Organisation, Publication
from aseansc.labels import LANGUAGES
from aseansc.observations import Observation
from aseansc.periods import days_of
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.values import Change, Value

_PLACED: Final = ("indicators", "observations", "targets")
"""Records that are written inside the IATI elements that they become."""

_ASCENDING: Final[dict[Direction | Absent, str]] = {Direction.UP: "true", Direction.DOWN: "false"}


def tree_of(review: Review, publication: Publication) -> Element:
    """Return the root element of the file of a review."""
    root = new_element("iati-activities", {"version": VERSION}, prefixes={PREFIX: NAMESPACE})
    if not isinstance(publication.generated, Absent):
        root.set("generated-datetime", publication.generated.isoformat())
    activity = add(root, "iati-activity", {XML_LANG: "en"})
    _Activity(activity, review, publication, unstructure(review)).write()
    return root


def narratives(parent: Element, text: Text) -> None:
    """Add a narrative for each language of a text that has a code of two letters; IATI does not allow longer codes.

    The English narrative has no language attribute, because English is the default language of the activity.
    """
    add(parent, "narrative", text=text.en)
    languages = [] if isinstance(text.vi, Absent) else [("vi", text.vi)]
    for tag, words in [*languages, *text.others]:
        if len(tag) == 2:
            add(parent, "narrative", {XML_LANG: tag}, text=words)


def _named(parent: Element, tag: str, text: Text, attributes: dict[str, str] | None = None) -> Element:
    element = add(parent, tag, attributes)
    narratives(element, text)
    return element


def _numbered(review: Review) -> tuple[tuple[Indicator | Figure, ...], ...]:
    """Return the lists of records whose order IATI changes, so that their positions are written."""
    return review.indicators, review.observations, review.targets


class _Activity:
    """A writer of the parts of an activity, in the order of the schema."""

    def __init__(self, element: Element, review: Review, publication: Publication, document: Data) -> None:
        self.element = element
        self.review = review
        self.publication = publication
        self.document = document
        self.shape = Shape(review)
        self.numbers = {
            (record.__class__, record.id): number
            for records in _numbered(review)
            for number, record in enumerate(records)
        }

    def write(self) -> None:
        review, publication, element = self.review, self.publication, self.element
        add(element, "iati-identifier", text=publication.identifier_of(review))
        _organisation(element, "reporting-org", publication.publisher)
        _named(element, "title", review.title)
        _named(element, "description", review.programme, {"type": "1"})
        if not isinstance(review.note, Absent):
            _named(element, "description", review.note, {"type": "4"})
        for participant in publication.all_participants():
            _organisation(element, "participating-org", participant.organisation, role=participant.role)
        add(element, "activity-status", {"code": publication.status})
        ended = publication.status is ActivityStatus.CLOSED
        self._date(DateType.ACTUAL_START, review.period.start)
        self._date(DateType.ACTUAL_END if ended else DateType.PLANNED_END, review.period.end)
        country = publication.country_of(review)
        if country:
            add(element, "recipient-country", {"code": country})
        self._locations()
        add(element, "sector", {"vocabulary": "1", "code": publication.sector})
        self._results()
        self._own_records()

    def _date(self, kind: DateType, day: dt.date) -> None:
        add(self.element, "activity-date", {"type": kind, "iso-date": day.isoformat()})

    def _locations(self) -> None:
        figures = figures_of(self.review)
        known = {code.id: code for code in PLACES.codes}
        for place in dict.fromkeys([self.review.place, *(figure.place for figure in figures)]):
            code = known.get(place)
            name = Text(en=place) if code is None else Text(en=code.en, vi=code.vi)
            _named(add(self.element, "location", {"ref": place}), "name", name)

    def _results(self) -> None:
        by_section: dict[str, list[Indicator]] = {section.id: [] for section in self.review.sections}
        rest: list[Indicator] = []
        for indicator in self.review.indicators:
            (rest if isinstance(indicator.section, Absent) else by_section[indicator.section]).append(indicator)
        names = {section.id: section.name for section in self.review.sections}
        for section, indicators in by_section.items():
            self._result(names[section], indicators)
        self._result(self.review.programme, rest)

    def _result(self, title: Text, indicators: list[Indicator]) -> None:
        if not indicators:
            return
        result = add(self.element, "result", {"type": self.publication.result_type})
        _named(result, "title", title)
        for indicator in indicators:
            for number, (values, figures) in enumerate(self.shape.sets_of(indicator)):
                self._indicator(result, indicator, values, figures, first=number == 0)

    def _indicator(
        self, result: Element, indicator: Indicator, values: ValueSet, figures: list[Figure], *, first: bool
    ) -> None:
        attributes: dict[str, str] = {"measure": values.measure}
        ascending = _ASCENDING.get(indicator.improvement)
        if ascending:
            attributes["ascending"] = ascending
        if values.is_not_additive:
            attributes["aggregation-status"] = "false"
        element = add(result, "indicator", attributes)
        _named(element, "title", values.title(indicator))
        if not isinstance(indicator.note, Absent):
            _named(element, "description", indicator.note)
        for code in indicator.codes:
            scheme, _, within = code.partition(":")
            vocabulary = SCHEMES.get(scheme, IndicatorVocabulary.REPORTING_ORGANISATION)
            own_code = vocabulary is IndicatorVocabulary.REPORTING_ORGANISATION
            add(element, "reference", {"vocabulary": vocabulary, "code": code if own_code else within})
        for figure in figures:
            if self.shape.is_baseline(figure):
                self._baseline(element, figure)
        self._periods(element, [figure for figure in figures if not self.shape.is_baseline(figure)])
        if first:
            self._own(element, "indicator", indicator)
            for target in self.shape.targets_without_time(indicator):
                self._own(element, "target", target)

    def _baseline(self, element: Element, figure: Figure) -> None:
        if isinstance(figure.time, Absent):
            raise bug(figure.time)
        _, last = days_of(figure.time)
        attributes = {"year": str(last.year)}
        if figure.time_collection == "at":
            attributes["iso-date"] = last.isoformat()
        self._value(element, "baseline", figure, attributes)

    def _periods(self, element: Element, figures: list[Figure]) -> None:
        periods: dict[tuple[dt.date, dt.date], list[Figure]] = {}
        for figure in figures:
            if isinstance(figure.time, Absent):
                raise bug(figure.time)
            periods.setdefault(days_of(figure.time), []).append(figure)
        for start, end in sorted(periods):
            period = add(element, "period")
            add(period, "period-start", {"iso-date": start.isoformat()})
            add(period, "period-end", {"iso-date": end.isoformat()})
            for figure in sorted(periods[start, end], key=is_planned, reverse=True):
                self._value(period, "target" if is_planned(figure) else "actual", figure, {})

    def _value(self, parent: Element, tag: str, figure: Figure, attributes: dict[str, str]) -> None:
        """Add a baseline, target or actual; it has a value only if the figure is a plain number."""
        if self.shape.set_of(figure) != IN_WORDS:
            if not isinstance(figure.value, Value | Change):
                raise bug(figure.value)
            attributes["value"] = plain(figure.value.magnitude)
        element = add(parent, tag, attributes)
        if figure.place != self.review.place:
            add(element, "location", {"ref": figure.place})
        for category in figure.breakdown:
            name, _, value = category.partition(":")
            add(element, "dimension", {"name": name, "value": value})
        comment_element = add(element, "comment")
        for lang in LANGUAGES:
            add(comment_element, "narrative", {} if lang == "en" else {XML_LANG: lang}, text=comment(figure, lang))
        self._own(element, "observation" if isinstance(figure, Observation) else "target", figure)

    def _own(self, element: Element, name: str, record: Indicator | Figure) -> None:
        """Add the complete record as an aseansc element."""
        number = self.numbers[record.__class__, record.id]
        add_own(element, name, self.document[RECORDS[name]][number], position=number + 1)

    def _own_records(self) -> None:
        """Add the element of the review and all records that IATI has no elements for."""
        lists = set(RECORDS.values())
        own = add_own(self.element, "review", {key: item for key, item in self.document.items() if key not in lists})
        breaks = line_breaks(self.review)
        if breaks:  # so that a program that changes them is noticed
            own.set(LINE_BREAKS, breaks)
        for records in _PLACED:  # the number of records, so that a missing one is noticed
            own.set(records, str(len(self.document.get(records, ()))))
        for name, records in RECORDS.items():
            if records not in _PLACED:
                for record in self.document.get(records, ()):
                    add_own(own, name, record)


def _organisation(parent: Element, tag: str, organisation: Organisation, *, role: str = "") -> None:
    attributes: dict[str, str] = {"ref": organisation.ref, "type": organisation.type}
    if role:
        attributes["role"] = role
    _named(parent, tag, organisation.name, attributes)
