"""Where the records of a part stand: citations, sections, and what is said in words or is no figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypedDict, Unpack

from aseansc.citations import Citation, Span
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.errors import FieldTypeError, nearest_names
from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
from aseansc.indicators import Direction, Indicator
from aseansc.mentions import Mention, MentionContent, MentionKind
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, Time
from aseansc.targets import Target
from aseansc.texts import Text


class FindingOptions(TypedDict, total=False):
    """What a finding may be given beside its passage and its words."""

    indicator: Indicator
    direction: Direction


def check_options(options: Mapping[str, object], known: frozenset[str], where: str) -> None:
    """Refuse the name of an option that there is not: a type checker would, and Python would drop it unsaid.

    Raises:
        FieldTypeError: with the nearest names.
    """
    for name in options:
        if name not in known:
            nearest = nearest_names(name, known)
            raise FieldTypeError(
                "no such option",
                where=where,
                got=name,
                expected=f"one of {', '.join(sorted(known))}",
                way_out=f"Did you mean {' or '.join(map(repr, nearest))}?" if nearest else "",
            )


class Passages:
    """The records of a part and where they stand; `Part` adds the figures."""

    def __init__(self, *, document: str, place: str, period: Period, codes: tuple[str, ...] = ()) -> None:
        self.document = document
        self.place = place
        self.period = period
        self.codes = codes
        self.sections: list[Section] = []
        self.instruments: list[Instrument] = []
        self.indicators: list[Indicator] = []
        self.observations: list[Observation] = []
        self.targets: list[Target] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []
        self.findings: list[Finding] = []
        self._taken: Counter[str] = Counter()

    # -- where

    def cite(self, start: int, printed: str, *, governed_by: Span | tuple[Span, ...] = ()) -> Citation:
        """Where a figure is printed: from ``start``, in just these characters."""
        return Citation(
            document=self.document,
            start=start,
            end=start + len(printed),
            printed=printed,
            governed_by=(governed_by,) if isinstance(governed_by, Span) else governed_by,
        )

    def word(self, start: int, printed: str) -> Span:
        """Distant words that govern figures, such as the *ước* at the head of a sentence."""
        return Span(start=start, end=start + len(printed), printed=printed)

    def section(
        self,
        id: str,  # noqa: A002  # the field's own name
        citation: Citation,
        *,
        en: str,
        vi: str,
        broader: Section | None = None,
        codes: tuple[str, ...] = (),
    ) -> Section:
        """A section, under its printed heading; what is recorded from here on belongs to it."""
        section = Section(
            id=id,
            name=Text(en=en, vi=vi),
            broader=Absent.NOT_APPLICABLE if broader is None else broader.id,
            codes=codes,
            citation=citation,
        )
        self.sections.append(section)
        return section

    def _section(self) -> str | Absent:
        return self.sections[-1].id if self.sections else Absent.NOT_STATED

    # -- what is no figure

    def mention(
        self, kind: MentionKind, content: MentionContent, citation: Citation, *, note: Text | None = None
    ) -> Mention:
        """A number that is no figure."""
        mention = Mention(
            kind=kind, content=content, citation=citation, note=Absent.NOT_APPLICABLE if note is None else note
        )
        self.mentions.append(mention)
        return mention

    def instrument(
        self,
        id: str,  # noqa: A002
        kind: InstrumentKind,
        citation: Citation,
        *,
        date: AsOf | None = None,
        issuer: Text | None = None,
        subject: Text | None = None,
    ) -> Instrument:
        """A document that the review rests on, cited by its number where the review first names it."""
        instrument = Instrument(
            id=id,
            kind=kind,
            number=citation.printed,
            date=Absent.NOT_STATED if date is None else date.date,
            issuer=Absent.NOT_STATED if issuer is None else issuer,
            subject=Absent.NOT_STATED if subject is None else subject,
            citation=citation,
        )
        self.instruments.append(instrument)
        return instrument

    # -- what is said in words

    def result(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Something reached, told in our words; the report's own stay where they are."""
        return self._find(FindingKind.RESULT, start, end, en, vi, options)

    def difficulty(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Something that stays hard: *khó khăn, tồn tại*."""
        return self._find(FindingKind.DIFFICULTY, start, end, en, vi, options)

    def action(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Something that is to be done: *giải pháp*."""
        return self._find(FindingKind.ACTION, start, end, en, vi, options)

    def _find(self, kind: FindingKind, start: int, end: int, en: str, vi: str, options: FindingOptions) -> Finding:
        check_options(options, FindingOptions.__optional_keys__, f"Part.{kind.value}")
        section = self._section()
        finding = Finding(
            id=self._number(f"{'review' if isinstance(section, Absent) else section}.{kind.value}"),
            kind=kind,
            text=Text(en=en, vi=vi),
            indicator=options["indicator"].id if "indicator" in options else Absent.NOT_APPLICABLE,
            direction=options.get("direction", Absent.NOT_APPLICABLE),
            document=self.document,
            start=start,
            end=end,
            section=section,
        )
        self.findings.append(finding)
        return finding

    # -- ids

    def _id(self, indicator: str, time: Time | Absent, what: str) -> str:
        return self._number(f"{indicator}.{what}" if isinstance(time, Absent) else f"{indicator}.{_label(time)}.{what}")

    def _number(self, name: str) -> str:
        self._taken[name] += 1
        return name if self._taken[name] == 1 else f"{name}.{self._taken[name]}"


def _label(time: Time) -> str:
    """A time as ids have it: 2018, 2016-2018, 2018-s1."""
    if isinstance(time, Period) and (time.months or 1) % 12 == 0 and time.start.month == 1:
        first, last = time.start.year, time.end.year
        return str(first) if first == last else f"{first}-{last}"
    return str(time).lower()
