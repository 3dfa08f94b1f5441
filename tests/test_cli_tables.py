"""Parquet and DuckDB files on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from aseansc import load
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
    strict = ["--strict"] if suffix == "duckdb" else []
    status, printed, _ = main_quietly("audit", str(file), "--indicators", "lai-chau", *strict)
    assert "1 contradiction" in printed
    assert "flow-average, conditional" in printed
    assert status == len(strict)
    status, printed, _ = main_quietly("audit", str(file), "--indicators", "lai-chau", "--format", "json", *strict)
    (found,) = json.loads(printed)["contradictions"]
    assert (status, found["code"], found["period_end"]) == (len(strict), "flow-average", "2018-12-31")


def test_problems_are_printed_and_are_an_error(tmp_path: Path) -> None:
    import pyarrow as pa

    table = REVIEW.to_frame("pyarrow").drop_columns("unit")
    write_table(table.append_column("unit", pa.array(["ha"] * len(table))), tmp_path / "bad.parquet")
    status, printed, _ = main_quietly("check", str(tmp_path / "bad.parquet"), "--indicators", "lai-chau")
    assert (status, "no such unit; got ha" in printed) == (1, True)
    assert re.search(r"^lai-chau, \S+ of VN-\d\d, column unit: no such unit; got ha", printed, re.MULTILINE)


def test_a_row_without_a_place_is_named_by_its_time_alone(tmp_path: Path) -> None:
    import pyarrow as pa

    table = REVIEW.to_frame("pyarrow").drop_columns(["place", "observation"])
    write_table(table.append_column("place", pa.nulls(len(table), pa.string())), tmp_path / "bad.parquet")
    status, printed, _ = main_quietly("check", str(tmp_path / "bad.parquet"), "--indicators", "lai-chau")
    assert status == 1
    assert re.search(r"^lai-chau, [a-z-]+, 20\d\d-\d\d-\d\d/20\S+, column place: ", printed, re.MULTILINE)


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


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keep.parquet"
    file.write_bytes(b"kept")

    def fail(table: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError("no space")

    with monkeypatch.context() as changed:
        changed.setattr("aseansc.frames.write_table", fail)
        status, _, err = main_quietly("convert", "lai-chau", str(file), "--force")
    assert (status, "cannot be written" in err, file.read_bytes()) == (1, True, b"kept")
    assert list(tmp_path.iterdir()) == [file]
    assert main_quietly("convert", "lai-chau", str(file), "--force")[0] == 0
    assert len(open_table(file)) == len(REVIEW.observations)
    assert list(tmp_path.iterdir()) == [file]


def test_a_database_with_other_tables_is_not_replaced(tmp_path: Path) -> None:
    import duckdb

    file = tmp_path / "figures.duckdb"
    for _ in range(2):
        assert main_quietly("convert", "lai-chau", str(file), "--force")[0] == 0
    with duckdb.connect(str(file)) as connection:
        connection.execute("create table budget as select 1 as amount")
    status, _, err = main_quietly("convert", "lai-chau", str(file), "--force")
    assert (status, "other tables" in err, "budget" in err) == (1, True, True)
    with duckdb.connect(str(file)) as connection:
        assert connection.table("budget").fetchall() == [(1,)]


def test_the_source_is_not_overwritten(tmp_path: Path) -> None:
    source, target = tmp_path / "review.json", tmp_path / "review.parquet"
    assert main_quietly("convert", "lai-chau", str(source))[0] == 0
    target.symlink_to(source)
    status, _, err = main_quietly("convert", str(source), str(target), "--force")
    assert (status, "overwrite the source" in err) == (1, True)
    assert main_quietly("check", str(source))[0] == 0


def test_every_file_is_audited(tmp_path: Path) -> None:
    table = REVIEW.to_frame("pyarrow")
    names = [str(tmp_path / "good.parquet"), str(tmp_path / "all.parquet")]
    write_table(table.slice(0, 1), names[0])
    write_table(table, names[1])
    command = ("audit", *names, "--indicators", "lai-chau", "--strict")
    status, printed, _ = main_quietly(*command)
    assert (status, "good.parquet: 0 contradictions" in printed, "all.parquet: 1 contradiction" in printed) == (
        1,
        True,
        True,
    )
    status, _, err = main_quietly("audit", "lai-chau", names[0], "--indicators", "lai-chau")
    assert (status, "cannot be audited together" in err) == (1, True)


def test_an_audit_says_that_rows_with_problems_were_left_out(tmp_path: Path) -> None:
    table = REVIEW.to_frame("pyarrow")
    number, name = table.schema.get_field_index("unit"), str(tmp_path / "wrong.parquet")
    write_table(table.set_column(number, "unit", [["xx"] * len(table)]), name)
    status, printed, err = main_quietly("audit", name, "--indicators", "lai-chau")
    assert (status, "0 contradictions" in printed) == (1, True)
    assert f"rows with {len(table)} problems were left out; aseansc check {name}" in err


@pytest.mark.parametrize(
    "option",
    [
        ["--format", "markdown"],
        ["--item", "0"],
        ["--verbose"],
        ["--usual"],
        ["--repairs"],
        ["--questions", "questions.md"],
        ["--answers", "answers.toml"],
        ["--text", "report.txt"],
        ["--bounds", "households"],
        ["--time", "2018"],
        ["--verdict", "contradicted"],
        ["--structure", "structure.toml"],
    ],
)
def test_an_option_without_effect_is_refused(option: list[str], tmp_path: Path) -> None:
    file = str(tmp_path / "figures.parquet")
    write_table(REVIEW.to_frame("pyarrow"), file)
    status, printed, err = main_quietly("audit", file, "--indicators", "lai-chau", *option)
    assert (status, printed, f"aseansc audit {option[0]}: the option has no effect here" in err) == (1, "", True)


@pytest.mark.parametrize(
    "words",
    [
        ("audit", "lai-chau", "--indicators", "lai-chau"),
        ("check", "lai-chau", "--indicators", "lai-chau"),
        ("convert", "lai-chau", "figures.parquet", "--to", "json"),
        ("convert", "lai-chau", "figures.parquet", "--structure", "structure.xml"),
        ("convert", "lai-chau", "figures.parquet", "--with-structure"),
    ],
)
def test_an_option_of_other_files_is_refused(words: tuple[str, ...]) -> None:
    status, printed, err = main_quietly(*words)
    assert (status, printed, "the option has no effect here" in err) == (1, "", True)


@pytest.mark.parametrize(
    "options",
    [
        ("--item", "2", "--format", "json"),
        ("--item", "2", "--format", "markdown"),
        ("--item", "2", "--verbose"),
        ("--repairs", "--item", "3"),
        ("--bounds", "households", "--verbose"),
        ("--bounds", "households", "--verdict", "contradicted"),
        ("--verbose", "--verdict", "contradicted"),
        ("--repairs", "--format", "markdown"),
    ],
)
def test_options_of_an_audit_that_exclude_each_other_are_refused(options: tuple[str, ...]) -> None:
    status, printed, err = main_quietly("audit", "lai-chau", *options)
    assert (status, printed, "aseansc audit" in err, "cannot be given together" in err) == (1, "", True, True)


def test_a_table_is_no_review_and_the_message_says_what_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "figures.parquet"
    write_table(REVIEW.to_frame("pyarrow"), file)
    status, printed, err = main_quietly("convert", str(file), str(tmp_path / "review.json"))
    assert (status, printed) == (1, "")
    assert "a table of figures is not a review" in err
    assert "aseansc check figures.parquet --indicators REVIEW" in err
    with pytest.raises(FieldError, match="from_frame"):
        load(file)


def test_a_file_name_is_not_a_pattern(tmp_path: Path) -> None:
    table = REVIEW.to_frame("pyarrow")
    write_table(table, tmp_path / "x1.parquet")
    for number, name in enumerate(("x[1].parquet", "x*.parquet", "x?.parquet")):
        write_table(table.slice(0, number), tmp_path / name)
        assert len(open_table(tmp_path / name)) == number
