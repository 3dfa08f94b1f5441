"""The table of `aseansc.labels`: the English and Vietnamese name of every code, by code list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from aseansc._label_table._checks import LABELS_OF_CHECKS

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
    "OldEncoding": {
        "tcvn3": ("TCVN3 (ABC)", "TCVN3 (ABC)"),
        "vni": ("VNI", "VNI"),
        "viqr": ("VIQR", "VIQR"),
        "cp1258": ("Windows-1258", "Windows-1258"),
    },
    "ColumnRole": {
        "serial": ("serial number", "số thứ tự"),
        "label": ("label", "tên chỉ tiêu"),
        "unit": ("unit", "đơn vị tính"),
        "actual": ("actual", "thực hiện"),
        "target": ("target", "kế hoạch"),
        "attainment": ("attainment", "tỷ lệ thực hiện kế hoạch"),
        "change": ("change", "so sánh"),
        "note": ("note", "ghi chú"),
        "unknown": ("not stated", "không rõ"),
    },
    "PassageKind": {
        "heading": ("heading", "đề mục"),
        "paragraph": ("paragraph", "đoạn văn"),
        "list_item": ("list item", "mục liệt kê"),
        "note": ("note", "chú thích"),
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
        "status": ("status", "tình trạng"),
        "points": ("percent or percentage points", "phần trăm hay điểm phần trăm"),
        "unit": ("unit", "đơn vị"),
    },
    "DoubtCode": {
        "goal_as_observation": ("goal recorded as an observation", "mục tiêu ghi như số liệu"),
        "span_of_change": ("change over another time", "thay đổi của thời kỳ khác"),
        "indicators_alike": ("indicators that look alike", "các chỉ tiêu giống nhau"),
        "part_beside_whole": ("part that is not recorded as one", "phần chưa ghi là phân tổ"),
        "unstated_average": ("average that the words do not say", "số bình quân mà câu văn không nói"),
        "attainment_of_part": ("plan of a part or of the whole", "kế hoạch của một phần hay của tổng số"),
        "plan_or_whole": ("plan or whole", "kế hoạch hay tổng số"),
        "actual_as_target": ("figure recorded as a target", "số liệu ghi như chỉ tiêu kế hoạch"),
        "other_indicator": ("words of another indicator", "tên của chỉ tiêu khác"),
        "other_category": ("words of another category", "phân tổ khác"),
        "time_of_level": ("level of another time", "số liệu của thời gian khác"),
        "parts_above_whole": ("parts above their whole", "các phần lớn hơn tổng số"),
        "kind_and_name": ("kind that its name does not say", "loại chỉ tiêu khác với tên"),
        "direction_and_name": ("direction that its name does not say", "chiều hướng tốt khác với tên"),
        "ratio_of_others": ("ratio of other counts", "tỷ lệ của các số khác"),
        "part_of_year": ("other time than the months or quarter of its words", "thời gian khác với tháng, quý đã nêu"),
        "other_value": ("another value of the same change", "giá trị khác của cùng thay đổi"),
        "same_figure": ("figure of two indicators", "một số liệu của hai chỉ tiêu"),
        "assumed_time": ("assumed time beside another", "thời gian giả định khác với câu văn"),
        "growth_of_rate": ("change of a rate of growth", "thay đổi của tốc độ tăng"),
        "change_from_plan": ("compared with a plan", "so với kế hoạch"),
        "unit_and_name": ("the unit and the name disagree", "đơn vị và tên không khớp"),
        "change_of_other": ("said of the first or the second figure", "nói về số thứ nhất hoặc số thứ hai"),
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
        "changed": ("changed", "đã thay đổi"),
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
        "place": ("figures for different places", "số liệu của các địa phương khác nhau"),
        "categories": ("figures for different categories", "số liệu của các nhóm khác nhau"),
        "period": ("amounts for periods of different lengths", "số liệu của các kỳ dài ngắn khác nhau"),
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
    "Nature": {
        "arithmetic": ("error of arithmetic", "sai số học"),
        "wording": ("unusual wording", "cách diễn đạt"),
        "rounding": ("rounding", "làm tròn"),
    },
    "ProblemCode": {
        "empty_cell": ("empty cell", "ô trống"),
        "unknown_code": ("unknown code", "mã không biết"),
        "unknown_indicator": ("unknown indicator", "chỉ tiêu không biết"),
        "unknown_unit": ("unknown unit", "đơn vị không biết"),
        "unit_mismatch": ("unit of another kind", "đơn vị khác loại"),
        "value_not_allowed": ("value not allowed", "giá trị không hợp lệ"),
        "outside_bounds": ("outside the bounds", "ngoài giới hạn"),
        "period_reversed": ("period ends before it starts", "kỳ kết thúc trước khi bắt đầu"),
        "time_mismatch": ("time collection does not fit", "cách tính theo kỳ không phù hợp"),
        "place_ended": ("place no longer exists", "địa bàn không còn tồn tại"),
        "disjoint_values": ("stated again with other values", "nêu lại với giá trị khác"),
    },
    "RepairKind": {
        "reading": ("another meaning", "cách hiểu khác"),
        "sign": ("increase or decrease", "tăng hay giảm"),
        "unit": ("another unit", "đơn vị khác"),
        "scale": ("another scale", "bậc số khác"),
        "restated": ("the number printed elsewhere", "con số in ở chỗ khác"),
        "swapped_digits": ("swapped digits", "đảo chữ số"),
        "one_digit": ("a wrong digit", "sai một chữ số"),
    },
    "Verdict": {
        "consistent": ("consistent", "phù hợp"),
        "contradicted": ("contradicted", "mâu thuẫn"),
        "conditional": ("conditional", "mâu thuẫn có điều kiện"),
        "undetermined": ("undetermined", "chưa thể kết luận"),
    },
    **LABELS_OF_CHECKS,
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
        "plan_by_actual": (
            "as plan ÷ actual figure, since less is better, the figures agree (computed: {quantity} %)",
            (
                "nếu tính kế hoạch chia cho thực hiện, vì chỉ tiêu này càng thấp càng tốt, thì các số liệu phù hợp"
                " (tính được: {quantity}%)"
            ),
        ),
        "twice_less_actual": (
            "as 200 % less actual figure ÷ plan, since less is better, the figures agree (computed: {quantity} %)",
            (
                "nếu tính 200% trừ tỷ lệ so với kế hoạch, vì chỉ tiêu này càng thấp càng tốt, thì các số liệu phù hợp"
                " (tính được: {quantity}%)"
            ),
        ),
        "of_reduction": (
            "as the achieved part of the planned reduction, the figures agree (computed: {quantity} %)",
            "nếu tính mức giảm đạt được so với mức giảm theo kế hoạch thì các số liệu phù hợp (tính được: {quantity}%)",
        ),
        "several_ways": (
            "computed in different ways ({ways}), the figures agree",
            "nếu tính theo các cách khác nhau ({ways}) thì các số liệu phù hợp",
        ),
        "fraction": (
            "as a decrease to a fraction, the figures agree (computed: {quantity} %)",
            "nếu hiểu là giảm còn một phần thì các số liệu phù hợp (tính được: {quantity}%)",
        ),
        "by_multiple": (
            "as an increase by that many times the earlier level, the figures agree (computed: {quantity} %)",
            "nếu hiểu là tăng thêm bấy nhiêu lần thì các số liệu phù hợp (tính được: {quantity}%)",
        ),
        "mean_of_rates": (
            "as the arithmetic mean of the growth rates of each year, the figures agree (computed: {quantity} %)",
            "nếu tính bình quân cộng của tốc độ tăng từng năm thì các số liệu phù hợp (tính được: {quantity}%)",
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
        "attainment": (
            "the report does not state how far {name} was met",
            "văn bản không nêu mức hoàn thành {name}",
        ),
        "plan": ("the plan is not stated as a number ({name})", "văn bản không nêu số kế hoạch ({name})"),
        "link": (
            "the claim does not name its plan; it agrees with {name}, which may be its target",
            "chưa ghi kế hoạch của tỷ lệ; tỷ lệ khớp với {name}, có thể là kế hoạch đó",
        ),
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
        "documents": (
            "two documents state different figures; ask which one is right, or what they count differently",
            "hai văn bản nêu số liệu khác nhau; cần hỏi số nào đúng, hoặc cách tính khác nhau ở đâu",
        ),
        "usual": (
            "true reports usually state figures in this way",
            "các báo cáo đúng cũng thường nêu như vậy",
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
