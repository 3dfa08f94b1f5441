"""Read the indicators of files of other publishers, with their baselines, targets and actuals."""

from __future__ import annotations

import re
from typing import Any, Final

from aseansc.citations import Citation, Document
from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord, fields_of, unchecked
from aseansc.findings import Finding, FindingKind
from aseansc.indicators import Direction, Indicator, IndicatorKind
from aseansc.interchange._languages import language_of
from aseansc.interchange._xml import Element, line_of
from aseansc.interchange.iati._codelists import SCHEMES, Measure
from aseansc.interchange.iati._foreign_values import Ids, any_words, day_of, gap, magnitude_of, sign_of, words_of
from aseansc.interchange.iati._unread import LONGEST_READ, Reading
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, TimeCollection
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Value

_NO_UNIT: Final = gap("the file does not state the unit", "tệp không cho biết đơn vị tính")
_NO_VALUE: Final = gap("the file does not state the value", "tệp không cho biết giá trị")
_NO_KIND: Final = gap(
    "the file does not state whether the indicator is a stock or a flow",
    "tệp không cho biết chỉ tiêu là số thời điểm hay số thời kỳ",
)
_NO_COLLECTION: Final = gap(
    "the file does not state how the figure is aggregated over time (for example total or end of period)",
    "tệp không cho biết số liệu được tổng hợp theo thời gian thế nào (ví dụ tổng trong kỳ hay cuối kỳ)",
)
_NO_CITATION: Final = gap(
    "the file does not state where the figure is printed", "tệp không cho biết số liệu được in ở đâu"
)
_NO_SHA256: Final = gap("the file has no SHA-256 of the document", "tệp không có mã SHA-256 của tài liệu")
_NO_PASSAGE: Final = gap(
    "the file does not state the passage in the document", "tệp không cho biết đoạn nào trong tài liệu"
)

_NO_BASELINE: Final = gap(
    "there is not exactly one baseline with the same place and categories",
    "không có đúng một số liệu gốc cùng địa bàn và cùng phân tổ",
)

_OF_OBSERVATIONS: Final = tuple(fields_of(Observation))
_TRUE: Final = {"true": True, "1": True, "false": False, "0": False}
_PLACE: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3}(?:-[A-Z0-9]{1,8})?)?")
"""The code of a country or of a part of it: ISO 3166, or a national code after the ISO code."""
_CURIE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*:[A-Za-z0-9][A-Za-z0-9._-]*")
_SCHEME_OF: Final = {vocabulary.value: scheme for scheme, vocabulary in SCHEMES.items()}
_OWN_VOCABULARY: Final = "99"
_COUNTRIES: Final = "A4"
"""The code of ISO 3166-1 in the list of geographic vocabularies."""


def _ambiguous_document(documents: list[str]) -> Gap:
    return gap(
        "the file links to several documents and does not state which of them has this",
        "tệp dẫn đến nhiều tài liệu và không cho biết nội dung này nằm ở tài liệu nào",
        ", ".join(documents),
    )


