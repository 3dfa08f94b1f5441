"""The indicators of a file that others wrote, and their baselines, targets and actuals."""

from __future__ import annotations

import re
from typing import Any, Final

from aseansc.citations import Citation, Document
from aseansc.codelists import Absent
from aseansc.drafts import Gap, PartialRecord, fields_of
from aseansc.drafts._partials import known
from aseansc.findings import Finding, FindingKind
from aseansc.indicators import Direction, Indicator, IndicatorKind
from aseansc.interchange._languages import language_of
from aseansc.interchange._xml import Element, line_of
from aseansc.interchange.iati._codelists import SCHEMES, Measure
from aseansc.interchange.iati._draft_values import Ids, any_words, day_of, gap, magnitude_of, words_of
from aseansc.interchange.iati._kept import LONGEST_READ, Reading
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, TimeCollection
from aseansc.targets import Target
from aseansc.units import percent
from aseansc.values import Value

_NO_UNIT: Final = gap("the file gives no unit", "tệp không cho đơn vị")
_NO_VALUE: Final = gap("the file gives no value", "tệp không cho giá trị")
_NO_KIND: Final = gap(
    "the file does not say whether it is a stock or a flow", "tệp không nói là số thời điểm hay số thời kỳ"
)
_NO_COLLECTION: Final = gap(
    "the file does not say how the value fills its period", "tệp không nói giá trị phủ kỳ của nó thế nào"
)
_NO_CITATION: Final = gap("the file does not say where this is printed", "tệp không nói số này in ở đâu")
_NO_SHA256: Final = gap("the file does not fix the text of the document", "tệp không xác định nguyên văn tài liệu")
_NO_PASSAGE: Final = gap("the file names no passage of a document", "tệp không nêu đoạn nào của tài liệu")

_NO_BASELINE: Final = gap(
    "not one baseline is of the same place and categories", "không có đúng một mốc cùng nơi, cùng phân tổ"
)

_OF_OBSERVATIONS: Final = tuple(fields_of(Observation))
_TRUE: Final = {"true": True, "1": True, "false": False, "0": False}
_PLACE: Final = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3}(?:-[A-Z0-9]{1,8})?)?")
"""The code of a country, or of a part of it (ISO 3166-2, and national codes after it)."""
_CURIE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*:[A-Za-z0-9][A-Za-z0-9._-]*")
_SCHEME_OF: Final = {vocabulary.value: scheme for scheme, vocabulary in SCHEMES.items()}
_OWN_VOCABULARY: Final = "99"
_COUNTRIES: Final = "A4"
"""ISO 3166-1, among the vocabularies of places."""


def _one_of(documents: list[str]) -> Gap:
    """A gap for a document where the file links to several; which of all documents these are, no one else says."""
    return gap(
        "the file links to several documents here, and says of none that this is printed in it",
        "tệp dẫn đến nhiều tài liệu ở đây, không nói số này in ở tài liệu nào",
        ", ".join(documents),
    )


