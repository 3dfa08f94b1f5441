"""Units: the catalogue, quotients, custom units, parsing of codes, and conversion to and from pint."""

from __future__ import annotations

import copy
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from aseansc import Unit, UnitKind, Value
from aseansc.errors import (
    AseanscError,
    DefinitionConflictError,
    FieldError,
    FieldTypeError,
    OperandError,
    ParseError,
    UnknownUnitError,
)
from aseansc.units import (
    VND,
    animal,
    catalogue,
    day,
    define_in_pint,
    hectare,
    hour,
    household,
    household_turn,
    index_point,
    kilogram,
    month,
    per_mille,
    per_mille_point,
    percent,
    percentage_point,
    person,
    person_turn,
    quarter,
    quintal,
    square_kilometre,
    square_metre,
    times,
    turn,
    year,
)
from aseansc.values import difference_unit

CATALOGUE = catalogue()


# -- the catalogue


def test_every_counted_thing_and_every_currency_has_its_own_dimension() -> None:
    alone = [unit for unit in CATALOGUE if unit.kind in (UnitKind.COUNT, UnitKind.MONEY)]
    dimensions = [unit.dimension for unit in alone]
    assert len(set(dimensions)) == len(dimensions)
    assert {unit.factor for unit in alone} == {1}
    assert not set(dimensions) & {unit.dimension for unit in CATALOGUE if unit not in alone}


@pytest.mark.parametrize("kind", UnitKind)
def test_the_kind_decides_what_can_be_added_and_what_can_be_negative(kind: UnitKind) -> None:
    additive = {"count", "area", "mass", "volume", "length", "energy", "power", "duration"}
    for unit in (*CATALOGUE, VND / person):
        if unit.kind is kind:
            assert unit.is_never_negative is (kind in additive | {"rank"})
            assert unit.is_additive is (kind in additive | {"money"})


@pytest.mark.parametrize("unit", CATALOGUE, ids=str)
def test_every_unit_has_names_and_a_code_that_matches_its_kind(unit: Unit) -> None:
    assert unit.en
    assert unit.plural
    assert unit.vi
    assert unit.code.isupper() is (unit.kind is UnitKind.MONEY)
    assert Unit.parse(unit.code) is unit


@pytest.mark.parametrize(
    ("unit", "base", "factor"),
    [
        (hectare, square_metre, "10000"),
        (square_kilometre, hectare, "100"),
        (quintal, kilogram, "100"),
        (year, month, "12"),
        (quarter, month, "3"),
        (day, hour, "24"),
        (percent, per_mille, "10"),
        (Unit.parse("tonne"), quintal, "10"),
        (Unit.parse("troy_ounce"), Unit.parse("gram"), "31.1034768"),
        (Unit.parse("cubic_metre"), Unit.parse("litre"), "1000"),
        (Unit.parse("megawatt_hour"), Unit.parse("kilowatt_hour"), "1000"),
    ],
    ids=str,
)
def test_factors(unit: Unit, base: Unit, factor: str) -> None:
    assert Value.exact(1, unit).to(base).magnitude == Decimal(factor)


def test_names_in_both_languages() -> None:
    assert (person_turn.name(), person_turn.name(plural=True)) == ("person-turn", "person-turns")
    assert person_turn.name("vi") == person_turn.name("vi", plural=True) == "lượt người"
    rate = VND / person / month
    assert rate.name(plural=True) == "Vietnamese dong per person per month"
    assert rate.name("vi") == "đồng/người/tháng"


def test_a_unit_is_frozen_and_slotted_and_its_repr_creates_it() -> None:
    with pytest.raises(FrozenInstanceError):
        percent.code = "per_cent"  # type: ignore[misc]
    assert not hasattr(percent, "__dict__")
    assert repr(VND / person) == "Unit.parse('VND/person')"
    assert str(VND / person) == "VND/person"


# -- quotients


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        (VND / person / month, "VND/person/month"),
        (VND / month / person, "VND/person/month"),
        (VND / year / square_kilometre, "VND/square_kilometre/year"),
        (quintal / hectare, "quintal/hectare"),
        (percent / year, "percent/year"),
        (VND / hour / year / person / animal, "VND/animal/person/hour/year"),
        (person / square_kilometre, "person/square_kilometre"),
    ],
)
def test_quotients_have_one_canonical_code(unit: Unit, code: str) -> None:
    assert unit.code == code
    assert unit.kind is UnitKind.QUOTIENT
    assert Unit.parse(code) == unit
    assert unit.parts == (unit.numerator, *unit.denominators)


