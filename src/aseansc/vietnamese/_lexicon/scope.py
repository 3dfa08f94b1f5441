"""Words that apply to later figures of a sentence or paragraph: statuses, frequencies and plans."""

from __future__ import annotations

from itertools import product
from typing import Final

from aseansc.observations import Status
from aseansc.periods import TimeCollection
from aseansc.vietnamese._lexicon import words_in

ESTIMATED: Final = "ước"
MAY_BE_ESTIMATED: Final = "may be estimated: “ước” is said of an earlier figure, and this one may be past"
MAY_BE_PROVISIONAL: Final = "may be provisional: “sơ bộ” is said of earlier figures, and this one may belong to them"
GO_ON: Final = words_in("so tăng giảm bằng gấp vượt chiếm")
"""Words after a semicolon with which the same subject goes on, so that a status goes on, too."""
NOT_ESTIMATE_AFTER: Final = words_in("công quy hương điều hiệp mong ao giao khế nguyện")
"""Words that form another word with a following `ESTIMATED`."""
ESTIMATES: Final = words_in("đạt tính khoảng thực giải tăng giảm")
"""Words after `ESTIMATED` that make it no part of the word before: đầu tư công ước đạt 97 tỷ đồng."""
PUBLIC: Final = "công"
"""Before `ESTIMATED`, an adjective or part of *công ước* (convention)."""
NOT_ESTIMATE_BEFORE: Final = words_in("mơ nguyện muốn vọng lệ hẹn ao mong")
FORE: Final = "dự"
"""Belongs to a following `ESTIMATED`."""
STATUSES: Final = {
    ("dự", "ước"): Status.ESTIMATED,
    ("dự", "kiến"): Status.FORECAST,
    ("dự", "báo"): Status.FORECAST,
    ("sơ", "bộ"): Status.PROVISIONAL,
    ("tạm", "tính"): Status.PROVISIONAL,
    ("phấn", "đấu"): Status.PLANNED,
}
FORECASTS: Final = ("dự", "báo")
"""What somebody else expects, also after a plan in the same sentence."""
STATUS_WORDS: Final = {
    Status.ESTIMATED: ("ước", "khái toán"),
    Status.PROVISIONAL: ("sơ bộ", "tạm tính"),
    Status.FORECAST: ("dự kiến", "dự báo", "dự đoán", "triển vọng", "phương hướng", "định hướng", "sẽ"),
    Status.PLANNED: (
        "kế hoạch",
        "mục tiêu",
        "chỉ tiêu",
        "dự toán",
        "phấn đấu",
        "phương hướng",
        "nhiệm vụ",
        "định hướng",
        "quyết tâm",
        "dự kiến",
        "sẽ",
    ),
    Status.REVISED: ("điều chỉnh",),
}
"""Words anywhere in a text that state a status, of any of its figures."""
GOALS: Final = {("phấn", "đấu"), ("mục", "tiêu")}
"""Plans whose year is not that of what is done: phấn đấu đến năm 2025 …, đã có …."""
DONE: Final = "đã"
THROUGH: Final = "qua"
"""After `DONE`, part of a noun: lao động đã qua đào tạo."""
BEFORE_FORECAST: Final = words_in("hơn với như vượt")
"""Words that compare with a following forecast, which states nothing itself: thấp hơn dự kiến, …."""
ADJUSTED: Final = ("điều", "chỉnh")
REQUESTS: Final = {("đề", "nghị"), ("kiến", "nghị"), ("đề", "xuất")}
BEFORE_MADE: Final = words_in("đã tiền")
"""Words before a request that was made: đã kiến nghị, số tiền đề nghị thanh toán."""
HANDLED: Final = {
    ("thu", "hồi"), ("xử", "lý"), ("xử", "phạt"), ("khởi", "tố"), ("kỷ", "luật"), ("truy", "thu"), ("giảm", "trừ"),
    ("thu", "nộp"), ("nộp", "ngân"), ("loại", "khỏi"), ("khen", "thưởng"),
}  # fmt: skip
"""What inspections request, which is counted when it is requested."""
SETTING: Final = {("xác", "định"), ("quyết", "nghị")}
SETTERS: Final = {("nghị", "quyết"), ("đại", "hội"), ("đề", "án"), ("chiến", "lược")}
"""Documents and meetings before `SETTING` that set goals: nghị quyết xác định: thu nhập đạt 45 triệu đồng."""
REVISING: Final = words_in("chỉnh hạ nâng giảm cắt giữ trì")
"""Words before *dự báo* that revise it, so that also the earlier figure is a forecast: hạ dự báo từ 6,5% xuống 5,8%."""
OFTEN_FORETOLD: Final = words_in("trưởng lạm gdp grdp")
"""Words for what is foretold, before `ADJUSTED`: tốc độ tăng trưởng cũng bị điều chỉnh giảm từ 6,8% xuống 6,2%."""
WILL: Final = "sẽ"
EXPECTS: Final = {
    ("quyết", "tâm"),
    ("chủ", "trương"),
    ("cam", "kết"),
    ("được", "giao"),
    ("cán", "đích"),
    ("đề", "nghị"),
    ("kiến", "nghị"),
    ("yêu", "cầu"),
    ("phải", "đạt"),
    ("phải", "hoàn"),
    ("phải", "bảo"),
    ("phải", "đảm"),
    ("để", "đạt"),
    ("gian", "tới"),
    ("tháng", "cuối"),
    ("nay", "đến"),
    ("bảo", "đảm"),
    ("đảm", "bảo"),
    ("học", "tới"),
    ("có", "thể"),
    ("kịch", "bản"),
    ("triển", "vọng"),
    ("nhận", "định"),
    ("phương", "hướng"),
    ("kỳ", "vọng"),
    ("đề", "xuất"),
    ("dự", "đoán"),
}
"""Verbs and times after which a figure may be planned, asked for or expected: thời gian tới, từ nay đến cuối năm."""
ENSURES: Final = {
    *(("đảm", "bảo"), ("bảo", "đảm"), ("giữ", "vững"), ("tăng", "cường"), ("đẩy", "mạnh"), ("chú", "trọng")),
    *(("tập", "trung"), ("tiếp", "tục"), ("từng", "bước")),
}
"""Such verbs that say what was done after `WAS`, unless `MUST_BE` is before it."""
WAS: Final = "được"
MUST_BE: Final = words_in("cần phải sẽ để")
APPROVES: Final = ("phê", "duyệt")
APPROVING: Final = words_in("định vừa ký")
"""Words before `APPROVES` in news of a decision: vừa ký quyết định phê duyệt Chương trình giảm nghèo."""
APPROVED: Final = words_in("chương đề chiến kế")
"""First words of the programmes that it approves."""
_AIMS: Final = frozenset(
    {("kế", "hoạch"), ("mục", "tiêu"), ("chỉ", "tiêu"), ("nhiệm", "vụ"), ("phương", "hướng"), ("nghị", "quyết")}
)
_PROJECTS: Final = frozenset(
    {("quy", "hoạch"), ("đề", "án"), ("chương", "trình"), ("chiến", "lược"), ("phương", "án"), ("dự", "án")}
)
CARRIES_ON: Final = ("triển", "khai")
"""Sets goals only at the head of a clause: triển khai nhiệm vụ năm 2014, …, but not hội nghị triển khai nhiệm vụ."""
SETS_AIMS: Final = {
    ("thông", "qua"): _AIMS,
    ("đề", "ra"): _AIMS,
    ("đặt", "ra"): _AIMS,
    ("đưa", "ra"): _AIMS,
    ("xác", "định"): _AIMS,
    ("thống", "nhất"): _AIMS | _PROJECTS,
    ("phê", "duyệt"): _AIMS | _PROJECTS,
    CARRIES_ON: frozenset({("nhiệm", "vụ"), ("kế", "hoạch")}),
}
"""Verbs that set what is named after them, which goes on in the next sentences: thông qua 8 chỉ tiêu, như: …."""
SOME_GOALS: Final = "các"
"""With `HAVING` before it, and before the name of a plan, begins what is planned: có các mục tiêu giữ 500 ha."""
SETS_PLAN: Final = "đặt"
"""Before the name of a plan, sets it: đặt mục tiêu."""
WITH_MEANS: Final = words_in("với tổng kinh")
"""Words after `APPROVES` that begin the means of what is approved: được phê duyệt với tổng vốn 14 tỷ đồng."""
RESPONDENTS: Final = words_in("nghiệp người hộ gia")
"""Last words of those who answer a survey: doanh nghiệp, người, chuyên gia."""
LEVEL_OF: Final = "mức"
BEFORE_LEVEL: Final = words_in("hơn với bằng kém xa")
"""Words that compare with a following `LEVEL_OF`, a rate of another time: thấp hơn mức tăng 7,8%."""
OWNERS: Final = words_in("của trong năm tháng quý")
"""Words after such a rate that begin its time, which is past: mức tăng 7,8% của tháng Bảy."""
FORETELLS: Final = words_in("dự ước báo kế mục tính")
REACHED: Final = "đạt"
STRIVES: Final = ("phấn", "đấu")
COMPLETION: Final = (
    r"\b(?:dự kiến|sẽ|phấn đấu)(?: [^\W\d]+){0,3} (?:hoàn thành|khởi công|khánh thành|đưa vào (?:sử dụng|hoạt động))\b"
    r"(?:[^,;:()\d]|(?<=năm )\d{4}|(?<=tháng )\d{1,2}|/\d{4})*,\s*(?:có|với|gồm|tổng|quy mô|công suất)\b[^;]*$"
)
"""Words before what something costs or has, after the time at which it is to be completed."""
GIVEN_PLAN: Final = r"\d\s?% [^,;:()\d]{2,70}(?<!bàn )(?<!chuyển )\bgiao(?: [^,;:()\d]{1,20})?\s*\(\s*$"
"""Words before the plan in a bracket, after a percent and who set it, also if it is misspelt: kể hoạch tỉnh giao (."""
PURPOSE: Final = (
    r"(?:^|[,;:.“”\"(])\s*để (?:hoàn thành|đạt|thực hiện|xây dựng|đảm bảo|bảo đảm)\b[^,;:]*$|"
    r"\bđề án(?: (?:đầu tư|phát triển|xây dựng|trồng))* $|\bnhu cầu\b[^,;:\d]*$"
)
"""Words that say for what something is needed, or name a scheme or a need: để hoàn thành 19/19 tiêu chí, cần …."""
FREQUENCY_OF_ANOTHER: Final = (
    r"(?:\b(?:tăng|giảm) (?:dần )?(?:hàng|hằng|mỗi) năm (?:và|,)\s*(?:đến nay|hiện|nay)\b|"
    r"\b(?:hưởng|chế độ|trợ cấp|lương hưu)\b[^,;\d]*\b(?:hàng|hằng) (?:tháng|quý|năm)\b[^,;\d]*"
    r"\bvới (?:tổng )?(?:số tiền|kinh phí)\b)[^,;]*$"
)
"""Words before a figure with a frequency that is said of something else: tăng hàng năm và đến nay đạt 243.000 người."""
MAY_BE_MISPRINT: Final = "may be planned: “phấn đầu” may be a misprint of “phấn đấu”"
MISPRINTED: Final = ("phấn", "đầu")
"""May be a misprint of `STRIVES`; elsewhere the first pollen, chalk or powder of something."""
FIRST_OF: Final = words_in("vụ mùa tiên lứa đợt giờ")
"""Words after `MISPRINTED` that make it no misprint: lứa phấn đầu vụ."""
POLLEN: Final = words_in("lứa thụ hạt bón đợt lượng lấy")
"""Words before `MISPRINTED` that do so: thụ phấn đầu tháng 3."""
BECOMES: Final = "trở"
UNTIL_END: Final = ("đến", "hết")
"""After *thực hiện*, how long something is to go on: thực hiện đến hết năm 2020 với 3 tỷ đồng."""
PUBLISHES: Final = ("công", "bố")
"""After a forecast, begins what happened: nâng dự báo sau khi thống kê công bố GDP tăng 8%."""
ENDS_OF_PART: Final = frozenset(";.!?…")
VOTES: Final = {("đại", "biểu"), ("tán", "thành"), ("nhất", "trí"), ("phiếu", "thuận")}
EXPECTED_ONLY: Final = {
    ("có", "thể"): words_in("đạt chạm cán vượt lên tăng giảm thu hoàn tới"),
    ("kịch", "bản"): words_in("năm 1 2 3 cao thấp tăng trưởng"),
    ("triển", "vọng"): words_in("tăng kinh lạm phát"),
    ("nhận", "định"): words_in("tăng lạm gdp"),
}
"""Some of these only with one of the words after them: có thể đạt 10 tỷ USD, kịch bản năm 2030."""
EXPECTING: Final = words_in("sẽ cần nhằm")
"""Words that do the same: cần 500 tỷ đồng, nhằm đạt 95%; *sẽ* also with the figure before it."""
NOT_NEEDED: Final = words_in("thiết thơ giờ giuộc đước cù trục cẩu kiệm lưu chú nói nhấn biết nhắc")
"""Words that form another word with a preceding *cần*: cần thiết, Cần Thơ."""
REGISTERS: Final = ("đăng", "ký")
"""Right before a number, a promise: đăng ký 12 xã."""
CAPITAL: Final = "vốn"
"""Before `REGISTERS`, an amount that is registered: vốn đăng ký 500 tỷ đồng."""
CALLS: Final = {
    ("tiếp", "tục"),
    ("đẩy", "mạnh"),
    ("tăng", "cường"),
    ("tập", "trung"),
    ("từng", "bước"),
    ("chú", "trọng"),
    ("giữ", "vững"),
    ("bảo", "đảm"),
    ("đảm", "bảo"),
    ("duy", "trì"),
    ("nâng", "tỷ"),
    ("nâng", "số"),
    ("nâng", "mức"),
    ("nâng", "cao"),
}
"""Verbs at the head of a sentence without a subject, which may be about what is to be done or about what was done."""
PAST_CALLS: Final = words_in("đã so nay hiện được vẫn qua trước vượt ước năm")
"""Words of such a sentence that show that it was done."""
MAY_BE_CALLED_FOR: Final = "may be a target: the sentence does not say whether this is to be done or was done"
PLANS: Final = {("kế", "hoạch"), ("dự", "toán"), ("mục", "tiêu"), ("chỉ", "tiêu")}
SET: Final = {("đề", "ra"), ("đặt", "ra")}
PROSPECTS: Final = {
    *PLANS,
    *GOALS,
    *SET,
    ("nghị", "quyết"),
    ("dự", "kiến"),
    ("dự", "báo"),
    ("triển", "vọng"),
    ("kịch", "bản"),
    ("định", "hướng"),
    ("phương", "hướng"),
    ("đề", "xuất"),
    ("quy", "hoạch"),
    ("đề", "án"),
    ("lộ", "trình"),
    ("phê", "duyệt"),
    ("thông", "qua"),
    ("tầm", "nhìn"),
    ("kỳ", "vọng"),
    ("tối", "thiểu"),
}
"""Words with which a passage turns to what is still to be done."""
BEFORE_RESULT: Final = words_in("bằng được")
"""Words that do so before a number: bằng 95%, thu được 45 tấn; elsewhere part of others: bằng khen, được giao."""
NATIONAL: Final = "quốc"
"""After *mục tiêu*, part of the name of programmes: chương trình mục tiêu quốc gia."""
RESULTS: Final = {
    ("kết", "quả"),
    ("cùng", "kỳ"),
    ("cùng", "kì"),
    ("hoàn", "thành"),
    ("so", "với"),
    ("tính", "đến"),
    ("đến", "nay"),
    ("tới", "nay"),
}
"""Words that say of a figure that it was reached or compared."""
SOME_AFTER_SET: Final = words_in("một số các những")
"""Words between `SET` and `AFTER_SET`: đề ra một số chỉ tiêu."""
AFTER_SET: Final = words_in("đến là mục chỉ đạt phấn tới")
"""Words after `SET` that begin a goal: Nghị quyết đề ra đến năm 2020 còn 10%."""
VERBS_AFTER_SET: Final = words_in("giảm tăng trồng nâng xây phát hỗ giải tạo thu")
"""Words that do so unless the plan before `SET` is compared with: so với kế hoạch đề ra tăng 5%."""
SUBMITS: Final = words_in("trình đông bố qua duyệt")
"""Last words of verbs for a plan that is made known: trình (cổ đông) kế hoạch năm 2022 với doanh thu 1.200 tỷ đồng."""
CONTAINS: Final = words_in("với gồm")
"""Words after such a plan before what it sets."""
AIMED_AT: Final = words_in("có đạt thu giảm tăng trồng nâng xây phát hỗ giải tạo tiếp vận huy")
"""Words after *với mục tiêu* (with the aim of) that state the aim."""
BEFORE_COMPARED_SET: Final = words_in("với so đạt vượt bằng hơn %")
"""Words before the name of a plan that is compared with."""
GIVING: Final = words_in("giao đặt ra")
"""Words after which even `INDICATOR` is a plan: giao chỉ tiêu cho các huyện trồng 1.500 ha."""
SHORT_PLAN: Final = "kh"
SHORT_OUTCOME: Final = "th"
INDICATOR: Final = ("chỉ", "tiêu")
"""Also an indicator: a plan only with `GIVEN`, or with *là* before its figure."""
MAIN: Final = "chủ"
"""After `INDICATOR`, indicators that may be set or reached: một số chỉ tiêu chủ yếu nhiệm kỳ 2020-2025."""
PROGRAMMES: Final = {
    ("định", "hướng"),
    ("quy", "hoạch"),
    ("tầm", "nhìn"),
    ("đề", "án"),
    ("chiến", "lược"),
    ("nghị", "quyết"),
    ("chương", "trình"),
    ("phương", "hướng"),
    ("nhiệm", "vụ"),
    ("đăng", "ký"),
    ("cam", "kết"),
}
"""What states a goal with a following `UP_TO`: định hướng đến năm 2030 đạt 45%."""
ACCORDING: Final = "theo"
DESIGNS: Final = {("quy", "hoạch"), ("đề", "án"), ("phương", "án"), ("lộ", "trình"), ("thiết", "kế")}
"""Names after `ACCORDING` at the head of a clause whose figures may not exist yet: theo quy hoạch, có 250 ha."""
TASKS: Final = {("phương", "hướng"), ("nhiệm", "vụ")}
"""Words that state a plan at the head of a sentence with a colon: nhiệm vụ năm 2019: thu 2.300 tỷ đồng."""
UP_TO: Final = "đến"
BEFORE_UP_TO: Final = words_in("và thì - + *")
MAY_BE_GOAL: Final = "may be a target: “đến năm” does not say whether the year is past"
PAST: Final = words_in("đã hiện")
"""Words that show that what a sentence with `UP_TO` states is past: đến năm 2018, toàn tỉnh đã có …."""
PAST_PAIRS: Final = {("đến", "nay"), ("tới", "nay"), ("mới", "có"), ("mới", "đạt")}
"""Pairs that do so: đến năm 2000 mới có 14%."""
MAY_BE_PAST: Final = words_in("còn vẫn")
"""Words that do so unless the year may be that of a goal: đến năm 2030, tỷ lệ hộ nghèo giảm còn 4%."""
BEFORE_YEAR: Final = words_in("năm đến - –")
REPORTS: Final = {("báo", "cáo"), ("cho", "biết"), ("thống", "kê"), ("rà", "soát"), ("điều", "tra")}
NOT_STRIVEN_AFTER: Final = words_in("lực thần sự trình đua luyện đã trào nhờ chí")
NOT_STRIVEN_BEFORE: Final = words_in("vươn rèn của học trở và , .")
"""Words that make *phấn đấu* no goal: nỗ lực phấn đấu vươn lên."""
OVER_AFTER: Final = words_in("sau qua")
"""Words before a time that is over: sau một năm phấn đấu."""
UNCEASINGLY: Final = ("không", "ngừng")
"""After *phấn đấu*, also what was done."""
GIVEN: Final = words_in("giao được tỉnh huyện hđnd kế đề đặt nghị đại phấn")
NO_PLAN: Final = words_in("hóa hoá nhỏ quốc số và & )")
"""Words after which a plan is a document, a programme or an office: Sở Kế hoạch và Đầu tư."""
BEFORE_PLAN: Final = words_in("đặt ra nhằm giao nêu khi có")
"""Words after which a plan is stated: đặt mục tiêu, đề ra chỉ tiêu."""
OPENS_PLAN: Final = words_in("các những tổng theo còn")
"""Words that may come before a plan at the head of a clause."""
TOLD: Final = words_in("là đến năm tới")
"""Words that show that what is planned follows in the clause."""
COMPARED_WITH: Final = "với"
"""Before a plan, makes only the figure after *là* a planned one: so với kế hoạch là 850 ha, tăng 52 ha."""
BUILDS: Final = ("xây", "dựng")
FOR: Final = "cho"
BEFORE_ATTAINED: Final = words_in("hiện vượt đạt thành so bằng % quả khai dựng của hụt dưới / hành lập duyệt")
"""Words after which a plan is carried out, exceeded or compared with."""
IS: Final = words_in("là :")
CARRY_OUT: Final = ("thực", "hiện")
OUTCOMES: Final = {CARRY_OUT, ("kết", "quả"), ("thực", "tế"), ("tạm", "ứng")}
"""Words that end such a plan: Kế hoạch: 500 ha; thực hiện: 480 ha."""
FINISHED: Final = "hoàn"
"""After the name of a plan, its outcome: kế hoạch vụ xuân hoàn thành với 450 ha."""
TO_CARRY_OUT: Final = words_in("phí tục sẽ cần để nhằm phải trung sức quyết")
"""Words before *thực hiện* that make it no outcome: tiếp tục thực hiện, kinh phí thực hiện."""
MEANS_FOR: Final = words_in("vốn phí sách lực")
"""Words before *thực hiện* and a programme that make it its means: kinh phí thực hiện Chương trình."""
AFTER_CARRIED_OUT: Final = words_in("được đạt ước cả là trong năm còn đến và đã so tăng giảm bằng vượt")
"""Words after *thực hiện* inside a clause that make it an outcome: huyện thực hiện được 480 ha."""
MOVES: Final = words_in("tăng giảm")
"""Of these, verbs that may also go on with a goal: thực hiện giảm 500 hộ nghèo."""
NO_SUBJECTS: Final = words_in("và với")
"""Words before *thực hiện* and a verb after which it goes on with what is to be done: phát động và thực hiện."""
PROMISES: Final = words_in("dẫn ký")
"""Words before *thực hiện* that do so, unless `AFTER_CARRIED_OUT` follows: hướng dẫn thực hiện, đăng ký thực hiện."""
HOW_CARRIED_OUT: Final = words_in("đồng đầy tốt nghiêm")
"""First words of *đồng bộ*, *đầy đủ*, *nghiêm túc*: how something is or is to be carried out."""
OUTCOMES_AFTER_COMMA: Final = words_in("đạt được hoàn thực kết song nhưng tuy")
"""Words after a comma that end a plan, but not a goal: kế hoạch 850 ha, đạt 902 ha."""
OBTAINED: Final = "được"
"""Second word of an outcome after a comma: thu được, trồng được."""
DISBURSED: Final = ("giải", "ngân")
EXCEEDED: Final = "vượt"
BEYOND_PLAN: Final = words_in("vượt hơn với")
REACHES_PLAN: Final = words_in("đạt thành")
EVENTS: Final = {
    "bầu",
    "trao",
    "tặng",
    ("khen", "thưởng"),
    ("đại", "hội"),
    ("đại", "biểu"),
    ("hội", "nghị"),
    ("kỳ", "họp"),
    ("phát", "biểu"),
    ("tham", "dự"),
    ("tham", "luận"),
    ("ý", "kiến"),
    ("cho", "biết"),
}
"""Words of a sentence after goals that is about something else."""
BEFORE_SOME: Final = words_in("đó nay năm quý tháng kỳ trước qua")
"""Words before `OF_SOME` after which it begins a clause of its own: trong đó các xã đã trồng 50 ha."""
NOT_DONE: Final = words_in("qua được giao đề đặt phê ban thông phân ký")
"""Words after `DONE` that belong to the plan: kế hoạch đã được giao là 500 ha."""
OF_SOME: Final = words_in("các những số")
"""Words of a noun that a clause with `DONE` describes: nâng cao tiêu chí tại các xã đã đạt chuẩn."""
HAVING: Final = "có"
"""After such a noun, begins what describes it: các xã có tỷ lệ hộ nghèo trên 25%."""
TO_NOW: Final = {("đến", "nay"), ("tới", "nay")}
NOW: Final = "hiện"
STILL: Final = words_in("chưa đang vẫn còn")
"""Words after `NOW` whose subject comes before it: 822 nghìn hộ dân hiện chưa có nước sạch."""
NO_NOW_AFTER: Final = words_in("thực phát thể xuất biểu tái tân cải chuẩn")
"""Words that form another word with a following `NOW`."""
NO_NOW_BEFORE: Final = words_in("đại thực tượng trạng vật hành hữu trường diện thân thời hình kim")
"""Words that form another word with a preceding `NOW`."""
CUMULATED: Final = {("lũy", "kế"), ("luỹ", "kế"), ("lũy", "tích"), ("luỹ", "tích"), ("cộng", "dồn")}
TERM_PARTS: Final = {
    ("đầu", "năm"): TimeCollection.BEGINNING,
    ("cuối", "năm"): TimeCollection.END,
    ("hết", "năm"): TimeCollection.END,
    ("giữa", "năm"): TimeCollection.WITHIN,
    ("đầu", "kỳ"): TimeCollection.BEGINNING,
    ("cuối", "kỳ"): TimeCollection.END,
    ("đầu", "kì"): TimeCollection.BEGINNING,
    ("cuối", "kì"): TimeCollection.END,
}
"""Parts of a year or of the period of the report that are printed without it."""
FROM: Final = "từ"
WITHIN_TERM: Final = {("trong", "năm"), ("trong", "kỳ"), ("trong", "kì")}
"""Words after which a figure is no longer that of the beginning or end."""
WITHIN: Final = "trong"
TERMS: Final = {("nhiệm", "kỳ"), ("nhiệm", "kì")}
"""With `WITHIN` before them, a period whose years are not printed again: trong nhiệm kỳ, kết nạp 35 đảng viên."""
STAGE: Final = ("giai", "đoạn")
THIS_STAGE: Final = words_in("này đó qua vừa trên ,")
"""Words after `STAGE` that make it a period and not a stage of work: trong giai đoạn này, thu 500 tỷ đồng."""
BEFORE_OR_AFTER: Final = {("trước", "đó"), ("trước", "đây"), ("sau", "đó")}
PARTS_FOLLOW: Final = {("trong", "đó"), ("trong", "số")}
"""Words at the head of a sentence about parts of the figures before it."""
COSTS: Final = {("kinh", "phí"), ("tổng", "kinh")}
"""Words at the head of a sentence about what the one before it would cost."""
VAGUE_TIMES: Final = {*TERMS, STAGE, *BEFORE_OR_AFTER, ("năm", "qua"), ("gian", "qua"), ("gần", "đây"), ("năm", "gần")}
"""Words for a time that is not stated: những năm qua, thời gian gần đây."""
ON: Final = "vào"
"""Before a time after a figure, makes it that of this figure: đạt 2 tỷ đồng vào năm 2030; …."""
YEAR: Final = "năm"
SCHOOL: Final = "học"
"""After a year, a school year."""
MOVED_ON: Final = frozenset({"xuống", "lên", "giảm", "tăng", "còn"})
"""Words after the beginning of a year that is that of the figure before it: từ 32% đầu năm xuống còn 28%."""
NO_PART_AFTER: Final = words_in("tháng quý quí ngày tuần nửa vụ")
"""Words before `TERM_PARTS` that make them the part of something else: những tháng cuối năm."""
PERIODS: Final = words_in("năm tháng quý quí kỳ kì kỷ niên")
NEXT: Final = "tới"
OTHER_PERIODS: Final = words_in("trước ngoái sau tới nay")
"""Words after a period that make it another one, which is known only from the day of the report: năm ngoái."""
SAME_PERIODS: Final = {("cùng", "kỳ"), ("cùng", "kì")}
WHOLE_YEAR: Final = {("cả", "năm")}
"""Words that end the time of a part of a year: quý I/2023 tăng 5%, cả năm tăng 6%."""
EACH: Final = words_in("mỗi hằng hàng")
NOT_EACH: Final = {("hàng", "quý", "hiếm")}
"""Words that only begin like a frequency."""
CROP: Final = "cây"
"""Shortly before *hàng năm*, the name of annual crops: cây công nghiệp hàng năm."""
PERENNIAL: Final = words_in("quả lâu dài tán rừng")
"""Words between them that show other crops, so that *hằng năm* is a frequency: trồng cây ăn quả hằng năm 100 ha."""
PAID_MONTHLY: Final = {("trợ", "cấp"), ("phụ", "cấp"), ("lương", "hưu"), ("hưu", "trí")}
GETS: Final = "hưởng"
ENDS_NAME: Final = frozenset({",", ";", ".", "với"})
"""Signs and words after *hằng tháng* that make it a part of the name of what is paid."""
HIGHS: Final = words_in("cao thấp")
GOODS_OR_EACH: Final = "hàng"
INCOME: Final = ("thu", "nhập")
GOODS: Final = words_in("cây khách ngân bán mặt cửa nhà đơn gian xếp kho lô giao nhập xuất mua chuyển quầy tiền")
"""Words that form another word with a following *hàng*: khách hàng, ngân hàng, bán hàng, cây hàng năm."""
MEANS: Final = {("bình", "quân"), ("trung", "bình")}
PAIRS: Final = frozenset(
    {
        *STATUSES,
        *PLANS,
        *SET,
        *PROGRAMMES,
        *OUTCOMES,
        *TO_NOW,
        *WHOLE_YEAR,
        *MEANS,
        *CUMULATED,
        *TERM_PARTS,
        *WITHIN_TERM,
        *SAME_PERIODS,
        *VAGUE_TIMES,
        *EXPECTS,
        *DESIGNS,
        *SETS_AIMS,
        *PARTS_FOLLOW,
        APPROVES,
        PUBLISHES,
        ADJUSTED,
        *SETTING,
        REGISTERS,
        MISPRINTED,
        *product(PERIODS, OTHER_PERIODS),
    }
)
"""All these pairs of words."""
STARTS: Final = frozenset(
    {*(first for first, _ in PAIRS), *EACH, *EXPECTING, ESTIMATED, NOW, DONE, SHORT_PLAN, SHORT_OUTCOME}
)
"""First words of all these."""
AGAINST_BASE: Final = words_in("so cùng")
"""Words after a change that begin its base of comparison."""

# -- words around a single figure

BEFORE_A_FIGURE: Final = words_in(
    """
    tăng giảm thêm sụt hạ bớt đạt chiếm là còn có lên xuống chỉ ước tính dự kiến báo sơ bộ bằng gấp vượt cao thấp
    nhiều ít lớn nhỏ kém hơn bình quân trung mỗi hằng hàng năm tháng quý trong đến hết ngày đã được mức từ số tới so
    với kế hoạch chỉ tiêu mục khoảng cả tổng cộng gồm lúc vào lần xếp đứng hạng điện thoại đường dây nóng khóa khoá
    quyết định nghị thông tư giai đoạn tương đương ứng lượt ngưỡng chạm sau và trở
    """
)
"""Words that may come before a figure without being part of it."""
AFTER_A_FIGURE: Final = words_in("so với cùng kỳ kì năm trước ngoái tháng quý của mỗi một kế hoạch đề ra giao")
