"""The Data Package loses nothing, other tools can read it, invalid packages get every problem, hostile ones are refused."""

from __future__ import annotations

import csv as plain_csv
import io
import json as plain_json
import os
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import frictionless
import pytest
from attrs import evolve
from hypothesis import example, given, settings, strategies as st

from aseansc import Period, Review, Text
from aseansc.datasets import lai_chau, skeleton
from aseansc.errors import AseanscError, DocumentError, FieldTypeError, LimitError
from aseansc.extras import Extra
from aseansc.interchange import csv
from aseansc.interchange._tables.columns import tables
from aseansc.limits import Limits
from aseansc.strategies import reviews
from tests._profile import examples
from tests.interchange._tabular import (
    DAMAGES,
    HARD_TEXTS,
    damaged,
    dumped,
    members_of,
    repacked,
    with_hard_texts,
    within_a_second,
)

GOLDEN = Path(__file__).parent.parent / "golden" / "csv" / "skeleton-2-later.zip"
PACKAGE = dumped(csv.dump, skeleton.load())
MEMBERS = members_of(PACKAGE)


def read(content: bytes) -> Review:
    return csv.load(io.BytesIO(content))


def refusal(content: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught, within_a_second():
        read(content)
    return caught.value


# -- round trips


@settings(max_examples=examples(0.4))
@given(reviews())
def test_a_review_is_equal_after_writing_and_reading(review: Review) -> None:
    assert read(dumped(csv.dump, review)) == review
    assert csv.losses(review) == ()


@given(st.sampled_from(HARD_TEXTS), st.sampled_from(HARD_TEXTS))
def test_texts_that_look_like_numbers_or_marks_are_kept(text: str, other: str) -> None:
    review = with_hard_texts(text, other)
    assert read(dumped(csv.dump, review)) == review


@pytest.mark.parametrize("dataset", [lai_chau, skeleton])
def test_the_datasets_are_equal_after_writing_a_folder_and_an_archive(dataset: Any, tmp_path: Path) -> None:
    review = dataset.load()
    csv.dump(review, tmp_path / "package")
    csv.dump(review, str(tmp_path / "package.zip"))
    assert csv.load(tmp_path / "package") == csv.load(tmp_path / "package.zip") == review
    assert sorted(os.listdir(tmp_path)) == ["package", "package.zip"]  # no temporary files
    assert members_of((tmp_path / "package.zip").read_bytes()) == {
        path.name: path.read_bytes() for path in (tmp_path / "package").iterdir()
    }


def test_texts_too_long_for_a_cell_are_kept() -> None:
    long = evolve(
        skeleton.load(),
        note=Text(en="e" * (csv.LONGEST_CELL + 1), vi="ệ" * csv.LONGEST_CELL, others={"lo": "𝄞" * 70_000}),
        extra=Extra({"kept": ["x" * 400_000]}),
    )
    content = dumped(csv.dump, long)
    assert read(content) == long
    for name, file in members_of(content).items():
        if name.endswith(".csv"):  # the default limit of the csv module of Python
            assert all(len(cell) <= 131_072 for row in plain_csv.reader(io.StringIO(file.decode())) for cell in row)


def test_the_same_review_gives_the_same_bytes() -> None:
    assert dumped(csv.dump, lai_chau.load()) == dumped(csv.dump, read(dumped(csv.dump, lai_chau.load())))


def test_figures_are_written_as_printed() -> None:
    text = members_of(dumped(csv.dump, lai_chau.load()))["observations.csv"].decode()
    rows = {row["id"]: row for row in plain_csv.DictReader(io.StringIO(text))}
    assert rows["poverty-rate.2016.beginning"]["value.magnitude"] == "40.40"
    assert rows["poverty-rate.2018.end"]["citation.printed"] == "25,55%"
    assert rows["poverty-rate.2018.end"]["citation.governed_by"].endswith(": ước")


def without_descriptions(members: dict[str, bytes]) -> dict[str, bytes]:
    """Blank the descriptions of the fields, which may be reworded, and leave out what first packages did not say."""
    blanked = re.sub(rb'"description": "(?:[^"\\]|\\.)*"', b'"description": ""', members["datapackage.json"])
    blanked = re.sub(rb'"dialect": \{[^}]*\},\s*', b"", blanked)
    return {**members, "datapackage.json": blanked}


def test_the_golden_package_is_still_read_and_written() -> None:
    assert read(GOLDEN.read_bytes()) == skeleton.load()
    assert without_descriptions(members_of(GOLDEN.read_bytes())) == without_descriptions(MEMBERS)


# -- other tools can read it


def small_review(sign: str) -> Review:
    """Return a review whose table has little but a column with this sign as its name."""
    words = Text(en="0")
    period = Period.years(2016, 2018)
    return Review(id="review", title=words, programme=words, place="VN-01", period=period, extra=Extra({sign: sign}))


@pytest.mark.parametrize("dataset", [pytest.param(lai_chau, marks=pytest.mark.slow), skeleton])
@pytest.mark.filterwarnings("ignore")  # from dependencies of frictionless
def test_frictionless_accepts_the_datasets(dataset: Any, tmp_path: Path) -> None:
    is_large = dataset is lai_chau  # a folder is as good as an archive, and each takes seconds
    csv.dump(dataset.load(), tmp_path / ("package" if is_large else "package.zip"))
    report = frictionless.validate(str(tmp_path / ("package/datapackage.json" if is_large else "package.zip")))
    assert report.valid, report.flatten(["type", "note"])


@settings(max_examples=examples(0.1))
@given(reviews(max_figures=2))
@example(small_review(";"))  # may be taken for a delimiter
@example(with_hard_texts("qualitative"))
@example(with_hard_texts("?"))
@pytest.mark.filterwarnings("ignore")
def test_frictionless_accepts_generated_reviews(tmp_path_factory: pytest.TempPathFactory, review: Review) -> None:
    folder = tmp_path_factory.mktemp("package") / "package"
    csv.dump(review, folder)
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note", "rowNumber", "fieldName"])


@pytest.mark.filterwarnings("ignore")
def test_frictionless_finds_a_reference_to_a_missing_record(tmp_path: Path) -> None:
    """The descriptor declares foreign keys, so that other tools can check them."""
    csv.dump(skeleton.load(), tmp_path / "package")
    file = tmp_path / "package" / "observations.csv"
    text = file.read_text(encoding="utf-8")
    first = skeleton.load().observations[0]
    file.write_text(text.replace(f"{first.id},{first.indicator},", f"{first.id},nowhere,", 1), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / "package" / "datapackage.json"))
    assert [error for (error,) in report.flatten(["type"])] == ["foreign-key"]


