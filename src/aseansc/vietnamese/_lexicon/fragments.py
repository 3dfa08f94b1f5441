"""Words of names that are not whole, so that nobody knows from them what is measured."""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon.drafting import ACTIONS, ADVERBIALS, HEADS, OF_WHOLE, OPENING, TAIL_ENDS
from aseansc.vietnamese._lexicon.places import CAPITAL
from aseansc.vietnamese._lexicon.whole_names import DONE

AMOUNT_ONLY: Final = (
    r"(?:(?:tổng|số|quy mô|mức|lượng|các|khoản)\s+)*"
    r"(?:công suất|dung tích|thể tích|chiều dài|trữ lượng|(?:thuế )?nộp (?:vào )?ngân sách(?: nhà nước)?|"
    r"(?:số )?tiền đóng góp)(?: (?:thiết kế|lắp đặt))?"
)
"""Names that say what kind of amount it is, and not of what or of whom."""
DONE_ONLY: Final = (
    r"(?:duy trì|mở rộng|phát triển|đưa vào (?:vận hành|sử dụng|khai thác|hoạt động))"
    r"(?: và (?:duy trì|mở rộng|phát triển))?"
)
"""Names that say only what is done."""
OF_ONE_NAMED_BEFORE: Final = r"\bcủa (?:công ty|đơn vị|nhà máy|doanh nghiệp|tập đoàn|xí nghiệp|cơ quan|ngành|trường)$"
"""The end of a name whose owner is named only before it."""
ASSIGNED: Final = r"\s+do [^,;:]{1,40}? giao\b"
"""Words in the name of a plan, which is not what was reached of it."""
SAID_OF_ALL: Final = r"(?:đều|cũng|vẫn|chỉ|lại)\b"
"""The beginning of what is said of something that is named before."""
SAID_OF_SUBJECT: Final = rf"^(?:tỷ lệ|tỉ lệ|tỷ trọng) {SAID_OF_ALL}"
"""The beginning of a name that has what is said of something, but not of what."""
RUNS_ON: Final = r"\s+(?:tăng|giảm)\b[^,;:]*\bso(?: với)?\b.*$|\b(?:đứng|xếp)(?: [^\W\d]+)*$"
"""The end of a name that runs into what is said of the thing it names."""
LEFT_OUT: Final = r"\b(?:cho|của|tại|(?<!nhà )(?<!đất )ở|với) (?:qua|của|cho|tại|từ|theo|để|và)\b"
"""Two words between which a place or a time is missing."""
OWNERS: Final = r"(?:gia đình|hộ (?:ông|bà|anh|chị)|ông|bà|anh|chị|công ty|doanh nghiệp|hợp tác xã)\b"
"""The beginning of words for who has something."""
OF_OWNER: Final = "của"
ORGANISATIONS: Final = (
    r"(?:trung tâm|công ty|đội|ban quản lý|chi cục|văn phòng|trường|trạm|bệnh viện|hợp tác xã|htx|tổ hợp tác|"
    r"câu lạc bộ|nhà máy|xí nghiệp|viện|phòng|hạt|bảo tàng|thư viện|đồn|trang trại) (?!(?:học|lao động|hợp)\b)\w+ \w"
)
"""The beginning of the name of an organisation that has something, which may have a verb: trung tâm hỗ trợ việc làm."""
AREA: Final = r"(?:tổng )?diện tích\b"
KEPT_OR_GREW: Final = r"(?:(?:duy trì|mở rộng|phát triển)(?: và)? )+(?P<what>\S.*)"
"""What there is after it was kept or made larger: mở rộng vùng sản xuất cam là 45 ha."""
IS: Final = ("là", "còn")
_COUNTED_TOO: Final = (
    r"(?:cơ sở|đơn vị|tổ chức|cá nhân|doanh nghiệp|dn|hợp tác xã|htx|tổ hợp tác|trang trại|"
    r"học viên|sinh viên|học sinh|giáo viên|giảng viên|nhân viên|công chức|viên chức|cán bộ|chiến sĩ|chiến sỹ|"
    r"đoàn viên|thanh niên|hội viên|phụ nữ|nông dân|người dân|người lao động|công nhân|phụ huynh)"
)
COUNTED_TOO: Final = (
    rf",\s+{_COUNTED_TOO}\b(?:\s+(?!(?:đã|đang|sẽ)\b)[^\W\d]+){{0,4}}?"
    r"(?=\s*(?:[,;.)]|$)|\s+(?:với|tham gia|có kế hoạch)\b|\s+và\s+\d)"
)
"""A second noun after a comma that is counted by the same number: 312 đơn vị, cơ sở y tế."""
OF_ALL: Final = (
    rf"\s*(?:so với|trên|trong) (?P<all>{OF_WHOLE}[^,;:()\n\d]*?)"
    r"(?=\s*(?:[,;:()\n]|\.\s|\.$|$|và (?:chiếm|bằng|đạt)\b))"
)
"""Words right after a percent that say of what it is a share: chiếm 3,2% so với tổng số hộ toàn tỉnh."""
NO_VERB: Final = r"(?<=việc )làm\b|làm\b(?! mới)"
"""A verb that at the end of a clause is rather the end of a noun: giải quyết việc làm, but làm mới, nâng cấp."""
ADDS: Final = r"[^,;.:\d()\n]{0,60},?\s+(?:qua đó |từ đó |góp phần )?(?:nâng|đưa) (?:tổng )?số\b"
"""Words after a number that is added to one that follows: đạt 50 tiêu chí, nâng tổng số tiêu chí lên 404."""
KEPT_AT_END: Final = r"(?<=\w\w) (?:tiếp tục )?duy trì$"
"""The end of a name that only says that it is kept: diện tích nuôi trồng thủy sản duy trì."""
ADDED: Final = r"\b(?:mới|thêm|bổ sung)\b"
"""Words in the name of what is added to what is there."""
_SAID: Final = (
    r"\b(?:đạt|tăng(?! thêm)|giảm|được|bị|có|là|chiếm|bằng|vượt|còn|đã|đang|sẽ|không|so|cao|thấp|hơn|nhất|này)\b"
)
_OTHER_STATEMENT: Final = (
    rf"(?:{OPENING}|{TAIL_ENDS}|{HEADS}|{DONE}|khoảng|trên|dưới|gần|giúp|bảo đảm|đáp ứng|nhất là|tiêu biểu|ngoài|"
    r"nhiều|các|những|toàn|nay|cả|tạo|thuộc|khi|vì|nên|một|ông|bà|bình|song|mà|thì|lượng|lĩnh vực|tử vong|hình thức|"
    r"sinh hoạt|chúng tôi|nhờ|qua|từ|bên cạnh|riêng|kết quả)\b"
)
LISTS_MORE: Final = (
    rf"(?:(?!\b(?:{TAIL_ENDS})\b|{_SAID})[^,;.:\d()\n]){{0,60}},\s+"
    rf"(?!(?:(?!\bvới\b)[^,;.:()\n]){{0,30}}\d|{_OTHER_STATEMENT}|{_SAID})|"
    rf"\s*(?:{DONE})[^,;.:\d()\n]{{0,40}},\s+(?={DONE})[^,;.:()\d\n]+(?=[,;.]|\svới\b|$)|"
    rf"\s*(?:có|được)\b[^,;.:\d()\n]{{0,60}},\s+(?!{_OTHER_STATEMENT}|{_SAID})(?:[^\W\d]+ ){{1,3}}"
    r"(?:đạt|theo|bảo đảm|đảm bảo)\b|"
    rf"[^,;.:\d()\n]{{0,60}}\bkhông (?:{DONE})[^,;.:\d()\n]{{0,30}},\s+(?:{DONE})|"
    rf"\s*và (?:(?!{_OTHER_STATEMENT}|{_SAID})[^\d,;.]|"
    r"(?:các|những) (?:đối tượng|hộ|nhóm|loại|cá nhân|tổ chức|gia đình)\b)"
)
"""The words after a number whose noun goes on after a comma: hộ kinh doanh dịch vụ, tiểu thủ công nghiệp, tăng."""
NOT_LISTED: Final = (
    rf"^[\W\d]*(?:$|\w+$|(?!{DONE}|tăng thêm\b)(?:(?-i:{CAPITAL})|{OPENING}\b|{ADVERBIALS}|{_OTHER_STATEMENT}|"
    rf"trên|cùng|khi|kể|ngay|thông qua|nhân|dù|nếu|hầu hết))|[:¦\d]|{_SAID}|"
    r"\b(?:ổn định|công bố|thông tin|phối hợp|như|để|nhằm|phổ biến)\b"
)
"""Words of a part of a clause that is not one of several things done that end with the next: khám bệnh, cấp thuốc."""
ENDS_NAME: Final = r"(?:cao|thấp|nhẹ|mạnh|nhanh|khá|còn lại|hoàn thành|đạt|chung)"
"""Words that belong to a name if a clause ends with them: khuyết tật nhẹ, còn lại."""
REGION_HAS: Final = r"\b(?:toàn|cả) \w+(?: hiện)? có$"
BEGAN: Final = rf"(?:\w+ ){{0,4}}?(?:mới|khi) {ACTIONS}\b"
"""What was done, before what a region has then: khi mới thành lập toàn huyện có 12 xã."""
FOR_WHAT: Final = r"\b(?:để|nhằm)\b"
"""A word before what an amount is for: nhu cầu vốn để giải phóng mặt bằng, xây dựng hạ tầng là 9 tỷ đồng."""
PURPOSE: Final = r"\b(?:việc|vốn) thực hiện$"
"""A verb that belongs to the word before it: kiểm tra việc thực hiện, vốn thực hiện."""
BARE_COUNTS: Final = frozenset(
    {"lượt", "lượt người", "lượt hộ", "trường hợp", "ca", "vụ", "đối tượng", "cuộc", "đợt", "lần", "em", "cháu"}
    | {"người chết", "người tử vong", "người bị thương", "người mất tích"}
    | {"chiếc", "cái", "suất", "phần", "người", "đề tài", "phòng", "loại", "giống", "nhóm", "điểm"}
)
"""Counted nouns that do not say alone what is counted."""
DOES: Final = (
    r"\b(?:được|bị|đang|đã|chưa|không|tham gia|đạt|hoàn thành|đi|hưởng|nhận|mắc|thoát|vay|sử dụng|đăng ký|có|còn|"
    r"trúng|đỗ|học|làm|thuộc|nghỉ|chuyển|nộp|ký|trễ|trể|quá)\b"
)
"""Words of what counted things do, or what is done to them."""
NAMED_ACTOR: Final = rf"(?-i:(?!Vụ |Tết )(?:{CAPITAL}\w+ ){{2,4}})(?:đã |cũng |còn )?(?={ACTIONS}\b)"
"""A name of a place or an office before what it did: Hòa Bình kết nạp 12 đảng viên."""
TOLD_SO: Final = frozenset({"đạt", "cao", "thấp", "tăng", "giảm", "còn"})
"""Verbs of a clause that says something else before the amount: năng suất đạt cao, đã mua 12 tấn."""
WHERE: Final = ("ở", "tại")
"""Words right before a number that only says where something is: rải rác ở 23 tỉnh."""
OR_MORE: Final = r"\s*\btrở (?:lên|xuống)$"
"""Words after an amount that belong to its number: từ 450 tấn cà phê trở lên."""
COUNTED: Final = (
    r"(?:(?:số )?(?:hộ|học sinh|trẻ|trẻ em|người|lao động|phụ nữ|hội viên|đoàn viên|đảng viên|cán bộ|công chức|"
    r"giáo viên|thôn|bản|xã|trường|phòng học|văn bản|hồ sơ)\b(?=(?: \S+){1,12}$)|tốt nghiệp )"
)
"""The beginning of words for those of whom a percent is, with what they have or do."""
REACHED: Final = ("đạt", "là", "còn")
"""The last verbs before a percent that is reached."""
CAUSE: Final = (
    r"^.*(?<!việc )\b(?:làm|khiến)(?: cho)?(?: (?:tăng|giảm))? "
    r"(?=(?:tổng|số|tỷ lệ|tỉ lệ|chỉ số|sản lượng|năng suất|diện tích|doanh thu|giá|chi phí|lượng|thu nhập|kim ngạch)\b)"
)
"""What makes something change: mưa lớn làm sản lượng giảm 5%."""
LIMITED: Final = r"(?:thuộc|trong|của|diện|nằm)\b"
"""The first word after a counted noun that limits all of what is counted: 19/19 hộ thuộc diện được hỗ trợ."""
NEEDS_MORE: Final = r"(?<!\w)(?:không|chưa|đang|được|bị|đi|phải|cần|muốn)$"
"""Words that say nothing without the one after them: chưa đạt, đi qua."""
_NEW_AFTER_WITH: Final = (
    r"(?:tổng|số|mức|giá|kinh phí|diện tích|vốn|nguồn|quy mô|chiều|công suất|doanh (?:thu|số)|thu nhập|trị giá|"
    r"sản lượng|năng suất|tỷ|tỉ|tốc|thời|hơn|trên|gần|khoảng|dưới|nhiều|cùng|năm|kế|mục|chỉ|hạn|dung|khối|lãi|độ|"
    r"chi phí|đầu|quý|tháng|kết|ngày|nay|đó|chất|hình thức|nội dung|chủ đề|sự|hai|ba|bốn|việc|đạt|kỳ)"
)
_NOT_OF: Final = r"(?:cả|toàn|tỉnh|huyện|xã|thành phố|địa phương|năm|tháng|quý|kỳ|giai đoạn|đơn vị|ngành|đó|này|nó)\b"
_ENDS_MORE: Final = rf"(?:{TAIL_ENDS}|thực hiện|triển khai|xây dựng|phát triển|là|có|được)"
GOES_ON: Final = (
    rf"(?:với|giữa) (?!{_NEW_AFTER_WITH}\b)(?:(?!\b{_ENDS_MORE}\b)[^,;.:\d()¦\n]){{2,60}}"
    rf"(?=[,;.:)\n]|$|\b{_ENDS_MORE}\b)"
)
"""A preposition after a counted noun that belongs to the verb before it: hợp tác với các doanh nghiệp."""
OF_OWNER_AFTER: Final = (
    rf"của (?!{_NOT_OF})(?:(?!\b{TAIL_ENDS}\b)[^,;.:\d()¦\n]){{2,60}}(?=[,;.:)\n]|$|\b{TAIL_ENDS}\b)"
)
"""Of whom counted things are: dự án của các doanh nghiệp trong nước."""
