"""Words around a figure: qualifiers, directions, plans and bases of comparison."""

from __future__ import annotations

from typing import Final

from aseansc.values import Qualifier
from aseansc.vietnamese._lexicon import words_in

# -- qualifiers

QUALIFIERS: Final[dict[tuple[str, ...], Qualifier]] = {
    ("trên", "dưới"): Qualifier.ABOUT,
    ("xấp", "xỉ"): Qualifier.ABOUT,
    ("khoảng",): Qualifier.ABOUT,
    ("khoảng", "thêm"): Qualifier.ABOUT,
    ("chừng",): Qualifier.ABOUT,
    ("~",): Qualifier.ABOUT,
    ("trên",): Qualifier.OVER,
    ("hơn",): Qualifier.OVER,
    ("quá",): Qualifier.OVER,
    (">",): Qualifier.OVER,
    ("gần",): Qualifier.NEARLY,
    ("ngót",): Qualifier.NEARLY,
    ("ngót", "nghét"): Qualifier.NEARLY,
    ("non",): Qualifier.NEARLY,
    ("suýt", "soát"): Qualifier.NEARLY,
    ("dưới",): Qualifier.UNDER,
    ("chưa", "đầy"): Qualifier.UNDER,
    ("chưa", "tới"): Qualifier.UNDER,
    ("chưa", "đến"): Qualifier.UNDER,
    ("không", "đến"): Qualifier.UNDER,
    ("không", "đầy"): Qualifier.UNDER,
    ("<",): Qualifier.UNDER,
    ("tối", "thiểu"): Qualifier.AT_LEAST,
    ("ít", "nhất"): Qualifier.AT_LEAST,
    ("không", "dưới"): Qualifier.AT_LEAST,
    ("không", "ít", "hơn"): Qualifier.AT_LEAST,
    ("không", "thấp", "hơn"): Qualifier.AT_LEAST,
    ("không", "nhỏ", "hơn"): Qualifier.AT_LEAST,
    ("không", "kém"): Qualifier.AT_LEAST,
    **dict.fromkeys((("bằng", word, "trên") for word in ("và", "hoặc", "hay")), Qualifier.AT_LEAST),
    **dict.fromkeys((("bằng", word, "dưới") for word in ("và", "hoặc", "hay")), Qualifier.AT_MOST),
    ("lớn", "hơn", "hoặc", "bằng"): Qualifier.AT_LEAST,
    ("nhỏ", "hơn", "hoặc", "bằng"): Qualifier.AT_MOST,
    ("từ", "đủ"): Qualifier.AT_LEAST,
    ("≥",): Qualifier.AT_LEAST,
    ("tối", "đa"): Qualifier.AT_MOST,
    ("nhiều", "nhất"): Qualifier.AT_MOST,
    ("không", "quá"): Qualifier.AT_MOST,
    ("không", "nhiều", "hơn"): Qualifier.AT_MOST,
    ("không", "cao", "hơn"): Qualifier.AT_MOST,
    ("không", "lớn", "hơn"): Qualifier.AT_MOST,
    ("không", "vượt", "quá"): Qualifier.AT_MOST,
    ("≤",): Qualifier.AT_MOST,
}
HAVE_BOUNDS: Final = words_in(
    "lương nhập mức giá phí chi vốn tiền độ điểm số tuổi gian suất tích lượng trị thọ sản phạt"
)
"""Last words of what may have a bound itself: mức lương tối thiểu đạt 4 triệu đồng."""
HYPHENS: Final = frozenset("-–")
NUMBER: Final = ("con", "số")
BELOW_END: Final = "dưới"
"""Before the second number of a range, which is then not part of it: từ 6 đến dưới 12 m."""
BEYOND: Final = "quá"
NEAR: Final = "non"
YOUNG: Final = words_in("mầm rừng cây lợn bò trâu gà cá tôm lá măng núi tre chè vườn còn sinh nõn")
"""Words after which `NEAR` means young, or forms a name: mầm non 5 tuổi, rừng non 50 ha, nước non."""
NO_BOUND: Final = words_in("vượt không")
"""Words that form another word with a following `BEYOND`."""
AT_LEVEL: Final = {
    "trên": Qualifier.OVER,
    "dưới": Qualifier.UNDER,
    "gần": Qualifier.NEARLY,
    "khoảng": Qualifier.ABOUT,
}
"""Words that are a qualifier with a following *mức*, which otherwise begins another phrase: dưới mức 5%."""
AND_MORE: Final = {("trở", "lên"): Qualifier.AT_LEAST, ("trở", "xuống"): Qualifier.AT_MOST}
"""Words after a figure that make it a bound."""
SUFFERS: Final = "bị"
BEFORE_AND_MORE: Final = (("từ", "đủ"), ("từ",))
PEOPLE: Final = "dân"
BEFORE_OVER: Final = words_in("có với là đạt cho của gồm phục")
"""Words after which `OVER` is a qualifier even before a round number of inhabitants."""
PER_OR_OVER: Final = "“trên” may mean “per” or “more than” before a round number of inhabitants"
OVER: Final = "trên"
"""May also mean "in" or "on"."""
IN_OR_OVER: Final = "“trên” may mean “in” or “more than” before a number of places or things"
ON_OR_OVER: Final = "“trên” may mean “on” or “more than” before an area of land"
BASED: Final = "dựa"
"""Before `OVER`, on what something is based: dựa trên 5 lĩnh vực."""
STUDIES: Final = words_in("cứu sát nghiệm")
"""Last words of what is done on persons or things: nghiên cứu, khảo sát, thử nghiệm trên 509 trẻ."""
ON_LAND: Final = words_in("dựng tác hiện khai nghiệm nuôi xuất trồng cấy sạ gieo tưới phun trí đặt công làm")
"""Last words of activities on land: xây dựng, canh tác, thực hiện, triển khai, thí nghiệm, sản xuất, bố trí."""

