"""A dynamic community: culture, tourism and the cultural standard (characters 15295 to 16904)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import UP
from aseansc.datasets.lai_chau._poverty import households
from aseansc.datasets.lai_chau._source import YEAR_2018, part as new_part
from aseansc.findings import InstrumentKind
from aseansc.mentions import MentionKind
from aseansc.texts import Text
from aseansc.units import household, organisation, percent, village, year
from aseansc.values import Value

part: Final = new_part("ASCC-2025:E.1")
cite = part.cite

part.section(
    "dynamic",
    cite(15295, "Xây dựng cộng đồng năng động"),
    en="A dynamic community",
    vi="Cộng đồng năng động",
    codes=("ASCC-2025:E",),
)

# -- culture and arts
part.result(
    15326,
    15426,
    en="The traditional culture of the ethnic groups was preserved and promoted.",
    vi="Văn hóa truyền thống các dân tộc được giữ gìn, phát huy.",
)
part.result(
    15427,
    15487,
    en="Professional performing arts improved.",
    vi="Nghệ thuật biểu diễn chuyên nghiệp có tiến bộ.",
)
part.result(
    15488,
    15579,
    en="Many people take part in cultural and sports activities.",
    vi="Đông đảo người dân tham gia hoạt động văn hóa, thể thao.",
)
part.result(
    15580,
    15685,
    en="The first festival of amateur arts of the new rural communes was held in 2018.",
    vi="Năm 2018 đã tổ chức hội diễn quần chúng đầu tiên của các xã nông thôn mới.",
)
part.mention(MentionKind.ORDINAL, 1, cite(15669, "thứ I"))
part.mention(MentionKind.DATE, YEAR_2018, cite(15676, "năm 2018"))
part.result(
    15686,
    15851,
    en="Hà Nhì artisans attended the spring festival at the national village of ethnic cultures.",
    vi="Nghệ nhân Hà Nhì dự ngày hội mùa xuân ở Làng Văn hóa các dân tộc.",
)
part.instrument(
    "decision-1668",
    InstrumentKind.DECISION,
    cite(15980, "1668/QĐ-TTg"),
    issuer=Text(en="Prime Minister of Viet Nam", vi="Thủ tướng Chính phủ"),
    subject=Text(en="the cultural day of Viet Nam's ethnic groups", vi="Ngày Văn hóa các dân tộc Việt Nam"),
)
part.result(
    15852,
    16053,
    en="Cống, Mảng, La Hủ and Lự artisans attended the conference on ten years of Decision 1668/QĐ-TTg.",
    vi="Nghệ nhân Cống, Mảng, La Hủ, Lự dự tổng kết mười năm Quyết định 1668/QĐ-TTg.",
)
part.mention(MentionKind.DURATION, Value.exact(10, year), cite(15938, "10 năm"))
part.mention(MentionKind.DOCUMENT_NUMBER, "1668/QĐ-TTg", cite(15980, "1668/QĐ-TTg"))
part.result(
    16054,
    16176,
    en="A delegation attended the sixth festival of Then singing and Tính lute in Hà Giang in 2018.",
    vi="Một đoàn dự liên hoan hát Then, đàn Tính ở Hà Giang năm 2018.",
)
part.mention(MentionKind.ORDINAL, 6, cite(16141, "thứ VI"))
part.mention(MentionKind.DATE, YEAR_2018, cite(16149, "năm 2018"))
part.result(
    16177,
    16291,
    en="The provincial troupe performed at a water festival in Yunnan, China.",
    vi="Đoàn nghệ thuật tỉnh dự lễ hội té nước ở Vân Nam, Trung Quốc.",
)

# -- tourism
part.result(
    16294,
    16502,
    en="The province took part in the national tourism year and promoted itself in its main markets.",
    vi="Tỉnh hưởng ứng năm du lịch quốc gia và quảng bá ở các thị trường chính.",
)
part.result(
    16503,
    16590,
    en="A publication on tourism in Lai Châu is issued regularly and distributed nationwide.",
    vi="Ấn phẩm về du lịch của tỉnh được xuất bản đều kỳ, phát hành toàn quốc.",
)
part.result(
    16591,
    16664,
    en="Leaflets, maps and photo books were reprinted to promote tourism.",
    vi="Tờ gấp, bản đồ, sách ảnh được in bổ sung để quảng bá du lịch.",
)

# -- cultural standard
estimate = part.word(16796, "ước")

cultural_households = part.stock(
    "cultural-households",
    household,
    better=UP,
    en="Households that meet the cultural standard",
    vi="Số hộ gia đình văn hóa",
)
cultural_villages = part.stock(
    "cultural-villages",
    village,
    better=UP,
    en="Villages that meet the cultural standard",
    vi="Số thôn, bản, khu phố văn hóa",
)
cultural_offices = part.stock(
    "cultural-offices",
    organisation,
    better=UP,
    en="Offices that meet the cultural standard",
    vi="Số cơ quan, đơn vị văn hóa",
)
villages = part.stock("villages", village, codes=(), en="Villages and neighbourhoods", vi="Số thôn, bản, khu phố")
offices = part.stock("offices", organisation, codes=(), en="Offices", vi="Số cơ quan, đơn vị")
household_rate = part.share(
    "cultural-households-rate",
    of=cultural_households,
    among=households,
    better=UP,
    en="Share of households that meet the cultural standard",
    vi="Tỷ lệ hộ gia đình văn hóa",
)
village_rate = part.share(
    "cultural-villages-rate",
    of=cultural_villages,
    among=villages,
    better=UP,
    en="Share of villages that meet the cultural standard",
    vi="Tỷ lệ thôn, bản, khu phố văn hóa",
)
office_rate = part.share(
    "cultural-offices-rate",
    of=cultural_offices,
    among=offices,
    better=UP,
    en="Share of offices that meet the cultural standard",
    vi="Tỷ lệ cơ quan, đơn vị văn hóa",
)

part.mention(MentionKind.DATE, YEAR_2018, cite(16804, "hết năm 2018"))
part.at_end(
    household_rate,
    Value.exact(82, percent),
    YEAR_2018,
    cite(16820, "82% hộ gia đình", governed_by=estimate),
    estimated=True,
)
part.at_end(
    village_rate,
    Value.exact(63, percent),
    YEAR_2018,
    cite(16837, "63% thôn, bản, khu phố", governed_by=estimate),
    estimated=True,
)
part.at_end(
    office_rate,
    Value.exact(93, percent),
    YEAR_2018,
    cite(16861, "93% cơ quan, đơn vị", governed_by=estimate),
    estimated=True,
)
part.result(
    16667,
    16794,
    en="The cultural life movement continues together with the new rural development programme.",
    vi="Phong trào xây dựng đời sống văn hóa tiếp tục cùng chương trình nông thôn mới.",
)
