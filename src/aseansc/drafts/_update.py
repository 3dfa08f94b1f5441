"""Read a report anew and keep what a person has filled in: `updated` merges two drafts of one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, cast

from attrs import evolve, frozen

from aseansc.citations import Citation
from aseansc.drafts._collections import FOLLOWING
from aseansc.drafts._draft import Draft
from aseansc.drafts._ids import Numbered
from aseansc.drafts._match_figures import Pairs, Row, corrected_figures, match_figures, printed_of, value_of
from aseansc.drafts._partials import Gap, PartialRecord, fields_of, gaps_in
from aseansc.errors import require
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Value

_FIGURES: Final = ("observations", "targets", "claims", "mentions")
"""The tables of what is matched: a person may move a figure to the mentions, or a mention to the figures."""
_KEPT: Final = ("instruments", "findings", "note", "extra")
"""What a draft of a report never fills in."""
_OF_WHOLE: Final = ("id", "title", "programme", "place", "period")
_OF_FILE: Final = ("sha256", "file_sha256", "media_type", "reading")
"""The fields of a document that its file determines."""
_REFERENCES: Final = (
    "indicator",
    "numerator",
    "denominator",
    "section",
    "broader",
    "actual",
    "target",
    "start",
    "end",
    "baseline",
)
_OF_FIGURES: Final = ("actual", "target", "start", "end", "baseline", "part", "revises")
"""The fields that refer to a figure."""
_GONE: Final = Gap(
    reason=Text(
        en="These words are not in the report any more: delete the row, or cite the figure again.",
        vi="Báo cáo không còn những từ này: xóa dòng, hoặc trích dẫn lại.",
    )
)


@frozen(kw_only=True)
class Update:
    """The result of `updated`.

    Args:
        draft: the draft of the report as it is read now, with what was filled in.
        kept: the number of fields that were filled in or corrected by a person, such as the period of the report.
        added: the number of figures and mentions that the old draft did not have, also because they were deleted there.
        gone: the printed words of the figures, mentions and headings that are not in the report any more; their
            citation is a gap.
    """

    draft: Draft
    kept: int
    added: int
    gone: tuple[str, ...]


def updated(old: Draft, new: Draft) -> Update:
    """Return a new draft of a report with what a person has filled in in an old one.

    A figure is the same if its printed words and its sentence are; the sentence may be edited a little. A field keeps
    its old value unless it was a gap or an unchanged proposal. Records that a person has added, or moved to another
    table, stay. Figures and mentions that a person has deleted come back and count as added, because they cannot be
    distinguished from new ones.

    The first document of the new draft is the report. Records of the old one that cite other documents are unchanged.

    Args:
        old: the draft that a person has filled in.
        new: the draft of the report as it is read now.

    Raises:
        FieldTypeError: if one of them is not a draft.
    """
    for name, given in (("old", old), ("new", new)):
        require(given, Draft, where=f"drafts.updated, {name}", hint="For a review, pass Draft.of(review).")
    return _Merge(old, new).result()


class _Merge:
    def __init__(self, old: Draft, new: Draft) -> None:
        self.old, self.new = old, _with_units(new, {unit.code: unit for unit in old.units})
        self.kept = 0
        self.ids: dict[object, object] = {}
        """The id of each record of the old draft by that of the matching record of the new one."""
        self.corrected: dict[object, object] = {}
        """The id of each new record whose number was corrected in the report, by that of the old record."""
        self.gone: list[str] = []
        self.document, self.at = _report_in(old, new)
        """The report in the old draft, and its index."""
        report = new.documents[0] if new.documents else None
        known = value_of(report, "sha256")
        self.same_text = known is not None and known == value_of(self.document, "sha256")

    def result(self) -> Update:
        cited = [row for row in _rows(self.old) if self._is_of_report(row[1])]
        pairs = match_figures(cited, list(_rows(self.new)), same_text=self.same_text)
        matched = {id(record): record for pair in pairs for _, record in pair}
        added = [row for row in _rows(self.new) if id(row[1]) not in matched]
        self._match_indicators(pairs)
        numbered = _numbered(self.old)
        self._match_sections(numbered)
        self._rename((record for _, record in added), numbered)
        if not self.same_text:
            self._follow_corrections([row for row in cited if id(row[1]) not in matched], added)
        indicators = self._indicators(numbered)
        fields: dict[str, Any] = {
            **{name: self._of_whole(name) for name in _OF_WHOLE},
            **{name: getattr(self.old, name) for name in _KEPT},
            **self._figures(pairs, added),
            "indicators": indicators,
            "units": self._units(),
            "sections": self._sections(),
            "documents": self._documents(),
        }
        names = [name for name in _OF_WHOLE if name in (self.new if self._is_new(name) else self.old).proposed]
        draft = evolve(self.new, **fields, proposed=names)
        return Update(draft=draft, kept=self.kept, added=len(added), gone=tuple(dict.fromkeys(self.gone)))

    # -- matching

    def _match_indicators(self, pairs: Pairs) -> None:
        for (_, old), (_, new) in pairs:
            for name in ("id", "indicator"):
                if isinstance(new, PartialRecord) and value_of(new, name) and value_of(old, name):
                    self.ids.setdefault(value_of(new, name), value_of(old, name))

        known = {value_of(item, "id"): _measured(item) for item in self.old.indicators}
        for item in self.new.indicators:  # those with the same name and unit, although no figure matches
            ident = value_of(item, "id")
            if isinstance(item, PartialRecord) and "name" in item.proposed and known.get(ident) == _measured(item):
                self.ids.setdefault(ident, ident)

    def _match_sections(self, numbered: Numbered) -> None:
        known: dict[str, list[object]] = {}
        for item in self.old.sections:
            known.setdefault(printed_of(item), []).append(value_of(item, "id"))
        for item in self.new.sections:
            ident, same = value_of(item, "id"), known.get(printed_of(item))
            self.ids[ident] = same.pop(0) if same and printed_of(item) else numbered.once(str(ident))

    def _rename(self, records: Iterable[Any], numbered: Numbered) -> None:
        """Give new records ids that the old draft does not have."""
        taken = {value_of(record, "id") for _, record in _rows(self.old)}
        for record in records:
            ident = value_of(record, "id")
            if isinstance(ident, str) and ident not in self.ids:
                self.ids[ident] = numbered.once(ident) if ident in taken else ident

    def _follow_corrections(self, left: list[Row], added: list[Row]) -> None:
        for (_, old), (_, new) in corrected_figures(left, added):
            ident, to = value_of(old, "id"), value_of(new, "id")
            if isinstance(ident, str) and isinstance(to, str):
                self.corrected[ident] = self.ids[to]

    # -- merging

    def _figures(self, pairs: Pairs, added: Iterable[Row]) -> dict[str, list[Any]]:
        """Return the figures and mentions of each table: those of the old draft, then the added ones."""
        rows: dict[str, list[Any]] = {name: [] for name in _FIGURES}
        merged = {id(old[1]): self._merged(old[1], new[1]) for old, new in pairs}
        for table, record in _rows(self.old):
            rows[table].append(merged[id(record)] if id(record) in merged else self._unmatched(record))
        for table, record in added:
            rows[table].append(self._translated(record))
        return rows

    def _merged(self, old: Any, new: Any) -> Any:
        """Return a record with what a person filled in, and the rest as it is read now."""
        old, new = self._following(old), self._translated(new)
        mine = {name for name, value in old.items() if name not in old.proposed and _is_given(value)}
        read = _readable(old, new) - (mine - {"citation"}) - self._emptied(old, new)
        self.kept += sum(name in new and new[name] != old[name] for name in mine - read)
        fields = {name: new[name] if name in read else old[name] for name in {*old, *read} - _no_longer_asked(old, new)}
        proposed = [name for name in new.proposed if name in read]
        return PartialRecord(old.record_type, fields, origin=new.origin, context=new.context, proposed=proposed)

    def _emptied(self, old: PartialRecord, new: PartialRecord) -> set[str]:
        """Return the fields that a person emptied: those that the same words at the same time gave the old record, too.

        A required field is asked again, unless it follows from others.
        """
        is_same = self.same_text or (old.context != "" and old.context == new.context)
        if not is_same or old.get("time") != new.get("time"):
            return set()
        return {
            name
            for name, needed in fields_of(old.record_type).items()
            if name not in old and (not needed or name in FOLLOWING)
        }

    def _translated(self, record: Any) -> PartialRecord:
        """Return a new record whose id and references are those of the merged draft."""
        part = _partial_of(record)
        fields = {
            name: self.ids.get(value, value) if name in ("id", *_REFERENCES) and isinstance(value, str) else value
            for name, value in part.items()
        }
        citation, report = fields.get("citation"), value_of(self.document, "id")
        if isinstance(citation, Citation) and isinstance(report, str):
            fields["citation"] = evolve(citation, document=report)
        return part.with_fields(fields, proposed=part.proposed)

    def _following(self, record: Any) -> PartialRecord:
        """Return an old record that refers to the new records of corrected numbers."""
        part = _partial_of(record)
        moved = {name: self.corrected[part[name]] for name in _OF_FIGURES if part.get(name) in self.corrected}
        return part.with_fields({**part, **moved}, proposed=part.proposed) if moved else part

    def _unmatched(self, record: Any) -> Any:
        """Return an old record that was not found in the report; if the text has changed, its citation is a gap."""
        if any(value_of(record, name) in self.corrected for name in _OF_FIGURES):
            record = self._following(record)
        if self.same_text or not self._is_of_report(record):
            return record
        self.gone.append(printed_of(record))
        part = _partial_of(record)
        return part.with_fields({**part, "citation": _GONE})

    def _is_of_report(self, record: Any) -> bool:
        citation, report = value_of(record, "citation"), value_of(self.document, "id")
        return isinstance(citation, Citation) and (not isinstance(report, str) or citation.document == report)

    def _new_indicators(self) -> dict[object, Any]:
        """Return the new indicators by their ids in the old draft; of merged ones, that which was kept."""
        found: dict[object, Any] = {}
        for item in self.new.indicators:
            ident = value_of(item, "id")
            to = self.ids.get(ident)
            if to not in found or to == ident:
                found[to] = item
        return found

    def _indicators(self, numbered: Numbered) -> tuple[Any, ...]:
        old = {value_of(item, "id"): item for item in self.old.indicators}
        new = self._new_indicators()
        found = [self._merged(item, new[ident]) if ident in new else item for ident, item in old.items()]
        for item in self.new.indicators:
            ident = value_of(item, "id")
            if ident not in self.ids:
                self.ids[ident] = numbered.once(str(ident)) if ident in old else ident
            if self.ids[ident] not in old:
                found.append(self._translated(item))
        return tuple(found)

    def _sections(self) -> tuple[Any, ...]:
        """Return the sections in the order of the report; those that are only in the old draft follow the same one."""
        old = {value_of(item, "id"): item for item in self.old.sections}
        new = {self.ids[value_of(item, "id")]: item for item in self.new.sections}
        found = {
            ident: self._merged(old[ident], item) if ident in old else self._translated(item)
            for ident, item in new.items()
        }
        order, before = list(found), 0
        for ident, item in old.items():
            if ident not in new:
                found[ident] = self._unmatched(item)
                order.insert(before, ident)
            before = order.index(ident) + 1
        return tuple(found[ident] for ident in order)

    def _units(self) -> tuple[Unit, ...]:
        """Return the units of the old draft, and those that the new one proposes for other nouns."""
        known = {unit.code for unit in self.old.units}
        nouns = {unit.vi for unit in self.old.units}
        return (*self.old.units, *(unit for unit in self.new.units if unit.code not in known and unit.vi not in nouns))

    def _documents(self) -> tuple[Any, ...]:
        if not self.new.documents or not self.old.documents:
            return self.new.documents or self.old.documents
        old, new = _partial_of(self.document), _partial_of(self.new.documents[0])
        fields = {**old, **{name: new[name] for name in _OF_FILE if name in new}}
        known = list(self.old.documents)
        known[self.at] = old.with_fields(fields)
        return tuple(known)

    def _is_new(self, name: str) -> bool:
        value = getattr(self.old, name)
        return not _is_given(value) or name in self.old.proposed

    def _of_whole(self, name: str) -> object:
        """Return a field of the review; one that a person filled in counts as kept."""
        if self._is_new(name):
            return getattr(self.new, name)
        self.kept += name != "id"
        return getattr(self.old, name)


def _with_units(draft: Draft, known: Mapping[str, Unit]) -> Draft:
    """Return a draft whose custom units are those that are known by their codes, with other names."""
    if all(known.get(unit.code, unit) is unit for unit in draft.units):
        return draft
    names = ("indicators", *_FIGURES)
    return evolve(draft, **{name: _in_units(getattr(draft, name), known) for name in (*names, "units")})


def _in_units(item: Any, known: Mapping[str, Unit]) -> Any:
    """Return a value of a draft in which units are replaced by those that are known by their codes."""
    if isinstance(item, tuple):
        return tuple(_in_units(part, known) for part in cast("tuple[object, ...]", item))
    if isinstance(item, PartialRecord):
        return item.with_fields({name: _in_units(part, known) for name, part in item.items()}, proposed=item.proposed)
    if isinstance(item, Unit):
        return known.get(item.code, item)
    if isinstance(item, Value) and item.unit.code in known:
        return evolve(item, unit=known[item.unit.code])
    return item


def _readable(old: PartialRecord, new: PartialRecord) -> set[str]:
    """Return the fields of a new record that an old one may take; one that a person moved takes no further ones."""
    known = {name for name in fields_of(old.record_type) if name in new}
    return known if old.record_type is new.record_type else known & {*old, "citation"}


def _no_longer_asked(old: PartialRecord, new: PartialRecord) -> set[str]:
    """Return the fields that an old record asks for, and that a new one leaves out because they follow from others."""
    if old.record_type is not new.record_type:
        return set()
    return {name for name in FOLLOWING if isinstance(old.get(name), Gap) and name not in new}


def _is_given(value: object) -> bool:
    """Return whether a value has no gaps."""
    return next(gaps_in(value, ""), None) is None


def _partial_of(record: Any) -> PartialRecord:
    if isinstance(record, PartialRecord):
        return record
    of: Any = record.__class__
    return PartialRecord(of, {name: getattr(record, name) for name in fields_of(of)})


def _measured(indicator: Any) -> tuple[object, object]:
    """Return the Vietnamese name of an indicator and its unit."""
    return value_of(value_of(indicator, "name"), "vi"), value_of(indicator, "unit")


def _report_in(old: Draft, new: Draft) -> tuple[Any, int]:
    """Return the document of an old draft that is the report, with its index: the one with its id, or the first."""
    ident = value_of(new.documents[0], "id") if new.documents else None
    at = next((at for at, item in enumerate(old.documents) if value_of(item, "id") == ident), 0)
    return (old.documents[at] if old.documents else None), at


def _rows(draft: Draft) -> Iterator[Row]:
    for name in _FIGURES:
        for record in getattr(draft, name):
            yield name, record


def _numbered(draft: Draft) -> Numbered:
    numbered = Numbered()
    for name in ("indicators", "sections", *_FIGURES):
        for record in getattr(draft, name):
            numbered.once(str(value_of(record, "id")))
    return numbered