# -- directions

UP: Final = words_in("tăng thêm")
DOWN: Final = words_in("giảm sụt hạ bớt hụt")
DIRECTIONS: Final = dict.fromkeys(UP, 1) | dict.fromkeys(DOWN, -1)
"""The direction of each verb of change: 1 for a rise, -1 for a fall."""
DENIES: Final = words_in("không chưa chẳng đừng")
BETWEEN_DENIAL: Final = words_in("cắt được bị hề phải có để làm gia còn thể")
"""Words between one of `DENIES` and the rise or fall that it denies: không bị giảm 5 hộ."""
NOT_DENIED: Final = words_in("chỉ những ngừng")
"""Words after one of `DENIES` with which it denies nothing: không những tăng 5%."""
STRENGTHENS: Final = words_in("cường tốc cân vào")
"""Words after *tăng* or *thêm* that make it something else: tăng cường, tăng tốc, thêm vào đó."""
HAS_MORE: Final = ("có", "thêm")
"""Before things that are `NEW`, a level: có thêm 109 doanh nghiệp thành lập mới."""
DONE_MORE: Final = words_in(
    "nhận nạp dựng xây lập trồng hút mua tuyển cấp đón mở ký tạo động trí giao vay hiện ngân sung khai tư bắt đặt đào "
    "trợ sản thả bầu công tặng trao hành phối"
)
"""Last words of what was done before *thêm* and the things that it was done to: ghi nhận thêm 932 ca bệnh."""
ALSO_ADDED: Final = ("mới", "và")
"""Before a rise that belongs to the name of an amount: vốn cấp mới và tăng thêm 298 triệu USD."""
NEW: Final = "mới"
RURAL: Final = "thôn"
SHORT: Final = "hụt"
BEFORE_SHORT: Final = words_in("thâm đắp số vào nguồn")
"""Words that form the name of a deficit with a following *hụt*: thâm hụt 300 triệu USD, bù đắp hụt thu."""
FURTHER: Final = "thêm"
"""After a fall, a further fall: giảm thêm."""
RAISE: Final = "nâng"
RAISE_OR_LOWER: Final = words_in("nâng hạ")
MOVED: Final = words_in("tăng giảm thêm bớt")
MORE: Final = "hơn"
UPWARDS: Final = words_in("cao nhiều lớn dài rộng tốt nặng nhanh mạnh khá sâu")
"""Adjectives that make a rise with a following `MORE`."""
COMPARATIVES: Final = words_in("sớm muộn trễ trẻ già đắt rẻ")
"""Adjectives that form a comparison without a direction with a following `MORE`: sớm hơn 3 năm."""
DOWNWARDS: Final = words_in("thấp ít nhỏ kém ngắn hẹp chậm yếu")
EXCEEDS: Final = "vượt"
BREACHES: Final = frozenset({EXCEEDS, *words_in("sai trái ngoài quá")})
"""Words before the name of a plan or norm after which an amount is not what it sets: sai định mức 41 tỷ đồng."""
PASSES: Final = {("vượt", "qua"), ("vượt", "mức"), ("vượt", "mốc"), ("vượt", "ngưỡng")}
"""Words before an amount that was passed: diện tích đã vượt mức 800.000 ha."""
WITHIN_RANGE: Final = "trong"
ROUGHLY: Final = "khoảng"
"""After `WITHIN_RANGE` and before a range, the range itself: trong khoảng 91% đến 96%."""
NO_EXCESS: Final = words_in("khó nghèo bậc trội biên qua")
"""Words that form another word with a preceding `EXCEEDS`: học sinh nghèo vượt khó."""
NO_RISE: Final = words_in("cường gia tốc")
TAXES: Final = [[tax, "giá", "trị", "gia"] for tax in ("thuế", "phí", "vụ")]
"""Words before *tăng* that make it part of the name of a tax: thuế giá trị gia tăng 10%."""
NO_FALL: Final = words_in("trừ nghèo thiểu nhẹ đói sát thuế tầng lưu du long khả")
PACES: Final = words_in("độ mức")
"""Words that form the name of a change with a following rise or fall, so that even *là* or *đạt* before the number does
not make it a level: tốc độ tăng đạt 5,2 %, mức giảm là 3 %."""
AMOUNTS: Final = words_in("mức")
GROWTH: Final = "trưởng"
"""After a rise, the name of a change: tăng trưởng tín dụng đạt 12 %."""
GROWTHS: Final = {("tăng", "trưởng"), ("tốc", "độ")}
"""Names after which percents of the sentence may be growth, also in a list: tốc độ tăng, dự báo tăng trưởng."""
OF_SHARES: Final = words_in("chiếm góp lạm lãi hộ học trẻ phụ rừng phiếu")
"""Words between such a name and a percent that is then a share of something, or interest: 80% số hộ, lạm phát 4%."""
NO_WHOLE: Final = words_in(
    """
    so và do nhờ vì bởi trong khi nhưng còn theo vào của năm quý tháng mỗi về tăng giảm thay hồi từ cho đối trước sau
    kế thấp cao là
    """
)
"""Words after a percent that do not begin the name of its whole."""
WHOLES: Final = words_in("số dân hộ lao diện tổng người cả")
"""Words after a percent that begin the name of its whole: 80% số hộ, 20% tổng sản phẩm."""
POOR_HOUSEHOLDS: Final = {("hộ", "nghèo"), ("hộ", "cận")}
POOR: Final = "nghèo"
"""After a fall, the reduction of poverty, which is a rate if a percent follows: giảm nghèo bình quân 2 %/năm."""
RATES: Final = words_in("lệ suất số")
"""Words that do so only if more of the name follows: tỷ lệ tăng dân số, but not lãi suất tăng 0,5 %."""
RATE: Final = "lệ"
NO_RATE_OF_CHANGE: Final = words_in(
    """
    dân tự sinh dần đều lên xuống còn so từ đến tới qua trong cao mạnh nhanh chậm nhẹ rất khá đáng liên không hơn thêm
    """
)
"""Words after a rise or fall that make it no name of a change: tỷ lệ tăng dân số tự nhiên, tỷ lệ giảm dần."""
WITHIN: Final = words_in("trong của ở tại thuộc")
"""Words before a number that make it no size of the change that is named earlier."""
UPWARD: Final = "lên"
DOWNWARD: Final = "xuống"
PACE: Final = "tốc"
"""May stand before one of `PACES`."""
INTO: Final = words_in("vào cho")
CONTRIBUTES: Final = "góp"
"""With `INTO` and the name of growth, a share of the growth: đóng góp vào tăng trưởng đạt 45%."""
PRODUCT: Final = ("tổng", "sản")
PRODUCTS: Final = words_in("grdp gdp")
TOTALS: Final = PRODUCTS | {"tổng"}
"""Words right after a percent that make it one of something else than a plan: so với dự toán, bằng 6,28% GDP."""
OF_PRODUCT: Final = words_in("với trên trong / từ theo của cấu trọng vào cho và")
"""Words before a gross product that make it the whole of a share: so với GDP, tỷ trọng trong GDP."""
INTEREST: Final = words_in("lãi phí phạt thuê suất lệ")
"""Words that show that a percent per year or month is that of interest or a fee: lãi 6,5%/năm."""
MAKES_UP: Final = "chiếm"
"""Before a percent, even of a plan, a share: chiếm 53,3% dự toán thu nội địa."""
SAYS: Final = words_in("là : =")
STATES: Final = words_in("đạt là :")
"""Words after the name of what the number states: tỷ lệ tăng đạt 9,9 %."""
GROWN: Final = {("tăng", "trưởng"), ("gdp", "năm"), ("gdp", "quý"), ("gdp", "của"), ("grdp", "của")}
"""Words after which percents of the next sentences may be growth."""
THIS: Final = "này"
"""After the name of a rate, one that was named before: tỷ lệ này."""
NO_GROWTH_AFTER: Final = words_in("dõi đồ")
"""Words before a rise and `GROWTH` that make it the growth of a child: theo dõi tăng trưởng."""
MORE_THAN_LEVEL: Final = ("hơn", "mức")
DEGREES: Final = words_in("rất mạnh khá nhẹ nhanh cao chậm")
"""Words that may stand between a direction and a bracket."""
ENDS_PERCENT: Final = words_in(", . ; ) và")
"""Words and signs after a percent that belongs to the amount before it."""
LEVELS: Final = words_in(
    """
    còn lên xuống là đạt chiếm có bằng ở từ gồm mức thành đến tới khoảng về cho trong của tại
    """
)
"""Words after which a number is a level, not a change."""
FILLERS: Final = words_in(
    """
    bình quân trung mỗi hàng hằng một năm tháng quý được khá mạnh nhẹ nhanh so với cùng kỳ trước thực tế ước tính
    trưởng lần lượt / ngoái tuyệt đối
    """
)
"""Words that may stand between a direction and its number."""
DURING: Final = words_in("trong qua sau")
PERIODS_OF_CHANGE: Final = words_in("năm kỳ kì tháng quý quí tuần vụ")
"""Words after `DURING` that make the time of a change: giảm trong năm 500 hộ."""
AGO: Final = "qua"
"""May come after `PERIODS_OF_CHANGE`: trong 5 năm qua."""
AWAY: Final = words_in("còn lên xuống chiếm từ thành có")
"""Words after which a number is a level even after the name of a change."""
REACHED_BY: Final = words_in("còn lên xuống chiếm")
"""Words of a change after which the level that was reached follows."""
BUT: Final = words_in("nhưng song")
"""Words with which another clause begins."""
AWAY_OR_BUT: Final = AWAY | BUT
SENTENCE_SIGNS: Final = frozenset(".;!?:")
CLAUSE_SIGNS: Final = frozenset(',;.:!?()[]“”"-–+•*')
STRUCTURES: Final = {("cơ", "cấu"), ("tỷ", "trọng"), ("tỉ", "trọng")}
"""What the percents of a list after a colon are shares of."""
IN_TURN: Final = ("lần", "lượt")
"""After a comma, the clause goes on; before *là*, the number is still a change."""
RATE_NAMES: Final = {
    ("tỷ", "lệ"),
    ("tỉ", "lệ"),
    ("tỷ", "trọng"),
    ("tỉ", "trọng"),
    ("tỷ", "suất"),
    ("tỉ", "suất"),
    ("lãi", "suất"),
    ("độ", "che"),
    ("che", "phủ"),
    ("cơ", "cấu"),
    ("công", "suất"),
    ("giảm", "nghèo"),
    ("giảm", "sinh"),
    ("mức", "độ"),
    ("bao", "phủ"),
    ("đô", "thị"),
}
"""First words of things that are measured in percent, so that a change of them is usually one of points."""
RATIOS: Final = (("tỷ", "lệ"), ("tỉ", "lệ"))
AMONG: Final = words_in("đó riêng")
"""Words that begin what is said of a part: trong đó, riêng."""
GOES_ON: Final = words_in("phấn đấu đạt mức là và của cùng kỳ kì năm tháng quý i ii iii iv khoảng ước thấp cao đó")
"""Words between two percents after which the second one may be another change."""
NO_SUBJECT: Final = words_in(
    """
    tăng thêm giảm sụt hạ bớt hụt vượt cao thấp hơn đạt còn lên xuống là và mức tới đến cuối đầu hết từ trong so với vào
    """
)
"""Words between two figures after which the second one is still about the same thing as the first."""
AMOUNT_NAMES: Final = words_in("giá sản doanh thu chi vốn kim tổng số lượng diện dân nợ đàn chỉ khách năng quy thuế")
"""First words of the names of amounts: giá trị, sản lượng, doanh thu, tổng vốn, diện tích."""
AMOUNT_PAIRS: Final = {
    ("giá", "trị"),
    ("sản", "lượng"),
    ("doanh", "thu"),
    ("kim", "ngạch"),
    ("ngân", "sách"),
    ("giải", "ngân"),
    ("vốn", "đầu"),
}
"""Names of amounts, of which a percent after *đạt* may be one of a plan: giá trị đầu tư đạt 58%."""
BY: Final = "theo"
PRICE: Final = "giá"
BECAUSE: Final = words_in("do nhờ vì bởi chủ trong khi nhưng còn theo")
"""Words after a figure that name nothing that it counts."""
MOST_IS: Final = ("nhất", "là")
RANKED: Final = "thứ"
SECTORS: Final = words_in(
    """
    , và nông lâm ngư nghiệp thủy thuỷ hải sản công xây dựng dịch vụ thương mại khu vực ngành sản xuất khai khoáng
    chế biến tạo trồng trọt chăn nuôi vận tải du lịch bán lẻ xuất nhập khẩu kinh tế thuế sản phẩm i ii iii
    """
)
"""Words of the branches of an economy, whose growth is listed after one verb."""
DIFFERENCES: Final = words_in("so chênh hơn kém vượt hụt")
CHOICES: Final = words_in("/ ( ) , + - – − ± hoặc hay")
"""Words and signs between two directions of which one applies."""
STRONGLY: Final = words_in("mạnh nhanh được nhẹ sâu vọt đột biến thêm")
UP_TO: Final = words_in("tới đến")
FROM: Final = "từ"
DEVELOPMENT: Final = ("phát", "triển")
"""After `PACES`, growth or its index: tốc độ phát triển kinh tế đạt 7,36%."""
SAME: Final = (["tương", "đương"], ["tương", "ứng"], ["tức"], ["tức", "là"], ["hay"], ["hay", "là"])
"""Words between a percent and the amount that it equals."""
OR: Final = "hay"
SAME_IN_BRACKET: Final = words_in("( kế hoạch chỉ tiêu mục năm là : kh đạt giao ước cùng kỳ trước đề ra tăng giảm")
"""Words between a figure and one in brackets after it about the same thing: 35,3 triệu đồng (kế hoạch năm là …)."""
EQUIVALENTS: Final = {
    ("tương", "đương"),
    ("tương", "ứng"),
    ("quy", "đổi"),
    ("qui", "đổi"),
    ("quy", "ra"),
    ("quy", "thành"),
    ("trị", "giá"),
}
"""Words between a figure and the same amount in another unit."""
AND: Final = "và"
OF: Final = "của"
LED_TO: Final = words_in("đạt còn")
"""Words before the share that a change led to, in a bracket after it: tăng thêm 8% (đạt khoảng 90%)."""
OWN_VERBS: Final = words_in("góp dao thuộc")
"""Words before a percent that give it a meaning of its own: đóng góp, dao động, phụ thuộc."""
IN: Final = "ở"
HOME: Final = "nhà"
"""Before `IN`, housing: nhà ở 0,5%."""
MOVING: Final = r"\b(?:tăng|giảm)\b"
"""A verb of change in the sentence at the head of a list."""
WITH_CHANGE: Final = words_in("( , và & / với")
TO_BE: Final = words_in("bằng ở thành được đã từ cho hơn")
"""Verbs and other words with which a number after a change begins a statement of its own."""
AS_TO: Final = "về"
NEW_CLAUSE: Final = words_in("so còn đạt là chiếm có lên xuống với")
BEFORE_A_MINUS: Final = words_in(": = là đạt mức còn ở")
RUNNING: Final = words_in("liền")
IN_A_ROW: Final = words_in("liên liền qua gần nay trở")
BARELY: Final = words_in("khoảng được mới chỉ ước tính")
"""Words that may stand between a verb and its number."""
IS: Final = "là"

