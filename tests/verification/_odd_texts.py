"""Texts, claims and reviews made at random from sentences of reports, and whatever verification answers to them.

A seed gives a case. What is answered is recorded in ``tests/recorded/verified-*.txt``, a line for each case: its seed
and a digest. ``python -m tests.verification._odd_texts KIND SEED`` prints the whole answer.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache, partial
from hashlib import sha256
from typing import Any, Final
from unicodedata import normalize
from unittest.mock import patch

from attrs import evolve

from aseansc import Absent, Frequency, Period, Qualifier, Review, Status, TimeBasis, TimeCollection, Value
from aseansc.citations import Citation, Span, sha256_of
from aseansc.datasets import annex, skeleton
from aseansc.errors import AseanscError
from aseansc.limits import Limits
from aseansc.units import Unit
from aseansc.values import Attainment, AttainmentForm, Change, RelativeChange, RelativeForm
from aseansc.verification import (
    ExtractedFigure,
    ExtractedKind,
    Scale,
    Verification,
    VerifiedFigure,
    _locate,
    _mismatches,
    loads_claims,
    move_citations,
    move_in_python,
    passages_of,
    verify,
    verify_claims,
)
from aseansc.verification._claims import kind_of
from aseansc.verification._verify import Reading
from aseansc.vietnamese import PrintedFigure, find

SENTENCES: Final = """
Năm {y}, tỷ lệ hộ nghèo còn {p}%, giảm {d} điểm % so với năm {x}
Đến cuối năm {y} còn {n} hộ nghèo, giảm bình quân {d}%/năm
Hỗ trợ {q} {n} lượt hộ vay vốn
Ước cả năm {y} khám bệnh cho {q} {s} nghìn lượt người
đạt {p}% kế hoạch
vượt kế hoạch {d}%
vượt {p}% so với kế hoạch
Không đạt kế hoạch, thấp hơn {d}%
bằng {p}% so với cùng kỳ
Có {s}/{t} xã không có ma túy
{s}/{t} hộ có nước sạch
Theo Quyết định số {s}/QĐ-TTg ngày 25/01/{y}
Dự kiến năm {y} thu {n} tỷ đồng, tăng {p}% so với năm {x}
Phấn đấu năm {y} có {s} xã đạt chuẩn
phấn đấu {s} dự án
dự báo sản lượng {n} tấn
Mỗi năm đào tạo {n} lao động
Bình quân mỗi năm {q} {n} lao động
hàng tháng trợ cấp {d} triệu đồng/người
Số hộ thay đổi -{n} hộ
Số hộ âm ít nhất {s} hộ
thay đổi -khoảng {n} hộ
thay đổi −trên {n} hộ
-{n} hộ
–{d}%
lãi -{d}%
-{s}
giảm -{n} tấn
{f} số xã đạt chuẩn
Khoảng {f} dân số
chiếm {f} diện tích
chỉ số giá – {d}%
Lạm phát là âm {d}%
lợi nhuận −{n} tỷ đồng
lợi nhuận -{n} tỷ đồng
lỗ ({d}) tỷ đồng
xếp thứ {s}/{t} tỉnh
Đứng thứ {s} cả nước
lần thứ {s}
tăng {s} lần
Sản lượng giảm {d} lần so với năm {x}
gấp {d} lần năm {x}
Thu nhập tăng lên {d} lần
chiếm {f} số hộ
một nửa số xã đạt chuẩn
đạt {f} kế hoạch
Tuyển từ {s} đến {t} lớp
khoảng {s}-{t} triệu đồng/người/năm
tăng {s} - {t}%/năm
giảm {d}-{p} điểm %
thiếu hai mươi ba phòng học
vài trăm hộ bị ngập
mười hai xã đạt chuẩn
Diện tích rừng {d} nghìn ha
diện tích tăng {n} ha
Trồng {n} ha rừng
Đường mới dài {d} km
Xây {q} {n} m² nhà
còn {s} cái bẫy, {t} thùng rác
đạt {d} giường bệnh/1.000 dân
Mật độ dân số {s} người/km²
Thu nhập {d} triệu đồng/người/năm
{n} lượt
Tiếp {n} lượt khách
{d}‰
tỷ lệ sinh giảm {d}‰
Tỷ lệ hộ nghèo tăng {d}%
tỷ lệ đi học giảm {d}
Đầu năm {y} có {s} trường
Cuối năm {y} có {n} hộ
đầu năm có {s} xã
Quý III/{y} thu {n} tỷ đồng
tháng 5/{y} có {s} vụ
Năm học 2015-2016 có {n} học sinh
Năm học 2015 - 2016, xây {s} trường học
Năm học 2018-2018 có {n} học sinh
giai đoạn 2020-2016
Sáu tháng đầu năm {y} có {n} lao động
Từ năm 2016 đến năm 2018 trồng {n} ha rừng
Từ năm 2016 đến năm 2018 diện tích tăng {n} ha
Từ tháng 1/2018 đến tháng 1/2019 tăng {n} ha
Đến ngày 31/12/2018 tăng {n} hộ
Giai đoạn 2016-2020 hỗ trợ {n} hộ
Tính đến ngày 31/12/{y}, có {n} người tham gia bảo hiểm y tế
Lũy kế đến ngày 25/9/{y} hỗ trợ {n} hộ
Đến nay có {n} hộ
Năm {y}
Số hộ: {n} hộ
{n} hộ
{n} người
{n} tấn
{p}%
{n}
{d} tỷ USD
{q} {n} tỷ đồng
Ước {n} tấn
ước thực hiện {s} xã
Chính thức có {n} hộ
sơ bộ {p}%
Kế hoạch: {n} ha; thực hiện: {s} ha
Điện thoại 0213.3876.500
Trẻ em dưới {s} tuổi
trong {s} ngày
Tổng số	{n}	{s}	{d}
I. TÌNH HÌNH NĂM {y}
KẾ HOẠCH NĂM {y}
Mục tiêu đến năm {y}
1. Kết quả
{s}. Kinh tế
- Về giáo dục
Không có số liệu
""".strip().splitlines()
ENGLISH: Final = """
In {y} there were {m} households
The rate fell by {e}% to {e} percent
Revenue was {e} million dong
spending of {e} billion
{m} people, or {e} thousand
a loss of -{e} million
(-{e})
rate of -0.5
(-1)
between {m} and {m}
{e}k and {e} bn
{e} juta
{e} ribu
ล้าน {e} ล้าน
{e} millones
No figures
5th place of {m}
""".strip().splitlines()
QUALIFIERS: Final = ("trên", "gần", "khoảng", "hơn", "dưới", "ít nhất", "tối đa", "không quá", "ước", "", "", "")
SHARES: Final = tuple(
    map(Decimal, ("66.7", "50", "0.33", "33.3", "0", "0.667", "67", "75", "0.75", "0.5", "100", "1", "33"))
)
UNITS: Final = (
    "household", "person", "percent", "percentage_point", "VND", "lượt hộ", "triệu đồng", "x", "turn", "person_turn",
    "household_turn", "%", "%/năm", "percent/year", "ha", "km²", "hectare", "m²", "commune", "xã", "people", "poor households",
    "million VND", "million dong", "thousands of hectares", "people per km²", "VND/person", "VND/person/year", "tỷ đồng",
    "billion USD", "per mille", "‰", "rank", "cái bẫy", "thùng rác", "phòng học", "cities", "boxes", "households per year",
    "dollars/person", "thousand", "bn", "lần", "times", "nghìn ha", "km", "tonnes", "tấn", "lao động", "pct", "% point",
    "percentage_point/year", "điểm %/năm", "percentage_point/month", "thousand people", "thousands of people", "million people", "millions of people", "mn VND", "billion VND", "bn VND",
    "billions of VND", "trillion VND", "people thousand", "VND bn", "classes", "students", "project", "lượt", "hộ nghèo", "a b", "người/năm", "widget", "widget/year", "tỷ", "con", "sao",
)  # fmt: skip
CUSTOM: Final = (Unit.parse("household"),)
TIMES: Final = (
    "2015", "2016", "2017", "2018", "2019", "2018-12-31", "2016/2018", "2016/2020", "2018-Q3", "2018-05", "2015-09-01/P9M",
    "2018-S1", "2018-09-25", "2017-01-01/P2Y", "2018-01-01/2018-09-25", "2018-12", "2018-01-01/P13M", "2018-02/2019-01", "2018-12-31/P1D",
)  # fmt: skip
STATUSES: Final = ((), ("estimated",), ("planned",), ("forecast",), ("provisional",), ("planned", "forecast"), None)
LANGUAGES: Final = ("en", "en-GB", "EN", "id", "th", "fr", "km")


# -- texts


class Numbers:
    """A few numbers for one text, so that some are printed again."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.known: list[str] = []

    def fill(self, sentence: str) -> str:
        return re.sub(r"\{(\w)\}", lambda slot: self._of(slot[1]), sentence)

    def _of(self, slot: str) -> str:
        rng = self.rng
        if slot == "q":
            return rng.choice(QUALIFIERS)
        if slot in "yx":
            return str(rng.choice((2015, 2016, 2017, 2018, 2018, 2018, 2019)))
        if slot == "f":
            return rng.choice(("1/3", "2/3", "3/4", "5/4", "1/2", "0/3", "7/9", "3/3"))
        fitting = [number for number in self.known if slot == "n" or number.isdecimal() is (slot == "s")]
        if fitting and rng.random() < 0.3:
            return rng.choice(fitting)
        new = self._new(slot)
        self.known.append(new)
        return new

    def _new(self, slot: str) -> str:
        rng = self.rng
        if slot in "st":
            return str(rng.choice((1, 2, 3, 5, 7, 12, 36, 60, 63, 108, rng.randrange(2, 150))))
        if slot == "d":
            return f"{rng.choice((0, 0, rng.randrange(60)))},{rng.choice(('0', '5', '25', '50', rng.randrange(1, 99)))}"
        if slot == "p":
            return rng.choice((str(rng.randrange(1, 130)), f"{rng.randrange(1, 99)},{rng.randrange(0, 99)}"))
        if slot == "e":
            return rng.choice(
                (f"{rng.randrange(1, 99)}.{rng.randrange(1, 99)}", "1,234", "1.5", "12,5", "1.234.567", "5")
            )
        if slot == "m":
            return rng.choice((f"{rng.randrange(1, 99999):,}", str(rng.randrange(1, 999)), "1 234", "1,234.5"))
        number = rng.choice((rng.randrange(1, 99), rng.randrange(100, 9999), rng.randrange(1, 99) * 1000, 1200, 12000))
        return f"{number:,}".replace(",", rng.choice(("", ".", ".", ".", " ")))


