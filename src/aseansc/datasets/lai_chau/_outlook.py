"""The end of the review: results, difficulties and planned actions (characters 16908 to 23002)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import DOWN, UP
from aseansc.datasets.lai_chau._poverty import poor
from aseansc.datasets.lai_chau._source import part as new_part
from aseansc.datasets.lai_chau._sustainable import forest_cover
from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, Period
from aseansc.texts import Text
from aseansc.units import person, year
from aseansc.values import Value

part: Final = new_part()
cite = part.cite

# -- results
part.section(
    "achievements",
    cite(16908, "Kết quả đạt được"),
    en="Achievements",
    vi="Kết quả đạt được",
)
part.mention(MentionKind.DURATION, Value.exact(3, year), cite(16931, "3 năm"))
part.result(
    17063,
    17318,
    en="Poor, disabled and vulnerable people live somewhat better and have easier access to support.",
    vi="Người nghèo, người khuyết tật, người yếu thế sống khá hơn một bước, dễ tiếp cận hỗ trợ hơn.",
)
part.result(
    17321,
    17498,
    en="Training and employment policies helped workers to create or find jobs with a stable income.",
    vi="Chính sách đào tạo nghề, việc làm giúp người lao động tự tạo hoặc tìm việc có thu nhập ổn định.",
)
part.result(
    17501,
    17797,
    en="Social security, provided in a coordinated, full and timely way, helped to stabilise lives, unity and public "
    "order.",
    vi="An sinh xã hội được thực hiện đồng bộ, đủ, kịp thời, góp phần ổn định đời sống, đoàn kết và trật tự.",
)
part.result(
    17800,
    17930,
    en="Education improved, and investment in schools continued.",
    vi="Chất lượng giáo dục khá dần, trường lớp tiếp tục được đầu tư.",
)
part.result(
    17931,
    18050,
    en="Preventive health care received attention, and there was no major epidemic in the year.",
    vi="Y tế dự phòng được quan tâm, trong năm không có dịch lớn.",
)
part.result(
    18053,
    18142,
    en="Forest fires were prevented effectively, and forest cover continued to rise.",
    vi="Phòng cháy rừng đạt kết quả tốt, độ che phủ rừng tiếp tục tăng.",
    indicator=forest_cover,
    direction=UP,
)
part.result(
    18143,
    18227,
    en="Investment in agriculture and forestry was actively sought.",
    vi="Tích cực thu hút đầu tư vào nông, lâm nghiệp.",
)
part.result(
    18228,
    18310,
    en="Disaster prevention and rescue received attention at all levels.",
    vi="Các cấp quan tâm phòng thiên tai và cứu nạn.",
)
part.result(
    18311,
    18407,
    en="Recovery after disasters was actively supported.",
    vi="Chủ động hỗ trợ khắc phục hậu quả thiên tai.",
)
part.result(
    18410,
    18585,
    en="Cultural and sports activities were lively, and the cultural life movement spread widely.",
    vi="Văn hóa, thể thao sôi nổi; phong trào đời sống văn hóa lan rộng.",
)

# -- difficulties
difficulties = part.section(
    "difficulties",
    cite(18588, "Khó khăn, tồn tại"),
    en="Difficulties and shortcomings",
    vi="Khó khăn, hạn chế",
)
doctors_leaving = part.flow(
    "doctors-leaving",
    person,
    better=DOWN,
    codes=("ASCC-2025:B.2",),
    en="Doctors who resigned",
    vi="Số bác sĩ bỏ việc",
    note=Text(en="stated to be increasing; no figure", vi="được nêu là ngày càng tăng; không có số"),
)
vocationally_trained_rate = part.share(
    "vocationally-trained-workers-rate",
    better=UP,
    codes=("ASCC-2025:B.2",),
    en="Share of workers with vocational training",
    vi="Tỷ lệ lao động qua đào tạo nghề",
    note=Text(
        en="stated to be low; no figure. It differs from the share of workers with any training, which is 46.33%",
        vi="được nêu là thấp; không có số. Khác với tỷ lệ lao động qua đào tạo nói chung, là 46,33%",
    ),
)
part.difficulty(
    18609,
    18737,
    en="Schools in remote areas lack rooms and equipment, which are not of a uniform standard.",
    vi="Trường vùng sâu, vùng xa thiếu cơ sở, thiết bị đồng bộ.",
)
part.difficulty(
    18738,
    18786,
    en="Many classrooms are makeshift or borrowed.",
    vi="Nhiều lớp còn học tạm, học nhờ.",
)
part.difficulty(
    18787,
    18862,
    en="Health care facilities are limited, especially at the grassroots level.",
    vi="Cơ sở vật chất khám chữa bệnh hạn chế, nhất là ở tuyến cơ sở.",
)
part.difficulty(
    18863,
    18903,
    en="Highly qualified doctors are lacking.",
    vi="Thiếu bác sĩ chuyên môn giỏi.",
)
part.difficulty(
    18904,
    18937,
    en="More and more doctors resign.",
    vi="Ngày càng nhiều bác sĩ nghỉ việc.",
    indicator=doctors_leaving,
    direction=UP,
)
part.difficulty(
    18940,
    19091,
    en="In some places, vocational training is inadequate in quality and in choice of trades; few workers have it.",
    vi="Dạy nghề vài nơi chưa đạt về chất lượng, cơ cấu; ít lao động qua đào tạo.",
    indicator=vocationally_trained_rate,
)
part.difficulty(
    19092,
    19218,
    en="Some ethnic minorities live in hardship; poverty reduction is not sustainable, and the risk of falling back "
    "is high.",
    vi="Một phần đồng bào dân tộc còn khó khăn; giảm nghèo chưa vững, dễ tái nghèo.",
    indicator=poor,
)
part.difficulty(
    19219,
    19273,
    en="Cultural and sports activities are slow to innovate.",
    vi="Hoạt động văn hóa, thể thao ít đổi mới.",
)
part.difficulty(
    19276,
    19442,
    en="Land certificates, compensation and resettlement still lead to complaints.",
    vi="Cấp giấy chứng nhận, bồi thường, tái định cư còn phát sinh khiếu nại.",
)
part.difficulty(
    19443,
    19608,
    en="Lax land management in some places leads to misuse, encroachment and disputes.",
    vi="Quản lý đất vài nơi lỏng, dẫn đến sử dụng sai, lấn chiếm, tranh chấp.",
)
part.difficulty(
    19609,
    19767,
    en="Some districts do not manage land and minerals strictly; illegal mining continues.",
    vi="Vài huyện quản lý đất, khoáng sản chưa chặt; còn khai thác trái phép.",
)
part.difficulty(
    19770,
    19862,
    en="Little research and technology is applied in agriculture.",
    vi="Nghiên cứu, ứng dụng công nghệ trong nông nghiệp còn ít.",
)
part.difficulty(
    19863,
    19965,
    en="Science is mostly funded from the state budget, with little from other sources.",
    vi="Khoa học chủ yếu nhờ ngân sách, ít nguồn xã hội hóa.",
)
part.difficulty(
    19968,
    20090,
    en="Many firms have large, long-standing arrears of social and health insurance contributions.",
    vi="Nhiều doanh nghiệp nợ bảo hiểm kéo dài, số nợ lớn.",
)
part.difficulty(
    20090,
    20173,
    en="Most informal workers have neither voluntary social insurance nor unemployment insurance.",
    vi="Phần lớn lao động phi chính thức chưa tham gia bảo hiểm xã hội tự nguyện và bảo hiểm thất nghiệp.",
)

# -- planned actions
part.section(
    "actions",
    cite(20178, "Mục tiêu và giải pháp trọng tâm những năm tiếp theo."),
    en="Goals and main measures for the coming years",
    vi="Mục tiêu, giải pháp những năm tới",
)
part.action(
    20233,
    20379,
    en="Carry out the tasks in culture, society, sustainable poverty reduction and social security.",
    vi="Làm tốt nhiệm vụ văn hóa, xã hội, giảm nghèo và an sinh.",
)
part.action(
    20380,
    20457,
    en="Use resources well and protect the environment.",
    vi="Dùng tài nguyên hiệu quả, giữ môi trường.",
)
part.action(
    20458,
    20506,
    en="Prevent disasters and adapt to climate change.",
    vi="Phòng, chống thiên tai và thích ứng biến đổi khí hậu.",
)
part.action(
    20507,
    20597,
    en="Promote the province's culture and tourism in more ways.",
    vi="Quảng bá văn hóa, du lịch tỉnh bằng nhiều cách.",
)
part.action(
    20598,
    20703,
    en="Train officials for their positions.",
    vi="Đào tạo cán bộ theo vị trí công tác.",
)
part.action(
    20707,
    20978,
    en="Inform officials and the public, especially ethnic minorities, about the Community and the province's plan.",
    vi="Tuyên truyền về Cộng đồng và kế hoạch của tỉnh, nhất là cho đồng bào thiểu số.",
)
part.mention(MentionKind.DOCUMENT_NUMBER, "1418/KH-UBND", cite(20936, "1418/KH-UBND"))
part.mention(MentionKind.DATE, AsOf.parse("2017-08-02"), cite(20954, "02/8/2017"))
part.action(
    20983,
    21070,
    en="Reform state management in implementing policies for the people.",
    vi="Đổi mới quản lý nhà nước khi thực hiện chính sách cho dân.",
)
part.action(
    21071,
    21265,
    en="Promote the cultural life movement together with new rural areas and civilised towns.",
    vi="Đẩy mạnh đời sống văn hóa gắn với nông thôn mới, đô thị văn minh.",
)
part.action(
    21266,
    21392,
    en="Encourage people to improve their lives by their own efforts and to help develop the province.",
    vi="Khuyến khích dân tự vươn lên, góp sức xây dựng địa phương.",
)
part.mention(MentionKind.DATE, Period.year(2025), cite(21518, "năm 2025"))
part.action(
    21396,
    21615,
    en="Integrate the Community's plan to 2025 into the yearly plans of departments and districts.",
    vi="Đưa kế hoạch của Cộng đồng đến 2025 vào kế hoạch năm của sở, ngành, huyện.",
)
part.action(
    21620,
    21720,
    en="Reorganise the administration and simplify procedures for people and firms.",
    vi="Sắp xếp bộ máy, cải cách thủ tục cho dân và doanh nghiệp.",
)
part.action(
    21721,
    21973,
    en="Improve officials' skills and their knowledge of integration, foreign languages and computing.",
    vi="Nâng trình độ, hiểu biết hội nhập, ngoại ngữ, tin học cho công chức.",
)
part.action(
    21977,
    22114,
    en="Train officials to implement cultural and social policy in the context of integration.",
    vi="Bồi dưỡng công chức để làm chính sách văn hóa, xã hội thời hội nhập.",
)
part.action(
    22115,
    22237,
    en="Advance administrative reform that serves the people.",
    vi="Đẩy mạnh cải cách hành chính phục vụ dân.",
)
part.action(
    22240,
    22321,
    en="Mobilise more funds and staff for cultural and social policy.",
    vi="Huy động thêm nguồn lực, nhân lực cho chính sách văn hóa, xã hội.",
)
part.action(
    22322,
    22588,
    en="Involve firms, organisations and people at home and abroad in implementing the goals.",
    vi="Vận động doanh nghiệp, tổ chức, người dân trong, ngoài nước góp sức cho các mục tiêu.",
)
part.action(
    22589,
    22671,
    en="Encourage organisations and people to support the province's plan.",
    vi="Khuyến khích tổ chức, cá nhân giúp tỉnh thực hiện kế hoạch.",
)
part.action(
    22675,
    22990,
    en="Inspect and supervise the implementation of the tasks, with people at the centre.",
    vi="Kiểm tra, giám sát các nhiệm vụ, lấy người dân làm trung tâm.",
)
