"""Print how many numbers in tables become figures of a draft: python benchmarks/annex_tables.py FOLDER [ANSWERS].

A number is a figure if its record has a value, a unit and a time; it is a gap if a person has to decide one of them, or
what the number is. ANSWERS is a tab-separated file with the columns file, locator, record, value and time, written by a
person who has not seen the draft; `?` is what the file does not state, and `|` is between two answers that are both
right. With it, each figure is right or silently wrong.
It may also have the column name: the name of the indicator, which is compared but does not change whether a figure is
right.
Without it, look at a sample of the figures with --show.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from aseansc import documents
from aseansc.documents import Source
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError
from aseansc.mentions import Mention
from aseansc.periods import AsOf, Period
from aseansc.units import catalogue
from aseansc.values import Change, Value
from aseansc.vietnamese.tables import ColumnRole, read_number, read_range

ASIDE = (ColumnRole.SERIAL, ColumnRole.LABEL, ColumnRole.UNIT, ColumnRole.NOTE)
UNSTATED = "?"
VERDICTS = ("right", "rightly open", "open", "wrong", "same name", "other name")


def main() -> None:
    arguments = [argument for argument in sys.argv[1:] if argument != "--show"]
    answers = read_answers(Path(arguments[1])) if len(arguments) > 1 else {}
    total: Counter[str] = Counter()
    shown: list[str] = []
    for path in sorted(Path(arguments[0]).iterdir()):
        try:
            source = documents.read(path)
        except AseanscError:
            continue
        if not source.tables:
            continue
        made = documents.draft(source, place="XX-SM")
        counts = counted(source, made, shown) + judged(made, path.name, answers)
        total += counts
        print(f"{path.name:40} {line(counts)}")
    print(f"{'all':40} {line(total)}")
    if "--show" in sys.argv:
        print(*random.Random(1).sample(shown, min(60, len(shown))), sep="\n")


def read_answers(path: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Return what each cell states, by file and locator."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return {(row["file"], row["locator"]): row for row in rows}


def is_open(record: PartialRecord) -> str:
    """Return which part of a record a person must decide, or an empty text."""
    value, time = record.get("value"), record.get("time")
    if record.record_type is Mention or isinstance(value, Gap) or isinstance(time, Gap | None):
        return "gaps"
    return "units" if isinstance(value, PartialRecord) else ""


def records(made: Draft) -> list[PartialRecord]:
    found = (*made.observations, *made.targets, *made.claims, *made.mentions)
    return [record for record in found if isinstance(record, PartialRecord)]


def counted(source: Source, made: Draft, shown: list[str]) -> Counter[str]:
    """Return the numbers of a document by what became of them."""
    cells = {c.locator: c for table in source.tables for c in table.cells if read_number(c.text) or read_range(c.text)}
    serials = {
        cell.locator
        for table in source.tables
        for column in table.columns
        if column.role in ASIDE
        for cell in table.cells
        if cell.column == column.number
    }
    found: Counter[str] = Counter(numbers=len(cells.keys() - serials))
    for record in records(made):
        if record.origin in cells:
            found[is_open(record) or "figures"] += 1
            name, value, time = record.record_type.__name__, record.get("value"), record.get("time")
            shown.append(f"{record.origin}: {cells[record.origin].text} -> {name} {value} {time}")
    return found


def judged(made: Draft, name: str, answers: dict[tuple[str, str], dict[str, str]]) -> Counter[str]:
    """Return how many cells with an answer are right, open or silently wrong, and print those that are wrong."""
    by_cell = {record.origin: record for record in records(made)}
    names = {str(each["id"]): each["name"] for each in made.indicators if isinstance(each, PartialRecord)}
    found: Counter[str] = Counter()
    for (file, locator), answer in answers.items():
        if file != name:
            continue
        verdict = judge(by_cell.get(locator), answer)
        found[verdict] += 1
        if answer.get("name"):
            found[_name_verdict(by_cell.get(locator), names, answer["name"])] += 1
        if verdict == "wrong":
            record: Any = by_cell[locator]
            print(f"  {locator}: {record.record_type.__name__} {record.get('value')} {record.get('time')}; {answer}")
    return found


def judge(record: PartialRecord | None, answer: dict[str, str]) -> str:
    """Return whether a record is right, open, rightly open because the file does not state more, or wrong."""
    allowed = {field: answer[field].split("|") for field in ("record", "value", "time")}
    if record is None or record.record_type is Mention:
        return "rightly open" if UNSTATED in allowed["record"] else "open"
    if record.record_type.__name__ not in allowed["record"]:
        return "wrong"
    states: list[str] = []
    for field in ("value", "time"):
        value: Any = record.get(field)
        if isinstance(value, Gap | PartialRecord | None):
            states.append("rightly open" if UNSTATED in allowed[field] else "open")
        else:
            states.append("right" if any(_is(value, each) for each in allowed[field]) else "wrong")
    return next(state for state in ("wrong", "open", "rightly open", "right") if state in states)


def _name_verdict(record: PartialRecord | None, names: dict[str, Any], answer: str) -> str:
    """Return whether the indicator of a record has the name of an answer, whatever its capital letters are."""
    name = None if record is None else names.get(str(record.get("indicator")))
    shown = name["vi"] if isinstance(name, PartialRecord) else None
    return "same name" if isinstance(shown, str) and shown.casefold() == answer.casefold() else "other name"


def _is(value: object, answer: str) -> bool:
    """Return whether a value is that of an answer; a time has several notations, such as 2019-S1 and 2019-01-01/P6M.

    The answer for a difference may be written as *by 120 person*. The unit `?` is one that the catalogue lacks.
    """
    if isinstance(value, Value) and answer.endswith(f" {UNSTATED}") and value.unit not in catalogue():
        answer = f"{answer.removesuffix(UNSTATED)}{value.unit.code}"
        return _plain(value) == _plain(answer)
    try:
        stated = answer.removeprefix("by ") if isinstance(value, Change) else answer
        parsed: object = type(value).parse(stated)  # type: ignore[attr-defined]
    except AseanscError:
        return False
    return value == parsed if isinstance(value, Period | AsOf) else _plain(value) == _plain(parsed)


def _plain(value: object) -> str:
    """Return a value in words, without the zeros at the end of a decimal and the step that it is rounded to."""
    number, space, rest = str(value).partition(" to ")[0].partition(" ")
    if not number[-1:].isdecimal():  # "to 104.20 percent"
        return " ".join((number, _plain(rest))) if space else number
    return (number.rstrip("0").rstrip(".") if "." in number else number) + space + rest


def line(counts: Counter[str]) -> str:
    numbers = counts["numbers"] or 1
    shares = (f"{counts[name] / numbers:6.1%} {name}" for name in ("figures", "units", "gaps"))
    verdicts = [f"{counts[name]} {name}" for name in ("right", "rightly open", "open", "wrong") if counts[name]]
    return f"{counts['numbers']:6} numbers, {', '.join(shares)} {', '.join(verdicts)}"


if __name__ == "__main__":
    main()
