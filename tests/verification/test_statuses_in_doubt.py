"""A status that the text leaves open is not refuted."""

from __future__ import annotations

import pytest

from aseansc.observations import Status
from aseansc.verification import ExtractedFigure, FigureVerdict, verify_claims
from aseansc.vietnamese import Doubt, find

TEXT = "Đến năm 2025, tỷ lệ đô thị hóa khoảng 45%."


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (Status.PLANNED, FigureVerdict.UNDECIDED),
        (Status.FORECAST, FigureVerdict.UNDECIDED),
        (Status.PROVISIONAL, FigureVerdict.REFUTED),
    ],
)
def test_a_figure_that_may_be_a_target_leaves_only_that_undecided(status: Status, verdict: FigureVerdict) -> None:
    (figure,) = (each for each in find(TEXT) if each.mention is None)
    assert figure.doubt is Doubt.STATUS
    claim = ExtractedFigure(number=45, unit="percent", statuses=(status,))
    (result,) = verify_claims(TEXT, [claim])
    assert result.verdict is verdict
