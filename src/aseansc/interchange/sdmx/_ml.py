"""SDMX-ML: the data message that is written, and the structure that comes back from behind one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from aseansc.interchange.sdmx._codes import COLUMNS
from aseansc.interchange.sdmx._figures import rows
from aseansc.interchange.sdmx._structure import (
    COMMON,
    DECLARATION,
    MESSAGE,
    SPECIFIC,
    dataflow_id,
    dataflow_urn,
    escaped,
    header,
    structure_text,
)
from aseansc.reviews import Review

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST_PART: Final = 2_000_000
_TARGET: Final = "aseansc-structure"
_EMBEDDED: Final = re.compile(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?{_TARGET}(?:\r?\n|\s)(.*?)\?>", re.DOTALL)
"""An instruction that holds a part of the structure; programs that save a file again put other blanks before it."""


def data_text(review: Review, prepared: dt.date) -> str:
    """The data message of a review, and behind it the structure message, in an instruction that other readers skip.

    SDMX has no message for both. An annotation of the data set would be the place, but sdmx1 refuses those.
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
        yield f"<?{_TARGET}\n{part}?>"


def _parts(text: str) -> Iterator[str]:
    """A text in parts that every parser of XML takes, each ending with a line, or else before a character that is seen.

    Programs that save a file again drop the blanks before a part.
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


# -- reading


def embedded_structure(text: str) -> tuple[str, int]:
    """The structure message that stands behind a data message of ours, and the line at which it begins; or nothing."""
    if f"<?{_TARGET}" not in text:
        return "", 1
    found = [match for match in _EMBEDDED.finditer(text) if match[1] is not None]
    first = found[0].start(1) if found else 0
    return "".join([match[1] for match in found]), 1 + text.count("\n", 0, first)
