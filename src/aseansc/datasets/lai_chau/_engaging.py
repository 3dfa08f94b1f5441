"""A community that engages and benefits the people: science and human resources (characters 1412 to 3517)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import ASSUMED, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
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
    note=Text(en="the scheme approved by Decision 161/QĐ-TTg", vi="đề án được phê duyệt theo Quyết định 161/QĐ-TTg"),
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
    en="Research topics and projects, provincial level",
    vi="Số đề tài, dự án nghiên cứu cấp tỉnh",
)
ministerial = part.flow(
    "research-projects-ministerial",
    project,
    better=UP,
    codes=INNOVATION,
    en="Research projects, ministerial level",
    vi="Số dự án nghiên cứu cấp bộ",
)
research = part.flow(
    "research-projects",
    project,
    better=UP,
    codes=INNOVATION,
    en="Science and technology topics and projects carried out",
    vi="Số đề tài, dự án khoa học và công nghệ đã và đang triển khai",
    breakdowns=(Breakdown(parts=(provincial.id, ministerial.id), complete=True, disjoint=True),),
    note=Text(
        en="the text names two levels; that there is no third one is an interpretation",
        vi="văn bản nêu hai cấp; việc không có cấp thứ ba là cách hiểu khi mã hóa",
    ),
)
part.untimed(
    research,
    Value.exact(36, project),
    cite(1729, "36 đề tài, dự án"),
    note=Text(
        en="finished and ongoing ones together; no period is printed",
        vi="gộp cả số đã xong và số đang thực hiện; không ghi giai đoạn",
    ),
)
part.untimed(provincial, Value.exact(28, project), cite(1800, "28 đề tài, dự án"))
part.untimed(ministerial, Value.exact("8", project), cite(1827, "08 dự án"))

part.result(
    1553,
    1698,
    en="Research and technology transfer focused on the province's main products.",
    vi="Nghiên cứu, chuyển giao công nghệ hướng vào các sản phẩm chính của tỉnh.",
)
part.result(
    1844,
    2062,
    en="New techniques were introduced in agriculture, such as fodder from by-products and low-tillage maize on "
    "slopes.",
    vi="Một số kỹ thuật mới được đưa vào nông nghiệp, như chế biến thức ăn chăn nuôi và trồng ngô trên đất dốc.",
)
part.result(
    2067,
    2178,
    en="Provincial innovations were recognised, and local specialities received certification marks.",
    vi="Sáng kiến cấp tỉnh được công nhận; đặc sản địa phương có nhãn hiệu chứng nhận.",
)
part.result(
    2179,
    2333,
    en="Work on standards and metrology continued.",
    vi="Hoạt động tiêu chuẩn, đo lường được duy trì.",
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
    en="Share of pupils with good or very good results",
    vi="Tỷ lệ học sinh khá, giỏi",
    note=Text(
        en="stated to have risen every school year; no figure", vi="được nêu là tăng qua từng năm học; không có số"
    ),
)
qualified_teachers = part.share(
    "qualified-teachers-rate",
    better=UP,
    en="Share of teachers who meet the standard",
    vi="Tỷ lệ giáo viên đạt chuẩn",
    note=Text(en="stated to be higher than in 2015; no figure", vi="được nêu là cao hơn năm 2015; không có số"),
)
trainees = part.flow(
    "vocational-trainees",
    person,
    better=UP,
    en="Workers who received vocational training",
    vi="Số lao động được đào tạo nghề",
)
trained_workers = part.stock(
    "trained-workers", person, better=UP, en="Trained workers", vi="Số lao động đã qua đào tạo"
)
workers = part.stock("workers", person, codes=(), en="Workers", vi="Số lao động")
trained_rate = part.share(
    "trained-workers-rate",
    of=trained_workers,
    among=workers,
    better=UP,
    en="Share of trained workers",
    vi="Tỷ lệ lao động qua đào tạo",
)

part.result(
    2373,
    2458,
    en="Implementation of Resolution 29-NQ/TW continued.",
    vi="Nghị quyết 29-NQ/TW tiếp tục được thực hiện.",
)
part.result(
    2460,
    2503,
    en="The quality of education improved gradually.",
    vi="Chất lượng giáo dục được nâng dần.",
)
part.result(
    2505,
    2570,
    en="The share of pupils with good results rose with every school year.",
    vi="Tỷ lệ học sinh khá, giỏi năm sau cao hơn năm trước.",
    indicator=good_students,
    direction=UP,
)
part.result(
    2572,
    2617,
    en="Teachers broadly meet the requirements.",
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
    en="The network of schools and classes was reorganised for a leaner administration.",
    vi="Mạng lưới trường, lớp được sắp xếp lại để quản lý tinh gọn hơn.",
)
part.result(
    2757,
    2851,
    en="Vocational training was promoted and improved.",
    vi="Đào tạo nghề được đẩy mạnh, chất lượng tốt hơn.",
)
part.result(
    2854,
    3388,
    en="Training was linked to the labour market, the demand of enterprises and international cooperation.",
    vi="Đào tạo nghề theo nhu cầu của thị trường lao động và doanh nghiệp, có hợp tác quốc tế.",
)

yearly_plan = part.target(
    trainees,
    Absent.NOT_STATED,
    PERIOD,
    TimeCollection.EACH,
    per=Frequency.YEAR,
    time_basis=ASSUMED,
    note=Text(
        en="the plan for one year; its number is not printed",
        vi="kế hoạch của một năm; không ghi con số",
    ),
)
yearly_trainees = part.each(
    trainees,
    Value.exact(5900, person),
    PERIOD,
    cite(3424, "5.900 lao động", governed_by=part.word(3390, "Hàng năm")),
    time_basis=ASSUMED,
    note=Text(
        en="one round number for every year; the years are not printed",
        vi="một số tròn cho mọi năm; không ghi là những năm nào",
    ),
)
part.attainment(yearly_trainees, yearly_plan, Attainment.exact(100, percent), cite(3444, "100% kế hoạch năm"))
part.untimed(
    trained_rate,
    Value.exact("46.33", percent),
    cite(3510, "46,33%"),
    note=Text(
        en="no time is printed; the end of the last reporting year is assumed",
        vi="không ghi thời điểm; giả định là cuối năm cuối của kỳ sơ kết",
    ),
)
