"""The `Unit` type: what one of the thing is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, final

from attrs import field, frozen

from aseansc._attrs import Scalar, as_tuple, instance_of, not_blank
from aseansc._decimals import as_decimal
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import CodeList
from aseansc.errors import (
    DefinitionConflictError,
    FieldError,
    FieldTypeError,
    OperandError,
    ParseError,
    UnknownUnitError,
    nearest_names,
)

SIMPLE_CODE: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z]{3}")
"""The code of a unit that is no quotient."""

_MONEY: Final = re.compile(r"[A-Z]{3}")


@final
class UnitKind(CodeList):
    """What sort of thing a unit measures; it decides what may be added, and what may be negative."""

    COUNT = "count"
    MONEY = "money"
    AREA = "area"
    MASS = "mass"
    VOLUME = "volume"
    LENGTH = "length"
    ENERGY = "energy"
    DURATION = "duration"
    SHARE = "share"
    SHARE_POINT = "share_point"
    MULTIPLE = "multiple"
    QUOTIENT = "quotient"


_PHYSICAL: Final = frozenset(
    {UnitKind.AREA, UnitKind.MASS, UnitKind.VOLUME, UnitKind.LENGTH, UnitKind.ENERGY, UnitKind.DURATION}
)
_NOT_NEGATIVE: Final = _PHYSICAL | {UnitKind.COUNT}
_ADDITIVE: Final = _NOT_NEGATIVE | {UnitKind.MONEY}
_IN_HALVES: Final = frozenset({"person_day"})
"""Counts of what can be done by halves."""


_FIXED: Final = {
    UnitKind.SHARE: ("percent", "per_mille"),
    UnitKind.SHARE_POINT: ("percentage_point", "per_mille_point"),
    UnitKind.MULTIPLE: ("times", "index_point"),
}
"""Kinds whose units take part in rules of their own; a review cannot add to them."""


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
    """What one of the thing is: ``household``, ``VND``, ``hectare``, ``percent``, ``VND/person/month``.

    Every counted thing has a dimension of its own, so households never add to persons, nor persons to
    person-turns (*lượt người*: one occasion on which a person is counted; the same one may be counted again).
    Units come from the catalogue by `Unit.parse`, from `Unit.counting` and `Unit.money` where a review declares its
    own, and from dividing and multiplying those. Two units are equal when their codes and their definitions are: kind,
    dimension, factor and names. Where two definitions of one code meet in a calculation, in a comparison of quantities
    or in a review, that is a `DefinitionConflictError`.

    Args:
        code: lower-case English singular (``household_turn``), the ISO 4217 code of a currency, or for a quotient
            the codes joined by ``/``: denominators in alphabetical order, durations last.
        kind: what sort of thing it measures.
        dimension: units of one dimension convert into one another.
        factor: how many of the dimension's base unit one of it is (1 for a quotient: its parts say).
        en: English singular name.
        plural: English plural name.
        vi: Vietnamese name.
        parts: of a quotient, its numerator and then its denominators; of any other unit, nothing.

    Attributes:
        is_additive: whether two of it may be added: counts, money, area, mass, volume, length, energy, duration.
        is_never_negative: whether a quantity in it cannot lie below zero: counts and physical amounts.

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

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "is_additive", self.kind in _ADDITIVE)
        object.__setattr__(self, "is_never_negative", self.kind in _NOT_NEGATIVE)
        if not self.factor.is_finite() or self.factor <= 0:
            raise FieldError(
                "a factor is a positive number", where=f"Unit.factor of {self.code!r}", got=self.factor, expected="> 0"
            )
        if self.kind in _FIXED and (self.code not in _FIXED[self.kind] or _is_redefined(self)):
            raise FieldError(
                "shares, points and multiples are those of the catalogue",
                where="Unit.code",
                got=self.code,
                expected=f"one of {', '.join(_FIXED[self.kind])}",
                hint="Count things with Unit.counting.",
            )
        as_decimal(self.factor, where=f"Unit.factor of {self.code!r}")
        codes = [part.code for part in self.parts] if self.parts else [self.code]
        if codes != self.code.split("/") or (self.kind is UnitKind.QUOTIENT) != (len(codes) > 1):
            raise FieldError(
                "the parts of a quotient are not those of its code",
                where=f"Unit.parts of {self.code!r}",
                got=self.parts,
                hint="Build quotients by division: VND / person.",
            )

    @property
    def is_whole(self) -> bool:
        """Whether what is counted in it is a whole number; a mean of such counts, and a rate, need not be one.

        >>> Unit.parse("household").is_whole, Unit.parse("person_day").is_whole
        (True, False)
        """
        return self.kind is UnitKind.COUNT and self.factor == 1 and self.code not in _IN_HALVES

    @classmethod
    def counting(cls, code: str, *, en: str, vi: str, plural: str = "") -> Unit:
        """A unit of a counted thing that the catalogue lacks, with a dimension of its own.

        Args:
            code: lower-case English singular.
            en: English singular name.
            vi: Vietnamese name.
            plural: English plural name; the singular with an *s* unless it is given.

        >>> school = Unit.counting("school", en="school", vi="trường")
        >>> school.plural
        'schools'
        """
        return cls(code=code, kind=UnitKind.COUNT, dimension=code, en=en, plural=plural or f"{en}s", vi=vi)

    @classmethod
    def money(cls, code: str, *, en: str, vi: str, plural: str = "") -> Unit:
        """A currency that the catalogue lacks, by its ISO 4217 code.

        >>> Unit.money("CHF", en="Swiss franc", vi="franc Thụy Sĩ").code
        'CHF'
        """
        if not isinstance(code, str) or not _MONEY.fullmatch(code):
            raise FieldError(
                "not a currency code", where="Unit.code", got=code, expected="three capitals, as in ISO 4217"
            )
        return cls(code=code, kind=UnitKind.MONEY, dimension=code, en=en, plural=plural or f"{en}s", vi=vi)

    @classmethod
    def parse(cls, code: str, units: Iterable[Unit] = ()) -> Unit:
        """The unit that a code names: of the catalogue, of ``units``, or a quotient of those.

        Args:
            code: such as ``household``, ``VND``, ``percent/year``.
            units: a review's own units.

        Raises:
            UnknownUnitError: for an unknown code, with the nearest ones.
            DefinitionConflictError: for one of ``units`` that gives a code of the catalogue another meaning.
            ParseError: for a quotient that is not in its canonical order.

        >>> Unit.parse("hectar")
        Traceback (most recent call last):
        ...
        aseansc.errors.UnknownUnitError: Unit: no such unit; got 'hectar'. Did you mean 'hectare'?
        """
        known = _CATALOGUE
        if units:
            known = dict(_CATALOGUE)
            for unit in _iterated(units):
                require_same_definition(known.setdefault(unit.code, unit), unit)
        try:
            return known[code]
        except (KeyError, TypeError):
            pass
        if not isinstance(code, str):
            raise ParseError("not a unit code", where="Unit", got=code, expected="a text such as 'percent/year'")
        quotient = _QUOTIENTS.get(code) if known is _CATALOGUE else None
        if quotient is not None:
            return quotient
        first, *rest = (_simple(part, known) for part in code.split("/"))
        unit = first
        try:
            for denominator in rest:
                unit /= denominator
        except OperandError as refused:
            raise ParseError("not a unit", where="Unit", got=code, expected="a quotient", hint=str(refused)) from None
        if unit.code != code:
            raise ParseError("not the canonical code of the unit", where="Unit", got=code, expected=repr(unit.code))
        if known is _CATALOGUE:
            _QUOTIENTS[code] = unit
        return unit

    @property
    def numerator(self) -> Unit:
        """What stands above the first stroke of a quotient; any other unit is its own numerator."""
        return self.parts[0] if self.parts else self

    @property
    def denominators(self) -> tuple[Unit, ...]:
        """What stands below the strokes of a quotient; nothing for any other unit."""
        return self.parts[1:]

    def name(self, lang: str = "en", *, plural: bool = False) -> str:
        """What a person calls it, in English or Vietnamese."""
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
        """The units in it that are not of the catalogue: of a quotient some of its parts, else itself or none."""
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
        """The quotient of two units; money, counts, physical amounts and durations may stand below the stroke."""
        _require_unit("/", self, other)
        if other.parts:
            raise _refusal("/", self, other, "a quotient cannot stand below the stroke")
        if not other.is_additive:
            raise _refusal("/", self, other, f"a quotient is per counted thing, amount or time, not per {other.code}")
        above, below = self.numerator, self.denominators
        if other.dimension in {above.dimension, *(unit.dimension for unit in below)}:
            raise _refusal("/", self, other, "like things cancel; the share of one in another is in percent")
        return _quotient(above, (*below, other))

    def __mul__(self, other: Unit) -> Unit:
        """Take a denominator back: VND/person × person is VND."""
        _require_unit("*", self, other)
        if other.parts:
            self, other = other, self
        left = [unit for unit in self.denominators if unit.code != other.code]
        if len(left) != len(self.denominators) - 1:
            raise _refusal("*", self, other, "only a quotient and one of its denominators multiply")
        return _quotient(self.numerator, left) if left else self.numerator


