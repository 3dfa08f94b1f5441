"""Mini-reports that are true as statistical practice has it: the audit must contradict nothing in them."""

from __future__ import annotations

import datetime as dt

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    Change,
    Frequency,
    MentionKind,
    Period,
    RelativeChange,
    TimeCollection,
    Value,
)
from aseansc.authoring import DOWN, UP
from aseansc.indicators import PriceBasis
from aseansc.units import (
    VND,
    classroom,
    commune,
    dwelling,
    event,
    hectare,
    household,
    index_point,
    month,
    news_item,
    per_mille,
    percent,
    percentage_point,
    person,
    quintal,
    school,
    times,
    tonne,
    year,
)
from tests.cases.report import report, structure

E = Value.exact
Y = Period.year
P1618 = Period.years(2016, 2018)
NS = Absent.NOT_STATED
TOTAL, END = TimeCollection.TOTAL, TimeCollection.END


@report(
    "T02",
    "two vintages of one figure in two yearbooks, no status word printed",
    period=Period.years(2017, 2019),
)
def _(r):
    i = r.flow("grdp", VND, price_basis=PriceBasis.CURRENT)
    r.total(i, E("10512E9", VND), Y(2017), r.c("10.512 tỷ đồng", document="yearbook-2018"))
    r.total(i, E("10874E9", VND), Y(2017), r.c("10.874 tỷ đồng", document="yearbook-2019"))


@report("T03", "rebased index: same year on base 2010 and base 2015 (bases as breakdown codes)")
def _(r):
    i = r.rate("iip", index_point)
    a = r.average(i, E("171.9", index_point), Y(2017), r.c("171,9 (2010=100)"), breakdown=("BASE:2010",))
    b = r.average(i, E("186.4", index_point), Y(2018), r.c("186,4 (2010=100)"), breakdown=("BASE:2010",))
    r.average(i, E("124.3", index_point), Y(2018), r.c("124,3 (2015=100)"), breakdown=("BASE:2015",))
    r.change(i, a, b, RelativeChange.exact("8.4", percent), r.c("tăng 8,4%"))


@report(
    "T05",
    "communes merged: 108 before, 106 from 1 Jan 2020; both printed of the turn of the year",
    period=Period.years(2019, 2020),
)
def _(r):
    i = r.stock("communes", commune)
    d = r.stock("nrm", commune, better=UP)
    r.at_end(i, E(108, commune), Y(2019), r.c("108 xã, phường"))
    r.at_beginning(i, E(106, commune), Y(2020), r.c("106 xã, phường"))
    s = r.share("nrm-rate", d, i, better=UP)
    r.at_end(d, E(33, commune), Y(2019), r.c("33 xã đạt chuẩn"))
    r.at_end(s, E("30.6", percent), Y(2019), r.c("30,6%"))


@report(
    "T06",
    "seasonal: 3,5 thousand tonnes a month over the 8 months of harvest; 28,0 thousand in the year",
    period=Period.years(2018, 2018),
)
def _(r):
    i = r.flow("tea", tonne, better=UP)
    season = Period(start=dt.date(2018, 3, 1), end=dt.date(2018, 10, 31))
    r.average(i, E("3.5E3", tonne), season, r.c("bình quân 3,5 nghìn tấn mỗi tháng mùa thu hái"), per=Frequency.MONTH)
    r.total(i, E("28.0E3", tonne), Y(2018), r.c("28,0 nghìn tấn cả năm"))


@report("T08", "shares in whole percents that sum to 101")
def _(r):
    structure(r, ["13", "13", "37", "38"])


@report(
    "T09",
    "averages of averages: district class sizes; provincial mean is not their mean",
    period=Period.years(2018, 2018),
)
def _(r):
    i = r.rate("class-size", person / classroom)
    for code, v in (("105", "34.1"), ("107", "22.4"), ("108", "25.0")):
        r.at_end(i, E(v, person / classroom), Y(2018), r.c(v), place=f"VN-01-{code}")
    r.at_end(i, E("29.8", person / classroom), Y(2018), r.c("29,8"))


