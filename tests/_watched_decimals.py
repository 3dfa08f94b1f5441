"""Run the scenario with watched decimals; print each call of a method that uses the ambient decimal context."""

from __future__ import annotations

import sys

sys.modules["_decimal"] = None  # type: ignore[assignment]  # use the Python implementation, whose methods can be replaced

import decimal  # noqa: E402
import functools  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

METHODS = [
    "__add__",
    "__radd__",
    "__sub__",
    "__rsub__",
    "__mul__",
    "__rmul__",
    "__truediv__",
    "__rtruediv__",
    "__floordiv__",
    "__rfloordiv__",
    "__mod__",
    "__rmod__",
    "__divmod__",
    "__rdivmod__",
    "__pow__",
    "__rpow__",
    "__neg__",
    "__pos__",
    "__abs__",
    "__str__",
    "quantize",
    "normalize",
    "scaleb",
    "logb",
    "sqrt",
    "exp",
    "ln",
    "log10",
    "fma",
    "max",
    "min",
    "max_mag",
    "min_mag",
    "remainder_near",
    "next_plus",
    "next_minus",
    "next_toward",
    "shift",
    "rotate",
    "to_integral_exact",
    "is_normal",
    "number_class",
    "to_eng_string",
]
SEEN: set[str] = set()


def watched(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a method so that it records calls from the library without an explicit context."""

    @functools.wraps(method)
    def call(*arguments: Any, **options: Any) -> Any:
        if not any(isinstance(item, decimal.Context) for item in (*arguments, *options.values())):
            frame = sys._getframe(1)
            code = frame.f_code
            package = frame.f_globals.get("__name__", "")
            is_of_arrow = name == "__str__" and package.startswith("aseansc.frames")  # it reads e as well as E
            if package.partition(".")[0] == "aseansc" and not is_of_arrow:
                SEEN.add(f"{code.co_filename}, {code.co_name}: {name}")
        return method(*arguments, **options)

    return call


for name in METHODS:
    setattr(decimal.Decimal, name, watched(name, getattr(decimal.Decimal, name)))

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from tests._scenario import outcomes

    outcomes(*sys.argv[1:])
    print(*sorted(SEEN), sep="\n", end="")
