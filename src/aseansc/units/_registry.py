"""All use of pint: exact conversion factors, and conversion to and from the quantities of a user's registry.

A factor is computed in a new registry that contains only the parts of the two units and uses `fractions.Fraction`:
pint does the dimensional analysis, the factor is exact, and neither the application registry nor other global state
changes. Factors are cached. Pint is imported when the first one is needed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from aseansc.errors import FieldError, FieldTypeError, UnknownUnitError
from aseansc.units._unit import Unit, UnitKind, catalogue, definitions

if TYPE_CHECKING:
    from collections.abc import Iterable

_FACTORS: Final[dict[tuple[str, str], tuple[Unit, Unit, tuple[Decimal, Decimal]]]] = {}
"""The last computed factor for each pair of codes, with the two unit objects."""

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
    UnitKind.DURATION: {"[time]": 1},
    UnitKind.SHARE: {},
    UnitKind.SHARE_POINT: {},
    UnitKind.MULTIPLE: {},
}


def _pint() -> Any:
    import pint  # takes 0.2 seconds, so only when needed

    return pint


def known_factor(source: Unit, target: Unit) -> tuple[Decimal, Decimal] | None:
    """Return the cached factor for these two unit objects, or ``None``."""
    known = _FACTORS.get((source.code, target.code))
    return known[2] if known is not None and known[0] is source and known[1] is target else None


def _same_definitions(one: Unit, other: Unit) -> bool:
    return one is other or definitions(one) == definitions(other)


def factor(source: Unit, target: Unit) -> tuple[Decimal, Decimal]:
    """Return the exact conversion factor between two units of one dimension, as numerator and denominator."""
    known = _FACTORS.get((source.code, target.code))
    if known is not None and _same_definitions(known[0], source) and _same_definitions(known[1], target):
        return known[2]
    from fractions import Fraction

    parts = {part.code: part for unit in (source, target) for part in (unit.parts or (unit,))}
    # Use neutral names, since pint would read prefixes, plurals or numbers into some codes.
    names = {code: f"unit_{number}_" for number, code in enumerate(parts)}
    bases = {
        dimension: f"base_{number}_" for number, dimension in enumerate(sorted({p.dimension for p in parts.values()}))
    }
    registry = _pint().UnitRegistry(None, non_int_type=Fraction)
    for base in bases.values():
        registry.define(f"{base} = [{base}]")
    for code, part in parts.items():
        registry.define(f"{names[code]} = {part.factor:f} * {bases[part.dimension]}")

    def named(unit: Unit) -> str:
        return " / ".join(names[part.code] for part in (unit.parts or (unit,)))

    ratio = Fraction(registry.Quantity(Fraction(1), named(source)).to(named(target)).magnitude)
    found = Decimal(ratio.numerator), Decimal(ratio.denominator)
    _FACTORS[source.code, target.code] = source, target, found
    return found


_DEFINITIONS: Final = {
    "quintal": "quintal = 100 * kilogram",
    "per_mille": "per_mille = 0.001",
    "percentage_point": "percentage_point = 0.01",
    "per_mille_point": "per_mille_point = 0.001",
    "times": "times = []",
    "index_point": "index_point = []",
}
"""Definitions of units that pint lacks by default. Its "quarter" is a mass; convert quarters of a year to months."""


def _how_to_define(units: Iterable[Unit]) -> str:
    """Return instructions for adding these units to a registry."""
    lines: list[str] = []
    for unit in units:
        if unit.code == "quarter":
            lines.append("convert quarters to months first: value.to(month)")
        else:
            line = _DEFINITIONS.get(unit.code, f"{unit.code} = [{unit.code}]")
            lines.append(f'registry.define("{line}")')
    return "; ".join(lines)


def to_pint(magnitude: Decimal, unit: Unit, registry: Any) -> Any:
    """Return the quantity in the given registry.

    Raises:
        FieldTypeError: if the argument is not a registry.
        UnknownUnitError: if the registry does not define the unit; the hint has the definitions to add.
    """
    pint = _pint()
    if not isinstance(registry, pint.UnitRegistry) and callable(getattr(registry, "get", None)):
        registry = registry.get()  # the application registry is a proxy; its registry may not exist yet
        registry.define  # noqa: B018  # attribute access creates it
    if not isinstance(registry, pint.UnitRegistry):
        raise FieldTypeError("not a pint registry", where="to_pint", got=registry, expected="a pint.UnitRegistry")
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


def _knows(registry: Any, unit: Unit) -> bool:
    """Return whether the registry defines a unit of exactly this name for the same kind of quantity."""
    name = _pint_name(unit)
    try:
        # `name in registry` also accepts prefixes and plurals; get_name returns the name without them.
        if str(registry.get_name(name.partition(" ")[0])) != name.partition(" ")[0]:
            return False
        dimensions = {str(of): int(power) for of, power in registry.parse_units(name).dimensionality.items()}
    except _pint().UndefinedUnitError:
        return False
    if not dimensions.keys() - _PHYSICAL_DIMENSIONS:
        # Pint defines "turn" as an angle and "quarter" as a mass.
        return dimensions == _EXPECTED_DIMENSIONS.get(unit.kind)
    return len(dimensions) == 1


def from_pint(quantity: Any, units: Iterable[Unit]) -> tuple[Any, Unit]:
    """Return the unchanged magnitude of a quantity, and its unit from the catalogue or from ``units``.

    Raises:
        FieldTypeError: if the argument is not a pint quantity.
        UnknownUnitError: if the catalogue and ``units`` lack a unit of the quantity.
        FieldError: if the quantity does not have exactly one unit in the numerator.
    """
    pint = _pint()
    if not isinstance(quantity, pint.Quantity):
        raise FieldTypeError("not a pint quantity", where="from_pint", got=quantity, expected="a pint.Quantity")
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
