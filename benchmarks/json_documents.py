"""Compare the speed of reading and writing JSON with pydantic.

Run ``python benchmarks/json_documents.py [records]``. It needs ``pip install pydantic``. Both libraries run in turn,
without garbage collection; each printed number is the ratio of the least processor times of all rounds. The memory is
what the records take that were read. The last line compares reading a review of 100,000 records with the garbage
collector, as programs do by default, and without it.

The record is an `Observation` with value, time, citation and note. The pydantic models make the same checks: patterns
of ids and codes, code lists, exact decimals as strings, days that exist, no unknown fields or units, positions that
match the cited characters, and time collections that match the times. "whole" reads and writes a review with all checks
across records, which the pydantic models do not have.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import tracemalloc
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal

import pydantic
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from side_by_side import compare, verdict, with_collector

from aseansc import (
    Absent,
    Citation,
    Frequency,
    Indicator,
    IndicatorKind,
    Observation,
    Period,
    Review,
    Status,
    Text,
    TimeBasis,
    TimeCollection,
    Value,
)
from aseansc.citations import Document, sha256_of
from aseansc.errors import DocumentError
from aseansc.interchange import json
from aseansc.interchange._document.read_json import parsed
from aseansc.interchange._document.scalars import one_document
from aseansc.interchange._document.structure import converter
from aseansc.interchange._document.write_json import write
from aseansc.units import VND, catalogue, hectare, household, percent, person
from aseansc.values import Qualifier

RECORDS = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
ROUNDS = 9
MOST = {"read records": 1.4, "read whole": 1.8}
MOST_KEPT, MOST_WITH_COLLECTOR = 0.22, 1.1
MANY, FEW_ROUNDS = 100_000, 3

# -- the same record in pydantic

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[._/-][a-z0-9]+)*$")]
PlaceCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(?:[^\x00-\x08]*\S)?$")]
Number = Annotated[str, StringConstraints(pattern=r"^-?(?:0|[1-9][0-9]{0,60})(?:\.[0-9]{1,60})?$")]
UNIT_CODES = {unit.code: unit for unit in catalogue()}


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PPeriod(Strict):
    start: dt.date
    end: dt.date

    @pydantic.model_validator(mode="after")
    def _ordered(self) -> PPeriod:
        if self.end < self.start:
            raise ValueError("ends before it starts")
        return self


class PValue(Strict):
    magnitude: Decimal
    unit: str
    qualifier: Literal["exact", "over", "at_least", "under", "nearly", "at_most", "about", "between"] = "exact"
    upper: Decimal | None = None
    resolution: Decimal | None = None

    @pydantic.model_validator(mode="after")
    def _stated(self) -> PValue:
        unit = UNIT_CODES.get(self.unit)
        if unit is None:
            raise ValueError("no such unit")
        if unit.is_never_negative and self.magnitude < 0:
            raise ValueError("negative")
        if self.resolution is not None and self.magnitude % self.resolution:
            raise ValueError("finer than its resolution")
        if (self.upper is not None) != (self.qualifier == "between"):
            raise ValueError("upper")
        return self


class PSpan(Strict):
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    printed: Words


class PCitation(Strict):
    document: Identifier
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    printed: Words
    governed_by: tuple[PSpan, ...] = ()

    @pydantic.model_validator(mode="after")
    def _filled(self) -> PCitation:
        if self.end - self.start != len(self.printed):
            raise ValueError("characters do not fill the span")
        return self


class PText(Strict):
    en: Words
    vi: Words | None = None


class PObservation(Strict):
    id: Identifier
    indicator: Identifier
    place: PlaceCode
    value: PValue
    time: PPeriod
    time_basis: Literal["stated", "carried", "assumed"] = "stated"
    time_collection: Literal["at", "beginning", "end", "within", "total", "average", "each", "to_date"]
    per: Literal["month", "quarter", "year"] | None = None
    statuses: tuple[Literal["estimated", "provisional", "forecast", "planned", "revised"], ...] = ()
    breakdown: tuple[str, ...] = ()
    lists: tuple[Words, ...] = ()
    citation: PCitation
    note: PText | None = None

    @pydantic.model_validator(mode="after")
    def _collected(self) -> PObservation:
        if (self.per is None) == (self.time_collection in ("average", "each")):
            raise ValueError("per")
        return self


PYDANTIC = pydantic.TypeAdapter(list[PObservation])

# -- the records

UNIT_OF = {"households": household, "forest": hectare, "spending": VND, "rate": percent, "people": person}


def observations(count: int) -> list[Observation]:
    drawn = random.Random(1)
    made: list[Observation] = []
    at = 0
    for number in range(count):
        name = drawn.choice(list(UNIT_OF))
        year = 1995 + drawn.randrange(30)
        digits = f"{drawn.randrange(10**6)}" if name != "rate" else f"{drawn.randrange(100)}.{drawn.randrange(100):02d}"
        printed = f"{digits} {UNIT_OF[name].vi}"
        each = drawn.random() < 0.2
        kind = TimeCollection.EACH if each else TimeCollection.END
        made.append(
            Observation(
                id=f"{name}.{year}.end.{number}",
                indicator=name,
                place="VN-01",
                value=Value(
                    magnitude=digits,
                    unit=UNIT_OF[name],
                    qualifier=drawn.choice([Qualifier.EXACT] * 4 + [Qualifier.OVER]),
                ),
                time=Period.year(year),
                time_basis=drawn.choice([TimeBasis.STATED, TimeBasis.CARRIED]),
                time_collection=kind,
                per=Frequency.YEAR if each else Absent.NOT_APPLICABLE,
                statuses=[Status.ESTIMATED] if drawn.random() < 0.3 else [],
                citation=Citation(document="report", start=at, end=at + len(printed), printed=printed),
                note=Text(en="as printed", vi="như in") if drawn.random() < 0.2 else Absent.NOT_APPLICABLE,
            )
        )
        at += len(printed) + 1
    return made


def review_of(made: list[Observation]) -> Review:
    return Review(
        id="benchmark",
        title=Text(en="Benchmark"),
        programme=Text(en="None"),
        place="VN-01",
        period=Period.years(1995, 2024),
        documents=[Document(id="report", title="Report", sha256=sha256_of("…"))],
        indicators=[
            Indicator(
                id=name,
                name=Text(en=name),
                unit=unit,
                kind=IndicatorKind.RATE if name == "rate" else IndicatorKind.STOCK,
            )
            for name, unit in UNIT_OF.items()
        ],
        observations=made,
    )


def bytes_kept(read: Callable[[], object]) -> int:
    """Return the memory of what a function returns."""
    gc.collect()
    tracemalloc.start()
    try:
        found = read()
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del found
    return kept


def main() -> None:
    made = observations(RECORDS)
    review = review_of(made)
    document = json.dumps(review)
    items = ", ".join(write(item) for item in made)
    records = f"[{items}]"
    wrapped = f'{{"items": {records}}}'
    theirs = PYDANTIC.validate_json(records)
    kind = tuple[Observation, ...]

    def read_records() -> object:
        with one_document():
            return converter(thorough=False).structure(parsed(wrapped)["items"], kind)

    assert read_records() == tuple(made)
    bad = document.replace('"unit": "VND"', '"unit": "DNV"', 50)

    head, _, tail = document.rpartition('"indicator": "')
    last = f'{head}"indicator": "Not an id {tail}'

    def read_all(faulty: str) -> Callable[[], object]:
        def read() -> object:
            try:
                return json.loads(faulty)
            except DocumentError as error:
                return error

        return read

    def thorough(faulty: str) -> Callable[[], object]:
        def read() -> object:
            fields = parsed(faulty)
            del fields["schema"], fields["version"]
            with one_document():
                try:
                    return converter(thorough=True).structure(fields, Review)
                except Exception as error:
                    return error

        return read

    rows = [
        ("read records", read_records, lambda: PYDANTIC.validate_json(records)),
        (
            "write records",
            lambda: [write(item) for item in made],
            lambda: PYDANTIC.dump_json(theirs, exclude_defaults=True),
        ),
        ("read whole", lambda: json.loads(document), lambda: PYDANTIC.validate_json(records)),
        ("50 faults", read_all(bad), thorough(bad)),
        ("a last fault", read_all(last), thorough(last)),
        ("write whole", lambda: json.dumps(review), lambda: PYDANTIC.dump_json(theirs, exclude_defaults=True)),
    ]
    print(f"{RECORDS} records, {len(document) / 1e6:.1f} MB; times pydantic {pydantic.VERSION}, gc off")
    for name, ours, peer in rows:
        ratio = compare(ours, peer, ROUNDS).ratio
        print(f"{name:16} {ratio:6.2f}{verdict(ratio, MOST.get(name))}", flush=True)
    memory = bytes_kept(read_records) / bytes_kept(lambda: PYDANTIC.validate_json(records))
    print(f"{'memory':16} {memory:6.2f}{verdict(memory, MOST_KEPT)}", flush=True)
    many = json.dumps(review_of(observations(MANY)))
    ratio = compare(with_collector(lambda: json.loads(many)), lambda: json.loads(many), FEW_ROUNDS).ratio
    print(f"{MANY:,} records, with the garbage collector / without: {ratio:.2f}{verdict(ratio, MOST_WITH_COLLECTOR)}")


if __name__ == "__main__":
    main()
