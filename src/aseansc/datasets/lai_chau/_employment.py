"""An inclusive community, second part: employment and wages (characters 5101 to 6665)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import CARRIED, DOWN, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._poverty import inclusive
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
from aseansc.indicators import Breakdown
from aseansc.mentions import MentionKind
from aseansc.periods import Frequency, TimeCollection
from aseansc.texts import Text
from aseansc.units import percent, person, project
from aseansc.values import Value

part: Final = new_part("ASCC-2025:B.2")
cite = part.cite

part.section(
    "employment",
    cite(
        5103,
        "Giải quyết việc làm thông qua các chương trình phát triển kinh tế - xã hôi; phát triển thị trường lao động",
    ),
    broader=inclusive,
    en="Employment and the labour market",
    vi="Việc làm và thị trường lao động",
)

part.result(
    5210,
    5477,
    en="Job fairs and mobile job exchanges informed workers about the labour market abroad every year.",
    vi="Hằng năm có phiên giao dịch và sàn lưu động cung cấp thông tin về thị trường lao động ngoài nước.",
)
part.result(
    5478,
    5682,
    en="Courses and licensed firms advised people locally on working abroad.",
    vi="Các lớp tư vấn và doanh nghiệp được cấp phép đã tư vấn tại chỗ về việc đi làm ở nước ngoài.",
)

# -- loans for jobs
loan_projects = part.flow(
    "job-loan-projects",
    project,
    better=UP,
    en="Projects with loans from the National Employment Fund",
    vi="Số dự án được vay vốn Quỹ quốc gia về việc làm",
)
loan_jobs = part.flow(
    "job-loan-workers",
    person,
    better=UP,
    en="Workers who got jobs through these loans",
    vi="Số lao động có việc làm nhờ các dự án vay vốn đó",
)

part.untimed(
    loan_projects,
    Value.over(808, project),
    cite(5774, "trên 808 dự án"),
    note=Text(
        en="printed as a lower bound, although the number looks like an exact count; no period is printed",
        vi="có chữ trên dù con số có vẻ là số đếm chính xác; không ghi giai đoạn",
    ),
)
part.untimed(
    loan_jobs,
    Value.about(3185, person),
    cite(5818, "khoảng 3.185 lao động"),
    note=Text(
        en="printed as approximate, although it is given to the last digit; no period is printed",
        vi="ghi là khoảng dù in đến hàng đơn vị; không ghi giai đoạn",
    ),
)
part.result(
    5841,
    6120,
    en="Most borrowers were individual households and disadvantaged groups, who created jobs for themselves and "
    "others.",
    vi="Bên vay chủ yếu là hộ cá thể và nhóm yếu thế, tự tạo việc làm cho mình và người khác.",
)

# -- new jobs
part.mention(MentionKind.DATE, PERIOD, cite(6200, "giai đoạn 2016-2018"))

mean = part.word(6220, "bình quân mỗi năm")

new_jobs = part.flow(
    "new-jobs", person, better=UP, en="People placed in new jobs", vi="Số người được giải quyết việc làm mới"
)
workers_abroad = part.flow(
    "workers-sent-abroad",
    person,
    better=UP,
    en="Workers sent abroad under fixed-term contracts",
    vi="Số lao động đi làm việc ở nước ngoài theo hợp đồng có thời hạn",
)

part.target(
    new_jobs,
    Absent.NOT_STATED,
    PERIOD,
    TimeCollection.EACH,
    per=Frequency.YEAR,
    time_basis=CARRIED,
    note=Text(
        en="the plan for each year; the text states that it was met and exceeded, without numbers",
        vi="kế hoạch của từng năm; văn bản nêu là đạt và vượt, không ghi con số",
    ),
)
part.result(
    6123,
    6198,
    en="The plan for jobs was met and exceeded in every year.",
    vi="Năm nào cũng đạt và vượt kế hoạch về việc làm.",
    indicator=new_jobs,
    direction=UP,
)
part.average(new_jobs, Value.exact(6924, person), PERIOD, cite(6269, "6.924 người", governed_by=mean))
part.total(
    workers_abroad,
    Value.exact(311, person),
    PERIOD,
    cite(6299, "311 lao động"),
    time_basis=CARRIED,
    note=Text(
        en="read as the total of the period; the words for a yearly average before the semicolon may apply here too",
        vi="hiểu là tổng cả giai đoạn; cũng có thể cụm bình quân mỗi năm đứng trước vẫn chi phối số này",
    ),
)

# -- employment and unemployment
farming = part.stock(
    "employed-agriculture",
    person,
    en="Employed persons in agriculture, forestry and fishing",
    vi="Số lao động nông, lâm nghiệp và thủy sản",
)
industry = part.stock(
    "employed-industry",
    person,
    en="Employed persons in industry and construction",
    vi="Số lao động công nghiệp và xây dựng",
)
services = part.stock("employed-services", person, en="Employed persons in services", vi="Số lao động dịch vụ")
employed = part.stock(
    "employed",
    person,
    en="Employed persons",
    vi="Số lao động có việc làm",
    breakdowns=(Breakdown(parts=(farming.id, industry.id, services.id), complete=True, disjoint=True),),
)
usual = Text(
    en="the denominator follows the usual definition; the text does not name one",
    vi="mẫu số theo định nghĩa thông thường; văn bản không nêu",
)
unemployment = part.share(
    "unemployment-rate",
    of=part.stock("unemployed", person, better=DOWN, en="Unemployed persons", vi="Số người thất nghiệp"),
    among=part.stock("labour-force", person, en="Labour force", vi="Lực lượng lao động"),
    better=DOWN,
    en="Unemployment rate",
    vi="Tỷ lệ thất nghiệp",
    note=usual,
)
underemployment = part.share(
    "underemployment-rate",
    of=part.stock("underemployed", person, better=DOWN, en="Underemployed persons", vi="Số người thiếu việc làm"),
    among=employed,
    better=DOWN,
    en="Underemployment rate",
    vi="Tỷ lệ thiếu việc làm",
    note=usual,
)

no_day = Text(
    en="the text states a fall to this level; no time is printed, the end of the last reporting year is assumed",
    vi="văn bản nêu là giảm còn mức này; không ghi thời điểm, giả định là cuối năm cuối của kỳ sơ kết",
)
part.untimed(unemployment, Value.exact("2.7", percent), cite(6447, "2,7%"), breakdown=("residence:urban",), note=no_day)
part.untimed(
    underemployment, Value.exact("10", percent), cite(6498, "10%"), breakdown=("residence:rural",), note=no_day
)
part.result(
    6364,
    6451,
    en="New jobs helped to reduce urban unemployment.",
    vi="Việc làm mới góp phần giảm thất nghiệp ở thành thị.",
    indicator=unemployment,
    direction=DOWN,
)
part.result(
    6453,
    6501,
    en="New jobs also helped to reduce rural underemployment.",
    vi="Việc làm mới cũng góp phần giảm tỷ lệ thiếu việc làm ở nông thôn.",
    indicator=underemployment,
    direction=DOWN,
)

# -- structure of employment
farming_share = part.share(
    "employed-agriculture-share",
    of=farming,
    among=employed,
    better=DOWN,
    en="Share of agriculture, forestry and fishing in employment",
    vi="Tỷ trọng lao động nông, lâm nghiệp và thủy sản",
)
industry_share = part.share(
    "employed-industry-share",
    of=industry,
    among=employed,
    better=UP,
    en="Share of industry and construction in employment",
    vi="Tỷ trọng lao động công nghiệp và xây dựng",
)
services_share = part.share(
    "employed-services-share",
    of=services,
    among=employed,
    better=UP,
    en="Share of services in employment",
    vi="Tỷ trọng lao động dịch vụ",
)

part.untimed(
    farming_share,
    Value.exact("72.9", percent),
    cite(6605, "72,9%"),
    note=Text(
        en="no comma is printed after it, so that it runs into the next sector; no time is printed",
        vi="thiếu dấu phẩy sau số nên dính vào ngành kế tiếp; không ghi thời điểm",
    ),
)
part.untimed(industry_share, Value.exact("10.4", percent), cite(6638, "10,4%"))
part.untimed(services_share, Value.exact("16.7", percent), cite(6659, "16,7%"))
part.result(
    6503,
    6664,
    en="Labour moved from agriculture to industry and services.",
    vi="Lao động chuyển từ nông nghiệp sang công nghiệp và dịch vụ.",
    indicator=farming_share,
    direction=DOWN,
)
