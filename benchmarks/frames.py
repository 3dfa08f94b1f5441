"""Whether frames and objects are as fast as they must be, beside queries written by hand and other libraries.

Run ``python benchmarks/frames.py [ROWS [ROUNDS [SECTION …]]]``, by default a million rows, five rounds and all
sections: ``engines``, ``spark`` (needs PySpark and Java), ``convert`` (needs pint-pandas), ``memory``, ``growth``,
``small`` and ``objects`` (needs pydantic and sdmx1), which runs the benchmarks of formats and audits.

The data are generated in a temporary folder: 3,000 places, 100 indicators (wholes with two parts, and rates), years
from 1990, text columns, exact decimals, and a few errors of each kind. All sides run in turn in one process. A ratio is
that of the least processor times of all rounds, below 1 if the library is faster; that of the least times by the clock
follows. Each line ends with what the ratio must be at most, and whether it is. That is meant for ten million rows: with
fewer, engines take a larger part of the time to plan the queries. `frame_peers.py` compares other libraries.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import polars as pl
from frame_queries import GENERATE, TARGETS, by_duckdb, by_polars, by_spark, indicators, reference
from side_by_side import verdict

from aseansc.frames import attainment, audit, check, convert, open_table
from aseansc.units import hectare

MOST_ON_POLARS = {"check": 0.7, "audit": 1.15, "attainment": 1.15}
"""The checks by hand on polars are five queries, and all checks of the library must take less than their sum."""
MOST_ON_DUCKDB, MOST_ON_SPARK = 1.3, 1.15
MOST_OF_PINT, MOST_WITH_LIMIT, MOST_GROWTH = 0.1, 1.2, 1.0
MOST_WARM, MOST_WITH_IMPORT = 20, 150
"""Milliseconds for a small frame."""
SMALL = 5000
LIMIT = "250MB"

Side = Callable[[], Any]
Clock = Callable[[], float]


class Seconds(NamedTuple):
    """The least seconds of several runs."""

    of_processors: float
    by_clock: float


def seconds_of(sides: dict[str, Side], rounds: int, processors: Clock = time.process_time) -> dict[str, Seconds]:
    """Run all sides in turn, and return the least seconds of each; a first round is a warm-up.

    Every other round runs them in reverse order: a side takes longer after another engine than after itself.
    """
    found = dict.fromkeys(sides, Seconds(float("inf"), float("inf")))
    for number in range(rounds + 1):
        for name, run in [*sides.items()][:: 1 if number % 2 else -1]:
            gc.collect()
            spent, clock = processors(), time.perf_counter()
            run()
            took = Seconds(processors() - spent, time.perf_counter() - clock)
            if number:
                found[name] = Seconds(*map(min, found[name], took))
    return found


def report(what: str, found: dict[str, Seconds], ours: str, theirs: str, most: float | None = None) -> None:
    """Print the ratio of two sides, and whether it is what it must be."""
    mine, other = found[ours], found[theirs]
    ratio = mine.of_processors / other.of_processors
    both = f"{mine.of_processors:.2f} s, {other.of_processors:.2f} s; by the clock {mine.by_clock / other.by_clock:.2f}"
    print(f"{what}: {ours} / {theirs} = {ratio:.2f} ({both}){verdict(ratio, most)}", flush=True)


def engines(folder: Path, rows: int, rounds: int) -> None:
    """Compare polars and DuckDB in memory. The checks by hand on polars are five queries."""
    frame, targets = pl.read_parquet(folder / "obs.parquet"), pl.read_parquet(folder / "targets.parquet")
    known, connection = indicators(), duckdb.connect()
    for name in ("obs", "targets"):
        connection.execute(f"create table {name} as select * from '{folder / name}.parquet'")
    connection.register("ref", reference().to_arrow())
    polars, duck = by_polars(frame.lazy(), reference().lazy(), targets.lazy()), by_duckdb(connection)
    ours: dict[str, tuple[Side, Side]] = {
        "check": (lambda: check(frame.lazy(), known), lambda: check(connection.table("obs"), known)),
        "audit": (lambda: audit(frame.lazy(), known), lambda: audit(connection.table("obs"), known)),
        "attainment": (
            lambda: attainment(frame.lazy(), targets.lazy(), known).collect(engine="streaming"),
            lambda: attainment(connection.table("obs"), connection.table("targets"), known).to_arrow_table(),
        ),
    }
    for name, (on_polars, on_duckdb) in ours.items():
        sides = {"aseansc on polars": on_polars, "polars by hand": polars[name]}
        sides |= {"aseansc on DuckDB": on_duckdb, "DuckDB by hand": duck[name]}
        found = seconds_of(sides, rounds)
        report(f"{name}, {rows:,} rows", found, "aseansc on polars", "polars by hand", MOST_ON_POLARS[name])
        report(f"{name}, {rows:,} rows", found, "aseansc on DuckDB", "DuckDB by hand", MOST_ON_DUCKDB)


def spark(folder: Path, rows: int, rounds: int) -> None:
    """Compare PySpark in local mode, which reads Parquet files."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        print("spark: needs PySpark and Java")
        return
    from pyspark.sql import SparkSession

    options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.memory": "4g"}
    session = SparkSession.builder.master("local[2]").config(map=options).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    obs, targets = (session.read.parquet(str(folder / f"{name}.parquet")) for name in ("obs", "targets"))
    for name, frame in (("obs", obs), ("targets", targets), ("ref", session.createDataFrame(reference().to_arrow()))):
        frame.createOrReplaceTempView(name)
    known, hand = indicators(), by_spark(session)
    java = Path(f"/proc/{session.sparkContext._gateway.proc.pid}/stat")
    ours: dict[str, Side] = {
        "check": lambda: check(obs, known).toArrow(),
        "audit": lambda: audit(obs, known).toArrow(),
        "attainment": lambda: attainment(obs, targets, known).toArrow(),
    }

    def processors() -> float:
        in_user, in_system = java.read_text().rpartition(")")[2].split()[11:13]
        return time.process_time() + (int(in_user) + int(in_system)) / os.sysconf("SC_CLK_TCK")

    for name, run in ours.items():
        found = seconds_of({"aseansc on PySpark": run, "PySpark by hand": hand[name]}, rounds, processors)
        report(f"{name}, {rows:,} rows", found, "aseansc on PySpark", "PySpark by hand", MOST_ON_SPARK)
    session.stop()


