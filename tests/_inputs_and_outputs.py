"""Calls that read and write: Vietnamese text, documents, drafts, formats, frames, pages and the command line.

`tests/_scenario.py` makes them together with those of the model.
"""

from __future__ import annotations

import contextlib
import copy
import io
import json as plain_json
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import Any

import pint

from aseansc import (
    AsOf,
    Attainment,
    Change,
    Document,
    Period,
    RelativeChange,
    Review,
    Status,
    Text,
    Unit,
    Value,
    documents,
    laws,
    load,
    vietnamese,
)
from aseansc.audit import (
    audit,
)
from aseansc.authoring import ReportPart, assemble
from aseansc.citations import sha256_of
from aseansc.classifications.places import broader_place, places_within
from aseansc.datasets import annex, lai_chau, skeleton
from aseansc.drafts import Draft, Gap, PartialRecord, Template, updated
from aseansc.errors import AseanscError, DraftError
from aseansc.frames import (
    aggregate,
    attainment,
    audit as audit_frame,
    check,
    convert,
    from_frame,
    losses as losses_of_frames,
    open_table,
    to_frame,
    write_table,
)
from aseansc.interchange import csv, excel, iati, json, open_sdg, sdmx
from aseansc.pages import comparison, index, losses, report, site
from aseansc.units import (
    VND,
    define_in_pint,
    gram,
    hectare,
    household,
    percent,
    percentage_point,
    person,
    tonne,
)
from aseansc.vietnamese import encodings, proposals, tables
from aseansc.vietnamese.encodings import OldEncoding

Outcome = Callable[[], object]

RANGE = Value.between("1234567.891", "7654321.987", gram)

PROSE = """Kết quả năm 2018
Toàn tỉnh có 12.345,67 ha rừng; gần 1.234.567 người; khoảng 123.456 hộ nghèo, giảm 4,95%/năm, đạt 102,55% kế hoạch.
Cuối năm 2017 có 1.234 xã và 5/12 huyện; từ 12,345% xuống còn 9,876%; 2,1 con; 15 kg gạo/người/tháng; 1,5 triệu đồng.
Hỗ trợ trên 60.000 lượt hộ, mười hai nghìn ba trăm bốn mươi lăm người, ngày 31/12/2018, Quyết định số 1234/QĐ-UBND.
"""


again: Callable[[Any], Review] = lambda dataset: dataset.load.__wrapped__()  # noqa: E731  # load again, without the cache


def attempt(call: Outcome) -> object:
    """Return the result of a call, or the message of the error that it raises."""
    try:
        return call()
    except AseanscError as error:
        return f"{type(error).__name__}: {error}"


SKELETON_TEXT = Path(str(skeleton.__file__)).with_name("skeleton.txt").read_bytes().decode("utf-8")


@cache
def _registry() -> pint.UnitRegistry[Any]:
    """Return a registry of a user, created in a normal context since pint cannot create it with traps."""
    with localcontext(Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, clamp=0, traps=[])):
        return pint.UnitRegistry(non_int_type=Decimal)


def made_review() -> Review:
    """Return a review with an observation of each kind, made with every constructor."""
    part = ReportPart(document="report", place="VN-01", period=Period.year(2018))
    cite = part.cite(0, "12.345")
    part.section("all", cite, en="All", vi="Tất cả")
    count = part.stock("people", person, en="People", vi="Số người")
    whole = part.stock("everyone", person, en="Everyone", vi="Tất cả")
    made = part.flow("rice", tonne, en="Rice", vi="Lúa")
    rate = part.rate("yield", tonne / hectare, en="Yield", vi="Năng suất")
    year_2018 = Period.year(2018)
    part.at(count, Value.exact("12345", person), AsOf.parse("2018-06-30"), cite)
    part.at_beginning(count, Value.exact("12344", person), year_2018, cite)
    last = part.at_end(count, Value.exact("12346", person), year_2018, cite)
    part.within(count, Value.exact("12347", person), year_2018, cite)
    part.average(rate, Value.exact("5.12345", tonne / hectare), year_2018, cite)
    part.each(made, Value.exact("1234.5", tonne), year_2018, cite)
    part.to_date(made, Value.exact("12345.6", tonne), year_2018, cite)
    part.share_of(last, whole, Value.exact("12.345", percent), cite)
    part.result(0, 6, en="Done.", vi="Xong.")
    part.action(0, 6, en="To do.", vi="Sẽ làm.")
    return assemble(
        part,
        id="made",
        title=Text(en="Made", vi="Tạo"),
        programme=Text(en="Plan", vi="Kế hoạch"),
        documents=[Document(id="report", title="Report", sha256=sha256_of("12.345"), lang="vi")],
    )


