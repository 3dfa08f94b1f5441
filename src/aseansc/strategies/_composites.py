"""A decorator for strategies that checks their arguments."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

from hypothesis import strategies as st

from aseansc.errors import FieldTypeError

_P = ParamSpec("_P")
_R = TypeVar("_R")


def composite(function: Callable[Concatenate[st.DrawFn, _P], _R]) -> Callable[_P, st.SearchStrategy[_R]]:
    """Make a strategy of a function, as Hypothesis does, and check at once that arguments are strategies where needed.

    Hypothesis itself fails only when a value is drawn, with an error about a missing attribute.
    """
    made = st.composite(function)
    usual = cache(made)  # Hypothesis examines each strategy before its first draw, which may take longer than the draw
    expected = {name for name, kind in function.__annotations__.items() if "SearchStrategy" in str(kind)}

    @wraps(made)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> st.SearchStrategy[_R]:
        for name, given in kwargs.items():
            if name in expected and given is not None and not isinstance(given, st.SearchStrategy):
                raise FieldTypeError(
                    f"{name} is not a strategy",
                    where=f"strategies.{function.__name__}",
                    got=given,
                    expected="a strategy, such as hypothesis.strategies.just(…) or sampled_from([…])",
                )
        return made(*args, **kwargs) if args or kwargs else usual()

    return checked
