"""The first screen of an audit in its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.audit._codes import FindingGroup


@final
@frozen(kw_only=True, eq=False, repr=False)
class ScreenItem(Record):
    """A finding on the first screen of an audit.

    Args:
        number: its number, as in `Audit.findings`.
        title: what does not fit, or what follows from other figures.
        lines: more on the same finding.
        question: what to ask the authors, in short; empty if the group has one question for all findings.
    """

    number: int = field(validator=instance_of(int))
    title: str = field(validator=instance_of(str))
    lines: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    question: str = field(default="", validator=instance_of(str))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ScreenGroup(Record):
    """The findings of one group, such as those to ask about.

    Args:
        group: the group.
        heading: its heading, with the number of findings.
        items: the findings.
        question: what to ask about all of them; empty if each has its own question, or there are none.
    """

    group: FindingGroup = field(validator=instance_of(FindingGroup))
    heading: str = field(validator=instance_of(str))
    items: tuple[ScreenItem, ...] = field(default=(), converter=as_tuple, validator=tuple_of(ScreenItem))
    question: str = field(default="", validator=instance_of(str))


@final
@frozen(kw_only=True, eq=False, repr=False)
class AuditScreen(Record):
    """The first screen of an audit; `str` returns it as text.

    Args:
        title: the title of the review.
        sources: a sentence for each document with another title.
        coverage: how many figures could be compared.
        answered: how many findings have an answer and are left out; empty for none.
        ask: the word before a question.
        groups: the groups of findings, also those without a finding.
        rest: how many checks are consistent, and how many belong to no finding.
    """

    title: str = field(validator=instance_of(str))
    sources: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    coverage: str = field(validator=instance_of(str))
    answered: str = field(default="", validator=instance_of(str))
    ask: str = field(validator=instance_of(str))
    groups: tuple[ScreenGroup, ...] = field(converter=as_tuple, validator=tuple_of(ScreenGroup))
    rest: str = field(validator=instance_of(str))

    def __str__(self) -> str:
        head = (self.title, *self.sources, self.coverage, self.answered)
        return "\n".join([*filter(None, head), "", *self._lines(), self.rest])

    def _lines(self) -> Iterator[str]:
        for group in self.groups:
            yield group.heading
            for item in group.items:
                yield f" {item.number}. {item.title}"
                yield from (f"    {line}" for line in item.lines)
                yield from self._asked(item.question)
            yield from self._asked(group.question)

    def _asked(self, question: str) -> Iterator[str]:
        if question:
            yield f"    {self.ask}: {question}"
