"""Lists of goals and lists of results: the heading over a list decides the status of its figures."""

from __future__ import annotations

import pytest

from aseansc import Period, vietnamese
from aseansc.vietnamese import Doubt, FigureKind


def _is_doubted(figure: vietnamese.PrintedFigure) -> bool:
    return figure.doubt is Doubt.STATUS or "may be a target" in figure.note


def statuses(text: str) -> list[tuple[str, str]]:
    """Return each figure that takes a status, as its number and its status; `?` for a note that it may be a target."""
    return [
        (str(figure.number), "/".join(figure.statuses) or ("?" if _is_doubted(figure) else ""))
        for figure in vietnamese.find(text)
        if figure.mention is None and figure.kind is not FigureKind.ATTAINMENT
    ]


GOALS = {
    "tasks of a year": "Nhiệm vụ chủ yếu năm 2021:\n- Trồng mới 320 ha rừng.\n- Giảm 150 hộ nghèo.",
    "goals that a council passes": (
        "Điều 1. Hội đồng nhân dân huyện thông qua các mục tiêu sau:\n1/ Thu ngân sách = 85 tỷ đồng.\n"
        "2/ Sản lượng thóc đạt 21.500 tấn."
    ),
    "goals after a sentence": (
        "Năm qua còn nhiều khó khăn. Huyện đề ra một số chỉ tiêu sau:\n+ Thu ngân sách 85 tỷ đồng;\n+ Trồng 40 ha chè."
    ),
    "indicators of a plan": "Chỉ tiêu kế hoạch năm 2022:\na) Cứng hóa 12 km đường.\nb) Tỷ lệ che phủ rừng 52,5%.",
    "indicators up to a year": "Một số chỉ tiêu chủ yếu đến năm 2030:\n- 95% số hộ có điện.\n- Xây 14 nhà văn hóa.",
    "indicators of the plan": "Các chỉ tiêu chủ yếu của kế hoạch năm 2022:\n- Trồng 60 ha cam.",
    "to be striven for": "Phấn đấu hoàn thành các chỉ tiêu sau:\n- Trồng 60 ha cam.\n- Xóa 35 nhà tạm.",
    "a heading without a colon": "II. MỤC TIÊU, NHIỆM VỤ NĂM 2022\n- Trồng 60 ha cam.\n- Xóa 35 nhà tạm.",
    "needed and not reached": "Để đạt được mục tiêu trên, năm 2022 cần đạt các chỉ tiêu sau:\n- Trồng 60 ha cam.",
    "indicators after a plan": (
        "Hội đồng nhân dân xã ban hành Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2022.\n"
        "Các chỉ tiêu chủ yếu:\n1. Về kinh tế:\n- Trồng 60 ha cam; nuôi 900 con lợn.\n2. Về xã hội:\n- Xóa 35 nhà tạm."
    ),
    "indicators in a section of goals": "II. Phương hướng năm 2022\n1. Các chỉ tiêu chủ yếu:\n- Trồng 60 ha cam.",
    "under nested headings": "Mục tiêu năm 2022:\n1. Kinh tế\n- Trồng 60 ha cam.\n2. Xã hội:\n- Xóa 35 nhà tạm.",
    "marks in brackets": "Mục tiêu năm 2022:\n(1) Trồng 60 ha cam.\n(2) Nuôi 900 con lợn.\n(a) Thu 2 tỷ đồng.",
    "several sentences of an item": "Mục tiêu năm 2022:\n- Trồng 60 ha cam. Nuôi 900 con lợn; thu 2 tỷ đồng.",
    "the title of a plan, with a date below it": (
        "KẾ HOẠCH KINH TẾ - XÃ HỘI NĂM 2022\n06/01/2022\nCÁC CHỈ TIÊU CHỦ YẾU CỦA NĂM 2022:\n1. Kinh tế:\n"
        "- Trồng 60 ha cam.\n- Thu ngân sách đạt 3 tỷ đồng."
    ),
    "several sentences after a lead-in": (
        "Đại hội đề ra các mục tiêu đến năm 2020: Thu nhập đạt 30 tỷ đồng. Năng suất lúa đạt 12 tạ. Đẩy mạnh đầu tư, "
        "trồng 40 ha chè; đến năm 2025 trồng 50 ha chè."
    ),
    "a sentence that goes on with goals": (
        "Đại hội biểu quyết thông qua các chỉ tiêu nhiệm kỳ. Cụ thể, thu 90 tỷ đồng; trồng 40 ha chè. Nuôi 900 con lợn."
    ),
    "an order to carry out": "Nhiệm vụ năm 2022:\n- Thực hiện trồng 60 ha cam.\n- Hoàn thành xây 3 trạm y tế.",
}


