"""Words for places in the names and clauses of figures, as alternatives of regular expressions in lower case."""

from __future__ import annotations

from typing import Final

from aseansc.units import (
    commune,
    country,
    criterion,
    district,
    enterprise,
    establishment,
    health_facility,
    household,
    indicator,
    project,
    province,
    school,
    village,
)

HERE: Final = (
    r"\b(?:trên địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|thành phố))?(?: (?-i:[A-ZĐ])\w*){0,3}|"
    r"(?:trên|trong) (?:phạm vi )?(?:toàn|cả) (?:tỉnh|huyện|quốc|nước))\b"
)
PLACE_AT_END: Final = r"\s+(?:(?:trên|của|trong)(?: phạm vi)? )?(?:cả nước|toàn (?:quốc|tỉnh|huyện|xã|thành phố|vùng))$"
"""The whole place of a report at the end of a name, where it says nothing."""
AT: Final = frozenset({"ở", "tại", "của", "trong", "giữa", "vào"})
"""Words right before a number of places within the name of something else: ở 27/27 huyện."""
_OFFICES: Final = r"(?:cấp|khối|tuyến) (?:trung ương|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thôn|cơ sở)\b"
OFFICE: Final = rf"(?:^|[,:]) *(?:(?:trong đó|còn|riêng|ở|tại)(?: là)?[,:]? )*(?P<office>{_OFFICES})"
"""The level of administration at the beginning of a clause, which it says something of: cấp huyện tiếp nhận."""
OFFICE_AT_END: Final = rf" \({_OFFICES}\)$"
AT_OFFICE: Final = rf"(?:ở|tại)(?= {_OFFICES})"
"""The preposition before it."""
REGIONS: Final = frozenset(
    {"xã", "huyện", "tỉnh", "toàn xã", "toàn huyện", "toàn tỉnh", "thành phố", "cả nước", "ngành", "địa phương"}
)
"""Subjects that name only where something is."""
PLACES: Final = frozenset(
    unit.code
    for unit in (
        commune,
        country,
        criterion,
        district,
        enterprise,
        establishment,
        health_facility,
        household,
        indicator,
        project,
        province,
        school,
        village,
    )
)
"""Units of which a second number after a stroke is how many there are, and not a plan."""