def text_of(rng: random.Random, sentences: list[str], *, most: int = 9) -> str:
    """Return some sentences after each other, in paragraphs or not, with some odd blanks."""
    numbers, parts = Numbers(rng), []
    if rng.random() < 0.02:  # as many places as are compared, or a few more or less
        return f"{numbers.fill('{n} hộ')}; " * rng.randrange(48, 53)
    for _ in range(rng.randrange(1, most)):
        sentence = numbers.fill(rng.choice(sentences)).replace("  ", " ")
        parts += (
            sentence,
            rng.choice(("; ", ". ", ". ", ".\n", ", ", "\n", ":\n", ".\n\n", " ", " - ", "\t", " (", ") ", ": ")),
        )
    text = "".join(parts[: rng.choice((-1, len(parts)))])
    return _with_odd_blanks(rng, text)


def _with_odd_blanks(rng: random.Random, text: str) -> str:
    chance = rng.random()
    if chance < 0.35:
        blanks = [at for at, sign in enumerate(text) if sign == " "]
        for at in rng.sample(blanks, min(len(blanks), rng.randrange(1, 4))):
            text = text[:at] + rng.choice(("\n", "\n", "\u00a0", "\t", "\u200b")) + text[at + 1 :]
    elif chance < 0.45:
        text = re.sub(" ", lambda _: rng.choice((" ", " ", "  ", " \n", "\r\n")), text)
    elif chance < 0.55:
        at = rng.randrange(len(text) + 1)
        text = text[:at] + normalize("NFD", text[at:])
    elif chance < 0.6:
        text = text.upper()
    elif chance < 0.7:
        at, line = rng.randrange(len(text) + 1), "và " * rng.randrange(1, 45)
        text = text[:at] + rng.choice((" ", ". ", "\n")) + line + text[at:]
    return text


