"""Words between a change or a percent and what it is said of or compared with."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.drafting import AND_WORD, OPENING

FROM_PLAN: Final = (
    r"\s*so (?:với )?(?:(?:mục tiêu|chỉ tiêu|nghị quyết|số) )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh\b)"
)
"""Words right after a change that is one from a plan, not from an earlier time: vượt 3 tỷ đồng so với kế hoạch."""
ABOUT_ITS: Final = "về "
"""The word between a change and what changed: tăng 15% về số doanh nghiệp."""
PLAN_HEADS: Final = frozenset({"", "kh", "kế hoạch"})
NAMED_BEFORE: Final = (
    rf"(?:.*[,:])?[\s),;]*(?:{AND_WORD} )?(?P<what>(?!{OPENING}\b)[^\W\d][^,;:()¦\d]{{1,60}}?)\s*"
    r"\(\s*(?:ước )?(?:tăng|giảm)\s*$"
)
"""The words of a clause that name what changed right before the bracket with the change: rau quả (tăng 17,1%)."""
FELL: Final = r"(?:giảm|hạ)\b|^-"
COMPARED_TAIL: Final = r"(?:so\b|cùng kỳ|kế hoạch(?: năm)?$|(?:vụ|tháng|quý|tuần|năm)(?: \w+){0,3}(?: trước| ngoái)?$)"
"""Words right after a change with which it is compared, without *so với*: bằng 98,7% vụ mùa năm trước."""
EQUALS: Final = ("tương đương", "tương ứng", "tức")
"""Verbs before a percent that says a change again."""
OF_ALL: Final = (
    r"\b(?:có|đạt chuẩn|tiêm|phổ cập|thu hoạch|tham gia|tốt nghiệp|công nhận|khám phá|điều tra|giải quyết|xử lý|"
    r"xét nghiệm|bao phủ|che phủ)\b"
)
"""What is counted with its share of all: tiêm chủng 3.000 trẻ, đạt 95%; thu hoạch 500 ha, đạt 91%."""
SOWN: Final = r"(?:gieo|trồng|cấy|thu hoạch)\b"
PLANTS: Final = r"(?:cây|gốc|hom|bụi|giống)\b"
IN_TURN: Final = r"\blần lượt\b"
