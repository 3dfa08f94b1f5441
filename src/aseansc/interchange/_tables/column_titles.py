"""Titles of the tables, and Vietnamese names and English descriptions of the columns, for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.interchange._tables.columns import Column, Form

_TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "review": ("Review", "báo cáo"),
    "documents": ("Documents", "tài liệu"),
    "units": ("Units", "đơn vị tính riêng"),
    "sections": ("Sections", "đề mục"),
    "instruments": ("Instruments", "văn bản"),
    "indicators": ("Indicators", "chỉ tiêu"),
    "breakdowns": ("Breakdowns", "phân tổ của chỉ tiêu"),
    "observations": ("Observations", "số liệu"),
    "targets": ("Targets", "mục tiêu"),
    "claims": ("Claims", "nhận định bằng số"),
    "mentions": ("Mentions", "con số khác"),
    "findings": ("Findings", "kết quả, khó khăn, giải pháp"),
    "long_texts": ("Long texts", "văn bản dài"),
}


def titles_of(table: str) -> tuple[str, str]:
    """Return the title of a table in English and in Vietnamese."""
    return _TITLES[table]


_VIETNAMESE: Final[Mapping[str, str]] = {
    "actual": "số thực hiện",
    "author": "tác giả",
    "base_period": "kỳ gốc",
    "baseline": "số gốc",
    "basis": "căn cứ thời gian",
    "better": "chiều tốt lên",
    "bounds": "giới hạn",
    "breakdown": "phân tổ",
    "broader": "đề mục cấp trên",
    "citation": "trích dẫn",
    "code": "mã",
    "codes": "mã phân loại",
    "complete": "đủ các phần",
    "confidence": "độ tin cậy (%)",
    "confidentiality": "mức bảo mật",
    "content": "nội dung",
    "context": "câu văn",
    "date": "ngày",
    "day": "ngày trong tháng",
    "denominator": "mẫu số",
    "dimension": "thứ nguyên",
    "direction": "chiều hướng",
    "disjoint": "không trùng nhau",
    "document": "tài liệu",
    "en": "tiếng Anh",
    "end": "cuối",
    "extra": "phần thêm (JSON)",
    "factor": "hệ số",
    "file_sha256": "mã băm của tệp",
    "flows_complete": "đủ luồng",
    "structure_stated": "văn bản nêu cách tính",
    "form": "cách nói",
    "governed_by": "từ chi phối",
    "id": "mã số",
    "indicator": "chỉ tiêu",
    "inflows": "luồng tăng",
    "issuer": "nơi ban hành",
    "kind": "loại",
    "lang": "ngôn ngữ",
    "lists": "gồm có",
    "locator": "vị trí trong tệp",
    "lower": "cận dưới",
    "lower_open": "không kể cận dưới",
    "magnitude": "con số",
    "media_type": "kiểu tệp",
    "month": "tháng",
    "name": "tên",
    "net": "chỉ tiêu thuần",
    "note": "ghi chú",
    "number": "số",
    "numerator": "tử số",
    "order": "thứ tự phiên bản",
    "origin": "nguồn",
    "others": "tiếng khác",
    "outflows": "luồng giảm",
    "part": "phần",
    "parts": "các phần",
    "per": "tính theo",
    "period": "thời kỳ",
    "place": "địa bàn",
    "plural": "số nhiều tiếng Anh",
    "proposed": "đề xuất",
    "price_basis": "loại giá",
    "price_period": "kỳ gốc của giá",
    "printed": "nguyên văn",
    "programme": "chương trình",
    "publisher": "nơi xuất bản",
    "qualifier": "từ định lượng",
    "reading": "cách đọc tệp",
    "record": "loại dòng",
    "resolution": "độ chính xác",
    "revises": "thay cho",
    "sampling_error": "sai số chọn mẫu",
    "section": "đề mục",
    "sha256": "SHA-256",
    "size": "độ lớn",
    "standard": "chuẩn",
    "start": "đầu",
    "statistic": "loại thống kê",
    "statuses": "tình trạng",
    "subject": "nội dung",
    "target": "mục tiêu",
    "text": "lời văn",
    "time": "thời gian",
    "time_basis": "căn cứ thời gian",
    "time_collection": "cách tính theo thời gian",
    "title": "tên",
    "type": "loại",
    "unit": "đơn vị",
    "upper": "cận trên",
    "upper_open": "không kể cận trên",
    "value": "giá trị",
    "vi": "tiếng Việt",
    "whole": "tổng thể",
    "words": "lời văn",
}


def vietnamese(column: Column) -> str:
    """Return the short Vietnamese name of a column, such as ``giá trị: con số``."""
    return ": ".join(_VIETNAMESE[name] for name in column.name.split("."))


_EXPLAINED: Final[Mapping[str, str]] = {
    "magnitude": "the number in digits with a decimal point, with the same decimals as printed (40.40, not 40.4).",
    "upper": "the upper end of a range; the qualifier is then between.",
    "resolution": "the precision of the number if its digits do not show it: 1000 for 378 thousand.",
    "unit": "the code of a unit of the catalogue or of the table of units, or a quotient of them: VND/person/month.",
    "time.start": "the first day of the period; or the whole time, such as 2018-01-01/2018-09-30, or at 2018-06-30, "
    "with time.end and time.date left empty.",
    "time.end": "the last day of the period.",
    "time.date": "the printed day, for a figure at one day instead of a period; time_collection is then at.",
    "content.text": "the words of a document_number or a name.",
    "content.number": "the number of an ordinal, such as 43 for thứ 43.",
    "content.start": "the first day of a date that is a period or a year.",
    "content.end": "the last day of a date that is a period or a year.",
    "content.date": "the day, for a date that is one day.",
    "content.month": "the month of a date without a year.",
    "content.day": "the day of a date without a year.",
    "content.magnitude": "the number of a duration or an age, in digits with a decimal point.",
    "content.unit": "the unit of a duration or an age, such as year.",
    "bounds.lower": "the smallest possible quantity of the indicator.",
    "bounds.upper": "the largest possible quantity of the indicator.",
    "value.form": "the form of a change or an attainment. Empty for a value, for a share, and in the claims for a "
    "difference of levels; change for a net flow or a planned difference.",
    "net": "true for the difference of two flows, such as net migration. The value.form of its figures is change, and "
    "they may be negative.",
    "parts": "ids of the indicators that are the parts, or categories of the indicator with their scheme, such as "
    "sex:female.",
    "inflows": "ids of the flows that add to a stock, such as births to the population.",
    "outflows": "ids of the flows that take from a stock, such as deaths.",
    "sampling_error.lower": "the lower end of a confidence interval, in the unit of the value.",
    "sampling_error.upper": "the upper end of a confidence interval, in the unit of the value.",
    "sampling_error.size": "the margin of error or the standard error, in the unit of the value.",
}
"""Descriptions for people who fill in the columns, where the docstrings are written for programmers."""

_FORMS: Final[Mapping[Form, str]] = {
    Form.LIST: r"Several values are separated by semicolons; write \; for a semicolon inside a value.",
    Form.SPANS: "start-end: words, such as 4380-4383: ước; several are separated by semicolons.",
    Form.TRANSLATIONS: "language tag: words, such as lo: …; several are separated by semicolons.",
    Form.JSON: "A JSON object.",
    Form.DAY: "A day, such as 2018-12-31.",
}


def described(column: Column) -> str:
    """Return the description of a column: its meaning, and the values that its cells may have."""
    words = _EXPLAINED.get(column.name) or _EXPLAINED.get(column.path[-1]) or column.description
    sentences = [f"{words[:1].upper()}{words[1:]}"] if words else []
    if column.form in _FORMS:
        sentences.append(_FORMS[column.form])
    if column.codes:
        sentences.append(f"One of: {', '.join(column.codes)}.")
    if column.default:
        sentences.append(f"An empty cell means {column.default}.")
    others = [way for way in column.absent if way != column.default]
    if others:
        sentences.append(f"For a missing value, write {' or '.join(others)}.")
    return " ".join(sentences)
