"""Conversion to and from the quantities of a registry of pint: all use of pint, which is imported when needed."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, Any, Final

from aseansc._decimals import FINE
from aseansc.errors import FieldError, UnknownUnitError, require
from aseansc.units._unit import Unit, UnitKind, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

_PINT_NAMES: Final = {
    "square_metre": "meter ** 2",
    "square_kilometre": "kilometer ** 2",
    "cubic_metre": "meter ** 3",
    "metre": "meter",
    "kilometre": "kilometer",
    "millimetre": "millimeter",
    "centimetre": "centimeter",
    "litre": "liter",
    "tonne": "metric_ton",
}
"""The names in pint's default definitions, where they differ from the codes of the catalogue."""

_PHYSICAL_DIMENSIONS: Final = frozenset(
    {"[length]", "[mass]", "[time]", "[current]", "[temperature]", "[substance]", "[luminosity]"}
)
_EXPECTED_DIMENSIONS: Final[dict[UnitKind, dict[str, int]]] = {
    UnitKind.AREA: {"[length]": 2},
    UnitKind.MASS: {"[mass]": 1},
    UnitKind.VOLUME: {"[length]": 3},
    UnitKind.LENGTH: {"[length]": 1},
    UnitKind.ENERGY: {"[length]": 2, "[mass]": 1, "[time]": -2},
    UnitKind.POWER: {"[mass]": 1, "[length]": 2, "[time]": -3},
    UnitKind.DURATION: {"[time]": 1},
    UnitKind.SHARE: {},
    UnitKind.SHARE_POINT: {},
    UnitKind.MULTIPLE: {},
}


def _pint() -> Any:
    import pint  # takes 0.2 seconds, so only when needed

    return pint


_BASES: Final = {
    "[area]": "meter ** 2",
    "[mass]": "gram",
    "[volume]": "liter",
    "[length]": "millimeter",
    "[energy]": "kilowatt_hour",
    "[power]": "kilowatt",
    "[days]": "hour",
    "[months]": "month",
}
"""What pint calls the unit of factor 1 of each dimension."""

_DEFINITIONS: Final = {
    "percent": "percent = 0.01",
    "per_mille": "per_mille = 0.001",
    "per_10_000": "per_10_000 = 0.0001",
    "per_100_000": "per_100_000 = 0.00001",
    "percentage_point": "percentage_point = 0.01",
    "per_mille_point": "per_mille_point = 0.001",
    "per_10_000_point": "per_10_000_point = 0.0001",
    "per_100_000_point": "per_100_000_point = 0.00001",
    "times": "times = []",
    "index_point": "index_point = []",
}


def _definition(unit: Unit) -> str:
    """Return the definition of a unit in the language of pint."""
    if unit.dimension in _BASES:
        return f"{unit.code} = {unit.factor:f} * {_BASES[unit.dimension]}"
    return _DEFINITIONS.get(unit.code, f"{unit.code} = [{unit.code}]")


def _how_to_define(units: Iterable[Unit]) -> str:
    """Return instructions for adding these units to a registry. The "quarter" of pint is a mass."""
    return "; ".join(
        "convert quarters to months first: value.to(month)"
        if unit.code == "quarter"
        else f'registry.define("{_definition(unit)}")'
        for unit in units
    )


def define_in_pint(registry: Any, units: Iterable[Unit] = ()) -> tuple[Unit, ...]:
    """Define the units of the catalogue in a registry of pint that has pint's default definitions.

    Units that the registry knows stay as they are. A unit is left out if the registry uses its name for something else:
    by default, the *turn* of pint is an angle and its *quarter* a mass.

    Args:
        registry: the caller's `pint.UnitRegistry`.
        units: custom units to define too.

    Returns:
        The units that were added.

    Raises:
        FieldTypeError: if the argument is not a registry.
    """
    registry = _registry_in(registry, "define_in_pint")
    wanted = {part.code: part for unit in (*catalogue(), *units) for part in unit.parts or (unit,)}
    added = tuple(unit for unit in wanted.values() if not _has_name(registry, _pint_name(unit)))
    with localcontext(FINE):  # pint reads the numbers of a definition in the ambient context
        for unit in added:
            registry.define(_definition(unit))
    return added


