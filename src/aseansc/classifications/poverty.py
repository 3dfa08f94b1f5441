"""Viet Nam's national poverty standards and their periods.

A poverty rate depends on the standard by which households are counted as poor. Rates under different standards are not
comparable, even if their dates are close: the end of 2021 and the beginning of 2022 differ.

References: Decision 59/2015/QĐ-TTg; Decree 07/2021/NĐ-CP, whose article 2 extends that standard through 2021; Decree
351/2025/NĐ-CP, which extends the standard of 2022 through 2026 and sets that of 2027.
Checked against: press reports and legal portals (vietnamplus.vn of 31 December 2025, vietnamnet.vn, luatvietnam.vn),
not the decrees themselves. Two agree on the standards of 2016 and of 2027; the dates of the standard of 2022 have one
source (`Code.verified` is false).
Limitations: income lines, and the rule that combines income with other deprivations, are not included, because the
sources are incomplete or disagree. Standards before 2016 are not included.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from aseansc.classifications._codes import Classification, Code

__all__ = ["POVERTY_STANDARDS"]

POVERTY_STANDARDS: Final = Classification(
    id="vn-poverty-standards",
    version="2025",
    en="Poverty standards of Viet Nam",
    vi="Chuẩn nghèo của Việt Nam",
    owner="Government of Viet Nam",
    source="Decision 59/2015/QĐ-TTg; Decree 07/2021/NĐ-CP; Decree 351/2025/NĐ-CP",
    codes=[
        Code(
            id="vn-2016",
            en="Poverty standard of Decision 59/2015/QĐ-TTg",
            vi="Chuẩn nghèo theo Quyết định 59/2015/QĐ-TTg",
            successors=["vn-2022"],
            valid_from=date(2016, 1, 1),
            valid_to=date(2021, 12, 31),
        ),
        Code(
            id="vn-2022",
            en="Poverty standard of Decree 07/2021/NĐ-CP",
            vi="Chuẩn nghèo theo Nghị định 07/2021/NĐ-CP",
            successors=["vn-2027"],
            valid_from=date(2022, 1, 1),
            valid_to=date(2026, 12, 31),
            verified=False,
        ),
        Code(
            id="vn-2027",
            en="Poverty standard of Decree 351/2025/NĐ-CP",
            vi="Chuẩn nghèo theo Nghị định 351/2025/NĐ-CP",
            valid_from=date(2027, 1, 1),
            valid_to=date(2030, 12, 31),
        ),
    ],
)
"""The standards since 2016, each with the period in which it applies."""
