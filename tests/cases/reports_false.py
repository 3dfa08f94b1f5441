"""Mini-reports with one error each."""

from __future__ import annotations

import datetime as dt

from aseansc import (
    Absent,
    Attainment,
    Change,
    MentionKind,
    Period,
    RelativeChange,
    TimeCollection,
    Value,
)
from aseansc.authoring import DOWN, UP
from aseansc.indicators import Breakdown, PriceBasis
from aseansc.units import (
    VND,
    district,
    hectare,
    household,
    percent,
    percentage_point,
    person,
    person_turn,
    project,
    square_kilometre,
    tonne,
    year,
)
from tests.cases.report import report, structure

E = Value.exact
Y = Period.year
P1618 = Period.years(2016, 2018)
NS = Absent.NOT_STATED
TOTAL, END = TimeCollection.TOTAL, TimeCollection.END


def parts(r, vals, whole, u=project, kind="flow", complete=True, disjoint=True, when=P1618):
    mk, st = (r.flow, r.total) if kind == "flow" else (r.stock, r.at_end)
    ps = [mk(f"p{n}", u) for n in range(len(vals))]
    w = mk("whole", u, breakdowns=(Breakdown(parts=tuple(x.id for x in ps), complete=complete, disjoint=disjoint),))
    for i, v in zip(ps, vals):
        st(i, E(v, u), when, r.c(str(v)))
    st(w, E(whole, u), when, r.c(str(whole)))
    return w


@report("F01", "sum: 28 + 8 = 37")
def _(r):
    parts(r, [28, 8], 37)


@report(
    "F02",
    "per capita x population != total (unit slip: 2,707 for 27,07 trieu); all of 2018, population at its end",
    period=Y(2018),
)
def _(r):
    g = r.flow("grdp", VND, price_basis=PriceBasis.CURRENT)
    p = r.stock("pop", person)
    i = r.rate("pc", VND / person, g, p, price_basis=PriceBasis.CURRENT)
    r.total(g, E("12345E9", VND), Y(2018), r.c("12.345 tỷ"))
    r.at_end(p, E("456.0E3", person), Y(2018), r.c("456,0 nghìn"))
    r.at_end(i, E("2.707E6", VND / person), Y(2018), r.c("2,707 triệu đồng/người"))


@report("F03", "percent for points: cover 45,4 -> 49,1 'tang 3,7 %' (8,1 %)")
def _(r):
    i = r.share("cover", better=UP)
    a = r.at_end(i, E("45.4", percent), Y(2015), r.c("45,4%"))
    b = r.at_end(i, E("49.1", percent), Y(2018), r.c("49,1%"))
    r.change(i, a, b, RelativeChange.exact("3.7", percent), r.c("tăng 3,7%"))


@report("F05", "attainment: 4.050 of 5.000 is 'dat 91%'", period=Y(2018))
def _(r):
    i = r.flow("jobs", person)
    a = r.total(i, E(4050, person), Y(2018), r.c("4.050"))
    t = r.target(i, E(5000, person), Y(2018), TOTAL, r.c("5.000"))
    r.attainment(a, t, Attainment.exact(91, percent), r.c("91%"))


@report("F06", "growth: 1.000 -> 1.150 'tang 25%'", period=Period.years(2017, 2018))
def _(r):
    i = r.flow("visits", person_turn)
    a = r.total(i, E("1000E3", person_turn), Y(2017), r.c("1.000 nghìn"))
    b = r.total(i, E("1150E3", person_turn), Y(2018), r.c("1.150 nghìn"))
    r.change(i, a, b, RelativeChange.exact("25", percent), r.c("tăng 25%"))


@report("F09", "rate x denominator: 24.737 of 86.818 households is 25,55 %", period=Y(2018))
def _(r):
    p, h = r.stock("poor", household), r.stock("hh", household)
    i = r.share("poverty", p, h)
    r.at_end(p, E(24737, household), Y(2018), r.c("24.737"))
    r.at_end(h, E(86818, household), Y(2018), r.c("86.818"))
    r.at_end(i, E("25.55", percent), Y(2018), r.c("25,55%"))


