"""A sustainable community: land, minerals, environment and forests (characters 9385 to 12656)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import CARRIED, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._source import PERIOD, YEAR_2018, part as new_part
from aseansc.indicators import Breakdown
from aseansc.mentions import MentionKind
from aseansc.periods import MonthDay, Period, TimeCollection
from aseansc.texts import Text
from aseansc.units import (
    VND,
    certificate,
    dossier,
    hectare,
    licence,
    mine_site,
    percent,
    percentage_point,
    project,
    register_book,
    scheme,
    year,
)
from aseansc.values import Attainment, Change, Value

part: Final = new_part("ASCC-2025:C.1")
cite = part.cite

sustainable = part.section(
    "sustainable",
    cite(9385, "Xây dựng cộng đồng bền vững"),
    en="A sustainable community",
    vi="Cộng đồng bền vững",
    codes=("ASCC-2025:C",),
)

# -- land
part.section(
    "environment",
    cite(9417, "Công tác bảo vệ tài nguyên thiên nhiên, bảo vệ môi trường"),
    broader=sustainable,
    en="Natural resources and the environment",
    vi="Tài nguyên thiên nhiên và môi trường",
)

part.result(
    9475,
    10055,
    en="Land use plans at every level were implemented in coordination with other sectors.",
    vi="Kế hoạch, quy hoạch đất các cấp được thực hiện khớp với các ngành.",
)
part.result(
    10056,
    10288,
    en="Land was recovered, allocated, leased and converted to other uses according to the rules and plans.",
    vi="Thu hồi, giao, cho thuê, chuyển mục đích đất đúng thủ tục và quy hoạch.",
)

part.mention(MentionKind.DURATION, Value.exact("3", year), cite(10306, "03 năm"))
part.mention(MentionKind.DATE, PERIOD, cite(10314, "2016-2018"))

land_certificates = part.flow(
    "land-certificates",
    certificate,
    better=UP,
    en="Certificates of land use and house ownership issued",
    vi="Số giấy chứng nhận quyền sử dụng đất, sở hữu nhà ở đã cấp",
)
land_certified = part.flow(
    "land-certificates-area",
    hectare,
    better=UP,
    en="Area of land under these certificates",
    vi="Diện tích đất của các giấy chứng nhận đó",
)
certified_rate = part.share(
    "land-certificates-rate",
    better=UP,
    en="Rate of issue of land certificates",
    vi="Tỷ lệ cấp giấy chứng nhận quyền sử dụng đất",
    note=Text(
        en="the text does not state whether this is a share of certificates, owners or area, so no denominator is "
        "given",
        vi="không nói theo số giấy, số chủ hay diện tích, nên không khai mẫu số",
    ),
)

part.total(land_certificates, Value.exact(12878, certificate), PERIOD, cite(10332, "12.878 giấy chứng nhận"))
part.total(land_certified, Value.exact("3845.49", hectare), PERIOD, cite(10480, "3.845,49 ha"))
part.at_end(
    certified_rate,
    Value.exact("91.77", percent),
    YEAR_2018,
    cite(10527, "91,77%"),
    time_basis=CARRIED,
    note=Text(
        en="the certificates of the three years raised it to this level: read as the level at the end of that period",
        vi="được nâng lên mức này nhờ số giấy cấp trong ba năm: hiểu là vào cuối kỳ",
    ),
)
part.result(
    10492,
    10526,
    en="The certificates issued raised the rate of issue.",
    vi="Số giấy đã cấp làm tăng tỷ lệ cấp giấy.",
    indicator=certified_rate,
    direction=UP,
)

# -- minerals, in the same passage
mine_sites = part.flow(
    "mine-sites-approved",
    mine_site,
    en="Mine sites approved for licences without auction",
    vi="Số điểm mỏ được duyệt không qua đấu giá quyền khai thác",
)
licences_ended = part.flow(
    "mineral-licences-ended",
    licence,
    en="Mineral processing licences terminated",
    vi="Số giấy phép chế biến khoáng sản bị chấm dứt hiệu lực",
)
reserves = part.flow(
    "mineral-reserves-approved",
    dossier,
    en="Mineral reserve dossiers approved",
    vi="Số hồ sơ trữ lượng khoáng sản được duyệt",
)
closures = part.flow(
    "mine-closures-approved", scheme, en="Mine closure schemes approved", vi="Số đề án đóng cửa mỏ được duyệt"
)

part.total(mine_sites, Value.exact("5", mine_site), PERIOD, cite(10545, "05 điểm mỏ"), time_basis=CARRIED)
part.total(licences_ended, Value.exact(35, licence), PERIOD, cite(10641, "35 giấy phép"), time_basis=CARRIED)
part.total(reserves, Value.exact("4", dossier), PERIOD, cite(10685, "04 hồ sơ"), time_basis=CARRIED)
part.total(
    closures,
    Value.exact("4", scheme),
    PERIOD,
    cite(10716, "04 đề án"),
    time_basis=CARRIED,
    note=Text(
        en="the list ends with an ellipsis: it may be incomplete",
        vi="phần liệt kê kết thúc bằng dấu ba chấm: có thể chưa đầy đủ",
    ),
)

# -- awareness days
part.mention(MentionKind.DATE, MonthDay(month=6, day=5), cite(10845, "5/6"))
part.mention(MentionKind.DATE, MonthDay(month=4, day=29), cite(10903, "29/4"))
part.mention(MentionKind.DATE, MonthDay(month=5, day=6), cite(10910, "6/5"))
part.mention(MentionKind.DATE, MonthDay(month=9, day=20), cite(10954, "20/9"))
part.mention(MentionKind.DATE, MonthDay(month=5, day=22), cite(10984, "22/5"))
part.result(
    10740,
    11071,
    en="International and national environment days attracted many people.",
    vi="Các ngày, tuần lễ về môi trường thu hút đông người hưởng ứng.",
)

# -- environmental protection
ENVIRONMENT: Final = ("ASCC-2025:C.4",)

part.result(
    11074,
    11155,
    en="The appraisal of environmental impact assessments improved.",
    vi="Thẩm định tác động môi trường tốt hơn.",
)
part.result(
    11156,
    11405,
    en="Projects were inspected regularly after their approval.",
    vi="Các dự án được kiểm tra thường xuyên sau khi phê duyệt.",
)

assessments = part.flow(
    "impact-assessments-approved",
    project,
    codes=ENVIRONMENT,
    en="Projects whose environmental impact assessment was approved",
    vi="Số dự án có báo cáo đánh giá tác động môi trường đã duyệt",
)
plans_confirmed = part.flow(
    "protection-plans-confirmed",
    project,
    codes=ENVIRONMENT,
    en="Projects whose environmental protection plan was confirmed",
    vi="Số dự án được xác nhận kế hoạch bảo vệ môi trường",
)
simple_schemes = part.flow(
    "simple-schemes-confirmed",
    certificate,
    codes=ENVIRONMENT,
    en="Confirmations issued for simple environmental protection schemes",
    vi="Số giấy xác nhận đề án bảo vệ môi trường đơn giản",
)
waste_registers = part.flow(
    "hazardous-waste-registers",
    register_book,
    codes=ENVIRONMENT,
    en="Registers of hazardous waste sources",
    vi="Số sổ đăng ký nguồn chất thải nguy hại",
)
deposit_projects = part.flow(
    "restoration-deposit-projects",
    project,
    better=UP,
    codes=ENVIRONMENT,
    en="Mining projects that paid an environmental restoration deposit",
    vi="Số dự án khai thác khoáng sản đã ký quỹ phục hồi môi trường",
)
deposits = part.flow(
    "restoration-deposits",
    VND,
    better=UP,
    codes=ENVIRONMENT,
    en="Environmental restoration deposits paid by these projects",
    vi="Số tiền ký quỹ của các dự án đó",
)

part.untimed(assessments, Value.exact(28, project), cite(11457, "28 dự án"))
part.untimed(plans_confirmed, Value.exact(897, project), cite(11516, "897 dự án"))
part.untimed(
    simple_schemes,
    Value.exact(63, certificate),
    cite(11527, "63 giấy xác nhận"),
    note=Text(
        en="certificates here, projects just before: one project may have several certificates",
        vi="ở đây đếm giấy, ngay trước đếm dự án: một dự án có thể có nhiều giấy",
    ),
)
part.untimed(waste_registers, Value.exact(19, register_book), cite(11627, "19 sổ đăng ký"))
part.untimed(deposit_projects, Value.exact(34, project), cite(11667, "34 dự án"))
part.untimed(
    deposits,
    Value.exact("458.6E6", VND),
    cite(11766, "458,6 triệu đồng"),
    note=Text(en="stated to be the sum of all deposits", vi="được nêu là tổng các khoản ký quỹ"),
)

# -- forests
part.section(
    "forests",
    cite(11788, "Công tác bảo vệ và phát triển rừng"),
    broader=sustainable,
    en="Forest protection and development",
    vi="Bảo vệ và phát triển rừng",
)

expected = part.word(12010, "Dự ước")
estimate = part.word(12070, "Ước")
estimate_of_cover = part.word(12225, "ước")

part.mention(MentionKind.DATE, YEAR_2018, cite(12021, "hết năm 2018", governed_by=expected))
part.mention(MentionKind.DATE, PERIOD, cite(12074, "giai đoạn 2016-2018"))
part.mention(MentionKind.DATE, YEAR_2018, cite(12216, "năm 2018"))
part.mention(MentionKind.DATE, Period.year(2015), cite(12265, "năm 2015"))

replacement_forest = part.flow(
    "replacement-forest",
    hectare,
    better=UP,
    en="Area of replacement forest planted",
    vi="Diện tích trồng rừng thay thế",
)
new_forest = part.flow(
    "new-forest",
    hectare,
    better=UP,
    en="Area of new forest planted",
    vi="Diện tích rừng trồng mới",
    breakdowns=(Breakdown(parts=(replacement_forest.id,), complete=False, disjoint=True),),
)
forest = part.stock("forest-area", hectare, better=UP, en="Forest area", vi="Diện tích có rừng")
land = part.stock(
    "land-area", hectare, codes=(), en="Total land area of the province", vi="Tổng diện tích tự nhiên của tỉnh"
)
forest_cover = part.share(
    "forest-cover",
    of=forest,
    among=land,
    better=UP,
    en="Forest cover rate",
    vi="Tỷ lệ che phủ rừng",
    note=Text(
        en="numerator and denominator follow the usual definition; the text names neither",
        vi="tử số và mẫu số theo định nghĩa thông thường; văn bản không nêu",
    ),
)

part.result(
    11823,
    12009,
    en="Forests were protected and planted together with payments for forest environmental services, and cover rose "
    "fast.",
    vi="Bảo vệ, trồng rừng đi cùng chi trả dịch vụ môi trường rừng; độ che phủ tăng nhanh.",
    indicator=forest_cover,
    direction=UP,
)
part.result(
    12010,
    12069,
    en="New planting up to the end of 2018 is estimated to exceed the plan.",
    vi="Trồng rừng mới đến cuối 2018 được dự tính cao hơn kế hoạch.",
    indicator=new_forest,
    direction=UP,
)
planted = part.total(
    new_forest,
    Value.exact(8604, hectare),
    PERIOD,
    cite(12098, "8.604 ha", governed_by=estimate),
    estimated=True,
    note=Text(
        en="the counted noun is taken from the previous sentence, on new planting",
        vi="đối tượng tính lấy từ câu trước, về trồng rừng mới",
    ),
)
plan_not_printed = Text(en="the plan; its number is not printed", vi="kế hoạch; không ghi con số")
planting_plan = part.target(
    new_forest, Absent.NOT_STATED, PERIOD, TimeCollection.TOTAL, time_basis=CARRIED, note=plan_not_printed
)
part.attainment(
    planted,
    planting_plan,
    Attainment.exact("25.5", percent, form="over_plan"),
    cite(12108, "vượt kế hoạch 25,5%", governed_by=estimate),
    estimated=True,
)
replaced = part.total(
    replacement_forest,
    Value.exact(3919, hectare),
    PERIOD,
    cite(12169, "3.919 ha", governed_by=estimate),
    estimated=True,
)
replacement_plan = part.target(
    replacement_forest, Absent.NOT_STATED, PERIOD, TimeCollection.TOTAL, time_basis=CARRIED, note=plan_not_printed
)
part.attainment(
    replaced,
    replacement_plan,
    Attainment.exact("7", percent, form="over_plan"),
    cite(12179, "vượt kế hoạch 7%", governed_by=estimate),
    estimated=True,
)
cover = part.within(
    forest_cover,
    Value.exact("49.11", percent),
    YEAR_2018,
    cite(12233, "49,11 %", governed_by=estimate_of_cover),
    estimated=True,
    note=Text(en="a space is printed before the percent sign", vi="có khoảng trắng trước dấu phần trăm"),
)
part.change(
    forest_cover,
    Absent.NOT_STATED,
    cover,
    Change.exact("3.7", percentage_point),
    cite(12247, "3,7 điểm %", governed_by=estimate_of_cover),
    time=Period.years(2015, 2018),
    estimated=True,
    note=Text(
        en="stated to one decimal, compared with the cover in 2015, which is not printed",
        vi="ghi đến một chữ số thập phân, so với độ che phủ năm 2015 không được ghi",
    ),
)
part.result(
    12277,
    12379,
    en="Forest fire prevention plans were made, and the areas most at risk were identified.",
    vi="Đã có phương án phòng cháy rừng và phân vùng trọng điểm cháy.",
)
part.result(
    12380,
    12656,
    en="Forest rangers, police, army and border guards have joint rules for protecting forests.",
    vi="Kiểm lâm, công an, quân đội, biên phòng có quy chế cùng giữ rừng.",
)
