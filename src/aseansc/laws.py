"""Checks for the tests of other projects: for their own units, datasets, codecs and readers.

Each function checks one object against laws that the objects of this library satisfy. It returns nothing, or raises a
`LawError`, which is an `AssertionError`: its message states the law, what broke it, and how to fix it.

- `check_unit`: a custom unit;
- `check_dataset`: a review, or the function that loads it, with its source text if there is one;
- `check_round_trip`: a pair of functions that write and read an object of the model;
- `check_reader`: a function that finds figures in a text.

>>> from aseansc import Unit
>>> from aseansc.datasets import lai_chau
>>> check_unit(Unit.counting("pagoda", en="pagoda", vi="ngôi chùa"))
>>> check_dataset(lai_chau.load)
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_UP, Context, localcontext
from functools import partial
from inspect import unwrap
from typing import Any, Final, Protocol, TypeVar, cast

from attrs import fields, has

from aseansc._attrs import as_tuple_of
from aseansc._printable import printable
from aseansc.errors import NOT_GIVEN, FieldError, FieldTypeError, LawError, MissingExtraError, require
from aseansc.interchange import json
from aseansc.reviews import Review
from aseansc.units import Unit, catalogue, require_same_definition
from aseansc.verification import verify

__all__ = ["check_dataset", "check_reader", "check_round_trip", "check_unit"]

M = TypeVar("M")
W = TypeVar("W")

_CRUDE: Final = Context(prec=3, rounding=ROUND_UP)
"""A decimal context in which a computation that depends on the ambient context becomes visibly wrong."""


class _HasPosition(Protocol):
    """What `check_reader` needs of a figure: the positions of its first character and of the one after its last."""

    @property
    def start(self) -> int:
        """The position of the first character."""
        ...

    @property
    def end(self) -> int:
        """The position after the last character."""
        ...


def check_unit(unit: Unit) -> None:
    """Check a custom unit.

    - **parses-back**: the code of the unit, and of a quotient with it, parses back to the same definition.
    - **own-meaning**: no unit of the catalogue has the same code or, for the same kind of quantity, the same Vietnamese
      name.
    - **copies-equal**: copies and pickled copies of the unit are equal to it.

    Raises:
        FieldTypeError: if the argument is not a unit.
        LawError: if a law is broken.

    >>> check_unit(Unit.counting("dwelling", en="house of one family", vi="nhà một hộ"))
    Traceback (most recent call last):
    ...
    aseansc.errors.LawError: Unit 'dwelling': the unit dwelling of the catalogue has this code and another definition...
    """
    require(unit, Unit, where="check_unit, unit")
    for part in unit.parts or (unit,):
        _require_own_meaning(part)
    where = f"Unit '{unit}'"
    own = unit.custom_parts
    _attempt("parses-back", where, lambda: require_same_definition(Unit.parse(str(unit), own), unit))
    if not unit.denominators and unit.custom_parts:
        _attempt("parses-back", where, lambda: Unit.parse(f"{unit}/year", own))
    _require_equal_copies(unit, where)


def _require_own_meaning(unit: Unit) -> None:
    for known in catalogue():
        if known.code == unit.code and known != unit:
            problem, got, expected = "this code and another definition", unit.name("en"), known.name("en")
        elif known.code != unit.code and known.kind is unit.kind and known.vi == unit.vi:
            problem, got, expected = "the same Vietnamese name", unit.vi, ""
        else:
            continue
        raise LawError(
            f"the unit {known} of the catalogue has {problem}",
            law="own-meaning",
            where=f"Unit '{unit}'",
            got=got,
            expected=expected,
            hint=f"Use aseansc.units.{known}, or choose another code and name.",
        )


def check_dataset(
    dataset: Review | Callable[[], Review], text: str | None = None, *, body_end: int | None = None
) -> None:
    """Check a review that a dataset module contains.

    - **loads-equal**: the function returns an equal review each time, also under another decimal context.
    - **round-trip**: the review is equal after it was written as JSON and read again.
    - **copies-equal**: copies and pickled copies of the review are equal to it.
    - **parses-back**: every value and time, printed with ``str``, parses back to itself.
    - **distinct-units**: `check_unit` accepts every custom unit of the review.
    - **as-printed**: with the text, no figure is refuted by `aseansc.verification.verify`.
    - **all-cited**: with the text, every run of digits is part of the citation of a figure or a mention, but for the
      numbers of headings and items of lists.

    Figures that contradict one another break no law, because a dataset repeats its report, errors included; see
    `aseansc.audit.audit`.

    Args:
        dataset: a review, or a function without arguments that returns it.
        text: the text of the only document of the review.
        body_end: the position in the text where the report ends; numbers after it, such as those of a web page around
            it, need no citation.

    Raises:
        FieldTypeError: if ``dataset`` is, or returns, something else.
        LawError: if a law is broken.

    >>> from importlib.resources import files
    >>> from aseansc.datasets import skeleton
    >>> text = files("aseansc.datasets").joinpath("skeleton.txt").read_text(encoding="utf-8")
    >>> check_dataset(skeleton.load, text)
    >>> check_dataset(skeleton.load, text.replace("trên 400", "dưới 400"))
    Traceback (most recent call last):
    ...
    aseansc.errors.LawError: ...
    """
    require(text, str, type(None), where="check_dataset, text")
    review = _loaded(dataset)
    where = f"Review {review.id!r}"
    _require_same(review, _attempt("round-trip", where, lambda: json.loads(json.dumps(review))), "round-trip", where)
    _require_equal_copies(review, where)
    for unit in review.units:
        check_unit(unit)
    for figure in review.figures():
        _check_text_forms(figure, review.units)
    if text is not None:
        _check_against_text(review, text, where, len(text) if body_end is None else body_end)


def _loaded(dataset: Any) -> Review:
    if isinstance(dataset, Review):
        return dataset
    if not callable(dataset):
        raise FieldTypeError(
            "not a dataset", where="check_dataset", got=dataset, expected="a Review, or a function that returns one"
        )
    load: Callable[[], Review] = unwrap(dataset)  # without functools.cache, so that it computes again
    review = _attempt("loads-equal", "check_dataset", load)
    require(review, Review, where="check_dataset, what the function returns")
    with localcontext(_CRUDE):
        _require_same(review, _attempt("loads-equal", "check_dataset", load), "loads-equal", f"Review {review.id!r}")
    return review


def _check_text_forms(figure: Any, units: Sequence[Unit]) -> None:
    where = _name(figure)
    for name in ("value", "time"):
        content: Any = getattr(figure, name, None)
        parse: Callable[..., object] | None = getattr(content, "parse", None)
        if parse is not None:
            parse = partial(parse, str(content), **({"units": units} if name == "value" else {}))
            again = _attempt("parses-back", f"{where}, {name}", parse)
            _require_same(content, again, "parses-back", f"{where}, {name}")


def _name(figure: object) -> str:
    return f"{type(figure).__name__} {getattr(figure, 'id', '')!r}"


def _check_against_text(review: Review, text: str, where: str, body_end: int) -> None:
    found = verify(review, text)
    if found.refuted:
        first = found.refuted[0]
        raise LawError(
            f"{len(found.refuted)} of {len(found)} figures are not as the text prints them; the first is "
            f"{_name(first.figure)}: {first.reason}",
            law="as-printed",
            where=where,
            got=NOT_GIVEN if first.read is None else first.read.printed,
            hint="Compare them with the text at their citations; review.verify(text) lists all.",
        )
    if found.mismatches:
        mismatch = found.mismatches[0]
        raise LawError(
            f"{len(found.mismatches)} parts of the text are not as cited; the first is {mismatch.where}",
            law="as-printed",
            where=where,
            got=mismatch.found,
            expected=repr(mismatch.expected),
            hint="Is it the text that the dataset cites, unchanged? To repair positions, run aseansc verify --fix.",
        )
    uncited = [span for span in found.uncited if span.start < body_end]
    if uncited:
        raise LawError(
            f"{len(uncited)} numbers of the text are not cited; the first is at {uncited[0].start}",
            law="all-cited",
            where=where,
            got=text[uncited[0].start : uncited[0].end],
            hint="Record it as a figure, or as a mention if it is a date, an ordinal or a name.",
        )


def check_round_trip(
    write: Callable[[M], W],
    read: Callable[[W], M],
    objects: type[M] | Iterable[M],
    *,
    examples: int = 100,
) -> None:
    """Check that reading what was written gives an equal object, under the ambient decimal context and a crude one.

    Args:
        write: a function that writes an object, such as ``json.dumps``.
        read: the function that reads what ``write`` returns.
        objects: the objects to write, or a type of the model, such as ``Value``: then Hypothesis draws objects of this
            type, and the error is about a small one that breaks the law.
        examples: the number of objects to draw.

    Raises:
        FieldTypeError: if an argument is of the wrong type.
        FieldError: if there is no object to write.
        LawError: if an object changes; the message names the field.
        MissingExtraError: if objects are to be drawn and Hypothesis is not installed.

    >>> from aseansc import Value
    >>> from aseansc.interchange import json
    >>> from aseansc.units import person
    >>> check_round_trip(json.dumps, json.loads, Review, examples=5)
    >>> check_round_trip(
    ...     lambda value: str(value.magnitude), lambda number: Value.exact(number, person), [Value.over(60000, person)]
    ... )
    Traceback (most recent call last):
    ...
    aseansc.errors.LawError: Value, qualifier: the object changed between writing and reading; got Qualifier.EXACT; ...
    """
    _require_callable("check_round_trip", write, read)
    if not isinstance(objects, type):
        for each in _some(objects, "check_round_trip, objects", "a type of the model, or at least one object"):
            _check_one_round_trip(write, read, each)
        return
    if examples < 1:
        raise FieldError("no example to draw", where="check_round_trip, examples", got=examples, expected="1 or more")
    try:
        from hypothesis import HealthCheck, Phase, given, settings, strategies as st
    except ModuleNotFoundError:
        raise MissingExtraError(
            "drawing objects needs a package that is not installed",
            where="check_round_trip",
            got="hypothesis",
            hint='Install it, pip install "aseansc[hypothesis]", or pass a list of objects.',
        ) from None

    @settings(
        max_examples=examples,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
        phases=[Phase.generate, Phase.shrink],
        print_blob=False,
        report_multiple_bugs=False,
    )
    @given(st.from_type(objects))
    def drawn(each: M) -> None:
        _check_one_round_trip(write, read, each)

    drawn()


def _check_one_round_trip(write: Callable[[M], W], read: Callable[[W], M], each: M) -> None:
    name = type(each).__name__
    again = _attempt("round-trip", name, lambda: read(write(each)))
    _require_same(each, again, "round-trip", name)
    with localcontext(_CRUDE):
        crude = _attempt("round-trip", name, lambda: read(write(each)))
    _require_same(each, crude, "context-free", name)


def check_reader(find: Callable[[str], Iterable[_HasPosition]], texts: Iterable[str]) -> None:
    r"""Check a function that finds figures in a text, such as `aseansc.vietnamese.find` or one for another language.

    - **finds-something**: at least one of the texts has a figure for it.
    - **typed-errors**: on a text, on each half of it, and on the empty text it returns, or raises a `ValueError`.
    - **positions**: each figure is in the text, not empty, and the figures are in the order of their first characters.
    - **as-printed**: if the figures have an attribute ``printed``, it is the text between their positions.
    - **repeatable**: reading again, also under another decimal context, finds equal figures.
    - **moved**: with blank lines before it, the text has the same figures, at positions moved by their number.

    Args:
        find: the function. Its figures need positions, ``start`` and ``end``; if they are not to be compared, they may
            be without ``__eq__`` only if it returns the same objects.
        texts: texts to read: some real ones, and some that are nothing to read.

    Raises:
        FieldTypeError: if an argument or a figure is of the wrong type.
        FieldError: if there is no text.
        LawError: if a law is broken.

    >>> from aseansc import vietnamese
    >>> check_reader(vietnamese.find, ["Toàn tỉnh có 1.250 hộ nghèo, giảm 4,5%.", "1.2.3 %%", "\x00"])
    """
    _require_callable("check_reader", find)
    where = "check_reader, texts"
    given = _some(as_tuple_of(texts, str, where=where), where, "a list with at least one text")
    has_found = False
    for text in ("", *given):
        middle = len(text) // 2
        for part in (text[:middle], text[middle:]):
            _found(find, part)
        figures = _found(find, text)
        has_found = has_found or bool(figures)
        _check_positions(figures, text)
        with localcontext(_CRUDE):
            again = _found(find, text)
        _require_same(figures, again, "repeatable", _excerpt(text))
        _check_moved(figures, _found(find, f"\n\n{text}"), text)
    if not has_found:
        raise LawError(
            "the reader finds no figure in any of the texts",
            law="finds-something",
            where="check_reader",
            hint="Pass a text with a figure, so that there is something to check.",
        )


def _found(find: Callable[[str], Iterable[_HasPosition]], text: str) -> list[_HasPosition]:
    try:
        figures = list(find(text))
    except ValueError:
        return []
    except Exception as error:
        raise LawError(
            f"the reader fails with {type(error).__name__}: {error}",
            law="typed-errors",
            where=_excerpt(text),
            expected="figures, or a ValueError that says why the text cannot be read",
        ) from error
    for figure in figures:
        if not (isinstance(getattr(figure, "start", None), int) and isinstance(getattr(figure, "end", None), int)):
            raise FieldTypeError(
                "not a figure with a position", where="check_reader", got=figure, expected="attributes start and end"
            )
    return figures


def _check_positions(figures: Sequence[_HasPosition], text: str) -> None:
    before = 0
    for figure in figures:
        where = f"{_excerpt(text)}, figure at {figure.start}"
        if not 0 <= figure.start < figure.end <= len(text):
            raise LawError(
                "the figure is not a part of the text",
                law="positions",
                where=where,
                got=(figure.start, figure.end),
                expected=f"0 <= start < end <= {len(text)}",
            )
        if figure.start < before:
            raise LawError("the figures are not in the order of the text", law="positions", where=where, got=before)
        before = figure.start
        printed = getattr(figure, "printed", None)
        if isinstance(printed, str) and printed != text[figure.start : figure.end]:
            raise LawError(
                "the figure does not quote the text",
                law="as-printed",
                where=where,
                got=printed,
                expected=repr(text[figure.start : figure.end]),
                hint="Count positions in the text as it was given, before blanks or letters are normalised.",
            )


def _check_moved(figures: Sequence[_HasPosition], moved: Sequence[_HasPosition], text: str) -> None:
    expected = [(figure.start + 2, figure.end + 2) for figure in figures]
    got = [(figure.start, figure.end) for figure in moved]
    if got != expected:
        raise LawError(
            "two blank lines before the text change what is found",
            law="moved",
            where=_excerpt(text),
            got=got[:10],
            expected=str(expected[:10]),
        )


def _require_callable(where: str, *functions: object) -> None:
    for function in functions:
        if not callable(function):
            raise FieldTypeError("not a function", where=where, got=function, expected="a function")


def _some(objects: Iterable[M], where: str, expected: str) -> list[M]:
    if isinstance(objects, str) or not isinstance(objects, Iterable):
        raise FieldTypeError("wrong type", where=where, got=objects, expected=expected)
    found = list(objects)
    if not found:
        raise FieldError("there is nothing to check", where=where, got=found, expected=expected)
    return found


def _excerpt(text: str) -> str:
    return printable(f"text {text[:40]!r}")


def _attempt(law: str, where: str, action: Callable[[], M]) -> M:
    """Return the result of an action; an error that it raises breaks the law."""
    try:
        return action()
    except Exception as error:
        raise LawError(f"{type(error).__name__}: {error}", law=law, where=where) from error


def _require_equal_copies(original: object, where: str) -> None:
    for again in (copy.deepcopy(original), pickle.loads(pickle.dumps(original))):
        _require_same(original, again, "copies-equal", where)


_CHANGED: Final = {
    "round-trip": "the object changed between writing and reading",
    "context-free": "the object changed between writing and reading under a decimal context with precision 3",
    "loads-equal": "loading twice gives two different reviews",
    "copies-equal": "a copy differs",
    "parses-back": "the printed form parses to something else",
    "repeatable": "reading twice gives two different results",
}
_FIXES: Final = {
    "context-free": "Compute with a context of your own, or with strings and integers.",
    "loads-equal": "Compute with aseansc values, which do not depend on the ambient decimal context, time or order.",
    "repeatable": "A reader must depend on nothing but the text.",
}


def _require_same(original: object, again: object, law: str, where: str) -> None:
    if _same(original, again):
        return
    steps, first, second = _first_difference(original, again)
    raise LawError(
        _CHANGED[law],
        law=law,
        where=f"{where}, {steps}" if steps else where,
        got=second,
        expected=repr(first),
        hint=_FIXES.get(law, ""),
    )


def _first_difference(left: Any, right: Any) -> tuple[str, object, object]:
    """Return the path of the first part in which two unequal objects differ, and both parts."""
    steps = ""
    while step := next((part for part in _parts(left, right) if not _same(*part[1:])), None):
        steps += step[0]
        left, right = step[1:]
    return steps.removeprefix("."), left, right


def _parts(left: object, right: object) -> Iterable[tuple[str, Any, Any]]:
    """Return the names and contents of the parts that two objects of the same type have in common."""
    kind: type[Any] = type(left)
    if kind is not type(right) or kind is Unit:
        return []
    if kind in (list, tuple):
        one, other = cast("Sequence[object]", left), cast("Sequence[object]", right)
        pairs = enumerate(zip(one, other, strict=False))
        return [(", number of items", len(one), len(other)), *((f"[{at}]", *pair) for at, pair in pairs)]
    names = [each.alias or each.name for each in fields(kind) if each.eq] if has(kind) else []
    return [(f".{name}", getattr(left, name), getattr(right, name)) for name in names]


def _same(left: object, right: object) -> bool:
    return type(left) is type(right) and left == right
