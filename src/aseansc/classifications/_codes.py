"""Versioned code lists with an owner, a source and validity."""

from __future__ import annotations

from datetime import date
from typing import final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, as_tuple, code, day_or_absent, instance_of, instance_or_absent, not_blank, tuple_of
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError, unknown_name


def _codes(instance: object, attribute: Attribute[tuple[str, ...]], value: object) -> None:
    tuple_of(str, unique=True)(instance, attribute, value)
    for item in value:  # type: ignore[attr-defined]  # the line above has seen to it
        code(instance, attribute, item)


@final
@frozen(kw_only=True, repr=False)
class Code(Record):
    """One code of a classification: what it stands for, its place in the list, how long it is or was valid.

    Args:
        id: the code: ``B.1``, ``VN-01``.
        en: what it stands for, in English.
        vi: the same in Vietnamese; ``Absent.NOT_STATED`` where the list has no Vietnamese wording.
        broader: the code above it; ``Absent.NOT_APPLICABLE`` at the top.
        successors: the codes that took its place.
        valid_from: the first day it was valid, where that is known.
        valid_to: the last day it was valid; ``Absent.NOT_APPLICABLE`` while it still is.
        verified: whether the wording has been checked against the owner's own publication.
    """

    id: str = field(validator=code)
    en: str = field(validator=not_blank)
    vi: str | Absent = field(default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,)))
    broader: str | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(str, absent=(Absent.NOT_APPLICABLE,))
    )
    successors: tuple[str, ...] = field(default=(), converter=as_tuple, validator=_codes)
    valid_from: date | Absent = field(default=Absent.NOT_STATED, validator=day_or_absent(Absent.NOT_STATED))
    valid_to: date | Absent = field(
        default=Absent.NOT_APPLICABLE,
        validator=day_or_absent(Absent.NOT_APPLICABLE, Absent.NOT_STATED),
    )
    verified: bool = field(default=True, validator=instance_of(bool))

    def __attrs_post_init__(self) -> None:
        if isinstance(self.valid_from, date) and isinstance(self.valid_to, date) and self.valid_to < self.valid_from:
            raise FieldError(
                "the code ends before it begins",
                where=f"Code {self.id!r}",
                got=f"{self.valid_from}/{self.valid_to}",
                expected="valid_from <= valid_to",
            )

    def valid_on(self, day: date) -> bool:
        """Whether the code was valid on a day; a limit that is not known does not rule it out.

        Raises:
            FieldTypeError: for anything but a date.
        """
        if type(day) is not date:
            raise FieldTypeError("not a day", where=f"Code {self.id!r}", got=day, expected="a datetime.date")
        return not (
            (isinstance(self.valid_from, date) and day < self.valid_from)
            or (isinstance(self.valid_to, date) and day > self.valid_to)
        )


@final
@frozen(kw_only=True, repr=False)
class Classification(Record):
    """A versioned code list: who owns it, where it is published, and its codes.

    Args:
        id: names the list in references such as ``ASCC-2025:B.1``.
        version: which edition.
        en: English title.
        vi: Vietnamese title.
        owner: who publishes it.
        source: where.
        codes: its codes, broader ones before narrower ones.

    Raises:
        FieldError: for a code that stands twice, or a broader one or successor that is not in the list.

    >>> from aseansc.classifications import ASCC_2025
    >>> ASCC_2025.code("B.1").en
    'Reducing Barriers'
    >>> [code.id for code in ASCC_2025.narrower("C")]
    ['C.1', 'C.2', 'C.3', 'C.4']
    """

    id: str = field(validator=code)
    version: str = field(validator=not_blank)
    en: str = field(validator=not_blank)
    vi: str | Absent = field(default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,)))
    owner: str = field(validator=not_blank)
    source: str = field(validator=not_blank)
    codes: tuple[Code, ...] = field(converter=as_tuple, validator=tuple_of(Code))

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        ids = {item.id for item in self.codes}
        for item in self.codes:
            where = f"Classification {self.id!r}, code {item.id!r}"
            if item.id in seen:
                raise FieldError("the code stands twice", where=where, expected="each code once")
            if not isinstance(item.broader, Absent) and item.broader not in seen:
                raise FieldError(
                    "the broader code does not stand before it",
                    where=where,
                    got=item.broader,
                    expected="a code above it",
                )
            for successor in item.successors:
                if successor not in ids:
                    raise FieldError(
                        "the successor is not in the list", where=where, got=successor, expected="a code of it"
                    )
            seen.add(item.id)

    def code(self, id: str) -> Code:  # noqa: A002  # the field's own name
        """The code with this id.

        Raises:
            UnknownNameError: when there is none, with the nearest.
        """
        for item in self.codes:
            if item.id == id:
                return item
        raise unknown_name("code", id, [item.id for item in self.codes], where=f"Classification {self.id!r}")

    def narrower(self, id: str) -> tuple[Code, ...]:  # noqa: A002
        """The codes directly below one."""
        above = self.code(id).id
        return tuple(item for item in self.codes if item.broader == above)


offer(__name__)
