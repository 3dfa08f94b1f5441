"""The end of the review: results, difficulties, what is to be done (characters 16908 to 23002)."""

from __future__ import annotations

from typing import Final

from aseansc.datasets.lai_chau._poverty import poor
from aseansc.datasets.lai_chau._source import part as new_part
from aseansc.datasets.lai_chau._sustainable import forest_cover
from aseansc.encoding import DOWN, UP
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
    en="What was achieved",
    vi="Kết quả",
)
part.mention(MentionKind.DURATION, Value.exact(3, year), cite(16931, "3 năm"))
part.result(
    17063,
    17318,
    en="The poor, the disabled and the vulnerable live a step better and reach support more easily.",
    vi="Người nghèo, người khuyết tật, người yếu thế sống khá hơn một bước, dễ tiếp cận hỗ trợ hơn.",
)
part.result(
    17321,
    17498,
    en="Training and employment policy helped workers make or find jobs with steady pay.",
    vi="Chính sách đào tạo nghề, việc làm giúp người lao động tự tạo hoặc tìm việc có thu nhập ổn định.",
)
part.result(
    17501,
    17797,
    en="Social security, carried out in step and in full, steadied lives, unity and public order.",
    vi="An sinh xã hội làm đồng bộ, đủ, kịp thời, góp phần ổn định đời sống, đoàn kết và trật tự.",
)
part.result(
    17800,
    17930,
    en="Education got better, and schools were built up further.",
    vi="Chất lượng giáo dục khá dần, trường lớp tiếp tục được đầu tư.",
)
part.result(
    17931,
    18050,
    en="Preventive health care was attended to, and no great epidemic broke out in the year.",
    vi="Y tế dự phòng được quan tâm, trong năm không có dịch lớn.",
)
part.result(
    18053,
    18142,
    en="Forest fires were prevented well, and forest cover went on rising.",
    vi="Phòng cháy rừng tốt, độ che phủ rừng còn tăng.",
    indicator=forest_cover,
    direction=UP,
)
part.result(
    18143,
    18227,
    en="Investment in farming and forestry was sought actively.",
    vi="Tích cực thu hút đầu tư vào nông, lâm nghiệp.",
)
part.result(
    18228,
    18310,
    en="Disaster prevention and rescue had the attention of all levels.",
    vi="Các cấp quan tâm phòng thiên tai và cứu nạn.",
)
part.result(
    18311,
    18407,
    en="Help after disasters was given actively.",
    vi="Chủ động giúp khắc phục sau thiên tai.",
)
part.result(
    18410,
    18585,
    en="Culture and sport were lively, and the movement for a cultured life spread widely.",
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
    en="Doctors who quit",
    vi="Bác sĩ bỏ việc",
    note=Text(en="said to be more and more; no figure", vi="được nêu là ngày càng tăng; không có số"),
)
vocationally_trained_rate = part.share(
    "vocationally-trained-workers-rate",
    better=UP,
    codes=("ASCC-2025:B.2",),
    en="Share of workers with vocational training",
    vi="Tỷ lệ lao động qua đào tạo nghề",
    note=Text(
        en="said to be low; no figure. Not the share with training of any kind, which is 46.33%",
        vi="được nêu là thấp; không có số. Khác tỷ lệ qua đào tạo nói chung, là 46,33%",
    ),
)
part.difficulty(
    18609,
    18737,
    en="Schools in remote areas are short of rooms and equipment, and what there is does not match.",
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
    en="Facilities for health care are limited, most of all at the base.",
    vi="Cơ sở khám chữa bệnh hạn chế, nhất là ở cơ sở.",
)
part.difficulty(
    18863,
    18903,
    en="Highly qualified doctors are wanting.",
    vi="Thiếu bác sĩ chuyên môn giỏi.",
)
part.difficulty(
    18904,
    18937,
    en="More and more doctors quit.",
    vi="Ngày càng nhiều bác sĩ nghỉ việc.",
    indicator=doctors_leaving,
    direction=UP,
)
part.difficulty(
    18940,
    19091,
    en="Vocational training falls short in quality and trades in some places; few workers have it.",
    vi="Dạy nghề vài nơi chưa đạt về chất lượng, cơ cấu; ít lao động qua đào tạo.",
    indicator=vocationally_trained_rate,
)
part.difficulty(
    19092,
    19218,
    en="Part of the ethnic minorities live hard; the fall of poverty is not lasting, many may fall back.",
    vi="Một phần đồng bào dân tộc còn khó khăn; giảm nghèo chưa vững, dễ tái nghèo.",
    indicator=poor,
)
part.difficulty(
    19219,
    19273,
    en="Culture and sport bring little that is new.",
    vi="Văn hóa, thể thao ít đổi mới.",
)
part.difficulty(
    19276,
    19442,
    en="Land certificates, compensation and resettlement still give rise to complaints.",
    vi="Cấp giấy, bồi thường, tái định cư còn phát sinh khiếu nại.",
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
    en="Some districts do not control land and minerals tightly; unlawful mining goes on.",
    vi="Vài huyện quản lý đất, khoáng sản chưa chặt; còn khai thác trái phép.",
)
part.difficulty(
    19770,
    19862,
    en="Little research and technology reaches farming.",
    vi="Nghiên cứu, công nghệ vào nông nghiệp còn ít.",
)
part.difficulty(
    19863,
    19965,
    en="Science lives mostly on the state budget; little comes from others.",
    vi="Khoa học chủ yếu nhờ ngân sách, ít nguồn xã hội hóa.",
)
part.difficulty(
    19968,
    20090,
    en="Many firms have owed social and health insurance for long, and much.",
    vi="Nhiều doanh nghiệp nợ bảo hiểm kéo dài, số nợ lớn.",
)
part.difficulty(
    20090,
    20173,
    en="Most informal workers are in neither voluntary social nor unemployment insurance.",
    vi="Lao động phi chính thức phần lớn ở ngoài bảo hiểm tự nguyện và thất nghiệp.",
)

