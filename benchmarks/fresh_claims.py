"""Count how many true claims `verify_claims` confirms, in texts that were annotated by people who did not know it.

    python benchmarks/fresh_claims.py FOLDER [--table FILE.tsv] [--by position|quote|number] [--where]

The folder holds the texts, and a table with one row for each figure, with the columns of `fresh-figures.tsv`: by
default the `final.tsv` of the folder, or else `fresh-figures.tsv`. Each row becomes a claim with everything that the
table states, except the fields in its column `open`, which have several fair readings. Rows with `row` or `number` in
that column, ratios, and rows without a number are left out. Points whose unit is open are printed as a percent of a
rate ("giảm 1,5%"), so that their kind is not claimed. The table has one kind for all percents that are not changes:
after *bằng*, the claim is that of a percent of an earlier level, otherwise that of a share. No claim should be
refuted. `--by` states how a claim is located: by its position, by the printed words as a quote, or by its number
alone.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from aseansc.errors import AseanscError
from aseansc.units import Unit
from aseansc.verification import FigureVerdict, verify_claims

KINDS = {
    "level": "level",
    "percent": "share",
    "percentage_point": "points",
    "change": "relative_change",
    "difference": "change",
    "multiple": "multiple",
}
EQUALS = re.compile(r"\bbằng(?:\s+\w+){0,2}\s*$")
FAR = 20


def is_unit(code: str) -> bool:
    try:
        Unit.parse(code)
    except AseanscError:
        return False
    return True


def claim_of(row: dict[str, str], text: str, located: str) -> dict[str, Any] | None:
    """Return the claim of a row of the table, or None if the row is left out."""
    fair = set(filter(None, row["open"].split(",")))
    if {"row", "number"} & fair or "/" in row["number"] or not row["number"]:
        return None
    if row["kind"] == "percentage_point" and "unit" in fair:
        fair.add("kind")  # printed as a percent: nobody can know from the text that points are meant
    sign = "-" if row["sign"] == "-" and "sign" not in fair else ""
    ends = [f"{sign}{number}" for number in (row["number"], row["upper"]) if number]
    claim: dict[str, Any] = dict(zip(("number", "upper"), reversed(ends) if sign else ends, strict=False))
    start, end = int(row["start"]), int(row["end"])
    if located == "position":
        claim |= {"start": start, "end": end}
    elif located == "quote":
        claim["quote"] = text[start:end]
    if "unit" not in fair and is_unit(row["unit"]):
        claim["unit"] = row["unit"]
    if "qualifier" not in fair:
        claim["qualifier"] = row["qualifier"]
    if "kind" not in fair and row["kind"] in KINDS:
        is_level = row["kind"] == "percent" and EQUALS.search(text, max(0, start - FAR), start)
        claim["kind"] = "relative_level" if is_level else KINDS[row["kind"]]
    if "status" not in fair and row["status"]:
        claim["statuses"] = [row["status"]]
    return claim


def main() -> None:
    options = argparse.ArgumentParser(description="Count how many true claims are confirmed.")
    options.add_argument("folder", type=Path)
    options.add_argument("--table", type=Path)
    options.add_argument("--by", choices=("position", "quote", "number"), default="position")
    options.add_argument("--where", action="store_true", help="list every claim that is not confirmed")
    given = options.parse_args()
    own = given.folder / "final.tsv"
    table = given.table or (own if own.exists() else Path(__file__).with_name("fresh-figures.tsv"))
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with table.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["file"].removesuffix(".txt")].append(row)
    counts: Counter[str] = Counter()
    left_out = 0
    for name, group in rows.items():
        text = (given.folder / f"{name}.txt").read_bytes().decode("utf-8")
        claims = [claim for row in group if (claim := claim_of(row, text, given.by)) is not None]
        left_out += len(group) - len(claims)
        for result in verify_claims(text, claims):
            counts[result.verdict.value] += 1
            if given.where and result.verdict is not FigureVerdict.CONFIRMED:
                print(f"{name} {result.verdict.value} {result.figure!r}: {result.reason}")
    total = counts.total()
    print(f"true claims: {total}; left out: {left_out}")
    for verdict in FigureVerdict:
        print(f"{verdict.value:10} {counts[verdict.value]:>5} ({counts[verdict.value] / max(total, 1):.1%})")


if __name__ == "__main__":
    main()
