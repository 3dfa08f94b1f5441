"""Input that is rare: it reaches the branches of readers and writers that no usual file does."""

from __future__ import annotations

import csv as plain_csv
import importlib.util
import io
import itertools
import json as plain_json
import os
import re
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from aseansc import Limits, Observation, Period, Text
from aseansc.datasets import annex, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import AseanscError, DocumentError, FieldError
from aseansc.interchange import _any_format, _atomic, _xml, csv, excel, iati, json, open_sdg, sdmx
from aseansc.interchange._document.problems import problems_of
from aseansc.interchange._tables import Row
from aseansc.interchange._tables.cells import Unreadable
from aseansc.interchange._tables.locations import breakdowns_of, in_tables
from aseansc.interchange._tables.long_texts import LongTexts
from aseansc.interchange.csv._printed import Printed
from aseansc.interchange.excel import _read_workbook, _write_figures, _write_workbook
from tests.interchange._sdmx import problems
from tests.interchange._tabular import dumped, members_of, repacked
from tests.interchange._workbooks import WORKBOOK, Person, refusal

REVIEW = skeleton.load()
HEAD = "DATAFLOW,INDICATOR,TIME_PERIOD,OBS_VALUE\n"


# -- files and folders


@contextmanager
def reloaded(module: ModuleType, **missing: Any) -> Iterator[ModuleType]:
    """Import a module once more, under another name, while other modules are missing or fail to be imported."""
    assert module.__file__ is not None
    spec = importlib.util.spec_from_file_location(f"{module.__name__}_again", module.__file__)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in missing.items():
            patch.setitem(sys.modules, name, value)
        spec.loader.exec_module(made)
        yield made


def test_files_are_written_on_systems_without_locks(tmp_path: Path) -> None:
    with reloaded(_atomic, fcntl=None) as module:
        module.replace_file(tmp_path / "a", b"text")
    assert (tmp_path / "a").read_bytes() == b"text"
    assert os.listdir(tmp_path) == ["a"]


def test_files_are_written_where_locks_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int, _how: int) -> None:
        raise OSError("no locks")

    monkeypatch.setattr(_atomic, "_fcntl", SimpleNamespace(flock=refuse, LOCK_EX=2, LOCK_NB=4))
    _atomic.replace_file(tmp_path / "a", b"text")
    assert (tmp_path / "a").read_bytes() == b"text"


def test_a_temporary_file_that_another_process_removes_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked: list[int] = []

    def remove_first(descriptor: int, _how: int) -> None:
        locked.append(descriptor)
        if len(locked) == 1:
            (name,) = os.listdir(tmp_path)
            (tmp_path / name).unlink()

    monkeypatch.setattr(_atomic, "_fcntl", SimpleNamespace(flock=remove_first, LOCK_EX=2, LOCK_NB=4))
    _atomic.replace_file(tmp_path / "a", b"text")
    assert (tmp_path / "a").read_bytes() == b"text"
    assert len(locked) == 2


@pytest.mark.parametrize("other_is_there", [False, True])
def test_the_old_folder_comes_back_unless_another_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, other_is_there: bool
) -> None:
    folder, rename = tmp_path / "a", Path.rename
    _atomic.replace_folder(folder, {"x": b"old"}, may_replace=lambda _: True)
    moved: list[str] = []

    def fail_at_last(path: Path, to: Path) -> Path:
        moved.append(to.name)
        if len(moved) == 3:
            if other_is_there:
                folder.mkdir()
            raise OSError(5, "failed")
        return rename(path, to)

    monkeypatch.setattr(_atomic, "_exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", fail_at_last)
    with pytest.raises(OSError, match="failed"):
        _atomic.replace_folder(folder, {"x": b"new"}, may_replace=lambda _: True)
    monkeypatch.undo()
    assert os.listdir(folder) == ([] if other_is_there else ["x"])
    assert any((path / "x").read_bytes() == b"old" for path in tmp_path.iterdir() if os.listdir(path))