# -- claims


def claim_on(rng: random.Random, figure: PrintedFigure) -> dict[str, Any]:
    """Return what a program would extract where a figure is printed."""
    value: Any = figure.value
    claim: dict[str, Any] = {"quote": figure.printed, "start": figure.start, "statuses": figure.statuses}
    if hasattr(value, "magnitude"):
        claim |= {"number": value.magnitude, "upper": value.upper, "unit": value.unit.code, "kind": kind_of(value)}
        claim |= {"qualifier": value.qualifier, "time": rng.choice((None, None, figure.time))}
    else:
        found = figure.magnitude
        low, high = found if isinstance(found, tuple) else (found, None)
        claim |= {"number": _digits_of(figure.printed) if low is None else low}
        claim |= {"out_of": high} if rng.random() < 0.5 else {"upper": high}
        claim |= {"unit": figure.unit.code if figure.unit else None}
        claim |= {"kind": rng.choice((None, None, None, "level", "increase_times", "decrease_times", "share"))}
    if figure.out_of is not None and rng.random() < 0.5:
        claim["out_of"] = figure.out_of.magnitude
    return claim


def _digits_of(printed: str) -> Decimal:
    return Decimal("".join(re.findall(r"[0-9]+", printed)) or 7)


def errors_in(rng: random.Random, text: str, claim: dict[str, Any]) -> dict[str, Any]:
    """Return other values of one field, or of two that belong together."""
    number, upper = claim["number"], claim.get("upper")
    kind = rng.randrange(13)
    if kind == 0:
        factors = (10, 1000, Decimal("0.1"), Decimal("0.001"), -1, 100, Decimal("0.01"), 10**6, 10**9, 10**12)
        return {"number": number * rng.choice(factors), "upper": rng.choice((None, upper))}
    if kind == 1:
        return {"number": _slip(rng, number), "upper": None, "kind": rng.choice((None, claim.get("kind")))}
    if kind == 2:
        return {"unit": rng.choice((*UNITS, None, claim.get("unit"))), "scale": rng.choice((None, None, *Scale))}
    if kind == 3:
        return {"qualifier": rng.choice((*Qualifier, None))}
    if kind == 4:
        return {"kind": rng.choice((*ExtractedKind, None)), "number": rng.choice((number, -number))}
    if kind == 5:
        return {"statuses": rng.choice(STATUSES)}
    if kind == 6:
        return {"time": rng.choice(TIMES), "kind": rng.choice((claim.get("kind"), "change", "points", "of_plan"))}
    if kind == 7:
        wholes = (108, 36, 3, 12, rng.choice((number, number + 1)), None)
        return {"out_of": rng.choice(wholes), "number": rng.choice((number, claim.get("out_of") or number))}
    if kind == 8:
        higher = (number, number + 1, -number, None, (upper or number) + rng.choice((0, 1)))
        return {"upper": rng.choice(higher), "number": rng.choice((number, upper or number))}
    if kind == 9:
        shares = (round(number / 3, rng.randrange(4)), *SHARES)
        return {"number": rng.choice(shares), "upper": None, "unit": rng.choice((None, "percent", "x"))}
    return _elsewhere(rng, text, claim)