_CATALOGUE: Final[dict[str, Unit]] = {}
_QUOTIENTS: Final[dict[str, Unit]] = {}


def register(units: Iterable[Unit]) -> None:
    """Fill the catalogue; the catalogue's own module calls this once."""
    _CATALOGUE.update((unit.code, unit) for unit in units)


def catalogue() -> tuple[Unit, ...]:
    """Every unit of the catalogue, in its order; quotients are built from these.

    >>> len({unit.code for unit in catalogue()}) == len(catalogue())
    True
    """
    return tuple(_CATALOGUE.values())


def require_same_definition(left: Unit, right: Unit) -> None:
    """Refuse one code with two definitions where two units meet, or parts of them.

    Raises:
        DefinitionConflictError: when two codes are equal and the definitions are not.
    """
    if left is right:
        return
    for one in left.parts or (left,):
        for other in right.parts or (right,):
            if one is not other and one.code == other.code and _definition(one) != _definition(other):
                raise DefinitionConflictError(
                    "one unit code has two definitions",
                    where=f"Unit {one.code!r}",
                    got=(_definition(one), _definition(other)),
                    expected="one definition of a code wherever it is used",
                    hint="Give one of the two another code.",
                )


def _is_redefined(unit: Unit) -> bool:
    """Whether the catalogue defines the code of a unit otherwise."""
    known = _CATALOGUE.get(unit.code)
    return known is not None and _definition(known) != _definition(unit)


