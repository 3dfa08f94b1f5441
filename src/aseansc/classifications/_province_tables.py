"""The tables of Viet Nam's provinces: the list of 63 and the 23 provinces that mergers made on 1 July 2025.

`aseansc.classifications.provinces` has the sources and limitations.
"""

from __future__ import annotations

from datetime import date
from typing import Final

LIST_OF_63: Final = date(2008, 8, 1)
"""The first day on which the list of the 63 provinces holds."""
LAST_OF_63: Final = date(2025, 6, 30)
LIST_OF_34: Final = date(2025, 7, 1)
"""The first day on which the list of the 34 provinces holds."""

BEFORE: Final = (
    ("01", "VN-HN", "Hà Nội", ""),
    ("02", "VN-03", "Hà Giang", "08"),
    ("04", "VN-04", "Cao Bằng", ""),
    ("06", "VN-53", "Bắc Kạn", "19"),
    ("08", "VN-07", "Tuyên Quang", "08"),
    ("10", "VN-02", "Lào Cai", "15"),
    ("11", "VN-71", "Điện Biên", ""),
    ("12", "VN-01", "Lai Châu", ""),
    ("14", "VN-05", "Sơn La", ""),
    ("15", "VN-06", "Yên Bái", "15"),
    ("17", "VN-14", "Hòa Bình", "25"),
    ("19", "VN-69", "Thái Nguyên", "19"),
    ("20", "VN-09", "Lạng Sơn", ""),
    ("22", "VN-13", "Quảng Ninh", ""),
    ("24", "VN-54", "Bắc Giang", "24"),
    ("25", "VN-68", "Phú Thọ", "25"),
    ("26", "VN-70", "Vĩnh Phúc", "25"),
    ("27", "VN-56", "Bắc Ninh", "24"),
    ("30", "VN-61", "Hải Dương", "31"),
    ("31", "VN-HP", "Hải Phòng", "31"),
    ("33", "VN-66", "Hưng Yên", "33"),
    ("34", "VN-20", "Thái Bình", "33"),
    ("35", "VN-63", "Hà Nam", "37"),
    ("36", "VN-67", "Nam Định", "37"),
    ("37", "VN-18", "Ninh Bình", "37"),
    ("38", "VN-21", "Thanh Hóa", ""),
    ("40", "VN-22", "Nghệ An", ""),
    ("42", "VN-23", "Hà Tĩnh", ""),
    ("44", "VN-24", "Quảng Bình", "44"),
    ("45", "VN-25", "Quảng Trị", "44"),
    ("46", "VN-26", "Huế", ""),
    ("48", "VN-DN", "Đà Nẵng", "48"),
    ("49", "VN-27", "Quảng Nam", "48"),
    ("51", "VN-29", "Quảng Ngãi", "51"),
    ("52", "VN-31", "Bình Định", "52"),
    ("54", "VN-32", "Phú Yên", "66"),
    ("56", "VN-34", "Khánh Hòa", "56"),
    ("58", "VN-36", "Ninh Thuận", "56"),
    ("60", "VN-40", "Bình Thuận", "68"),
    ("62", "VN-28", "Kon Tum", "51"),
    ("64", "VN-30", "Gia Lai", "52"),
    ("66", "VN-33", "Đắk Lắk", "66"),
    ("67", "VN-72", "Đắk Nông", "68"),
    ("68", "VN-35", "Lâm Đồng", "68"),
    ("70", "VN-58", "Bình Phước", "75"),
    ("72", "VN-37", "Tây Ninh", "80"),
    ("74", "VN-57", "Bình Dương", "79"),
    ("75", "VN-39", "Đồng Nai", "75"),
    ("77", "VN-43", "Bà Rịa - Vũng Tàu", "79"),
    ("79", "VN-SG", "Hồ Chí Minh", "79"),
    ("80", "VN-41", "Long An", "80"),
    ("82", "VN-46", "Tiền Giang", "82"),
    ("83", "VN-50", "Bến Tre", "86"),
    ("84", "VN-51", "Trà Vinh", "86"),
    ("86", "VN-49", "Vĩnh Long", "86"),
    ("87", "VN-45", "Đồng Tháp", "82"),
    ("89", "VN-44", "An Giang", "91"),
    ("91", "VN-47", "Kiên Giang", "91"),
    ("92", "VN-CT", "Cần Thơ", "92"),
    ("93", "VN-73", "Hậu Giang", "92"),
    ("94", "VN-52", "Sóc Trăng", "92"),
    ("95", "VN-55", "Bạc Liêu", "96"),
    ("96", "VN-59", "Cà Mau", "96"),
)
"""The list of the 63: national code, ISO 3166-2 code, name, and the national code of the province that it merged into.

The last is empty if the province did not change.
"""

AFTER: Final = (
    ("08", "Tuyên Quang"),
    ("15", "Lào Cai"),
    ("19", "Thái Nguyên"),
    ("24", "Bắc Ninh"),
    ("25", "Phú Thọ"),
    ("31", "Hải Phòng"),
    ("33", "Hưng Yên"),
    ("37", "Ninh Bình"),
    ("44", "Quảng Trị"),
    ("48", "Đà Nẵng"),
    ("51", "Quảng Ngãi"),
    ("52", "Gia Lai"),
    ("56", "Khánh Hòa"),
    ("66", "Đắk Lắk"),
    ("68", "Lâm Đồng"),
    ("75", "Đồng Nai"),
    ("79", "Hồ Chí Minh"),
    ("80", "Tây Ninh"),
    ("82", "Đồng Tháp"),
    ("86", "Vĩnh Long"),
    ("91", "An Giang"),
    ("92", "Cần Thơ"),
    ("96", "Cà Mau"),
)
"""The provinces that were made on 1 July 2025: national code and name."""

CITIES: Final = {"Hà Nội", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"}
"""The provinces that are centrally governed cities in both lists."""

UNTITLED: Final = {"VN-26", "VN-2025-75"}
"""The ids of Huế and of Đồng Nai since 2025, which were provinces and became cities while their code was valid."""

VARIANTS: Final = {
    "Bà Rịa - Vũng Tàu": ("BRVT",),
    "Bắc Kạn": ("Bắc Cạn",),
    "Đắk Lắk": ("Đắc Lắc", "Đăk Lăk", "Đắc Lắk", "Daklak"),
    "Đắk Nông": ("Đắc Nông", "Đăk Nông"),
    "Hồ Chí Minh": ("HCM",),
    "Huế": ("Thừa Thiên Huế",),
}
"""Other spellings of names, apart from tone marks, hyphens, blanks and plain Latin letters."""
