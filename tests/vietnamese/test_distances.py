"""How far words may be from a figure that they concern, and all ways to print a month, a quarter or a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from aseansc import Period
from aseansc.citations import sha256_of
from aseansc.vietnamese import PrintedFigure, find
from tests._recorded import require_recorded
from tests.vietnamese.test_sentences import SENTENCES, line
from tests.vietnamese.test_times import PLANS, TIMES

FILLER = "xanh "
FARTHEST = 20
MONTHS = ["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
YEAR = 2018


def test_how_far_words_may_be_is_as_recorded() -> None:
    """Write one more word before the last figure each time, and record where the reading changes."""
    texts = [*SENTENCES, *(text for text, _ in (*TIMES, *PLANS))]
    lines = []
    for text in texts:
        if sha256_of(text)[0] != "7":  # a sixteenth; the same sentences when others are added
            continue
        found = find(text)
        if found:
            lines += [text, *changes(text, found[-1].start)]
    require_recorded("distances.txt", lines)


def changes(text: str, at: int) -> Iterator[str]:
    known: list[str] = []
    for number in range(FARTHEST):
        read = [line(figure) for figure in find(f"{text[:at]}{FILLER * number}{text[at:]}")]
        if read != known:
            yield f"  {number}: {', '.join(read)}"
        known = read


def first_of(text: str) -> PrintedFigure:
    return find(f"{text} có 45 hộ.")[0]


def last_of(text: str) -> PrintedFigure:
    return find(f"{text} có 45 hộ.")[-1]


def test_the_first_and_last_months_of_a_year_in_every_form() -> None:
    for months in range(1, 13):
        for words, first in (("đầu", 1), ("cuối", 13 - months)):
            period = Period(start=Period.month(YEAR, first).start, end=Period.month(YEAR, first + months - 1).end)
            for year in (" năm 2018", " của năm 2018", " 2018"):
                text = f"{months} tháng {words}{year}"
                assert (first_of(text).printed, last_of(text).time) == (text, period)
            assert first_of(f"{months} tháng {words} năm").time is None
        from_first = Period(start=Period.month(YEAR, 1).start, end=Period.month(YEAR, months).end)
        for text in (f"{months} tháng/2018", f"{months} tháng năm 2018", f"{months} tháng 2018"):
            assert (first_of(text).printed, last_of(text).time) == (text, from_first)
    for months in (0, 13, 18):
        assert last_of(f"{months} tháng đầu năm 2018").time is None


def test_months_in_words_in_every_form() -> None:
    names = [*MONTHS, "Mười Một", "Mười Hai"]
    for number, name in enumerate(names, start=1):
        for text in (f"Tháng {name} năm 2018", f"Tháng {name}/2018", f"Tháng {name} 2018"):
            is_year = name == "Năm" and text.endswith(" 2018") and "/" not in text
            wanted = last_of(text).time if is_year else Period.month(YEAR, number)
            assert (text, last_of(text).time) == (text, wanted)
        for text in (f"Tháng {number} năm 2018", f"Tháng {number}/2018", f"Tháng {number:02}/2018"):
            assert (text, last_of(text).time) == (text, Period.month(YEAR, number))
    for text in ("Tháng 13/2018", "Tháng 0/2018"):
        assert last_of(text).time != Period.month(YEAR, 1)


def test_quarters_in_every_form() -> None:
    for number, name in enumerate(("I", "II", "III", "IV"), start=1):
        for text in (f"Quý {name}/2018", f"Quý {name} năm 2018", f"Quý {number}/2018", f"Quý {number} năm 2018"):
            assert (text, last_of(text).time) == (text, Period.parse(f"2018-Q{number}"))


def test_days_in_every_form() -> None:
    for month in range(1, 13):
        last = monthrange(YEAR, month)[1]
        for day in (1, 12, 13, last):
            wanted = f"{YEAR}-{month:02}-{day:02}"
            for text in (
                f"ngày {day}/{month}/2018",
                f"ngày {day:02}/{month:02}/2018",
                f"ngày {day}-{month}-2018",
                f"ngày {day} tháng {month} năm 2018",
                f"ngày {day}.{month}.2018",
            ):
                assert (text, str(find(f"Đến {text}, có 45 hộ.")[-1].time)) == (text, wanted)
        for text in (f"ngày {last + 1}/{month}/2018", f"ngày 0/{month}/2018"):
            assert (text, find(f"Đến {text}, có 45 hộ.")[-1].time) == (text, None)
        for end, printed in ((last, f"1-{last}/{month}/2018"), (last + 1, f"Từ 1-{last + 1}")):
            assert find(f"Từ 1-{end}/{month}/2018 có 45 hộ.")[0].printed == printed
