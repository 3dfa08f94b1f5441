"""Code lists: closed vocabularies whose members are their codes, and the list of the ways to be absent."""

from __future__ import annotations

from enum import StrEnum
from typing import final

from aseansc.errors import FieldError, nearest_names


class CodeList(StrEnum):
    """Base of the library's code lists; a member equals its code, an unknown code names the nearest ones.

    >>> Absent("not_stated") is Absent.NOT_STATED
    True
    >>> Absent.NOT_STATED == "not_stated"
    True
    >>> Absent.NOT_STATED
    Absent.NOT_STATED
    """

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    @classmethod
    def _missing_(cls, value: object) -> CodeList | None:
        codes = [str(member) for member in cls]
        nearest = nearest_names(value, codes)
        raise FieldError(
            "unknown code",
            where=cls.__name__,
            got=value,
            expected=f"one of {', '.join(codes)}",
            way_out=f"Did you mean {nearest[0]!r}?" if nearest else "",
        )


@final
class Absent(CodeList):
    """Why something is not there: a typed absence, never ``None``, zero or an empty text by accident.

    Every member is falsy, so ``if target.value:`` asks whether there is one.

    - ``not_stated``: the document does not say (*không nêu*).
    - ``not_applicable``: there is nothing to say, as the period of an average is for a level at a date.
    - ``qualitative``: it is said in words and not in numbers, as some targets are.

    >>> bool(Absent.NOT_STATED)
    False
    """

    NOT_STATED = "not_stated"
    NOT_APPLICABLE = "not_applicable"
    QUALITATIVE = "qualitative"

    def __bool__(self) -> bool:
        return False
