"""The `Unit` type, and look-up of units by code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, final

from attrs import field, frozen

from aseansc._attrs import Scalar, as_tuple, as_tuple_of, instance_of, not_blank
from aseansc._decimals import as_decimal
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import CodeList
from aseansc.errors import (
    DefinitionConflictError,
    FieldError,
    OperandError,
    ParseError,
    UnknownUnitError,
    nearest_names,
)

SIMPLE_CODE: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z]{3}")
"""The code of a unit that is not a quotient."""

_MONEY: Final = r"[A-Z]{3}"


@final
class UnitKind(CodeList):
    """The kind of quantity that a unit measures. It decides whether quantities can be added or be negative."""

    COUNT = "count"
    MONEY = "money"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    ENERGY = "energy"
    POWER = "power"
    DURATION = "duration"
    SHARE = "share"
    SHARE_POINT = "share_point"
    MULTIPLE = "multiple"
    RANK = "rank"
    QUOTIENT = "quotient"


_PHYSICAL: Final = frozenset(
    {
        UnitKind.AREA,
        UnitKind.MASS,
        UnitKind.VOLUME,
        UnitKind.LENGTH,
        UnitKind.ENERGY,
        UnitKind.POWER,
        UnitKind.DURATION,
    }
)
_NOT_NEGATIVE: Final = _PHYSICAL | {UnitKind.COUNT, UnitKind.RANK}
_ADDITIVE: Final = _PHYSICAL | {UnitKind.COUNT, UnitKind.MONEY}
_WHOLE: Final = frozenset({UnitKind.COUNT, UnitKind.RANK})
_DIVISIBLE: Final = frozenset({"person_day", "passenger_kilometre", "tonne_kilometre"})
"""Counted things of which there can be a fraction, such as half a person-day."""


_FIXED: Final = {
    UnitKind.SHARE: ("percent", "per_mille", "per_10_000", "per_100_000"),
    UnitKind.SHARE_POINT: ("percentage_point", "per_mille_point", "per_10_000_point", "per_100_000_point"),
    UnitKind.MULTIPLE: ("times", "index_point"),
    UnitKind.RANK: ("rank",),
}
"""Kinds for which a review cannot declare custom units, because there are special rules for each of their units."""


def _is_unit_code(_instance: object, _attribute: object, value: Any) -> None:
    if not isinstance(value, str) or not all(map(SIMPLE_CODE.fullmatch, value.split("/"))):
        raise FieldError(
            "not a unit code",
            where="Unit.code",
            got=value,
            expected="an English singular in lower case with _ between words, or an ISO 4217 code",
        )


@final
@frozen(kw_only=True, eq=False)
class Unit(Scalar):
    """A unit of measurement or a counted thing: ``household``, ``VND``, ``hectare``, ``percent``, ``VND/person/month``.

    Every counted thing has its own dimension: households cannot be added to persons, nor persons to person-turns
    (*lượt người*, which count a person once for each occasion). Use `Unit.parse` for units of the catalogue,
    `Unit.counting` and `Unit.money` for custom units, and division and multiplication for quotients. Two units are
    equal if their codes and definitions are: kind, dimension, factor and names. Computing or comparing with two
    different definitions of one code raises a `DefinitionConflictError`; so does creating a review with them.

    Args:
        code: lower-case English singular (``household_turn``) or ISO 4217 code of a currency; for a quotient, the codes
            joined by ``/``, with denominators in alphabetical order and durations last.
        kind: the kind of quantity that it measures.
        dimension: name of the dimension; units of the same dimension convert to each other.
        factor: size in base units of the dimension; 1 for a quotient, whose parts have the factors.
        en: English singular name.
        plural: English plural name.
        vi: Vietnamese name.
        parts: for a quotient, the numerator and then the denominators; empty for other units.

    Attributes:
        is_additive: whether quantities in this unit can be added: counts, money, physical amounts and durations.
        is_never_negative: whether quantities in this unit cannot be negative: counts, physical amounts and durations.
        is_whole: whether counts in this unit are whole numbers; averages and rates in it need not be. True of
            households, false of person-days.

    Raises:
        FieldError: if the code is not valid, the factor is not positive, the parts do not match the code, or the kind
            does not allow custom units (shares, percentage points and multiples).

    >>> Unit.parse("VND") / Unit.parse("person") / Unit.parse("month")
    Unit.parse('VND/person/month')
    """

    code: str = field(validator=_is_unit_code)
    kind: UnitKind = field(validator=instance_of(UnitKind))
    dimension: str = field(validator=not_blank)
    factor: Decimal = field(default=Decimal(1), validator=instance_of(Decimal))
    en: str = field(validator=not_blank)
    plural: str = field(validator=not_blank)
    vi: str = field(validator=not_blank)
    parts: tuple[Unit, ...] = field(default=(), converter=as_tuple)
    is_additive: bool = field(init=False)
    is_never_negative: bool = field(init=False)
    is_whole: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "is_additive", self.kind in _ADDITIVE)
        object.__setattr__(self, "is_never_negative", self.kind in _NOT_NEGATIVE)
        is_whole = self.kind in _WHOLE and self.factor == 1 and self.code not in _DIVISIBLE
        object.__setattr__(self, "is_whole", is_whole)
        if not self.factor.is_finite() or self.factor <= 0:
            raise FieldError(
                "the factor is not a positive number",
                where=f"Unit.factor of {self.code!r}",
                got=self.factor,
                expected="> 0",
            )
        if self.kind in _FIXED and (self.code not in _FIXED[self.kind] or _is_redefined(self)):
            raise FieldError(
                "units of this kind cannot be custom units",
                where="Unit.code",
                got=self.code,
                expected=f"one of {', '.join(_FIXED[self.kind])}",
                hint="To declare a counted thing, use Unit.counting.",
            )
        as_decimal(self.factor, where=f"Unit.factor of {self.code!r}")
        codes = [part.code for part in self.parts] if self.parts else [self.code]
        if codes != self.code.split("/") or (self.kind is UnitKind.QUOTIENT) != (len(codes) > 1):
            raise FieldError(
                "the parts of the quotient do not match its code",
                where=f"Unit.parts of {self.code!r}",
                got=self.parts,
                hint="Build quotients by division: VND / person.",
            )

    @classmethod
    def counting(cls, code: str, *, en: str, vi: str, plural: str = "") -> Unit:
        """Return a custom unit for a counted thing, with its own dimension.

        Args:
            code: lower-case English singular.
            en: English singular name.
            vi: Vietnamese name.
            plural: English plural name; by default, the singular with an *s*.

        Raises:
            FieldError: if the code is not valid.

        >>> school = Unit.counting("school", en="school", vi="trường")
        >>> school.plural
        'schools'
        """
        return cls(code=code, kind=UnitKind.COUNT, dimension=code, en=en, plural=plural or f"{en}s", vi=vi)

    @classmethod
    def money(cls, code: str, *, en: str, vi: str, plural: str = "") -> Unit:
        """Return a custom unit for a currency.

        Args:
            code: ISO 4217 code.
            en: English singular name.
            vi: Vietnamese name.
            plural: English plural name; by default, the singular with an *s*.

        Raises:
            FieldError: if the code does not have three capital letters.

        >>> Unit.money("CHF", en="Swiss franc", vi="franc Thụy Sĩ").code
        'CHF'
        """
        if not isinstance(code, str) or not re.fullmatch(_MONEY, code):
            raise FieldError(
                "not a currency code", where="Unit.code", got=code, expected="three capital letters, as in ISO 4217"
            )
        return cls(code=code, kind=UnitKind.MONEY, dimension=code, en=en, plural=plural or f"{en}s", vi=vi)

    @classmethod
    def parse(cls, code: str, units: Iterable[Unit] = ()) -> Unit:
        """Return the unit with this code, from the catalogue or from ``units``, or a quotient of such units.

        Args:
            code: code such as ``household``, ``VND`` or ``percent/year``.
            units: custom units, such as those of a review.

        Raises:
            UnknownUnitError: for an unknown code; the error suggests similar codes.
            DefinitionConflictError: if ``units`` has a code of the catalogue with another definition.
            ParseError: if the code is not valid, or a quotient does not have its units in canonical order.

        >>> Unit.parse("hectar")
        Traceback (most recent call last):
        ...
        aseansc.errors.UnknownUnitError: Unit: no such unit; got 'hectar'. Did you mean 'hectare'?
        """
        known = _CATALOGUE
        if units:
            known = dict(_CATALOGUE)
            for unit in as_tuple_of(units, Unit, where="Unit.parse, units"):
                require_same_definition(known.setdefault(unit.code, unit), unit)
        try:
            return known[code]
        except (KeyError, TypeError):
            pass
        if not isinstance(code, str):
            raise ParseError("not a unit code", where="Unit", got=code, expected="a string such as 'percent/year'")
        quotient = _QUOTIENTS.get(code) if known is _CATALOGUE else None
        if quotient is not None:
            return quotient
        first, *rest = (_simple(part, known) for part in code.split("/"))
        unit = first
        try:
            for denominator in rest:
                unit /= denominator
        except OperandError as refused:
            raise ParseError(
                "not a valid quotient",
                where="Unit",
                got=code,
                expected="a code such as 'VND/person'",
                hint=str(refused),
            ) from None
        if unit.code != code:
            raise ParseError("not the canonical code of the unit", where="Unit", got=code, expected=repr(unit.code))
        if known is _CATALOGUE:
            _QUOTIENTS[code] = unit
        return unit

    @property
    def numerator(self) -> Unit:
        """The numerator of a quotient; for any other unit, the unit itself."""
        return self.parts[0] if self.parts else self

    @property
    def denominators(self) -> tuple[Unit, ...]:
        """The denominators of a quotient; empty for any other unit."""
        return self.parts[1:]

    def name(self, lang: str = "en", *, plural: bool = False) -> str:
        """Return the name in Vietnamese if `lang` is ``vi``, and in English otherwise."""
        if lang.partition("-")[0].casefold() == "vi":
            return self.vi
        return self.plural if plural else self.en

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        if self.parts:
            own = self.custom_parts
            return f"Unit.parse({self.code!r}{f', units={own!r}' if own else ''})"
        if not self.custom_parts:
            return f"Unit.parse({self.code!r})"
        names = f"en={self.en!r}, vi={self.vi!r}" + (
            "" if self.plural == f"{self.en}s" else f", plural={self.plural!r}"
        )
        if self.factor == 1 and self.dimension == self.code and self.kind in (UnitKind.COUNT, UnitKind.MONEY):
            return f"Unit.{'counting' if self.kind is UnitKind.COUNT else 'money'}({self.code!r}, {names})"
        return (
            f"Unit(code={self.code!r}, kind={self.kind!r}, dimension={self.dimension!r}, factor={self.factor!r},"
            f" en={self.en!r}, plural={self.plural!r}, vi={self.vi!r})"
        )

    @property
    def custom_parts(self) -> tuple[Unit, ...]:
        """The parts of this unit, or the unit itself if it is not a quotient, that are not in the catalogue."""
        return tuple(part for part in self.parts or (self,) if not is_catalogued(part))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Unit):
            return NotImplemented
        return self.code == other.code and definitions(self) == definitions(other)

    def __hash__(self) -> int:
        return hash(self.code)

    def __truediv__(self, other: Unit) -> Unit:
        """Return the quotient of two units.

        Raises:
            OperandError: if the denominator is not money, a count, a physical amount or a duration.
        """
        _require_unit("/", self, other)
        if other.parts:
            raise _refusal("/", self, other, "a quotient cannot be a denominator")
        if not other.is_additive:
            raise _refusal(
                "/",
                self,
                other,
                f"{other.code} cannot be a denominator; a count, money, a physical amount or a duration can",
            )
        above, below = self.numerator, self.denominators
        if other.dimension in {above.dimension, *(unit.dimension for unit in below)}:
            raise _refusal(
                "/",
                self,
                other,
                "the numerator and a denominator have the same dimension; write such a ratio in percent",
            )
        return _quotient(above, (*below, other))

    def __mul__(self, other: Unit) -> Unit:
        """Return the unit without a denominator: VND/person times person is VND.

        Raises:
            OperandError: if the other unit is not a denominator of this one.
        """
        _require_unit("*", self, other)
        if other.parts:
            self, other = other, self
        left = [unit for unit in self.denominators if unit.code != other.code]
        if len(left) != len(self.denominators) - 1:
            raise _refusal("*", self, other, "a quotient can only be multiplied by one of its denominators")
        return _quotient(self.numerator, left) if left else self.numerator


_CATALOGUE: Final[dict[str, Unit]] = {}
_QUOTIENTS: Final[dict[str, Unit]] = {}


def register(units: Iterable[Unit]) -> None:
    """Add units to the catalogue; called once, by the module of the catalogue."""
    _CATALOGUE.update((unit.code, unit) for unit in units)


def catalogue() -> tuple[Unit, ...]:
    """Return all units of the catalogue, in order; it has no quotients.

    >>> len({unit.code for unit in catalogue()}) == len(catalogue())
    True
    """
    return tuple(_CATALOGUE.values())


def require_same_definition(left: Unit, right: Unit) -> None:
    """Raise an error if two units, or parts of them, have the same code but different definitions.

    Raises:
        DefinitionConflictError: if they do.
    """
    if left is right:
        return
    for one in left.parts or (left,):
        for other in right.parts or (right,):
            if one is not other and one.code == other.code and _definition(one) != _definition(other):
                raise DefinitionConflictError(
                    "the unit code has two different definitions",
                    where=f"Unit {one.code!r}",
                    got=(_definition(one), _definition(other)),
                    expected="the same definition wherever the code is used",
                    hint="Give one of the two units another code.",
                )


def _is_redefined(unit: Unit) -> bool:
    """Return whether the catalogue defines the code of a unit differently."""
    known = _CATALOGUE.get(unit.code)
    return known is not None and _definition(known) != _definition(unit)


def _definition(unit: Unit) -> tuple[object, ...]:
    return unit.kind.value, unit.dimension, unit.factor, unit.en, unit.plural, unit.vi


def is_catalogued(unit: Unit) -> bool:
    """Return whether the catalogue has a unit with this code and the same definition."""
    known = _CATALOGUE.get(unit.code)
    return known is not None and (known is unit or _definition(known) == _definition(unit))


def definitions(unit: Unit) -> tuple[tuple[object, ...], ...]:
    """Return the definition (kind, dimension, factor and names) of a unit, or of each part of a quotient."""
    return tuple(_definition(part) for part in unit.parts or (unit,))


def _simple(code: str, known: dict[str, Unit]) -> Unit:
    unit = known.get(code)
    if unit is None:
        nearest = nearest_names(code, known)
        raise UnknownUnitError(
            "no such unit",
            where="Unit",
            got=code,
            nearest=nearest,
            hint=""
            if nearest
            else "If it is a counted thing or a currency, declare it as a custom unit of the review.",
        )
    return unit


def _quotient(numerator: Unit, denominators: Iterable[Unit]) -> Unit:
    below = sorted(denominators, key=_sort_key)
    parts = (numerator, *below)
    return Unit(
        code="/".join(unit.code for unit in parts),
        kind=UnitKind.QUOTIENT,
        dimension="/".join([numerator.dimension, *(unit.dimension for unit in sorted(below, key=_dimension_sort_key))]),
        en=" per ".join(unit.en for unit in parts),
        plural=" per ".join([numerator.plural, *(unit.en for unit in below)]),
        vi="/".join(unit.vi for unit in parts),
        parts=parts,
    )


def _sort_key(unit: Unit) -> tuple[bool, str]:
    return unit.kind is UnitKind.DURATION, unit.code


def _dimension_sort_key(unit: Unit) -> tuple[bool, str]:
    return unit.kind is UnitKind.DURATION, unit.dimension


def _require_unit(operation: str, left: Unit, right: object) -> None:
    if not isinstance(right, Unit):
        raise OperandError(
            f"the right operand of {operation} is not a unit",
            where=repr(left),
            got=right,
            expected="a Unit",
            hint="To write a quantity, use Value.exact(5, unit).",
        )
    require_same_definition(left, right)


def _refusal(operation: str, left: Unit, right: Unit, problem: str) -> OperandError:
    return OperandError(problem, where=f"{left.code} {operation} {right.code}")


offer(Unit)