def prose() -> dict[str, Outcome]:
    return {
        "found": lambda: vietnamese.find(PROSE),
        "iterated": lambda: list(vietnamese.iterate(PROSE)),
        "status words": lambda: [vietnamese.has_status_word(PROSE, status) for status in Status],
        "parsed figures": lambda: [
            attempt(lambda text=text: vietnamese.parse(text))
            for text in (
                "12.345,67 ha",
                "khoảng 123.456 hộ",
                "vượt kế hoạch 25,5%",
                "2,1 con",
                "1,234 triệu đồng",
                "năm 2018",
            )
        ],
        "tables": lambda: [
            *map(tables.read_head, ("KH 2018", "Ước TH/KH (%)", "2T-2005/ 2T-2004", "Vốn (triệu đồng)", "Tên huyện")),
            [tables.read_unit(unit) for unit in ("Ngh. tỷ đồng", "1.000 lượt", "bản")],
            [tables.read_number(cell, english=english) for cell in ("≥ 2.124,5", "1,850") for english in (False, True)],
            tables.is_english(("1.850", "2.124,5")),
            tables.is_english_alone(("180.00", "417.27")),
            tables.is_plan("Dự toán thu năm 2020"),
            tables.is_forecast("Dự báo dân số 2026-2030"),
            tables.names_rest("Trình độ khác"),
            tables.names_durations("Kỳ hạn"),
            tables.written_on("(Kèm theo Kế hoạch số 12/KH-UBND ngày 25/11/2025)"),
            repr(tables.read_title(["Kế hoạch năm 2019"])),
            tables.may_be_planned("Tổng mức đầu tư"),
            tables.begins_plan("Kế hoạch giảm nghèo"),
            tables.is_ratio("Tỷ lệ (%)"),
            tables.names_measure("SL"),
            tables.time_in_label("Dân số năm 2017"),
            tables.read_unit_of("Lượt", "Khách du lịch"),
            tables.units_in_list("Nghìn tấn; triệu USD"),
            tables.begins_time("Năm"),
            tables.compares("So với năm trước"),
            tables.compares("Hộ nghèo so với năm trước", household),
            tables.counted_alone("9. Số lao động"),
            tables.may_be_target("Chỉ tiêu"),
            tables.may_be_pieces("Ô tô nguyên chiếc"),
            (tables.sums_up_over_years("Tổng vốn đầu tư"), tables.averages_years("Tốc độ tăng (bình quân)")),
            (tables.states_base("Năm trước = 100"), tables.is_mean_alone("Bình quân tháng")),
            tables.named_count("Bác sĩ"),
            (tables.counts_of("Số lao động trong các doanh nghiệp"), tables.counts_projects("Số dự án")),
            tables.counted_by_title("Số học sinh"),
            (tables.own_unit("Văn bản"), tables.own_unit_counted("Số văn bản đã ban hành")),
            tables.may_be_shares("Lao động qua đào tạo"),
            (tables.may_name_things("Hộ nghèo"), tables.is_unit_alone("Học sinh")),
            tables.is_part_in_title("Trong đó: Nữ"),
            tables.rate_in("Số bác sĩ/vạn dân"),
            tables.is_animal_unit("Nghìn con"),
            tables.has_unsure_unit("Chênh lệch (lần)"),
            tables.multiple_in("Chênh lệch (lần)"),
            tables.states_percent("Chỉ số giá"),
            (tables.has_percent_sign("Tỷ lệ (%)"), tables.is_price("Giá bán lẻ")),
            tables.carries("Vận chuyển hành khách"),
            (tables.mark_of("2020 (1)"), tables.note_of_status("(1) Số sơ bộ")),
            tables.year_behind("205.180 (2018)", "Dân số"),
            tables.names_time_of_figures("Thời điểm thống kê"),
            (tables.note_of_mark("(*) Lưu lượng (m3/s)"), tables.unit_of_note("Lưu lượng (m3/s)")),
            tables.names_persons("Trong đó: nữ"),
            tables.names_population("Tổng dân số"),
            tables.names_state("Hiện trạng rừng"),
            tables.case_in("Mắc", ["Dịch bệnh"]),
            tables.names_one("Trường Mầm non An Bình"),
            tables.time_of_note("Số liệu năm 2018"),
            tables.without_period("Giá kỳ trước"),
            tables.without_share_head("Cơ cấu lao động"),
            tables.groups_thousands([("4,372", "9,749", "70"), ("1,201", "2,305", "3,114")]),
            tables.names_amount("Tổng sản phẩm trên địa bàn"),
            tables.names_ratio("Tốc độ tăng tổng sản phẩm"),
            tables.is_report("Báo cáo tháng 6 năm 2018"),
            tables.planned_years("Số liệu 2015-2020 và KH 2021-2025"),
            tables.states_full_year("Thực hiện cả năm 2017"),
            tables.may_be_full_year("Ước thực hiện năm 2018"),
            tables.is_to_date("Lũy kế"),
            tables.is_share("‰"),
            tables.is_short_for("BN", "Số bệnh nhân"),
            tables.time_in_other_year(Period.parse("2018-S1"), Period.year(2017)),
            tables.day_of_years("Tại thời điểm 31/12"),
            tables.ends_with_month("đến tháng 8/2020"),
            tables.ends_with_day("đến ngày 15/11/2023"),
            tables.announces_plans("Phương án 1"),
            tables.is_balance("Dư nợ"),
            tables.is_at_beginning("Dư nợ đầu năm"),
            tables.is_estimated("Ước thực hiện năm 2023"),
            tables.names_investment("Tổng mức đầu tư"),
            tables.unit_behind_comma("Sản lượng, tấn"),
            tables.day_in_years("Tại thời điểm 31/12", "2018"),
            tables.plain_label("1.2. Số hộ nghèo (hộ)"),
            tables.measure_of_title("Bảng 3. Số hộ nghèo phân theo huyện"),
            tables.is_divided_by_place("Số hộ nghèo phân theo huyện"),
            tables.is_proper_name("Hướng Hóa"),
            tables.read_amount("2.150 tỷ đồng"),
            tables.rises("GRDP tăng (%)"),
            tables.is_any_value("Giá trị"),
            tables.is_english_unit("Thous. tons"),
            tables.unit_in_brackets("Diện tích rừng sồi (ha)"),
            tables.may_be_planned_years("Chỉ tiêu giai đoạn 2021-2025"),
            tables.names_part_of_year("Hà Giang (quý III)"),
            (
                tables.may_name_place("Tam Đường"),
                tables.is_share_head("Cơ cấu (%)"),
                tables.registered_in("Vốn đăng ký"),
            ),
            (tables.grown_by("Tốc độ tăng GRDP"), tables.is_index_of_before("Chỉ số phát triển")),
            tables.is_translated("9 tháng năm 2020 - 9 months of 2020"),
            [(tables.is_absent(cell), tables.is_ditto(cell), tables.is_nothing(cell)) for cell in ("…", '"', "-")],
            [
                (tables.is_flow(label), tables.is_rate(label), tables.is_ratio_label(label), tables.grows(label))
                for label in ("- Thu", "Bác sĩ/vạn dân")
            ],
            [(tables.is_place(label), tables.counted_in(label)) for label in ("Huyện An Phú", "Số hộ nghèo")],
            [
                (
                    proposals.key_of(label),
                    proposals.kind_of_label(label, None),
                    proposals.better_of(label),
                    proposals.may_be_part(label),
                )
                for label in ("Số hộ nghèo", "Trồng rừng")
            ],
            [
                tables.times_in("Biểu 2 năm 2018"),
                tables.unit_in_line("ĐVT: triệu đồng"),
                tables.plans_are_meant("Dự toán"),
                (
                    tables.is_understood("DT thu hoạch"),
                    tables.states_sum("Tổng số"),
                    tables.is_division("Chia theo vùng"),
                    tables.read_range("7,5-8,0"),
                ),
                tables.animal_unit("1.000 con", "Đàn trâu"),
                tables.band_of("Cơ cấu (%)"),
                tables.is_unit("Nghìn ha"),
                tables.suits("Diện tích", hectare),
                tables.measures_alone("Diện tích lúa", hectare),
                (tables.is_mean("Số học sinh/lớp"), tables.changes_rate("Giảm tỷ lệ hộ nghèo")),
                (tables.is_part_of_year("Quý I"), tables.time_in_year("Quý I", Period.year(2018))),
                tables.read_unit("ngƣời"),
            ],
        ],
        "old encodings": lambda: [
            encodings.guess(DOCUMENTS[".txt"]),
            encodings.gain(DOCUMENTS[".txt"], OldEncoding.TCVN3),
            encodings.is_syllable("nghèo"),
            *(encodings.decode("tû leä ty? l\xea\xf2", each) for each in OldEncoding),
        ],
        "formatted": lambda: [
            attempt(lambda thing=thing: vietnamese.format(thing))
            for thing in (
                Value.exact("1234567.89", hectare),
                Value.about("123456E3", VND),
                Value.between("12345", "67890", person),
                Change.exact("-4.95123", percentage_point),
                Attainment.exact("102.55", percent),
                RelativeChange.exact("4.95123", percent),
                RANGE,
            )
        ],
        "drafted": lambda: json.dumps(vietnamese.draft(PROSE, id="report", place="VN-01", period=Period.year(2018))),
        "a draft": lambda: [
            draft := vietnamese.draft(SKELETON_TEXT, id="report"),
            draft.gaps[:50],
            draft.proposals[:50],
            draft.untranslated,
            attempt(draft.finish),
            attempt(lambda: draft.finish(allow_untranslated=True)),
            draft.known(),
            updated(draft, draft),
            str(vietnamese.doubtful_records(vietnamese.draft("Trồng 902/850 ha rừng.", period=Period.year(2018)))),
            _located(draft),
            draft.taken_times,
            [draft.confirm(*one.proposals) != draft for one in draft.taken_times[:1]],
            Draft.of(skeleton.load()).finish() == skeleton.load(),
            Draft.of(skeleton.load()).fill("title.en", "Another").finish().title,
        ],
        "a partial record": lambda: [
            part := PartialRecord(Value, {"magnitude": "-0.00", "unit": Gap(reason=Text(en="which", vi="nào"))}),
            part.gaps,
            hash(part) == hash(copy.copy(part)),
            dict(part.items()),
            Template(Value, {"magnitude": None, "unit": household}, ("magnitude",)).record((Decimal(5),), "row 1"),
        ],
    }


