"""Count what a draft leaves to a person: cells to type and to choose, and proposals to confirm, for each figure.

python benchmarks/draft_cells.py REPORT… [--place VN-01] [--period 2018] [--show]

The reports are text files or documents in Vietnamese, or drafts as .json or .xlsx. A cell that takes a code, a
direction, an id of a record or another entry of a drop-down is chosen, as is one with likely answers; other names and
numbers are typed. A time is two cells if it is typed. A time that figures take from elsewhere is one cell, to confirm
it. English names are not counted, because they are asked only when a review is exported. With ``--show``, every
figure is printed with its context, its proposals and its questions, to judge the proposals by hand.

A proposal is one cell that is marked as proposed. It is

- wrong if a careful official who reads only the report must change the cell: a name that is that of something else, or
  is cut so that nobody knows what is counted; an indicator, level or plan that the figure is not said of; a kind,
  time collection, direction, unit or part that contradicts the words; a time that is not that of the sentence;
- fair if its words are clumsy, or it is one of several good answers;
- right otherwise.

A wrong cell counts once where it is written. A figure that refers to a wrong name of its own indicator is not counted
again; a figure that refers to the indicator of another figure is. What the reader read wrongly is not counted.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from aseansc import Period, documents
from aseansc.drafts import Draft, PartialRecord
from aseansc.interchange import load_any

_CHOSEN = frozenset(
    [
        "kind",
        "better",
        "indicator",
        "actual",
        "target",
        "start",
        "end",
        "part",
        "whole",
        "place",
        "form",
        "unit",
        "time_basis",
        "time_collection",
        "per",
        "statuses",
        "numerator",
        "denominator",
        "section",
        "type",
    ]
)
"""The last names of the fields whose cells are chosen from a list."""
_CELLS = {"time": 2, "period": 2}


def drafted(path: Path, place: str | None, period: Period | None) -> Draft:
    """Return the draft in a file, or of a report."""
    if path.suffix in (".json", ".xlsx"):
        loaded = load_any(path)
        return loaded if isinstance(loaded, Draft) else Draft.of(loaded)
    return documents.draft(documents.read(path), place=place, period=period)


def asked(draft: Draft) -> Iterator[tuple[str, bool, int]]:
    """Yield the location of each gap, and of each time to confirm, whether it is typed, and how many cells it has."""
    for taken in draft.taken_times:
        yield taken.figures[0], False, 1
    for where, gap in draft.gaps:
        name = where.rpartition(".")[2]
        if where.startswith("claims") and name == "value" and "points" in gap.reason.en:
            yield where, False, 1  # percent or percentage_point
        elif gap.choices:
            yield where, False, 1
        else:
            yield where, name not in _CHOSEN, _CELLS.get(name, 1)


def figures_of(draft: Draft) -> list[object]:
    return [*draft.observations, *draft.targets, *draft.claims]


def shown(draft: Draft) -> Iterator[str]:
    """Yield lines with every figure, in the order of the text."""
    indicators = {item.get("id"): item for item in draft.indicators if isinstance(item, PartialRecord)}
    records = [item for item in figures_of(draft) if isinstance(item, PartialRecord)]
    records.sort(key=lambda item: getattr(item.get("citation"), "start", 0))
    done: set[object] = set()
    for number, record in enumerate(records, 1):
        yield f"\n{number}. {record.context}"
        fields = {key: value for key, value in record.items() if key not in ("citation", "place", "note")}
        gaps = {where: gap.reason.en for where, gap in record.gaps}
        known = [key for key in fields if key not in gaps]
        shows = [f"{key}{'*' if key in record.proposed else ''}={fields[key]}" for key in known]
        yield f"   {record.record_type.__name__}: {'; '.join(shows)}"
        for where, words in gaps.items():
            yield f"   ? {where}: {words}"
        indicator = indicators.get(record.get("indicator"))
        if indicator is None or indicator["id"] in done:
            continue
        done.add(indicator["id"])
        gaps = {where: gap.reason.en for where, gap in indicator.gaps}
        text = {key: value.get("vi") if isinstance(value, PartialRecord) else value for key, value in indicator.items()}
        shows = [f"{key}{'*' if key in indicator.proposed else ''}={text[key]}" for key in indicator if key not in gaps]
        yield f"   Indicator: {'; '.join(shows)}"
        for where, words in gaps.items():
            yield f"   ? {where}: {words}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--place")
    parser.add_argument("--period", type=Period.parse)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    print(f"{'report':24} figures  typed chosen  a figure typed a figure proposals")
    for path in options.reports:
        draft = drafted(path, options.place, options.period)
        if options.show:
            print("\n".join(shown(draft)))
        count = max(1, len(figures_of(draft)))
        cells = [(is_typed, number) for _, is_typed, number in asked(draft)]
        typed = sum(number for is_typed, number in cells if is_typed)
        chosen = sum(number for is_typed, number in cells if not is_typed)
        print(
            f"{path.name:24} {count:7} {typed:6} {chosen:6} {(typed + chosen) / count:9.2f} {typed / count:14.2f} "
            f"{len(draft.proposals) - sum(len(one.proposals) for one in draft.taken_times):9}"
        )


if __name__ == "__main__":
    main()
