"""Partial records that are made without validation, for long tables."""

from __future__ import annotations

from typing import Final

from aseansc._creation import thawed
from aseansc.drafts._partials import PartialRecord

_ThawedPartial: Final = thawed(PartialRecord)


def unchecked(of: type, fields: dict[str, object], origin: str) -> PartialRecord:
    """Return a partial record without validation, ten times faster than the constructor; for long tables.

    The caller must have validated the fields and put them in the order of the class, and must not change the
    dictionary afterwards.
    """
    part: PartialRecord = object.__new__(_ThawedPartial)
    part.record_type = of
    part.origin = origin
    part.context = ""
    part.proposed = ()
    part._fields = fields
    part.__class__ = PartialRecord
    return part


class Template:
    """Makes partial records that have most fields in common, such as the rows of a series; for long tables.

    Until the fields of a record are needed, it has only its own ones, which take half the memory or less.
    Nothing is validated, as by `unchecked`.

    Args:
        record_type: the class.
        fields: the fields in the order of the class; those that differ have any value.
        own: the names of the fields that differ.
    """

    __slots__ = ("_fields", "_own", "_record_type")

    def __init__(self, record_type: type, fields: dict[str, object], own: tuple[str, ...]) -> None:
        self._record_type = record_type
        self._fields = fields
        self._own = own

    def record(self, values: tuple[object, ...], origin: str) -> PartialRecord:
        """Return a record with the values of its own fields, and its origin."""
        part: PartialRecord = object.__new__(_ThawedPartial)
        part.record_type = self._record_type
        part.origin = origin
        part.context = ""
        part.proposed = ()
        part._template = self
        part._own = values
        part.__class__ = PartialRecord
        return part

    def fields_with(self, values: tuple[object, ...]) -> dict[str, object]:
        """Return all fields of a record, from the values of its own fields."""
        fields = self._fields.copy()
        fields.update(zip(self._own, values, strict=True))
        return fields