def _conversions(name: str, given: Review) -> dict[str, Outcome]:
    """Return calls that write a review in every format and read it again."""
    return {
        f"{name} as JSON": lambda: [text := json.dumps(given), json.loads(text) == given],
        f"{name} as CSV": lambda: _through(csv, given, ".zip"),
        f"{name} as Excel": lambda: _through(excel, given, ".xlsx"),
        f"{name} as SDMX-ML": lambda: [text := sdmx.dumps(given), sdmx.loads(text) == given],
        f"{name} as SDMX-CSV": lambda: [
            text := sdmx.dumps(given, "csv"),
            about := sdmx.structure(given),
            sdmx.loads(text, structure=about) == given,
            sdmx.loads_draft(text),
            sdmx.loads(sdmx.dumps(given, "json"), structure=about) == given,
        ],
        f"{name} as Open SDG": lambda: [
            texts := [open_sdg.dumps(given, indicator.id) for indicator in given.indicators],
            [open_sdg.loads_draft(text).gaps for text in texts],
            attempt(lambda: open_sdg.loads(texts[0])),
            _through_a_folder(given),
        ],
        f"{name} as IATI": lambda: [text := iati.dumps(given), iati.loads(text) == given, iati.publication_of(text)],
        f"{name}, losses": lambda: [
            [json.losses(given), csv.losses(given), excel.losses(given), iati.losses(given), open_sdg.losses(given)],
            [sdmx.losses(given), sdmx.losses(given, "csv"), losses_of_frames(given)],
        ],
    }


