"""Mentions: numbers of a text that are no figures."""

from __future__ import annotations

from typing import Any, Final, TypeAlias, final

from attrs import Attribute, field, frozen

from aseansc._attrs import instance_of, instance_or_absent, not_blank, offset
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.periods import AsOf, MonthDay, Period
from aseansc.texts import Text
from aseansc.units import UnitKind
from aseansc.values import Value


@final
class MentionKind(CodeList):
    """What a number that is no figure is.

    - ``date``: a day, a year, a period, or a day of the year.
    - ``document_number``: of a decision, a plan, a resolution.
    - ``ordinal``: the twelfth, congress XI.
    - ``duration``: three years of carrying out a plan.
    - ``age``: under six.
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


def _fits_kind(mention: Mention, attribute: Attribute[Any], content: Any) -> None:
    types = _TYPES[mention.kind]
    expected = " or ".join(kind.__name__ for kind in types)
    fits = isinstance(content, types) and content.__class__ is not bool and not isinstance(content, Absent)
    if fits and isinstance(content, Value):
        fits, expected = content.unit.kind is UnitKind.DURATION, "a Value in a unit of time"
    if not fits:
        raise FieldError(
            f"the content does not fit a {mention.kind.value}", where="Mention.content", got=content, expected=expected
        )
    if isinstance(content, str):
        not_blank(mention, attribute, content)
    elif isinstance(content, int):
        offset(mention, attribute, content)


@final
@frozen(kw_only=True)
class Mention:
    """A number of a text that is no figure: a date, a document's number, an ordinal, a duration, an age, a name.

    Args:
        kind: which of these.
        content: what it says, typed: an `AsOf`, `Period` or `MonthDay` for a date, a `Value` in a unit of time for a
            duration or an age, an int for an ordinal, a text for a document's number or a name.
        citation: where it is printed.
        note: what is doubtful about it.

    Raises:
        FieldError: for content of another kind.
    """

    kind: MentionKind = field(validator=instance_of(MentionKind))
    content: MentionContent = field(validator=_fits_kind)
    citation: Citation = field(validator=instance_of(Citation))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )


offer(__name__)