CAPITAL: Final = "[A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ]"
_OPENS: Final = r"(?:Cụ thể|Trong|Theo|Đến|Năm|Ngoài|Bên cạnh|Tính|Hiện|Qua|Riêng|Tổng|Các|Đây|Với|Về)\b"
"""First words of a sentence after one that ends in an abbreviation: của TP. Cụ thể."""
NAMED_PLACE: Final = (
    rf"(?i:(?<!\w)(?<!tác )(?:toàn |cả )?(?!xã hội)"
    rf"(?:tỉnh|huyện|xã|thành phố|tp\.?|thị xã|tx\.?|thị trấn|phường|quận))[^\S\n]+(?!{_OPENS})"
    rf"(?:{CAPITAL}[^\W\d_]*\s?)+"
)
OFFICIAL: Final = (
    r"(?i:tỉnh|thành phố|tp\.?|thị xã)\s+(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|"
    rf"Dương|Lý|Đinh|Trịnh|Lương|Đào|Đoàn|Tạ|Hà|Trương|Mai)(?:\s+{CAPITAL}[^\W\d_]*){{2}}"
)
"""An official, after the kind of a place: Cục trưởng Cục Thuế TP Lê Văn Mẫu. Districts may have names of persons."""
ENUMERATED: Final = rf"^(?:\s+[^\W\d]+){{0,3}}\s*\b(?i:là|gồm|bao gồm)(?:[\s,]*(?:và\s+)?{NAMED_PLACE})+"
"""The places that are counted right before: 3 địa phương là huyện A, huyện B và huyện C."""
KINDS_OF_PLACE: Final = r"^(?:toàn |cả )?(?:tỉnh|huyện|xã|thành phố|tp\.?|thị xã|tx\.?|thị trấn|phường|quận)\s+"
WIDER: Final = "(?P<kind>tỉnh|huyện)"
"""Kinds of places in which there are towns and communes."""
DISTRICT: Final = "huyện"
OF_KIND: Final = "của "
RANKS: Final = {"xã": 1, "thị trấn": 1, "phường": 1, "huyện": 2, "quận": 2, "thị xã": 2, "tx": 2, "tỉnh": 3}
"""The kinds of places, by which of them are within which."""
OF_WHOLE: Final = r"^(?:toàn|cả|của|trong|trên địa bàn) "
"""Words before the kind of a place that make it a whole: toàn xã."""
OF_PROVINCES: Final = ("tỉnh ", "thành phố ")
WHOLE_PLACE: Final = (
    r"\b(?:toàn|cả) (?:tỉnh|huyện|xã|thành phố|thị xã|quốc|vùng|nước|ngành|hệ thống)\b|"
    r"\b(?:trên địa bàn|trong) (?:tỉnh|huyện|xã|thành phố|vùng)\b|"
    r"\bcủa (?:tỉnh|huyện|thị xã)\b(?=(?: (?:đạt|là|còn|chỉ|ước|chiếm|tăng|giảm|khoảng|trên|gần|hơn|dưới|năm|bình quân|"
    r"trung bình|hiện|chung|\d\S*))*\s*$)|(?:^|[,;:])\s*tổng(?: cộng| số| diện tích)?(?: là| đạt)?\s*$"
)
"""Words for the whole place of a report."""
NATION: Final = "cả nước"
NATIONAL: Final = (
    r"(?:(?P<compared>\b(?:so với|hơn|bằng) (?:của )?)?\b(?:bình quân|trung bình|mức)(?: (?:tăng(?: trưởng)?|giảm|"
    r"chung|bình quân|trung bình))*(?: của)? (?:cả nước|toàn quốc)"
    r"(?P<stated>\s*[(:]|(?: \w+)* (?:là|đạt|tăng|giảm)\b)?|\b(?:cả nước|toàn quốc) "
    r"(?:(?:đã|ước|vẫn) )*(?:có|còn|đạt|là|tăng|giảm|xảy ra)\b)[^,;:.()]*$"
)
"""Words that make the next figure one of the nation, in any report: bình quân cả nước là 54,4%."""
OF_NATION: Final = r"\s*(?:của |ở |trên )?(?:cả nước|toàn quốc)(?!\w)"
"""Words right after a figure of the nation with which another one is compared: 72 tỷ so với 127 tỷ của cả nước."""
AGAINST: Final = r"\bso (?:với )?(?:mức )?$"
ONLY_NATION: Final = r"\b(?:cả nước|toàn quốc) (?:(?:đã|ước|vẫn) )*(?:có|còn|đạt|là|tăng|giảm|xảy ra)\b[^,;:.()]*$"
"""Words after which also the figures that go on with the next one are of the nation: cả nước xảy ra 43 vụ, làm …."""
NOT_OF_NATION: Final = (
    r"[;:.()]|\b(?:trong (?:khi|đó)|còn|riêng|vùng|tỉnh|huyện|thị xã|xã|thành phố|địa phương|khu vực|đơn vị|so)\b"
)
"""Words between two figures that may end this: trong khi vùng này có."""
COMPARED_PLACE: Final = r"\b(?:so với|sau|hơn|bằng|giáp|từ|đến|đi|cách|nối|với)(?: (?:các|của))?\s*$"
"""Words before a place with which another one is compared, or to which something leads."""
PROJECT: Final = (
    r"\b(?:dự án|đề án|chương trình|đoàn đại biểu|đại biểu|đbqh)\b(?![^,;:.()]*\b(?:tại|ở|địa bàn)\s*$)[^,;:.()]*$"
)
"""Words before a place in the name of a project: Dự án Giảm nghèo vùng ven biển tỉnh Bình Định."""
AFTER_PLACE: Final = r"\(\s*$|\b(?:tại|ở|thuộc|của|cho|trên địa bàn)[^,;:()]*$"
"""Words between a figure and its place: 120 hộ thuộc xã Mường Kim."""
_CAPITALS: Final = rf"{CAPITAL}[^\W\d_]+(?: {CAPITAL}[^\W\d_]+){{1,3}}"
_BARE: Final = rf"(?P<name>{_CAPITALS}|TP\.? ?HCM)"
LISTED_PLACE: Final = (
    rf"(?:(?:^|[,;:(–+•-]|(?<!\w)(?:và|như|là|gồm|riêng|ở|tại)(?!\w))\s*){_BARE}"
    r"\s*[:(=–-]?\s*(?:[^\W\d_A-ZĐ]+ ){0,3}[^\W\d_A-ZĐ]*\s*[:(=–-]?\s*$"
)
"""A place of a list right before its figure, without a word for its kind: Tân Uyên 120 hộ, Than Uyên 96 hộ."""
_LEADS: Final = "(?:đạt|có|thu)"
AND_PLACE: Final = r"\s*(?:,|và|,\s*và)\s*"
"""What joins two places of which a figure is said: các huyện Tân Uyên và Than Uyên đều trên 60%."""
BEFORE_LISTED: Final = rf"(?:{_CAPITALS}{AND_PLACE})+$"
LED_BY_PLACE: Final = rf"(?:^|[,;:]|\b(?:và|riêng)\b)\s*{_BARE}\s+{_LEADS}\b[^,;:()]*$"
"""A place as the subject of the clause of a figure: Đồng Tháp đạt sản lượng lớn nhất với 342 tấn."""
AFTER_LEADING: Final = rf"^{_LEADS} +(?=(?:sản lượng|diện tích|giá trị|số|tổng|tỷ lệ)\b)"
"""The verb between such a place and what is measured there."""
LISTED_PLACES: Final = rf"(?:[,;:(–+•-]\s*){_BARE}\s*(?:[:(]\s*)?(?=\d)"
LISTS_PLACES: Final = r"\b(?:các|từng|một số|theo) (?:địa phương|huyện|thị xã|thành phố|xã|phường|tỉnh)\b"
"""Words that announce a list of places."""
NOT_PLACE: Final = (
    r"(?:quỹ|thu|chi|vụ|lúa|ngô|đông xuân|hè thu|thu đông|xuân hè|mùa|giống|cây|ban|sở|bộ|hội|đoàn|đội|công ty|"
    r"tập đoàn|nợ|vốn|dư nợ|tỷ|số|diện tích|sản lượng|"
    r"trường|trung tâm|bệnh viện|quốc lộ|đảng|ngân hàng|tổng|liên đoàn|mặt trận|dự án|đề án|chương trình|phòng|khu|"
    r"nhà máy|thủy điện|cục|chi cục|báo|đài|quân|bộ đội|tòa án|viện|nông thôn|thành thị)\b"
)
"""First words of names with capital letters that are not those of places."""
FOREIGN: Final = (
    r"(?:hoa kỳ|trung quốc|nhật bản|hàn quốc|đài loan|ấn độ|thái lan|việt nam|châu (?:âu|á|phi|mỹ)|hồng kông|"
    r"hà lan|thụy điển|trung đông|đông nam á|liên bang)\b"
)
"""Countries and regions of the world, which the figures of a report are rather about than of."""
PEOPLES: Final = r"\b(?:dân tộc|người (?:kinh|thái|mông|tày|dao|mường|nùng))\b"
"""Words of a sentence that lists peoples, whose names are written like those of places."""
SIGNS: Final = " \t-–+•*.)1234567890"
