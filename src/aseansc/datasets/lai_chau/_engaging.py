"""The community that engages and benefits the people: science, and human resources (characters 1412 to 3517)."""

from __future__ import annotations

from typing import Final

from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
from aseansc.encoding import ASSUMED, UP
from aseansc.findings import InstrumentKind
from aseansc.indicators import Breakdown
from aseansc.mentions import MentionKind
from aseansc.periods import Frequency, Period, TimeCollection
from aseansc.texts import Text
from aseansc.units import percent, person, project
from aseansc.values import Attainment, Value

part: Final = new_part("ASCC-2025:B.2")
cite = part.cite

part.section(
    "results",
    cite(1412, "Kết quả thực hiện các mục tiêu Đề án 161"),
    en="Results against the goals of Scheme 161",
    vi="Kết quả thực hiện mục tiêu Đề án 161",
)
part.mention(
    MentionKind.DOCUMENT_NUMBER,
    "161",
    cite(1443, "Đề án 161"),
    note=Text(en="the scheme that Decision 161/QĐ-TTg approved", vi="đề án được phê duyệt theo Quyết định 161/QĐ-TTg"),
)
engaging = part.section(
    "engaging",
    cite(1456, "Xây dựng cộng đồng gắn kết và mang lại lợi ích cho người dân"),
    en="A community that engages and benefits the people",
    vi="Cộng đồng gắn kết và mang lại lợi ích cho người dân",
    codes=("ASCC-2025:A",),
)

# -- science and technology
part.section(
    "science",
    cite(1521, "Hoạt động khoa học và công nghệ"),
    broader=engaging,
    en="Science and technology",
    vi="Khoa học và công nghệ",
)
INNOVATION: Final = ("ASCC-2025:E.2",)

provincial = part.flow(
    "research-projects-provincial",
    project,
    better=UP,
    codes=INNOVATION,
    en="Research topics and projects at provincial level",
    vi="Đề tài, dự án nghiên cứu cấp tỉnh",
)
ministerial = part.flow(
    "research-projects-ministerial",
    project,
    better=UP,
    codes=INNOVATION,
    en="Research projects at ministry level",
    vi="Dự án nghiên cứu cấp bộ",
)
research = part.flow(
    "research-projects",
    project,
    better=UP,
    codes=INNOVATION,
    en="Research and technology topics and projects carried out",
    vi="Đề tài, dự án khoa học và công nghệ đã và đang triển khai",
    breakdowns=(Breakdown(parts=(provincial.id, ministerial.id), complete=True, disjoint=True),),
    note=Text(
        en="two levels are named; that there is no third is our reading",
        vi="văn bản nêu hai cấp; việc không có cấp thứ ba là cách hiểu của chúng tôi",
    ),
)
part.untimed(
    research,
    Value.exact(36, project),
    cite(1729, "36 đề tài, dự án"),
    note=Text(
        en="finished ones and running ones together; no period is printed",
        vi="gộp cả số đã xong và số đang thực hiện; không ghi giai đoạn",
    ),
)
part.untimed(provincial, Value.exact(28, project), cite(1800, "28 đề tài, dự án"))
part.untimed(ministerial, Value.exact("8", project), cite(1827, "08 dự án"))

part.result(
    1553,
    1698,
    en="Research and transfer of technology were turned to the province's main products.",
    vi="Nghiên cứu, chuyển giao công nghệ hướng vào các sản phẩm chính của tỉnh.",
)
part.result(
    1844,
    2062,
    en="New techniques reached farming, such as fodder from by-products and low-tillage maize on slopes.",
    vi="Một số kỹ thuật mới đã vào nông nghiệp, như chế biến thức ăn chăn nuôi và trồng ngô trên đất dốc.",
)
part.result(
    2067,
    2178,
    en="Provincial innovations were recognised, and local specialities got certification marks.",
    vi="Sáng kiến cấp tỉnh được công nhận; đặc sản địa phương có nhãn hiệu chứng nhận.",
)
part.result(
    2179,
    2333,
    en="Work on standards and measurement was kept up.",
    vi="Hoạt động tiêu chuẩn, đo lường được giữ vững.",
)