class Whole:
    """What is gathered of a file."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ids = {kind: Ids() for kind in ("section", "indicator", "figure", "finding", "document")}
        self.documents: list[PartialRecord] = []
        self.sections: list[PartialRecord] = []
        self.indicators: list[PartialRecord] = []
        self.observations: list[PartialRecord] = []
        self.targets: list[PartialRecord] = []
        self.findings: list[PartialRecord] = []

    def document(self, link: Element, lang: str) -> str:
        """A document that the file links to; its address is kept under "extra"."""
        reading = self.reading
        reading.enter(link)
        ident = self.ids["document"].new("", "document")
        fields: dict[str, Any] = {"id": ident, "title": gap("the link has no title", "liên kết không có tên")}
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
        fields["lang"] = tag or gap("the link does not say its language", "liên kết không nói ngôn ngữ")
        for date in reading.children(link, "document-date")[:1]:
            day = day_of(date.get("iso-date"))
            if day is not None:
                reading.take(reading.enter(date), "iso-date")
                fields["date"] = day
        self.documents.append(PartialRecord(Document, fields, origin=line_of(link)))
        return ident


class IndicatorReader:
    """Reads the indicators of one activity."""

    def __init__(self, whole: Whole, lang: str, place: str | Gap, places: dict[str, Element]) -> None:
        self._whole = whole
        self._reading = whole.reading
        self._lang = lang
        self._place = place
        self._places = places

    def read(self, element: Element, section: str) -> None:
        """An indicator and all its values."""
        reading = self._reading
        reading.enter(element)
        measure = reading.take(element, "measure")
        titles = reading.children(element, "title")
        name = words_of(reading, titles[0] if titles else None, self._lang)
        ident = self._whole.ids["indicator"].new(any_words(name), "indicator")
        fields: dict[str, Any] = {"id": ident, "name": name, "section": section, **_measured(measure)}
        ascending = element.get("ascending")
        if ascending is not None:
            reading.take(element, "ascending")
            better = _TRUE.get(ascending.strip())
            fields["better"] = (
                gap("neither true nor false", "không phải true hay false", ascending)
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
            fields["note"] = words_of(reading, descriptions[0], self._lang)
        for link in reading.children(element, "document-link"):
            self._whole.document(link, self._lang)
        self._whole.indicators.append(PartialRecord(Indicator, fields, origin=line_of(element)))
        _Values(self._whole, self, ident, section, measure).read(element)

    def _codes(self, element: Element) -> tuple[str, ...]:
        """The codes of an indicator; those that are none for us stay under "extra"."""
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
        """Where a value is of: the activity's place, unless it has a location of its own."""
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
        return gap("the location is not one place with a code", "địa điểm không phải một nơi có mã", names)

    def _code_of(self, ref: str) -> str:
        """The code of a location; what refers to it within the file is one only if it names a part of the country."""
        location = self._places.get(ref)
        if location is not None:
            codes = [child.get("code") or "" for child in location if child.tag == "location-id"]
            kinds = [child.get("vocabulary") for child in location if child.tag == "location-id"]
            if kinds == [_COUNTRIES] and _PLACE.fullmatch(codes[0]):
                return codes[0]
        country = self._place if isinstance(self._place, str) else ""
        return ref if country and ref.startswith(f"{country}-") and _PLACE.fullmatch(ref) else ""

    def _name_of(self, ref: str) -> str:
        location = self._places.get(ref)
        names = [] if location is None else [child for child in location if child.tag == "name"]
        return next(((narrative.text or "").strip() for name in names for narrative in name), "")


def _measured(measure: str | None) -> dict[str, Any]:
    """The unit and the kind of an indicator, as far as its measure says them."""
    if measure == Measure.PERCENTAGE:
        return {"unit": percent, "kind": IndicatorKind.RATE}
    if measure == Measure.UNIT:
        return {"unit": _NO_UNIT, "kind": _NO_KIND}
    if measure == Measure.QUALITATIVE:
        why = gap("the indicator is measured in words", "chỉ tiêu đo bằng lời")
    elif measure in (Measure.NOMINAL, Measure.ORDINAL):
        why = gap("the indicator is measured in categories or ranks", "chỉ tiêu đo bằng loại hoặc thứ hạng")
    elif measure is None:
        why = gap("the file gives no measure", "tệp không cho cách đo")
    else:
        why = gap("a measure that IATI does not have", "cách đo không có trong IATI", measure)
    return {"unit": why, "kind": why}


