"""Checks of arguments before a record is built, for callers who do not use a type checker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError, nearest_names, require


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def check_options(options: Mapping[str, object], known: frozenset[str], where: str) -> None:
    """Refuse an unknown option, which Python would ignore silently.

    Raises:
        FieldTypeError: with the nearest names.
    """
    for name in options:
        if name not in known:
            nearest = nearest_names(name, known)
            raise FieldTypeError(
                "unknown option",
                where=where,
                got=name,
                expected=f"one of {', '.join(sorted(known))}",
                hint=f"Did you mean {' or '.join(map(repr, nearest))}?" if nearest else "",
            )


def refer(record: _Named | Absent | None, *kinds: type, where: str, absent: Absent = Absent.NOT_STATED) -> str | Absent:
    """Return the id of a record of one of these types, or the given absence if there is no record.

    Raises:
        FieldTypeError: for anything else, such as an id, which a type checker could not follow.
    """
    if record is None:
        return absent
    if isinstance(record, Absent):
        return record
    require(record, *kinds, where=where)
    return record.id
