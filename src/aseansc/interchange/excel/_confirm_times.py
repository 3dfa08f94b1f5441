"""The sheet of a draft in which one cell confirms a time for all figures that take it from the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from aseansc.drafts import Draft, PartialRecord, TakenTime
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange.excel._layout import TIMES, address
from aseansc.periods import TimeBasis

Worksheet: TypeAlias = Any  # xlsxwriter has no type hints

_HEADS: Final = (
    ("confirmed\nxác nhận", 14),
    ("time\nthời gian", 24),
    ("taken from\nlấy từ", 40),
    ("figures\nsố liệu", 10),
    ("ids\nmã", 90),
)
_YES: Final = "yes"
_PERIOD: Final = "the period of the report"
_ELSEWHERE: Final = "another sentence or a heading"
_MOST_IDS: Final = 200
"""The most ids in a cell; more figures of a time get further lines."""


def write_times(sheet: Worksheet, draft: Draft, taken: Sequence[TakenTime], new_format: Callable[..., Any]) -> None:
    """Write a line for each time that figures of a draft take from elsewhere, with a cell to confirm it.

    Args:
        sheet: the sheet.
        draft: the draft.
        taken: its times.
        new_format: returns a format with some properties.
    """
    head = new_format(bold=True, font_color="#FFFFFF", bg_color="#17405E", text_wrap=True)
    plain, proposed = new_format(text_wrap=True), new_format(bg_color="#DDEBF7")
    for number, (words, width) in enumerate(_HEADS):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, words, head)
    row = 0
    for row, (one, ids) in enumerate(_lines(draft, taken), 1):
        source = _PERIOD if one.basis is TimeBasis.ASSUMED else f"“{one.source}”" if one.source else _ELSEWHERE
        sheet.write_blank(row, 0, None, proposed)
        sheet.write_string(row, 1, str(one.time), plain)
        sheet.write_string(row, 2, source, plain)
        sheet.write_number(row, 3, len(ids), plain)
        sheet.write_string(row, 4, "; ".join(ids), plain)
    sheet.data_validation(1, 0, row, 0, {"validate": "list", "source": [_YES]})
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)
    sheet.set_tab_color("#E0A100")


def _lines(draft: Draft, taken: Sequence[TakenTime]) -> Iterator[tuple[TakenTime, list[str]]]:
    """Yield each time with the ids of its figures, on several lines if a cell cannot hold them all."""
    for one in taken:
        ids = [str(_record_at(draft, where).get("id")) for where in one.figures]
        for at in range(0, len(ids), _MOST_IDS):
            yield one, ids[at : at + _MOST_IDS]


def _record_at(draft: Draft, where: str) -> PartialRecord:
    table, _, number = where.rstrip("]").partition("[")
    found: PartialRecord = getattr(draft, table)[int(number)]
    return found


def confirmed_ids(grid: Sequence[Sequence[object]], problems: list[AseanscError]) -> frozenset[str]:
    """Return the ids of the figures whose time is confirmed in the sheet; append the problems of its cells."""
    found: set[str] = set()
    for number, row in enumerate(grid[1:], 2):
        answer = str(row[0]).strip().casefold() if row else ""
        if answer == _YES:
            found.update(str(row[-1]).split("; "))
        elif answer:
            where = address(TIMES, number, 0)
            problems.append(FieldError("not an answer", where=where, got=row[0], expected="yes, or an empty cell"))
    return frozenset(found)


def with_confirmed(draft: Draft, ids: frozenset[str]) -> Draft:
    """Return a draft in which the times of figures with some ids are known, unless a person has changed them."""
    if not ids:
        return draft
    places = (
        place
        for one in draft.taken_times
        for at, where in enumerate(one.figures)
        if _record_at(draft, where).get("id") in ids
        for place in one.proposals[2 * at : 2 * at + 2]
    )
    return draft.confirm(*places)
