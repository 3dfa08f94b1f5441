"""All answers of the audit to small reports of every kind, as recorded in ``tests/recorded/audits.txt``."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import evolve, fields

from aseansc import Absent, Frequency, Period, Qualifier, Review, Status, TimeBasis, TimeCollection
from aseansc.audit import Audit, Check, CheckCode, Verdict, audit
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.errors import AseanscError
from aseansc.strategies import seeded_reviews
from tests._recorded import require_recorded
from tests.audit.cases import CASES, SPAN, Y2017, Y2018, made
from tests.cases import reports_false, reports_true  # noqa: F401  # they register the reports
from tests.cases.report import REPORTS


def reviews() -> Iterator[tuple[str, Review]]:
    """Yield the cases of all checks, once with a contradiction and once without, and reports of other tests."""
    for code, case in CASES.items():
        for name, numbers, date in zip(("true", "false"), (case.passes, case.fails), case.dates, strict=True):
            yield f"{code.value}, {name}", made(case.build, *numbers, date=date)
    for report in REPORTS.values():
        yield f"{report.id}: {report.what}", report.build()
    for dataset in (annex, lai_chau, skeleton):
        yield dataset.__name__, dataset.load()


def of_check(check: Check) -> Iterator[str]:
    yield f"{check.code} {check.verdict} {check.nature}: {check.message()}"
    if check.verdict is not Verdict.CONSISTENT:
        yield f"    {check.message('vi')}"
        yield from (f"    ? {question}" for question in (check.question(), check.question("vi")) if question)
    more = (check.assumption, check.consistent_if, check.alternative, check.implied, check.missing)
    yield from (f"    {part!r}" for part in more if part)


def of_audit(result: Audit) -> Iterator[str]:
    for check in result.checks:
        yield from (f"  {line}" for line in of_check(check))
    for finding in result.findings():
        about = ", ".join((*finding.figures, *(check.code.value for check in finding.checks)))
        yield f"  finding {finding.number} {finding.id} {finding.group}: {about}"


def of_repairs(result: Audit) -> Iterator[str]:
    for repair in result.repairs(conditional=True):
        corrections = "; ".join(f"{item.figure} {' or '.join(map(str, item.values))}" for item in repair.corrections)
        yield f"  {repair.rank}: {corrections} ({len(repair.checks)} checks)"
        yield f"    {repair.question()}"
        yield f"    {repair.question('vi')}"


def of_bounds(result: Audit, review: Review) -> Iterator[str]:
    for indicator in review.indicators:
        for bound in result.bounds(indicator):
            where = f"{bound.indicator} {bound.place} {' '.join(bound.breakdown)} {bound.time} {bound.time_collection}"
            rest = (*bound.statuses, *(item.id for item in bound.evidence), *bound.assumed, *bound.structure)
            yield f"  {where}: {bound.interval} {bound.unit.code} ({', '.join(rest)})"


def test_answers_are_as_recorded() -> None:
    lines, codes = [], set()
    for name, review in reviews():
        result = audit(review)
        lines += [name, *of_audit(result)]
        codes |= {check.code for check in result.checks}
    assert set(CheckCode) - codes == set()
    require_recorded("audits.txt", lines)


def test_repairs_are_as_recorded() -> None:
    """Only some reports: the search for repairs takes long."""
    lines = []
    for name, review in list(reviews())[1::8]:
        lines += [name, *of_repairs(audit(review))]
    require_recorded("repairs.txt", lines)


def test_bounds_are_as_recorded() -> None:
    lines = []
    for name, review in (*list(reviews())[::3], ("annex", annex.load())):
        lines += [name, *of_bounds(audit(review), review)]
    require_recorded("bounds.txt", lines)


def changes_of(figure: Any) -> Iterator[Any]:
    """Yield a figure with something else in one field."""
    value, number = figure.value, getattr(figure.value, "magnitude", Decimal(0))
    for other in (number + 1, number * 2, number / 2, -number, Decimal(0), number.scaleb(1)):
        yield lambda other=other: evolve(figure, value=evolve(value, magnitude=other, resolution=None))
    for qualifier in (Qualifier.OVER, Qualifier.NEARLY, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST):
        yield lambda qualifier=qualifier: evolve(figure, value=evolve(value, qualifier=qualifier, upper=None))
    yield lambda: evolve(figure, value=evolve(value, qualifier=Qualifier.BETWEEN, upper=number + 3))
    yield lambda: evolve(figure, value=Absent.NOT_STATED)
    for status in (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST, Status.REVISED):
        yield lambda status=status: evolve(figure, statuses=(status,))
    for time in (Y2017, Y2018, SPAN, Period.parse("2018-S1"), Period.parse("2018-Q2"), Period.year(2016)):
        yield lambda time=time: evolve(figure, time=time)
    for collection in TimeCollection:
        yield lambda collection=collection: evolve(figure, time_collection=collection, per=Absent.NOT_APPLICABLE)
    yield lambda: evolve(figure, time_collection=TimeCollection.EACH, per=Frequency.YEAR)
    yield lambda: evolve(figure, time_collection=TimeCollection.AVERAGE, per=Frequency.MONTH)
    yield lambda: evolve(figure, place="VN-12")
    yield lambda: evolve(figure, breakdown=("sex:female",))
    yield lambda: evolve(figure, time_basis=TimeBasis.ASSUMED)
    yield lambda: evolve(figure, start=Absent.NOT_STATED)
    yield lambda: evolve(figure, end=Absent.NOT_STATED, start=Absent.NOT_STATED)


def difference(old: Any, new: Any) -> str:
    pairs = [(field.name, getattr(old, field.name), getattr(new, field.name)) for field in fields(type(old))]
    return ", ".join(f"{name}: {before!s} to {after!s}" for name, before, after in pairs if before != after)


def with_change(review: Review, rng: random.Random) -> tuple[str, Review]:
    """Return a review with one figure changed or twice, and what differs."""
    for _ in range(50):
        group = rng.choice(
            ("observations", "observations", "observations", "claims", "claims", "targets", "indicators")
        )
        records = list(getattr(review, group))
        if not records:
            continue
        at = rng.randrange(len(records))
        old = records[at]
        try:
            if group == "indicators":
                records[at] = evolve(old, structure_stated=not old.structure_stated)
            elif rng.random() < 0.1:
                records.append(evolve(old, id=f"{old.id}.again"))
            else:
                records[at] = rng.choice(list(changes_of(old)))()
            if records[at] != old or len(records) > len(getattr(review, group)):
                new = records[-1] if len(records) > len(getattr(review, group)) else records[at]
                return f"{new.id} {difference(old, new)}", evolve(review, **{group: records})
        except (AseanscError, TypeError, ArithmeticError):
            continue  # such as a negative count, or a target with a start
    return "no change", review


def test_answers_to_reports_with_changes_are_as_recorded() -> None:
    """Each report with other numbers, times, collections and statuses; only what differs from its own answers."""
    lines = []
    worlds = ((f"world {number}", world) for number, world in enumerate(seeded_reviews(2, seed=5, statements=30)))
    for at, (name, review) in enumerate((*reviews(), *worlds)):
        known = {*of_audit(audit(review))}
        for seed in range(2 if len(review.figures()) < 15 else 6):
            change, changed = with_change(review, random.Random(f"{name} {seed}"))
            result = audit(changed)
            found = [*of_audit(result), *(of_bounds(result, changed) if (at + seed) % 6 == 0 and at < 120 else ())]
            lines += [f"{name}, {change}", *(line for line in found if line not in known)]
    require_recorded("changed-audits.txt", lines)


def test_the_first_screen_of_each_dataset_is_as_recorded() -> None:
    lines = []
    for name, review in list(reviews())[-3:]:
        result = audit(review)
        for lang in ("en", "vi"):
            lines += [f"{name}, {lang}", *result.summary(lang).splitlines(), *result.questions(lang)]
    require_recorded("screens.txt", lines)
