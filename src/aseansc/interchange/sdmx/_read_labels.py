"""The labels of SDMX-CSV: names of codes, in separate columns or after a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

_ID: Final = re.compile(r"[A-Za-z][A-Za-z0-9_@$-]*")
_LABELLED: Final = re.compile(r"([A-Za-z0-9_@$.-]+): ?(\S.*)", re.DOTALL)
_STRUCTURE: Final = re.compile(r"([^:\s]+:[^:\s]+\([^()\s]*\)): ?(\S.*)", re.DOTALL)
_NEVER_CODED: Final = frozenset({"TIME_PERIOD", "OBS_VALUE"})
_CODED: Final = frozenset(
    {"UNIT_MEASURE", "UNIT", "UNIT_MULT", "UNIT_MULTIPLIER", "DECIMALS", "OBS_STATUS", "OBS_FLAG", "CONF_STATUS"}
    | {"FREQ", "COLLECTION", "TIME_PER_COLLECT", "OBS_CONF", "NATURE"}
)
"""Attributes whose values are codes in every data structure; in other attributes a colon is part of the text."""


class Labels:
    """The labels of columns and codes.

    Args:
        header: the column headers of the file.
        paired: whether every second column may contain the labels of the column before it.
    """

    def __init__(self, header: Sequence[str], *, paired: bool) -> None:
        names = [name.upper() for name in header[::2]]
        self._paired = paired and len(header) % 2 == 0 and names.count("TIME_PERIOD") + names.count("OBS_VALUE") == 2
        heads = list(header[::2]) if self._paired else list(header)
        split = [_split(head) for head in heads]
        self.columns = tuple([name.upper() if _ID.fullmatch(name) else name for name, _ in split])
        """The names of the columns without labels, in upper case as in the standard."""
        titles = list(header[1::2]) if self._paired else [title for _, title in split]
        self._titles = {name: title for name, title in zip(self.columns, titles, strict=True) if title.strip()}
        self._with_colons = [] if self._paired else _coded_columns(self.columns, titles)
        self._codes: dict[str, dict[str, dict[str, None]]] = {}
        self.plain = not self._paired and not self._with_colons

    def codes_of(self, cells: list[str]) -> list[str]:
        """Return the cells of a row without their labels, and store the labels."""
        if self._paired:
            codes = cells[::2]
            for name, code, label in zip(self.columns, codes, cells[1::2], strict=True):
                if label and label != code:
                    self._remember(name, code, label)
            return codes
        for at in self._with_colons:
            code, label = _split(cells[at])
            if label:
                cells[at] = code
                self._remember(self.columns[at], code, label)
        return cells

    def _remember(self, name: str, code: str, label: str) -> None:
        self._codes.setdefault(name, {}).setdefault(code, {})[label] = None

    def of(self, column: str, code: str) -> str:
        """Return the label of a code, or an empty string if it has none or several."""
        labels = self._codes.get(column, {}).get(code, ())
        return next(iter(labels)) if len(labels) == 1 else ""

    def kept(self) -> dict[str, Any]:
        """Return all labels of columns and codes, for ``Draft.extra``."""
        kept: dict[str, Any] = {"columns": self._titles} if self._titles else {}
        if self._codes:
            kept["codes"] = {
                name: {code: list(labels) for code, labels in codes.items()} for name, codes in self._codes.items()
            }
        return kept


def _coded_columns(columns: tuple[str, ...], titles: list[str]) -> list[int]:
    """Return the positions of columns with a title whose cells may be codes with labels: ``F: Female``."""
    value_at = columns.index("OBS_VALUE") if "OBS_VALUE" in columns else len(columns)
    coded = _CODED.union(columns[:value_at]) - _NEVER_CODED
    return [at for at, (name, title) in enumerate(zip(columns, titles, strict=True)) if title and name in coded]


def _split(text: str) -> tuple[str, str]:
    match = _LABELLED.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def split_structure(text: str) -> tuple[str, str]:
    """Split ``ECB:EXR(1.0): Exchange rates`` into the reference of a structure and its name."""
    match = _STRUCTURE.fullmatch(text)
    return (match[1], match[2].strip()) if match else (text, "")
