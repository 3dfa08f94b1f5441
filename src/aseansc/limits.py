"""Limits for untrusted input, which every reader takes as the argument ``limits``.

>>> from aseansc.interchange import json
>>> json.loads("{" + " " * 2000 + "}", limits=Limits(size=1000))
Traceback (most recent call last):
...
aseansc.errors.LimitError: json.loads: the input is too large; got 2002; expected at most 1,000 characters. Split the...
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar, final

from attrs import Attribute, field, frozen

from aseansc._attrs import refuse_type
from aseansc._hypothesis_plugin import offer
from aseansc.errors import NOT_GIVEN, FieldError, LimitError, require

__all__ = ["Limits"]

DEEPEST: Final = 240
"""The most levels of nesting that the parsers of all formats read without a stack overflow."""

EACH_CHARACTER: Final = 3
"""As how many bytes a character in a cell of a workbook counts, which may be shown in several cells."""

EACH_CELL: Final = 5
EACH_TAG: Final = 3
EACH_ELEMENT: Final = 8
EACH_KEY: Final = 16
EACH_ROW: Final = 20
EACH_FILE: Final = 1000
EACH_PAGE: Final = 2000
"""As how many items of `Limits.items` a part counts, by the memory that it needs: a cell of a table, a tag of HTML, an
element of an IATI file of another publisher, a key or list of TOML, a row or record, a file of an archive or folder, a
page of a PDF file."""


def _is_positive(instance: object, attribute: Attribute[Any], value: object) -> None:
    if type(value) is not int:
        raise refuse_type(instance, attribute, value, "an integer")
    if value < 1 or (attribute.name == "depth" and value > DEEPEST):
        most = f" of at most {DEEPEST}, which the parsers can read" if attribute.name == "depth" else ""
        raise FieldError(
            "the limit is out of range",
            where=f"Limits.{attribute.name}",
            got=value,
            expected=f"a positive integer{most}",
        )


@final
@frozen(kw_only=True)
class Limits:
    """How much a reader accepts before it refuses an input with a `LimitError`.

    Attributes:
        size: the most bytes of a file, and of all files in an archive when unpacked; the most characters of a text.
        items: the most parts of an input together, such as the elements of an XML file. Parts that need more memory
            count as several: a cell of a table as 5, a row of a figure as 20. The page "Untrusted input" lists all.
        depth: the most levels of nesting, at most 240.
        problems: the most problems that one error lists; reading stops there.

    Raises:
        FieldError: if a limit is not positive, or `depth` is above 240.
        FieldTypeError: if a limit is not an integer.

    >>> Limits(items=4_000_000).size == 64 * 2**20
    True
    """

    size: int = field(default=64 * 2**20, validator=_is_positive)
    items: int = field(default=2_000_000, validator=_is_positive)
    depth: int = field(default=DEEPEST, validator=_is_positive)
    problems: int = field(default=1_000, validator=_is_positive)


_IN_FORCE: Final = ContextVar("aseansc_limits", default=Limits())  # noqa: B039  (frozen)


def in_force() -> Limits:
    """Return the limits of the reader that is running, or the default ones."""
    return _IN_FORCE.get()


@contextmanager
def within(limits: Limits | None) -> Generator[None]:
    """Read with these limits; ``None`` keeps those in force.

    Raises:
        FieldTypeError: if the argument is not `Limits`.
    """
    if limits is None:
        yield
        return
    require(limits, Limits, where="limits", expected="Limits, such as Limits(items=4_000_000)")
    token = _IN_FORCE.set(limits)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


_P = ParamSpec("_P")
_R = TypeVar("_R")


def limited(read: Callable[_P, _R]) -> Callable[_P, _R]:
    """Put the argument ``limits`` of a reader in force while it runs."""

    @wraps(read)
    def reader(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        limits: Any = kwargs.get("limits")
        with within(limits):
            return read(*args, **kwargs)

    return reader


def require_size(size: int, where: str, unit: str = "bytes", *, is_whole: bool = True, each: int = 1) -> None:
    """Refuse an input above the limit of size.

    Args:
        size: the bytes or characters that were counted.
        where: the location.
        unit: what was counted.
        is_whole: whether the whole input was counted; otherwise reading stopped at the limit.
        each: as how many bytes each one counts.

    Raises:
        LimitError: if the input is too large.
    """
    _require("size", size, where, unit, "the input is too large", is_whole, each)


def require_items(count: int, kind: str, where: str, *, each: int = 1, is_whole: bool = True) -> None:
    """Refuse an input with more parts than the limit allows.

    Args:
        count: the number of parts.
        kind: what they are, such as ``"rows"``.
        where: the location.
        each: as how many items each part counts.
        is_whole: whether all parts were counted; otherwise reading stopped at the limit.

    Raises:
        LimitError: if the input has too many.
    """
    _require("items", count, where, kind, f"too many {kind}", is_whole, each)


def require_depth(depth: int, where: str) -> None:
    """Refuse an input that is nested more deeply than the limit allows.

    Raises:
        LimitError: if it is.
    """
    _require("depth", depth, where, "levels", "the input is nested too deeply", False, 1)


def _require(limit: str, count: int, where: str, kind: str, problem: str, is_whole: bool, each: int) -> None:
    allowed: int = getattr(in_force(), limit)
    if count * each <= allowed:
        return
    needed = count * each if is_whole else 2 * allowed
    if limit == "depth":
        needed = min(needed, DEEPEST)
    hint = f"Split the input, or raise the limit if you trust its source: limits=Limits({limit}={needed})."
    if needed <= allowed:
        hint, needed = "No higher limit is possible.", 0
    counted = "" if each == 1 else f", of which each counts as {each:,} of {limit}={allowed}"
    raise LimitError(
        problem,
        limit=limit,
        allowed=allowed,
        needed=needed,
        where=where,
        got=count if is_whole else NOT_GIVEN,
        expected=f"at most {allowed // each:,} {kind}{counted}",
        hint=hint,
    )


offer(Limits)
