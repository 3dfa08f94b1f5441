"""Read TOML, and report what cannot be read."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import Any

from aseansc.errors import DocumentError


def read_toml(text: str, where: str, *, hint: str = "", parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return the content of a TOML file. A byte order mark at its start is skipped.

    Args:
        text: the text of the file.
        where: the location for error messages.
        hint: how to correct what is usually wrong.
        parse_float: what converts numbers with a decimal point.

    Raises:
        DocumentError: if the text is not TOML, is nested too deeply, or has a number with too many digits.
    """
    try:
        return tomllib.loads(text.removeprefix("\ufeff"), parse_float=parse_float)
    except ValueError as error:
        words = str(error).partition(";")[0]  # without Python's advice on the limit of digits
    except RecursionError:
        words = "it is nested too deeply"
    except ArithmeticError:
        words = "it has a number with too large an exponent"
    raise DocumentError(f"the file is not TOML: {words}", where=where, hint=hint)
