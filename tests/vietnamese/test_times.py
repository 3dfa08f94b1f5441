"""Which time and which statuses apply to the figures of a sentence, as reports print them.

Each figure is described as its time, its time collection and its statuses; a dash means that the time is left open.
"""

from __future__ import annotations

import pytest

from aseansc import AsOf, vietnamese
from aseansc.errors import UndefinedResultError

TIMES = [
    ("Tỷ lệ hộ nghèo giảm từ 12,5% năm 2016 xuống còn 8,1% vào cuối năm 2018.", ["2016", "2018 end"]),
    ("Đến cuối năm 2018, tỷ lệ hộ nghèo giảm từ 40,4% năm 2016 xuống còn 24,1%.", ["2016", "2018 end"]),
    ("Năm 2018, tỷ lệ hộ nghèo giảm từ 12,5% xuống còn 8,1%, toàn huyện có 14 xã.", ["-", "2018", "2018"]),
    ("Giai đoạn 2016-2018, tỷ lệ hộ nghèo giảm từ 40% xuống còn 25%.", ["-", "-"]),
    (
        "Diện tích chè tăng từ 3.500 ha (năm 2015) lên 5.200 ha (năm 2018), sản lượng đạt 25.000 tấn.",
        ["2015", "2018", "-"],
    ),
    (
        "Số hộ nghèo giảm từ 36.094 hộ đầu năm 2016 xuống 24.737 hộ cuối năm 2018, giảm 11.357 hộ.",
        ["2016 beginning", "2018 end", "2016-01-01/P3Y"],
    ),
    ("Thu ngân sách đạt 500 tỷ đồng năm 2018, tăng so với mức 450 tỷ đồng của năm 2017.", ["2018", "2017"]),
    ("Năm 2017 trồng 450 ha và năm 2018 trồng 500 ha rừng.", ["2017", "2018"]),
    ("Tổng dư nợ đạt 345 tỷ đồng tại thời điểm 31/12/2018.", ["2018-12-31 at"]),
    ("Năm 2018, thu 500 tỷ đồng (cùng kỳ năm 2017 đạt 450 tỷ đồng), chi 300 tỷ đồng.", ["2018", "2017", "2018"]),
    ("Dân số (năm 2016) là 179.889 người; có 45 trường.", ["2016", "2016"]),
    ("Năm 2018 thu 5 tỷ đồng (gồm cả nguồn năm 2017 chuyển sang); chi 4 tỷ đồng. Còn 2 tỷ đồng.", ["2018"] * 3),
    ("Năm 2018 chi 5 tỷ đồng (kể cả chuyển nguồn từ năm 2018 sang năm 2019), vay 4 tỷ đồng.", ["2018"] * 2),
    (
        "9 tháng năm 2018, thu 500 tỷ đồng, tăng 5% so với cùng kỳ năm 2017 (476 tỷ đồng).",
        ["2018-01-01/P9M", "2017-01-01/P21M", "2017-01-01/P9M"],
    ),
    ("So với năm 2015, năm 2018 sản lượng tăng 3,7%, đạt 500 tấn.", ["2015-01-01/P4Y", "2018"]),
    ("Từ năm 2016 đến nay, toàn tỉnh đã hỗ trợ 1.250 hộ. Toàn tỉnh có 14 xã.", ["- to_date", "-"]),
    ("Từ ngày 01/01 đến ngày 30/9/2018, toàn tỉnh xảy ra 45 vụ tai nạn giao thông.", ["2018-01-01/P9M"]),
    ("Từ tháng 01 đến tháng 9 năm 2018 có 1.250 lượt khách.", ["2018-01-01/P9M"]),
    ("Lũy kế 9 tháng năm 2018 giải ngân 345 tỷ đồng.", ["2018-01-01/P9M to_date"]),
    ("Năm học 2018 - 2019 toàn huyện có 12.500 học sinh; hiện có 45 trường.", ["-", "-"]),
    ("Đầu năm học 2018-2019, toàn huyện có 12.500 học sinh.", ["-"]),
    ("Đầu năm có 345 hộ nghèo, cuối năm còn 298 hộ.", ["- beginning", "- end"]),
    ("Năm 2018, đầu năm có 345 hộ nghèo, cuối năm còn 298 hộ nghèo.", ["2018 beginning", "2018 end"]),
    ("Những tháng cuối năm 2018 có 12 cơn bão.", ["-"]),
    ("Công ty thành lập năm 1990, có 250 lao động.", ["-"]),
    ("Theo Luật Đất đai năm 2013, có 12 trường hợp vi phạm.", ["-"]),
    ("Theo chuẩn nghèo giai đoạn 2016-2020, toàn tỉnh có 500 hộ nghèo.", ["-"]),
    ("Đường đạt chuẩn TCVN 4054-2005 dài 12 km.", ["-"]),
    ("Số hợp tác xã thành lập mới trong năm 2018 là 15 hợp tác xã.", ["2018"]),
    ("Hội nghị phát hiện nay có 15 vụ vi phạm.", ["-"]),
    ("Năm 2018, thực hiện 15 dự án hiện đại hóa, có 500 hộ hưởng lợi.", ["2018", "2018"]),
    ("Theo báo cáo ngày 15/3/2018 của Sở, có 500 hộ.", ["-"]),
    ("Đàn lợn hiện có 500 con, tăng 5% so với cùng kỳ năm 2017.", ["-", "-"]),
    ("Nửa cuối năm 2018 thu 46 tỷ đồng.", ["2018-S2"]),
    (
        "Dân số trung bình năm 2018 là 456.300 người, trong đó dân số thành thị 80.200 người chiếm 17,6%.",
        ["2018", "2018", "2018"],
    ),
    (
        "Tỷ lệ hộ nghèo năm 2015: 40,4%; năm 2016: 34,8%; năm 2017: 29,8%; năm 2018: 24,7%.",
        ["2015", "2016", "2017", "2018"],
    ),
    (
        "Tổng vốn đầu tư toàn xã hội giai đoạn 2016-2020 đạt 45.000 tỷ đồng, gấp 1,5 lần giai đoạn 2011-2015.",
        ["2016-01-01/P5Y", "2011-01-01/P10Y"],
    ),
    ("Trong giai đoạn 2016-2018, đã hỗ trợ 1.250 hộ; riêng năm 2018 hỗ trợ 450 hộ.", ["2016-01-01/P3Y", "2018"]),
    ("Quý I/2019, thu ngân sách đạt 345 tỷ đồng; quý II/2019 đạt 405 tỷ đồng.", ["2019-Q1", "2019-Q2"]),
    (
        "Đến ngày 31/12/2018, dư nợ đạt 1.250 tỷ đồng, tăng 150 tỷ đồng so với 31/12/2017.",
        ["2018-12-31 at", "2017-12-31/P366D at"],
    ),
    (
        "So với cùng kỳ năm 2018, thu ngân sách 9 tháng năm 2019 tăng 12%, chi ngân sách tăng 5%.",
        ["2018-01-01/P21M", "2018-01-01/P21M"],
    ),
    (
        "Diện tích lúa năm 2018 là 30.500 ha, tăng 500 ha so với năm 2017; năng suất đạt 48 tạ/ha.",
        ["2018", "2017-01-01/P2Y", "2018"],
    ),
    ("Hội Nông dân được thành lập ngày 14/10/1930, hiện nay có 45.000 hội viên.", ["-"]),
    ("Vụ Đông Xuân 2018-2019 gieo cấy 6.500 ha, năng suất 55 tạ/ha.", ["-", "-"]),
    ("Vụ mùa năm 2018 gieo cấy 22.000 ha lúa.", ["2018"]),
    ("Năm ngoái thu 450 tỷ đồng, năm nay thu 500 tỷ đồng.", ["-", "-"]),
    ("Thu nhập bình quân đầu người tăng từ 18,5 triệu đồng năm 2015 lên 27,1 triệu đồng năm 2018.", ["2015", "2018"]),
    ("Trong năm học 2018-2019 có 12.500 học sinh; tỷ lệ tốt nghiệp năm 2019 đạt 96,5%.", ["-", "2019"]),
    (
        "Năm 2016 tỉnh có 2 thị trấn. Năm 2018, theo Quyết định 45/QĐ-UBND ngày 5/6/2016, hỗ trợ 45 triệu đồng.",
        ["2016", "2018"],
    ),
    ("Năm 2018 và 2019, mỗi năm hỗ trợ 450 hộ.", ["- each"]),
    (
        "Chương trình 30a giai đoạn 2016-2020 với tổng vốn 450 tỷ đồng, năm 2018 giải ngân 120 tỷ đồng.",
        ["2016-01-01/P5Y", "2018"],
    ),
    ("Từ đầu năm 2019 đến ngày 15/9/2019, toàn tỉnh có 125 người chết.", ["2019-01-01/P258D"]),
    ("Tỷ lệ hộ nghèo giảm từ 40,4% xuống còn 25,55% năm 2018.", ["-", "2018"]),
    ("Từ 12,5% năm 2016, tỷ lệ hộ nghèo giảm còn 8,1% năm 2018.", ["2016", "2018"]),
    ("Năm 2016 tỷ lệ hộ nghèo là 12,5%, giảm xuống còn 8,1% vào năm 2018.", ["2016", "2018"]),
    ("Sản lượng chè búp tươi đạt 25.000 tấn (năm 2017: 23.500 tấn), giá trị 250 tỷ đồng.", ["-", "2017", "-"]),
    ("Sản lượng năm 2018 đạt 25.000 tấn (năm 2017 đạt 23.500 tấn), giá trị 250 tỷ đồng.", ["2018", "2017", "2018"]),
    ("Tổng đàn gia súc có 345.000 con (thời điểm 01/10/2018), tăng 5,1%.", ["2018-10-01 at", "-"]),
    (
        "Tại thời điểm 31/12/2018, toàn tỉnh có 345 doanh nghiệp. Số lao động 12.500 người.",
        ["2018-12-31 at", "2018-12-31 at"],
    ),
    ("Năm 2018, tại thời điểm 31/12, toàn tỉnh có 345 hộ nghèo.", ["2018-12-31 at"]),
    (
        "Trong tháng 9 năm 2019 tạo việc làm cho 650 lao động, lũy kế 9 tháng 6.500 lao động.",
        ["2019-09", "2019-01-01/P9M to_date"],
    ),
    ("Cộng dồn từ đầu năm đến hết tháng 9/2019 giải ngân 245 tỷ đồng.", ["2019-01-01/P9M to_date"]),
    ("Lũy kế từ năm 2016 đến nay giải ngân 1.245 tỷ đồng.", ["- to_date"]),
    ("Toàn tỉnh có 345 xã đạt chuẩn, tính đến 31/12/2018.", ["2018-12-31 at"]),
    ("Toàn tỉnh có 45 xã đạt chuẩn nông thôn mới năm 2018.", ["2018"]),
    ("Chỉ số giá tiêu dùng năm 2018 tăng 3,5%.", ["2018"]),
    ("Nợ gốc năm 2018 là 45 tỷ đồng.", ["2018"]),
    ("Trẻ em sinh năm 2015 được hỗ trợ 500 triệu đồng.", ["-"]),
    ("Số học sinh năm 2018 là 12.500 em.", ["2018"]),
    ("Tuyên truyền pháp luật năm 2018 được 450 buổi.", ["2018"]),
    ("Hiến máu năm 2018 có 1.250 người tham gia.", ["2018"]),
    ("Vốn đầu tư xây dựng năm 2018 đạt 500 tỷ đồng.", ["2018"]),
    ("Sở KH-CN có 45 người, khách hàng (KH) là 500 người.", ["-", "-"]),
    ("Năm 2018, phát hiện 15 vụ vi phạm, xử phạt 45 triệu đồng.", ["2018", "2018"]),
    ("Thu từ 15 doanh nghiệp năm 2018 đạt 450 tỷ đồng.", ["2018", "2018"]),
    ("Năm 2018, cho vay từ 50 triệu đồng trở lên đối với 450 hộ.", ["2018", "2018"]),
    ("Từ năm 2016 đến năm 2018, hỗ trợ 1.250 hộ.", ["2016-01-01/P3Y"]),
    ("Trong 3 năm 2016-2018, hỗ trợ 1.250 hộ.", ["2016-01-01/P3Y"]),
    ("Năm 2016, 2017 và 2018 hỗ trợ lần lượt 450 hộ, 400 hộ và 350 hộ.", ["-", "-", "-"]),
    ("Tốc độ tăng trưởng bình quân giai đoạn 2016-2018 đạt 6,5%/năm.", ["2016-01-01/P3Y"]),
    ("Tỷ lệ hộ nghèo bình quân giai đoạn 2016-2018 giảm 4,5%/năm.", ["2016-01-01/P3Y"]),
    ("Giai đoạn 2016-2018 có 15 xã đạt chuẩn, nâng tổng số xã đạt chuẩn lên 45 xã.", ["2016-01-01/P3Y", "-"]),
    ("Giai đoạn 2016-2018, tỷ lệ lao động qua đào tạo đạt 46,33%.", ["-"]),
    (
        "Quý III/2019 tăng 5% so với quý II/2019 và tăng 8% so với cùng kỳ năm 2018.",
        ["2019-04-01/P6M", "2018-07-01/P15M"],
    ),
    ("Năm 2018 (tính đến 30/9), toàn tỉnh có 45 xã.", ["2018-09-30 at"]),
    (
        "Năm 2018 đã giải quyết việc làm cho 6.924 người; 9 tháng đầu năm 2019 giải quyết 5.500 người.",
        ["2018", "2019-01-01/P9M"],
    ),
    ("Đến nay, toàn tỉnh có 45 xã đạt chuẩn, tăng 15 xã so với năm 2015.", ["-", "-"]),
    ("Tính đến thời điểm hiện tại, toàn tỉnh có 45 xã.", ["-"]),
    ("Hiện nay, tỷ lệ che phủ rừng đạt 49,11%; năm 2015 là 45,4%.", ["-", "2015"]),
    ("Từ năm 2015 đến nay, tỷ lệ hộ nghèo giảm từ 40,4% xuống còn 25,55%.", ["-", "-"]),
    (
        "Cuối năm 2018, toàn tỉnh còn 24.737 hộ nghèo (25,55%), giảm 4.500 hộ so với cuối năm 2017.",
        ["2018 end", "2018 end", "2017-01-01/P2Y end"],
    ),
    (
        "Bình quân giai đoạn 2016-2018 mỗi năm giảm 4,95%, từ 40,4% (năm 2015) xuống 25,55% (năm 2018).",
        ["2016-01-01/P3Y", "2015", "2018"],
    ),
    (
        "Tháng 12/2018 so với tháng 12/2017, chỉ số giá tiêu dùng tăng 3%; bình quân năm 2018 tăng 3,5%.",
        ["2017-12-01/P13M", "2018"],
    ),
    (
        "Tính chung 9 tháng năm 2019, vốn đầu tư thực hiện 1.250 tỷ đồng, trong đó tháng 9 thực hiện 145 tỷ đồng.",
        ["2019-01-01/P9M", "-"],
    ),
    ("9T/2019, doanh thu đạt 450 tỷ đồng, tăng 12% so với 9T/2018.", ["2019-01-01/P9M", "2018-01-01/P21M"]),
    ("Từ năm 2019 trở đi, mỗi năm hỗ trợ 450 hộ.", ["- each"]),
    ("Hai năm 2017-2018, toàn tỉnh xóa 450 nhà tạm; năm 2019 xóa 120 nhà.", ["2017-01-01/P2Y", "2019"]),
    (
        "Đến hết quý II/2019, giải ngân được 245 tỷ đồng, đạt 35%; đến hết quý III giải ngân 345 tỷ đồng.",
        ["2019-Q2 end", "2019-Q2 end", "-"],
    ),
    ("Sáng ngày 15/9/2019, UBND tỉnh tổ chức hội nghị với 150 đại biểu.", ["2019-09-15 at"]),
    (
        "Thu ngân sách (tỷ đồng): năm 2016 là 1.650 tỷ đồng, 2017 là 1.890 tỷ đồng, 2018 là 2.145 tỷ đồng.",
        ["2016", "2017", "2018"],
    ),
    (
        "Tỷ lệ hộ nghèo giảm nhanh: từ 40,4% (đầu năm 2016) xuống còn 34,81% (2016), 29,8% (2017) và 24,7% (2018).",
        ["2016 beginning", "2016", "2017", "2018"],
    ),
    (
        "Tỷ lệ hộ nghèo từ 40,4% đầu năm 2016, giảm còn 25,55% vào cuối năm 2018, bình quân giảm 4,95%/năm.",
        ["2016 beginning", "2018 end", "2016-01-01/P3Y"],
    ),
    (
        "Số người tham gia BHYT năm 2018 là 450.300 người, đạt 97,5% dân số; năm 2017 là 445.200 người, đạt 97,1%.",
        ["2018", "2018", "2017", "2017"],
    ),
    ("Trong năm 2018, cấp 12.500 thẻ BHYT; đến 31/12/2018 có 450.300 người tham gia.", ["2018", "2018-12-31 at"]),
    (
        "Theo kết quả điều tra, cuối năm 2015 toàn tỉnh có 36.094 hộ nghèo, chiếm 40,4%. Đến cuối năm 2018 còn 24.737 hộ. Trong đó hộ dân tộc thiểu số 24.000 hộ.",
        ["2015 end", "2015 end", "2018 end", "2018 end"],
    ),
    ("Tổng số hộ nghèo 24.737 hộ (cuối năm 2018). Trong đó dân tộc Thái 5.000 hộ.", ["2018 end", "-"]),
    ("Vượt khó vươn lên (45 hộ).", ["-"]),
    ("Phần mềm MISA 2019 được dùng tại 45 đơn vị, 500 người sử dụng.", ["-", "-"]),
    ("Áp dụng ISO 14001: 2015, có 45 người.", ["-"]),
    ("Tiêu chuẩn TCVN ISO 9001:2015 áp dụng tại 45 xã.", ["-"]),
    ("Nửa đầu năm, thu 46,6 tỷ đồng; nửa cuối năm thu 50 tỷ đồng.", ["-", "-"]),
    ("Nửa đầu tháng 9/2019 thu 46,6 tỷ đồng.", ["-"]),
    ("Từ ngày 1 đến ngày 15/9/2019 có 45 ca.", ["2019-09-01/P15D"]),
    ("Từ 15/12/2018 đến 14/9/2019, có 345 vụ, 125 người chết.", ["2018-12-15/P274D", "2018-12-15/P274D"]),
    ("Từ ngày 15/12 đến ngày 14/9/2019 có 125 người chết.", ["2018-12-15/P274D"]),
    ("Đầu kỳ có 345 hộ, trong kỳ giảm 47 hộ, cuối kỳ còn 298 hộ.", ["- beginning", "-", "- end"]),
    ("Số dư đầu kỳ là 45 tỷ đồng, phát sinh trong kỳ 12 tỷ đồng.", ["- beginning", "-"]),
    ("Đầu nhiệm kỳ có 12 xã đạt chuẩn, đến nay có 33 xã.", ["-", "-"]),
    ("Năm học vừa qua có 12.500 học sinh.", ["-"]),
    ("Năm học 2017-2018, huyện có 45 trường, 12.500 học sinh. Có 900 giáo viên.", ["-", "-", "-"]),
    ("Học kỳ II năm học 2017-2018 có 250 học sinh giỏi.", ["-"]),
    ("Niên vụ mía 2017-2018 đạt 45.000 tấn.", ["-"]),
    ("T6/2018 có 45 hộ. 9T 2018 có 12 hộ. 6 th/2018 có 10 hộ.", ["2018-06", "2018-01-01/P9M", "2018-S1"]),
    ("Từ T1/2018 đến T6/2018 có 45 hộ. Nửa cuối 2018 có 12 hộ.", ["2018-S1", "2018-S2"]),
    ("Tháng Một 2018 có 45 hộ. T12.2018 có 12 hộ.", ["2018-01", "2018-12"]),
    ("H1/2018 có 45 hộ. Q.I/2018 có 12 hộ.", ["-", "-"]),
    ("Giá 50t/2018 là 45 tỷ đồng. KH/2018 trồng 45 ha.", ["2018", "2018 planned"]),
    ("Mùa mưa năm 2018 có 12 người chết.", ["2018"]),
    ("Mùa lũ 2018 có 12 người chết.", ["2018"]),
    ("Mùa vụ 2017-2018 trồng 450 ha.", ["-"]),
    ("Hè thu 2018 gieo cấy 450 ha.", ["2018"]),
    ("Đông xuân 2017-2018 gieo cấy 450 ha.", ["-"]),
    ("Hiện tại có 45 xã. Hiện còn 12 xã nghèo.", ["-", "-"]),
    ("Năm 2018, hiện đại hóa 45 trạm; biểu hiện 12 người; thể hiện ở 15 xã.", ["2018", "2018", "2018"]),
    ("Năm 2018 thực hiện 45 dự án. Hiện đang triển khai 12 dự án.", ["2018", "-"]),
    ("Năm 2018, tỉnh phát hiện và xử lý 45 vụ, thu 12 tỷ đồng.", ["2018", "2018"]),
    ("Từ năm 2016 đến nay, tỉnh đầu tư 450 tỷ đồng; riêng năm 2018 đầu tư 120 tỷ đồng.", ["- to_date", "2018"]),
    ("Kể từ năm 2016 đến nay đã trồng 450 ha.", ["- to_date"]),
    ("Giai đoạn 2016 đến nay, toàn tỉnh trồng 450 ha.", ["- to_date"]),
    ("Từ 2016 đến nay có 45 dự án.", ["- to_date"]),
    ("Từ tháng 3/2016 đến nay có 45 dự án.", ["- to_date"]),
    ("Đến nay, sau 3 năm thực hiện, toàn tỉnh có 45 xã.", ["-"]),
    ("Lũy kế số hộ được vay vốn là 12.500 hộ; dư nợ 450 tỷ đồng.", ["- to_date", "-"]),
    ("Vốn cộng dồn 450 tỷ đồng, trong đó năm 2018 là 120 tỷ đồng.", ["- to_date", "2018"]),
    ("Năm 2018 giảm 3,7% so với năm 2015.", ["2015-01-01/P4Y"]),
    ("So với năm 2015 tăng 3,7%.", ["-"]),
    ("Năm 2018, so với năm 2015, tỷ lệ che phủ rừng tăng 3,7 điểm %, đạt 49,1%.", ["2015-01-01/P4Y", "2018"]),
    ("Tỷ lệ che phủ rừng năm 2018 đạt 49,1%, năm 2015 đạt 45,4%, tăng 3,7 điểm %.", ["2018", "2015", "-"]),
    ("Nhà máy công suất 450 tấn/năm hoạt động từ năm 2015, năm 2018 sản xuất 400 tấn.", ["- each", "2018"]),
    ("Trường có 450 học sinh (năm học 2018-2019), 25 giáo viên.", ["-", "-"]),
    ("Dân số 456.300 người (2018), mật độ 50 người/km2.", ["2018", "-"]),
    ("Từ ngày thành lập đến nay, hợp tác xã có 450 thành viên.", ["-"]),
    ("Qua 3 năm thực hiện (2016-2018), toàn tỉnh có 45 xã đạt chuẩn.", ["2016-01-01/P3Y"]),
    ("Năng suất năm 2018 là 45,5 tạ/ha so với 43 tạ/ha của năm 2017.", ["2018", "2017"]),
    ("Năng suất đạt 45 tạ/ha (tăng 2 tạ/ha so với năm 2017), sản lượng 4.500 tấn năm 2018.", ["-", "-", "2018"]),
    (
        "Năm 2018 có 45 xã đạt chuẩn, tăng 12 xã so với năm 2015 (33 xã), chiếm 46,9%.",
        ["2018", "2015-01-01/P4Y", "2015", "2018"],
    ),
    ("9 tháng năm 2019 (từ 15/12/2018 đến 14/9/2019) xảy ra 45 vụ, làm 12 người chết.", ["-", "-"]),
    ("Trong năm, toàn tỉnh có 450 hộ thoát nghèo. Đến cuối năm còn 12.500 hộ nghèo.", ["-", "- end"]),
    (
        "Năm 2018 đạt kết quả tốt. Trong năm, có 450 hộ thoát nghèo. Đến cuối năm còn 12.500 hộ nghèo.",
        ["2018", "2018 end"],
    ),
    (
        "Tỷ lệ hộ nghèo từ 40,4% (2015) giảm còn 25,55% (2018); thu nhập bình quân từ 18,5 triệu đồng tăng lên 27,1 triệu đồng.",
        ["2015", "2018", "-", "-"],
    ),
    (
        "Thu nhập bình quân đầu người năm 2018 đạt 27,1 triệu đồng, tăng 8,6 triệu đồng so với 18,5 triệu đồng năm 2015.",
        ["2018", "2015-01-01/P4Y", "2015"],
    ),
    (
        "Dư nợ đến 30/9/2019: 2.450 tỷ đồng, trong đó nợ xấu 45 tỷ đồng (1,8%), nợ xấu đầu năm 40 tỷ đồng.",
        ["2019-09-30 at", "2019-09-30 at", "2019-09-30 at", "2019 beginning"],
    ),
    ("Hộ nghèo đầu năm 12.500 hộ, cuối năm 10.000 hộ, giảm 2.500 hộ.", ["- beginning", "- end", "- end"]),
    (
        "Năm 2018 hộ nghèo đầu năm 12.500 hộ, cuối năm 10.000 hộ, giảm 2.500 hộ.",
        ["2018 beginning", "2018 end", "2018 end"],
    ),
    (
        "Số hộ nghèo đầu năm 2018 là 12.500 hộ, đã thoát nghèo 2.500 hộ, số hộ nghèo cuối năm 10.000 hộ.",
        ["2018 beginning", "2018", "2018 end"],
    ),
    (
        "Phương hướng, nhiệm vụ năm 2019: Thu ngân sách 2.300 tỷ đồng; trồng mới 1.000 ha rừng.",
        ["2019 planned", "2019 planned"],
    ),
    ("Nhiệm vụ năm 2019: Thu ngân sách 2.300 tỷ đồng; trồng mới 1.000 ha rừng.", ["2019 planned", "2019 planned"]),
    ("Tỉnh đăng ký đến năm 2020 có 45 xã đạt chuẩn.", ["2020 planned"]),
    ("Theo quy hoạch được duyệt, đến năm 2025 có 45 cụm dân cư, 500 hộ.", ["2025 planned", "2025 planned"]),
    ("Sơ bộ năm 2018 đạt 450 ha, chính thức năm 2017 đạt 400 ha.", ["2018 provisional", "2017"]),
    ("Hết năm 2018, toàn tỉnh có 45 xã; hết năm 2017 có 40 xã.", ["2018 end", "2017 end"]),
    ("Tháng 01 năm 2019, toàn tỉnh xảy ra 12 vụ, giảm 3 vụ so với tháng 01 năm 2018.", ["2019-01", "2018-01-01/P13M"]),
    ("Số liệu đến 20/12/2018: 45 xã đạt chuẩn.", ["2018-12-20 at"]),
    ("Tính từ đầu năm đến 20/12/2018, xử lý 450 vụ, phạt 12 tỷ đồng.", ["2018-01-01/P354D", "2018-01-01/P354D"]),
    ("Năm 2017 và 6 tháng đầu năm 2018 thu 2.500 tỷ đồng.", ["-"]),
    ("Thu 2.145 tỷ đồng (năm 2018), 1.890 tỷ đồng (năm 2017).", ["2018", "2017"]),
    ("Thu năm 2018 là 2.145 tỷ đồng và năm 2017 là 1.890 tỷ đồng, tăng 13%.", ["2018", "2017", "-"]),
    ("So với năm 2017, thu ngân sách tăng 13%; chi ngân sách tăng 5%.", ["-", "-"]),
    ("So với cùng kỳ, thu ngân sách tăng 13%.", ["-"]),
    ("Tổng thu năm 2018 tăng 13% so năm 2017, tăng 45% so năm 2015.", ["2017-01-01/P2Y", "2015-01-01/P4Y"]),
    ("Năm 2018 (so với năm 2017) thu ngân sách tăng 13%, đạt 2.145 tỷ đồng.", ["2017-01-01/P2Y", "2018"]),
    ("Sau 2 năm (từ năm 2016 đến năm 2018), số xã đạt chuẩn tăng từ 15 xã lên 45 xã.", ["-", "-"]),
    ("Diện tích chè năm 2015 là 3.500 ha, đến nay là 5.200 ha.", ["2015", "-"]),
    ("Năm 2015 có 15 xã đạt chuẩn, đến năm 2018 tăng lên 45 xã, hiện nay là 50 xã.", ["2015", "2018", "-"]),
    ("Từ chỗ có 15 xã đạt chuẩn năm 2015, đến năm 2018 đã có 45 xã.", ["2015", "2018"]),
    ("Nâng tỷ lệ che phủ rừng từ 45,4% năm 2015 lên 49,1% năm 2018 và 50,2% năm 2019.", ["2015", "2018", "2019"]),
    ("Thu nhập tăng từ 18,5 triệu đồng lên 27,1 triệu đồng trong giai đoạn 2015-2018.", ["-", "-"]),
    ("Tỷ lệ thất nghiệp duy trì dưới 3% trong giai đoạn 2016-2020.", ["2016-01-01/P5Y"]),
    (
        "Trong 5 năm (2016-2020), tổng vốn đầu tư 45.000 tỷ đồng, bình quân 9.000 tỷ đồng/năm.",
        ["2016-01-01/P5Y", "2016-01-01/P5Y average"],
    ),
    ("Mỗi năm giai đoạn 2016-2020 đào tạo 5.900 lao động.", ["2016-01-01/P5Y each"]),
    ("Hằng năm, đào tạo 5.900 lao động; riêng năm 2018 đào tạo 6.200 lao động.", ["- each", "2018"]),
    ("Cuối quý II/2019 dư nợ 450 tỷ đồng, đầu năm 400 tỷ đồng.", ["2019-Q2 end", "2019 beginning"]),
    (
        "Năm 2018: đầu năm 450 hộ, cuối năm 400 hộ. Năm 2019: đầu năm 400 hộ, cuối năm 350 hộ.",
        ["2018 beginning", "2018 end", "2019 beginning", "2019 end"],
    ),
    ("Cuối năm 2017 còn 450 hộ, năm 2018 giảm 50 hộ, cuối năm còn 400 hộ.", ["2017 end", "2018", "2018 end"]),
    ("Năm 2018 trồng 850 ha, năm sau trồng 900 ha.", ["2018", "-"]),
    ("Cử tri nhiệm kỳ 2016-2021 có 12 kiến nghị, năm 2018 giải quyết 450 đơn.", ["-", "2018"]),
    ("Ngày 01/01/2019, dân số 460.200 người; năm 2018 sinh 9.500 trẻ.", ["2019-01-01 at", "2018"]),
    ("Ông Nguyễn Văn A (sinh năm 1965) trồng 12 ha rừng, năm 2018 thu 450 triệu đồng.", ["-", "2018"]),
    ("Hợp tác xã thành lập từ tháng 3/2015 với 12 thành viên, năm 2018 doanh thu 12 tỷ đồng.", ["-", "2018"]),
    ("Dự án được phê duyệt năm 2015 với tổng mức đầu tư 450 tỷ đồng, năm 2018 giải ngân 120 tỷ đồng.", ["-", "2018"]),
    ("Theo Quyết định số 2085/QĐ-TTg ngày 31/10/2016, giai đoạn 2017-2020 hỗ trợ 450 hộ.", ["2017-01-01/P4Y"]),
]
"""Times before, after and around figures; comparisons; names, events and bases of prices that are no times."""

