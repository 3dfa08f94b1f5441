"""An inclusive community, third part: social security, equality, children and drugs (characters 6668 to 9381)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import ASSUMED, DOWN, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._poverty import inclusive
from aseansc.datasets.lai_chau._source import PERIOD, YEAR_2018, part as new_part
from aseansc.indicators import Breakdown
from aseansc.mentions import MentionKind
from aseansc.periods import Frequency, TimeCollection
from aseansc.texts import Text
from aseansc.units import VND, commune, dwelling, gift, household, percent, person, person_turn
from aseansc.values import Attainment, Value

part: Final = new_part("ASCC-2025:B.1")
cite = part.cite

part.section(
    "social-security",
    cite(6670, "Chú trọng công tác an sinh xã hội"),
    broader=inclusive,
    en="Social security",
    vi="An sinh xã hội",
)

# -- people with meritorious service
to_date = part.word(6704, "Đến nay")

merit_households_well_off = part.stock(
    "merit-households-well-off",
    household,
    better=UP,
    en="Households of people with meritorious service with at least the average local living standard",
    vi="Số hộ người có công có mức sống từ trung bình nơi cư trú trở lên",
)
merit_households = part.stock(
    "merit-households", household, en="Households of people with meritorious service", vi="Số hộ gia đình người có công"
)
merit_well_off = part.share(
    "merit-households-well-off-rate",
    of=merit_households_well_off,
    among=merit_households,
    better=UP,
    en="Share of these households with at least the average local living standard",
    vi="Tỷ lệ hộ người có công có mức sống từ trung bình nơi cư trú trở lên",
)
merit_settled = part.flow(
    "merit-benefits-settled",
    person,
    better=UP,
    en="People with meritorious service and relatives whose benefits were settled",
    vi="Số người có công và thân nhân được giải quyết chế độ",
)
merit_allowances = part.flow(
    "merit-monthly-allowance-turns",
    person_turn,
    en="Monthly allowance payments to people with meritorious service, person-turns",
    vi="Số lượt chi trả trợ cấp hằng tháng cho người có công",
)
merit_gifts = part.flow(
    "merit-gifts",
    gift,
    better=UP,
    en="Gifts to people with meritorious service at the lunar new year and on War Invalids and Martyrs Day",
    vi="Số suất quà tặng người có công dịp Tết và ngày thương binh - liệt sĩ",
)
merit_dwellings = part.flow(
    "merit-dwellings",
    dwelling,
    better=UP,
    en="Dwellings built or repaired for people with meritorious service",
    vi="Số nhà ở của người có công được xây dựng, sửa chữa",
)

part.untimed(merit_well_off, Value.over("98", percent), cite(6712, "trên 98% hộ gia đình", governed_by=to_date))
part.untimed(
    merit_settled,
    Value.exact(1329, person),
    cite(6868, "1.329 đối tượng"),
    note=Text(
        en="a separate sentence without a time; the Đến nay at the head of the paragraph may apply to it, and to the "
        "gifts and dwellings after it",
        vi="câu riêng, không ghi thời gian; cụm đến nay ở đầu đoạn có thể chi phối cả câu này, số quà và nhà ở sau đó",
    ),
)
part.each(
    merit_allowances,
    Value.exact(1987, person_turn),
    PERIOD,
    cite(6943, "1.987 lượt đối tượng", governed_by=part.word(6928, "hàng tháng")),
    per=Frequency.MONTH,
    time_basis=ASSUMED,
    note=Text(
        en="read as the number in each month; it may be all payments of a monthly allowance over a period that is not "
        "printed",
        vi="hiểu là số lượt mỗi tháng; cũng có thể là tổng số lượt chi trợ cấp hằng tháng trong một kỳ không ghi rõ",
    ),
)
part.untimed(merit_gifts, Value.exact(2459, gift), cite(6970, "2.459 suất quà"))
part.untimed(
    merit_dwellings,
    Value.exact(320, dwelling),
    cite(7086, "320 nhà ở"),
    note=Text(en="new and repaired ones together", vi="gộp cả xây mới và sửa chữa"),
)
part.result(
    7115,
    7190,
    en="All benefits due to people with meritorious service and their relatives were settled.",
    vi="Người có công và thân nhân được hưởng đủ chế độ.",
)

# -- social assistance
regular_allowances = part.flow(
    "regular-assistance-turns",
    person_turn,
    en="Regular social assistance, person-turns",
    vi="Số lượt người hưởng trợ cấp xã hội thường xuyên",
)
emergency_relief = part.flow(
    "emergency-relief-turns",
    person_turn,
    codes=("ASCC-2025:D.4",),
    en="Emergency relief in lean months and after disasters, person-turns",
    vi="Số lượt người được cứu trợ đột xuất khi giáp hạt và sau thiên tai",
)

part.result(
    7193,
    7314,
    en="Social assistance was extended to nearly all groups, from newborns to the elderly.",
    vi="Trợ giúp xã hội mở rộng đến hầu hết các nhóm, từ trẻ nhỏ đến người cao tuổi.",
)
part.result(
    7315,
    7383,
    en="Support went beyond the poor to other people.",
    vi="Ngoài người nghèo, các nhóm khác cũng được hỗ trợ.",
)
part.result(
    7384,
    7499,
    en="Allowances were paid in full and on time.",
    vi="Các khoản trợ cấp bảo trợ được chi đủ và kịp thời.",
)
turns_not_persons = Text(
    en="turns, not people: one person may be counted several times; no period is printed",
    vi="là lượt, không phải người: một người có thể được tính nhiều lần; không ghi giai đoạn",
)
part.untimed(
    regular_allowances, Value.exact(23426, person_turn), cite(7525, "23.426 lượt đối tượng"), note=turns_not_persons
)
part.untimed(
    emergency_relief, Value.exact(294042, person_turn), cite(7609, "294.042 lượt đối tượng"), note=turns_not_persons
)

# -- equality of women and men
part.result(
    7635,
    7749,
    en="The gender equality strategy changed people's awareness.",
    vi="Chiến lược bình đẳng giới đã làm thay đổi nhận thức.",
)
part.result(
    7750,
    7863,
    en="The advancement of women received attention in every field.",
    vi="Sự tiến bộ của phụ nữ được quan tâm ở mọi lĩnh vực.",
)
part.result(
    7864,
    7939,
    en="The position of women in the family and in society improved.",
    vi="Vị thế phụ nữ trong gia đình và ngoài xã hội được cải thiện.",
)
part.result(
    7940,
    8021,
    en="Domestic violence and abuse of women tended to decrease.",
    vi="Bạo lực gia đình và xâm hại phụ nữ có xu hướng giảm.",
)
part.result(
    8022,
    8091,
    en="Backward customs in marriage and family are gradually disappearing.",
    vi="Hủ tục trong hôn nhân, gia đình bớt dần.",
)

# -- children
CHILDREN: Final = ("ASCC-2025:B.3",)
a_year = part.word(8175, "suất/ năm")
every_year = part.word(8251, "hàng năm")
estimate = part.word(8383, "ước")

child_gifts = part.flow(
    "child-gifts",
    gift,
    better=UP,
    codes=CHILDREN,
    en="Gifts to children in special hardship",
    vi="Số suất quà cho trẻ có hoàn cảnh đặc biệt khó khăn",
)
child_gift_value = part.flow(
    "child-gifts-value", VND, better=UP, codes=CHILDREN, en="Value of these gifts", vi="Trị giá các suất quà đó"
)
child_donations = part.flow(
    "child-donations",
    VND,
    better=UP,
    codes=CHILDREN,
    en="Donations in the month of action for children",
    vi="Tiền quyên góp trong Tháng hành động vì trẻ em",
)
child_friendly_communes = part.stock(
    "child-friendly-communes",
    commune,
    better=UP,
    codes=CHILDREN,
    en="Communes and wards that meet the child-friendly standard",
    vi="Số xã, phường đạt chuẩn phù hợp với trẻ em",
)
cared_children = part.stock(
    "special-children-cared-for",
    person,
    better=UP,
    codes=CHILDREN,
    en="Children in special circumstances who receive care",
    vi="Số trẻ có hoàn cảnh đặc biệt được chăm sóc",
)
special_children = part.stock(
    "special-children",
    person,
    codes=CHILDREN,
    en="Children in special circumstances",
    vi="Số trẻ em có hoàn cảnh đặc biệt",
)
cared_rate = part.share(
    "special-children-care-rate",
    of=cared_children,
    among=special_children,
    better=UP,
    codes=CHILDREN,
    en="Share of children in special circumstances who receive care",
    vi="Tỷ lệ trẻ có hoàn cảnh đặc biệt được chăm sóc",
)

part.each(
    child_gifts,
    Value.over(6000, gift),
    PERIOD,
    cite(8165, "hơn 6.000 suất/ năm"),
    time_basis=ASSUMED,
    note=Text(
        en="a space is printed after the slash; the years are not printed",
        vi="có khoảng trắng sau dấu gạch chéo; không ghi là những năm nào",
    ),
)
part.each(
    child_gift_value,
    Value.over("1E9", VND),
    PERIOD,
    cite(8194, "hơn 1 tỷ đồng", governed_by=a_year),
    time_basis=ASSUMED,
    note=Text(
        en="read as the value of the gifts of one year; it may be that of all gifts",
        vi="hiểu là trị giá quà của một năm; cũng có thể là của tất cả",
    ),
)
part.each(
    child_donations,
    Value.nearly("300E6", VND),
    PERIOD,
    cite(8363, "gần 300 triệu đồng", governed_by=every_year),
    time_basis=ASSUMED,
)

part.mention(MentionKind.DATE, YEAR_2018, cite(8391, "hết 2018"))
part.at_end(
    child_friendly_communes,
    Value.exact("81", commune),
    YEAR_2018,
    cite(8404, "81 xã, phường", governed_by=estimate),
    estimated=True,
)
cared = part.at_end(
    cared_rate, Value.exact("67", percent), YEAR_2018, cite(8506, "67%", governed_by=estimate), estimated=True
)
care_plan = part.target(
    cared_rate,
    Absent.NOT_STATED,
    YEAR_2018,
    TimeCollection.END,
    time_basis=ASSUMED,
    note=Text(en="the plan for this share; its number is not printed", vi="kế hoạch về tỷ lệ này; không ghi con số"),
)
part.attainment(
    cared,
    care_plan,
    Attainment.exact(100, percent),
    cite(8515, "100% kế hoạch", governed_by=estimate),
    estimated=True,
    note=Text(
        en="read as a percent of the plan for the share just before it; the communes may be included",
        vi="hiểu là mức đạt kế hoạch của tỷ lệ đứng ngay trước; có thể gồm cả số xã, phường",
    ),
)
part.result(
    8094,
    8151,
    en="Children were actively cared for and protected.",
    vi="Trẻ em được chăm sóc, bảo vệ tích cực.",
)

# -- drugs
DRUGS: Final = ("ASCC-2025:D.6",)
mean = part.word(8920, "Bình quân mỗi năm")

drug_free_communes = part.stock(
    "drug-free-communes",
    commune,
    better=UP,
    codes=DRUGS,
    en="Communes and wards free of drugs and prostitution",
    vi="Số xã, phường lành mạnh không ma túy, mại dâm",
)
communes = part.stock(
    "communes",
    commune,
    codes=(),
    en="Communes and wards",
    vi="Số xã, phường",
    breakdowns=(
        Breakdown(parts=(drug_free_communes.id,), complete=False, disjoint=True),
        Breakdown(parts=(child_friendly_communes.id,), complete=False, disjoint=True),
    ),
)
centre_treated = part.flow(
    "drug-treatment-centre",
    person,
    codes=DRUGS,
    en="Drug users treated in the compulsory treatment centre",
    vi="Số người cai nghiện tập trung tại trung tâm bắt buộc",
)
home_treated = part.flow(
    "drug-treatment-home",
    person,
    codes=DRUGS,
    en="Drug users treated at home and in the community",
    vi="Số người cai nghiện tại gia đình và cộng đồng",
)
methadone = part.flow(
    "methadone-turns",
    person_turn,
    codes=DRUGS,
    en="Methadone treatment, person-turns",
    vi="Số lượt người điều trị Methadone",
)
drug_users = part.stock("drug-users", person, better=DOWN, codes=DRUGS, en="Drug users", vi="Số người nghiện ma túy")

part.untimed(
    drug_free_communes,
    Value.exact("36", commune),
    cite(8901, "36/108 xã, phường"),
    note=Text(
        en="the movement includes townships, but the count does not name them; no time is printed",
        vi="phong trào nêu cả thị trấn nhưng số đếm thì không; không ghi thời điểm",
    ),
)
part.untimed(
    communes,
    Value.exact(108, commune),
    cite(8904, "108 xã, phường"),
    note=Text(
        en="the whole of which 36 is a part; the text does not state whether it includes townships",
        vi="tổng số mà 36 là một phần; không nói có gồm thị trấn hay không",
    ),
)
part.average(
    centre_treated, Value.over("90", person), PERIOD, cite(8942, "hơn 90 người", governed_by=mean), time_basis=ASSUMED
)
distributed = Text(
    en="read as a yearly average, as stated at the head of the sentence; no period is printed",
    vi="hiểu là bình quân mỗi năm, theo cụm từ ở đầu câu; không ghi giai đoạn",
)
part.average(
    home_treated,
    Value.exact(200, person),
    PERIOD,
    cite(9043, "200 người", governed_by=mean),
    time_basis=ASSUMED,
    note=distributed,
)
treated = part.average(
    methadone,
    Value.over(2000, person_turn),
    PERIOD,
    cite(9156, "hơn 2.000 lượt người", governed_by=mean),
    time_basis=ASSUMED,
    note=distributed,
)
part.share_of(
    treated,
    drug_users,
    Value.over("50", percent),
    cite(9184, "trên 50% người nghiện ma túy"),
    note=Text(
        en="turns compared with people: a share of all drug users, whose number is not printed",
        vi="lượt người so với người: tỷ lệ trên tổng người nghiện, tổng này không được ghi",
    ),
)
part.mention(
    MentionKind.NAME,
    "3 trong 1",
    cite(9340, "mô hình 3 trong 1"),
    note=Text(en="the name of a model of three services in one place", vi="tên mô hình ba dịch vụ ở một nơi"),
)
part.result(
    8532,
    8709,
    en="Laws on AIDS, drugs and prostitution were publicised in many forms.",
    vi="Luật phòng, chống AIDS, mại dâm, ma túy được phổ biến bằng nhiều cách.",
)
part.result(
    8710,
    8808,
    en="People took part widely in preventing and reporting crime.",
    vi="Người dân tham gia rộng rãi việc ngăn ngừa và tố giác tội phạm.",
)
part.result(
    8809,
    8900,
    en="More communes are free of drugs and prostitution.",
    vi="Có thêm xã, phường không ma túy, mại dâm.",
    indicator=drug_free_communes,
    direction=UP,
)
part.result(
    9214,
    9381,
    en="District clinics effectively combined counselling, ARV and methadone treatment in one place.",
    vi="Tuyến huyện gộp tư vấn, ARV và Methadone một nơi, cho hiệu quả cao.",
)