@report("T10", "poverty rates weighted across districts; counts and totals printed", period=Period.years(2018, 2018))
def _(r):
    poor, hh = r.stock("poor", household, better=DOWN), r.stock("hh", household)
    i = r.share("poverty", poor, hh, better=DOWN)
    for pl, p, h, s in (
        ("VN-01-110", 1250, 9860, "12.7"),
        ("VN-01-107", 5120, 10003, "51.2"),
        ("VN-01", 24737, 96818, "25.55"),
    ):
        r.at_end(poor, E(p, household), Y(2018), r.c(f"{p}"), place=pl)
        r.at_end(hh, E(h, household), Y(2018), r.c(f"{h}"), place=pl)
        r.at_end(i, E(s, percent), Y(2018), r.c(f"{s}"), place=pl)


@report("T12", "school year 2017-2018 beside calendar 2018: dropouts 120 and 95", period=Period.years(2017, 2018))
def _(r):
    i = r.flow("dropouts", person, better=DOWN)
    r.total(
        i, E(120, person), Period(start=dt.date(2017, 9, 1), end=dt.date(2018, 5, 31)), r.c("năm học 2017-2018: 120 em")
    )
    r.total(i, E(95, person), Y(2018), r.c("năm 2018: 95 em"))


@report("T13", "cumulative since 2011 beside the three years and one year")
def _(r):
    i = r.flow("houses", dwelling, better=UP)
    r.to_date(i, E(12450, dwelling), Period.years(2011, 2018), r.c("lũy kế từ 2011 đến nay 12.450 nhà"))
    r.total(i, E(4300, dwelling), P1618, r.c("4.300 nhà"))
    r.total(i, E(1500, dwelling), Y(2018), r.c("1.500 nhà"))


@report(
    "T15", "1.987 persons on the monthly roll; 2.310 different persons over the year", period=Period.years(2018, 2018)
)
def _(r):
    i = r.flow("allowance", person, better=UP)
    r.each(i, E(1987, person), Y(2018), r.c("hằng tháng chi trả cho 1.987 người"), per=Frequency.MONTH)
    r.total(i, E(2310, person), Y(2018), r.c("cả năm 2.310 người"))


@report("T17", "net enrolment 98,5 %, gross 104,2 %", period=Period.years(2018, 2018))
def _(r):
    kids = r.stock("kids", person)
    net, gross = r.stock("pupils-of-age", person), r.stock("pupils", person)
    n = r.share("net", net, kids)
    g = r.rate("gross", percent, gross, kids)
    for i, v in ((kids, 10000), (net, 9850), (gross, 10420)):
        r.at_end(i, E(v, person), Y(2018), r.c(str(v)))
    r.at_end(n, E("98.5", percent), Y(2018), r.c("98,5%"))
    r.at_end(g, E("104.2", percent), Y(2018), r.c("104,2%"))


@report("T19", "medians: women 2,0, men 2,3, all 2,2; mean 2,9 million a month", period=Period.years(2018, 2018))
def _(r):
    u = VND / person / month
    i = r.rate("median-income", u)
    m = r.rate("mean-income", u)
    for b, v in (((), "2.2E6"), (("SEX:F",), "2.0E6"), (("SEX:M",), "2.3E6")):
        r.within(i, E(v, u), Y(2018), r.c(v), breakdown=b)
    r.within(m, E("2.9E6", u), Y(2018), r.c("2,9 triệu"))


