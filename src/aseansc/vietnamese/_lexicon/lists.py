"""Words of headings that announce a list of goals or of results."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import words_in

AIMS: Final = {("mục", "tiêu"), ("nhiệm", "vụ"), ("phương", "hướng"), ("định", "hướng")}
"""Words that name goals at the head of a clause."""
NO_AIM_BEFORE: Final = words_in("chi thu khác quốc")
"""Words after which `AIMS` are a programme or a purpose of spending: mục tiêu quốc gia, nhiệm vụ chi."""
STRIVE: Final = ("phấn", "đấu")
INDICATOR: Final = ("chỉ", "tiêu")
"""A goal or a result: which one depends on the words around it."""
SET_INDICATOR: Final = words_in("kế phấn đề đặt được giao tỉnh pháp hđnd nghị đại")
"""Words after `INDICATOR` that make it a goal: chỉ tiêu kế hoạch, chỉ tiêu phấn đấu, chỉ tiêu được giao."""
UP_TO: Final = ("đến", "năm")
"""After `INDICATOR`, makes it a goal: chỉ tiêu đến năm 2025."""
OF_PLAN: Final = ("của", "kế")
"""After `INDICATOR`, makes it a goal: các chỉ tiêu chủ yếu của kế hoạch năm 2022."""
PLANS: Final = {
    ("kế", "hoạch"): words_in("năm phát kinh giai đến cụ như đề được :"),
    ("dự", "toán"): words_in("thu chi ngân năm được giao :"),
}
"""Names of plans at the head of a clause, with the words that may follow them."""
NAMED_PLAN: Final = words_in("phát năm kinh đầu giai thu chi ngân")
"""Words after a plan in a sentence that is about it: Nghị quyết về kế hoạch phát triển kinh tế - xã hội."""
OPENERS: Final = words_in("các những một số về tổng hệ thống")
"""Words before the name of goals at the head of a clause."""
BEFORE_AIM: Final = words_in(
    "qua mạnh ra định đạt được có với gồm là và hiện thành giao vượt theo nhất hành nêu nhằm quả đặt số"
)
"""Words after which goals may be named: thông qua các mục tiêu."""
SETS: Final = {
    ("thông", "qua"),
    ("đề", "ra"),
    ("đặt", "ra"),
    ("nhấn", "mạnh"),
    ("xác", "định"),
    ("quyết", "định"),
    ("thống", "nhất"),
    ("quyết", "nghị"),
    ("giao", "các"),
}
"""Verbs that set the goals that are named right after them."""
NEEDS: Final = words_in("cần phải sẽ nhằm để")
"""Words before a goal, or before *đạt*, that show that it is not reached yet."""
NEED_PAIRS: Final = {("tập", "trung"), ("quyết", "tâm"), ("quyết", "nghị")}
RESULTS: Final = {("kết", "quả"), ("tình", "hình"), ("đạt", "được"), ("đánh", "giá"), ("thành", "tựu")}
NEW: Final = "mới"
"""After *tình hình*, makes it no result: nhiệm vụ trong tình hình mới."""
DONE: Final = "đã"
CARRY_OUT: Final = ("thực", "hiện")
ATTAINED: Final = words_in("vượt đạt")
COMPLETED: Final = {("hoàn", "thành"), ("so", "với")}
LAND_USE: Final = ("quy", "hoạch")
"""At the head of a heading with a colon, figures that are planned or are reached: Quy hoạch sử dụng đất:."""
OTHERS: Final = {
    ("khó", "khăn"),
    ("tồn", "tại"),
    ("hạn", "chế"),
    ("nguyên", "nhân"),
    ("tổ", "chức"),
    ("kiến", "nghị"),
    ("thuận", "lợi"),
}
"""Words at the head of a heading under which no goals are listed."""
GOES_ON: Final = words_in("về trong cụ gồm bao lĩnh")
"""First words of headings without a mark that go on with a list: Về xã hội:, Trong đó:."""
IN_DETAIL: Final = ("cụ thể", "trong đó", "theo đó", "bao gồm", "gồm")
"""First words of a sentence that goes on with what the sentence before it announces."""
AMONG: Final = ("trong", "đó")
"""First words of a paragraph that goes on with the list in the sentence before it."""
NAMES: Final = ("chỉ tiêu", "mục tiêu")
"""What a lead-in within a line names."""

BESIDE: Final = ("trên ", "so với ")
"""Words before an amount with which another one is compared, so that it is not one of its parts."""
AIM_NAMES: Final = ("phấn đấu", *NAMES)
STATED_AIMS: Final = (
    r"phấn đấu(?! vươn| thực hiện)",
    r"(?<!đạt )(?<!thành )(?<!hiện )(?<!với )(?<!theo )(?<!vượt )mục tiêu(?! quốc gia| kế hoạch)",
    r"đề ra (?:các |một số |những )*(?:mục tiêu|chỉ tiêu)",
    r"chỉ tiêu [^.;:]{0,60}(?:đến|tới) (?:năm )?20\d\d",
)
"""Words with which running text states goals, as patterns."""
RESOLVES: Final = (
    r"\bnghị quyết\b[^.;]{0,60}?\bvề (?:mục tiêu|phương hướng|nhiệm vụ|kế hoạch)\b(?!.*kết quả)"
    r"|\b(?:vừa|ký)\b[^.;]{0,60}?\bphê duyệt (?:chương trình|đề án|quy hoạch|kế hoạch|chiến lược|dự án)"
    r"|\bquy hoạch xác định\b|^\W*(?:[0-9IVX]+[.)]\s*)?quy hoạch\b[^.;,]{0,80}:\s*$"
)
"""The title of a resolution or of news of one, whose paragraphs state goals unless they say what happened."""
HAPPENED: Final = (
    "đã",
    r"(?<!thực )(?<!thể )hiện(?! đại| hành| trạng| thực)",
    "nay",
    "qua(?! đào tạo)",
    "ước",
    "vừa",
    "so với",
    r"thực hiện (?:được|đạt|[0-9])",
    r"(?<!chắc )(?<!trì )(?<!huy )kết quả",
    r"% (?:kế hoạch|dự toán|chỉ tiêu)",
    "cùng kỳ",
    "cùng kì",
    "tháng",
    "quý",
    "trước",
    "ngày",
    "cho biết",
    "đạt được",
    r"(?<!đến )(?<!tới )năm (?:nay|19\d\d|20\d\d)",
)
"""Words of a line or sentence that is not about goals, as patterns."""

OF_YEAR: Final = r"năm (?P<year>20[0-9]{2})(?!\d)"
UP_TO_YEAR: Final = r"(?:đến|tới) (?:năm )?(20[0-9]{2})(?!\d)"
"""A year, and one up to which a goal is set, as patterns."""

NUMBER: Final = "số"
"""May stand before the number of one of `NAMES`: Chỉ tiêu số 1."""

# -- marks of the lines of a list

LETTER: Final = "đ"
"""A letter of the alphabet that marks lines after *d*."""
DASHES: Final = "-–—"
BULLETS: Final = "+*•"
