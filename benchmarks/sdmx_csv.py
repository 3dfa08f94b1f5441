"""Compare the speed of reading SDMX-CSV with sdmx1, on the same files.

Run ``python benchmarks/sdmx_csv.py [rows]``. It needs ``pip install sdmx1``. Both run in turn, without garbage
collection; each printed number is the median ratio of the CPU times over the rounds.

"ours" is a file that this library wrote, read with its structure message into a `Review`, whose figures are typed,
cited and validated. "rows" is the same file without the structure message, read into a `Draft` with complete
observations. "theirs" is a file as statistical offices publish it, read into a `Draft` with observations and gaps.
sdmx1 gets the data structure each time, and creates `Observation` objects with strings as values.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable

import sdmx
from sdmx.model import v30
from sdmx.reader.csv import Reader
from side_by_side import compare

from aseansc import Citation, Indicator, IndicatorKind, Observation, Period, Review, Text, TimeCollection, Value
from aseansc.citations import Document, sha256_of
from aseansc.interchange import sdmx as ours
from aseansc.units import VND, hectare, household, person

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
ROUNDS = 7
GOAL = 0.3


def a_review() -> Review:
    """Return a review with one cited observation per row, for 50 indicators, 20 places and some years."""
    units = (person, household, hectare, VND)
    indicators = [
        Indicator(
            id=f"indicator-{number}",
            name=Text(en=f"Indicator {number}", vi=f"Chỉ tiêu {number}"),
            unit=units[number % 4],
            kind=IndicatorKind.STOCK,
        )
        for number in range(50)
    ]
    observations: list[Observation] = []
    for number in range(ROWS):
        indicator = indicators[number % 50]
        printed = f"{number + 1},5 nghìn"
        observations.append(
            Observation(
                id=f"{indicator.id}.{number}",
                indicator=indicator.id,
                place=f"VN-{number // 50 % 20:02d}",
                value=Value.over(f"{number + 1}.5E3", indicator.unit),
                time=Period.year(1990 + number // 1000 % 60),
                time_collection=TimeCollection.END,
                statuses=(),
                citation=Citation(
                    document="report", start=number * 40, end=number * 40 + len(printed), printed=printed
                ),
            )
        )
    return Review(
        id="benchmark",
        title=Text(en="A benchmark"),
        programme=Text(en="None"),
        place="VN",
        period=Period.years(1990, 2049),
        documents=[Document(id="report", title="Báo cáo", sha256=sha256_of(""))],
        indicators=indicators,
        observations=observations,
    )


def a_publication() -> str:
    """Return a file as statistical offices publish it: dimensions, value, attributes."""
    lines = [
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SERIES,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS"
    ]
    for number in range(ROWS):
        key = f"A,VN-{number // 50 % 20:02d},SI_{number % 50},{'FM'[number % 2]},{1990 + number // 1000 % 60}"
        lines.append(f"datastructure,UNSD:SDG(1.0),I,{key},{number}.25,PT,0,{'AEP'[number % 3]}")
    return "\n".join(lines) + "\n"


def their_structure(dimensions: list[str], attributes: list[str]) -> v30.DataStructureDefinition:
    """Return the data structure of the file as an object of sdmx1."""
    dsd = v30.DataStructureDefinition(id="DSD", version="1.0")
    for name in dimensions:
        dsd.dimensions.getdefault(id=name)
    for name in attributes:
        dsd.attributes.getdefault(id=name)
    dsd.measures.getdefault(id="OBS_VALUE")
    return dsd


def their_reading(text: str) -> Callable[[], object]:
    """Return a function that reads a file with sdmx1."""
    header = text.partition("\n")[0].split(",")[3:]
    at = header.index("OBS_VALUE")
    content = text.encode()
    dimensions, attributes = header[:at], header[at + 1 :]
    return lambda: Reader().convert(io.BytesIO(content), structure=their_structure(dimensions, attributes))


def measured(name: str, text: str, read: Callable[[], object]) -> float:
    """Print and return the median ratio of the time of this library to that of sdmx1."""
    theirs = their_reading(text)
    found = theirs()
    assert isinstance(found, sdmx.message.DataMessage)
    assert len(found.data[0].obs) == ROWS
    ratio, mine, other = compare(read, theirs, ROUNDS)
    verdict = "reached" if ratio <= GOAL else "missed"
    mine, other = mine / ROWS * 1e6, other / ROWS * 1e6
    print(f"{name:8s} {mine:7.2f} µs per row   sdmx1 {other:7.2f} µs   ratio {ratio:.3f} (goal {GOAL}: {verdict})")
    return ratio


def main() -> None:
    logging.disable(logging.CRITICAL)
    review = a_review()
    rows, structure, publication = ours.dumps(review, "csv"), ours.structure(review), a_publication()
    assert ours.loads(rows, structure=structure) == review
    assert len(ours.loads(publication).observations) == ROWS
    measured("ours", rows, lambda: ours.loads(rows, structure=structure))
    measured("rows", rows, lambda: ours.loads(rows))
    measured("theirs", publication, lambda: ours.loads(publication))


if __name__ == "__main__":
    main()
