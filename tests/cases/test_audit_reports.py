"""The audit contradicts nothing in true reports, and finds the error in false ones."""

from __future__ import annotations

import pytest

from aseansc.audit import Nature, audit
from tests.cases import reports_false, reports_true  # noqa: F401  # they register the reports
from tests.cases.report import REPORTS, Made


def reports(*initials: str):
    return [
        pytest.param(
            made, id=f"{made.id}: {made.what}", marks=[pytest.mark.xfail(reason=made.fails)] * bool(made.fails)
        )
        for made in REPORTS.values()
        if made.id.startswith(initials)
    ]


@pytest.mark.parametrize("made", reports("T", "X"))
def test_the_arithmetic_of_a_true_report_is_not_contradicted(made: Made):
    assert not audit(made.build()).of_nature(Nature.ARITHMETIC)


@pytest.mark.parametrize("name", ["T15", "T30", "T32", "T40"])
def test_what_true_reports_usually_state_is_only_a_note(name: str):
    found = audit(REPORTS[name].build())
    assert found.notes
    assert (found.contradicted, found.conditional) == ((), ())


@pytest.mark.parametrize("made", reports("F"))
def test_the_error_of_a_false_report_is_found(made: Made):
    found = audit(made.build())
    assert found.contradicted or found.conditional
