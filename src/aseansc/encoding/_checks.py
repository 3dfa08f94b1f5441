"""What is refused while encoding, before a record is made of it: a type checker sees it, Python alone would not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError, nearest_names


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def check_options(options: Mapping[str, object], known: frozenset[str], where: str) -> None:
    """Refuse the name of an option that there is not: a type checker would, and Python would drop it unsaid.

    Raises:
        FieldTypeError: with the nearest names.
    """
    for name in options:
        if name not in known:
            nearest = nearest_names(name, known)
            raise FieldTypeError(
                "no such option",
                where=where,
                got=name,
                expected=f"one of {', '.join(sorted(known))}",
                way_out=f"Did you mean {' or '.join(map(repr, nearest))}?" if nearest else "",
            )


def require(value: object, *kinds: type, where: str) -> None:
    """Refuse what is of another kind, before anything is asked of it.

    Raises:
        FieldTypeError: naming the kinds.
    """
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise FieldTypeError(
            "not what is wanted here", where=where, got=value, expected=" or ".join(kind.__name__ for kind in kinds)
        )


def refer(
    record: _Named | Absent | None, kind: type, *, where: str, absent: Absent = Absent.NOT_STATED
) -> str | Absent:
    """The id of a record of this kind; where there is none, how it is absent.

    Raises:
        FieldTypeError: for anything else, such as the id itself, which no type checker could follow.
    """
    if record is None:
        return absent
    if isinstance(record, Absent):
        return record
    require(record, kind, where=where)
    return record.id
