"""The table of `aseansc.labels`: the English and Vietnamese name of every code, by code list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

Words: TypeAlias = tuple[str, str]
"""The same words in English and in Vietnamese."""

LABELS: Final[Mapping[str, Mapping[str, Words]]] = {
    "Absent": {
        "not_stated": ("not stated", "không ghi số"),
        "not_applicable": ("not applicable", "không áp dụng"),
        "qualitative": ("stated in words", "nêu bằng lời"),
    },
    "TimeCollection": {
        "at": ("on a day", "tại một ngày"),
        "beginning": ("at the beginning of the period", "đầu kỳ"),
        "end": ("at the end of the period", "cuối kỳ"),
        "within": ("at some time in the period", "trong kỳ"),
        "total": ("total", "cả kỳ"),
        "average": ("average per {per}", "bình quân mỗi {per}"),
        "each": ("each {per}", "mỗi {per}"),
        "to_date": ("to date", "đến nay"),
    },
    "Frequency": {
        "month": ("month", "tháng"),
        "quarter": ("quarter", "quý"),
        "year": ("year", "năm"),
    },
    "TimeBasis": {
        "stated": ("time stated", "kỳ ghi cùng số liệu"),
        "carried": ("time as before", "kỳ nêu trước đó"),
        "assumed": ("time assumed", "kỳ giả định"),
    },
    "UnitKind": {
        "count": ("count", "số đếm"),
        "money": ("money", "tiền"),
        "area": ("area", "diện tích"),
        "mass": ("mass", "khối lượng"),
        "volume": ("volume", "thể tích"),
        "length": ("length", "độ dài"),
        "energy": ("energy", "năng lượng"),
        "power": ("power", "công suất"),
        "duration": ("duration", "thời lượng"),
        "share": ("share", "tỷ lệ"),
        "share_point": ("share point", "điểm tỷ lệ"),
        "multiple": ("multiple", "số lần"),
        "rank": ("rank", "thứ hạng"),
        "quotient": ("quotient", "thương số"),
    },
    "Certainty": {
        "certain": ("certain", "chắc chắn"),
        "possible": ("possible", "có thể"),
        "no": ("no", "không"),
    },
    "Qualifier": {
        "exact": ("exactly", "đúng"),
        "over": ("over", "trên"),
        "at_least": ("at least", "tối thiểu"),
        "under": ("under", "dưới"),
        "nearly": ("nearly", "gần"),
        "at_most": ("at most", "tối đa"),
        "about": ("about", "khoảng"),
        "between": ("between", "từ"),
    },
    "RelativeForm": {
        "by": ("by", "tăng, giảm"),
        "to": ("to", "bằng"),
        "times": ("times", "gấp"),
        "increase_times": ("increase, in times", "tăng, tính bằng lần"),
        "decrease_times": ("decrease, in times", "giảm, tính bằng lần"),
    },
    "ReadingName": {
        "as_stated": ("as stated", "đúng như đã ghi"),
        "to_multiple": ("to a multiple of the earlier level", "gấp số lần so với mức trước"),
        "by_multiple": ("by a multiple of the earlier level", "tăng thêm số lần mức trước"),
        "to_fraction": ("to a fraction of the earlier level", "chỉ còn một phần của mức trước"),
        "by_later_level": ("by a multiple of the later level", "giảm đi số lần mức sau"),
        "occasions": ("on several occasions", "giảm trong nhiều lần"),
    },
    "AttainmentForm": {
        "of_plan": ("of plan", "đạt kế hoạch"),
        "over_plan": ("over plan", "vượt kế hoạch"),
        "under_plan": ("under plan", "thấp hơn kế hoạch"),
    },
    "Status": {
        "estimated": ("estimated", "ước"),
        "provisional": ("provisional", "sơ bộ"),
        "forecast": ("forecast", "dự báo"),
        "planned": ("planned", "kế hoạch"),
        "revised": ("revised", "điều chỉnh"),
        "missing": ("missing", "thiếu số liệu"),
        "not_collected": ("not collected", "không thu thập được"),
        "not_existing": ("nothing to count", "không phát sinh"),
        "suppressed": ("suppressed", "không công bố"),
    },
    "Confidentiality": {
        "free": ("free", "được công bố"),
        "not_for_publication": ("not for publication", "không công bố"),
        "confidential": ("confidential", "bảo mật"),
        "secondary": ("confidential because of other figures", "bảo mật theo số liệu khác"),
    },
    "SamplingErrorForm": {
        "margin": ("margin of error", "biên sai số"),
        "standard_error": ("standard error", "sai số chuẩn"),
        "interval": ("confidence interval", "khoảng tin cậy"),
    },
    "Statistic": {
        "mean": ("mean", "bình quân"),
        "median": ("median", "trung vị"),
        "percentile_10": ("10th percentile", "phân vị 10 %"),
        "percentile_20": ("20th percentile", "phân vị 20 %"),
        "percentile_25": ("25th percentile", "phân vị 25 %"),
        "percentile_75": ("75th percentile", "phân vị 75 %"),
        "percentile_80": ("80th percentile", "phân vị 80 %"),
        "percentile_90": ("90th percentile", "phân vị 90 %"),
    },
    "IndicatorKind": {
        "stock": ("stock", "số thời điểm"),
        "flow": ("flow", "số thời kỳ"),
        "rate": ("rate", "tỷ lệ"),
    },
    "Direction": {
        "up": ("up", "tăng"),
        "down": ("down", "giảm"),
        "steady": ("steady", "giữ vững"),
    },
    "PriceBasis": {
        "current": ("current prices", "giá hiện hành"),
        "constant": ("constant prices", "giá so sánh"),
    },
    "PlaceRelation": {
        "same": ("same boundaries", "cùng địa giới"),
        "merged": ("merged", "đã sáp nhập"),
        "different": ("different places", "hai địa phương khác nhau"),
    },
    "InstrumentKind": {
        "resolution": ("resolution", "nghị quyết"),
        "decision": ("decision", "quyết định"),
        "decree": ("decree", "nghị định"),
        "directive": ("directive", "chỉ thị"),
        "circular": ("circular", "thông tư"),
        "law": ("law", "luật"),
        "plan": ("plan", "kế hoạch"),
        "scheme": ("scheme", "đề án"),
        "programme": ("programme", "chương trình"),
    },
    "FindingKind": {
        "result": ("result", "kết quả"),
        "difficulty": ("difficulty", "khó khăn"),
        "action": ("action", "giải pháp"),
    },
    "MentionKind": {
        "date": ("date", "ngày tháng"),
        "document_number": ("document number", "số văn bản"),
        "ordinal": ("ordinal", "số thứ tự"),
        "duration": ("duration", "khoảng thời gian"),
        "age": ("age", "tuổi"),
        "name": ("name", "tên riêng"),
    },
    "FigureKind": {
        "level": ("level", "mức"),
        "change": ("change", "thay đổi"),
        "percent": ("percent", "phần trăm"),
        "percentage_point": ("percentage point", "điểm phần trăm"),
        "attainment": ("attainment", "hoàn thành kế hoạch"),
        "range": ("range", "khoảng giá trị"),
        "ratio": ("ratio", "tỷ số"),
        "date": ("date", "ngày tháng"),
        "document_number": ("document number", "số văn bản"),
        "ordinal": ("ordinal", "số thứ tự"),
        "phone": ("telephone number", "số điện thoại"),
    },
    "Doubt": {
        "number": ("number", "con số"),
        "meaning": ("meaning", "ý nghĩa"),
        "unit": ("unit", "đơn vị"),
    },
    "Outcome": {
        "met": ("met", "đạt"),
        "not_met": ("not met", "không đạt"),
        "cannot_tell": ("undetermined", "chưa thể kết luận"),
        "undefined": ("not comparable", "không so sánh được"),
    },
    "Formula": {
        "at_least": ("at least the target", "không thấp hơn chỉ tiêu"),
        "above": ("above the target", "cao hơn chỉ tiêu"),
        "at_most": ("at most the target", "không cao hơn chỉ tiêu"),
        "below": ("below the target", "thấp hơn chỉ tiêu"),
        "equal": ("equal to the target", "bằng chỉ tiêu"),
        "within": ("within the range of the target", "trong khoảng chỉ tiêu"),
    },
    "Reason": {
        "target_not_stated": ("the target is not stated", "chỉ tiêu không được nêu"),
        "target_qualitative": ("the target is stated in words", "chỉ tiêu nêu bằng lời"),
        "target_unclear": ("the target is not clear", "chỉ tiêu không rõ"),
        "time_not_stated": ("the time of the target is not stated", "thời gian của chỉ tiêu không được nêu"),
        "other_indicator": ("the figure is of another indicator", "số liệu của chỉ tiêu khác"),
        "other_place": ("the figure is for another place", "số liệu của địa bàn khác"),
        "other_time": ("the figure is for another time", "số liệu của thời gian khác"),
        "other_collection": (
            "the figure is aggregated over time differently",
            "số liệu được tổng hợp theo thời gian khác",
        ),
        "other_form": ("the figure is in another form than the target", "số liệu có dạng khác với chỉ tiêu"),
        "other_standard": ("counted by different standards", "tính theo chuẩn khác nhau"),
        "other_prices": ("different prices", "khác loại giá"),
        "part_only": ("the figure is only for a part", "số liệu chỉ của một bộ phận"),
        "other_category": ("the target is only for a category", "chỉ tiêu chỉ của một nhóm"),
        "target_of_change": ("the target is a change", "chỉ tiêu là mức thay đổi"),
        "not_actual": ("the figure is a forecast or a plan", "số liệu là dự báo hoặc kế hoạch"),
        "no_direction": ("the desired direction is not known", "không rõ xu hướng tốt"),
        "no_baseline": ("there is no baseline", "không có số gốc"),
        "baseline_not_known": ("the baseline is not known", "không rõ số gốc"),
        "baseline_not_comparable": ("the baseline is not comparable", "số gốc không so sánh được"),
        "baseline_equals_target": ("the baseline equals the target", "số gốc bằng chỉ tiêu"),
        "baseline_may_equal_target": ("the baseline may equal the target", "số gốc có thể bằng chỉ tiêu"),
        "zero_plan": ("the plan is zero", "kế hoạch bằng 0"),
        "negative_plan": ("the plan is negative", "kế hoạch âm"),
        "actual_not_stated": ("the actual figure is not stated", "số thực hiện không được nêu"),
        "may_be_zero": ("the divisor may be zero", "số chia có thể bằng 0"),
        "no_time_passed": ("no time passed between the figures", "hai số liệu cùng thời gian"),
        "rank": ("a percentage of a rank has no meaning", "tỷ lệ phần trăm của thứ hạng không có nghĩa"),
    },
    "Comparability": {
        "comparable": ("comparable", "so sánh được"),
        "conditional": ("comparable under a condition", "so sánh được có điều kiện"),
        "different": ("not comparable", "không so sánh được"),
    },
    "ComparisonOutcome": {
        "agrees": ("agrees", "khớp nhau"),
        "restated": ("restated", "đã nêu khác đi"),
        "compared": ("compared", "so sánh được"),
        "refused": ("not comparable", "không so sánh được"),
    },
    "Refusal": {
        "unit": ("different units", "khác đơn vị tính"),
        "no_value": ("one of the figures has no value", "một số liệu không có giá trị"),
        "kind": ("different kinds of indicator", "khác loại chỉ tiêu"),
        "price_basis": ("different prices", "khác loại giá"),
        "base_period": ("different base periods", "khác kỳ gốc"),
        "standard": ("counted by different standards", "tính theo chuẩn khác nhau"),
        "statistic": (
            "different statistics, such as mean and median",
            "khác loại thống kê, ví dụ bình quân và trung vị",
        ),
        "net": ("only one of them is a net flow", "chỉ một bên là số thuần"),
        "structure": ("different numerators or denominators", "khác tử số hoặc mẫu số"),
        "collection": ("aggregated over time differently", "khác cách tổng hợp theo thời gian"),
        "boundaries": ("different boundaries", "khác địa giới"),
    },
    "ExtractedKind": {
        "level": ("level", "mức"),
        "share": ("share", "tỷ trọng"),
        "change": ("change", "mức tăng, giảm"),
        "points": ("difference in points", "chênh lệch điểm"),
        "relative_change": ("relative change", "tốc độ tăng, giảm"),
        "relative_level": ("percentage of a base", "tỷ lệ so với gốc"),
        "multiple": ("multiple", "gấp mấy lần"),
        "increase_times": ("increase in times", "tăng mấy lần"),
        "decrease_times": ("decrease in times", "giảm mấy lần"),
        "of_plan": ("of the plan", "so với kế hoạch"),
        "over_plan": ("over the plan", "vượt kế hoạch"),
        "under_plan": ("under the plan", "thấp hơn kế hoạch"),
    },
    "Scale": {
        "thousand": ("thousand", "nghìn"),
        "million": ("million", "triệu"),
        "billion": ("billion", "tỷ"),
    },
    "FigureVerdict": {
        "confirmed": ("confirmed", "đúng"),
        "refuted": ("refuted", "sai"),
        "undecided": ("undecided", "chưa rõ"),
    },
    "Aspect": {
        "not_found": ("not found", "không tìm thấy"),
        "number": ("number", "con số"),
        "scale": ("scale", "bậc số"),
        "resolution": ("resolution", "độ chính xác"),
        "unit": ("unit", "đơn vị"),
        "qualifier": ("qualifier", "từ chỉ mức"),
        "sign": ("sign", "tăng hay giảm"),
        "kind": ("kind", "loại số liệu"),
        "status": ("status", "tình trạng"),
        "parts": ("part and whole", "phần và tổng"),
        "time": ("time", "thời gian"),
        "collection": ("aggregation over time", "cách tổng hợp theo thời gian"),
    },
    "Relation": {
        "=": ("equal to", "bằng"),
        "≤": ("at most", "không quá"),
        "≥": ("at least", "ít nhất"),
        "≠": ("different from", "khác"),
    },
    "Verdict": {
        "consistent": ("consistent", "phù hợp"),
        "contradicted": ("contradicted", "mâu thuẫn"),
        "conditional": ("conditional", "mâu thuẫn có điều kiện"),
        "undetermined": ("undetermined", "chưa thể kết luận"),
    },
    "CheckCode": {
        "parts-sum": ("The parts must add up to the whole", "Các bộ phận cộng lại phải bằng tổng số"),
        "parts-within": ("The parts must not exceed the whole", "Các bộ phận không được vượt tổng số"),
        "parts-cover": (
            "Overlapping parts that make up the whole must add up to at least the whole",
            "Các bộ phận có phần trùng nhau, gộp thành tổng số, phải cộng lại ít nhất bằng tổng số",
        ),
        "category-within": (
            "The figure of a category must not exceed the figure of a broader group",
            "Số liệu của một phân tổ không được vượt số liệu của nhóm rộng hơn",
        ),
        "shares-sum": (
            "The shares of all parts must add up to 100%",
            "Tỷ trọng của tất cả các bộ phận phải cộng lại bằng 100%",
        ),
        "shares-within": (
            "The shares of some parts must not exceed 100%",
            "Tỷ trọng của một số bộ phận không được vượt 100%",
        ),
        "rate-ratio": (
            "A rate must equal its numerator divided by its denominator",
            "Tỷ lệ phải bằng tử số chia mẫu số",
        ),
        "rate-subgroup": (
            "The numerator of a share must not exceed its denominator",
            "Tử số của tỷ lệ không được vượt mẫu số",
        ),
        "rate-denominators": (
            "Rates with the same denominator must imply the same value for it",
            "Các tỷ lệ có chung mẫu số phải cho cùng một giá trị của mẫu số",
        ),
        "rank-within": (
            "A rank must not exceed the number that is ranked",
            "Thứ hạng không được lớn hơn số đơn vị được xếp hạng",
        ),
        "change-levels": (
            "A change must equal the difference between its two levels",
            "Mức tăng, giảm phải bằng chênh lệch giữa hai số liệu đầu kỳ và cuối kỳ",
        ),
        "change-bounds": ("A change must lead to a possible level", "Mức tăng, giảm phải cho kết quả có thể xảy ra"),
        "plan-attainment": (
            "An attainment must equal the actual figure divided by the plan",
            "Tỷ lệ hoàn thành kế hoạch phải bằng số thực hiện chia số kế hoạch",
        ),
        "plan-parts": (
            "The plans for the parts must agree with the plan for the whole",
            "Kế hoạch của các bộ phận phải phù hợp với kế hoạch chung",
        ),
        "flow-average": (
            "The average times the number of periods must equal the total",
            "Số bình quân nhân với số kỳ phải bằng tổng số",
        ),
        "flow-each": (
            "The amount per period times the number of periods must equal the total",
            "Số liệu mỗi kỳ nhân với số kỳ phải bằng tổng số",
        ),
        "flow-spans": (
            "The totals of shorter periods must agree with the total of the longer period",
            "Tổng số của các kỳ ngắn phải phù hợp với tổng số của kỳ dài",
        ),
        "share-claim": ("A share must equal the part divided by the whole", "Tỷ trọng phải bằng bộ phận chia tổng số"),
        "share-unit": (
            "The part and the whole of a share must be counted in the same unit",
            "Bộ phận và tổng số của một tỷ trọng phải có cùng đơn vị tính",
        ),
        "share-bounds": ("A share must be between 0 and 100%", "Tỷ trọng phải nằm trong khoảng từ 0 đến 100%"),
        "restatement": (
            "A figure that is stated twice must be the same both times",
            "Số liệu được nêu hai lần phải giống nhau",
        ),
        "list-count": (
            "A count must equal the number of items listed with it",
            "Số đếm phải bằng số mục được liệt kê kèm theo",
        ),
        "duration-period": (
            "A duration must equal the length of the period printed with it",
            "Khoảng thời gian phải bằng độ dài của giai đoạn ghi kèm theo",
        ),
        "estimate-over": (
            "An estimate must be for a time that was not over when the report was written",
            "Số ước tính phải là của thời gian chưa kết thúc khi viết báo cáo",
        ),
        "time-outside": (
            "A figure must be for a time within the period of the review",
            "Số liệu phải thuộc kỳ của báo cáo",
        ),
        "joint-bounds": (
            "All figures taken at once must allow at least one possible value for every quantity",
            "Xét đồng thời tất cả các số liệu, mỗi đại lượng phải còn ít nhất một giá trị có thể có",
        ),
    },
    "AssumptionKind": {
        "same_time": (
            "the time of {figures}, which is not printed, is {time}",
            "thời gian của {figures}, không ghi trong văn bản, là {time}",
        ),
        "other_time": ("{figures} is for another time", "{figures} là số liệu của thời gian khác"),
        "fewer_years": (
            "{figures} covers at most {years} of the years",
            "{figures} chỉ tính cho nhiều nhất {years} năm trong giai đoạn",
        ),
        "document_date": (
            "the report was written on {time}, the date given in the document",
            "báo cáo được viết ngày {time}, là ngày ghi trên văn bản",
        ),
        "written_before": (
            "the report was written on or before {time}",
            "báo cáo được viết không muộn hơn ngày {time}",
        ),
        "review_period": (
            "{figures} is for {time}, the period of the review",
            "{figures} là số liệu của {time}, tức kỳ của báo cáo",
        ),
        "comparison": (
            "{figures} is given for comparison, or its time is a misprint",
            "{figures} được nêu để so sánh, hoặc thời gian bị in sai",
        ),
        "same_span": (
            "the duration refers to the period printed after it",
            "khoảng thời gian này chính là giai đoạn ghi ngay sau",
        ),
        "other_span": (
            "the duration and the period refer to different times",
            "khoảng thời gian và giai đoạn nói về hai thời gian khác nhau",
        ),
        "counted_once": (
            "nothing is counted in more than one of the periods",
            "không có đối tượng nào được tính ở nhiều kỳ",
        ),
        "counted_again": (
            "some items are counted in more than one of the periods",
            "có đối tượng được tính ở nhiều kỳ",
        ),
        "same_prices": (
            "the percentage is calculated from the printed amounts, without conversion to constant prices",
            "tỷ lệ phần trăm được tính từ chính các số tiền đã nêu, không quy đổi về giá so sánh",
        ),
        "other_prices": (
            "the percentage is calculated from amounts in constant prices",
            "tỷ lệ phần trăm được tính theo giá so sánh",
        ),
        "same_basis": (
            "figures without a stated standard or price basis have those of the other figures",
            "các số liệu không nêu chuẩn hoặc loại giá có cùng chuẩn và loại giá với các số liệu khác",
        ),
        "other_basis": (
            "they have another standard or price basis",
            "các số liệu đó theo chuẩn khác hoặc loại giá khác",
        ),
        "level_denominator": (
            "the denominator of the rate is the printed level",
            "mẫu số của tỷ lệ là số liệu thời điểm đã nêu",
        ),
        "average_denominator": (
            "the denominator of the rate is the average over the period",
            "mẫu số của tỷ lệ là số bình quân của kỳ",
        ),
        "no_sampling_error": (
            "the figures of the survey are free of sampling error",
            "số liệu điều tra không có sai số chọn mẫu",
        ),
        "sampling_error": (
            "the figures of the survey differ from the truth by no more than the stated sampling error",
            "số liệu điều tra chỉ chênh lệch trong phạm vi sai số chọn mẫu đã nêu",
        ),
    },
    "ReadingKind": {
        "points": (
            "as percentage points, not percent, the figures agree (computed: {quantity})",
            "nếu hiểu là điểm phần trăm, không phải phần trăm, thì các số liệu phù hợp (tính được: {quantity})",
        ),
        "percent": (
            "as a percentage of the earlier level, not percentage points, the figures agree (computed: {quantity})",
            (
                "nếu hiểu là tỷ lệ phần trăm so với mức đầu kỳ, không phải điểm phần trăm, thì các số liệu phù hợp"
                " (tính được: {quantity})"
            ),
        ),
        "in_all": (
            "as the change over the whole period, not per year, the figures agree (computed: {quantity})",
            (
                "nếu hiểu là mức tăng, giảm của cả giai đoạn, không phải mỗi năm, thì các số liệu phù hợp (tính được:"
                " {quantity})"
            ),
        ),
        "per_year": (
            "as a change per year, the figures agree (computed: {quantity})",
            "nếu hiểu là mức tăng, giảm mỗi năm thì các số liệu phù hợp (tính được: {quantity})",
        ),
        "opposite": (
            "as a change in the opposite direction, the figures agree (computed: {quantity})",
            "nếu hiểu theo chiều ngược lại thì các số liệu phù hợp (tính được: {quantity})",
        ),
        "of_plan": (
            "as a percentage of the plan, the figures agree (computed: {quantity} % of the plan)",
            "nếu hiểu là tỷ lệ so với kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)",
        ),
        "over_plan": (
            "as a percentage above the plan, the figures agree (computed: {quantity} % of the plan)",
            "nếu hiểu là tỷ lệ vượt kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)",
        ),
        "under_plan": (
            "as a percentage below the plan, the figures agree (computed: {quantity} % of the plan)",
            "nếu hiểu là tỷ lệ thấp hơn kế hoạch thì các số liệu phù hợp (tính được: {quantity}% kế hoạch)",
        ),
        "distinct_subjects": (
            "if every turn is a different person or household, the share is possible (computed whole: {quantity})",
            (
                "nếu mỗi lượt là của một người hoặc một hộ khác nhau thì tỷ trọng này có thể đúng (tổng số tính được:"
                " {quantity})"
            ),
        ),
        "convention": (
            "under the convention {convention!r}, {fits} (computed: {quantity})",
            "theo quy ước {convention!r} thì {fits} (tính được: {quantity})",
        ),
    },
    "MissingKind": {
        "figure": ("the figure for {name} is not stated", "văn bản không nêu số liệu của {name}"),
        "plan": ("the plan is not stated as a number ({name})", "văn bản không nêu số kế hoạch ({name})"),
        "moment": (
            "the figures refer to unknown days of the period, which may differ",
            "các số liệu là của những ngày không xác định trong kỳ, có thể khác nhau",
        ),
        "revision": (
            (
                "the figures differ in status (for example estimated and final), or the figure is stated more than"
                " once; it may have been revised"
            ),
            (
                "các số liệu khác nhau về tính chất (ví dụ ước tính và chính thức), hoặc một số liệu được nêu nhiều"
                " lần; số liệu có thể đã được điều chỉnh"
            ),
        ),
        "bound": ("an approximate figure sets no limits", "số liệu gần đúng không xác định giới hạn nào"),
        "zero": ("the divisor ({name}) may be zero or negative", "số chia ({name}) có thể bằng 0 hoặc âm"),
        "collection": (
            "the figure and {name} are aggregated over time differently (for example a yearly average and a total)",
            "số liệu và {name} được tổng hợp theo thời gian khác nhau (ví dụ bình quân năm và tổng cả kỳ)",
        ),
        "span": (
            "the number of {name} between the figures is not known",
            "không xác định được số {name} giữa hai số liệu",
        ),
        "likeness": (
            "the figures differ, or may differ, in place, boundaries, categories, unit or aggregation over time",
            (
                "các số liệu khác nhau, hoặc có thể khác nhau, về địa bàn, địa giới, phân tổ, đơn vị tính hoặc cách"
                " tổng hợp theo thời gian"
            ),
        ),
        "standard": (
            (
                "one figure is for the end of a year, the other for the beginning of the next; from the new year,"
                " another standard or other boundaries may apply"
            ),
            (
                "một số liệu là của cuối năm, số liệu kia là của đầu năm sau; từ năm mới có thể áp dụng chuẩn khác hoặc"
                " địa giới khác"
            ),
        ),
        "basis": (
            "the figures were counted by different standards, or are in different prices",
            "các số liệu được tính theo chuẩn khác nhau hoặc theo loại giá khác nhau",
        ),
        "reading": (
            "the words can also mean something that gives no size, such as a number of occasions",
            "cách viết này còn có thể hiểu theo nghĩa không cho biết mức độ, ví dụ số lần giảm",
        ),
    },
}
"""By the name of a code list and the code. The code lists of other standards are in `aseansc.interchange`."""
