"""Errors: attributes, messages, builtin parents, and that they can always be printed."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from aseansc import Absent, Citation, Interval, Period, Qualifier, Text, TimeCollection, Unit, Value, errors
from aseansc.classifications import ASCC_2025
from aseansc.errors import (
    NOT_GIVEN,
    AseanscError,
    DefinitionConflictError,
    DocumentError,
    DraftError,
    FieldError,
    FieldTypeError,
    LawError,
    LimitError,
    ManyProblemsError,
    MissingExtraError,
    OperandError,
    ParseError,
    ReviewError,
    UndefinedResultError,
    UnknownNameError,
    UnknownUnitError,
)
from aseansc.units import household, percent, person

PARENTS: dict[type[AseanscError], tuple[type[Exception], ...]] = {
    AseanscError: (Exception,),
    FieldError: (ValueError,),
    FieldTypeError: (ValueError, TypeError, FieldError),
    LawError: (AssertionError,),
    ParseError: (ValueError,),
    UnknownNameError: (KeyError, LookupError),
    UnknownUnitError: (KeyError, ValueError, ParseError, UnknownNameError),
    OperandError: (TypeError,),
    UndefinedResultError: (ArithmeticError,),
    DefinitionConflictError: (ValueError,),
    ManyProblemsError: (ValueError,),
    ReviewError: (ValueError, ManyProblemsError),
    DraftError: (ValueError, ManyProblemsError),
    DocumentError: (ValueError, ManyProblemsError),
    LimitError: (ValueError, ManyProblemsError, DocumentError),
    MissingExtraError: (ImportError,),
}


def test_every_error_has_the_builtin_parent_that_a_caller_expects() -> None:
    ours = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, AseanscError)}
    assert ours == PARENTS.keys()
    for kind, parents in PARENTS.items():
        assert issubclass(kind, (AseanscError,))
        assert all(issubclass(kind, parent) for parent in parents)


@pytest.mark.parametrize("kind", PARENTS)
def test_errors_are_equal_and_have_equal_hashes_after_copying(kind: type[AseanscError]) -> None:
    more: dict[str, Any] = {}
    if issubclass(kind, UnknownNameError):
        more["nearest"] = ("household", "household_turn")
    if issubclass(kind, ManyProblemsError):
        more["problems"] = (FieldError("no", got=5), ParseError("neither"))
    given = {"where": "Value.unit", "got": (5, "x"), "expected": "a Unit", "hint": "Write Unit.parse('x')."}
    error = kind("not a unit", **given, **more)
    for again in (
        kind("not a unit", **given, **more),
        copy.copy(error),
        copy.deepcopy(error),
        pickle.loads(pickle.dumps(error)),
    ):
        assert type(again) is kind
        assert again == error
        assert hash(again) == hash(error)
        assert str(again) == str(error)
    assert error != kind("not a unit", **{**given, "got": 6}, **more)
    assert error != AseanscError("something else")
    assert error.args == ("not a unit",)


def test_an_error_without_a_wrong_value_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(FieldError("no")))
    assert error.got is NOT_GIVEN
    assert copy.deepcopy(error).got is NOT_GIVEN
    assert repr(NOT_GIVEN) == "NOT_GIVEN"
    assert str(error) == "no"
    assert "None" in str(FieldError("no", got=None))


def test_the_message_has_every_part_once() -> None:
    error = FieldError("not a unit", where="Value.unit", got="x", expected="a Unit", hint="Write Unit.parse('x').")
    assert str(error) == "Value.unit: not a unit; got 'x'; expected a Unit. Write Unit.parse('x')."


class _Unprintable:
    def __repr__(self) -> str:
        raise RuntimeError("no")


@pytest.mark.parametrize(
    "got",
    [10**100_000, [10**100_000], _Unprintable(), "x" * 10_000_000, Decimal("sNaN")],
    ids=["int", "list", "unprintable", "text", "NaN"],
)
def test_an_error_can_always_be_printed(got: Any) -> None:
    error = FieldError("no", got=got)
    assert len(str(error)) < 300
    assert hash(error) == hash(error)
    assert repr(error)
    assert error.got is got


def test_a_long_value_is_cut_and_its_length_shown() -> None:
    assert "10002 characters" in str(FieldError("no", got="x" * 10_000))


def test_a_review_error_lists_every_problem() -> None:
    error = ReviewError("2 problems", problems=(FieldError("one", got=5), ParseError("two")))
    assert str(error).splitlines() == ["2 problems", "  - one; got 5", "  - two"]


BAD_INPUT: list[tuple[str, Any, type[Exception], str, str, str]] = [
    # case, call, builtin parent, where, expected, hint
    ("float", lambda: Value.exact(40.4, percent), TypeError, "magnitude", "str, Decimal or int", "'40.40'"),
    ("bool", lambda: Value.exact(True, percent), TypeError, "magnitude", "str, Decimal or int", "'40.40'"),
    ("NaN", lambda: Value.exact(Decimal("NaN"), percent), ValueError, "magnitude", "finite", ""),
    ("infinity", lambda: Value.exact(Decimal("-Infinity"), percent), ValueError, "magnitude", "finite", ""),
    ("comma", lambda: Value.exact("40,40", percent), ValueError, "magnitude", "finite", "comma is ambiguous"),
    ("exponent", lambda: Value.exact("1E61", percent), ValueError, "magnitude", "10^60", ""),
    ("a long exponent", lambda: Value.exact("1E99999", percent), ValueError, "magnitude", "10^60", ""),
    ("many digits", lambda: Value.exact("9" * 200, percent), ValueError, "magnitude", "10^60", ""),
    ("exponent", lambda: Value.exact("1E-61", percent), ValueError, "magnitude", "10^-60", ""),
    ("unknown unit", lambda: Unit.parse("househld"), KeyError, "Unit", "", "'household'"),
    ("unknown unit", lambda: Value.parse("5 househld"), ValueError, "Unit", "", "'household'"),
    ("nearly 0 of a count", lambda: Value.nearly(0, household), ValueError, "Value.magnitude", "0 or more", "Change"),
    ("a negative count", lambda: Value.exact(-5, household), ValueError, "Value.magnitude", "0 or more", "Change"),
    (
        "end before start",
        lambda: Period(start=date(2018, 2, 1), end=date(2018, 1, 1)),
        ValueError,
        "Period",
        "start <= end",
        "",
    ),
    ("an empty name", lambda: Text(en=""), ValueError, "Text.en", "a string", ""),
    ("an empty name", lambda: Unit.counting("x", en="", vi="x"), ValueError, "Unit.en", "a string", ""),
    (
        "two definitions of one unit",
        lambda: Unit.parse("household", units=[Unit.counting("household", en="home", vi="nhà")]),
        ValueError,
        "Unit 'household'",
        "the same definition",
        "another code",
    ),
    (
        "a citation with start >= end",
        lambda: Citation(document="d", start=5, end=5, printed="x"),
        ValueError,
        "Citation",
        "start < end",
        "",
    ),
    ("an unknown look-up", lambda: ASCC_2025.code("B1"), KeyError, "Classification 'ASCC-2025'", "", "'B.1'"),
    ("an unknown code", lambda: Qualifier("ovr"), ValueError, "Qualifier", "one of exact", "'over'"),
    ("an unknown code", lambda: TimeCollection("ends"), ValueError, "TimeCollection", "one of at", "'end'"),
    ("an unknown code", lambda: Absent(None), ValueError, "Absent", "one of not_stated", ""),
    (
        "an undefined operation",
        lambda: Value.exact(5, person) + 5,
        TypeError,
        "Value in person + int",
        "",
        "total(values)",
    ),
    ("an empty interval", lambda: Interval(lower=2, upper=1), ValueError, "Interval", "lower < upper", ""),
]


@pytest.mark.parametrize(
    ("call", "parent", "where", "expected", "hint"),
    [row[1:] for row in BAD_INPUT],
    ids=[row[0] for row in BAD_INPUT],
)
def test_the_message_names_field_value_expectation_and_hint(
    call: Any, parent: type[Exception], where: str, expected: str, hint: str
) -> None:
    with pytest.raises(AseanscError) as found:
        call()
    error = found.value
    assert isinstance(error, parent)
    assert error.where == where
    assert error.got is not NOT_GIVEN
    assert expected in error.expected
    assert hint in error.hint
    assert error.expected or error.hint
    for part in (error.where, error.problem, error.expected, error.hint):
        assert part in str(error)


def test_code_lists_equal_their_codes() -> None:
    for members in (Qualifier, TimeCollection, Absent):
        for member in members:
            assert members(member.value) is member
            assert member == member.value
            assert str(member) == member.value
            assert pickle.loads(pickle.dumps(member)) is member
