"""Measure how well Vietnamese text is read.

    python benchmarks/vietnamese_reading.py [--text FILE] [--samples FOLDER_OR_FILE]

The Lai Châu review is compared with its dataset, and figures of other texts with their annotations. The text is
`000_0339637cced9afb6.txt` in the folder that ASEANSC_SOURCES names, and the samples are `vi-figures.tsv` in the folder
that ASEANSC_SAMPLES names, unless given. Missing input is reported and skipped. Every difference is printed.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
from collections import Counter
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path

from aseansc import Absent, AttainmentClaim, Value, vietnamese
from aseansc.datasets import lai_chau
from aseansc.mentions import MentionKind
from aseansc.vietnamese import FigureKind, PrintedFigure

TEXT = "000_0339637cced9afb6.txt"
SAMPLES = "vi-figures.tsv"
SAMPLE_KINDS = {"legal": "document_number", "percentage-point": "percentage_point"}
"""Kinds that the samples name differently."""
NO_FIGURES = (FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE)


# -- against the dataset


def kind_of(item: object, value: object) -> str:
    """Return the kind that the reader should give to a figure of the dataset."""
    if isinstance(item, AttainmentClaim):
        return "attainment"
    if isinstance(value, Value):
        return "percent" if value.unit.code == "percent" else "level"
    return "percentage_point" if value.unit.code == "percentage_point" else "change"  # type: ignore[attr-defined]


def against_dataset(text: str) -> None:
    review = lai_chau.load()
    end = max(mention.citation.end for mention in review.mentions)
    found = [figure for figure in vietnamese.find(text) if figure.start < end]
    by_start = {figure.start: figure for figure in found}
    matched: set[int] = set()
    right: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    statuses = 0
    print("== the Lai Châu review, against its dataset")
    for item in review.figures():
        citation, value = item.citation, item.value
        assert not isinstance(citation, Absent)
        assert not isinstance(value, Absent)
        kind = kind_of(item, value)
        expected[kind] += 1
        figure = by_start.get(citation.start)
        read: object = None
        if figure is not None:
            matched.add(figure.start)
            read = figure.value
        else:
            # the total in "36/108 xã, phường"
            figure = next((one for one in found if one.start < citation.start and one.end == citation.end), None)
            read = figure.out_of if figure is not None else None
        if figure is None or read is None:
            print(f"  missed {kind}: {citation.printed!r} at {citation.start}; read {figure}")
            continue
        expected_kind = "ratio" if "/" in figure.printed and figure.kind is FigureKind.RATIO else kind
        checks = {
            "span": figure.end == citation.end,
            "kind": figure.kind.value == expected_kind,
            "magnitude": read.magnitude == value.magnitude,  # type: ignore[attr-defined]
            "unit": read.unit == value.unit,  # type: ignore[attr-defined]
            "qualifier": read.qualifier is value.qualifier,  # type: ignore[attr-defined]
            "value": read == value,
        }
        parts.update(name for name, good in checks.items() if good)
        statuses += tuple(figure.statuses) == tuple(getattr(item, "statuses", ()))
        if all(checks.values()):
            right[kind] += 1
        else:
            wrong = [name for name, good in checks.items() if not good]
            print(f"  wrong {wrong}: {citation.printed!r} is {value!r}; read {figure.printed!r} as {read!r}")
        if tuple(figure.statuses) != tuple(getattr(item, "statuses", ())):
            print(f"  statuses of {citation.printed!r} at {citation.start}: {figure.statuses}")
    mentions: Counter[str] = Counter()
    mentioned: Counter[str] = Counter()
    for mention in review.mentions:
        citation = mention.citation
        mentioned[mention.kind.value] += 1
        figure = by_start.get(citation.start)
        if figure is not None:
            matched.add(figure.start)
        if mention.kind is MentionKind.NAME:
            good = not any(one.start < citation.end and citation.start < one.end for one in found)
        else:
            good = figure is not None and figure.mention is mention.kind and figure.end == citation.end
            if good and not isinstance(mention.content, int | str):
                good = figure is not None and figure.value == mention.content
        mentions[mention.kind.value] += good
        if not good:
            print(f"  mention {mention.kind.value} {citation.printed!r} at {citation.start}: read {figure}")
    spurious: Counter[str] = Counter()
    for figure in found:
        if figure.start not in matched:
            spurious[figure.kind.value] += 1
            print(f"  not in the dataset: {figure.printed!r} at {figure.start} as {figure.kind.value}")
    total = sum(expected.values())
    print(f"  {'kind':18}{'stated':>8}{'right':>8}{'recall':>8}{'precision':>11}")
    for kind, count in expected.most_common():
        precision = right[kind] / (count + spurious[kind]) if count else 0
        print(f"  {kind:18}{count:>8}{right[kind]:>8}{right[kind] / count:>8.1%}{precision:>11.1%}")
    print(f"  figures: {sum(right.values())} of {total} right in everything; {dict(parts)}; statuses {statuses}")
    print(f"  mentions: {dict(mentions)} of {dict(mentioned)}; wrongly read as figures: {sum(spurious.values())}")


# -- against the samples


def numbers(text: str) -> tuple[Fraction, ...] | None:
    """Parse the number of an annotation: one number, a..b or a/b."""
    parts = re.split(r"\.\.|/", text)
    try:
        return tuple(Fraction(Decimal(part)) for part in parts)
    except InvalidOperation:
        return None


def scaled(row: dict[str, str]) -> tuple[Fraction, ...] | None:
    return numbers(row["value"]) if row["value"] else None


def same(figure: PrintedFigure, row: dict[str, str]) -> bool:
    """Return whether number and scale match the annotation."""
    if not row["number"]:
        return figure.number is None
    magnitude = figure.magnitude
    if figure.kind is FigureKind.DATE:
        label = _as_label(figure)
        if label == row["number"]:
            return True
        if row["number"] == "08:00":
            return figure.number == 8
        return str(figure.number) == row["number"]
    if figure.kind is FigureKind.RANGE and figure.mention is not None and isinstance(figure.number, tuple):
        return numbers(row["number"]) == tuple(map(Fraction, figure.number))
    if magnitude is None and figure.value is not None:
        return _as_label(figure) == row["number"]
    read = magnitude if isinstance(magnitude, tuple) else (magnitude,) if magnitude is not None else None
    if read is None:
        return False
    got, wanted = tuple(map(Fraction, read)), scaled(row)
    if wanted is not None and len(got) != len(wanted):
        got = (got[0] / got[1],) if len(got) == 2 and got[1] else got
        wanted = (wanted[0] / wanted[1],) if len(wanted) == 2 else wanted
    if got != wanted:
        return False
    scale = row["scale"].strip()
    return not scale or figure.scale == scale or isinstance(figure.number, tuple)


def _as_label(figure: PrintedFigure) -> str:
    value = figure.value
    if value is None:
        return ""
    text = str(value)
    start, stroke, duration = text.partition("/")
    if stroke and duration.endswith("M"):  # 10 tháng đầu năm 2012
        return f"{start[:7]}..{value.end.isoformat()[:7]}"  # type: ignore[union-attr]
    return text


def best(figures: tuple[PrintedFigure, ...], start: int, end: int) -> PrintedFigure | None:
    """Return the figure that covers most of the printed characters."""
    covering = [(min(one.end, end) - max(one.start, start), one) for one in figures]
    covering = [(size, one) for size, one in covering if size > 0]
    return max(covering, key=lambda pair: pair[0])[1] if covering else None


def against_samples(path: Path) -> tuple[int, int, int, int]:
    """Return the number of rows, of right numbers, of right kinds, and of silently wrong figures."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right = kinds = silent = refused = 0
    by_kind: Counter[str] = Counter()
    by_kind_right: Counter[str] = Counter()
    print(f"\n== {len(rows)} annotated figures of other texts, each alone")
    for row in rows:
        before = f"{row['qualifier']} " if row["qualifier"] else ""
        text = before + row["printed"]
        figures = vietnamese.find(text)
        figure = best(figures, len(before), len(text))
        label = f"{text!r} is {row['number']} {row['scale']} {row['kind']}"
        by_kind[row["kind"]] += 1
        if figure is None:
            print(f"  number: {label}; read nothing")
            continue
        found = f"{figure.kind.value} {figure.number} {figure.scale} {figure.value!r} ({figure.note})"
        good = same(figure, row)
        right += good
        if not good:
            stated = figure.value is not None
            silent += stated
            print(f"  number{' SILENTLY' if stated else ''}: {label}; read {found}")
        refused += figure.value is None and figure.kind not in NO_FIGURES
        if figure.kind.value == SAMPLE_KINDS.get(row["kind"], row["kind"]):
            kinds += 1
            by_kind_right[row["kind"]] += 1
        else:
            print(f"  kind: {label}; read {found}")
    count = len(rows)
    print(f"  number and scale right: {right} of {count} = {right / count:.1%}; silently wrong: {silent}")
    print(f"  kind right: {kinds} of {count} = {kinds / count:.1%}; left without a value: {refused}")
    print("  " + ", ".join(f"{kind} {by_kind_right[kind]}/{total}" for kind, total in by_kind.most_common()))
    return count, right, kinds, silent


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how well Vietnamese text is read.")
    parser.add_argument("--text", type=Path, default=_named("ASEANSC_SOURCES", TEXT))
    parser.add_argument("--samples", type=Path, default=_named("ASEANSC_SAMPLES", SAMPLES))
    options = parser.parse_args()
    if options.text is None:
        print("no text: pass --text or set ASEANSC_SOURCES", file=sys.stderr)
    else:
        with options.text.open(encoding="utf-8", newline="") as file:
            against_dataset(file.read())
    if options.samples is None:
        print("no samples: pass --samples or set ASEANSC_SAMPLES", file=sys.stderr)
    else:
        against_samples(options.samples / SAMPLES if options.samples.is_dir() else options.samples)


def _named(variable: str, name: str) -> Path | None:
    folder = os.environ.get(variable)
    return Path(folder, name) if folder else None


if __name__ == "__main__":
    main()