@report(
    "T21",
    "crude birth rate 19,5 per mille: 8.900 births, mean population 456,3 thousand, 460,2 at the end",
    period=Period.years(2018, 2018),
)
def _(r):
    b, p = r.flow("births", person), r.stock("pop", person)
    i = r.rate("cbr", per_mille, b, p)
    r.total(b, E(8900, person), Y(2018), r.c("8.900 trẻ"))
    r.average(p, E("456.3E3", person), Y(2018), r.c("dân số trung bình 456,3 nghìn"))
    r.at_end(p, E("460.2E3", person), Y(2018), r.c("cuối năm 460,2 nghìn"))
    r.within(i, E("19.5", per_mille), Y(2018), r.c("19,5‰"))


@report("T22", "430 women, 520 men, 1.000 persons (50 not recorded)", period=Period.years(2018, 2018))
def _(r):
    i = r.flow("trainees", person)
    for b, v in (((), 1000), (("SEX:F",), 430), (("SEX:M",), 520)):
        r.total(i, E(v, person), Y(2018), r.c(str(v)), breakdown=b)


@report("T23", "attainment above 100 %: 8.604 of 6.856 ha, 'vuot 25,5%' and 'dat 125,5%'")
def _(r):
    i = r.flow("forest", hectare, better=UP)
    a = r.total(i, E(8604, hectare), P1618, r.c("8.604 ha"))
    t = r.target(i, E(6856, hectare), P1618, TOTAL, r.c("6.856 ha"))
    r.attainment(a, t, Attainment.exact("25.5", percent, form="over_plan"), r.c("vượt 25,5%"))
    r.attainment(a, t, Attainment.exact("125.5", percent), r.c("đạt 125,5%"))


@report(
    "T26",
    "percent change of a percent: 4,0 -> 3,0 %, 'giam 25%' and 'giam 1,0 diem %'",
    period=Period.years(2017, 2018),
)
def _(r):
    i = r.share("unemployment", better=DOWN)
    a = r.at_end(i, E("4.0", percent), Y(2017), r.c("4,0%"))
    b = r.at_end(i, E("3.0", percent), Y(2018), r.c("3,0%"))
    r.change(i, a, b, RelativeChange.exact("-25", percent), r.c("giảm 25%"))
    r.change(i, a, b, Change.exact("-1.0", percentage_point), r.c("giảm 1,0 điểm %"))


@report("T27", "'giam 2-3 %/nam' (usual shorthand for points) 30,0 -> 22,5 over three years")
def _(r):
    i = r.share("poverty", better=DOWN)
    a = r.at_end(i, E("30.0", percent), Y(2015), r.c("30,0%"))
    b = r.at_end(i, E("22.5", percent), Y(2018), r.c("22,5%"))
    r.change(i, a, b, RelativeChange.between("-3", "-2", percent / year), r.c("giảm 2-3 %/năm"))


@report(
    "T29",
    "growth from a census ten years before: 370.502 (1/4/2009) -> 460.196 (1/4/2019), 2,19 %/nam",
    period=Period.years(2019, 2019),
)
def _(r):
    i = r.stock("pop", person)
    a = r.at(i, E(370502, person), AsOf.parse("2009-04-01"), r.c("370.502 người"))
    b = r.at(i, E(460196, person), AsOf.parse("2019-04-01"), r.c("460.196 người"))
    r.change(i, a, b, RelativeChange.exact("2.19", percent / year), r.c("2,19%/năm"))


@report("T30", "history told in passing: 'nam 2010 ca tinh co 15 truong', no change claimed")
def _(r):
    i = r.stock("schools", school, better=UP)
    r.within(i, E(15, school), Y(2010), r.c("năm 2010 có 15 trường đạt chuẩn"))
    r.at_end(i, E(91, school), Y(2018), r.c("91 trường"))


@report(
    "T32",
    "report of 20 Jan 2019: 'nam 2018 uoc dat 8.604 ha' (finals come in spring)",
    period=Y(2018),
    date=dt.date(2019, 1, 20),
)
def _(r):
    i = r.flow("forest", hectare, better=UP)
    r.total(i, E(8604, hectare), Y(2018), r.c("ước đạt 8.604 ha"), estimated=True)


