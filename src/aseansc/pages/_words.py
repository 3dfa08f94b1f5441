"""The words of report pages, in English and Vietnamese."""

from __future__ import annotations

from typing import Final

from aseansc.labels import LANGUAGES, Lang, Words, in_language

_WORDS: Final[dict[str, Words]] = {
    # -- the head
    "skip": ("Skip to the content", "Đến nội dung"),
    "contents": ("Contents", "Mục lục"),
    "programme": ("Programme", "Chương trình"),
    "place": ("Place", "Địa phương"),
    "period": ("Period", "Thời kỳ"),
    "source": ("Source", "Nguồn"),
    "dated": ("dated {}", "ghi ngày {}"),
    "by": ("by {}", "tác giả {}"),
    "publisher": ("published by {}", "nơi công bố: {}"),
    "sha256": ("SHA-256 of the text", "SHA-256 của văn bản"),
    "file_sha256": ("SHA-256 of the file", "SHA-256 của tệp"),
    "no_source": ("The review names no document.", "Bản ghi không nêu văn bản nguồn."),
    # -- the figures at a glance
    "glance": ("At a glance", "Tóm tắt"),
    "figures": ("figures", "số liệu"),
    "figures_of": ("of {} indicators", "của {} chỉ tiêu"),
    "compared": ("could be compared with another figure", "đối chiếu được với số liệu khác"),
    "not_confirmed": ("the other {} are not confirmed", "{} số liệu còn lại chưa rõ đúng, sai"),
    "impossible": ("arithmetically impossible", "sai về số học"),
    "to_ask": ("findings to ask about", "điểm cần hỏi lại"),
    "met": ("targets met, by their numbers", "chỉ tiêu đạt, theo con số"),
    "met_of": ("of {} targets with a number", "trong {} chỉ tiêu có ghi số"),
    "no_target": ("no target has its number", "không chỉ tiêu nào ghi con số"),
    # -- claims and what the numbers show
    "claims": ("What the report claims, and what its numbers show", "Báo cáo nêu gì, con số cho thấy gì"),
    "claims_lead": (
        "A plan is shown as met only if its number and the result are both printed and agree with it. "
        "A claim without the number of its plan cannot be checked.",
        "Chỉ ghi là đạt khi văn bản có cả con số kế hoạch và con số thực hiện, và hai con số cho thấy là đạt. "
        "Không có con số kế hoạch thì không kiểm tra được.",
    ),
    "indicator": ("Indicator", "Chỉ tiêu"),
    "claimed": ("The report claims", "Báo cáo nêu"),
    "plan": ("Plan", "Kế hoạch"),
    "actual": ("Result", "Thực hiện"),
    "shown": ("The numbers show", "Con số cho thấy"),
    "nothing_claimed": ("nothing", "không nêu"),
    "in_words": ("in words, without a number", "nêu bằng lời, không có con số"),
    "not_stated": ("not stated", "không ghi số"),
    "cannot_check": ("cannot be checked", "không kiểm tra được"),
    "no_plan": ("the number of the plan is not stated", "không ghi con số kế hoạch"),
    "no_actual": ("no result to compare is stated", "không ghi kết quả để so sánh"),
    "no_direction": (
        "the direction (whether more or less is better) is not recorded",
        "chưa ghi nhận chiều tốt (tăng hay giảm là tốt)",
    ),
    "claims_met": ("met, according to the report", "đạt, theo báo cáo"),
    "claims_not_met": ("not met, according to the report", "không đạt, theo báo cáo"),
    "claims_open": ("open", "chưa rõ"),
    "attained": ("{} of the target", "{} so với chỉ tiêu"),
    "no_claims": ("The report states no plans and no attainments.", "Báo cáo không nêu kế hoạch, mức đạt kế hoạch."),
    # -- findings
    "findings": ("What does not fit, and what to ask", "Điểm chưa khớp và câu hỏi"),
    "concerns": ("Figures", "Số liệu"),
    "ask": ("Ask", "Hỏi"),
    "letter": ("Question for a letter", "Câu hỏi để gửi"),
    "more_findings": (
        "{} more findings are not shown here. The command aseansc audit lists them all.",
        "Còn {} điểm không nêu ở đây. Lệnh aseansc audit nêu đủ.",
    ),
    # -- targets
    "targets": ("Targets and results", "Chỉ tiêu và kết quả"),
    "targets_lead": (
        "The bar is the printed result, the upright line the target, the shaded area meets it. "
        "The thin line under the bar is what the printed result can mean; an arrow has no end.",
        "Thanh là kết quả đã in, vạch đứng là chỉ tiêu, vùng tô là đạt. "
        "Đường mảnh dưới thanh là các giá trị mà kết quả đã in có thể có; mũi tên là không có giới hạn.",
    ),
    "worked_back": ("Plans without a number, worked back", "Kế hoạch không ghi số, suy ngược"),
    "worked_back_lead": (
        "The report states the result and how far the plan was met, but not the plan. The hatched band is the plan "
        "that follows from both.",
        "Báo cáo nêu kết quả và mức đạt nhưng không nêu kế hoạch. Dải gạch chéo là kế hoạch suy ra từ hai con số đó.",
    ),
    "plan_between": ("Plan worked back: {}", "Kế hoạch suy ra: {}"),
    "target_is": ("Target: {}", "Chỉ tiêu: {}"),
    "result_is": ("Result: {}", "Kết quả: {}"),
    "claim_is": ("The report states: {}", "Báo cáo nêu: {}"),
    "possible": ("possible: {}", "có thể: {}"),
    "to_figure": ("see it among all figures", "xem trong bảng số liệu"),
    "no_targets": ("No target has its number.", "Không chỉ tiêu nào ghi con số."),
    "no_results": (
        "No target with a number has a result that can be compared with it.",
        "Không chỉ tiêu có ghi số nào có kết quả so sánh được.",
    ),
    # -- changes
    "changes": ("Changes", "Thay đổi"),
    "changes_lead": (
        "A difference of two percentages is in percentage points; a change in percent is relative to the earlier "
        "level. Bars at the points are what the printed levels can mean.",
        "Hiệu của hai tỷ lệ tính bằng điểm phần trăm; thay đổi tính bằng phần trăm là so với mức trước. "
        "Vạch tại mỗi điểm là các giá trị mà con số đã in có thể có.",
    ),
    "level_not_stated": ("not stated; worked back: {}", "không ghi số; suy ra: {}"),
    "stated_as": ("The report states: {} ({})", "Báo cáo nêu: {} ({})"),
    "from_levels": ("From the levels: {}", "Từ hai mức: {}"),
    "not_certain": ("no certain change", "chưa chắc có thay đổi"),
    "points": ("in percentage points", "tính bằng điểm phần trăm"),
    "relative": ("in percent of the earlier level", "tính bằng phần trăm so với mức trước"),
    "absolute": ("in the unit of the levels", "cùng đơn vị với hai mức"),
    "improved": ("better", "tốt hơn"),
    "worsened": ("worse", "xấu hơn"),
    "no_changes": ("No change can be shown.", "Không có thay đổi nào để nêu."),
    # -- every figure by goal
    "goals": ("Every figure, by goal", "Mọi số liệu, theo mục tiêu"),
    "goals_lead": (
        "Each figure as it is printed, and what it means. A hatched mark is an estimate, a forecast or provisional; "
        "an arrow is a bound, so the figure has no other end.",
        "Mỗi số liệu như văn bản in, và ý nghĩa. Dấu gạch chéo là số ước, dự báo hoặc sơ bộ; "
        "mũi tên là giới hạn một phía.",
    ),
    "time": ("Time", "Thời gian"),
    "printed": ("As printed", "Như văn bản in"),
    "read": ("As read", "Được hiểu là"),
    "status": ("Status", "Tình trạng"),
    "characters": ("characters {}-{}", "ký tự {}-{}"),
    "no_figure": ("no figure is stated", "không có số liệu"),
    "other": ("Other figures", "Số liệu khác"),
    "note": ("Note", "Ghi chú"),
    "reported_in_words": ("Reported in words ({})", "Nêu bằng lời ({})"),
    "change": ("change", "thay đổi"),
    "attainment": ("attainment", "mức đạt kế hoạch"),
    "share_of": ("share of: {}", "tỷ trọng trong: {}"),
    "target": ("target", "chỉ tiêu"),
    "no_figures": ("The review has no figures.", "Bản ghi không có số liệu."),
    "more_cards": ("{} more are in the tables below.", "Còn {} mục khác ở các bảng bên dưới."),
    "legend": ("Legend", "Chú giải"),
    "legend_exact": ("exact", "đúng"),
    "legend_over": ("over: more than this", "trên: nhiều hơn mức này"),
    "legend_under": ("under or nearly: less than this", "dưới hoặc gần: ít hơn mức này"),
    "legend_about": ("about: on either side", "khoảng: ở cả hai phía"),
    "legend_between": ("between two numbers", "giữa hai số"),
    "legend_estimate": ("estimate, forecast or provisional", "ước, dự báo hoặc sơ bộ"),
    # -- comparability, and gaps
    "breaks": ("Breaks in comparability", "Chỗ không so sánh được"),
    "no_breaks": (
        "No two figures of one indicator state different base periods, prices or standards.",
        "Không có hai số liệu nào của cùng chỉ tiêu nêu kỳ gốc, giá hoặc chuẩn khác nhau.",
    ),
    "broken": ("different {}: not comparable", "{} khác nhau: không so sánh được"),
    "maybe_broken": (
        "only one of them states its {}: comparable if the other has the same",
        "chỉ một số liệu nêu {}: so sánh được nếu số liệu kia cũng vậy",
    ),
    "base_period": ("base period", "kỳ gốc"),
    "price_basis": ("prices", "giá"),
    "price_period": ("year of the prices", "năm của giá so sánh"),
    "standard": ("standard", "chuẩn"),
    "gaps": ("What is not stated", "Những gì không được nêu"),
    "gap_figures": ("indicators that are named without a figure", "chỉ tiêu được nêu tên nhưng không có số liệu"),
    "gap_targets": ("plans that are mentioned without their number", "kế hoạch được nhắc đến nhưng không ghi con số"),
    "gap_times": ("figures whose time is not stated, but assumed", "số liệu không ghi thời gian, phải giả định"),
    "gap_levels": ("changes of which a level is not stated", "thay đổi mà một mức không được ghi"),
    "gap_values": ("figures that were left out or withheld", "số liệu bị bỏ trống hoặc không công bố"),
    "no_gaps": ("Nothing was found missing.", "Không thấy thiếu gì."),
    # -- how it was made
    "method": ("How this page was made", "Trang này được lập thế nào"),
    "method_text": (
        "Each figure was recorded with its place in the text. What a figure can mean is an interval: half of its last "
        "digit on both sides, one side for over and under, no limit for about; counts in full digits are exact. Two "
        "figures contradict each other only if no values in their intervals agree. Nothing was corrected or estimated.",
        "Mỗi số liệu được ghi cùng vị trí trong văn bản. Ý nghĩa của một số liệu là một khoảng: nửa đơn vị của chữ số "
        "cuối về hai phía, một phía với trên và dưới, không giới hạn với khoảng; số đếm ghi đủ chữ số là đúng. Hai số "
        "liệu chỉ mâu thuẫn khi không giá trị nào trong hai khoảng khớp nhau. Không sửa và không ước tính gì.",
    ),
    "version": ("Made with aseansc {}.", "Lập bằng aseansc {}."),
    "losses": ("Not on this page", "Không có trên trang này"),
    "no_losses": ("Everything in the review is on this page.", "Mọi nội dung của bản ghi đều có trên trang này."),
    "lost_mentions": (
        "{} other numbers of the text, such as dates and document numbers",
        "{} con số khác của văn bản, như ngày tháng, số hiệu văn bản",
    ),
    "lost_codes": ("classification codes of {} indicators", "mã phân loại của {} chỉ tiêu"),
    "lost_errors": ("sampling errors of {} figures", "sai số mẫu của {} số liệu"),
    "lost_extra": ("additional data of other programs", "dữ liệu thêm của chương trình khác"),
    # -- several reviews
    "reports": ("Reports", "Các báo cáo"),
    "comparisons": ("Comparisons", "So sánh"),
    "compare_two": ("{} and {}", "{} và {}"),
    "index_title": ("Report pages", "Các trang báo cáo"),
    "comparison_title": ("Comparison of two reports", "So sánh hai báo cáo"),
    "first_report": ("First report", "Báo cáo thứ nhất"),
    "second_report": ("Second report", "Báo cáo thứ hai"),
    "in_both": ("indicators in both reports", "chỉ tiêu có trong cả hai báo cáo"),
    "agree": ("figures that agree", "số liệu khớp nhau"),
    "rose": ("Rose", "Tăng"),
    "fell": ("Fell", "Giảm"),
    "uncertain": ("Unchanged, or not certain", "Không đổi, hoặc chưa thể kết luận"),
    "restated": ("Restated: the two reports state different figures", "Nêu khác đi: hai báo cáo nêu số liệu khác nhau"),
    "promised": ("Planned in the first report", "Đã đề ra trong báo cáo thứ nhất"),
    "places": ("Two places", "Hai địa phương"),
    "refused": ("Not comparable", "Không so sánh được"),
    "only_first": ("Only in the first report", "Chỉ có trong báo cáo thứ nhất"),
    "indicators": ("indicators", "chỉ tiêu"),
    "only_second": ("Only in the second report", "Chỉ có trong báo cáo thứ hai"),
    "nothing_common": ("The reports have no indicator in common.", "Hai báo cáo không có chỉ tiêu chung."),
    "not_reported": ("the second report states no figure for it", "báo cáo thứ hai không nêu số liệu"),
    "outcome": ("Outcome", "Kết quả so sánh"),
    "open": ("Open", "Mở"),
}
WORDS: Final[dict[Lang, dict[str, str]]] = {
    lang: {key: in_language(words, lang) for key, words in _WORDS.items()} for lang in LANGUAGES
}
"""The words of report pages that are not labels of codes, by language."""
