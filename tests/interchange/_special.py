"""A review in which every field that was added to version 2 is used."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from aseansc import (
    Absent,
    Change,
    ChangeClaim,
    Citation,
    Document,
    Indicator,
    IndicatorKind,
    Observation,
    Period,
    PriceBasis,
    RelativeChange,
    Review,
    Status,
    Target,
    Text,
    TimeCollection,
    Value,
)
from aseansc.indicators import Breakdown, Statistic
from aseansc.observations import Confidentiality, SamplingError, SamplingErrorForm
from aseansc.units import VND, household, per_100_000, percent, percentage_point, person, rank, year

YEAR = Period.year(2018)
CITATION = Citation(document="d", start=4, end=6, printed="12", locator="t1.r4c5")


def observation(ident: str, indicator: str, value: Any, **fields: Any) -> Observation:
    usual: dict[str, Any] = {"time": YEAR, "time_collection": TimeCollection.WITHIN, "citation": CITATION}
    return Observation(id=ident, indicator=indicator, place="VN-01", value=value, **{**usual, **fields})


def special() -> Review:
    """Return a review in which every field that was added to version 2 is used."""
    return Review(
        id="special",
        title=Text(en="Special figures", vi="Số liệu đặc biệt"),
        programme=Text(en="Programme"),
        place="VN-01",
        period=Period.years(2016, 2018),
        documents=[
            Document(
                id="d",
                title="Báo cáo",
                sha256="0" * 64,
                date=dt.date(2019, 1, 31),
                order=2,
                file_sha256="1" * 64,
                media_type="application/pdf",
                reading="pdf/1",
            )
        ],
        indicators=[
            Indicator(id="net", name=Text(en="Net migration"), unit=person, kind=IndicatorKind.FLOW, net=True),
            Indicator(
                id="cpi",
                name=Text(en="Price index"),
                unit=percent,
                kind=IndicatorKind.RATE,
                base_period=Period.year(2014),
            ),
            Indicator(
                id="poverty",
                name=Text(en="Poverty rate"),
                unit=percent,
                kind=IndicatorKind.RATE,
                standard="VN-POVERTY:2016-2020",
            ),
            Indicator(
                id="income",
                name=Text(en="Income"),
                unit=VND / person,
                kind=IndicatorKind.RATE,
                statistic=Statistic.MEDIAN,
            ),
            Indicator(
                id="households",
                name=Text(en="Households"),
                unit=household,
                kind=IndicatorKind.STOCK,
                breakdowns=[Breakdown(parts=("residence:urban", "residence:rural"), complete=True, disjoint=True)],
                inflows=("new-households",),
                outflows=("households-that-left",),
                flows_complete=True,
                structure_stated=True,
            ),
            Indicator(id="new-households", name=Text(en="New"), unit=household, kind=IndicatorKind.FLOW),
            Indicator(id="households-that-left", name=Text(en="Left"), unit=household, kind=IndicatorKind.FLOW),
            Indicator(id="cases", name=Text(en="Case rate"), unit=per_100_000, kind=IndicatorKind.RATE),
            Indicator(id="place", name=Text(en="Rank"), unit=rank, kind=IndicatorKind.RATE),
        ],
        observations=[
            observation("net", "net", Change.exact("-1200", person), time_collection=TimeCollection.TOTAL),
            observation("cpi", "cpi", Value.exact("104.2", percent)),
            observation(
                "margin",
                "poverty",
                Value.exact("25.5", percent),
                sampling_error=SamplingError(
                    form=SamplingErrorForm.MARGIN, size=Decimal("1.20"), confidence=Decimal(95)
                ),
                confidentiality=Confidentiality.FREE,
                standard="VN-POVERTY:2016-2020",
            ),
            observation(
                "interval",
                "poverty",
                Value.exact("25", percent),
                sampling_error=SamplingError(
                    form=SamplingErrorForm.INTERVAL, lower=Decimal("-0.5"), upper=Decimal("50.5")
                ),
                revises="margin",
            ),
            observation("income", "income", Value.exact("1.5E6", VND / person)),
            observation("cases", "cases", Value.exact("98", per_100_000)),
            observation("place", "place", Value.exact("55", rank)),
            *(
                observation(
                    status.value,
                    "households",
                    Absent.NOT_STATED,
                    statuses=(Status.ESTIMATED, status),
                    confidentiality=confidentiality,
                )
                for status, confidentiality in zip(ABSENCES, Confidentiality, strict=True)
            ),
        ],
        targets=[
            target("fall", Change.between("-3", "-2", percentage_point / year)),
            target("decline", RelativeChange.exact("-5", percent / year), revises="fall"),
            target("women", Value.under("5", percent), breakdown=["sex:female", "residence:rural"]),
            Target(
                id="untimed",
                indicator="poverty",
                place="VN-01",
                value=Value.under("5", percent),
                breakdown=["sex:male"],
            ),
        ],
        claims=[
            claim("first", price_basis=PriceBasis.CONSTANT, price_period=Period.year(2010)),
            claim("second", price_basis=PriceBasis.CURRENT, revises="first"),
        ],
    )


ABSENCES = {
    Status.MISSING: "O",
    Status.NOT_COLLECTED: "L",
    Status.NOT_EXISTING: "M",
    Status.SUPPRESSED: "Q",
}


def target(ident: str, value: Any, **fields: Any) -> Target:
    return Target(
        id=ident,
        indicator="poverty",
        place="VN-01",
        value=value,
        time=YEAR,
        time_collection=TimeCollection.END,
        **fields,
    )


def claim(ident: str, **fields: Any) -> ChangeClaim:
    value = RelativeChange.exact("7.3", percent)
    return ChangeClaim(id=ident, indicator="income", place="VN-01", value=value, time=YEAR, citation=CITATION, **fields)


SPECIAL = special()
