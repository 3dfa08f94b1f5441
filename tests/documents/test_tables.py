"""Annex tables become indicators, observations, targets and claims, cited by cell."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from aseansc import Period, Status, Text, TimeCollection, Value, documents
from aseansc.documents import Source
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.mentions import Mention
from aseansc.observations import Observation
from aseansc.targets import Target
from aseansc.values import Attainment, Qualifier, RelativeChange
from aseansc.vietnamese import doubtful_records
from aseansc.vietnamese.tables import ColumnRole, read_head, read_number, read_unit
from tests.documents._made import docx, docx_cell, paragraph, saved, table

ANNEX = (
    ("TT", "Chỉ tiêu", "ĐVT", "KH 2018", "Ước TH 2018", "TH/KH (%)"),
    ("1", "Trồng rừng mới", "ha", "850", "902", "106,1"),
    ("", "- Trong đó: rừng sản xuất", '"', "600", "655", "109,2"),
    ("2", "Tỷ lệ hộ nghèo", "%", "27,00", "25,55", "105,7"),
    ("3", "Bác sĩ/vạn dân", "bác sĩ", "10,0", "…", "-"),
)
"""The invented annex of which the rows were written down by hand before they were drafted."""


def source_of(folder: Path, *body: str) -> Source:
    return documents.read(saved(folder, "report.docx", docx(*body)))


def drafted(folder: Path, *body: str) -> Draft:
    return documents.draft(source_of(folder, *body), place="VN-01", period=Period.year(2018))


def by_cell(made: Draft) -> dict[str, Any]:
    """Return the records of a draft by the cell that they cite, without mentions of known kinds."""
    found: dict[str, Any] = {}
    for record in (*made.observations, *made.targets, *made.claims, *made.mentions):
        if isinstance(record, Mention):
            continue  # the numbers of tables and columns
        assert isinstance(record, PartialRecord)
        if record.record_type is Mention and not isinstance(record["kind"], Gap):
            continue  # serial numbers, and times in heads
        found[str(record["citation"].locator)] = record  # type: ignore[attr-defined]
    return found


def stated(folder: Path, *body: str) -> dict[str, str]:
    """Return the kind of the record of each cell with its time and what it compares, by its place."""
    made = by_cell(documents.draft(source_of(folder, *body), place="VN-01"))
    fields = ("time", "actual", "target", "start", "end")
    return {
        at.partition(".")[2]: " ".join(
            [record.record_type.__name__, *(str(record[each]) for each in fields if each in record)]
        )
        for at, record in made.items()
    }


def test_the_columns_of_an_annex(tmp_path: Path) -> None:
    read = source_of(tmp_path, table(*ANNEX)).tables[0]
    assert repr(read) == "<Table t1: 5 rows, 6 columns>"
    columns = read.columns
    assert [(column.role.value, column.header) for column in columns] == [
        ("serial", "TT"),
        ("label", "Chỉ tiêu"),
        ("unit", "ĐVT"),
        ("target", "KH 2018"),
        ("actual", "Ước TH 2018"),
        ("attainment", "TH/KH (%)"),
    ]
    assert [column.time for column in columns[3:]] == [Period.year(2018)] * 3
    assert (columns[5].level, columns[5].base, columns[4].estimated) == (5, 4, True)


def test_the_rows_of_an_annex(tmp_path: Path) -> None:
    made = drafted(tmp_path, paragraph("Biểu 02. Kết quả thực hiện năm 2018"), table(*ANNEX))
    cells = by_cell(made)
    kinds = Counter(
        record.record_type.__name__ for record in cells.values() if "t1." in str(record["citation"].locator)
    )
    assert kinds == {"Target": 4, "Observation": 4, "AttainmentClaim": 3}
    assert str(cells["t1.r2c4"]["value"]) == "850 hectare"
    assert cells["t1.r2c5"]["statuses"] == (Status.ESTIMATED,)
    assert cells["t1.r2c5"]["time_collection"] is TimeCollection.TOTAL
    assert isinstance(cells["t1.r2c6"]["value"], Attainment)
    assert (cells["t1.r2c6"]["actual"], cells["t1.r2c6"]["target"]) == ("t1-r2.c5", "t1-r2.c4.target")
    assert str(cells["t1.r3c5"]["value"]) == "655 hectare"
    assert cells["t1.r4c4"]["value"] == Value.parse("27.00 percent")
    gap = cells["t1.r4c6"]["value"]
    assert isinstance(gap, Gap)
    assert "only the other way round" in gap.reason.en
    assert cells["t1.r5c4"]["value"] == Value.parse("10.0 per_10_000")
    assert isinstance(cells["t1.r5c5"]["value"], Gap)
    names = [indicator["name"]["vi"] for indicator in made.indicators if isinstance(indicator, PartialRecord)]  # type: ignore[index]
    assert names == ["Trồng rừng mới", "Trồng rừng mới: rừng sản xuất", "Tỷ lệ hộ nghèo", "Bác sĩ/vạn dân"]


def test_a_filled_draft_is_a_review_that_agrees_with_the_document(tmp_path: Path) -> None:
    source = source_of(tmp_path, table(ANNEX[0], ("1", "Thu ngân sách", "tỷ đồng", "1.850", "2.124,5", "114,8")))
    made = documents.draft(source, place="VN-01", period=Period.year(2018))
    for where, gap in made.gaps:
        assert where.endswith((".en", "title", "programme")), (where, gap)
        made = made.fill(where, "Name" if where.endswith(".en") else Text(en="Name"))
    review = made.finish(allow_untranslated=True)
    assert str(review.observations[0].value) == "2124500000000 VND to 100000000"
    assert str(review.targets[0].value) == "1850000000000 VND to 1000000000"
    found = review.verify(source.text)
    assert (found.mismatches, len(found.refuted), len(found)) == ((), 0, 3)
    assert "only the number was compared" in next(iter(found)).reason
    assert doubtful_records(review, source.text, documents.words_of_cells(source)) == ()
    wrong = evolve(review, observations=[evolve(review.observations[0], value=Value.parse("2142500000000 VND"))])
    assert len(wrong.verify(source.text).refuted) == 1
    bound = evolve(review, targets=[evolve(review.targets[0], value=Value.parse("over 1850000000000 VND"))])
    assert "the cell has exact" in bound.verify(source.text).refuted[0].reason


def test_levels_and_changes_of_years(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("PHỤ LỤC: CÁC CHỈ TIÊU CHỦ YẾU"),
        paragraph("ĐVT: triệu đồng"),
        table(
            ("STT", "Nội dung", "2016", "2017", "So sánh (%) 2017/2016", "Tổng cộng"),
            ("I", "Nguồn vốn", "", "", "", ""),
            ("1", "Ngân sách trung ương", "125.400", "138.250", "110,2", "263.650"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c3"]["value"]) == "125400000000 VND to 1000000"
    assert (cells["t1.r3c3"]["time"], cells["t1.r3c4"]["time"]) == (Period.year(2016), Period.year(2017))
    change = cells["t1.r3c5"]
    assert isinstance(change["value"], RelativeChange)
    assert (change["start"], change["end"]) == ("t1-r3.c3", "t1-r3.c4")
    assert cells["t1.r3c6"].record_type.__name__ == "Mention"


@pytest.mark.parametrize(("title", "kind"), [("Kết quả thực hiện", "Observation"), ("Dự kiến kế hoạch vốn", "Mention")])
def test_years_of_a_table_of_plans_are_not_decided(tmp_path: Path, title: str, kind: str) -> None:
    made = drafted(
        tmp_path, paragraph(title), table(("TT", "Nội dung", "ĐVT", "2019"), ("1", "Thu ngân sách", "tỷ đồng", "2.5"))
    )
    assert by_cell(made)["t1.r2c4"].record_type.__name__ == kind


def test_places_as_rows_and_units_in_heads(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Diện tích rừng năm 2018"),
        table(
            ("TT", "Tên huyện", "Diện tích (ha)", "Số hộ (hộ)"),
            ("1", "Huyện Suối Mây", "1.250,5", "1.850"),
            ("2", "Huyện Núi Xa", "950", "12 (1)"),
        ),
    )
    cells = by_cell(made)
    assert str(cells["t1.r2c3"]["value"]) == "1250.5 hectare"
    assert str(cells["t1.r3c4"]["value"]) == "12 household"
    assert cells["t1.r2c3"]["time"] == Period.year(2018)
    assert isinstance(cells["t1.r2c3"]["place"], Gap)
    assert cells["t1.r2c3"]["indicator"] != cells["t1.r2c4"]["indicator"]


def test_heads_of_several_rows_and_groups_of_columns(tmp_path: Path) -> None:
    down, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    source = source_of(
        tmp_path,
        table(
            (docx_cell("Nội dung", properties=down), docx_cell("Kế hoạch vốn 2018", properties=wide), "TH 2018"),
            (docx_cell("", properties="<w:vMerge/>"), "Tổng số", "Trong đó: NSTW", "Tổng số"),
            ("A", "1", "2", "3"),
            ("Kinh phí hỗ trợ (triệu đồng)", "12", "10", "11"),
        ),
    )
    columns = source.tables[0].columns
    assert [column.role.value for column in columns] == ["label", "target", "target", "actual"]
    assert columns[1].measure != columns[2].measure
    made = documents.draft(source, place="VN-01")
    indicators = {record["indicator"] for record in made.targets if isinstance(record, PartialRecord)}
    assert len(indicators) == 2


@pytest.mark.parametrize(
    ("head", "role", "time"),
    [
        ("KH 2003/ Ước 2002", "change", "2003"),
        ("K.H 2005", "target", "2005"),
        ("Ư.TH 2T/2005", "actual", "2005-01-01/P2M"),
        ("2T-2005/ KH2005", "attainment", "2005-01-01/P2M"),
        ("T2-2005/ T1-2005", "change", "2005-02"),
        ("TH năm 2018/ TH năm 2018", "unknown", "2018"),
        ("KH 2019/ KH 2018", "unknown", "2019"),
        ("Mục tiêu 2005 (hoặc b/q)", "unknown", None),
        ("TH cùng kỳ năm trước", "unknown", None),
        ("TH 6 tháng", "unknown", None),
        ("Lũy kế đến hết năm 2018", "unknown", None),
        ("So với cùng kỳ (%)", "unknown", None),
        ("% so với KH", "attainment", None),
        ("Quý III/2018", "unknown", "2018-Q3"),
        ("Thực hiện đến 31/12/2018", "actual", "2018-12-31"),
        ("GRDP/người", "unknown", None),
        ("TH \ue005 năm \uff12\uf8ff 2018", "actual", "2018"),
        ("Kết quả thực hiện kế hoạch", "unknown", None),
    ],
)
def test_the_grammar_of_heads(head: str, role: str, time: str | None) -> None:
    found = read_head(head)
    assert (found.role, None if found.time is None else str(found.time)) == (ColumnRole(role), time)


@pytest.mark.parametrize(
    ("printed", "unit", "scale"),
    [
        ("Ngh. tỷ đồng", "VND", 10**12),
        ("Tr. USD", "USD", 10**6),
        ("1.000 lượt", "turn", 1000),
        ("Ng. tấn", "tonne", 1000),
        ("Tạ/ha", "quintal/hectare", 1),
        ("Triệu đồng/người/năm", "VND/person/year", 10**6),
        ("trang trại", "farm", 1),
    ],
)
def test_units_with_scale_words(printed: str, unit: str, scale: int) -> None:
    found = read_unit(printed)
    assert found is not None
    assert (found[0].code, found[1]) == (unit, Decimal(scale))


@pytest.mark.parametrize("printed", ["Triệu bản", "con", "Bưu cục", "", "tỷ tấn.giờ"])
def test_units_that_are_not_certain_are_left_open(printed: str) -> None:
    assert read_unit(printed) is None


@pytest.mark.parametrize(
    ("text", "english", "found"),
    [
        ("1.850", False, ("1850", Qualifier.EXACT, False)),
        ("1,850.5", True, ("1850.5", Qualifier.EXACT, False)),
        ("≥ 310", False, ("310", Qualifier.AT_LEAST, False)),
        ("-4,28", False, ("-4.28", Qualifier.EXACT, False)),
        ("12.450 (1)", False, ("12450", Qualifier.EXACT, False)),
        ("5,2%", False, ("5.2", Qualifier.EXACT, True)),
        ("12 450", False, ("12450", Qualifier.EXACT, False)),
        ("18/96", False, None),
        ("1.85.0", False, None),
        ("2016-2018", False, None),
    ],
)
def test_numbers_of_cells(text: str, english: bool, found: tuple[str, Qualifier, bool] | None) -> None:
    number = read_number(text, english=english)
    assert number == (None if found is None else (Decimal(found[0]), *found[1:]))


def test_all_cells_decide_how_numbers_are_written(tmp_path: Path) -> None:
    heads = ("TT", "Chỉ tiêu", "ĐVT", "TH 2018")
    english = drafted(tmp_path, table(heads, ("1", "Thu", "tấn", "1,234.5"), ("2", "Chi", "tấn", "1,850")))
    assert str(by_cell(english)["t1.r3c4"]["value"]) == "1850 tonne"
    mixed = drafted(
        tmp_path, table(heads, ("1", "Thu", "tấn", "1.234,5"), ("2", "Chi", "tấn", "8.5"), ("3", "Dư", "tấn", "1.850"))
    )
    assert by_cell(mixed)["t1.r4c4"].record_type.__name__ == "Mention"


def test_prose_and_tables_are_drafted_once(tmp_path: Path) -> None:
    made = drafted(
        tmp_path, paragraph("Năm 2018, toàn tỉnh còn 900 hộ nghèo."), table(*ANNEX), paragraph("Hết 5 dự án.")
    )
    observations = [record for record in made.observations if isinstance(record, PartialRecord)]
    assert {record.record_type for record in observations} == {Observation}
    locators = [str(record["citation"].locator) for record in observations]  # type: ignore[attr-defined]
    assert len(locators) == len(set(locators))
    assert locators[0] == "p1.s1"
    assert {record.record_type for record in made.targets if isinstance(record, PartialRecord)} == {Target}


def test_a_row_with_the_name_of_a_figure_of_the_prose_is_the_same_indicator(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Năm 2018 toàn huyện còn 900 hộ nghèo."),
        table(
            ["TT", "Chỉ tiêu", "ĐVT", "TH 2017"],
            ["1", "Tổng số hộ nghèo", "hộ", "1.200"],
            ["2", "Dân số", "người", "5"],
        ),
    )
    ids = [item["id"] for item in made.indicators]  # type: ignore[index]
    assert ids == ["so-ho-ngheo", "t1-r3"]
    level, cell, other = made.observations
    assert isinstance(level, PartialRecord)
    assert isinstance(cell, PartialRecord)
    assert level["indicator"] == cell["indicator"] == "so-ho-ngheo"
    assert ("indicator" in cell.proposed, cell.context) == (True, "Tổng số hộ nghèo | TH 2017: 【1.200】")
    assert isinstance(other, PartialRecord)
    population = made.indicators[1]
    assert isinstance(population, PartialRecord)
    assert (population["kind"].value, population.proposed) == ("stock", ("name", "kind"))  # type: ignore[attr-defined]
    assert (other["time_collection"], other.proposed) == (TimeCollection.END, ("time_collection",))


def test_years_as_heads_without_a_head_of_the_labels(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Sản lượng lúa phân theo huyện"),
        paragraph("ĐVT: Tấn - Unit: Ton"),
        table(("", "2016", "2017", "Sơ bộ 2018 - Prel. 2018"), ("Suối Mây", "1.250", "1.300", "1.420,5")),
    )
    cells = by_cell(made)
    assert str(cells["t1.r2c4"]["value"]) == "1420.5 tonne"
    assert cells["t1.r2c4"]["statuses"] == (Status.PROVISIONAL,)
    assert len({cells[f"t1.r2c{column}"]["indicator"] for column in (2, 3, 4)}) == 1


def test_years_as_rows(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        paragraph("Dân số"),
        table(("Năm", "Tổng số hộ", "Diện tích (ha)"), ("2016", "1.250", "12,5"), ("2017", "1.300", "12,75")),
    )
    cells = by_cell(made)
    assert str(cells["t1.r3c2"]["value"]) == "1300 household"
    assert (cells["t1.r2c2"]["time"], cells["t1.r3c2"]["time"]) == (Period.year(2016), Period.year(2017))
    assert cells["t1.r2c2"]["indicator"] == cells["t1.r3c2"]["indicator"] != cells["t1.r2c3"]["indicator"]
    assert len(made.indicators) == 2


def test_heads_of_groups_that_are_not_merged(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        table(
            ("TT", "Chỉ tiêu", "ĐVT", "TH 2022", "Năm 2023", "", "So sánh (%)", ""),
            ("", "", "", "", "Kế hoạch", "Ước TH", "TH/KH", "2023/2022"),
            ("1", "Thu ngân sách", "tỷ đồng", "12.345,6", "13.500", "13.412", "99,3", "108,6"),
        ),
    )
    cells = by_cell(made)
    assert (cells["t1.r3c6"]["time"], cells["t1.r3c6"]["statuses"]) == (Period.year(2023), (Status.ESTIMATED,))
    assert (cells["t1.r3c7"]["actual"], cells["t1.r3c7"]["target"]) == ("t1-r3.c6", "t1-r3.c5.target")
    assert (cells["t1.r3c8"]["start"], cells["t1.r3c8"]["end"]) == ("t1-r3.c4", "t1-r3.c6")


def test_amounts_that_are_allotted_are_not_decided(tmp_path: Path) -> None:
    rows = (("STT", "Địa phương", "Tổng số (tỷ đồng)"), ("1", "Huyện Suối Mây", "650"))
    planned = drafted(tmp_path, paragraph("Phân bổ vốn năm 2023"), table(*rows))
    assert by_cell(planned)["t1.r2c3"].record_type.__name__ == "Mention"
    reached = drafted(tmp_path, paragraph("Kết quả thực hiện kế hoạch vốn năm 2023"), table(*rows))
    assert str(by_cell(reached)["t1.r2c3"]["value"]) == "650000000000 VND to 1000000000"


def test_a_count_below_zero_has_no_value_and_is_asked_for(tmp_path: Path) -> None:
    cells = by_cell(drafted(tmp_path, table(("Chỉ tiêu", "ĐVT", "2017", "2018"), ("Hộ nghèo", "hộ", "-5", "300"))))
    assert "-5 household is not possible" in str(cells["t1.r2c3"]["value"])
    assert str(cells["t1.r2c4"]["value"]) == "300 household"
