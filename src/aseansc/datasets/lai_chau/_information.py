"""The header, and the first part: information and communication (characters 0 to 1411)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import ASSUMED, STEADY, UP
from aseansc.datasets.lai_chau._source import PERIOD, part as new_part
from aseansc.findings import InstrumentKind
from aseansc.mentions import MentionKind
from aseansc.periods import AsOf, Period
from aseansc.texts import Text
from aseansc.units import language, news_item, year
from aseansc.values import Value

part: Final = new_part("ASCC-2025:A.1")
cite = part.cite

# -- header
part.mention(
    MentionKind.DATE,
    AsOf.parse("2019-11-15"),
    cite(35, "15/11/2019"),
    note=Text(
        en="the date of the page: when it was published, or only when it was displayed. The estimates are for a year "
        "that was over by then, and the newest other news on the page is dated 14/08/2018, so the text may have been "
        "written in 2018",
        vi="ngày ghi trên trang: có thể là ngày đăng, hoặc chỉ là ngày hiển thị. Khi đó năm có số ước đã kết thúc, còn "
        "tin khác mới nhất trên trang ghi ngày 14/08/2018, nên bài có thể được viết từ năm 2018",
    ),
)
part.mention(MentionKind.DURATION, Value.exact(3, year), cite(53, "3 năm"))
part.mention(MentionKind.DURATION, Value.exact("3", year), cite(158, "03 năm"))

part.section(
    "information",
    cite(252, "Công tác thông tin, truyền thông"),
    en="Information and communication",
    vi="Thông tin, truyền thông",
)

# -- instruments
politburo = Text(en="Politburo of the Communist Party of Viet Nam", vi="Bộ Chính trị")
part.instrument(
    "resolution-22",
    InstrumentKind.RESOLUTION,
    cite(455, "22-NQ/TW"),
    date=AsOf.parse("2013-04-10"),
    issuer=politburo,
    subject=Text(en="international integration", vi="hội nhập quốc tế"),
)
part.instrument(
    "resolution-31",
    InstrumentKind.RESOLUTION,
    cite(531, "31/NQ-CP"),
    date=AsOf.parse("2014-05-13"),
    issuer=Text(en="Government of Viet Nam", vi="Chính phủ"),
    subject=Text(en="implementation of Resolution 22-NQ/TW", vi="triển khai Nghị quyết 22-NQ/TW"),
)
part.instrument(
    "decision-161",
    InstrumentKind.DECISION,
    cite(672, "161/QĐ-TTg"),
    date=AsOf.parse("2016-01-25"),
    issuer=Text(en="Prime Minister of Viet Nam", vi="Thủ tướng Chính phủ"),
    subject=Text(
        en="the scheme to plan and implement the goals of the ASEAN Socio-Cultural Community to 2025",
        vi="đề án lập và thực hiện kế hoạch vì các mục tiêu Cộng đồng Văn hóa - Xã hội ASEAN đến 2025",
    ),
)
part.instrument(
    "plan-1418",
    InstrumentKind.PLAN,
    cite(862, "1418/KH-UBND"),
    date=AsOf.parse("2017-08-02"),
    issuer=Text(en="People's Committee of Lai Châu province", vi="UBND tỉnh Lai Châu"),
)

part.mention(MentionKind.DOCUMENT_NUMBER, "22-NQ/TW", cite(455, "22-NQ/TW"))
part.mention(MentionKind.DATE, AsOf.parse("2013-04-10"), cite(469, "10/4/2013"))
part.mention(MentionKind.DOCUMENT_NUMBER, "31/NQ-CP", cite(531, "31/NQ-CP"))
part.mention(MentionKind.DATE, AsOf.parse("2014-05-13"), cite(545, "13/5/2014"))
part.mention(MentionKind.DOCUMENT_NUMBER, "22-NQ/TW", cite(596, "22-NQ/TW"))
part.mention(MentionKind.DATE, AsOf.parse("2013-04-10"), cite(610, "10/4/2013"))
part.mention(MentionKind.DOCUMENT_NUMBER, "161/QĐ-TTg", cite(672, "161/QĐ-TTg"))
part.mention(MentionKind.DATE, AsOf.parse("2016-01-25"), cite(688, "25/01/2016"))
part.mention(MentionKind.DATE, Period.year(2025), cite(838, "năm 2025"))
part.mention(MentionKind.DOCUMENT_NUMBER, "1418/KH-UBND", cite(862, "1418/KH-UBND"))
part.mention(MentionKind.DATE, AsOf.parse("2017-08-02"), cite(880, "02/8/2017"))

# -- broadcasts
each_year = part.word(1161, "Mỗi năm")

broadcasts = part.flow(
    "broadcast-items",
    news_item,
    better=UP,
    en="News items and articles broadcast on the Community's goals",
    vi="Số tin, bài phát sóng về các mục tiêu của Cộng đồng",
)
languages = part.stock(
    "ethnic-broadcast-languages",
    language,
    better=STEADY,
    en="Ethnic minority languages used in these broadcasts",
    vi="Số tiếng dân tộc dùng trong các tin, bài đó",
)

no_period = Text(
    en="no period is printed; the three reporting years are assumed",
    vi="không ghi giai đoạn; giả định là ba năm của kỳ sơ kết",
)
part.each(
    broadcasts,
    Value.over(400, news_item),
    PERIOD,
    cite(1219, "hơn 400 tin, bài", governed_by=each_year),
    time_basis=ASSUMED,
    note=no_period,
)
part.each(
    languages,
    Value.exact(4, language),
    PERIOD,
    cite(1260, "4 tiếng dân tộc", governed_by=each_year),
    time_basis=ASSUMED,
    lists=("Thái", "Mông", "Dao", "Hà Nhì"),
    note=no_period,
)

part.result(
    288,
    982,
    en="Officials, workers and the public were informed about the policies on the Community's goals.",
    vi="Chính sách về các mục tiêu của Cộng đồng đã được phổ biến đến cán bộ, người lao động và người dân.",
)
part.result(
    986,
    1160,
    en="Provincial radio, television and the newspaper informed the public about the Community's goals.",
    vi="Phát thanh, truyền hình và báo tỉnh đã đưa các mục tiêu của Cộng đồng đến công chúng.",
)
