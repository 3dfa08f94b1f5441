"""Read and print figures in Vietnamese text.

`find` returns every figure of running text, `parse` reads a single figure, and `format` prints one so that `parse`
reads the same value back. The wording decides the type of a figure: "tăng 3,7 điểm %" is a `Change`, "vượt kế hoạch
25,5%" an `Attainment`. When a number has two readings, the rest of the document decides and a note reports it;
otherwise the value is left out and the note gives the reason. A wrong value is worse than none.

The words are in `_lexicon`, the grammar reads them. Another language is another package with the same functions.

>>> figure = find("Dự ước đến hết năm 2018 toàn huyện còn gần 900 hộ nghèo.")[1]
>>> figure.value, figure.time, figure.collection.value, figure.statuses[0].value
(Value.parse('nearly 900 household'), Period.parse('2018'), 'end', 'estimated')
>>> figure.printed, figure.governed_by[0].printed
('gần 900 hộ nghèo', 'Dự ước')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aseansc._attrs import as_tuple_of
from aseansc._collector import collector_paused
from aseansc.errors import require
from aseansc.limits import Limits, limited, require_size
from aseansc.units import Unit
from aseansc.vietnamese._doubt_codes import DoubtCode, DoubtfulRecord
from aseansc.vietnamese._doubts import doubtful_records
from aseansc.vietnamese._drafting import draft
from aseansc.vietnamese._figure import Doubt, FigureKind, FigureValue, PrintedFigure
from aseansc.vietnamese._format import format  # noqa: A004
from aseansc.vietnamese._parse import parse
from aseansc.vietnamese._reader import figures_of
from aseansc.vietnamese._statuses import has_status_word

__all__ = [
    "Doubt",
    "DoubtCode",
    "DoubtfulRecord",
    "FigureKind",
    "FigureValue",
    "PrintedFigure",
    "doubtful_records",
    "draft",
    "find",
    "format",
    "has_status_word",
    "iterate",
    "parse",
]


@limited
def find(text: str, units: Iterable[Unit] = (), *, limits: Limits | None = None) -> tuple[PrintedFigure, ...]:
    """Return every figure of a text, in order and without overlaps.

    Any text is accepted, except Vietnamese in an encoding older than Unicode.

    Dates, document numbers, ordinals and telephone numbers are included and marked by their kind. Numbers that are part
    of a name ("mô hình 3 trong 1", "quốc lộ 32"), a code or a heading are left out.

    Args:
        text: running text, in any Unicode normal form and with any kind of spaces; positions refer to it unchanged.
        units: custom units of a review; their Vietnamese names are recognised as well.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `text` is not a string.
        ParseError: if a paragraph is in the old encoding TCVN3 or VNI.

    >>> text = "Theo Quyết định 45/QĐ-UBND, 12/15 xã được hỗ trợ trên 2 tỷ 735 triệu đồng."
    >>> [figure.printed for figure in find(text)]
    ['45/QĐ-UBND', '12/15 xã', 'trên 2 tỷ 735 triệu đồng']
    """
    with collector_paused:
        return tuple(iterate(text, units))


@limited
def iterate(text: str, units: Iterable[Unit] = (), *, limits: Limits | None = None) -> Iterator[PrintedFigure]:
    """Yield the figures that `find` returns, one by one, holding only a few paragraphs in memory.

    Args:
        text: running text, as for `find`.
        units: custom units of a review, as for `find`.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `text` is not a string.
        ParseError: if a paragraph is in the old encoding TCVN3 or VNI.
    """
    require(text, str, where="vietnamese.find, text")
    require_size(len(text), "vietnamese.find", "characters")
    return figures_of(text, as_tuple_of(units, Unit, where="vietnamese.find, units"))