D8 = ["105", "106", "107", "108", "109", "110", "111", "112"]


@report("F10", "eight districts (all of them) sum to 24.137, the province has 24.737", period=Y(2018))
def _(r):
    p = r.stock("poor", household)
    for d, v in zip(D8, [612, 2890, 5120, 6450, 3980, 1250, 1310, 2525]):
        r.at_end(p, E(v, household), Y(2018), r.c(str(v)), place=f"VN-01-{d}")
    r.at_end(p, E(24737, household), Y(2018), r.c("24.737"))


@report("F14", "stated twice: 24.737 and 24.373")
def _(r):
    p = r.stock("poor", household)
    r.at_end(p, E(24737, household), Y(2018), r.c("24.737"))
    r.at_end(p, E(24373, household), Y(2018), r.c("24.373"))


@report("F15", "sex: 620 women + 480 men of 1.000 trainees", period=Y(2018))
def _(r):
    i = r.flow("trainees", person)
    for b, v in (((), 1000), (("SEX:F",), 620), (("SEX:M",), 480)):
        r.total(i, E(v, person), Y(2018), r.c(str(v)), breakdown=b)


@report("F16", "sex: 1.100 women of 1.000 trainees", period=Y(2018))
def _(r):
    i = r.flow("trainees", person)
    r.total(i, E(1000, person), Y(2018), r.c("1.000"))
    r.total(i, E(1100, person), Y(2018), r.c("1.100 nữ"), breakdown=("SEX:F",))


@report("F18", "'vuot ke hoach 125,5%' where 8.604 of 6.856 was planted")
def _(r):
    i = r.flow("forest", hectare, better=UP)
    a = r.total(i, E(8604, hectare), P1618, r.c("8.604 ha"))
    t = r.target(i, E(6856, hectare), P1618, TOTAL, r.c("6.856 ha"))
    r.attainment(a, t, Attainment.exact("125.5", percent, form="over_plan"), r.c("vượt 125,5%"))


@report("F19", "scale: 200 + 258,6 trieu = 458,6 ty")
def _(r):
    parts(r, ["200.0E6", "258.6E6"], "458.6E9", VND)


@report("F20", "shares 72,9 + 14,0 + 16,7 of one whole")
def _(r):
    structure(r, ["72.9", "14.0", "16.7"])


@report("F22", "words against figures: 'giam nhanh', 25,55 -> 27,10 %")
def _(r):
    i = r.share("poverty", better=DOWN)
    r.at_end(i, E("25.55", percent), Y(2017), r.c("25,55%"))
    r.at_end(i, E("27.10", percent), Y(2018), r.c("27,10%"))
    r.result(9000, 9020, en="fell fast", vi="giảm nhanh", indicator=i, direction=DOWN)


@report("F23", "sign: 52,81 -> 49,11 'tang 3,7 diem %'")
def _(r):
    i = r.share("cover", better=UP)
    a = r.at_end(i, E("52.81", percent), Y(2015), r.c("52,81%"))
    b = r.at_end(i, E("49.11", percent), Y(2018), r.c("49,11%"))
    r.change(i, a, b, Change.exact("3.7", percentage_point), r.c("tăng 3,7 điểm %"))


@report("F24", "'4,95 diem/nam' over three years, 40,40 -> 30,55")
def _(r):
    i = r.share("poverty", better=DOWN)
    a = r.at_beginning(i, E("40.40", percent), Y(2016), r.c("40,40%"))
    b = r.at_end(i, E("30.55", percent), Y(2018), r.c("30,55%"))
    r.change(i, a, b, Change.exact("-4.95", percentage_point / year), r.c("4,95 điểm %/năm"))


@report("F25", "'trong 5 nam (2016-2018)'")
def _(r):
    r.mention(MentionKind.DURATION, E(5, year), r.c("5 năm", gap=2))
    r.mention(MentionKind.DATE, P1618, r.c("2016-2018"))
    i = r.flow("x", person)
    r.total(i, E(3, person), P1618, r.c("3"))


