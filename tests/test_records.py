"""Validation of single records, and the messages of the errors."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError

from aseansc import (
    Absent,
    AsOf,
    Attainment,
    AttainmentClaim,
    Breakdown,
    Change,
    ChangeClaim,
    Citation,
    Direction,
    Finding,
    FindingKind,
    Frequency,
    Indicator,
    IndicatorKind,
    Instrument,
    InstrumentKind,
    Interval,
    Mention,
    MentionKind,
    MonthDay,
    Observation,
    Period,
    PriceBasis,
    RelativeChange,
    Review,
    Section,
    Series,
    ShareClaim,
    Status,
    Target,
    Text,
    TimeBasis,
    TimeCollection,
    Unit,
    UnitKind,
    Value,
)
from aseansc._attrs import Record
from aseansc._creation import constructor_of
from aseansc.citations import Span
from aseansc.datasets import skeleton
from aseansc.errors import FieldError, FieldTypeError
from aseansc.interchange._document.structure import RECORDS
from aseansc.observations import SamplingError, SamplingErrorForm
from aseansc.units import VND, household, percent, person, year
from aseansc.values import Qualifier, value_of

NAME = Text(en="Name", vi="Tên")
CITATION = Citation(document="report", start=0, end=1, printed="1")
YEAR = Period.year(2018)

INDICATOR = Indicator(id="i", name=NAME, unit=household, kind=IndicatorKind.STOCK)
RATE = Indicator(id="r", name=NAME, unit=percent, kind=IndicatorKind.RATE)
MONEY = Indicator(id="m", name=NAME, unit=VND, kind=IndicatorKind.FLOW)
OBSERVATION = Observation(
    id="o",
    indicator="i",
    place="VN-01",
    value=Value.exact(5, household),
    time=YEAR,
    time_collection=TimeCollection.END,
    citation=CITATION,
)
TARGET = Target(id="t", indicator="i", place="VN-01", value=Value.exact(9, household))
CHANGE = ChangeClaim(
    id="c", indicator="i", place="VN-01", value=Change.exact(1, household), time=YEAR, citation=CITATION
)
ATTAINMENT = AttainmentClaim(id="a", place="VN-01", value=Attainment.exact(81, percent), time=YEAR, citation=CITATION)
SHARE = ShareClaim(id="s", place="VN-01", whole="i", value=Value.over(50, percent), time=YEAR, citation=CITATION)
MENTION = Mention(kind=MentionKind.ORDINAL, content=12, citation=CITATION)
FINDING = Finding(id="f", kind=FindingKind.RESULT, text=NAME, document="report", start=0, end=5)
INSTRUMENT = Instrument(id="n", kind=InstrumentKind.DECISION, number="161/QĐ-TTg")
SECTION = Section(id="s", name=NAME)

WRONG: list[tuple[Any, dict[str, Any], str]] = [
    # ids, codes, names
    (INDICATOR, {"id": ""}, "id is not well formed; got ''"),
    (INDICATOR, {"id": "Poverty Rate"}, "an id of lower-case letters"),
    (INDICATOR, {"id": 5}, "id is of the wrong type"),
    (INDICATOR, {"name": "Name"}, "name is of the wrong type"),
    (INDICATOR, {"unit": "household"}, "unit is of the wrong type"),
    (INDICATOR, {"kind": "stock"}, "IndicatorKind('stock')"),
    (INDICATOR, {"better": "up"}, "better is of the wrong type"),
    (INDICATOR, {"better": Absent.QUALITATIVE}, "better cannot be absent in this way"),
    (INDICATOR, {"bounds": (0, 100)}, "bounds is of the wrong type"),
    (INDICATOR, {"codes": ["B.1"]}, "a code with its scheme before a colon"),
    (INDICATOR, {"codes": ["X:1", "X:1"]}, "the same item occurs twice"),
    (INDICATOR, {"codes": "X:1"}, "codes is of the wrong type"),
    (INDICATOR, {"note": "a note"}, "note is of the wrong type"),
    (INDICATOR, {"section": Absent.NOT_APPLICABLE}, "section cannot be absent in this way"),
    (INDICATOR, {"section": "not_stated"}, "section is a plain text that equals the code of an absence"),
    # structure
    (INDICATOR, {"unit": percent}, "an indicator in percent must be a rate"),
    (INDICATOR, {"unit": household / year}, "an indicator in household/year must be a rate"),
    (INDICATOR, {"numerator": "x"}, "only a rate can have a numerator"),
    (INDICATOR, {"denominator": "x"}, "only a rate can have a denominator"),
    (RATE, {"inflows": ["x"]}, "only a stock can have inflows"),
    (MONEY, {"outflows": ["x"]}, "only a stock can have outflows"),
    (INDICATOR, {"flows_complete": True}, "the stock has no flows"),
    (RATE, {"numerator": "r"}, "an indicator cannot be its own numerator"),
    (RATE, {"denominator": "r"}, "an indicator cannot be its own denominator"),
    (
        INDICATOR,
        {"breakdowns": [Breakdown(parts=["i"], complete=True, disjoint=True)]},
        "an indicator cannot be a part of itself",
    ),
    (
        INDICATOR,
        {"price_basis": PriceBasis.CURRENT},
        "an indicator needs a price basis if, and only if, it is in money",
    ),
    (MONEY, {"price_basis": Absent.NOT_APPLICABLE}, "an indicator needs a price basis"),
    (MONEY, {"price_basis": PriceBasis.CONSTANT}, "an indicator needs a base period"),
    (MONEY, {"price_period": YEAR}, "an indicator needs a base period"),
    # observations
    (OBSERVATION, {"place": "Lai Châu"}, "the code of a place, such as VN-01"),
    (OBSERVATION, {"value": 5}, "value is of the wrong type"),
    (OBSERVATION, {"value": RelativeChange.exact(5, percent)}, "value is of the wrong type"),
    (OBSERVATION, {"time": 2018}, "time is of the wrong type"),
    (OBSERVATION, {"time": dt.date(2018, 1, 1)}, "time is of the wrong type"),
    (OBSERVATION, {"time": Absent.NOT_STATED}, "time is of the wrong type"),
    (OBSERVATION, {"time": AsOf.parse("2018-12-31")}, "the time and the time collection do not match"),
    (OBSERVATION, {"time": AsOf.parse("2018-08-15")}, "give the period 2018-01-01/2018-08-15"),
    (OBSERVATION, {"time_collection": TimeCollection.AT}, "'Cuối năm 2018' is the 'end' of Period.year(2018)"),
    (OBSERVATION, {"time_collection": TimeCollection.EACH}, "per is missing"),
    (OBSERVATION, {"per": Frequency.YEAR}, "per is not allowed"),
    (OBSERVATION, {"time_collection": "end"}, "TimeCollection('end')"),
    (OBSERVATION, {"statuses": "estimated"}, "statuses is of the wrong type"),
    (OBSERVATION, {"statuses": ["estimated"]}, "statuses is of the wrong type"),
    (OBSERVATION, {"lists": [""]}, "lists is empty or has spaces around it"),
    (OBSERVATION, {"breakdown": ["female"]}, "a code with its scheme"),
    (OBSERVATION, {"citation": Absent.NOT_STATED}, "citation is of the wrong type"),
    # targets
    (TARGET, {"value": None}, "Absent.NOT_STATED, Absent.QUALITATIVE"),
    (TARGET, {"value": Absent.NOT_APPLICABLE}, "value cannot be absent in this way"),
    (TARGET, {"time": YEAR}, "only one of time and time_collection is given"),
    (TARGET, {"time_collection": TimeCollection.END}, "only one of time and time_collection is given"),
    (TARGET, {"per": Frequency.YEAR}, "per is given without a time"),
    (TARGET, {"time": YEAR, "time_collection": TimeCollection.AT}, "the time and the time collection do not match"),
    (TARGET, {"baseline": "A b"}, "baseline is not well formed"),
    # claims
    (CHANGE, {"value": Value.exact(5, household)}, "Change or RelativeChange"),
    (CHANGE, {"start": None}, "start is of the wrong type"),
    (ATTAINMENT, {"value": Value.exact(5, percent)}, "value is of the wrong type"),
    (SHARE, {"whole": Absent.NOT_STATED}, "whole is of the wrong type"),
    # mentions
    (MENTION, {"content": "12"}, "wrong content for a mention of kind ordinal"),
    (MENTION, {"content": True}, "content is of the wrong type"),
    (MENTION, {"content": -1}, "content is negative"),
    (MENTION, {"kind": MentionKind.DATE}, "AsOf or Period or MonthDay"),
    (MENTION, {"kind": MentionKind.DURATION, "content": Value.exact(3, person)}, "a Value in a unit of time"),
    (MENTION, {"kind": MentionKind.NAME, "content": " x"}, "spaces around it"),
    (MENTION, {"kind": MentionKind.NAME, "content": Absent.NOT_STATED}, "content is of the wrong type"),
    (MENTION, {"kind": "ordinal"}, "MentionKind('ordinal')"),
    # findings, instruments, sections
    (FINDING, {"end": 0}, "start is not before end"),
    (FINDING, {"start": -1}, "start is negative"),
    (FINDING, {"start": 1.5}, "start is of the wrong type"),
    (FINDING, {"direction": Direction.UP}, "a direction is given without an indicator"),
    (INSTRUMENT, {"number": ""}, "number is empty"),
    (INSTRUMENT, {"date": dt.datetime(2016, 1, 25)}, "date is of the wrong type"),
    (INSTRUMENT, {"issuer": "x"}, "issuer is of the wrong type"),
    (SECTION, {"broader": Absent.NOT_STATED}, "broader cannot be absent in this way"),
]


@pytest.mark.parametrize(
    ("record", "fields", "words"), WRONG, ids=[f"{type(row[0]).__name__} {row[1]}"[:60] for row in WRONG]
)
def test_the_error_names_the_wrong_field(record: Any, fields: dict[str, Any], words: str) -> None:
    with pytest.raises(FieldError) as refused:
        evolve(record, **fields)
    assert words in str(refused.value)
    assert refused.value.where.startswith(type(record).__name__)


def test_a_breakdown_without_parts_is_an_error() -> None:
    with pytest.raises(FieldError, match="no parts"):
        Breakdown(parts=[], complete=True, disjoint=True)
    with pytest.raises(FieldError, match="twice"):
        Breakdown(parts=["a", "a"], complete=True, disjoint=True)
    with pytest.raises(FieldTypeError):
        Breakdown(parts="ab", complete=True, disjoint=True)


def test_money_has_a_price_basis() -> None:
    assert MONEY.price_basis is Absent.NOT_STATED
    constant = evolve(MONEY, price_basis=PriceBasis.CONSTANT, price_period=Period.year(2010))
    assert constant.price_period == Period.year(2010)
    assert INDICATOR.price_basis is Absent.NOT_APPLICABLE


def test_lists_become_tuples_and_statuses_are_unique_and_sorted() -> None:
    held = evolve(
        OBSERVATION, statuses=[Status.REVISED, Status.ESTIMATED, Status.REVISED], lists=["Than Uyên", "Tân Uyên"]
    )
    assert held.statuses == (Status.ESTIMATED, Status.REVISED)
    assert held.lists == ("Than Uyên", "Tân Uyên")
    assert hash(held)
    assert "estimated" in held.statuses


def test_absent_is_falsy_and_typed() -> None:
    assert not TARGET.time
    assert not any(Absent)
    assert TARGET.baseline is Absent.NOT_STATED
    assert Absent("qualitative") is Absent.QUALITATIVE


def test_the_content_of_a_mention_must_match_its_kind() -> None:
    for kind, content in [
        (MentionKind.DATE, MonthDay(month=2, day=29)),
        (MentionKind.DATE, YEAR),
        (MentionKind.AGE, Value.under(6, year)),
        (MentionKind.DOCUMENT_NUMBER, "30a"),
    ]:
        assert evolve(MENTION, kind=kind, content=content).content == content
    for wrong in ({"month": 2, "day": 30}, {"month": 13, "day": 1}, {"month": 0, "day": 1}):
        with pytest.raises(FieldError, match="the day does not exist"):
            MonthDay(**wrong)


def test_shares_points_and_multiples_cannot_be_custom_units() -> None:
    with pytest.raises(FieldError, match="cannot be custom units"):
        Unit(
            code="basis_point",
            kind=UnitKind.SHARE,
            dimension="[share]",
            en="basis point",
            plural="basis points",
            vi="điểm cơ bản",
        )


def test_exact_values_are_compared_by_their_distance() -> None:
    low, high = Value.exact(1, person), Value.exact(9, person)
    assert (low.compare(high).less, high.compare(low).greater) == ("certain", "certain")
    assert (
        Attainment.exact("25.5", percent, form="over_plan").compare(Attainment.exact(81, percent)).greater == "certain"
    )


SERIES = {"indicator": "i", "place": "VN-01"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"indicator": "x"}, "another indicator, place or breakdown"),
        ({"place": "VN"}, "another indicator, place or breakdown"),
        ({"breakdown": ["sex:female"]}, "another indicator, place or breakdown"),
        ({"value": Value.exact(5, person)}, "has another unit; got 'p in person'; expected household"),
        ({"time_collection": TimeCollection.AVERAGE, "per": Frequency.YEAR}, "another time collection"),
    ],
)
def test_a_series_has_one_unit_and_one_collection(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(FieldError) as refused:
        Series(**SERIES, observations=[OBSERVATION, evolve(OBSERVATION, id="p", **fields)])
    assert words in str(refused.value)


def test_averages_per_month_and_per_year_cannot_be_in_one_series() -> None:
    monthly = evolve(OBSERVATION, time_collection=TimeCollection.AVERAGE, per=Frequency.MONTH)
    with pytest.raises(FieldError, match="another time collection"):
        Series(**SERIES, observations=[monthly, evolve(monthly, id="p", per=Frequency.YEAR)])
    with pytest.raises(FieldTypeError):
        Series(**SERIES, observations=[5])
    with pytest.raises(FieldTypeError):
        Series(**SERIES, observations=5)
    assert Interval() == INDICATOR.bounds
    assert OBSERVATION.time_basis is TimeBasis.STATED


def records_in(item: object) -> dict[type, Any]:
    """Return a record of each class inside a record."""
    found: dict[type, Any] = {}
    for part in item if isinstance(item, tuple) else (item,):
        if isinstance(part, Record) and not isinstance(part, Review):
            found[type(part)] = part
        if isinstance(part, Record):
            for attribute in fields(type(part)):
                found |= records_in(getattr(part, attribute.name))
    return found


ODD: list[Callable[[], object]] = [
    *(lambda value=value: value for value in (None, "", " x", "x", "not_stated", 5, -1, 2**60, True, 1.5, Decimal(1))),
    *(lambda value=value: value for value in (dt.date(2018, 1, 1), dt.datetime(2018, 1, 1), *Absent, Status.MISSING)),
    *(lambda value=value: value for value in ((), [], {}, ("x",), ("x", "x"), ("x", 5), (Status.REVISED,) * 2)),
    lambda: iter(["sex:female"]),
    lambda: Text(en="x"),
    lambda: Value.exact(5, person),
    lambda: Period.year(2018),
    lambda: AsOf(date=dt.date(2018, 1, 1)),
]


def outcome(create: Callable[..., object], given: dict[str, object]) -> tuple[object, ...]:
    """Return the type of the result of a call and the result, or its error."""
    try:
        made = create(**given)
    except FieldError as error:
        return type(error), re.sub("0x[0-9a-f]+", "", str(error))
    assert made.__class__.__setattr__ is not object.__setattr__
    return type(made), repr(made), made


def test_the_constructor_for_many_records_does_what_the_class_does() -> None:
    """Law: `constructor_of` gives the same records and the same errors, for usual and for odd fields."""
    error = SamplingError(form=SamplingErrorForm.MARGIN, size=Decimal(1))
    samples = records_in((skeleton.load(), SHARE, error, Span(start=0, end=1, printed="x")))
    assert set(RECORDS) - {Review, Breakdown} <= set(samples)
    for cls, record in samples.items():
        names = [attribute.name for attribute in fields(cls) if attribute.init]
        given = {name: getattr(record, name) for name in names}
        create = constructor_of(cls)
        assert outcome(create, given) == outcome(cls, given)
        with pytest.raises(FrozenInstanceError):
            create(**given).id = ""
        for name in names:
            for odd in ODD:
                assert outcome(create, {**given, name: odd()}) == outcome(cls, {**given, name: odd()}), (cls, name)


def test_the_constructor_for_many_records_fills_in_defaults() -> None:
    household_income = {"id": "income", "name": Text(en="Income"), "unit": VND, "kind": IndicatorKind.FLOW}
    assert constructor_of(Indicator)(**household_income) == Indicator(**household_income)
    with pytest.raises(TypeError, match="missing"):
        constructor_of(Text)(vi="Thu nhập")


def test_a_value_in_few_steps_is_the_value() -> None:
    """Law: `value_of` gives the same values and the same errors as `Value`."""
    numbers = ("0", "-0", "5", "-5", "1.245", "5.0", "378E3", "1E-60", "1E-300", "1E300", "NaN", "Infinity")
    for number in (*map(Decimal, numbers), 5, "5", 5.0, None):
        for unit in (person, VND, percent, Unit.parse("rank"), None):
            for qualifier in (*Qualifier, None):
                arguments = {"number": number, "unit": unit, "qualifier": qualifier}
                expected = outcome(lambda number, **rest: Value(magnitude=number, **rest), arguments)
                assert outcome(value_of, arguments) == expected, arguments


def test_strings_and_numbers_of_a_subclass_are_those_of_the_field() -> None:
    """Such as the texts of numpy in cells of pandas, and the members of an ``IntEnum``."""

    class Words(str):
        __slots__ = ()

    class Place(IntEnum):
        FIRST = 3
        LAST = 5

    plain = Span(start=3, end=5, printed="ab")
    assert Span(start=Place.FIRST, end=Place.LAST, printed=Words("ab")) == plain
    with pytest.raises(FieldError, match="spaces around it"):
        Span(start=3, end=5, printed=Words(" ab"))
