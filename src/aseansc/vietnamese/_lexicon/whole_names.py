"""Words with which the name of what is measured begins, and words that show that a name is not whole."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.drafting import ACTIONS, PERSONS, RATES

SHORT_FORMS: Final[dict[str, str]] = {
    "dn": "doanh nghiệp",
    "htx": "hợp tác xã",
    "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm xã hội",
    "bhtn": "bảo hiểm thất nghiệp",
    "nsnn": "ngân sách nhà nước",
    "ntm": "nông thôn mới",
    "dtts": "dân tộc thiểu số",
    "tngt": "tai nạn giao thông",
    "đã": "",
    "tỷ trọng": "tỷ lệ",
}
"""Words by which two names may differ that mean the same, mostly abbreviations."""
TRADED: Final = r"(?<!xuất )(?<!xuất, )\b(?P<trade>(?:xuất|nhập) khẩu)\b(?! lao động)"
"""What is said of goods that a sentence lists: mặt hàng xuất khẩu tăng cao như dăm gỗ, tăng 29%; viên nén tăng 78%."""
OF_GOODS: Final = (
    r"\b(?:mặt hàng|sản phẩm|hàng hóa|hàng hoá|nhóm hàng)\b.*khẩu\b|"
    r"khẩu (?:các |của |một số )*(?!các\b|của\b|một số\b|tăng|giảm|đạt|ước|là\b|cả\b|toàn\b|tiếp|vẫn|đã|chiếm|\d)\w"
)
"""Words of a clause on trade that name its goods, so that those after it may be goods, too."""
WHERE: Final = r"\s*(?:(?:hiện |đang )?(?:ở|tại|thuộc)) "
"""Words right after a number that say where that is which is counted."""
INSIDE: Final = (
    r"(?:^|\W)(?:ở|tại|của|giữa|thuộc|trong)\s*$|^(?:và |còn )?trong (?:tổng )?số (?!đó\b|này\b).+ (?:có|còn)$"
)
"""Words right before a number of things within which something else is, or of those among others."""
COUNTS: Final = (
    r"(?:tổng )?(?:số lượng|con số|số)\b(?! (?:tiền|vốn|kinh phí|dư|thu|chi)\b)|"
    rf"{PERSONS}|(?:lượt |hành )?khách\b|"
    r"(?:vụ(?! (?:lúa|đông|hè|xuân|mùa|thu|chiêm)\b)|ca|tai nạn|cháy|dịch bệnh|vi phạm|phá rừng)\b"
)
"""The first words of the name of a number of things."""
SHARES: Final = rf"(?:tổng )?(?:{RATES}|tỷ số|xác suất|cơ cấu)\b"
AMOUNTS: Final = (
    r"(?:tổng |các |số )*(?:diện tích|sản lượng|năng suất|doanh thu|doanh số|giá trị|kim ngạch|kinh phí|trị giá|"
    r"(?:nguồn |số )?(?:tiền|vốn)|khoản (?:thu|chi|thuế|vay|nợ)|thu nhập|thu ngân sách|chi ngân sách|mức|dư nợ|nợ|thuế|"
    r"khối lượng|trọng lượng|lượng|trữ lượng|dung tích|thể tích|công suất|quy mô|chiều (?:dài|rộng|cao|sâu)|"
    r"độ (?:dài|cao|sâu|che phủ|bao phủ)|đàn|dân số|lao động|lực lượng lao động|lương thực|ngân sách|dự toán|chi phí|"
    r"thu|chi|lợi nhuận|tiết kiệm|giá|lãi suất|tốc độ|tăng trưởng|thiệt hại|mật độ|tuổi thọ|tổng sản phẩm|grdp|gdp|fdi|"
    r"cpi|iip|lưu lượng|nhiệt độ|lượng mưa|tải trọng|nguồn lực|quỹ|số dư|học phí|trợ cấp|lương|thời lượng|đóng góp|"
    r"viện trợ)\b|tổng\b(?! (?:công ty|cục|liên đoàn|giám đốc|bí thư|hội|kho))"
)
"""The first words of the name of an amount."""
_FURTHER_ACTIONS: Final = (
    r"(?:nhập(?: kho)?(?! khẩu| siêu| cảnh)|xuất (?:cấp|kho|bán)|(?:kiên cố|bê tông|nhựa|cứng) (?:hóa|hoá)|sên vét|"
    r"thi công|trang bị|thanh toán|chiếu|góp vốn|vinh danh|phát động|tham mưu|hòa giải|thẩm tra|bổ nhiệm|luân chuyển|"
    r"điều động|thông qua|quản lý|thu hoạch|khai thác|xuất khẩu|nhập khẩu|sản xuất|triển khai|phê duyệt|chi trả|"
    r"trợ cấp|chấm dứt|cai nghiện|cách ly|"
    r"đầu tư|nuôi|đánh bắt|tiêu thụ|chế biến|bán|thuê|chuyển đổi|chuyển|kiểm tra|thanh tra|kiểm soát|xét xử|thụ lý|"
    r"thi hành|công nhận|công bố|ban hành|cử|chọn|khen thưởng|biểu dương|tôn vinh|phụng dưỡng|chăm sóc|khoanh nuôi|"
    r"bảo vệ|giao(?! (?:dịch|thông|lưu))|khoán|trồng rừng|phủ xanh|tưới|(?<!hạt )tiêu(?! tốn| dùng)|sơ chế|nạo vét|"
    r"đắp|đào|san|nâng|mở rộng|thành lập|sáp nhập|giải thể|"
    r"khởi công|hoàn thành|nghiệm thu|bàn giao|đấu giá|đấu thầu|thẩm định|rà soát|khảo sát|lập|ký|ký kết|cấp|phát|"
    r"in|tập huấn|bồi dưỡng|dạy|thi|tuyển|phổ cập|xóa|xoá|di dời|tái định cư|tiêm|phun thuốc|phun|"
    r"sàng lọc|xét nghiệm|phẫu thuật|sửa|trợ giúp|hiện đại hóa|hiện đại hoá|"
    r"cứu|truy|điều tra|khám chữa bệnh|khám, chữa bệnh|phục vụ|vận chuyển|lưu trú|gặp mặt|tặng thưởng|quyên góp|"
    r"thực hiện|trả(?: kết quả)?|áp dụng|duy trì|nhân rộng|cải cách|số hóa|số hoá|đăng ký|cho thuê|phát triển|"
    r"tiến hành|xét(?: duyệt)?|đề nghị|gây thiệt hại|"
    r"tuần tra|kiến nghị|đề xuất|giành|tiếp(?= (?:gần |hơn |trên )?(?:lượt|công dân|khách|đoàn)))"
)
DONE: Final = rf"(?:(?:việc|công tác|hoạt động|chỉ|cũng|đã|vẫn|đang|tiếp tục) )*(?:{ACTIONS}|{_FURTHER_ACTIONS})\b"
"""The first verb of a name that says what was done."""
_GOVERNING: Final = (
    r"(?<!trung )(?<!sơ )(?<!cao )(?!(?:nuôi|duy trì|quản lý|bảo vệ|chăm sóc|khoanh nuôi|phụng dưỡng|tưới|tiêu|"
    r"kiểm soát|áp dụng|trang bị)\b)"
    rf"(?:{ACTIONS}|{_FURTHER_ACTIONS}|nhận|nộp|chi(?! (?:cục|nhánh|phí|hội|bộ)\b)|"
    r"(?<!phải )thu(?! nhập)|kỷ luật|gửi|lấy|trích|đình chỉ|tinh giản)"
)
"""Verbs of what is done to things once, and not of what goes on with them: nuôi 900 con lợn."""
ACTING: Final = (
    r"^(?!(?:tổng )?số )(?:(?:(?:việc|công tác|cũng|đã|vẫn|tiếp tục) )*"
    rf"(?:{_GOVERNING}\b(?! của\b)|.*(?<!việc )\b{_GOVERNING}(?: (?:mới|thêm|được|cho|lại|vào [^\W\d]+ [^\W\d]+))?$|"
    rf".*\b{_GOVERNING}\b[^,;]* cho$))"
)
"""Words before a number that begin or end with what was done to what it counts."""
FURTHER: Final = (
    rf"(?:[\s,]+(?:và\s+)?(?:{ACTIONS}|{_FURTHER_ACTIONS}|"
    r"hoàn thành|thực hiện|tổ chức|mới|lại|thêm|tốt|xong|được|thành công)\b)*"
)
"""Further verbs of it that have the same object."""
SAID_BEFORE: Final = (
    r"(?<!việc )(?<!được )\b"
    r"(?!(?:thực hiện|hoàn thành|duy trì|phát triển|triển khai|tiến hành|thu|chi|đạt|nâng|làm|giao)\b)"
    rf"(?P<done>{ACTIONS}|{_FURTHER_ACTIONS})(?: (?:được|thêm|mới))?$|"
    r"(?:^|[,;] )(?!(?:và|còn)\b|.*\b(?:gồm|sau|đó|thể|là|như|có|số|lượng|khoản):)(?P<which>[^\W\d]\w*(?: \w+){0,3}):$"
)
"""What was done to the things right after it, or which of several they are: cả nước đã tiêm 5 liều; mũi 2: 5 liều."""
OBJECT_FOR: Final = r"\b(?:cho|của|đối với|với|được|lên|xuống|đến|tới|về|vào|là|thành)$"
"""Words after which what is counted may follow the object of a verb: đào tạo nghề cho."""
_SAID_OF_ANY: Final = (
    r"(?:chắc chắn|bất ngờ|đạt (?:mức |đạt )?(?:kỷ lục|cao|thấp|hơn|trên|gần)|"
    r"có (?:chiều hướng|sự (?:tăng|giảm|phát|chuyển))|"
    r"thắng lớn|bứt phá|khởi sắc|dồi dào|không thay đổi|ghi nhận|(?:tăng|giảm) (?:liên tục|tốt|khiến)|"
    r"dẫn (?:đến|tới)|đáng chú ý|tính toán|còn (?:lớn|nhiều|thấp|cao|ít)|đang giao dịch|mang về)"
)
"""Words of what is said of what a name names, whatever it is."""
SAID_OF_AMOUNT: Final = (
    r"(?<=\w\w)\s+(?!.*\b(?:vượt quá|cao hơn|thấp hơn|bổ sung)\b)(?:(?:vẫn|cũng|đều|luôn)\s+)*"
    rf"(?:{_SAID_OF_ANY}|(?:vẫn|cũng|đều|luôn)\b|tiếp tục|sẽ|liên tục|"
    r"vừa$|dự kiến$|có (?:khả năng|thể|dấu hiệu|bước)|không (?:đạt|tăng|giảm|đổi)|"
    r"được [^,;]* (?:công bố|xác định|đánh giá))\b.*$"
)
"""What is said of an amount after its name: sản lượng vận tải tiếp tục có sự tăng trưởng."""
RUNS_INTO: Final = (
    rf"\b{_SAID_OF_ANY}\b|"
    r"\b(?:vượt quá|này|đều|thì|như)\b|\b(?:chuyển sang|đưa ra|phải|vừa|dự kiến|qua \d+|đầu tư ban)$|"
    r"^(?:công bố,|đa số\b|triển khai\b.*\b(?:biện|giải) pháp\b)|"
    r"^số (?:số|hàng (?:trăm|nghìn|ngàn|chục|triệu))\b|,[^,]*\b(?:ghi nhận|ước|công bố)\b|"
    r"\b(?:trên cơ sở|(?:bao|chắc chắn|dao động|trước chuyển|giai đọạn|này|đó)$|"
    r"(?:cũng|luôn|ngày càng|không ngừng|từng bước) |"
    r"là (?:một|những|nơi|do|tỉnh|tp|thành phố|thị xã|huyện|xã|nước|vùng|địa phương|đơn vị|(?:\w+ )?(?-i:[A-ZĐ])\w*)|"
    r"nằm (?:trên|ở|trong|tại)|có xu hướng|vẫn còn|nên|nhưng|tuy|bởi|mặc dù|không chỉ|"
    r"mà còn|chững lại|đứng (?:thứ|đầu)|cho (?:thấy|biết|rằng)|(?:cao|thấp|nhiều|ít|lớn|nhỏ) hơn(?: so)?|hình thành|"
    r"thuộc về|đảm bảo cho|góp phần|nhằm|giúp cho|trong khi|do đó|rằng|(?<!về )đích|"
    r"(?:ít|nhiều|tương đối|cơ bản) (?:biến động|thay đổi|ổn định)|(?:tăng|giảm) (?:nhẹ|mạnh|nhanh|chậm)$|"
    r"(?:hưởng lợi|thụ hưởng|điều chỉnh|không|chưa|đã|đang|sẽ|của|(?<!chiều )(?:dài|rộng))$|hơn (?:một )?nửa|"
    r"với (?:số|tổng)(?= vốn| tiền| kinh phí)|trở thành|(?:mang|đem) lại|đạt cao|"
    r"(?<=\w )(?:để|(?<!việc )(?:làm|khiến)(?= (?:giảm|tăng|cho|chết|sản|số|tỷ|\w+ giảm)))|"
    r"cho đất$|(?:tạo(?: ra)?|giải quyết) việc$|^làm cho|(?:mới|chỉ|mới chỉ|chỉ mới) đáp ứng(?: được)?$|"
    r"^(?:dịch bệnh|bệnh|bão|mưa|lũ|hạn|thiên tai|cháy|sự cố)\b[^,]* (?:làm|khiến)(?! (?:chết|người|bị|mất))|"
    r"^giúp (?:các )?(?:công ty|doanh nghiệp|dn|htx|hợp tác xã|tỉnh|huyện|xã|cho|nâng|giảm|tăng))\b|"
    r"(?:^|: )(?:tiếp(?: theo| đến| sau)?$|dẫn đầu|đứng|xếp|cao nhất|thấp nhất|ảnh\b)|"
    r"\b(?:thời hạn|thời gian|vòng|trong|khoảng|trên|dưới|từ|hơn|gần|sau) \d[\d.,]*$|"
    r"\bcó (?:tỷ lệ|tỉ lệ|tốc độ|mức|số|tổng|quy mô|năng suất|mật độ)\b[^\d,]*$|"
    r"\b(?:tại|ở|của|các|những|cho|với|và) (?:và|,)|\btiếp (?:theo|đến)\b|"
    r"\bbắt(?: đầu)?$|\bbắt đầu\b|(?<=\w )dự báo\b|^số (?:lượt )?(?:người|hộ|đối tượng) (?:tham gia|tham dự|đăng ký)$|"
    r"^số .*\b(?:thu nhập|doanh thu|năng suất|lợi nhuận)$|\bchia (?:thành|làm|ra)\b|\bvề (?!đích|hưu|nước|quê)\w+$|"
    r"^số (?:\w+ ){1,2}(?:tăng|giảm)(?: trưởng)? (?:trên|dưới|hơn|từ) \d|\b(?:với|và|có|trên) (?:tổng )?"
    r"(?:công suất|dung tích|diện tích|kinh phí|quy mô|chiều dài|số tiền|vốn(?: đầu tư| đăng ký)?)$"
)
"""Words of what is said of the thing that a name names: the name runs into another statement."""
NOT_OF_WHAT: Final = (
    r"(?:như|vì|khi|để|trở (?:lên|xuống)|sang|ở|tại|trong|của|cho|về|với|các|những|này|đó|trên|theo|"
    r"(?:đạt(?! chuẩn)|được|bị|đều|không|chưa))\b"
)
"""Words that do not begin what a share or a number is of."""
ONLY_VERB: Final = r"(?:giải quyết|cấp|chi trả|thu hồi|sử dụng|hỗ trợ|đóng góp|ủng hộ|nộp|tài trợ)"
"""Verbs that do not say alone what an amount of money is of: số tiền hỗ trợ."""
ONLY_DONE: Final = (
    r"(?:tỷ|tỉ) lệ (?:bao phủ|lấp đầy|tham gia|hoàn thành|giải quyết|thực hiện|giải ngân|sử dụng|huy động|tăng|giảm)"
)
"""The names of rates that do not say of what they are."""
BARE_AMOUNTS: Final = (
    r"(?:tổng |mức |các )*(?:chi phí|lợi nhuận|kim ngạch|giá(?: (?:bán|mua|thu mua))?|lương|học phí|trợ cấp|tiết kiệm|"
    r"lượng|thiệt hại|chi trả|(?:số )?tiền|số (?:dư|thu|chi|vốn)|mức (?:quy định|cho phép|đề ra))(?: (?:tại|ở) .*)?"
)
"""Amounts that do not say alone of what or of whom they are."""
EARNINGS: Final = "thu nhập"
WHOSE: Final = r" của (?=\S)"