def convert_units(folder: Path, rows: int, rounds: int) -> None:
    """Compare the conversion of floating-point numbers in two units, which pint-pandas converts unit by unit."""
    if find_spec("pint_pandas") is None:
        print("convert: needs pint-pandas")
        return
    import pandas as pd
    import pint_pandas

    numbers = pl.read_parquet(folder / "obs.parquet", columns=["obs_value"])["obs_value"].cast(pl.Float64)
    units = pl.Series("unit", ["hectare", "square_kilometre"]).gather(pl.int_range(len(numbers), eager=True) % 2)
    frame = pl.DataFrame({"obs_value": numbers, "unit": units})
    table = frame.to_pandas()
    pint_pandas.PintType.ureg.define("square_kilometre = kilometer ** 2")

    def by_pint() -> Any:
        parts = [
            pd.Series(group["obs_value"], dtype=f"pint[{unit}]").pint.to("hectare").pint.magnitude
            for unit, group in table.groupby("unit")
        ]
        return pd.concat(parts).sort_index()

    def by_library() -> Any:
        return convert(frame.lazy(), hectare).collect(engine="streaming")

    found = seconds_of({"aseansc on polars": by_library, "pint-pandas": by_pint}, rounds)
    report(f"convert, {rows:,} rows", found, "aseansc on polars", "pint-pandas", MOST_OF_PINT)


def memory(folder: Path, rows: int, rounds: int) -> None:
    """Compare DuckDB with little memory, which reads a Parquet file, with DuckDB without a limit."""
    known, file = indicators(), str(folder / "obs.parquet")

    def limited(run: Callable[..., Any]) -> Any:
        with duckdb.connect(config={"memory_limit": LIMIT, "temp_directory": str(folder)}) as connection:
            return run(connection.read_parquet(file), known).fetchall()

    for name, run in (("check", check), ("audit", audit)):
        sides: dict[str, Side] = {
            f"with {LIMIT}": lambda run=run: limited(run),
            "without a limit": lambda run=run: run(open_table(file), known).fetchall(),
        }
        found = seconds_of(sides, rounds)
        report(f"{name}, {rows:,} rows of Parquet", found, f"with {LIMIT}", "without a limit", MOST_WITH_LIMIT)