@pytest.mark.parametrize("text", GOALS.values(), ids=GOALS)
def test_figures_listed_under_goals_are_planned(text: str) -> None:
    found = statuses(text)
    assert found
    assert {status for _, status in found} == {"planned"}


RESULTS = {
    "results of indicators": "Kết quả thực hiện các chỉ tiêu chủ yếu:\n- Trồng 60 ha cam.\n- Xóa 35 nhà tạm.",
    "results of tasks": "Tình hình thực hiện nhiệm vụ năm 2021:\n1. Thu ngân sách 85 tỷ đồng.\n2. Trồng 60 ha cam.",
    "attained goals": "Các mục tiêu đã đạt được năm 2021:\n- Trồng 60 ha cam.",
    "goals that were attained": "Có 2 chỉ tiêu vượt kế hoạch:\n- Trồng 60 ha cam.\n- Xóa 35 nhà tạm.",
    "indicators in a section of results": "I. KẾT QUẢ NĂM 2021\n1. Các chỉ tiêu chủ yếu:\n- Trồng 60 ha cam.",
    "a national programme": "Chương trình mục tiêu quốc gia:\n- Trồng 60 ha cam.",
    "spending on tasks": "- Chi các nhiệm vụ khác:\n+ Mua 12 máy bơm.\n- Chi thường xuyên: 4 tỷ đồng.",
    "a list of anything else": "Một số công trình lớn:\n- Xây 3 trạm y tế.",
}


@pytest.mark.parametrize("text", RESULTS.values(), ids=RESULTS)
def test_figures_listed_under_results_have_no_status(text: str) -> None:
    found = statuses(text)
    assert found
    assert {status for _, status in found} == {""}


@pytest.mark.parametrize(
    "end",
    [
        "Trong năm, xã trồng 75 ha cam.",
        "Kết quả thực hiện:\n- Trồng 75 ha cam.",
        "Tình hình sản xuất:\n- Trồng 75 ha cam.",
        "III. Khó khăn, tồn tại\n- Còn 75 ha cam bị bệnh.",
    ],
)
def test_a_list_of_goals_ends_at_results_and_at_a_line_without_a_mark(end: str) -> None:
    assert statuses(f"Mục tiêu năm 2022:\n- Trồng 60 ha cam.\n{end}") == [("60", "planned"), ("75", "")]


def test_a_list_of_goals_ends_at_a_mark_of_its_own_rank() -> None:
    text = "1. Mục tiêu năm 2022:\n- Trồng 60 ha cam.\n2. Dân số:\n- Toàn xã có 4.500 người."
    assert statuses(text) == [("60", "planned"), ("4500", "")]
    text = "- Xã xác định các mục tiêu:\n1/ Trồng 60 ha cam.\n- Nuôi 900 con lợn.\n2/ Xóa 35 nhà tạm."
    assert {status for _, status in statuses(text)} == {"planned"}


def test_the_outcome_in_a_list_of_goals_is_not_planned() -> None:
    text = "Mục tiêu năm 2022:\n- Trồng 60 ha cam (năm 2021 trồng 45 ha).\n"
    text += "- Xóa 35 nhà tạm, đến nay còn 40 nhà.\n- Thu 2 tỷ."
    assert statuses(text) == [("60", "planned"), ("45", ""), ("35", "planned"), ("40", ""), ("2", "planned")]


@pytest.mark.parametrize(
    "lead", ["Các chỉ tiêu chủ yếu:", "Huyện thực hiện các mục tiêu sau:", "Theo dự toán được giao:"]
)
def test_a_list_that_may_be_of_targets_or_results_has_a_note(lead: str) -> None:
    assert statuses(f"Xã có nhiều đổi mới.\n{lead}\n- Trồng 60 ha cam.") == [("60", "?")]


