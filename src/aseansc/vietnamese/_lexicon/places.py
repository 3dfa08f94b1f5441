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

HERE: Final = r"\btrên địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|thành phố))?\b"
REGIONS_OF_COUNTRY: Final = frozenset(
    {
        "tây nguyên", "tây bắc", "đông bắc", "việt bắc", "đông nam bộ", "tây nam bộ", "bắc bộ", "trung bộ", "nam bộ",
        "bắc trung bộ", "nam trung bộ", "duyên hải nam trung bộ", "duyên hải miền trung", "đồng bằng sông hồng",
        "đồng bằng sông cửu long", "trung du miền núi phía bắc", "việt nam",
    }
)  # fmt: skip
"""Names of the country and its regions."""
PLACE_AT_END: Final = r"\s+(?:(?:trên|của|trong) )?(?:cả nước|toàn (?:quốc|tỉnh|huyện|xã|thành phố|vùng))$"
"""The whole place of a report at the end of a name, where it says nothing."""
AT: Final = frozenset({"ở", "tại", "của"})
"""Words right before a number of places within the name of something else: ở 27/27 huyện."""
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
NAMED_PLACE: Final = (
    rf"(?i:(?:toàn |cả )?(?:tỉnh|huyện|xã|thành phố|thị xã|thị trấn|phường|quận))\s+(?:{CAPITAL}[^\W\d_]*\s?)+"
)
