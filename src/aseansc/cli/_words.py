"""Words of the command line, in English and Vietnamese."""

from __future__ import annotations

from typing import Final

from aseansc.labels import LANGUAGES, Lang, Words, in_language

_WORDS: Final[dict[str, Words]] = {
    "change": ("change", "thay đổi"),
    "attainment": ("plan", "kế hoạch"),
    "share": ("share", "tỷ trọng"),
    "target": ("target", "chỉ tiêu"),
    "uncounted": ("without figures", "không có số liệu"),
    "of": ("of", "trong"),
    "indicators": ("indicators", "chỉ tiêu"),
    "figures": ("figures", "số liệu"),
    "quantity": ("indicator", "chỉ tiêu"),
    "gaps": ("gaps", "chỗ trống"),
    "proposals": ("proposals", "đề xuất"),
    "draft": ("draft", "bản nháp"),
    "field": ("field", "trường"),
    "missing": ("what is missing", "nội dung cần bổ sung"),
    "value": ("value", "giá trị"),
    "time": ("time", "thời gian"),
    "status": ("status", "trạng thái"),
    "note": ("note", "ghi chú"),
    "other": ("Other", "Khác"),
    "in_other": ("in Vietnamese", "tiếng Anh"),
    "unit": ("unit", "đơn vị"),
    "kind": ("kind", "loại"),
    "rate": ("rate", "tỷ lệ"),
    "better": ("desired", "xu hướng tốt"),
    "bounds": ("bounds", "giới hạn"),
    "net": ("net", "chênh lệch hai luồng"),
    "statistic": ("statistic", "đại lượng"),
    "standard": ("standard", "chuẩn"),
    "base_period": ("base period", "kỳ gốc"),
    "price_basis": ("prices", "giá"),
    "price_period": ("prices of", "giá của"),
    "sampling_error": ("sampling error", "sai số mẫu"),
    "confidence": ("confidence", "độ tin cậy"),
    "confidentiality": ("confidentiality", "mức bảo mật"),
    "revises": ("revises", "thay cho"),
    "locator": ("place in file", "chỗ trong tệp"),
    "numerator": ("numerator", "tử số"),
    "denominator": ("denominator", "mẫu số"),
    "inflow": ("increased by", "tăng do"),
    "outflow": ("reduced by", "giảm do"),
    "piece": ("part", "bộ phận"),
    "piece_of": ("part of", "thuộc"),
    "baseline": ("baseline", "số gốc"),
    "start": ("from", "từ"),
    "end": ("to", "đến"),
    "actual": ("actual", "thực hiện"),
    "part": ("part", "phần"),
    "whole": ("whole", "tổng số"),
    "section": ("section", "mục"),
    "codes": ("codes", "mã"),
    "id": ("id", "mã số liệu"),
    "printed": ("printed", "bản in"),
    "governed": ("context", "ngữ cảnh"),
    "possible": ("possible values", "các giá trị có thể có"),
    "findings": ("Findings", "Nhận định"),
    "in_both": ("indicators in both reports", "chỉ tiêu có trong cả hai báo cáo"),
    "agree": ("figures that agree", "số liệu khớp nhau"),
    "rose": ("Rose", "Tăng"),
    "fell": ("Fell", "Giảm"),
    "uncertain": ("Unchanged, or not certain", "Không đổi, hoặc chưa thể kết luận"),
    "restated": ("Restated: the two reports state different figures", "Nêu khác đi: hai báo cáo nêu số liệu khác nhau"),
    "promised": ("Planned in the first report", "Đã đề ra trong báo cáo thứ nhất"),
    "compared": ("Two places", "Hai địa phương"),
    "refused": ("Not comparable", "Không so sánh được"),
    "only_first": ("Only in the first report", "Chỉ có trong báo cáo thứ nhất"),
    "only_second": ("Only in the second report", "Chỉ có trong báo cáo thứ hai"),
    "more": ("and {} more", "và {} chỉ tiêu khác"),
    "not_reported": ("the second report states no figure for it", "báo cáo thứ hai không nêu số liệu"),
}
WORDS: Final[dict[Lang, dict[str, str]]] = {
    lang: {key: in_language(words, lang) for key, words in _WORDS.items()} for lang in LANGUAGES
}
"""The words of the command line that are not labels of codes, by language."""


def counted(count: int, things: str, lang: Lang) -> str:
    """Return a number of indicators, figures or findings in words."""
    word = WORDS[lang][things].lower()
    return f"{count} {word.removesuffix('s') if count == 1 and lang == 'en' else word}"