@pytest.mark.parametrize(
    "divide",
    [
        lambda: person / percent,
        lambda: person / times,
        lambda: percent / percent,
        lambda: person / person,
        lambda: hectare / square_metre,
        lambda: VND / person / person,
        lambda: VND / year / month,
        lambda: VND / (person / month),
        lambda: person / percentage_point,
        lambda: person / index_point,
        lambda: person * household,
        lambda: (VND / person) * month,
        lambda: (VND / year) * month,
        lambda: (VND / person) * VND,
        lambda: (VND / person) * (VND / person),
        lambda: person / 5,
        lambda: person * 5,
        lambda: person / "household",  # type: ignore[operator]
    ],
)
def test_an_invalid_quotient_is_an_error(divide: Any) -> None:
    with pytest.raises(OperandError):
        divide()


def test_a_quotient_can_be_multiplied_from_either_side() -> None:
    assert (VND / person / month) * person == VND / month
    assert month * (VND / person / month) == VND / person
    assert (VND / person) * person is VND


@pytest.mark.parametrize(
    ("unit", "difference"),
    [
        (percent, percentage_point),
        (per_mille, per_mille_point),
        (percent / year, percentage_point / year),
        (person, person),
        (VND / person, VND / person),
        (times, times),
    ],
    ids=str,
)
def test_the_unit_of_a_difference(unit: Unit, difference: Unit) -> None:
    assert difference_unit(unit) == difference
    assert (Value.exact(5, unit) - Value.exact(3, unit)).unit == difference


# -- custom units


def test_custom_units() -> None:
    loudspeaker = Unit.counting("loudspeaker", en="loudspeaker", vi="loa")
    assert loudspeaker.plural == "loudspeakers"
    assert Unit.counting("mouse", en="mouse", vi="chuột", plural="mice").plural == "mice"
    assert loudspeaker.is_additive
    assert loudspeaker.is_never_negative
    assert Unit.parse("loudspeaker", units=[loudspeaker]) is loudspeaker
    assert Unit.parse("VND/loudspeaker", units=[loudspeaker]) == VND / loudspeaker
    assert Unit.parse("loudspeaker/commune", units=(unit for unit in [loudspeaker])).numerator is loudspeaker
    franc = Unit.money("CHF", en="Swiss franc", vi="franc Thụy Sĩ")
    assert not franc.is_never_negative
    assert franc.is_additive


def test_custom_units_do_not_change_the_catalogue() -> None:
    ladder = Unit.counting("ladder", en="ladder", vi="thang")
    Unit.parse("ladder/commune", units=[ladder])
    Value.parse("5 hectare/ladder", units=[ladder]).to(square_kilometre / ladder)
    assert ladder not in catalogue()
    for code in ("ladder", "ladder/commune", "hectare/ladder"):
        with pytest.raises(UnknownUnitError):
            Unit.parse(code)


def test_a_custom_unit_may_repeat_a_definition_of_the_catalogue() -> None:
    again = Unit.counting("school", en="school", vi="trường")
    assert Unit.parse("school", units=[again]) == again
    assert (Value.exact(1, again) + Value.exact(1, Unit.parse("school"))).magnitude == 2


HOME = Unit.counting("household", en="home", vi="nhà")
HA = Unit.counting("hectare", en="hectare", vi="héc-ta")
BUS, OTHER_BUS = (Unit.counting("bus", en="bus", vi=vi) for vi in ("xe buýt", "xe đò"))


@pytest.mark.parametrize(
    "operation",
    [
        lambda: Unit.parse("household", units=[HOME]),
        lambda: Unit.parse("person", units=[HOME]),
        lambda: Unit.parse("bus", units=[BUS, OTHER_BUS]),
        lambda: Unit.parse("hectare", units=[HA]),
        lambda: Value.exact(1, HOME) + Value.exact(1, household),
        lambda: Value.exact(1, HOME) - Value.exact(1, household),
        lambda: Value.exact(1, HOME) / Value.exact(1, household),
        lambda: Value.exact(1, HOME).to(household),
        lambda: Value.exact(1, HOME).compare(Value.exact(1, household)),
        lambda: Value.exact(1, HA) + Value.exact(1, hectare),
        lambda: Value.exact(1, HA) - Value.exact(1, hectare),
        lambda: Value.exact(1, HA).to(hectare),
        lambda: Value.exact(1, HA).compare(Value.exact(1, hectare)),
        lambda: Value.exact(1, VND / BUS) * Value.exact(1, OTHER_BUS),
        lambda: HOME / household,
        lambda: VND / BUS / OTHER_BUS,
        lambda: VND / HA / hectare,
        lambda: (VND / HOME) * household,
        lambda: BUS / person / OTHER_BUS,
    ],
)
def test_using_two_definitions_of_one_code_together_is_an_error(operation: Any) -> None:
    with pytest.raises(DefinitionConflictError) as refused:
        operation()
    assert refused.value.hint
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize(
    "code", ["area", "mass", "volume", "length", "energy", "power", "days", "months", "share", "share_point"]
)
def test_a_custom_unit_never_has_a_dimension_of_the_catalogue(code: str) -> None:
    """A counted thing has its own dimension, even if its code is a word such as "area" (*khu vực*)."""
    own = Unit.counting(code, en=code, vi="khu vực")
    for unit in CATALOGUE:
        with pytest.raises(OperandError):
            Value.exact(1, own).to(unit)
    with pytest.raises(OperandError):
        Value.exact(1, own) + Value.exact(1, hectare)


