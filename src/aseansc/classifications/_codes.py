"""Versioned code lists with an owner, a source and periods of validity."""

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
    for item in value:  # type: ignore[attr-defined]  # the line above has checked that it is iterable
        code(instance, attribute, item)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Code(Record):
    """A code of a classification.

    Args:
        id: the code, such as ``B.1`` or ``VN-01``.
        en: its meaning in English.
        vi: its meaning in Vietnamese; ``Absent.NOT_STATED`` if the list has none.
        broader: the parent code; ``Absent.NOT_APPLICABLE`` at the top level.
        successors: the codes that replaced it.
        valid_from: its first valid day, if known.
        valid_to: its last valid day; ``Absent.NOT_APPLICABLE`` if it is still valid.
        verified: whether it has been checked; the module of each list says against what.

    Raises:
        FieldError: if `valid_to` is before `valid_from`.
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
                "valid_to is before valid_from",
                where=f"Code {self.id!r}",
                got=f"{self.valid_from}/{self.valid_to}",
                expected="valid_from <= valid_to",
            )

    def valid_on(self, day: date) -> bool:
        """Return whether the code was valid on a day. An unknown limit counts as no limit.

        Raises:
            FieldTypeError: if `day` is not a `datetime.date`.
        """
        if type(day) is not date:
            raise FieldTypeError("wrong type", where=f"Code {self.id!r}", got=day, expected="a datetime.date")
        return not (
            (isinstance(self.valid_from, date) and day < self.valid_from)
            or (isinstance(self.valid_to, date) and day > self.valid_to)
        )


@final
@frozen(kw_only=True, eq=False, repr=False)
class Classification(Record):
    """A versioned code list.

    Args:
        id: the scheme in references such as ``ASCC-2025:B.1``.
        version: the edition.
        en: the English title.
        vi: the Vietnamese title.
        owner: the publisher.
        source: the publication.
        codes: the codes, parents before children.

    Raises:
        FieldError: if a code is repeated, or a parent or successor is missing from the list.

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
                raise FieldError("the code is repeated", where=where, expected="each code once")
            if not isinstance(item.broader, Absent) and item.broader not in seen:
                raise FieldError(
                    "the broader code is not listed before this code",
                    where=where,
                    got=item.broader,
                    expected="the id of an earlier code",
                )
            for successor in item.successors:
                if successor not in ids:
                    raise FieldError(
                        "the successor is not in the list",
                        where=where,
                        got=successor,
                        expected="the id of a code in the list",
                    )
            seen.add(item.id)

    def code(self, id: str) -> Code:  # noqa: A002  # the name of the field
        """Return the code with an id.

        Raises:
            UnknownNameError: if there is none; the message suggests similar ids.
        """
        for item in self.codes:
            if item.id == id:
                return item
        raise unknown_name("code", id, [item.id for item in self.codes], where=f"Classification {self.id!r}")

    def narrower(self, id: str) -> tuple[Code, ...]:  # noqa: A002
        """Return the child codes of a code.

        Raises:
            UnknownNameError: if there is no code with this id.
        """
        above = self.code(id).id
        return tuple(item for item in self.codes if item.broader == above)

    def predecessors(self, id: str) -> tuple[Code, ...]:  # noqa: A002
        """Return the codes that a code replaced.

        Raises:
            UnknownNameError: if there is no code with this id.
        """
        later = self.code(id).id
        return tuple(item for item in self.codes if later in item.successors)

    def valid_on(self, day: date) -> tuple[Code, ...]:
        """Return the codes that were valid on a day. An unknown limit counts as no limit.

        Raises:
            FieldTypeError: if `day` is not a `datetime.date`.
        """
        return tuple(item for item in self.codes if item.valid_on(day))


offer(Classification, Code)
