"""Words in the heads of tables, as alternatives of regular expressions; heads are in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.values import Qualifier
from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.dates import AFTER_TEN, MONTH_WORDS, TEN

SERIAL: Final = r"(?:(?:số )?(?:tt|stt|s t t|t t)|số thứ tự)(?:[ /–-]*(?:no|order))?|no|mã(?: số| tỉnh| huyện| xã| hs)?"
UNIT: Final = r"units?|(?:[đd]vt|đơn vị(?: tính| đo)?|đv(?: tính)?)(?:[ /–-]*units?)?"
NOTE: Final = (
    r"ghi chú|chú thích|nguồn(?: số liệu)?|căn cứ|cơ quan (?:chủ trì|thực hiện|báo cáo)|giải trình|thuyết minh|"
    r"số (?:tài khoản|tk|cmnd|cmt|cccd|chứng minh nhân dân|căn cước(?: công dân)?|điện thoại|đt|hộ chiếu)|stk|"
    r"cmnd|cmt|cccd|sđt|(?:ngày|năm)(?:,? tháng)?(?:,? năm)? sinh|mã số thuế|"
    r"mã (?!lực|số|tỉnh|huyện|xã|hs)[^\W\d_]+(?: [^\W\d_]+)?|"
    r"năm (?:thành lập|khởi công|hoàn thành|xây dựng|sản xuất)"
)
LABEL: Final = (
    r"(?:các |tên |một số )*(?:chỉ tiêu|nội dung|danh mục|hạng mục|diễn giải|chuyên ngành|ngành|lĩnh vực|loại|nhóm|tên|"
    r"năm$|tháng$|quý$|thời gian$|thời kỳ$|mặt hàng|sản phẩm|nguồn vốn|cơ quan|huyện|tỉnh|xã|địa phương|đơn vị|"
    r"địa bàn$|thu, chi|khoản mục|mục tiêu, chỉ tiêu|nước(?:, vùng.*)?$|vùng|phân theo|tiêu chí|đối tượng|"
    r"chương trình|dự án$|tên dự án|họ và tên|họ tên|độ tuổi$|thị trường$|cây trồng$|vật nuôi$|cấp học$|bậc học$|"
    r"loại hình$|đối tác$|giới tính$)\b.*"
)
PLACE: Final = r"(?:tên )?(?:các )?(?:huyện|tỉnh|xã|địa phương|huyện, thị|tỉnh, thành|đơn vị hành chính|địa bàn)\b.*"
"""Heads of columns with the names of places."""

TARGET: Final = (
    r"kế hoạch(?! h[óo][áa])|kh(?=\W|\d|$)|mục tiêu|dự toán|dt(?=\W|\d|$)|"
    r"(?:theo )?(?:nghị quyết|nq(?=\W|\d|$))|phấn đấu|"
    r"chỉ tiêu(?: được)? giao|chỉ tiêu(?= (?:đến |tới )?(?:năm (?:học )?|giai đoạn )?[\ue000-\uf8ff] *(?:\(|$))|"
    r"(?:(?:tỉnh|huyện|trung ương|tw|bộ|sở) )?giao(?! (?:thông|dịch|tiếp|khoán|cho|đất|rừng|lưu))(?!\w)|"
    r"(?:quy hoạch|định hướng|tầm nhìn)(?= (?:đến |tới )?(?:năm |giai đoạn |thời kỳ )?[\ue000-\uf8ff])"
)
ACTUAL: Final = (
    r"đã(?= (?!bố trí|giao|phân bổ|phê|duyệt|được|ban hành|cam kết|đăng ký|ký)[^\W\d_])|"
    r"thực hiện|th(?=\W|\d|$)|kết quả|đạt được|thực tế|hiện (?:có|trạng)|số thực hiện|"
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
    r"tăng,? ?(?:\(\+\)|\+)?,? ?(?:/|-|hoặc|và)? ?giảm|tăng \(\+\)|\+ ?/|"
    r"(?:tốc|nhịp) độ (?:tăng|phát triển|\d)|mức tăng|chênh lệch|thay đổi|biến động|tăng trưởng"
)
RATIO_WORDS: Final = r"(?:t[ỷỉ] lệ|hoàn thành|đạt(?: được)?|\s)+"
"""The words of a comparison before *so với* that do not name its level."""

GROWN: Final = r"tăng|giảm|tuyệt đối|chênh lệch|thay đổi|biến động|\(\+|\+ ?/|vượt|hụt"
"""Words of a comparison that may state a difference or a growth instead of a ratio."""

OTHER_YEARS: Final = r"năm học|niên học|niên vụ|school year"
"""Years in a title or a head that do not begin in January."""

DOUBTFUL: Final = (
    r"^(?:tb|trung bình) (?:(?:\d{1,2} )?năm(?! ?(?:19|20)\d)|(?:19|20)\d\d ?[-–])|"
    r"hoặc|dự kiến(?! (?:kế hoạch|kh)(?!\w))|dự ?báo|khả năng|"
    r"lũy kế(?! (?:ước )?(?:thực hiện |giải ngân )?(?:\d{1,2} ?(?:t|tháng)\b|từ đầu năm|so với|cùng k[ỳì]|"
    r"(?:đến|tới)(?: hết)?(?: ngày)? \d{1,2}[/.]\d{1,2}[/.]\d{4}))|"
    r"(?:(?:(?<!giá )(?<!giá bán )(?<!năng suất )|(?=.*(?:\d|năm)))"
    r"bình quân(?! (?:đầu )?(?:người|hộ|nhân khẩu|lao động)| (?:một|mỗi|1) [^\W\d]|"
    r" (?:\d{1,2} tháng|quý)[^,;]{0,80} so (?:với|cùng))|(?<!\w)bq)"
    r"(?!.{0,160}/ ?(?:người|hộ|khẩu|nhân khẩu|lao động|ha|con|lớp|xã)(?!\w))|"
    r"(?:quy hoạch|định hướng|tầm nhìn)(?! (?:đến |tới )?(?:năm |giai đoạn |thời kỳ )?(?:19|20)\d\d)|"
    r"^(?!số (?!quyết định|tiền)).*(?<!\w)(?:nhu cầu|đăng ký(?![^()]{0,40}\([^()]{0,20}usd)|đề nghị|đề xuất|kiến nghị|"
    r"định mức|tiêu chuẩn|(?<!kế hoạch )(?<!dự toán )được duyệt|(?<!kế hoạch được )(?<!dự toán được )phê duyệt|"
    r"điện thoại|thẩm định|phương án|kịch bản|điều chỉnh|bổ sung|còn lại|còn thiếu|"
    r"chuyển nguồn|xếp hạng|thứ hạng|thời gian|(?<!có )thời hạn|ngày tháng|quyết định|tối đa|tối thiểu|sai số|độ lệch|"
    r"quyền số)(?!\w)"
)
"""Words in a head that leave open what it states."""

REGISTERED: Final = (
    r"(?<!\w)vốn (?:đầu tư )?đăng ký(?: (?:cấp mới|điều chỉnh|bổ sung|tăng thêm|mới|và)(?!\w))*(?=\s*(?:\(|$))"
)
PROJECTS: Final = r"(?<!\w)số (?:lượng )?(?:dự án|dn|doanh nghiệp)(?!\w)"
"""Capital that is registered, if it is beside the number of the projects or enterprises, and not asked for."""

SHARE_OF: Final = r"t[ỷỉ] (?:lệ|trọng|suất|số)(?! \(?%?\)? ?(?:th|thực|đạt|hoàn|giải)(?!\w))[^,;]*?\bso với\b"
"""How the head of a ratio of two different things begins: *Tỷ lệ lãi so với giá thành*."""

PERCENT_OF: Final = r"(?:t[ỷỉ] lệ )?\(?%\)?(?: so)?"
"""A percent before the time that it is of: *% so tháng 12*."""

CHANGED: Final = r"tăng(?! (?:dân số )?tự nhiên(?!\w))|giảm|vượt|hụt|thừa|thiếu(?! việc làm)"
"""Words in a head that is not a comparison, which state a change and not a level."""

AVERAGE: Final = r"bình quân(?! (?:đầu )?(?:người|hộ|nhân khẩu|lao động)| (?:một|mỗi|1) [^\W\d])|bq"
"""Words in the head of a comparison that state its average over the years."""

MEANS_OF_TIME: Final = (
    r"(?:số )?(?:người )?(?:lao động|dân số)(?: trung)? bình quân(?! (?:đầu|một|mỗi|1|của|trên))(?!.*/)"
)
"""Means over a year or a quarter, of what is counted at many moments of it."""

SHORT_ROLES: Final = r"kh|th|dt|nq|qt|ư|ưth|uth"
"""Abbreviated roles, which before another word may mean something else: *DT thu hoạch* is an area."""

FROM_DAY: Final = (
    r"từ (?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?(?!\d)|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\s*(?:[-–]|đến)\s*(?:ngày )?\d{1,2}[/.]\d{1,2}(?!\d)"
)
"""A time between two days, which is not that of its year: *từ 01/01 đến 20/8/2022*, *01/01 - 20/8 năm 2022*."""

VAGUE_TIMES: Final = (
    rf"(?:{FROM_DAY})|"
    r"tuần (?:này|trước|qua|sau|\d)|ngày \d|hôm (?:nay|qua)|(?:kỳ|tháng|năm|quý) (?:này|trước|sau|báo cáo)|"
    r"(?:đợt|lần|kỳ) (?:\d|[ivx]+(?!\w))|năm thứ|\d{1,2}/(?:19|20)\d\d(?![\d/]|-[^\W\d])"
)
"""Times in heads that nothing completes."""

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
    "hoạt toàn nông lâm ngư thụ tồn kho"
)
"""Words of heads that name what a column measures, beside a role or a time in the same line."""

COMPARED_WORDS: Final = words_in("đạt ht trưởng nhịp độ gốc")
"""Words of heads of comparisons beside those that name what is measured."""

NOT_PLANNED: Final = r"tổng mức|tổng vốn|quyết định|(?<!\w)đã(?!\w)|hiện|thực|ước|lũy kế|còn|cơ sở|gốc|tỷ trọng|so "
"""Words of heads that are not plans, even below the title of a plan."""

PLAN_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:kế hoạch(?! h[óo]a| và đầu tư)|dự kiến|phấn đấu|chỉ tiêu (?:kế hoạch|được giao|giao)) (?!\()"
)
"""How labels of rows begin that are plans."""

INDICATORS: Final = "chỉ tiêu"
"""A head of labels that, above numbers, means plans."""

COMPARING: Final = r"\bso (?:với|cùng)\b"
BASE_OF_LABEL: Final = r"(?:năm|tháng|quý|k[ỳì]) (?:trước|[\divx]+)|cùng k[ỳì]|kế hoạch|đầu năm|(?:19|20)\d\d"
"""Words of labels that compare levels, and behind them what these are compared with: another time, or a plan."""

NOT_COMPARING: Final = (
    r"chỉ số|tốc độ|mức|t[ỷỉ] (?:lệ (?:tăng|lạm phát)|trọng|suất|số)|"
    r"(?:tăng|giảm)(?!(?:tăng|giảm|hoặc|[ ,/(+)-])*\bso (?:với|cùng))"
)
"""How labels begin that have such words, and are indicators."""

BEGINS_COMPARING: Final = r"(?:tăng|giảm|hoặc|chênh lệch|[ ,/()+%-])*so (?:với|cùng)"
"""How labels begin that are only a comparison, in any unit."""

ATTAINING: Final = (
    r"t[ỷỉ] lệ (?:hoàn thành|thực hiện|đạt|giải ngân)\b[^()]*\b(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)(?!\w)|"
    r"(?:đạt|hoàn thành)(?: được)? (?:t[ỷỉ] lệ|\(?%\)?)[ (%)]*$|t[ỷỉ] lệ (?:hoàn thành|thực hiện|đạt)(?: được)?[ (%)]*$"
)
"""How labels begin that compare a level with a plan."""

RATIO_KINDS: Final = ("share", "share_point", "multiple")
COUNTING: Final = r"(?:tổng )?số (?!tiền|thu|chi|vốn)"
"""How labels begin of numbers of things."""

RATIO_HEAD: Final = (
    r"(?:(?:đạt |so sánh )?(?:t[ỷỉ] lệ)?|đạt|so sánh)\s*\(?%?\)?|\(?%\)?\s*hoàn thành|hoàn thành\s*\(?%\)?"
)
"""The head of a ratio that does not name its levels."""

SHARE_HEAD: Final = r"(?:cơ cấu|t[ỷỉ] trọng|cc(?= ?\(?%|$))(?!\w)"
SHARE_WORDS: Final = r"(?:[\s()%/–-]|(?:structure|percentage|proportion|share)(?!\w))*"
"""How the head of shares of a total begins, and its other words if it does not name the total."""

FULL_YEAR: Final = r"(?<!\w)(?:(?:cả|trọn|toàn) năm|12 tháng)(?!\w)"
"""Words of a head that states a full year, even below the title of a part of a year."""

MAY_BE_FULL_YEAR: Final = r"(?<!\w)(?:ước|uớc|th|thực hiện|kế hoạch|dự kiến)(?!\w)"
"""Words of a head that may state a full year below the title of a part of a year."""

OTHER_BASE: Final = r"cùng (?:k[ỳì]|thời điểm)|năm trước|năm ngoái|tháng trước|kỳ trước|đầu năm|đầu kỳ"
"""The base of a comparison that is named without its year."""

RELATIVE: Final = (
    (r"(?<!\w)(?:quý|qúy|quí) (iv|iii|ii|i|[1-4]) năm (?:trước|ngoái)(?!\w)", "quarter_before"),
    (r"(?<!\w)tháng (\d{1,2}) năm (?:trước|ngoái)(?!\w)", "month_of_year_before"),
    (
        r"(?<!\w)từ đầu năm(?: (?:đến|tới)(?: (?:nay|hết|cuối|tháng|kỳ|báo cáo|này))+)?(?!\w)"
        r"(?! (?:đến|tới|\d|tháng \d|hết|cuối))",
        "to_date",
    ),
    (r"(?<=lũy kế )(?=so với)", "to_date"),
    (r"(?<!\w)(?:kỳ này(?!\w)|kỳ (?=báo cáo))", "same"),
    (r"(?<!\w)(?:quý này(?!\w)|(?<=hiện )quý(?=$| \())", "same_quarter"),
    (r"(?<!\w)(?:tháng này(?!\w)|trong tháng(?=$| \()|tháng (?=báo cáo))", "last_month"),
    (r"(?<!\w)(?<!cùng kỳ )(?<!cùng kì )(?<!cùng thời điểm )năm (?:trước|ngoái)(?!\w)", "year_before"),
    (r"(?<!\w)cùng (?:thời điểm|ngày|k[ỳì]) tháng trước(?!\w)", "day_of_month_before"),
    (r"(?<!\w)tháng trước(?!\w)", "month_before"),
    (r"(?<!\w)(?:(?:cả năm|năm nay|năm hiện hành)(?!\w)|năm (?=báo cáo))", "year"),
    (r"(?:(?<=tiêu |oạch |toán )|(?<= kh )|(?<=^kh ))năm(?=$| \()", "year"),
    (r"(?<!\w)([2-9]|1[0-2]) ?(?:th?(?=\W|$)|tháng)(?: đầu năm)?", "months"),
    (r"(?<!\w)từ đầu năm (?:đến|tới) (?:hết |cuối )?tháng (\d{1,2})(?!\d)", "months"),
    (r"(?:(?<!với đầu )(?<=đầu )|(?<=cuối ))năm(?=$| \()", "year"),
    (r"(?:(?<!với đầu )(?<=đầu )|(?<=cuối ))kỳ(?=$| \()", "same"),
    (r"(?<!\w)ngày (\d{1,2})[/.-](\d{1,2})(?![/.\d-])", "day"),
    (r"(?<!\w)tháng (\d{1,2})(?!\d)", "month"),
    (r"(?<!\w)(?:(?:quý|qúy|quí) |q ?(?=[iv]))(iv|iii|ii|i|[1-4])(?!\w)", "quarter"),
    (
        r"(?<!\w)(?:cùng k[ỳì](?: năm (?:trước|ngoái))?|cùng thời điểm năm (?:trước|ngoái))(?!\w)"
        r"(?! (?:năm )?[\ue000-\uf8ff])",
        "same_before",
    ),
    (r"(?<!\w)cùng (?:k[ỳì]|thời điểm) (?:năm )?([\ue000-\uf8ff])", "same_in"),
)
"""Times in heads that are complete only with the year of their group or of the title, with their kinds."""

PRICES: Final = (
    r"(?<!\w)(?<!chỉ số )(?:theo )?giá (?:(?P<constant>so sánh|ss|cố định|cđ)(?: (?:năm )?(?P<base>(?:19|20)\d\d))?|"
    r"(?:năm )?(?P<year>(?:19|20)\d\d)|(?P<current>hiện hành|hh|thực tế|tt))(?!\w)|"
    r"\((?P<now>thực tế|hiện hành)\)"
)
"""The prices in which amounts are stated; their base year is not the time of a figure."""

PART: Final = r"(?:trong đó|tr\.đ|chia ra|gồm|bao gồm|riêng)\b.*"
PART_OF: Final = r"^(?:trong đó|tr\.?đ|riêng)\s*:?\s*"
"""Words before the name of a part."""

NUMBER_OF_LABEL: Final = (
    r"^(?:\(?(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[A-GĐa-gđ])[.)/]+|\d{1,2}(?:\.\d{1,2})+)\s*(?=[^\W\d])"
)
"""The number of a label in a list; *H.* and *P.* before a name are a district and a ward."""

PART_WORDS: Final = r"(?:trong đó|tr\.?đ|chia ra|bao gồm|gồm|riêng|of which)\s*:?\s*(?=\S|$)"
"""Words before the name of a part that do not belong to it."""

DIVISION: Final = r"(?:phân|chia) theo\b"
LISTING: Final = r"trong đó|tr\.đ|chia ra|gồm(?: có)?|bao gồm|(?:phân|chia) theo.*"
BASE_BEFORE: Final = r"(?:năm|tháng|k[ỳì]|quý) trước\s*=\s*100|cùng k[ỳì][^=()]{0,20}=\s*100"
BAND: Final = (
    r"cơ cấu|chỉ số (?:phát triển|giá)|t[ốô]c độ (?:tăng|phát triển)|t[ỷỉ] lệ tăng|t[ỷỉ] trọng|"
    rf"\(?(?:{BASE_BEFORE})"
)
"""How a lone line begins that says what the rows below it measure."""

DITTO: Final = r"[\"”“″'’]{1,2}|-?\s*nt\s*-?|//|-\s*\"\s*-|như trên"
ABSENT: Final = r"…|\.{2,}|x|na|n/a|chưa có(?: số liệu)?"
NOTHING: Final = r"[-–—]+"
PROVISIONAL: Final = r"sơ bộ|prel|\((?:p|sb)\)"
NOTE_OF_STATUS: Final = (
    r"(?:ghi chú\s*[:.]?\s*)?(\(?(?:\d{1,2}|\*+)\)?|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*[:.–-]?\s*(?:là )?(?:số(?: liệu)? )?"
    r"(?:(sơ bộ)|ước(?: tính| thực hiện)?)[ .;]*(?:[-–/(] ?(?:prel|estimat)[a-z. )]*)?"
)
"""A note that says that the figures with its mark are provisional, or estimated: *(*) Số sơ bộ*."""
UNIT_LINE: Final = (
    r"(?:đvt|đv(?: tính)?|đơn vị(?: tính)?|^\(?unit)(?:\s*[-–/]\s*unit)?\s*[:：]\s*(.+?)(?:\s*[-–/,;(]*\s*unit\b.*)?$"
)
STANDARD: Final = (
    r"(?:theo )?chuẩn (?:hộ )?(?:cận )?nghèo[^.;()]{0,60}?(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d|"
    r"(?<!\w)(?:luật|đề án)(?: (?!năm|giai)[^\W\d]+){0,6} (?:19|20)\d\d(?!\s*[-–/]?\d)"
)
"""A poverty standard, a law or a scheme, whose years are not the time of figures: *Luật Đất đai 2013*."""

BILINGUAL_UNIT: Final = r"([^\d:]{1,40}?)\s+[-–/]\s+[a-z][a-z .²³23/%]*"
"""A line of a yearbook that has only a unit, in Vietnamese and in English."""

AMBIGUOUS_UNITS: Final = frozenset({"bản", "con", "lần", "đ"})
"""Words that may mean several units."""

RATE_LABEL: Final = (
    r"/\s*(?:1\.?0?00|10\.?000|vạn|100|1\s?vạn)\s*(?:dân|trẻ|người|hộ)?|"
    r"(?:cho|bình quân) (?:1 |một )?(?:1\.?000|10\.?000|100\.?000|vạn) dân(?!\w)|"
    r"(?<!có )trên (?:1 |một )?(?:100(?:\.?000)? dân|(?:1\.?000|10\.?000|vạn|nghìn)(?: "
    r"(?:dân|trẻ|người|hộ|nhân khẩu|ca|bà mẹ|phụ nữ|sản phụ|nam|nữ|lao động|học sinh|sinh|đẻ|trường hợp)(?!\w)|\)|$))"
)
"""Labels of rates whose unit column has only the counted noun."""

RATIO_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:t[ỷỉ] (?:lệ|suất|trọng|số)|cơ cấu|tốc độ|mức (?:tăng|giảm)|mật độ|bình quân|"
    r"tăng(?! cường)|giảm(?! nghèo(?!\w)))\b"
)
COUNTED_BY_LABEL: Final = (
    (r"lượt", r"lượt hộ", " hộ"),
    (r"lượt", r"^(?:(?!khách|lượt người).)*?(?<!\w)(?:xe|tàu|thuyền|phương tiện|chuyến)(?!\w)", ""),
    (r"lượt", r"khách|lượt người|bệnh nhân|người bệnh|khám|du lịch", " người"),
    (r"phòng", r"phòng học", " học"),
    (r"cơ quan, đơn vị", r"", ""),
    (r"vụ", r"tai nạn|cháy|(?<!dự )án(?!\w)|phạm|nổ|khiếu|tội", " việc"),
    (r"đơn vị", r"cơ quan|đơn vị|tổ chức|doanh nghiệp|trường|trạm", " sự nghiệp"),
)
"""Units that leave open what they count, the words of labels that name it, and these as a part of the unit."""

NUMBERED_TITLE: Final = r"^(?:(?:biểu|bảng|phụ lục)(?: số)?\s*)?[\divx]*(?:[.)/:-]\s*|\s+(?=\D))(?:\d+[.)]\s*)*"
"""The number before the title of a table, or of a section."""

PER_INHABITANTS: Final = "người/{} dân"
ONE: Final = "một "
"""A rate of persons, and a word before the number of its inhabitants."""

PER_MILLE: Final = r"(?<!\w)[0o]/(?:00|oo)(?!\w)"

LABEL_TIME: Final = (
    r"(?<!\w)(?:năm|tháng \d{1,2}|quý (?:[1-4]|[iv]+)|(?:đầu|cuối|hết|đến))[ /](?:năm )?(?:19|20)\d\d\s*(?:[(:;,]|$)|"
    r"\((?:tính )?(?:đầu|cuối|hết|đến)(?: cuối| hết)? (?:năm )?(?:19|20)\d\d\)$"
)
"""The time at the end of a label, which is not a part of a name or of the number of a document."""

MEAN: Final = r"bình quân|trung bình|average|tính trên|trên (?:một|1 )|/\s*(?:1 )?(?:người|hộ|lớp|giáo viên|vạn|xã)"
"""Words in the label of a mean."""

RATE_CHANGE: Final = (
    r"(?:\d+[.)]\s*)?(?:(?:mức )?(?:tăng|giảm)(?: thêm)? t[ỷỉ] (?:lệ|suất|trọng)\b|"
    r"t[ỷỉ] (?:lệ|suất|trọng)\b[^()]*\b(?:tăng|giảm)(?: (?:bình quân|hàng năm|hằng năm))*\s*(?:\(|$))"
)
"""How labels begin that state the change of a rate: *Giảm tỷ lệ hộ nghèo (%)*, *Tỷ lệ hộ nghèo giảm (%)*."""

GROWTH_LABEL: Final = (
    r"(?:\d+[.)]\s*)?(?:tốc độ|mức (?:tăng|giảm)|chỉ số|t[ỷỉ] lệ (?:tăng|giảm|hộ nghèo giảm)|tăng|giảm|lạm phát)\b"
)
GROWTH_OF: Final = (
    r"(?:(?:t[ốô]c|nhịp) độ tăng(?: trưởng)?|(?:mức |t[ỷỉ] lệ )?tăng trưởng|mức tăng|"
    r"t[ỷỉ] lệ tăng(?=\s*(?:\(|%|$|[-–/]\s*growth))|tăng(?=[ ,/()+-]*(?:giảm[ ()+-]*)?so với (?:cùng|năm trước)))(?!\w)"
    r"(?:[\s,;:/()+–-]+(?:bình quân|h[àằ]ng năm|năm|\(?%\)?|growth(?: rates?)?|giảm|"
    r"so với (?:cùng k[ỳì]|năm trước)(?: năm trước)?)(?!\w))*"
)
"""How labels begin that name growth, before what grew."""

RISES: Final = (
    r"^(?:tăng|giảm)(?! (?:cường|nghèo|sinh)(?!\w))\b|"
    r"^t[ỷỉ] lệ (?:tăng|giảm)(?! (?:dân số|tự nhiên|sinh|chết|hộ)(?!\w))\b|"
    r"\b(?:tăng|giảm)(?: thêm)?(?: bình quân)?(?: (?:h[àằ]ng|mỗi) năm)?(?: so với [^()]*)?\s*(?:\(|$)"
)
"""Labels that say that something rises or falls; in percent they are changes."""

INDEX_OF_BEFORE: Final = (
    rf"chỉ số phát triển(?! con| bền)|{BASE_BEFORE}|"
    r"^(?:\d+[.)]\s*)?chỉ số (?:giá|sản xuất)[^()]{0,120} so với (?!kế hoạch)"
)
"""Words of lines of an index of which the base is stated: *so với kỳ gốc 2019*, *so với tháng trước*."""

INDEX: Final = (
    r"^(?:\d+[.)]\s*)?"
    r"(?:chỉ số (?:giá|sản xuất|tiêu thụ|tồn kho|sử dụng lao động)|(?:[a-z]+ ){0,3}ind(?:ex|ices) of)(?!\w)"
)
"""How lines of an index begin whose base may be an earlier time or a fixed one."""

ANIMALS: Final = (
    r"(?<!\w)(?:trâu|bò|lợn|heo|gà|vịt|gia cầm|gia súc|dê|cừu|ngựa|thỏ|đàn|vật nuôi|chim cút|ngan|ngỗng)(?!\w)"
)
"""Animals that are counted in *con*."""

COUNTERS: Final = ("người", "hộ", "cái", "chiếc")
"""Units behind a dash, as in *Dân số - Người*, which are seldom the second of two names."""

ANIMAL: Final = "con"
ANIMAL_IN_FULL: Final = "con vật"
SCALED_UNITS: Final[Mapping[str, str]] = {"đ": "đồng", "t": "tấn", "ng": "người"}
"""Abbreviated units that are certain only behind a scale word."""

SCALES: Final = (
    (r"ngh(?:ìn|\.|in)?\.?|ng\.|ngàn|1[.,]?000|10\^?3", "nghìn"),
    (r"tr(?:iệu|\.|iêu)?\.?|10\^?6|1\.000\.000", "triệu"),
    (r"(?:tỷ|tỉ)\.?", "tỷ"),
)
"""Abbreviated scale words at the beginning of a unit."""

FLOW: Final = (
    r"(?:tổng )?(?:số )?(?:lượt|thu|chi|sản lượng|giá trị|kim ngạch|sản phẩm (?:trong|trên|quốc)|"
    r"xuất khẩu|nhập khẩu|vốn|đầu tư|giải quyết|tạo|"
    r"đào tạo|tuyển|trồng|cấp|xây dựng|hỗ trợ|khám|vận tải|tổng thu|tổng chi|ngân sách|kinh phí|doanh thu|sinh|xóa)\b"
)
"""How labels of indicators begin that sum up over a period."""

WHOLE: Final = (
    r"(?:tổng (?:số|cộng)|tổng|cộng|chung|toàn (?:tỉnh|huyện|xã|quốc|ngành|thành phố)|cả (?:nước|tỉnh|huyện))"
)
"""Labels of rows and columns of places that are the sum of all places."""

SUM: Final = r"(?:.*\b)?(?:tổng|cộng|chung|total)\b"
"""Words of the head of a column that is the sum of others."""

PLACE_LABEL: Final = (
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân) )?"
    r"(?:h\.|huyện|tx\.?|thị xã|tp\.?|thành phố|tỉnh|xã|phường|thị trấn|quận)\s+[^\W\d_]"
)
"""How labels of rows begin that are names of places, with a capital letter behind."""

BEGINNING: Final = r"(?<!\w)đầu (?:năm |kỳ )?(?=[\ue000-\uf8ff])"
END: Final = r"(?<!\w)(?:cuối|hết|đến) (?:cuối |hết )?(?:năm |kỳ )?(?=[\ue000-\uf8ff])"
"""Words before a time whose first or last day is meant."""

SPANS: Final = r"giai đoạn|gđ|thời k[ỳì]|(?:2|hai) năm"
"""Words before two years in a row that are a period, and not a school year."""

FILLERS: Final = (
    rf"{OTHER_YEARS}|quốc hội|chính phủ|thủ tướng|(?:hđnd|ubnd|hội đồng nhân dân) (?:tỉnh|huyện|xã|thành phố|thị xã)|"
    r"hđnd|ubnd|hội đồng nhân dân|[uủ][ỷy]? ban nhân dân|đại hội|đề ra|do(?= [hu\ue000-\uf8ff])|rà soát|"
    r"số (?:tiền|tuyệt đối)|estimated?|actual|planned|plan|(?:implemented )?targets?(?: to)?|preliminary|sơ bộ|prel|"
    r"year|"
    r"(?:kỳ|quý|tháng|năm) (?:này|nay)|qu[ýí] (?:iv|i{1,3})|"
    r"đã|được (?:phê )?duyệt|trung hạn|h[àằ]ng năm|"
    r"giai đoạn|gđ|thời kỳ|thời điểm|năm gốc|năm|tháng|quý|kỳ|số liệu|(?<!tổng )(?<!dân )số(?! [^\W\d_])|"
    r"đến|đầu(?! tư)|cuối|hết|cả|chỉ tiêu|cấp (?:có thẩm quyền|trên)|"
    r"trong(?! đó)|của|phân theo|được|các năm|từng năm|và|t|đvt|đơn vị|tính|cộng dồn|lũy kế|ngày|"
    r"tổng hợp|thống kê|báo cáo|dự kiến|toàn (?:tỉnh|huyện|xã|quốc|ngành|thành phố)"
)
"""Words of heads that do not name what a column measures."""

MEASURES: Final = (
    (r"(?:sản )?lượng(?! mưa)", ("mass", "volume", "count", "energy")),
    (r"diện tích", ("area",)),
    (r"(?:tổng )?(?:chiều|độ) (?:dài|rộng|cao|sâu)", ("length",)),
    (
        r"(?:tổng )?(?:sản phẩm(?= (?:trong|trên|quốc|xã))|giá(?!\w)|trị giá|"
        r"kim ngạch|vốn|kinh phí|doanh thu|lợi nhuận|thu|chi|(?:số |thành )?tiền(?!\w)|tổng mức|dư nợ|đơn giá|"
        r"nợ (?:quá hạn|xấu|đọng|thuế))",
        ("money", "share", "quotient"),
    ),
    (
        r"(?:tổng )?(?:dân số|lao động|số (?:lượng )?(?:các )?(?:hộ|người|lao động|xã|thôn|huyện|dự án|công trình|"
        r"học sinh|sinh viên|giáo viên|trường|lớp|trẻ|cơ sở|doanh nghiệp|hợp tác xã|đối tượng|lượt|vụ|trang trại|"
        r"giường|bác sĩ))",
        ("count",),
    ),
    (r"mật độ", ("quotient",)),
    (r"năng suất", ("quotient", "mass", "money")),
    (r"t[ỷỉ] (?:lệ|trọng)|cơ cấu|tốc độ", ("share", "share_point", "quotient", "multiple")),
)
"""How names of measures begin, and the kinds of units that they have."""

CARRIED: Final = r"hành khách|(?<!\w)hk(?!\w)|vận chuyển"
"""Words beside passengers, of whom there may be more than inhabitants."""

UNSURE_SHORT: Final = "hk"
"""A unit in short: passengers, or households."""

PRICE: Final = r"(?:đơn )?giá(?! (?:trị|so sánh|cố định|hiện hành|thực tế)(?!\w))(?!\w)"
"""How the head or title of prices begins, which are for one unit of what a row names."""

ANY_VALUE: Final = r"giá trị|trị số|value"
"""Words of the head of values in the units of the rows."""

COUNTED: Final = (
    r"(?:(?:tổng )?số (?:lượng )?(?:các )?|tổng (?=(?:ca|lượt)(?!\w))|(?=ca (?:mắc|nhiễm|bệnh)(?!\w)))"
    r"(?!lượng|tiền|liệu|thu|chi|vốn)([^\d(),;:/%]{2,60})"
)
"""How a label begins that names what it counts: *Số hộ nghèo*, *Tổng lượt khách*, *Ca mắc mới*."""

PIECES: Final = r"(?<!\w)(?:chiếc|cái|ô tô|xe|máy|con)(?!\w)|[*⁾]"
"""Words of labels, and marks of notes, of which the amount may be a number of pieces and not a mass."""

COUNTED_LINES: Final = (" Số ", " Tổng số ")
"""How the last line of a head begins that names what it counts."""

NO_MEASURE: Final = (
    r"(?:(?<!\w)(?:sl|số lượng|số tuyệt đối|tổng|tổng số|cộng|chung|trong đó|chia ra|total|of which|"
    r"by (?:sex|residence)|phân theo[^()]*+|thành thị|nông thôn|nam|nữ|urban|rural|male|female)(?!\w)[-–,: ]*)+"
)
"""Words of heads that do not name what is measured, so that the unit of the row or of the table is theirs."""

SHORT_NOUNS: Final = ((r"(?<!\w)d\.a\.?", "dự án"), (r"(?<!\w)bn(?!\w)", "bệnh nhân"))
"""Abbreviated nouns in labels."""

FROM: Final = r"từ |khoảng "
TO: Final = r"đến"
"""Words before the ends of a range."""

TIME_WORDS: Final = ("năm", "tháng", "quý", "quí", "kỳ")
PARTS_OF_YEAR: Final = r"tháng|quý"
OTHER_PART: Final = (
    r"\([^()]*(?<!\w)(?:qu[ýí] (?:[1-4]|iv|i{1,3})|tháng \d{1,2}|\d{1,2} tháng)(?!\w)[^()]*\)|"
    r"(?<!\w)(?:vào|đến|của) năm cuối(?!\w)"
)
"""A part of a year in brackets behind the name of a row, *Hà Giang (quý III)*, or the last of several years."""

TO_DATE: Final = r"l[ũu][ỹy] k[ếê](?!\w)|(?<!\w)lk(?= \d{1,2} ?(?:tháng|th?(?!\w)))"
"""*Lũy kế*, also as it is misprinted, and *LK 5 tháng*."""
CUMULATED: Final = "lũy kế"
UP_DOWN: Final = r"tăng\s*/\s*giảm"
CHANGE: Final = "tăng giảm"
SINCE_JANUARY: Final = r"lũy kế|cộng dồn|từ đầu năm"
"""Words of the head of the months up to the latest one of a table."""

SAME_PERIOD: Final = r"(?<=so )(?:với )?ck(?:nt)?(?!\w)"
SAME_IN_FULL: Final = "với cùng kỳ"
"""*So CK*, in short for *so với cùng kỳ*."""

SAME_IN_SHORT: Final = r"(?:(?<=[%/])|(?<=[%/] )|(?<=\bth ))ck(?:nt)?(?!\w)|(?<!\w)ck(?= (?:năm )?(?:19|20)\d\d)"
SAME: Final = "cùng kỳ"
"""*CK 2022* and *% CK* in short; *CK* alone may be the end of a time (*cuối kỳ*)."""

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

MONTH_NAMES: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
"""The English names of months behind the Vietnamese ones."""
ENGLISH_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

AGAINST: Final = r"\bso với\b|\bso\b(?! sánh)"
"""Words between a level and its base."""

QUALIFIERS: Final[Mapping[str, Qualifier]] = {
    "trên": Qualifier.OVER,
    "dưới": Qualifier.UNDER,
    "khoảng": Qualifier.ABOUT,
    "gần": Qualifier.NEARLY,
}

_YEAR: Final = r"((?:19|20)\d\d)"
_OF_YEAR: Final = rf"[\s/.-]*(?:năm\s*){{0,2}}{_YEAR}(?!\d)"
_NO_NUMBER: Final = r"(?<![\d/.-])(?<!biểu )(?<!bảng )(?<!lục )(?<!số )"
"""Before the first of two days, which is not the number of a table: *Biểu 1/2 - 30/6/2018*."""
_MONTH_AFTER: Final = r"(?:^|(?<=thực hiện )|(?<=\bth )|(?<=ước )|(?<=kế hoạch )|(?<=\bkh ))"
"""Before a month that is written only with numbers: elsewhere *9/2018* may be the number of a document."""
TIMES: Final = (
    (rf"(?:đến|tới|hết) ngày (\d{{1,2}}) tháng (\d{{1,2}}) năm {_YEAR}(?!\d)", "day"),
    (
        rf"từ (?:ngày )?(\d{{1,2}})[/.-](\d{{1,2}})(?:[/.-]{_YEAR})? (?:đến|tới)(?: hết)?(?: ngày)? "
        rf"(\d{{1,2}})[/.-](\d{{1,2}})[/.-]{_YEAR}(?!\d)",
        "days",
    ),
    (
        rf"{_NO_NUMBER}(?:từ )?(?:ngày )?(\d{{1,2}})/(\d{{1,2}})(?:/{_YEAR})?\s*[-–](?: ngày)?\s*"
        rf"(\d{{1,2}})/(\d{{1,2}})/{_YEAR}(?!\d)",
        "days",
    ),
    (
        rf"{_NO_NUMBER}(?:ngày )?(\d{{1,2}})[/.](\d{{1,2}})(?:[/.]{_YEAR})?\s*(?:đến|tới)(?: ngày)?\s*"
        rf"(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}(?!\d)",
        "days",
    ),
    (rf"(?<!\d)(\d{{1,2}})[/.](\d{{1,2}})[/.]{_YEAR}(?!\d)", "day"),
    (rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? ({MONTH_NAMES}) {_YEAR}(?!\d)", "english_day"),
    (rf"(?<!\w)(\d{{1,2}})\s*(?:th?(?=\W)|tháng)(?:\s*đầu)?{_OF_YEAR}", "months"),
    (rf"từ đầu năm (?:đến|tới) (?:hết |cuối )?tháng (\d{{1,2}}){_OF_YEAR}", "months"),
    (rf"(?<!\w)(?:t|tháng)\s*(\d{{1,2}}){_OF_YEAR}", "month"),
    (rf"{_MONTH_AFTER}(\d{{1,2}})/{_YEAR}(?=\s*(?:\(|$))", "month"),
    (rf"(?:quý|qúy|quí|(?<!\w)q)\s*(iv|iii|ii|i|[1-4]){_OF_YEAR}", "quarter"),
    (rf"{_YEAR}\s*[-–]\s*{_YEAR}(?!\d)", "years"),
    (rf"{_YEAR}[-–/](\d\d)(?![\d/.-])", "season"),
    (rf"năm trước\s*\(\s*{_YEAR}\s*\)", "year"),
    (rf"(?<!\d)(?<!\b\d[/.-])(?<!\b\d\d[/.-])(?:năm\s*)?{_YEAR}(?!\d)", "year"),
)
"""Times in heads and titles, with their kinds."""

MONTHS: Final = r"\d{1,2} tháng"
MONTHS_IN_WORDS: Final[Mapping[str, int]] = {
    **{f"mười {word}": TEN + number for word, number in AFTER_TEN.items()},
    **MONTH_WORDS,
}
"""The names of months, as in *tháng Sáu năm 2023*."""

THAN: Final = "so với"
LOOK_ALIKE: Final = {ord("\u01a3"): "ư"}
"""A letter that some programs write for another one."""

SEVERAL_COUNTED: Final = r",|;|\bvà\b"
"""Between several things that a title counts."""
