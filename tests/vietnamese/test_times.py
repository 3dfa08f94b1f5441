"""Which time and which statuses apply to the figures of a sentence, as reports print them.

Each figure is described as its time, its time collection and its statuses; a dash means that the time is left open.
"""

from __future__ import annotations

import pytest

from aseansc import vietnamese

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
    ("Trồng 902/850 ha, đạt 106% kế hoạch năm 2018, tạo việc làm cho 500 lao động.", ["-", "2018", "2018"]),
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
        ["2019-09 end estimated", "2019-09 end estimated"],
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
    ("Trồng rừng đạt 1.250/1.500 ha, đạt 83% KH năm 2019.", ["-", "2019"]),
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
