"""`Draft`: a review with gaps."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from typing import Any, Final, cast, final

import attrs
from attrs import field, frozen

from aseansc._attrs import Record, as_tuple
from aseansc._hypothesis_plugin import offer
from aseansc.citations import Document
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.drafts._partials import (
    NOT_GIVEN,
    Gap,
    PartialRecord,
    checked,
    fields_of,
    finished,
    gaps_in,
    placed,
    put,
    steps_of,
    whole,
)
from aseansc.errors import AseanscError, DraftError, FieldTypeError, ReviewError, unknown_name
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
@frozen(kw_only=True)
class Draft(Record):
    """A review with gaps. Its fields are those of `Review`; each may be a `Gap`, each record a `PartialRecord`.

    Args:
        id: names the review.
        title: what it is.
        programme: what it reviews.
        place: code of the place it is of.
        period: the period it is of.
        documents: what its figures are cited from.
        units: units of its own.
        sections: the sections of the document.
        instruments: the documents it rests on.
        indicators: what it measures.
        observations: the values it states.
        targets: the values it says were wanted.
        claims: the derived figures it states.
        mentions: the numbers of the text that are no figures.
        findings: what it reports in words.
        note: anything a reader of the whole should know.
        extra: what others add, in JSON.

    Raises:
        FieldTypeError: for a record of another class than the field holds.
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

    def __attrs_post_init__(self) -> None:
        for attribute in attrs.fields(Review):
            if attribute.init:
                self._check(attribute)

    def _check(self, attribute: attrs.Attribute[Any]) -> None:
        """What stands in a field is of the class of the field, whole or in part, or is a gap."""
        name, value = attribute.name, getattr(self, attribute.name)
        kinds = RECORD_TYPES.get(name)
        if kinds is None:
            if not isinstance(value, Gap | PartialRecord) or name == "extra":
                object.__setattr__(self, name, checked(self, attribute, value))
                return
            items, kinds = cast("tuple[object, ...]", (value,)), _SCALAR_TYPES.get(name, ())
        else:
            if not isinstance(value, tuple):
                raise FieldTypeError(
                    f"{name} is of the wrong type", where=f"Draft.{name}", got=value, expected="a sequence of records"
                )
            items = tuple(whole(item) for item in cast("tuple[object, ...]", value))
            object.__setattr__(self, name, items)
        for item in items:
            of = item.record_type if isinstance(item, PartialRecord) else type(item)
            if of not in kinds and not (isinstance(item, Gap) and name not in RECORD_TYPES):
                raise FieldTypeError(
                    "a record of another class",
                    where=f"Draft.{name}",
                    got=item,
                    expected=" or ".join(kind.__name__ for kind in kinds) + ", whole or PartialRecord",
                )

    @classmethod
    def of(cls, review: Review) -> Draft:
        """A review as a draft without gaps, to take something out of it or to add to it.

        >>> from aseansc.datasets import skeleton
        >>> Draft.of(skeleton.load()).finish() == skeleton.load()
        True
        """
        if not isinstance(review, Review):
            raise FieldTypeError("not a review", where="Draft.record_type", got=review, expected="a Review")
        return cls(**{name: getattr(review, name) for name in fields_of(Review)})

    @property
    def gaps(self) -> tuple[tuple[str, Gap], ...]:
        """Where something has to be filled in, as ``observations[0].value.unit``, and why; in their order."""
        return tuple(found for name in fields_of(Review) for found in gaps_in(getattr(self, name), name))

    def fill(self, where: str, value: object) -> Draft:
        """A draft with something filled in, or exchanged.

        Args:
            where: the place, as `gaps` gives it: ``observations[0].value.unit``.
            value: what stands there.

        Raises:
            UnknownNameError: for a field that is not there.
            ParseError: for what is no place of a draft.
            FieldTypeError: for a value of the wrong class.
        """
        name, *rest = steps_of(where)
        names = fields_of(Review)
        if name not in names:
            raise unknown_name("field of Draft", name, names, where=where)
        field_name = str(name)
        before: Any = getattr(self, field_name)
        after: Any = put(before, rest, value, where)
        if not rest or field_name not in RECORD_TYPES:
            changed: dict[str, Any] = {field_name: after}
            return attrs.evolve(self, **changed)
        # One record has changed, and is checked by itself: all of them each time would take the square of the time.
        at = int(rest[0])
        alone: dict[str, Any] = {field_name: (after[at],)}
        records = (*before[:at], *getattr(Draft(**alone), field_name), *before[at + 1 :])
        filled = copy(self)
        object.__setattr__(filled, field_name, records)
        return filled

    def finish(self) -> Review:
        """The review, when nothing is missing and everything holds together.

        Raises:
            DraftError: with every gap and every problem, each with its place.
        """
        problems: list[AseanscError] = []
        fields = {name: finished(getattr(self, name), name, problems) for name in fields_of(Review)}
        if not problems:
            try:
                return Review(**fields)
            except ReviewError as error:
                known = self._records_by_name()
                problems.extend(_located(problem, known) for problem in error.problems)
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise DraftError(f"the draft is no review yet: {count}", where=self._named(), problems=tuple(problems))

    def _records_by_name(self) -> Mapping[str, tuple[str, str]]:
        """Where each record is, and what it is from, by what a problem of the review calls it; of two the first."""
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
"""The classes of the records in each list of a draft."""

_SCALAR_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "title": (Text,),
    "programme": (Text,),
    "period": (Period,),
    "note": (Text,),
}
"""The classes of what may be partial elsewhere in a draft."""


_RECORD: Final = re.compile(r"\w+ '[^']*'")
"""How a problem of a review names the record it is of."""


def _located(problem: AseanscError, known: Mapping[str, tuple[str, str]]) -> AseanscError:
    """A problem of the whole review, with the place of the record it is of."""
    match = _RECORD.match(problem.where)
    if match is None or match[0] not in known:
        return problem
    where, origin = known[match[0]]
    return placed(problem, f"{where} ({problem.where})", origin)


offer(__name__)
