"""Read data files of Open SDG as drafts."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, Final

from aseansc.drafts import Draft, Gap, Numbered, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.extras import Extra
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.interchange._archives import is_clutter
from aseansc.interchange._document.problems import refusal
from aseansc.interchange._files import decoded, read_bytes
from aseansc.interchange._recognize import advice
from aseansc.interchange.open_sdg._read_cells import (
    NO_CITATION,
    NO_COLLECTION,
    NO_KIND,
    NO_PLACE,
    NO_REVIEW,
    NO_TIME_BASIS,
    Categories,
    Roles,
    identifier,
    is_placeholder,
    name_of,
    place_of,
    statuses_of,
    time_of,
    unit_of,
    value_of,
)
from aseansc.limits import EACH_FILE, EACH_ROW, in_force, require_items, require_size
from aseansc.observations import Observation
from aseansc.texts import Text
from aseansc.units import Unit, percent

_NOT_OPEN_SDG: Final = "the file is not a data file of Open SDG"
_GOAL: Final = re.compile(r"(?:indicator_)?([0-9]{1,2}-[0-9a-z]{1,2}-[0-9a-z]{1,2})\.csv", re.IGNORECASE)
_MOST_COLUMNS: Final = 500
_LONGEST_HEADER: Final = 10_000
_DELIMITERS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the data files of a folder by name.

    Raises:
        DocumentError: if it contains no files in .csv, or too many.
        OSError: if the system cannot read a file.
    """
    with os.scandir(folder) as found:
        names = sorted(entry.name for entry in islice(found, in_force().items // EACH_FILE + 1))
    require_items(len(names), "files", str(folder), each=EACH_FILE, is_whole=False)
    tables = [name for name in names if name.lower().endswith(".csv") and not is_clutter(name)]
    if not tables:
        raise DocumentError("the folder has no data files", where=str(folder), expected="files in .csv")
    files: dict[str, bytes] = {}
    for name in tables:
        files[name] = read_bytes(folder / name, name)
        require_size(sum(map(len, files.values())), str(folder))
    return files


def draft_of(files: Mapping[str, str | bytes]) -> Draft:
    """Return the draft of some data files, by their names.

    Raises:
        DocumentError: if a file is not a data file; lists every problem with its file and row.
    """
    reader = _Reader()
    for name, content in files.items():
        reader.read(name, content)
    if reader.problems:
        raise refusal(_NOT_OPEN_SDG, reader.problems)
    return Draft(
        id=NO_REVIEW,
        title=NO_REVIEW,
        programme=NO_REVIEW,
        place=NO_PLACE,
        period=NO_REVIEW,
        indicators=tuple(reader.indicators.values()),
        observations=tuple(reader.observations),
        extra=Extra({"open_sdg": {"labels": reader.categories.labels, "unread": reader.unread}}),
    )


class _Reader:
    """The indicators and observations of the files that were read so far."""

    def __init__(self) -> None:
        self.indicators: dict[tuple[str, ...], PartialRecord] = {}
        self.observations: list[PartialRecord] = []
        self.problems: list[AseanscError] = []
        self.unread: list[dict[str, Any]] = []
        self.categories = Categories()
        self._ids = Numbered()
        self._count = 0

    def read(self, name: str, content: str | bytes) -> None:
        if isinstance(content, bytes):
            content = content.removeprefix(b"\xef\xbb\xbf")
        text = decoded(content, name or "open_sdg.loads").removeprefix("\ufeff")
        rows = self._rows(text, name)
        try:
            first = next(rows, None)
            roles = self._roles([] if first is None else first[1], name, _hint(text))
            if roles is None:
                return
            for number, cells in rows:
                self._row(name, number, cells, roles)
        except csv.Error as error:
            where = name or "open_sdg.loads"
            self.problems.append(FieldError(f"the file is not valid CSV: {error}", where=where, hint=_hint(text)))

    def _rows(self, text: str, name: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that are not blank, with their line numbers."""
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        for cells in reader:
            if not any(map(str.strip, cells)):
                continue
            yield reader.line_num, cells

    def _roles(self, header: list[str], name: str, hint: str) -> Roles | None:
        where = _where(name, 1)
        names = [column.strip() for column in header]
        while names and not names[-1]:
            names.pop()
        known = [column for column in names if column]
        if len(names) > _MOST_COLUMNS or len(set(known)) < len(known):
            self.problems.append(
                FieldError("a column name is repeated, or there are too many", where=where, got=", ".join(names[:20]))
            )
            return None
        if "Year" not in names or "Value" not in names:
            self.problems.append(
                FieldError(
                    "a column is missing",
                    where=where,
                    got=", ".join(names[:20]),
                    expected="the columns Year and Value",
                    hint=hint,
                )
            )
            return None
        return Roles.of(names)

    def _row(self, name: str, number: int, cells: list[str], roles: Roles) -> None:
        where = _where(name, number)
        self._count += 1
        require_items(self._count, "rows", where, each=EACH_ROW, is_whole=False)
        width = len(roles.names)
        if len(cells) == 1 and isinstance(time_of(cells[0].strip()), Gap):  # "There is no data for this indicator yet"
            self.unread.append({"file": name, "row": number, "cells": cells})
            return
        if len(cells) != width and (len(cells) < width or any(map(str.strip, cells[width:]))):
            self._report(FieldError("wrong number of cells", where=where, got=len(cells), expected=str(width)))
            return
        by_role, categories = roles.split(cells)
        year, printed = by_role["year"].strip(), by_role["value"].strip()
        time = time_of(year)
        if isinstance(time, Gap) and is_placeholder(printed):
            self.unread.append({"file": name, "row": number, "cells": cells[:width]})
            return
        unit = unit_of(by_role["unit"])
        indicator = self._indicator(name, by_role["series"].strip(), by_role["unit"].strip(), unit, where)
        statuses, notes = statuses_of(by_role["status"].strip(), is_missing=is_placeholder(printed))
        fields: dict[str, Any] = {
            "id": self._ids.once(f"{indicator}.{identifier(year)}"),
            "indicator": indicator,
            "place": place_of(by_role["place"].strip()),
            "value": value_of(printed, by_role["multiplier"].strip(), unit),
            "time": time,
            "time_basis": NO_TIME_BASIS,
            "time_collection": NO_COLLECTION,
            "statuses": statuses,
            "breakdown": self.categories.of(categories),
            "citation": NO_CITATION,
        }
        if notes:
            fields["note"] = Text(en=notes)
        self.observations.append(PartialRecord(Observation, fields, origin=where))

    def _report(self, problem: FieldError) -> None:
        self.problems.append(problem)
        if len(self.problems) > in_force().problems:
            raise refusal(_NOT_OPEN_SDG, self.problems)

    def _indicator(self, file: str, series: str, printed_unit: str, unit: Unit | Gap, origin: str) -> str:
        """Return the id of the indicator of a row: each series and unit of a file is one."""
        key = (file, series, printed_unit)
        known = self.indicators.get(key)
        if known is None:
            goal = _GOAL.fullmatch(os.path.basename(file))
            code = goal[1].replace("-", ".") if goal else ""
            stem = os.path.basename(file).removesuffix(".csv").removeprefix("indicator_")
            base = code or identifier(stem) if stem else identifier(series)
            fields: dict[str, Any] = {
                "id": Numbered.once(self._ids, base.lower()),
                "name": name_of(series or code or stem or printed_unit or "Value"),
                "unit": unit,
                "kind": IndicatorKind.RATE if unit == percent else NO_KIND,
            }
            if code:
                fields["codes"] = (f"SDG:{code.lower()}",)
            proposed = () if isinstance(fields["kind"], Gap) else ("kind",)
            known = self.indicators[key] = PartialRecord(Indicator, fields, origin=origin, proposed=proposed)
        return str(known["id"])


def _where(name: str, line: int) -> str:
    return f"{name}, line {line}" if name else f"line {line}"


def _hint(text: str) -> str:
    """Return how to fix the delimiter or the case of the first line; otherwise what the file is."""
    first = text.lstrip()[:_LONGEST_HEADER].partition("\n")[0]
    for sign, shown in _DELIMITERS.items():
        names = {name.strip().strip('"') for name in first.split(sign)}
        if {"year", "value"} <= {name.casefold() for name in names}:
            delimiter = f"The columns are separated by {shown}; separate them with commas. " if sign != "," else ""
            case = "" if {"Year", "Value"} <= names else "Column names are case-sensitive: write Year and Value."
            return f"{delimiter}{case}".rstrip() or advice(text, "open_sdg")
    return advice(text, "open_sdg")
