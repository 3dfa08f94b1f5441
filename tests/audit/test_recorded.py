"""All answers of the audit to small reports of every kind, as recorded in ``tests/recorded/audits.txt``."""

from __future__ import annotations

from collections.abc import Iterator

from aseansc import Review
from aseansc.audit import Audit, Check, CheckCode, Verdict, audit
from aseansc.datasets import annex, lai_chau, skeleton
from tests._recorded import require_recorded
from tests.audit.cases import CASES, made
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
    lines = []
    for name, review in reviews():
        lines += [name, *of_audit(audit(review))]
    require_recorded("audits.txt", lines)


def test_repairs_are_as_recorded() -> None:
    """Only some reports: the search for repairs takes long."""
    lines = []
    for name, review in list(reviews())[1::5]:
        lines += [name, *of_repairs(audit(review))]
    require_recorded("repairs.txt", lines)


def test_bounds_are_as_recorded() -> None:
    lines = []
    for name, review in (*list(reviews())[::3], ("annex", annex.load())):
        lines += [name, *of_bounds(audit(review), review)]
    require_recorded("bounds.txt", lines)


def test_the_first_screen_of_each_dataset_is_as_recorded() -> None:
    lines = []
    for name, review in list(reviews())[-3:]:
        result = audit(review)
        for lang in ("en", "vi"):
            lines += [f"{name}, {lang}", *result.summary(lang).splitlines(), *result.questions(lang)]
    require_recorded("screens.txt", lines)


def test_every_check_is_recorded() -> None:
    codes = {check.code for _, review in reviews() for check in audit(review).checks}
    assert set(CheckCode) - codes == set()
