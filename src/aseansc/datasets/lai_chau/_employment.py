"""The inclusive community, second: work and wages (characters 5101 to 6665)."""

from __future__ import annotations

from typing import Final

from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._poverty import inclusive
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
from aseansc.encoding import CARRIED, DOWN, UP
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
    en="Job fairs and travelling exchanges told workers of the labour market abroad every year.",
    vi="Hằng năm có phiên giao dịch và sàn lưu động để người lao động biết thị trường ngoài nước.",
)
part.result(
    5478,
    5682,
    en="Classes and recruiting firms advised people locally on work abroad.",
    vi="Lớp tư vấn và doanh nghiệp được phép đã đến từng nơi tư vấn đi làm việc ở nước ngoài.",
)

# -- loans for jobs
loan_projects = part.flow(
    "job-loan-projects",
    project,
    better=UP,
    en="Projects given loans by the national employment fund",
    vi="Dự án được vay vốn Quỹ quốc gia về việc làm",
)
loan_jobs = part.flow(
    "job-loan-workers",
    person,
    better=UP,
    en="Workers for whom those loans made jobs",
    vi="Lao động có việc làm nhờ các dự án vay vốn đó",
)

part.untimed(
    loan_projects,
    Value.over(808, project),
    cite(5774, "trên 808 dự án"),
    note=Text(
        en="a bound on a number that looks counted; no period is printed",
        vi="có chữ trên trước một số trông như đếm được; không ghi giai đoạn",
    ),
)
part.untimed(
    loan_jobs,
    Value.about(3185, person),
    cite(5818, "khoảng 3.185 lao động"),
    note=Text(
        en="said to be about, though printed to the last digit; no period is printed",
        vi="ghi là khoảng dù in đến hàng đơn vị; không ghi giai đoạn",
    ),
)
part.result(
    5841,
    6120,
    en="Most borrowers were single households and disadvantaged groups, who made work for themselves and others.",
    vi="Bên vay chủ yếu là hộ cá thể và nhóm yếu thế, tự tạo việc làm cho mình và người khác.",
)

# -- new jobs
part.mention(MentionKind.DATE, PERIOD, cite(6200, "giai đoạn 2016-2018"))

mean = part.word(6220, "bình quân mỗi năm")

new_jobs = part.flow("new-jobs", person, better=UP, en="People found new jobs", vi="Người được giải quyết việc làm mới")
workers_abroad = part.flow(
    "workers-sent-abroad",
    person,
    better=UP,
    en="Workers sent abroad under fixed-term contracts",
    vi="Người đi làm việc ở nước ngoài theo hợp đồng có thời hạn",
)

part.target(
    new_jobs,
    Absent.NOT_STATED,
    PERIOD,
    TimeCollection.EACH,
    per=Frequency.YEAR,
    basis=CARRIED,
    note=Text(
        en="the plan of each year; said to have been met and exceeded, its numbers are not printed",
        vi="kế hoạch từng năm; được nêu là đạt và vượt, không ghi con số",
    ),
)
part.result(
    6123,
    6198,
    en="The plan for jobs was met and exceeded in every year.",
    vi="Kế hoạch về việc làm năm nào cũng đạt và vượt.",
    indicator=new_jobs,
    direction=UP,
)
part.average(new_jobs, Value.exact(6924, person), PERIOD, cite(6269, "6.924 người", governed_by=mean))
part.total(
    workers_abroad,
    Value.exact(311, person),
    PERIOD,
    cite(6299, "311 lao động"),
    basis=CARRIED,
    note=Text(
        en="read as the total of the period; the yearly average before the semicolon may be meant to go on",
        vi="hiểu là tổng cả giai đoạn; cũng có thể cụm bình quân mỗi năm đứng trước vẫn chi phối số này",
    ),
)

