"""Words around a figure that its name need not have, because they do not say what is measured."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import words_in
from aseansc.vietnamese._lexicon.drafting import ACTIONS, ADVERBIALS, HEADS
from aseansc.vietnamese._lexicon.places import NAMED_PLACE

SIGN: Final = r"[,;.:()\n\d\[\]“”\"…]|\s[-–]\s"
"""The end of the words right after a figure."""
STATEMENT: Final = (
    r"(?:tăng|giảm(?! nghèo| thiểu| nhẹ)|chiếm|so|đạt(?= (?:\w+ )?\d|$| (?:tỷ|tỉ|bình|kế|trên|khoảng|gần|hơn|kh)\b)|"
    r"vượt(?! qua| khó| nghèo| lên)|"
    r"bằng(?! (?:hình thức|cách|nguồn|thiết bị|vốn|tiền)\b)|tương (?:đương|ứng)|trong|gồm|bao gồm|nhưng|qua|góp|"
    r"lên|xuống|sang|giai đoạn|nhiệm kỳ|thời|nâng|"
    r"và|với|là|còn|nên|mỗi|kh|ck|đã$|kế hoạch|tại|ở|trên|hàng|hằng|năm|tháng|quý|nhờ|khiến|"
    r"làm (?:chết|bị|\d|$)|làm$|gấp|trở (?:lên|xuống)|theo (?:kế hoạch|quy định|tiêu chí)|đảm bảo|bảo đảm|nhằm|ước|đến|"
    r"tính|cùng (?:kỳ|với)|đứng|xếp|dự kiến|toàn|cả|kỳ|các loại|chủ yếu|cụ thể|như|trước|từ|"
    r"vào(?= (?:năm|tháng|ngày|cuối|đầu|lúc|dịp|quý))|đã được|ngay)(?!\w)|/"
)
"""Words that begin another statement after a figure, or say only when and where."""
CAUSE: Final = r"(?:do|vì|bởi|về)(?!\w)"
"""Words that begin the cause of a change, or say which amount changed."""
LEADS: Final = rf"(?:{ACTIONS}|{HEADS}|{ADVERBIALS}|số|cho|cung cấp|thu hút|có)(?!\w)"
"""Words that begin what leads to the next figure: 350 tấn phân bón trị giá 2 tỷ đồng."""
OF_ALL: Final = r"\s*(?:tổng|dân số|số|cơ cấu|lực lượng)\b"
"""Words right after a percent that say of what it is a share."""
PLACED: Final = rf"(?:(?i:thuộc|của|ở|tại|trên địa bàn)\s+)?{NAMED_PLACE}"
"""A named place, which is read as the place of the figure."""
HERE: Final = r"\b(?:thuộc|của|trên địa bàn|trong) (?:toàn |cả )?(?:tỉnh|huyện|xã|thành phố|nước|địa phương)\b"
"""The place of the report."""
REPORTED: Final = words_in(
    """
    được là có còn đạt ước tính khoảng gần trên hơn dưới lên xuống tới đến hiện nay tại thời điểm chiếm bằng thực xảy ra
    tỷ tỉ lệ trọng đối với gồm bao tăng giảm thêm chỉ đã ở mức từ so và trong năm cả bình quân trung mỗi hàng hằng tháng
    kế hoạch dự kiến thì vào sẽ cho đầu cuối hết tổng cộng thu chung vượt của toàn tỉnh huyện xã thành phố thị địa bàn
    phạm vi nước quốc giai đoạn các qua cao ghi nhận giờ thấp nhanh mạnh nhẹ khá đương tương cùng kỳ trước theo xấp xỉ
    lần lượt tiếp tục không nhiều đáng kể ứng do sau khi đề phấn đấu hoàn đều cũng đây nói sơ bộ gấp vẫn tuy đủ lục có
    thể dao động luôn thường hiện lại lũy luỹ làm gây đang duy trì mở rộng nhân dịp
    """
)
"""Verbs and other words before a figure that only state it."""
TOPIC: Final = (
    r"^\W*(?:riêng|đối với|với|trong (?:tổng )?số)\s+"
    r"(?P<topic>(?!(?:năm|tháng|quý|vụ|các|những|mặt(?! hàng)|phía|đó|này)\b)\w[^¦]*)$"
)
"""A part of a clause that says of what the next one is: riêng phân khúc nhà ở xã hội, có 692 dự án."""
GOES_ON_NOW: Final = r"\bđang (?!có\b|còn\b)"
"""A word that says that what was done is not over: đang điều tra 17 vụ."""
GOING_ON: Final = "đang"
WITH: Final = r"[\s),]*với\b"
"""The beginning of the words between two figures of which the second is an amount of what the first counts."""
SAYS: Final = (
    r"[¦\d:]|\b(?:đạt|tăng|giảm|được|bị|có|là|chiếm|bằng|vượt|còn|đã|đang|sẽ|không|so|cao|thấp|hơn|nhất|này|ổn định|"
    r"duy trì|chuyển|cải thiện|nâng|phát triển|khá|tốt|như|gồm|cho (?:thấy|biết)|theo)\b|^\W*\w+ \w+\W*$"
)
"""Words of a part of a clause that says something of what it names."""
MOVED: Final = r"\W*(?P<moved>tăng|giảm) (?!thêm\b|so\b|lên\b|xuống\b|còn\b|từ\b|mạnh\b|nhẹ\b)\w"
"""What was done to the amount right after it: giảm chi ngân sách 10 tỷ đồng."""
OTHERS: Final = r"\W*(?P<others>(?:các|những|nhiều|một số) \w+) (?:có|còn)\b"
"""Others of which only those with a share are meant: các xã có trên 45% hộ nghèo."""
