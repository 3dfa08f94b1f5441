"""The results of an audit: checks with a code, a verdict, and everything a person needs to repeat them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, instance_of, tuple_of
from aseansc.audit._codes import AssumptionKind, CheckCode, MissingKind, Nature, ReadingKind, Relation, Verdict
from aseansc.audit._numbers import show
from aseansc.codelists import Absent
from aseansc.errors import FieldError, require
from aseansc.indicators import Indicator
from aseansc.intervals import Interval
from aseansc.labels import Lang, require_lang
from aseansc.periods import Time
from aseansc.reviews import Review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aseansc.audit._answers import Answer
    from aseansc.audit._bounds import Bound
    from aseansc.audit._findings import AuditFinding
    from aseansc.audit._names import Names
    from aseansc.audit._repair_results import Repairs
    from aseansc.audit._screen import Screen
    from aseansc.audit._screen_results import AuditScreen
    from aseansc.frames import Backend


@final
@frozen(kw_only=True, eq=False, repr=False)
class Assumption(Record):
    """An assumption that is not printed in the document.

    Args:
        kind: the kind of assumption.
        figures: ids of the figures it is about.
        time: the time it is about, if any.
        years: the number of years, for ``fewer_years``.
    """

    kind: AssumptionKind = field(validator=instance_of(AssumptionKind))
    figures: tuple[str, ...] = field(default=(), converter=as_tuple, validator=tuple_of(str))
    time: Time | Absent = field(default=Absent.NOT_APPLICABLE)
    years: int | Absent = field(default=Absent.NOT_APPLICABLE)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Reading(Record):
    """A way to read the figures that differs from the print, and its result.

    Args:
        kind: the kind of reading.
        fits: whether the figures can all be true in this reading.
        quantity: the result of the computation in this reading.
        convention: the name of the convention, for the kind ``convention``.
        ways: the ways of computing an attainment that fit some of the figures each, for the kind ``several_ways``;
            ``of_plan`` is actual figure ÷ plan.
    """

    kind: ReadingKind = field(validator=instance_of(ReadingKind))
    fits: bool = field(default=True, validator=instance_of(bool))
    quantity: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    convention: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))
    ways: tuple[ReadingKind, ...] = field(default=(), converter=as_tuple, validator=tuple_of(ReadingKind))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Missing(Record):
    """What an undetermined check lacks.

    Args:
        kind: the reason.
        name: id of the indicator, target or figure it is about; the code of a unit of time for ``span``.
    """

    kind: MissingKind = field(validator=instance_of(MissingKind))
    name: str | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(str))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Implied(Record):
    """The possible values of a quantity that is not stated, derived from the figures of a check.

    Args:
        name: id of the indicator or target.
        interval: its possible values.
        unit: code of its unit.
    """

    name: str = field(validator=instance_of(str))
    interval: Interval = field(validator=instance_of(Interval))
    unit: str = field(validator=instance_of(str))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Computation(Record):
    """A computation with intervals that a person can repeat by hand.

    Args:
        expression: the formula, with numbers and intervals.
        computed: its result.
        relation: the relation that must hold between `computed` and `stated`.
        stated: the quantity that the document states, or absent.
        unit: code of the unit of both.

    >>> print(Computation(
    ...     expression="28 + 8", computed=Interval.point(36), stated=Interval.point(36), unit="project"
    ... ))
    28 + 8 = 36; stated: 36 project
    """

    expression: str = field(validator=instance_of(str))
    computed: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    relation: Relation = field(default=Relation.EQUAL, validator=instance_of(Relation))
    stated: Interval | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Interval, Absent))
    unit: str = field(validator=instance_of(str))

    def __str__(self) -> str:
        return self.text("stated", self.unit)

    def text(self, stated: str, unit: str) -> str:
        """Return the computation as one line, with given words for "stated" and for the unit."""
        text = self.expression
        if not isinstance(self.computed, Absent) and show(self.computed) != self.expression:
            text += f" = {show(self.computed)}"
        if isinstance(self.stated, Absent):
            return f"{text} {unit}"
        join = f"; {stated}: " if self.relation is Relation.EQUAL else f" {self.relation.value} "
        return f"{text}{join}{show(self.stated)} {unit}"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Evidence(Record):
    """A figure that a check uses, with its citation.

    Args:
        id: id of the figure, or for example ``mention:4626`` for a mention that starts at position 4626.
        printed: its text in the document, or absent if it has no citation.
        document: id of the document.
        start: position of its first character in the document.
    """

    id: str = field(validator=instance_of(str))
    printed: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    document: str | Absent = field(default=Absent.NOT_STATED, validator=instance_of(str))
    start: int | Absent = field(default=Absent.NOT_STATED, validator=instance_of(int, Absent))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Check(Record):
    """One check of some figures of a review, and its answer.

    Args:
        code: which check it is.
        verdict: the answer.
        evidence: the figures that the check uses, as printed.
        computation: what was compared.
        assumption: the assumption that a conditional verdict depends on.
        consistent_if: the assumption under which the figures are consistent.
        alternative: another reading in which the figures agree, or the answer under a convention.
        implied: the possible values of a quantity that is not stated.
        missing: what an undetermined check lacks.
        nature: what kind of error explains a contradiction; not applicable to other verdicts.
    """

    code: CheckCode = field(validator=instance_of(CheckCode))
    verdict: Verdict = field(validator=instance_of(Verdict))
    evidence: tuple[Evidence, ...] = field(converter=as_tuple, validator=tuple_of(Evidence))
    computation: Computation = field(validator=instance_of(Computation))
    assumption: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    consistent_if: Assumption | Absent = field(default=Absent.NOT_APPLICABLE)
    alternative: Reading | Absent = field(default=Absent.NOT_APPLICABLE)
    implied: Implied | Absent = field(default=Absent.NOT_APPLICABLE)
    missing: Missing | Absent = field(default=Absent.NOT_APPLICABLE)
    nature: Nature | Absent = field(default=Absent.NOT_APPLICABLE, validator=instance_of(Nature, Absent))
    _names: Names | None = field(default=None, eq=False, repr=False, alias="names")

    @property
    def is_note(self) -> bool:
        """Whether the figures differ only as they usually do in true reports, so that nobody needs to ask."""
        return isinstance(self.missing, Missing) and self.missing.kind is MissingKind.USUAL

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that the check uses, sorted."""
        return tuple(sorted({item.id for item in self.evidence}))

    def message(self, lang: Lang = "en") -> str:
        """Describe the check in English or Vietnamese, so that a person can repeat it by hand.

        The message gives the rule, the figures as printed, the computation, the verdict, and what would make the
        figures consistent. Numbers are rounded and grouped; `computation` has them in full.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``.
        """
        from aseansc.audit._messages import message

        return message(self, lang, self._names)

    def question(self, lang: Lang = "en") -> str:
        """Return the question to the authors of the report, to be pasted into a letter.

        It quotes the figures as printed, without ids, codes and verdicts. It is empty if there is nothing to ask: for
        consistent checks, and for notes.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> audit(lai_chau.load()).contradicted[0].question()
        'Please confirm that “4,95%/năm” means percentage points.'
        """
        from aseansc.audit._questions import question

        names = self._names
        return question(self, lang, str if names is None else names.in_question(self, lang))


