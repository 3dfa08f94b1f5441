"""The catalogue of units.

Physical factors are those of the International System of Units (SI Brochure, 9th edition, tables 7 and 8). The quintal
(*tạ*) is the metric one of 100 kg; the tael (*lượng vàng*) of 37.5 g and the mace (*chỉ vàng*) of a tenth of it measure
gold. Currencies have their ISO 4217 codes. Months, quarters and years convert to each
other, and so do hours and days; months do not convert to days, since their length varies. The dimension of a counted
thing is its code; dimensions of physical amounts are in brackets, which codes cannot contain.
*Lượt* is a turn: one occasion on which a person or a household is counted.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from aseansc.units._unit import Unit, UnitKind, register


def _unit(kind: UnitKind, dimension: str, code: str, factor: str, plural: str, vi: str, en: str = "") -> Unit:
    return Unit(
        code=code,
        kind=kind,
        dimension=dimension,
        factor=Decimal(factor),
        en=en or code.replace("_", " "),
        plural=plural,
        vi=vi,
    )


def _count(code: str, plural: str, vi: str, en: str = "") -> Unit:
    return _unit(UnitKind.COUNT, code, code, "1", plural, vi, en)


def _money(code: str, en: str, plural: str, vi: str) -> Unit:
    return _unit(UnitKind.MONEY, code, code, "1", plural, vi, en)


# -- people and households
person: Final = _count("person", "persons", "người")
person_turn: Final = _count("person_turn", "person-turns", "lượt người", "person-turn")
person_day: Final = _count("person_day", "person-days", "ngày người", "person-day")
passenger_kilometre: Final = _count(
    "passenger_kilometre", "passenger-kilometres", "lượt khách.km", "passenger-kilometre"
)
tonne_kilometre: Final = _count("tonne_kilometre", "tonne-kilometres", "tấn.km", "tonne-kilometre")
household: Final = _count("household", "households", "hộ")
household_turn: Final = _count("household_turn", "household-turns", "lượt hộ", "household-turn")
turn: Final = _count("turn", "turns", "lượt")

# -- places and bodies
province: Final = _count("province", "provinces", "tỉnh")
district: Final = _count("district", "districts", "huyện")
commune: Final = _count("commune", "communes", "xã, phường")
village: Final = _count("village", "villages", "thôn, bản")
organisation: Final = _count("organisation", "organisations", "cơ quan, đơn vị")
enterprise: Final = _count("enterprise", "enterprises", "doanh nghiệp")
cooperative: Final = _count("cooperative", "cooperatives", "hợp tác xã")
school: Final = _count("school", "schools", "trường")
classroom: Final = _count("classroom", "classrooms", "phòng học")
health_facility: Final = _count("health_facility", "health facilities", "cơ sở y tế")
country: Final = _count("country", "countries", "nước")
industrial_park: Final = _count("industrial_park", "industrial parks", "khu công nghiệp")
language: Final = _count("language", "languages", "tiếng")
ethnic_group: Final = _count("ethnic_group", "ethnic groups", "dân tộc")

# -- works and undertakings
project: Final = _count("project", "projects", "dự án")
scheme: Final = _count("scheme", "schemes", "đề án")
works: Final = _count("works", "works", "công trình")
dwelling: Final = _count("dwelling", "dwellings", "nhà ở")
mine_site: Final = _count("mine_site", "mine sites", "điểm mỏ")
vehicle: Final = _count("vehicle", "vehicles", "xe")
animal: Final = _count("animal", "animals", "con")
campaign: Final = _count("campaign", "campaigns", "đợt")
event: Final = _count("event", "events", "cuộc")
gift: Final = _count("gift", "gifts", "suất quà")
storey: Final = _count("storey", "storeys", "tầng")
indicator: Final = _count("indicator", "indicators", "chỉ tiêu")

bed: Final = _count("bed", "beds", "giường")
disease_case: Final = _count("disease_case", "cases of disease", "ca bệnh", "case of disease")
incident: Final = _count("incident", "incidents", "vụ việc")
blood_unit: Final = _count("blood_unit", "units of blood", "đơn vị máu", "unit of blood")
dose: Final = _count("dose", "doses", "liều")
tablet: Final = _count("tablet", "tablets", "viên thuốc")
study_class: Final = _count("study_class", "classes", "lớp", "class")
criterion: Final = _count("criterion", "criteria", "tiêu chí")
establishment: Final = _count("establishment", "establishments", "cơ sở")
farm: Final = _count("farm", "farms", "trang trại")
pilot_model: Final = _count("pilot_model", "pilot models", "mô hình")
product: Final = _count("product", "products", "sản phẩm")
piece: Final = _count("piece", "pieces", "chiếc")
stock_share: Final = _count("stock_share", "shares of stock", "cổ phiếu", "share of stock")

# -- documents
certificate: Final = _count("certificate", "certificates", "giấy chứng nhận")
licence: Final = _count("licence", "licences", "giấy phép")
dossier: Final = _count("dossier", "dossiers", "hồ sơ")
register_book: Final = _count("register_book", "register books", "sổ đăng ký")
news_item: Final = _count("news_item", "news items", "tin, bài")
publication: Final = _count("publication", "publications", "ấn phẩm")

# -- money
VND: Final = _money("VND", "Vietnamese dong", "Vietnamese dong", "đồng")
USD: Final = _money("USD", "US dollar", "US dollars", "đô la Mỹ")
EUR: Final = _money("EUR", "euro", "euros", "euro")
JPY: Final = _money("JPY", "Japanese yen", "Japanese yen", "yên Nhật")
CNY: Final = _money("CNY", "Chinese yuan", "Chinese yuan", "nhân dân tệ")
BND: Final = _money("BND", "Brunei dollar", "Brunei dollars", "đô la Brunei")
IDR: Final = _money("IDR", "Indonesian rupiah", "Indonesian rupiah", "rupiah Indonesia")
KHR: Final = _money("KHR", "Cambodian riel", "Cambodian riels", "riel Campuchia")
LAK: Final = _money("LAK", "Lao kip", "Lao kip", "kíp Lào")
MMK: Final = _money("MMK", "Myanmar kyat", "Myanmar kyats", "kyat Myanmar")
MYR: Final = _money("MYR", "Malaysian ringgit", "Malaysian ringgit", "ringgit Malaysia")
PHP: Final = _money("PHP", "Philippine peso", "Philippine pesos", "peso Philippines")
SGD: Final = _money("SGD", "Singapore dollar", "Singapore dollars", "đô la Singapore")
THB: Final = _money("THB", "Thai baht", "Thai baht", "baht Thái")

# -- amounts
square_metre: Final = _unit(UnitKind.AREA, "[area]", "square_metre", "1", "square metres", "m²")
hectare: Final = _unit(UnitKind.AREA, "[area]", "hectare", "10000", "hectares", "ha")
square_kilometre: Final = _unit(UnitKind.AREA, "[area]", "square_kilometre", "1000000", "square kilometres", "km²")
gram: Final = _unit(UnitKind.MASS, "[mass]", "gram", "1", "grams", "g")
kilogram: Final = _unit(UnitKind.MASS, "[mass]", "kilogram", "1000", "kilograms", "kg")
quintal: Final = _unit(UnitKind.MASS, "[mass]", "quintal", "100000", "quintals", "tạ")
tonne: Final = _unit(UnitKind.MASS, "[mass]", "tonne", "1000000", "tonnes", "tấn")
troy_ounce: Final = _unit(UnitKind.MASS, "[mass]", "troy_ounce", "31.1034768", "troy ounces", "ounce")
tael: Final = _unit(UnitKind.MASS, "[mass]", "tael", "37.5", "taels", "lượng vàng")
mace: Final = _unit(UnitKind.MASS, "[mass]", "mace", "3.75", "mace", "chỉ vàng")
litre: Final = _unit(UnitKind.VOLUME, "[volume]", "litre", "1", "litres", "lít")
cubic_metre: Final = _unit(UnitKind.VOLUME, "[volume]", "cubic_metre", "1000", "cubic metres", "m³")
millimetre: Final = _unit(UnitKind.LENGTH, "[length]", "millimetre", "1", "millimetres", "mm")
centimetre: Final = _unit(UnitKind.LENGTH, "[length]", "centimetre", "10", "centimetres", "cm")
metre: Final = _unit(UnitKind.LENGTH, "[length]", "metre", "1000", "metres", "m")
kilometre: Final = _unit(UnitKind.LENGTH, "[length]", "kilometre", "1000000", "kilometres", "km")
kilowatt_hour: Final = _unit(
    UnitKind.ENERGY, "[energy]", "kilowatt_hour", "1", "kilowatt-hours", "kWh", "kilowatt-hour"
)
megawatt_hour: Final = _unit(
    UnitKind.ENERGY, "[energy]", "megawatt_hour", "1000", "megawatt-hours", "MWh", "megawatt-hour"
)

kilowatt: Final = _unit(UnitKind.POWER, "[power]", "kilowatt", "1", "kilowatts", "kW")
megawatt: Final = _unit(UnitKind.POWER, "[power]", "megawatt", "1000", "megawatts", "MW")

# -- time
hour: Final = _unit(UnitKind.DURATION, "[days]", "hour", "1", "hours", "giờ")
day: Final = _unit(UnitKind.DURATION, "[days]", "day", "24", "days", "ngày")
month: Final = _unit(UnitKind.DURATION, "[months]", "month", "1", "months", "tháng")
quarter: Final = _unit(UnitKind.DURATION, "[months]", "quarter", "3", "quarters", "quý")
year: Final = _unit(UnitKind.DURATION, "[months]", "year", "12", "years", "năm")

# -- shares, their differences, multiples, index points
percent: Final = _unit(UnitKind.SHARE, "[share]", "percent", "10", "percent", "%")
per_mille: Final = _unit(UnitKind.SHARE, "[share]", "per_mille", "1", "per mille", "‰", "per mille")
per_10_000: Final = _unit(UnitKind.SHARE, "[share]", "per_10_000", "0.1", "per 10,000", "phần vạn", "per 10,000")
per_100_000: Final = _unit(
    UnitKind.SHARE, "[share]", "per_100_000", "0.01", "per 100,000", "phần 100.000", "per 100,000"
)
percentage_point: Final = _unit(
    UnitKind.SHARE_POINT,
    "[share_point]",
    "percentage_point",
    "10",
    "percentage points",
    "điểm phần trăm",
    "percentage point",
)
per_mille_point: Final = _unit(
    UnitKind.SHARE_POINT,
    "[share_point]",
    "per_mille_point",
    "1",
    "per mille points",
    "điểm phần nghìn",
    "per mille point",
)
per_10_000_point: Final = _unit(
    UnitKind.SHARE_POINT,
    "[share_point]",
    "per_10_000_point",
    "0.1",
    "points per 10,000",
    "điểm phần vạn",
    "point per 10,000",
)
per_100_000_point: Final = _unit(
    UnitKind.SHARE_POINT,
    "[share_point]",
    "per_100_000_point",
    "0.01",
    "points per 100,000",
    "điểm phần 100.000",
    "point per 100,000",
)
times: Final = _unit(UnitKind.MULTIPLE, "[times]", "times", "1", "times", "lần")
index_point: Final = _unit(
    UnitKind.MULTIPLE, "[index_point]", "index_point", "1", "index points", "điểm", "index point"
)

rank: Final = _unit(UnitKind.RANK, "[rank]", "rank", "1", "ranks", "thứ hạng")

register([unit for unit in list(globals().values()) if isinstance(unit, Unit)])
