"""``aseansc compare --format table``: a row for each indicator, and a column for each report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rich.console import Console
from rich.table import Table

from aseansc._phrases import change, collected, difference, moved
from aseansc.cli._output import Line
from aseansc.cli._words import WORDS
from aseansc.codelists import Absent
from aseansc.comparison import ReviewComparison
from aseansc.errors import OperandError
from aseansc.labels import Lang, label
from aseansc.observations import Observation
from aseansc.reviews import Review
from aseansc.trends import Trend, trend_across

Row: TypeAlias = dict[int, str]
"""The ids of figures, by the number of their report."""


def show_table(found: Sequence[ReviewComparison], reviews: Sequence[Review], console: Console, lang: Lang) -> None:
    """Print the figures that changed from report to report, and the change from the first to the last of them.

    Args:
        found: the comparison of each report with the next one.
        reviews: the reports, in the order of time.
        console: the console.
        lang: the language.
    """
    words = WORDS[lang]
    for number, review in enumerate(reviews, 1):
        console.print(Line(f"{number}. {review.title.lookup(lang).text}", style="bold"))
    console.print()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", highlight=False)
    for heading in (words["quantity"], *map(str, range(1, len(reviews) + 1)), words["change"]):
        table.add_column(Line(heading))
    for row in _rows(found):
        figures = {at: reviews[at].observation(name) for at, name in row.items()}
        first, last = min(figures), max(figures)
        name = reviews[first].indicator(figures[first].indicator).name.lookup(lang).text
        cells = [_figure(figures[at], lang) if at in figures else "" for at in range(len(reviews))]
        end = _change(figures[first], reviews[first], figures[last], reviews[last], lang)
        table.add_row(*map(Line, (name, *cells, end)))
    console.print(table)


def _rows(found: Sequence[ReviewComparison]) -> list[Row]:
    """Return the figures that are the latest ones of their reports, those of one quantity together."""
    rows: list[Row] = []
    open_: dict[tuple[int, str], Row] = {}
    for at, comparison in enumerate(found):
        for item in comparison.figures:
            if not isinstance(item.trend, Trend) or isinstance(item.first, Absent) or isinstance(item.second, Absent):
                continue
            row = open_.get((at, item.first))
            if row is None:
                row = {at: item.first}
                rows.append(row)
            row[at + 1] = item.second
            open_[at + 1, item.second] = row
    return rows


def _figure(figure: Observation, lang: Lang) -> str:
    value = label(figure.value, lang) if isinstance(figure.value, Absent) else f"{figure.value:{lang}}"
    return f"{value} ({collected(figure.time, figure.time_collection, figure.per, lang)})"


def _change(one: Observation, first: Review, other: Observation, last: Review, lang: Lang) -> str:
    try:
        found = trend_across(one, first, other, last)
    except OperandError:  # the reports between them are comparable with both, but not these two
        return ""
    return moved(found, difference(one, other, lang) or change(found.change, found.unit, lang), lang)