def large() -> dict[str, Outcome]:
    """Return the slow calls."""
    return _conversions("large", again(lai_chau))


DOCUMENTS = {
    ".html": (
        "<h1>Báo cáo</h1><p>Còn 12.345,67 ha, 24.<br>737 hộ."
        "<table><tr><td>Chỉ tiêu<td>ĐVT<td>KH 2018<td>TH 2018<td>TH/KH<tr>"
        "<td>Thu<td>tỷ đồng<td>1.850,25<td>2.124,5<td>114,8</table>"
    ),
    ".rtf": r"{\rtf1 Thu 1.234,5 t\u7927? \'f0\par\trowd\cellx9 5\cell\row}",
    ".txt": "Tû lÖ hé nghÌo gi¶m cßn 12,5%",
}


def _read_document(suffix: str, content: str) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report{suffix}")
        path.write_text(content, encoding="utf-8")
        source = documents.read(path)
    places = [source.locator(at) for at in (0, len(source.text) - 1)]
    tables = [(table, table.shape, table.rows, table.at(1, 1)) for table in source.tables]
    columns = [table.columns for table in source.tables]
    drafted = json.dumps(documents.draft(source, place="VN-01")), documents.words_of_cells(source)
    return repr(
        (source.text, source.losses, source.passages, places, tables, columns, drafted, source.cite(0, 3), source)
    )


