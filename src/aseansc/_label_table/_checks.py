"""The part of the table of labels for the checks of an audit and the assumptions that they depend on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS_OF_CHECKS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "FindingGroup": {
        "arithmetic": ("Arithmetically impossible", "Sai về số học"),
        "to_ask": ("To ask", "Cần hỏi lại"),
        "wording": ("Wording, unit or rounding", "Câu chữ, đơn vị, làm tròn"),
        "not_stated": (
            "Not stated, to be supplied (worked back from the report)",
            "Thiếu số gốc, đề nghị cung cấp (suy ra từ chính báo cáo)",
        ),
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
        "category-sum": (
            "Categories that do not overlap must agree with the whole",
            "Các phân tổ không trùng nhau phải phù hợp với tổng số",
        ),
        "place-sum": (
            "The places within a place must agree with the figure of that place",
            "Số liệu của các địa bàn phải phù hợp với số liệu của địa bàn bao gồm chúng",
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
        "rate-between": (
            "The rate of a whole must be between the rates of its groups",
            "Tỷ lệ chung phải nằm giữa tỷ lệ thấp nhất và cao nhất của các nhóm",
        ),
        "rate-count": (
            "A percentage of a counted whole must be that of a whole number",
            "Tỷ lệ phần trăm của một tổng số đếm được phải ứng với một số nguyên",
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
        "change-chain": (
            "The changes from year to year must lead to the change over all of these years",
            "Mức tăng, giảm của từng năm gộp lại phải bằng mức tăng, giảm của cả giai đoạn",
        ),
        "change-words": (
            "A rise or fall in words must agree with the figures",
            "Nhận định tăng hay giảm phải phù hợp với số liệu",
        ),
        "plan-attainment": (
            "An attainment must equal the actual figure divided by the plan",
            "Tỷ lệ hoàn thành kế hoạch phải bằng số thực hiện chia số kế hoạch",
        ),
        "plan-ways": (
            "The attainments of one document must be computed in one way where less is better",
            "Trong một văn bản, tỷ lệ hoàn thành của các chỉ tiêu càng thấp càng tốt phải tính theo một cách",
        ),
        "plan-parts": (
            "The plans for the parts must agree with the plan for the whole",
            "Kế hoạch của các bộ phận phải phù hợp với kế hoạch chung",
        ),
        "plan-actual": (
            "The actual figure divided by the plan is the attainment",
            "Số thực hiện chia số kế hoạch là tỷ lệ hoàn thành kế hoạch",
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
        "flow-to-date": (
            "A cumulative figure must not fall",
            "Số lũy kế không được giảm",
        ),
        "stock-flows": (
            "A stock must change by the flows into it and out of it",
            "Số cuối kỳ phải bằng số đầu kỳ cộng số tăng trừ số giảm",
        ),
        "stock-each": (
            "The level of each year must be that at the end of the year",
            "Số liệu của mỗi năm phải bằng số liệu cuối năm",
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
        "time-ahead": (
            "A result must be for a time that was over when the report was written",
            "Kết quả phải là của thời gian đã kết thúc khi viết báo cáo",
        ),
        "document-dates": (
            "A document that is cited twice must have the same date both times",
            "Văn bản được dẫn hai lần phải có cùng một ngày",
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
        "written_later": (
            "the report was written after {time}",
            "báo cáo được viết sau ngày {time}",
        ),
        "one_category": (
            "everything that is counted is in exactly one of the stated categories",
            "mỗi đối tượng thuộc đúng một trong các phân tổ đã nêu",
        ),
        "other_categories": (
            "some of it is in none of these categories, such as not recorded, or in two of them",
            "có đối tượng không thuộc phân tổ nào, như không ghi nhận, hoặc thuộc hai phân tổ",
        ),
        "places_add": (
            "everything that is counted for the larger place is in exactly one of the smaller places",
            "mỗi đối tượng của địa bàn lớn thuộc đúng một trong các địa bàn nhỏ",
        ),
        "places_differ": (
            "some of it is in two of the smaller places, or in none, such as a hospital that the province runs",
            "có đối tượng được tính ở hai địa bàn nhỏ, hoặc không thuộc địa bàn nào, như bệnh viện do tỉnh quản lý",
        ),
        "all_counted": (
            "the percentage is that of a complete count of the stated whole",
            "tỷ lệ được tính từ việc đếm toàn bộ tổng số đã nêu",
        ),
        "weighted": (
            "the percentage is estimated from a sample, or its whole is not exactly the stated one",
            "tỷ lệ được ước lượng từ mẫu, hoặc tổng số của nó không đúng bằng số đã nêu",
        ),
        "nothing_removed": (
            "nothing that was counted was removed or corrected later",
            "không có đối tượng đã tính nào bị loại ra hoặc điều chỉnh về sau",
        ),
        "removed": (
            "some of what was counted was removed or corrected later",
            "có đối tượng đã tính bị loại ra hoặc điều chỉnh về sau",
        ),
        "all_flows": (
            "the stock changes by the stated flows alone",
            "số liệu thời điểm chỉ thay đổi do các luồng tăng, giảm đã nêu",
        ),
        "other_flows": (
            "the stock also changes in other ways, such as by a new count",
            "số liệu thời điểm còn thay đổi do nguyên nhân khác, như kiểm đếm lại",
        ),
        "year_end": (
            "the level of each year is that at its end",
            "số liệu của mỗi năm là số cuối năm",
        ),
        "other_day": (
            "the level of each year is that on another day, or an average",
            "số liệu của mỗi năm là số tại một ngày khác, hoặc số bình quân",
        ),
        "same_series": (
            "all of this is about the same thing, over the time of the figures",
            "tất cả đều nói về cùng một đối tượng, trong thời gian của các số liệu",
        ),
        "other_series": (
            "some of it is about a part, or about another time",
            "có chỗ chỉ nói về một bộ phận, hoặc về thời gian khác",
        ),
        "same_document": ("both dates are of one document", "cả hai ngày là của cùng một văn bản"),
        "other_document": (
            "the dates are of two documents with the same number",
            "đó là hai văn bản khác nhau có cùng số",
        ),
        "same_structure": (
            "the figures are calculated from one another as the review declares, which the document does not state",
            "các số liệu được tính từ nhau như đã khai báo, mà văn bản không nêu rõ",
        ),
        "other_structure": (
            "a rate has another numerator or denominator, or there are more parts than these",
            "tỷ lệ được tính theo tử số hoặc mẫu số khác, hoặc còn có phần khác",
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
}