@pytest.mark.skipif(sys.platform != "linux", reason="needs the devices and pipes of Linux")
def test_a_device_is_written_to_and_a_pipe_is_read_without_poll(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _atomic.replace_file(Path("/dev/null"), b"text")
    assert not Path("/dev/null").is_file()
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.delattr(select, "poll")
    with pytest.raises(DocumentError):
        json.load(tmp_path / "pipe")


def test_an_import_that_fails_for_another_reason_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_name: str) -> None:
        raise ModuleNotFoundError("no such module", name="other")

    monkeypatch.setattr("importlib.import_module", fail)
    with pytest.raises(ModuleNotFoundError, match="no such module"):
        reloaded(_xml).__enter__()


def test_a_folder_has_no_structure_message(tmp_path: Path) -> None:
    csv.dump(REVIEW, tmp_path / "a")
    with pytest.raises(FieldError, match="structure"):
        _any_format.load_any(tmp_path / "a", tmp_path / "b.xml")


# -- JSON


def test_errors_without_a_form_of_their_own_are_problems_of_the_step_that_is_noted() -> None:
    error = ValueError("not good")
    error.add_note("a note of another program")
    (problem,) = problems_of(error, "$", {}, ("claims", 2))
    assert (problem.where, problem.problem) == ("$.claims[2]", "not good")


def test_likely_answers_are_a_list() -> None:
    document = plain_json.loads(json.dumps(Draft.of(REVIEW).fill("place", Gap(reason=Text(en="why"), choices=("a",)))))
    assert document["place"]["choices"] == ["a"]
    document["place"]["choices"] = "a"
    with pytest.raises(DocumentError, match="a list of likely answers"):
        json.loads_draft(plain_json.dumps(document))


# -- tables


MEMBERS = members_of(dumped(csv.dump, REVIEW))


def csv_with(table: str, column: str, cell: Callable[[str], str]) -> bytes:
    """Return the files of the review with other cells in a column that are not empty now, or all if none has."""
    rows = list(plain_csv.reader(io.StringIO(MEMBERS[f"{table}.csv"].decode())))
    at = rows[0].index(column)
    filled = [row for row in rows[1:] if row[at]] or rows[1:]
    for row in filled:
        row[at] = cell(row[at])
    made = io.StringIO(newline="")
    plain_csv.writer(made).writerows(rows)
    return repacked(MEMBERS, **{f"{table}.csv": made.getvalue().encode()})


def csv_refusal(content: bytes, **limits: int) -> AseanscError:
    with pytest.raises(AseanscError) as caught:
        csv.load(io.BytesIO(content), limits=Limits(**limits))
    return caught.value


def test_hints_for_programs_are_left_out_of_tables_and_whole_lists_have_no_row() -> None:
    rows: Any = {"review": [], "observations": [], "indicators": []}
    for hint, left in (("Use Value.parse(text).", ""), ("Correct it.", "Correct it.")):
        error = FieldError("wrong", hint=hint)
        error.steps = ("observations",)
        found = in_tables(error, rows, lambda *place: f"{place}", {})
        assert (found.hint, found.where) == (left, "('observations', 0, '')")


def test_a_problem_of_a_breakdown_is_in_its_own_row() -> None:
    rows: Any = {name: [] for name in ("review", "observations")}
    rows["indicators"] = [Row(2, {"id": "a"}), Row(3, {"id": "b"})]
    rows["breakdowns"] = [Row(number, {"indicator": of, "parts": "x"}) for number, of in ((4, "b"), (5, "a"), (6, "b"))]
    for at, steps, where in (
        (0, ("breakdowns", 0, "parts"), "('breakdowns', 5, 'parts')"), (1, ("breakdowns", 0, "parts"), "('breakdowns', 4, 'parts')"),
        (1, ("breakdowns", 1, "parts", 2), "('breakdowns', 6, 'parts'), item 3"), (1, ("breakdowns",), "('indicators', 3, '')"), (1, ("id",), "('indicators', 3, 'id')"),
    ):  # fmt: skip
        error = FieldError("wrong")
        error.steps = ("indicators", at, *steps)
        assert in_tables(error, rows, lambda *place: f"{place}", breakdowns_of(rows)).where == where, steps


