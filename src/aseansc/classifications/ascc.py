"""The classification of the ASEAN Socio-Cultural Community Blueprint 2025.

References: *ASEAN Socio-Cultural Community Blueprint 2025*, ASEAN Secretariat, Jakarta, March 2016,
ISBN 978-602-0980-83-6: five characteristics and eighteen key result areas.
Checked against: the contents page of the Blueprint, for the characteristics and for A to C; the ASEAN Health Cluster 2
Work Programme 2016-2020, which cites codes of A to E. The Vietnamese names of the characteristics are those of national
documents on Decision 161/QĐ-TTg.
Limitations: the wordings of D.1 to E.3 are not yet checked against the publication (`Code.verified` is false). The
strategic measures below the key result areas (``A.1.i``) are not included. The Blueprint ends in 2025; its successor,
the ASCC Strategic Plan 2026-2035, has another list.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from aseansc.classifications._codes import Classification, Code

__all__ = ["ASCC_2025"]

_CHARACTERISTICS: Final = (
    ("A", "Engages and Benefits the People", "Gắn kết và mang lại lợi ích cho người dân"),
    ("B", "Inclusive", "Hòa nhập"),
    ("C", "Sustainable", "Bền vững"),
    ("D", "Resilient", "Tự lực, tự cường"),
    ("E", "Dynamic", "Năng động"),
)

_KEY_RESULT_AREAS: Final = (
    ("A.1", "Engaged Stakeholders in ASEAN Processes", True),
    ("A.2", "Empowered People and Strengthened Institutions", True),
    ("B.1", "Reducing Barriers", True),
    ("B.2", "Equitable Access for All", True),
    ("B.3", "Promotion and Protection of Human Rights", True),
    ("C.1", "Conservation and Sustainable Management of Biodiversity and Natural Resources", True),
    ("C.2", "Environmentally Sustainable Cities", True),
    ("C.3", "Sustainable Climate", True),
    ("C.4", "Sustainable Consumption and Production", True),
    ("D.1", "Disaster resilience", False),
    ("D.2", "Safety from health-related hazards", False),
    ("D.3", "Adaptation to climate change", False),
    ("D.4", "Strengthened social protection", False),
    ("D.5", "Financing systems, food, water, energy and social safety nets in crises", False),
    ("D.6", "A drug-free ASEAN", False),
    ("E.1", "Open and adaptive ASEAN", False),
    ("E.2", "Creative, innovative and responsive ASEAN", False),
    ("E.3", "Culture of entrepreneurship", False),
)

_FROM: Final = date(2016, 1, 1)
_TO: Final = date(2025, 12, 31)

ASCC_2025: Final = Classification(
    id="ASCC-2025",
    version="2025",
    en="ASCC Blueprint 2025",
    vi="Kế hoạch tổng thể Cộng đồng Văn hóa - Xã hội ASEAN 2025",
    owner="ASEAN Secretariat",
    source="ASEAN Socio-Cultural Community Blueprint 2025, Jakarta, March 2016, ISBN 978-602-0980-83-6",
    codes=[
        code
        for letter, en, vi in _CHARACTERISTICS
        for code in (
            Code(id=letter, en=en, vi=vi, valid_from=_FROM, valid_to=_TO),
            *(
                Code(id=area, en=title, broader=letter, valid_from=_FROM, valid_to=_TO, verified=verified)
                for area, title, verified in _KEY_RESULT_AREAS
                if area[0] == letter
            ),
        )
    ],
)
"""The five characteristics and eighteen key result areas of the Blueprint."""
