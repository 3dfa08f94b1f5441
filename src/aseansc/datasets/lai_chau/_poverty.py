"""An inclusive community, first part: poverty (characters 3520 to 5098)."""

from __future__ import annotations

from typing import Final

from aseansc.authoring import CARRIED, DOWN, UP
from aseansc.codelists import Absent
from aseansc.datasets.lai_chau._source import PERIOD, YEAR_2016, YEAR_2018, part as new_part
from aseansc.mentions import MentionKind
from aseansc.texts import Text
from aseansc.units import district, hectare, household, household_turn, percent, works, year
from aseansc.values import RelativeChange, Value

part: Final = new_part("ASCC-2025:B.2")
cite = part.cite

inclusive = part.section(
    "inclusive",
    cite(3520, "Xây dựng cộng đồng tiến bộ, hòa nhập, bình đẳng"),
    en="A progressive, inclusive and equal community",
    vi="Cộng đồng tiến bộ, hòa nhập, bình đẳng",
    codes=("ASCC-2025:B",),
)

# -- poverty
part.section(
    "poverty",
    cite(3572, "Đẩy mạnh công tác xóa đói giảm nghèo bền vững"),
    broader=inclusive,
    en="Sustainable poverty reduction",
    vi="Giảm nghèo bền vững",
)

part.result(
    3618,
    3845,
    en="Poverty reduction was a priority: infrastructure, production, livelihoods and effective models.",
    vi="Giảm nghèo được ưu tiên: hạ tầng, sản xuất, sinh kế, các mô hình hiệu quả.",
)
part.result(
    3846,
    4074,
    en="Poverty reduction policies and projects were implemented together in 2016-2018.",
    vi="Các chính sách, dự án giảm nghèo được triển khai đồng bộ trong 2016-2018.",
)
part.result(
    4079,
    4180,
    en="Poor people live somewhat better and have easier access to support policies.",
    vi="Người nghèo có điều kiện sống tốt hơn phần nào và dễ tiếp cận chính sách hơn.",
)

# -- support, over the period stated in the previous paragraph
part.mention(MentionKind.DATE, PERIOD, cite(3846, "Giai đoạn 2016 - 2018"))

works_built = part.flow(
    "poverty-works", works, better=UP, en="Works built for poverty reduction", vi="Số công trình đầu tư giảm nghèo"
)
production_support = part.flow(
    "production-support-turns",
    household_turn,
    better=UP,
    en="Support with seed and breeding stock, fertiliser and pesticide, household-turns",
    vi="Số lượt hộ được hỗ trợ giống, phân bón, thuốc bảo vệ thực vật",
)
FOREST: Final = ("ASCC-2025:B.2", "ASCC-2025:C.1")
forest_households = part.flow(
    "forest-contract-households",
    household,
    better=UP,
    codes=FOREST,
    en="Households supported in taking forest under contract",
    vi="Số hộ được hỗ trợ nhận khoán rừng",
)
forest_area = part.flow(
    "forest-contract-area",
    hectare,
    better=UP,
    codes=FOREST,
    en="Forest area under these contracts",
    vi="Diện tích rừng giao khoán",
)

part.total(works_built, Value.exact(355, works), PERIOD, cite(4206, "355 công trình"), time_basis=CARRIED)
part.total(
    production_support,
    Value.over(60000, household_turn),
    PERIOD,
    cite(4405, "trên 60.000 lượt hộ"),
    time_basis=CARRIED,
    note=Text(
        en="turns, not households: one household may be counted several times",
        vi="là lượt hộ, không phải hộ: một hộ có thể được tính nhiều lần",
    ),
)
part.total(forest_households, Value.over(40000, household), PERIOD, cite(4515, "trên 40.000 hộ"), time_basis=CARRIED)
part.total(
    forest_area,
    Value.over(160000, hectare),
    PERIOD,
    cite(4598, "trên 160.000 ha"),
    time_basis=CARRIED,
    note=Text(
        en="the text does not state whether land contracted in several years is counted more than once",
        vi="không nói rõ diện tích giao khoán nhiều năm có được tính lại hay không",
    ),
)

# -- the reduction of poverty
part.mention(MentionKind.DURATION, Value.exact(3, year), cite(4626, "3 năm"))
part.mention(MentionKind.DATE, PERIOD, cite(4652, "2016-2018"))
part.mention(MentionKind.DATE, YEAR_2018, cite(4763, "cuối năm 2018"))
part.mention(MentionKind.DATE, YEAR_2018, cite(4843, "năm 2018"))
part.mention(MentionKind.DATE, YEAR_2016, cite(4942, "Đầu năm 2016"))
part.mention(MentionKind.DATE, YEAR_2018, cite(5029, "năm 2018"))

poor = part.stock("poor-households", household, better=DOWN, en="Poor households", vi="Số hộ nghèo")
households = part.stock("households", household, codes=(), en="Households", vi="Số hộ")
rate = part.share("poverty-rate", of=poor, among=households, better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
districts = part.flow(
    "districts-out-of-poverty",
    district,
    better=UP,
    en="Districts recognised as out of poverty",
    vi="Số huyện được công nhận thoát nghèo",
)

estimate = part.word(4755, "ước")
estimate_again = part.word(5015, "Ước")

end_poor = part.at_end(
    poor, Value.exact(24737, household), YEAR_2018, cite(4791, "24.737 hộ nghèo", governed_by=estimate), estimated=True
)
end_rate = part.at_end(
    rate, Value.exact("25.55", percent), YEAR_2018, cite(4829, "25,55%", governed_by=estimate), estimated=True
)
part.total(districts, Value.exact("2", district), YEAR_2018, cite(4873, "02 huyện"), lists=("Than Uyên", "Tân Uyên"))
start_poor = part.at_beginning(poor, Value.exact(36094, household), YEAR_2016, cite(4969, "36.094 hộ nghèo"))
start_rate = part.at_beginning(rate, Value.exact("40.40", percent), YEAR_2016, cite(5007, "40,40%"))

repeated = Text(
    en="the same number as before, here for the year instead of its end",
    vi="cùng con số đã nêu, lần này là của năm chứ không phải cuối năm",
)
part.within(
    poor,
    Value.exact(24737, household),
    YEAR_2018,
    cite(5053, "24.737 hộ nghèo", governed_by=estimate_again),
    estimated=True,
    note=repeated,
)
part.within(
    rate,
    Value.exact("25.55", percent),
    YEAR_2018,
    cite(5091, "25,55%", governed_by=estimate_again),
    estimated=True,
    note=repeated,
)

part.change(
    rate,
    start_rate,
    end_rate,
    RelativeChange.exact("-4.95", percent / year),
    cite(4707, "4,95%/năm"),
    note=Text(
        en="printed as percent per year; the two levels agree only with percentage points",
        vi="in là phần trăm mỗi năm; hai mức chỉ khớp nếu là điểm phần trăm",
    ),
)
part.target(
    rate,
    Absent.NOT_STATED,
    Absent.NOT_STATED,
    Absent.NOT_STATED,
    note=Text(
        en="the reduction in the plan; the text states that it was exceeded, without a number",
        vi="mức giảm mà kế hoạch đề ra; văn bản nêu là đã vượt, không ghi con số",
    ),
)
part.result(
    4664,
    4753,
    en="The poverty rate fell fast, by more than the plan required.",
    vi="Tỷ lệ hộ nghèo giảm nhanh, vượt mức kế hoạch đề ra.",
    indicator=rate,
    direction=DOWN,
)