def test_every_column_has_a_description() -> None:
    package = plain_json.loads(MEMBERS["datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == list(tables())
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"].endswith("."), (resource["name"], field["name"])
            assert field["title_vi"]


# -- writing


def test_a_folder_with_other_files_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        csv.dump(skeleton.load(), tmp_path)
    assert os.listdir(tmp_path) == ["mine.txt"]
    with pytest.raises(FileExistsError):
        csv.dump(skeleton.load(), tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    csv.dump(skeleton.load(), tmp_path / "package")
    assert csv.load(tmp_path / "package") == skeleton.load()


def test_a_folder_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="full"):
        csv.dump(skeleton.load(), tmp_path / "package")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("wrong", [None, "review", {}])
def test_only_reviews_are_written(wrong: Any, tmp_path: Path) -> None:
    with pytest.raises(FieldTypeError):
        csv.dump(wrong, tmp_path / "package")
    with pytest.raises(FieldTypeError):
        csv.losses(wrong)
    assert os.listdir(tmp_path) == []


# -- problems and their locations


def test_every_problem_is_reported_with_its_file_line_and_column() -> None:
    header, *lines = MEMBERS["observations.csv"].decode().split("\r\n")
    names = header.split(",")
    rows = list(plain_csv.reader(lines))

    def put(row: int, name: str, text: str) -> None:
        rows[row][names.index(name)] = text

    put(0, "value.magnitude", "40,40")
    put(0, "value.unit", "househld")
    put(1, "citation.start", "2018.7")
    put(1, "statuses", "estimated; ; revised")
    put(2, "time_collection", "")
    put(2, "note.vi", "ghi chú")
    put(2, "note.en", "")
    put(3, "place", "not_stated")
    put(3, "value.unit", "? the file names none")
    text = io.StringIO()
    plain_csv.writer(text).writerows([names, *rows[:-1]])
    breakdowns = b"indicator,parts,complete,disjoint\r\nnowhere,a,yes,true\r\n"
    error = refusal(repacked(MEMBERS, **{"observations.csv": text.getvalue().encode(), "breakdowns.csv": breakdowns}))
    assert {problem.where for problem in error.problems} == {
        "observations.csv, line 2, value.magnitude",
        "observations.csv, line 2, value.unit",
        "observations.csv, line 3, citation.start",
        "observations.csv, line 3, statuses",
        "observations.csv, line 4, time_collection",
        "observations.csv, line 4, note.en",
        "observations.csv, line 5, place",
        "observations.csv, line 5, value.unit",
        "breakdowns.csv, line 2, indicator",
    }
    assert "Did you mean 'household'" in str(error)


def test_problems_across_records_are_reported_at_their_records() -> None:
    lines = MEMBERS["findings.csv"].decode().split("\r\n")
    doubled = "\r\n".join([*lines[:-1], lines[1], ""])
    error = refusal(repacked(MEMBERS, **{"findings.csv": doubled.encode()}))
    assert error.problems[0].where.startswith(f"findings.csv, line {len(lines)}")


def test_a_claim_without_a_type_is_reported_at_its_cell() -> None:
    changed = MEMBERS["claims.csv"].replace(b"attainment,", b"not_stated,", 1)
    (problem,) = refusal(repacked(MEMBERS, **{"claims.csv": changed})).problems
    assert problem.where.startswith("claims.csv, line ")
    assert "type" in problem.where


HEADER = MEMBERS["units.csv"]
WRONG_FORMS: dict[str, tuple[dict[str, bytes | None], str]] = {
    "a repeated column": (
        {"units.csv": b"code,code,kind,dimension,factor,en,plural,vi\r\n"},
        "units.csv, line 1, field 2",
    ),
    "a missing column": ({"units.csv": b"code,kind,dimension,factor,en,plural\r\n"}, "units.csv"),
    "an unknown column": ({"units.csv": b"code,kind,dimension,faktor,en,plural,vi\r\n"}, "units.csv, line 1, field 4"),
    "an empty file": ({"units.csv": b""}, "units.csv"),
    "a row with too few fields": ({"units.csv": HEADER + b"a,b\r\n"}, "units.csv, line 2"),
    "a unit without a name": ({"units.csv": HEADER + b"bus,count,bus,1,,,xe\r\n"}, "units.csv, line 2, en"),
    "an empty row between other rows": (
        {"units.csv": HEADER + b"\r\n\r\nx,count,a,1,a,a,a\r\n"},
        "units.csv, line 2",
    ),
    "an open quote": ({"units.csv": HEADER + b'"a,b\r\n'}, "units.csv, line 2"),
    "text after a quoted cell": ({"units.csv": HEADER + b'"a"b,c,d,e,f,g,h\r\n'}, "units.csv, line 2"),
    "semicolons": ({"units.csv": HEADER.replace(b",", b";")}, "units.csv, line 1"),
    "two byte-order marks": ({"units.csv": b"\xef\xbb\xbf" * 2 + HEADER}, "units.csv, line 1, field 1"),
    "a column of row numbers": ({"units.csv": b"," + HEADER}, "units.csv, line 1, field 1"),
    "UTF-16": ({"units.csv": HEADER.decode().encode("utf-16")}, "units.csv, byte 0"),
    "another encoding": ({"units.csv": HEADER + "xã,ỹ".encode() + b"\xff\r\n"}, "units.csv, byte 48"),
    "NUL": ({"units.csv": HEADER + b"a\x00,count,a,,a,a,a\r\n"}, "units.csv, line 2, code"),
    "no row of the review": ({"review.csv": MEMBERS["review.csv"].split(b"\r\n")[0] + b"\r\n"}, "review.csv"),
    "a missing file": ({"units.csv": None}, "the archive"),
    "an extra file": ({"notes.csv": b"a"}, "the archive"),
    "a relative path": ({"../units.csv": b"a"}, "the archive"),
    "an absolute path": ({"/etc/passwd": b"a"}, "the archive"),
    "a folder": ({"package/units.csv": b"a"}, "the archive"),
    "not JSON": ({"datapackage.json": b"{"}, "line 1, column 2"),
    "another package": ({"datapackage.json": b"{}"}, "datapackage.json, $.aseansc"),
    "a file missing in the descriptor": (
        {"long_texts.csv": b"text,part,words\r\n1,1,a\r\n"},
        "datapackage.json, $.resources",
    ),
}


@pytest.mark.parametrize("name", WRONG_FORMS)
def test_an_invalid_package_is_refused_with_the_location(name: str) -> None:
    changed, location = WRONG_FORMS[name]
    error = refusal(repacked(MEMBERS, **changed))
    assert location in {problem.where for problem in (error, *error.problems)}, error


LONG = members_of(dumped(csv.dump, evolve(skeleton.load(), note=Text(en="e" * 140_000))))
FIRST, SECOND, THIRD = (line + b"\r\n" for line in LONG["long_texts.csv"].split(b"\r\n")[1:4])


@pytest.mark.parametrize(
    ("lines", "locations"),
    [
        ([FIRST, THIRD], {"review.csv, line 2, note.en"}),
        ([FIRST, SECOND, SECOND, THIRD], {"long_texts.csv, line 4"}),
        ([FIRST, SECOND, THIRD, b"2,1,a\r\n"], {"long_texts.csv, line 5"}),
        ([], {"review.csv, line 2, note.en"}),
    ],
)
def test_long_texts_must_be_complete_unique_and_used(lines: list[bytes], locations: set[str]) -> None:
    content = b"".join([b"text,part,words\r\n", *lines])
    error = refusal(repacked(LONG, **{"long_texts.csv": content}))
    assert {problem.where for problem in error.problems} == locations


def test_a_second_review_is_refused() -> None:
    header, row, _ = MEMBERS["review.csv"].split(b"\r\n")
    error = refusal(repacked(MEMBERS, **{"review.csv": b"\r\n".join([header, row, row, b""])}))
    assert [problem.where for problem in error.problems] == ["review.csv, line 3"]


def test_columns_may_be_in_any_order() -> None:
    rows = list(plain_csv.reader(io.StringIO(MEMBERS["observations.csv"].decode(), newline="")))
    text = io.StringIO(newline="")
    plain_csv.writer(text).writerows([row[::-1] for row in rows])
    assert read(repacked(MEMBERS, **{"observations.csv": text.getvalue().encode()})) == skeleton.load()


@pytest.mark.parametrize("name", ["notes.txt", ".hidden"])
def test_a_folder_with_another_file_is_refused(name: str, tmp_path: Path) -> None:
    csv.dump(skeleton.load(), tmp_path / "package")
    (tmp_path / "package" / name).write_text("mine")
    with pytest.raises(DocumentError, match=name):
        csv.load(tmp_path / "package")


def test_a_missing_path_raises_the_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        csv.load(tmp_path / "nowhere.zip")


# -- hostile packages


def bomb() -> bytes:
    return repacked(MEMBERS, **{"units.csv": b"a" * (Limits().size + 1)})


def lying_bomb() -> bytes:
    """Return an archive that declares a false, small size of a member."""
    content = bomb()
    size = (Limits().size + 1).to_bytes(4, "little")
    assert content.count(size) == 2
    return content.replace(size, (1000).to_bytes(4, "little"))


def twice() -> bytes:
    made = io.BytesIO(PACKAGE)
    with zipfile.ZipFile(made, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("units.csv", b"")
    return made.getvalue()


def many() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(5000):
            archive.writestr(f"{number}.csv", b"")
    return made.getvalue()


OBSERVATIONS = MEMBERS["observations.csv"].split(b"\r\n")[0] + b"\r\n"
HOSTILE: dict[str, Any] = {
    "an empty file": lambda: b"",
    "noise": lambda: b"PK\x03\x04 and no more",
    "truncated": lambda: PACKAGE[: len(PACKAGE) // 2],
    "a bomb": bomb,
    "a lying bomb": lying_bomb,
    "a repeated member": twice,
    "many members": many,
    "a large cell": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"a" * 10_000_000 + b",count,a,1,a,a,a\r\n"}),
    "a large quoted cell": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b'"' + b"a\n" * 1_000_000}),
    "commas": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"," * 10_000_000}),
    "lines": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"\r\n" * 5_000_000}),
    "empty rows": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b",,,,,,\r\n" * 1_000_000}),
    "bad rows": lambda: repacked(MEMBERS, **{"observations.csv": OBSERVATIONS + (b"x" + b"," * 24 + b"\r\n") * 10_000}),
    "bad units": lambda: repacked(MEMBERS, **{"units.csv": HEADER + b"x,x,x,x,x,x,x\r\n" * 20_000}),
    "a large number": lambda: repacked(
        MEMBERS, **{"units.csv": HEADER + b"a,count,a," + b"9" * 100_000 + b",a,a,a\r\n"}
    ),
    "deep JSON": lambda: repacked(MEMBERS, **{"datapackage.json": b"[" * 100_000}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_package_is_refused_within_a_second(name: str) -> None:
    refusal(HOSTILE[name]())


def test_at_most_about_a_thousand_problems_are_reported() -> None:
    error = refusal(HOSTILE["bad rows"]())
    assert 1000 < len(error.problems) < 3000
    assert error.problems[-1].problem == "too many problems; stopped after 1,000"


@given(DAMAGES)
def test_a_damaged_archive_is_refused_or_gives_the_same_review(damages: list[tuple[str, float, int]]) -> None:
    try:
        review = read(damaged(PACKAGE, damages))
    except AseanscError:
        return
    assert review == skeleton.load()


FILES = st.sampled_from(sorted(MEMBERS))


@given(FILES, DAMAGES)
def test_a_damaged_file_is_refused_or_gives_a_review(name: str, damages: list[tuple[str, float, int]]) -> None:
    try:
        review = read(repacked(MEMBERS, **{name: damaged(MEMBERS[name], damages)}))
    except DocumentError as error:
        assert str(error)
    else:
        assert isinstance(review, Review)


CELLS = (
    st.sampled_from(HARD_TEXTS) | st.text(max_size=8) | st.sampled_from(["true", "0", "-1", "percent", "1e999999999"])
)


@settings(max_examples=examples(4))
@given(st.sampled_from([name for name in tables() if name != "units"]), st.integers(0, 30), st.integers(0, 60), CELLS)
def test_any_cell_is_read_or_reported_with_its_file(name: str, row: int, column: int, cell: str) -> None:
    rows = list(plain_csv.reader(io.StringIO(MEMBERS[f"{name}.csv"].decode(), newline="")))
    if len(rows) == 1:
        return
    row, column = 1 + row % (len(rows) - 1), column % len(rows[0])
    rows[row][column] = cell
    text = io.StringIO(newline="")
    plain_csv.writer(text).writerows(rows)
    try:
        content = text.getvalue().encode()
    except UnicodeEncodeError:
        return
    try:
        read(repacked(MEMBERS, **{f"{name}.csv": content}))
    except DocumentError as error:
        files = Counter(problem.where.partition(",")[0] for problem in error.problems)
        assert all(file.removesuffix(".csv") in tables() for file in files), error


def test_too_many_records_are_refused_before_they_are_converted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(csv, "unstructure")
    with pytest.raises(LimitError, match="expected at most 5 records"):
        csv.dump(skeleton.load(), tmp_path / "a.zip", limits=Limits(items=100))


@pytest.mark.parametrize("delimiter", [b";", b"\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_other_delimiters_are_reported_as_one_problem(delimiter: bytes, mark: bytes) -> None:
    saved = {
        name: mark + content.replace(b",", delimiter) if name.endswith(".csv") else content
        for name, content in MEMBERS.items()
    }
    (problem,) = refusal(repacked(saved)).problems
    assert problem.problem == "the fields are separated by semicolons or tabs"
    assert "review.csv" in problem.where
    assert "with commas" in problem.hint
    one = refusal(repacked({**MEMBERS, "claims.csv": saved["claims.csv"]})).problems
    assert [problem.where for problem in one] == ["claims.csv, line 1"]


@pytest.mark.parametrize("line", [b"sep=,\r\n", b"sep=,\n", b"\xef\xbb\xbfsep=,\r\n"])
def test_a_first_line_that_states_the_comma_as_separator_is_understood(line: bytes) -> None:
    saved = {name: line + content if name.endswith(".csv") else content for name, content in MEMBERS.items()}
    assert read(repacked(saved)) == read(repacked(MEMBERS))
    wrong = saved["units.csv"].replace(b"code", b"cod", 1)
    assert "units.csv, line 2, field 1" in [
        problem.where for problem in refusal(repacked({**saved, "units.csv": wrong})).problems
    ]


def test_a_first_line_that_states_another_separator_is_refused_once() -> None:
    saved = {**MEMBERS, "claims.csv": b"sep=;\r\n" + MEMBERS["claims.csv"].replace(b",", b";")}
    (problem,) = refusal(repacked(saved)).problems
    assert problem.problem == "the fields are separated by semicolons or tabs"


def test_columns_in_another_order_are_read() -> None:
    rows = list(plain_csv.reader(io.StringIO(MEMBERS["observations.csv"].decode(), newline="")))
    text = io.StringIO(newline="")
    plain_csv.writer(text).writerows([row[::-1] for row in rows])
    assert read(repacked({**MEMBERS, "observations.csv": text.getvalue().encode()})) == read(repacked(MEMBERS))


def test_a_gap_in_place_of_all_breakdowns_is_refused() -> None:
    line = b"poor-households,?? not printed,,,\r\n"
    changed = MEMBERS["breakdowns.csv"] + line
    assert refusal(repacked({**MEMBERS, "breakdowns.csv": changed})).problems
