"""Name the figures of a draft or a review that are filled in and still doubtful, by the words of their sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, cast, final

from attrs import frozen

from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.codelists import Absent, CodeList
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import FieldTypeError
from aseansc.indicators import Breakdown, IndicatorKind
from aseansc.observations import Observation, Status
from aseansc.periods import Period, TimeCollection, days_of
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Change, RelativeChange
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._naming import key_of, noun_of
from aseansc.vietnamese._sentences import CLOSES, OPENS, Sentences

_FLAGS: Final = re.IGNORECASE
_GOAL: Final = re.compile(lexicon.GOALS, _FLAGS)
_REACHED: Final = re.compile(lexicon.REACHED, _FLAGS)
_AVERAGE: Final = re.compile(lexicon.AVERAGES, _FLAGS)
_YEARLY: Final = re.compile(lexicon.YEARLY, _FLAGS)
_AMONG: Final = re.compile(lexicon.AMONG, _FLAGS)
_AMONG_ONLY: Final = re.compile(rf"{lexicon.AMONG}\s*(?:có\s*)?$", _FLAGS)
_SPAN: Final = re.compile(r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d")
_STROKE: Final = re.compile(r"\d\s*/\s*$")
_CLAUSE: Final = re.compile(r"[,;:()]")
_NEAR: Final = 60


@final
class DoubtCode(CodeList):
    """Why a figure that is filled in may be recorded wrongly.

    - ``goal_as_observation``: its sentence states a goal, and it is an observation without the status planned.
    - ``span_of_change``: the change of several years, or of each year, is recorded as that of another time.
    - ``indicators_alike``: two indicators have the same unit and nearly the same name.
    - ``part_beside_whole``: the sentence calls it a part of the figure before it, and nothing in the review does.
    - ``unstated_average``: it is an average or an amount each year, and its sentence does not say so, or the other way
      round.
    - ``attainment_of_part``: a percent of a plan is said of a part after *trong đó*, and may be that of the whole.
    - ``plan_or_whole``: two numbers with a stroke between them; the second may be a plan or how many there are.
    """

    GOAL_AS_OBSERVATION = "goal_as_observation"
    SPAN_OF_CHANGE = "span_of_change"
    INDICATORS_ALIKE = "indicators_alike"
    PART_BESIDE_WHOLE = "part_beside_whole"
    UNSTATED_AVERAGE = "unstated_average"
    ATTAINMENT_OF_PART = "attainment_of_part"
    PLAN_OR_WHOLE = "plan_or_whole"


@final
@frozen(kw_only=True)
class DoubtfulRecord:
    """A record that is filled in and still doubtful.

    Args:
        location: where it is in the review or draft, such as ``observations[3]``.
        id: its id.
        code: the kind of doubt.
        reason: what is doubtful, in English and Vietnamese.
        context: its sentence, with the figure in ``【】``; empty for an indicator.
    """

    location: str
    id: str
    code: DoubtCode
    reason: Text
    context: str


def doubtful_records(source: Review | Draft, text: str | None = None) -> tuple[DoubtfulRecord, ...]:
    """Return the records whose words say something else than their fields, in the order of the tables.

    Gaps are not doubtful, because they are still to be filled in. The rules know the words of Vietnamese reports. A
    figure that they name may be right.

    Args:
        source: a review, or a draft.
        text: the text of the document that the review cites; a draft has the sentences of its figures itself.

    Raises:
        FieldTypeError: if `source` is neither a review nor a draft.

    >>> from attrs import evolve
    >>> from aseansc.vietnamese import draft
    >>> found = draft("Phấn đấu năm 2025 có 12 xã đạt chuẩn.", place="XX-SM")
    >>> doubtful_records(found)
    ()
    >>> goal = found.targets[0]
    >>> wrong = evolve(found, targets=(), observations=[PartialRecord(Observation, goal, context=goal.context)])
    >>> [(doubt.id, doubt.code.value) for doubt in doubtful_records(wrong)]
    [('so-xa-dat-chuan.2025.target', 'goal_as_observation')]
    """
    if not isinstance(source, Review | Draft):
        raise FieldTypeError(
            "neither a review nor a draft", where="doubtful_records", got=source, expected="one of them"
        )
    finder = _Finder(source, text)
    return (*finder.of_figures(), *finder.of_indicators())


class _Finder:
    def __init__(self, source: Review | Draft, text: str | None) -> None:
        self._source = source
        self._text = text
        self._sentences = None if text is None else Sentences(text)
        indicators: tuple[Any, ...] = source.indicators
        self._kinds = {_get(item, "id"): _get(item, "kind") for item in indicators}
        self._by_id = {_get(item, "id"): item for item in source.observations}
        self._parts = {
            part
            for item in indicators
            for breakdown in cast("tuple[object, ...]", _get(item, "breakdowns") or ())
            if isinstance(breakdown, Breakdown)
            for part in breakdown.parts
        }

    def of_figures(self) -> Iterator[DoubtfulRecord]:
        for table in ("observations", "targets", "claims"):
            for number, record in enumerate(getattr(self._source, table)):
                context = self._context(record)
                if not context:
                    continue
                before, _, rest = context.partition(OPENS)
                figure, _, after = rest.partition(CLOSES)
                for code, en, vi in self._rules(record, before, figure, after):
                    yield DoubtfulRecord(
                        location=f"{table}[{number}]",
                        id=str(_get(record, "id")),
                        code=code,
                        reason=Text(en=en, vi=vi),
                        context=context,
                    )

    def _context(self, record: Any) -> str:
        if isinstance(record, PartialRecord) and record.context:
            return record.context
        citation = _get(record, "citation")
        if self._sentences is None or not isinstance(citation, Citation) or not isinstance(citation.start, int):
            return ""
        return self._sentences.marked(citation.start, citation.end)

    def _rules(self, record: Any, before: str, figure: str, after: str) -> Iterator[tuple[DoubtCode, str, str]]:
        of = record.record_type if isinstance(record, PartialRecord) else type(record)
        if of is Observation:
            yield from self._of_observation(record, before, figure, after)
        elif of is ChangeClaim:
            yield from _of_change(record, before, figure, after)
        elif of is AttainmentClaim:
            yield from self._of_attainment(record, figure)
        if of is Target and _STROKE.search(before):
            yield (
                DoubtCode.PLAN_OR_WHOLE,
                f"“{figure}” after the stroke is recorded as the plan; it may be how many there are of all.",
                f"“{figure}” sau dấu gạch được ghi là kế hoạch; có thể là tổng số.",
            )

    def _of_observation(
        self, record: Any, before: str, figure: str, after: str
    ) -> Iterator[tuple[DoubtCode, str, str]]:
        statuses = cast("tuple[object, ...]", _get(record, "statuses") or ())
        goal = list(_GOAL.finditer(before))
        planned = {Status.PLANNED, Status.FORECAST} & set(statuses)
        if goal and not planned and not _REACHED.search(before, goal[-1].end()):
            words = goal[-1][0]
            yield (
                DoubtCode.GOAL_AS_OBSERVATION,
                f"“{words}” before “{figure}” states a goal, but it is an observation, not a target.",
                f"“{words}” trước “{figure}” nêu mục tiêu, nhưng đây là số liệu, không phải chỉ tiêu kế hoạch.",
            )
        near = f"{_CLAUSE.split(before)[-1][-_NEAR:]}{figure}{_CLAUSE.split(after)[0][:20]}"
        collection, clause = _get(record, "time_collection"), before.rpartition(";")[2]
        if isinstance(collection, TimeCollection):
            says = _AVERAGE.search(f"{clause} {figure} {after[:_NEAR]}") is not None
            if collection.is_repeated and not says:
                yield (
                    DoubtCode.UNSTATED_AVERAGE,
                    f"“{figure}” is recorded as an average or for each period, but its sentence does not say so.",
                    f"“{figure}” được ghi là bình quân hoặc mỗi kỳ, nhưng câu văn không nói vậy.",
                )
            elif (
                not collection.is_repeated
                and _YEARLY.search(near)
                and self._kinds.get(_get(record, "indicator")) is IndicatorKind.FLOW
            ):
                yield (
                    DoubtCode.UNSTATED_AVERAGE,
                    f"The words beside “{figure}” say an average or an amount each year, but it is not recorded so.",
                    f"Những từ cạnh “{figure}” nói bình quân hoặc mỗi năm, nhưng không được ghi như vậy.",
                )
        is_announced = _AMONG.search(before[-_NEAR:].rpartition(".")[2].rpartition(";")[2]) is not None
        if (is_announced or _in_bracket(before, figure)) and not self._is_part(record):
            yield (
                DoubtCode.PART_BESIDE_WHOLE,
                f"“{figure}” is announced as a part, but neither a breakdown nor its indicator says of what.",
                f"“{figure}” là một phần của số trước, nhưng chưa ghi là phân tổ của chỉ tiêu nào.",
            )

    def _of_attainment(self, record: Any, figure: str) -> Iterator[tuple[DoubtCode, str, str]]:
        """Yield the doubt about a percent of a plan that is said of a part: trong đó 1.905 nữ, đạt 103%."""
        actual = self._by_id.get(_get(record, "actual"))
        before, _, part = ("" if actual is None else self._context(actual)).partition(OPENS)
        if _AMONG_ONLY.search(before) is not None:
            part = part.partition(CLOSES)[0]
            yield (
                DoubtCode.ATTAINMENT_OF_PART,
                f"“{figure}” is recorded as that of the part “{part}”; it may be that of the whole before it.",
                f"“{figure}” được ghi cho phần “{part}”; có thể là của tổng số trước đó.",
            )

    def _is_part(self, record: Any) -> bool:
        return bool(_get(record, "breakdown")) or _get(record, "indicator") in self._parts

    def of_indicators(self) -> Iterator[DoubtfulRecord]:
        seen: dict[tuple[frozenset[str], object], str] = {}
        for number, item in enumerate(self._source.indicators):
            name, unit = _vietnamese(_get(item, "name")), _get(item, "unit")
            words = frozenset(key_of(name).split()) - lexicon.IDLE_WORDS
            if not words or not isinstance(unit, Unit):
                continue
            first = seen.setdefault((words, unit), str(_get(item, "id")))
            if first != _get(item, "id"):
                yield DoubtfulRecord(
                    location=f"indicators[{number}]",
                    id=str(_get(item, "id")),
                    code=DoubtCode.INDICATORS_ALIKE,
                    reason=Text(
                        en=f"“{name}” has the same unit and nearly the same name as {first}: perhaps one indicator.",
                        vi=f"“{name}” cùng đơn vị và gần cùng tên với {first}: có thể là một chỉ tiêu.",
                    ),
                    context="",
                )


def _of_change(record: Any, before: str, figure: str, after: str) -> Iterator[tuple[DoubtCode, str, str]]:
    """Yield the doubts about the time of a change."""
    value, time = _get(record, "value"), _get(record, "time")
    if not isinstance(time, Period):
        return
    first, last = days_of(time)
    is_yearly = isinstance(value, Change | RelativeChange) and "/" in value.unit.code
    clause = before.rpartition(";")[2]
    if (
        isinstance(value, Change | RelativeChange)
        and not is_yearly
        and _YEARLY.search(f"{clause[-_NEAR:]}{figure}{after[:12]}")
    ):
        yield (
            DoubtCode.SPAN_OF_CHANGE,
            f"The words beside “{figure}” say a change each year, but it is recorded as one of the whole time.",
            f"Những từ cạnh “{figure}” nói mức thay đổi mỗi năm, nhưng được ghi cho cả thời kỳ.",
        )
    elif last.year == first.year and _SPAN.search(clause):
        yield (
            DoubtCode.SPAN_OF_CHANGE,
            f"The sentence speaks of several years, but “{figure}” is recorded as a change within {first.year}.",
            f"Câu văn nói về nhiều năm, nhưng “{figure}” được ghi là thay đổi trong năm {first.year}.",
        )


def _in_bracket(before: str, figure: str) -> bool:
    """Return whether a figure in a bracket counts what the one before it does: 37 trường (13 trường mầm non)."""
    outer, _, inner = before.rpartition("(")
    noun = noun_of(figure).partition(" ")[0]
    return ")" not in inner and noun != "" and re.search(rf"\d\s+{re.escape(noun)}\b[^()\d]*$", outer) is not None


def _get(record: Any, name: str) -> object:
    found = (
        cast("Mapping[str, object]", record).get(name)
        if isinstance(record, PartialRecord)
        else getattr(record, name, None)
    )
    return None if isinstance(found, Absent) else found


def _vietnamese(name: object) -> str:
    found = _get(name, "vi")
    return found if isinstance(found, str) else ""
