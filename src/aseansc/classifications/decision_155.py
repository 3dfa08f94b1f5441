"""The goals of Viet Nam's Decision 155/QĐ-TTg of 20 January 2026, for the ASCC Strategic Plan 2026-2035.

References: Decision 155/QĐ-TTg, 20 January 2026: Viet Nam's action programme for the plan, after Decision 161/QĐ-TTg of
2016 for the Blueprint 2025 (`aseansc.classifications.ascc`).
Checked against: two press summaries of the decision, one in English and one in Vietnamese, of January 2026.
Limitations: the plan has twelve goals; only goals 1 to 5 could be checked, so 6 to 12 are not included. The titles are
short forms of our own, neither the wording of the decision nor that of ASEAN (`Code.verified` is false). The objectives
and measures of the plan, and codes that ASEAN may give them, are not included.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from aseansc.classifications._codes import Classification, Code

__all__ = ["DECISION_155"]

_GOALS: Final = (
    ("1", "A people-centred and connected community", "Cộng đồng gắn kết, vì người dân"),
    ("2", "Human potential, quality of life and inclusion", "Tiềm năng con người, chất lượng cuộc sống và hòa nhập"),
    ("3", "Education, skills and decent jobs", "Giáo dục, kỹ năng và việc làm"),
    ("4", "Health and longer lives", "Sức khỏe và tuổi thọ"),
    ("5", "Human security and resilient communities", "An ninh con người và sức chống chịu của cộng đồng"),
)

DECISION_155: Final = Classification(
    id="vn-155-2026",
    version="2026",
    en="Decision 155/QĐ-TTg of 2026",
    vi="Quyết định 155/QĐ-TTg năm 2026",
    owner="Government of Viet Nam",
    source="Decision 155/QĐ-TTg, 20 January 2026, as summarised in the press",
    codes=[
        Code(id=number, en=en, vi=vi, valid_from=date(2026, 1, 1), valid_to=date(2035, 12, 31), verified=False)
        for number, en, vi in _GOALS
    ],
)
"""The first five goals of the decision, valid for the years of the plan, 2026 to 2035."""
