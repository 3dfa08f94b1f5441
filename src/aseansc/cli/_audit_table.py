"""``aseansc audit TABLE.csv --structure FILE.toml``: read what the columns of a table mean."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from aseansc._toml import read_toml
from aseansc.cli._draft_report import read_text
from aseansc.errors import unknown_name

_WHERE: Final = "aseansc audit --structure"
_KEYS: Final = ("rates", "wholes", "resolution", "units", "flows", "numbers")


def structure_in(structure: Path) -> dict[str, Any]:
    """Return the arguments of `audit_table` in a TOML file.

    Raises:
        DocumentError: if the file cannot be read.
        UnknownNameError: if the TOML file has a key that is not an argument.
    """
    where = f"{_WHERE}, {structure}"
    given = read_toml(read_text(structure, _WHERE), where, parse_float=Decimal)
    for key in given:
        if key not in _KEYS:
            problem = unknown_name("key", key, _KEYS, where=where)
            problem.expected = ", ".join(_KEYS)
            raise problem
    return given
