"""What others add to a document is kept as JSON, and what JSON cannot represent is refused where it is."""

from __future__ import annotations

import json
import math
import pickle
from decimal import Decimal
from typing import Any

import pytest

from aseansc.errors import FieldError, FieldTypeError
from aseansc.extras import MAX_DEPTH, Extra

LARGEST = 2**53 - 1


def nested(levels: int) -> Any:
    data: Any = 1
    for number in range(levels):
        data = {"a": data} if number % 2 else [data]
    return data


def test_json_is_kept_and_copied() -> None:
    data = {"a": ["ệ", 1, -2.5, True, None, {"b": []}], "c": LARGEST, "d": -LARGEST, "e": nested(MAX_DEPTH - 1)}
    extra = Extra(data)
    assert dict(extra) == data
    assert extra == Extra(json.loads(json.dumps(data))) == pickle.loads(pickle.dumps(extra))
    extra["a"].append(3)
    assert dict(extra) == data
    assert (bool(Extra()), bool(Extra({})), bool(extra)) == (False, False, True)
    assert Extra({"a": (1, 2)}) == Extra({"a": [1, 2]})


@pytest.mark.parametrize(
    ("value", "problem", "where"),
    [
        ({1: 2}, "a key is not a string", "Extra.a"),
        ([0, {"b": Decimal(1)}], "not a JSON value", "Extra.a[1].b"),
        ([b"x"], "not a JSON value", "Extra.a[0]"),
        ({1, 2}, "not a JSON value", "Extra.a"),
        ("a\ud800", "half of a surrogate pair", "Extra.a"),
        ({"\udfff": 1}, "half of a surrogate pair", "Extra.a"),
        (LARGEST + 1, "too large for some JSON readers", "Extra.a"),
        (-LARGEST - 1, "too large for some JSON readers", "Extra.a"),
        (math.nan, "NaN and infinities", "Extra.a"),
        ([-math.inf], "NaN and infinities", "Extra.a[0]"),
        (nested(MAX_DEPTH), "nested too deeply", None),
    ],
)
def test_what_json_cannot_represent_is_refused_where_it_is(value: Any, problem: str, where: str | None) -> None:
    with pytest.raises(FieldError, match=problem) as caught:
        Extra({"a": value})
    assert where is None or caught.value.where == where


def test_an_extra_is_an_object_that_cannot_change() -> None:
    for wrong in ([1], "a", 5):
        with pytest.raises(FieldTypeError, match="a mapping of strings"):
            Extra(wrong)  # type: ignore[arg-type]
    with pytest.raises(AttributeError, match="immutable"):
        Extra({"a": 1}).other = 2  # type: ignore[attr-defined]
