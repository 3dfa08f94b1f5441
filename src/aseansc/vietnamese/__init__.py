"""Vietnamese text: the figures in it found and read, and statements printed as a careful report has them.

`find` tells every figure of running text, `parse` reads one, `format` prints one; what `format` prints, `parse` reads
back. A figure is typed by what its words say: "tăng 3,7 điểm %" is a `Change`, "vượt kế hoạch 25,5%" an `Attainment`.
What has two readings is read as the document reads elsewhere, and says so in its note; or it has no value, and says
why. A wrong figure is worse than none.

>>> figure = find("Dự ước đến hết năm 2018 toàn huyện còn gần 900 hộ nghèo.")[1]
>>> figure.value, figure.time, figure.collection.value, figure.statuses[0].value
(Value.parse('nearly 900 household'), Period.parse('2018'), 'end', 'estimated')
>>> figure.printed, figure.governed_by[0].printed
('gần 900 hộ nghèo', 'Dự ước')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aseansc.errors import FieldTypeError
from aseansc.units import Unit
from aseansc.vietnamese._comparing import Misreading, misreadings
from aseansc.vietnamese._drafting import draft
from aseansc.vietnamese._figure import FigureKind, FigureValue, PrintedFigure
from aseansc.vietnamese._format import format  # noqa: A004
from aseansc.vietnamese._parse import parse
from aseansc.vietnamese._reader import figures_of

__all__ = [
    "FigureKind",
    "FigureValue",
    "Misreading",
    "PrintedFigure",
    "draft",
    "find",
    "format",
    "iterate",
    "misreadings",
    "parse",
]


def find(text: str, units: Iterable[Unit] = ()) -> tuple[PrintedFigure, ...]:
    """Every figure of a running text, in order; no two overlap. Any text will do: nothing in it is an error.

    Dates, documents' numbers, ordinals and telephone numbers are told, too, by their kind. Numbers that are part of a
    name ("mô hình 3 trong 1", "quốc lộ 32"), of a code or of a heading are not.

    Args:
        text: in any normal form, with any blanks; offsets are into it as it is given.
        units: a review's own units, whose Vietnamese names are read, too.

    Raises:
        FieldTypeError: for anything but a text.

    >>> text = "Theo Quyết định 45/QĐ-UBND, 12/15 xã được hỗ trợ trên 2 tỷ 735 triệu đồng."
    >>> [figure.printed for figure in find(text)]
    ['45/QĐ-UBND', '12/15 xã', 'trên 2 tỷ 735 triệu đồng']
    """
    return tuple(iterate(text, units))


def iterate(text: str, units: Iterable[Unit] = ()) -> Iterator[PrintedFigure]:
    """The figures that `find` tells, one by one; only a paragraph is held at a time.

    Raises:
        FieldTypeError: for anything but a text.
    """
    if not isinstance(text, str):
        raise FieldTypeError("not a text", where="vietnamese.find", got=text, expected="str")
    return figures_of(text, units)
