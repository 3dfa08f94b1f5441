"""A resilient community: disasters, health care and insurance (characters 12659 to 15292)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import ASSUMED, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
from aseansc.mentions import MentionKind
from aseansc.periods import TimeCollection
from aseansc.texts import Text
from aseansc.units import percent, person, person_turn, year
from aseansc.values import Attainment, Value

part: Final = new_part("ASCC-2025:B.2")
cite = part.cite

resilient = part.section(
    "resilient",
    cite(12659, "Xây dựng cộng đồng tự lực, tự cường"),
    en="A resilient community",
    vi="Cộng đồng tự lực, tự cường",
    codes=("ASCC-2025:D",),
)

# -- disasters
part.section(
    "disasters",
    cite(12700, "Tăng cường năng lực phòng, chống, giảm nhẹ thiên tai, ứng phó với biến đổi khí hậu"),
    broader=resilient,
    en="Disasters and climate change",
    vi="Thiên tai và biến đổi khí hậu",
    codes=("ASCC-2025:D.1", "ASCC-2025:D.3"),
)

part.result(
    12783,
    13003,
    en="People were moved away from landslide and flash flood areas and embankments were built, so that losses fell.",
    vi="Dân được dời khỏi nơi sạt lở, lũ quét; xây kè; thiệt hại giảm dần.",
)
part.result(
    13004,
    13099,
    en="The embankment of the Nậm Bum stream in Mường Tè is finished.",
    vi="Kè suối Nậm Bum ở Mường Tè đã xong.",
)
part.action(
    13103,
    13277,
    en="The province continues to propose an embankment for Nậm Nhùn township under the climate programme.",
    vi="Tiếp tục đề xuất kè ở thị trấn Nậm Nhùn trong chương trình khí hậu.",
)
part.result(
    13281,
    13497,
    en="Preparation for storms and floods with timely warnings reduced losses.",
    vi="Chủ động ứng phó với bão lũ, thông tin kịp thời, giảm thiệt hại.",
)
part.result(
    13498,
    13593,
    en="Teams inspected flood preparedness and recovery in the districts.",
    vi="Các đoàn đã kiểm tra việc phòng lũ và khắc phục sau lũ ở huyện.",
)
part.result(
    13594,
    13678,
    en="People affected by floods and storms were visited and helped promptly.",
    vi="Người bị mưa lũ, dông lốc được thăm hỏi, giúp đỡ kịp thời.",
)
part.result(
    13679,
    13807,
    en="Surveys of urban areas and settlements at risk continue.",
    vi="Khu đô thị, điểm dân cư có nguy cơ tiếp tục được rà soát.",
)
part.result(
    13808,
    13883,
    en="Households in dangerous places were moved immediately.",
    vi="Hộ ở nơi nguy hiểm được chuyển đi ngay.",
)
part.result(
    13886,
    14096,
    en="The public was informed about responding to disaster risks and climate change.",
    vi="Đã truyền thông về ứng phó với rủi ro thiên tai và biến đổi khí hậu.",
)
part.result(
    14097,
    14237,
    en="People became more aware of prevention and adaptation, and losses are falling.",
    vi="Người dân có ý thức phòng tránh, thích ứng; thiệt hại giảm.",
)

# -- health care
part.section(
    "health",
    cite(14242, "Công tác khám chữa bệnh, chính sách bảo hiểm"),
    broader=resilient,
    en="Health care and insurance",
    vi="Khám chữa bệnh và bảo hiểm",
)

mean = part.word(14563, "bình quân mỗi năm")

examinations = part.flow(
    "medical-examinations",
    person_turn,
    better=UP,
    en="Medical examinations and treatments",
    vi="Số lượt người khám, chữa bệnh",
)

part.result(
    14287,
    14376,
    en="There was no major epidemic in these years.",
    vi="Những năm này không có dịch lớn.",
)
part.result(
    14377,
    14562,
    en="Health care broadly met people's needs, and the provincial hospital offers more advanced techniques.",
    vi="Y tế cơ bản đáp ứng nhu cầu; bệnh viện tỉnh có kỹ thuật cao hơn.",
)
part.average(
    examinations,
    Value.over("378E3", person_turn),
    PERIOD,
    cite(14604, "trên 378 nghìn lượt người", governed_by=mean),
    time_basis=ASSUMED,
    note=Text(
        en="the years of the average are not printed; the three reporting years are assumed",
        vi="không ghi bình quân của những năm nào; giả định là ba năm của kỳ sơ kết",
    ),
)
part.result(
    14631,
    14805,
    en="Preventive health care received attention, and some infectious diseases declined from the previous year.",
    vi="Y tế dự phòng được quan tâm; vài bệnh truyền nhiễm giảm so với năm trước.",
)
examined = part.untimed(
    examinations,
    Value.nearly("900E3", person_turn),
    cite(14825, "gần 900 nghìn lượt người"),
    note=Text(
        en="no time is printed: the three reporting years are assumed, but one year or part of one may be meant",
        vi="không ghi thời gian: giả định là ba năm của kỳ sơ kết, nhưng cũng có thể là một năm hoặc một phần của năm",
    ),
)
examination_plan = part.target(
    examinations,
    Absent.NOT_STATED,
    PERIOD,
    TimeCollection.TOTAL,
    time_basis=ASSUMED,
    note=Text(
        en="the plan for the same period, whatever that is; its number is not printed",
        vi="kế hoạch của cùng thời gian đó, dù là kỳ nào; không ghi con số",
    ),
)
part.attainment(examined, examination_plan, Attainment.exact(81, percent), cite(14855, "81% kế hoạch"))

# -- insurance
every_year = part.word(14871, "Hàng năm")
estimate = part.word(15161, "ước")

insured = part.stock(
    "insured-persons",
    person,
    better=UP,
    en="Participants in social and health insurance",
    vi="Số người tham gia bảo hiểm xã hội, bảo hiểm y tế",
    note=Text(
        en="two insurances in one number; the text does not state whether a person with both is counted once",
        vi="gộp hai loại bảo hiểm; không nói người tham gia cả hai có được tính một lần hay không",
    ),
)
unemployment_insured = part.stock(
    "unemployment-insured-persons",
    person,
    better=UP,
    en="Participants in unemployment insurance",
    vi="Số người tham gia bảo hiểm thất nghiệp",
)
unemployment_benefits = part.flow(
    "unemployment-benefit-turns",
    person_turn,
    en="Grants of unemployment benefit, person-turns",
    vi="Số lượt người hưởng trợ cấp thất nghiệp",
)
health_insured = part.stock(
    "health-insured-persons", person, better=UP, en="People with health insurance", vi="Số người có bảo hiểm y tế"
)
population = part.stock("population", person, codes=(), en="Population", vi="Dân số")
coverage = part.share(
    "health-insurance-coverage",
    of=health_insured,
    among=population,
    better=UP,
    en="Health insurance coverage rate",
    vi="Tỷ lệ bao phủ bảo hiểm y tế",
)
priority_insured = part.stock(
    "priority-health-insured-persons",
    person,
    better=UP,
    en="People of the priority groups with health insurance",
    vi="Số người thuộc các nhóm ưu tiên có bảo hiểm y tế",
)
priority_groups = part.stock(
    "priority-group-persons",
    person,
    en="Children under six, members of poor and near-poor households, people with meritorious service",
    vi="Số trẻ dưới sáu tuổi, người thuộc hộ nghèo, hộ cận nghèo, người có công",
)
priority_coverage = part.share(
    "priority-health-insurance-coverage",
    of=priority_insured,
    among=priority_groups,
    better=UP,
    en="Health insurance coverage rate of the priority groups",
    vi="Tỷ lệ bao phủ bảo hiểm y tế của các nhóm ưu tiên",
)

part.each(
    insured,
    Value.over("410E3", person),
    PERIOD,
    cite(14883, "trên 410 nghìn người", governed_by=every_year),
    time_basis=ASSUMED,
)
part.each(
    unemployment_insured,
    Value.over("24E3", person),
    PERIOD,
    cite(14925, "trên 24 nghìn người", governed_by=every_year),
    time_basis=ASSUMED,
)
part.each(
    unemployment_benefits,
    Value.over(400, person_turn),
    PERIOD,
    cite(14971, "trên 400 lượt người", governed_by=every_year),
    time_basis=ASSUMED,
)
part.untimed(
    coverage,
    Value.exact("94.5", percent),
    cite(15169, "94,5%", governed_by=estimate),
    estimated=True,
    note=Text(
        en="an estimate for a time that is not printed; the end of the last reporting year is assumed",
        vi="số ước của một thời điểm không ghi; giả định là cuối năm cuối của kỳ sơ kết",
    ),
)
part.mention(MentionKind.AGE, Value.under(6, year), cite(15215, "dưới 6 tuổi"))
part.untimed(
    priority_coverage,
    Value.exact(100, percent),
    cite(15287, "100%"),
    note=Text(
        en="stated for the four groups together; read as true of each",
        vi="nêu chung cho bốn nhóm; hiểu là nhóm nào cũng đạt",
    ),
)
part.result(
    15025,
    15159,
    en="Health insurance coverage in the province is above the national average.",
    vi="Bao phủ bảo hiểm y tế của tỉnh vượt mức bình quân cả nước.",
    indicator=coverage,
)
