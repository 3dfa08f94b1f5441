"""Doubts about how records refer to one another: figures to indicators, parts to wholes, rates to counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import reduce
from typing import Any, Final, cast, final

from aseansc._decimals import EXACT, ZERO
from aseansc._phrases import amount
from aseansc.drafts import Draft
from aseansc.indicators import Breakdown, Direction, IndicatorKind
from aseansc.intervals import Interval
from aseansc.labels import label
from aseansc.periods import AsOf, Period, days_of
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.units import Unit, UnitKind, criterion, indicator, percent, project
from aseansc.values import Change, RelativeChange, Value
from aseansc.vietnamese._doubt_codes import DoubtCode, Reason, is_level, record_type_of, value_in, vietnamese_in
from aseansc.vietnamese._item import unit_of_levels
from aseansc.vietnamese._kinds import better_of, is_flow_said, kind_of_label
from aseansc.vietnamese._lexicon import doubts, drafting as lexicon, places, said_of
from aseansc.vietnamese._name_forms import key_of, noun_of
from aseansc.vietnamese.tables import counted_in

_GROWTH: Final = re.compile(lexicon.GROWTH, re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSE: Final = re.compile(r"[;:()\d]")
_STANDING: Final = places.PLACES - {indicator.code, criterion.code, project.code}
"""Units of things that are rather there at a moment than counted over a period."""
_DURING_PERIOD: Final = re.compile(doubts.DURING_PERIOD, re.IGNORECASE)
_FEWEST: Final = 10
"""Smaller counts are often equal without being one figure."""
_FLOW: Final = re.compile(lexicon.FLOW_WORDS, re.IGNORECASE)
_THERE_STILL_IS: Final = re.compile(rf"{lexicon.THERE_STILL_IS}\s*$", re.IGNORECASE)
_NUMBER_OF: Final = re.compile(rf"{lexicon.NUMBER_WORDS}", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[;:]")
_NUMBER: Final = re.compile(r"\d[\d.,]*")
_REGISTERED: Final = re.compile(said_of.REGISTERED, re.IGNORECASE)
_WITH_THE_LAST: Final = re.compile(doubts.WITH_THE_LAST, re.IGNORECASE)
_END_OF_NAME: Final = re.compile(rf"[,;:()\d]|\b{lexicon.AND_WORD}\b")


@final
class Related:
    """The indicators of a review or draft, and the figures that refer to them."""

    def __init__(self, source: Review | Draft) -> None:
        indicators: tuple[Any, ...] = source.indicators
        self._by_id = {value_in(item, "id"): item for item in indicators}
        self._words = {ident: words_of(vietnamese_in(value_in(item, "name"))) for ident, item in self._by_id.items()}
        self._names = {ident: key_of(vietnamese_in(value_in(item, "name"))) for ident, item in self._by_id.items()}
        self._with_word: dict[str, list[object]] = {}
        for ident, words in self._words.items():
            for word in words:
                self._with_word.setdefault(word, []).append(ident)
        self._levels: dict[tuple[object, ...], Any] = {}
        self._figures: dict[object, Any] = {}
        for record in (*source.observations, *source.targets):
            self._figures[value_in(record, "id")] = record
        for record in source.observations:
            self._levels.setdefault((value_in(record, "indicator"), *_circumstances(record)), record)
        self._equal: dict[tuple[object, ...], list[Any]] = {}
        self._targets: dict[tuple[object, ...], Value] = {}
        self._changes: dict[tuple[object, ...], Change | RelativeChange] = {}

    # -- indicators

    def of_indicator(self, item: Any) -> Iterator[Reason]:
        """Yield what is doubtful about an indicator by its name, its kind, and what it is a ratio of."""
        name, unit, kind = vietnamese_in(value_in(item, "name")), value_in(item, "unit"), value_in(item, "kind")
        if not name or not isinstance(unit, Unit):
            return
        says = kind_of_label(name, unit)
        if kind is IndicatorKind.STOCK and is_flow_said(name, unit) and not _REGISTERED.search(name):
            yield (
                DoubtCode.KIND_AND_NAME,
                f"“{name}” is recorded as a stock, but its words are those of a flow.",
                f"“{name}” được ghi là số có tại một thời điểm (stock), nhưng tên gọi là của số cộng dồn (flow).",
            )
        elif kind is IndicatorKind.FLOW and says is IndicatorKind.STOCK and not _may_be_flow(name, unit):
            yield (
                DoubtCode.KIND_AND_NAME,
                f"“{name}” is recorded as a flow, but its words are those of a stock.",
                f"“{name}” được ghi là số cộng dồn (flow), nhưng tên gọi là của số có tại một thời điểm (stock).",
            )
        better, direction = better_of(name), value_in(item, "better")
        if better is not None and isinstance(direction, Direction) and {better, direction} == _OPPOSITE:
            yield (
                DoubtCode.DIRECTION_AND_NAME,
                f"For “{name}”, usually “{label(better)}” is better, but “{label(direction)}” is recorded.",
                f"“{name}” thường “{label(better, 'vi')}” là tốt, nhưng được ghi “{label(direction, 'vi')}”.",
            )
        other = _counted_by(name, unit)
        if other is not None:
            yield (
                DoubtCode.UNIT_AND_NAME,
                f"“{name}” counts {other.plural}, but its unit is {unit.code}.",
                f"“{name}” đếm {other.vi}, nhưng đơn vị là {unit.vi}.",
            )
        yield from self._of_ratio(item, name, unit)

    def _of_ratio(self, item: Any, name: str, unit: Unit) -> Iterator[Reason]:
        """Yield the doubts about a percent whose numerator counts something else than its denominator or its name."""
        over, under = (self._by_id.get(value_in(item, field)) for field in ("numerator", "denominator"))
        units = [value_in(one, "unit") for one in (over, under) if one is not None]
        if unit == percent and len(units) > 1 and all(isinstance(one, Unit) for one in units):
            first, second = cast("list[Unit]", units)
            if first.dimension != second.dimension:
                yield (
                    DoubtCode.RATIO_OF_OTHERS,
                    f"“{name}” is a percent of {second.code}, but its numerator is in {first.code}.",
                    f"“{name}” là phần trăm của {second.code}, nhưng tử số tính bằng {first.code}.",
                )
        words: frozenset[str] = self._words[value_in(over, "id")] if over is not None else frozenset()
        if words and words.isdisjoint(words_of(name)):
            other = vietnamese_in(value_in(over, "name"))
            yield (
                DoubtCode.RATIO_OF_OTHERS,
                f"“{name}” has the numerator “{other}”, but their names have no word in common.",
                f"“{name}” có tử số “{other}”, nhưng hai tên không có từ nào chung.",
            )

    # -- figures

    def of_figure(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        """Yield what is doubtful about what a figure is said of.

        Args:
            record: the figure.
            before: the words of its sentence before it.
            figure: the figure as printed.
            after: the words of its sentence after it.
        """
        yield from self._of_category(record, before, figure, after)
        yield from self._of_kind(record, before, figure)
        yield from self._of_indicator(record, before, figure, after)
        yield from self._of_time(record, figure)
        yield from self._of_parts(record, figure)
        value = value_in(record, "value")
        if isinstance(value, Change | RelativeChange):
            yield from self._of_other_change(record, value, figure, after)
        elif is_level(record):
            yield from self._of_other_target(record, figure)
            yield from self._of_equal(record, figure)

    def _of_other_change(
        self, record: Any, value: Change | RelativeChange, figure: str, after: str
    ) -> Iterator[Reason]:
        """Yield the doubts about a change that differs from another one of the same time, or of a rate of growth."""
        of = value_in(record, "indicator")
        name = vietnamese_in(value_in(self._by_id.get(of), "name"))
        if isinstance(value, RelativeChange) and _GROWTH.match(name):
            yield (
                DoubtCode.GROWTH_OF_RATE,
                f"“{figure}” is recorded as a change of “{name}”; it may be that growth itself.",
                f"“{figure}” được ghi là thay đổi của “{name}”; có thể chính là tốc độ tăng đó.",
            )
        form = value.form if isinstance(value, RelativeChange) else None
        times = tuple(value_in(record, one) or () for one in ("time", "start", "breakdown", "place"))
        last = _WITH_THE_LAST.match(after)  # tăng 2% so với tháng trước, tăng 9% so với cùng kỳ
        times = (*times, last and last[1], is_level(record))  # a planned change is another thing
        first = self._changes.setdefault((of, value.unit, form, *times), value)
        is_other = (first.magnitude, first.upper) != (value.magnitude, value.upper)
        if of is not None and isinstance(times[0], Period | AsOf) and is_other:
            yield (
                DoubtCode.OTHER_VALUE,
                f"“{figure}” is recorded as a change of {of} in {times[0]}, and so is {first}: one has another time "
                "or indicator.",
                f"“{figure}” được ghi là thay đổi của {of} trong {times[0]}, và cả {first}: một trong hai khác "
                "thời gian hoặc chỉ tiêu.",
            )

    def _of_other_target(self, record: Any, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a target that differs from another one of its indicator, time and place."""
        value, of = value_in(record, "value"), value_in(record, "indicator")
        if not isinstance(value, Value) or of is None or not isinstance(value_in(record, "time"), Period | AsOf):
            return
        if record_type_of(record) is not Target:
            return
        first = self._targets.setdefault((of, value.unit, *_circumstances(record)), value)
        if first != value:
            yield (
                DoubtCode.OTHER_VALUE,
                f"“{figure}” is recorded as the target of {of}, and so is {first}: one may be a change, or of "
                "another plan.",
                f"“{figure}” được ghi là chỉ tiêu của {of}, và cả {first}: một trong hai có thể là mức tăng "
                "hoặc của kế hoạch khác.",
            )

    def _of_equal(self, record: Any, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a figure that has the value, unit and time of one of another indicator."""
        of, value, time = (value_in(record, name) for name in ("indicator", "value", "time"))
        if not isinstance(value, Value) or not isinstance(time, Period | AsOf) or value_in(record, "breakdown"):
            return
        if value.unit.kind is UnitKind.COUNT and abs(value.magnitude) < _FEWEST:
            return
        leading = value.magnitude.adjusted(), (*value.magnitude.as_tuple().digits, 0, 0)[:3]
        near = self._equal.setdefault((leading, value.unit, days_of(time)[1]), [])
        for other in near[:_MOST_EQUAL]:
            before = value_in(other, "indicator")
            if before != of and self._may_be_one(of, value, before, value_in(other, "value")):
                yield (
                    DoubtCode.SAME_FIGURE,
                    f"“{figure}” has the value, unit and time of a figure of {before}: perhaps one figure said twice.",
                    f"“{figure}” cùng giá trị, đơn vị và thời gian với một số liệu của {before}: có thể là một số liệu "
                    "nêu hai lần.",
                )
                break
        near.append(record)

    def _may_be_one(self, of: object, value: Value, before: object, other: object) -> bool:
        """Return whether two figures of different indicators may be one, by their numbers and the names."""
        first, second = self._words.get(of, frozenset()), self._words.get(before, frozenset())
        digits = len(value.magnitude.normalize(EXACT).as_tuple().digits)
        is_equal = isinstance(other, Value) and other.magnitude == value.magnitude
        if first and second and (first <= second or second <= first):
            return True
        is_share = value.unit.kind is UnitKind.SHARE
        return is_equal and digits >= _FEWEST_DIGITS and (not is_share or not first.isdisjoint(second))

    def _of_indicator(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        """Yield the doubt about a figure whose words have the whole name of another indicator, but not of its own."""
        of = self._indicator_of(record)
        own = self._words.get(of, frozenset())
        texts = _texts_beside(before, figure, after, is_claim=not is_level(record))
        beside = words_of(texts[0])
        if not own or own <= beside:
            return
        hits = Counter(ident for word in beside for ident in self._with_word.get(word, ()))
        unit = _unit_of(record)
        named = [
            ident
            for ident, count in hits.items()
            if count == len(self._words[ident]) > hits[of]
            and (unit is None or value_in(self._by_id[ident], "unit") == unit)
            and any(self._names[ident] in text for text in texts)
        ]
        if named and not any(own > self._words[ident] for ident in named):
            other = max(named, key=lambda ident: (len(self._words[ident]), str(ident)))
            yield (
                DoubtCode.OTHER_INDICATOR,
                f"“{figure}” is recorded as {of}, but the words beside it are the name of {other}.",
                f"“{figure}” được ghi cho {of}, nhưng những từ bên cạnh là tên của {other}.",
            )

    def _indicator_of(self, record: Any) -> object:
        of = value_in(record, "indicator")
        if of is not None:
            return of
        return value_in(self._figures.get(value_in(record, "actual")), "indicator")

    def _of_kind(self, record: Any, before: str, figure: str) -> Iterator[Reason]:
        """Yield the doubt about what there still is, by its verb, that is recorded as added up over a period."""
        kind = value_in(self._by_id.get(value_in(record, "indicator")), "kind")
        if kind is IndicatorKind.FLOW and value_in(record, "value") is not None and _THERE_STILL_IS.search(before):
            yield (
                DoubtCode.KIND_AND_NAME,
                f"The words before “{figure}” say how many there are, but its indicator is a flow.",
                f"Những từ trước “{figure}” nói hiện có bao nhiêu, nhưng chỉ tiêu được ghi là số cộng dồn (flow).",
            )
        during = _DURING_PERIOD.search(before)
        if kind is IndicatorKind.STOCK and is_level(record) and during is not None:
            yield (
                DoubtCode.KIND_AND_NAME,
                f"The sentence of “{figure}” says “{during['when']}”, but its indicator is a stock.",
                f"Câu văn của “{figure}” nói “{during['when']}”, nhưng chỉ tiêu được ghi là số thời điểm (stock).",
            )

    def _of_category(self, record: Any, before: str, figure: str, after: str) -> Iterator[Reason]:
        """Yield the doubt about a figure of women in the words that is recorded as one of men, and the like."""
        recorded = cast("tuple[str, ...]", value_in(record, "breakdown") or ())
        beside = _beside(before, figure, after).casefold()
        stated = {code for words, code in lexicon.CATEGORIES.items() if re.search(rf"\b{words}\b", beside)}
        schemes = {code.partition(":")[0] for code in stated}
        for code in recorded:
            if code.partition(":")[0] in schemes and code not in stated:
                said = ", ".join(sorted(stated))
                yield (
                    DoubtCode.OTHER_CATEGORY,
                    f"“{figure}” is recorded as {code}, but the words beside it say {said}.",
                    f"“{figure}” được ghi cho {code}, nhưng những từ bên cạnh nói {said}.",
                )

    def _of_time(self, record: Any, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a change or percent of a plan at another time than its level."""
        level = self._figures.get(value_in(record, "actual") or value_in(record, "end"))
        time, other = value_in(record, "time"), value_in(level, "time")
        if not isinstance(time, Period | AsOf) or not isinstance(other, Period | AsOf):
            return
        (first, last), (begins, ends) = days_of(time), days_of(other)
        is_other = value_in(record, "actual") is not None and isinstance(time, Period) and isinstance(other, Period)
        if ends < first or last < begins or (is_other and time != other):
            yield (
                DoubtCode.TIME_OF_LEVEL,
                f"“{figure}” is recorded for {time}, but the level that it is said of for {other}.",
                f"“{figure}” được ghi cho {time}, nhưng số liệu mà nó nói về được ghi cho {other}.",
            )

    def _overlapping(self, of: object) -> list[Breakdown]:
        """Return the breakdowns of an indicator whose parts may overlap; the audit compares the others."""
        found = cast("tuple[object, ...]", value_in(self._by_id.get(of), "breakdowns") or ())
        listed = [one for one in found if isinstance(one, Breakdown)]
        return [one for one in listed if not one.disjoint and len(one.parts) > 1]

    def _of_parts(self, record: Any, figure: str) -> Iterator[Reason]:
        """Yield the doubt about a whole whose parts may overlap, and are together more than it."""
        of, value, at = value_in(record, "indicator"), value_in(record, "value"), _circumstances(record)
        is_first = record is self._levels.get((of, *at))
        if not isinstance(value, Value) or value.unit.kind is UnitKind.SHARE or not is_first:
            return
        most = value.interval().upper
        for breakdown in self._overlapping(of) if most is not None else ():
            parts = [value_in(self._levels.get((part, *at)), "value") for part in breakdown.parts]
            total = _least(part for part in parts if isinstance(part, Value) and part.unit == value.unit)
            if most is not None and total > most:
                least = Interval(lower=total)
                en, vi = amount(least, value.unit, "en"), amount(least, value.unit, "vi")
                yield (
                    DoubtCode.PARTS_ABOVE_WHOLE,
                    f"The parts of “{figure}” are together {en}: they overlap, or one is not a part.",
                    f"Các phần của “{figure}” cộng lại là {vi}: các phần trùng nhau hoặc ghi sai.",
                )


_FEWEST_DIGITS: Final = 4
"""Digits of a number from which it is hardly equal to another one by chance."""
_MOST_EQUAL: Final = 8
_OPPOSITE: Final = {Direction.UP, Direction.DOWN}


def _counted_by(name: str, unit: Unit) -> Unit | None:
    """Return the unit of what a name counts if it is not the one of its indicator: *Số hộ nghèo* in persons."""
    if unit.kind is not UnitKind.COUNT or not _NUMBER_OF.match(name):
        return None
    counted = counted_in(name.partition(": ")[0])
    if counted is None or counted[1] != 1 or counted[0].kind is not UnitKind.COUNT:
        return None
    is_same = counted[0].dimension == unit.dimension or unit.code.startswith(counted[0].code)
    return None if is_same or counted[0].code.startswith(unit.code) else counted[0]


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name that distinguish it from others."""
    return frozenset(_WORD.findall(key_of(name))) - lexicon.IDLE_WORDS


def _beside(before: str, figure: str, after: str) -> str:
    """Return a figure with the words of its clause, from the figure before it on."""
    return f"{_CLAUSE.split(_YEAR.sub(' ', before))[-1]} {figure} {_CLAUSE.split(after)[0].partition(',')[0]}"


def _texts_beside(before: str, figure: str, after: str, *, is_claim: bool) -> tuple[str, str]:
    """Return the words beside a figure, with and without its counted noun; of a claim, all words before it."""
    if is_claim:
        text = _NUMBER.sub(" ", _SENTENCE.split(before)[-1])
        return _spaced(text), _spaced(text)
    first, last = _CLAUSE.split(_YEAR.sub(" ", before))[-1], _END_OF_NAME.split(after)[0]
    return _spaced(f"{first} {noun_of(figure)} {last}"), _spaced(f"{first} {last}")


def _spaced(words: str) -> str:
    return " ".join(words.casefold().split())


def _circumstances(record: Any) -> tuple[object, ...]:
    """Return what levels have in common that may be compared."""
    names = ("time", "time_collection", "place", "breakdown")
    return tuple(value_in(record, name) or () for name in names)


def _unit_of(record: Any) -> Unit | None:
    """Return the unit of the levels that a figure is about, if it has one."""
    value = value_in(record, "value")
    if isinstance(value, Value):
        return value.unit
    if isinstance(value, Change):
        return unit_of_levels(value.unit)
    return None


def _least(parts: Iterable[Value]) -> Decimal:
    """Return the least that some parts may be together."""
    return reduce(EXACT.add, (part.interval().lower or ZERO for part in parts), ZERO)


def _may_be_flow(name: str, unit: Unit) -> bool:
    """Return whether a name that begins like that of a stock may be one of a flow.

    Areas are sown and harvested; prizes, houses and other things are counted when they are won or built.
    """
    is_standing = unit.kind is not UnitKind.COUNT or unit.code in _STANDING
    return unit.kind is UnitKind.AREA or not is_standing or _FLOW.search(name) is not None
