"""Each kind of figure that reports print, encoded as printed, through the audit and every format."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from aseansc.audit import Verdict, audit
from aseansc.authoring import DOWN, UP, ReportPart, assemble
from aseansc.citations import Citation, Document, sha256_of
from aseansc.codelists import Absent
from aseansc.indicators import PriceBasis, Statistic
from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.observations import Confidentiality, SamplingError, SamplingErrorForm, Status
from aseansc.periods import Period, TimeCollection
from aseansc.reviews import Review
from aseansc.texts import Text
from aseansc.units import (
    VND,
    animal,
    enterprise,
    event,
    household,
    index_point,
    per_10_000,
    per_100_000,
    per_mille,
    percent,
    percentage_point,
    person,
    province,
    rank,
    times,
    year,
)
from aseansc.values import Change, RelativeChange, Value

YEAR = Period.year(2018)
Row = Callable[[ReportPart, Callable[[str], Citation]], None]
ROWS: dict[str, tuple[str, Row]] = {}


def row(text: str) -> Callable[[Row], Row]:
    """Register the encoding of a sentence."""

    def add(encode: Row) -> Row:
        ROWS[encode.__name__] = (text, encode)
        return encode

    return add


def review_of(name: str) -> Review:
    text, encode = ROWS[name]
    part = ReportPart(document="report", place="VN-01", period=Period.years(2016, 2018))

    def cite(printed: str) -> Citation:
        return part.cite(text.index(printed), printed)

    encode(part, cite)
    document = Document(id="report", title="Báo cáo", sha256=sha256_of(text))
    return assemble(
        part, id=name.replace("_", "-"), title=Text(en="Report"), programme=Text(en="Plan"), documents=[document]
    )


@row("Tỷ lệ mắc lao 98 ca/100.000 dân; 10,2 bác sĩ/vạn dân; tỷ suất sinh 22,3‰")
def scaled_rates(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    people = part.stock("population", person, en="Average population", vi="Dân số trung bình")
    cases = part.flow("tuberculosis-cases", person, better=DOWN, en="Cases of tuberculosis", vi="Số ca mắc lao")
    doctors = part.stock("doctors", person, better=UP, en="Doctors", vi="Số bác sĩ")
    births = part.flow("births", person, en="Births", vi="Số sinh")
    for unit, numerator, value, printed in (
        (per_100_000, cases, "98", "98 ca/100.000 dân"),
        (per_10_000, doctors, "10.2", "10,2 bác sĩ/vạn dân"),
        (per_mille, births, "22.3", "22,3‰"),
    ):
        rate = part.rate(f"{numerator.id}-rate", unit, of=numerator, among=people, en="Rate", vi="Tỷ suất")
        part.within(rate, Value.exact(value, unit), YEAR, cite(printed))


@row("Tỷ số giới tính khi sinh 112 bé trai/100 bé gái. Cứ 10 hộ thì có 4 hộ nghèo. 1 bác sĩ/1.200 dân.")
def ratios(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    boys = part.flow("boys-born", person, en="Boys born", vi="Số bé trai")
    girls = part.flow("girls-born", person, en="Girls born", vi="Số bé gái")
    people = part.stock("population", person, en="Population", vi="Dân số")
    doctors = part.stock("doctors", person, en="Doctors", vi="Số bác sĩ")
    poor = part.stock("poor-households", household, en="Poor households", vi="Số hộ nghèo")
    all_households = part.stock("households", household, en="Households", vi="Số hộ")
    sexes = part.rate(
        "sex-ratio", percent, of=boys, among=girls, en="Sex ratio at birth", vi="Tỷ số giới tính khi sinh"
    )
    part.within(sexes, Value.exact("112", percent), YEAR, cite("112 bé trai/100 bé gái"))
    poverty = part.share("poverty-rate", of=poor, among=all_households, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    part.within(poverty, Value.exact("40", percent, resolution=10), YEAR, cite("10 hộ thì có 4 hộ nghèo"))
    served = part.rate("persons-per-doctor", times, of=people, among=doctors, en="Persons per doctor", vi="Dân/bác sĩ")
    part.within(served, Value.exact("1200", times), YEAR, cite("1 bác sĩ/1.200 dân"))


@row("Số doanh nghiệp gấp 3 lần, đàn trâu tăng 2 lần, số vụ cháy giảm 4 lần")
def multiples(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    for name, unit, form, number, printed in (
        ("enterprises", enterprise, "times", "3", "gấp 3 lần"),
        ("buffaloes", animal, "increase_times", "2", "tăng 2 lần"),
        ("fires", event, "decrease_times", "4", "giảm 4 lần"),
    ):
        counted = part.stock(name, unit, en=name.title(), vi="Số lượng")
        value = RelativeChange.exact(number, times, form=form)
        part.change(counted, Absent.NOT_STATED, Absent.NOT_STATED, value, cite(printed), time=Period.years(2016, 2018))


@row("Phấn đấu giảm 2-3 điểm %/năm, dưới 5 %, 2-3 % ở nữ")
def targets(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    rate = part.share("poverty-rate", better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    fall = Change.between("-3", "-2", percentage_point / year)
    part.target(rate, fall, YEAR, TimeCollection.WITHIN, cite("giảm 2-3 điểm %/năm"))
    part.target(rate, Value.under("5", percent), YEAR, TimeCollection.END, cite("dưới 5 %"))
    part.target(
        rate, Value.between("2", "3", percent), YEAR, TimeCollection.END, cite("2-3 % ở nữ"), breakdown=("sex:female",)
    )


@row("Số hộ: … ; số xã - ; số doanh nghiệp x")
def absent_values(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    counted = part.stock("households", household, en="Households", vi="Số hộ")
    for status, printed, place in (
        (Status.NOT_COLLECTED, "…", "VN-01"),
        (Status.NOT_EXISTING, "-", "VN-02"),
        (Status.SUPPRESSED, "x", "VN-03"),
    ):
        part.at_end(
            counted,
            Absent.NOT_STATED,
            YEAR,
            cite(printed),
            statuses=(status,),
            place=place,
            confidentiality=Confidentiality.CONFIDENTIAL if status is Status.SUPPRESSED else Absent.NOT_STATED,
        )


@row("Di cư thuần -1.200 người")
def net_flow(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    net = part.flow("net-migration", person, net=True, en="Net migration", vi="Di cư thuần")
    part.total(net, Change.exact("-1200", person), YEAR, cite("-1.200 người"))


@row("Xếp thứ 55/63 tỉnh; chỉ số PCI đạt 60,5 điểm")
def ranks_and_scores(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    ranked = part.stock("ranked-provinces", province, en="Provinces ranked", vi="Số tỉnh xếp hạng")
    place = part.rate("pci-rank", rank, among=ranked, en="PCI rank", vi="Thứ hạng PCI")
    part.at_end(place, Value.exact("55", rank), YEAR, cite("55/63 tỉnh"))
    part.at_end(ranked, Value.exact("63", province), YEAR, cite("63 tỉnh"))
    score = part.rate("pci-score", index_point, better=UP, en="PCI score", vi="Điểm PCI")
    part.within(score, Value.exact("60.5", index_point), YEAR, cite("60,5 điểm"))


@row("Tạo việc làm cho 1.500 người, trong đó 600 nữ, chiếm 40 %")
def share_of_a_category(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    jobs = part.flow("new-jobs", person, better=UP, en="Persons given jobs", vi="Số người được tạo việc làm")
    part.total(jobs, Value.exact("1500", person), YEAR, cite("1.500 người"))
    women = part.total(jobs, Value.exact("600", person), YEAR, cite("600 nữ"), breakdown=("sex:female",))
    part.share_of(women, jobs, Value.exact("40", percent), cite("40 %"))


@row("CPI đạt 104,2% (năm 2014 = 100); GRDP tăng 7,3 % theo giá so sánh 2010; hộ nghèo theo chuẩn 2016-2020 25,55%")
def comparability(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    prices = part.rate("cpi", percent, base_period=Period.year(2014), en="Consumer price index", vi="Chỉ số giá")
    part.average(prices, Value.exact("104.2", percent), YEAR, cite("104,2%"))
    product = part.flow("grdp", VND, better=UP, en="Gross regional product", vi="GRDP")
    part.change(
        product,
        Absent.NOT_STATED,
        Absent.NOT_STATED,
        RelativeChange.exact("7.3", percent),
        cite("7,3 %"),
        time=Period.years(2017, 2018),
        price_basis=PriceBasis.CONSTANT,
        price_period=Period.year(2010),
    )
    rate = part.share("poverty-rate", better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    part.at_end(rate, Value.exact("25.55", percent), YEAR, cite("25,55%"), standard="VN-POVERTY:2016-2020")


@row(
    "Thu nhập trung vị 1,5 triệu đồng/người/tháng; tỷ lệ hộ nghèo 25,5 % ± 1,2 (KTC 95 %); sai số chuẩn 0,6 của 12,4 %"
)
def statistics(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    from aseansc.units import month

    unit = VND / person / month
    income = part.rate("median-income", unit, statistic=Statistic.MEDIAN, en="Median income", vi="Thu nhập trung vị")
    part.within(income, Value.exact("1.5E6", unit), YEAR, cite("1,5 triệu đồng/người/tháng"))
    rate = part.share("poverty-rate", better=DOWN, en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    margin = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal("1.2"), confidence=Decimal(95))
    part.within(rate, Value.exact("25.5", percent), YEAR, cite("25,5 %"), sampling_error=margin)
    standard = SamplingError(form=SamplingErrorForm.STANDARD_ERROR, size=Decimal("0.6"))
    part.within(rate, Value.exact("12.4", percent), Period.year(2017), cite("12,4 %"), sampling_error=standard)


@row("Ước năm 2018 có 36.094 hộ nghèo; số chính thức 36.120 hộ nghèo")
def two_vintages(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    poor = part.stock("poor-households", household, better=DOWN, en="Poor households", vi="Số hộ nghèo")
    early = part.at_end(poor, Value.exact("36094", household), YEAR, cite("36.094 hộ nghèo"), estimated=True)
    part.at_end(poor, Value.exact("36120", household), YEAR, cite("36.120 hộ nghèo"), revises=early)


@row("Dân số thành thị 82.000 người, nông thôn 374.000 người; thu nhập bình quân đầu người 20 triệu đồng/năm")
def residence(part: ReportPart, cite: Callable[[str], Citation]) -> None:
    people = part.stock("population", person, en="Population", vi="Dân số")
    part.within(people, Value.exact("82000", person), YEAR, cite("82.000 người"), breakdown=("residence:urban",))
    part.within(people, Value.exact("374000", person), YEAR, cite("374.000 người"), breakdown=("residence:rural",))
    income = part.rate(
        "income", VND / person / year, better=UP, statistic=Statistic.MEAN, en="Income per person", vi="Thu nhập"
    )
    part.within(income, Value.exact("20E6", VND / person / year), YEAR, cite("20 triệu đồng/năm"))


NAMES = list(ROWS)


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_is_not_accused(name: str) -> None:
    checks = audit(review_of(name)).checks
    assert [check.code for check in checks if check.verdict is Verdict.CONTRADICTED] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_goes_through_json(name: str) -> None:
    review = review_of(name)
    assert json.loads(json.dumps(review)) == review


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_goes_through_csv(name: str, tmp_path: Path) -> None:
    review = review_of(name)
    csv.dump(review, tmp_path / "review.zip")
    assert csv.load(tmp_path / "review.zip") == review


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_goes_through_excel(name: str) -> None:
    review, file = review_of(name), io.BytesIO()
    excel.dump(review, file)
    file.seek(0)
    assert excel.load(file) == review


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_goes_through_sdmx(name: str) -> None:
    review = review_of(name)
    assert sdmx.loads(sdmx.dumps(review)) == review
    rows = sdmx.dumps(review, "csv")
    assert sdmx.loads(rows, structure=sdmx.structure(review)) == review
    figures = sdmx.loads_draft(rows)  # without the structure message, the figures are complete
    assert (figures.observations, figures.targets, figures.claims) == (
        review.observations,
        review.targets,
        review.claims,
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_reports_print_goes_through_iati_with_named_losses(name: str) -> None:
    review = review_of(name)
    assert iati.loads(iati.dumps(review)) == review
    lost = {loss.what for loss in iati.losses(review)}
    assert lost >= {"Indicator, unit", "Review, documents", *(f"{type(it).__name__} {it.id!r}" for it in review.claims)}
    assert LOST_IN_IATI.get(name, set()) <= lost


LOST_IN_IATI: dict[str, set[str]] = {
    "targets": {f"Target 'poverty-rate.2018.target{more}', value" for more in ("", ".2", ".3")},
    "absent_values": {
        "Observation and Target, confidentiality",
        *(f"Observation 'households.2018.end{more}', value" for more in ("", ".2", ".3")),
    },
    "comparability": {"Observation and Target, standard"},
    "statistics": {"Observation and Target, sampling_error"},
    "two_vintages": {"Observation and Target, revises"},
}
"""For each row, what other readers of IATI do not get because of its kind of figure."""
