"""What a review says in words: its sections, the instruments it rests on, its results, difficulties and actions."""

from __future__ import annotations

import datetime as dt
from typing import final

from attrs import field, frozen

from aseansc._attrs import (
    Record,
    as_tuple,
    day_or_absent,
    identifier,
    identifier_or_absent,
    instance_of,
    instance_or_absent,
    not_blank,
    offset,
    scheme_codes,
)
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Citation
from aseansc.codelists import Absent, CodeList
from aseansc.errors import FieldError
from aseansc.indicators import Direction
from aseansc.texts import Text


@final
@frozen(kw_only=True, repr=False)
class Section(Record):
    """A section of the document, under its printed heading.

    Args:
        id: names it within a review.
        name: what it is about, in our own words.
        broader: the section it is part of; ``Absent.NOT_APPLICABLE`` at the top.
        codes: codes of classifications its heading stands for, with their scheme.
        citation: where the heading is printed.
    """

    id: str = field(validator=identifier)
    name: Text = field(validator=instance_of(Text))
    broader: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=identifier_or_absent(Absent.NOT_APPLICABLE))
    codes: tuple[str, ...] = field(default=(), converter=as_tuple, validator=scheme_codes)
    citation: Citation | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Citation, absent=(Absent.NOT_STATED,))
    )


@final
class InstrumentKind(CodeList):
    """What sort of document an instrument is."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DECREE = "decree"
    DIRECTIVE = "directive"
    CIRCULAR = "circular"
    LAW = "law"
    PLAN = "plan"
    SCHEME = "scheme"
    PROGRAMME = "programme"


@final
@frozen(kw_only=True, repr=False)
class Instrument(Record):
    """A legal or policy document that a review rests on: "Quyết định số 161/QĐ-TTg ngày 25/01/2016".

    Args:
        id: names it within a review.
        kind: what sort of document it is.
        number: as printed: ``161/QĐ-TTg``.
        date: the day it was issued.
        issuer: who issued it.
        subject: what it is about, in our own words.
        citation: where the review first names it.
    """

    id: str = field(validator=identifier)
    kind: InstrumentKind = field(validator=instance_of(InstrumentKind))
    number: str = field(validator=not_blank)
    date: dt.date | Absent = field(default=Absent.NOT_STATED, validator=day_or_absent(Absent.NOT_STATED))
    issuer: Text | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Text, absent=(Absent.NOT_STATED,))
    )
    subject: Text | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Text, absent=(Absent.NOT_STATED,))
    )
    citation: Citation | Absent = field(
        default=Absent.NOT_STATED, validator=instance_or_absent(Citation, absent=(Absent.NOT_STATED,))
    )


@final
class FindingKind(CodeList):
    """What a finding reports: a result reached, a difficulty left, an action to come."""

    RESULT = "result"
    DIFFICULTY = "difficulty"
    ACTION = "action"


@final
@frozen(kw_only=True, repr=False)
class Finding(Record):
    """A result, a difficulty or an action that a review reports in words, told in ours.

    Args:
        id: names it within a review.
        kind: which of the three.
        text: what it says, in our own words.
        indicator: id of the indicator it is about, where there is one.
        direction: which way it says that went.
        document: id of the document.
        start: index of the first character of the passage; its words stay there.
        end: index after its last character.
        section: the section it stands in.

    Raises:
        FieldError: when the passage ends before it starts, or a direction is given of no indicator.
    """

    id: str = field(validator=identifier)
    kind: FindingKind = field(validator=instance_of(FindingKind))
    text: Text = field(validator=instance_of(Text))
    indicator: str | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=identifier_or_absent(Absent.NOT_APPLICABLE)
    )
    direction: Direction | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Direction, absent=(Absent.NOT_APPLICABLE,))
    )
    document: str = field(validator=identifier)
    start: int = field(validator=offset)
    end: int = field(validator=offset)
    section: str | Absent = field(default=Absent.NOT_STATED, validator=identifier_or_absent(Absent.NOT_STATED))

    def __attrs_post_init__(self) -> None:
        if self.start >= self.end:
            raise FieldError(
                "the passage ends before it starts",
                where=f"Finding of {self.id!r}",
                got=(self.start, self.end),
                expected="start < end",
            )
        if isinstance(self.indicator, Absent) and not isinstance(self.direction, Absent):
            raise FieldError(
                "a direction is of an indicator",
                where=f"Finding.direction of {self.id!r}",
                got=self.direction,
                expected="an indicator, or Absent.NOT_APPLICABLE",
            )


offer(__name__)