def files() -> dict[str, Outcome]:
    small = again(skeleton)
    return _conversions("small", small) | {
        "schema": json.schema,
        "writing files": lambda: [
            _written(lambda file, form=form: form.dump(small, file), ".any") for form in (json, sdmx, iati)
        ],
        "reading files": lambda: [
            attempt(lambda form=form, load=load: _through(form, small, ".any", load))
            for form in (json, sdmx, iati)
            for load in (form.load, form.load_draft)
        ],
        "reading any file": lambda: _loaded(small),
        "a template": lambda: _written(excel.template, ".xlsx"),
        "documents": lambda: [_read_document(suffix, content) for suffix, content in DOCUMENTS.items()],
        "a draft as Excel": lambda: _through(excel, Draft.of(small), ".xlsx", excel.load_draft),
        "a draft as JSON": lambda: json.loads_draft(json.dumps(Draft.of(small))),
        "misspelt names": lambda: [
            attempt(lambda right=right, wrong=wrong: json.loads(json.dumps(small).replace(right, wrong)))
            for right, wrong in (
                ('"indicator": "poverty-rate"', '"indicator": "poverty-rat"'),
                ('"household"', '"houshold"'),
            )
        ],
        "a damaged document": lambda: attempt(lambda: json.loads(json.dumps(small).replace('"12.7"', '"12,7"'))),
        "a review read as a draft": lambda: [iati.loads_draft(iati.dumps(small)), sdmx.loads_draft(sdmx.dumps(small))],
        "a foreign message": lambda: [
            attempt(lambda text=text: sdmx.loads_draft(text))
            for text in (
                "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT,DECIMALS\nX:Y(1.0),VN,2018,12345.678,3,1\n",
            )
        ],
    }


def _loaded(review: Review) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        csv.dump(review, Path(folder, "review.zip"))
        return [load(Path(folder, "review.zip")) == review, attempt(lambda: load("review.py"))]


def _written(dump: Callable[[Path], object], suffix: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"review{suffix}")
        dump(file)
        return file.read_bytes()


def _located(draft: Draft) -> list[object]:
    """Return the problems of a draft with their cells and JSON paths."""
    try:
        draft.finish()
    except DraftError as error:
        file = io.BytesIO()
        excel.dump(draft, file)
        return [
            excel.located(io.BytesIO(file.getvalue()), error.problems),
            json.located(io.BytesIO(), error.problems),
        ]
    return []


