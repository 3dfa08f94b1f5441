"""Frames of PySpark, in local mode, with one session for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any
from unittest import mock

import attrs
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from aseansc import Absent, Observation, Text
from aseansc.audit import CheckCode
from aseansc.datasets import lai_chau
from aseansc.errors import FieldError
from aseansc.frames import aggregate, attainment, audit, check, convert, from_frame, to_frame
from aseansc.units import household
from tests import test_frame_audits as audits
from tests._frame_data import INDICATORS, in_backend, on_the_engine, problems_by_objects, rows_of, table_of
from tests.test_frame_checks import CASES, GOOD

LAI_CHAU = lai_chau.load()
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="PySpark needs Java, which is not installed")
pytestmark = pytest.mark.spark


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    options = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.memory": "1g"}
    builder = SparkSession.builder.master("local[1]").config(map=options)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def in_english(item: Observation) -> Observation:
    return item if isinstance(item.note, Absent) else attrs.evolve(item, note=Text(en=item.note.en))


@needs_java
def test_a_frame_of_spark_is_read_back(spark: Any) -> None:
    frame = to_frame(LAI_CHAU, "pyspark", session=spark)
    assert from_frame(frame, LAI_CHAU.indicators) == tuple(map(in_english, LAI_CHAU.observations))


@needs_java
def test_checks_on_spark_find_the_problems_that_the_model_finds(spark: Any) -> None:
    table = table_of([{**GOOD, **change} for change, _ in CASES])
    frame = in_backend(table, "pyspark", spark)
    with on_the_engine():
        found = rows_of(check(frame, INDICATORS))
    assert {(row["observation"], row["problem"]) for row in found} == problems_by_objects(table)
    assert rows_of(check(frame, INDICATORS)) == found  # as a few rows
    with on_the_engine():
        assert rows_of(check(in_backend(table_of([GOOD]), "pyspark", spark), INDICATORS)) == []


@needs_java
def test_functions_on_spark_give_what_polars_gives(spark: Any) -> None:
    table = audits.table_of(audits.SEVERAL)
    columns = ["indicator", "place", "period_start", "period_end", "obs_value", "unit"]
    some = table.filter(pc.equal(table["indicator"], "households")).select(columns)
    row: dict[str, Any] = some.to_pylist()[0]
    districts = pa.Table.from_pylist([{**row, "place": f"VN-01-{number}"} for number in (105, 106)])

    def results(backend: str) -> list[Any]:
        frame, parts = in_backend(table, backend, spark), in_backend(districts.cast(some.schema), backend, spark)
        found = [
            audit(frame, audits.INDICATORS, checks=[CheckCode.PARTS_SUM, CheckCode.RESTATEMENT]),
            attainment(parts, parts, audits.INDICATORS),
            convert(parts, household),
            aggregate(parts, audits.INDICATORS),
        ]
        return [sorted(map(str, rows_of(result))) for result in found]

    with on_the_engine():
        found = results("pyspark")
    assert all(found)
    assert found == results("polars")


def test_a_frame_of_spark_without_a_session_is_refused() -> None:
    from pyspark.sql import SparkSession

    with (
        mock.patch.object(SparkSession, "getActiveSession", return_value=None),  # another test may have made one
        pytest.raises(FieldError, match="no active session of Spark"),
    ):
        to_frame(LAI_CHAU, "pyspark")
