"""Sentences of reports, with every figure as one short line: value, status, time and what is in doubt."""

from __future__ import annotations

from aseansc import vietnamese

SENTENCES = {
    # -- what is provisional
    "Theo kết quả sơ bộ, tỉnh hiện còn 1.603 hộ nghèo, chiếm 9,9%. Số hộ cận nghèo là 866 hộ.": [
        "1603 household | provisional",
        "9.9 percent | provisional",
        "866 household | ? status",
    ],
    "Theo thống kê sơ bộ, tỉnh có 98,2% học sinh đỗ, trong khi tỷ lệ này năm 2011 là 97,7%.": [
        "98.2 percent | provisional",
        "97.7 percent | 2011 | ? status",
    ],
    "Ước đạt 45 tỷ đồng, hiện đã thu 40 tỷ đồng.": ["45000000000 VND | estimated", "40000000000 VND"],
    # -- percents that may be no shares
    "Chỉ số giá tăng khá mạnh, cao nhất thuộc nhóm rau 4%.": ["4 ? meaning"],
    "Dân số tăng nhanh, tỷ lệ hộ nghèo còn 4%; lao động tăng, chiếm 60%.": ["4 percent", "60 percent"],
    "GDP tăng trưởng 6%. Ngân hàng đưa ra mức thận trọng 5,5%.": ["by 6 percent", "5.5 ? meaning"],
    "GDP tăng trưởng 6%. Tỷ lệ thất nghiệp ở mức 2,3%.": ["by 6 percent", "2.3 percent"],
    "GDP quý II vọt lên 6,9%.": ["6.9 ? meaning"],
    "Có 9% số doanh nghiệp dự báo giảm và 35% số doanh nghiệp dự báo ổn định.": [
        "9 percent",
        "35 percent",
    ],
    "Nông nghiệp tăng: 2,7%, lâm nghiệp: 6,4%.": ["2.7 ? meaning", "6.4 ? meaning"],
    "Thoát nghèo 1.238 hộ, đạt tỷ lệ 225%.": ["1238 household", "225 ? meaning"],
    "Chi thường xuyên được 574 tỷ đồng, đạt 25% và giảm 19%.": ["574000000000 VND", "25 ? meaning", "by -19 percent"],
    "Xây dựng 33,9 km đường (đạt 59%).": ["33.9 kilometre", "59 ? meaning"],
    "Nhóm tăng ít nhất là đồ dùng (+ 0,04%).": ["0.04 ? meaning"],
    # -- changes that may be points, or differences from a plan
    "Có 45 xã (23%) được công nhận, tăng 5,9% so với năm 2015.": [
        "45 commune",
        "23 percent",
        "by 5.9 percent | ? points",
    ],
    "Diện tích đủ nước tăng thêm 8% (đạt khoảng 90%).": ["by 8 percent | ? points", "90 ? meaning"],
    "Thu ngân sách tăng 8% (đạt 90% dự toán).": ["by 8 percent", "of_plan 90 percent"],
    "Thu hút vốn cấp mới và tăng thêm 298 triệu USD.": ["2.98E+8 ? meaning"],
    "Chiếm 28%, cao hơn tỷ trọng 27,4% của cùng kỳ.": ["28 percent", "27.4 percent"],
    "Tuổi kết hôn là 25 tuổi, tăng 0,7 tuổi.": ["25 year", "0.7 year"],
    "Thụ lý tăng 45 vụ án với 62 bị cáo.": ["45 incident", "62 ? meaning"],
    # -- plans that may go on
    "Tỉnh đề ra 27 nhiệm vụ trong năm 2018. Đáng chú ý là thu ngân sách 5.455 tỷ đồng; thành lập 900 doanh nghiệp.": [
        "27 ? unit | 2018",
        "5455000000000 VND | 2018 | ? status",
        "900 enterprise | 2018 | ? status",
    ],
    "Tỉnh đề ra nhiệm vụ năm 2018. Kết quả, thu ngân sách 5.455 tỷ đồng.": ["5455000000000 VND | 2018"],
    "Năm 2018, trồng 45 ha, đạt 90% kế hoạch; nuôi 30 con bò.": [
        "45 hectare | 2018",
        "of_plan 90 percent | 2018",
        "30 animal | 2018",
    ],
    # -- months in words, and times of bases
    "Sản lượng tháng Chín năm 2007 là 45 tấn, tháng mười hai/2008 là 50 tấn.": [
        "45 tonne | 2007-09",
        "50 tonne | 2008-12",
    ],
    "Năm 2018, tháng Bảy trồng 45 ha.": ["45 hectare"],
    "Trong quý I, năm 2010 trồng 45 ha.": ["45 hectare | 2010-Q1"],
    "Cuối năm 2014 tỷ lệ là 2%. Tỷ lệ này ở quý 1,2,3,4 lần lượt là: 2,21%; 1,84%.": [
        "2 percent | 2014 | end",
        "2.21 percent",
        "1.84 percent",
    ],
    "Tháng 10/2014 phát hiện 980 người, trong khi cùng kỳ năm 2013 là 1.855 người.": [
        "980 person | 2014-10",
        "1855 person | 2013-10",
    ],
    "Năm 2014, tỷ lệ là 11,49%, cao hơn mức 11,12% của năm trước.": ["11.49 percent | 2014", "11.12 percent"],
    # -- shifts, gold and water
    "Ghi nhận 35 ca mắc COVID-19; nhà máy làm việc 3 ca một ngày, chia 2 ca sản xuất.": [
        "35 disease_case",
        "3 ? unit",
        "2 ? unit",
    ],
    "Giá vàng là 117,2 triệu đồng/lượng, 11,7 triệu đồng/chỉ.": ["117200000 VND/tael", "11700000 VND/mace"],
    "Cước là 1.200 đồng/tấn.km, 900 đồng/lượt khách-km.": ["1200 VND/tonne_kilometre", "900 VND/passenger_kilometre"],
    "Có 12 nước tham dự; tiêu thụ 300 nghìn nước mắm.": ["12 country", "3.00E+5 ? unit"],
    # -- the base in a bracket, numbers with a blank before the comma, and small words of times
    "Năm 2023 thu 612 tỷ đồng, tăng 5% so với năm trước (583 tỷ đồng).": [
        "612000000000 VND | 2023",
        "by 5 percent | 2023",
        "583000000000 VND",
    ],
    "Đến cuối năm 2022 còn 18,7%, giảm 3,1 điểm phần trăm so với đầu năm (21,8%).": [
        "18.7 percent | 2022 | end",
        "-3.1 percentage_point | 2022 | end",
        "21.8 percent",
    ],
    "Năm 2023 thu 612 tỷ đồng, tăng so với cùng kỳ năm trước (tăng 5%).": [
        "612000000000 VND | 2023",
        "by 5 percent | 2023",
    ],
    "Còn 18 ,7% hộ nghèo; 1.200 ,5 ha; 14 .350 hộ.": [
        "18 ? unit",
        "7 ? number",
        "1200 ? unit",
        "5 ? number",
        "14 ? unit",
        "350 ? number",
    ],
    "Năm 2018, có 45 xã , 7 phường.": ["45 commune | 2018", "7 commune | 2018"],
    "Doanh thu quý 3,4 tỷ đồng; mỗi tháng 4 người; Q1 có 500 hộ, Q2/2025 có 300 hộ, Q1 2019 có 20 hộ.": [
        "3400000000 VND",
        "4 person | each",
        "500 household",
        "300 household | 2025-Q2",
        "20 household | 2019-Q1",
    ],
    "Tai nạn trên 100.000 người dân là 12 vụ; hỗ trợ trên 100.000 người.": [
        "100000 ? meaning",
        "12 incident",
        "over 100000 person",
    ],
    "KH năm 2023: 1.500 lao động; TH 9 tháng: 1.240 lao động.": [
        "1500 person | planned | 2023",
        "9 month",
        "1240 person",
    ],
    "01 bác sĩ/1.200 người dân.": ["1200 times"],
    "Giá từ 30 đến 55.000 đồng/kg; 10 thành viên ASEAN; gia đình 5 thành viên dùng nước sạch.": [
        "(Decimal('30'), Decimal('55000')) ? number",
        "10 ? unit",
        "5 person",
    ],
    "Trong tháng Chín 2007 sản lượng đạt 45 tấn.": ["45 tonne | 2007-09"],
    "Nông nghiệp tăng 3%. Công nghiệp 5%.": ["by 3 percent", "5 ? meaning"],
    # -- nouns that are counted, and turns of others than persons
    "Công an tiếp nhận 35 tin báo, đã xử lý 30 tin.": ["35 ? unit", "30 ? unit"],
    "Đài huyện đăng tải 35 tin.": ["35 news_item"],
    "Xây 12 nhà thi đấu, khảo sát 40 nhà quản lý, sửa 9 nhà.": ["12 ? unit", "40 person", "9 dwelling"],
    "Tiếp 52 lượt công dân, trong đó có 4 lượt đoàn đông người, giảm 2 lượt.": ["52 person_turn", "4 turn", "-2 turn"],
    # -- what a sentence sets goes on in it and in the next ones
    "HĐND tỉnh đã thông qua 8 chỉ tiêu, như: hướng dẫn thực hiện cuộc vận động tại 45 xã; đào tạo nghề cho 5.000 người.": [
        "8 indicator",
        "45 commune | planned",
        "5000 person | planned",
    ],
    "Kỳ họp đã đề ra kế hoạch phát triển kinh tế năm 2013 như thu ngân sách đạt 450 tỷ đồng; trồng 1.200 ha rừng.": [
        "450000000000 VND | planned | 2013",
        "1200 hectare | 2013 | ? status",
    ],
    "UBND tỉnh đề ra 27 chỉ tiêu nhiệm vụ. Trong đó, đáng chú ý là thu ngân sách 450 tỷ đồng; thành lập 90 doanh nghiệp.": [
        "27 indicator",
        "450000000000 VND | planned",
        "90 enterprise | planned",
    ],
    "Quốc hội thông qua nghị quyết về kế hoạch năm 2018 với 417 đại biểu tán thành (84,93%). Trồng 45 ha.": [
        "417 person",
        "84.93 percent",
        "45 hectare | ? status",
    ],
    "UBND tỉnh vừa phê duyệt dự án đầu tư xây dựng 2 trường tiểu học.": ["2 school | ? status"],
    "Hội nghị triển khai nhiệm vụ năm 2018 với sự tham gia của 45 cán bộ.": ["45 person | 2018"],
    "Huyện có kế hoạch xây dựng mới 35 km đường.": ["35 kilometre | planned"],
    "Theo kế hoạch trồng 50 ha rừng, huyện thực hiện được 45 ha.": ["50 hectare | planned", "45 hectare"],
    # -- what may go on with goals and estimates, and what does not
    "Theo đó, đến năm 2020, tỉnh đón 5 triệu lượt khách; tổng thu từ khách đạt 900 tỷ đồng; 40 xã được cấp nước.": [
        "5000000 person_turn | 2020 | ? status",
        "900000000000 VND | 2020 | ? status",
        "40 commune | 2020 | ? status",
    ],
    "Đến năm 2025, dịch vụ chiếm 28% (giá so sánh 2010).": ["28 percent | 2025 | ? status"],
    "Số bệnh mới được phát hiện đến năm 2020 giảm 30%.": ["by -30 percent | 2020 | ? status"],
    "Huyện có 45 hộ thoát nghèo (đạt 152% so với chỉ tiêu là 30 hộ).": [
        "45 household",
        "of_plan 152 percent",
        "30 household | planned",
    ],
    "Huyện đón 7 triệu khách, gần đạt mục tiêu cả năm là 8 triệu khách.": [
        "7000000 person",
        "8000000 person | ? status",
    ],
    "Thu ngân sách ước đạt 235 tỷ đồng; đạt 24% dự toán.": [
        "235000000000 VND | estimated",
        "of_plan 24 percent | ? status",
    ],
    "Ước tính cho thấy thiệt hại của 6 bệnh đã là 25 tỷ đồng.": ["6 ? unit", "25000000000 VND | ? status"],
    "Công nghiệp ước tăng 9%, giảm so với mức tăng 11,3% của tháng Bảy; ước tăng 8%, cao hơn mức tăng 5%.": [
        "by 9 percent | estimated",
        "by 11.3 percent",
        "by 8 percent | estimated",
        "by 5 percent | ? status",
    ],
    "Có 38% số doanh nghiệp dự báo sản xuất tăng; 22% số doanh nghiệp dự báo giảm.": ["38 percent", "22 percent"],
    "Năm 2021, ngành đặt mục tiêu thực hiện sản lượng nước mặn, nước lợ đạt 400 tấn, trong đó có 300 tấn cá.": [
        "400 tonne | 2021 | ? status",
        "300 tonne | 2021 | ? status",
    ],
    "Dự án vừa được tỉnh phê duyệt với tổng vốn 14 tỷ đồng.": ["14000000000 VND | ? status"],
    "Diện tích lúa vượt kế hoạch (lúa đạt 920 ha/KH 890 ha); trồng rừng vượt kế hoạch (450 ha).": [
        "920 hectare | ? status",
        "890 hectare | planned",
        "450 hectare | planned",
    ],
    "Mục tiêu năm 2023 đạt 84% số hộ; số cán bộ đạt 250 người, tăng 7% so với cùng kỳ.": [
        "84 percent | planned | 2023",
        "250 person | ? status",
        "by 7 percent | ? status",
    ],
    "Ngân hàng điều chỉnh dự báo tăng trưởng sau khi thống kê công bố GDP quý III tăng 8,2%.": [
        "by 8.2 percent | ? status"
    ],
    "Doanh nghiệp hoàn thành kế hoạch phấn đấu và bằng 101% kế hoạch được giao.": ["of_plan 101 percent"],
    "Hãng phấn đấu trở thành hãng lớn vào năm 2030, với tốc độ tăng 16%/năm.": ["by 16 percent/year | 2030 | ? status"],
    "Quy hoạch sử dụng đất:\n- Đất trồng lúa 450 ha.": ["450 hectare | ? status"],
    "Tỉnh vừa phê duyệt Chương trình giảm nghèo.\nTổng vốn thực hiện là 25 tỷ đồng.": ["25000000000 VND | ? status"],
    "Mục tiêu đến năm 2020 thu nhập đạt 50 triệu đồng.\nNâng giá trị xuất khẩu lên 900 triệu USD năm 2020.": [
        "50000000 VND | planned | 2020",
        "900000000 USD | 2020 | ? status",
    ],
    "Mục tiêu đến năm 2020:\n- Giảm tỷ trọng trồng trọt.\nGiá trị sản xuất năm 2015 đạt 45 tỷ đồng, năm 2020 đạt 90 tỷ đồng.": [
        "45000000000 VND | 2015 | ? status",
        "90000000000 VND | 2020 | ? status",
    ],
    "Huyện phát triển du lịch. Tuy nhiên, mục tiêu là đưa vải sạch, vải an toàn chiếm 50% diện tích.": [
        "50 percent | ? status"
    ],
    "Sản lượng dự kiến khoảng 300 tấn. Trong đó, 60% được bán trong nước. Huyện có 7 xã.": [
        "about 300 tonne | forecast",
        "60 percent | ? status",
        "7 commune",
    ],
    "Sản lượng thịt ước đạt 110 tấn/KH 209 tấn.": ["110 tonne | estimated", "209 tonne | planned"],
    "Tỉnh gần cán đích 50% số trường đạt chuẩn vào năm 2015.": ["50 percent | 2015 | ? status"],
    "Dự thảo có các mục tiêu giữ diện tích trồng 500 ha.": ["500 hectare | ? status"],
    "Phấn đấu đạt 38% số trẻ em.\nDuy trì vững chắc kết quả phổ cập; 75% số xã đạt chuẩn.": [
        "38 percent | planned",
        "75 percent | ? status",
    ],
    # -- times of bases, of parts of a year, and of what is repeated
    "Lợi nhuận trong Q2/2025 tăng 14,8%.": ["by 14.8 percent | 2025-Q2"],
    "Năm 2016, chỉ số tăng 7,5% so với năm 2015 (quý 1 tăng 7,4%) và thấp hơn mức tăng 9,8% của năm 2015.": [
        "by 7.5 percent | 2015-01-01/P2Y",
        "by 7.4 percent",
        "by 9.8 percent | 2015",
    ],
    "Năm 2010 đạt 12 tỷ đồng; tăng 14%/năm thời kỳ 2011 - 2015.": [
        "12000000000 VND | 2010",
        "by 14 percent/year | 2011-01-01/P5Y",
        "2011-01-01/P5Y",
    ],
    "Ngày 1/4/2019, dân số là 14 triệu người; tăng 2 triệu người trong 10 năm (2009-2019).": [
        "14000000 person | 2019-04-01 | at",
        "2000000 person | 2009-01-01/P11Y",
        "10 year",
        "2009-01-01/P11Y",
    ],
    "Đến năm 2025, 60% số xã đạt chuẩn. Hằng năm có 80% số xã hoàn thành nhiệm vụ.": [
        "60 percent | 2025 | ? status",
        "80 percent | ? status",
    ],
    "Năng suất đạt 44 tạ/ha, xấp xỉ vụ mùa năm 2008; sản lượng đạt 900 tấn.": ["44 quintal/hectare", "900 tonne"],
    "Thiệt hại hơn 178 tỷ đồng, gấp 3,1 lần tổng thiệt hại trong quý I/2017.": [
        "over 178000000000 VND",
        "times 3.1 times",
    ],
    "Năm 2015 có 14 người, gấp 3 lần so với năm 2009 với 5 người.": [
        "14 person | 2015",
        "times 3 times | 2009-01-01/P7Y",
        "5 person",
    ],
    "Phấn đấu năm 2020 đạt 70 tỷ đồng; tỷ lệ thu chiếm 20% số vốn vào năm 2015 và 22% vào năm 2020.": [
        "70000000000 VND | planned | 2020",
        "20 percent | planned | 2015",
        "22 percent | 2020 | ? status",
    ],
    "Tháng 5/2020 có 45 hộ, lũy kế 5 tháng đầu năm 2020 có 90 hộ; 6 hộ vay vốn.": [
        "45 household | 2020-05",
        "90 household | 2020-01-01/P5M | to_date",
        "6 household",
    ],
    "Năm tài chính 2025 (kết thúc vào tháng 3/2026) đạt 67 tỷ đồng.": ["67000000000 VND | 2025"],
    "Tăng trưởng ước tính 3,3% đưa ra trong tháng 6/2015.": ["by 3.3 percent | estimated"],
    # -- bounds
    "Giữ tỷ lệ nợ dưới mức 5%.": ["under 5 percent"],
    "Giá trị xuất khẩu tăng mạnh hơn 34% so với năm trước.": ["by over 34 percent"],
    "Có 7 vụ tai nạn làm ba người bị thương trở lên; có 650 y sĩ trung cấp trở lên.": [
        "7 incident",
        "at_least 3 person",
        "650 person",
    ],
    "Xã tăng ít nhất là 2 tiêu chí.": ["2 ? meaning"],
    "Giảm tai nạn từ 4%-6% trên 3 tiêu chí.": ["by -6..-4 percent", "3 ? meaning"],
    # -- what a number is per, and ranges
    "Số ca tử vong trên 1 triệu dân xếp thứ 12; mắc bệnh trên 1 triệu dân tăng.": ["12 ", "1E+6 ? meaning"],
    "Cứ 3 hộ dân thì có 1 hộ nghèo.": ["1 ? meaning"],
    "Số giường bệnh/vạn dân đạt từ 20 đến 25 giường.": ["(Decimal('20'), Decimal('25')) ? meaning"],
    "Mức quà từ 300.000 - 1 triệu đồng; vay từ 5 - 10 triệu đồng.": ["300000..1000000 VND", "5000000..10000000 VND"],
    "Năng suất tăng bình quân 6%/năm đến 2030.": ["by 6 percent/year | 2030"],
    "Tỷ giá là 23.500/23.900 đồng/USD.": ["(Decimal('23500'), Decimal('23900')) ? meaning"],
    "Vốn tăng thêm 1.250 tỷ USD, trong đó 3,5 tỷ USD của nhà nước.": ["1250000000000 USD", "3500000000 USD"],
    "Vốn đạt 1.250 tỷ USD, trong đó 3.5 tỷ USD của nhà nước.": ["1.250E+12 ? number", "3500000000 USD"],
    "Khai thác 3,105 tấn ở tỉnh A và 8.214,5 tấn ở tỉnh B.": ["3.105 ? number", "8214.5 tonne"],
    "Vốn huy động bình quân/xã khoảng 40 tỷ đồng; số tiêu chí bình quân xã đạt được là 14,5 tiêu chí.": [
        "about 40000000000 VND/commune",
        "14.5 criterion/commune",
    ],
    "Bình quân đạt 11,5 tiêu chí nông thôn mới/xã; 20 xã đạt trung bình 13,8 tiêu chí.": [
        "11.5 criterion/commune",
        "20 commune",
        "13.8 ? unit",
    ],
    "Vốn bình quân mỗi khu công nghiệp chỉ đạt 15 triệu USD/dự án.": ["15000000 USD/project"],
    "Thu nhập bình quân của người lao động đạt 6 triệu đồng/tháng, của gia đình anh An là 90 triệu đồng.": [
        "6000000 VND/person/month",
        "90000000 VND",
    ],
    "GRDP bình quân đầu người năm 2020 đạt 2.100 USD, năm 2025 đạt 3.600 USD, thu 90 triệu USD.": [
        "2100 USD/person | 2020",
        "3600 USD/person | 2025",
        "90000000 USD | 2025",
    ],
    "GRDP bình quân/người: từ 4.100 đến 4.500 USD.": ["4100..4500 USD/person"],
    "GRDP bình quân đầu người tăng gấp 1,4 lần (tương đương 2.900 USD).": ["times 1.4 times", "2900 USD/person"],
    "Thu nhập từ 18 triệu đồng lên 27 triệu đồng/người.": ["18000000 VND/person", "27000000 VND/person"],
    "Giá phân từ 800.000 đồng còn 650.000 đồng mỗi bao.": ["800000 ? meaning", "650000 ? unit"],
    "Tốc độ tăng trưởng kinh tế bình quân/năm đạt 7,2%.": ["by 7.2 percent/year"],
    "Mưa to, phổ biến 120 mm/đợt.": ["120 ? unit"],
    "Thu nhập bình quân 1 người/tháng chung cả nước đạt 3,9 triệu đồng, nông thôn với thu nhập 2,8 triệu đồng.": [
        "3900000 VND/person/month",
        "2.8E+6 ? meaning",
    ],
    "Chi tiêu bình quân đầu người một tháng là 2,5 triệu đồng.": ["2500000 VND/person/month"],
    "Thu nhập bình quân 1 người 1 tháng đạt 3 triệu đồng.": ["3000000 VND/person/month"],
    "Thu nhập bình quân tháng đạt 8,5 triệu đồng/người.": ["8500000 VND/person/month"],
    "Thu nhập bình quân tháng 7/2021 đạt 8,5 triệu đồng/người.": ["8500000 VND/person | 2021-07"],
    "Quy mô bình quân 1 hộ chung cả nước là 3,6 người.": ["3.6 person/household"],
    "Tốc độ tăng bình quân từ 9% đến 10%/năm.": ["by 9..10 percent/year"],
    "Có 35 trẻ mầm non 5 tuổi.": ["35 person", "5 year"],
    # -- ages and durations that are indicators
    "Phấn đấu đến năm 2030, tuổi thọ trung bình đạt 74 tuổi, số năm sống khỏe đạt tối thiểu 66 năm.": [
        "74 year | planned | 2030",
        "at_least 66 year | planned | 2030",
    ],
    "Năm 2018, tổng số ngày nghỉ là 1.250 ngày; ông A, 74 tuổi, nghỉ 3 ngày.": ["1250 day | 2018", "74 year", "3 day"],
    # -- ranks, hours, days and documents
    "Nước ta xếp hạng 41/130 quốc gia, từ vị trí 59 năm 2016.": ["(Decimal('41'), Decimal('130')) ", "59 "],
    "Vào 0 giờ ngày 1/4/2019, xã có 950 hộ; họp trong 3 giờ.": ["950 household | 2019-04-01 | at", "3 hour"],
    "Theo Nghị định 09 ngày 5/2/2018, trong 10 ngày đầu tháng 8/2018 thu 5 tỷ đồng.": [
        "None ",
        "5000000000 VND | 2018-08-01/P10D",
    ],
    # -- what was striven for is over
    "Sau một năm phấn đấu thực hiện, huyện có 2.203 hộ đạt chuẩn, chiếm 80%.": ["2203 household", "80 percent"],
    "Phấn đấu có 2.203 hộ đạt chuẩn.": ["2203 household | planned"],
    # -- points of rates
    "Số hộ cận nghèo là 866 hộ, chiếm tỷ lệ 10,8%; giảm 74 hộ (1,02%).": [
        "866 household",
        "10.8 percent",
        "-74 household",
        "by -1.02 percent | ? points",
    ],
    "Tỉ lệ đỗ là 88,06% (không tính thí sinh tự do), tăng hơn năm trước 5%.": [
        "88.06 percent",
        "by 5 percent | ? points",
    ],
    "Xã giảm nhiều nhất là Thạnh An 5,2% và Tân An giảm ít nhất 0,4%.": ["5.2 ? meaning", "0.4 ? meaning"],
    "Phấn đấu giảm ít nhất 2%.": ["by at_least -2 percent | planned"],
    # -- what a verb of change is said of
    "So với tháng trước, giảm 42 người chết (6,1%) và 275 người bị thương.": [
        "-42 person",
        "by -6.1 percent",
        "275 ? meaning",
    ],
    "Trong tháng có thêm 109 doanh nghiệp thành lập mới.": ["109 ? meaning"],
    "Trong tháng có thêm 109 doanh nghiệp.": ["109 enterprise"],
    # -- ranges without their upper end, turns of readers, annual crops, what was allotted
    "Có 912 tàu dài từ 6 đến dưới 12 m.": ["912 ? unit", "6..12 metre"],
    "Thư viện phục vụ 600 lượt bạn đọc.": ["600 person_turn"],
    "Cây công nghiệp hàng năm giảm 1,5%.": ["by -1.5 percent"],
    "Chi hơn 47 tỷ đồng (chiếm 51,9% dự toán Chính phủ giao).": ["over 47000000000 VND", "51.9 ? meaning"],
    # -- bounds, ages and years that only look like others
    "Xã có 5 giáo viên đại học trở lên.": ["5 person"],
    "Người cao tuổi sống khỏe, 80 tuổi trở lên được trợ cấp 500.000 đồng.": ["at_least 80 year", "500000 VND"],
    "Diện tích từ 500 ha đến 2000.": ["500..2000 hectare"],
    "Xã A giảm ít nhất 0,4%, xã B giảm nhiều nhất 2%.": ["0.4 ? meaning", "2 ? meaning"],
    "Trong tháng có thêm 12 xã đạt chuẩn nông thôn mới.": ["12 commune"],
    # -- means per person and month, sums over years
    "Thu nhập trung bình người/tháng đạt 3,5 triệu đồng.": ["3500000 VND/person/month"],
    "Chi bình quân 1 người 1 tháng 2 triệu đồng.": ["2000000 VND/person/month"],
    "Năm 2018 giải ngân 100 tỷ đồng, lũy kế đạt 350 tỷ đồng.": [
        "100000000000 VND | 2018",
        "350000000000 VND | to_date",
    ],
    # -- the title of a resolution
    "Nghị quyết của HĐND huyện về nhiệm vụ năm 2012\n\nTrồng mới 200 ha rừng.\n\nNăm 2011, huyện đã trồng 150 ha.": [
        "200 hectare | ? status",
        "150 hectare | 2011",
    ],
    # -- plans that are set, and purposes
    "Chính phủ xây dựng dự toán thu cân đối năm 2014 là 782 tỷ đồng.": ["782000000000 VND | planned | 2014"],
    "Nguồn lực dành cho mục tiêu giảm nghèo là 542 tỷ đồng.": ["542000000000 VND"],
    "Năm 2015 có chủ trương hỗ trợ nhà ở cho 500 hộ.": ["500 household | 2015 | ? status"],
    # -- prices that moved, deficits, numbers that are compared with, foreign dollars
    "Giá lúa cùng tăng mạnh với mức 200 đồng/kg.": ["200 ? meaning"],
    "Giảm mức sử dụng Quỹ Bình ổn giá 100 đồng/lít.": ["100 ? meaning"],
    "Tỷ lệ này cao hơn con số 25,9% của nhóm kia.": ["25.9 percent"],
    "Thành phố ghi nhận thêm 932 ca bệnh.": ["932 ? meaning"],
    "Cán cân ước tính thâm hụt 300 triệu USD.": ["300000000 USD | estimated"],
    "Thu hút gần 4 triệu đô-la Úc.": ["4E+6 ? unit"],
    "Nghiên cứu cắt ngang trên 509 trẻ dưới 5 tuổi.": ["509 ? meaning", "under 5 year"],
    # -- growth, and lists of it
    "Tốc độ tăng trưởng kinh tế bình quân giai đoạn 2021-2025 đạt 6,7%.": [
        "2021-01-01/P5Y",
        "by 6.7 percent | 2021-01-01/P5Y",
    ],
    "Nhận định tăng trưởng năm 2022 của In-đô-nê-xi-a đạt 5,4%.": ["by 5.4 percent | 2022 | ? status"],
    "Hạ dự báo tăng trưởng từ 6,5% xuống còn 5,8%.": ["6.5 ? meaning | forecast", "5.8 ? meaning | forecast"],
    "Tốc độ giá trị sản xuất đạt 8%.": ["8 ? meaning"],
    "Kinh tế tăng trưởng khá, 80% số hộ có điện.": ["80 percent"],
    "Đặt mục tiêu tăng GDP khoảng 6,5%, phấn đấu đạt 7%.": ["by about 6.5 percent | planned", "7 ? meaning | planned"],
    "Mức tăng 6,1% của cùng kỳ năm 2015 và 5,4% của cùng kỳ năm 2016.": ["by 6.1 percent", "5.4 ? meaning"],
    "Tăng cao nhất là nhóm giáo dục 6,7% do học phí tăng.": ["6.7 ? meaning"],
    "Giao thông cũng giảm nhẹ 0,02%.": ["by -0.02 percent"],
    "Doanh thu tăng mạnh hơn 62%.": ["by over 62 percent"],
    "Tăng trưởng giảm đáng kể so với con số 8% năm trước.": ["8 ? meaning"],
    "Giảm 18% số lượt người, 12% số đơn tiếp nhận.": ["by -18 percent", "12 ? meaning"],
    "Tăng so với cùng kỳ năm ngoái là 268 vụ án/128 bị can.": ["268 ? meaning", "128 ? meaning"],
    "Một số lĩnh vực có mức tăng trưởng khá như trái cây đạt 1.001 tấn.": ["1001 ? meaning"],
    "Con số tăng tuyệt đối 485 triệu USD.": ["485000000 USD"],
    "Kim ngạch đã vượt 1 tỷ USD.": ["1E+9 ? meaning"],
    "Người lao động suy giảm khả năng lao động từ 21% trở lên.": ["at_least 21 percent"],
    # -- what may be of a plan, and points of shares
    "Đã cấy 14 nghìn ha, tương đương 50% diện tích theo kế hoạch.": ["14000 hectare", "50 ? meaning"],
    "Giá trị đầu tư xây dựng cơ bản đạt 58%.": ["58 ? meaning"],
    "Đã cấy trên 80% diện tích so với kế hoạch.": ["80 ? meaning"],
    "Tốc độ tăng trưởng đạt 15,2%/năm, tăng 0,1% so với nghị quyết.": ["by 15.2 percent/year", "0.1 ? meaning"],
    "Tỷ lệ bao phủ đạt 13,5% so với lực lượng lao động.": ["13.5 ? meaning"],
    "Chiếm tỷ lệ 2,5% và cao hơn 0,4% so với tỷ lệ của cả nước.": ["2.5 percent", "by 0.4 percent | ? points"],
    "Có 84,5% hộ gia đình đạt chuẩn, tăng 20%.": ["84.5 percent", "by 20 percent | ? points"],
    "Năm qua đã giảm 4% hộ nghèo.": ["by -4 percent | ? points"],
    # -- what is cumulated is not of the month
    "Trong tháng 9/2018, thu đạt 3.548 tỷ đồng, lũy kế 35.696 tỷ đồng, bằng 68,2% dự toán.": [
        "3548000000000 VND | 2018-09",
        "35696000000000 VND | to_date",
        "of_plan 68.2 percent",
    ],
    # -- plans that are made known, set or expected, and words that only look like them
    "Công ty trình cổ đông kế hoạch kinh doanh năm 2022 với doanh thu 1.250 tỷ đồng và lợi nhuận 105 tỷ đồng.": [
        "1250000000000 VND | planned | 2022",
        "105000000000 VND | planned | 2022",
    ],
    "Năm nay, huyện đề ra một số chỉ tiêu như trồng 450 ha rừng, tạo việc làm cho 620 lao động.": [
        "450 hectare | planned",
        "620 person | planned",
    ],
    "Một số chỉ tiêu chủ yếu đến năm 2020, được Đại hội thông qua là thu nhập đạt 45 triệu đồng.": [
        "45000000 VND | 2020 | ? status"
    ],
    "Về chỉ tiêu đến 2030, tỉnh nêu rõ tỷ lệ che phủ rừng khoảng 43%.": ["about 43 percent | 2030 | ? status"],
    "Thời gian tới, huyện sẽ sắp xếp lại các trường; tiếp tục thực hiện công tác xây dựng 7 trường.": [
        "7 school | ? status"
    ],
    "Năm học tới, tỉnh có thêm 12 trường mầm non.": ["12 school | ? status"],
    "Diện tích lúa theo kịch bản năm 2030 còn 95 nghìn ha.": ["95000 hectare | 2030 | ? status"],
    "Xuất khẩu có thể đạt 10 tỷ USD.": ["10000000000 USD | ? status"],
    "Có thể thấy, tỉnh có 45 hợp tác xã.": ["45 cooperative"],
    "Kinh tế giảm mạnh hơn dự kiến, thu 420 tỷ đồng.": ["420000000000 VND"],
    # -- ước and the figures that it is said of
    "Đầu tư công ước đạt 97 tỷ đồng.": ["97000000000 VND | estimated"],
    "Ước đến cuối năm, tỷ lệ hộ nghèo của 17 tỉnh đạt 3,8%.": ["17 province | end", "3.8 percent | estimated | end"],
    "Xuất khẩu ước đạt 7 tỷ USD, tăng 7,3% so với cùng kỳ (cùng kỳ giảm 3,7%), nhập khẩu 6 tỷ USD.": [
        "7000000000 USD | estimated",
        "by 7.3 percent | estimated",
        "by -3.7 percent",
        "6000000000 USD | estimated",
    ],
    # -- goals and estimates that go on in the next paragraph
    "Tỉnh đặt mục tiêu phấn đấu đến năm 2025 có 35 xã đạt chuẩn.\nThu nhập đạt 68 triệu đồng/người/năm trở lên. Tỷ lệ hộ nghèo còn dưới 0,5%.": [
        "35 commune | planned | 2025",
        "at_least 68000000 VND/person/year | ? status",
        "under 0.5 percent | ? status",
    ],
    "Tỉnh đặt mục tiêu phấn đấu đến năm 2025 có 35 xã đạt chuẩn.\nTrong 6 tháng đầu năm, huyện đã trồng 45 ha rừng.": [
        "35 commune | planned | 2025",
        "45 hectare",
    ],
    "Huyện có 12 xã đạt mục tiêu đề ra.\nToàn huyện có 45 hợp tác xã.": ["12 commune", "45 cooperative"],
    "6 tháng đầu năm, toàn tỉnh ước đón 871 lượt khách.\nTrong đó có 160 lượt khách lưu trú, giảm 80%.": [
        "871 person_turn | estimated",
        "160 person_turn | ? status",
        "by -80 percent | ? status",
    ],
    "Thủ tướng vừa ký Quyết định phê duyệt Chương trình giảm nghèo. Tổng nguồn vốn tối thiểu là 750 tỷ đồng.": [
        "at_least 750000000000 VND | ? status"
    ],
    # -- forecasts that are revised
    "Dự báo lạm phát giảm từ 6,5% xuống 5,8%.": ["6.5 percent", "5.8 percent | forecast"],
    "Tốc độ tăng trưởng cũng bị điều chỉnh giảm từ 6,8% xuống 6,2%.": [
        "6.8 ? meaning",
        "6.2 ? meaning",
    ],
    "Giá xăng được điều chỉnh giảm 500 đồng/lít.": ["-500 VND/litre"],
    # -- brackets after plans and bases
    "So với chỉ tiêu giao của tỉnh (750 người), đã tuyển 700 người.": ["750 person | planned", "700 person"],
    "Tỷ lệ hộ nghèo giảm 4,89%, đạt mục tiêu của Chương trình (4%). Có 7 xã khó khăn.": [
        "by -4.89 percent | ? points",
        "4 percent | ? status",
        "7 commune",
    ],
    "Năm 2015, sản lượng đạt 62 tỷ kWh, tăng 11,3% so với năm 2014 (trong đó thủy điện chiếm 32%).": [
        "62000000000 kilowatt_hour | 2015",
        "by 11.3 percent | 2014-01-01/P2Y",
        "32 percent | 2015",
    ],
    "Lúa 27.220 ha, bằng 98,80%; ngô 1.677 ha, tăng 3,90%; cây khác 1.043 ha, bằng 96,22% so với cùng kỳ năm trước.": [
        "27220 hectare",
        "to 98.80 percent",
        "1677 hectare",
        "by 3.90 percent",
        "1043 hectare",
        "to 96.22 percent",
    ],
    "Thu thuế 20 tỷ đồng, bằng 45%; thu phí 5 tỷ đồng, bằng 51% dự toán, bằng 110% so với năm trước.": [
        "20000000000 VND",
        "45 ? meaning",
        "5000000000 VND",
        "of_plan 51 percent",
        "to 110 percent",
    ],
    "Thu thuế 20 tỷ đồng, bằng 45%; thu phí 5 tỷ đồng, tăng 51% so với năm trước.": [
        "20000000000 VND",
        "45 ? meaning",
        "5000000000 VND",
        "by 51 percent",
    ],
    # -- times that are not of the figure, and times of the compared figures
    "Tại hội nghị năm 2025, chiều 29/12, ngành báo cáo có 45 xã đạt chuẩn.": ["45 commune | 2025"],
    "Tính đến chiều 29/12/2020, có 45 ca mắc.": ["45 disease_case | 2020-12-29 | at"],
    "Dịp Tết, từ ngày 14 – 20/2/2018 (tức từ ngày 29/12/2017 - 5/1/2018 âm lịch), có 374 lượt khách.": [
        "2018-02-14/P7D",
        "2017-12-29/P8D",
        "374 person_turn | 2018-02-14/P7D",
    ],
    "Ngành tăng 5,33%, thấp hơn mức tăng 9,66% của cùng kỳ năm 2015 và năm 2016, do khai khoáng giảm 8,2%.": [
        "by 5.33 percent",
        "by 9.66 percent",
        "by -8.2 percent",
    ],
    "GDP quý III/2020 khởi sắc so với quý II/2020, trong đó nông nghiệp tăng 2,93%.": ["by 2.93 percent | 2020-Q3"],
    "Từ nay đến cuối năm 2020, huyện phấn đấu trồng 45 ha rừng.": ["45 hectare | planned"],
    "Có 963 doanh nghiệp công bố báo cáo tài chính quý II/2023.": ["963 enterprise"],
    "40 xã nằm trong lộ trình xây dựng nông thôn mới giai đoạn 2011-2015 đạt 14,9 tiêu chí.": [
        "40 commune",
        "2011-01-01/P5Y",
        "14.9 ? unit",
    ],
    # -- plans by an office, of a country and of a period; what is carried out
    "Theo kế hoạch của ngành nông nghiệp tỉnh, vụ này toàn tỉnh gieo trồng 107.000 ha.": ["107000 hectare | planned"],
    "Mặc dù mục tiêu giải ngân của tỉnh là 90%, ngân hàng dự báo giải ngân đạt 85%.": [
        "90 percent | planned",
        "85 ? meaning | forecast",
    ],
    "Chỉ tiêu lợi nhuận trước thuế trong kỳ là 10,1 tỷ đồng.": ["10100000000 VND"],
    "Công ty thu 191 tỷ đồng, trong khi các chỉ tiêu này của cùng kỳ năm trước lần lượt là 292 tỷ đồng và 6,4 tỷ đồng.": [
        "191000000000 VND",
        "292000000000 VND",
        "6400000000 VND",
    ],
    "Phấn đấu tỷ lệ hộ nghèo tại các xã có tỷ lệ hộ nghèo trên 25% giảm từ 4% trở lên.": [
        "over 25 percent | ? status",
        "by at_least -4 percent | planned | ? points",
    ],
    "Thủ tướng vừa ký Quyết định phê duyệt Đề án. Tổng nguồn vốn thực hiện Chương trình là 750 tỷ đồng.": [
        "750000000000 VND | ? status"
    ],
    "Thông qua kế hoạch năm nay với các chỉ tiêu chính: 1.356 tỷ đồng doanh thu, chia cổ tức 6% (bằng năm 2018).": [
        "1356000000000 VND | planned",
        "6 percent | planned",
    ],
    # -- times of brackets, headlines, other clauses and days that begin with 0
    "Từ ngày 01.01.2019 đến 30.9.2020, đã tiếp nhận 437 lượt khách.": [
        "2019-01-01/P21M",
        "437 person_turn | 2019-01-01/P21M",
    ],
    "Xuất khẩu đạt 1,7 tỷ USD Theo báo cáo tháng 6.2017 của Bộ, nhập khẩu đạt 2 tỷ USD.": [
        "1700000000 USD",
        "2000000000 USD | 2017-06",
    ],
    "Từ đầu năm đến hết tháng 7, có 79 lao động (năm 2019, kế hoạch là 120 lao động), nữ 14 lao động.": [
        "79 person | to_date",
        "120 person | planned | 2019",
        "14 person | to_date",
    ],
    "Phấn đấu thu ngân sách đạt 2 tỷ đồng vào năm 2030; tổng vốn đầu tư đạt 2.500 tỷ đồng.": [
        "2000000000 VND | planned | 2030",
        "2500000000000 VND | planned",
    ],
    "Toàn tỉnh xuống giống gần 38.000 ha cây hàng năm.": ["nearly 38000 hectare"],
    # -- directions, hopes, advances, and goals of the same year
    "Về phương hướng, nhiệm vụ năm 2019, huyện trồng 45 ha rừng.": ["45 hectare | 2019 | ? status"],
    "Ngân hàng kỳ vọng thu được 12 tỷ đồng.": ["12000000000 VND | ? status"],
    "Chỉ tiêu, nhiệm vụ năm 2024: tỉnh sẽ giải quyết việc làm 23.000 người. Tỷ lệ lao động qua đào tạo 76%. Tỷ lệ hộ nghèo năm 2024 còn 3%.": [
        "23000 person | planned | 2024",
        "76 percent | planned | 2024",
        "3 percent | planned | 2024",
    ],
    "Tổng kế hoạch tỉnh giao là 334 tấn xi măng (kể cả tạm ứng là 15 tấn).": ["334 tonne | planned", "15 tonne"],
    # -- levels and changes in brackets after a base
    "Năm 2021 tăng 21,6% so với năm 2020 (388 tỷ USD).": ["by 21.6 percent | 2020-01-01/P2Y", "388000000000 USD"],
    "Năm 2020 đạt 319 tỷ USD; năm 2021 tăng 21,6% so với năm 2020 (388 tỷ USD).": [
        "319000000000 USD | 2020",
        "by 21.6 percent | 2020-01-01/P2Y",
        "388000000000 USD",
    ],
    "Năm 2021 đạt 388 tỷ USD, tăng 21,6% so với năm 2020 (319 tỷ USD).": [
        "388000000000 USD | 2021",
        "by 21.6 percent | 2020-01-01/P2Y",
        "319000000000 USD | 2020",
    ],
    # -- what is adopted, set by a resolution, or would cost; the base in a bracket after an estimate
    "Đại hội đồng cổ đông đã thông qua mục tiêu doanh thu 500 tỷ đồng và lợi nhuận 45 tỷ đồng.": [
        "500000000000 VND | planned",
        "45000000000 VND | planned",
    ],
    "Nghị quyết Đại hội xác định: thu nhập đạt 45 triệu đồng.": ["45000000 VND | ? status"],
    "Tỉnh sẽ trồng 45 ha rừng. Kinh phí thực hiện khoảng 12 tỷ đồng. Huyện có 7 xã.": [
        "45 hectare | ? status",
        "about 12000000000 VND | ? status",
        "7 commune",
    ],
    "Ước tính đến hết năm, cả nước có 45.000 doanh nghiệp, tăng 5% so với năm 2021 (42.857 doanh nghiệp).": [
        "45000 enterprise | estimated | end",
        "by 5 percent | estimated | end",
        "42857 enterprise | 2021",
    ],
    "GDP bình quân đầu người của tỉnh tăng từ 520 USD lên 940 USD. GRDP bình quân đầu người đạt 35 triệu đồng, tương đương 1.500 USD.": [
        "520 USD/person",
        "940 USD/person",
        "35000000 VND/person",
        "1500 USD/person",
    ],
    "Thu nhập bình quân đầu người toàn huyện năm 2015 đạt 24 triệu đồng và vào năm 2020 đạt 46 triệu đồng.": [
        "24000000 VND/person | 2015",
        "46000000 VND/person | 2020",
    ],
    "Thu nhập bình quân tháng của lao động là 7 triệu đồng, tăng 6%, tương ứng tăng 400 nghìn đồng.": [
        "7000000 VND/month",
        "by 6 percent",
        "400000 VND/month",
    ],
    "Thu nhập bình quân tháng của nam cao hơn của nữ (8 triệu đồng so với 6 triệu đồng).": [
        "8000000 VND/month",
        "6000000 VND/month",
    ],
    # -- how often, and points of rates
    "Lao động có thu nhập hằng tháng từ 4 - 5 triệu đồng.": ["4000000..5000000 VND | each"],
    "Giá cà phê đạt mức cao hàng năm 3.000 USD/tấn.": ["3000 USD/tonne"],
    "Trồng cây ăn quả hằng năm 60 ha; gieo trồng cây hàng năm 800 ha.": ["60 hectare | each", "800 hectare"],
    "Khảo sát hằng quý 500 doanh nghiệp của 63 tỉnh.": ["500 enterprise | each", "63 province"],
    "Từ đầu năm đến nay, mỗi tháng hãng bán 900 xe.": ["900 vehicle | each"],
    "Công an tỉnh cho biết, bình quân mỗi năm lực lượng khám phá 500 vụ án; 200 vụ cháy.": [
        "500 incident | average",
        "200 incident | average",
    ],
    "Tỷ lệ doanh nghiệp có lãi đạt 65%, tăng 3,2 điểm so với năm trước. Số doanh nghiệp lỗ giảm 1,5 điểm.": [
        "65 percent",
        "3.2 percentage_point",
        "1.5 ? unit",
    ],
    "Chỉ số PCI đạt 65,2 điểm, tăng 2,1 điểm, xếp trên 70% số tỉnh.": [
        "65.2 index_point",
        "2.1 index_point",
        "over 70 percent",
    ],
    # -- bounds and comparisons
    "Có 300 bài thi bằng và trên 5 điểm, xong sớm hơn 2 năm so với kế hoạch, tỷ lệ ở gần mức 8%.": [
        "300 ? unit",
        "at_least 5 index_point",
        "2 year",
        "nearly 8 percent",
    ],
    "Diện tích cao su đã vượt mức 800 ha, khách vượt mốc 5 triệu lượt người, vượt mức 5% kế hoạch.": [
        "over 800 hectare",
        "over 5000000 person_turn",
        "over_plan 5 percent",
    ],
    "Tỷ lệ thu trong khoảng 91% đến 96%; trồng 50 ha rừng non 30 ha.": ["91..96 percent", "50 hectare", "30 hectare"],
    "Nợ xấu đang thấp hơn 4%. Tỷ lệ này cao hơn 2% so với cùng kỳ.": ["4 ? meaning", "by 2 percent | ? points"],
    "Hằng năm có từ 80% tổ chức cơ sở đoàn hoàn thành tốt nhiệm vụ được giao trở lên.": ["at_least 80 percent"],
    "Nghiên cứu của bệnh viện phối hợp với trường đại học trên 400 bệnh nhân.": ["400 ? meaning"],
    # -- scales, lists and rates with strokes
    "Kim ngạch xuất khẩu 2,450 triệu USD, nhập khẩu 1,375 triệu USD.": ["2.450E+6 ? number", "1.375E+6 ? number"],
    "Giá vải từ 30 - 55.000 đồng/kg, thu từ 600 - 2 tỷ đồng, vay từ 5 - 10.000 đồng, 40 - 50.000 con.": [
        "(Decimal('30'), Decimal('55000')) ? number",
        "(Decimal('600'), Decimal('2E+9')) ? number",
        "(Decimal('5'), Decimal('10000')) ? number",
        "(Decimal('40'), Decimal('50000')) ? number",
    ],
    "Ngân sách xã 116, 5 tỷ đồng; thôn 3, 5 hộ nghèo.": ["116 ? unit", "5E+9 ? number", "3 ? unit", "5 household"],
    "Có 01 trường/4 lớp/120 học sinh; 1 bác sĩ/1.200 người.": [
        "1 school",
        "4 study_class",
        "120 ? meaning",
        "1200 times",
    ],
    "Bến cảng bốc dỡ 2.400 tấn hàng hóa xuất nhập khẩu/ngày; tỷ số 112 bé trai khi sinh/100 bé gái.": [
        "2400 ? unit",
        "112 ? unit",
    ],
    "Diện tích từ 400 m2 đến 900 m2/nhà màng; được mùa lúa cả 3 vụ.": ["400 ? meaning", "900 ? unit", "3 ? unit"],
    "Đợt 2 năm 2024 có 300 em; trong 2 năm 2016, 2017 có 500 em; trong 3 năm 2016-2018 có 40 em.": [
        "300 person",
        "2 year",
        "500 person",
        "3 year",
        "2016-01-01/P3Y",
        "40 person | 2016-01-01/P3Y",
    ],
    # -- how often something happens
    "Trung bình có 600 người chết mỗi tháng vì tai nạn; có 500 người hưởng trợ cấp hằng tháng.": [
        "600 person | each",
        "500 person",
    ],
    "Lãi suất 6,5% năm, tức 0,55% tháng; sản lượng tăng khoảng 5% một năm, tăng 3% một năm sau đó.": [
        "6.5 percent/year",
        "0.55 percent/month",
        "by about 5 percent/year",
        "by 3 percent",
    ],
    "Trung bình cứ 1 ngày cả nước có 7 trẻ em bị xâm hại.": ["1 day", "7 person/day"],
    "Giá trị giao dịch trung bình một phiên đạt 12.500 tỷ đồng; mua 225 tỷ đồng mỗi mã.": [
        "1.2500E+13 ? meaning",
        "2.25E+11 ? unit",
    ],
    "Cửa khẩu đạt 1.200 xe/ngày, trong đó xuất khẩu 400 xe, nhập khẩu 800 xe.": [
        "1200 vehicle/day",
        "400 ? unit",
        "800 ? unit",
    ],
    "Giá trị sản xuất bình quân hằng năm tăng 12%; trong đó, nông nghiệp tăng 7%, dịch vụ tăng 14%.": [
        "by 12 percent/year",
        "7 ? unit",
        "14 ? unit",
    ],
    "Chiều cao trung bình của trẻ em tăng thêm 1,5 cm.": ["1.5 centimetre"],
    # -- persons, turns and dollars
    "Lượng khách đến địa phương đông, ước đạt 16.000 lượt; tuyên truyền cho 300 người lao động, phát thanh 60 lượt.": [
        "16000 person_turn | estimated",
        "300 person | ? status",
        "60 turn | ? status",
    ],
    "Cứ 100.000 người thì có 150 người mắc bệnh và 100 người tử vong; có 9 - 10 bác sĩ và 26 giường bệnh trên 1 vạn dân.": [
        "150 per_100_000",
        "100 ? meaning",
        "(Decimal('9'), Decimal('10')) ? meaning",
        "26 ? meaning",
    ],
    "Hợp tác xã có 45 thành viên; 10 thành viên ASEAN họp.": ["45 person", "10 ? unit"],
    "Thu 5 triệu đôla Singapore và 4 triệu đô la Mỹ, 3 triệu đô la.": ["5E+6 ? unit", "4000000 USD", "3000000 USD"],
    "Số tiêu chí đạt chuẩn bình quân chung đạt 14 tiêu chí; dân số trung bình là 9.500 người; mỗi tháng bán bình quân 90 xe.": [
        "14 ? unit",
        "9500 person",
        "90 vehicle | each",
    ],
    "GDP bình quân đầu người đạt 31 triệu đồng, so với GDP bình quân của cả nước là 43 triệu đồng.": [
        "31000000 VND/person",
        "4.3E+7 ? unit",
    ],
    "Có 24 đơn vị cấp huyện được công nhận đạt chuẩn, tăng 9 đơn vị so với năm trước.": ["24 district", "9 district"],
    "Công nhân nhận mỗi tháng 4 triệu đồng; trong tháng 4 triệu tập 30 người.": ["4000000 VND | each", "30 person"],
    "GDP bình quân đầu người đạt 31 triệu đồng, so với GDP bình quân của cả nước là 44 triệu đồng (1.950 USD).": [
        "31000000 VND/person",
        "4.4E+7 ? unit",
        "1950 ? unit",
    ],
    "Giá gạo tăng 200 đồng từ khoảng 5.500 đồng/kg.": ["200 VND/kilogram", "about 5500 VND/kilogram"],
    # -- what is proposed or comes
    "Trong 5 năm tới, tỉnh đầu tư 500 tỷ đồng xây dựng 45 trường.": [
        "5 year",
        "500000000000 VND | ? status",
        "45 school | ? status",
    ],
    "Dự thảo đề xuất mức hỗ trợ 45 triệu đồng/hộ.": ["45000000 VND/household | ? status"],
    # -- what is carried out after a plan
    "Kế hoạch năm 2018 trồng 850 ha, nhân dân thực hiện gieo trồng 902 ha.": [
        "850 hectare | planned | 2018",
        "902 hectare | 2018 | ? status",
    ],
    "Kế hoạch năm 2018 trồng 850 ha, toàn huyện thực hiện gần 902 ha.": [
        "850 hectare | planned | 2018",
        "nearly 902 hectare | 2018",
    ],
    "Dự toán 500 tỷ đồng, đơn vị thực hiện giải ngân 480 tỷ đồng.": [
        "500000000000 VND | planned",
        "480000000000 VND | ? status",
    ],
    "Mục tiêu 500 hộ, tỉnh thực hiện hỗ trợ 480 hộ.": ["500 household | planned", "480 household | ? status"],
    "Chỉ tiêu giao năm 2018 trồng 850 ha, các xã thực hiện hơn 900 ha.": [
        "850 hectare | planned | 2018",
        "over 900 hectare | 2018",
    ],
    "Mục tiêu năm 2018: trồng 45 ha rừng, các xã thực hiện hỗ trợ 30 hộ.": [
        "45 hectare | planned | 2018",
        "30 household | ? status",
    ],
    "Phấn đấu có 90% số hộ đăng ký thực hiện 5 tiêu chí, hướng dẫn thực hiện xây 12 nhà.": [
        "90 percent | planned",
        "5 criterion | planned",
        "12 dwelling | planned",
    ],
    # -- what a goal may go on with after a semicolon
    "Mục tiêu năm 2018: thực hiện trồng 45 ha rừng; thực hiện giảm 500 hộ nghèo.": [
        "45 hectare | planned",
        "-500 household | ? status",
    ],
    "Phấn đấu năm 2018 thu 5 tỷ đồng; thực hiện cấp nước cho 900 hộ.": [
        "5000000000 VND | planned | 2018",
        "900 household | ? status",
    ],
    "Phấn đấu trồng 45 ha rừng; thực hiện tăng 30 xã đạt chuẩn; thực hiện được 30 ha.": [
        "45 hectare | planned",
        "30 commune | ? status",
        "30 hectare",
    ],
    "Mục tiêu 500 ha; thực hiện 480 ha.": ["500 hectare | planned", "480 hectare"],
    # -- plans of a passage, and what shows that they were reached
    "Huyện xây dựng lộ trình năm 2018. Đáng chú ý là trồng 45 ha cây ăn quả.": ["45 hectare | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Đáng chú ý là thực hiện trồng 45 ha rừng.": ["45 hectare | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Cùng với đó là trồng 45 ha rừng.": ["45 hectare | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Trước mắt là trồng 45 ha rừng.": ["45 hectare | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Đáng chú ý là kết hợp trồng 45 ha rừng.": ["45 hectare | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Đáng chú ý là 45 hộ có máy tính.": ["45 household | 2018 | ? status"],
    "Huyện xây dựng lộ trình năm 2018. Kết quả trồng 45 ha rừng.": ["45 hectare | 2018"],
    "Huyện xây dựng lộ trình năm 2018. Huyện trồng được 45 ha rừng, năng suất 5 tấn/ha.": [
        "45 hectare | 2018",
        "5 tonne/hectare | 2018",
    ],
    "Huyện vượt các chỉ tiêu, nhiệm vụ của ngành đề ra năm 2018. Trồng 45 ha rừng.": ["45 hectare | 2018"],
    "Năm 2018, thời gian giải quyết hồ sơ giảm. Huyện có 45 trường học.": ["45 school | 2018"],
    # -- up to a year that may be that of a goal
    "Đến năm 2025, tỷ lệ hộ nghèo giảm còn 4%.": ["4 percent | 2025 | ? status"],
    "Đến năm 2030 còn 45 xã nghèo.": ["45 commune | 2030 | ? status"],
    "Đến năm 2030, tỉnh vẫn giữ 45 ha rừng.": ["45 hectare | 2030 | ? status"],
    "Từ nay đến năm 2030, tỉnh giữ 45 ha rừng.": ["45 hectare | ? status"],
    "Theo báo cáo, đến năm 2020 còn 45 xã nghèo.": ["45 commune | 2020"],
    "Đến năm 2020, tỉnh còn 45 xã nghèo. Tháng 9/2021 có 40 xã.": ["45 commune | 2020", "40 commune | 2021-09"],
    "Đến năm 2000 mới có 14% số hộ dùng điện.": ["14 percent | 2000"],
    "Đến năm 2018, toàn tỉnh còn 45 xã.": ["45 commune | 2018"],
    # -- a misprint of phấn đấu, and pollen
    "Phấn đầu thu nhập đạt 45 triệu đồng.": ["45000000 VND | ? status"],
    "Huyện phấn đầu trồng 45 ha. Cấp nước cho 30 hộ.": ["45 hectare | ? status", "30 household | ? status"],
    "Xã phấn đầu giảm 30 hộ nghèo, đã giảm 20 hộ.": ["-30 household | ? status", "-20 household"],
    "Lứa phấn đầu vụ đạt 45 tấn.": ["45 tonne"],
    "Ong lấy phấn đầu mùa được 45 lít mật.": ["45 litre"],
    # -- dates and numbers in other forms
    "Từ ngày 5 đến 8 tháng 9 năm 2018 có 45 hộ.": ["2018-09-05/P4D", "45 household | 2018-09-05/P4D"],
    "Ngày 5-8 tháng 9/2018 có 45 hộ, ngày 5-8/9 năm 2018 có 30 hộ; đến ngày 5-8 tháng 9 có 20 hộ.": [
        "2018-09-05/P4D",
        "45 household | 2018-09-05/P4D",
        "2018-09-05/P4D",
        "30 household | 2018-09-05/P4D",
        "None ",
        "20 household",
    ],
    "Ngày 5-31 tháng 9 năm 2018 có 45 hộ, ngày 5-8 tháng này có 30 hộ; hỗ trợ 5-8 tháng.": [
        "None ",
        "45 household",
        "None ",
        "30 household",
        "5..8 month",
    ],
    "Từ ngày 5 tháng 6 đến ngày 10 tháng 6 năm 2018 có 45 hộ.": ["2018-06-05/P6D", "45 household | 2018-06-05/P6D"],
    "Từ 31/2-14/5/2022 có 45 hộ, từ ngày 10-5/5/2022 có 30 hộ.": [
        "(Decimal('31'), Decimal('2')) ? unit",
        "45 household",
        "10 ? unit",
        "30 household",
    ],
    "Đến 5/6 - 10/6 có 45 hộ; ĐT: 123-456-789.": ["45 household", "None "],
    "Chi hai phần ba năm; hai phần ba số hộ, quá nửa đầu năm, một nửa năm.": [
        "(Decimal('2'), Decimal('3')) ? meaning",
        "(Decimal('2'), Decimal('3')) ? meaning",
        "(Decimal('1'), Decimal('2')) ? meaning",
    ],
    "Đạt 32,5 giường/vạn xanh dân, 1.500 ng.km.": ["32.5 ? unit", "1500 ? unit"],
    "Trồng 1 – 2 – 3,5 ha; tăng 5 điểm phần nhỏ.": ["(Decimal('1'), Decimal('2')) ? unit", "3.5 ? number", "5 ? unit"],
    # -- changes, comparisons and plans in other forms
    "Thu ngân sách tăng 5% CK, bằng 105% CKNN.": ["by 5 percent", "to 105 percent"],
    "Phấn đấu thu ngân sách đạt 110% dự toán và 105% kế hoạch.": [
        "of_plan 110 percent | planned",
        "of_plan 105 percent | ? status",
    ],
    "Hoàn thành và vượt 45% kế hoạch.": ["45 ? meaning"],
    "Diện tích gieo trồng vượt kế hoạch xanh 4,5%.": ["4.5 ? meaning"],
    "Tỷ lệ tham gia bảo hiểm đạt 60,23% so với dân số.": ["60.23 percent"],
    "Kế hoạch trồng 850 ha; xã thực hiện trồng 902 ha.": ["850 hectare | planned", "902 hectare | ? status"],
    "Phấn đấu trồng 45 ha rừng; thực hiện tăng 30 xã": ["45 hectare | planned", "30 commune | ? status"],
    "Các xã có tỷ lệ hộ nghèo cao vùng biên giới vùng sâu vùng xa vùng đặc biệt khó khăn của tỉnh trên 25% giảm 4%.": [
        "over 25 percent",
        "by -4 percent | ? points",
    ],
    # -- times of the same period, and months ahead
    "Ngày 15/6/2020 có 45 hộ, cùng kỳ năm 2019 có 30 hộ.": ["45 household | 2020-06-15 | at", "30 household"],
    "Từ ngày 15/6/2020 đến 20/7/2020 có 45 hộ, cùng kỳ năm 2019 có 30 hộ.": [
        "2020-06-15/P36D",
        "45 household | 2020-06-15/P36D",
        "30 household | 2019-06-15/P36D",
    ],
    "Từ ngày 29/2/2020 đến 20/7/2020 có 45 hộ, cùng kỳ năm 2019 có 30 hộ.": [
        "2020-02-29/P143D",
        "45 household | 2020-02-29/P143D",
        "30 household",
    ],
    "Giai đoạn 2016-2017 có 45 hộ, cùng kỳ năm 2015 có 30 hộ.": [
        "2016-01-01/P2Y",
        "45 household | 2016-01-01/P2Y",
        "30 household",
    ],
    "GDP quý III/2020 tăng 5% so với cùng kỳ quý II/2020.": ["by 5 percent | 2020-04-01/P6M"],
    "Đạt 66% kế hoạch năm 2019 (năm 2019, kế hoạch là 120.000 lao động).": [
        "of_plan 66 percent",
        "120000 person | planned | 2019",
    ],
    "Năm 2018 thu 500 tỷ đồng. 6 tháng tới, trồng 45 ha.": [
        "500000000000 VND | 2018",
        "6 month",
        "45 hectare | 2018 | ? status",
    ],
    "Tháng 6 năm 2018 thu 5 tỷ đồng, lũy kế 5 tháng thu 30 tỷ đồng.": [
        "5000000000 VND | 2018-06",
        "5 month",
        "30000000000 VND | to_date",
    ],
    # -- pairs of sentences with one more or another word
    "Tỉnh phấn đấu không ngừng; trồng 45 ha.": ["45 hectare"],
    "Tỉnh phấn đấu không để 45 hộ tái nghèo.": ["45 household | planned"],
    "Số bác sĩ trên 10.000 dân là 8 - 9 bác sĩ.": ["(Decimal('8'), Decimal('9')) ? meaning"],
    "Số giường bệnh trên 10.000 dân từ 25 đến 30 giường.": ["25..30 bed"],
    "Gieo trồng 8.568 ha/kế hoạch 7.500 ha, tăng 14%.": ["8568 hectare", "7500 hectare | planned", "14 ? meaning"],
    "Doanh thu tăng 105%/kế hoạch tăng 90%, tăng 14%.": ["by 105 percent", "by 90 percent", "by 14 percent"],
    "Năm 2018 thu 45 tỷ đồng; các chỉ tiêu này của cùng kỳ năm trước lần lượt 29 tỷ đồng, 30 tỷ đồng.": [
        "45000000000 VND | 2018",
        "29000000000 VND",
        "30000000000 VND",
    ],
    "Nguồn hụt tăng 5%, thiếu hụt 3%.": ["by 5 percent", "by -3 percent"],
    "Trong tháng Năm 2018 trồng 45 ha.": ["45 hectare | 2018"],
    "Trong tháng Năm năm 2018 trồng 45 ha.": ["45 hectare | 2018-05"],
    "Trong tháng Chín 2018 trồng 45 ha.": ["45 hectare | 2018-09"],
    "Tuần 53 năm 2018 có 45 hộ; tuần 54 năm 2018 có 30 hộ.": ["45 household", "30 household | 2018"],
    "Vừa phê duyệt Chương trình phát triển rừng, một số chỉ tiêu chủ yếu đến năm 2020: trồng 45 ha.": [
        "45 hectare | planned | 2020",
    ],
    "Chỉ tiêu năm 2018 là 50 ha, được 45 ha.": ["50 hectare | planned | 2018", "45 hectare | 2018"],
    "Kế hoạch năm 2018 là 50 ha, được giao 45 ha.": ["50 hectare | planned | 2018", "45 hectare | 2018 | ? status"],
    "Theo báo cáo, đến năm 2021 có 45 hộ.": ["45 household | 2021 | ? status"],
    "Thu 5 triệu đô la Úc; thu 5 triệu đô la Mỹ; thu 5 triệu đô.": ["5E+6 ? unit", "5000000 USD", "5E+6 ? unit"],
    "ĐT bàn: 0213.876; số máy 123.456; đường dây nóng 19001234.": ["213.876 ? number", "123456 ? unit", "None "],
    "Tốc độ phát triển kinh tế; công nghiệp đạt 7,36%.": ["7.36 ? meaning"],
    "Ngày 1.5 có 45 hộ; ngày 1.5% có 30 hộ; hôm 12-5/2018 có 10 hộ.": [
        "45 household",
        "1.5 percent",
        "30 household",
        "12 ? unit",
        "(Decimal('5'), Decimal('2018')) ? unit",
        "10 household",
    ],
    "Chỉ số PCI đạt 65 điểm, tăng 2 điểm; tỷ lệ tăng 3 điểm.": [
        "65 index_point",
        "2 index_point",
        "3 percentage_point",
    ],
    # -- fractions and multiples in words, and what a mean is per
    "Một phần năm số hộ có 45 con bò.": ["(Decimal('1'), Decimal('5')) ? meaning", "45 animal"],
    "Một phần năm 2018 có 45 con bò.": ["45 animal | 2018"],
    "Một phần năm nay có 45 con bò.": ["45 animal"],
    "Thu gấp ba so với năm 2017, gấp ba mươi lần năm 2010, gấp năm trăm lần.": [
        "times 3 times",
        "times 30 times",
        "times 500 times",
    ],
    "Thu lần này gấp ba, gấp hai; gấp một, gấp năm.": ["times 3 times", "times 2 times"],
    "Khám bệnh bình quân đầu người đạt 3,5 lượt.": ["3.5 turn/person"],
    "Bình quân đầu người đạt 3 con bò.": ["3 ? unit"],
    "Vốn thực hiện Chương trình là 45 tỷ đồng; mục tiêu trồng 50 ha, kinh phí thực hiện Đề án 5 tỷ đồng.": [
        "45000000000 VND | ? status",
        "50 hectare | planned",
        "5000000000 VND | planned",
    ],
    "Mục tiêu trồng 50 ha, vốn thực hiện 5 tỷ đồng.": ["50 hectare | planned", "5000000000 VND"],
    "Từ 12% xuống còn 8%; với 45 hộ, tăng lên 50 hộ.": ["12 percent", "8 percent", "45 household", "50 household"],
    # -- days of a month that is a word, is joined to its year, or does not have them
    "Ngày 31 tháng 2 năm 2018 có 45 hộ; ngày 31 tháng 6/2018 có 30 hộ.": ["45 household", "30 household"],
    "Ngày 5 tháng này có 45 hộ; ngày 31 tháng 2 có 30 hộ.": ["45 household", "30 household"],
    "Ngày 5 tháng 9/2018 có 45 hộ.": ["45 household | 2018-09-05 | at"],
    "Ngày 5 tháng Chín năm 2018 có 45 hộ.": ["45 household | 2018-09-05 | at"],
    "Mùng 5 tháng Giêng có 45 hộ; sau 5 tháng có 30 hộ.": ["45 household", "5 month", "30 household"],
    "Từ 5 - 10-5-2018 có 45 hộ.": ["5 ? unit | 2018-05-10 | at", "45 household | 2018-05-10 | at"],
    "Từ 15/14/2018 - 31/2/2018 có 45 hộ.": ["45 household"],
    # -- more pairs
    "Hơn nửa năm có 45 hộ.": ["45 household"],
    "Giá tăng mạnh từ 5% đến 7%.": ["(Decimal('5'), Decimal('7')) ? meaning"],
    "Giá từ 5% đến 7%.": ["5..7 percent"],
    "Số hộ giảm 5%, 6% số hộ.": ["by -5 percent", "6 ? meaning"],
    "Mỗi hộ được hỗ trợ 5 triệu đồng, tương đương 200 USD.": ["5000000 VND/household", "200 USD/household"],
    "Mỗi hộ được hỗ trợ 5 triệu đồng, bò 200 USD.": ["5000000 VND/household", "200 ? meaning"],
    "6 tháng tới, trồng 45 ha.": ["6 month", "45 hectare | ? status"],
    "6 tháng trồng 45 ha.": ["6 month", "45 hectare"],
}


def line(figure: vietnamese.PrintedFigure) -> str:
    """Return a figure as one line, without the resolution of its value."""
    value = str(figure.magnitude if figure.value is None else figure.value).partition(" to ")[0]
    parts = [value, *(status.value for status in figure.statuses)]
    parts += [str(one) for one in (figure.time, figure.collection and figure.collection.value) if one is not None]
    doubt = "" if figure.doubt is None else f"? {figure.doubt.value}"
    if figure.value is None:
        return " | ".join([f"{parts[0]} {doubt}", *parts[1:]])
    return " | ".join([*parts, doubt] if doubt else parts)


def test_each_figure_of_a_sentence_is_read_as_it_is_meant() -> None:
    read = {
        text: [line(one) for one in vietnamese.find(text) if one.kind is not vietnamese.FigureKind.DATE]
        for text in SENTENCES
    }
    assert read == SENTENCES


def test_a_misprint_of_a_goal_is_named_in_the_note() -> None:
    (found,) = vietnamese.find("Phấn đầu thu nhập đạt 45 triệu đồng.")
    assert "misprint" in found.note
