"""The reading of the Lai Châu review, compared with its dataset."""

from __future__ import annotations

import pytest

from aseansc import Absent, Value, vietnamese
from aseansc.datasets import lai_chau
from aseansc.mentions import MentionKind
from aseansc.vietnamese import PrintedFigure

REVIEW = lai_chau.load()
END = max(mention.citation.end for mention in REVIEW.mentions)


@pytest.fixture(scope="module")
def found(source_text: str) -> list[PrintedFigure]:
    return [figure for figure in vietnamese.find(source_text) if figure.start < END]


def test_every_figure_is_found_and_read_as_in_the_dataset(found: list[PrintedFigure]) -> None:
    """Position, value (magnitude, unit, qualifier and resolution) and statuses agree."""
    by_start = {figure.start: figure for figure in found}
    for item in REVIEW.figures():
        assert not isinstance(item.citation, Absent)
        figure = by_start.get(item.citation.start)
        if figure is None:  # the whole of 36/108
            whole = next(one for one in found if one.start < item.citation.start and one.end == item.citation.end)
            assert whole.out_of == item.value
            continue
        assert figure.printed == item.citation.printed
        assert figure.value == item.value
        assert figure.statuses == item.statuses


def test_every_mention_is_found_with_its_kind(found: list[PrintedFigure]) -> None:
    by_start = {figure.start: figure for figure in found}
    for mention in REVIEW.mentions:
        if mention.kind is MentionKind.NAME:
            assert mention.citation.start not in by_start
            continue
        figure = by_start[mention.citation.start]
        assert (figure.printed, figure.mention) == (mention.citation.printed, mention.kind)
        if not isinstance(mention.content, int | str):
            assert figure.value == mention.content


def test_nothing_else_is_found(found: list[PrintedFigure]) -> None:
    cited = {item.citation.start for item in REVIEW.figures() if not isinstance(item.citation, Absent)}
    cited |= {mention.citation.start for mention in REVIEW.mentions}
    assert {figure.start for figure in found} <= cited


def test_printed_times_are_read(found: list[PrintedFigure]) -> None:
    """If the time of the dataset is stated, the reader finds the same time."""
    by_start = {figure.start: figure for figure in found}
    right = wrong = 0
    for item in REVIEW.figures():
        assert not isinstance(item.citation, Absent)
        figure = by_start.get(item.citation.start)
        basis = getattr(item, "time_basis", getattr(item, "time_basis", None))
        if figure is None or basis is None or basis.value != "stated" or not isinstance(item.value, Value):
            continue
        right += figure.time == item.time
        wrong += figure.time != item.time
    assert right >= 18
    assert wrong == 0