@pytest.mark.parametrize(
    "code",
    [
        "class",
        "in",
        "per",
        "nan",
        "inf",
        "e1",
        "delta_x",
        "dimensionless",
        "meter",
        "count",
        "pp",
        "base_of_area",
        "m2",
    ],
)
def test_a_custom_unit_may_have_the_name_of_a_keyword(code: str) -> None:
    """Keywords of Python and pint have no special meaning in codes."""
    own = Unit.counting(code, en=code, vi=code)
    assert Unit.parse(f"hectare/{code}", units=[own]) == hectare / own
    assert Value.exact(500, hectare / own).to(square_kilometre / own).magnitude == 5


@pytest.mark.parametrize(
    "make",
    [
        lambda: Unit.counting("", en="x", vi="x"),
        lambda: Unit.counting("School", en="x", vi="x"),
        lambda: Unit.counting("school house", en="x", vi="x"),
        lambda: Unit.counting("school/house", en="x", vi="x"),
        lambda: Unit.counting("school\n", en="x", vi="x"),
        lambda: Unit.counting("trường", en="x", vi="x"),
        lambda: Unit.counting("_x", en="x", vi="x"),
        lambda: Unit.counting("x__y", en="x", vi="x"),
        lambda: Unit.counting("2x", en="x", vi="x"),
        lambda: Unit.counting("x٢", en="x", vi="x"),
        lambda: Unit.counting(5, en="x", vi="x"),  # type: ignore[arg-type]
        lambda: Unit.counting("x", en="", vi="x"),
        lambda: Unit.counting("x", en="x", vi=" "),
        lambda: Unit.counting("x", en="x", vi="x", plural=" xs"),
        lambda: Unit.counting("x", en=None, vi="x"),  # type: ignore[arg-type]
        lambda: Unit.money("chf", en="x", vi="x"),
        lambda: Unit.money("CHFR", en="x", vi="x"),
        lambda: Unit.money(None, en="x", vi="x"),  # type: ignore[arg-type]
        lambda: Unit(code="x", kind="count", dimension="x", en="x", plural="x", vi="x"),  # type: ignore[arg-type]
        lambda: evolve(hectare, factor=Decimal(0)),
        lambda: evolve(hectare, factor=Decimal(-1)),
        lambda: evolve(hectare, factor=Decimal("NaN")),
        lambda: evolve(hectare, factor=10000),
        lambda: evolve(hectare, factor=1e4),
        lambda: evolve(hectare, parts=(VND, person)),
        lambda: evolve(VND / person, parts=()),
        lambda: evolve(VND / person, parts=(person, VND)),
        lambda: evolve(hectare, kind=UnitKind.QUOTIENT),
    ],
)
def test_an_invalid_unit_is_an_error(make: Any) -> None:
    with pytest.raises(FieldError) as refused:
        make()
    assert refused.value.where.startswith("Unit.")


# -- parsing codes


