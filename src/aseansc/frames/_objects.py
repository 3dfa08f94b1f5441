"""Judge rows of a frame as objects of the model: the meaning of a frame is that of its observations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve, frozen

from aseansc.citations import Document, sha256_of
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, ReviewError, bug
from aseansc.frames._read import TABLE, Reader
from aseansc.frames._schema import known_indicators
from aseansc.indicators import Indicator
from aseansc.observations import Observation
from aseansc.periods import Period, TimeBasis
from aseansc.reviews import Review
from aseansc.texts import Text

_ANY_TIME: Final = Period.years(1000, 9999)
_TITLE: Final = Text(en="Rows of a table", vi="Các dòng của một bảng")
_PLACE: Final = "VN"


@frozen(eq=False)
class Judged:
    """A row, its observation, and its problems.

    Attributes:
        row: the cells.
        observation: the observation, with a unique id and a citation that overlaps no other; ``None`` if it cannot be
            read.
        stated: the observation as the row states it.
        problems: what is wrong with it.
    """

    row: Mapping[str, Any]
    observation: Observation | None
    problems: Sequence[AseanscError]
    stated: Observation | None = None


def complete_indicators(indicators: Iterable[Indicator], where: str) -> dict[str, Indicator]:
    """Return indicators by their ids, without their sections, which a review of rows does not have.

    Raises:
        FieldTypeError: if one is not an indicator.
        FieldError: if two have the same id.
        ReviewError: if one refers to an indicator that is not given.
    """
    known = {
        name: item if isinstance(item.section, Absent) else evolve(item, section=Absent.NOT_STATED)
        for name, item in known_indicators(indicators, where).items()
    }
    review_of((), known)
    return known


def judged(rows: Iterable[Mapping[str, Any]], known: Mapping[str, Indicator]) -> list[Judged]:
    """Return rows with their observations and problems: those of the cells, and those of the model."""
    found = _read(rows, known)
    by_id = _problems_of([item.observation for item in found if item.observation is not None], known)
    return [
        item if item.observation is None else evolve(item, problems=by_id.get(item.observation.id, ()))
        for item in found
    ]


def _read(rows: Iterable[Mapping[str, Any]], known: Mapping[str, Indicator], *, in_order: bool = True) -> list[Judged]:
    rows, found = [*rows], list[Judged]()
    reader = Reader(known if rows else {}, in_order=in_order)
    for number, row in enumerate(rows):
        observation, problems = reader.read(row, number)
        found.append(Judged(row, observation, problems))
    return _independent(found)


def _independent(items: Sequence[Judged]) -> list[Judged]:
    """Give the observations ids of their own, and citations that do not overlap.

    A time that was assumed depends on the period of a review, which a frame does not contain: it is only marked as not
    stated with the figure.
    """
    counts = Counter(item.observation.id for item in items if item.observation is not None)
    ids = {
        (item.row.get("review"), item.row.get("observation")): _unique_id(item, number, counts)
        for number, item in enumerate(items, 1)
    }
    position, found = 0, list[Judged]()
    for number, item in enumerate(items, 1):
        if item.observation is None:
            found.append(item)
            continue
        own = item.observation
        cited, length = own.citation, len(own.citation.printed)
        revised = ids.get((item.row.get("review"), own.revises))
        changed = evolve(
            own,
            id=_unique_id(item, number, counts),
            citation=evolve(cited, start=position, end=position + length, governed_by=()),
            revises=Absent.NOT_APPLICABLE if revised is None else revised,
            time_basis=TimeBasis.STATED if own.time_basis is TimeBasis.STATED else TimeBasis.CARRIED,
        )
        position += length
        found.append(evolve(item, observation=changed, stated=own))
    return found


def _unique_id(item: Judged, number: int, counts: Mapping[str, int]) -> str:
    """Return the id of an observation if no other has it, else one made of its number."""
    own = item.observation
    return own.id if own is not None and counts[own.id] == 1 else f"row-{number}.of-table"


def valid_review(
    rows: Iterable[Mapping[str, Any]], known: Mapping[str, Indicator]
) -> tuple[Mapping[str, Judged], Review]:
    """Return the valid rows by the ids of their observations, and their review, with the citations of the rows.

    The rows are some of a frame, in any order, so that their numbers mean nothing.
    """
    found = _read(rows, known, in_order=False)
    items = {item.observation.id: item for item in found if item.observation is not None}
    try:
        return items, review_of(map(_as_cited, items.values()), known)
    except ReviewError:  # few tables have rows with problems, or citations that overlap
        problems = _problems_of([item.observation for item in items.values() if item.observation is not None], known)
    valid = {name: item for name, item in items.items() if name not in problems}
    try:
        return valid, review_of(map(_as_cited, valid.values()), known)
    except ReviewError:
        return valid, review_of([item.observation for item in valid.values() if item.observation is not None], known)


def _as_cited(item: Judged) -> Observation:
    """Return an observation with the citation of its row, if the row has one."""
    own, stated = item.observation, item.stated
    if own is None or stated is None:
        raise bug(item)
    return own if item.row.get("cited_from") is None else evolve(own, citation=stated.citation)


def review_of(observations: Iterable[Observation], known: Mapping[str, Indicator]) -> Review:
    """Return a review with observations of a frame.

    Raises:
        ReviewError: if an observation does not agree with its indicator.
    """
    found = tuple(observations)
    units = {part.code: part for item in known.values() for part in item.unit.custom_parts}
    names = dict.fromkeys([TABLE, *(item.citation.document for item in found)])
    return Review(
        id=TABLE,
        title=_TITLE,
        programme=_TITLE,
        place=_PLACE,
        period=_ANY_TIME,
        documents=[Document(id=name, title=name, sha256=sha256_of(name)) for name in names],
        units=tuple(units.values()),
        indicators=tuple(known.values()),
        observations=found,
    )


def _problems_of(
    observations: Sequence[Observation], known: Mapping[str, Indicator]
) -> Mapping[str, Sequence[AseanscError]]:
    """Return the problems that observations have as figures of their indicators, by their ids."""
    found: defaultdict[str, list[AseanscError]] = defaultdict(list)
    try:
        if observations:
            review_of(observations, known)
    except ReviewError as error:
        for problem in error.problems:
            found[problem.record.removeprefix("Observation ").strip("'")].append(problem)
    return found
