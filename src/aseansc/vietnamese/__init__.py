"""Vietnamese text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aseansc.units import Unit
from aseansc.vietnamese._figure import FigureKind, PrintedFigure
from aseansc.vietnamese._reader import figures_of


def find(text: str, units: Iterable[Unit] = ()) -> tuple[PrintedFigure, ...]:
    return tuple(figures_of(text, units))