PLANS = [
    ("Năm 2018 thu 500 tỷ đồng, năm trước thu 450 tỷ đồng.", ["2018", "-"]),
    ("Lũy kế đến ngày 30/9/2018 giải ngân 345 tỷ đồng, đạt 45% kế hoạch.", ["2018-09-30 to_date", "2018-09-30 at"]),
    ("Ước năm 2018 đạt 500 ha, năm 2017 đạt 450 ha.", ["2018 estimated", "2017"]),
    ("Năm 2017 đạt 450 ha, ước năm 2018 đạt 500 ha.", ["2017", "2018 estimated"]),
    ("Ước đạt 500 ha, trong đó đã thu hoạch 450 ha.", ["- estimated", "-"]),
    ("Kế hoạch năm 2019 trồng 850 ha rừng, tạo việc làm cho 5.000 lao động.", ["2019 planned", "2019 planned"]),
    ("Thực hiện kế hoạch năm 2018, toàn tỉnh trồng 850 ha rừng.", ["2018"]),
    ("Theo kế hoạch, năm 2018 toàn tỉnh trồng 850 ha rừng.", ["2018 planned"]),
    ("Sở Kế hoạch và Đầu tư có 45 người.", ["-"]),
    ("Chỉ tiêu tỉnh giao năm 2018 là 850 ha, kết quả trồng được 902 ha.", ["2018 planned", "2018"]),
    ("Trồng 902/850 ha, đạt 106% kế hoạch năm 2018, tạo việc làm cho 500 lao động.", ["-", "-", "-"]),
    ("Phấn đấu đến năm 2020 có 50 xã đạt chuẩn, đến nay đã có 30 xã.", ["2020 planned", "-"]),
    (
        "Mục tiêu năm 2019: tỷ lệ hộ nghèo còn 8%; thu nhập 45 triệu đồng. Năm 2018 có 12 xã.",
        ["2019 planned", "2019 planned", "2018"],
    ),
    ("Phấn đấu giảm tỷ lệ hộ nghèo từ 12,5% năm 2016 xuống còn 5% năm 2020.", ["2016", "2020 planned"]),
    ("Chương trình mục tiêu quốc gia năm 2018 hỗ trợ 500 hộ.", ["2018"]),
    ("Trồng được 902 ha (kế hoạch 850 ha), chăm sóc 300 ha.", ["-", "- planned", "-"]),
    (
        "Tổng sản phẩm trên địa bàn (GRDP) năm 2019 ước đạt 12.345 tỷ đồng, tăng 8,2% so với năm 2018, trong đó: nông nghiệp tăng 3,5%; công nghiệp tăng 12,1%.",
        ["2019 estimated", "2018-01-01/P2Y estimated", "2019 estimated", "2019"],
    ),
    (
        "Thu ngân sách nhà nước trên địa bàn 6 tháng đầu năm 2019 đạt 1.250 tỷ đồng, bằng 52% dự toán, tăng 12% so với cùng kỳ năm trước.",
        ["2019-S1", "2019-S1", "2019-S1"],
    ),
    (
        "Tính đến hết tháng 6/2019, toàn tỉnh có 45 xã đạt chuẩn nông thôn mới, phấn đấu đến cuối năm có thêm 10 xã.",
        ["2019-06 end", "2019 end planned"],
    ),
    (
        "Kim ngạch xuất khẩu năm 2017 đạt 12,5 triệu USD, năm 2018 đạt 15,2 triệu USD, ước năm 2019 đạt 18 triệu USD.",
        ["2017", "2018", "2019 estimated"],
    ),
    ("Nghị quyết Đại hội đề ra đến năm 2020 tỷ lệ hộ nghèo còn dưới 10%, đến nay còn 12%.", ["2020 planned", "-"]),
    (
        "Mục tiêu đến năm 2020 thu nhập bình quân đạt 45 triệu đồng. Kết quả năm 2018 đạt 38 triệu đồng.",
        ["2020 planned", "2018"],
    ),
    (
        "Tổng số vốn giải ngân đến 31/8/2019 là 245 tỷ đồng, đạt 45% kế hoạch vốn năm 2019.",
        ["2019-08-31 at", "2019-08-31 at"],
    ),
    (
        "Tổng dư nợ cho vay đến cuối tháng 9/2019 ước đạt 2.450 tỷ đồng, tăng 10,5% so với đầu năm.",
        ["2019-09 end estimated", "2019-01-01/P9M end estimated"],
    ),
    (
        "Kế hoạch vốn năm 2019 được giao là 1.250 tỷ đồng, đến 30/9/2019 đã giải ngân 750 tỷ đồng, bằng 60% kế hoạch.",
        ["2019 planned", "2019-09-30 at", "2019-09-30 at"],
    ),
    (
        "Dự toán HĐND tỉnh giao năm 2019 là 2.100 tỷ đồng; ước thực hiện cả năm 2.250 tỷ đồng.",
        ["2019 planned", "2019 estimated"],
    ),
    ("Kế hoạch trồng rừng năm 2019: 1.500 ha. Đã thực hiện 1.250 ha, đạt 83,3%.", ["2019 planned", "2019", "2019"]),
    ("Trồng rừng đạt 1.250/1.500 ha, đạt 83% KH năm 2019.", ["-", "-"]),
    ("Năm 2019, kế hoạch đề ra trồng 1.500 ha, kết quả thực hiện 1.450 ha.", ["2019 planned", "2019"]),
    ("Trước năm 2015 có 45 xã nghèo, sau năm 2018 còn 30 xã.", ["-", "-"]),
    ("Tỷ lệ trẻ em được tiêm chủng đạt 96% (KH 2018: 95%).", ["-", "2018 planned"]),
    ("Chỉ tiêu giao là 850 ha, thực hiện 902 ha.", ["- planned", "-"]),
    ("Tỉnh giao chỉ tiêu 850 ha, huyện thực hiện được 902 ha.", ["- planned", "-"]),
    ("Diện tích trồng mới 902 ha/KH 850 ha, đạt 106%.", ["-", "- planned", "-"]),
    ("KH là 850 ha, TH là 902 ha.", ["- planned", "-"]),
    ("KH cả năm 850 ha, 9 tháng thực hiện 650 ha.", ["- planned", "-"]),
    ("Thu ngân sách 2.145 tỷ đồng, vượt dự toán (2.000 tỷ đồng).", ["-", "- planned"]),
    ("Mục tiêu của đề án là đến năm 2025 có 80% số hộ dùng nước sạch.", ["2025 planned"]),
    ("Năm 2019, phấn đấu thu ngân sách đạt 2.300 tỷ đồng, giảm tỷ lệ hộ nghèo 3%.", ["2019 planned", "2019 planned"]),
    ("Phấn đấu năm 2020 thu 2.300 tỷ đồng. Năm 2018, thu được 2.145 tỷ đồng.", ["2020 planned", "2018"]),
    ("Năm 2018 tỉnh đã phấn đấu hoàn thành 15 công trình.", ["2018"]),
    ("Theo Kế hoạch số 45/KH-UBND ngày 12/3/2018, toàn tỉnh hỗ trợ 450 hộ.", ["-"]),
    ("Phòng Kế hoạch - Tài chính có 15 người.", ["-"]),
    ("Dân số kế hoạch hóa gia đình có 450 cộng tác viên, 500 hộ tham gia.", ["-", "-"]),
    ("Có 12/15 chỉ tiêu đạt và vượt kế hoạch, thu ngân sách 450 tỷ đồng.", ["-", "-"]),
    ("Dự kiến năm 2020 có 45 xã đạt chuẩn, năm 2019 có 40 xã.", ["2020 forecast", "2019"]),
    ("Đặt mục tiêu đến năm 2025 có 45 xã, hiện đã có 30 xã đạt chuẩn.", ["2025 planned", "-"]),
    ("Giao dự toán thu năm 2019 là 2.300 tỷ đồng.", ["2019 planned"]),
    ("Dự toán chi năm 2019 giao 8.500 tỷ đồng, 9 tháng chi 6.200 tỷ đồng.", ["2019 planned", "-"]),
    ("So với kế hoạch năm 2018 là 850 ha, diện tích trồng tăng 52 ha.", ["- planned", "-"]),
    ("Thực hiện kế hoạch năm 2018 là 902 ha.", ["2018"]),
    ("Đến năm 2020 phấn đấu tỷ lệ che phủ rừng đạt 50%; hiện nay đạt 46%.", ["2020 planned", "-"]),
    ("Định hướng đến năm 2030 tỷ lệ đô thị hóa đạt 45%.", ["2030 planned"]),
    ("Đề án đến năm 2020 hỗ trợ 500 hộ. Năm 2018 hỗ trợ 120 hộ.", ["2020 planned", "2018"]),
    ("Tháng 9 ước đạt 45 tỷ đồng, lũy kế 9 tháng ước đạt 345 tỷ đồng.", ["- estimated", "- to_date estimated"]),
    ("Thực hiện các mục tiêu năm 2018, có 500 hộ thoát nghèo.", ["2018"]),
    ("Giảm nghèo là mục tiêu hàng đầu, đã hỗ trợ 500 hộ.", ["-"]),
    ("Mục tiêu giảm nghèo được quan tâm, hỗ trợ 500 hộ.", ["-"]),
    ("Công tác giải ngân thực hiện theo kế hoạch, đạt 450 tỷ đồng.", ["-"]),
    ("Kế hoạch được triển khai, hỗ trợ 500 hộ.", ["-"]),
    ("Năm 2018, toàn tỉnh nỗ lực phấn đấu vươn lên, có 500 hộ thoát nghèo.", ["2018"]),
    ("Mục tiêu đến năm 2020, tỷ lệ hộ nghèo còn 5%.", ["2020 planned"]),
    ("Kế hoạch năm 2019, toàn tỉnh trồng 850 ha rừng.", ["2019 planned"]),
    ("Hoàn thành kế hoạch năm 2018, toàn tỉnh trồng 850 ha rừng.", ["2018"]),
    ("Năm 2018 là năm thứ 3 thực hiện kế hoạch, tỷ lệ hộ nghèo còn 25%.", ["2018"]),
    (
        "Tháng 9/2019, chỉ số sản xuất công nghiệp tăng 2% so với tháng trước và tăng 9% so với cùng kỳ.",
        ["2019-09", "2019-09"],
    ),
    ("9 tháng năm 2019 tăng 8% so với cùng kỳ năm 2018, ước cả năm tăng 9%.", ["2018-01-01/P21M", "- estimated"]),
    (
        "Thu ngân sách năm 2018 đạt 2.145 tỷ đồng, gấp 1,5 lần so với năm 2015, vượt 5% dự toán năm 2018.",
        ["2018", "2015-01-01/P4Y", "2018"],
    ),
    (
        "Diện tích rừng trồng mới năm 2018 đạt 1.250 ha, bằng 83% so với năm 2017 (1.500 ha) và đạt 90% kế hoạch.",
        ["2018", "2017-01-01/P2Y", "2017", "2018"],
    ),
    ("Diện tích rừng trồng năm 2018 (850 ha) cao hơn năm 2017 (800 ha), đạt 106% kế hoạch.", ["2018", "2017", "2018"]),
    ("Bước sang năm 2019, toàn tỉnh có 45 doanh nghiệp thành lập mới, vốn đăng ký 450 tỷ đồng.", ["2019", "2019"]),
    (
        "Năm 2018: thu 2.145 tỷ đồng, chi 8.500 tỷ đồng; kế hoạch 2019: thu 2.300 tỷ đồng, chi 8.900 tỷ đồng.",
        ["2018", "2018", "2019 planned", "2019 planned"],
    ),
    (
        "Sản lượng lương thực đạt 218.000 tấn, tăng 3.000 tấn so với năm 2017, vượt 2% kế hoạch năm 2018.",
        ["-", "-", "-"],
    ),
    (
        "Năm 2018, giá trị sản xuất đạt 5.600 tỷ đồng (theo giá so sánh 2010), tăng 12% so với năm trước.",
        ["2018", "2018"],
    ),
    (
        "Tổng thu ngân sách nhà nước năm 2018 ước 2.145 tỷ đồng, bằng 107% dự toán HĐND tỉnh giao, tăng 13% so với thực hiện năm 2017 (1.890 tỷ đồng).",
        ["2018 estimated", "2018 estimated", "2017-01-01/P2Y estimated", "2017"],
    ),
    (
        "Dự kiến năm 2019 thu 2.300 tỷ đồng, tăng 7% so với ước thực hiện năm 2018 (2.145 tỷ đồng).",
        ["2019 forecast", "2018-01-01/P2Y forecast", "2018 estimated"],
    ),
    (
        "Phấn đấu năm 2019: tỷ lệ hộ nghèo giảm 3% so với năm 2018; trồng mới 1.000 ha rừng; tỷ lệ che phủ đạt 50,2%.",
        ["2018-01-01/P2Y planned", "2019 planned", "2019 planned"],
    ),
    (
        "Mục tiêu đến năm 2020: 45% số xã đạt chuẩn; kết quả đến hết năm 2018: 33% số xã đạt chuẩn.",
        ["2020 planned", "2018 end"],
    ),
    (
        "Chỉ tiêu Nghị quyết đề ra đến năm 2020 là 45 xã; thực hiện đến năm 2018 là 33 xã, đạt 73%.",
        ["2020 planned", "2018", "2018"],
    ),
    ("Nghị quyết đề ra mục tiêu giảm tỷ lệ hộ nghèo bình quân 3%/năm, thực tế giảm 4,95%/năm.", ["- planned", "-"]),
    ("KH năm 2018: 850 ha. TH: 902 ha.", ["2018 planned", "2018"]),
    ("Kế hoạch 450 tỷ đồng, giải ngân 345 tỷ đồng.", ["- planned", "-"]),
    ("Trồng mới 902 ha (kế hoạch là 850 ha; năm 2017 là 800 ha).", ["-", "- planned", "2017"]),
    ("Đã trồng 902 ha/kế hoạch 850 ha.", ["-", "- planned"]),
    ("Diện tích 902 ha so với kế hoạch 850 ha tăng 52 ha.", ["-", "- planned", "-"]),
    ("Thu 2.145 tỷ đồng/dự toán 2.000 tỷ đồng.", ["-", "- planned"]),
    ("Dự toán 2.000 tỷ đồng, thu được 2.145 tỷ đồng, bằng 107%.", ["- planned", "-", "-"]),
    ("Theo dự toán năm 2019, chi thường xuyên 5.600 tỷ đồng.", ["2019 planned"]),
    ("Quyết toán chi năm 2018 là 8.500 tỷ đồng (dự toán 8.200 tỷ đồng).", ["2018", "2018 planned"]),
    ("Vượt chỉ tiêu giảm nghèo (3%/năm).", ["- planned"]),
    ("Đạt và vượt mục tiêu Nghị quyết đề ra (giảm 3%/năm).", ["- planned"]),
    (
        "Năm 2018 thực hiện 902 ha, kế hoạch năm 2019 là 900 ha, năm 2020 là 950 ha.",
        ["2018", "2019 planned", "2020 planned"],
    ),
    ("Dự kiến đến cuối năm 2019 có 50 xã đạt chuẩn (năm 2018: 45 xã).", ["2019 end forecast", "2018"]),
    (
        "Tỷ lệ hộ nghèo năm 2018 ước còn 25,55%, giảm 4,25% so với năm 2017, năm 2017 là 29,8%.",
        ["2018 estimated", "2017-01-01/P2Y estimated", "2017"],
    ),
    (
        "Ước tính đến tháng 12/2018 dư nợ đạt 2.450 tỷ đồng, tháng 12/2017 là 2.100 tỷ đồng.",
        ["2018-12 estimated", "2017-12"],
    ),
    ("Kế hoạch năm 2019: thu 500 tỷ đồng, giải ngân 450 tỷ đồng.", ["2019 planned", "2019 planned"]),
    ("Vượt kế hoạch năm 2018 (850 ha).", ["2018 planned"]),
    ("Nghị quyết 12/2018 của HĐND hỗ trợ 500 hộ.", ["-"]),
    ("Mục tiêu đến năm 2020 là 45 xã, năm 2018 đã có 33 xã.", ["2020 planned", "2018"]),
    ("Phấn đấu đến năm 2025 có 45 xã; đã có 33 xã.", ["2025 planned", "-"]),
    ("Phấn đấu đến năm 2025 đạt 45 xã, trong đó 10 xã nâng cao.", ["2025 planned", "2025 planned"]),
    (
        "Ước 9 tháng đầu năm 2018 đạt 1.520 tỷ đồng; ước cả năm đạt 2.145 tỷ đồng.",
        ["2018-01-01/P9M estimated", "- estimated"],
    ),
    ("Ước thực hiện 6 tháng đạt 1.250 tỷ đồng; 6 tháng cuối năm 1.300 tỷ đồng.", ["- estimated", "-"]),
    (
        "CPI tháng 9/2019 giảm 0,5% so với tháng trước; CPI bình quân 9 tháng tăng 3% so với bình quân cùng kỳ năm 2018.",
        ["2019-09", "2018-01-01/P21M"],
    ),
    (
        "Tổng mức bán lẻ tháng 9 ước đạt 450 tỷ đồng, tăng 2% so với tháng 8 và tăng 12% so với cùng kỳ năm 2018.",
        ["- estimated", "- estimated", "- estimated"],
    ),
    ("Sản lượng điện năm 2018 đạt 4.500 triệu kWh, kế hoạch năm 2019 đạt 5.000 triệu kWh.", ["2018", "2019 planned"]),
    (
        "Các chỉ tiêu chủ yếu năm 2018 đạt kết quả: Thu ngân sách 2.300 tỷ đồng; trồng mới 1.000 ha rừng.",
        ["2018", "2018"],
    ),
    (
        "Năm 2019, tỉnh phấn đấu: thu 2.300 tỷ đồng; chi 5.000 tỷ đồng. Năm 2018 thu 2.145 tỷ đồng.",
        ["2019 planned", "2019 planned", "2018"],
    ),
    ("Năm 2018 đề ra mục tiêu 45 xã, thực hiện 47 xã.", ["2018 planned", "2018"]),
    ("Năm 2018, kế hoạch giao 45 xã, đạt 47 xã.", ["2018 planned", "2018"]),
    ("Mục tiêu 45 xã đạt chuẩn vào năm 2020 đã hoàn thành từ năm 2018 với 47 xã.", ["2020 planned", "-"]),
    ("Hoàn thành mục tiêu 45 xã đạt chuẩn vào năm 2018.", ["2018 planned"]),
    ("Đạt 96% mục tiêu 45 xã.", ["-", "- planned"]),
    ("Không đạt mục tiêu 45 xã, chỉ có 40 xã.", ["- planned", "-"]),
    ("Dự kiến cả năm 2019 thu 2.300 tỷ đồng, vượt dự toán 150 tỷ đồng.", ["2019 forecast", "2019 forecast"]),
    (
        "Ước thực hiện đến 31/12/2018: 2.145 tỷ đồng, bằng 107% so với dự toán (2.000 tỷ đồng).",
        ["2018-12-31 at estimated", "2018-12-31 at estimated", "2018-12-31 at planned"],
    ),
    ("Đến tháng 6/2019 có 45 xã, dự kiến đến tháng 12/2019 có 50 xã.", ["2019-06", "2019-12 forecast"]),
    ("Năm 2018, so với cùng kỳ năm trước, thu ngân sách tăng 13%.", ["2018"]),
    ("Thu ước đạt 1.200 tỷ đồng; so với cùng kỳ năm trước tăng 12%.", ["- estimated", "- estimated"]),
    ("Thu ước đạt 1.200 tỷ đồng; tăng 12%, bằng 85% dự toán.", ["- estimated", "- estimated", "- estimated"]),
    ("Phấn đấu trồng 45 ha; tăng 12% so với năm trước.", ["- planned", "- planned"]),
    ("Thu ước đạt 1.200 tỷ đồng; chi 1.100 tỷ đồng.", ["- estimated", "-"]),
    ("GDP tăng 7,31% (cao hơn mức tăng 7,23% ước tính vào cuối tháng 3/2005).", ["-", "-"]),
    ("Ngày 15/6/2021, tỉnh ban hành Quyết định số 12/QĐ-UBND phân bổ 45 tỷ đồng.", ["-"]),
    ("Ngày 15/6/2021, tỉnh phê duyệt 45 dự án.", ["2021-06-15 at"]),
    ("Tính đến ngày 15/6/2021, tỉnh đã phê duyệt xong 45 dự án.", ["2021-06-15 at"]),
    ("Theo số liệu công bố ngày 29/3/2023, GDP tăng 3,3%.", ["-"]),
    ("Thu ngân sách ước tính năm 2005 đạt 45 tỷ đồng.", ["2005 estimated"]),
]
"""Plans and goals beside what is done; estimates beside what is past."""


