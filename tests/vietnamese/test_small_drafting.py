"""Small functions of drafts beside plain definitions and at their limits."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from aseansc import AsOf, Change, ChangeClaim, MonthDay, Observation, Period, RelativeChange, TimeBasis, Value
from aseansc.drafts import Gap, PartialRecord
from aseansc.errors import FieldTypeError
from aseansc.periods import Time
from aseansc.units import household, percent, year
from aseansc.vietnamese import DoubtCode, doubtful_records, find
from aseansc.vietnamese._compared_times import is_of_period
from aseansc.vietnamese._doubts import _of_assumed_time, _of_change, _of_part_of_year
from aseansc.vietnamese._lexicon.dates import MONTHS
from aseansc.vietnamese._parts_of_years import (
    day_of,
    ends_with,
    is_alone,
    is_part_of_year,
    is_up_to,
    is_up_to_day,
    leaves_bracket,
    months_of_part,
    named_parts_in,
    part_of_year_at,
    parts_of_year_in,
    time_of_part,
)
from aseansc.vietnamese._questions import partial_value, points_or_percent

YEAR = Period.year(2018)
NINE = Period.parse("2018-01-01/P9M")


def times_named_in(words: str, known: Period | AsOf | None = YEAR) -> list[Period | None]:
    return [time_of_part(part, known) for part in parts_of_year_in(words)]


def test_every_part_of_a_year_in_a_known_year() -> None:
    for number in range(2, 12):
        for words in (f"{number} tháng", f"{number:02} tháng", f"{number} tháng đầu năm"):
            (part,) = parts_of_year_in(f"Trong {words}, thu 5 tỷ đồng")
            assert (part[0], months_of_part(part)) == (words, number)
            assert time_of_part(part, YEAR) == Period.parse(f"2018-01-01/P{number}M")
    for words in ("0 tháng", "1 tháng", "12 tháng", "13 tháng"):
        assert parts_of_year_in(f"Trong {words}, thu 5 tỷ đồng") == ()
    for number in range(14):
        parts = parts_of_year_in(f"Thu tháng {number} đạt khá")
        assert [months_of_part(part) for part in parts] == [1]
        assert time_of_part(parts[0], YEAR) == (Period.month(2018, number) if 1 <= number <= 12 else None)
    for name, number in MONTHS.items():
        words = " ".join(word.capitalize() for word in name.split())
        is_lunar = name == "chạp"  # the last lunar month, which may end in the next year
        assert times_named_in(f"Thu tháng {words} đạt khá") == ([] if is_lunar else [Period.month(2018, number)])
    for number, roman in enumerate(("I", "II", "III", "IV"), 1):
        for words in (f"quý {roman}", f"Quý {number}", f"quí {roman}"):
            (part,) = parts_of_year_in(f"Thu {words} đạt khá")
            assert (months_of_part(part), time_of_part(part, YEAR)) == (3, Period.parse(f"2018-Q{number}"))
    day = AsOf.parse("2018-05-03")
    assert times_named_in("quý I", day) == [Period.parse("2018-Q1")]
    for known in (None, Period.years(2017, 2018)):
        assert times_named_in("quý I", known) == [None]


def test_parts_of_a_year_that_are_ends_or_durations_or_have_a_year() -> None:
    for words, named, alone in (
        ("từ tháng 3", 1, 0), ("sau tháng 9", 1, 0), ("tháng 3 và 4", 1, 0), ("tháng 3 và tháng 4", 2, 0), ("tháng 3,4", 1, 0),
        ("tháng 3 và sau đó", 1, 1), ("quý I-III", 1, 0), ("hết tháng 9", 1, 1), ("từ đầu năm đến tháng 9", 1, 1),
        ("kỳ hạn 6 tháng", 0, 0), ("6 tháng tuổi", 0, 0), ("hạn 6 tháng đầu năm", 1, 1),
        ("6 tháng năm 2018", 0, 0), ("tháng 9/2018", 0, 0), ("tháng 9 năm trước", 0, 0), ("so với tháng 9", 0, 0), ("các quý I", 1, 0),
    ):  # fmt: skip
        parts = named_parts_in(f"{words} ")
        assert (len(parts), sum(is_alone(words, part) for part in parts)) == (named, alone), words
        assert len(parts_of_year_in(words)) == alone, words
        found = [part_of_year_at(words, at) for at in range(len(words))]
        assert [part.start() for part in found if part] == [part.start() for part in parts_of_year_in(words)], words


def test_when_a_number_of_months_is_surely_a_part_of_the_year() -> None:
    for words, is_sure in (
        ("9 tháng, thu 5 tỷ đồng", True), ("Trong 9 tháng: thu 5 tỷ đồng", True), ("Ước tính trong 9 tháng, thu", True),
        ("Kết quả 9 tháng thu 5 tỷ đồng", False), ("Xã làm trong 9 tháng, thu", False), ("Xã lũy kế 9 tháng thu", True),
        ("Xã 9 tháng đầu năm thu", True), ("Xã quý I thu", True), ("Xã tháng 9 thu", True), (f"Xã lũy kế {'x' * 40} 9 tháng thu", False),
    ):  # fmt: skip
        (part,) = named_parts_in(words)
        assert is_part_of_year(words, part, is_of_period=False) is is_sure, words
        assert is_part_of_year(words, part, is_of_period=True), words
    assert ends_with(NINE, Period.month(2018, 9))
    for one, other in ((NINE, YEAR), (None, YEAR), (YEAR, None), (None, None)):
        assert not ends_with(one, other)


def test_a_day_without_its_year_is_in_the_one_year_of_a_known_time() -> None:
    for known, day, found in (
        (NINE, MonthDay(month=9, day=30), dt.date(2018, 9, 30)), (NINE, MonthDay(month=10, day=1), None),
        (NINE, MonthDay(month=1, day=1), dt.date(2018, 1, 1)), (YEAR, MonthDay(month=2, day=29), None),
        (Period.year(2020), MonthDay(month=2, day=29), dt.date(2020, 2, 29)), (None, MonthDay(month=1, day=1), None),
        (Period.years(2017, 2018), MonthDay(month=1, day=1), None), (AsOf.parse("2018-05-03"), MonthDay(month=5, day=3), dt.date(2018, 5, 3)),
        (AsOf.parse("2018-05-03"), MonthDay(month=5, day=4), None),
    ):  # fmt: skip
        assert day_of(day, known) == found


def test_times_up_to_which_figures_are_stated() -> None:
    for words, up_to, up_to_day in (
        ("Tính đến ", True, True), ("Tính đến hết ", True, True), ("Tính đến hết ngày ", False, True), ("cuối ", True, False),
        ("Từ 15/12 đến ", True, False), ("Từ ngày 15/12 đến hết ngày ", False, False), ("Trong ", False, False), ("", False, False),
        (f"Tính đến {'x' * 40}", False, False),
    ):  # fmt: skip
        at = len(words)
        assert (is_up_to(f"{words}30/9", at), is_up_to_day(f"{words}30/9", at)) == (up_to, up_to_day), words


def test_a_bracket_that_ends_in_words_but_begins_before_them() -> None:
    for size in range(6):
        for letters in product("()a", repeat=size):
            words = "".join(letters)
            depth, least = 0, 0
            for letter in words:
                depth += {"(": 1, ")": -1}.get(letter, 0)
                least = min(least, depth)
            if not ("((" in words.replace("a", "") or depth - least > 1):  # brackets in brackets are rare
                assert leaves_bracket(words) is (least < 0), words


def test_words_for_the_period_of_the_report() -> None:
    week = Period.parse("2018-05-07/P7D")
    for words, period, known in (
        ("trong tuần", week, True), ("trong tuần", Period.parse("2018-05-07/P8D"), False), ("trong tuần trước", week, False),
        ("trong tháng", Period.month(2018, 5), True), ("trong tháng", NINE, False), ("trong các tháng", Period.month(2018, 5), False),
        ("trong quý", Period.parse("2018-Q2"), True), ("trong quý", Period.month(2018, 5), False), ("trong quý", None, False),
        ("trong năm", YEAR, False), ("trong tuần", AsOf.parse("2018-05-07"), False),
    ):  # fmt: skip
        assert is_of_period(words, period) is known, words


def test_what_to_enter_for_a_percent_that_may_mean_points() -> None:
    levels: list[tuple[Time, Value]] = [
        (AsOf.parse("2015-12-31"), Value.parse("20 percent")), (AsOf.parse("2018-12-31"), Value.parse("14 percent")),
        (AsOf.parse("2017-12-31"), Value.parse("5 household")),
    ]  # fmt: skip
    for text, entered, evidence in (
        ("Tỷ lệ hộ nghèo giảm 6%.", "value.magnitude -6", "-6.00 in points, and -30.00 in percent"),
        ("Tỷ lệ hộ nghèo giảm 2%/năm.", "value.magnitude -2", "-2.00 a year in points, and -10.00 a year in percent"),
        ("Tỷ lệ hộ nghèo giảm trên 6%.", "value.magnitude -6, value.qualifier over", "-6.00 in points"),
        (
            "Tỷ lệ hộ nghèo giảm 1,50-2%.",
            "value.magnitude -2, value.qualifier between, value.upper -1.50",
            "-6.00 in points",
        ),
    ):
        (figure,) = find(text)
        question = points_or_percent(figure, levels).reason.en or ""
        assert f"For percent, enter {entered}, value.unit percent" in question
        assert f"For points, enter {entered}, value.unit percentage_point" in question
        assert evidence in question
    unclear: list[list[tuple[Time, Value]]] = [[], levels[:1], [(levels[0][0], Value.parse("0 percent")), levels[1]]]
    for known in unclear:
        assert "in points, and" not in str(points_or_percent(figure, known).reason.en)
    in_january: list[tuple[Time, Value]] = [(AsOf.parse("2016-01-01"), Value.parse("20 percent")), levels[1]]
    (figure,) = find("Tỷ lệ hộ nghèo giảm 2%/năm.")
    assert "-2.00 a year" in str(points_or_percent(figure, in_january).reason.en)


def test_what_is_known_of_a_value_that_could_not_be_read() -> None:
    for text, known, asked in (
        ("thu 5 - 8 chợ", ("5", "8", "between"), []), ("khoảng 5 - 8 chợ", ("5", "8", "about"), []),
        ("giảm 7,488 tấn", ("?", None, "exact"), ["7.488"]), ("xảy ra 5 chợ", ("5", None, "exact"), []),
        ("đạt 5/6 chợ", ("?", None, None), ["5"]),
    ):  # fmt: skip
        figure = next(one for one in find(text) if one.mention is None)
        value = partial_value(figure, None)
        assert isinstance(value, PartialRecord)
        magnitude = value["magnitude"]
        shown = "?" if isinstance(magnitude, Gap) else str(magnitude)
        qualifier, upper = value.get("qualifier"), value.get("upper")
        assert (shown, upper and str(upper), getattr(qualifier, "value", None)) == known, text
        assert [str(choice) for choice in magnitude.choices] == asked if isinstance(magnitude, Gap) else not asked, text
    (figure,) = find("hàng trăm hộ nghèo")
    assert isinstance(partial_value(figure, None), Gap)


def test_doubts_about_the_time_of_a_change() -> None:
    fell, by, yearly = (
        Change(magnitude=-5, unit=household), RelativeChange(magnitude=5, unit=percent), RelativeChange(magnitude=5, unit=percent / year)
    )  # fmt: skip
    span, plan = DoubtCode.SPAN_OF_CHANGE, DoubtCode.CHANGE_FROM_PLAN
    for value, time, before, after, codes in (
        (by, Period.years(2016, 2018), "Mỗi năm tăng ", "", [span]), (by, Period.years(2016, 2018), "Tăng ", "/năm", [span]),
        (fell, Period.years(2016, 2018), "Mỗi năm giảm ", "", [span]), (yearly, Period.years(2016, 2018), "Mỗi năm tăng ", "", []),
        (by, Period.years(2016, 2018), "Mỗi năm có 5 xã; tăng ", "", []), (by, Period.years(2016, 2018), "Tăng ", "", []),
        (by, YEAR, "Giai đoạn 2016-2018 tăng ", "", [span]), (yearly, YEAR, "Giai đoạn 2016 – 2018 tăng ", "", [span]),
        (by, Period.years(2016, 2018), "Giai đoạn 2016-2018 tăng ", "", []), (by, AsOf.parse("2018-05-03"), "2016-2018 tăng ", "", []),
        (fell, YEAR, "Giảm ", " so với kế hoạch", [plan]), (fell, AsOf.parse("2018-05-03"), "Giảm ", " so với kế hoạch", [plan]),
        (by, YEAR, "Giảm ", " so với kế hoạch", []), (fell, YEAR, "Giảm ", " so với năm 2017", []), (None, None, "2016-2018 ", "", []),
    ):  # fmt: skip
        record = PartialRecord(ChangeClaim, {"value": value, "time": time})
        found = [code for code, *_ in _of_change(record, before, "5", after)]
        assert found == codes, (before, after, str(value))


def test_doubts_about_parts_of_years_and_assumed_times() -> None:
    for before, time, is_doubtful in (
        ("Trong tuần có ", Period.parse("2018-05-07/P7D"), False), ("Trong tuần có ", Period.parse("2018-05-07/P8D"), True),
        ("Trong tuần có ", AsOf.parse("2018-05-07"), False), ("Quý I có ", YEAR, True), ("Quý I có ", Period.parse("2018-Q1"), False),
        ("Quý I có ", Period.parse("2018-01-01/P15M"), False), ("Quý I, cả năm có ", YEAR, False), ("Trong 9 tháng có ", NINE, False),
        ("Đến tháng 9 có ", NINE, False), ("Đến tháng 9 có ", YEAR, True), ("Đến tháng 9 có ", Period.years(2017, 2018), True),
        ("Đến tháng 9 có ", Period.parse("2018-05-07/P8D"), False), ("Năm 2018 có ", YEAR, False),
    ):  # fmt: skip
        record = PartialRecord(Observation, {"time": time})
        assert [code for code, *_ in _of_part_of_year(record, before, "5 hộ")] == [
            DoubtCode.PART_OF_YEAR
        ] * is_doubtful, before
    assumed: list[tuple[str, Time | None, TimeBasis, str | None]] = [
        ("Nhiệm kỳ này có ", YEAR, TimeBasis.ASSUMED, "Nhiệm kỳ"), ("Nhiệm kỳ này có ", YEAR, TimeBasis.STATED, None), ("Xã có ", YEAR, TimeBasis.ASSUMED, None),
        ("Năm 2017 có ", YEAR, TimeBasis.ASSUMED, "Năm 2017"), ("Năm 2018 có ", YEAR, TimeBasis.ASSUMED, None),
        ("Năm 2016 có ", Period.years(2016, 2018), TimeBasis.ASSUMED, None), ("Năm 2019 có ", Period.years(2016, 2018), TimeBasis.ASSUMED, "Năm 2019"),
        ("Năm 2017, nhiệm kỳ mới, năm 2018 có ", YEAR, TimeBasis.ASSUMED, "nhiệm kỳ"), ("Nhiệm kỳ này so với năm 2017 là ", YEAR, TimeBasis.ASSUMED, "Nhiệm kỳ"),
        ("Nhiệm kỳ này có ", None, TimeBasis.ASSUMED, None), ("Năm 2017 có ", AsOf.parse("2018-05-07"), TimeBasis.ASSUMED, "Năm 2017"),
    ]  # fmt: skip
    for before, assumed_time, basis, named in assumed:
        record = PartialRecord(
            Observation, {"time": assumed_time, "time_basis": basis}, proposed=("time",) if assumed_time else ()
        )
        said = [words for _, words, *_ in _of_assumed_time(record, before, "5 hộ")]
        assert [f"“{named}”" in words for words in said] == ([] if named is None else [True]), (before, said)
    entered = PartialRecord(Observation, {"time": YEAR, "time_basis": TimeBasis.ASSUMED})
    assert [*_of_assumed_time(entered, "Năm 2017 có ", "5 hộ")] == []
    with pytest.raises(FieldTypeError, match="expected a Review or a Draft"):
        doubtful_records("5 hộ")  # type: ignore[arg-type]