@final
@frozen(kw_only=True, eq=False)
class Audit(Record):
    """The result of an audit: all checks, and views of them by verdict.

    Args:
        review: id of the review.
        checks: every check, in the order of the rules.
    """

    review: str = field(validator=instance_of(str))
    checks: tuple[Check, ...] = field(converter=as_tuple, validator=tuple_of(Check))
    _source: Review | None = field(default=None, eq=False, repr=False, alias="source")

    def bounds(
        self,
        indicator: str | Indicator,
        *,
        time: Time | None = None,
        place: str | None = None,
        breakdown: tuple[str, ...] = (),
    ) -> tuple[Bound, ...]:
        """Return what all figures of the review together leave possible for an indicator, also where it is not stated.

        Args:
            indicator: the indicator, or its id.
            time: only moments and periods within this time.
            place: the place; by default that of the review.
            breakdown: the categories.

        Raises:
            FieldError: if the result was not made by `audit`.
            FieldTypeError: if `time` is not a `Period` or an `AsOf`.
            UnknownNameError: if there is no such indicator.

        >>> from aseansc import Period
        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> (found,) = audit(lai_chau.load()).bounds("households", time=Period.year(2018))
        >>> print(found.interval, *(item.printed for item in found.evidence))
        [96798, 96838] 24.737 hộ nghèo 25,55%
        """
        from aseansc.audit._bounds import bounds_of

        return bounds_of(self._review("bounds"), indicator, time, place, breakdown)

    def _review(self, method: str) -> Review:
        """Return the review that was audited."""
        if self._source is None:
            raise FieldError(
                "the figures are not known", where=f"Audit.{method}", got=self, expected="the result of audit(review)"
            )
        return self._source

    def summary(self, lang: Lang = "en", *, texts: Iterable[str] = (), answers: Iterable[Answer] = ()) -> str:
        """Return the audit on one screen, as lines of text, in English or Vietnamese.

        It states how many figures could be compared; then what is arithmetically impossible, what to ask the authors,
        wordings, figures that are not stated but follow from others, and how many checks are consistent. Limits are
        rounded outward, and those of counts inward to whole numbers.

        Args:
            lang: the language.
            texts: the texts of documents of the review. Figures are then located by line, otherwise by section.
            answers: the answers to findings of an earlier audit. Findings with an answer are only counted.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``, a text is not that of a document, or the result was not
                made by `audit`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> print(audit(lai_chau.load()).summary().splitlines()[4])
        A. ARITHMETICALLY IMPOSSIBLE: none.
        """
        return str(self._screen("summary", lang, texts).parts(self.findings(answers)))

    def screen(self, lang: Lang = "en", *, texts: Iterable[str] = (), answers: Iterable[Answer] = ()) -> AuditScreen:
        """Return what `summary` returns, in its parts: for pages and programs that show it in their own way.

        Args:
            lang: the language.
            texts: the texts of documents of the review, to locate figures by line.
            answers: the answers to findings of an earlier audit. Findings with an answer are only counted.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``, a text is not that of a document, or the result was not
                made by `audit`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import skeleton
        >>> print(audit(skeleton.load()).screen().groups[0].heading)
        A. ARITHMETICALLY IMPOSSIBLE: none.
        """
        return self._screen("screen", lang, texts).parts(self.findings(answers))

    def findings(self, answers: Iterable[Answer] = ()) -> tuple[AuditFinding, ...]:
        """Return the findings that need an answer from the authors, in the order of `summary`.

        Args:
            answers: the answers to findings of an earlier audit, which are left out. A finding whose figures have
                changed since has another id, and is open again.

        Raises:
            FieldError: if the result was not made by `audit`.
            FieldTypeError: if `answers` has something else than answers.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> for finding in audit(lai_chau.load()).findings()[:3]:
        ...     print(finding.number, finding.id, finding.group.value)
        1 flow-average-4e26f9a2 to_ask
        2 estimate-over-c217e576 to_ask
        3 change-levels-1fe89293 wording
        """
        from aseansc.audit._answers import answered
        from aseansc.audit._findings import findings_of
        from aseansc.audit._names import Names

        found = findings_of(Names(self._review("findings")), self.checks)
        known = answered(answers)
        return tuple(finding for finding in found if finding.id not in known)

    def questions(
        self, lang: Lang = "en", *, texts: Iterable[str] = (), answers: Iterable[Answer] = ()
    ) -> tuple[str, ...]:
        """Return the question of each finding, to be pasted into a letter.

        Before each question are the location, the figures as printed, and what follows from them.

        Args:
            lang: the language.
            texts: the texts of documents of the review, to locate figures by line.
            answers: the answers to findings of an earlier audit, which are left out.

        Raises:
            FieldError: if `lang` is not ``en`` or ``vi``, a text is not that of a document, or the result was not
                made by `audit`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> print(audit(lai_chau.load()).questions()[2])
        Poverty rate (...): from “40,40%” and “25,55%” follows -12.3 to -12.2% per year; printed: “4,95%/năm”. Please...
        """
        shown = self.findings(answers)
        return self._screen("questions", lang, texts, as_printed=True).questions(shown)

    def _screen(self, method: str, lang: Lang, texts: Iterable[str], *, as_printed: bool = False) -> Screen:
        from aseansc.audit._names import Names
        from aseansc.audit._screen import Screen

        require_lang(lang, f"Audit.{method}")
        return Screen(Names(self._review(method), texts), self.checks, self.findings(), lang, as_printed=as_printed)

    def _with(self, verdict: Verdict) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.verdict is verdict)

    def of_nature(self, nature: Nature) -> tuple[Check, ...]:
        """Return the contradicted checks of one nature.

        Raises:
            FieldTypeError: if the argument is not a `Nature`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> result = audit(lai_chau.load())
        >>> [check.code.value for check in result.of_nature(Nature.WORDING)]
        ['change-levels', 'share-unit']
        >>> result.of_nature(Nature.ARITHMETIC)
        ()
        """
        require(nature, Nature, where="Audit.of_nature, nature")
        return tuple(check for check in self.checks if check.nature is nature)

    @property
    def contradicted(self) -> tuple[Check, ...]:
        """The checks whose figures cannot all be true as printed, of any nature."""
        return self._with(Verdict.CONTRADICTED)

    @property
    def conditional(self) -> tuple[Check, ...]:
        """The checks whose figures cannot all be true if the stated assumption holds."""
        return self._with(Verdict.CONDITIONAL)

    @property
    def undetermined(self) -> tuple[Check, ...]:
        """The checks without an answer, because a figure is missing or too vague. Notes are among them."""
        return self._with(Verdict.UNDETERMINED)

    @property
    def notes(self) -> tuple[Check, ...]:
        """The undetermined checks whose figures differ only as they usually do in true reports."""
        return tuple(check for check in self.checks if check.is_note)

    @property
    def consistent(self) -> tuple[Check, ...]:
        """The checks whose figures can all be true."""
        return self._with(Verdict.CONSISTENT)

    def repairs(self, *, conditional: bool = False) -> Repairs:
        """Return the smallest corrections with which the contradicted figures agree, the most likely first.

        Each figure of a contradicted check is tried in turn with another reading, sign, unit or scale, with the number
        that another place prints for it, with two neighbouring digits swapped, and with one other digit. If none of
        these is enough, pairs are tried. A repair contradicts no other figure of the review. A figure that is printed
        twice alike is the last suspect. The repairs are questions for the authors: nothing is changed, and the true
        error may be another one. Checks of times, and those explained by rounding, are not repaired. If nothing else
        is found, a correction may leave a check conditional.

        Args:
            conditional: whether conditional checks are repaired, too, as if their assumption held.

        Returns:
            the repairs, by contradiction and rank. Figures that contradict each other directly or through others are
            one contradiction. At most 20 single corrections or 10 pairs are returned for each. The search ends
            after a fixed amount of work; `Repairs.not_searched` names the figures that this leaves.

        Raises:
            FieldError: if the result was not made by `audit`.

        >>> from aseansc.audit import audit
        >>> from aseansc.datasets import lai_chau
        >>> first = audit(lai_chau.load()).repairs()[0]
        >>> [correction] = first.corrections
        >>> print(correction.printed, correction.kind.value, correction.reading.value, *correction.values)
        4,95%/năm reading points -4.95 percentage_point/year
        """
        from aseansc.audit._repairs import repairs

        return repairs(self._review("repairs"), self.checks, conditional=conditional)

    def to_frame(self, backend: Backend = "pandas", *, session: Any = None, lang: Lang = "en") -> Any:
        """Return a table with a row for each check: see `aseansc.frames.checks_frame`."""
        from aseansc.frames import checks_frame

        return checks_frame(self, backend, session=session, lang=lang)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(self._with(verdict))} {verdict.value}" for verdict in Verdict)
        return f"<Audit of {self.review!r}: {counts}>"