# -- human resources
part.section(
    "human-resources",
    cite(2338, "Nâng cao chất lượng nguồn nhân lực"),
    broader=engaging,
    en="Quality of human resources",
    vi="Chất lượng nguồn nhân lực",
)
part.instrument(
    "resolution-29",
    InstrumentKind.RESOLUTION,
    cite(2406, "29-NQ/TW"),
    issuer=Text(
        en="Central Committee of the Communist Party of Viet Nam, 11th term", vi="Ban Chấp hành Trung ương Đảng khóa XI"
    ),
)
part.mention(MentionKind.DOCUMENT_NUMBER, "29-NQ/TW", cite(2406, "29-NQ/TW"))
part.mention(MentionKind.ORDINAL, 11, cite(2455, "XI"))
part.mention(MentionKind.DATE, Period.year(2015), cite(2657, "năm 2015"))

good_students = part.share(
    "good-students-rate",
    better=UP,
    en="Pupils with good or very good results",
    vi="Tỷ lệ học sinh khá, giỏi",
    note=Text(en="said to have risen each school year; no figure", vi="được nêu là tăng qua từng năm học; không có số"),
)
qualified_teachers = part.share(
    "qualified-teachers-rate",
    better=UP,
    en="Teachers who meet the standard",
    vi="Tỷ lệ giáo viên đạt chuẩn",
    note=Text(en="said to be above that of 2015; no figure", vi="được nêu là cao hơn năm 2015; không có số"),
)
trainees = part.flow(
    "vocational-trainees", person, better=UP, en="Workers given vocational training", vi="Lao động được đào tạo nghề"
)
trained_workers = part.stock(
    "trained-workers", person, better=UP, en="Workers with training", vi="Lao động đã qua đào tạo"
)
workers = part.stock("workers", person, codes=(), en="Workers", vi="Lao động")
trained_rate = part.share(
    "trained-workers-rate",
    of=trained_workers,
    among=workers,
    better=UP,
    en="Share of workers with training",
    vi="Tỷ lệ lao động qua đào tạo",
)

part.result(
    2373,
    2458,
    en="Resolution 29-NQ/TW was carried on with.",
    vi="Nghị quyết 29-NQ/TW tiếp tục được thực hiện.",
)
part.result(
    2460,
    2503,
    en="The quality of education rose step by step.",
    vi="Chất lượng giáo dục nâng dần.",
)
part.result(
    2505,
    2570,
    en="Each school year had a larger share of good pupils than the one before.",
    vi="Tỷ lệ học sinh khá, giỏi năm sau cao hơn năm trước.",
    indicator=good_students,
    direction=UP,
)
part.result(
    2572,
    2617,
    en="Teachers broadly meet what is asked of them.",
    vi="Giáo viên về cơ bản đạt yêu cầu.",
)
part.result(
    2619,
    2665,
    en="A larger share of teachers meets the standard than in 2015.",
    vi="Tỷ lệ giáo viên đạt chuẩn cao hơn năm 2015.",
    indicator=qualified_teachers,
    direction=UP,
)
part.result(
    2667,
    2756,
    en="The network of schools and classes was put in order for a leaner administration.",
    vi="Mạng lưới trường, lớp được sắp xếp gọn hơn.",
)
part.result(
    2757,
    2851,
    en="Vocational training was run actively and got better.",
    vi="Đào tạo nghề được đẩy mạnh, chất lượng tốt hơn.",
)
part.result(
    2854,
    3388,
    en="Training was tied to the labour market, to enterprises' orders and to cooperation abroad.",
    vi="Đào tạo nghề theo thị trường lao động, với nhu cầu doanh nghiệp và hợp tác quốc tế.",
)

yearly_plan = part.target(
    trainees,
    Absent.NOT_STATED,
    PERIOD,
    TimeCollection.EACH,
    per=Frequency.YEAR,
    basis=ASSUMED,
    note=Text(
        en="the plan of a year; its number is not printed",
        vi="kế hoạch của một năm; không ghi con số",
    ),
)
yearly_trainees = part.each(
    trainees,
    Value.exact(5900, person),
    PERIOD,
    cite(3424, "5.900 lao động", governed_by=part.word(3390, "Hàng năm")),
    basis=ASSUMED,
    note=Text(
        en="one round number for every year; which years is not printed",
        vi="một số tròn cho mọi năm; không ghi là những năm nào",
    ),
)
part.attainment(yearly_trainees, yearly_plan, Attainment.exact(100, percent), cite(3444, "100% kế hoạch năm"))
part.untimed(
    trained_rate,
    Value.exact("46.33", percent),
    cite(3510, "46,33%"),
    note=Text(
        en="no time is printed; the end of the review's last year is assumed",
        vi="không ghi thời điểm; giả định là cuối năm cuối của kỳ sơ kết",
    ),
)