def test_every_part_of_a_long_text_that_cannot_be_read_is_a_problem() -> None:
    wrong = Unreadable(FieldError("wrong"))
    rows = [Row(2, {"text": "1", "part": "1", "words": wrong}), Row(3, {"text": wrong, "part": "1", "words": "a"}), Row(4, {"text": "2", "part": "1", "words": "b"})]  # fmt: skip
    texts = LongTexts(rows, lambda *place: f"{place[1]}")
    assert texts.named("→2", "x") == "b"
    assert [problem.where for problem in texts._problems] == ["2", "3"]


def test_the_problems_of_csv_files_stop_at_the_limit() -> None:
    content = csv_with("observations", "value.magnitude", lambda text: f"{text}5" if "." in text else f"{text}.5")
    every = problems_in(content)
    assert len(every) > 2
    for most in range(1, len(every)):
        found = problems_in(content, problems=most)
        assert 1 <= len(found[:-1]) <= most + 1
        assert set(found[:-1]) <= {*every}
        assert f"too many problems; stopped after {most}" in found[-1]
    assert problems_in(content, problems=len(every)) == every


def problems_in(content: bytes, **limits: int) -> list[str]:
    error = csv_refusal(content, **limits)
    assert isinstance(error, DocumentError)
    return [str(problem) for problem in error.problems]


