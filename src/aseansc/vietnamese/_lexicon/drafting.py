"""Words from which a draft proposes what a figure measures, as alternatives of regular expressions in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aseansc.units import UnitKind
from aseansc.vietnamese._lexicon.around import WITHIN
from aseansc.vietnamese._lexicon.parts_of_years import MONTH_NAMES
from aseansc.vietnamese._lexicon.places import AT_OFFICE

NO_SENTENCE_END: Final = r"(?:tp|tr|ths|ts|bs|gs|pgs|đ/c|vv|stt|số)"
"""Words before a full stop that does not end a sentence."""

OPENING: Final = (
    r"(?:và|với|đang|trong khi|trong|đó|nhưng|tuy nhiên|do đó|theo đó|cụ thể(?: là)?|ngoài ra|bên cạnh đó|đồng thời|"
    rf"đến nay|hiện nay|{AT_OFFICE}|"
    r"hiện(?! đại)|như vậy|nhờ đó|qua đó|(?:trên )?(?:toàn|cả) (?:tỉnh|huyện|xã|quốc|thành phố|thị xã|ngành|nước|năm|"
    r"vùng)|"
    r"(?:trên |tại |ở )?địa bàn(?: (?:toàn )?(?:tỉnh|huyện|xã|thành phố))?|trên địa bàn|ước|ước tính|dự ước|"
    r"dự kiến|dự tính|(?:toàn|cả) (?:quận|phường)|"
    r"sơ bộ|"
    r"đã|có|được|là|tính(?: chung)?|đến|từ(?! thiện)|vào|hết|cuối|đầu(?! tư)|kết quả|tỉnh|huyện|thành phố|thị trấn|"
    r"thị xã|phường|quận|tp|sẽ|riêng|qua (?:bình xét|rà soát|kiểm tra|thanh tra|khảo sát|thẩm định)|qua|"
    r"sau|xảy ra|khiến|chỉ đạo|"
    r"tổng kết|năm|các năm|"
    r"giai đoạn|thời gian qua|nay|tính đến|so với|lên|xuống|còn|tăng(?! trưởng| dân số)|giảm(?! nghèo| thiểu)|thì|"
    r"nên|phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu|đạt(?! chuẩn)|"
    r"theo(?! dõi)(?: kết quả)?(?: rà soát)?|tiếp tục|hoàn thành|chủ yếu|kế hoạch(?! hóa| hoá)|kh|như|"
    r"về(?! đích)|bằng(?! cấp)|"
    r"bình quân(?! đầu)|mỗi|hàng(?= (?:năm|tháng|ngày|tuần|quý))|hằng|trung bình|"
    r"trước(?: đây)?|cùng kỳ|trong năm|khoảng|số liệu|l[ũu][yỹ] kế|ngày|tháng|quý|tại|một(?! số)|lúc|toàn bộ|"
    r"đặc biệt(?! khó)|(?:đưa|nâng|nâng cao)(?= (?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|diện tích|dư nợ|thu nhập|mức|độ|"
    r"giá trị|khối lượng|sản lượng|kim ngạch|doanh thu|năng suất))|"
    r"(?:đề|đặt) ra|giao(?! thông| dịch| lưu| quân| nhận)|chính phủ|hđnd|"
    r"ubnd|thực hiện|chiếm|tương đương|tương ứng|đảm bảo|vượt|"
    r"thêm|nữa|hay|hoặc|lần đầu(?: tiên)?|"
    r"kỳ|gồm|bao gồm|chia ra|số đó|số này|nâng(?! \w)|(?:thực hiện )?tốt việc)"
)
"""Words at the beginning of a clause that do not belong to the name of what is measured."""

CLOSING: Final = (
    r"(?:(?:(?:đến|tại) )?(?:thời điểm )?hiện (?:tại|nay)|"
    r"đang|còn|còn lại|là|đạt|được|có|(?<!phát )(?<!thể )(?<!xuất )hiện|hiện có|hiện còn|(?<!bao )(?<!lấn )chiếm|bằng|"
    r"(?<!trở )lên|xuống|"
    r"tới|đến|ước|ước tính|ước đạt|"
    r"thực hiện|luôn|(?<!trở )lại (?:đạt|tăng|giảm)|(?<!bình )(?<!bồi )thường|xảy ra|(?<=chiếm )(?:tỷ|tỉ) trọng|"
    r"khoảng|đối với|với|gồm|bao gồm|tăng|giảm|tăng thêm|giảm còn|(?<!chứng )chỉ|đã|(?<!nhà )(?<!đất )ở|"
    r"(?<!hạn )(?<!định )(?<!vượt )mức|ở mức|từ|so|và|trong|"
    r"(?<!lâu )(?<!hàng )(?<!hằng )năm|cả năm|trong năm|"
    r"bình quân|trung bình|mỗi|(?<!cây )hàng năm|(?<!cây )hằng năm|hàng tháng|tỷ lệ chung|tỷ lệ|tỉ lệ|thêm|"
    r"kế hoạch|dự kiến|"
    r"dự ước|thì|vào|sẽ|"
    r"cho đến nay|đến nay|đầu năm|cuối năm|hết|cuối|(?<!đỡ )đầu|(?<!máy )(?<!giới )tính|tổng cộng|nay|"
    r"thu được|(?<!công tác )(?<!sử dụng )chung|vượt|so với|"
    r"(?<!^thu )(?:trên|trong|của|tại) (?:toàn |địa bàn )?(?:tỉnh|huyện|xã|thành phố|thị xã|địa bàn)|"
    r"toàn (?:tỉnh|huyện|xã|thành phố|quốc)|"
    r"giai đoạn|các năm|(?<!thông )(?<!chuyển )qua|là khoảng|(?<!nâng )(?<!chất lượng )(?<!công nghệ )cao|ghi nhận|giờ|"
    r"thấp|nhanh|(?<!vững )mạnh|nhẹ|(?<!hộ )(?<!sinh )khá|tương đương|cùng kỳ|ck(?:nt|nn)?|năm trước|hơn|gần|dưới|"
    r"tại thời điểm|ở thời điểm|theo|xấp xỉ|lần lượt|lần lượt là|tiếp tục|không nhiều|đáng kể|tương ứng|"
    r"tương ứng với|do|sau|"
    r"khi|đề ra|phấn đấu|tuy nhiên|hoàn thành|đều|cũng|ở đây|"
    r"tại đây|nói trên|sơ bộ|gấp|vẫn|tuy|(?<=đạt )(?:đủ|kỷ lục)|có thể|dao động)"
)
"""Words at the end of a clause before a figure that do not belong to the name of what is measured."""

ADDED: Final = "tăng thêm"
TAIL_ENDS: Final = (
    r"(?:kh|tăng|giảm(?! nghèo| thiểu)|chiếm|so với|(?<!đồng )(?<!công )bằng|vượt|trong đó|đối với|với|trong khi|"
    r"nhưng|do|nhờ|góp phần|qua đó|tương đương|"
    r"gồm|khiến|làm(?= (?:chết|bị|hư|cháy|sập|\d|cho|tăng|giảm|mất|thiệt))|"
    r"bao gồm|so(?= (?:cùng|ck|vụ|năm|tháng|quý|kỳ|đầu|cuối|kế|thời|mục))|"
    r"đạt(?= (?:(?:đủ )?[\d%]|tỷ lệ|kế|khoảng|trên|gần))|còn(?= \d)|được(?= \d)|và(?= (?:\d|có |hỗ|tổ|cấp|đã ))|"
    r"ước|theo(?! (?:tiêu chuẩn|quy trình)\b)|trong (?:năm|tháng|quý|giai|tổng|kỳ|cả)|"
    r"(?<!cây hàng )(?<!cây hằng )(?<!tháng )năm|tại|"
    r"(?<!nhà )(?<!đất )(?<!chỗ )(?<!nơi )ở(?! nước ngoài)|mỗi|"
    r"(?<!cây )hàng(?= (?:năm|tháng|ngày|tuần|quý))|(?<!cây )hằng|chủ yếu|trên tổng|trên(?= \d)|"
    r"đến(?! (?:khám|chữa|tham|học|dự|làm|giao dịch|liên hệ|nộp|tuổi|trường|thăm|mua|vay|lưu trú|nghỉ))|"
    r"từ(?! thiện)|để|nhằm|tổng|trị giá|sẽ|trước(?= (?:ngày|tháng|năm))|bình quân|"
    r"nâng(?! cao(?:$|[\s,.;]+(?!chất|năng|hiệu|thu|đời|nhận|trình|kỹ))| cấp)|"
    r"đưa tổng|(?<!được )đưa vào|cụ thể|như sau|"
    r"cao hơn|thấp hơn|nhiều hơn|ít hơn|kh(?=[ \d]|$)|của)"
)
"""Words after a figure that begin another statement."""

RATES: Final = (
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|tỉ suất|tốc độ|độ che phủ|độ bao phủ|tỷ số|chỉ số|hệ số|mật độ|"
    r"công suất|năng suất|lãi suất|mức sinh|mức giảm|mức tăng|giảm nghèo)"
)
"""Words with which the name of a rate begins."""
INDEX: Final = r"chỉ số\b"
RATIOS: Final = r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng|suất|số)(?!\w)"
THAT: Final = frozenset({"này", "đó", "nêu"})
"""Last words of a name that refers to another one: tỷ lệ này."""
CASE: Final = "trường hợp"
OUT_OF: Final = " trên "
OF_RATE: Final = "Tỷ lệ"
OF_SHARE: Final = "Tỷ trọng"
NUMBER_OF: Final = "Số"
TOTAL_OF: Final = "Tổng số"
MAKES_UP: Final = r"(?:chiếm|bằng|tỷ lệ|tương đương|tương ứng|tức)"
"""Words before a percent that is the share of the count before it."""
SHARE_VERB: Final = "chiếm"
NUMBER_WORDS: Final = r"(?:tổng số|số lượng|số|tổng)\s+"
"""Words before a counted noun without which two names are the same."""
SCALE_WORDS: Final = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn|trăm|chục)(?!\w)"
ONE_SPELLING: Final = ("tỉ ", "tỷ ")
"""A syllable that has two spellings, and the one by which names are compared."""
STROKED: Final = "đĐ"
FROM: Final = "từ"
BEGINNING: Final = "đầu"
MOMENT: Final = r"\s*(?:vào |ở |\()?(?P<which>đầu|cuối) (?:năm|kỳ|nhiệm kỳ|giai đoạn)\b(?!\s+\d)"
"""Words right after a figure that say at which end of its time it is."""
GROWTH: Final = (
    r"^(?:tốc độ )?(?:tăng trưởng|phát triển|(?<=tốc độ )tăng(?!(?: dân số)? tự nhiên))\s*(?:kinh tế\s*)?(?:của )?|"
    r"^mức tăng(?: trưởng)?(?: của)?\s+"
)
"""The beginning of the name of a rate of growth, which is a change of what is named after it."""
MOVED: Final = r"\b(?:tăng|giảm)\b"
"""Verbs between the name of a rate of growth and a percent, which may be by how much the rate itself changed."""
ECONOMY: Final = "kinh tế"
OUTPUT: Final = "giá trị sản xuất"
"""What is measured of sectors, besides their added value."""
OF_ECONOMY: Final = "tổng sản phẩm"
"""What grows with the economy."""
ADDED_VALUE: Final = "Giá trị tăng thêm"
SECTOR: Final = r"^khu vực (?:nông|lâm|công|dịch|thương|nlts|cn)"
"""A sector of the economy, of which a growth is that of its added value."""
OF_MONEY: Final = (
    r"(?:tổng )?(?:sản phẩm|grdp|gdp|lợi nhuận|doanh thu|thu ngân sách|chi ngân sách|kim ngạch|giá trị|mức bán lẻ|"
    r"vốn(?! h[óo][áa])|nguồn vốn|kinh phí|dư nợ|thu nhập|thu nội địa|"
    r"(?:xuất|nhập) khẩu (?:hàng|dịch|$)|tiêu dùng cuối|tích lũy tài sản|thuế|bán lẻ|"
    r"khu vực (?:nông|công|dịch)|nông,? lâm|(?:lâm|nông|công) nghiệp(?: và xây dựng)?$|thủy sản$)(?!\w)"
)
"""Names of amounts of money."""
TRADE: Final = r"\b(?:xuất|nhập)(?: nhập)? khẩu\b|\b(?:kim ngạch|fdi|oda|nước ngoài|viện trợ)\b"
"""Words in the name of an amount of money that may be in dollars."""
PREPOSITIONS: Final = r"(?:cho|của|về|đối với|tại|(?<!nhà )(?<!đất )ở|trên|trong|với)"

STOCK_VERBS: Final = (
    r"^(?!.*\b(?:qua|dự báo|giảm|tăng)\b).*\b(?:còn|có|duy trì|quản lý|(?<!thực )(?<!phát )hiện|gồm|đang)"
    r"(?: (?:khoảng|đến|tới))?$"
)
"""Verbs of what there is."""
STOCK_NAMES: Final = (
    r"\bdiện tích\b|\bnợ xấu\b|\bcân đối kế toán\b|\bgiá trị còn lại\b|"
    r"^(?:dân số|dư nợ|tổng dư nợ|tổng đàn|đàn|tổng diện tích|diện tích|"
    r"(?:tổng )?số(?! tiền| vốn| kinh phí| thu| chi| vụ| ca| lượt| sinh\b)|"
    r"(?:tổng )?quy mô(?! (?:nền )?kinh tế| gdp| grdp)|"
    r"(?:tổng )?(?:số )?(?:tiền )?nợ|"
    r"mật độ|"
    r"duy trì|hiện có|"
    r"(?:tổng )?(?:các )?(?:nguồn )?vốn (?:(?!đầu tư).*\bquản lý$|đăng ký hoạt động|điều lệ)|"
    r"vốn (?:chủ sở hữu|tự có|pháp định)|"
    r"(?:tổng )?(?:giá trị |vốn )?tài sản(?: (?:có|nợ|ngắn hạn|dài hạn|cố định|lưu động|của)(?!\w)|$)|hàng tồn kho|"
    r"(?:các )?khoản phải (?:thu|trả)|tiền và (?:các khoản )?tương đương tiền|"
    r"(?:\w+ )?tham gia (?:bhxh|bhyt|bhtn|bảo hiểm)|"
    r"(?:tổng )?(?:nguồn vốn(?! đầu tư| hỗ trợ| thực hiện)|tiền gửi|số dư|dư quỹ|vốn huy động)|"
    r"tổng nguồn vốn huy động)\b"
)
_SUFFERED: Final = r"(?<!thiết )(?<!chuẩn )(?<!trang )bị"
FLOW_WORDS: Final = (
    r"\b(?:trồng|gieo|cấy|gieo trồng|(?<!phải )thu|chi|giải ngân|hỗ trợ|"
    r"cấp(?= (?:phát|giấy|thẻ|học bổng|miễn|cho|tiền|gạo|đất|sổ|bằng|mới|đổi|lại)|$)|"
    r"đào tạo|bồi dưỡng|giải quyết|tạo|tổ chức|xây dựng(?! nông thôn mới| ntm)|xây|"
    r"khám|"
    r"điều trị|sửa chữa|tuyên truyền|cai nghiện|tiếp nhận|vay|cho vay|khai hoang|sản lượng|doanh thu|xuất khẩu|"
    r"nhập khẩu|"
    r"tặng|trao|thăm|mở|tập huấn|phát|xử lý|phát hiện|bắt giữ|thoát nghèo|tái nghèo|phát sinh|thành lập|kết nạp|"
    r"tư vấn|"
    r"giới thiệu|đưa|xuất khẩu|tuyển|tốt nghiệp|tiêm|vận động|huy động|đầu tư|kinh phí|thực hiện|triển khai|"
    r"hoàn thành|"
    r"công nhận|nâng cấp|đón|phục vụ|vận chuyển|sản xuất|khai thác|giết mổ|tiêu thụ|"
    r"bán(?! (?:trú|kiên cố|công)(?!\w))|mua|miễn|giảm|chi trả|"
    r"trợ cấp|trợ giúp|giúp|giúp đỡ|"
    rf"cứu trợ|cải tạo|thu hái|thu hoạch|lượt|ngân sách|tổng mức|giá trị|thiệt hại|chết|{_SUFFERED}|xảy ra|mắc|"
    r"vốn(?! (?:chủ sở hữu|tự có|điều lệ|pháp định)\b)|"
    r"ban hành|kiểm tra|thanh tra|phê duyệt|tạm giữ|tịch thu|xử phạt|thu giữ|nhân rộng|xóa|xoá|"
    r"duy tu|bảo dưỡng|khởi công|hưởng(?! lương)|tham gia(?! (?:bhxh|bhyt|bhtn|bảo hiểm))|"
    r"cung cấp|chuyển|nhận|đầu tư|sinh ra|di dời|bố trí)\b"
)
"""Words of what is done or happens during a period."""
HEADS: Final = (
    r"(?:tổng|số|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tỷ suất|diện tích|sản lượng|năng suất|dân số|dư nợ|doanh thu|thu nhập|"
    r"giá trị|"
    r"kim ngạch|kinh phí|chỉ số|mức|độ|tốc độ|vốn|nguồn vốn|công suất|trị giá|trồng|thu|chi|giải ngân|hỗ trợ|cấp|"
    r"đào tạo|"
    r"giải quyết|tạo|tổ chức|xây dựng|khám|điều trị|sửa chữa|tuyên truyền|cai nghiện|tiếp nhận|cho vay|khai hoang|"
    r"tặng|trao|"
    r"thăm|mở|tập huấn|phát|xử lý|thành lập|kết nạp|tư vấn|giới thiệu|đưa|xuất khẩu|nhập khẩu|tuyển|tiêm|vận động|"
    r"huy động|"
    r"đầu tư|triển khai|công nhận|nâng|đón|phục vụ|vận chuyển|khai thác|miễn|chi trả|trợ cấp|cứu trợ|cải tạo|"
    r"ban hành|"
    r"kiểm tra|duy trì|bồi dưỡng|quyên góp|thu hút|giảm nghèo|bố trí|cung cấp|phê duyệt|hộ|người|học sinh|trẻ em|"
    r"lao động)\b"
)
"""Words with which the name of what is measured begins after a comma."""
ADVERBIALS: Final = r"(?:theo|nhờ|bên cạnh|ngoài|đối với|trong(?! đó)|về|xét|tại|qua|sau|do|vì|với)\b"
"""First words of a part of a clause that says how or why."""
AND: Final = r"(?:và|hoặc)\b"
AND_WORD: Final = "và"
_LISTED_WORDS: Final = rf"(?!{OPENING}\b|{HEADS}|(?:không|chưa|bị|các|những)\b)[^\W\d]+(?:[ -]+[^\W\d]+){{0,3}}?"
LISTED: Final = rf"(?:,\s+{_LISTED_WORDS})+\s+và\s+{_LISTED_WORDS}(?![^\W\d])"
"""The rest of a list after the first of its words: lĩnh vực đất đai, môi trường và tài nguyên."""
OF_WHOLE: Final = r"dân số\b|(?:tổng )?số (?:hộ|người|dân|lao động|xã|thôn|trường|hội viên)\b"
"""The beginning of words for all of which a percent is a share."""
SAME_NOUN: Final = (
    r"[^,.;:()\d]*?\b(\w+)(?: [^\W\d]+){1,4},(?= \1 )((?: [^\W\d]+){2,6}?)(?=[,.;:()]|$| (?:với|đạt|tăng|được)\b)"
)
"""A second thing that begins with the same noun: người nghèo, người dân tộc thiểu số."""
CONSISTS: Final = "gồm"
AGAINST: Final = r"\s*so (?:với )?[^,;.:()\d¦]{2,40}?(?=[,;]|\s+và\b|$)"
"""Words right after a change that say with what it is compared."""
HARM: Final = r"chết|tử vong|thiệt mạng|bị thương|mất tích"
HARMED: Final = rf"(?:đã |và )?(?:làm|khiến|gây|có)?\s*(?P<harm>{HARM})?"
"""A subject that says only what happened to the persons that are counted after it: làm chết 297 người."""
PERSON: Final = "người"
BECAUSE: Final = "do"
INCIDENT: Final = "vụ "
CROPS: Final = r"\b(?:lúa|gieo|trồng|canh tác|màu|năm)\b"
"""Words before *vụ* that are a season."""
INCIDENTS: Final = frozenset({"vụ", "ca", "trường hợp", "vụ việc"})
"""Counted nouns of what happened, which stand before what it is in a name: số vụ phá rừng."""
MET: Final = (
    r"\s*(?P<met>(?:không |chưa )?(?:đạt|hoàn thành|vượt)(?: (?:và|hoặc) (?:vượt|đạt))?)(?: so với)? kế hoạch\b"
)
"""Words after a number of targets that say what became of them: 10 chỉ tiêu đạt và vượt kế hoạch."""
MET_OF: Final = frozenset({"chỉ tiêu", "tiêu chí", "nhiệm vụ", "mục tiêu"})
PENALTIES: Final = frozenset({"xử phạt", "phạt", "phạt tiền", "xử phạt hành chính"})
"""What is done with an amount of money that is its own name."""
PLAN: Final = "kế hoạch"
REACHES: Final = "đạt"
OF_PLAN: Final = "hoàn thành kế hoạch"
PAID: Final = (
    r"^(?:đến nay |hiện nay )?(?P<what>(?:tổng )?(?:số )?(?:vốn|nguồn vốn|kế hoạch|kinh phí|ngân sách)\b.*?)\s+"
    r"(?:đã |ước )?(?P<done>giải ngân|thanh toán)$"
)
"""An amount of money, and what was done with it: tổng kế hoạch đầu tư công đã giải ngân."""
AND_MORE: Final = rf"^(?:và|hoặc) (?!{OPENING}\b|{HEADS}|các |những )(?:[^\W\d]+ ?){{1,3}}$"
"""A second word for what is counted: hộ nghèo và cận nghèo."""
EXAMPLES: Final = r"^(?:các|những|một số|nhiều)\b[^,;:]*\bnhư\s+(?!vậy|sau|trên)"
"""The words before the first of some examples: các loại hình có thế mạnh như tôm - rừng."""
GROW: Final = r"(?:phát triển|mở rộng|hoàn thành|thực hiện|triển khai|sản xuất|khai thác)"
"""Verbs that do not say of what an amount is."""
GREW_TO: Final = r"(?:phát triển|mở rộng|duy trì)"
"""Verbs after which an amount may be there, or be added."""
MAKERS: Final = r"(?:(?:các|một số) )?(?:nhà máy|công ty|tập đoàn|xí nghiệp)\b"
"""First words of who makes something, which is not what is measured."""
SUCH_AS: Final = r"^.*\bnhư\s+(?!vậy|sau|trên)"
"""The words before examples: một số sản phẩm tăng khá như sữa các loại."""
DEPENDENT: Final = r"\b(?:chết|bị thương|người chết|người bị thương|vụ|ca|trường hợp)$|^Làm "
"""Ends of names that say what they count only with the words of their paragraph."""
PREDICATE: Final = r"\S\s+(?:hoàn thành|được|đạt|bị|tham gia)\b"
"""Words that are said of all of several percents: 82% số chi bộ và 90% số đảng viên hoàn thành nhiệm vụ."""
SOURCE: Final = r"^(?:theo )?(?:số liệu|báo cáo|thống kê|đánh giá|ước tính)(?: (?!số\b|tỷ lệ|tỉ lệ|tổng)\S+)*$"
"""Words of a clause that name only where its figures come from: theo số liệu thống kê chuyên ngành."""
PERSONS: Final = (
    r"\b(?:bệnh nhân|học viên|sinh viên|công nhân|nạn nhân|lao động|người|học sinh|cán bộ|trẻ em|hội viên|đoàn viên)\b"
)
"""Words for persons in a name, after which *người* says nothing."""
COMPARED: Final = r"\s+so (?:với )?(?:cùng|tháng|năm|quý|kỳ|đầu|cuối)\b.*$"
"""Words at the end of a name that say with what it is compared."""
WORTH: Final = (
    r"^(?:giúp )?(?P<what>(?!tổng)(?:(?!\bvới\b).)+?)"
    r"(?: (?P<worth>(?:tổng )?trị giá)| được (?P<sum>(?:tổng )?số tiền)|"
    r" đạt (?P<got>(?:tổng )?(?:doanh thu|sản lượng)))$"
)
"""A counted noun and what it is worth, or an action and its money: nhu yếu phẩm trị giá; huy động được số tiền."""
SUM: Final = "Tổng số tiền"
LOSS: Final = "thiệt hại"
SUMS: Final = frozenset({"tổng số", "số"})
WORTHS: Final = frozenset({"trị giá", "tổng trị giá", "số tiền", "tổng số tiền"})
"""Amounts that say nothing without what is counted before them."""
ABOUT: Final = "khoảng"
MEAN: Final = r"\b(?:bình quân|trung bình)\b"
"""Words of an average."""
INSIDE: Final = frozenset({"của", "cả", "trong", "thuộc"})
"""Words before a number within the name of something else: của 45 xã."""
GROUPS: Final = WITHIN | {"giữa", "nhóm", "tốp", "top", "theo", "cùng", "vào", "trên", "tới"}
"""Words before a number of places or members within which something is, or was done: tại 5 thị trường, nhóm 10 xã."""
TENS: Final = "hàng"
ESCAPED: Final = r"\b(?:thoát nghèo|thoát cận nghèo)\b"
"""Words of a name for what is better if it rises, although it begins like one that is better if it falls."""
HELPED: Final = r"\b(?:được|vay|hưởng|tham gia|tiếp cận|nhận)\b"
"""Words in the name of a number of persons or households that were helped: số hộ nghèo vay vốn."""
FOR: Final = "cho"
IS: Final = "là "
WITH: Final = "với"
DONE_VERBS: Final = frozenset({"", "được", "mới", "đã"})
"""Verbs at the end of a subject after which the words behind an amount go on: gieo cấy được 500 ha lúa."""
THERE_IS: Final = r"\b(?:có|còn|xảy ra)$"
"""Verbs of what there is, whose subject is only a region."""
MORE: Final = "thêm"
THERE_STILL_IS: Final = r"\b(?:(?:toàn|cả|trong) \w+|vẫn|hiện|hiện nay|chỉ) (?:còn|hiện có|hiện còn)"
"""Verbs right before a number of what there is at a moment."""
SEASON_OF: Final = r"^(?P<topic>vụ .+?),? (?:cả nước|toàn (?:quốc|tỉnh|huyện|xã|thành phố|vùng)) (?P<what>\w.*)$"
"""A season, the whole place, and what was done: vụ lúa mùa cả nước gieo cấy."""
RESPECTIVELY: Final = r"(?:lần lượt|tương ứng)(?: là| đạt| chiếm)?$"
"""The end of the words before several numbers, of which each is said of another thing."""
GROWS: Final = (
    r"\b(?:diện tích|tổng|trồng|gieo|đất|rừng|khai hoang|phục hóa|cải tạo|thu hoạch|tưới|tiêu|cấp|giao|quy hoạch|"
    r"cháy|thiệt hại|ngập|mất|chuyển đổi|duy trì|thực hiện|chăm sóc|khoanh nuôi|bảo vệ|nuôi|quy mô|làm|cho|được|bị)\b"
)
"""Words of the name of an area that say that it is one, or what is done on it."""
SHARED: Final = r"^(?:năng suất|sản lượng|diện tích|giá trị|tổng)\b[^,;:]* và (?:bằng|tăng|giảm|đạt|vượt)$"
"""Words that go on with a share, before what else is said of the same: chiếm 66,6% diện tích gieo cấy và bằng."""
AMOUNTS: Final = r"(?:năng suất|sản lượng|diện tích|giá trị|doanh thu|kinh phí|tổng|trị giá|số tiền)\b"
"""Words after a figure that begin the next one."""
NO_TOPICS: Final = (
    r"(?:(?:ban |phòng |sở |trung tâm |hội )\w+|huyện|tỉnh|xã|thành phố|công an|ubnd|bệnh viện|"
    r"ảnh|nguồn|video|thứ \w+|"
    r"về|công tác|lĩnh vực|trong đó|cụ thể|kết quả|gồm|bao gồm|như|theo|đã|chương trình|dự án|mục tiêu|chỉ tiêu|"
    r"phương hướng|nhiệm vụ|giải pháp|định hướng|"
    r"phấn đấu|chia ra|riêng|tổng|tỷ lệ|ước|bình quân|các|hỗ trợ|thực hiện|"
    r"(?:sản xuất )?(?:nông|lâm|ngư|thủy|thuỷ|công|tiểu thủ công|diêm) (?:nghiệp|sản)|trồng trọt|chăn nuôi|dịch vụ|"
    r"cơ cấu|tỷ trọng|tỉ trọng|thương mại|du lịch|tài chính|giáo dục|y tế|văn hóa|văn hoá|xã hội|kinh tế|lao động)\b"
)
"""Words before a colon that do not say what the rest of the paragraph is about."""
DONE: Final = (
    r"^(?!(?:tổng )?(?:số|diện tích) (?!vốn|tiền|kinh|lúa|ngô|gieo|rau))"
    r".*\b(?:đã|góp phần|nhằm|phấn đấu)\s+(?:được |và đang )?(?=\w)"
)
"""Words of a clause up to what was done in it."""
EVENTS: Final = (
    r"\b(?:thoát nghèo|tái nghèo|hưởng lợi|vi phạm|cấp đất|(?<!nông thôn )mới(?! (?:chỉ|giải|đạt|được|có))|"
    r"sinh ra|chào đời|chết|tử vong|thiệt mạng|"
    rf"{_SUFFERED}|(?<!chữa )(?<!phòng )cháy|phát sinh|xuất (?:chuồng|bán)|"
    r"mắc|mất|ra viện|điều chỉnh|góp vốn|tăng vốn|tiêu (?:hủy|huỷ)|hoạt động trở lại|giải thể(?! thao)|"
    r"tạm ngừng|ngừng hoạt động|(?:quay |trở )+lại hoạt động|"
    r"thành lập|được (?:cấp|hỗ trợ|vay|tặng|giải quyết|khám|kết nạp|đào tạo|điều trị|tiêm|tuyển|bồi dưỡng|tập huấn|"
    r"xây dựng|sửa chữa|trao|giúp|giới thiệu|đưa|học)|tham gia học|học nghề|nhận tiền|nhập viện|tìm được|đi làm việc)\b"
)
"""Words after a counted noun for what happens to it during a period, even after *có*."""
ACTIONS: Final = (
    r"(?:xây dựng|xây|sửa chữa|hỗ trợ|mua|tặng|trao|cấp|cấp phát|trồng|gieo|gieo cấy|gieo trồng|đào tạo|giải quyết|"
    r"(?<!chế )(?<!cải )(?<!đào )tạo|tổ chức|mở|khám|điều trị|kết nạp|"
    r"phát triển mới|thành lập|bắt giữ|xử lý|thu hồi|làm(?! công)|lắp đặt|nâng cấp|"
    r"cải tạo|vận động|giúp|giúp đỡ|cho vay|giải ngân|thu hút|đón|bố trí|huy động|tuyển|tiêm|đưa|giới thiệu|"
    r"tuyên truyền|phát hiện|thăm|tư vấn|thu gom|quyên góp|tiếp nhận|đóng góp|hiến|ủng hộ|cung ứng|cung cấp|phối hợp|"
    r"thu giữ|khởi tố|thanh tra|kiểm tra|khám phá|triệt phá|bắt|tịch thu|tạm giữ|xử phạt|duy tu|bảo dưỡng)"
)
"""Verbs of what somebody does to what is counted after them."""
HAS_DONE: Final = (
    r"\bđã (?!(?:có|đạt|là|còn|tăng|giảm|lên|xuống|trở|được|hết|đề|xác định)\b)(?:[^\W\d]+ ){0,5}[^\W\d]+$"
)
"""The end of a clause that says what was done: xã đã sên vét 26 tuyến kênh."""
DONE_TO: Final = (
    rf"^(?:(?:đã |mới |vừa )*(?:được|bị) (?:[^\W\d]+ ){{0,2}}?{FLOW_WORDS}|(?:đã|mới|vừa) {FLOW_WORDS}|vay\b)"
)
"""Words right after a counted noun for what was done to it."""
ONLY_WITH: Final = r"(?<!đối )\bvới$|\b(?:trong|từ|theo)$"
"""The word before a number of what goes with something that is done: chuỗi sự kiện với 1.000 nghệ nhân."""
NOT_OWED: Final = r"(?:tổng )?số (?!dư|nợ)"
"""The beginning of the name of an amount of money that is not said to be there at a moment: số kế hoạch vốn."""
OF_STRUCTURE: Final = frozenset({"bac", "khau", "buoc", "mat", "tru_cot", "linh_vuc", "storey"})
"""Units of what a thing is made up of: khối nhà 4 tầng."""
LENGTHS_OF_TIME: Final = frozenset({"tuần", "ngày", "tháng"})
WITH_OTHERS: Final = rf"^(?:phối hợp|ký kết|liên kết)(?: với [^,;:]*?)? (?=(?:{ACTIONS}|quản lý|duy trì)\b)"
"""Words for who else does something, up to the verb: phối hợp với ngân hàng giải ngân."""
ORGANISE: Final = "tổ chức "
AFTER_ACTION: Final = "(?:mới|thêm|được|cho|lại)"
CONTRIBUTES: Final = r"\bđóng góp$"
"""Last words of a subject before the points that it adds to a growth."""
CONTRIBUTION: Final = "Mức đóng góp"
AREA_OF: Final = "Diện tích"
MONEY_OF: Final = "Số tiền"
PROPORTION: Final = r"(?P<of>tỷ trọng|cơ cấu|tỉ trọng)\b"
"""The first words of the name of the first of several shares: tỷ trọng nông nghiệp 38%; công nghiệp 30%."""
AND_ACTION: Final = rf"^(?!{ACTIONS}\b|ngành )[^,]*\bvà (?!xây dựng)(?={ACTIONS}\b)"
"""Words before the last of several verbs, of which only this one is said of the figure: báo cáo và tiếp nhận."""
LEADS_ON: Final = rf"(?<!\w)(?<!được )(?<!bị )(?<!để )(?<!cho ){ACTIONS}(?: (?:được|mới|cho|tặng|lại|thêm))*\s*$"
"""Such a verb right before the next figure, which does not belong to the figure before it."""
THEY_DO: Final = r"(?:đi|tham gia|được|bị|đang|mắc|học|làm|nhận|thoát|tái)\b"
"""First words of what counted persons do, or of what happens to them."""
ACTORS: Final = (
    r"(?:(?:các (?:cấp|hội|ngành|sở|ban|đơn vị|địa phương)|"
    r"(?:toàn )?(?:hội|đoàn|ngành(?! (?:cung cấp|xây dựng))|sở|ban|ubnd|đảng bộ)|"
    r"chi bộ|công đoàn|công an|lực lượng(?! lao động)|đơn vị|địa phương|bệnh viện|"
    r"ngân hàng|cơ quan|mặt trận|mttq|tòa án|nhà nước|chính quyền|chúng tôi|"
    r"quỹ(?= (?:đã|thực hiện|cho vay|giải ngân)\b))\b[^,;:()]*?|(?:huyện|tỉnh|xã)) "
)
"""Words for who does something, up to the verb."""
UNCLEAR: Final = (
    r"(?:(?:tổng số|số|tỷ lệ|tỷ trọng) )?(?:tham dự|dự (?:hội nghị|họp)|ông|bà(?! mẹ| con)|anh|chị|"
    r"gia đình (?:ông|bà|anh|chị|tôi)|"
    r"điều|đây|đó|này|nếu|khi|do|vì|bởi|để|nhằm|nhờ|nhiều|một số|những|hơn|trên|"
    r"gần|dịp|nhân dịp|tập trung|sáng|chiều|các (?:địa phương|cấp|ngành(?! (?:nông|lâm|công|dịch|thương|kinh))|đơn vị)|"
    r"thời điểm|con số (?:này|đó|trên)|tuy|xét|(?:hai |ba |các )?vùng|"
    r"xét về|nhu cầu|bước|kh|hội (?:lhpn|nông dân|phụ nữ|liên hiệp|cựu)|\d+|trong|cho(?! vay| thuê)|"
    r"thu nhập cho|cũng|và|cùng|đứng|xếp|chỉ(?! số| tiêu)|còn|mà|thuộc|với|theo|được|bị|không|giá so)\b"
)
"""Words with which no name begins."""
SAME_SUBJECT: Final = (
    r"l[ũu][yỹ] kế|tính chung|cộng dồn|bình quân \d+ tháng|so với|so cùng|cùng kỳ|năm trước|(?:tỷ lệ|con số|số) này|¦"
)
"""Words of a clause without a subject that speaks of the same thing at another time."""
BEFORE_TIME: Final = (
    r"(?:(?<!\w)(?:trong|vào|đến|tính|hết|từ|ngày|tháng|(?<!hàng )(?<!hằng )năm|cuối|đầu|"
    r"của|giai đoạn|thời điểm|tại|so|với|sau|lúc|"
    r"quý)\s+)*¦"
)
"""A time and the prepositions before it."""
LEFT_TIMES: Final = (
    r"(?<!\w)(?:(?:trong|của|(?:dự )?ước|ước tính) )?(?:\d{1,2} tháng(?: (?:đầu|cuối) năm(?: nay)?)?|"
    rf"\w+ tháng (?:đầu|cuối) năm|tháng \d{{1,2}}|quý (?:[IVX]+|\d)|[Tt]háng {MONTH_NAMES}|"
    r"năm (?:ngoái|nay)|tháng (?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?)|[Tt]uần (?:vừa )?qua)(?!\w)"
)
"""Times that are left in a name."""
QUALIFIED: Final = (
    r"\s*(?:(?:đạt|đạt đủ|có|từ|trên|dưới)\s+\d[\d.,/]*(?![\d.,/]|\s*%)\s*\w|"
    r"(?:đạt|có)\s+(?:từ|trên|dưới)\s+\d[\d.,/]*\s*[%\w])"
)
"""Words right after a counted noun that limit what is counted by another number: 6 xã đạt 19/19 tiêu chí."""
END_OF_LIMIT: Final = r"[;:()\n]|[,.](?!\d)|\s(?:như|gồm|là|chiếm|tăng|giảm)\s"
"""Where such words end."""
GROWN: Final = (
    r"^(?:tổng )?(?:diện tích )?(?:gieo trồng|gieo cấy|gieo sạ|thu hoạch|trồng mới|trồng|gieo)\b\s*|"
    r"^(?:năng suất|sản lượng)(?: bình quân)?:? |"
    r"\s+(?:diện tích )?(?:gieo trồng|gieo cấy|gieo sạ|thu hoạch|trồng mới|gieo)$|^(?:tổng )?diện tích "
)
"""Words of the name of an area that do not say what grows on it."""
BECAME: Final = r"(?:đã |mới )?được (?!sử dụng|dùng|hưởng|tiếp cận|phủ|kết nối|xem|nghe|công nhận|quản lý|tưới|cứng)"
"""Words after a counted noun for what may have been done to it in a period, or before: có 142 hộ được nâng mức vay."""
BECAME_LATER: Final = r"\bđã (?!(?:có|đạt|là|được|hết|qua)\b)|\bđủ điều kiện\b"
"""Words further on after a counted noun for what it may have done: 34 dự án khai thác đã tiến hành ký quỹ."""
CASES: Final = r"^(?:ca|vụ|trường hợp|lượt|giải|cuộc|buổi|phiên)\b(?! pháp)"
"""Counted nouns for what happens, even after *có*."""
COMMA: Final = (
    r"(?:^\s*,|(?<!thanh),(?! (?:bảo dưỡng|"
    r"nhập khẩu|kinh doanh|chữa bệnh|kỹ thuật|kĩ thuật|cấp cứu|lâm nghiệp|thủy sản|thuỷ sản|công nghệ|"
    r"phường|thị trấn|"
    r"bản|"
    r"làng|xóm|buôn|ấp|khu phố|tổ dân phố)\b))"
)
"""A comma that ends a phrase, and does not join two words of a name: sản xuất, kinh doanh."""
VERBAL: Final = r"^(?:phải|đã|được|bị|còn|chưa|không|do|sau|trước)\b"
"""First words of what is said of a number without a counted noun."""
DID: Final = r"\b(?:thực hiện|xảy ra|thu được)\b"
CONTINUES: Final = (
    rf"[^,;.:\d()]{{0,60}},\s+(?!{OPENING}\b|{ACTIONS}\b|{HEADS})(?:[^\W\d]+\s+){{1,4}}"
    r"(?:được|bị|tham gia)\b"
)
"""A second noun after a counted one, and what is said of both: 5.000 đoàn viên, thanh niên được tập huấn."""
DISTRIBUTED: Final = r"^(?:đang |đã )?(?:thành lập|được|bị|hoạt động|đăng ký|ngừng|tạm ngừng|chết)\b"
"""Words after the last of several counted nouns that are said of all of them."""
AMOUNT_HEADS: Final = r"^[\s\d.\-–+•*]*(?:ước )?(?P<amount>sản lượng|diện tích|năng suất|tỷ trọng|tỉ trọng|cơ cấu)\b"
"""Words before a colon that say what the amounts after it are."""
VAGUE: Final = frozenset(
    {
        "hỗ trợ", "kinh phí", "tổng kinh phí", "vốn", "tổng vốn", "tổng số", "số", "tỷ lệ", "tổng số tiền", "số tiền",
        "cấp", "tổng", "tạo", "tổ chức", "xây dựng", "diện tích", "sản lượng", "năng suất", "giá trị", "tổng giá trị",
        "giải ngân", "đầu tư", "huy động", "tổng mức", "nguồn vốn", "tổng nguồn vốn", "tổng diện tích", "mức", "chi",
        "thu", "vay", "cho vay", "trồng", "mua", "bán", "tiền", "phí", "số vốn", "trị giá", "tổng trị giá", "đã", "nay",
        "vận động", "kết nạp", "hoàn thành", "đóng góp", "thu hút", "tiếp nhận", "hỗ trợ xây dựng", "đầu tư xây dựng",
        "thực hiện", "triển khai", "số lượng", "quy mô", "thiệt hại", "ước thiệt hại", "mở", "doanh thu", "tỷ trọng",
        "doanh số", "trồng mới", "thu hoạch", "gieo trồng", "khai thác", "gieo cấy", "gieo", "cấp mới", "đào tạo",
        "khám", "xuất khẩu", "nhập khẩu", "sản xuất", "khối lượng", "tổng số vốn", "sản lượng toàn vụ",
        "sản lượng chung", "tổng sản lượng", "trọng lượng", "tổng trọng lượng", "tổng vốn đăng ký", "vốn đăng ký",
        "tổng vốn đầu tư đăng ký", "mức lương", "lương",
        "tổng vốn đầu tư", "tổng mức đầu tư", "số nợ", "tổng số nợ", "số tiền nợ", "tổng số tiền nợ", "tổng nợ",
    }
)  # fmt: skip
"""Names that do not say of what, so that the words of the clause before them belong to them, too."""

DOWN: Final = (
    r"^(?:(?:tổng )?số |tỷ lệ |tỉ lệ |tỷ suất |tỉ suất |tỷ số )?(?:(?:hộ|người|dân|xã|thôn|trẻ em|trẻ|số|ca|vụ|"
    r"bà mẹ) )*(?:dưới \d+ tuổi )?"
    r"(?:bác sĩ |bác sỹ |giáo viên |cán bộ |công chức )?(?:bị )?(?:bỏ việc|thôi việc|"
    r"nghèo|cận nghèo|tái nghèo|đói|suy dinh dưỡng|thấp còi|nhẹ cân|tử vong|chết|thất nghiệp|bỏ học|"
    r"tai nạn|nghiện|"
    r"mù chữ|tảo hôn|sinh con thứ|mắc|nhiễm|bạo lực|đặc biệt khó khăn|phạm tội|hôn nhân cận huyết|nợ xấu|"
    r"thiếu việc làm)\b|^(?:tổng )?(?:số )?(?:tiền )?nợ (?:thuế|đọng|bhxh|bhyt|bảo hiểm|xấu)\b"
)
"""Names of what is better if it falls."""
UP: Final = (
    r"^(?:(?:tổng )?số |tỷ lệ |tỉ lệ |độ |mức |tổng |diện tích |tổng diện tích )*(?:thu nhập|che phủ|bao phủ|"
    r"tổng sản phẩm|grdp|gdp|"
    r"thu ngân sách|sản lượng|năng suất|tham gia bảo hiểm|lao động qua đào tạo|tốt nghiệp|biết chữ|hộ thoát nghèo|"
    r"giải quyết việc làm|tạo việc làm|đào tạo nghề|trồng rừng|trồng mới|giảm nghèo|thoát nghèo)\b|"
    r"\b(?:đạt chuẩn|nước sạch|hợp vệ sinh|bảo hiểm y tế|bảo hiểm xã hội|bhyt|bhxh|việc làm|được sử dụng điện|"
    r"có điện|"
    r"gia đình văn hóa|gia đình văn hoá|tiêm chủng|đúng độ tuổi|đến trường|ra lớp|giường bệnh|bác sĩ|bác sỹ|"
    r"khám chữa bệnh|khám, chữa bệnh|khách du lịch)\b"
)
"""Names of what is better if it rises."""

CATEGORIES: Final[Mapping[str, str]] = {
    "nữ": "sex:female",
    "phụ nữ": "sex:female",
    "lao động nữ": "sex:female",
    "nam": "sex:male",
    "người dân tộc thiểu số": "ethnicity:minority",
    "dân tộc thiểu số": "ethnicity:minority",
    "dtts": "ethnicity:minority",
}
"""Words of a part of the persons that are counted before it, with the category."""
AMONG: Final = r"\b(?:trong đó|trong số đó|trong số này|gồm|bao gồm|riêng(?! (?:về|đối|trong|công))|chia ra)\b(?:\s*:)?"
"""Words before the parts of what is counted before them."""

IN: Final = "trong"
TOTALS: Final = ("tổng", "cả")
ALL_PARTS: Final = frozenset({"gồm", "bao gồm", "chia ra", "gồm:", "bao gồm:", "chia ra:"})
"""Such words that announce all parts."""
GOALS: Final = (
    r"\b(?:phấn đấu|mục tiêu(?! quốc gia)|chỉ tiêu (?:là|được giao)|đề ra (?:mục tiêu|chỉ tiêu)|"
    r"kế hoạch (?:là|đến năm|năm \d+)|phê duyệt (?:(?:tổng|mức|dự án|đề án) )*(?:diện tích|kinh phí|vốn|quy mô)|"
    r"sẽ|dự kiến đến năm|đặt mục tiêu|định hướng đến)\b"
)
"""Words before a figure that is a goal."""
PLANNED: Final = (
    rf"{GOALS}|\b(?:mục tiêu|chỉ tiêu|kế hoạch|kh|dự kiến|dự toán|nghị quyết|đề án|quy hoạch|định hướng|nhiệm vụ|"
    r"đăng ký|tối thiểu|ít nhất|thời gian tới|(?:đến|tới) (?:hết |cuối )?(?:năm )?20[2-9]\d)\b"
)
"""Words in the sentence or heading of a goal or a plan."""
REACHED: Final = r"\b(?:đã|đạt được|thực hiện được|kết quả|vượt|so với|hoàn thành|năm trước|hiện|ước đạt)\b"
"""Words between a goal and a figure that was reached."""
LATER_TIME: Final = r"\bnăm (?:19|20)\d\d|\bcả năm\b|/(?:19|20)\d\d|\bgiai đoạn\b|\bđến nay\b"
"""Another time after a part of a year."""
AVERAGES: Final = (
    r"\b(?:bình quân|trung bình|mỗi|hàng|hằng|từng|định kỳ|thường xuyên|một (?:năm|tháng)|trên năm)\b|"
    r"/\s*(?:năm|tháng|quý|người)"
)
"""Words of an average, or of an amount for each period."""
YEARLY: Final = (
    r"\b(?:bình quân (?:mỗi|hàng|hằng) năm|(?<!cây )(?:mỗi|hàng|hằng) năm|bình quân năm|trung bình (?:mỗi )?năm)\b|"
    r"/\s*năm"
)
IDLE_WORDS: Final = frozenset(
    {
        "hộ",
        "thuộc",
        "diện",
        "toàn",
        "tỉnh",
        "huyện",
        "xã",
        "chung",
        "cả",
        "năm",
        "trên",
        "địa",
        "bàn",
        "của",
        "các",
        "những",
        "số",
        "tổng",
        "trong",
    }
)
"""Words that do not distinguish two names."""

LAND: Final = r"^(?:tổng )?diện tích (?=\S)"
AREAS: Final = (
    rf"{LAND}(?!.*\b(?:mới|gieo|thu hoạch|(?<!cây )(?<!rừng )(?<!đất )trồng|cháy|thiệt hại|khai hoang|phục hóa|bị)\b)"
)
"""Areas that are there, although they are named for what is done on them: diện tích sản xuất muối."""
CLASSES: Final = r"(?:\+|\b(?:mũi|cấp|loại|hạng|khu vực|nhóm|mức độ|mức|bậc|khóa|khoá|kỳ|đất))\s*$"
"""Words before a number without a unit that is a name: trường cấp 2, (1+2+3), đất 2 lúa."""
CLASSES_AFTER: Final = (
    r"\s*(?:sao|cấp(?! (?:ủy|uỷ|phó|trưởng|hội|tỉnh|huyện|xã|học|giấy|phép))|năm (?:qua|gần đây))(?!\w)"
)
"""Words after a number, or two with *đến* between them, that is a class: khách sạn 3 sao, chính quyền 2 cấp."""
TERM: Final = r"(?:(?:nhiệm kỳ|năm học|niên khóa|niên vụ) )?(?P<first>\d{4}) ?[-–] ?(?P<last>\d{4})"
NUMBERED_THINGS: Final = (
    r"\b(?:lớp|mức độ|đợt|khối|khu vực|giai đoạn|phần|vòng|tầng|tập|chương|điều|khoản|điểm|trang|cột|dòng|"
    r"(?<!hạng )(?<!danh )mục|phụ lục|(?<!đại )(?<!phát )(?<!tiêu )biểu|bảng|(?<!mô )(?<!loại )(?<!tình )hình|"
    r"(?:bộ chỉ )?số|khối phố|tổ dân phố|đường|ql|tl|đt)\s+$"
)
"""Words before a number that could not be read and numbers what they name: lớp 6, QL 8A, Bộ chỉ số 766."""
GENERIC_NOUNS: Final = frozenset(
    {"", "người", "nhân khẩu", "khẩu", "hộ", "lượt người", "lượt hộ", "em", "cháu", "lượt", "con", "ha", "trường hợp"}
    | {"cuộc", "đợt", "lần", "căn", "chiếc", "cái", "suất", "phần"}
)
"""Nouns of which the number of the figure before it is meant again: bình quân mỗi năm 360 người."""

DOING: Final = "việc "
"""The word before a verb that makes it a noun: với việc xây dựng."""
TOTAL_OR_AMOUNT: Final = rf"(?:tổng|{AMOUNTS})"
"""The first word of the name of an amount."""

NOT_NOUN: Final = r"(?:so với\b.*|(?:mỗi|hàng|hằng|một) (?:năm|tháng|quý|tuần|ngày)|(?:điểm )?phần (?:trăm|nghìn|ngàn))"
"""Words at the end of a name that belong to a comparison or a percent."""

NOT_PLURAL: Final = r"(?<!các )(?<!được )(?<!bị )"
"""Before a verb: not directly after the word of the plural, and not in the passive."""

AMOUNT_NAMES: Final = {
    "sản lượng": (UnitKind.MASS, UnitKind.VOLUME),
    "diện tích": (UnitKind.AREA,),
    "năng suất": (UnitKind.QUOTIENT,),
    "tỷ trọng": (UnitKind.SHARE,),
    "tỉ trọng": (UnitKind.SHARE,),
    "cơ cấu": (UnitKind.SHARE,),
}
"""The units of the amounts that a word before a colon may name."""

HERDS: Final = frozenset({"tổng đàn", "đàn"})
"""Names that do not say of which animals."""
