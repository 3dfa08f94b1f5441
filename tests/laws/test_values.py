"""Laws of statements."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

from aseansc import (
    Absent,
    Attainment,
    AttainmentForm,
    Certainty,
    Change,
    Qualifier,
    RelativeChange,
    RelativeForm,
    Unit,
    Value,
    remainder,
    total,
)
from aseansc.errors import OperandError, UndefinedResultError
from aseansc.strategies import attainments, changes, magnitudes, relative_changes, values
from aseansc.units import UnitKind, catalogue, day, hectare, household, month, percent, quarter, year
from aseansc.values import ReadingName, by_magnitude, difference_unit

from .members import WIDE, members

ADDITIVE = [unit for unit in catalogue() if unit.is_additive]
EXACT = st.just(Qualifier.EXACT)
STATEMENTS = values() | changes() | relative_changes() | attainments()


def like(unit: Unit) -> st.SearchStrategy[Unit]:
    """Draw units of the same dimension."""
    return st.sampled_from([other for other in catalogue() if other.dimension == unit.dimension])


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Value, Value]:
    """Draw two values that can be added."""
    unit = draw(st.sampled_from(ADDITIVE))
    return draw(values(units=st.just(unit))), draw(values(units=like(unit)))


Result = TypeVar("Result", Value, Change)


def sound(result: Result) -> Result:
    """Check that a computed statement can be rebuilt from its fields and from its text."""
    assert evolve(result) == result
    own = [part for part in (result.unit.parts or (result.unit,)) if part not in catalogue()]
    assert type(result).parse(str(result), units=own) == result
    return result


def in_unit(member: Decimal, value: Value, unit: Unit) -> Decimal:
    """Convert a number from the unit of a value to another unit of the same dimension."""
    if value.unit == unit:
        return member
    return WIDE.divide(WIDE.multiply(member, value.unit.factor), unit.factor)


@given(STATEMENTS)
def test_the_text_of_a_statement_parses_back_to_it(statement: Value | Change | RelativeChange | Attainment) -> None:
    """``parse(str(x)) == x``."""
    own = [part for part in (statement.unit.parts or (statement.unit,)) if part not in catalogue()]
    assert type(statement).parse(str(statement), units=own) == statement


@given(STATEMENTS)
def test_equal_statements_hash_equal(statement: Value | Change | RelativeChange | Attainment) -> None:
    """Equal statements have equal hashes; a statement rebuilt from its fields is equal."""
    rebuilt = type(statement).parse(str(statement), units=statement.unit.parts or (statement.unit,))
    assert rebuilt == statement
    assert hash(rebuilt) == hash(statement)


@given(values())
def test_stated_digits_are_whole_multiples_of_a_printed_resolution(value: Value) -> None:
    """The magnitude of a printed statement is a multiple of its resolution, which is a power of ten."""
    if value.resolution == Decimal(1).scaleb(value.resolution.adjusted()):
        assert WIDE.remainder(value.magnitude, value.resolution) == 0


@given(STATEMENTS)
def test_normalising_twice_changes_nothing(statement: Value | Change | RelativeChange | Attainment) -> None:
    """A statement rebuilt from its fields has the same fields, to the digit."""
    again = evolve(statement)
    assert again == statement
    assert str(again) == str(statement)


@given(st.data(), pairs())
def test_a_sum_contains_the_sums_of_all_members(data: st.DataObject, pair: tuple[Value, Value]) -> None:
    """Containment: the interval of a + b contains x + y for all x of a and y of b."""
    a, b = pair
    try:
        result = sound(a + b)
    except UndefinedResultError:
        return
    x = data.draw(members(a.interval(), not_negative=a.unit.is_never_negative))
    y = data.draw(members(b.interval(), not_negative=b.unit.is_never_negative))
    assert result.interval().contains(WIDE.add(x, in_unit(y, b, a.unit)))


@given(st.data(), pairs())
def test_a_difference_contains_the_differences_of_all_members(data: st.DataObject, pair: tuple[Value, Value]) -> None:
    """Containment, for a − b."""
    a, b = pair
    try:
        result = sound(a - b)
    except UndefinedResultError:
        return
    assert type(result) is Change
    x, y = data.draw(members(a.interval())), data.draw(members(b.interval()))
    assert result.interval().contains(WIDE.subtract(x, in_unit(y, b, a.unit)))


@given(st.data(), values())
def test_scaling_contains_the_scaled_members(data: st.DataObject, value: Value) -> None:
    """Containment, for a × n, including results with an upper end only."""
    assume(value.unit.kind is not UnitKind.RANK)  # a rank has no multiples
    least = 0 if value.unit.is_never_negative else -(10**9)
    number = data.draw(magnitudes(min_value=least, places=st.integers(-9, 9)))
    try:
        result = sound(value * number)
    except UndefinedResultError:
        return
    bounded = value.unit.is_never_negative
    x = data.draw(members(value.interval(), not_negative=bounded))
    product = WIDE.multiply(x, number)
    assert result.interval().contains(product)


@given(st.data(), changes(), magnitudes(places=st.integers(-9, 9)))
def test_dividing_contains_the_divided_members(data: st.DataObject, change: Change, number: Decimal) -> None:
    """Containment, for a ÷ n."""
    assume(number)
    try:
        result = sound(change / number)
    except UndefinedResultError:
        return
    x = data.draw(members(change.interval()))
    # 400 digits instead of 34, so the rounding of this check is far below that of the result.
    assert result.interval().contains(WIDE.divide(x, number))


@given(st.data(), values(units=st.just(percent), never_negative=True), values(units=st.sampled_from(ADDITIVE)))
def test_a_share_of_a_whole_contains_the_products(data: st.DataObject, share: Value, whole: Value) -> None:
    """Containment, for percent × count."""
    try:
        result = sound(share * whole)
    except UndefinedResultError:
        return
    assert result.unit == whole.unit
    x = data.draw(members(share.interval(), not_negative=True))
    y = data.draw(members(whole.interval(), not_negative=whole.unit.is_never_negative))
    product = WIDE.divide(WIDE.multiply(x, y), Decimal(100))
    assert result.interval().contains(product)


@given(st.data(), pairs())
def test_a_ratio_contains_the_ratios_of_all_members(data: st.DataObject, pair: tuple[Value, Value]) -> None:
    """Containment, for count ÷ count, in percent."""
    a, b = pair
    try:
        result = sound(a / b)
    except UndefinedResultError:
        return
    assert result.unit is percent
    x, y = data.draw(members(a.interval())), data.draw(members(b.interval()))
    ratio = WIDE.divide(WIDE.multiply(x, Decimal(100)), in_unit(y, b, a.unit))
    assert result.interval().contains(ratio)


@given(st.data(), values(units=st.just(hectare)), values(units=st.just(household)))
def test_a_quotient_contains_the_quotients_of_all_members(data: st.DataObject, a: Value, b: Value) -> None:
    """Containment, for an additive value ÷ another additive value."""
    try:
        result = sound(a / b)
    except UndefinedResultError:
        return
    assert result.unit.code == "hectare/household"
    x, y = data.draw(members(a.interval())), data.draw(members(b.interval()))
    assert result.interval().contains(WIDE.divide(x, y))


@given(st.data(), values(units=st.sampled_from([unit for unit in ADDITIVE if unit.factor != 1])))
def test_conversion_contains_the_converted_members(data: st.DataObject, value: Value) -> None:
    """Containment, for conversion, including factors with infinitely many digits such as 1/12."""
    unit = data.draw(like(value.unit))
    try:
        result = sound(value.to(unit))
    except UndefinedResultError:
        return
    x = data.draw(members(value.interval()))
    ratio = WIDE.divide(WIDE.multiply(x, value.unit.factor), unit.factor)
    assert result.interval().contains(ratio)
    assert result.qualifier is value.qualifier


@given(values(units=st.sampled_from((year, day, hectare)), places=st.integers(-9, 9), computed=False))
def test_conversion_by_whole_factors_goes_there_and_back(value: Value) -> None:
    """Converting to a smaller unit and back gives the same statement, to the digit."""
    smaller = {"year": month, "day": Unit.parse("hour"), "hectare": Unit.parse("square_metre")}[value.unit.code]
    there = value.to(smaller)
    assert there.to(value.unit).magnitude == value.magnitude


@given(values(qualifiers=EXACT), st.data())
def test_adding_a_difference_gives_the_magnitude_back(a: Value, data: st.DataObject) -> None:
    """``a + (b − a)`` has the exact magnitude of b, for exact operands."""
    b = data.draw(values(units=st.just(a.unit), qualifiers=EXACT))
    try:
        back = a + (b - a)
    except UndefinedResultError:
        return
    if back.qualifier is Qualifier.EXACT:
        assert back.magnitude == b.magnitude


@given(pairs())
def test_the_resolution_of_a_sum_or_difference_never_shrinks(pair: tuple[Value, Value]) -> None:
    """Sums and differences add the resolutions of their operands; counts, which are points, add none."""
    a, b = pair
    b = b.to(a.unit)
    widths = [Decimal(0) if is_count(item) else item.resolution for item in (a, b)]
    for combine in (lambda: a + b, lambda: a - b):
        try:
            result = combine()
        except UndefinedResultError:
            continue
        assert result.resolution >= WIDE.add(*widths)


def is_count(statement: Value | Change) -> bool:
    """Return whether a statement is a count in full digits, or a range of such counts."""
    exact = statement.qualifier in (Qualifier.EXACT, Qualifier.BETWEEN)
    return exact and statement.unit.is_whole and statement.resolution == 1


WHOLE = st.sampled_from([unit for unit in catalogue() if unit.is_whole and unit.is_additive])
COUNTS = st.one_of(
    values(units=WHOLE, places=st.just(0)),
    values(units=WHOLE, places=st.just(0), qualifiers=st.sampled_from((Qualifier.EXACT, Qualifier.BETWEEN))),
)


@given(values() | changes() | COUNTS)
def test_a_count_in_full_digits_is_the_point_or_the_printed_range(statement: Value | Change) -> None:
    """Exactly the exact and ranged statements with the resolution 1 in a unit of whole counts have no rounding."""
    found, upper = statement.interval(), statement.upper
    if is_count(statement):
        assert (found.lower, found.upper) == (statement.magnitude, statement.magnitude if upper is None else upper)
        assert statement.magnitude == int(statement.magnitude)
    elif statement.qualifier in (Qualifier.EXACT, Qualifier.BETWEEN):
        assert found.upper != (statement.magnitude if upper is None else upper)


@given(st.data(), WHOLE)
def test_counts_add_no_resolution(data: st.DataObject, unit: Unit) -> None:
    """Sums, differences and multiples of counts are counts, and a count leaves the resolution of others as it is."""
    counts = values(units=st.just(unit), qualifiers=EXACT, places=st.just(0), computed=False)
    a, b, n = data.draw(counts), data.draw(counts), data.draw(st.integers(0, 1000))
    assert all(map(is_count, (a + b, a - b, a * n)))
    rounded = data.draw(values(units=st.just(unit), qualifiers=EXACT, places=st.integers(-5, 9)))
    result = a + rounded
    assert result.resolution in (rounded.resolution, WIDE.multiply(rounded.resolution, Decimal("1.1")))


@given(st.data(), COUNTS, values(units=st.just(percent), qualifiers=EXACT, never_negative=True))
def test_a_computed_result_with_resolution_1_is_a_count(data: st.DataObject, a: Value, share: Value) -> None:
    """A result that is not exactly a whole number never has the resolution 1 in a unit of whole counts."""
    number = data.draw(magnitudes(min_value=1, max_value=10**6, places=st.integers(-6, 6)))
    for combine in (lambda: a * number, lambda: a / number, lambda: share * a):
        try:
            result = sound(combine())
        except UndefinedResultError:
            continue
        if is_count(result):
            ends = result.interval()
            assert is_count(a) or share.magnitude == 0 or not number or ends.lower == ends.upper == 0


@given(values())
def test_a_quantity_that_cannot_be_negative_has_an_interval_from_zero(value: Value) -> None:
    """`interval` has the floor, which no operation takes for a bound that is stated."""
    found = value.interval()
    if value.unit.is_never_negative:
        assert found.lower is not None
        assert found.lower >= 0
    assert value.stated_interval().contains(found)


@given(st.data(), WHOLE)
def test_the_floor_is_not_a_stated_bound(data: st.DataObject, unit: Unit) -> None:
    """*Nearly* + *nearly* is *under*, not a range from 0."""
    nearly = values(units=st.just(unit), qualifiers=st.just(Qualifier.NEARLY))
    a, b = data.draw(nearly), data.draw(nearly)
    assert (a + b).qualifier is Qualifier.UNDER


@given(st.data(), st.sampled_from(ADDITIVE))
def test_a_total_does_not_depend_on_the_order(data: st.DataObject, unit: Unit) -> None:
    parts = data.draw(st.lists(values(units=st.just(unit)), min_size=3, max_size=5))
    results = set[Value | str]()
    for order in (parts, parts[::-1], data.draw(st.permutations(parts))):
        try:
            results.add(total(order))
        except UndefinedResultError as error:
            results.add(error.problem)
    assert len(results) == 1


@given(st.data(), st.sampled_from(ADDITIVE))
def test_approximations_stay_approximate(data: st.DataObject, unit: Unit) -> None:
    """*About* with *about*, with an exact number or with a factor is *about* the result."""
    about = values(units=st.just(unit), qualifiers=st.just(Qualifier.ABOUT), never_negative=True)
    a, b = data.draw(about), data.draw(about | values(units=st.just(unit), qualifiers=EXACT, never_negative=True))
    for combine in (lambda: a + b, lambda: b + a, lambda: a - b, lambda: a * 3, lambda: a / 7):
        try:
            result = sound(combine())
        except UndefinedResultError as error:
            assert "too large" in error.problem
            continue
        assert result.qualifier is Qualifier.ABOUT
    if a.upper is None and b.upper is None:
        assert (a + b).magnitude == WIDE.add(a.magnitude, b.magnitude)
        if a.magnitude >= b.magnitude:
            assert remainder(a, b).magnitude == WIDE.subtract(a.magnitude, b.magnitude)
        elif unit.is_never_negative:
            with pytest.raises(UndefinedResultError, match="would be negative"):
                remainder(a, b)


@given(st.data(), st.lists(values(units=st.just(household), qualifiers=EXACT), min_size=1, max_size=4))
def test_a_total_contains_the_sums_and_the_remainder_undoes_it(data: st.DataObject, parts: list[Value]) -> None:
    """`total` contains every sum of members; its `remainder` without all parts but one contains that part."""
    whole = total(parts)
    members_of = [data.draw(members(part.interval(), not_negative=True)) for part in parts]
    assert whole.interval().contains(sum(members_of, Decimal(0)) if len(parts) == 1 else _sum(members_of))
    rest = remainder(whole, *parts[1:])
    assert rest.interval().contains(parts[0].magnitude)


def _sum(numbers: list[Decimal]) -> Decimal:
    result = Decimal(0)
    for number in numbers:
        result = WIDE.add(result, number)
    return result


@given(st.data(), changes(units=st.sampled_from(ADDITIVE)), values(units=st.sampled_from((month, quarter, year))))
def test_a_change_per_time_times_a_duration_contains_the_products(
    data: st.DataObject, change: Change, duration: Value
) -> None:
    """Containment, for change per year × duration."""
    assume(change.unit.kind.value != "duration")
    rate = Change(
        magnitude=change.magnitude,
        unit=change.unit / year,
        qualifier=change.qualifier,
        upper=change.upper,
        resolution=change.resolution,
    )
    try:
        result = sound(rate * duration)
    except UndefinedResultError:
        return
    assert result.unit == change.unit
    x, y = data.draw(members(rate.interval())), data.draw(members(duration.interval()))
    years = WIDE.divide(WIDE.multiply(y, duration.unit.factor), year.factor)
    assert result.interval().contains(WIDE.multiply(x, years))


@given(st.data(), relative_changes())
def test_the_form_by_allows_the_same_values(data: st.DataObject, change: RelativeChange) -> None:
    """``.by`` allows exactly the values of the printed form."""
    assume(change.form not in AMBIGUOUS)
    x = data.draw(members(change.interval()))
    if change.form is RelativeForm.TO:
        x = WIDE.subtract(x, Decimal(100))
    elif change.form is RelativeForm.TIMES:
        x = WIDE.multiply(WIDE.subtract(x, Decimal(1)), Decimal(100))
    assert change.by.interval().contains(x)
    assert change.by.by == change.by
    assert [(reading.name, reading.change) for reading in change.readings] == [(ReadingName.AS_STATED, change.by)]


AMBIGUOUS = (RelativeForm.INCREASE_TIMES, RelativeForm.DECREASE_TIMES)
HUNDRED = Decimal(100)
PERCENT_OF: dict[ReadingName, Callable[[Decimal], Decimal]] = {
    ReadingName.TO_MULTIPLE: lambda x: WIDE.multiply(WIDE.subtract(x, Decimal(1)), HUNDRED),
    ReadingName.BY_MULTIPLE: lambda x: WIDE.multiply(x, HUNDRED),
    ReadingName.TO_FRACTION: lambda x: WIDE.subtract(WIDE.divide(HUNDRED, x), HUNDRED),
    ReadingName.BY_LATER_LEVEL: lambda x: WIDE.subtract(WIDE.divide(HUNDRED, WIDE.add(x, Decimal(1))), HUNDRED),
}


@given(st.data(), relative_changes(forms=st.sampled_from(AMBIGUOUS)))
def test_every_reading_of_a_change_in_times_allows_the_values_of_its_meaning(
    data: st.DataObject, change: RelativeChange
) -> None:
    """*Tăng N lần* and *giảm N lần* keep the printed words; each reading contains what it makes of every member."""
    assume(change.form in AMBIGUOUS)
    with pytest.raises(UndefinedResultError, match="several readings"):
        change.by  # noqa: B018
    x = data.draw(members(change.interval(), not_negative=True))
    for reading in change.readings:
        if reading.name is ReadingName.OCCASIONS:
            assert reading.change is Absent.NOT_APPLICABLE
            continue
        assert isinstance(reading.change, RelativeChange)
        assert reading.change.form is RelativeForm.BY
        assert RelativeChange.parse(str(reading.change)) == reading.change
        if x or reading.name is not ReadingName.TO_FRACTION:
            assert reading.change.interval().contains(PERCENT_OF[reading.name](x))
        if change.qualifier is Qualifier.ABOUT:
            assert reading.change.qualifier is Qualifier.ABOUT


@given(st.data(), attainments())
def test_the_form_of_plan_allows_the_same_values(data: st.DataObject, attainment: Attainment) -> None:
    """``.of_plan`` allows exactly the values of the printed form."""
    x = data.draw(members(attainment.interval()))
    if attainment.form is AttainmentForm.OVER_PLAN:
        x = WIDE.add(Decimal(100), x)
    elif attainment.form is AttainmentForm.UNDER_PLAN:
        x = WIDE.subtract(Decimal(100), x)
    assert attainment.of_plan.interval().contains(x)
    assert attainment.of_plan.of_plan == attainment.of_plan


@given(values(), st.data())
def test_comparing_values_is_comparing_their_intervals(a: Value, data: st.DataObject) -> None:
    """`compare` of two values equals `compare` of their intervals."""
    b = data.draw(values(units=st.just(a.unit)))
    assert a.compare(b) == a.interval().compare(b.interval())


NOT_A_RANGE = [qualifier for qualifier in Qualifier if qualifier is not Qualifier.BETWEEN]


@given(values(units=st.sampled_from((percent, household)), qualifiers=st.sampled_from(NOT_A_RANGE), computed=False))
def test_the_interval_follows_the_table_of_qualifiers(value: Value) -> None:
    """Each qualifier allows the values in the table, which is mirrored for negative magnitudes."""
    qualifier = value.qualifier
    v, half = value.magnitude, Decimal(0) if is_count(value) else WIDE.divide(value.resolution, Decimal(2))
    found = value.stated_interval()
    ends = (found.lower, found.upper, found.lower_open, found.upper_open)
    positive = {
        Qualifier.EXACT: (WIDE.subtract(v, half), WIDE.add(v, half), False, False),
        Qualifier.OVER: (v, None, True, True),
        Qualifier.AT_LEAST: (v, None, False, True),
        Qualifier.UNDER: (None, v, True, True),
        Qualifier.NEARLY: (None, v, True, True),
        Qualifier.AT_MOST: (None, v, True, False),
        Qualifier.ABOUT: (None, None, True, True),
    }[qualifier]
    if v >= 0 or qualifier is Qualifier.EXACT:
        assert ends == positive
    else:
        low, high, low_open, high_open = positive
        assert ends == (high, low, high_open, low_open)


@given(values(), values())
def test_values_of_different_dimensions_never_mix(a: Value, b: Value) -> None:
    """Operations on two dimensions raise an error that names both operands."""
    assume(a.unit.dimension != b.unit.dimension)
    for operation in (lambda: a + b, lambda: a - b, lambda: a.compare(b), lambda: remainder(a, b)):
        with pytest.raises(OperandError) as refused:
            operation()
        assert refused.value.hint or refused.value.problem


@given(values(qualifiers=st.sampled_from((Qualifier.EXACT, Qualifier.BETWEEN))))
def test_the_difference_of_levels_is_a_change_in_their_difference_unit(value: Value) -> None:
    """Value − Value is always a Change; for shares, in points."""
    try:
        change = value - value
    except UndefinedResultError:
        return
    assert type(change) is Change
    assert change.unit == difference_unit(value.unit)


@given(st.data(), st.sampled_from(catalogue()))
def test_the_order_by_magnitude_agrees_with_what_is_certain_of_exact_values(data: st.DataObject, unit: Unit) -> None:
    """The key orders the numbers in one unit; keys of equal quantities are equal, and their order is total."""
    numbers = [data.draw(values(units=like(unit), qualifiers=EXACT)) for _ in range(3)]
    ordered = sorted(numbers, key=by_magnitude)
    for first, second in zip(ordered, ordered[1:], strict=False):
        low, high = (in_unit(item.magnitude, item, unit) for item in (first, second))
        assert low <= high
        assert first.compare(second).greater is not Certainty.CERTAIN
    assert by_magnitude(numbers[0]) == by_magnitude(numbers[0].to(numbers[0].unit))
