"""How statements are created: a constructor for each qualifier, and the errors for wrong arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache, update_wrapper
from inspect import Parameter, Signature, signature
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from aseansc._decimals import DecimalLike
from aseansc.errors import AseanscError, FieldTypeError, ParseError
from aseansc.units import Unit
from aseansc.values._qualifier import Qualifier

F = TypeVar("F")

_USUAL: Any = ""
"""The form if none is given: each type with forms has its own default."""


class _Explained(type):
    """The metaclass of statements; it explains how to create an object when the arguments are wrong."""

    if not TYPE_CHECKING:  # a type checker knows the arguments from __init__

        def __call__(cls, *positional: Any, **fields: Any) -> Any:
            try:
                return type.__call__(cls, *positional, **fields)  # faster than super()
            except TypeError as error:
                if isinstance(error, AseanscError) or _binds(cls, positional, fields):
                    raise
            raise _wrong_arguments(cls, positional, fields)

        @property
        def __signature__(cls) -> Signature:
            """Return the signature of ``__init__`` instead of that of ``__call__``."""
            taken = signature(cls.__init__)
            return taken.replace(parameters=[*taken.parameters.values()][1:])


def _wrong_arguments(cls: type, positional: tuple[Any, ...], fields: Mapping[str, Any]) -> FieldTypeError:
    """Return the error for wrong arguments of a class, with a suggestion of the right call."""
    given = (*positional, *fields.values())
    unit = next((item.code for item in given if isinstance(item, Unit)), "unit")
    number = next((item for item in given if isinstance(item, str | int | Decimal)), 5)
    shown = number if isinstance(number, int) else repr(str(number))
    return FieldTypeError(
        "wrong arguments",
        where=cls.__name__,
        got=(*positional, *(f"{name}=" for name in fields)),
        expected=f"magnitude= and unit=, and optionally {', '.join(f'{name}=' for name in _optional_arguments(cls))}",
        hint=f"Write {cls.__name__}.exact({shown}, {unit}), or .over, .about, .between and so on.",
    )


def _binds(cls: type, positional: tuple[Any, ...], fields: Mapping[str, Any]) -> bool:
    """Return whether the signature of a class accepts the arguments."""
    try:
        signature(cls).bind(*positional, **fields)
    except TypeError:
        return False
    return True


def _optional_arguments(cls: type) -> list[str]:
    """Return the names of the optional arguments of a class."""
    return [name for name, taken in signature(cls).parameters.items() if taken.default is not Parameter.empty]


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of the text of a statement, with a form before it if its type has forms."""
    words = "|".join(word for word in Qualifier if word is not Qualifier.EXACT)
    form = f"(?P<form>{'|'.join(forms)}) " if forms else ""
    word = f"(?:(?P<word>{words}) )?+"  # possessive: such a word is never read as the number
    return re.compile(rf"{form}{word}(?P<number>[^ ]*) (?P<unit>[^ ]*)(?: to (?P<step>[^ ]*))?")