# -- what is to be done
part.section(
    "actions",
    cite(20178, "Mục tiêu và giải pháp trọng tâm những năm tiếp theo."),
    en="Goals and main measures of the years to come",
    vi="Mục tiêu, giải pháp những năm tới",
)
part.action(
    20233,
    20379,
    en="Carry out the tasks of culture, society, lasting poverty reduction and social security.",
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
    en="Guard against disasters and adapt to climate change.",
    vi="Phòng thiên tai, thích ứng khí hậu.",
)
part.action(
    20507,
    20597,
    en="Advertise the province's culture and tourism in more ways.",
    vi="Quảng bá văn hóa, du lịch tỉnh bằng nhiều cách.",
)
part.action(
    20598,
    20703,
    en="Train officials for the posts they hold.",
    vi="Đào tạo cán bộ theo vị trí công tác.",
)
part.action(
    20707,
    20978,
    en="Tell officials and people, ethnic minorities above all, of the Community and of the province's plan.",
    vi="Tuyên truyền về Cộng đồng và kế hoạch của tỉnh, nhất là cho đồng bào thiểu số.",
)
part.mention(MentionKind.DOCUMENT_NUMBER, "1418/KH-UBND", cite(20936, "1418/KH-UBND"))
part.mention(MentionKind.DATE, AsOf.parse("2017-08-02"), cite(20954, "02/8/2017"))
part.action(
    20983,
    21070,
    en="Renew the way the state carries out policies for the people.",
    vi="Đổi mới quản lý nhà nước khi thực hiện chính sách cho dân.",
)
part.action(
    21071,
    21265,
    en="Carry on the movement for a cultured life together with new rural areas and civilised towns.",
    vi="Đẩy mạnh đời sống văn hóa gắn với nông thôn mới, đô thị văn minh.",
)
part.action(
    21266,
    21392,
    en="Encourage people to rise by themselves and help to build the province.",
    vi="Khuyến khích dân tự vươn lên, góp sức xây dựng địa phương.",
)
part.mention(MentionKind.DATE, Period.year(2025), cite(21518, "năm 2025"))
part.action(
    21396,
    21615,
    en="Work the Community's plan to 2025 into the yearly plans of departments and districts.",
    vi="Đưa kế hoạch của Cộng đồng đến 2025 vào kế hoạch năm của sở, ngành, huyện.",
)
part.action(
    21620,
    21720,
    en="Put the organisation in order and make procedures easier for people and firms.",
    vi="Sắp xếp bộ máy, cải cách thủ tục cho dân và doanh nghiệp.",
)
part.action(
    21721,
    21973,
    en="Raise officials' skills, knowledge of integration, languages and computing.",
    vi="Nâng trình độ, hiểu biết hội nhập, ngoại ngữ, tin học cho công chức.",
)
part.action(
    21977,
    22114,
    en="Train officials to carry out cultural and social policy in integration.",
    vi="Bồi dưỡng công chức để làm chính sách văn hóa, xã hội thời hội nhập.",
)
part.action(
    22115,
    22237,
    en="Press on with administrative reform that serves the people.",
    vi="Đẩy mạnh cải cách hành chính phục vụ dân.",
)
part.action(
    22240,
    22321,
    en="Find more money and people for cultural and social policy.",
    vi="Huy động thêm nguồn lực, nhân lực cho chính sách văn hóa, xã hội.",
)
part.action(
    22322,
    22588,
    en="Draw in firms, organisations and people at home and abroad to carry out the goals.",
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
    en="Check and oversee how the tasks are carried out, with the people at the centre.",
    vi="Kiểm tra, giám sát các nhiệm vụ, lấy người dân làm trung tâm.",
)
