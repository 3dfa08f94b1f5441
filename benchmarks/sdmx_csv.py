"""Compare reading SDMX-CSV and SDMX-JSON with aseansc and with sdmx1, on the same files.

Run: ``python benchmarks/sdmx_csv.py [rows]``. Needs ``pip install sdmx1``. The garbage collector is off, the two
readers alternate, and each result is the ratio of the least processor times of all rounds, because these depend least
on other programs.

- *review*: a file written by aseansc, read with its structure message into a `Review`. Every figure is typed, cited,
  and checked against its indicator and all other figures.
- *rows*: the same file without the structure message, read into a `Draft` of complete observations.
- *foreign*: a file of another publisher, read into a `Draft`: observations with values, units and times, and gaps for
  everything that the file does not state.
- *json*: the same rows in an SDMX-JSON 1.0 message, which contains its structure.

For SDMX-CSV, sdmx1 gets the data structure each time, and makes `Observation` objects that hold strings.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable

import sdmx
from sdmx.model import v30
from sdmx.reader.csv import Reader
from sdmx.reader.json import Reader as JsonReader
from side_by_side import compare, verdict

from aseansc import Citation, Indicator, IndicatorKind, Observation, Period, Review, Text, TimeCollection, Value
from aseansc.citations import Document, sha256_of
from aseansc.interchange import sdmx as aseansc_sdmx
from aseansc.units import VND, hectare, household, person

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
ROUNDS = 7
MOST = 0.2


def make_review() -> Review:
    """Return a review with a cited observation for each row: 50 indicators, 20 places, several years."""
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


def make_foreign_file() -> str:
    """Return a file in the form of other publishers: dimensions, the value, attributes."""
    lines = [
        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SERIES,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS"
    ]
    for number in range(ROWS):
        key = f"A,VN-{number // 50 % 20:02d},SI_{number % 50},{'FM'[number % 2]},{1990 + number // 1000 % 60}"
        lines.append(f"datastructure,UNSD:SDG(1.0),I,{key},{number}.25,PT,0,{'AEP'[number % 3]}")
    return "\n".join(lines) + "\n"


def component(ident: str, codes: list[str]) -> dict[str, object]:
    """Return a dimension or attribute of an SDMX-JSON message."""
    return {"id": ident, "name": ident, "values": [{"id": code, "name": code} for code in codes]}


def make_json_message() -> str:
    """Return the rows of `make_foreign_file` as an SDMX-JSON 1.0 message."""
    series: dict[str, dict[str, object]] = {}
    observations: dict[str, dict[str, list[object]]] = {}
    for number in range(ROWS):
        key = f"0:{number // 50 % 20}:{number % 50}:{number % 2}"
        of_series = observations.setdefault(key, {})
        series[key] = {"attributes": [0, 0], "observations": of_series}
        of_series[str(number // 1000 % 60)] = [number + 0.25, number % 3]
    dimensions = [
        component("FREQ", ["A"]),
        component("REF_AREA", [f"VN-{number:02d}" for number in range(20)]),
        component("SERIES", [f"SI_{number}" for number in range(50)]),
        component("SEX", ["F", "M"]),
    ]
    years = component("TIME_PERIOD", [str(1990 + number) for number in range(60)])
    attributes, status = (
        [component("UNIT_MEASURE", ["PT"]), component("UNIT_MULT", ["0"])],
        component("OBS_STATUS", list("AEP")),
    )
    structure = {
        "dimensions": {"series": dimensions, "observation": [years]},
        "attributes": {"series": attributes, "observation": [status]},
    }
    header = {"id": "benchmark", "test": False, "prepared": "2020-01-01T00:00:00Z", "sender": {"id": "UNSD"}}
    message = {"header": header, "structure": structure, "dataSets": [{"action": "Information", "series": series}]}
    return json.dumps(message)


def sdmx1_structure(dimensions: list[str], attributes: list[str]) -> v30.DataStructureDefinition:
    """Return the data structure of a file for sdmx1."""
    dsd = v30.DataStructureDefinition(id="DSD", version="1.0")
    for name in dimensions:
        dsd.dimensions.getdefault(id=name)
    for name in attributes:
        dsd.attributes.getdefault(id=name)
    dsd.measures.getdefault(id="OBS_VALUE")
    return dsd


def sdmx1_reader(text: str) -> Callable[[], object]:
    """Return a function that reads a file with sdmx1."""
    header = text.partition("\n")[0].split(",")[3:]
    at = header.index("OBS_VALUE")
    content = text.encode()
    dimensions, attributes = header[:at], header[at + 1 :]
    return lambda: Reader().convert(io.BytesIO(content), structure=sdmx1_structure(dimensions, attributes))


def measure(name: str, read: Callable[[], object], read_with_sdmx1: Callable[[], object]) -> None:
    """Print the times for a row, and the ratio of the time of aseansc to that of sdmx1."""
    found = read_with_sdmx1()
    assert isinstance(found, sdmx.message.DataMessage)
    assert len(found.data[0].obs) == ROWS
    ratio, own, other = compare(read, read_with_sdmx1, ROUNDS)
    own, other = own / ROWS * 1e6, other / ROWS * 1e6
    print(f"{name:8s} {own:7.2f} µs per row   sdmx1 {other:7.2f} µs   ratio {ratio:.3f}{verdict(ratio, MOST)}")


def main() -> None:
    logging.disable(logging.CRITICAL)
    review = make_review()
    rows, structure = aseansc_sdmx.dumps(review, "csv"), aseansc_sdmx.structure(review)
    foreign = make_foreign_file()
    assert aseansc_sdmx.loads(rows, structure=structure) == review
    assert len(aseansc_sdmx.loads_draft(foreign).observations) == ROWS
    message = make_json_message()
    content = message.encode()
    measure("review", lambda: aseansc_sdmx.loads(rows, structure=structure), sdmx1_reader(rows))
    measure("rows", lambda: aseansc_sdmx.loads_draft(rows), sdmx1_reader(rows))
    measure("foreign", lambda: aseansc_sdmx.loads_draft(foreign), sdmx1_reader(foreign))
    measure("json", lambda: aseansc_sdmx.loads_draft(message), lambda: JsonReader().convert(io.BytesIO(content)))


if __name__ == "__main__":
    main()
