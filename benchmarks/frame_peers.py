"""Five plain column checks with dataframely, pandera and pointblank, beside the same checks by hand and by the library.

Run ``python benchmarks/frame_peers.py [ROWS [ROUNDS]]``, by default a million rows. It needs ``pip install dataframely
pandera pointblank``; a missing one is left out. The checks are: units and qualifiers from a list, values from 0 to
1,000,000, periods that do not end before they start, and no empty place. All run on polars, in turn in one process.

Libraries for checks of columns are as fast as queries by hand. They do not know that two figures cannot both be true,
that a unit does not fit an indicator, or that the parts exceed the whole: that is what the library adds.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import polars as pl
from frame_queries import QUALIFIERS, indicators
from frames import generate, report, seconds_of

from aseansc.frames import check

UNITS = ["person", "percent"]
MOST = 1_000_000


def by_hand(frame: pl.DataFrame) -> Any:
    """Return the rows with a problem, with one query."""
    c = pl.col
    good = c("unit").is_in(UNITS) & c("obs_value").is_between(0, MOST) & (c("period_start") <= c("period_end"))
    good = good & c("place").is_not_null() & (c("qualifier").is_null() | c("qualifier").is_in(QUALIFIERS))
    return frame.lazy().filter(~good).collect(engine="streaming")


def by_dataframely(frame: pl.DataFrame) -> Any:
    """Return the valid rows and the failures."""
    import dataframely as dy

    class Figures(dy.Schema):
        place = dy.String()
        unit = dy.String(check=lambda cell: cell.is_in(UNITS))
        qualifier = dy.String(nullable=True, check=lambda cell: cell.is_in(QUALIFIERS))
        obs_value = dy.Decimal(18, 4, min=0, max=MOST)
        period_start = dy.Date()
        period_end = dy.Date()

        @dy.rule()
        def in_order(cls) -> pl.Expr:  # noqa: N805  # dataframely wants a class
            return pl.col("period_start") <= pl.col("period_end")

    return Figures.filter(frame)


def by_pandera(frame: pl.DataFrame) -> Any:
    """Return the failures."""
    import pandera.polars as pa

    schema = pa.DataFrameSchema(
        {
            "place": pa.Column(str),
            "unit": pa.Column(str, pa.Check.isin(UNITS)),
            "qualifier": pa.Column(str, pa.Check.isin(QUALIFIERS), nullable=True),
            "obs_value": pa.Column(pl.Decimal(18, 4), pa.Check.in_range(0, MOST)),
        },
        checks=pa.Check(lambda data: data.lazyframe.select(pl.col("period_start") <= pl.col("period_end"))),
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as error:
        return error.failure_cases
    return None


def by_pointblank(frame: pl.DataFrame) -> Any:
    """Return the report."""
    import pointblank as pb

    return (
        pb.Validate(frame)
        .col_vals_not_null("place")
        .col_vals_in_set("unit", UNITS)
        .col_vals_in_set("qualifier", [*QUALIFIERS, None])
        .col_vals_between("obs_value", 0, MOST)
        .col_vals_expr(pl.col("period_start") <= pl.col("period_end"))
        .interrogate()
    )


PEERS: dict[str, Callable[[pl.DataFrame], Any]] = {
    "dataframely": by_dataframely,
    "pandera": by_pandera,
    "pointblank": by_pointblank,
}


def measure(rows: int, rounds: int) -> None:
    """Print the seconds of each side, and its ratio to the query by hand."""
    known = indicators()
    with tempfile.TemporaryDirectory() as folder:
        generate(Path(folder), rows)
        frame = pl.read_parquet(Path(folder, "obs.parquet"))
    sides: dict[str, Callable[[], Any]] = {"by hand": lambda: by_hand(frame)}
    for name, run in PEERS.items():
        if find_spec(name) is not None:
            sides[name] = lambda run=run: run(frame)
    sides["aseansc, with repeated figures and the units of indicators"] = lambda: check(frame.lazy(), known)
    found = seconds_of(sides, rounds)
    for name in [*sides][1:]:
        report(f"{rows:,} rows", found, name, "by hand")


if __name__ == "__main__":
    measure(*(int(argument) for argument in (*sys.argv[1:], *("1000000", "5")[len(sys.argv) - 1 :])))
