"""Read a report anew and keep what a person has filled in: `updated` merges two drafts of one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias, cast

from attrs import evolve, frozen

from aseansc.citations import Citation
from aseansc.drafts._draft import Draft
from aseansc.drafts._ids import Numbered
from aseansc.drafts._partials import Gap, PartialRecord, fields_of, gaps_in
from aseansc.texts import Text

_FIGURES: Final = ("observations", "targets", "claims")
_KEPT: Final = ("units", "instruments", "findings", "note", "extra")
"""What a draft of a report never fills in."""
_OF_WHOLE: Final = ("id", "title", "programme", "place", "period")
_REFERENCES: Final = (
    "indicator",
    "numerator",
    "denominator",
    "section",
    "actual",
    "target",
    "start",
    "end",
    "baseline",
)
_GONE: Final = Gap(
    reason=Text(
        en="These words are not in the report any more: delete the row, or cite the figure again.",
        vi="Báo cáo không còn những từ này: xóa dòng, hoặc trích dẫn lại.",
    )
)
_MOST_ALIGNED: Final = 20_000
_Row: TypeAlias = tuple[str, Any]
"""A record of a figure, and the name of its table."""


@frozen(kw_only=True)
class Update:
    """The result of `updated`.

    Args:
        draft: the draft of the report as it is read now, with what was filled in.
        kept: the number of fields that were filled in or corrected by a person.
        added: the number of figures that the old draft did not have.
        gone: the printed words of the figures that are not in the report any more; their citation is a gap.
    """

    draft: Draft
    kept: int
    added: int
    gone: tuple[str, ...]


def updated(old: Draft, new: Draft) -> Update:
    """Return a new draft of a report with what a person has filled in in an old one.

    Figures are matched by their printed words, in order. A field keeps its old value unless it was a gap or an
    unchanged proposal. Records that a person has added, moved to another table or deleted stay as they are.

    Args:
        old: the draft that a person has filled in.
        new: the draft of the report as it is read now.

    Raises:
        FieldError: if the two drafts do not fit together.
    """
    return _Merge(old, new).result()


class _Merge:
    def __init__(self, old: Draft, new: Draft) -> None:
        self.old, self.new = old, new
        self.kept = 0
        self.ids: dict[object, object] = {}
        """The id of each record of the old draft by that of the matching record of the new one."""

    def result(self) -> Update:
        pairs, gone, added = _matched(list(_rows(self.old)), list(_rows(self.new)))
        self._match_indicators(pairs)
        self._match_sections()
        taken = {record.get("id") for _, record in _rows(self.old) if isinstance(record, PartialRecord)}
        numbered = _numbered(self.old)
        self._rename((record for _, record in added), numbered, taken)
        indicators = self._indicators(numbered)
        rows: dict[str, list[Any]] = {name: [] for name in _FIGURES}
        merged = {id(old[1]): (old[0], self._merged(old[1], new[1])) for old, new in pairs}
        lost = {id(row[1]) for row in gone}
        for table, record in _rows(self.old):
            known = merged.get(id(record), (table, record))
            rows[known[0]].append(_without_citation(known[1]) if id(record) in lost else known[1])
        for table, record in added:
            rows[table].append(self._translated(record))
        fields: dict[str, Any] = {
            **{name: self._of_whole(name) for name in _OF_WHOLE},
            **{name: getattr(self.old, name) for name in _KEPT},
            **rows,
            "indicators": indicators,
            "sections": self._sections(),
            "mentions": self._mentions(),
            "documents": (*self.new.documents, *self.old.documents[1:]),
        }
        names = [name for name in _OF_WHOLE if name in (self.new if self._is_new(name) else self.old).proposed]
        draft = evolve(self.new, **fields, proposed=names)
        printed = tuple(dict.fromkeys(_printed(record) for _, record in gone))
        return Update(draft=draft, kept=self.kept, added=len(added), gone=printed)

    # -- matching

    def _match_indicators(self, pairs: Iterable[tuple[_Row, _Row]]) -> None:
        for (_, old), (_, new) in pairs:
            for name in ("id", "indicator"):
                if isinstance(new, PartialRecord) and _get(new, name) and _get(old, name):
                    self.ids.setdefault(_get(new, name), _get(old, name))

        old_units = {_get(item, "id"): _get(item, "unit") for item in self.old.indicators}
        for item in self.new.indicators:  # those with the same name and unit, although no figure matches
            ident = _get(item, "id")
            if isinstance(item, PartialRecord) and "name" in item.proposed and old_units.get(ident) == item.get("unit"):
                self.ids.setdefault(ident, ident)

    def _match_sections(self) -> None:
        known = {_heading(item): _get(item, "id") for item in self.old.sections}
        for item in self.new.sections:
            self.ids[_get(item, "id")] = known.get(_heading(item), _get(item, "id"))

    def _rename(self, records: Iterable[Any], numbered: Numbered, taken: set[Any]) -> None:
        """Give new records ids that the old draft does not have."""
        for record in records:
            ident = _get(record, "id")
            if isinstance(ident, str) and ident not in self.ids:
                self.ids[ident] = numbered.once(ident) if ident in taken else ident

    # -- merging

    def _merged(self, old: Any, new: Any) -> Any:
        """Return a record with what a person filled in, and the rest as it is read now."""
        if not isinstance(old, PartialRecord) or not isinstance(new, PartialRecord):
            return old
        new = self._translated(new)
        mine = {name for name, value in old.items() if name not in old.proposed and _is_given(value)}
        read = _readable(old, new) - (mine - {"citation"})
        self.kept += sum(name in new and new[name] != old[name] for name in mine - read)
        fields = {name: new[name] if name in read else old[name] for name in {*old, *read}}
        proposed = [name for name in new.proposed if name in read]
        return PartialRecord(old.record_type, fields, origin=new.origin, context=new.context, proposed=proposed)

    def _translated(self, record: Any) -> Any:
        """Return a new record whose id and references are those of the merged draft."""
        if not isinstance(record, PartialRecord):
            return record
        fields = {
            name: self.ids.get(value, value) if name in ("id", *_REFERENCES) and isinstance(value, str) else value
            for name, value in record.items()
        }
        return record.with_fields(fields, proposed=record.proposed)

    def _indicators(self, numbered: Numbered) -> tuple[Any, ...]:
        old = {_get(item, "id"): item for item in self.old.indicators}
        new = {self.ids.get(_get(item, "id")): item for item in self.new.indicators}
        found = [self._merged(item, new[ident]) if ident in new else item for ident, item in old.items()]
        for item in self.new.indicators:
            ident = _get(item, "id")
            if ident not in self.ids:
                self.ids[ident] = numbered.once(str(ident)) if ident in old else ident
            if self.ids[ident] not in old:
                found.append(self._translated(item))
        return tuple(found)

    def _sections(self) -> tuple[Any, ...]:
        old = {_get(item, "id"): item for item in self.old.sections}
        found = [
            self._merged(old[ident], item) if (ident := self.ids[_get(item, "id")]) in old else item
            for item in self.new.sections
        ]
        return tuple(found)

    def _mentions(self) -> tuple[Any, ...]:
        pairs, _, _ = _matched([("", item) for item in self.old.mentions], [("", item) for item in self.new.mentions])
        old = {id(new[1]): old[1] for old, new in pairs}
        return tuple(self._merged(old[id(item)], item) if id(item) in old else item for item in self.new.mentions)

    def _is_new(self, name: str) -> bool:
        value = getattr(self.old, name)
        return not _is_given(value) or name in self.old.proposed

    def _of_whole(self, name: str) -> object:
        return getattr(self.new if self._is_new(name) else self.old, name)


def _readable(old: PartialRecord, new: PartialRecord) -> set[str]:
    """Return the fields of a new record that an old one may take; one that a person moved takes no further ones."""
    known = {name for name in fields_of(old.record_type) if name in new}
    return known if old.record_type is new.record_type else known & {*old, "citation"}


def _is_given(value: object) -> bool:
    """Return whether a value has no gaps."""
    return next(gaps_in(value, ""), None) is None


def _rows(draft: Draft) -> Iterator[_Row]:
    for name in _FIGURES:
        for record in getattr(draft, name):
            yield name, record


def _get(record: Any, name: str) -> object:
    return (
        cast("Mapping[str, object]", record).get(name)
        if isinstance(record, PartialRecord)
        else getattr(record, name, None)
    )


def _printed(record: Any) -> str:
    citation = _get(record, "citation")
    return " ".join(citation.printed.split()) if isinstance(citation, Citation) else ""


def _start(row: _Row) -> int:
    citation = _get(row[1], "citation")
    return citation.start if isinstance(citation, Citation) else -1


def _heading(section: Any) -> str:
    return _printed(section)


def _matched(old: list[_Row], new: list[_Row]) -> tuple[list[tuple[_Row, _Row]], list[_Row], list[_Row]]:
    """Return the pairs of figures with the same printed words, the old ones without a partner, and the new ones."""
    old = sorted((row for row in old if _printed(row[1])), key=_start)
    new = sorted(new, key=_start)
    one, other = [_printed(row[1]) for row in old], [_printed(row[1]) for row in new]
    matcher = SequenceMatcher(None, one, other, autojunk=len(one) > _MOST_ALIGNED)
    pairs: list[tuple[_Row, _Row]] = []
    for first, second, size in matcher.get_matching_blocks():
        pairs += zip(old[first : first + size], new[second : second + size], strict=True)
    known = {id(row[1]) for pair in pairs for row in pair}
    gone = [row for row in old if id(row[1]) not in known]
    return pairs, gone, [row for row in new if id(row[1]) not in known]


def _without_citation(record: Any) -> Any:
    if not isinstance(record, PartialRecord):
        of: Any = record.__class__
        record = PartialRecord(of, {name: getattr(record, name) for name in fields_of(of)})
    return record.with_fields({**record, "citation": _GONE})


def _numbered(draft: Draft) -> Numbered:
    numbered = Numbered()
    for name in ("indicators", *_FIGURES):
        for record in getattr(draft, name):
            numbered.once(str(_get(record, "id")))
    return numbered
