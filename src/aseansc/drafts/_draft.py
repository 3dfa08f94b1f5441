"""The `Draft` class: a review with gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from typing import Any, Final, cast, final

import attrs
from attrs import field, frozen

from aseansc._attrs import Record, as_tuple
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Document
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.drafts._cited_figures import FIGURES
from aseansc.drafts._collections import kinds_of, with_collection
from aseansc.drafts._following_times import times_printed, with_time_basis, with_times
from aseansc.drafts._following_units import units_of, with_unit
from aseansc.drafts._known import NO_PLACE, Known, known_part
from aseansc.drafts._locations import at_location, parse_location
from aseansc.drafts._partials import (
    NOT_GIVEN,
    Gap,
    PartialRecord,
    checked,
    confirmed,
    fields_of,
    finished,
    gaps_in,
    in_vietnamese_only,
    proposals_in,
    put,
    simplified,
    untranslated_in,
)
from aseansc.drafts._taken_times import TakenTime, taken_times, with_basis
from aseansc.drafts._templates import unchecked
from aseansc.errors import AseanscError, DraftError, FieldError, FieldTypeError, ReviewError, require, unknown_name
from aseansc.extras import Extra
from aseansc.findings import Finding, Instrument, Section
from aseansc.indicators import Indicator
from aseansc.mentions import Mention
from aseansc.observations import Observation
from aseansc.periods import Period
from aseansc.reviews import Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.units import Unit


@final
@frozen(kw_only=True, eq=False)
class Draft(Record):
    """An incomplete review. It has the fields of `Review`, with a `Gap` or `PartialRecord` where data is missing.

    Args:
        id: id of the review.
        title: title of the review.
        programme: the programme that it reviews.
        place: code of the place that it covers.
        period: the period that it covers.
        documents: the documents that the citations refer to.
        units: custom units that are not in the catalogue.
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
        proposed: names of the fields above whose values are proposals, such as ``period``; records have their own.

    Raises:
        FieldTypeError: if a field contains a record of another class.
        UnknownNameError: if a proposed field is unknown or a gap.
    """

    id: str | Gap = field(default=NOT_GIVEN)
    title: Text | PartialRecord | Gap = field(default=NOT_GIVEN)
    programme: Text | PartialRecord | Gap = field(default=NOT_GIVEN)
    place: str | Gap = field(default=NOT_GIVEN)
    period: Period | PartialRecord | Gap = field(default=NOT_GIVEN)
    documents: tuple[Document | PartialRecord, ...] = field(default=(), converter=as_tuple)
    units: tuple[Unit, ...] = field(default=(), converter=as_tuple)
    sections: tuple[Section | PartialRecord, ...] = field(default=(), converter=as_tuple)
    instruments: tuple[Instrument | PartialRecord, ...] = field(default=(), converter=as_tuple)
    indicators: tuple[Indicator | PartialRecord, ...] = field(default=(), converter=as_tuple)
    observations: tuple[Observation | PartialRecord, ...] = field(default=(), converter=as_tuple)
    targets: tuple[Target | PartialRecord, ...] = field(default=(), converter=as_tuple)
    claims: tuple[ChangeClaim | AttainmentClaim | ShareClaim | PartialRecord, ...] = field(
        default=(), converter=as_tuple
    )
    mentions: tuple[Mention | PartialRecord, ...] = field(default=(), converter=as_tuple)
    findings: tuple[Finding | PartialRecord, ...] = field(default=(), converter=as_tuple)
    note: Text | PartialRecord | Gap | Absent = field(default=Absent.NOT_APPLICABLE)
    extra: Extra = field(factory=Extra)
    proposed: tuple[str, ...] = field(default=(), converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        for attribute in attrs.fields(Review):
            if attribute.init:
                value = getattr(self, attribute.name)
                object.__setattr__(self, attribute.name, _checked_field(self, attribute, value))
        known = [name for name in _FIELDS_OF_THE_WHOLE if not isinstance(getattr(self, name), Gap)]
        for name in self.proposed:
            if name not in known:
                raise unknown_name("field with a value", name, known, where="Draft.proposed")

    @classmethod
    def of(cls, review: Review) -> Draft:
        """Return a review as a draft without gaps, in order to edit it.

        Raises:
            FieldTypeError: if the argument is not a review.

        >>> from aseansc.datasets import skeleton
        >>> Draft.of(skeleton.load()).finish() == skeleton.load()
        True
        """
        require(review, Review, where="Draft.of, review")
        return cls(**{name: getattr(review, name) for name in fields_of(Review)})

    @property
    def gaps(self) -> tuple[tuple[str, Gap], ...]:
        """All gaps with their locations, such as ``observations[0].value.unit``, in the order of the fields.

        A figure without a place takes that of the draft, so that it is asked for only once. An observation or a target
        without a time collection takes the one that follows from the kind of its indicator: the end of its time for a
        stock or a rate, the total for a flow. It is asked for a flow at one day. A figure without a time that it needs
        takes that of the figure before it in its sentence, or in the sentence right before it in its paragraph, so that
        the time of these sentences is asked only once; in a table, that of the figure above it in its column. A value
        without a unit has that of its indicator, and a time without a basis is stated if its sentence prints it.
        """
        given, again = self._with_what_follows()
        found = (one for name in fields_of(Review) for one in gaps_in(given[name], name))
        return tuple(one for one in found if one[0] not in again)

    def _with_what_follows(self) -> tuple[dict[str, Any], frozenset[str]]:
        """Return the fields of the draft, in which figures have the fields that follow from others, or stand-ins.

        The second result has the locations of gaps that are asked at another figure.
        """
        place = self.place if isinstance(self.place, str) else NO_PLACE
        fields, again = with_times({name: getattr(self, name) for name in fields_of(Review)})
        kinds, units, printed = kinds_of(self.indicators), units_of(self.indicators), times_printed(self.mentions)
        asked: list[str] = []
        for name in FIGURES:
            measured = [with_unit(with_time_basis(record, printed), units) for record in fields[name]]
            asked += [f"{name}[{number}].value.unit" for number, (_, is_asked) in enumerate(measured) if is_asked]
            fields[name] = tuple(_at_place(record, place) for record, _ in measured)
        for name in ("observations", "targets"):
            fields[name] = tuple(with_collection(record, kinds) for record in fields[name])
        return fields, again.union(asked)

    @property
    def proposals(self) -> tuple[tuple[str, object], ...]:
        """All proposed values with their locations, such as ``indicators[0].kind``, in the order of the fields."""
        of_whole = [(name, getattr(self, name)) for name in self.proposed]
        in_records = (found for name in fields_of(Review) for found in proposals_in(getattr(self, name), name))
        return (*of_whole, *in_records)

    @property
    def taken_times(self) -> tuple[TakenTime, ...]:
        """The times that figures take from another sentence, a heading or the period of the report, by their source.

        They are proposals. To confirm one for all its figures, give its `TakenTime.proposals` to `confirm`.
        """
        return taken_times(self)

    @property
    def untranslated(self) -> tuple[str, ...]:
        """The locations of the texts without English, which `finish` needs and which are not gaps before."""
        return tuple(found for name in fields_of(Review) for found in untranslated_in(getattr(self, name), name))

    def known(self) -> Known:
        """Return what is complete in the draft as a review, to show, verify or audit it before all gaps are filled in.

        Records with gaps, and those that refer to them, are left out; so are records that are not valid, whose problems
        are in `Known.problems`. While the place, the period or the title is a gap, the review has a stand-in.

        Raises:
            ReviewError: if the custom units cannot be those of a review, such as one that is declared twice.
        """
        return known_part(self, self._with_what_follows()[0], tuple(RECORD_TYPES), self._located)

    def fill(self, where: str, value: object) -> Draft:
        """Return a copy of the draft with a gap filled in, or a value replaced.

        Args:
            where: the location, as in `gaps`: ``observations[0].value.unit``.
            value: the new value.

        Raises:
            UnknownNameError: if the draft has no such field or record.
            ParseError: if `where` is not written as a location.
            FieldTypeError: if the value is of the wrong type.
            FieldError: if the field does not allow the value.
        """
        name, *rest = parse_location(where)
        names = fields_of(Review)
        if name not in names:
            raise unknown_name("field of Draft", name, names, where=where)
        field_name = str(name)
        before: Any = getattr(self, field_name)
        after: Any = put(before, rest, value, where)
        if not rest or field_name not in RECORD_TYPES:
            kept = tuple(known for known in self.proposed if known != field_name)
            changed: dict[str, Any] = {field_name: after, "proposed": kept}
            return attrs.evolve(self, **changed)
        # Check only the changed record: checking all of them at each call would take quadratic time.
        at = int(rest[0])
        alone: dict[str, Any] = {field_name: (after[at],)}
        records = (*before[:at], *getattr(Draft(**alone), field_name), *before[at + 1 :])
        filled = copy(self)
        object.__setattr__(filled, field_name, records)
        return filled

    def confirm(self, *where: str) -> Draft:
        """Return a copy of the draft in which some proposals are known, because a person has confirmed them.

        The time of a figure and how it is known are confirmed together, if both are proposals.

        Args:
            where: their locations, as in `proposals`: ``observations[0].time``.

        Raises:
            FieldTypeError: if a location is not a string.
            UnknownNameError: for a location that is not that of a proposal.

        >>> from aseansc.vietnamese import draft
        >>> found = draft("Năm 2018, huyện có 36 trường. Toàn huyện còn gần 900 hộ nghèo.", place="XX-SM")
        >>> (taken,) = found.taken_times
        >>> str(taken.time), taken.basis.value, taken.source, taken.figures
        ('2018', 'carried', 'Năm 2018', ('observations[1]',))
        >>> found.confirm(*taken.proposals).taken_times
        ()
        """
        proposals = dict(self.proposals)
        for one in where:
            _require_location(one)
            if one not in proposals:
                raise unknown_name("proposal", one, proposals, where="Draft.confirm")
        wanted = frozenset(with_basis(where)) & proposals.keys()
        changed: dict[str, Any] = {
            name: confirmed(getattr(self, name), name, wanted)
            for name in {str(parse_location(one)[0]) for one in wanted}
        }
        return attrs.evolve(self, **changed, proposed=[name for name in self.proposed if name not in wanted])

    def finish(self, *, allow_untranslated: bool = False) -> Review:
        """Return the review, if the draft has no gaps and is valid. Proposals are accepted as they are.

        Args:
            allow_untranslated: use the Vietnamese of a text also in place of English that is not given. Otherwise,
                each of these texts is a problem.

        Raises:
            DraftError: if it has gaps or is not valid; `problems` lists all of them with their locations.
        """
        problems: list[AseanscError] = []
        given, again = self._with_what_follows()
        if allow_untranslated:
            given = {name: in_vietnamese_only(value) for name, value in given.items()}
        fields = {name: finished(value, name, problems) for name, value in given.items()}
        problems = [problem for problem in problems if problem.where.partition(", ")[0] not in again]
        if not allow_untranslated and self.untranslated:
            problems.extend(_untranslated_units(self.units))
        if not problems:
            try:
                return Review(**fields)
            except ReviewError as error:
                problems.extend(self._located(error.problems))
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise DraftError(f"the draft is not a valid review yet: {count}", where=self._named(), problems=tuple(problems))

    def _located(self, problems: Iterable[AseanscError]) -> Iterator[AseanscError]:
        """Yield the problems of a review with the locations of their records."""
        known = self._records_by_name()
        for problem in problems:
            if problem.record in known:
                where, origin = known[problem.record]
                where = f"{where}.{problem.field}" if problem.field else where
                yield at_location(problem, f"{where} ({problem.where})", origin)
            else:
                yield problem

    def _records_by_name(self) -> Mapping[str, tuple[str, str]]:
        """Map names of records, as in problems of a review, to location and origin; the first record of a name wins."""
        found: dict[str, tuple[str, str]] = {}
        for name in RECORD_TYPES:
            for number, record in enumerate(getattr(self, name)):
                part = isinstance(record, PartialRecord)
                ident = record.get("id") if part else getattr(record, "id", None)
                kind = record.record_type if part else type(record)
                found.setdefault(f"{kind.__name__} {ident!r}", (f"{name}[{number}]", record.origin if part else ""))
        return found

    def _named(self) -> str:
        return f"Draft {self.id!r}" if isinstance(self.id, str) else "Draft"

    def __repr__(self) -> str:
        return f"<{self._named()}: {len(self.gaps)} gaps>"


def _require_location(where: object) -> None:
    require(
        where,
        str,
        where="Draft.confirm, where",
        expected="a string, such as observations[0].time",
        hint="Give several locations one by one: draft.confirm(*locations).",
    )


def _untranslated_units(units: tuple[Unit, ...]) -> Iterator[AseanscError]:
    """Yield a problem for every custom unit whose English is its Vietnamese noun: a draft proposes such units."""
    for number, unit in enumerate(units):
        if unit.en == unit.vi and not unit.vi.isascii():
            error = FieldError(
                "the unit has no English name",
                got=unit.en,
                expected="an English singular and plural",
                hint="With --untranslated, the Vietnamese noun is used.",
            )
            yield at_location(error, f"units[{number}].en", "")


def _at_place(record: Any, place: str) -> Any:
    """Return a figure with a place, unless it has one, or a gap of its own."""
    if not isinstance(record, PartialRecord) or "place" in record:
        return record
    return unchecked(record.record_type, {**record, "place": place}, record.origin)


_FIELDS_OF_THE_WHOLE: Final = ("id", "title", "programme", "place", "period")
"""The fields whose value may be a proposal."""


RECORD_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "documents": (Document,),
    "units": (Unit,),
    "sections": (Section,),
    "instruments": (Instrument,),
    "indicators": (Indicator,),
    "observations": (Observation,),
    "targets": (Target,),
    "claims": (ChangeClaim, AttainmentClaim, ShareClaim),
    "mentions": (Mention,),
    "findings": (Finding,),
}
"""The classes of the records in each field of a draft that is a list."""

_SCALAR_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "title": (Text,),
    "programme": (Text,),
    "period": (Period,),
    "note": (Text,),
}
"""The classes of the other fields that may hold a partial record."""


def _checked_field(draft: Draft, attribute: attrs.Attribute[Any], value: object) -> object:
    """Return the value of a field, if it is a gap, or consists of complete or partial records of the right class."""
    name = attribute.name
    if name in RECORD_TYPES:
        return _checked_records(name, value)
    if name == "extra" or not isinstance(value, Gap | PartialRecord):
        return checked(draft, attribute, value)
    if isinstance(value, PartialRecord):
        _require_type(value, _SCALAR_TYPES.get(name, ()), name)
    return value


def _checked_records(name: str, value: object) -> tuple[object, ...]:
    require(value, tuple, where=f"Draft.{name}", expected="a sequence of records")
    given = cast("tuple[object, ...]", value)
    kinds = {item.record_type if type(item) is PartialRecord and item.origin else None for item in given}
    if kinds <= {*RECORD_TYPES[name]}:  # there may be very many, and nothing to simplify
        return given
    items = tuple(map(simplified, given))
    for item in items:
        _require_type(item, RECORD_TYPES[name], name)
    return items


def _type_of(item: object) -> type:
    return item.record_type if type(item) is PartialRecord else type(item)


def _require_type(item: object, kinds: tuple[type, ...], name: str) -> None:
    if _type_of(item) not in kinds:
        raise FieldTypeError(
            "wrong type of record",
            where=f"Draft.{name}",
            got=item,
            expected=" or ".join(kind.__name__ for kind in kinds) + ", complete or as a PartialRecord",
        )


offer(Draft)
