"""The member states of ASEAN, by their ISO 3166-1 codes.

References: ISO 3166-1 for the codes and English names; the statement of the 47th ASEAN Summit, for Timor-Leste.
Checked against: a packaged copy of ISO 3166-1, for codes and English names; the Common Locale Data Repository, for the
Vietnamese names.
Limitations: only the first day of Timor-Leste's membership is given; those of the other members are not stated.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from aseansc.classifications._codes import Classification, Code
from aseansc.codelists import Absent

__all__ = ["ASEAN", "MEMBERS"]

MEMBERS: Final = (
    ("BN", "Brunei Darussalam", "Brunei"),
    ("KH", "Cambodia", "Campuchia"),
    ("ID", "Indonesia", "Indonesia"),
    ("LA", "Lao People's Democratic Republic", "Lào"),
    ("MY", "Malaysia", "Malaysia"),
    ("MM", "Myanmar", "Myanmar"),
    ("PH", "Philippines", "Philippines"),
    ("SG", "Singapore", "Singapore"),
    ("TH", "Thailand", "Thái Lan"),
    ("TL", "Timor-Leste", "Timor-Leste"),
    ("VN", "Viet Nam", "Việt Nam"),
)
"""The code, the English name and the Vietnamese name of each member."""

_JOINED: Final = {"TL": date(2025, 10, 26)}

ASEAN: Final = Classification(
    id="ASEAN",
    version="2025",
    en="Members of ASEAN",
    vi="Các nước thành viên ASEAN",
    owner="ASEAN Secretariat",
    source="ISO 3166-1; statement of the 47th ASEAN Summit, October 2025",
    codes=[
        Code(id=country, en=en, vi=vi, valid_from=_JOINED.get(country, Absent.NOT_STATED))
        for country, en, vi in MEMBERS
    ],
)
"""The eleven members of ASEAN; `valid_from` is the first day of the membership."""
