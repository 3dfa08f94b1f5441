"""The base class of code lists, which are closed sets of codes, and the reasons why a value is absent.

Each code list is beside the class that uses it; the names of its codes for people are in `aseansc.labels`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import final

from aseansc.errors import FieldError, nearest_names

__all__ = ["Absent", "CodeList"]


class CodeList(StrEnum):
    """Base class of code lists. A member equals its code; an unknown code raises an error with the nearest ones.

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
            hint=f"Did you mean {nearest[0]!r}?" if nearest else "",
        )


@final
class Absent(CodeList):
    """The reason why a value is missing: a typed absence instead of ``None``, zero or an empty text.

    Every member is falsy, so that ``if target.value:`` tests whether there is a value.

    - ``not_stated``: the document does not state it (*không nêu*).
    - ``not_applicable``: it does not apply, as the period of an average does not apply to a level at a date.
    - ``qualitative``: it is stated in words, not in numbers, as for some targets.

    >>> bool(Absent.NOT_STATED)
    False
    """

    NOT_STATED = "not_stated"
    NOT_APPLICABLE = "not_applicable"
    QUALITATIVE = "qualitative"

    def __bool__(self) -> bool:
        return False
