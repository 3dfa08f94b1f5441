"""Read TOML, and report what cannot be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any, Final

from aseansc.errors import DocumentError
from aseansc.limits import EACH_KEY, require_items

_MOST_PARTS: Final = 16
"""The most parts of a key such as ``a.b.c``: the standard library needs memory for the square of their number."""
_PART: Final = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+"""
_LONG_KEY: Final = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}){{{_MOST_PARTS}}}")


def read_toml(text: str, where: str, *, hint: str = "", parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return the content of a TOML file. A byte order mark at its start is skipped.

    Args:
        text: the text of the file.
        where: the location for error messages.
        hint: how to correct what is usually wrong.
        parse_float: what converts numbers with a decimal point.

    Raises:
        LimitError: if it has more keys, tables and lists than the limit allows.
        DocumentError: if the text is not TOML, is nested too deeply, or has a number with too many digits.
    """
    require_items(sum(map(text.count, "=[{.")), "keys, tables and lists of TOML", where, each=EACH_KEY)
    try:
        if not _LONG_KEY.search(text):
            return tomllib.loads(text.removeprefix("\ufeff"), parse_float=parse_float)
        words = f"a key has more than {_MOST_PARTS} parts"
    except ValueError as error:
        words = str(error).partition(";")[0]  # without Python's advice on the limit of digits
    except RecursionError:
        words = "it is nested too deeply"
    except ArithmeticError:
        words = "it has a number with too large an exponent"
    raise DocumentError(f"the file is not TOML: {words}", where=where, hint=hint)
