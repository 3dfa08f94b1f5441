"""Codes of places: ISO 3166 codes of countries and provinces, national codes of districts.

References: ISO 3166-1 and ISO 3166-2:VN; the General Statistics Office of Viet Nam's list of administrative units for
the district codes.
Limitations: the list contains only Viet Nam, Lai Châu province and its districts; a review may define its own
classification. Districts were abolished as a level of government on 1 July 2025.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from aseansc.classifications._codes import Classification, Code

__all__ = ["PLACES"]

_DISTRICTS_END: Final = date(2025, 6, 30)

PLACES: Final = Classification(
    id="places",
    version="2018",
    en="Places",
    vi="Địa danh",
    owner="ISO; General Statistics Office of Viet Nam",
    source="ISO 3166-1, ISO 3166-2:VN; national list of administrative units",
    codes=[
        Code(id="VN", en="Viet Nam", vi="Việt Nam"),
        Code(id="VN-01", en="Lai Châu province", vi="Tỉnh Lai Châu", broader="VN"),
        *(
            Code(id=f"VN-01-{number}", en=en, vi=vi, broader="VN-01", valid_to=_DISTRICTS_END)
            for number, en, vi in (
                ("105", "Lai Châu city", "Thành phố Lai Châu"),
                ("106", "Tam Đường district", "Huyện Tam Đường"),
                ("107", "Mường Tè district", "Huyện Mường Tè"),
                ("108", "Sìn Hồ district", "Huyện Sìn Hồ"),
                ("109", "Phong Thổ district", "Huyện Phong Thổ"),
                ("110", "Than Uyên district", "Huyện Than Uyên"),
                ("111", "Tân Uyên district", "Huyện Tân Uyên"),
                ("112", "Nậm Nhùn district", "Huyện Nậm Nhùn"),
            )
        ),
    ],
)
"""Viet Nam, Lai Châu province, and its districts as of 2018."""