class Constructors(Generic[F], metaclass=_Explained):
    """The constructors of a type of statements, one for each qualifier.

    `F` is the type of the argument ``form``, and `Never` for the types without forms. Each type has copies of the
    constructors with its own name, so that Python's errors say ``Value.exact()``.
    """

    __slots__ = ()

    _forms: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:

        def __init__(self, **fields: Any) -> None: ...

    def __init_subclass__(cls) -> None:
        for name, constructor in vars(Constructors).items():
            if isinstance(constructor, classmethod) and not name.startswith("_"):
                shared: Any = cast("Any", constructor).__func__
                own: Any = update_wrapper(FunctionType(shared.__code__, shared.__globals__), shared)
                own.__kwdefaults__, own.__defaults__ = shared.__kwdefaults__, shared.__defaults__
                own.__qualname__, own.__module__ = f"{cls.__name__}.{name}", cls.__module__
                setattr(cls, name, classmethod(own))

    @classmethod
    def _stated(
        cls,
        qualifier: Qualifier,
        magnitude: DecimalLike,
        unit: Unit,
        resolution: DecimalLike | None,
        form: F,
        upper: DecimalLike | None = None,
    ) -> Self:
        more = {} if form == _USUAL else {"form": form}
        return cls(magnitude=magnitude, unit=unit, qualifier=qualifier, upper=upper, resolution=resolution, **more)

    @classmethod
    def exact(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement without a qualifying word; its value is exact up to rounding."""
        return cls._stated(Qualifier.EXACT, magnitude, unit, resolution, form)

    @classmethod
    def over(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement of more than a number (*trên*, *hơn*)."""
        return cls._stated(Qualifier.OVER, magnitude, unit, resolution, form)

    @classmethod
    def at_least(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement of a number or more (*tối thiểu*, *ít nhất*)."""
        return cls._stated(Qualifier.AT_LEAST, magnitude, unit, resolution, form)

    @classmethod
    def under(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement of less than a number (*dưới*, *chưa đầy*)."""
        return cls._stated(Qualifier.UNDER, magnitude, unit, resolution, form)

    @classmethod
    def nearly(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement of less than a number but close to it (*gần*, *ngót*); how close is not defined."""
        return cls._stated(Qualifier.NEARLY, magnitude, unit, resolution, form)

    @classmethod
    def at_most(
        cls, magnitude: DecimalLike, unit: Unit, *, resolution: DecimalLike | None = None, form: F = _USUAL
    ) -> Self:
        """Create a statement of a number or less (*tối đa*, *nhiều nhất*)."""
        return cls._stated(Qualifier.AT_MOST, magnitude, unit, resolution, form)

    @classmethod
    def about(
        cls,
        magnitude: DecimalLike,
        unit: Unit,
        *,
        upper: DecimalLike | None = None,
        resolution: DecimalLike | None = None,
        form: F = _USUAL,
    ) -> Self:
        """Create a statement of about a number, or a range with ``upper`` (*khoảng*, *xấp xỉ*); it sets no limits."""
        return cls._stated(Qualifier.ABOUT, magnitude, unit, resolution, form, upper)

    @classmethod
    def between(
        cls,
        lower: DecimalLike,
        upper: DecimalLike,
        unit: Unit,
        *,
        resolution: DecimalLike | None = None,
        form: F = _USUAL,
    ) -> Self:
        """Create a range (*từ … đến …*); its resolution is the finer one of its two ends."""
        return cls._stated(Qualifier.BETWEEN, lower, unit, resolution, form, upper)

    @classmethod
    def parse(cls, text: str, units: Iterable[Unit] = ()) -> Self:
        """Parse the text that ``str()`` returns.

        Args:
            text: an optional qualifier, a number or range, a unit, and the resolution of a computed statement, such as
                ``over 60000 household_turn``, ``5..7 percent`` or ``378000 household to 1000``.
            units: custom units, in addition to the catalogue.

        Raises:
            ParseError: if the text has another form.
            UnknownUnitError: if the unit is unknown.
            FieldError: if the number is not allowed.
        """
        forms = cls._forms
        found = _pattern(forms).fullmatch(text) if isinstance(text, str) else None
        if found is None:
            form = f"{' | '.join(forms)}, then " if forms else ""
            raise ParseError(
                f"cannot parse a {cls.__name__}",
                where=cls.__name__,
                got=text,
                expected=f"{form}[qualifier] number unit, such as 'over 60000 household_turn' or '5..7 percent'",
            )
        word, number, code, step = found.group("word", "number", "unit", "step")
        low, dots, high = number.partition("..")
        is_range = dots and word in (None, "about")  # else let the constructor reject the number
        qualifier = Qualifier(word) if word else Qualifier.BETWEEN if is_range else Qualifier.EXACT
        return cls(
            magnitude=low if is_range else number,
            upper=high if is_range else None,
            unit=Unit.parse(code, units),
            qualifier=qualifier,
            resolution=step,
            **({"form": found["form"]} if forms else {}),
        )