class DraftParts:
    """The records of a draft, collected while a file is read."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ids = {kind: Ids() for kind in ("section", "indicator", "figure", "finding", "document")}
        self.documents: list[PartialRecord] = []
        self.sections: list[PartialRecord] = []
        self.indicators: list[PartialRecord] = []
        self.observations: list[PartialRecord] = []
        self.targets: list[PartialRecord] = []
        self.findings: list[PartialRecord] = []

    def add_document(self, link: Element) -> str:
        """Add a linked document and return its id; its address is kept in ``extra``."""
        reading = self.reading
        reading.enter(link)
        ident = self.ids["document"].new("", "document")
        fields: dict[str, Any] = {"id": ident, "title": gap("the link has no title", "liên kết không có tên tài liệu")}
        fields["sha256"] = _NO_SHA256
        for title in reading.children(link, "title")[:1]:
            for narrative in reading.children(reading.enter(title), "narrative")[:1]:
                words = (narrative.text or "").strip()
                if words:
                    reading.text(reading.enter(narrative))
                    fields["title"] = words
        languages = reading.children(link, "language")
        tag = language_of(languages[0].get("code")) if len(languages) == 1 else ""
        if tag:
            reading.take(reading.enter(languages[0]), "code")
        fields["lang"] = tag or gap("the link does not state the language", "liên kết không cho biết ngôn ngữ")
        for date in reading.children(link, "document-date")[:1]:
            day = day_of(date.get("iso-date"))
            if day is not None:
                reading.take(reading.enter(date), "iso-date")
                fields["date"] = day
        self.documents.append(PartialRecord(Document, fields, origin=line_of(link)))
        return ident


class IndicatorReader:
    """A reader of the indicators of one activity.

    Args:
        parts: the records of the draft.
        lang: the language of texts for which the file states none.
        place: the place of the activity.
        locations: the locations of the activity by their ``ref``.
    """

    def __init__(self, parts: DraftParts, lang: str, place: str | Gap, locations: dict[str, Element]) -> None:
        self._parts = parts
        self._reading = parts.reading
        self.lang = lang
        self._place = place
        self._locations = locations

    def read(self, element: Element, section: str) -> None:
        """Read an indicator and all its values."""
        reading = self._reading
        reading.enter(element)
        measure = reading.take(element, "measure")
        titles = reading.children(element, "title")
        name = words_of(reading, titles[0] if titles else None, self.lang)
        ident = self._parts.ids["indicator"].new(any_words(name), "indicator")
        fields: dict[str, Any] = {"id": ident, "name": name, "section": section, **_measured(measure)}
        ascending = element.get("ascending")
        if ascending is not None:
            reading.take(element, "ascending")
            better = _TRUE.get(ascending.strip())
            fields["better"] = (
                gap("the value is not true or false", "giá trị không phải là true hay false", ascending)
                if better is None
                else Direction.UP
                if better
                else Direction.DOWN
            )
        codes = self._codes(element)
        if codes:
            fields["codes"] = codes
        descriptions = reading.children(element, "description")
        if descriptions:
            fields["note"] = words_of(reading, descriptions[0], self.lang)
        for link in reading.children(element, "document-link"):
            self._parts.add_document(link)
        self._parts.indicators.append(PartialRecord(Indicator, fields, origin=line_of(element)))
        _ValueReader(self._parts, self, ident, section, measure).read(element)

    def _codes(self, element: Element) -> tuple[str, ...]:
        """Return the codes of an indicator; codes without a known scheme are kept in ``extra``."""
        found: dict[str, None] = {}
        for reference in self._reading.children(element, "reference"):
            vocabulary, within = reference.get("vocabulary") or "", (reference.get("code") or "").strip()
            scheme = _SCHEME_OF.get(vocabulary)
            code = f"{scheme}:{within}" if scheme else within
            if _CURIE.fullmatch(code) and (scheme or vocabulary == _OWN_VOCABULARY):
                self._reading.take(self._reading.enter(reference), "vocabulary")
                self._reading.take(reference, "code")
                found[code] = None
        return tuple(found)

    def place_of(self, element: Element) -> str | Gap:
        """Return the place of a value: its location, or else the place of the activity."""
        locations = self._reading.children(element, "location")
        if not locations:
            return self._place
        refs = [location.get("ref") or "" for location in locations]
        if len(refs) == 1:
            place = self._code_of(refs[0])
            if place:
                self._reading.take(self._reading.enter(locations[0]), "ref")
                return place
        names = ", ".join(f"{ref} ({self._name_of(ref)})" if self._name_of(ref) else ref for ref in refs)
        return gap("the location is not a single place with a code", "địa điểm không phải là một địa bàn có mã", names)

    def _code_of(self, ref: str) -> str:
        """Return the place code of a location, or ``""``.

        The ``ref`` itself is used only if it is the code of a part of the country of the activity.
        """
        location = self._locations.get(ref)
        if location is not None:
            codes = [child.get("code") or "" for child in location if child.tag == "location-id"]
            kinds = [child.get("vocabulary") for child in location if child.tag == "location-id"]
            if kinds == [_COUNTRIES] and _PLACE.fullmatch(codes[0]):
                return codes[0]
        country = self._place if isinstance(self._place, str) else ""
        return ref if country and ref.startswith(f"{country}-") and _PLACE.fullmatch(ref) else ""

    def _name_of(self, ref: str) -> str:
        location = self._locations.get(ref)
        names = [] if location is None else [child for child in location if child.tag == "name"]
        return next(((narrative.text or "").strip() for name in names for narrative in name), "")


def _measured(measure: str | None) -> dict[str, Any]:
    """Return the unit and the kind of an indicator according to its measure, or gaps."""
    if measure == Measure.PERCENTAGE:
        return {"unit": percent, "kind": IndicatorKind.RATE}
    if measure == Measure.UNIT:
        return {"unit": _NO_UNIT, "kind": _NO_KIND}
    if measure == Measure.QUALITATIVE:
        reason = gap("the indicator is qualitative", "chỉ tiêu định tính")
    elif measure in (Measure.NOMINAL, Measure.ORDINAL):
        reason = gap("the values are categories or ranks", "giá trị là phân loại hoặc thứ hạng")
    elif measure is None:
        reason = gap("the file does not state the measure", "tệp không cho biết cách đo")
    else:
        reason = gap("unknown code of the measure", "mã cách đo không có trong IATI", measure)
    return {"unit": reason, "kind": reason}


class _ValueReader:
    """A reader of the baselines, targets and actuals of one indicator."""

    def __init__(
        self, parts: DraftParts, indicators: IndicatorReader, indicator: str, section: str, measure: str | None
    ) -> None:
        self._parts = parts
        self._reading = parts.reading
        self._indicators = indicators
        self._indicator = indicator
        self._section = section
        self._measure = measure
        self._baselines: dict[tuple[object, ...], list[str]] = {}

    def read(self, element: Element) -> None:
        """Read all values in the order of the file."""
        for baseline in self._reading.children(element, "baseline"):
            self._baseline(self._reading.enter(baseline))
        for period in self._reading.children(element, "period"):
            self._values_of(self._reading.enter(period))

    def _values_of(self, period: Element) -> None:
        targets, actuals = (self._reading.children(period, tag) for tag in ("target", "actual"))
        has_actuals = bool(actuals)
        if self._measure == Measure.QUALITATIVE:
            for actual in actuals:
                self._finding(self._reading.enter(actual))
            actuals = []
        if not targets and not actuals:
            return  # without figures, the dates of the period are kept in extra
        time, words = self._period(period, shared=self._measure == Measure.QUALITATIVE and has_actuals)
        for target in targets:
            self._target(self._reading.enter(target), time, words)
        for actual in actuals:
            fields = {"time": time, "time_collection": _NO_COLLECTION}
            self._observation(self._reading.enter(actual), fields, words)

    def _baseline(self, element: Element) -> None:
        if self._measure == Measure.QUALITATIVE:
            self._finding(element)
            return
        reading = self._reading
        year, date = element.get("year"), element.get("iso-date")
        reading.take(element, "year")
        reading.take(element, "iso-date")
        day = day_of(date)
        digits = (year or "").strip()
        good_year = bool(re.fullmatch("[0-9]{4}", digits)) and digits != "0000"
        fields: dict[str, Any] = {"time_collection": _NO_COLLECTION}
        if date is not None and day is not None and (year is None or (good_year and int(digits) == day.year)):
            fields = {"time": AsOf(date=day), "time_collection": TimeCollection.AT}
        elif date is None and good_year:
            fields["time"] = Period.year(int(digits))
        else:
            shown = ", ".join(text for text in (year, date) if text is not None)
            fields["time"] = gap(
                "the year and the date do not give one time", "năm và ngày không khớp hoặc không hợp lệ", shown
            )
        ident = self._observation(element, fields, f"{digits[:4]}.baseline")
        self._baselines.setdefault(self._key(element), []).append(ident)

    def _observation(self, element: Element, fields: dict[str, Any], words: str) -> str:
        ident = self._parts.ids["figure"].new(f"{self._indicator}.{words}", "figure")
        fields = {
            "id": ident,
            "indicator": self._indicator,
            "place": self._indicators.place_of(element),
            "value": self._value(element, _NO_VALUE),
            "citation": self._citation(element),
            **fields,
        }
        categories = self._categories(element)
        if categories:
            fields["breakdown"] = categories
        self._note(element, fields)
        in_order = {name: fields[name] for name in _OF_OBSERVATIONS if name in fields}
        self._parts.observations.append(unchecked(Observation, in_order, line_of(element)))
        return ident

    def _target(self, element: Element, time: Period | Gap, words: str) -> None:
        ident = self._parts.ids["figure"].new(f"{self._indicator}.{words}.target", "target")
        in_words = self._measure == Measure.QUALITATIVE and element.get("value") is None
        value = Absent.QUALITATIVE if in_words else self._value(element, Absent.NOT_STATED)
        fields: dict[str, Any] = {
            "id": ident,
            "indicator": self._indicator,
            "place": self._indicators.place_of(element),
            "value": value,
            "time": time,
            "time_collection": _NO_COLLECTION,
        }
        baselines = self._baselines.get(self._key(element), ())
        if len(baselines) == 1:
            fields["baseline"] = baselines[0]
        elif self._baselines:
            fields["baseline"] = _NO_BASELINE
        categories = self._categories(element)
        if categories:
            fields["breakdown"] = categories
        citation = self._citation(element)
        if citation is not _NO_CITATION:
            fields["citation"] = citation
        self._note(element, fields)
        self._parts.targets.append(PartialRecord(Target, fields, origin=line_of(element)))

    def _finding(self, element: Element) -> None:
        """Read a value of a qualitative indicator as a finding; its time is kept in ``extra``."""
        ident = self._parts.ids["finding"].new(self._indicator, "finding")
        comments = self._reading.children(element, "comment")
        value = element.get("value")
        if comments:
            text = words_of(self._reading, comments[0], self._indicators.lang)
        else:
            self._reading.take(element, "value")
            text = gap(
                "the file has a value and no comment", "tệp có giá trị nhưng không có lời giải thích", value or ""
            )
        fields: dict[str, Any] = {
            "id": ident,
            "kind": FindingKind.RESULT,
            "text": text,
            "indicator": self._indicator,
            "section": self._section,
            "document": _NO_PASSAGE,
            "start": _NO_PASSAGE,
            "end": _NO_PASSAGE,
        }
        links = self._links(element)
        if links:
            fields["document"] = links[0] if len(links) == 1 else _ambiguous_document(links)
        self._parts.findings.append(PartialRecord(Finding, fields, origin=line_of(element)))

    # -- parts of a value

    def _value(self, element: Element, missing: Any) -> Any:
        """Return a complete value for percentages, otherwise one with a gap for the unit; or a gap if it is missing."""
        printed = self._reading.take(element, "value")
        if printed is None or (not printed.strip() and isinstance(missing, Absent)):
            return missing
        magnitude = magnitude_of(printed, of_percentage=self._measure == Measure.PERCENTAGE)
        if isinstance(magnitude, Gap):
            return magnitude
        if self._measure == Measure.PERCENTAGE:
            return Value.exact(magnitude, percent)
        unit = _measured(self._measure)["unit"]
        if sign_of(printed):
            unit = gap("the file does not state the unit, only a sign", "tệp chỉ cho biết ký hiệu của đơn vị", printed)
        return PartialRecord(Value, {"magnitude": magnitude, "unit": unit})

    def _period(self, period: Element, *, shared: bool) -> tuple[Period | Gap, str]:
        """Return a period and its form for ids.

        Args:
            period: the element.
            shared: whether the period also has findings; since findings have no time, its dates are kept in ``extra``.
        """
        printed: list[str] = []
        for tag in ("period-start", "period-end"):
            for element in self._reading.children(period, tag)[:1]:
                day = (
                    element.get("iso-date") if shared else self._reading.take(self._reading.enter(element), "iso-date")
                )
                printed.append(day or "")
        days = [day_of(text) for text in printed]
        if len(days) == 2 and days[0] is not None and days[1] is not None and days[0] <= days[1]:
            first, last = days[0].year, days[1].year
            return Period(start=days[0], end=days[1]), str(first) if first == last else f"{first}-{last}"
        return gap(
            "the dates are not the first and last day of a period",
            "hai ngày không phải là ngày đầu và ngày cuối của một kỳ",
            ", ".join(printed),
        ), "period"

    def _links(self, element: Element) -> list[str]:
        links = self._reading.children(element, "document-link")
        return [self._parts.add_document(link) for link in links]

    def _citation(self, element: Element) -> Gap | PartialRecord:
        """Return a partial citation if the value has exactly one linked document, otherwise a gap."""
        links = self._links(element)
        if len(links) != 1:
            return _ambiguous_document(links) if links else _NO_CITATION
        fields = {"document": links[0], "start": _NO_PASSAGE, "end": _NO_PASSAGE, "printed": _NO_PASSAGE}
        return PartialRecord(Citation, fields, origin=line_of(element))

    def _note(self, element: Element, fields: dict[str, Any]) -> None:
        for comment in self._reading.children(element, "comment")[:1]:
            fields["note"] = words_of(self._reading, comment, self._indicators.lang)

    def _dimensions(self, element: Element) -> str:
        dimensions = self._reading.children(element, "dimension")
        shown = ", ".join(f"{dimension.get('name')} = {dimension.get('value')}" for dimension in dimensions)
        if len(shown) <= LONGEST_READ:
            for dimension in dimensions:
                for name in ("name", "value"):
                    self._reading.take(self._reading.enter(dimension), name)
        return shown

    def _categories(self, element: Element) -> tuple[str, ...] | Gap:
        """Return the breakdown of a value, or a gap if a dimension is not a code."""
        shown = self._dimensions(element)
        dimensions = self._reading.children(element, "dimension")
        codes = [f"{dimension.get('name')}:{dimension.get('value')}" for dimension in dimensions]
        if all(_CURIE.fullmatch(code) for code in codes) and len(set(codes)) == len(codes):
            return tuple(codes)
        return gap("the dimensions are not codes", "các chiều phân tổ không phải là mã", shown)

    def _key(self, element: Element) -> tuple[object, ...]:
        """Return the locations and dimensions of a value, to match targets with baselines."""
        return (
            tuple(sorted(child.get("ref") or "" for child in element if child.tag == "location")),
            tuple(
                sorted(
                    (child.get("name") or "", child.get("value") or "") for child in element if child.tag == "dimension"
                )
            ),
        )
