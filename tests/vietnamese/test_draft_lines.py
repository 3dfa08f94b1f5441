"""Drafts of sentences, with each indicator and each record as one short line."""

from __future__ import annotations

import io
import json as json_of_python
from collections.abc import Iterator
from typing import Any

from aseansc import IndicatorKind, Period, Text
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.interchange import json
from aseansc.units import Unit
from aseansc.vietnamese import draft

DRAFTS: dict[str, list[str]] = {
    "Nhiệt độ tăng 2 độ.": [
        "? Nhiệt độ | ? | ? stock",
        "observation of ? Nhiệt độ: 2 | 2018",
    ],
    "Toàn tỉnh 850 ha rừng.": [
        "Diện tích rừng | hectare | ? stock",
        "observation of Diện tích rừng: 850 hectare | 2018",
    ],
    "Tuyên truyền “Xóa đói được 45 hộ.": [
        "Tuyên truyền “Xóa đói hộ” | household | flow",
        "observation of Tuyên truyền “Xóa đói hộ”: 45 household | 2018",
    ],
    "Đạt 12% tỷ lệ che phủ rừng.": [
        "Tỷ lệ che phủ rừng | percent | rate",
        "observation of Tỷ lệ che phủ rừng: 12 percent | 2018",
    ],
    "Sản lượng nho: 45 tấn, giá trị: 5 tỷ đồng.": [
        "Sản lượng nho | tonne | flow",
        "Giá trị: sản lượng nho | VND | flow",
        "observation of Sản lượng nho: 45 tonne | 2018",
        "observation of Giá trị: sản lượng nho: 5000000000 VND | 2018",
    ],
    "Huyện có 500 hộ (trong đó 45 hộ nghèo). Xã có 30 hộ (5%, 3 hộ).": [
        "Số hộ | household | stock",
        "Số hộ nghèo | household | stock",
        "? Số hộ Xã | household | ? stock",
        "? Tỷ lệ hộ Xã | percent | rate",
        "? Số hộ | household | ? stock",
        "observation of Số hộ: 500 household | 2018",
        "observation of Số hộ nghèo: 45 household | 2018",
        "observation of ? Số hộ Xã: 30 household | 2018",
        "observation of ? Tỷ lệ hộ Xã: 5 percent | 2018",
        "observation of ? Số hộ: 3 household | 2018",
    ],
    "Cả tỉnh có 187 chợ, tăng 6 chợ so với năm 2017.": [
        "Số chợ | cho | stock",
        "observation of Số chợ: 187 cho | 2018",
        "claim of Số chợ: 6 cho | 2018",
    ],
    "Số vụ 187 vụ, giảm 16 vụ (tương đương 42%).": [
        "Số vụ | incident | flow",
        "observation of Số vụ: 187 incident | 2018",
        "claim of Số vụ: -16 incident | 2018",
        "claim of Số vụ: by -42 percent | 2018",
    ],
    "Kiểm tra 77 hộ với 289 con bò, 45 con trâu.": [
        "Kiểm tra hộ | household | flow",
        "? Số con bò | animal | ? stock",
        "Số con trâu | animal | ? stock",
        "observation of Kiểm tra hộ: 77 household | 2018",
        "observation of ? Số con bò: 289 animal | 2018",
        "observation of Số con trâu: 45 animal | 2018",
    ],
    "Xảy ra 2 vụ cháy; làm 4 người tử vong, 5 người bị thương.": [
        "Số vụ cháy | incident | flow",
        "? Số người tử vong | person | flow",
        "? Số người bị thương | person | flow",
        "observation of Số vụ cháy: 2 incident | 2018",
        "observation of ? Số người tử vong: 4 person | 2018",
        "observation of ? Số người bị thương: 5 person | 2018",
    ],
    "Phun thuốc 3 đợt/năm cho 25 thôn.": [
        "Phun thuốc đợt/năm | campaign | flow",
        "? Số thôn | village | ? stock",
        "observation of Phun thuốc đợt/năm: 3 campaign | 2018",
        "observation of ? Số thôn: 25 village | 2018",
    ],
    "Hàng nghìn ha rừng; hàng trăm con bò.": [
        "Diện tích rừng | hectare | ? stock",
        "? Số hàng trăm con bò | animal | ? stock",
        "observation of Diện tích rừng: ? | 2018",
        "observation of ? Số hàng trăm con bò: ? | 2018",
    ],
    "Tổng số hộ nghèo 24.737 hộ (cuối năm 2018).": [
        "Tổng số hộ nghèo | household | stock",
        "observation of Tổng số hộ nghèo: 24737 household | 2018",
    ],
    "Trồng 902/850 ha ngô, đạt 106%.": [
        "Trồng ngô | hectare | flow",
        "observation of Trồng ngô: 902 hectare | 2018",
        "target of Trồng ngô: 850 hectare | 2018",
        "claim of -: 106 percent | 2018",
    ],
    "Trong 5 năm (2016-2020), đã đào tạo 32.000 lao động, bình quân 6.400 lao động/năm.": [
        "Đào tạo lao động | person | flow",
        "Số lao động | person | flow",
        "observation of Đào tạo lao động: 32000 person | 2016-01-01/P5Y",
        "observation of Số lao động: 6400 person | 2016-01-01/P5Y",
    ],
}


def shown(value: Any) -> str:
    """Return a field as a short text: `?` for a gap, with its first choice."""
    if isinstance(value, Gap):
        return f"?{f' {shown(value.choices[0])}' if value.choices else ''}"
    if isinstance(value, PartialRecord) and value.record_type is Text:
        return shown(value.get("vi"))
    if isinstance(value, PartialRecord):
        return " ".join(shown(part) for part in (value.get("magnitude"), value.get("unit")) if part is not None)
    if isinstance(value, Unit):
        return value.code or str(value)
    return value.value if isinstance(value, IndicatorKind) else str(value).partition(" to ")[0]


def lines(found: Draft) -> Iterator[str]:
    """Yield each indicator with its name, unit and kind, and each record with its indicator, value and time."""
    names = {}
    for record in found.indicators:
        assert isinstance(record, PartialRecord)
        names[record["id"]] = shown(record.get("name"))
        yield " | ".join(shown(record.get(field, "-")) for field in ("name", "unit", "kind"))
    for table in ("observations", "targets", "claims"):
        for record in getattr(found, table):
            about = record.get("indicator", "-")
            fields = [shown(record.get(field)) for field in ("value", "time") if record.get(field) is not None]
            yield f"{table[:-1]} of {names.get(about, shown(about))}: {' | '.join(fields)}"


def test_each_figure_is_drafted_as_it_is_meant() -> None:
    read = {text: [*lines(draft(text, place="VN-01", period=Period.year(2018)))] for text in DRAFTS}
    assert read == DRAFTS


def test_the_answer_that_a_question_about_a_planned_change_names_is_accepted() -> None:
    text = "Tỷ lệ hộ nghèo cuối năm 2018 là 23,6%; phấn đấu cuối năm 2019 còn 19,8%, bình quân giảm 3,8%/năm."
    written = io.StringIO()
    json.dump(draft(text, place="VN-01", period=Period.year(2018)), written)
    content = json_of_python.loads(written.getvalue())
    (_, target) = content["targets"]
    asked = "value.magnitude -3.8, value.unit percentage_point/year, and value.form change"
    assert asked in target["value"]["gap"]["en"]
    target["value"] = {"form": "change", "magnitude": "-3.8", "unit": "percentage_point/year"}
    read = json.loads_draft(json_of_python.dumps(content))
    assert not read.known().problems