@pytest.mark.parametrize("lead", ["Các chỉ tiêu chủ yếu:", ":", "-", "- :", "Chỉ tiêu", "1.", " :\n:"])
def test_a_heading_may_be_the_first_line_of_a_text(lead: str) -> None:
    assert [number for number, _ in statuses(f"{lead}\n- Trồng 60 ha cam.")] == ["60"]


def test_indicators_after_a_sentence_about_the_outcome_of_a_plan_are_not_planned() -> None:
    text = "Xã hoàn thành kế hoạch phát triển kinh tế năm 2021.\nCác chỉ tiêu chủ yếu:\n- Trồng 60 ha cam."
    assert statuses(text) == [("60", "?")]


def test_the_heading_of_the_list_governs_its_figures() -> None:
    text = "Xã họp. Mục tiêu năm 2022:\n- Trồng 60 ha cam.\n\n- Trồng 60 ha cam."
    for figure in vietnamese.find(text)[1:]:
        (words,) = figure.governed_by
        assert words.printed == "Mục tiêu năm 2022:" == text[words.start : words.end]


def readings(text: str) -> list[str]:
    return [
        f"{figure.kind} {figure.value} {'/'.join(figure.statuses)}".strip()
        for figure in vietnamese.find(text)
        if figure.mention is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu ngân sách 90 tỷ đồng, so dự toán giao đạt 45%.", "attainment of_plan 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch, thu khác 3 tỷ đồng, đạt 45%.", "attainment of_plan 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch; tỷ lệ che phủ rừng đạt 45%.", "percent 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch; có 9 xã, đạt 45%.", "percent 45 percent"),
        ("Thu 90 tỷ đồng, đạt 45%.", "percent None"),
        ("Kế hoạch là 200 tỷ đồng. Giải ngân 90 tỷ đồng, đạt 45%.", "attainment of_plan 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch. Chi 80 tỷ đồng (đạt 45%).", "attainment of_plan 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch. Chi 80 tỷ đồng, chiếm 45%.", "percent 45 percent"),
        ("Thu 90 tỷ đồng, đạt 60% kế hoạch. Đào tạo 80 người, đạt 45%.", "percent None"),
        ("Đào tạo 80 người, đạt 45%.", "percent 45 percent"),
        ("Gieo cấy được 133 ha/295 ha kế hoạch đạt 45%.", "attainment of_plan 45 percent"),
        ("Gieo cấy được 133 ha/295 ha kế hoạch, đạt 45%.", "attainment of_plan 45 percent"),
        ("Gieo cấy được 133 ha (kế hoạch 295 ha), đạt 45%.", "attainment of_plan 45 percent"),
        ("Gieo cấy được 133 ha (năm trước 295 ha), đạt 45%.", "percent 45 percent"),
        ("Thu ngân sách đạt 45% chỉ tiêu trở lên.", "attainment of_plan at_least 45 percent"),
        ("Có 90 xã, đạt 45%.", "percent 45 percent"),
        ("Trẻ em được theo dõi tăng trưởng hằng tháng đạt 45%.", "percent 45 percent"),
        ("Tăng trưởng tín dụng đạt 45%.", "change by 45 percent"),
        ("Dư nợ là 90 tỷ đồng, tỷ lệ tăng đạt 45%.", "change by 45 percent"),
        ("Tỷ lệ tăng dân số tự nhiên là 1,45%.", "percent 1.45 percent"),
        ("Giá gạo tăng rất mạnh (4,5%) so với tháng trước.", "change by 4.5 percent"),
        ("Giá gạo giảm nhẹ (4,5%) so với tháng trước.", "change by -4.5 percent"),
        ("Tỷ lệ hộ nghèo giảm nhanh (4,5%).", "percent None"),
    ],
)
def test_what_a_percent_is_of(text: str, expected: str) -> None:
    assert readings(text)[-1] == expected


@pytest.mark.parametrize("name", ["kế hoạch", "kế hoạch đề ra", "nghị quyết đề ra"])
def test_the_bracket_after_a_percent_against_a_plan_holds_the_plan(name: str) -> None:
    assert readings(f"Thu 12 tỷ đồng, đạt 60% so với {name} (20 tỷ đồng).")[-1].endswith("planned")


