"""Each phrase is read rightly, or left open where it says so."""

from __future__ import annotations

import pytest

from aseansc import vietnamese
from aseansc.values import Change
from tests.cases.reader import CASES, Case, Reading


def fits(figure: vietnamese.PrintedFigure | None, reading: Reading | None) -> bool:
    """Return whether the figure is what the reading says; no reading means that no figure is expected."""
    if figure is None or reading is None:
        return figure is None and reading is None
    value = None if figure.value is None else str(figure.value)
    if reading.value is None:
        return value is None and bool(figure.note)
    return (
        value == reading.value
        and (isinstance(figure.value, Change) or not reading.change)
        and reading.printed in ("", figure.printed)
        and reading.time in ("-", "" if figure.time is None else str(figure.time))
        and reading.collection in ("-", "" if figure.collection is None else figure.collection.value)
        and (reading.statuses is None or reading.statuses == tuple(status.value for status in figure.statuses))
        and (bool(figure.note) or not reading.noted)
    )


def found(case: Case) -> vietnamese.PrintedFigure | None:
    """Return the figure that contains the digits."""
    at = case.text.index(case.at)
    return next((figure for figure in vietnamese.find(case.text) if figure.start <= at < figure.end), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.text} [{case.at}]")
def test_the_figure_is_read_rightly(case: Case):
    assert any(fits(found(case), reading) for reading in case.readings), found(case)