def _slip(rng: random.Random, number: Decimal) -> Decimal:
    """Return a number with a digit changed, left out, doubled or swapped."""
    digits = f"{number.copy_abs():f}"
    at = rng.randrange(len(digits))
    more = rng.choice(("", str(rng.randrange(10)), digits[at] * 2, digits[at : at + 2][::-1]))
    changed = digits[:at] + more + digits[at + (2 if len(more) == 2 and rng.random() < 0.5 else 1) :]
    return Decimal(changed) if re.fullmatch(r"\d+(\.\d+)?", changed) else number + 1


def _elsewhere(rng: random.Random, text: str, claim: dict[str, Any]) -> dict[str, Any]:
    """Return another quote, or another position."""
    start, quote = claim.get("start") or 0, claim.get("quote") or text[:9] or "x"
    end = start + len(quote)
    nowhere = {"quote": None, "start": None}
    positions: list[Callable[[], dict[str, Any]]] = [
        lambda: {"start": None},
        lambda: nowhere,
        lambda: nowhere | {"unit": None, "kind": None, "qualifier": None},
        lambda: nowhere | {"number": _slip(rng, claim["number"])},
        lambda: nowhere | {"number": _slip(rng, claim["number"]), "unit": None},
        lambda: nowhere | _scaled(_slip(rng, claim["number"])),
        lambda: nowhere | _scaled(claim["number"]),
        lambda: nowhere | {"number": rng.choice(SHARES), "upper": None, "unit": rng.choice((None, "percent"))},
        lambda: nowhere | {"number": round(claim["number"] / (claim.get("out_of") or 3) * 100, 1), "unit": "percent"},
        lambda: nowhere | {"number": claim["number"].scaleb(-2), "unit": "square_kilometre", "upper": None},
        lambda: (
            nowhere | {"number": claim["number"].scaleb(3), "unit": rng.choice(("kilogram", "metre")), "upper": None}
        ),
        lambda: {"quote": quote.rpartition("/")[2], "start": None},
        lambda: {"quote": quote.rpartition("/")[2], "start": None, "number": claim.get("out_of") or claim["number"]},
        lambda: {"quote": None, "start": start + quote.find("/") + 1},
        lambda: {"unit": re.sub(r"^\W*[\d.,\s]+", "", quote) or None},
        lambda: {"unit": quote.split()[-1]},
        lambda: {"quote": None},
        lambda: {"quote": None, "start": max(start + rng.randrange(-3, 4), 0)},
        lambda: {"quote": None, "end": start + rng.randrange(1, len(quote) + 40)},
        lambda: {"quote": None, "start": rng.randrange(len(text) + 2)},
        lambda: {"quote": None, "start": 0, "end": len(text) + rng.randrange(-1, 2)},
        lambda: {"start": rng.randrange(len(text) + 60)},
        lambda: {"start": start + rng.choice((-1, 1, len(quote) - 1, len(quote)))},
        lambda: {"quote": text[max(start - rng.randrange(30), 0) : end + rng.randrange(30)], "start": None},
        lambda: {"quote": text[max(start - rng.randrange(9), 0) : end + rng.randrange(9)]},
        lambda: {"quote": quote[rng.randrange(3) : len(quote) - rng.randrange(3)], "start": None},
        lambda: {"quote": (re.findall(r"\d[\d.,]*", quote) or [quote])[0], "start": None},
        lambda: {"quote": re.sub(r"\s", lambda _: rng.choice((" ", "  ", "\n", "\u00a0", "")), quote), "start": None},
        lambda: {"quote": normalize(rng.choice(("NFC", "NFD")), quote), "start": None},
        lambda: {"quote": f" {quote}\u200b" if rng.random() < 0.5 else quote.upper(), "start": None},
        lambda: {"quote": text, "start": None},
        lambda: {"quote": " ".join(text.split()), "start": None},
    ]
    return rng.choice(positions)()


def _scaled(number: Decimal) -> dict[str, Any]:
    return {"number": number.scaleb(-3).normalize(), "scale": "thousand", "upper": None}


def claims_on(rng: random.Random, text: str, figures: Iterable[PrintedFigure], most: int) -> Iterator[ExtractedFigure]:
    claims = [claim_on(rng, figure) for figure in figures]
    if not claims:
        claims = [{"number": Decimal(5), "quote": text[:5] or "x", "start": 0}]
    for _ in range(most):
        claim = rng.choice(claims)
        for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 2, 3))):
            claim = claim | errors_in(rng, text, claim)
        read = as_claim(claim)
        if isinstance(read, ExtractedFigure):
            yield read


