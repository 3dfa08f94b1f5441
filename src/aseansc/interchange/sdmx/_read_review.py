"""Read reviews from files that this library wrote: the structure message and the figures of the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Final, cast

from attrs import evolve

from aseansc.citations import Document
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, ReviewError
from aseansc.indicators import Indicator
from aseansc.interchange._document.line_breaks import line_breaks
from aseansc.interchange._document.problems import NOT_A_REVIEW, refusal
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.scalars import one_document
from aseansc.interchange._document.structure import structure, structure_record
from aseansc.interchange._document.versions import VERSIONS, migrated
from aseansc.interchange.sdmx._data_structure import (
    AGENCY,
    ANNOTATION,
    LINE_BREAKS,
    NOT_APPLICABLE,
    RECORDS,
    Row,
    base_period,
    from_id,
    to_id,
)
from aseansc.interchange.sdmx._elements import Element, children, line_of
from aseansc.interchange.sdmx._read_cells import Units
from aseansc.interchange.sdmx._read_rows import Reader
from aseansc.interchange.sdmx._read_structure import Definition, words_of
from aseansc.limits import in_force
from aseansc.observations import Observation
from aseansc.periods import Period
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.texts import Text


def invalid(problems: Iterable[AseanscError]) -> DocumentError:
    """Return the error for a document of this library that is not a valid review."""
    return refusal(NOT_A_REVIEW, problems, where="sdmx.loads")


class _StructureReader:
    """A reader of the parts of a review in its structure message, in the form of the JSON document."""

    def __init__(self, definition: Definition, first: int) -> None:
        self._first = first
        self.problems: list[AseanscError] = []
        self.locations: dict[tuple[str | int, ...], str] = {}
        """The location of each part of the document in the structure message, by the first steps to it."""
        self.document: dict[str, Any] = {}
        self.untimed: dict[int, Any] = {}
        self.line_breaks = ""
        """The numbers of line breaks and tabs in the review that was written; empty if none are stated."""
        self.version = VERSIONS[0]  # the first version does not state it
        flow = cast("Element", definition.flow)
        self.locations[()] = self._line(flow)
        self._read_flow(flow)
        self._read_codes(definition)

    def _line(self, element: Element) -> str:
        return f"structure, {line_of(element, self._first)}"

    def _read_flow(self, flow: Element) -> None:
        document = self.document
        document["title"] = _localized(words_of(flow))
        if any(True for _ in children(flow, "Description")):
            document["note"] = _localized(words_of(flow, "Description"))
        for kind, annotation in _annotations(flow):
            value = _title(annotation)
            if kind in ("id", "place"):
                document[kind] = value
                self.locations[kind,] = self._line(annotation)
            elif kind == "version":
                self._read_version(value, annotation)
            elif kind == "period":
                self._read_period(value, annotation)
            elif kind == "programme":
                document["programme"] = _localized(words_of(annotation, "AnnotationText"))
            elif kind == "extra":
                document["extra"] = self._json(value, annotation)
            elif kind == LINE_BREAKS:
                self.line_breaks = value
            elif kind in _LIST_OF:
                self._read_record(kind, value, annotation)
            else:
                self._problem(
                    FieldError(
                        "unknown annotation type", got=ANNOTATION + kind, expected=f"one of {', '.join(_LIST_OF)}"
                    ),
                    annotation,
                )

    def _read_version(self, value: str, annotation: Element) -> None:
        if value in map(str, VERSIONS):
            self.version = int(value)
        else:
            expected = f"one of {', '.join(map(str, VERSIONS))}"
            self._problem(FieldError("unknown document version", got=value, expected=expected), annotation)

    def _read_period(self, value: str, annotation: Element) -> None:
        try:
            period = Period.parse(value)
        except AseanscError as error:
            self._problem(error, annotation)
            return
        self.document["period"] = {"start": period.start.isoformat(), "end": period.end.isoformat()}

    def _read_record(self, kind: str, value: str, annotation: Element) -> None:
        record = self._json(value, annotation)
        name, text = _LIST_OF[kind], RECORDS[_LIST_OF[kind]][1]
        if record is None:
            return
        if text:
            record[text] = _localized(words_of(annotation, "AnnotationText"))
        if kind == "target":
            number = annotation.get("id", "").rpartition(".")[2]
            at = int(number) if re.fullmatch("[0-9]{1,9}", number) else len(self.untimed)
            if at in self.untimed:
                self._problem(
                    FieldError(
                        "two targets have the same number", got=annotation.get("id"), expected="each number once"
                    ),
                    annotation,
                )
            self.untimed[at] = (record, self._line(annotation))
            return
        self._put(name, record, annotation)

    def _put(self, name: str, record: Any, element: Element) -> None:
        items: list[Any] = self.document.setdefault(name, [])
        self.locations[name, len(items)] = self._line(element)
        items.append(record)

    def _read_codes(self, definition: Definition) -> None:
        definition.read_codes("UNIT_MEASURE", "INDICATOR")
        for component in ("UNIT_MEASURE", "INDICATOR"):
            for element in definition.repeats(component):
                problem = FieldError("a code is defined twice", got=element.get("id"), expected="each code once")
                self._problem(problem, element)
        for code, element in definition.codes("UNIT_MEASURE").items():
            for kind, annotation in _annotations(element):
                self._read_unit(code, kind, annotation, element)
        for code, element in definition.codes("INDICATOR").items():
            if code != NOT_APPLICABLE:
                self._read_indicator(code, element)

    def _read_unit(self, code: str, kind: str, annotation: Element, element: Element) -> None:
        record = self._json(_title(annotation), annotation)
        if kind != "unit" or record is None:
            return
        if to_id(str(record.get("code"))) != code:
            problem = FieldError("the annotation of the unit code defines another unit", got=record, expected=code)
            self._problem(problem, element)
        self._put("units", record, annotation)

    def _read_indicator(self, code: str, element: Element) -> None:
        found = [annotation for kind, annotation in _annotations(element) if kind == "indicator"]
        if len(found) != 1:
            problem = FieldError("the code has no annotation", got=code, expected="one annotation aseansc:indicator")
            self._problem(problem, element)
            return
        record = self._json(_title(found[0]), found[0])
        if record is None:
            return
        record |= {"id": from_id(code), "name": _localized(words_of(element))}
        if any(True for _ in children(element, "Description")):
            record["note"] = _localized(words_of(element, "Description"))
        self._put("indicators", record, element)

    def _json(self, text: str, element: Element) -> dict[str, Any] | None:
        try:
            return parsed(text)
        except DocumentError as error:
            for problem in error.problems or (error,):
                problem.hint = ""  # it is about a whole file
                self._problem(problem, element)
            return None

    def _problem(self, problem: AseanscError, element: Element) -> None:
        inside = f", {problem.where}" if problem.where not in ("", "$") else ""
        self.problems.append(problem.at(f"{self._line(element)}{inside}"))
        if len(self.problems) > in_force().problems:
            raise invalid(self.problems) from None

    def review(self) -> tuple[Review | None, dict[int, Target]]:
        """Return the review without the figures of the data, and the targets without a time by their index.

        The review is ``None`` if it has problems, which are in `problems`.
        """
        targets: dict[int, Target] = {}
        review: Review | None = None
        with one_document():
            try:
                review = structure(self.document)
            except DocumentError as error:
                self.problems += map(self._located, error.problems)
            for number, (record, where) in self.untimed.items():
                try:
                    (present,) = migrated({"targets": [record]}, self.version)["targets"]
                    targets[number] = structure_record(present, Target)
                except DocumentError as error:
                    self.problems += [problem.at(f"{where}{problem.where}") for problem in error.problems]
                    if len(self.problems) > in_force().problems:
                        break
        return review, targets

    def _located(self, problem: AseanscError) -> AseanscError:
        """Add the line in the structure message to the location of a problem."""
        whole = self.locations[()]
        where = self.locations.get(problem.steps[:2]) or self.locations.get(problem.steps[:1], whole)
        return problem.at(f"{where}, {problem.where.removeprefix('$.')}")


_LIST_OF: Final = {kind: name for name, (kind, _) in RECORDS.items()}


def _title(annotation: Element) -> str:
    return "".join(child.text for child in children(annotation, "AnnotationTitle"))


def _annotations(element: Element) -> Iterable[tuple[str, Element]]:
    """Yield each annotation of an element that this library wrote, which has a type such as ``aseansc:id``.

    Each item is the type without ``aseansc:``, and the annotation.
    """
    for container in children(element, "Annotations"):
        for annotation in children(container, "Annotation"):
            for kind in children(annotation, "AnnotationType"):
                if kind.text.startswith(ANNOTATION):
                    yield kind.text.removeprefix(ANNOTATION), annotation


def is_own_structure(definition: Definition) -> bool:
    """Return whether this library wrote a structure message."""
    flow = definition.flow
    return flow is not None and flow.get("agencyID") == AGENCY and any(kind == "id" for kind, _ in _annotations(flow))


def _localized(words: dict[str, str]) -> dict[str, Any]:
    """Return a text in the form of the JSON document."""
    others = {language: text for language, text in words.items() if language not in ("en", "vi")}
    found: dict[str, Any] = {language: words[language] for language in ("en", "vi") if language in words}
    return {**found, "others": others} if others else found


# -- the figures


class Figures:
    """The figures of the rows, and the location of each.

    Args:
        reader: the reader of the rows; it collects the problems.
        rows: the location and the cells of each row.
    """

    def __init__(self, reader: Reader, rows: Iterable[tuple[str, Row]]) -> None:
        self.reader = reader
        self.observations: list[Observation | PartialRecord] = []
        self.targets: list[Target | PartialRecord] = []
        self.claims: list[ChangeClaim | AttainmentClaim | ShareClaim | PartialRecord] = []
        self._complete: list[Figure] = []
        self._locations: list[str] = []
        lists: dict[type, list[Any]] = {Observation: self.observations, Target: self.targets}
        claims = self.claims
        for where, row in rows:
            figure = reader.read(row, where)
            if figure is None:
                continue
            if isinstance(figure, PartialRecord):
                lists.get(figure.record_type, claims).append(figure)
                continue
            lists.get(figure.__class__, claims).append(figure)
            self._complete.append(figure)
            self._locations.append(where)

    @property
    def locations(self) -> dict[str, str]:
        """The locations of complete figures, by class and id as problems name them."""
        names = (f"{figure.__class__.__name__} {figure.id!r}" for figure in self._complete)
        return dict(zip(names, self._locations, strict=True))


def review_from_rows(
    definition: Definition, first: int, rows: Iterable[tuple[str, Row]], problems: list[AseanscError]
) -> Review:
    """Return the review of a structure message and the rows of its data.

    Args:
        definition: the structure.
        first: the line where the structure message starts.
        rows: the location and the cells of each row.
        problems: the problems of the table; it is complete when all rows are read.

    Raises:
        DocumentError: with every problem.
    """
    structured = _StructureReader(definition, first)
    framework, untimed = structured.review()
    figures = Figures(
        Reader(Units(framework.units if framework is not None else ()), defined=framework is not None), rows
    )
    found = [*structured.problems, *problems, *figures.reader.problems]
    if found or framework is None:
        raise invalid(found)
    targets = list(figures.targets)
    for number in sorted(untimed):
        targets.insert(number, untimed[number])
    try:
        review = evolve(
            framework,
            observations=cast("list[Observation]", figures.observations),
            targets=cast("list[Target]", targets),
            claims=cast("Any", figures.claims),
        )
    except ReviewError as error:
        locations = figures.locations
        raise invalid(_in_rows(problem, locations) for problem in error.problems) from None
    _check_indicators(review, figures.reader)
    if structured.line_breaks:
        _require_line_breaks(review, structured.line_breaks)
    return review


_WORDS: Final = re.compile("[^nrt0-9 ]")


def _require_line_breaks(review: Review, written: str) -> None:
    found = line_breaks(review, words=_WORDS.search(written) is not None)
    if found == written:
        return
    problem = FieldError(
        "another program has changed line breaks or tabs in texts, or emptied cells with words such as NULL",
        where="structure",
        got=found or "none",
        expected=f"{written} (line feeds n, carriage returns r, tabs t, and words for a missing value)",
        hint=f"Write the file again. If you changed the texts, remove the annotation {ANNOTATION}{LINE_BREAKS}.",
    )
    raise invalid([problem])


def _in_rows(problem: AseanscError, locations: dict[str, str]) -> AseanscError:
    """Add the row of the figure to the location of a problem."""
    where = locations.get(problem.record)
    return problem if where is None else problem.at(f"{where} ({problem.where})")


def _check_indicators(review: Review, reader: Reader) -> None:
    """Check the indicators that rows of attainments and shares give, and the base periods of all indicators."""
    problems: list[AseanscError] = []
    for (name, given_base), (where, _) in reader.bases.items():
        base = base_period(review.indicator(name))
        if given_base != base:
            problems.append(
                FieldError(
                    "not the base period of the indicator",
                    where=f"{where}, BASE_PER",
                    got=given_base,
                    expected="an empty cell" if isinstance(base, Absent) else str(base),
                )
            )
    for ident, (given, where) in reader.indicators.items():
        indicator = review.indicator_of(cast("Figure", review.claim(ident)))
        expected = NOT_APPLICABLE if isinstance(indicator, Absent) else to_id(indicator.id)
        if given != expected:
            problems.append(
                FieldError(
                    "not the indicator of the figures that the row refers to",
                    where=f"{where}, INDICATOR",
                    got=given,
                    expected=expected,
                )
            )
    if problems:
        raise invalid(problems)


# -- the structure alone, the rows alone


def draft_from_own_structure(definition: Definition) -> Draft:
    """Return a draft of a structure message that this library wrote; it has no figures.

    Raises:
        DocumentError: with every problem.
    """
    structured = _StructureReader(definition, 1)
    framework, untimed = structured.review()
    if structured.problems or framework is None:
        raise invalid(structured.problems)
    return evolve(Draft.of(framework), targets=tuple(untimed[number] for number in sorted(untimed)))


def draft_from_own_rows(
    rows: Iterable[tuple[str, Row]], problems: list[AseanscError], *, message: bool = False
) -> Draft:
    """Return a draft of rows that this library wrote, without their structure message.

    The figures are complete; indicators, title and so on are gaps.

    Args:
        rows: the location and the cells of each row.
        problems: the problems of the table; it is complete when all rows are read.
        message: whether the rows are from SDMX-ML, which is never written without its structure message.

    Raises:
        DocumentError: with every problem of the rows.
    """
    figures = Figures(Reader(Units(), defined=False), rows)
    if problems or figures.reader.problems:
        raise invalid([*problems, *figures.reader.problems])
    gap = _gap_in_message if message else _gap_in_rows
    bases: dict[str, list[Period | None]] = {}
    for (name, base), (_, is_index) in figures.reader.bases.items():
        bases.setdefault(name, []).append(base if is_index else None)
    return Draft(
        id=gap("the id of the review", "mã báo cáo"),
        title=gap("the title", "tên báo cáo"),
        programme=gap("the programme", "chương trình"),
        place=gap("the place", "địa bàn"),
        period=gap("the period", "thời kỳ"),
        documents=[_partial_document(ident, gap) for ident in _documents(figures)],
        indicators=[_partial_indicator(ident, gap, bases.get(ident, [])) for ident in _indicators(figures)],
        observations=figures.observations,
        targets=figures.targets,
        claims=figures.claims,
    )


def _gap_in_rows(what_en: str, what_vi: str) -> Gap:
    return Gap(
        reason=Text(
            en=f"{what_en} is in the structure message, which is missing",
            vi=f"{what_vi} nằm trong thông điệp cấu trúc, hiện không có",
        )
    )


def _gap_in_message(what_en: str, what_vi: str) -> Gap:
    return Gap(
        reason=Text(
            en=f"{what_en} was in the structure part of the file (<?aseansc-structure …?>), which is missing; "
            "add the structure message",
            vi=f"{what_vi} nằm trong phần cấu trúc của tệp (<?aseansc-structure …?>), phần này đã bị mất; "
            "hãy bổ sung thông điệp cấu trúc",
        )
    )


def _string_field(figure: Any, name: str) -> Iterable[str]:
    value = figure.get(name) if isinstance(figure, PartialRecord) else getattr(figure, name, None)
    if isinstance(value, str) and not isinstance(value, Absent):
        yield value


def _documents(figures: Figures) -> list[str]:
    """Return the ids of the cited documents, in the order of the figures."""
    found: dict[str, None] = {}
    for figure in (*figures.observations, *figures.targets, *figures.claims):
        record: Any = figure
        citation = record["citation"] if isinstance(figure, PartialRecord) else record.citation
        if not isinstance(citation, Absent):
            found[citation.document] = None
    return list(found)


def _indicators(figures: Figures) -> list[str]:
    """Return the ids of the indicators, in the order of the figures."""
    every = (*figures.observations, *figures.targets, *figures.claims)
    return list(
        dict.fromkeys(
            name for figure in every for field in ("indicator", "whole") for name in _string_field(figure, field)
        )
    )


def _partial_document(ident: str, gap: Callable[[str, str], Gap]) -> PartialRecord:
    return PartialRecord(
        Document,
        {
            "id": ident,
            "title": gap("the title of the document", "tên tài liệu"),
            "sha256": gap("the SHA-256 of the document", "mã SHA-256 của tài liệu"),
        },
    )


def _partial_indicator(ident: str, gap: Callable[[str, str], Gap], bases: list[Period | None]) -> PartialRecord:
    """Return what is known of an indicator; with one base period, unless it may be that of constant prices."""
    return PartialRecord(
        Indicator,
        {
            "id": ident,
            "name": gap("the name of the indicator", "tên chỉ tiêu"),
            "unit": gap("the unit of the indicator", "đơn vị tính của chỉ tiêu"),
            "kind": gap("the kind of the indicator", "loại chỉ tiêu"),
            **({"base_period": bases[0]} if len(bases) == 1 and bases[0] is not None else {}),
        },
    )
