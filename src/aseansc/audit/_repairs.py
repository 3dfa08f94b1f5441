"""Find the smallest corrections with which contradicted figures agree.

The audit itself decides: a correction is kept if the checks of the figures that it concerns are no longer contradicted.
Only the part of the review around these figures is audited again, and numbers are tried in ranges first: if a whole
range contradicts the other figures, so does every number in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from aseansc._decimals import EXACT, ZERO
from aseansc.audit._audit import checks_of, rule_checks
from aseansc.audit._codes import CheckCode, Nature, ReadingKind, Verdict
from aseansc.audit._names import Names
from aseansc.audit._parts import Parts
from aseansc.audit._repair_results import Correction, Repair, RepairKind, Repairs
from aseansc.audit._results import Check, Implied, Reading
from aseansc.audit._slips import Slip, Statement, other_numbers, other_readings
from aseansc.codelists import Absent
from aseansc.errors import AseanscError
from aseansc.indicators import IndicatorKind
from aseansc.intervals import Interval
from aseansc.observations import Observation, Status
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.values import Attainment, Qualifier, RelativeChange, Value

Changes: TypeAlias = Mapping[str, Statement]
"""Other statements, by id of the figure."""
CheckKey: TypeAlias = tuple[CheckCode, tuple[str, ...]]

_OF_LINKS: Final = (RepairKind.READING, RepairKind.UNIT)
"""Kinds of slips that change what a figure is compared with."""
_NO_SLIPS: Final = (CheckCode.DURATION_PERIOD, CheckCode.ESTIMATE_OVER, CheckCode.TIME_OUTSIDE, CheckCode.PLAN_WAYS)
"""Checks that no other number is a repair of."""
_MOST_WORK: Final = 30_000
_MOST_WORK_ON_PAIRS: Final = 8_000
"""Figures audited for the corrections of one contradiction: audits times figures, and some for each audit.