def described(figure: vietnamese.PrintedFigure) -> str:
    """Return the time, the time collection and the statuses of a figure."""
    collection = "" if figure.collection is None else figure.collection.value
    time = "-" if figure.time is None else str(figure.time)
    return " ".join(filter(None, (time, collection, "+".join(status.value for status in figure.statuses))))


@pytest.mark.parametrize(("text", "expected"), [*TIMES, *PLANS], ids=lambda case: case if isinstance(case, str) else "")
def test_each_figure_has_the_time_and_the_statuses_that_the_sentence_gives_it(text: str, expected: list[str]) -> None:
    kinds = (vietnamese.FigureKind.DOCUMENT_NUMBER,)
    assert [
        described(one) for one in vietnamese.find(text) if one.mention is None and one.kind not in kinds
    ] == expected


def test_a_day_in_a_year_before_1000_is_a_slip() -> None:
    text = "Báo cáo ngày 10/01/0023\n\nTháng 5 có 5 hộ."
    assert vietnamese.find(text)[0].value is None
    assert vietnamese.draft(text, place="XX-SM").title["vi"] == "Báo cáo ngày 10/01/0023"  # type: ignore[index]
    with pytest.raises(UndefinedResultError, match="before the year 1000"):
        vietnamese.format(AsOf.parse("0999-12-31"))
    assert vietnamese.format(AsOf.parse("1000-01-01")) == "ngày 1/1/1000"


@pytest.mark.parametrize(
    ("end", "time"),
    [
        ("so với đầu năm", "2017-01-01/P5M"),
        ("so thời điểm đầu năm", "2017-01-01/P5M"),
        ("so với đầu năm 2016", "2016-01-01/P17M"),
        ("so với đầu năm trước", "2017-05"),
        ("so với đầu tháng", "2017-05"),
    ],
)
def test_a_change_since_the_beginning_of_the_year_is_from_january(end: str, time: str) -> None:
    found = vietnamese.find(f"Cuối tháng 5/2017, dư nợ là 143 tỷ đồng, tăng 50,2% {end}.")
    assert [str(one.time) for one in found if one.printed == "50,2%"] == [time]
