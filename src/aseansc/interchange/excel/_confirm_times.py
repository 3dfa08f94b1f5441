"""The sheet of a draft in which one cell confirms a time for all figures that take it from the same words."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any, Final, TypeAlias
from unicodedata import normalize

from aseansc.drafts import Draft, PartialRecord, TakenTime
from aseansc.errors import AseanscError, FieldError
from aseansc.interchange.excel._layout import TIMES, address, quoted
from aseansc.periods import TimeBasis

Worksheet: TypeAlias = Any  # xlsxwriter has no type hints

_CONFIRMED: Final = "confirmed"
_IDS: Final = "ids"
_HEADS: Final = (
    (f"{_CONFIRMED}\nxác nhận", 14),
    ("time\nthời gian", 24),
    ("taken from\nlấy từ", 40),
    ("figures\nsố liệu", 10),
    (f"{_IDS}\nmã", 90),
)
_YES: Final = "yes"
_ANSWERS: Final = (_YES, "có", "true")
"""The answers that confirm a time; the last is that of a tick box."""
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
    sheet.data_validation(1, 0, max(row, 1), 0, {"validate": "list", "source": [_YES]})
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 0)
    sheet.set_tab_color("#E0A100")


def _lines(draft: Draft, taken: Sequence[TakenTime]) -> Iterator[tuple[TakenTime, list[str]]]:
    """Yield each time with the ids of its figures, on several lines if a cell cannot hold them all.

    Figures without an id are left out, because the sheet could not name them.
    """
    for one in taken:
        ids = [ident for where in one.figures if isinstance(ident := _record_at(draft, where).get("id"), str)]
        for at in range(0, len(ids), _MOST_IDS):
            yield one, ids[at : at + _MOST_IDS]


def _record_at(draft: Draft, where: str) -> PartialRecord:
    table, _, number = where.rstrip("]").partition("[")
    found: PartialRecord = getattr(draft, table)[int(number)]
    return found


def confirmed_ids(
    grid: Sequence[Sequence[object]], known: Container[object], problems: list[AseanscError]
) -> frozenset[str]:
    """Return the ids of the figures whose time is confirmed in the sheet; append the problems of its cells.

    Args:
        grid: the cells of the sheet. People may have added columns, or moved them.
        known: the ids of the figures in the workbook.
        problems: the list to append to.
    """
    rows = iter(enumerate(grid, 1))
    heads = [str(cell).partition("\n")[0].strip().casefold() for cell in next(rows, (1, ()))[1]]
    missing = [name for name in (_CONFIRMED, _IDS) if name not in heads]
    if missing and any(cell != "" for row in grid for cell in row):
        where, hint = quoted(TIMES), "Add its header again, or delete the sheet to confirm no times."
        problems.extend(FieldError("a column is missing", where=where, expected=one, hint=hint) for one in missing)
    if missing:
        return frozenset()
    answers, ids = heads.index(_CONFIRMED), heads.index(_IDS)
    found: set[str] = set()
    for number, row in rows:
        if _is_yes(row[answers], address(TIMES, number, answers), problems):
            found.update(_ids_in(row[ids], address(TIMES, number, ids), known, problems))
    return frozenset(found)


def _is_yes(cell: object, where: str, problems: list[AseanscError]) -> bool:
    """Return whether an answer confirms the time of its line; append a problem if it is neither that nor empty."""
    answer = "" if cell is False else normalize("NFC", str(cell)).strip().casefold()
    if answer and answer not in _ANSWERS:
        problems.append(FieldError("not an answer", where=where, got=cell, expected="yes, or an empty cell"))
    return answer in _ANSWERS


def _ids_in(cell: object, where: str, known: Container[object], problems: list[AseanscError]) -> list[str]:
    """Return the ids in a cell; append a problem if there are none, or no figure has one of them."""
    ids = [one for one in map(str.strip, str(cell).split(";")) if one]
    unknown = [one for one in ids if one not in known]
    if not ids:
        problems.append(FieldError("a confirmed time without ids", where=where, expected="the ids of its figures"))
    if unknown:
        hint = "Correct it as on the sheet of the figure, or remove it if you have deleted the figure."
        problems.append(FieldError("no figure has this id", where=where, got="; ".join(unknown), hint=hint))
    return ids


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
