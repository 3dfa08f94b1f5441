"""Reviews put together again from their own files: the structure's part of them, and the figures of the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast

from attrs import evolve
from cattrs.errors import BaseValidationError

from aseansc.citations import Document
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError, ReviewError
from aseansc.indicators import Indicator
from aseansc.interchange._converter import converter
from aseansc.interchange._problems import problems_of, refusal
from aseansc.interchange._scalars import MOST_PROBLEMS, UNITS, Met
from aseansc.interchange._versions import VERSIONS, migrated
from aseansc.interchange.json import parsed
from aseansc.interchange.sdmx._cells import Row, Units
from aseansc.interchange.sdmx._codes import AGENCY, NOT_APPLICABLE, from_id, to_id
from aseansc.interchange.sdmx._definitions import Definition, words_of
from aseansc.interchange.sdmx._figures import Figure
from aseansc.interchange.sdmx._rows import Reader
from aseansc.interchange.sdmx._structure import ANNOTATION, RECORDS
from aseansc.interchange.sdmx._xml import children, line_of, text_of
from aseansc.observations import Observation
from aseansc.periods import Period
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element


def no_review(problems: Iterable[AseanscError]) -> DocumentError:
    """The error for a document with some problems."""
    return refusal("the document is no review", problems, where="sdmx.loads")


class _Structured:
    """What the structure says of a review, as the JSON document of the review has it; without the figures."""

    def __init__(self, definition: Definition, first: int) -> None:
        self._first = first
        self.problems: list[AseanscError] = []
        self.places: dict[str, str] = {}
        """Where each part of the document was found."""
        self.document: dict[str, Any] = {}
        self.untimed: dict[int, Any] = {}
        self.version = VERSIONS[0]  # the first version does not state it
        flow = cast("Element", definition.flow)
        self.places["$"] = self._line(flow)
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
            value = "".join(text_of(child) for child in children(annotation, "AnnotationTitle"))
            if kind in ("id", "place"):
                document[kind] = value
                self.places[f"$.{kind}"] = self._line(annotation)
            elif kind == "version":
                self._read_version(value, annotation)
            elif kind == "period":
                self._read_period(value, annotation)
            elif kind == "programme":
                document["programme"] = _localized(words_of(annotation, "AnnotationText"))
            elif kind == "extra":
                document["extra"] = self._json(value, annotation)
            elif kind in _LIST_OF:
                self._read_record(kind, value, annotation)
            else:
                self._problem(
                    FieldError("no such annotation", got=ANNOTATION + kind, expected=", ".join(_LIST_OF)), annotation
                )

    def _read_version(self, value: str, annotation: Element) -> None:
        if value in map(str, VERSIONS):
            self.version = int(value)
        else:
            expected = f"one of {', '.join(map(str, VERSIONS))}"
            self._problem(FieldError("an unknown version", got=value, expected=expected), annotation)

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
                self._problem(FieldError("two targets have one number", got=annotation.get("id")), annotation)
            self.untimed[at] = (record, self._line(annotation))
            return
        self._put(name, record, annotation)

    def _put(self, name: str, record: Any, element: Element) -> None:
        items: list[Any] = self.document.setdefault(name, [])
        self.places[f"$.{name}[{len(items)}]"] = self._line(element)
        items.append(record)

    def _read_codes(self, definition: Definition) -> None:
        for component in ("UNIT_MEASURE", "INDICATOR"):
            for element in definition.repeats(component):
                problem = FieldError("a code is defined twice", got=element.get("id"), expected="each code once")
                self._problem(problem, element)
        for code, element in definition.codes("UNIT_MEASURE").items():
            for kind, annotation in _annotations(element):
                value = "".join(text_of(child) for child in children(annotation, "AnnotationTitle"))
                record = self._json(value, annotation)
                if kind == "unit" and record is not None:
                    if to_id(str(record.get("code"))) != code:
                        self._problem(
                            FieldError("another unit than that of the code", got=record, expected=code), element
                        )
                    self._put("units", record, annotation)
        for code, element in definition.codes("INDICATOR").items():
            if code == NOT_APPLICABLE:
                continue
            found = [annotation for kind, annotation in _annotations(element) if kind == "indicator"]
            if len(found) != 1:
                self._problem(
                    FieldError("the code is not annotated", got=code, expected="one aseansc:indicator"), element
                )
                continue
            value = "".join(text_of(child) for child in children(found[0], "AnnotationTitle"))
            record = self._json(value, found[0])
            if record is None:
                continue
            record |= {"id": from_id(code), "name": _localized(words_of(element))}
            if any(True for _ in children(element, "Description")):
                record["note"] = _localized(words_of(element, "Description"))
            self._put("indicators", record, element)

    def _json(self, text: str, element: Element) -> dict[str, Any] | None:
        try:
            return parsed(text)
        except DocumentError as error:
            for problem in error.problems or (error,):
                self._problem(problem, element)
            return None

    def _problem(self, problem: AseanscError, element: Element) -> None:
        there = copy(problem)
        inside = f", {problem.where}" if problem.where not in ("", "$") else ""
        there.where = f"{self._line(element)}{inside}"
        self.problems.append(there)
        if len(self.problems) > MOST_PROBLEMS:
            raise no_review(self.problems) from None

    def review(self) -> tuple[Review | None, dict[int, Target]]:
        """The review without the figures of the data, and the targets that have no time by their numbers."""
        token = UNITS.set(Met())
        targets: dict[int, Target] = {}
        review: Review | None = None
        thorough = converter(thorough=True)
        try:
            try:
                review = thorough.structure(self.document, Review)
            except (AseanscError, BaseValidationError) as error:
                told = problems_of(error, "$", self.document)
                self.problems += [self._placed(problem) for problem in islice(told, MOST_PROBLEMS + 1)]
            for number, (record, where) in self.untimed.items():
                try:
                    (present,) = migrated({"targets": [record]}, self.version)["targets"]
                    targets[number] = thorough.structure(present, Target)
                except (AseanscError, BaseValidationError) as error:
                    for problem in problems_of(error, "", None):
                        problem.where = f"{where}{problem.where}"
                        self.problems.append(problem)
                    if len(self.problems) > MOST_PROBLEMS:
                        break
        finally:
            UNITS.reset(token)
        return review, targets

    def _placed(self, problem: AseanscError) -> AseanscError:
        """A problem with the line before its path."""
        match = _TOP.match(problem.where)
        path = match[0] if match is not None and match[0] in self.places else "$"
        problem.where = f"{self.places[path]}, {problem.where.removeprefix('$.')}"
        return problem


_TOP: Final = re.compile(r"\$\.\w+(?:\[[0-9]+\])?")
_LIST_OF: Final = {kind: name for name, (kind, _) in RECORDS.items()}


def _annotations(element: Element) -> Iterable[tuple[str, Element]]:
    """Our annotations of an element: what sort each is, behind the colon."""
    for together in children(element, "Annotations"):
        for annotation in children(together, "Annotation"):
            for kind in children(annotation, "AnnotationType"):
                if text_of(kind).startswith(ANNOTATION):
                    yield text_of(kind).removeprefix(ANNOTATION), annotation


def is_ours(definition: Definition) -> bool:
    """Whether a structure is that of a review, written here."""
    flow = definition.flow
    return flow is not None and flow.get("agencyID") == AGENCY and any(kind == "id" for kind, _ in _annotations(flow))


def _localized(words: dict[str, str]) -> dict[str, Any]:
    """A text in its languages, as JSON has it."""
    others = {language: text for language, text in words.items() if language not in ("en", "vi")}
    found: dict[str, Any] = {language: words[language] for language in ("en", "vi") if language in words}
    return {**found, "others": others} if others else found


# -- the figures


class Figures:
    """The figures of rows, and where each was found."""

    def __init__(self, reader: Reader, rows: Iterable[tuple[str, Row]]) -> None:
        self.reader = reader
        self.observations: list[Observation | PartialRecord] = []
        self.targets: list[Target | PartialRecord] = []
        self.claims: list[ChangeClaim | AttainmentClaim | ShareClaim | PartialRecord] = []
        self._places: list[str] = []
        self._ids: list[str] = []
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
            self._ids.append(figure.id)
            self._places.append(where)

    @property
    def places(self) -> dict[str, str]:
        """Where each figure that is whole was found, by its id."""
        return dict(zip(self._ids, self._places, strict=True))


def review_of(
    definition: Definition, first: int, rows: Iterable[tuple[str, Row]], problems: list[AseanscError]
) -> Review:
    """The review of a structure of ours and its rows.

    Args:
        definition: the structure.
        first: the line at which its document begins.
        rows: the rows, with their places.
        problems: what is found wrong with the table by the time that all its rows are read.

    Raises:
        DocumentError: with every problem.
    """
    structured = _Structured(definition, first)
    framework, untimed = structured.review()
    figures = Figures(
        Reader(Units(framework.units if framework is not None else ()), defined=framework is not None), rows
    )
    found = [*structured.problems, *problems, *figures.reader.problems]
    if found or framework is None:
        raise no_review(found)
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
        places = figures.places
        raise no_review(_in_rows(problem, places) for problem in error.problems) from None
    _check_indicators(review, figures.reader)
    return review


_FIGURE: Final = re.compile(r"(?:Observation|Target|ChangeClaim|AttainmentClaim|ShareClaim) '([^']*)'")


def _in_rows(problem: AseanscError, places: dict[str, str]) -> AseanscError:
    """A problem of a review, with the row of the figure that it is of."""
    match = _FIGURE.match(problem.where)
    there = copy(problem)
    if match is not None and match[1] in places:
        there.where = f"{places[match[1]]} ({problem.where})"
    return there


def _check_indicators(review: Review, reader: Reader) -> None:
    """Attainments and shares are of the indicator of what they are of; their rows must not say another."""
    problems: list[AseanscError] = []
    for ident, (said, where) in reader.indicators.items():
        indicator = review.indicator_of(cast("Figure", review.claim(ident)))
        expected = NOT_APPLICABLE if isinstance(indicator, Absent) else to_id(indicator.id)
        if said != expected:
            problems.append(
                FieldError("another indicator than that of the figures it names", where=f"{where}, INDICATOR", got=said,
                           expected=expected)
            )  # fmt: skip
    if problems:
        raise no_review(problems)


# -- the structure alone, the rows alone


def draft_of_framework(definition: Definition) -> Draft:
    """What a structure message of ours says of a review; its figures are elsewhere.

    Raises:
        DocumentError: with every problem.
    """
    structured = _Structured(definition, 1)
    framework, untimed = structured.review()
    if structured.problems or framework is None:
        raise no_review(structured.problems)
    return evolve(Draft.of(framework), targets=tuple(untimed[number] for number in sorted(untimed)))


def draft_of(rows: Iterable[tuple[str, Row]], problems: list[AseanscError], *, message: bool = False) -> Draft:
    """The figures of rows of ours, whole, in a draft whose indicators and all else are to be filled in.

    Args:
        rows: the rows, with their places.
        problems: what is found wrong with the table by the time that all its rows are read.
        message: whether the rows are those of SDMX-ML, which we never write without its structure.

    Raises:
        DocumentError: with every problem of the rows.
    """
    figures = Figures(Reader(Units(), defined=False), rows)
    if problems or figures.reader.problems:
        raise no_review([*problems, *figures.reader.problems])
    gap = _gap_of_message if message else _gap
    try:
        return Draft(
            id=gap("the id of the review", "mã báo cáo"),
            title=gap("the title", "tên báo cáo"),
            programme=gap("the programme", "chương trình"),
            place=gap("the place", "địa bàn"),
            period=gap("the period", "thời kỳ"),
            documents=[_named_only(ident, gap) for ident in _documents(figures)],
            indicators=[_unnamed(ident, gap) for ident in _indicators(figures)],
            observations=figures.observations,
            targets=figures.targets,
            claims=figures.claims,
        )
    except AseanscError as error:
        raise no_review([error]) from None


def _gap(what_en: str, what_vi: str) -> Gap:
    return Gap(
        reason=Text(
            en=f"rows alone do not say {what_en}; the structure message does",
            vi=f"các dòng số liệu không cho biết {what_vi}; thông điệp cấu trúc thì có",
        )
    )


def _gap_of_message(what_en: str, what_vi: str) -> Gap:
    return Gap(
        reason=Text(
            en=f"the structure behind the data (<?aseansc-structure …?>) is gone, which said {what_en}; "
            "give the structure message beside the file",
            vi=f"phần cấu trúc sau số liệu (<?aseansc-structure …?>) đã mất, phần này cho biết {what_vi}; "
            "hãy kèm thông điệp cấu trúc",
        )
    )


def _text_of(figure: Any, name: str) -> Iterable[str]:
    """A field of a figure, when it is a text."""
    value = figure.get(name) if isinstance(figure, PartialRecord) else getattr(figure, name, None)
    if isinstance(value, str) and not isinstance(value, Absent):
        yield value


def _documents(figures: Figures) -> list[str]:
    """The ids of the documents that figures are cited from, as they are met."""
    found: dict[str, None] = {}
    for figure in (*figures.observations, *figures.targets, *figures.claims):
        record: Any = figure
        citation = record["citation"] if isinstance(figure, PartialRecord) else record.citation
        if not isinstance(citation, Absent):
            found[citation.document] = None
    return list(found)


def _indicators(figures: Figures) -> list[str]:
    """The ids of the indicators of figures, as they are met."""
    every = (*figures.observations, *figures.targets, *figures.claims)
    return list(
        dict.fromkeys(name for figure in every for field in ("indicator", "whole") for name in _text_of(figure, field))
    )


def _named_only(ident: str, gap: Callable[[str, str], Gap]) -> PartialRecord:
    return PartialRecord(
        Document,
        {
            "id": ident,
            "title": gap("the document's title", "tên tài liệu"),
            "sha256": gap("the document's SHA-256", "mã SHA-256 của tài liệu"),
        },
    )


def _unnamed(ident: str, gap: Callable[[str, str], Gap]) -> PartialRecord:
    return PartialRecord(
        Indicator,
        {
            "id": ident,
            "name": gap("the indicator's name", "tên chỉ tiêu"),
            "unit": gap("the indicator's unit", "đơn vị của chỉ tiêu"),
            "kind": gap("the indicator's kind", "loại chỉ tiêu"),
        },
    )