# -- ranks

PLACE: Final = ("vị", "trí")
RANKINGS: Final = {PLACE, ("xếp", "hạng"), ("thứ", "hạng")}
"""Words before a place in a ranking: vị trí 44/131 quốc gia."""
RANKED_PLACES: Final = words_in("country province -")

# -- denominators

SERIALS: Final = words_in("stt tt")
"""Words before a serial number."""
PER: Final = "/"
NUMBER_OF: Final = words_in("số lệ suất")
"""Last words of what a rate states, before the thing that is counted: số giường bệnh, tỷ lệ bác sĩ."""
BEFORE_BASES: Final = words_in("trên quân")
"""Words before the base of a rate that is named before its number: số bác sĩ trên 10.000 dân: 8,5."""
BEFORE_RATES: Final = words_in("là đạt : =")
AFTER_BASES: Final = BEFORE_RATES | words_in("( ) năm ước khoảng gần hơn trên")
"""Words between such a base and its number, with a year and the unit in brackets."""
PER_HEAD: Final = ("đầu", "người")
MEANS: Final = {("bình", "quân"), ("trung", "bình")}
OF_MEANS: Final = words_in("nhập số giá lương lượng điểm chi thọ")
"""Last words of what may be a mean itself: thu nhập bình quân tăng 15%, but not giá trị sản xuất tăng bình quân 15%."""
AFTER_MEANS: Final = words_in("đầu một mỗi chung / của cả")
"""Words after *bình quân* that say of whom the mean is."""
ONES: Final = words_in("1 01 một")
"""After such words, each: bình quân 1 hộ."""
LAND: Final = words_in("ha héc hecta hécta hec")
EARNED: Final = words_in("trị phẩm nhập thu lãi suất lợi nhuận")
"""Last words of what is earned or grown on land: giá trị sản phẩm trên 1 ha, thu nhập trên 1 ha."""
EACH: Final = "mỗi"
EACH_OF: Final = words_in("mỗi từng")
MEAN_OF: Final = words_in("/ của")
"""May stand between *bình quân* and the noun that an amount is per: bình quân/xã, thu nhập bình quân của người dân."""
WHOLE_PLACES: Final = words_in("nước quốc tỉnh huyện xã thành vùng ngành thị quận phường khu")
"""Words after *cả* or *toàn* that make a place, of which a mean is said: bình quân đầu người toàn huyện."""
BEFORE_SPELL: Final = words_in("/ ( ) 1 01 một")
"""Between a noun and the month or year that a mean is also per: bình quân người/tháng, đầu người một (1) tháng."""
RECEIVED: Final = words_in("hưởng trợ cấp lương phụ phí đóng nộp trả từ nguồn quỹ")
"""Words of what is paid at regular times, not of how often it is counted: 500 người hưởng trợ cấp hằng tháng."""
AFTER_SPELL: Final = words_in("vì do ở tại trên trong cho từ để với và của bởi nhờ bằng")
"""Words after *mỗi tháng* that begin another part of the sentence, so that it belongs to the number before."""
INCOMES: Final = {("thu", "nhập"), ("chi", "tiêu"), ("mức", "chi"), ("mức", "lương"), ("tiền", "lương")}
IN_IT: Final = ("trong", "đó")
MAY_BE_PER: Final = "may be per person or per household, as an amount before it"
POPULATION: Final = ("dân", "số")
"""Before *trung bình*, the population in the middle of the year."""
MEDIUM: Final = words_in("khá cao thấp yếu kém nhỏ lớn")
"""After *trung bình*, a grade: điểm trung bình khá."""
MEAN_OF_UNSTATED: Final = "a mean, but what it is per is not stated"
FRACTION: Final = "a fraction of what is counted in whole numbers: a mean, but what it is per is not stated"
BODY_MEASURES: Final = {("chiều", "cao"), ("cân", "nặng")}
"""Words before *trung bình* that make a mean of what each person has once: chiều cao trung bình của người Việt."""
COUNTED: Final = "số"
WHOLE: Final = "tổng"
HEALTHY: Final = {("sống", "khỏe"), ("sống", "khoẻ")}
LIVED: Final = {("tuổi", "thọ"), ("số", "ngày"), ("số", "giờ")}
"""Words before an age or a duration that make it an indicator: tuổi thọ, số năm sống khỏe, tổng số ngày nghỉ."""
ON_THE_WAY: Final = [["tới"], ["còn"], ["lên"], ["xuống"], ["xuống", "còn"], ["lên", "đến"], ["lên", "tới"], ["đến"]]
"""Words between the start and the end of a change: từ 20 triệu đồng lên 35 triệu đồng/người."""
ALL_OF: Final = words_in("tổng toàn cả")
"""Words after which a number is no longer one for each."""
ONE_PRODUCT: Final = words_in("một")
"""After the noun, the name of a programme: mỗi xã một sản phẩm."""