def as_claim(claim: dict[str, Any]) -> ExtractedFigure | str:
    shown = {name: _as_json(value) for name, value in claim.items() if value is not None}
    try:
        (read,) = loads_claims(json.dumps([shown]))
    except AseanscError as error:
        return " ".join(str(error).split())
    return read


def _as_json(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return list(map(str, value))
    return value if isinstance(value, (int, dict, bool)) else str(value)


# -- answers


def of_result(result: VerifiedFigure) -> str:
    aspects = (" ".join(aspects) or "-" for aspects in (result.compared, result.differs, result.uncertain))
    read = result.read and f"{result.read.printed!r} at {result.read.start}"
    at = f"{result.places} {result.start}-{result.end}"
    return f"  {result.verdict} | {' | '.join(aspects)} | {at} {read} | {result.reason}"


def of_verification(result: Verification) -> Iterator[str]:
    yield from map(of_result, result)
    yield f"  missed {[(figure.start, figure.printed) for figure in result.missed]}, agrees {result.agrees}"
    yield f"  {len(result)} {len(result.confirmed)} {len(result.refuted)} {len(result.undecided)} {result.summary}"
    for one in result.mismatches:
        yield f"  {one.where} {one.document} {one.start}-{one.end}: {one.expected!r} is {one.found!r}, at {one.nearest}"
    yield f"  uncited {[(span.start, span.printed) for span in result.uncited]}"


def attempt(work: Callable[[], Iterable[str]]) -> list[str]:
    try:
        return list(work())
    except AseanscError as error:
        shown = re.sub("The reader says: .*", "", str(error))  # versions of Python say it in other words
        return [f"  {type(error).__name__}: {' '.join(shown.split())}"]


def claims_case(rng: random.Random) -> Iterator[str]:
    text = text_of(rng, SENTENCES)
    yield repr(text)
    claims = list(claims_on(rng, text, find(text), 14))
    yield from map(_shown, claims)
    most = rng.randrange(2000) if rng.random() < 0.05 else _locate.MOST_SEARCHED
    with patch.object(_locate, "MOST_SEARCHED", most):
        yield from attempt(lambda: of_verification(verify_claims(text, claims, units=CUSTOM[: rng.randrange(2)])))


def _shown(claim: ExtractedFigure) -> str:
    given = {name: value for name in _FIELDS if (value := getattr(claim, name)) is not None}
    return " ".join(f"{name}={value!s}" for name, value in given.items())


_FIELDS: Final = (
    "number",
    "upper",
    "scale",
    "unit",
    "qualifier",
    "kind",
    "statuses",
    "time",
    "out_of",
    "quote",
    "start",
    "end",
)


def language_case(rng: random.Random) -> Iterator[str]:
    text = text_of(rng, [*ENGLISH, *rng.sample(SENTENCES, 8)])
    lang = rng.choice(LANGUAGES)
    yield f"{lang} {text!r}"
    claims = list(claims_on(rng, text, find(text), 20))
    yield from map(_shown, claims)
    yield from attempt(lambda: of_verification(verify_claims(text, claims, lang=lang)))


# -- figures of a review


@cache
def annex_review() -> Review:
    return annex.load()


def statements_like(rng: random.Random, figure: PrintedFigure) -> Any:
    """Return what a figure states, or something like it."""
    value: Any = figure.value
    if not hasattr(value, "magnitude"):
        low = figure.magnitude[0] if isinstance(figure.magnitude, tuple) else figure.magnitude
        unit = figure.unit or Unit.parse(rng.choice(("household", "percent", "person", "commune")))
        return Value(magnitude=low if low is not None else _digits_of(figure.printed), unit=unit)
    given = {"magnitude": value.magnitude, "unit": value.unit, "qualifier": value.qualifier, "upper": value.upper}
    chance = rng.randrange(12)
    if chance == 0:
        given["magnitude"] = value.magnitude * rng.choice((10, 1000, Decimal("0.1"), -1))
    elif chance == 1:
        given["magnitude"] = _slip(rng, value.magnitude)
    elif chance == 2:
        given |= {"qualifier": rng.choice([one for one in Qualifier if one is not Qualifier.BETWEEN]), "upper": None}
    elif chance == 3:
        given |= {
            "unit": Unit.parse(rng.choice(("household", "percent", "percentage_point", "person", "percent/year")))
        }
    elif chance == 4:
        given["magnitude"] = value.magnitude.normalize() if rng.random() < 0.5 else value.magnitude + Decimal("0.0")
    elif chance == 5:
        return Change(**given)
    elif chance == 6:
        return RelativeChange(**given, form=rng.choice([*RelativeForm]))
    elif chance == 7:
        return Attainment(**given, form=rng.choice([*AttainmentForm]))
    elif chance == 8 and figure.out_of is not None:
        return figure.out_of
    return type(value)(**given, **({"form": value.form} if hasattr(value, "form") else {}))


COLLECTIONS: Final = [
    *((collection, Absent.NOT_APPLICABLE) for collection in TimeCollection if not collection.is_repeated),
    *((TimeCollection.EACH, per) for per in (Frequency.YEAR, Frequency.MONTH)),
    *((TimeCollection.AVERAGE, per) for per in (Frequency.YEAR, Frequency.MONTH)),
]


def figure_like(rng: random.Random, text: str, found: PrintedFigure) -> Any:
    """Return a figure of a review that cites what is printed, with some error or none."""
    review = annex_review()
    value = statements_like(rng, found)
    like: Any = rng.choice((*review.observations, review.targets[0]))
    if not isinstance(value, Value):
        like = rng.choice(review.claims)
    start, end = found.start, found.end
    if rng.random() < 0.2:
        start, end = max(start - rng.randrange(12), 0), min(end + rng.randrange(12), len(text))
    if found.out_of is not None and value == found.out_of:
        start += max(found.printed.find("/"), 0) + 1
    words = re.search(r"(?i)ước|phấn đấu|dự kiến|sơ bộ|mỗi năm", text) if rng.random() < 0.4 else None
    governed = () if words is None else (Span(start=words.start(), end=words.end(), printed=words[0]),)
    printed = text[start:end]
    moved = rng.choice((0, 0, 0, 0, 5, -1))
    start = max(start + moved, 0)
    citation = Citation(
        document=review.documents[0].id,
        start=start,
        end=start + len(printed),
        printed=printed,
        governed_by=governed,
        locator=rng.choice((Absent.NOT_STATED, Absent.NOT_STATED, "p1", "t1.r4c5", "Sheet1!D6")),
    )
    if rng.random() < 0.05:
        value = Absent.NOT_STATED
    statuses = rng.choice((found.statuses, found.statuses, found.statuses, (), (Status.ESTIMATED,), (Status.FORECAST,)))
    changes: dict[str, Any] = {"value": value, "citation": citation, "statuses": statuses}
    times = [found.time] * 3 + [Period.parse(time) for time in TIMES if len(time) != 10]
    time = rng.choice([one for one in times if one is not None])
    changes |= {"time": time, "time_basis": rng.choice((TimeBasis.STATED, TimeBasis.STATED, *TimeBasis))}
    if hasattr(like, "time_collection"):
        collection, per = rng.choice(COLLECTIONS)
        if found.collection is not None and rng.random() < 0.5:
            collection, per = found.collection, found.per or Absent.NOT_APPLICABLE
        changes |= {"time_collection": collection, "per": per}
    return evolve(like, **changes)


def figures_case(rng: random.Random) -> Iterator[str]:
    text = text_of(rng, SENTENCES)
    yield repr(text)
    found = list(find(text))
    lang = rng.choice(("vi", "vi", "vi", "vi-VN", "en"))
    reading = Reading(text, (), lang)
    sure = [figure for figure in found if isinstance(figure.value, (Value, Change, RelativeChange, Attainment))]
    for _ in range(16 if found else 0):
        try:
            figure = figure_like(rng, text, rng.choice(sure if sure and rng.random() < 0.7 else found))
        except (AseanscError, TypeError):
            continue  # such as a negative count
        yield f"{figure.value} {figure.time} {getattr(figure, 'time_collection', '')} {figure.statuses} {figure.citation!r}"
        yield of_result(reading.of_figure(figure, annex_review()))
    yield f"{[figure.printed for figure in reading.missed([(0, rng.randrange(len(text) + 1))])]}"


# -- citations in a text that has changed


WORDS: Final = (
    "5 hộ",
    "5",
    "12,5%",
    "xã",
    "5 xã",
    "1.250",
    "250",
    "hộ nghèo",
    "ước",
    "năm 2018",
    "7%",
    "3/4",
    "a",
    "12",
)
BREAKS: Final = (
    " ", " ", " ", " ", ". ", "; ", "\n", "\n1. ", "\n2. ", "\n1.1. ", "\n1.2. ", "\n2.2. ", "\n- ", "\n\n3) ", ":\n4. ",
    "\n7.9 ", ", ", ".\n1. ", "\n  3. ", "\n(2) ", "\n4/ ",
)  # fmt: skip


def cited_review(rng: random.Random) -> tuple[Review, str]:
    """Return a review that cites some words of a text, each of them once."""
    base, words, text = rng.choice((skeleton.load(), annex_review())), [], ""
    for _ in range(rng.randrange(2, 16)):
        text += rng.choice(BREAKS)
        if rng.random() < 0.08:
            text += "và " * rng.randrange(15, 30)
        word = rng.choice(WORDS)
        words.append((len(text), word))
        text += word
    text += rng.choice(("", ".", "\n"))
    document = evolve(base.documents[0], sha256=sha256_of(text))
    documents = [document, evolve(document, id="other", sha256=sha256_of(text[:-1]))][: rng.choice((1, 1, 2))]
    rng.shuffle(documents)
    free = words[:]
    rng.shuffle(free)
    names = ("sections", "instruments", "observations", "targets", "claims", "mentions")
    groups: dict[str, list[Any]] = {name: [] for name in names}
    for name, group in groups.items():
        for record in getattr(base, name):
            if not free or (name not in names[:2] and rng.random() < 0.6):
                continue
            start, word = free.pop()
            governed = ()
            if free and name in ("observations", "targets", "claims") and rng.random() < 0.3:
                at, other = free.pop()
                governed = (Span(start=at, end=at + len(other), printed=other),)
            if name == "sections" and rng.random() < 0.5:  # the words of other records, too
                word = text[start : start + rng.randrange(len(word), len(word) + 40)].splitlines()[0].rstrip()
            citation = Citation(
                document=rng.choice(documents).id, start=start, end=start + len(word), printed=word, governed_by=governed,
                locator=rng.choice((Absent.NOT_STATED, "p1", "p1.s2")),
            )  # fmt: skip
            alone = {"baseline": Absent.NOT_STATED} if name == "targets" else {}
            group.append(evolve(record, citation=citation, **alone))
    changes: dict[str, Any] = {name: tuple(group) for name, group in groups.items()}
    findings = []
    for finding in base.findings:
        start, end = sorted(rng.sample(range(len(text) + 1), 2)) if len(text) > 1 else (0, 1)
        findings.append(evolve(finding, start=start, end=end, document=rng.choice(documents).id))
    changes |= {"documents": documents, "findings": tuple(findings)}
    try:
        return evolve(base, **changes), text
    except AseanscError:  # such as a claim about a figure that is left out
        return evolve(base, **changes | {"claims": ()}), text


def changed_text(rng: random.Random, text: str) -> str:
    for _ in range(rng.choice((0, 1, 1, 1, 2, 3))):
        at = rng.randrange(len(text) + 1)
        end = min(at + rng.randrange(12), len(text))
        change = rng.randrange(6)
        if change == 0:
            text = text[:at] + rng.choice((*WORDS, " ", "\n", "x" * 300)) + text[at:]
        elif change == 1:
            text = text[:at] + text[end:]
        elif change == 2:
            text = text[:at] + text[at:end] * 2 + text[end:]
        elif change == 3:
            text = text[end:] + text[:end]
        elif change == 4:
            text = text.replace(rng.choice(WORDS), rng.choice(WORDS))
        else:
            text = rng.choice(("x", "Báo cáo\n", "5 hộ ", "")) + text
    return text


def moved_case(rng: random.Random) -> Iterator[str]:
    review, text = cited_review(rng)
    changed = changed_text(rng, text)
    yield f"{text!r} {changed!r} {sorted(passages_of(review, None))}"
    document = rng.choice((None, None, review.documents[0].id, review.documents[-1].id, "another"))
    most = rng.randrange(2000) if rng.random() < 0.1 else _mismatches.MOST_SEARCHED
    with patch.object(_mismatches, "MOST_SEARCHED", most):
        yield from attempt(lambda: of_verification(verify(review, changed, document)))
    yield from attempt(lambda: of_moved(rng, review, changed, document))
    if rng.random() < 0.04:
        wrong: Any = rng.choice((5, None, text))
        yield from attempt(lambda: of_moved(rng, wrong, changed, document))
        yield from attempt(lambda: of_moved(rng, review, changed.encode(), document))
        moved = move_citations(review, text, review.documents[0].id)
        for given in ((wrong, moved, review), ("", wrong, review), ("", moved, wrong)):
            yield from attempt(lambda given=given: [str(move_in_python(*given))])


def of_moved(rng: random.Random, review: Review, text: str, document: str | None) -> Iterator[str]:
    moved = move_citations(review, text, document)
    yield f"  moved {moved.moved}; lost {moved.lost}"
    records = (*moved.review.sections, *moved.review.figures(), *moved.review.mentions)
    yield f"  {[(record.citation.start, record.citation.locator, record.citation.governed_by) for record in records]}"
    yield f"  {[(finding.start, finding.end) for finding in moved.review.findings]} {moved.review.documents[0].sha256}"
    source = "\n".join(source_of(rng, review))
    yield f"  {move_in_python(source, moved, review)}"


def source_of(rng: random.Random, review: Review) -> Iterator[str]:
    """Yield Python with the positions of a review, perhaps without one of them."""
    yield f'"""x"""\nDocument(sha256="{review.documents[0].sha256}")'
    for record in (*review.sections, *review.figures(), *review.mentions):
        for span in (record.citation, *record.citation.governed_by):
            if rng.random() > 0.03:
                yield f"é = cite({span.start}, {json.dumps(span.printed, ensure_ascii=False)}, {span.start})"
    yield "é = f(5, x, 7, y, 'x')"
    for finding in review.findings if rng.random() > 0.1 else ():
        yield f"finding({finding.start}, {finding.end}, 'đ', {finding.start})"


# -- claims in JSON


ODD: Final[tuple[Any, ...]] = (
    None, 5, -5, 0, 3, 7, "5", "5,5", "x", "", " ", "level", "percent", "estimated", ["estimated"], ["x"], [], {}, True, 1e400, 2.5,
    "2018", "2018-12-31", "1E400", "NaN", 10**20, ["planned", "planned"], "million", "over", [5], "level ", "Infinity",
)  # fmt: skip
NAMES: Final = (*_FIELDS, "id", "label", "unti", "numbr", "quotes", "")


def json_case(rng: random.Random) -> Iterator[str]:
    claims = [_odd_claim(rng) for _ in range(rng.randrange(4))]
    document: Any = rng.choice((claims, {"claims": claims}, {"claims": claims}, rng.choice(ODD), {"claim": claims}))
    content: Any = json.dumps(document, ensure_ascii=False)
    if rng.random() < 0.02:
        wrong: Any = rng.choice((5, None, ["x"]))
        yield from attempt(lambda: map(_shown, loads_claims(wrong)))
    chance = rng.random()
    if chance < 0.08:
        content = content.replace("}", ', "number": 7}', 1)
    elif chance < 0.12:
        content = content[: rng.randrange(len(content) + 1)]
    elif chance < 0.2:
        content = content.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16")))
    limits = (
        Limits(**{rng.choice(("size", "problems", "items")): rng.randrange(1, 200)}) if rng.random() < 0.3 else None
    )
    yield repr(content)
    yield from attempt(lambda: map(_shown, loads_claims(content, limits=limits)))
    text: Any = rng.choice(("Có 5 hộ.", "Có 5 hộ.", "text.vi", 5, None, "text.viet.", "a b.txt", b"5", "5", ""))
    lang: Any = rng.choice((*["vi"] * 6, 5))
    units: Any = rng.choice((*[()] * 6, "household", [5], None))
    yield from attempt(lambda: of_verification(verify_claims(text, document, lang=lang, units=units, limits=limits)))


def _odd_claim(rng: random.Random) -> Any:
    if rng.random() < 0.04:
        return rng.choice(ODD)
    claim: dict[str, Any] = {"number": 5, "quote": "5 hộ"} if rng.random() < 0.9 else {}
    for _ in range(rng.choice((0, 1, 1, 2, 3))):
        claim[rng.choice(NAMES)] = rng.choice(ODD)
    return claim


# -- words, units and line ends at growing distances


DISTANT: Final = (
    ("xếp hạng{gap}thứ 5", {"number": 5, "unit": "rank"}),
    ("Thu nhập tăng{gap}3 lần", {"number": 3, "kind": "increase_times"}),
    ("Thu nhập giảm{gap}3 lần", {"number": 3, "kind": "increase_times"}),
    ("thay đổi âm{gap}5 hộ", {"number": -5, "unit": "household"}),
    ("Có 5{gap}cái bẫy", {"number": 5, "unit": "cái bẫy"}),
    ("Có mười hai{gap}cái bẫy", {"number": 12, "unit": "cái bẫy"}),
    ("It cost 5{gap}million", {"number": 5000000}),
    ("It cost 5{gap}k", {"number": 5}),
)
LONG: Final = (
    ("Có 5 {gap} bẫy", {"number": 5, "unit": "{gap}"}),
    ("Có 5 {gap}bẫy", {"number": 5, "unit": "{gap}"}),
    ("Có 5 {gap} bẫy", {"number": 5, "unit": "{gap} bẫy"}),
)
FAR: Final = (
    ("ước {gap} có\n5 hộ", {"number": 5, "quote": "có\n5 hộ", "statuses": ["estimated"]}),
    ("Có trên\n5 hộ {gap}.", {"number": 5, "qualifier": "over", "quote": "trên\n5 hộ {gap}."}),
)
"""Sentences in which the words of a gap are far from a line end in a quote."""


def _verified(text: str, claim: dict[str, Any], lang: str) -> Iterator[str]:
    return of_verification(verify_claims(text, [claim], lang=lang))


def distances() -> Iterator[str]:
    """Yield answers to sentences with ever wider gaps, where they change."""
    review = annex_review()
    for size in range(50, 70):
        found = review.uncited(f"{'x' * size}\n1. Có 5 hộ\n2. Có 6 hộ")
        yield f"{size} characters before an item: {[(span.start - size, span.printed) for span in found]}"
    blanks, words = [" " * size for size in range(90)], [("và " * 400)[:size] for size in range(980, 1010)]
    for sentences, gaps in ((DISTANT, blanks), (LONG, ["x" * size for size in range(50, 90)]), (FAR, words)):
        for text, claim in sentences:
            last = ""
            for gap in gaps:
                shown = {
                    name: value.format(gap=gap) if isinstance(value, str) else value for name, value in claim.items()
                }
                lang = "en" if "It" in text else "vi"
                found = attempt(partial(_verified, text.format(gap=gap), shown, lang))[0]
                now = re.sub(r"\(\(.*? \|", "|", found)
                now = now.replace(gap, "…") if len(gap) > 9 else now
                if now != last:
                    yield f"{text!r} {claim} {len(gap)}: {now}"
                last = now


KINDS: Final[dict[str, Callable[[random.Random], Iterator[str]]]] = {
    "claims": claims_case,
    "languages": language_case,
    "figures": figures_case,
    "moved": moved_case,
    "json": json_case,
}


def answer(kind: str, seed: int) -> list[str]:
    """Return the case of a seed and everything that is answered to it."""
    return list(KINDS[kind](random.Random(f"{kind} {seed}")))


def digest(kind: str, seed: int) -> str:
    return sha256("\n".join(answer(kind, seed)).encode("utf-8", "surrogatepass")).hexdigest()[:8]


if __name__ == "__main__":
    print("\n".join(answer(sys.argv[1], int(sys.argv[2]))))
