"""Run the page on work at national scale with many programmes, on DuckDB or on PySpark.

Run ``python benchmarks/national_scale.py [PROGRAMMES] [--spark]``. A programme has about 3,600 figures. The examples of
the page run in their order in a temporary folder; what takes more than a tenth of a second is printed with its seconds.
The exit status is 1 if the audit does not find the planted errors, and only these.
"""

from __future__ import annotations

import doctest
import os
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent.parent / "docs" / "how-to" / "work-at-national-scale.md"
ON_DUCKDB, ON_SPARK = 'frames.open_table("figures.parquet")', 'spark.read.parquet("figures.parquet")'
PLANTED = """rows_of(wrong, "review", "code")"""


def examples(programmes: int, *, on_spark: bool) -> list[doctest.Example]:
    """Return the examples of the page, with another number of programmes, and perhaps the line of PySpark."""
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL))
    changes = [("programmes = 1\n", f"programmes = {programmes}\n")] + [(ON_DUCKDB, ON_SPARK)] * on_spark
    for old, new in changes:
        assert code.count(old) == 1, f"the page has another line than {old!r}"
        code = code.replace(old, new)
    return doctest.DocTestParser().get_examples(code)


def session() -> Any:
    """Return a local session of PySpark."""
    from pyspark.sql import SparkSession

    options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "4", "spark.driver.memory": "4g"}
    found = SparkSession.builder.master("local[2]").config(map=options).getOrCreate()
    found.sparkContext.setLogLevel("ERROR")
    return found


def run(programmes: int, *, on_spark: bool) -> bool:
    """Run the examples, and return whether the audit found the planted errors and no others."""
    names: dict[str, Any] = {"spark": session()} if on_spark else {}
    found = True
    for example in examples(programmes, on_spark=on_spark):
        source, is_expression = example.source, bool(example.want)
        before = time.perf_counter()
        result = eval(source, names) if is_expression else exec(source, names)  # the code of our own page
        seconds = time.perf_counter() - before
        if seconds > 0.1:
            print(f"{seconds:8.1f} s  {source.splitlines()[0]}", flush=True)
        if source.strip() == PLANTED:
            found = repr(result) == example.want.strip()
            print(f"planted errors and no others: {found}", flush=True)
        if source.startswith("figures = "):
            rows = names["nw"].from_native(names["figures"]).lazy().select(names["nw"].len()).collect("pyarrow").item()
            print(f"{rows:,} figures", flush=True)
    return found


if __name__ == "__main__":
    numbers = [word for word in sys.argv[1:] if word.isdigit()]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        is_right = run(int(numbers[0]) if numbers else 1, on_spark="--spark" in sys.argv)
    sys.exit(not is_right)
