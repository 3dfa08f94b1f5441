"""Print how many numbers in tables become figures of a draft: python benchmarks/annex_tables.py FOLDER.

A number is a figure if its record has a value, a unit and a time; it is a gap if a person has to decide one of them, or
what the number is. It cannot be seen here whether a figure is right: look at a sample of them with --show.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path

from aseansc import documents
from aseansc.documents import Source
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError
from aseansc.mentions import Mention
from aseansc.periods import Period
from aseansc.vietnamese.tables import ColumnRole, read_number

ASIDE = (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT, ColumnRole.NOTE)


def main() -> None:
    folder = Path(sys.argv[1])
    show = "--show" in sys.argv
    total: Counter[str] = Counter()
    shown: list[str] = []
    for path in sorted(folder.iterdir()):
        try:
            source = documents.read(path)
        except AseanscError:
            continue
        if not source.tables:
            continue
        made = documents.draft(source, place="XX-SM", period=Period.year(2000))
        counts = counted(source, made, shown)
        total += counts
        print(f"{path.name:40} {line(counts)}")
    print(f"{'all':40} {line(total)}")
    if show:
        print(*random.Random(1).sample(shown, min(60, len(shown))), sep="\n")


def counted(source: Source, made: Draft, shown: list[str]) -> Counter[str]:
    """Return the numbers of a document by what became of them."""
    cells = {cell.locator: cell for table in source.tables for cell in table.cells if read_number(cell.text)}
    serials = {
        cell.locator
        for table in source.tables
        for column in table.columns
        if column.role in ASIDE
        for cell in table.cells
        if cell.column == column.number
    }
    found: Counter[str] = Counter(numbers=len(cells.keys() - serials))
    for record in (*made.observations, *made.targets, *made.claims, *made.mentions):
        if not isinstance(record, PartialRecord) or record.origin not in cells:
            continue
        value, time = record.get("value"), record.get("time")
        is_gap = record.record_type is Mention or any(isinstance(part, Gap | PartialRecord) for part in (value, time))
        found["gaps" if is_gap else "figures"] += 1
        shown.append(f"{record.origin}: {cells[record.origin].text} -> {record.record_type.__name__} {value} {time}")
    return found


def line(counts: Counter[str]) -> str:
    numbers = counts["numbers"] or 1
    shares = f"{counts['figures'] / numbers:6.1%} figures, {counts['gaps'] / numbers:6.1%} gaps"
    return f"{counts['numbers']:6} numbers, {shares}"


if __name__ == "__main__":
    main()