POINT: Final = "điểm"
INDICES: Final = words_in("index pci papi par sipas gci gii pmi dti hạng thang cột thi sàn") | {"chỉ", "tổng"}
"""Words of a sentence about an index or a score, so that its points are not those of a rate."""
POINTS_OR_INDEX: Final = "“điểm” may mean percentage points or points of an index"
TURN: Final = "lượt"
OTHER_TURNS: Final = words_in("xe tàu thuyền phương chuyến máy sơ truy xem sách thư khám bay")
"""Words that turns may be of, other than persons and households: xe, phương tiện, hồ sơ, truy cập, khám."""

NO_OTHER_TURNS: Final = {("địa", "phương"), ("chính", "sách")}
BROADCASTS: Final = {("phát", "thanh"), ("phát", "sóng"), ("tuyên", "truyền")}
"""Words before turns of broadcasts: phát thanh 60 lượt."""
RECEIVES: Final = "tiếp"
"""Right before turns, makes them those of receptions: đã tiếp 25 lượt với 38 người."""
TURNS_OF_OTHERS: Final = words_in("đoàn tiếp xe tàu thuyền phương chuyến máy doanh sách kiểm cơ đơn tổ hồ /")
"""Words after turns that are not those of persons or households: lượt đoàn, lượt tiếp, 866 lượt/964 lượt người."""