def test_the_bracket_after_a_base_in_a_list_of_goals_is_not_planned() -> None:
    text = "Nhiệm vụ trọng tâm:\n- Thu 5 tỷ đồng, tăng 25% so với năm 2021 (4 tỷ đồng).\n- Đến năm 2025 (có 9 xã)."
    assert statuses(text) == [("5", "planned"), ("25", "planned"), ("4", ""), ("9", "planned")]


def test_a_heading_with_tabs_still_governs_its_list() -> None:
    assert statuses("Mục tiêu\tnăm 2022:\t\u200b\n- Trồng 60 ha cam.") == [("60", "planned")]


def test_repeated_lines_below_a_heading_keep_its_position() -> None:
    heading, line = "Mục tiêu năm 2019:", "- Bình quân mỗi năm trồng 5 ha\n"
    text = f"Kết quả.\n{heading}\n{line}{line}"
    figures = [figure for figure in vietnamese.find(text) if figure.unit is not None]
    assert figures[1].start - figures[0].start == len(line)
    for figure in figures:
        assert [span.printed for span in figure.governed_by] == [heading, "Bình quân mỗi năm"]
        assert [text[span.start : span.end] for span in figure.governed_by] == [heading, "Bình quân mỗi năm"]


ENDED = {
    "by what is done": "Huyện đề ra các mục tiêu: Thu 30 tỷ đồng. Nuôi 900 con lợn. Xã đã trồng 75 ha cam.",
    "by now": "Huyện đề ra các mục tiêu: Thu 30 tỷ đồng. Nuôi 900 con lợn. Hiện nay có 75 ha cam.",
    "by the outcome": "Huyện thông qua 5 chỉ tiêu. Cụ thể, thu 30 tỷ đồng. Nuôi 900 con lợn. Kết quả, trồng 75 ha cam.",
    "by results": "Huyện đạt 14/15 chỉ tiêu. Trong đó, trồng 75 ha cam.",
}


@pytest.mark.parametrize("text", ENDED.values(), ids=ENDED)
def test_goals_in_running_text_end(text: str) -> None:
    found = statuses(text)
    assert ("75", "") in found
    assert {status for number, status in found if number in ("30", "900")} in ({"planned"}, set())


def test_a_percent_of_a_plan_that_is_a_goal_is_planned() -> None:
    def planned(text: str) -> list[tuple[str, ...]]:
        return [figure.statuses for figure in vietnamese.find(text) if figure.kind is FigureKind.ATTAINMENT]

    assert planned("Mục tiêu năm 2022:\n- Thu ngân sách đạt 110% dự toán.") == [("planned",)]
    assert planned("Phấn đấu thu ngân sách đạt 110% dự toán.") == [("planned",)]
    assert planned("Kế hoạch năm 2022 trồng 50 ha, đạt 110% kế hoạch.") == [()]
    assert planned("Mục tiêu năm 2022:\n- Trồng 50 ha cam, đã trồng 55 ha, đạt 110% kế hoạch.") == [()]


DOUBTFUL = {
    "before a goal in the sentence": "Tỷ lệ trẻ đến trường đạt 38%, có 12 lớp; phấn đấu mở rộng trường.",
    "a call": "Tiếp tục nâng cao đời sống, xóa 35 nhà tạm và trồng 40 ha chè.",
    "numbered goals or results": "Chỉ tiêu 1. Thu 5 tỷ đồng.\nChỉ tiêu số 2: Trồng 40 ha chè.",
    "after an estimate": "Chi cả năm giảm; trong đó dự kiến chi đầu tư lớn; trồng 40 ha chè, xóa 35 nhà tạm.",
    "a request": "Đề nghị tỉnh hỗ trợ 5 tỷ đồng để xây 3 trạm y tế.",
    "a need": "Xã cần 5 tỷ đồng để xây 3 trạm y tế.",
    "a promise": "Năm 2018, tỉnh đăng ký 12 xã về đích, quyết tâm trồng 40 ha chè.",
    "up to a year in the middle": "Nghị quyết xác định đến năm 2025: tỷ lệ đô thị hóa đạt 35%; có 12 xã nông thôn mới.",
    "indicators within a line": "Bên cạnh đó là các chỉ tiêu: trồng mới 320 ha rừng; tỷ lệ che phủ rừng khoảng 52%.",
    "a paragraph that goes on with them": "Gồm các chỉ tiêu: trồng 320 ha rừng.\nTrong đó, nuôi 900 con lợn; trồng 40 ha chè.",
    "a heading in capitals in the line": (
        "CÁC CHỈ TIÊU CHỦ YẾU TRONG NHIỆM KỲ I. Về kinh tế 1. Trồng 320 ha rừng. 2. Nuôi 900 con lợn."
    ),
    "up to a year": "Đến năm 2025, tỷ lệ đô thị hóa khoảng 45%; có 12 xã nông thôn mới.",
    "up to a year after a colon": "Về xã hội: Đến năm 2025, tỷ lệ lao động qua đào tạo là 70%, trồng 40 ha chè.",
}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_figures_that_may_be_goals_have_a_note(text: str) -> None:
    found = statuses(text)
    assert len(found) > 1
    assert {status for _, status in found} == {"?"}


