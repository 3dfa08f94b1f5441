"""Words between a change or a percent and what it is said of or compared with."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.drafting import ACTIONS, AND_WORD, HARM, OPENING, RATES, SHARE_VERB
from aseansc.vietnamese._lexicon.places import CAPITAL

FROM_PLAN: Final = (
    r"(?:\s*\([^()\n]{1,40}\)|\))?\s*so (?:với )?(?:(?:mục tiêu|chỉ tiêu|nghị quyết|số) )?"
    r"(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh\b)"
)
"""Words right after a change that is one from a plan, not from an earlier time: vượt 3 tỷ đồng so với kế hoạch."""
SECOND_NOUN: Final = rf",\s*(?!{ACTIONS}|trong\b)[^\W\d]+(?: [^\W\d]+)?\s*(?:[;.()]|$|\b(?:được|đã|có|của|tại)\b)"
"""The second thing that a number counts, right after its noun: 6 cầu, cống."""
ABOUT_ITS: Final = "về "
"""The word between a change and what changed: tăng 15% về số doanh nghiệp."""
ABOUT_AMOUNT: Final = r"\s*về (?:mặt )?(?:(?P<mass>(?:khối |sản )?lượng)|(?P<money>giá trị|trị giá|kim ngạch))\b"
"""Words after a growth that say of which of the amounts it is: tăng 5% về lượng và tăng 8% về giá trị."""
RAISES: Final = r"^\W*(?:nâng|đưa)\b[^,;]*\btổng số\b"
"""Words before a level to which an addition before it leads: đạt 50 tiêu chí nâng tổng số tiêu chí lên 404."""
EXCEEDS: Final = r"\b(?:vượt|cao hơn)\b"
"""Words before a plan in a bracket that say that more was reached: vượt kế hoạch (300 hộ)."""
CURRENCIES: Final = frozenset({"đồng", "đ", "vnd", "vnđ", "usd", "đô la"})
MORE_THAN: Final = r"\b(?:tăng|(?:cao|nhiều|lớn) hơn)\b"
LESS_THAN: Final = r"\b(?:giảm|(?:thấp|ít|nhỏ) hơn)\b"
"""Words before the level of the year before in a bracket that say which of the two is less: ít hơn cùng kỳ (15 vụ)."""
LAST_YEAR: Final = (
    r"\b(?:hơn |so )(?:với )?(?:(?:cùng kỳ|ck)(?: năm (?:trước|ngoái))?|ck(?:nt|nn)|năm (?:trước|ngoái))\s*\(\s*$"
)
"""Words before a bracket with the level of the year before: tăng 10,2% so với cùng kỳ (420 ha)."""
MOVED_TO: Final = r"\b(?:tăng|giảm|hạ)\b"
"""Verbs of a level that also say that it changed: giảm còn 42%."""
NOT_ACTED: Final = rf"{MOVED_TO}|\bcó$"
"""Verbs of an amount of which the words before them do not say what was done: quản lý giá có 28 đầu mối."""
PLAN_HEADS: Final = frozenset({"", "kh", "kế hoạch"})
NAMED_BEFORE: Final = (
    rf"(?:.*[,:])?[\s),;]*(?:{AND_WORD} )?(?P<what>(?!{OPENING}\b)[^\W\d][^,;:()¦\d]{{1,60}}?)\s*"
    r"\(\s*(?:ước )?(?:tăng|giảm)\s*$"
)
"""The words of a clause that name what changed right before the bracket with the change: rau quả (tăng 17,1%)."""
STILL: Final = r"(?:tiếp tục|chỉ|vẫn|cũng|đều|lại|tuy|mặc dù|song|nhưng)"
"""Words before the verb of a change that do not belong to the name of what changed."""
MOVED_BEFORE: Final = (
    rf"(?:.*[,:)](?! lâm nghiệp\b))?[\s),;]*(?:(?:{AND_WORD}|còn|thì|riêng|trong khi(?: đó)?,?) )*"
    rf"(?P<what>(?!(?:{OPENING}|{STILL})\b)[^\W\d](?:[^,;:()¦\d]|, lâm nghiệp){{1,60}}?)(?: {STILL})* "
    r"(?:(?:tăng|giảm)(?: (?:khá|mạnh|nhẹ|cao|thấp|nhanh|sâu))?|"
    r"(?:đạt|có) (?:mức|tốc độ) tăng(?: trưởng)?(?: (?:khá|cao|cao nhất|thấp|thấp nhất))?)\s*\(\s*$"
)
"""The words that name what changed before its verb and the bracket with the change: chăn nuôi tăng khá (+2,5%)."""
SHARE_BEFORE: Final = (
    rf"(?:.*[,:)])?[\s),;]*(?:{AND_WORD} )?(?P<what>{RATES}\s[^,;:()¦\d]{{2,60}}?)(?: {STILL})*"
    rf"(?: (?:tăng|giảm|đạt))?(?: (?:khá|mạnh|nhẹ|cao|thấp|lớn|nhanh|sâu|chậm))?\s*\(\s*{SHARE_VERB}\s*$"
)
"""The name of a rate before the bracket with its percent: tỷ lệ lao động có hợp đồng tăng nhẹ (chiếm 42%)."""
OTHER_AFTER: Final = (
    rf"\s*\)\s*,?\s*{AND_WORD} (?!{OPENING}\b)[^\W\d][^,;:()¦\d]{{1,60}}? (?:tăng|giảm|ước(?: tính)?|đạt|là|còn)\b"
)
"""Words right after a figure at the end of a bracket that name what the next one measures."""
PLANTED: Final = r"(?:(?:diện tích|có) )?(?:trồng|gieo trồng|cải tạo|phát triển|chuyển đổi|thành lập)(?: mới)?"
"""What was done in a period, as the name of a part of what there is: trong đó trồng mới 3 ha."""
TRADE_AMOUNT: Final = r"^(?:tổng )?(?:kim ngạch|trị giá|giá trị) (?=(?:xuất|nhập) khẩu\b)"
"""Words before exports or imports without which two names are the same."""
TRADED: Final = frozenset({"xuất khẩu", "nhập khẩu", "xuất nhập khẩu"})
TRADE_OF: Final = "Kim ngạch"
"""What the amount of money of exports or imports is: xuất khẩu đạt 19 tỷ USD."""
HAVE: Final = "có"
UNTIL_TODAY: Final = r"\b(?:(?:đến|hiện) nay|hiện (?:mới|còn|có|đang|tại)|đến thời điểm (?:này|hiện tại))\b"
"""Words of the day of the report."""
MAKE: Final = "làm"
"""A verb that says only together with what happened after it: làm 3 người chết, 356 ha lúa bị ngập."""
THAT_GROW: Final = frozenset({"ngành", "nhóm", "nhóm hàng", "nhóm ngành", "mặt hàng", "sản phẩm", "lĩnh vực"})
"""Counted nouns of what grows, so that a percent after them is not by how much their number grew."""
PRICE: Final = r"^(?:.* )?(?:giá|giá (?:bán|mua|thành|thuê|khởi điểm|chuyển đổi))$"
"""Words before an amount of money that is a price: bán với giá 100 triệu đồng."""
FOR_EACH: Final = r"\b(?:trên|mỗi|một) (?:(?:1|một|mỗi) )?(?:ha|héc ?ta|đơn vị diện tích|m2)\b"
"""Words in the name of an amount that is one for each hectare."""
TIME_AT_END: Final = r"\s+(?:trong (?:tháng|quý)|l[ũu][yỹ] kế)$|/\s*(?:năm|tháng|quý)$"
"""Words at the end of a name that say only of when a figure is."""
NOT_PERCENT: Final = r"(?:năng suất|mật độ|hệ số|công suất)\b"
"""The beginning of the name of a rate that is not a percent."""
POINTS_SIGN: Final = r"\bđiểm\s*%\s*$"
POINTS: Final = "điểm phần trăm"
"""How points are printed, and their words."""
LEFT: Final = "còn"
FELL: Final = r"(?:giảm|hạ)\b|^-"
COMPARED_TAIL: Final = (
    r"(?:so\b|cùng kỳ|ck(?:nt|nn)?\b|kế hoạch(?: năm)?$|(?:vụ|tháng|quý|tuần|năm)(?: \w+){0,3}(?: trước| ngoái)?$)"
)
"""Words right after a change with which it is compared, without *so với*: bằng 98,7% vụ mùa năm trước."""
EQUALS: Final = ("tương đương", "tương ứng", "tức")
"""Verbs before a percent that says a change again."""
OF_ALL: Final = (
    r"\b(?:có|đạt chuẩn|tiêm|phổ cập|thu hoạch|tham gia|tốt nghiệp|công nhận|khám phá|điều tra|giải quyết|xử lý|"
    r"xét nghiệm|bao phủ|che phủ)\b"
)
"""What is counted with its share of all: tiêm chủng 3.000 trẻ, đạt 95%; thu hoạch 500 ha, đạt 91%."""
SOWN: Final = r"(?:gieo|trồng|cấy|thu hoạch)\b"
PLANTS: Final = r"(?:cây|gốc|hom|bụi|giống)\b"
SEASON: Final = r"(?:(?:diện tích|sản lượng|năng suất) )?vụ\b"
"""The beginning of the name of a part that says only the season."""
SOWN_AREA: Final = (
    r"\b(?:lúa|ngô|bắp|rau|màu|mầu|lạc|khoai|đậu|sắn|thuốc lá|thuốc lào|vụ|gieo|"
    r"cây (?:lương thực|hàng năm|hằng năm|thực phẩm|chất bột|lấy củ|có hạt|có củ|công nghiệp ngắn))\b"
)
"""Words in the name of an area that is sown each season."""
VARIETY: Final = (
    r"\b(?:thiên ưu|bắc thơm|hương thơm|khang dân|nhị ưu|thái xuyên|đài thơm|lộc trời|jasmine|đục thân)(?: số)? $"
)
"""Words before a number in the name of a variety or a pest: Thiên ưu 8, sâu đục thân 2 chấm."""
VARIETY_CODE: Final = (
    r"(?:\b(?i:giống|lúa|ngô|lạc|đậu|sắn|mía|khoai)(?: [^\W\d]+){0,3} |(?:^|[(,;:] ?|(?i:và) ))[A-Z]{2,4}[ -]?$"
)
"""Letters before a number in the code of a variety: giống lúa OM 5451, IR 50404."""
DECREE_AFTER: Final = r"\s?/\s?[A-ZĐ]{2,}"
"""The kind of a document after its number: 02/2017/NĐ-CP."""
RANKED: Final = r"\b(?:thương binh|bệnh binh|hạng|loại)(?: (?:hạng|loại))?\s+(?:\d/\d,?\s*(?:và |hoặc )?)*$"
"""Words before the class of a disabled person: thương binh 1/4."""
SCALE: Final = r"\b(?:bản đồ|tỷ lệ|tỉ lệ)(?: xích)?\s+(?:1/[\d.]+[,;]?\s*(?:và |hoặc )?)*$"
"""Words before the scale of a map: tỷ lệ 1/500."""
_COUNTED: Final = (
    r"(?:tỉnh|thành phố|quận|xã|thôn|bản|làng|ấp|xóm|buôn|huyện|phường|thị trấn|địa phương|hộ|người|nhân khẩu|lao động|"
    r"trường|lớp|em|học sinh|hội viên|đoàn viên|đơn vị|cơ sở|doanh nghiệp|hợp tác xã|trang trại|sản phẩm|công trình|"
    r"mô hình|dự án|ngành|mặt hàng|bộ|cơ quan)\b"
)
COUNTED_BY_LIMIT: Final = (
    rf"(?:\d[\d./]*(?:,\d+)?|không còn|không có|các|những|số|một số|nhiều) {_COUNTED}(?: [^\W\d]+){{0,8}}\s+$"
)
"""What is counted, and the words between it and a number that limits it."""
BOUND: Final = r"(?:trên|dưới|từ|hơn|ít nhất|tối thiểu)\b"
_RATE_HAD: Final = r"(?:tỷ lệ|tốc độ|mật độ|năng suất|thu nhập|doanh thu|lợi nhuận|quy mô|mức|kết quả|chỉ số)"
HAS_RATE: Final = (
    rf"(?:\d|không (?:có|còn)) {_COUNTED}(?:, thành phố)?(?:(?: [^\W\d]+){{0,3}}? "
    rf"(?:(?:có|còn|đạt) {_RATE_HAD}|còn hộ (?:cận )?nghèo)| {_RATE_HAD}\b(?! bình quân))"
    r"(?: [^\s,;:()]+){0,9}?(?P<lowest> từ)?\s*$|"
    rf"\d {_COUNTED}(?:, thành phố)?(?: [^\W\d]+){{0,3}}? có số (?:[^\W\d]+ ){{1,8}}(?:tăng|giảm)\s*$|"
    r"\d (?:tỉnh|thành phố|quận|huyện|xã|phường|thôn|địa phương)\b(?:, thành phố)?(?: (?:trong|của|cả|vẫn|có|mức|nước|"
    r"đều|này))* (?:tăng|giảm)(?: trưởng)?\s+$"
)
"""What has a rate, or grew, before its bounds: 5 huyện còn tỷ lệ hộ nghèo trên 25%; 10 tỉnh tăng trên 15%."""
THEN_COUNTED: Final = rf"\s*(?:(?:bao )?gồm|có) (?:\d[\d.]*/)?\d[\d.]* {_COUNTED}"
"""What is counted right after the bounds that limit it: chỉ số trên 80% gồm 9 bộ."""
OF_SIZE: Final = (
    r"(?:\b(?:loại|cỡ|hạng|nhóm|kích thước|kích cỡ)|"
    r"(?:\d|các|những|một số|nhiều|tất cả|mọi)(?: [^\W\d]+){1,4} (?:có|với))\b(?: [^\W\d]+){0,6} "
    r"(?:cao|nhiều|lớn|dài|rộng|nặng|sâu|thấp|ít|nhỏ|ngắn|hẹp|nhẹ) hơn\s+$"
)
"""A size that limits a class or what is counted: cá loại nhỏ hơn 30 kg/con, 25 hộ có diện tích lớn hơn 2 ha."""
COMPARED: Final = r"(?:/[^\W\d]+)?\s*so (?:với|sánh)\b"
"""Words right behind a change with which it is compared."""
OR_MORE: Final = r"\btrở (?:lên|xuống)\b"
ON_ALL: Final = r"\b(?:tăng|giảm)(?: (?!(?:đạt|có)\b)[^\W\d]+){0,4} (?:trên|ở|trên cả|ở cả|cả) \d (?:tiêu chí|mặt)$"
"""Words with which a change is said of all of a few criteria: giảm trên 3 tiêu chí."""
MINUTES: Final = r"\b\d{1,2} ?(?:giờ|h) ?\d\d$"
"""A time of day with its minutes: 8 giờ 00."""
BRANCH: Final = (
    r"(?:[,\s]*(?:(?:trong|theo) đó|cụ thể|và|riêng|còn|nhóm)\b[,:\s]*)*"
    r"(?P<what>(?:ngành|nhóm ngành|(?:công nghiệp )?(?:khai khoáng|chế biến)|công nghiệp chế tạo|"
    r"(?:sản xuất và )?phân phối|cung cấp (?:nước|điện)|hoạt động quản lý)\b[^\d()¦:;]*?)\s+"
    r"(?:ước |dự ước |đã |cũng )?(?:tăng|giảm|đạt|bằng)(?: nhẹ| mạnh| cao| thấp| nhanh| khá)?"
)
"""The words before a change of a branch of industry, whose name may have commas."""
THAN_LEVEL: Final = (
    r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn(?: (?:hẳn|rất|nhiều|xa|đáng kể|so|với|cả))*(?: con số| mức)?\s*$"
)
"""What is said right before the level with which the one before it is compared: cao hơn hẳn con số 7 tỷ đồng."""
HAPPENED: Final = "xảy ra"
MEAN_OF_YEARS: Final = r"\bbình quân (?:(?:hằng|hàng|mỗi) )?năm\b\s*"
"""Words in the name of a rate of growth that say only that it is one a year."""
GREW: Final = (
    r"\s+(?:đạt|(?:cũng |đều )?có) (?:mức|tốc độ) tăng\b.*$|\s+tăng trưởng$|"
    r"\s+(?:phát triển|phục hồi) (?:tốt|khá|mạnh)$"
)
"""The end of a subject that says only that it grew: ngành thủy sản đạt mức tăng cao nhất 11,25%."""
THERE_STILL: Final = r"\b(?:hiện |đang )?còn (?:dư nợ|nợ|hoạt động)\b"
"""Words after a counted noun for what there still is."""
SUPERLATIVE: Final = r"\b(?:thấp|cao|nhiều|ít|lớn|nhỏ) nhất\b"
"""Words of a name that say which of several it is, and not what it counts."""
BORROWED: Final = r"(?:tổng )?(?:dư nợ|doanh số|kinh phí|nguồn vốn|số tiền|số vốn)\b"
"""The beginning of an amount of money."""
SPENT: Final = (
    r"\b(?:chi(?! (?:cục|nhánh|hội|bộ|đoàn)\b)|nợ|giảm|nghèo|phạt|phá|vi phạm|tai nạn|cắt|tinh giản|chết|bệnh)\b"
)
"""Words of what was spent, or of harm, of which more may not be better although a plan of it was reached."""
SPENDS: Final = (
    r"\b(?:chi(?! (?:cục|nhánh|hội|bộ|đoàn)\b)|thanh toán|số tiền|giảm(?! nghèo| thiểu| tỷ lệ))\b|^(?:tỷ|tỉ) trọng\b"
)
"""Words of a name that say that it is money that was paid, a decrease, or how a whole is made up."""
REACHED_PLAN: Final = r"\b(?:đạt|hoàn thành|vượt|thực hiện)\b"
IN_WORDS: Final = (
    r"^(?:năm (?!học\b)(?=\w))?(?:(?:một|hai|ba|bốn|năm(?= (?:mươi|trăm|nghìn|ngàn|triệu)\b)|sáu|bảy|tám|chín|mười|"
    r"mươi|mốt|lăm|chục|trăm|nghìn|ngàn|vạn|triệu)\s+(?=\w))*"
)
"""A number in words before what it counts, but not the year of *năm học*."""
OF_WHOLE_YEAR: Final = r"\bcả năm\b"
SEASONS: Final = r"(?:vụ )?(?:đông xuân|hè thu|thu đông|xuân hè|mùa|đông|xuân|chiêm)$"
"""A subject that is only a season, of which the same is measured."""
_SEASON_NAMES: Final = (
    r"(?:đông xuân|hè thu|thu đông|xuân hè|chiêm xuân|mùa|đông|xuân|chiêm|hè)(?: (?:sớm|muộn|chính vụ))?(?!\w)"
)
ANY_SEASON: Final = rf"\b(?:vụ|lúa|trà|ngô|màu|cây) (?:lúa )?{_SEASON_NAMES}|\b(?:đông xuân|hè thu|thu đông)\b"
"""A season in a name."""
NAMED_SEASON: Final = rf"(?<!so với )(?<!so )(?<!% )(?<!bằng )\bvụ (?:lúa )?{_SEASON_NAMES}"
"""A season in the words before a figure, which is not compared with."""
SEASON_HEADING: Final = rf"(?:(?:cây |sản xuất )?(?:lúa|ngô)|(?:sản xuất )?vụ)(?: lúa)? {_SEASON_NAMES}"
"""A heading that is only a season."""
OF_CROPS: Final = (
    r"\b(?:gieo|cấy|xuống giống|lúa|ngô|lạc|đậu|rau|màu|khoai|sắn|thóc|lương thực|cây hàng năm|cây trồng)\b|"
    r"^(?:tổng )?(?:diện tích|sản lượng)$"
)
"""Words in the name of an area or a mass of what is sown in seasons."""
NOT_SEASONAL: Final = r"\b(?:rừng|chè|cao su|cà phê|cây ăn quả|cây lâu năm|thủy sản|thuỷ sản|thịt|đất)\b"
AMOUNTS_OF_CROPS: Final = ("năng suất", "sản lượng", "diện tích")
REGISTERED: Final = r"vốn(?: đầu tư)? đăng ký$"
"""The end of the name of the capital of projects or enterprises that are counted before it."""
CROP: Final = r"(?:cây )?(?:lúa|ngô|bắp|khoai(?: lang| tây)?|sắn|mía|lạc|đậu(?: \w+){0,2}|rau(?: \w+){0,2}|chè|cà phê)$"
"""A subject that is only a crop, and the end of the name of what is measured of one."""
YIELD_OF: Final = "Năng suất"
LEVEL: Final = r"(?:bậc|cấp|khối|tuyến) (?:[^\W\d]+ ){0,4}[^\W\d]+$"
"""A subject that is a level of schools or offices."""
SOURCE_OF_MONEY: Final = r"(?:nguồn )?(?:ngân sách|vốn|nguồn|quỹ|xã hội hóa|nstw|nsđp)\b"
"""The first words of a part of an amount that say only from where it comes."""
PRODUCTS: Final = r"\bsản phẩm\b"
GROWTH_COMPARED: Final = (
    r"\b(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn (?:so với )?(?:mức|tốc độ) (?:tăng|giảm)(?: trưởng)?(?: bình quân| chung)?"
    r"(?: khoảng| trên| gần)?$"
)
"""Words right before a growth with which the growth before it is compared."""
TIME_AFTER: Final = (
    r"\s*(?:(?:của|trong|ở|vào) )?(?:(?:cùng kỳ|năm|tháng|quý|kỳ|vụ|giai đoạn|thời kỳ|đầu|cuối|trước|ngoái|đó|liền kề|"
    r"[IVX]+|\d[\d/-]*)(?: (?=\w)|(?!\w)))+\s*(?:$|[,;.)]|và\b)"
)
"""Words after a growth that name only its time, and no other thing that grew."""
CONTRIBUTED: Final = r"\bđóng góp\b[^(]*$"
"""Words before points that something adds to the growth of a whole: (đóng góp tăng 0,12%)."""
AS_PLANNED: Final = r"(?:[^,;.\n]*?\b|[^;.\n]*?, đạt [\d.,]+% )(?:kế hoạch|kh|chỉ tiêu)\b"
"""Words after two numbers that say that the second is a plan: 95/100 lao động có việc làm theo kế hoạch."""
OF_PLAN: Final = r"\b(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|định mức)\b"
"""Words of a plan in a sentence, of which a percent may be."""
PLANNED_AMOUNT: Final = (
    r"(?:tổng )?(?:thu|chi|số|giá trị|sản lượng|diện tích|kinh phí|ngân sách|doanh thu)\b(?! (?:được )?giao\b)"
)
"""Words after a percent of a plan that name what is planned, and not who set the plan."""
NEGATED: Final = r"\b(?:chưa|không|mất)\b"
PLAN_NAME: Final = (
    r"(?:tổng |tổng mức )?(?:kế hoạch|dự toán)(?! (?:số|hóa|hoá|nhỏ|viên|và|\d+)\b)\b"
    r"(?!.*\b(?:đã|thực hiện|giải ngân|hoàn thành|quyết toán|thu được|hủy)\b)"
)
"""Names of plans, without words for what became of them."""
CARRIED_OUT: Final = r"\b(?:thực hiện|hoàn thành|chấp hành|quyết toán) (?:kế hoạch|dự toán|chỉ tiêu)\b"
"""Words that say that a plan was carried out, so that the amount may be its outcome."""
QUOTA: Final = r"(?:tổng )?chỉ tiêu (?:tuyển|biên chế|đào tạo|kết nạp|được giao)\b(?!.*\b(?:đã|thực hiện|hoàn thành)\b)"
"""Words of a clause that begin with how many are to be recruited or trained."""
EQUALS_LAST: Final = r"\bbằng\s*$"
EQUAL: Final = "bằng"
OF_SOMETHING: Final = (
    r"\s+(?:(?:của )?(?:(?:gdp|grdp|lương|giá)\b|"
    r"tổng\b(?![^,;.()]*\b(?:kế hoạch|dự toán|chỉ tiêu|vốn|kinh phí|mức)\b)|"
    r"(?:số|diện tích|dân số|nhu cầu|khối lượng|công suất) "
    r"(?!(?:của )?(?:năm|kỳ|cùng|tháng|quý|vụ|trước|thực hiện|kế hoạch|dự toán|giao|được giao)\b)[^\W\d]))"
)
"""Words right after a percent that say of what it is one, other than of an earlier level: bằng 33,5% GDP."""
SPLIT_BASE: Final = r"\s*\([^()\n]*\)\s*so (?:với )?(?:cùng|năm|tháng|quý|vụ|kỳ)\b"
"""A bracket between a percent and what it is compared with: bằng 99,6% (giảm 629 ha) so với năm trước."""
SUMMED: Final = (
    r"(?:tổng |số |mức |kế hoạch |giá trị |trị giá |kim ngạch )*(?:sản lượng|doanh (?:thu|số)|kim ngạch|"
    r"(?:xuất|nhập)(?: nhập)? (?:khẩu|siêu)|thu(?! nhập)|chi(?! phí)|giải ngân|bán lẻ|lợi nhuận|"
    r"vốn (?:fdi|đầu tư|(?:được )?giao)|lưu chuyển|thiệt hại|(?:các khoản )?thuế(?! nợ)|"
    r"tiền (?:xử |thuế |bị )?(?:phạt|chi|thu|nộp|truy)|(?:lượt )?khách|vụ|ca|"
    r"lượt|người (?:chết|bị thương|mất tích|mắc))\b"
)
"""The beginning of the name of what is added up over a period, whatever its unit is."""
THERE: Final = (
    r"(?:tổng )?(?:dân số|đàn|số dân|lực lượng lao động|(?:số )?hộ (?:cận )?nghèo)\b|"
    r"(?:\w+ )?tham gia (?:bhxh|bhyt|bhtn|bảo hiểm)\b"
)
"""The beginning of the name of what is there at a moment, and is counted."""
DOES_ONCE: Final = (
    "kê khai|đăng ký|tham gia|tham dự|thành lập|giải thể|hoàn tất|tạm ngừng|thăm|đến|(?<!công )(?<!xác )(?<!chứng )"
    "nhận|vay|mua|nộp|gửi|xin|trúng|khai báo|ra quyết định"
)
"""Verbs of what somebody does once, so that those who do it are not counted at a moment."""
COUNTED_THERE: Final = (
    rf"(?:tổng )?số (?:lượng )?{_COUNTED}(?:,? [^\W\d]+){{0,2}}? (?:trong )?(?:có|đang|còn|hiện|không|chưa|làm|thuộc|"
    rf"đạt chuẩn|tham gia (?:bhxh|bhyt|bhtn|bảo hiểm)|nghèo|cận nghèo|thất nghiệp|độ tuổi)\b|"
    rf"(?:tổng )?số (?:lượng )?(?!.*\b(?:đã|được|bị|phải|{DOES_ONCE}|{HARM})\b)"
    rf"{_COUNTED}(?:,? [^\W\d]+){{0,4}}$"
)
"""The name of a number of things that says only what they are or do at a moment: số người có việc làm."""
RATE_NAMES: Final = r"(?:năng suất|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|lãi suất|mật độ)\b"
"""The beginning of the name of a rate whose unit is not known."""
FOREST: Final = r"(?:tổng )?diện tích (?:rừng\b(?! bị| hiện)|(?:mặt nước )?nuôi\b)"
"""The name of an area that is there, or planted or stocked in a period."""
TOLD: Final = (
    r"^(?:qua|theo|từ|kết quả|số liệu|thống kê)\b.*\bcho thấy[\s,:]*|"
    r"^.*\b(?:(?:cho biết|thông tin)\b(?: (?:rằng|là))?[\s,:]*|"
    r"(?:đề ra|đặt) (?:mục tiêu|chỉ tiêu) (?:hoàn thành )?(?:kế hoạch )?|"
    r"nên (?=năng suất|sản lượng|diện tích|tỷ lệ|số ))"
)
"""Words up to what somebody said or planned, or up to what follows from a cause: Bộ cho biết giá trị xuất khẩu."""
CROP_DONE: Final = (
    r"(?P<crop>\b(?:(?:diện tích |cây )?(?:lúa|ngô|rau|khoai|sắn|mía|lạc|đậu|đỗ|cà phê|chè|cao su|hồ tiêu|dưa|dứa)|"
    r"cây [^\W\d]+)\b(?: [^\W\d]+){0,3}?) đã (?=(?:gieo|trồng|cấy|xuống giống|thu hoạch)\b)"
)
"""A crop and the word between it and what was done with it: lúa đông xuân đã thu hoạch."""
IN_TURN: Final = r"\blần lượt\b"
ONLY_TIME: Final = (
    r"(?:[\s(,:–-]|¦|(?:trong khi|trong|còn|so với|và|của|ở|tại thời điểm|cùng|kỳ|thời điểm|năm|vụ|quý|tháng|đầu|cuối|"
    r"trước|ngoái|đó|qua|(?:các|những) (?:chỉ tiêu|con số|tỷ lệ) (?:này|trên|đó)|kế hoạch|kh|mục tiêu|chỉ tiêu|"
    r"(?:tương )?ứng|ước|dự kiến|[ivx]+)(?!\w))*"
)
"""Words before *lần lượt* that name only another time, or the plan, of what is listed before: cùng kỳ năm trước."""
MEMBERS: Final = r"(?:học sinh|sinh viên|giáo viên|giảng viên|đảng viên|đoàn viên|hội viên)\b"
"""People who belong to something, and so are counted at a moment if no word says what happens to them."""
OF_MEMBERS: Final = (
    r"\b(?:được|bỏ học|thôi học|nghỉ học|nhập học|ra trường|lên lớp|lưu ban|trúng tuyển|đỗ|đạt|giỏi|khen|dự|thi)\b"
)
"""Words for what happens to them during a period, or for what they achieve."""
OF_PLACES: Final = (
    r"^[\s\d.\-–+•*]*(?:ước )?(?P<what>(?:sản lượng|diện tích|năng suất)\b[^,;:]*?) (?:(?:của|ở|tại|theo) )?"
    r"(?:các|từng|một số) (?:địa phương|huyện|thị xã|thành phố|xã|phường|tỉnh)\b[^,;:]*$"
)
"""Words before a colon that say what the amounts of a list of places are: Diện tích gieo trồng của các địa phương."""
CAPACITIES: Final = (
    r"^(?:tổng )?(?:quy mô )?(?:dung tích|công suất|chiều (?:dài|rộng|cao|sâu))\b(?!.*\b(?:tăng|mới|bổ sung)\b)|"
    r"\b(?:dung tích|công suất)(?: thiết kế| lắp đặt)?$"
)
"""Names of how large something is, or how much it can hold or make, which are not added up: dung tích thiết kế."""
WITH_CAPACITY: Final = r"\W*với (?:tổng )?(?:dung tích|công suất|chiều dài)\b"
"""Words before the capacity of what is counted before them."""
LASTS: Final = (
    r"\bđang(?:,? (?!(?:làm|khiến|gây|đã|sẽ|xảy|phát hiện|ghi nhận|hoàn thành)\b)[^\W\d]+){0,7}$|"
    r"^(?:tiếp tục )?(?:duy trì|quản lý)\b|\b(?:duy trì|quản lý)(?:, [^\W\d]+ [^\W\d]+)?$"
)
"""Words of a clause right before a number of what there is at a moment: đang thụ lý 12 vụ."""
DOES_NOW: Final = r"(?<!thực )(?<!phát )(?<!thể )(?<!xuất )\bhiện\b(?! đại)(?!.*\b(?:đã|mới|vừa)\b)"
"""Words of a clause in which what is done goes on: hiện cấp nước cho 2.300 hộ."""
COMMISSIONED: Final = (
    r"^(?=.*\b(?:công suất|dung tích)\b)"
    r".*\b(?:hoàn thành|đưa vào|đóng điện|khởi công|khánh thành|xây (?:dựng|mới)|lắp đặt mới)\b"
)
"""Words of a clause for what was built in a period, whose capacity may be that of the period."""
HAS_NUMBER: Final = r"\bcó (?:tổng |con )?(?:số|tỷ lệ|tỉ lệ|mức|thu nhập)\b.*"
"""Words after a counted noun for a number of each of them: 38 tỉnh có số người chết giảm."""
NOT_YET: Final = r"\bchưa\b(?! (?:kể|tính|bao|gồm|đạt)\b)"
"""What was not done yet, of which there is an amount at a moment: vốn chưa phân bổ."""
ANSWER: Final = r"(?:cho (?:biết|rằng)|nhận định|khẳng định|đánh giá|dự báo)\b"
"""Words after a number of those that were asked: 33 doanh nghiệp cho biết doanh thu giảm."""
AS_MANY_AS: Final = "tới"
LEFT_NOW: Final = r"\b(?:nay|hiện|hiện tại)(?: vẫn| chỉ)? còn\b"
"""Verbs of how much there is left at the moment."""
NOT_FALLEN: Final = r"^(?!.*\b(?:giảm|xuống|hạ)\b).*\bcòn\b"
"""Verbs of how much there is left, if nothing is said to have fallen."""
AT_PRESENT: Final = r"\b(?:(?:hiện|đến) nay|hiện (?:tại|có|đang)|đến thời điểm (?:này|hiện tại))\b"
"""Words of the present moment."""
NUMBERED_NAMES: Final = (
    r"\b(?:(?i:giai đoạn)|(?i:chương trình)(?: \d+[a-z]?(?:,| và))*|"
    r"(?i:khu(?: tái định cư| công nghiệp| đô thị| dân cư)?|cụm công nghiệp|nhà máy|thủy điện|thuỷ điện|trạm bơm|cầu)"
    rf"(?: {CAPITAL}[^\W\d]*){{1,4}}|(?i:quận|phường|(?:tỉnh|quốc|hương) lộ|"
    r"đường (?:tỉnh|huyện)|tiểu dự án|hợp phần|nội dung|nguồn vốn|tuyến|(?:cơn )?bão số|khu vực))\s+$"
)
"""Words before a number that belongs to a name: giai đoạn 2, chương trình 30a, 135, Khu tái định cư Mẫu Sơn 6."""
NUMBERED_HAMLET: Final = (
    r"\b(?:(?i:thôn|xóm|ấp|khóm|buôn|khu phố|tổ dân phố)|"
    rf"(?i:thôn|bản|xóm|ấp|buôn|làng)(?: {CAPITAL}[^\W\d]*){{1,3}})\s+$"
)
"""Words before the number of a hamlet: thôn 9, xã Mường Kim; thôn 4-5 xã Mường Kim; bản Nậm 2."""
COUNTED_HAMLETS: Final = (
    r"(?:\d|\b(?:cấp|số|các|những)|\b(?:xã|phường|huyện|tỉnh)(?: là|:)? \d[\d.]*[,;](?: và)?)\s+"
    r"(?:thôn|xóm|ấp|khóm|buôn|khu phố|tổ dân phố)\s+$"
)
"""Words before a number that is not one of a hamlet: 12 thôn 3 xã; cấp xã 90, cấp thôn 410; xã 12, thôn 20."""
LEVEL_AFTER: Final = r"\s*[,;] (?:và )?(?:cấp )?(?:xã|phường|huyện|tỉnh)(?: là|:)? \d"
"""Words after a number that is not one of a hamlet: thôn 20, xã 12."""
HAMLET_NUMBERS: Final = r"\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:\D*)"
"""The numbers of hamlets; larger ones count something: nhà văn hóa thôn 120."""
NUMBERED_SCHOOL: Final = r"\b(?:trường|trạm|đội|chợ)\b[^,;.()\d]*(?<!tổng)(?<!một)(?<!con) số\s+$"
"""Words before the number of a school that a commune follows: Trường Tiểu học số 2 xã Mường Kim."""
COORDINATES: Final = r"\bhệ (?:tọa|toạ) độ (?:[^\W\d]+[ -]?)?$"
"""Words before the number in the name of a system of coordinates: hệ tọa độ VN 2.000."""
NUMBERED: Final = r"\bcấp \d miền$|\b(?:giai đoạn|đợt|vòng) \d (?!năm|tháng|ngày|tuần|giờ)[^\W\d]+(?: [^\W\d]+)*$"
"""The class of a road by its terrain, or a phase, although a noun follows: cấp 4 miền núi, giai đoạn 2 đề án."""
MAY_HAPPEN: Final = (
    rf"^(?:tổng )?(?:con )?số {_COUNTED} (?!.*\btham gia (?:bhxh|bhyt|bhtn|bảo hiểm)).*\b(?:{DOES_ONCE})\b"
)
"""Names of numbers of those who do what may have been done in a period, or before: số người đăng ký thất nghiệp."""
SURELY_THERE: Final = r"\b(?:còn(?! lại)|(?<!thực )(?<!phát )(?<!thể )(?<!xuất )hiện(?! đại)|đang|duy trì|quản lý)\b"
"""Words of what there is at a moment, whatever was done before."""
REST: Final = r"còn lại\b"
"""Words right after a counted noun for those that are left, of which the words after it only say why."""
UP_TO: Final = r"\bđến (?:(?:hết|ngày|cuối|tháng) )*¦"
"""Words before the day up to which something is counted."""
WITHIN_TIME: Final = r"\btrong ¦"
"""Words before a number of what there is, or was in a period: trong 6 tháng đầu năm, có 94 quốc gia."""
PLACE_HAS: Final = (
    r"\b(?:tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận|thôn|bản|cả nước|toàn quốc|địa bàn)\b.*\bcó$"
)
"""Words before a number of what there is in a place: cả tỉnh có."""
MADE_NOUN: Final = r"(?:đề tài|sáng kiến|chuyên đề|(?:du |hành )?khách)\b"
"""Counted nouns of what somebody made, or of who came, perhaps in the period."""
SIGN_OF_DOCUMENT: Final = r" ?/ ?[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*\b"
"""The letters after the number of a document: 216 /BC-STC."""
DOCUMENT_BEFORE: Final = (
    r"\b(?:(?:quyết định|nghị định|nghị quyết|thông tư|chỉ thị|công văn|luật)(?: số)? |(?:bản tin|báo cáo) .*\bsố )"
    r"(?:\d+/)?$"
)
"""Words before a number that could not be read and is that of a document: Quyết định 50/2016 của Thủ tướng."""
OF_PERIOD: Final = (
    r"^(?:mức )?(?:đóng góp|cơ cấu)\b|\b(?:tốc độ|mức) tăng\b|\btăng trưởng\b|\bchỉ số\b|\bxếp hạng\b|"
    r"\bđúng (?:hạn|tiến độ)\b|\bcông suất (?:sử dụng )?(?:phòng|buồng)\b|"
    r"\b(?:tỷ|tỉ) trọng:? (?:(?:của )?(?:khu vực|các ngành|nhóm ngành|ngành) )?"
    r"(?:nông|lâm|ngư|công nghiệp|thủy sản|thuỷ sản|dịch vụ|thương mại|xây dựng|du lịch|tiểu thủ)|"
    r"\b(?:tỷ|tỉ) (?:lệ|suất) (?:tăng|sinh|chết|tử vong|tốt nghiệp|giải ngân|thu|chi|huy động|chuyên cần|lên lớp|"
    r"(?:số )?(?:cuộc|đoàn|lượt|kiến nghị)|thu hồi|hồ sơ|văn bản|đơn|vụ|án|ca|khiếu nại|tin báo|"
    r"tiếp nhận|giải quyết|xử lý|điều tra|khám phá|thi hành|tiêm)\b"
)
"""Names of rates of what is added up over a period, which are not those of its end."""
INTEREST: Final = "lãi suất"
OF_FLOW: Final = (
    r"\W*(?:(?:trong|của|so với) )?(?:tổng )?(?:grdp|gdp|kim ngạch|giá trị|thu\b(?! nhập)|chi\b|doanh thu|sản lượng|"
    r"sản phẩm)"
)
"""Words after a percent that say of which amount of a period it is a share: chiếm 36% GRDP."""
FROM_LEVEL: Final = r"\btừ (?:mức |chỗ )?$"
"""Words before the level from which something rose or fell."""
NUMBER_BEFORE: Final = r"\bsố:?\s*$"
"""The word before the number of a document."""
OF_STATE: Final = r"(?:[^\W\d]+ ){0,2}?(?:(?:hiện|vẫn|cũng) )*(?:đang|còn(?! lại)|đã có|hiện có)\b"
"""Words right after a counted part for how it is at a moment, although its whole is added up: 187 DN đang hoạt động."""
NUMBERED_PROGRAMMES: Final = r"\b(?:chương trình|quyết định|nghị quyết|đề án|dự án) (?:số )?\d[\w/.-]*"
"""The number of a programme or a decision, by which something is done: thực hiện Chương trình 135."""
PART_OF_INDEX: Final = r"(?:(?:các|một số|riêng|chỉ có) )*(?:nhóm|ngành|giá|mặt hàng|hàng)\b"
"""The beginning of the name of a part of an index: nhóm giao thông, ngành khai khoáng, giá thịt lợn."""
SHORT_INDEX: Final = r"(?:cpi|iip)(?: (?:chung|bình quân|cơ bản))*"
"""The abbreviated name of an index."""
OF_PRODUCT: Final = r"(?:tổng )?(?:sản phẩm|giá trị|grdp|gdp|doanh thu|mức bán lẻ|kim ngạch)\b"
"""The beginning of the name of an amount whose parts are amounts, too."""
ONE_OF: Final = r"(?<!chỉ )(?<!có )(?<!mới )(?<!còn )\b(?:một|0?1) trong (?:số |những |các )?(?=\d)"
"""Words before how many there are of which something is one; *có 1 trong 15 xã đạt chuẩn* counts some of them."""
OUT_OF: Final = r"\d\D*?(?:/|\b(?:trên|trong)\b(?: tổng)?(?: số)?)\s*"
"""A digit and what stands between a number of some and that of all: 12/15 xã, 12 trong tổng số 15 xã."""
EVERY_AFTER: Final = r"\s*/\s*(?:0?1 )?lần\b"
"""Words after a length of time that make it a frequency: 3 tháng/lần."""
LENGTH_OF_TIME: Final = r"(?:giờ|ngày|tuần|tháng|quý|năm)$"
HELD_BEFORE: Final = (
    r"\b(?:họp|giao ban|đối thoại|định kỳ|tổ chức|sinh hoạt|báo cáo|kiểm tra|trực|ít nhất|tối thiểu)\b[^,;.()\d]*$"
)
"""Words before a number of times in a period that say only how often something takes place."""
MOVED_BY: Final = r"\b(?:tăng|(?P<down>giảm))(?: thêm)?\s+$"
"""The verb right before a change."""
COMPARED_AFTER: Final = r"\s+so (?:với )?"
"""Words right after a change."""
FIRST_BASE: Final = r"\s+so (?:với )?[^,;:()]{2,40}?\s+và\s+(?:tăng |giảm )?"
"""All words between two changes of which the first is compared with a time: tăng 6,4% so với quý IV và 6,3%."""
NEXT_BASE: Final = r"\s+(?:so (?:với )?)?(?:cùng kỳ|cùng kì|năm trước|tháng trước|quý trước|đầu năm|cuối năm|quý|năm)\b"
"""Words right after the second: the time with which it is compared."""
UNTIL_NOW: Final = r"từ đầu năm (?:đến|tới) nay"
"""The time from January up to the end of the period of the report."""