@report("F27", "rice: 6.120 ha x 49,2 'tan/ha' for 30,1 thousand tonnes (ta for tan)", period=Y(2018))
def _(r):
    ha = r.flow("area", hectare)
    t = r.flow("rice", tonne)
    y = r.rate("yield", tonne / hectare, t, ha)
    r.total(ha, E(6120, hectare), Y(2018), r.c("6.120 ha"))
    r.total(t, E("30.1E3", tonne), Y(2018), r.c("30,1 nghìn tấn"))
    r.within(y, E("49.2", tonne / hectare), Y(2018), r.c("49,2 tấn/ha"))


@report("F28", "list: '03 huyen (Than Uyen, Tan Uyen)'", period=Y(2018))
def _(r):
    i = r.flow("d", district)
    r.total(i, E("3", district), Y(2018), r.c("03 huyện"), lists=("Than Uyên", "Tân Uyên"))


@report("F30", "nine months 5.400, the year 5.100 jobs", period=Y(2018))
def _(r):
    i = r.flow("jobs", person)
    r.total(i, E(5400, person), Period(start=dt.date(2018, 1, 1), end=dt.date(2018, 9, 30)), r.c("9 tháng: 5.400"))
    r.total(i, E(5100, person), Y(2018), r.c("cả năm 5.100"))


@report(
    "F31",
    "600 of 1.500 trainees are women, 'chiem 50%' (women as an indicator of their own: a category of the same one is refused)",
    period=Y(2018),
)
def _(r):
    w = r.flow("women", person)
    i = r.flow("trainees", person, breakdowns=(Breakdown(parts=("women",), complete=False, disjoint=True),))
    r.total(i, E(1500, person), Y(2018), r.c("1.500"))
    f = r.total(w, E(600, person), Y(2018), r.c("600 nữ"))
    r.share_of(f, i, E(50, percent), r.c("chiếm 50%"))


@report("F32", "density: 456.300 persons, 9.068,8 km2, 50,3 persons per ha (for km2)", period=Y(2018))
def _(r):
    p, area = r.stock("pop", person), r.stock("land", square_kilometre)
    i = r.rate("density", person / hectare, p, area)
    r.at_end(p, E(456300, person), Y(2018), r.c("456.300"))
    r.at_end(area, E("9068.8", square_kilometre), Y(2018), r.c("9.068,8 km²"))
    r.at_end(i, E("50.3", person / hectare), Y(2018), r.c("50,3 người/ha"))


@report("F34", "growth of 5, 6 and 7 % in three years, 'ca giai doan tang 25%' (19,1)")
def _(r):
    i = r.flow("visits", person_turn)
    a = r.total(i, E("1000E3", person_turn), Y(2015), r.c("1.000"))
    for y, g in ((2016, 5), (2017, 6), (2018, 7)):
        r.change(i, NS, NS, RelativeChange.exact(g, percent), r.c(f"tăng {g}%"), time=Period.years(y - 1, y))
    r.change(i, a, NS, RelativeChange.exact(25, percent), r.c("cả giai đoạn tăng 25%"), time=Period.years(2015, 2018))


@report("F36", "difference: 36.094 -> 24.737 'giam 12.357 ho'")
def _(r):
    p = r.stock("poor", household)
    a = r.at_beginning(p, E(36094, household), Y(2016), r.c("36.094"))
    b = r.at_end(p, E(24737, household), Y(2018), r.c("24.737"))
    r.change(p, a, b, Change.exact(-12357, household), r.c("giảm 12.357 hộ"))


@report("F38", "two units of one figure: 8.604 ha and 860,4 km2")
def _(r):
    i = r.flow("forest", hectare)
    r.total(i, E(8604, hectare), P1618, r.c("8.604 ha"))
    r.total(i, E("860.4", square_kilometre), P1618, r.c("860,4 km²"))


@report(
    "F39",
    "order in time: in a report of 14/8/2018 the end of 2018 stated as done, no 'uoc'",
    date=dt.date(2018, 8, 14),
)
def _(r):
    p = r.stock("poor", household)
    r.at_end(p, E(24737, household), Y(2018), r.c("cuối năm 2018 còn 24.737"))
