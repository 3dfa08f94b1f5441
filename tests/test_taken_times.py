"""Times that figures of a draft take from elsewhere: they are proposals, named until a person confirms them."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import Any

import openpyxl
import pytest
from attrs import evolve

from aseansc import Period, Text
from aseansc.cli._check_draft import counts_of
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord, updated
from aseansc.errors import AseanscError, DraftError, FieldTypeError, UnknownNameError
from aseansc.interchange import excel, json
from aseansc.periods import TimeBasis
from aseansc.vietnamese import draft
from tests.interchange._tabular import dumped

TEXT = """Báo cáo giảm nghèo
Hết năm 2018, toàn huyện còn 2.473 hộ nghèo. Trong đó có 312 hộ mới phát sinh. Các xã có 36 trường học.
Mục tiêu
Đến nay, có 12 xã đạt chuẩn. Tính đến 30/6/2019, huyện có 45 bác sĩ. Ngành có thêm 150 giáo viên."""
FOUND = draft(TEXT, place="XX-SM", period=Period.year(2018))


def _figures(found: Draft) -> dict[str, Any]:
    tables: dict[str, tuple[Any, ...]] = {name: getattr(found, name) for name in ("observations", "targets", "claims")}
    return {f"{name}[{number}]": one for name, records in tables.items() for number, one in enumerate(records)}


def test_a_time_is_known_only_if_the_sentence_of_its_figure_states_it() -> None:
    for where, record in _figures(FOUND).items():
        fields = dict(record.items())
        if not isinstance(fields.get("time"), Gap | None):
            is_stated = fields["time_basis"] is TimeBasis.STATED
            assert is_stated != (f"{where}.time" in dict(FOUND.proposals)), where


def test_every_proposed_time_is_taken_once_and_its_source_stands_before_it() -> None:
    taken = FOUND.taken_times
    places = [where for one in taken for where in one.figures]
    assert len(places) == len(set(places)) > 1
    assert {f"{where}.time" for where in places} == {where for where, _ in FOUND.proposals if where.endswith(".time")}
    for one in taken:
        first = _figures(FOUND)[one.figures[0]]["citation"].start
        assert one.source in TEXT[:first]
        assert (one.basis is TimeBasis.ASSUMED) <= (one.source == "")


def test_confirming_one_source_leaves_the_values_and_all_other_proposals() -> None:
    one = FOUND.taken_times[0]
    found = FOUND.confirm(*one.proposals)
    assert found.taken_times == FOUND.taken_times[1:]
    assert {*FOUND.proposals} - {*found.proposals} == {pair for pair in FOUND.proposals if pair[0] in one.proposals}
    assert found.gaps == FOUND.gaps
    assert found.known() == FOUND.known()


def test_what_is_not_a_proposal_cannot_be_confirmed() -> None:
    for where in ("observations[0].time", "observations[0].value", "observations[99].time", "title"):
        if where not in dict(FOUND.proposals):
            with pytest.raises(UnknownNameError):
                FOUND.confirm(where)


@pytest.mark.parametrize("wrong", [["observations[1].time"], 1, None, Period.year(2018)])
def test_a_location_that_is_not_a_string_is_of_the_wrong_type(wrong: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"confirm\(\*locations\)"):
        FOUND.confirm(wrong)


@pytest.mark.parametrize("field", ["time", "time_basis"])
def test_a_time_is_confirmed_with_how_it_is_known(field: str) -> None:
    (figure, *_) = FOUND.taken_times[0].figures
    assert FOUND.confirm(f"{figure}.{field}") == FOUND.confirm(f"{figure}.time", f"{figure}.time_basis")


def test_confirmed_times_stay_so_in_json_and_when_the_report_is_read_anew() -> None:
    found = FOUND.confirm(*chain.from_iterable(one.proposals for one in FOUND.taken_times))
    assert found.taken_times == ()
    assert json.loads_draft(json.dumps(found)).taken_times == ()
    assert updated(found, FOUND).draft.taken_times == ()


@cache
def _written(found: Draft) -> bytes:
    return dumped(excel.dump, found)


def _changed(change: Callable[[Any], object], found: Draft = FOUND) -> io.BytesIO:
    """Return the workbook of a draft after a change of its sheet of times."""
    book = openpyxl.load_workbook(io.BytesIO(_written(found)))
    change(book["Times"])
    edited = io.BytesIO()
    book.save(edited)
    return io.BytesIO(edited.getvalue())


def _workbook(answer: object, row: int = 2) -> bytes:
    return _changed(lambda sheet: sheet.cell(row, 1, answer)).getvalue()


@pytest.mark.parametrize("answer", ["yes", " Yes ", "có", "CÓ", "co\u0301", True])
def test_answers_that_confirm(answer: object) -> None:
    confirmed = FOUND.confirm(*FOUND.taken_times[0].proposals)
    assert excel.load_draft(io.BytesIO(_workbook(answer))) == confirmed


def test_a_tick_box_without_a_tick_confirms_nothing() -> None:
    assert excel.load_draft(io.BytesIO(_workbook(False))) == FOUND


def _remark(sheet: Any) -> None:
    sheet["F2"] = "đã hỏi phòng"


def _column_before(sheet: Any) -> None:
    sheet.insert_cols(1)
    sheet["A1"], sheet["A2"] = "remark", "yes"


@pytest.mark.parametrize("change", [_remark, _column_before])
def test_columns_that_people_add_are_not_read(change: Callable[[Any], object]) -> None:
    def both(sheet: Any) -> None:
        sheet["A2"] = "yes"
        change(sheet)

    assert excel.load_draft(_changed(both)) == FOUND.confirm(*FOUND.taken_times[0].proposals)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda sheet: sheet.delete_cols(5), "Times: a column is missing; expected ids"),
        (lambda sheet: sheet.delete_cols(1), "Times: a column is missing; expected confirmed"),
        (lambda sheet: sheet.delete_rows(1), "Times: a column is missing; expected confirmed"),
        (lambda sheet: setattr(sheet["E2"], "value", None), "Times!E2: a confirmed time without ids"),
        (lambda sheet: sheet.cell(2, 5, "so-ho-la.2018"), "Times!E2: no figure has this id"),
        (lambda sheet: sheet.cell(9, 1, "yes"), "Times!E9: a confirmed time without ids"),
    ],
)
def test_a_confirmation_that_cannot_be_read_is_a_problem(change: Callable[[Any], object], problem: str) -> None:
    def both(sheet: Any) -> None:
        sheet["A2"] = "yes"
        change(sheet)

    with pytest.raises(AseanscError) as raised:
        excel.load_draft(_changed(both))
    assert problem in str(raised.value)


def test_figures_without_ids_are_not_on_the_sheet_of_times() -> None:
    records: list[Any] = [*FOUND.observations]
    records[1] = records[1].with_fields({name: value for name, value in records[1].items() if name != "id"})
    rows: list[tuple[Any, ...]] = []
    _changed(lambda sheet: rows.extend(sheet.values), evolve(FOUND, observations=records))
    assert rows[1][3:] == (1, "cac-xa-truong-hoc.2018.end")


def test_one_cell_of_the_workbook_confirms_a_time_for_all_its_figures() -> None:
    found = excel.load_draft(io.BytesIO(_workbook("yes")))
    assert found == FOUND.confirm(*FOUND.taken_times[0].proposals)


def test_a_time_that_a_person_changed_is_not_confirmed_back() -> None:
    book = openpyxl.load_workbook(io.BytesIO(_workbook("yes")))
    sheet = book["Observations"]
    heads = [str(cell.value).partition("\n")[0] for cell in sheet[1]]
    row = int(FOUND.taken_times[0].figures[0].partition("[")[2].rstrip("]")) + 2
    sheet.cell(row, heads.index("time.start") + 1).value = "2017"
    sheet.cell(row, heads.index("time.end") + 1).value = None
    edited = io.BytesIO()
    book.save(edited)
    found = excel.load_draft(io.BytesIO(edited.getvalue()))
    record: Any = found.observations[row - 2]
    assert record["time"] == Period.year(2017)


def test_another_answer_is_a_problem_with_its_cell() -> None:
    with pytest.raises(AseanscError, match=r"Times!A2"):
        excel.load_draft(io.BytesIO(_workbook("perhaps")))


def test_times_to_confirm_are_counted_apart_from_the_other_proposals() -> None:
    taken = FOUND.taken_times
    others = len(FOUND.proposals) - sum(len(one.proposals) for one in taken)
    figures = sum(len(one.figures) for one in taken)
    assert f"{others} proposals to look through, {len(taken)} times to confirm for {figures} of" in counts_of(FOUND)


ASKED = draft("Trong 7 ngày Tết, huyện đón 4.500 lượt khách, xảy ra 12 vụ tai nạn, 3 người bị thương.", place="XX-SM")
OPEN = [where for where, _ in ASKED.gaps if where.endswith((".time", ".time_basis"))]


def test_the_time_of_a_sentence_is_asked_once() -> None:
    assert len(ASKED.observations) > len([where for where in OPEN if where.endswith(".time")]) == 1
    with pytest.raises(DraftError) as raised:
        ASKED.finish(allow_untranslated=True)
    assert {where for where, _ in ASKED.gaps} == {problem.where.partition(", ")[0] for problem in raised.value.problems}


@pytest.mark.parametrize("through", [lambda found: found, lambda found: json.loads_draft(json.dumps(found))])
def test_the_answer_is_the_time_of_all_its_figures(through: Callable[[Draft], Draft]) -> None:
    found = through(ASKED)
    for where in OPEN:
        found = found.fill(where, TimeBasis.STATED if where.endswith("basis") else Period.parse("2017-01"))
    assert not [where for where, _ in found.gaps if ".time" in where]
    times = {one.time for one in found.known().review.observations}
    assert times == {Period.parse("2017-01")}
    assert len(found.known().review.observations) > 1


def test_a_figure_that_stands_first_has_a_time_of_its_own() -> None:
    first: Any = ASKED.observations[0]
    alone = evolve(ASKED, observations=[record for record in ASKED.observations if "time" not in record], claims=())
    assert "time" in first
    assert [where for where, _ in alone.gaps if where.endswith(".time")] == ["observations[0].time"]


def test_a_target_may_have_no_time_in_a_sentence_with_one() -> None:
    found = draft("Năm 2018, huyện còn 900 hộ nghèo, phấn đấu còn 800 hộ nghèo.", place="XX-SM")
    target: Any = found.targets[0]
    untimed = target.with_fields(
        {name: value for name, value in target.items() if name not in ("time", "time_basis", "time_collection")}
    )
    (known,) = evolve(found, targets=[untimed]).known().review.targets
    assert known.time is Absent.NOT_STATED


def _without(found: Draft, number: int, *names: str, **fields: object) -> Draft:
    """Return a draft in which an observation has no value for some fields, and other values for some."""
    records: list[Any] = list(found.observations)
    kept = {name: value for name, value in records[number].items() if name not in names}
    records[number] = records[number].with_fields(kept | fields)
    return evolve(found, observations=records)


@pytest.mark.parametrize("names", [("time",), ("time", "time_basis")])
@pytest.mark.parametrize("second", ["Năm 2018, có 40 bản.", "Năm 2017, huyện có 36 trường."])
def test_a_time_is_not_that_of_another_sentence(second: str, names: tuple[str, ...]) -> None:
    found = _without(draft(f"Năm 2017, huyện có 36 trường. {second}", place="XX-SM"), 1, *names)
    assert [where for where, _ in found.gaps if "time" in where] == ["observations[1].time"]
    assert len(found.known().review.observations) == 1


def test_a_figure_keeps_its_own_time_basis_with_the_time_of_its_sentence() -> None:
    text = "Năm 2018, huyện có 36 trường và 40 bản."
    found = _without(draft(text, place="XX-SM"), 1, "time", time_basis=TimeBasis.ASSUMED)
    schools, villages = found.known().review.observations
    assert villages.time == schools.time
    assert (schools.time_basis, villages.time_basis) == (TimeBasis.STATED, TimeBasis.ASSUMED)


def test_figures_far_apart_in_a_long_sentence_have_one_time() -> None:
    others = "; ".join(f"xã Nậm {name} có {count} trường" for count, name in enumerate("ABCDEGHIKLMNOPQRSTUVX", 11))
    asked = draft(f"Trong 7 ngày Tết, huyện đón 4.500 lượt khách; {others}.", place="XX-SM")
    assert len(asked.observations) > 20
    assert len([where for where, _ in asked.gaps if where.endswith(".time")]) == 1


def test_a_figure_without_a_citation_has_no_source_for_its_time_and_none_from_its_sentence() -> None:
    gap = Gap(reason=Text(en="not cited"))
    number, taken = next(
        (number, one)
        for number, one in enumerate(FOUND.observations)
        if isinstance(one, PartialRecord) and one["time_basis"] is TimeBasis.CARRIED
    )
    found = FOUND.fill(f"observations[{number}].citation", gap)
    (one,) = (one for one in found.taken_times if f"observations[{number}]" in one.figures)
    assert (one.time, one.source) == (taken["time"], "")
    uncited = _without(ASKED, 1, citation=gap)
    assert "observations[1].time" in dict(uncited.gaps)
    assert "observations[1].time" not in dict(ASKED.gaps)