def test_lists_in_cells_have_as_many_items_as_the_limit() -> None:
    rows = sum(content.count(b"\r\n") - 1 for name, content in MEMBERS.items() if name.endswith(".csv"))
    cells = MEMBERS["observations.csv"].count(b"\r\n") - 1
    most = 100_000 + 3 * rows
    for count in (most // cells, most // cells + 1):
        content = csv_with("observations", "lists", lambda _: ";" * count)  # noqa: B023
        error = csv_refusal(content)
        assert (f"at most {most:,} semicolons" in str(error)) is (count * cells > most)


def test_a_number_that_may_have_lost_its_zeros_is_not_restored_without_its_printed_text() -> None:
    for number, unit, digits in (
        ("1.255", "household", None),
        ("1.255", "percent", "1.255"),
        ("1.250", "percent", None),
    ):
        assert Printed("", unit, "vi").digits(number) == digits, (number, unit)


def test_the_limit_of_the_csv_module_may_be_lower() -> None:
    before = plain_csv.field_size_limit(10)
    try:
        error = csv_refusal(dumped(csv.dump, REVIEW))
        with pytest.raises(DocumentError, match="field larger than field limit"):
            sdmx.loads_draft(f"{HEAD}A:B(1.0),{'X' * 20},2018,5\n")
    finally:
        plain_csv.field_size_limit(before)
    assert "more than" in str(error)


# -- workbooks


def with_part(name: str, old: bytes, new: bytes) -> bytes:
    members = members_of(WORKBOOK)
    assert old in members[name]
    return repacked(members, **{name: members[name].replace(old, new)})


def test_parts_of_workbooks_that_are_not_as_the_format_says() -> None:
    assert "two sheets have the same name" in str(
        refusal(with_part("xl/workbook.xml", b'name="Units"', b'name="Claims"'))
    )
    assert "a part of the workbook is not XML" in str(refusal(with_part("xl/workbook.xml", b"</workbook>", b"</work>")))
    error = refusal(with_part("xl/workbook.xml", b"?>", b"?><!-- \xff -->"))
    assert "a part of the workbook is not XML" in str(error)


def test_only_damages_of_a_workbook_are_its_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    import python_calamine

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", SimpleNamespace(from_filelike=interrupt))
    with pytest.raises(KeyboardInterrupt):
        _read_workbook.grids_of(b"", [])


def test_the_problems_of_number_columns_stop_at_the_limit() -> None:
    person = Person()
    for row in (2, 3, 4):
        person.cell("Observations", row, "value.magnitude (number)").value = 77777
    content = person.saved()
    for most, count in ((1, 1), (2, 2), (9, 3)):
        with pytest.raises(DocumentError) as caught:
            excel.load(io.BytesIO(content), limits=Limits(problems=most))
        found = [problem for problem in caught.value.problems if "differs from the exact text" in problem.problem]
        assert len(found) == count


def test_a_sheet_has_as_many_links_as_excel_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    import openpyxl

    draft = json.loads_draft(json.dumps(REVIEW))
    for most in (1, 2, 3):
        monkeypatch.setattr(_write_figures, "_MOST_LINKS", most)
        sheet = openpyxl.load_workbook(io.BytesIO(dumped(excel.dump, draft)))["Figures"]
        assert sum(cell.hyperlink is not None for cell in sheet["H"]) == most - 1


def test_the_message_beside_a_cell_has_the_meanings_that_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    column: Any = SimpleNamespace(meanings=(("a", "one"), ("b", "two"), ("c", "three")))
    for most, shown in (
        (6, ""),
        (7, "a: one"),
        (12, "a: one"),
        (13, "a: one\nb: two"),
        (99, "a: one\nb: two\nc: three"),
    ):
        monkeypatch.setattr(_write_workbook, "_LONGEST_MESSAGE", most)
        assert _write_workbook._meanings_of(column) == shown, most


# -- SDMX and IATI


def test_texts_that_no_draft_may_have_are_problems_of_the_document() -> None:
    labelled = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ: Frequency,INDICATOR: Code,TIME_PERIOD: Time,OBS_VALUE: Value\n"
    for row in (
        "dataflow,A:B(1.0),Na\x01me,I,A: Annual,X: x,2018,5\n",
        "dataflow,A:B(1.0),Name,I,A: Annual,X: x\x02,2018,5\n",
    ):
        (found,) = problems(labelled + row)
        assert "control character" in found


def test_lines_without_cells_are_left_out() -> None:
    assert len(sdmx.loads_draft(f"{HEAD}\nA:B(1.0),X,2018,5\n\n\nA:B(1.0),X,2019,5\n\n").observations) == 2


def test_series_that_differ_only_in_an_attribute_are_all_set_apart() -> None:
    rows = "".join(f"A:B(1.0),X,2018,5,{title}\n" for title in "abc")
    found = sdmx.loads_draft(f"{HEAD[:-1]},TITLE\n{rows}").observations
    assert [str(item["breakdown"].reason.en)[-1] for item in found] == ["a", "b", "c"]  # type: ignore[index, union-attr]


def test_a_value_that_its_unit_does_not_have_is_a_gap() -> None:
    rows = f"{HEAD[:-1]},UNIT_MEASURE\nA:B(1.0),X,2018,-5,rank\nA:B(1.0),X,2019,5,rank\n"
    first, second = sdmx.loads_draft(rows).observations
    assert isinstance(first["value"], Gap)  # type: ignore[index]
    assert str(second["value"]) == "5 rank"  # type: ignore[index]


def message(**parts: Any) -> str:
    """Return an SDMX-JSON message; components are pairs of an id and values."""

    def components(name: str) -> list[Any]:
        return [{"id": ident, "values": [{"id": value} for value in values]} for ident, *values in parts.get(name, ())]

    structure = {
        "dimensions": {"dataSet": [], "series": components("series"), "observation": components("rows")},
        "attributes": {"dataSet": components("shared"), "series": [], "observation": components("attributes")},
        "measures": {"observation": [{"id": "OBS_VALUE"}]},
    }
    return plain_json.dumps({"data": {"structures": [structure], "dataSets": [parts["data"]]}})


def test_the_time_of_a_row_may_be_in_its_series() -> None:
    data = {"series": {"0:0": {"observations": {"0": ["5"], "1": ["6"]}}, "0:1": {"observations": {"0": ["7"]}}}}
    series, rows = [("INDICATOR", "X"), ("TIME_PERIOD", "2018", "2019")], [("SEX", "M", "F")]
    found = sdmx.loads_draft(message(series=series, rows=rows, data=data)).observations
    assert [(str(item["time"]), str(item["value"]["magnitude"]), item["breakdown"]) for item in found] == [  # type: ignore[index]
        ("2018", "5", ("SEX:M",)), ("2018", "6", ("SEX:F",)), ("2019", "7", ("SEX:M",)),
    ]  # fmt: skip


def test_of_an_attribute_that_is_given_twice_the_last_value_counts() -> None:
    data = {"attributes": [0], "series": {"0": {"observations": {"0": ["5", 0], "1": ["6", 1]}}}}
    parts = {"series": [("INDICATOR", "X")], "rows": [("TIME_PERIOD", "2018", "2019")]}
    shared, attributes = [("NOTE_A", "a")], [("NOTE_A", "b", "c")]
    found = sdmx.loads_draft(message(**parts, shared=shared, attributes=attributes, data=data)).observations
    assert [item["note"].en for item in found] == ["NOTE_A=b", "NOTE_A=c"]  # type: ignore[index]


def test_the_problems_of_a_message_stop_at_the_limit() -> None:
    data = {"series": {"0": {"observations": {str(number): ["5"] for number in range(2, 6)}}}}
    content = message(series=[("INDICATOR", "X")], rows=[("TIME_PERIOD", "2018", "2019")], data=data)
    for most, count in ((1, 2), (2, 3), (3, 4), (4, 4), (9, 4)):
        with pytest.raises(DocumentError) as caught:
            sdmx.loads_draft(content, limits=Limits(problems=most))
        assert len(caught.value.problems) == count, most


def foreign_structure(inside: str = "", components: str = "") -> str:
    return (
        '<mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message" '
        'xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common" '
        'xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/structure"><mes:Header/><mes:Structures>'
        f'<str:DataStructures><str:DataStructure agencyID="A" id="B" version="1.0">{inside}'
        f'<str:DataStructureComponents><str:DimensionList><str:Dimension id="FREQ"/>{components}</str:DimensionList>'
        "</str:DataStructureComponents></str:DataStructure></str:DataStructures></mes:Structures></mes:Structure>"
    )


def test_structures_without_names_or_indicators() -> None:
    assert isinstance(sdmx.loads_draft(foreign_structure('<com:Name xml:lang="en"> </com:Name>')).title, Gap)
    named = sdmx.loads_draft(
        foreign_structure('<com:Name xml:lang="vi"> </com:Name><com:Name xml:lang="en">x</com:Name>')
    )
    assert named.title == Text(en="x")
    with pytest.raises(DocumentError, match="a structure message, which has no figures"):
        sdmx.load_any(io.BytesIO(foreign_structure().encode()))


def test_groups_have_as_many_kinds_of_keys_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    from aseansc.interchange.sdmx._read_groups import Group, Groups

    groups = [Group(f"line {number}", {f"D{number}": "x"}, {}, True) for number in range(3)]
    for most, accepted in ((2, False), (3, True)):
        monkeypatch.setitem(Groups.__init__.__globals__, "_MOST_KINDS", most)
        if accepted:
            assert Groups(groups, "TIME_PERIOD")
        else:
            with pytest.raises(DocumentError, match=f"got 3; expected at most {most}"):
                Groups(groups, "TIME_PERIOD")


def test_an_element_has_as_many_values_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    from aseansc.interchange.sdmx import _read_xml
    from tests.interchange._sdmx_samples import GENERIC_ML

    for most, accepted in ((2, False), (3, False), (9, True)):
        monkeypatch.setattr(_read_xml, "MOST_CELLS", most)
        if accepted:
            assert sdmx.loads_draft(GENERIC_ML).observations
        else:
            with pytest.raises(DocumentError, match="expected at most"):
                sdmx.loads_draft(GENERIC_ML)


def test_fields_that_rows_share_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    from aseansc.interchange.sdmx import _read_rows

    text, structure = sdmx.dumps(annex.load(), "csv"), sdmx.structure(annex.load())
    for most in (1, 2, 3):
        monkeypatch.setattr(_read_rows, "_MOST_FORMS", most)
        assert sdmx.loads(text, structure=structure) == annex.load()


def iati_file(inside: str) -> bytes:
    return (
        '<iati-activities version="2.03"><iati-activity xml:lang="en"><iati-identifier>X-1</iati-identifier>'
        '<title><narrative>A</narrative></title><result type="1"><title><narrative>R</narrative></title>'
        f'<indicator measure="1"><title><narrative>Things</narrative></title>{inside}</indicator></result>'
        "</iati-activity></iati-activities>"
    ).encode()


def test_a_baseline_belongs_to_targets_with_the_same_names_and_values_of_dimensions() -> None:
    def dimension(name: str, value: str) -> str:
        return f'<dimension name="{name}" value="{value}"/>'

    period = '<period><period-start iso-date="2018-01-01"/><period-end iso-date="2018-12-31"/>{}</period>'
    baseline = f'<baseline year="2017" value="1">{dimension("sex", "female")}</baseline>'
    for name, value, found in (("sex", "female", True), ("age", "female", False), ("sex", "male", False)):
        target = period.format(f'<target value="2">{dimension(name, value)}</target>')
        (read,) = iati.loads_draft(iati_file(baseline + target)).targets
        assert isinstance(read["baseline"], str) is found, (name, value)  # type: ignore[index]


def test_narratives_that_cannot_be_used_do_not_hide_later_ones() -> None:
    for first in (
        "<narrative> </narrative>",
        '<narrative xml:lang="en">Other</narrative>',
        "<narrative>a<b/></narrative>",
    ):
        comment = f'<comment><narrative xml:lang="en">One</narrative>{first}<narrative xml:lang="vi">Hai</narrative></comment>'
        found = iati.loads_draft(iati_file(f'<baseline year="2017" value="1">{comment}</baseline>'))
        assert found.observations[0]["note"] == Text(en="One", vi="Hai")  # type: ignore[index]


def test_a_text_without_a_language_is_kept_apart_if_the_reason_of_its_gap_would_be_long() -> None:
    for size in (99, 100, 101, 200):
        words = "x" * size
        content = iati_file(f"<description><narrative>{words}</narrative></description>").replace(
            b' xml:lang="en"', b""
        )
        found = iati.loads_draft(content)
        assert (f">{words}<" in str(found.extra)) is (size > 100), size


def test_elements_of_a_review_are_where_they_belong() -> None:
    text = iati.dumps(REVIEW)
    placed = next(match for match in re.finditer(r'<aseansc:(\w+) [^>]*position="1"', text))[1]
    with pytest.raises(DocumentError) as caught:
        iati.loads(text.replace("</aseansc:review>", f'<aseansc:{placed} id="x"/></aseansc:review>'))
    assert any("the record is in the wrong element" in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize("wrong", [None, "review", {}])
def test_writers_take_reviews(wrong: Any) -> None:
    for write in (json.dumps, iati.dumps, sdmx.dumps, sdmx.structure, lambda review: open_sdg.dumps(review, "x")):
        with pytest.raises(FieldError) as caught:
            write(wrong)  # type: ignore[operator]
        assert caught.value.got is wrong


def test_a_number_without_a_style_has_the_first_format() -> None:
    from aseansc.interchange.excel._check_parts import marks_in

    assert marks_in(b'<c r="A1"><v>5</v></c>', "x", ["0.00"]).formats == {"A1": "0.00"}
    for codes, formats in ((["0.00", "0%"], {"A1": "0.00", "B1": "0%"}), (["General", "0%"], {"B1": "0%"})):
        assert marks_in(b'<c r="A1"><v>5</v></c><c r="B1" s="1"><v>5</v></c>', "x", codes).formats == formats


def test_a_value_outside_the_table_of_the_review_is_a_problem() -> None:
    person = Person()
    person.book["Review"].cell(5, 6).value = "odd"
    (problem,) = refusal(person.saved()).problems
    assert (problem.where, problem.got) == ("Review!F5", "odd")


def test_json_in_a_cell_is_sorted_and_not_escaped() -> None:
    from aseansc.interchange._tables.columns import tables
    from aseansc.interchange._tables.write_cells import written

    column = tables()["review"].column("extra")
    assert written({"b": "ệ", "a": [1, None]}, column) == '{"a": [1, null], "b": "ệ"}'


def test_rows_move_to_the_table_of_their_record() -> None:
    from aseansc.interchange._tables.move_rows import move_rows

    cells = {"id": "a", "indicator": "x", "citation.printed": "5"}
    extra: dict[str, tuple[str, str, bool]] = {
        "a value": ("breakdown", "sex:female", True), "a gap": ("breakdown", "? which", False), "an absence": ("breakdown", "not_stated", False),
        "a proposed value": ("breakdown", "sex:male", False), "a field that both have": ("note.en", "words", False),
    }  # fmt: skip
    for column, cell, is_lost in extra.values():
        rows: Any = {name: [] for name in ("observations", "targets", "claims")}
        moving = {**cells, "record": "claim", "proposed": "breakdown: sex:male", column: cell}
        rows["observations"] = [Row(2, dict(cells)), Row(3, moving), Row(4, {**cells, "record": "observation"})]
        rows["claims"] = [Row(7, {**cells, "record": "claim"})]
        moved: dict[tuple[str, int], tuple[str, int]] = {}
        problems_found = list(move_rows(rows, moved, lambda *place: f"{place}"))
        assert [problem.where for problem in problems_found] == [f"('observations', 3, '{column}')"] * is_lost, cell
        assert [row.number for row in rows["observations"]] == [2, 4]
        assert [row.number for row in rows["claims"]] == [7, 8]
        assert moved == {("claims", 8): ("observations", 3)}
    rows["claims"] = [Row(7, {"record": "odd"})]
    (unknown,) = move_rows(rows, {}, lambda *place: f"{place}")
    assert (unknown.where, unknown.got) == ("('claims', 7, 'record')", "odd")


def test_a_proposal_stands_as_long_as_its_cells_are_unchanged() -> None:
    fields = {name: getattr(REVIEW.observations[0], name) for name in ("id", "indicator", "time_collection")}
    record = PartialRecord(Observation, fields, proposed=("indicator", "time_collection"))
    content = dumped(excel.dump, Draft(id="d", observations=[record]))
    assert excel.load_draft(io.BytesIO(content)).observations[0].proposed == ("indicator", "time_collection")  # type: ignore[union-attr]
    person = Person(content)
    person.fill("Observations", 2, indicator="another")
    assert excel.load_draft(io.BytesIO(person.saved())).observations[0].proposed == ("time_collection",)  # type: ignore[union-attr]


def test_only_keys_that_are_repeated_are_reported() -> None:
    text = json.dumps(REVIEW).replace('"place": "', '"place": "VN-01", "place": "', 1)
    assert text.count('"place": "VN-01", ') == 1
    with pytest.raises(DocumentError) as caught:
        json.loads(text)
    (problem,) = caught.value.problems
    assert "place" in str(problem)
    assert "indicator" not in str(problem)


def test_the_period_of_an_activity_is_that_of_its_actual_or_else_of_its_planned_dates() -> None:
    choices = (None, "x", "2016-01-01", "2018-12-31")
    for dates in itertools.product(choices, repeat=4):
        kinds = zip(("2", "4", "1", "3"), dates, strict=True)  # the codes of actual and planned starts and ends
        elements = "".join(f'<activity-date type="{kind}" iso-date="{day}"/>' for kind, day in kinds if day)
        found = iati.loads_draft(iati_file("").replace(b"<result", elements.encode() + b"<result")).period
        pairs = [
            (start, end)
            for start, end in (dates[:2], dates[2:])
            if start and end and "x" not in (start, end) and start <= end
        ]
        assert (str(found) == str(Period.parse("/".join(pairs[0])))) if pairs else isinstance(found, Gap), dates
