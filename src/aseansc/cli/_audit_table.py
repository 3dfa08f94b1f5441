"""``aseansc audit TABLE.csv --structure FILE.toml``: audit a table that is not a dataset."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Final

from aseansc._toml import read_toml
from aseansc.audit import Audit, Convention, audit_table
from aseansc.cli._draft_report import read_text
from aseansc.errors import unknown_name

_WHERE: Final = "aseansc audit --structure"
_KEYS: Final = ("rates", "wholes", "resolution", "units", "flows", "numbers")


def audit_file(table: str, structure: Path, convention: Convention | None) -> Audit:
    """Return the audit of a CSV file with the arguments of `audit_table` in a TOML file.

    Raises:
        DocumentError: if a file cannot be read.
        UnknownNameError: if the TOML file has a key that is not an argument.
    """
    where = f"{_WHERE}, {structure}"
    given = read_toml(read_text(structure, _WHERE), where, parse_float=Decimal)
    for key in given:
        if key not in _KEYS:
            problem = unknown_name("key", key, _KEYS, where=where)
            problem.expected = ", ".join(_KEYS)
            raise problem
    return audit_table(table, **given, convention=convention)
