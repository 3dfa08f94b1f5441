"""Write SDMX-ML data messages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from aseansc.interchange.sdmx._data_structure import COLUMNS, EMBEDDED, dataflow_id
from aseansc.interchange.sdmx._write_rows import rows
from aseansc.interchange.sdmx._write_structure import (
    COMMON,
    DECLARATION,
    MESSAGE,
    SPECIFIC,
    dataflow_urn,
    escaped,
    header,
    structure_text,
)
from aseansc.reviews import Review

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_PART: Final = 2_000_000


def data_text(review: Review, prepared: dt.date) -> str:
    """Return the data message of a review, followed by the structure message in processing instructions.

    SDMX has no message type for data and structure together, and other readers skip processing instructions. An
    annotation of the data set would be an alternative, but sdmx1 cannot read those.
    """
    return DECLARATION + "\n".join(_message(review, prepared)) + "\n"


def _message(review: Review, prepared: dt.date) -> Iterator[str]:
    urn = dataflow_urn(review.id)
    ident = dataflow_id(review.id)
    yield (
        f'<mes:StructureSpecificData xmlns:mes="{MESSAGE}" xmlns:com="{COMMON}" xmlns:ss="{SPECIFIC}" '
        f'xmlns:ns1="{urn}:ObsLevelDim:AllDimensions" xmlns:xsi="{_XSI}">'
    )
    yield from header(review, prepared, "DATA")
    yield f'    <mes:Structure structureID="{ident}" namespace="{urn}" dimensionAtObservation="AllDimensions">'
    yield f"      <com:StructureUsage>{urn}</com:StructureUsage>"
    yield "    </mes:Structure>"
    yield "  </mes:Header>"
    yield f'  <mes:DataSet ss:structureRef="{ident}" xsi:type="ns1:DataSetType" ss:action="Information">'
    for row in rows(review):
        cells = " ".join([f'{name}="{escaped(cell)}"' for name, cell in zip(COLUMNS, row, strict=True) if cell])
        yield f"    <Obs {cells}/>"
    yield "  </mes:DataSet>"
    yield "</mes:StructureSpecificData>"
    for part in _parts(structure_text(review, prepared)):
        yield f"<?{EMBEDDED}\n{part}?>"


def _parts(text: str) -> Iterator[str]:
    """Split a text into parts that are short enough for XML parsers.

    A part ends at a line break, or else before a character that is not whitespace, because programs that save the file
    again may drop the whitespace before a part.
    """
    start = 0
    while len(text) - start > _LONGEST_PART:
        end = text.rfind("\n", start, start + _LONGEST_PART) + 1
        if not end:
            end = start + _LONGEST_PART
            while text[end].isspace() and end > start + 1:
                end -= 1
        yield text[start:end]
        start = end
    yield text[start:]
