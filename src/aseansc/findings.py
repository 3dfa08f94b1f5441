"""The parts of a review that are stated in words: sections, instruments and findings."""

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

__all__ = ["Finding", "FindingKind", "Instrument", "InstrumentKind", "Section"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Section(Record):
    """A section of the document.

    Args:
        id: unique id within the review.
        name: its subject, in the words of the dataset's author.
        broader: id of the section that contains it; ``Absent.NOT_APPLICABLE`` at the top level.
        codes: codes of classifications that its heading corresponds to, with their scheme.
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
    """The type of document that an instrument is, such as a decision (*quyết định*) or a scheme (*đề án*)."""

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
@frozen(kw_only=True, eq=False, repr=False)
class Instrument(Record):
    """A legal or policy document that a review refers to: "Quyết định số 161/QĐ-TTg ngày 25/01/2016".

    Args:
        id: unique id within the review.
        kind: the type of document.
        number: its printed number, such as ``161/QĐ-TTg``.
        date: the date of issue.
        issuer: the issuing body.
        subject: its subject, in the words of the dataset's author.
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
    """The kind of finding: a result, a remaining difficulty or a planned action."""

    RESULT = "result"
    DIFFICULTY = "difficulty"
    ACTION = "action"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Finding(Record):
    """A result, difficulty or action that a review reports in words.

    The text is a summary; the passage itself is not copied, only its position.

    Args:
        id: unique id within the review.
        kind: result, difficulty or action.
        text: a summary in the words of the dataset's author.
        indicator: id of the indicator that it is about, if any.
        direction: the direction in which the indicator moved, according to the passage.
        document: id of the document.
        start: position of the first character of the passage.
        end: position after its last character.
        section: id of the section that contains the passage.

    Raises:
        FieldError: if `start` is not before `end`, or a direction is given without an indicator.
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
                "start is not before end",
                where=f"Finding of {self.id!r}",
                got=(self.start, self.end),
                expected="start < end",
            )
        if isinstance(self.indicator, Absent) and not isinstance(self.direction, Absent):
            raise FieldError(
                "a direction is given without an indicator",
                where=f"Finding.direction of {self.id!r}",
                got=self.direction,
                expected="an indicator, or Absent.NOT_APPLICABLE as direction",
            )


offer(Finding, Instrument, Section)