def _through(form: Any, given: Any, suffix: str, load: Callable[[Any], object] | None = None) -> list[object]:
    content = _written(lambda file: form.dump(given, file), suffix)
    return [content, (load or form.load)(io.BytesIO(content)) == given]


def _through_a_folder(given: Review) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data")
        open_sdg.dump(given, path)
        return [open_sdg.load_draft(path).gaps, attempt(lambda: open_sdg.load(path))]


def _land() -> Any:
    return made_review().to_frame("pyarrow").select(["obs_value", "unit"]).slice(0, 0)


def _through_parquet(made: Review) -> int:
    with tempfile.TemporaryDirectory() as folder:
        write_table(made.to_frame("pyarrow"), Path(folder, "figures.parquet"))
        return len(open_table(Path(folder, "figures.parquet")))


def _people(made: Review) -> Any:
    import pyarrow.compute as pc

    table = made.to_frame("pyarrow")
    wanted = pc.and_(pc.equal(table["indicator"], "people"), pc.equal(table["qualifier"], "exact"))
    return table.filter(pc.and_(wanted, pc.is_null(table["breakdown"]))).slice(0, 1)


def _charts() -> list[str]:
    charts = (
        again(lai_chau).plot("poverty-rate", lang="vi"),
        again(lai_chau).series("poverty-rate").plot(),
        again(annex).plot("trainees", kind="targets"),
    )
    return [plain_json.dumps(chart.to_dict(), sort_keys=True) for chart in charts]


def interfaces() -> dict[str, Outcome]:
    """Return calls of the command line, of frames and of pint."""
    made = made_review()
    return {
        "pint": lambda: Value.from_pint(Value.exact("1234567.12345", hectare).to_pint(_registry())),
        **({} if sys.flags.optimize > 1 else {"charts": _charts}),  # Altair needs docstrings
        "pages": lambda: [
            *site([again(lai_chau), again(skeleton)], "vi").values(),
            report(again(skeleton), "en"),
            comparison(again(skeleton), again(lai_chau), "en"),
            index([again(skeleton)], "vi"),
            losses(again(lai_chau)),
        ],
        "frames": lambda: [
            [made.to_frame("pyarrow", numbers=numbers).to_pylist() for numbers in ("decimal", "float", "text")],
            made.series("people").to_frame("pyarrow", review=made).to_pylist(),
            audit(made).to_frame("pyarrow", lang="vi").to_pylist(),
            from_frame(to_frame([made], "pyarrow"), made.indicators),
            check(made.to_frame("pyarrow"), made.indicators).to_pylist(),
            audit_frame(made.to_frame("pyarrow"), made.indicators).to_pylist(),
            attainment(made.to_frame("pyarrow"), made.to_frame("pyarrow"), made.indicators).num_rows,
            convert(_land(), hectare).to_pylist(),
            _through_parquet(made),
            aggregate(_people(made), made.indicators).to_pylist(),
            [broader_place("VN-01-105"), sorted(places_within("VN-01", date(2018, 12, 31)))],
        ],
        "laws": lambda: [
            laws.check_unit(household),
            attempt(lambda: laws.check_unit(Unit.counting("ho", en="house", vi="hộ"))),
            laws.check_dataset(skeleton.load),
            laws.check_round_trip(json.dumps, json.loads, [again(skeleton)]),
            laws.check_reader(vietnamese.find, ["Có 5 hộ."]),
        ],
        "definitions for pint": lambda: (define_in_pint(_registry()), define_in_pint(_registry()))[1],
    } | {
        " ".join(words): lambda words=words: _run(*words)
        for words in (
            ["show", "skeleton", "--lang", "vi"],
            ["show", "skeleton", "--indicator", "poverty-rate"],
            ["audit", "lai-chau", "--usual"],
            ["audit", "skeleton", "--format", "json", "--lang", "vi"],
            ["check", "skeleton"],
        )
    }


def _run(*words: str) -> str:
    from aseansc.cli import main

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            main(list(words))
    except SystemExit as end:
        return f"{end.code}\n{printed.getvalue()}"
    return printed.getvalue()
