"""Compare reading SDMX-CSV and SDMX-JSON with aseansc and with sdmx1, on the same files.

Run: ``python benchmarks/sdmx_csv.py [rows]``. Needs ``pip install sdmx1``. The garbage collector is off, the two
readers alternate, and each result is the ratio of the least processor times of all rounds, because these depend least
on other programs.

A series has 10 rows, which stand together: the data files of six national portals for the development goals (Armenia,
Central Asia, the United Kingdom, Iceland, Kyrgyzstan, Malta) have 302,835 rows in 29,276 series, which is 10.3.

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
from typing import Any

import sdmx
from sdmx.model import v30
from sdmx.reader.csv import Reader
from sdmx.reader.json import Reader as JsonReader
from side_by_side import compare, verdict

from aseansc import Citation, Indicator, IndicatorKind, Observation, Period, Review, Text, TimeCollection, Value
from aseansc.citations import Document, sha256_of
from aseansc.interchange import sdmx as aseansc_sdmx
from aseansc.units import VND, hectare, household, person

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
ROUNDS = 3
IN_SERIES = 10
"""The number of rows in a series."""
MOST = 0.2


def make_review() -> Review:
    """Return a review with a cited observation for each row: 100 indicators, up to 100 places, 10 years."""
    units = (person, household, hectare, VND)
    indicators = [
        Indicator(
            id=f"indicator-{number}",
            name=Text(en=f"Indicator {number}", vi=f"Chỉ tiêu {number}"),
            unit=units[number % 4],
            kind=IndicatorKind.STOCK,
        )
        for number in range(100)
    ]
    observations: list[Observation] = []
    for number in range(ROWS):
        series, year = divmod(number, IN_SERIES)
        indicator = indicators[series % 100]
        printed = f"{number + 1},5 nghìn"
        observations.append(
            Observation(
                id=f"{indicator.id}.{number}",
                indicator=indicator.id,
                place=f"VN-{series // 100:02d}",
                value=Value.over(f"{number + 1}.5E3", indicator.unit),
                time=Period.year(2010 + year),
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
        programme=Text(en="A programme"),
        place="VN",
        period=Period.years(2010, 2019),
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
        series, year = divmod(number, IN_SERIES)
        key = f"A,VN-{series // 100:02d},SI_{series // 2 % 50},{'FM'[series % 2]},{2010 + year}"
        lines.append(f"datastructure,UNSD:SDG(1.0),I,{key},{number}.25,PT,0,{'AEP'[number % 3]}")
    return "\n".join(lines) + "\n"


def component(ident: str, codes: list[str]) -> dict[str, object]:
    """Return a dimension or attribute of an SDMX-JSON message."""
    return {"id": ident, "name": ident, "values": [{"id": code, "name": code} for code in codes]}


def make_json_message() -> str:
    """Return the rows of `make_foreign_file` as an SDMX-JSON 1.0 message."""
    series: dict[str, dict[str, Any]] = {}
    for number in range(ROWS):
        of_series, year = divmod(number, IN_SERIES)
        key = f"0:{of_series // 100}:{of_series // 2 % 50}:{of_series % 2}"
        observations = series.setdefault(key, {"attributes": [0, 0], "observations": {}})["observations"]
        observations[str(year)] = [number + 0.25, number % 3]
    dimensions = [
        component("FREQ", ["A"]),
        component("REF_AREA", [f"VN-{number:02d}" for number in range(100)]),
        component("SERIES", [f"SI_{number}" for number in range(50)]),
        component("SEX", ["F", "M"]),
    ]
    years = component("TIME_PERIOD", [str(2010 + number) for number in range(IN_SERIES)])
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
    read_with_sdmx1 = sdmx1_reader(rows)
    measure("review", lambda: aseansc_sdmx.loads(rows, structure=structure), read_with_sdmx1)
    measure("json", lambda: aseansc_sdmx.loads_draft(message), lambda: JsonReader().convert(io.BytesIO(content)))
    measure("rows", lambda: aseansc_sdmx.loads_draft(rows), read_with_sdmx1)
    measure("foreign", lambda: aseansc_sdmx.loads_draft(foreign), sdmx1_reader(foreign))


if __name__ == "__main__":
    main()
