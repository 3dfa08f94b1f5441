"""Parquet and DuckDB files on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from aseansc.datasets import lai_chau
from aseansc.errors import FieldError, FieldTypeError
from aseansc.frames import from_frame, open_table, write_table
from tests.test_cli import main_quietly

REVIEW = lai_chau.load()


@pytest.mark.parametrize("suffix", ["parquet", "duckdb"])
def test_a_review_is_converted_checked_and_audited(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"figures.{suffix}"
    status, printed, _ = main_quietly("convert", "lai-chau", str(file))
    assert (status, "wrote" in printed) == (0, True)
    assert len(from_frame(open_table(file), REVIEW.indicators)) == len(REVIEW.observations)
    status, printed, _ = main_quietly("check", str(file), "--indicators", "lai-chau")
    assert (status, "0 problems" in printed) == (0, True)
    status, printed, _ = main_quietly("audit", str(file), "--indicators", "lai-chau")
    assert (status, "1 contradiction" in printed, "flow-average, conditional" in printed) == (0, True, True)
    assert main_quietly("audit", str(file), "--indicators", "lai-chau", "--strict")[0] == 1


def test_problems_are_printed_and_are_an_error(tmp_path: Path) -> None:
    import pyarrow as pa

    table = REVIEW.to_frame("pyarrow").drop_columns("unit")
    write_table(table.append_column("unit", pa.array(["ha"] * len(table))), tmp_path / "bad.parquet")
    status, printed, _ = main_quietly("check", str(tmp_path / "bad.parquet"), "--indicators", "lai-chau")
    assert (status, "no such unit; got ha" in printed) == (1, True)


def test_what_cannot_be_read_or_written_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "figures.parquet"
    assert main_quietly("convert", "lai-chau", str(file), "--strict")[0] == 1
    assert not file.exists()
    assert main_quietly("check", str(file), "--indicators", "lai-chau")[0] == 1
    file.write_bytes(b"nothing")
    for command in (["check"], ["audit"]):
        assert main_quietly(*command, str(file))[0] == 1
        assert main_quietly(*command, str(file), "--indicators", "lai-chau")[0] == 1
    assert main_quietly("convert", "lai-chau", str(file))[0] == 1
    assert main_quietly("convert", "lai-chau", str(file), "--force")[0] == 0
    wrong: Any
    for wrong in (5, None):
        with pytest.raises(FieldTypeError):
            open_table(wrong)
        with pytest.raises(FieldTypeError):
            write_table(wrong, tmp_path / "new.parquet")
    with pytest.raises(FieldError, match="another suffix"):
        open_table("figures.txt")
    with pytest.raises(FieldError, match="cannot be written"):
        write_table(REVIEW.to_frame("pyarrow"), tmp_path / "none" / "figures.duckdb")