@pytest.mark.parametrize(
    ("code", "nearest"),
    [
        ("hectar", "hectare"),
        ("househod", "household"),
        ("vnd", "VND"),
        ("Percent", "percent"),
        ("household turn", "household_turn"),
        ("persons", "person"),
        ("person\n", "person"),
        ("VND/persn", "person"),
    ],
)
def test_the_error_for_an_unknown_unit_suggests_similar_ones(code: str, nearest: str) -> None:
    with pytest.raises(UnknownUnitError) as refused:
        Unit.parse(code)
    assert nearest in refused.value.nearest
    assert repr(nearest) in str(refused.value)
    assert isinstance(refused.value, KeyError)
    assert isinstance(refused.value, ValueError)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "/",
        "person/",
        "/person",
        "person//month",
        " person",
        "person ",
        "ｐｅｒｓｏｎ",
        "pers\u043en",
        "person٢",
        "person\x00",
        "a" * 10_000_000,
        "/" * 10_000_000,
        "percent" + "/year" * 2_000_000,
        "VND/month/person",
        "VND/year/hour",
        "percent/percent",
        "VND/percent",
        "person/person",
        "VND/year/month",
        "hectare/square_metre",
        None,
        5,
        5.5,
        True,
        b"person",
        ["person"],
        {},
        10**5000,
    ],
    ids=lambda code: repr(code)[:20] if not isinstance(code, int) else "int",
)
def test_an_invalid_unit_code_is_a_parse_error(code: Any) -> None:
    """Any invalid code raises an error of the library, which is a ValueError with a short message."""
    with pytest.raises(ParseError) as refused:
        Unit.parse(code)
    assert len(str(refused.value)) < 1000


def test_the_error_for_a_code_out_of_order_has_its_canonical_form() -> None:
    with pytest.raises(ParseError, match="VND/person/month"):
        Unit.parse("VND/month/person")


@pytest.mark.parametrize("units", [5, [5], ["person"], {"person": person}, None.__class__])
def test_custom_units_of_the_wrong_type_are_an_error(units: Any) -> None:
    for read in (lambda: Unit.parse("percent", units=units), lambda: Value.parse("5 percent", units=units)):
        with pytest.raises(AseanscError):
            read()


# -- pint


@pytest.fixture(scope="module")
def decimals() -> Any:
    """Return a registry that no test changes."""
    return pint.UnitRegistry(non_int_type=Decimal)


@pytest.fixture
def own(decimals: Any) -> Any:
    """Return a registry for one test to change. To copy it is much faster than to build it."""
    return copy.deepcopy(decimals)


@pytest.mark.parametrize(
    ("value", "quantity"),
    [
        (Value.exact("3845.49", hectare), "3845.49 hectare"),
        (Value.exact("5.5", square_kilometre), "5.5 kilometer ** 2"),
        (Value.exact("4.72", percent), "4.72 percent"),
        (Value.exact("57.3", quintal / hectare), "57.3 quintal / hectare"),
        (Value.exact(3, year), "3 year"),
    ],
    ids=str,
)
def test_conversion_to_and_from_pint(value: Value, quantity: str, own: Any) -> None:
    own.define("quintal = 100 * kilogram")
    converted = value.to_pint(own)
    assert converted == own.Quantity(quantity)
    assert type(converted.magnitude) is Decimal
    assert Value.from_pint(converted) == value


def test_to_pint_uses_the_number_type_of_the_registry() -> None:
    value = Value.exact("0.1", hectare)
    assert value.to_pint(pint.UnitRegistry()).magnitude == 0.1
    assert value.to_pint(pint.UnitRegistry(non_int_type=Fraction)).magnitude == Fraction(1, 10)


@pytest.mark.parametrize(
    "unit", [household, household_turn, turn, quarter, percentage_point, index_point, VND, quintal], ids=str
)
def test_the_error_of_to_pint_has_the_missing_definitions(unit: Unit, decimals: Any) -> None:
    """Pint defines "turn" as an angle and "quarter" as a mass, so the name alone is not enough."""
    with pytest.raises(UnknownUnitError) as refused:
        Value.exact(5, unit).to_pint(decimals)
    assert unit.code in str(refused.value.got)
    assert "…" not in refused.value.hint


def test_the_definitions_in_the_hint_are_sufficient(own: Any) -> None:
    value = Value.exact("28", VND / person / month)
    with pytest.raises(UnknownUnitError) as refused:
        value.to_pint(own)
    for line in refused.value.hint.partition(": ")[2].split("; "):
        own.define(line.removeprefix('registry.define("').removesuffix('")'))
    assert Value.from_pint(value.to_pint(own)) == value