What is not found by then is missing, so that a report with long tables does not take for ever.
"""
_MOST_WORK_IN_ALL: Final = 45_000
"""Figures audited for the corrections of all contradictions of a review."""
_WORK_OF_AN_AUDIT: Final = 10
_MOST_VALUES: Final = 10
"""Values of one correction."""
_MOST_REPAIRS: Final = 20
"""Single corrections of one contradiction: any part of a long table may be the wrong one."""
_MOST_PAIRS: Final = 10
_MOST_IN_PAIRS: Final = 12
"""Figures that are tried in pairs."""
_LARGEST_COST: Final = 6
"""Together, of the two corrections of a pair: two wrong digits explain almost everything."""
_FEW_DIGITS: Final = 2
"""Two figures with so few digits may agree by chance."""


def repairs(review: Review, checks: Sequence[Check], *, conditional: bool) -> Repairs:
    """Return the repairs of the contradicted checks of a review, and of conditional ones if that is asked for."""
    verdicts = (Verdict.CONTRADICTED, Verdict.CONDITIONAL) if conditional else (Verdict.CONTRADICTED,)
    wrong = [
        check
        for check in checks
        if check.verdict in verdicts and check.nature is not Nature.ROUNDING and check.code not in _NO_SLIPS
    ]
    found: list[Repair] = []
    cut: list[str] = []
    left = _MOST_WORK_IN_ALL
    names, parts = Names(review), Parts(review)
    for together in _connected(wrong):
        search = _Search(parts, checks, together, left)
        found += [evolve(repair, names=names) for repair in search.repairs()]
        cut += search.cut
        left -= search.done
    return Repairs(found=found, not_searched=sorted(set(cut)))


def _connected(checks: Sequence[Check]) -> list[list[Check]]:
    """Group checks that share figures, directly or through others."""
    groups: list[tuple[set[str], list[Check]]] = []
    for check in checks:
        figures, together = set(check.figures), [check]
        for group in [group for group in groups if not group[0].isdisjoint(figures)]:
            groups.remove(group)
            figures |= group[0]
            together = group[1] + together
        groups.append((figures, together))
    return [together for _, together in groups]


@frozen
class _Found:
    """A correction that makes the figures agree."""

    figure: str
    slip: Slip


class _Search:
    """The search for the repairs of one contradiction."""

    def __init__(self, parts: Parts, checks: Sequence[Check], wrong: list[Check], most: int) -> None:
        self.review = review = parts.review
        self.wrong = wrong
        known: dict[str, Figure] = {figure.id: figure for figure in review.figures()}
        names = dict.fromkeys(name for check in wrong for name in check.figures if name in known)
        self.printed = {name: figure.value for name, figure in known.items() if not isinstance(figure.value, Absent)}
        suspects = [known[name] for name in names if name in self.printed]
        self.suspects = sorted(suspects, key=lambda figure: not self._is_computed(figure))
        self.repaired = set(map(_key, wrong))
        self.allowed = {_key(check) for check in checks if check.verdict is Verdict.CONTRADICTED} - self.repaired
        self.claims = {claim.id for claim in review.claims}
        self.near = parts.of(_around(set(names), checks))
        self.most = most
        self.left = 0
        self.done = 0
        self.cut: list[str] = []
        self.accepted = {Verdict.CONSISTENT}
        self.is_joint = any(check.code is CheckCode.JOINT_BOUNDS for check in wrong)

    # -- the judge

    def _checks(self, review: Review, changes: Changes) -> list[Check] | None:
        """Audit a review with changed figures; return None if it is not valid, or if enough was tried.

        Only the whole review, and contradictions of many figures together, need the bounds of all figures together.
        """
        if self.left <= 0:
            return None
        self._count(review)
        try:
            changed = _changed(review, changes)
        except AseanscError:
            return None
        return checks_of(changed) if review is self.review or self.is_joint else rule_checks(changed)

    def _count(self, review: Review) -> None:
        work = len(review.observations) + len(review.claims) + len(review.targets) + _WORK_OF_AN_AUDIT
        self.left -= work
        self.done += work

    def _allow(self, work: int) -> None:
        """Allow some work, and no more than what is left for all contradictions."""
        self.left = min(work, self.most - self.done)

    def _may_fit(self, changes: Changes) -> bool:
        """Return whether ranges may have values that fit; a range that is not valid may have valid values, too."""
        checks = self._checks(self.near, changes)
        return self.left > 0 and (checks is None or not any(self._is_wrong(check) for check in checks))

    def _fits(self, changes: Changes, *, linked: bool, review: Review | None = None) -> bool:
        """Return whether nothing is contradicted with changed figures, and what was contradicted now agrees.

        If a reading or unit has changed (`linked` is false), figures may no longer be compared. This is not agreement.
        """
        checks = self._checks(review or self.near, changes)
        if checks is None or any(self._is_wrong(check) for check in checks):
            return False
        return all(self._agrees(wrong, checks, linked=linked) for wrong in self.wrong)

    def _agrees(self, wrong: Check, checks: Iterable[Check], *, linked: bool) -> bool:
        alike = [check for check in checks if set(wrong.figures) <= set(check.figures)]
        verdicts = {Verdict.CONDITIONAL if check.is_note else check.verdict for check in alike}
        if not self.accepted.isdisjoint(verdicts) or wrong.code is CheckCode.JOINT_BOUNDS:
            return True
        return linked and not verdicts

    def _is_wrong(self, check: Check) -> bool:
        if check.verdict is Verdict.CONDITIONAL:
            return _key(check) in self.repaired and Verdict.CONDITIONAL not in self.accepted
        return check.verdict is Verdict.CONTRADICTED and _key(check) not in self.allowed

    # -- the search

    def repairs(self) -> Iterator[Repair]:
        """Yield the repairs of the contradiction, ranked."""
        corrections = self._single() or list(self._pairs())
        if not corrections and all(check.verdict is Verdict.CONTRADICTED for check in self.wrong):
            self.accepted = {Verdict.CONSISTENT, Verdict.CONDITIONAL}
            corrections = self._single()
        yield from self._ranked(corrections)

    def _single(self) -> list[tuple[int, list[Correction]]]:
        """Return single corrections, each with its cost."""
        self._allow(_MOST_WORK)
        found: list[_Found] = []
        for figure in self.suspects:
            name = figure.id
            found += [_Found(name, slip) for slip in self._of_value(name, self.printed[name], {})]
            self._note_cut(name)
        corrections = [(cost, [correction]) for cost, correction in self._grouped(found)]
        return corrections + [(1, [correction]) for correction in self._of_subjects()]

    def _note_cut(self, *names: str) -> None:
        """Note figures for which not everything was tried, if nothing more is allowed."""
        if self.left <= 0:
            self.cut += names

    def _is_possible(self, name: str, slip: Slip) -> bool:
        """Return whether the indicator of an observation or target allows the unit of a slip."""
        printed = self.printed[name]
        is_level = name not in self.claims and isinstance(slip.value, Value)
        return not is_level or slip.value.unit.dimension == printed.unit.dimension

    def _of_value(self, name: str, value: Statement, given: Changes, most: int = _LARGEST_COST) -> Iterator[Slip]:
        """Yield the slips of a figure's value that make the figures agree, with other changes given."""
        numbers: dict[object, Slip] = {}
        for slip in (*other_readings(value), *self._restated(name, value), *other_numbers(value)):
            if slip.cost <= most and slip.kind in _OF_LINKS:
                if self._is_possible(name, slip) and self._fits({**given, name: slip.value}, linked=False):
                    yield slip
            elif slip.cost <= most:
                numbers.setdefault((slip.value.magnitude, slip.value.resolution), slip)
        within = None if given else self._implied(name, value)
        ordered = sorted(numbers.values(), key=lambda slip: slip.value.magnitude)
        if within is None:
            yield from self._of_range(name, ordered, given)
        else:
            yield from (slip for slip in ordered if slip.value.interval().overlaps(within))

    def _implied(self, name: str, value: Statement) -> Interval | None:
        """Return what the other figures of a contradicted check imply for a figure, or None if they do not."""
        for wrong in self.wrong:
            rest = _implied_by_sum(wrong, name, self.printed[name])
            if rest is not None:
                return rest
        checks = self._checks_without(name)
        others = {(wrong.code, tuple(other for other in wrong.figures if other != name)) for wrong in self.wrong}
        found = (check.implied for check in checks if _key(check) in others)
        implied = next((item for item in found if isinstance(item, Implied)), None)
        return implied.interval if implied is not None and implied.unit == value.unit.code else None

    def _checks_without(self, name: str) -> list[Check]:
        """Return the checks near a figure if it had no value; none if it is not an observation."""
        if self.left <= 0 or all(item.id != name for item in self.near.observations):
            return []
        self._count(self.near)
        others = [_without_value(item) if item.id == name else item for item in self.near.observations]
        return rule_checks(evolve(self.near, observations=others))

    def _of_range(self, name: str, slips: list[Slip], given: Changes) -> Iterator[Slip]:
        """Yield the slips that make the figures agree, of slips in the order of their numbers."""
        if len(slips) > 1:
            whole = _hull(slips)
            if whole is not None and not self._may_fit({**given, name: whole}):
                return
            half = len(slips) // 2
            yield from self._of_range(name, slips[:half], given)
            yield from self._of_range(name, slips[half:], given)
        elif slips and self._fits({**given, name: slips[0].value}, linked=not given):
            yield slips[0]

    def _restated(self, name: str, value: Statement) -> Iterator[Slip]:
        """Yield the numbers that other places print for a figure."""
        names = {other for check in self.wrong if check.code is CheckCode.RESTATEMENT for other in check.figures}
        for other in self.suspects if name in names else ():
            known = self.printed[other.id]
            is_like = type(known) is type(value) and known.unit == value.unit
            if other.id in names and is_like and known.magnitude != value.magnitude:
                yield Slip(RepairKind.RESTATED, known, 2)

    def _of_subjects(self) -> Iterator[Correction]:
        """Yield the reading in which turns are different persons, which changes what a figure counts."""
        for check in self.wrong:
            reading = check.alternative
            if isinstance(reading, Reading) and reading.kind is ReadingKind.DISTINCT_SUBJECTS and reading.fits:
                last = check.evidence[-1]
                printed = "" if isinstance(last.printed, Absent) else last.printed
                kind = RepairKind.READING
                yield Correction(figure=last.id, printed=printed, kind=kind, reading=reading.kind, values=())

    def _pairs(self) -> Iterator[tuple[int, list[Correction]]]:
        """Yield pairs of corrections with their cost, if no single one is enough."""
        self._allow(_MOST_WORK_ON_PAIRS)
        found: set[frozenset[tuple[str, RepairKind, Statement]]] = set()
        for pair in self._possible_pairs():
            key = frozenset((item.figure, item.slip.kind, item.slip.value) for item in pair)
            if key not in found and self._fit_all(pair):
                found.add(key)
                yield sum(item.slip.cost for item in pair), [self._correction([item]) for item in pair]
            if len(found) == _MOST_PAIRS:
                return

    def _possible_pairs(self) -> Iterator[tuple[_Found, _Found]]:
        """Yield pairs of slips, of two figures or of one, that make the figures near them agree."""
        names = [figure.id for figure in self.suspects[:_MOST_IN_PAIRS]]
        likely = {name: tuple(self._likely(name)) for name in names}
        self.cut += [figure.id for figure in self.suspects[_MOST_IN_PAIRS:]]
        for one, other in product(names, repeat=2):
            for first in likely[one]:
                if self.left <= 0:
                    self._note_cut(*names)
                    return
                yield from ((_Found(one, first), _Found(other, second)) for second in self._second(one, first, other))

    def _second(self, one: str, first: Slip, other: str) -> Iterator[Slip]:
        """Yield the slips of a figure with which another slip, of it or of another figure, makes the figures agree."""
        left = _LARGEST_COST - first.cost
        if one == other:
            return self._of_value(other, first.value, {}, left)
        return self._of_value(other, self.printed[other], {one: first.value}, left)

    def _likely(self, name: str) -> Iterator[Slip]:
        """Yield the slips of a figure that may be the first of a pair."""
        value = self.printed[name]
        slips = (*other_readings(value), *other_numbers(value))
        return (slip for slip in slips if slip.cost <= _LARGEST_COST // 2)

    # -- the results

    def _grouped(self, found: Iterable[_Found]) -> Iterator[tuple[int, Correction]]:
        """Yield one correction, and its cost, for the like slips in a figure, if they also fit the whole review."""
        groups: dict[object, list[_Found]] = defaultdict(list)
        for one in found:
            groups[one.figure, one.slip.kind, one.slip.reading, one.slip.cost].append(one)
        accepted = 0
        for group in sorted(groups.values(), key=lambda group: group[0].slip.cost):
            if accepted == _MOST_REPAIRS:
                return
            fitting = [one for one in self._nearest(group) if self._fit_all([one])]
            self._note_cut(group[0].figure)
            if fitting:
                accepted += 1
                yield fitting[0].slip.cost, self._correction(fitting)

    def _nearest(self, group: list[_Found]) -> list[_Found]:
        printed = self.printed[group[0].figure]

        def distance(one: _Found) -> object:
            return EXACT.subtract(one.slip.value.magnitude, printed.magnitude).copy_abs()

        return sorted(group, key=distance)[:_MOST_VALUES]  # type: ignore[arg-type]

    def _fit_all(self, found: Sequence[_Found]) -> bool:
        """Return whether corrections fit the whole review, too."""
        changes = {one.figure: one.slip.value for one in found}
        linked = all(one.slip.kind not in _OF_LINKS for one in found)
        return self._fits(changes, linked=linked, review=self.review)

    def _correction(self, found: list[_Found]) -> Correction:
        figure = next(figure for figure in self.suspects if figure.id == found[0].figure)
        citation, slip = figure.citation, found[0].slip
        return Correction(
            figure=figure.id,
            printed="" if isinstance(citation, Absent) else citation.printed,
            kind=slip.kind,
            reading=slip.reading,
            values=tuple(one.slip.value for one in found),
        )

    def _ranked(self, found: list[tuple[int, list[Correction]]]) -> Iterator[Repair]:
        """Yield repairs, the likeliest first: figures that are printed twice alike are the last suspects."""

        def likelihood(repair: tuple[int, list[Correction]]) -> tuple[bool, bool, int]:
            cost, corrections = repair
            twice = any(map(self._is_printed_twice, corrections))
            return twice, any(len(correction.values) > 1 for correction in corrections), cost

        ranks = {key: rank for rank, key in enumerate(sorted(set(map(likelihood, found))), start=1)}
        for repair in sorted(found, key=likelihood):
            yield Repair(rank=ranks[likelihood(repair)], corrections=repair[1], checks=self.wrong)

    def _is_computed(self, figure: Figure) -> bool:
        """Return whether authors compute such figures from others: changes, shares, attainments and rates."""
        if not isinstance(figure, Observation | Target):
            return True
        return self.review.indicator(figure.indicator).kind is IndicatorKind.RATE

    def _is_printed_twice(self, correction: Correction) -> bool:
        if correction.kind is RepairKind.READING or correction.kind is RepairKind.UNIT:
            return False
        printed = self.printed[correction.figure]
        return any(
            name != correction.figure
            and (value.magnitude, value.unit) == (printed.magnitude, printed.unit)
            and len(value.magnitude.as_tuple().digits) > _FEW_DIGITS
            for name, value in self.printed.items()
        )


def _key(check: Check) -> CheckKey:
    return check.code, check.figures


def _implied_by_sum(check: Check, name: str, value: Statement) -> Interval | None:
    """Return what a sum implies for a figure without auditing again, because a table may have many parts."""
    computation = check.computation
    computed, stated = computation.computed, computation.stated
    if check.code not in (CheckCode.PARTS_SUM, CheckCode.SHARES_SUM) or computation.unit != value.unit.code:
        return None
    if not isinstance(computed, Interval) or not isinstance(stated, Interval) or name not in check.figures:
        return None
    if check.code is CheckCode.PARTS_SUM and check.evidence[0].id == name:
        return computed
    own = value.interval()
    ends = (computed.lower, own.lower, computed.upper, own.upper)
    if any(end is None for end in ends):
        return None
    low, own_low, high, own_high = (end for end in ends if end is not None)
    return stated - Interval(lower=EXACT.subtract(low, own_low), upper=EXACT.subtract(high, own_high))


def _hull(slips: Sequence[Slip]) -> Statement | None:
    """Return a range that allows everything that some slips in the order of their numbers allow, or None."""
    low, high = slips[0].value, slips[-1].value
    if low.qualifier is not Qualifier.EXACT:
        return None
    step = max(slip.value.resolution for slip in slips)
    lower = EXACT.subtract(low.magnitude, step)
    form = {"form": low.form} if isinstance(low, RelativeChange | Attainment) else {}
    try:
        return type(low)(
            magnitude=lower if low.magnitude < 0 else max(lower, ZERO),
            upper=EXACT.add(high.magnitude, step),
            unit=low.unit,
            qualifier=Qualifier.BETWEEN,
            **form,
        )
    except AseanscError:
        return None


def _around(names: set[str], checks: Iterable[Check]) -> set[str]:
    """Return the figures that share a check with some figures."""
    near = set(names)
    for check in checks:
        if check.code not in _NO_SLIPS and not names.isdisjoint(check.figures):
            near.update(check.figures)
    return near


def _without_value(observation: Observation) -> Observation:
    return evolve(observation, value=Absent.NOT_STATED, statuses=(Status.MISSING,), sampling_error=Absent.NOT_STATED)


def _changed(review: Review, changes: Changes) -> Review:
    """Return a review in which some figures have other statements.

    Raises:
        AseanscError: if the result is not valid.
    """

    def replace(figures: Sequence[Any]) -> list[Any]:
        return [evolve(figure, value=changes[figure.id]) if figure.id in changes else figure for figure in figures]

    return evolve(
        review,
        observations=replace(review.observations),
        targets=replace(review.targets),
        claims=replace(review.claims),
    )
