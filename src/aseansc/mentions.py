"""Mentions: numbers in a text that do not state a quantity of an indicator."""

from __future__ import annotations

from typing import Any, Final, TypeAlias, final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, instance_of, instance_or_absent, not_blank, offset, refuse_type
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.periods import AsOf, MonthDay, Period
from aseansc.texts import Text
from aseansc.units import UnitKind
from aseansc.values import Value

__all__ = ["Mention", "MentionContent", "MentionKind"]


@final
class MentionKind(CodeList):
    """The kind of a `Mention`.

    - ``date``: a day, a year, a period, or a day without a year.
    - ``document_number``: the number of a decision, plan or resolution.
    - ``ordinal``: a position in an order, such as "the twelfth" or "congress XI".
    - ``duration``: a length of time, such as "three years of implementation".
    - ``age``: an age, such as "under six".
    - ``name``: part of a name, such as "3 in 1".
    """

    DATE = "date"
    DOCUMENT_NUMBER = "document_number"
    ORDINAL = "ordinal"
    DURATION = "duration"
    AGE = "age"
    NAME = "name"


MentionContent: TypeAlias = AsOf | Period | MonthDay | Value | int | str

_TYPES: Final[dict[MentionKind, tuple[type, ...]]] = {
    MentionKind.DATE: (AsOf, Period, MonthDay),
    MentionKind.DOCUMENT_NUMBER: (str,),
    MentionKind.ORDINAL: (int,),
    MentionKind.DURATION: (Value,),
    MentionKind.AGE: (Value,),
    MentionKind.NAME: (str,),
}


def _is_content(instance: object, attribute: Attribute[Any], content: Any) -> None:
    if isinstance(content, str) and not isinstance(content, CodeList):
        not_blank(instance, attribute, content)
    elif isinstance(content, int):
        offset(instance, attribute, content)
    else:
        instance_of(AsOf, Period, MonthDay, Value, int, str)(instance, attribute, content)
        if isinstance(content, CodeList):
            raise refuse_type(instance, attribute, content, "a string")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Mention(Record):
    """A number in a text that is not a figure, such as a date, a document number or an age.

    Args:
        kind: the kind of mention.
        content: its meaning: an `AsOf`, `Period` or `MonthDay` for a date, a `Value` in a unit of time for a duration
            or an age, an int for an ordinal, a str for a document number or a name.
        citation: where it is printed.
        note: doubts or remarks.

    Raises:
        FieldError: if the type of the content does not match the kind.
    """

    kind: MentionKind = field(validator=instance_of(MentionKind))
    content: MentionContent = field(validator=_is_content)
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )

    def __attrs_post_init__(self) -> None:
        types, content = _TYPES[self.kind], self.content
        fits, expected = isinstance(content, types), " or ".join(kind.__name__ for kind in types)
        if fits and isinstance(content, Value):
            fits, expected = content.unit.kind is UnitKind.DURATION, "a Value in a unit of time"
        if not fits:
            raise FieldError(
                f"wrong content for a mention of kind {self.kind.value}",
                where="Mention.content",
                got=content,
                expected=expected,
            )


offer(Mention)