class _Values:
    """Reads the baselines, targets and actuals of one indicator."""

    def __init__(
        self, whole: Whole, indicators: IndicatorReader, indicator: str, section: str, measure: str | None
    ) -> None:
        self._whole = whole
        self._reading = whole.reading
        self._indicators = indicators
        self._indicator = indicator
        self._section = section
        self._measure = measure
        self._baselines: dict[tuple[object, ...], list[str]] = {}

    def read(self, element: Element) -> None:
        """All of them, in the order of the file."""
        for baseline in self._reading.children(element, "baseline"):
            self._baseline(self._reading.enter(baseline))
        for period in self._reading.children(element, "period"):
            self._values_of(self._reading.enter(period))

    def _values_of(self, period: Element) -> None:
        targets, actuals = (self._reading.children(period, tag) for tag in ("target", "actual"))
        said = bool(actuals)
        if self._measure == Measure.QUALITATIVE:
            for actual in actuals:
                self._finding(self._reading.enter(actual))
            actuals = []
        if not targets and not actuals:
            return  # its days are no one's
        time, words = self._period(period, shared=self._measure == Measure.QUALITATIVE and said)
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
                "the year and the date do not say one time", "năm và ngày không cho một thời gian", shown
            )
        ident = self._observation(element, fields, f"{digits[:4]}.baseline")
        self._baselines.setdefault(self._key(element), []).append(ident)

    def _observation(self, element: Element, fields: dict[str, Any], words: str) -> str:
        ident = self._whole.ids["figure"].new(f"{self._indicator}.{words}", "figure")
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
        self._whole.observations.append(known(Observation, in_order, line_of(element)))
        return ident

    def _target(self, element: Element, time: Period | Gap, words: str) -> None:
        ident = self._whole.ids["figure"].new(f"{self._indicator}.{words}.target", "target")
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
        if self._reading.children(element, "dimension"):
            shown = f"{self._indicator}: {self._dimensions(element)}"
            why = (
                "the target is for a part, which needs an indicator of its own",
                "chỉ tiêu cho một phần, cần chỉ tiêu riêng",
            )
            fields["indicator"] = gap(*why, shown)
        citation = self._citation(element)
        if citation is not _NO_CITATION:
            fields["citation"] = citation
        self._note(element, fields)
        self._whole.targets.append(PartialRecord(Target, fields, origin=line_of(element)))

    def _finding(self, element: Element) -> None:
        """What is said in words of a qualitative indicator; its time stays under "extra"."""
        ident = self._whole.ids["finding"].new(self._indicator, "finding")
        comments = self._reading.children(element, "comment")
        said = element.get("value")
        if comments:
            text = words_of(self._reading, comments[0], self._indicators._lang)
        else:
            self._reading.take(element, "value")
            text = gap("the file has only this for words", "tệp chỉ có lời này", said or "")
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
            fields["document"] = links[0] if len(links) == 1 else _one_of(links)
        self._whole.findings.append(PartialRecord(Finding, fields, origin=line_of(element)))

    # -- parts of a value

    def _value(self, element: Element, missing: Any) -> Any:
        """A value in percent whole, any other without its unit; or why there is none."""
        printed = self._reading.take(element, "value")
        if printed is None or (not printed.strip() and isinstance(missing, Absent)):
            return missing
        magnitude = magnitude_of(printed)
        if isinstance(magnitude, Gap):
            return magnitude
        if self._measure == Measure.PERCENTAGE:
            return Value.exact(magnitude, percent)
        return PartialRecord(Value, {"magnitude": magnitude, "unit": _measured(self._measure)["unit"]})

    def _period(self, period: Element, *, shared: bool) -> tuple[Period | Gap, str]:
        """The days of a period, and words for an id.

        Args:
            period: the element.
            shared: whether there are findings of the period, too: these have no time, so it stays under "extra".
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
            "not the first and the last day of a period", "không phải ngày đầu và ngày cuối", ", ".join(printed)
        ), "period"

    def _links(self, element: Element) -> list[str]:
        links = self._reading.children(element, "document-link")
        return [self._whole.document(link, self._indicators._lang) for link in links]

    def _citation(self, element: Element) -> Gap | PartialRecord:
        """The document that a value is printed in, where the file links to one and no more."""
        links = self._links(element)
        if len(links) != 1:
            return _one_of(links) if links else _NO_CITATION
        fields = {"document": links[0], "start": _NO_PASSAGE, "end": _NO_PASSAGE, "printed": _NO_PASSAGE}
        return PartialRecord(Citation, fields, origin=line_of(element))

    def _note(self, element: Element, fields: dict[str, Any]) -> None:
        for comment in self._reading.children(element, "comment")[:1]:
            fields["note"] = words_of(self._reading, comment, self._indicators._lang)

    def _dimensions(self, element: Element) -> str:
        dimensions = self._reading.children(element, "dimension")
        shown = ", ".join(f"{dimension.get('name')} = {dimension.get('value')}" for dimension in dimensions)
        if len(shown) <= LONGEST_READ:
            for dimension in dimensions:
                for name in ("name", "value"):
                    self._reading.take(self._reading.enter(dimension), name)
        return shown

    def _categories(self, element: Element) -> tuple[str, ...] | Gap:
        """What a value is confined to; a gap where that is not said in codes."""
        shown = self._dimensions(element)
        dimensions = self._reading.children(element, "dimension")
        codes = [f"{dimension.get('name')}:{dimension.get('value')}" for dimension in dimensions]
        if all(_CURIE.fullmatch(code) for code in codes) and len(set(codes)) == len(codes):
            return tuple(codes)
        return gap("the dimensions are not codes", "các chiều phân tổ không phải là mã", shown)

    def _key(self, element: Element) -> tuple[object, ...]:
        """What tells the baseline of one value from that of another."""
        return (
            tuple(sorted(child.get("ref") or "" for child in element if child.tag == "location")),
            tuple(
                sorted(
                    (child.get("name") or "", child.get("value") or "") for child in element if child.tag == "dimension"
                )
            ),
        )