def growth(folder: Path, rows: int, rounds: int) -> None:
    """Compare the time per row with that for a tenth of the rows."""
    fewer = Path(tempfile.mkdtemp(dir=folder))
    generate(fewer, rows // 10)
    known = indicators()
    frames = [pl.read_parquet(place / "obs.parquet") for place in (folder, fewer)]
    for name, run in (("check", check), ("audit", audit)):
        sides: dict[str, Side] = {
            label: lambda run=run, frame=frame: run(frame.lazy(), known)
            for label, frame in zip(("all", "a tenth"), frames, strict=True)
        }
        found = seconds_of(sides, rounds)
        ratio = found["all"].of_processors / found["a tenth"].of_processors / 10
        what = f"{name} on polars: time per row of {rows:,} / of {rows // 10:,}"
        print(f"{what} = {ratio:.2f}{verdict(ratio, MOST_GROWTH)}", flush=True)


def small(folder: Path, _: int, rounds: int) -> None:
    """Print the milliseconds from a table of pandas to a list of problems, warm, and in a new process with imports."""
    file, known = folder / "small.parquet", indicators()
    pl.read_parquet(folder / "obs.parquet").head(SMALL).write_parquet(file)
    table = pl.read_parquet(file).to_pandas(use_pyarrow_extension_array=True)
    warm = seconds_of({"warm": lambda: check(table, known).to_dict("records")}, 4 * rounds)["warm"].of_processors
    cold = min(float(_in_a_process(file)) for _ in range(rounds))
    for what, seconds, most in (
        ("warm", warm, MOST_WARM),
        ("with the import of aseansc.frames", cold, MOST_WITH_IMPORT),
    ):
        print(f"check, {SMALL:,} rows of pandas, {what}: {seconds * 1000:.0f} ms{verdict(seconds * 1000, most)}")


def _in_a_process(file: Path) -> str:
    code = (
        "import time, pandas as pd\n"
        "from frame_queries import indicators\n"
        f"table, known = pd.read_parquet({str(file)!r}, dtype_backend='pyarrow'), indicators()\n"
        "start = time.process_time()\n"
        "from aseansc.frames import check\n"
        "check(table, known).to_dict('records')\n"
        "print(time.process_time() - start)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parent
    )
    return ran.stdout


def objects(_: Path, __: int, ___: int) -> None:
    """Run the benchmarks of formats and audits, which print what they must be."""
    for name in ("json_documents", "tables", "sdmx_csv", "audits"):
        subprocess.run([sys.executable, f"{name}.py"], check=False, cwd=Path(__file__).parent)


def generate(folder: Path, rows: int) -> None:
    """Write the figures and the targets to Parquet files."""
    with duckdb.connect() as connection:
        connection.execute(f"copy ({GENERATE.format(rows=rows)}) to '{folder / 'obs.parquet'}' (format parquet)")
        connection.execute(f"create view obs as select * from '{folder / 'obs.parquet'}'")
        connection.execute(f"copy ({TARGETS}) to '{folder / 'targets.parquet'}' (format parquet)")


RUN = {
    "engines": engines,
    "spark": spark,
    "convert": convert_units,
    "memory": memory,
    "growth": growth,
    "small": small,
    "objects": objects,
}


def arguments() -> Iterator[Any]:
    """Yield the number of rows, the number of rounds, and the sections."""
    given = sys.argv[1:]
    yield int(given[0]) if given else 1_000_000
    yield int(given[1]) if len(given) > 1 else 5
    yield given[2:] or RUN


if __name__ == "__main__":
    number_of_rows, number_of_rounds, sections = arguments()
    with tempfile.TemporaryDirectory() as made:
        generate(Path(made), number_of_rows)
        for section in sections:
            RUN[section](Path(made), number_of_rows, number_of_rounds)