@report("T34", "half-year: 2.600 in six months is 52 % of the year's plan of 5.000", period=Y(2018))
def _(r):
    i = r.flow("jobs", person, better=UP)
    a = r.total(i, E(2600, person), Period.half(2018, 1), r.c("2.600 lao động"))
    t = r.target(i, E(5000, person), Y(2018), TOTAL, r.c("5.000"))
    r.attainment(a, t, Attainment.exact(52, percent), r.c("52% kế hoạch năm"))


@report("T35", "rice: 6.120 ha x 49,2 ta/ha = 30,1 thousand tonnes", period=Y(2018))
def _(r):
    ha = r.flow("area", hectare)
    t = r.flow("rice", tonne)
    y = r.rate("yield", quintal / hectare, t, ha)
    r.total(ha, E(6120, hectare), Y(2018), r.c("6.120 ha"))
    r.total(t, E("30.1E3", tonne), Y(2018), r.c("30,1 nghìn tấn"))
    r.within(y, E("49.2", quintal / hectare), Y(2018), r.c("49,2 tạ/ha"))


@report("T36", "truncated, not rounded: 1.259 of 9.860 printed as 12,7 % (12,769)", period=Y(2018))
def _(r):
    p, h = r.stock("poor", household), r.stock("hh", household)
    i = r.share("poverty", p, h)
    r.at_end(p, E(1259, household), Y(2018), r.c("1.259 hộ"))
    r.at_end(h, E(9860, household), Y(2018), r.c("9.860 hộ"))
    r.at_end(i, E("12.7", percent), Y(2018), r.c("12,7%"))


@report("T37", "round number without a word: 'moi nam 400 tin, bai', 1.215 in three years")
def _(r):
    i = r.flow("news", news_item)
    r.each(i, E(400, news_item), P1618, r.c("mỗi năm 400 tin, bài"))
    r.total(i, E(1215, news_item), P1618, r.c("3 năm 1.215 tin, bài"))


@report(
    "T38",
    "less is better: poverty 25,55 % against a plan of 27 %, 'vuot ke hoach' by 1,45 points; 'dat 105,7%'",
    period=Y(2018),
)
def _(r):
    i = r.share("poverty", better=DOWN)
    a = r.at_end(i, E("25.55", percent), Y(2018), r.c("25,55%"))
    t = r.target(i, E("27.00", percent), Y(2018), END, r.c("27%"))
    r.attainment(a, t, Attainment.exact("105.7", percent), r.c("đạt 105,7%"))


@report(
    "T39",
    "forest cover by the official rule leaves out plantations under three years: 452.300 ha of forest, 906.878 ha, cover 49,11 %",
    period=Y(2018),
)
def _(r):
    f, area = r.stock("forest", hectare), r.stock("land", hectare)
    i = r.share("cover", f, area)
    r.at_end(f, E(452300, hectare), Y(2018), r.c("452.300 ha rừng"))
    r.at_end(area, E(906878, hectare), Y(2018), r.c("906.878 ha"))
    r.at_end(i, E("49.11", percent), Y(2018), r.c("49,11%"))


@report("T40", "'Sau 10 nam thuc hien Nghi quyet, giai doan 2016-2018 da...': a duration and another period beside it")
def _(r):
    r.mention(MentionKind.DURATION, E(10, year), r.c("10 năm", gap=32))
    r.mention(MentionKind.DATE, P1618, r.c("2016-2018"))
    i = r.flow("x", person)
    r.total(i, E(311, person), P1618, r.c("311"))


@report("X01", "'giam 3 lan' 30 -> 10 cases (times, downwards)", period=Period.years(2017, 2018))
def _(r):
    i = r.flow("fires", event, better=DOWN)
    a = r.total(i, E(30, event), Y(2017), r.c("30 vụ"))
    b = r.total(i, E(10, event), Y(2018), r.c("10 vụ"))
    r.change(i, a, b, RelativeChange.exact(3, times, form="times"), r.c("giảm 3 lần"))
