"""The only door to pint: exact conversion factors, and quantities of a user's own registry.

Each pair of units gets a registry of its own, empty but for their parts, with `fractions.Fraction` for numbers: pint
does the dimensional analysis, the factor is exact, and neither the application registry nor any state of the process
is touched. A factor is worked out once; pint is imported when the first one is asked for.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from aseansc.errors import FieldError, FieldTypeError, UnknownUnitError
from aseansc.units._unit import Unit, UnitKind, catalogue, definitions

if TYPE_CHECKING:
    from collections.abc import Iterable

_FACTORS: Final[dict[tuple[str, str], tuple[Unit, Unit, tuple[Decimal, Decimal]]]] = {}
"""The last factor worked out for each pair of codes, and the very units it was worked out for."""

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
"""Where pint's own definitions spell a unit otherwise."""

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
    import pint  # a fifth of a second: only when a factor or a registry is asked for

    return pint


def known_factor(source: Unit, target: Unit) -> tuple[Decimal, Decimal] | None:
    """The factor from one unit to another, if it was worked out before for these very units."""
    known = _FACTORS.get((source.code, target.code))
    return known[2] if known is not None and known[0] is source and known[1] is target else None


def _alike(one: Unit, other: Unit) -> bool:
    return one is other or definitions(one) == definitions(other)


def factor(source: Unit, target: Unit) -> tuple[Decimal, Decimal]:
    """The exact factor from one unit to another of its dimension, as numerator and denominator."""
    known = _FACTORS.get((source.code, target.code))
    if known is not None and _alike(known[0], source) and _alike(known[1], target):
        return known[2]
    from fractions import Fraction

    parts = {part.code: part for unit in (source, target) for part in (unit.parts or (unit,))}
    # Names of our own: pint would read prefixes, plurals and numbers into some codes.
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
"""What pint's own definitions lack; its quarter is a mass, so quarters of a year go in months."""


def _ways_out(units: Iterable[Unit]) -> str:
    """What a user does to have these units in a registry of theirs."""
    lines: list[str] = []
    for unit in units:
        if unit.code == "quarter":
            lines.append("convert quarters to months first: value.to(month)")
        else:
            line = _DEFINITIONS.get(unit.code, f"{unit.code} = [{unit.code}]")
            lines.append(f'registry.define("{line}")')
    return "; ".join(lines)


def to_pint(magnitude: Decimal, unit: Unit, registry: Any) -> Any:
    """A quantity of the user's registry."""
    pint = _pint()
    if not isinstance(registry, pint.UnitRegistry) and callable(getattr(registry, "get", None)):
        registry = registry.get()  # the application registry is a proxy, and may be of one not yet made
        registry.define  # noqa: B018  # an attribute makes it
    if not isinstance(registry, pint.UnitRegistry):
        raise FieldTypeError("not a pint registry", where="to_pint", got=registry, expected="a pint.UnitRegistry")
    lacking = [part for part in (unit.parts or (unit,)) if not _knows(registry, part)]
    if lacking:
        raise UnknownUnitError(
            "the registry lacks units",
            where="to_pint",
            got=", ".join(part.code for part in lacking),
            hint=f"Define them first: {_ways_out(lacking)}",
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
    """Whether the registry has this unit under this whole name, and means the same sort of thing by it."""
    name = _pint_name(unit)
    try:
        # `name in registry` reads prefixes and plurals into a name; get_name gives back what was really meant.
        if str(registry.get_name(name.partition(" ")[0])) != name.partition(" ")[0]:
            return False
        dimensions = {str(of): int(power) for of, power in registry.parse_units(name).dimensionality.items()}
    except _pint().UndefinedUnitError:
        return False
    if not dimensions.keys() - _PHYSICAL_DIMENSIONS:
        # Pint's own "turn" is an angle, and its "quarter" a mass.
        return dimensions == _EXPECTED_DIMENSIONS.get(unit.kind)
    return len(dimensions) == 1


def from_pint(quantity: Any, units: Iterable[Unit]) -> tuple[Any, Unit]:
    """The magnitude of a quantity as it is, and its unit among the catalogue and ``units``."""
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
                "no unit of ours has this name",
                where="from_pint",
                got=str(name),
                hint="Hand in your own units: Value.from_pint(quantity, units=[Unit.counting(…)]).",
            )
        (above if power > 0 else below).append(found)
    if len(above) != 1:
        raise FieldError(
            "a unit has one numerator",
            where="from_pint",
            got=str(quantity.units),
            expected="one unit above the stroke",
        )
    result = above[0]
    for denominator in below:
        result /= denominator
    return quantity.magnitude, result
