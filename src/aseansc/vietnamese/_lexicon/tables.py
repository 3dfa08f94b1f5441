"""Words in the heads of tables, as alternatives of regular expressions; heads are in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.values import Qualifier
from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.table_times import OTHER_YEARS

SERIAL: Final = r"(?:(?:số )?s? ?t ?t|số thứ tự)(?:[ /–-]*(?:no|order))?|no|ms|mã(?: số| tỉnh| huyện| xã| hs)?"
UNIT: Final = r"units?|(?:[đd]vt|đơn vị(?: tính| đo)?|đv(?: tính)?)(?:[ /–-]*units?)?"
NOTE: Final = (
    r"ghi chú|chú thích|nguồn(?: số liệu)?|căn cứ|cơ quan (?:chủ trì|thực hiện|báo cáo)|giải trình|thuyết minh|"
    r"số (?:tài khoản|tk|cmnd|cmt|cccd|chứng minh nhân dân|căn cước(?: công dân)?|điện thoại|đt|hộ chiếu)|stk|"
    r"cmnd|cmt|cccd|sđt|(?:ngày|năm)(?:,? tháng)?(?:,? năm)? sinh|mã số thuế|"
    r"mã (?!lực|số|tỉnh|huyện|xã|hs)[^\W\d_]+(?: [^\W\d_]+)?|"
    r"năm (?:thành lập|khởi công|hoàn thành|xây dựng|sản xuất|đạt chuẩn|đạt|(?:được )?công nhận|tốt nghiệp|ban hành)"
)
LABEL: Final = (
    r"(?:các |tên |một số )*(?:chỉ tiêu|nội dung|danh mục|hạng mục|diễn giải|chuyên ngành|ngành|lĩnh vực|loại|nhóm|tên|"
    r"năm$|tháng$|quý$|thời gian$|thời kỳ$|mặt hàng|sản phẩm|nguồn vốn|cơ quan|huyện|tỉnh|xã|địa phương|đơn vị|"
    r"địa bàn$|thu, chi|khoản mục|mục tiêu, chỉ tiêu|nước(?:, vùng.*)?$|vùng|phân theo|tiêu chí|đối tượng|"
    r"chương trình|dự án$|tên dự án|họ và tên|họ tên|độ tuổi$|thị trường$|cây trồng$|vật nuôi$|cấp học$|bậc học$|"
    r"loại hình$|đối tác$|giới tính$|tên [^\W\d_]+)\b.*"
)
PLACE: Final = r"(?:tên )?(?:các )?(?:huyện|tỉnh|xã|địa phương|huyện, thị|tỉnh, thành|đơn vị hành chính|địa bàn)\b.*"
"""Heads of columns with the names of places."""

TARGET: Final = (
    r"kế hoạch(?! h[óo][áa])|kh(?=\W|\d|$)|(?<!trình )(?<!có )mục tiêu(?! quốc gia)|dự toán|dt(?=\W|\d|$)|"
    r"(?:theo )?(?:nghị quyết|nq(?=\W|\d|$))|phấn đấu|lộ trình(?: thực hiện)?|"
    r"chỉ tiêu(?: được)? giao|chỉ tiêu(?= (?:đến |tới )?(?:năm (?:học )?|giai đoạn )?[\ue000-\uf8ff] *(?:\(|$))|"
    r"(?<!hộ được )(?<!tích được )(?<!đất được )(?<!rừng được )(?<!tích )(?<!hộ )"
    r"(?:(?:tỉnh|huyện|trung ương|tw|bộ|sở) )?giao(?! (?:thông|dịch|tiếp|khoán|cho|đất|rừng|lưu))(?!\w)|"
    r"(?:quy hoạch|định hướng|tầm nhìn)(?= (?:đến |tới )?(?:năm |giai đoạn |thời kỳ )?[\ue000-\uf8ff])"
)
CARRIED_OUT: Final = (
    r"(?<!để )thực hiện(?! (?:(?:các|một số) )?(?:chế độ|chính sách|chương trình|nhiệm vụ|đề án)(?!\w))"
)
"""What was reached, and not what money is for: *Vốn thực hiện các chương trình*."""

FORECAST: Final = r"dự ?báo"
ACTUAL: Final = (
    rf"{FORECAST}|"
    r"đã(?= (?!bố trí|giao|phân bổ|phê|duyệt|được|ban hành|cam kết|đăng ký|ký)[^\W\d_])|"
    rf"(?:(?<!kế hoạch )(?<!\bkh )(?<!lộ trình ){CARRIED_OUT}|{CARRIED_OUT}(?! [\ue000-\uf8ff]))|th(?=\W|\d|$)|"
    r"kết quả(?! (?:học tập|rèn luyện)(?!\w))|kq(?:th)?(?=\W|\d|$)|đạt được|thực tế|hiện (?:có|trạng)|số thực hiện|"
    r"quyết toán|qt(?=\W|\d|$)|giải ngân|chính thức|sơ bộ|"
    r"(?:lũy kế|cộng dồn)(?= (?:từ đầu năm )?(?:đến )?[\ue000-\uf8ff])|(?<=[\ue000-\uf8ff] )báo cáo"
)
DONE: Final = "đã"
"""The word before what is over, which names what a column measures: *Đã cho thuê*."""

ESTIMATED: Final = r"(?:dự )?ước|uớc|uoc(?!\w)|ưth|ư(?=\W|$)|uth(?=\W|\d|$)"
COMPARED: Final = (
    r"so sánh|so với|so(?= )|t[ỷỉ] lệ(?: \(?%\)?)?(?= (?:th|thực|đạt|hoàn|giải)(?!\w))|"
    r"\(?%\)?(?= ?(?:so|đạt|hoàn thành|ht|th|thực hiện|tăng|giảm|kh|kế hoạch|dt|dự toán|nq|mục tiêu)(?!\w))|"
    r"hoàn thành|đạt(?: t[ỷỉ] lệ)? \(?%|"
    r"t\d{1,2} ?/ ?t\d{1,2}(?!\d)|"
    r"tăng,? ?(?:\(\+\)|\+)?,? ?(?:/|-|hoặc|và|\()? ?giảm|tăng \(\+\)|\+ ?/|"
    r"(?:tốc|nhịp) độ (?:tăng|phát triển|\d)|mức tăng|chênh lệch|thay đổi|biến động|tăng trưởng"
)
INVESTMENT: Final = r"tổng mức đầu tư|(?<!\w)tmđt(?!\w)|đã (?:được )?bố trí|vốn còn (?:lại|thiếu)"
"""Words of heads in lists of investments, of which the years are those of payments or of plans."""

RATIO_WORDS: Final = r"(?:t[ỷỉ] lệ|hoàn thành|đạt(?: được)?|\s)+"
"""The words of a comparison before *so với* that do not name its level."""

GROWN: Final = r"tăng|giảm|tuyệt đối|chênh lệch|thay đổi|biến động|\(\+|\+ ?/|vượt|hụt"
"""Words of a comparison that may state a difference or a growth instead of a ratio."""

DOUBTFUL: Final = (
    r"^(?:tb|trung bình) (?:(?:\d{1,2} )?năm(?! ?(?:19|20)\d)|(?:19|20)\d\d ?[-–])|"
    r"^(?:(?:mức )?(?:quy định|yêu cầu)|qcvn|tcvn)(?!\w)|hoặc|dự kiến(?! (?:kế hoạch|kh)(?!\w))|khả năng|"
    r"lũy kế(?! (?:ước )?(?:thực hiện |giải ngân )?(?:\d{1,2} ?(?:t|tháng)\b|từ đầu năm|so với|cùng k[ỳì]|"
    r"(?:năm |giai đoạn )?(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?(?=\s*(?:\(|$))|"
    r"(?:đến|tới)(?: hết)?(?: ngày)? \d{1,2}[/.]\d{1,2}[/.]\d{4}))|"
    r"(?:(?:(?<!giá )(?<!giá bán )(?<!năng suất )|(?=.*(?:\d|năm)))"
    r"bình quân(?! (?:đầu )?(?:người|hộ|nhân khẩu|lao động)| (?:một|mỗi|1) [^\W\d]|"
    r" (?:\d{1,2} tháng|quý)[^,;]{0,80} so (?:với|cùng))|(?<!\w)bq(?!l))"
    r"(?!.{0,160}/ ?(?:người|hộ|khẩu|nhân khẩu|lao động|ha|con|lớp|xã)(?!\w))|"
    r"(?:quy hoạch|định hướng|tầm nhìn)(?! (?:đến |tới )?(?:năm |giai đoạn |thời kỳ )?(?:19|20)\d\d)|"
    r"^(?!số (?!quyết định|tiền)).*(?<!\w)(?:nhu cầu|đăng ký(?![^()]{0,40}\([^()]{0,20}usd)|đề nghị|đề xuất|kiến nghị|"
    r"định mức|tiêu chuẩn|(?<!kế hoạch )(?<!dự toán )được duyệt|(?<!kế hoạch được )(?<!dự toán được )phê duyệt|"
    r"điện thoại|thẩm định|phương án|kịch bản|điều chỉnh|còn lại|còn thiếu|"
    r"bổ sung(?! (?:có mục tiêu|cân đối|từ ngân sách|vốn|thực hiện)(?!\w))|"
    r"chuyển nguồn|xếp hạng|thứ hạng|thời gian|(?<!có )thời hạn|ngày tháng|quyết định|tối đa|tối thiểu|sai số|độ lệch|"
    r"quyền số)(?!\w)|"
    r"(?<!\w)(?:(?<!vốn )(?<!giao )(?<!^)theo|ngoài|lập|có|ban hành|xây dựng|phòng|sở|ban) "
    r"(?:kế hoạch|kh(?!\w)|dự toán)|"
    r"chấm điểm|khung điểm|hệ số (?:quy đổi|lương|phụ cấp)"
)
"""Words in a head that leave open what it states."""

REGISTERED: Final = (
    r"(?<!\w)vốn (?:đầu tư )?đăng ký(?: (?:cấp mới|điều chỉnh|bổ sung|tăng thêm|mới|và)(?!\w))*(?=\s*(?:\(|$))"
)
PROJECTS: Final = r"(?<!\w)số (?:lượng )?(?:dự án|dn|doanh nghiệp)(?!\w)"
"""Capital that is registered, if it is beside the number of the projects or enterprises, and not asked for."""

SHARE_OF: Final = (
    r"t[ỷỉ] (?:lệ|trọng|suất|số)(?! \(?%?\)? ?(?:th|thực|đạt|hoàn|giải)(?!\w))[^,;]*?\bso với\b|"
    r"(?:\(?%\)? )?so với (?:tổng|dân số|gr?dp|diện tích|số [^\W\d])"
)
"""How the head of a ratio of two different things begins: *Tỷ lệ lãi so với giá thành*, *% so với dân số*."""

PERCENT_OF: Final = r"(?:t[ỷỉ] lệ )?\(?%\)?(?: so)?"
"""A percent before the time that it is of: *% so tháng 12*."""

CHANGED: Final = (
    r"(?<!trị gia )tăng(?! (?:dân số )?tự nhiên(?!\w))|giảm|vượt|hụt|thừa|"
    r"thiếu(?! (?:việc làm|đất|vốn|lao động|kinh nghiệm|phương tiện|nước)(?!\w))"
)
"""Words in a head that is not a comparison, which state a change and not a level."""

AVERAGE: Final = r"bình quân(?! (?:đầu )?(?:người|hộ|nhân khẩu|lao động)| (?:một|mỗi|1) [^\W\d])|bq(?!l)"
"""Words in the head of a comparison that state its average over the years."""

MEANS_OF_TIME: Final = (
    r"(?:số )?(?:người )?(?:lao động|dân số)(?: trung)? bình quân(?! (?:đầu|một|mỗi|1|của|trên))(?!.*/)"
)
"""Means over a year or a quarter, of what is counted at many moments of it."""

SHORT_ROLES: Final = r"kh|th|dt|nq|qt|ư|ưth|uth"
"""Abbreviated roles, which before another word may mean something else: *DT thu hoạch* is an area."""

AREA_AGAIN: Final = r"(diện tích [^()]*)(?<!\w)dt(?!\w)"
"""An area, and then the same word in short: *Diện tích đã thu hoạch*, *Tổng DT*."""

AREA_ABBREVIATION: Final = r"(?<!\w)dt(?= [^()]{0,80}\((?:[^()]{0,80} )?(?:ha|m2|m²|km2|km²)\))"
AREA: Final = "diện tích"
"""An abbreviation of *diện tích*, before a unit of area; elsewhere it may be *dự toán*."""

MEASURE_WORDS: Final = words_in(
    "tổng số lượng cộng trong đó chia ra của vốn kinh phí ngân sách nhà nước nsnn nstw nsđp trung ương địa phương "
    "tỉnh huyện xã thu chi nội địa dầu thô xuất nhập khẩu kim ngạch giá trị sản phẩm xuất diện tích năng suất sản "
    "lượng dân lao động việc làm hộ nghèo cận người khẩu nhân nam nữ dân tộc thiểu thành thị nông thôn công nghiệp "
    "xây dựng lâm thủy thuỷ hải dịch vụ thương mại du lịch thuế trồng trọt chăn nuôi cây con lúa ngô rừng học sinh "
    "giáo viên trường lớp trẻ em giường bệnh bác sĩ sỹ y tế giáo dục văn hóa hoá đầu tư phát triển thường xuyên dự "
    "án doanh nghiệp hợp tác tỷ tỉ lệ cơ cấu trọng mật độ khu vực ngành kinh tế khách lượt doanh bán lẻ quốc total "
    "bình quân chỉ giá tiêu dùng male female urban rural person area quantity value output population gdp grdp "
    "structure đồng triệu nghìn ha tấn tiêu chí vụ đông xuân hè mùa chiêm trung tb có khối tiền hồ sơ văn bản nhiệm "
    "trạm trại bò trâu lợn gà gia cầm súc thịt sữa trứng gỗ cà phê chè cao su điều rau đậu mía lạc sắn khoai ăn quả "
    "hàng lâu đất nhà ở đường điện nước sạch môi bảo hiểm xã hội thất nghiệp viên thôn bản ấp tổ thị trấn phường "
    "tín dụng vay dư nợ gốc lãi trả huy động tiếp nhận giải quyết hộ kinh doanh bưu chính viễn thông thuê bao khám "
    "chữa bệnh cán bộ công chức chức biên chế đảng hội đoàn cầu cống km hành hóa vận tải luân chuyển tai nạn giao "
    "thông vụ chết thương cơ sở làng nghề khu cụm che phủ quy mô nguồn lợi nhuận phí lệ xổ sử dụng hỗ trợ sự chương "
    "trình quốc phòng an ninh đào tạo tuyển sinh tốt thư viện thể thao ngoài trong fdi đăng ký thành lập giải thể "
    "hoạt toàn nông lâm ngư thụ tồn kho thoát tái"
)
"""Words of heads that name what a column measures, beside a role or a time in the same line."""

KNOWN_PHRASES: Final = (
    r"(?<!\w)(?:xã|thôn|bản|trường|hộ|tiêu chí|cơ sở|đơn vị|hợp tác xã) (?:được )?(?:công nhận )?đạt"
    r"(?: chuẩn(?: quốc gia| nông thôn mới| ntm)?)?(?!\w)"
)
"""Phrases of heads that name what is counted, and whose words alone may mean something else."""

COMPARED_WORDS: Final = words_in("đạt ht trưởng nhịp độ gốc")
"""Words of heads of comparisons beside those that name what is measured."""

NOT_PLANNED: Final = (
    rf"tổng mức|tổng vốn|quyết định|(?<!\w)đã(?!\w)|(?<!thực )hiện|{CARRIED_OUT}|thực(?! hiện)|ước|lũy kế|còn|cơ sở|"
    r"gốc|tỷ trọng|so "
)
"""Words of heads that are not plans, even below the title of a plan."""

INDICATORS: Final = "chỉ tiêu"
"""A head of labels that, above numbers, means plans."""

RATIO_HEAD: Final = (
    r"(?:(?:đạt |so sánh )?(?:t[ỷỉ] lệ)?|đạt|so sánh)\s*\(?%?\)?|\(?%\)?\s*hoàn thành|hoàn thành\s*\(?%\)?"
)
"""The head of a ratio that does not name its levels."""

SHARE_HEAD: Final = r"(?:cơ cấu|t[ỷỉ] trọng|cc(?= ?\(?%|$))(?!\w)"
SHARE_WORDS: Final = r"(?:[\s()%/–-]|(?:structure|percentage|proportion|share)(?!\w))*"
"""How the head of shares of a total begins, and its other words if it does not name the total."""

PRICES: Final = (
    r"(?<!\w)(?<!chỉ số )(?:theo )?giá (?:(?P<constant>so sánh|ss|cố định|cđ)(?: (?:năm )?(?P<base>(?:19|20)\d\d))?|"
    r"(?:năm )?(?P<year>(?:19|20)\d\d)|(?P<current>hiện hành|hh|thực tế|tt))(?!\w)|"
    r"\((?P<now>thực tế|hiện hành)\)|(?<!\w)(?:constant|fixed|comparative) (?:prices? (?:of )?)?(?P<of>(?:19|20)\d\d)"
    r"(?: prices?)?(?!\w)|(?<!current )(?<!\w)(?P<at>(?:19|20)\d\d) (?:(?:constant|fixed|comparative) )?prices(?!\w)"
)
"""The prices in which amounts are stated; their base year is not the time of a figure."""

PROVISIONAL: Final = r"sơ bộ|prel|\((?:p|sb)\)"
WITH_PART: Final = r"trong đó|(?<!\w)(?:nữ|nam|dân tộc|dtts|tđ)(?!\w)"
"""Words of heads that name a part of their numbers, which is printed in brackets behind them."""

YEAR_BEHIND: Final = r"(?<=\d)\s*\((?:năm )?((?:19|20)\d\d)\)$"
"""The year of a number behind it."""

NOTE_MARK: Final = r"\(\d{1,2}\)|\(?\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹]+"
"""The mark of a note: a star, or a number that is raised or in brackets."""

NOTE_OF_STATUS: Final = (
    rf"(?:ghi chú\s*[:.]?\s*)?({NOTE_MARK}|\d{{1,2}})\s*[:.–-]?\s*(?:là )?(?:số(?: liệu)? )?"
    r"(?:(sơ bộ)|ước(?: tính| thực hiện)?)[ .;]*(?:[-–/(] ?(?:prel|estimat)[a-z. )]*)?"
)
"""A note that says that the figures with its mark are provisional, or estimated: *(*) Số sơ bộ*."""

MARKED_NOTE: Final = rf"({NOTE_MARK})\s*[:.–-]?\s*([^\W\d_].*)"
"""A note behind its mark."""

NOTE_OF_UNIT: Final = r"[^\W\d_][^():;]*\(([^\W_]+/[^\W_]+|%|ha|km2|m[23])\)\.?"
"""A note that names what the figures with its mark measure, with a unit: *Lưu lượng nước (m3/s)*."""

FILLERS: Final = (
    rf"{OTHER_YEARS}|quốc hội|chính phủ|thủ tướng|(?:hđnd|ubnd|hội đồng nhân dân) (?:tỉnh|huyện|xã|thành phố|thị xã)|"
    r"hđnd|ubnd|hội đồng nhân dân|[uủ][ỷy]? ban nhân dân|đại hội|đề ra|do(?= [hu\ue000-\uf8ff])|rà soát|"
    r"số (?:tiền|tuyệt đối)|estimated?|actual|planned|plan|(?:implemented )?targets?(?: to)?|preliminary|sơ bộ|prel|"
    r"year|qua (?:các|từng) năm|"
    r"(?:kỳ|quý|tháng|năm) (?:này|nay)|qu[ýí] (?:iv|i{1,3})|"
    r"đã|được (?:phê )?duyệt|trung hạn|h[àằ]ng năm|"
    r"(?:tại|có)(?= [\ue000-\uf8ff])|"
    r"giai đoạn|gđ|thời kỳ|thời điểm|năm gốc|năm|tháng|quý|kỳ|số liệu|(?<!tổng )(?<!dân )số(?! [^\W\d_])|"
    r"đến|đầu(?! tư)|cuối|hết|cả|chỉ tiêu|cấp (?:có thẩm quyền|trên)|"
    r"trong(?! đó)|của|phân theo|được|các năm|từng năm|và|t|đvt|đơn vị|tính|cộng dồn|lũy kế|ngày|"
    r"tổng hợp|thống kê|báo cáo|dự kiến|toàn (?:tỉnh|huyện|xã|quốc|ngành|thành phố)"
)
"""Words of heads that do not name what a column measures."""

FROM: Final = r"từ |khoảng "
TO: Final = r"đến"
"""Words before the ends of a range."""

UP_DOWN: Final = r"tăng\s*/\s*giảm"
CHANGE: Final = "tăng giảm"
COMPARED_WITH: Final = r"(?<!\w)so sánh ([^/]{0,40}?)(?<! so) ?với(?!\w)"
"""A comparison that may name the level between its words: *So sánh thực hiện với*, *So sánh với*."""

TRANSLATIONS: Final = (
    (r"quarter", r"quý|quí|qúy|q ?[1-4iv]"),
    (
        r"months?(?!ly)(?!\w)|january|february|march|april|june|july|august|september|october|november|december",
        r"tháng|t\d",
    ),
    (r"weeks?(?!\w)|days?(?!\w)", r"tuần|ngày"),
    (
        r"compar|versus|vs(?!\w)|same period|previous|growth|increase|decrease",
        r"so|cùng|trước|tăng|giảm|phát triển|(?:[^\W\d_]+ ){1,3}=",
    ),
    (r"estimat", r"ước|ư|uớc"),
    (r"accumul|accru|cumulat", r"cộng dồn|lũy kế|\d+ tháng"),
    (
        r"plan(?:ned|s)?(?!\w)|(?<!implemented )targets?(?!\w)|forecast|projected",
        r"kế hoạch|kh|mục tiêu|chỉ tiêu|dự báo|dự toán|quy hoạch",
    ),
    (r"average", r"bình quân|trung bình|bq"),
)
"""English words in heads and titles that change the time or the role, and their Vietnamese words."""

AGAINST: Final = r"\bso với\b|\bso\b(?! sánh)"
"""Words between a level and its base."""

QUALIFIERS: Final[Mapping[str, Qualifier]] = {
    "trên": Qualifier.OVER,
    "dưới": Qualifier.UNDER,
    "khoảng": Qualifier.ABOUT,
    "gần": Qualifier.NEARLY,
}
THAN: Final = "so với"
LOOK_ALIKE: Final = {ord("\u01a3"): "ư"}
"""A letter that some programs write for another one."""
