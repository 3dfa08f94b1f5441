"""Compare how this library and other libraries read annotated figures of Vietnamese texts.

    python -m pip install quantulum3 vietnam-number babel
    python benchmarks/vietnamese_peers.py [--samples FOLDER_OR_FILE] [--rows]

The samples are `vi-figures.tsv` in the folder that ASEANSC_SAMPLES names, unless given. Every library reads each row
that has a number and is not a date, document number or telephone number. A result is right (number times scale),
silently wrong (another number without a sign of doubt), or refused (no result, an error, or a doubt). Libraries that
are not installed are skipped with a message. The libraries have different purposes: quantulum3 is for English,
vietnam-number for number words, and Babel for a number that is already isolated (it gets only the digits, and the
scale is applied afterwards).
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from aseansc import vietnamese

SAMPLES = "vi-figures.tsv"
SCALES = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9, "chục tỷ": 10, "": 0}
Numbers = tuple[Fraction, ...] | None


def labelled(row: dict[str, str]) -> Numbers:
    try:
        return tuple(Fraction(Decimal(part)) for part in re.split(r"\.\.|/", row["value"]))
    except InvalidOperation:
        return None


def this_library(text: str, row: dict[str, str]) -> Numbers:
    start = len(text) - len(row["printed"])
    figures = [one for one in vietnamese.find(text) if one.end > start]
    if not figures:
        return None
    figure = max(figures, key=lambda one: min(one.end, len(text)) - max(one.start, start))
    doubtful = figure.value is None and figure.unit is not None
    if doubtful or figure.magnitude is None:
        return None
    magnitude = figure.magnitude
    return tuple(map(Fraction, magnitude if isinstance(magnitude, tuple) else (magnitude,)))


def quantulum() -> Callable[[str, dict[str, str]], Numbers]:
    from quantulum3 import parser

    def read(text: str, row: dict[str, str]) -> Numbers:
        found = parser.parse(row["printed"])
        return tuple(Fraction(str(one.value)) for one in found) or None

    return read


def vietnam_number() -> Callable[[str, dict[str, str]], Numbers]:
    from vietnam_number import w2n

    def read(text: str, row: dict[str, str]) -> Numbers:
        number = w2n(row["printed"].lower())
        return None if number is None else (Fraction(number),)

    return read


def babel() -> Callable[[str, dict[str, str]], Numbers]:
    from babel.numbers import parse_decimal

    def read(text: str, row: dict[str, str]) -> Numbers:
        parts = re.findall(r"[0-9][0-9.,]*[0-9]|[0-9]", row["printed"])
        wanted = labelled(row)
        size = len(wanted) if wanted is not None else 1
        scale = Fraction(10) ** SCALES[row["scale"].strip()]
        return tuple(Fraction(parse_decimal(part, locale="vi", strict=True)) * scale for part in parts[:size]) or None

    return read


def same(got: Numbers, wanted: Numbers) -> bool:
    if got is not None and wanted is not None and len(got) != len(wanted):
        got = (got[0] / got[1],) if len(got) == 2 and got[1] else got
        wanted = (wanted[0] / wanted[1],) if len(wanted) == 2 else wanted
    return got == wanted


def main() -> None:
    folder = os.environ.get("ASEANSC_SAMPLES")
    options = argparse.ArgumentParser(description="Compare how libraries read Vietnamese figures.")
    options.add_argument("--samples", type=Path, default=Path(folder) if folder else None)
    options.add_argument("--rows", action="store_true", help="print the result of each library for each row")
    given = options.parse_args()
    if given.samples is None:
        sys.exit("no samples: pass --samples or set ASEANSC_SAMPLES")
    path = given.samples / SAMPLES if given.samples.is_dir() else given.samples
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row for row in rows if labelled(row) is not None and row["kind"] not in ("date", "legal", "phone")]
    readers: dict[str, Callable[[str, dict[str, str]], Numbers]] = {"aseansc": this_library}
    for name, load in (("quantulum3", quantulum), ("vietnam-number", vietnam_number), ("Babel, strict", babel)):
        try:
            readers[name] = load()
        except ImportError as missing:
            print(f"{name} is skipped: {missing}")
    counts: dict[str, Counter[str]] = {name: Counter() for name in readers}
    warnings.simplefilter("ignore")
    for row in rows:
        text = f"{row['qualifier']} {row['printed']}" if row["qualifier"] else row["printed"]
        wanted, outcomes = labelled(row), []
        for name, read in readers.items():
            try:
                got = read(text, row)
            except Exception:  # another library may fail in any way
                got = None
            outcome = "refused" if got is None else "right" if same(got, wanted) else "silently wrong"
            counts[name][outcome] += 1
            outcomes.append(
                f"{name} {outcome}" + (f" {', '.join(map(str, got))}" if outcome == "silently wrong" else "")
            )
        if given.rows:
            print(f"{row['printed']}: {'; '.join(outcomes)}")
    print(f"{len(rows)} figures")
    print(f"{'':16}{'right':>8}{'silently wrong':>16}{'refused':>9}")
    for name, count in counts.items():
        print(f"{name:16}{count['right']:>8}{count['silently wrong']:>16}{count['refused']:>9}")


if __name__ == "__main__":
    main()
