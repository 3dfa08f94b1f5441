"""Counted nouns with their units, and nouns whose meaning depends on the words around them.

Each line of the table has a unit of the catalogue and the phrases that name it. The last lines hold common counted
nouns without a unit in the catalogue, and phrases that only begin like a unit (*đồng bào*, *xã hội*).
"""

from __future__ import annotations

from typing import Final

from aseansc.vietnamese._lexicon import words_in

GLUED: Final = words_in("ha đ m g l kg km mm cm tr trđ h kwh mwh kw mw usd ml")
"""Units that may be printed without a space after the number: 320ha."""
ANIMAL: Final = "con"
ANIMALS_OR_CHILDREN: Final = "“con” may mean animals or children"
NO_CURRENCY: Final = "the currency is not printed: đồng, as elsewhere in the text"
NO_CURRENCY_BUT_PER: Final = "the currency is not printed: đồng, by the words before it"
BODY: Final = "đơn vị"
BODIES_OR_GOODS: Final = "“đơn vị” may mean bodies, or units of goods"
MEMBERS: Final = ("thành", "viên")
OTHER_MEMBERS: Final = {
    *(("", one) for one in ("asean", "wto", "eu", "apec")),
    ("mặt", "hàng"),
    ("quốc", "gia"),
    ("các", "nước"),
    ("nước", "asean"),
}
"""Words after members that are not persons: thành viên của câu lạc bộ mặt hàng tỷ đô, thành viên ASEAN."""
PERSONS_OR_OTHERS: Final = "“thành viên” may mean persons, or countries and other things"
BLOOD: Final = "máu"
GIVEN: Final = words_in("nhận thu hiến tặng")
AFTER_GIVEN: Final = words_in("được về")
BODIES_OR_BLOOD: Final = "“đơn vị” may mean bodies, or units of blood"
DONG: Final = "đồng"
AFTER_DONG: Final = words_in("bằng thời bộ đều ý")
"""Words that form another word with a preceding đồng, but not after a scale word: 5 tỷ đồng bằng 96 %."""
EQUALS: Final = "bằng"
POINT: Final = "điểm"
PER_FAR: Final = words_in("ngày tháng năm đêm giờ người hộ lượt 100")
"""Words after a stroke that make a rate even of several words: 7.600 tấn hàng hóa xuất nhập khẩu/ngày."""
TONNE: Final = "tấn"
AFTER_POINTS: Final = words_in("so và trong trở")
METRES: Final = frozenset(("m", "mét", "km"))
POWERS: Final = frozenset("23²³")
SQUARE_OR_METRE: Final = "may be square or cubic metres: a 2 or 3 is printed apart"
POINTS_OR_PLACES: Final = "“điểm” may mean points or places"

MEANINGS: Final = {
    "vụ": (
        "incident",
        words_in(
            "xảy tngt nạn phạm cháy án bắt khởi tội lậu trộm phá khiếu lừa bạo xử phát tai mâu buôn cứu"
            " tra truy can xét"
        ),
        words_in("xuân hè thu đông mùa lúa ngô màu tôm trong mỗi một / trưởng"),
        words_in("gieo trồng cấy canh tác ruộng lúa mùa"),
    ),
    "ca": (
        "disease_case",
        words_in("mắc bệnh nhiễm dịch sốt dương covid sởi cúm viêm f0 tcm sxh"),
        words_in("tử đẻ sinh mổ phẫu trực cấp ghép nặng làm / ghi điều khỏi một mỗi kíp sản ngày đêm"),
        words_in("phẫu mổ đẻ trực"),
    ),
    "tin": (
        "news_item",
        words_in("bài đăng viết sóng thanh hình trang"),
        words_in("nhắn"),
        words_in("giác tội án khởi tố hiện xác"),
    ),
}
"""Nouns that alone have several meanings: their unit, words of the sentence that decide for it, words after the noun
that make it something else, and words of the sentence that decide against it."""

ACCUSED: Final = words_in("bị đối người tội")
"""First words for people in a case, after a stroke and their number: 441 vụ/651 bị can."""

