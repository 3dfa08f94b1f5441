"""`Review`: the aggregate root of the model."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple, code, instance_of, instance_or_absent, place_code, tuple_of
from aseansc._collector import collector_paused
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Document, Span
from aseansc.claims import AttainmentClaim, ChangeClaim, Claim, ShareClaim
from aseansc.codelists import Absent
from aseansc.errors import (
    FieldError,
    OperandError,
    ReviewError,
    UndefinedResultError,
    bug,
    require,
    unknown_name,
)
from aseansc.extras import Extra, as_extra
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Indicator
from aseansc.intervals import Interval
from aseansc.mentions import Mention
from aseansc.observations import Observation, Series, Status, collected
from aseansc.periods import Period, TimeCollection
from aseansc.reviews._validation import possible_within_bounds, problems_of
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import interval_in

if TYPE_CHECKING:
    from aseansc.frames import Backend, Numbers
    from aseansc.labels import Lang
    from aseansc.plots import PlotKind
    from aseansc.reviews._search import Found
    from aseansc.verification import Verification

Figure: TypeAlias = Observation | Target | ChangeClaim | AttainmentClaim | ShareClaim
"""A record of a number that the review states."""

R = TypeVar("R")


@final
@frozen(kw_only=True, eq=False)
class Review(Record):
    """A development review: its indicators, figures, citations and findings.

    Creating a review validates it as a whole: ids must be unique, each reference must name an existing record, and
    units, times and values must agree with the indicators. One error reports all problems.

    Args:
        id: id of the review.
        title: title of the review.
        programme: the programme that it reviews.
        place: code of the place that it covers.
        period: the period that it covers; also the time of figures whose time is assumed.
        documents: the documents that the citations refer to.
        units: custom units that are not in the catalogue. Do not declare quotients: they are built from these units
            and those of the catalogue.
        sections: sections of the document.
        instruments: laws, decisions and programmes that the review is based on.
        indicators: the indicators that it reports on.
        observations: stated values of indicators.
        targets: planned values of indicators.
        claims: stated changes, attainments and shares.
        mentions: numbers in the text that are not figures, such as dates.
        findings: results, difficulties and actions reported in words.
        note: remarks on the whole review.
        extra: additional JSON data of other programs, kept unchanged.

    Raises:
        ReviewError: if the review is not valid; `problems` lists every problem.
    """

    id: str = field(validator=code)
    title: Text = field(validator=instance_of(Text))
    programme: Text = field(validator=instance_of(Text))
    place: str = field(validator=place_code)
    period: Period = field(validator=instance_of(Period))
    documents: tuple[Document, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Document))
    units: tuple[Unit, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Unit))
    sections: tuple[Section, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Section))
    instruments: tuple[Instrument, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Instrument))
    indicators: tuple[Indicator, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Indicator))
    observations: tuple[Observation, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Observation))
    targets: tuple[Target, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Target))
    claims: tuple[Claim, ...] = field(
        default=(), converter=as_tuple, validator=tuple_of(ChangeClaim, AttainmentClaim, ShareClaim)
    )
    mentions: tuple[Mention, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Mention))
    findings: tuple[Finding, ...] = field(default=(), converter=as_tuple, validator=tuple_of(Finding))
    note: Text | Absent = field(
        default=Absent.NOT_APPLICABLE, validator=instance_or_absent(Text, absent=(Absent.NOT_APPLICABLE,))
    )
    extra: Extra = field(factory=Extra, converter=as_extra, validator=instance_of(Extra))
    _by_id: Mapping[tuple[type, str], object] = field(init=False, eq=False, repr=False)

    @collector_paused
    def __attrs_post_init__(self) -> None:
        groups: tuple[tuple[object, ...], ...] = (
            self.documents,
            self.sections,
            self.instruments,
            self.indicators,
            self.observations,
            self.targets,
            self.claims,
            self.findings,
        )
        by_id = {(_KINDS.get(type(record), type(record)), record.id): record for group in groups for record in group}  # type: ignore[attr-defined]
        object.__setattr__(self, "_by_id", by_id)
        problems = problems_of(self)
        if problems:
            count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
            raise ReviewError(
                f"the review is not valid: {count}", where=f"Review {self.id!r}", problems=tuple(problems)
            )

    def __repr__(self) -> str:
        return f"<Review {self.id!r}: {len(self.indicators)} indicators, {len(self.figures())} figures>"

    # -- look-ups

    def __getitem__(self, id: str) -> Indicator:  # noqa: A002
        """Return the indicator with this id: ``review["poverty-rate"]``.

        Raises:
            UnknownNameError: if there is no such indicator; it is also a `KeyError`.
        """
        return self.indicator(id)

    def __contains__(self, indicator: object) -> bool:
        """Return whether the review has an indicator, given the indicator or its id."""
        if isinstance(indicator, Indicator):
            return self._by_id.get((Indicator, indicator.id)) == indicator
        return isinstance(indicator, str) and (Indicator, indicator) in self._by_id

    def __iter__(self) -> Iterator[Indicator]:
        """Iterate over the indicators."""
        return iter(self.indicators)

    def __len__(self) -> int:
        """Return the number of indicators."""
        return len(self.indicators)

    def __bool__(self) -> bool:
        """Return true, also for a review without indicators."""
        return True

    def search(self, words: str) -> tuple[Found, ...]:
        """Return the records whose id, names, note or printed text contain some words, in the order of the review.

        The case of letters does not matter, nor does *tỷ* or *tỉ*, nor do diacritics if the words have none.

        Raises:
            FieldTypeError: if the argument is not a string.
            FieldError: if it is empty.

        >>> from aseansc.datasets import lai_chau
        >>> [record.id for record in lai_chau.load().search("hộ nghèo") if isinstance(record, Indicator)][:2]
        ['poor-households', 'poverty-rate']
        """
        from aseansc.reviews._search import search

        return tuple(search(self, words))

    def _look_up(self, kind: type[R], name: str, records: tuple[object, ...], called: str) -> R:
        found = self._by_id.get((kind, name)) if isinstance(name, str) else None
        if found is None:
            known: list[str] = [record.id for record in records]  # type: ignore[attr-defined]
            error = unknown_name(called, name, known, where=f"Review {self.id!r}")
            error.hint = self._hint(name) or error.hint
            raise error
        return cast("R", found)

    def _hint(self, name: object) -> str:
        """Return what to write instead of a record itself, or of the id of a record of another kind."""
        if isinstance(name, Record) and isinstance(known := getattr(name, "id", None), str):
            return f"Pass its id: {known!r}."
        for (kind, known), record in self._by_id.items():
            if known == name:
                return f"It is the id of a record of type {type(record).__name__}: review.{_LOOK_UPS[kind]}({name!r})."
        return ""

    def _known(self, called: str, name: str, known: set[str]) -> str:
        if not isinstance(name, str) or name not in known:
            error = unknown_name(called, name, known, where=f"Review {self.id!r}")
            if not error.nearest:
                error.expected = (
                    f"one of {', '.join(sorted(known)[:_MOST_LISTED])}{', …' * (len(known) > _MOST_LISTED)}"
                )
            raise error
        return name

    def _places(self) -> set[str]:
        return {self.place, *(figure.place for figure in (*self.observations, *self.targets, *self.claims))}

    def indicator(self, id: str) -> Indicator:  # noqa: A002
        """Return the indicator with this id.

        Raises:
            UnknownNameError: if there is no such indicator; the error suggests similar ids.
        """
        return self._look_up(Indicator, id, self.indicators, "indicator")

    def observation(self, id: str) -> Observation:  # noqa: A002
        """Return the observation with this id, or raise an `UnknownNameError`."""
        return self._look_up(Observation, id, self.observations, "observation")

    def target(self, id: str) -> Target:  # noqa: A002
        """Return the target with this id, or raise an `UnknownNameError`."""
        return self._look_up(Target, id, self.targets, "target")

    def claim(self, id: str) -> Claim:  # noqa: A002
        """Return the claim with this id, or raise an `UnknownNameError`."""
        return cast("Claim", self._look_up(ChangeClaim, id, self.claims, "claim"))

    def section(self, id: str) -> Section:  # noqa: A002
        """Return the section with this id, or raise an `UnknownNameError`."""
        return self._look_up(Section, id, self.sections, "section")

    def instrument(self, id: str) -> Instrument:  # noqa: A002
        """Return the instrument with this id, or raise an `UnknownNameError`."""
        return self._look_up(Instrument, id, self.instruments, "instrument")

    def document(self, id: str) -> Document:  # noqa: A002
        """Return the document with this id, or raise an `UnknownNameError`."""
        return self._look_up(Document, id, self.documents, "document")

    def finding(self, id: str) -> Finding:  # noqa: A002
        """Return the finding with this id, or raise an `UnknownNameError`."""
        return self._look_up(Finding, id, self.findings, "finding")

    def require_own(self, *figures: Figure, where: str, changed: bool = False) -> None:
        """Raise an error unless the figures belong to this review.

        Use it in functions that take both figures and the review that they belong to.

        Args:
            figures: the figures to check.
            where: name of the calling function, for the message.
            changed: also accept changed copies, which have the id and the citation of a figure of this review, for
                example to compute with another value.

        Raises:
            OperandError: for the first figure that does not belong to this review.

        >>> from aseansc.datasets import lai_chau, skeleton
        >>> lai_chau.load().require_own(skeleton.load().observations[0], where="example")
        Traceback (most recent call last):
        aseansc.errors.OperandError: example: the figure does not belong to review 'lai-chau'...
        """
        for figure in figures:
            own = self._by_id.get((_KINDS.get(type(figure), type(figure)), figure.id))
            copied = changed and own is not None and cast("Figure", own).citation == figure.citation
            if own is not figure and not copied and own != figure:
                raise OperandError(
                    f"the figure does not belong to review {self.id!r}",
                    where=where,
                    got=f"{type(figure).__name__} {figure.id!r}",
                    expected="a figure of that review",
                    hint="Pass the review that contains the figure. To compare two reviews, use compare_reviews.",
                )

    # -- questions

    def figures(self) -> tuple[Figure, ...]:
        """Return all observations and claims, and targets with a stated value, in the order of the text.

        Observations whose value is absent are included: a suppressed cell is printed, too. Targets without a citation
        come last.
        """
        stated = (target for target in self.targets if not isinstance(target.value, Absent))
        order = {document.id: number for number, document in enumerate(self.documents)}

        def position(figure: Figure) -> tuple[int, int, int]:
            citation = figure.citation
            if isinstance(citation, Absent):
                return len(order), 0, 0
            return order[citation.document], citation.start, -citation.end

        return tuple(sorted((*self.observations, *stated, *self.claims), key=position))

    def indicator_of(self, figure: Figure) -> Indicator | Absent:
        """Return the indicator of a figure; for a share, the indicator of the part.

        The result is absent for an attainment without actual value and target, and for a share without its part.

        Raises:
            OperandError: if the figure does not belong to this review.
        """
        self.require_own(figure, where="Review.indicator_of", changed=True)
        if isinstance(figure, AttainmentClaim):
            if not isinstance(figure.actual, Absent):
                return self.indicator(self.observation(figure.actual).indicator)
            return (
                figure.target
                if isinstance(figure.target, Absent)
                else self.indicator(self.target(figure.target).indicator)
            )
        if isinstance(figure, ShareClaim):
            return (
                figure.part
                if isinstance(figure.part, Absent)
                else self.indicator(self.observation(figure.part).indicator)
            )
        return self.indicator(figure.indicator)

    def select(
        self,
        *,
        indicator: str | None = None,
        place: str | None = None,
        section: str | None = None,
        status: Status | str | None = None,
    ) -> tuple[Figure, ...]:
        """Return the figures that meet all given conditions, in the order of the text.

        Args:
            indicator: id of the indicator.
            place: code of the place.
            section: id of the section of the indicator, or of a section that contains it.
            status: a status that the figure has.

        Raises:
            UnknownNameError: for an indicator, place or section that is not in the review.
            FieldError: for an unknown status.

        >>> from aseansc.datasets import lai_chau
        >>> [figure.id for figure in lai_chau.load().select(indicator="poverty-rate", status="estimated")]
        ['poverty-rate.2018.end', 'poverty-rate.2018.within']
        """
        conditions: list[Callable[[Figure], bool]] = []
        if indicator is not None:
            wanted = self.indicator(indicator)
            conditions.append(lambda figure: self.indicator_of(figure) is wanted)
        if place is not None:
            self._known("place", place, self._places())
            conditions.append(lambda figure: figure.place == place)
        if section is not None:
            within = {item.id for item in self.sections_within(section)}
            conditions.append(lambda figure: getattr(self.indicator_of(figure), "section", None) in within)
        if status is not None:
            sought = Status(status)
            conditions.append(lambda figure: sought in figure.statuses)
        return tuple(figure for figure in self.figures() if all(holds(figure) for holds in conditions))

    def sections_within(self, section: str) -> tuple[Section, ...]:
        """Return a section and all sections inside it, in the order of the review.

        Raises:
            UnknownNameError: for a section that is not in the review.
        """
        parts: dict[str, list[str]] = {}
        for item in self.sections:
            if not isinstance(item.broader, Absent):
                parts.setdefault(item.broader, []).append(item.id)
        below = [self.section(section).id]
        within: set[str] = set()
        while below:
            name = below.pop()
            within.add(name)
            below += parts.get(name, ())
        return tuple(item for item in self.sections if item.id in within)

    def series(
        self,
        indicator: str,
        *,
        place: str | None = None,
        breakdown: tuple[str, ...] = (),
        collection: TimeCollection | str | None = None,
    ) -> Series:
        """Return the observations of an indicator in the order of time.

        Args:
            indicator: id of the indicator.
            place: code of the place; by default, the place of the review.
            breakdown: the categories to which the observations are limited, such as ``("sex:female",)``.
            collection: only take observations with this time collection.

        Raises:
            UnknownNameError: for an indicator, place or category that is not in the review.
            FieldTypeError: if the breakdown is not a sequence of strings.
            FieldError: if the observations differ in time collection and none was chosen, or differ in unit.
        """
        wanted = self.indicator(indicator).id
        where = self.place if place is None else self._known("place", place, self._places())
        categories = self._known_categories(breakdown, f"Review {self.id!r}, series of {indicator!r}")
        chosen = None if collection is None else TimeCollection(collection)
        confined = frozenset(categories)
        found = [
            item
            for item in self.observations
            if item.indicator == wanted
            and item.place == where
            and frozenset(item.breakdown) == confined
            and chosen in (None, item.time_collection)
        ]
        ways = sorted({" per ".join(collected(item)) for item in found})
        if len(ways) > 1:
            raise FieldError(
                "the observations differ in time collection",
                where=f"Review {self.id!r}, series of {indicator!r}",
                got=", ".join(ways),
                expected="one time collection",
                hint=f"Choose one: review.series({indicator!r}, collection={found[0].time_collection.value!r}).",
            )
        return Series(indicator=indicator, place=where, breakdown=categories, observations=found)

    def _known_categories(self, breakdown: tuple[str, ...], where: str) -> tuple[str, ...]:
        categories = as_tuple(breakdown)
        require(
            categories, tuple, where=f"{where}, breakdown", expected="categories in a tuple, such as ('sex:female',)"
        )
        known: set[str] = set()
        if categories:
            known = {category for item in self.observations for category in item.breakdown}
        return tuple(self._known("category", category, known) for category in categories)

    def interval(self, observation: Observation) -> Interval:
        """Return the possible values of an observation, in its unit, given the indicator.

        This is the interval of its value, with two refinements. A count in full digits, which is a point, is widened by
        one half on both sides if it may be rounded: in a rate, an average or an amount per period (``each``), or if it
        is estimated, provisional or forecast. Values outside the bounds of the indicator are excluded.

        Raises:
            FieldTypeError: if the argument is not an observation.
            OperandError: if the observation does not belong to this review.
            UndefinedResultError: if the observation has no value.

        >>> from aseansc.datasets import lai_chau
        >>> review = lai_chau.load()
        >>> print(review.interval(review.observation("poor-households.2016.beginning")))
        [36094, 36094]
        """
        require(
            observation, Observation, where="Review.interval, observation", hint="Look it up: review.observation('…')."
        )
        self.require_own(observation, where="Review.interval", changed=True)
        value = observation.value
        if isinstance(value, Absent):
            raise UndefinedResultError(
                "the observation has no value",
                where=f"Review.interval of {observation.id!r}",
                got=", ".join(observation.statuses),
                expected="an observation with a value",
            )
        return possible_within_bounds(observation, self.indicator(observation.indicator), value)

    def interval_in(self, observation: Observation, unit: Unit) -> Interval:
        """Return the possible values of an observation in another unit of the same dimension.

        Raises:
            FieldTypeError: if the arguments are not an observation and a `Unit`.
            OperandError: if the observation does not belong to this review, or the unit has another dimension.
            UndefinedResultError: if the observation has no value.
        """
        interval = self.interval(observation)
        require(unit, Unit, where="Review.interval_in, unit", expected="a Unit, such as Unit.parse('person')")
        if isinstance(observation.value, Absent):  # it has an interval
            raise bug(observation.value)
        return interval_in(interval, observation.value.unit, unit)

    def to_frame(
        self, backend: Backend = "pandas", *, session: Any = None, numbers: Numbers = "decimal", lang: str = "en"
    ) -> Any:
        """Return a table with one row for each observation, for pandas, polars, pyarrow, DuckDB or PySpark.

        The page "Columns of frames" explains the columns. See `aseansc.frames.to_frame`.

        Args:
            backend: ``pandas``, ``polars``, ``pyarrow``, ``duckdb`` or ``pyspark``.
            session: a connection of DuckDB or a session of Spark, instead of the default one.
            numbers: ``decimal`` for exact numbers, ``float`` for binary ones, ``text`` for text with all digits.
            lang: language of names and notes.

        Raises:
            FieldError: for an unknown `backend` or `numbers`, or a number that does not fit into the decimal type.
            MissingExtraError: if the packages of the extra ``frames`` are not installed.
        """
        from aseansc.frames import to_frame

        return to_frame(self, backend, session=session, numbers=numbers, lang=lang)

    def plot(
        self,
        indicator: str | Indicator,
        *,
        kind: PlotKind = "series",
        place: str | None = None,
        breakdown: tuple[str, ...] = (),
        collection: TimeCollection | str | None = None,
        lang: Lang = "en",
    ) -> Any:
        """Return a chart of an indicator, a chart of Altair: ``review.plot("poverty-rate").save("poverty.svg")``.

        Args:
            indicator: the indicator, or its id.
            kind: ``series`` for its figures in time, ``targets`` for bullets of its targets and results, ``changes``
                for its first and last level.
            place: code of the place; by default, the place of the review.
            breakdown: the categories to which the figures are limited.
            collection: only take observations with this time collection.
            lang: the language of the texts.

        Raises:
            UnknownNameError: for an indicator, place or category that is not in the review.
            FieldError: for another kind or language, or observations that differ in time collection.
            UndefinedResultError: if there is nothing to draw.
            MissingExtraError: if the extra ``plot`` is not installed.
        """
        from aseansc.plots import review_plot

        return review_plot(
            self, indicator, kind=kind, place=place, breakdown=breakdown, collection=collection, lang=lang
        )

    def verify(self, text: str | os.PathLike[str], document: str | None = None) -> Verification:
        """Compare the figures, the citations and the checksum of a document with its text.

        See `aseansc.verification.verify`.

        Args:
            text: the text of the document, read as UTF-8 with its line ends unchanged, or the path of a file with it.
            document: id of the document; not needed if the review has only one.

        Raises:
            UnknownNameError: for an unknown document.
            FieldError: if no document is given and the review does not have exactly one.
            FieldTypeError: if the text is neither a string nor a path.
            ParseError: if the file is not UTF-8, or the text is in an old encoding of Vietnamese.
            OSError: if the file cannot be read.
        """
        from aseansc.verification import verify

        return verify(self, text, document)

    def uncited(self, text: str, document: str | None = None) -> tuple[Span, ...]:
        """Return the numbers in a text that no figure or mention cites, and that may still have to be recorded.

        A number is a run of digits with separators: *4,95*. Roman numerals, numbers in words and the numbers of
        headings and items of lists are not found.

        Args:
            text: the text of the document, as for `verify`.
            document: id of the document, as for `verify`.

        Raises:
            UnknownNameError: for an unknown document.
            FieldError: if no document is given and the review does not have exactly one.
            FieldTypeError: if the text is not a string.
        """
        from aseansc.verification import uncited_numbers

        return uncited_numbers(self, text, document)


_MOST_LISTED: Final = 8

_LOOK_UPS: Final[dict[type, str]] = {
    Document: "document",
    Section: "section",
    Instrument: "instrument",
    Indicator: "indicator",
    Observation: "observation",
    Target: "target",
    ChangeClaim: "claim",
    Finding: "finding",
}
_KINDS: dict[type, type] = {AttainmentClaim: ChangeClaim, ShareClaim: ChangeClaim}
"""The key under which claims of every type are looked up."""


offer(Review)