def _definition(unit: Unit) -> tuple[object, ...]:
    return unit.kind.value, unit.dimension, unit.factor, unit.en, unit.plural, unit.vi


def is_catalogued(unit: Unit) -> bool:
    """Return whether the catalogue has this unit, with this definition."""
    known = _CATALOGUE.get(unit.code)
    return known is not None and (known is unit or _definition(known) == _definition(unit))


def definitions(unit: Unit) -> tuple[tuple[object, ...], ...]:
    """What a unit, or each part of a quotient, is defined as, apart from its code."""
    return tuple(_definition(part) for part in unit.parts or (unit,))


def _iterated(units: Any) -> list[Unit]:
    try:
        found: list[Unit] = list(units)
    except TypeError:
        found = [units]
    if not all(isinstance(unit, Unit) for unit in found):
        raise FieldTypeError("not units", where="Unit.parse", got=found, expected="a sequence of Unit")
    return found


def _simple(code: str, known: dict[str, Unit]) -> Unit:
    unit = known.get(code)
    if unit is None:
        nearest = nearest_names(code, known)
        raise UnknownUnitError(
            "no such unit",
            where="Unit",
            got=code,
            nearest=nearest,
            hint="" if nearest else "Declare it: Unit.counting(code, en=…, vi=…).",
        )
    return unit


def _quotient(numerator: Unit, denominators: Iterable[Unit]) -> Unit:
    below = sorted(denominators, key=_place_below)
    parts = (numerator, *below)
    return Unit(
        code="/".join(unit.code for unit in parts),
        kind=UnitKind.QUOTIENT,
        dimension="/".join([numerator.dimension, *(unit.dimension for unit in sorted(below, key=_dimension_below))]),
        en=" per ".join(unit.en for unit in parts),
        plural=" per ".join([numerator.plural, *(unit.en for unit in below)]),
        vi="/".join(unit.vi for unit in parts),
        parts=parts,
    )


def _place_below(unit: Unit) -> tuple[bool, str]:
    return unit.kind is UnitKind.DURATION, unit.code


def _dimension_below(unit: Unit) -> tuple[bool, str]:
    return unit.kind is UnitKind.DURATION, unit.dimension


def _require_unit(operation: str, left: Unit, right: object) -> None:
    if not isinstance(right, Unit):
        raise OperandError(
            f"a unit {operation} something that is none",
            where=repr(left),
            got=right,
            expected="a Unit",
            hint="A quantity is Value.exact(5, unit).",
        )
    require_same_definition(left, right)


def _refusal(operation: str, left: Unit, right: Unit, problem: str) -> OperandError:
    return OperandError(problem, where=f"{left.code} {operation} {right.code}")


offer(__name__)