TABLE: Final = """\
person: em | ủy viên | uỷ viên | vđv | hlv | cnvclđ | cnlđ | nlđ | cbcc | cbccvc | cbnv | đvtn | hssv
person: người | người dân | người nghèo | người lao động | người có công | người cao tuổi | người khuyết tật
person: người nghiện | người nghiện ma túy | người nghiện ma tuý | người bệnh | người học | nhân khẩu | khẩu
person: nhân dân | lao động | lao động nông thôn | đối tượng | đối tượng chính sách | nhân viên
person: đối tượng bảo trợ xã hội | học sinh | sinh viên | học viên | trẻ em | trẻ | trẻ sơ sinh | em học sinh | cháu
person: cháu bé | giáo viên | giảng viên | cán bộ | công chức | viên chức | cán bộ, công chức
person: cán bộ, công chức, viên chức | cán bộ, viên chức | cán bộ công chức | bác sĩ | bác sỹ | y sĩ | y sỹ
person: điều dưỡng | hộ sinh | dược sĩ | bệnh nhân | phụ nữ | phụ nữ mang thai | bà mẹ | nông dân | công nhân
person: thanh niên | thanh thiếu niên | thiếu niên | hội viên | đoàn viên | đảng viên | chiến sĩ | chiến sỹ
person: cựu chiến binh | thương binh | bệnh binh | liệt sĩ | liệt sỹ | thân nhân | thân nhân liệt sĩ | nạn nhân
person: đại biểu | cử tri | thí sinh | vận động viên | huấn luyện viên | tình nguyện viên | cộng tác viên
person: tuyên truyền viên | hướng dẫn viên | chuyên gia | nghệ nhân | diễn viên | nhà khoa học | nhà báo
person: nhà lãnh đạo | nhà quản lý | nhà giáo | nhà nghiên cứu | nhà văn | nhà thơ | nhà ngoại giao | nhà sư
person: phóng viên | khách | du khách | khách du lịch | khách quốc tế | khách hàng | khách nội địa | hành khách
person: đồng chí | chủ hộ | lãnh đạo | tiến sĩ | thạc sĩ | kỹ sư | dân | dân cư | cựu thanh niên xung phong
person: bà con | con em | thành viên | xã viên | ngư dân | diêm dân | ngư phủ | người dân tộc thiểu số | phạm nhân
person: người dân tộc | học sinh dân tộc | học sinh dân tộc thiểu số | lao động dân tộc thiểu số
person: phụ nữ dân tộc thiểu số | cán bộ dân tộc thiểu số | trẻ em dân tộc thiểu số | học sinh là người dân tộc thiểu số
person: lđ | hs | gv | cb | cbgv | cbql | bé trai | bé gái | trẻ đẻ sống | trẻ đẻ ra sống | ca đẻ sống
person: nữ hộ sinh | cá nhân | chủ tịch | bị can | bị cáo | tội phạm
person: đội viên | nghệ sĩ | doanh nhân | quân nhân | tân binh | tín đồ | chức sắc | hssv | ccb | cựu tnxp
person: bạn đọc | độc giả | khán giả | thính giả | người đọc
person: đồng bào | công dân | người nước ngoài | người mù | người cai nghiện
household: hộ | hộ nghèo | hộ cận nghèo | hộ gia đình | hộ dân | hộ dân cư | gia đình | hộ nông dân | hộ kinh doanh
household: hộ gđ
household: hộ dân tộc | hộ dân tộc thiểu số | hộ nghèo dân tộc thiểu số | hộ nghèo là người dân tộc thiểu số
household: hộ thoát nghèo | hộ khó khăn | hộ đồng bào dân tộc thiểu số | hộ sản xuất | hộ chăn nuôi
household: gia đình chính sách | gia đình văn hóa | gia đình văn hoá | hộ nghèo, hộ cận nghèo | hộ nghèo, cận nghèo
person_day: ngày khách | ngày người | ngày công | ngày công lao động
turn: lượt
district: đơn vị cấp huyện
commune: đơn vị cấp xã
province: đơn vị hành chính cấp tỉnh
province: tỉnh | tỉnh, thành phố | tỉnh thành | tỉnh, thành | tỉnh thành phố
district: huyện | quận | huyện, thị xã | huyện, thành phố | huyện, thị xã, thành phố | huyện, thị | quận, huyện
district: quận huyện
commune: xã | phường | thị trấn | xã, phường | xã, phường, thị trấn | xã, thị trấn | phường, xã | xã/phường
commune: xã phường | xã/phường/thị trấn | xã phường thị trấn
village: thôn | bản | ấp | làng | buôn | khu phố | tổ dân phố | thôn, bản | thôn bản | thôn, bản, khu phố | thôn/bản
village: thôn, bản, tổ dân phố | thôn, xóm | xóm | thôn, buôn | bản, làng | thôn, làng | làng, bản | khu dân cư
village: thôn, tổ dân phố | ấp, khu phố | khóm, ấp | khóm | thôn, ấp
organisation: cơ quan | đơn vị | cơ quan, đơn vị | tổ chức | bộ, ngành | sở, ngành | sở, ban, ngành | ban, ngành
organisation: đơn vị sự nghiệp | đơn vị sự nghiệp công lập | bộ ngành | cơ quan, tổ chức | tổ chức, đơn vị
enterprise: doanh nghiệp | công ty | dn
cooperative: hợp tác xã | htx
school: trường | trường học | trường tiểu học | trường mầm non | trường trung học cơ sở | trường trung học phổ thông
school: trường thcs | trường thpt | trường đại học | trường cao đẳng | trường phổ thông
classroom: phòng học
health_facility: cơ sở y tế | trạm y tế | bệnh viện | cơ sở khám chữa bệnh | cơ sở khám, chữa bệnh | trung tâm y tế
health_facility: phòng khám
country: nước | quốc gia | nước thành viên
industrial_park: khu công nghiệp | kcn
language: tiếng dân tộc | thứ tiếng | ngôn ngữ
ethnic_group: dân tộc | dân tộc thiểu số | dân tộc anh em
project: dự án | đề tài | đề tài, dự án
scheme: đề án
works: công trình
dwelling: nhà ở | nhà | căn nhà | ngôi nhà | căn hộ | căn | nhà tình nghĩa | nhà đại đoàn kết | nhà tạm
dwelling: nhà tình thương
mine_site: điểm mỏ | mỏ
vehicle: xe | ô tô | xe ô tô | xe máy | xe mô tô | phương tiện
animal: con | con gia súc | con gia cầm | con trâu | con bò | con lợn | con gà | con vịt | con dê | con trâu, bò
animal: con vật | gia súc | gia cầm | đầu gia súc | đầu con gia súc
campaign: đợt
event: cuộc | sự kiện | cuộc họp | cuộc thi
gift: suất quà | xuất quà | phần quà | suất
storey: tầng
indicator: chỉ tiêu
certificate: giấy chứng nhận | giấy xác nhận | gcn | giấy cnqsd đất | sổ đỏ
licence: giấy phép
dossier: hồ sơ
register_book: sổ đăng ký
news_item: tin, bài | tin bài | tin, bài viết | bài viết | bài báo | tin tức
publication: ấn phẩm
VND: đồng | vnđ | vnd | đ | đồng việt nam
USD: usd | đô la mỹ | đô la | đô-la | đô-la mỹ | đôla | đôla mỹ
EUR: eur | euro
JPY: jpy | yên nhật | yên | yen
CNY: cny | nhân dân tệ | ndt
BND: bnd | đô la brunei
IDR: idr | rupiah | rupiah indonesia
KHR: khr | riel | riel campuchia
LAK: lak | kíp | kíp lào | kip
MMK: mmk | kyat | kyat myanmar
MYR: myr | ringgit | ringgit malaysia
PHP: php | peso | peso philippines
SGD: sgd | đô la singapore
THB: thb | baht | baht thái | bạt
square_metre: m² | m2 | mét vuông | m vuông
hectare: ha | héc ta | hecta | hécta | hec ta | héc-ta | hec-ta
square_kilometre: km² | km2 | ki-lô-mét vuông | ki lô mét vuông | kilômét vuông | km vuông
gram: g | gam | gram
kilogram: kg | ki-lô-gam | kilôgam | kilogam | ki lô gam
quintal: tạ
tonne: tấn
troy_ounce: ounce
litre: lít | l
cubic_metre: m³ | m3 | mét khối | m khối
millimetre: mm | mi-li-mét | milimét
centimetre: cm | xen-ti-mét
metre: m | mét
kilometre: km | ki-lô-mét | kilômét | kilomet | ki lô mét | cây số
kilowatt_hour: kwh
megawatt_hour: mwh
hour: giờ
day: ngày
month: tháng
quarter: quý | quí
year: năm
index_point: điểm
rank: thứ hạng
bed: giường | giường bệnh
disease_case: ca bệnh | ca mắc | ca mắc mới | ca nhiễm | ca nhiễm mới | ca dương tính
incident: vụ việc | vụ án | vụ án hình sự | vụ tai nạn | vụ tai nạn giao thông | vụ tai nạn lao động | vụ cháy | vụ nổ
incident: vụ cháy nổ | vụ cháy rừng | vụ vi phạm | vụ phạm tội | vụ phạm pháp | vụ phạm pháp hình sự | vụ bạo lực
incident: vụ bạo lực gia đình | vụ ngộ độc | vụ ngộ độc thực phẩm | vụ tranh chấp | vụ trộm cắp | vụ đuối nước
incident: vụ tngt | vụ va chạm | vụ phá rừng | vụ ma túy | vụ ma tuý | vụ khởi tố | vụ xâm hại | vụ lừa đảo
incident: vụ buôn lậu | vụ khiếu nại | vụ tố cáo | vụ ly hôn | vụ đánh bạc
blood_unit: đơn vị máu
dose: liều | liều vắc xin | liều vaccine | liều thuốc
tablet: viên thuốc
study_class: lớp | lớp học | lớp tập huấn | lớp đào tạo | lớp bồi dưỡng | lớp dạy nghề | lớp xóa mù chữ
criterion: tiêu chí | tiêu chí nông thôn mới | tiêu chí ntm | tiêu chí xây dựng nông thôn mới
establishment: cơ sở | cơ sở sản xuất | cơ sở kinh doanh | cơ sở sản xuất, kinh doanh | cơ sở sản xuất kinh doanh
establishment: cơ sở lưu trú | cơ sở giáo dục | cơ sở chế biến | cơ sở dạy nghề | cơ sở đào tạo | cơ sở giết mổ
establishment: khách sạn | nhà nghỉ | nhà khách
farm: trang trại
pilot_model: mô hình
product: sản phẩm
piece: chiếc | cái
vehicle: chiếc xe | chiếc ô tô | chiếc xe máy | chiếc xe ô tô
stock_share: cổ phiếu | cổ phần
tael: lượng vàng
mace: chỉ vàng
kilowatt: kw
megawatt: mw
-: ca | ca tử vong | vụ | tin | tin báo | tin tố giác | tin phản ánh
-: buổi | buổi học | cây | gốc | lồng | lồng bè | chuồng | tàu | tàu cá | thuyền
-: chương trình | hội nghị | điểm trường | điểm du lịch | điểm bán | điểm sáng | điểm dân cư | điểm bưu điện
-: điểm nóng | điểm đến | điểm tái định cư | địa phương | quận, huyện, thị xã | đêm | điểm cầu | nhà xưởng
-: quận/huyện | câu lạc bộ | clb | đội | tổ | tổ hợp tác | nhóm | nhóm hộ | chi hội | chi bộ | hội | đoàn
-: trung tâm | cửa hàng | chợ | siêu thị | khách sạn | phòng | nhà máy | nhà văn hóa
-: nhà văn hoá | nhà trẻ | nhà thầu | nhà đầu tư | nhà vệ sinh | nhà hàng | nhà thi đấu | nhà hát | nhà thờ | nhà ga
-: nhà tang lễ | nhà truyền thống | nhà luyện tập | nhà tập | nhà công vụ | nhà hiệu bộ | nhà bếp | nhà thuốc | nhà chờ
-: nhà bảo tàng | nhà tưởng niệm | nhà làm việc | nhà cung ứng | nhà bán lẻ | nhà phân phối | nhà nghỉ | nhà mạng
-: nhà chùa | nhà sách | nhà lầu xe | nhà sản xuất | nhà tài trợ | nhà vô địch | thuê bao | trạm | trạm bơm | máy
-: máy tính | thiết bị | bộ | quyển | cuốn | cuốn sách | tờ rơi | băng rôn | pano | văn bản
-: quyết định | kế hoạch | nghị quyết | đơn | đơn thư | ý kiến | lĩnh vực | ngành | nghề | loại | giống | tuyến
-: tuyến đường | cầu | cống | hồ | đập | kênh | giếng | giếng nước | suất học bổng | học bổng | bếp | bữa ăn
-: nhiệm vụ | giải pháp | nội dung | mục tiêu | chính sách | thủ tục | thủ tục hành chính | dịch vụ
-: khoản | mục | mẫu | sào | yến | lạng | tuần | phút | giây | thế kỷ | thế kỉ | thập kỷ
-: thập niên | gb | độ | thành phố | thị xã | miền | vùng | châu lục | bang | cụm | tiểu khu | lô | thửa
-: thửa đất | căn cứ | di tích | lễ hội | giải | huy chương | huy chương vàng | bằng khen | giải thưởng | tiết mục
-: tác phẩm | bài | đầu sách | kênh truyền hình | tài khoản | thẻ | thẻ bảo hiểm y tế | sổ | hợp đồng | gói thầu
-: hạng mục | tín chỉ | môn | môn học | tập | trận | bàn thắng | bậc | hạng | tàu thuyền | container | kiện | bao
-: ml | mililít | mi-li-lít | thùng | chai | hộp | mũi | mũi tiêm | mẫu xét nghiệm | xét nghiệm
-: cơ sở dữ liệu | cơ sở đảng | viên | viên gạch | viên đạn | ca nô | ca khúc | ca sĩ | hộ chiếu | hộ khẩu | bản án
-: bản ghi | bản báo cáo | bản giao ước | bản kiến nghị | bản góp ý | bản công bố | bản tự công bố | bản tóm tắt
-: bản kế hoạch | bản dịch | bản chính | bản giấy | bản mềm | bản photo | bản thuyết minh | bản quy hoạch | bản sách
-: bản tự kiểm điểm | bản tài liệu | bản tham luận | bản thu hoạch | bản đề án | bản kê | bản danh sách | bản quy ước
-: bản hương ước
-: bản kê khai | bản đăng ký | bản tự khai | bản thỏa thuận | bản kiểm điểm | bản nhận xét | bản đánh giá
-: bản vẽ | bản hợp đồng | bản thảo | con dấu | con tem | con đê | con tàu | con chip | nhà lưới | nhà màng | nhà kính
-: nhà kho | nhà xe | nhà yến | nhà vườn | nhà cộng đồng | nhà sinh hoạt cộng đồng | nhà rông | nhà bia | làng nghề
-: làng nghề truyền thống | tin nhắn | cuộc gọi | cuộc điện thoại | suất ăn | suất đầu tư | chỉ tiêu tuyển sinh
-: căn cước | căn cước công dân | thẻ căn cước | khẩu trang | khẩu súng | khẩu phần | kíp trực | kíp thợ
-: phương tiện truyền thông | tập thể | gian hàng | trường hợp | suất chiếu | suất diễn | suất cơm | suất vé
-: đơn vị hành chính | đơn vị sản phẩm | đơn vị hàng hóa | đơn vị hàng hoá | đơn vị cổ phiếu | ca trực | ca làm việc
-: đô la úc | đô-la úc | đôla úc | đô la canada | đô-la canada | đô la hồng kông | đô-la hồng kông | đô la đài loan
-: đô la new zealand | đô-la new zealand
!: cơ sở vật chất | cơ sở hạ tầng | cơ sở pháp lý | ca ngợi | vụ trưởng | lớp trưởng | viên mãn | cái gì
!: nước máy | nước mắm | nước ngầm | nước mặt | nước thải | nước sinh hoạt | nước uống | nước đá | nước ngọt | nước mưa
!: nước hợp vệ sinh | nước dưới đất | nước khoáng | nước giải khát | nước biển | nước mía
!: đồng hành | đồng loạt | đồng tình | đồng thuận | đồng phục | đồng nhất | đồng lòng | đồng khởi
!: xã hội | đồng hồ | đồng bộ | đồng thời | đồng bằng | đồng đều | đồng ý | đồng nghiệp | đồng cỏ | nước ngoài
!: nước sạch | nước ta | con đường | con số | con sông | con suối | con người | bản đồ | bản sao | bản quyền
!: bản tin | bản in | bản cam kết | bản ghi nhớ | bản thân | bản sắc | tiếng việt | tiếng anh | tiếng nói | người ta
!: dân chủ | nhà nước | nhà trường | ngày càng | năm qua | tỉnh ủy | tỉnh uỷ | huyện ủy | huyện uỷ
!: đảng ủy | đơn giản | đơn vị tính | tổ chức thực hiện | khách quan | bài học kinh nghiệm | bản chất | bản lĩnh
!: dân số | dân vận | dân quân | dân sự | cuộc sống | nhà cung cấp | giải ngân | giải quyết | giải phóng | giải tỏa
!: giải toả | giải thể | giải trình | giải đáp | giải cứu | hội đồng | tổ chức | tập trung
!: tập huấn | loại bỏ | loại trừ | cụm từ | bài trừ | bao gồm
"""
"""Lines of ``unit: phrases``; ``-`` for nouns without a unit, ``!`` for phrases that are not counted nouns."""

PIECE: Final = "bản"
PIECES: Final = r"\bbản (?:kê khai|đăng ký|tự khai|cam kết|thỏa thuận|ghi nhớ|kiểm điểm|hợp đồng|án)\b"
"""A village, but in a text with one of these documents perhaps a document: 35 bản kê khai, 17 bản công khai."""