def _registry_in(given: Any, where: str) -> Any:
    """Return a registry, also if the application registry of pint is given, which is a proxy."""
    registry = given
    if not isinstance(given, _pint().UnitRegistry) and callable(getattr(given, "get", None)):
        registry = given.get()
        registry.define  # noqa: B018  # the registry may not exist yet; attribute access creates it
    require(registry, _pint().UnitRegistry, where=where, expected="a pint.UnitRegistry")
    return registry


def to_pint(magnitude: Decimal, unit: Unit, registry: Any) -> Any:
    """Return the quantity in the given registry; `Value.to_pint` calls it.

    Raises:
        FieldTypeError: if the argument is not a registry.
        UnknownUnitError: if the registry does not define the unit; the hint has the definitions to add.
    """
    registry = _registry_in(registry, "to_pint")
    lacking = [part for part in (unit.parts or (unit,)) if not _knows(registry, part)]
    if lacking:
        raise UnknownUnitError(
            "the registry does not define these units",
            where="to_pint",
            got=", ".join(part.code for part in lacking),
            hint=f"Define them first: {_how_to_define(lacking)}",
        )
    numerator, *denominators = unit.parts or (unit,)
    pint_unit = registry.parse_units(_pint_name(numerator))
    for denominator in denominators:
        pint_unit /= registry.parse_units(_pint_name(denominator))
    kind = registry.non_int_type
    return registry.Quantity(kind(format(magnitude, "f")), pint_unit)


def _pint_name(unit: Unit) -> str:
    return _PINT_NAMES.get(unit.code, unit.code)


def _has_name(registry: Any, name: str) -> bool:
    """Return whether the registry defines a unit of exactly this name, which may have a power after it."""
    # `name in registry` also accepts prefixes and plurals; get_name returns the name without them.
    name = name.partition(" ")[0]
    try:
        return str(registry.get_name(name)) == name
    except _pint().UndefinedUnitError:
        return False


def _knows(registry: Any, unit: Unit) -> bool:
    """Return whether the registry defines the name of a unit for the same kind of quantity."""
    name = _pint_name(unit)
    if not _has_name(registry, name):
        return False
    dimensions = {str(of): int(power) for of, power in registry.parse_units(name).dimensionality.items()}
    if not dimensions.keys() - _PHYSICAL_DIMENSIONS:
        # Pint defines "turn" as an angle and "quarter" as a mass.
        return dimensions == _EXPECTED_DIMENSIONS.get(unit.kind)
    return len(dimensions) == 1


def from_pint(quantity: Any, units: Iterable[Unit]) -> tuple[Any, Unit]:
    """Return the unchanged magnitude of a quantity, and its unit; `Value.from_pint` calls it.

    Raises:
        FieldTypeError: if the argument is not a pint quantity.
        UnknownUnitError: if the catalogue and ``units`` lack a unit of the quantity.
        FieldError: if the quantity does not have exactly one unit in the numerator.
    """
    pint = _pint()
    require(quantity, pint.Quantity, where="from_pint, quantity", expected="a pint.Quantity")
    registry = quantity._REGISTRY
    known: dict[tuple[str, int], Unit] = {}
    for unit in (*catalogue(), *units):
        if _knows(registry, unit):
            ((name, power),) = dict(registry.parse_units(_pint_name(unit))._units).items()
            known[str(name), int(power)] = unit
    above: list[Unit] = []
    below: list[Unit] = []
    for name, power in dict(quantity._units).items():
        found = known.get((str(name), abs(int(power)))) if power == int(power) else None
        if found is None:
            raise UnknownUnitError(
                "unknown unit of pint",
                where="from_pint",
                got=str(name),
                hint="Pass custom units: Value.from_pint(quantity, units=[Unit.counting(…)]).",
            )
        (above if power > 0 else below).append(found)
    if len(above) != 1:
        raise FieldError(
            "the quantity does not have exactly one unit in the numerator",
            where="from_pint",
            got=str(quantity.units),
            expected="one unit, or a quotient such as VND / person",
        )
    result = above[0]
    for denominator in below:
        result /= denominator
    return quantity.magnitude, result