def test_all_units_of_the_catalogue_can_be_defined_in_a_registry() -> None:
    """All but those whose names mean something else there; a second time, nothing is left to define."""
    registry = pint.UnitRegistry(non_int_type=Decimal, on_redefinition="raise")
    sao = Unit(
        code="sao", kind=UnitKind.AREA, dimension="[area]", factor=Decimal(360), en="sao", plural="sao", vi="sào"
    )
    ladder = Unit.counting("ladder", en="ladder", vi="thang")
    added = define_in_pint(registry, [sao, ladder / hectare])
    assert {household, VND, quintal, percentage_point, sao, ladder} <= set(added)
    assert not {hectare, turn, quarter, percent} & set(added)
    assert define_in_pint(registry, [sao, ladder / hectare]) == ()
    for unit in {*catalogue(), sao, ladder / hectare} - {turn, quarter}:
        value = Value.exact("2", unit)
        assert Value.from_pint(value.to_pint(registry), [sao, ladder]) == value
    assert Value.exact(1, sao).to_pint(registry).to("meter ** 2").magnitude == 360
    with pytest.raises(FieldTypeError, match="define_in_pint"):
        define_in_pint("registry")


def test_the_application_registry_is_accepted() -> None:
    assert str(Value.exact(5, hectare).to_pint(pint.get_application_registry()).units) == "hectare"


@pytest.mark.parametrize(
    "value", [Value.over(5, hectare), Value.about(5, hectare), Value.between(5, 7, hectare)], ids=str
)
def test_a_value_with_a_qualifier_cannot_be_converted_to_pint(value: Value, decimals: Any) -> None:
    with pytest.raises(OperandError, match="qualifier"):
        value.to_pint(decimals)


@pytest.mark.parametrize("registry", [None, pint, pint.UnitRegistry, "hectare", 5])
def test_anything_but_a_registry_is_an_error(registry: Any) -> None:
    with pytest.raises(FieldTypeError, match=r"a pint\.UnitRegistry"):
        Value.exact(5, hectare).to_pint(registry)


@pytest.mark.parametrize(
    ("quantity", "error"),
    [
        (lambda r: 5, FieldTypeError),
        (lambda r: r.Quantity(0.5, "hectare"), FieldTypeError),
        (lambda r: r.Quantity(Decimal("NaN"), "hectare"), FieldError),
        (lambda r: r.Quantity(Decimal("1E99"), "hectare"), FieldError),
        (lambda r: r.Quantity(Decimal(-5), "hectare"), FieldError),
        (lambda r: r.Quantity(5, "furlong"), UnknownUnitError),
        (lambda r: r.Quantity(5, "degC"), UnknownUnitError),
        (lambda r: r.Quantity(5, "dimensionless"), FieldError),
        (lambda r: r.Quantity(5, "1 / year"), FieldError),
        (lambda r: r.Quantity(5, "kilogram * meter"), FieldError),
        (lambda r: r.Quantity(5, "meter ** 0.5"), UnknownUnitError),
        (lambda r: r.Quantity(5, "meter ** 7"), UnknownUnitError),
        (lambda r: r.Quantity(5, "hectare / meter ** 2"), AseanscError),
        (lambda r: r.Quantity(5, "percent / percent ** 2"), AseanscError),
    ],
)
def test_pint_units_that_the_catalogue_lacks_are_an_error(
    quantity: Any, error: type[AseanscError], decimals: Any
) -> None:
    with pytest.raises(error):
        Value.from_pint(quantity(decimals))


def test_from_pint_with_custom_units(own: Any) -> None:
    ladder = Unit.counting("ladder", en="ladder", vi="thang")
    own.define("ladder = [ladder]")
    quantity = own.Quantity(Decimal(5), "ladder / hectare")
    with pytest.raises(UnknownUnitError, match="ladder"):
        Value.from_pint(quantity)
    assert Value.from_pint(quantity, units=[ladder]) == Value.exact(5, ladder / hectare)


def test_units_with_one_code_are_equal_only_with_the_same_definition() -> None:
    again = Unit.counting("bus", en="bus", vi="xe buýt")
    assert again == BUS
    assert hash(BUS) == hash(again)
    assert BUS != OTHER_BUS
    assert VND / again == VND / BUS
    assert VND / BUS != VND / OTHER_BUS
    assert len({BUS, again, OTHER_BUS}) == 2
    assert Value.exact(1, BUS) == Value.exact(1, again)
    assert Value.exact(1, BUS) != Value.exact(1, OTHER_BUS)
    assert household != HOME
    assert BUS != "bus"


def test_shares_and_points_have_the_definitions_of_the_catalogue_only() -> None:
    fields = {name: getattr(percent, name) for name in ("code", "kind", "dimension", "factor", "en", "plural", "vi")}
    assert Unit(**fields) == percent
    for change in ({"vi": "phần trăm khác"}, {"factor": Decimal(2)}, {"dimension": "other"}):
        with pytest.raises(FieldError, match="cannot be custom units"):
            Unit(**fields | change)
