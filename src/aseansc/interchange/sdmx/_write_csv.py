"""Write SDMX-CSV 2.0."""

from __future__ import annotations

import re
from typing import Final

from aseansc.errors import FieldError
from aseansc.interchange.sdmx._data_structure import AGENCY, COLUMNS, HEAD, LONGEST_CELL, VERSION, dataflow_id
from aseansc.interchange.sdmx._write_rows import rows
from aseansc.reviews import Review

_quotes: Final = re.compile(r'[",\r\n]|^\s|\s$').search


def csv_text(review: Review) -> str:
    """Return the figures of a review as SDMX-CSV 2.0.

    Raises:
        FieldError: if a cell is longer than `LONGEST_CELL`.
    """
    lines = [",".join((*HEAD, *COLUMNS))]
    start = f"dataflow,{AGENCY}:{dataflow_id(review.id)}({VERSION}),I,"
    for row in rows(review):
        line = start + ",".join([_quoted(cell) if _quotes(cell) else cell for cell in row])
        if len(line) > LONGEST_CELL:
            _require_short(row)
        lines.append(line)
    return "\n".join(lines) + "\n"


def _require_short(row: tuple[str, ...]) -> None:
    cells = dict(zip(COLUMNS, row, strict=True))
    for name, cell in cells.items():
        if len(cell) > LONGEST_CELL:
            raise FieldError(
                "the text is too long for readers of CSV",
                where=f"{name} of {cells['FIGURE_ID']!r}",
                got=cell,
                expected=f"at most {LONGEST_CELL:,} characters",
                hint="Write the review as SDMX-ML, which accepts longer texts.",
            )


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