@pytest.mark.parametrize(
    "text",
    [
        "Các chỉ tiêu: trồng 320 ha rừng. Năm 2021 trồng 15 ha chè.",
        "Kết quả các chỉ tiêu: trồng 15 ha rừng.",
        "Đến năm 2018, toàn huyện đã có 15 xã nông thôn mới.",
        "Đến hết năm 2018, toàn huyện có 15 xã nông thôn mới.",
        "Đến năm 2018, tỷ lệ hộ nghèo còn 15%.",
    ],
)
def test_what_is_done_has_no_such_note(text: str) -> None:
    assert ("15", "") in statuses(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phấn đấu trồng 32 ha rừng. Nuôi 900 con lợn. Giảm 15 hộ nghèo.", "planned ? ?"),
        ("Phấn đấu trồng 32 ha rừng. Đến nay, đã trồng 30 ha.", "planned -"),
        ("Phấn đấu trồng 32 ha rừng. Thực hiện trồng 30 ha. Nuôi 900 con lợn.", "planned - -"),
        ("Phấn đấu trồng 32 ha rừng; nuôi 900 con lợn; đã trồng 30 ha.", "planned planned -"),
        ("Phấn đấu trồng 32 ha rừng (đã trồng 30 ha); nuôi 900 con lợn.", "planned - planned"),
        ("Chỉ tiêu năm 2022 đặt ra là trồng 32 ha, trong khi năm 2021 trồng 30 ha.", "planned ?"),
        ("Phấn đấu năm 2022 nâng chất lượng tại các xã đã đạt chuẩn, đồng thời trồng 32 ha rừng.", "planned"),
        ("Phấn đấu năm 2022 trồng 32 ha rừng, các xã đã trồng 30 ha.", "planned -"),
        ("Năm 2021 trồng 30 ha; phấn đấu năm 2022 trồng 32 ha.", "- planned"),
        ("Huyện đề ra các mục tiêu: Thu 30 tỷ đồng. Trồng 32 ha rừng. Năm 2019 trồng 31 ha.", "planned planned ?"),
        ("Thu ước đạt 30 tỷ đồng; chi 32 tỷ đồng; đã trồng 31 ha.", "estimated ? -"),
        ("Thu ước đạt 30 tỷ đồng; năm 2018 chi 32 tỷ đồng.", "estimated -"),
        ("Dự kiến thu 30 tỷ đồng; chi 32 tỷ đồng.", "forecast ?"),
        ("Huyện đề ra các mục tiêu: Thu 30 tỷ đồng. Hội nghị kết thúc tốt đẹp. Xã có 32 ha rừng.", "planned ?"),
        ("Phấn đấu trồng 30 ha. A. B. C. D. E. G. Xã có 32 ha rừng.", "planned -"),
        ("Tỉnh giao chỉ tiêu cho các huyện trồng 32 ha rừng.", "planned"),
        ("Nghị quyết đề ra giảm 15 hộ nghèo; thực tế giảm 12 hộ.", "planned -"),
        ("So với kế hoạch đề ra tăng 15 ha.", "-"),
        ("Mỗi xã phải đạt 15 tiêu chí. Huyện bố trí 5 tỷ đồng để đạt 19 tiêu chí.", "? - ?"),
        ("Cần lưu ý rằng có 15 hộ nghèo.", "-"),
        ("Đại hội đề ra các chỉ tiêu: Thu 30 tỷ đồng. Trồng 32 ha rừng. Đại hội bầu 15 đồng chí.", "planned planned ?"),
        ("Qua 5 năm phấn đấu, xã có 15 tiêu chí; thu 32 tỷ đồng.", "- -"),
        ("Nhờ phấn đấu không ngừng, xã có 15 tiêu chí.", "-"),
        ("Phấn đấu không còn hộ nghèo, xây 15 căn nhà.", "planned"),
        ("Phong trào phấn đấu vào Đảng phát triển, kết nạp 15 đảng viên.", "-"),
        ("Kế hoạch vụ xuân hoàn thành với 32 ha lúa.", "-"),
        ("Sau khi đề ra mục tiêu, huyện đã hỗ trợ 15 hộ; cấp 32 tấn giống.", "- -"),
        ("Hiện có 30 ha rừng; phấn đấu trồng 32 ha.", "- planned"),
        ("Tiếp tục chăm sóc rừng, năm 2021 trồng 30 ha.", "-"),
        ("Doanh nghiệp có vốn đăng ký 30 tỷ đồng. Thành phố Cần Thơ có 32 doanh nghiệp.", "- -"),
    ],
)
def test_a_goal_goes_on_until_something_is_done(text: str, expected: str) -> None:
    assert " ".join(status or "-" if status != "?" else "?" for _, status in statuses(text)) == expected