# -- unemployment
urban_unemployed = part.stock(
    "urban-unemployed", person, better=DOWN, en="Unemployed people in towns", vi="Người thất nghiệp ở thành thị"
)
urban_labour_force = part.stock(
    "urban-labour-force", person, en="Labour force in towns", vi="Lực lượng lao động ở thành thị"
)
unemployment = part.share(
    "urban-unemployment-rate",
    of=urban_unemployed,
    among=urban_labour_force,
    better=DOWN,
    en="Unemployment rate in towns",
    vi="Tỷ lệ thất nghiệp ở thành thị",
    note=Text(
        en="the denominator is that of the usual definition; the text names none",
        vi="mẫu số theo định nghĩa thông thường; văn bản không nêu",
    ),
)
rural_underemployed = part.stock(
    "rural-underemployed",
    person,
    better=DOWN,
    en="Underemployed people in the country",
    vi="Người thiếu việc ở nông thôn",
)
rural_employed = part.stock(
    "rural-employed", person, en="Employed people in the country", vi="Người có việc ở nông thôn"
)
underemployment = part.share(
    "rural-underemployment-rate",
    of=rural_underemployed,
    among=rural_employed,
    better=DOWN,
    en="Underemployment rate in the country",
    vi="Tỷ lệ thiếu việc làm ở nông thôn",
    note=Text(
        en="the denominator is that of the usual definition; the text names none",
        vi="mẫu số theo định nghĩa thông thường; văn bản không nêu",
    ),
)

no_day = Text(
    en="said to have come down to this; no time is printed, the end of the review's last year is assumed",
    vi="được nêu là giảm còn mức này; không ghi thời điểm, giả định là cuối năm cuối của kỳ sơ kết",
)
part.untimed(unemployment, Value.exact("2.7", percent), cite(6447, "2,7%"), note=no_day)
part.untimed(underemployment, Value.exact("10", percent), cite(6498, "10%"), note=no_day)
part.result(
    6364,
    6451,
    en="New jobs helped to bring unemployment in towns down.",
    vi="Tạo việc làm góp phần hạ thất nghiệp ở thành thị.",
    indicator=unemployment,
    direction=DOWN,
)
part.result(
    6453,
    6501,
    en="They helped to bring underemployment in the country down, too.",
    vi="Cũng góp phần hạ tỷ lệ thiếu việc ở nông thôn.",
    indicator=underemployment,
    direction=DOWN,
)

# -- structure of employment
farming = part.stock(
    "employed-agriculture",
    person,
    en="People employed in agriculture, forestry and fishing",
    vi="Lao động nông - lâm - ngư nghiệp",
)
industry = part.stock(
    "employed-industry", person, en="People employed in industry and construction", vi="Lao động công nghiệp - xây dựng"
)
services = part.stock("employed-services", person, en="People employed in services", vi="Lao động dịch vụ")
employed = part.stock(
    "employed",
    person,
    en="Employed people",
    vi="Lao động có việc làm",
    breakdowns=(Breakdown(parts=(farming.id, industry.id, services.id), complete=True, disjoint=True),),
)
farming_share = part.share(
    "employed-agriculture-share",
    of=farming,
    among=employed,
    better=DOWN,
    en="Share of agriculture, forestry and fishing in employment",
    vi="Tỷ trọng lao động nông - lâm - ngư nghiệp",
)
industry_share = part.share(
    "employed-industry-share",
    of=industry,
    among=employed,
    better=UP,
    en="Share of industry and construction in employment",
    vi="Tỷ trọng lao động công nghiệp - xây dựng",
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
        en="no comma follows it, so that it runs into the next branch; no time is printed",
        vi="thiếu dấu phẩy sau số nên dính vào ngành kế tiếp; không ghi thời điểm",
    ),
)
part.untimed(industry_share, Value.exact("10.4", percent), cite(6638, "10,4%"))
part.untimed(services_share, Value.exact("16.7", percent), cite(6659, "16,7%"))
part.result(
    6503,
    6664,
    en="Labour moved out of farming into industry and services.",
    vi="Lao động chuyển từ nông nghiệp sang công nghiệp và dịch vụ.",
    indicator=farming_share,
    direction=DOWN,
)