# -- plans

PLANS: Final = {("kế", "hoạch"), ("chỉ", "tiêu"), ("dự", "toán"), ("mục", "tiêu"), ("định", "mức")}
AIMS: Final = {*PLANS, ("nghị", "quyết"), ("đề", "án")}
"""What a figure may be compared with, or be a percent of: đạt 51% so với nghị quyết đề ra."""
ATTAINED: Final = words_in("thành đạt")
"""Words before the name of a plan that was reached, or not: chưa hoàn thành kế hoạch doanh thu 50 tỷ đồng."""
WHOLE_PLANS: Final = (("tổng", "số"), ("tổng", "mức"), ("tổng",), ("mức",))
"""Words between a percent and the plan that it is of: 21,1% tổng kế hoạch vốn."""
SURE_PLANS: Final = {("kế", "hoạch"), ("dự", "toán")}
ALL_COMPARED: Final = {("dân", "số"), ("tổng", "số"), ("tổng", "dân")}
"""Words after *so với* that are all of which a percent is a share."""
AIM: Final = ("chỉ", "tiêu")
FORETOLD: Final = "dự"
"""First word of forecasts, with which a growth rate is compared."""
SHORT_PLAN: Final = "kh"
SHORT_BUDGET: Final = "dt"
"""Also the area (diện tích)."""
SURE_PLAN_STARTS: Final = words_in("kh dt so")
OUTCOME_OVER_PLAN: Final = ("th", "/", "kh")
BEFORE_LABELLED: Final = words_in(": = là đạt năm")
"""Words between a label and its percent."""
PLAN_TAIL: Final = words_in("năm giao đề ra được tỉnh đặt huyện trung ương tw hđnd nghị quyết đại hội cả")
GIVES: Final = words_in("giao tỉnh tw hđnd trung")
"""Words after `SHORT_BUDGET`: DT tỉnh giao."""
YEAR: Final = "năm"
AMOUNT: Final = "mức"
"""May stand between `EXCEEDS` and the number."""
BELOW: Final = words_in("thấp kém")
ABOVE: Final = words_in("cao lớn nhiều")
ROSE: Final = "tăng"
FELL: Final = words_in("giảm hụt thiếu")
BUDGET: Final = words_in("thu chi")
MOVED_BUDGET: Final = words_in("tăng giảm vượt hụt")
"""Words before `BUDGET` that make a percent against the plan a difference: tăng thu 5% so với dự toán."""
REACHED: Final = words_in("đạt bằng hoàn thành hiện được")
"""Words before a percent of a plan."""
EQUALS: Final = "bằng"
REACHES: Final = "đạt"
ALSO: Final = words_in("và ,")
COMPLETED: Final = words_in("đạt thành")
"""Words before "and exceeded"."""
COMPLETE: Final = ("hoàn", "thành")

# -- bases of comparison

COMPARED: Final = "so"
AGAINST: Final = "với"
COMPARED_WITH: Final = words_in("với cùng ck cknn cknt năm kỳ kì tháng quý")
SHORT_BASES: Final = words_in("ck cknn cknt")
SAME_PERIODS: Final = {("cùng", "kỳ"), ("cùng", "kì"), ("trước", "dịch"), ("trước", "đại")}
PERIODS: Final = words_in("năm tháng quý kỳ")
LAST: Final = words_in("trước ngoái")
GRANTED: Final = words_in("cho tiền giá thuế phí lãi")
"""Words after an amount of money by which something falls that say to whom it was granted, or as what."""
START_OF_YEAR: Final = (["đầu", "năm"], ["thời", "điểm", "đầu", "năm"])
SEASON: Final = "vụ"

# -- multiples, percents

MULTIPLIES: Final = "gấp"
N_TIMES: Final = "“tăng N lần” may mean an increase to N times or by N times"
OCCASIONS: Final = "“lần” may mean occasions or a multiple"
PERCENT_WORDS: Final = words_in("%") | {"phần trăm"}