def test_a_wrapped_paragraph_is_one_passage() -> None:
    lines = [
        "Mục tiêu của xã đến năm 2020 là nâng cao đời sống nhân dân,",
        "trồng 40 ha chè, nuôi 900 con lợn và xây thêm trường",
    ]
    lines += ["học tại các thôn, tu sửa trường Mầm non Hoa Sen và trường", "Tiểu học số 2, đạt 98% trẻ đến lớp."]
    assert [str(figure.time) for figure in vietnamese.find("\n".join(lines)) if figure.unit is not None] == ["2020"] * 3
    lines[1:3] = ["trồng 40 ha chè, nuôi 900 con lợn"]
    assert str(vietnamese.find("\n".join(lines))[-1].time) == "None"


def test_an_indented_line_goes_on_with_the_sentence() -> None:
    figures = vietnamese.find("Năm 2018 trồng được khoảng 6,5 -\n      7 ha chè, năng suất\n      đạt 52 tạ/ha.")
    assert [(figure.printed, str(figure.time)) for figure in figures[1:]] == [
        ("khoảng 6,5 -\n      7 ha", "2018"),
        ("52 tạ/ha", "2018"),
    ]


def test_a_repeated_line_is_read_by_what_is_above_it() -> None:
    among = "Trong đó, nuôi 900 con lợn."
    text = f"{among}\n{among}\nGồm các chỉ tiêu: trồng 320 ha rừng.\n{among}"
    assert statuses(text) == [("900", ""), ("900", ""), ("320", "?"), ("900", "?")]


def test_the_line_above_a_list_states_the_time_of_every_item() -> None:
    lines = ["Kết quả tháng 8/2018 như sau:", *(f"- Xã A{number}: 5 hộ" for number in range(90))]
    found = vietnamese.draft("\n".join(lines), id="r", place="VN-01", period=Period.year(2018))
    assert [record["time"] for record in found.observations] == [Period.month(2018, 8)] * 90


def test_a_long_line_ends_a_list_of_goals_without_marks() -> None:
    long = f"Số liệu của các xã {'và các thôn ' * 40}"
    first, last = vietnamese.find(f"Các chỉ tiêu sau:\nSố hộ nghèo 5 hộ\n{long}\nSố xã 6 xã")
    assert (first.doubt, last.doubt) == (Doubt.STATUS, None)


def test_more_than_thirty_figures_are_not_added_up() -> None:
    names = "lúa ngô khoai sắn lạc mía chè bông vừng dâu quế hồi trẩu sở cam quýt chanh táo lê mận đào nho xoài dứa ổi mít vải"
    crops = [
        f"{name} 1{number % 10} ha" for number, name in enumerate(f"{names} nhãn hồng điều tiêu cao su keo".split())
    ]
    for count in (8, 32):
        total = sum(10 + number % 10 for number in range(count))
        text = f"Có {total} ha: cây {'; cây '.join(crops[:count])}."
        whole = vietnamese.draft(text, id="r", place="VN-01", period=Period.year(2018)).indicators[0]
        assert (whole.get("breakdowns") is None) is (count > 30)
