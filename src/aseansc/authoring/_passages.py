"""Constructors of citations, sections, mentions, instruments and findings."""

from __future__ import annotations

from collections import Counter
from typing import TypedDict, Unpack

from aseansc.authoring._checks import check_options, refer
from aseansc.citations import Citation, Span
from aseansc.claims import Claim
from aseansc.codelists import Absent
from aseansc.errors import require
from aseansc.findings import Finding, FindingKind, Instrument, InstrumentKind, Section
from aseansc.indicators import Direction, Indicator
from aseansc.mentions import Mention, MentionContent, MentionKind
from aseansc.observations import Observation
from aseansc.periods import AsOf, Period, Time
from aseansc.targets import Target
from aseansc.texts import Text


class FindingOptions(TypedDict, total=False):
    """Optional arguments of a finding: the indicator that it is about, and the direction in which that moved."""

    indicator: Indicator
    direction: Direction


class Passages:
    """Base of `ReportPart`: its lists of records, and constructors of citations, sections, mentions and findings."""

    def __init__(self, *, document: str, place: str, period: Period, codes: tuple[str, ...] = ()) -> None:
        require(period, Period, where="ReportPart.period")
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

    # -- citations and sections

    def cite(
        self,
        start: int,
        printed: str,
        *,
        governed_by: Span | tuple[Span, ...] = (),
        locator: str | Absent = Absent.NOT_STATED,
    ) -> Citation:
        """Return a citation of the given characters at a position of the document.

        `locator` says where a person finds them in the file, such as ``page 5``.
        """
        require(start, int, where="ReportPart.cite, start")
        require(printed, str, where="ReportPart.cite, printed")
        return Citation(
            document=self.document,
            start=start,
            end=start + len(printed),
            printed=printed,
            governed_by=(governed_by,) if isinstance(governed_by, Span) else governed_by,
            locator=locator,
        )

    def word(self, start: int, printed: str) -> Span:
        """Return the span of words that apply to figures elsewhere in the text; pass it to `cite` as `governed_by`."""
        require(start, int, where="ReportPart.word, start")
        require(printed, str, where="ReportPart.word, printed")
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
        """Add a section with its printed heading; all later records of this part belong to it."""
        section = Section(
            id=id,
            name=Text(en=en, vi=vi),
            broader=refer(broader, Section, where=f"section {id!r}, broader", absent=Absent.NOT_APPLICABLE),
            codes=codes,
            citation=citation,
        )
        self.sections.append(section)
        return section

    def _section(self) -> str | Absent:
        return self.sections[-1].id if self.sections else Absent.NOT_STATED

    # -- mentions and instruments

    def mention(
        self, kind: MentionKind, content: MentionContent, citation: Citation, *, note: Text | None = None
    ) -> Mention:
        """Add a number that is not a figure, such as a date or a document number, and return it."""
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
        """Add a document on which the review is based, cited by its number at its first mention."""
        require(citation, Citation, where=f"instrument {id!r}, citation")
        if date is not None:
            require(date, AsOf, where=f"instrument {id!r}, date")
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

    # -- findings

    def result(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Add a result that the report describes: *kết quả*.

        Args:
            start: position of the first character of the passage in the document.
            end: position after its last character.
            en: a summary of the passage in English, in your own words.
            vi: the summary in Vietnamese.
            **options: see `FindingOptions`.

        Returns:
            The finding, with an id derived from the section and the kind. `difficulty` and `action` take the same
            arguments.
        """
        return self._find(FindingKind.RESULT, start, end, en, vi, options)

    def difficulty(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Add a difficulty that the report describes (*khó khăn, tồn tại*); arguments as for `result`."""
        return self._find(FindingKind.DIFFICULTY, start, end, en, vi, options)

    def action(self, start: int, end: int, *, en: str, vi: str, **options: Unpack[FindingOptions]) -> Finding:
        """Add a planned action that the report describes (*giải pháp*); arguments as for `result`."""
        return self._find(FindingKind.ACTION, start, end, en, vi, options)

    def _find(self, kind: FindingKind, start: int, end: int, en: str, vi: str, options: FindingOptions) -> Finding:
        check_options(options, FindingOptions.__optional_keys__, f"ReportPart.{kind.value}")
        section = self._section()
        finding = Finding(
            id=self._number(f"{'review' if isinstance(section, Absent) else section}.{kind.value}"),
            kind=kind,
            text=Text(en=en, vi=vi),
            indicator=refer(
                options.get("indicator"),
                Indicator,
                where=f"ReportPart.{kind.value}, indicator",
                absent=Absent.NOT_APPLICABLE,
            ),
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
    """Format a time for an id: 2018, 2016-2018, 2018-s1."""
    if isinstance(time, Period) and (time.months or 1) % 12 == 0 and time.start.month == 1:
        first, last = time.start.year, time.end.year
        return str(first) if first == last else f"{first}-{last}"
    return str(time).lower()
