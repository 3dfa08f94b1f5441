"""``aseansc show`` of a draft: its figures, with a question mark for what is missing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from itertools import groupby
from math import inf
from typing import Any, Final, cast

from rich.console import Console
from rich.table import Table

from aseansc._decimals import plain
from aseansc._phrases import collected, when
from aseansc.citations import Citation
from aseansc.cli._output import Line
from aseansc.cli._words import WORDS, counted
from aseansc.codelists import Absent
from aseansc.drafts import Draft, Gap, PartialRecord
from aseansc.errors import FieldError
from aseansc.labels import Lang, label
from aseansc.observations import Status
from aseansc.periods import AsOf, Period
from aseansc.texts import Text
from aseansc.units import Unit
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

_GAP: Final = "?"


def show_draft(draft: Draft, console: Console, lang: Lang) -> None:
    """Print the figures of a draft in the order of the text, then what is missing, by field."""
    words = WORDS[lang]
    figures = sorted((*draft.observations, *draft.targets, *draft.claims), key=_position)
    gaps = draft.gaps
    title = _text(draft.title, lang)
    name = _text(draft.id, lang)
    console.print(Line(title if title != _GAP else name, style="bold"))
    numbers = {"figures": len(figures), "proposals": len(draft.proposals), "gaps": len(gaps)}
    counts = [counted(number, name, lang) for name, number in numbers.items() if number or name != "proposals"]
    console.print(Line(f"{words['draft']}; {', '.join(counts)}"))
    if figures:
        console.print()
        _print_figures(draft, figures, console, lang)
    if gaps:
        console.print()
        console.print(_table_of_gaps(gaps, lang))


def refuse_choice(**options: object) -> None:
    """Raise an error if an option of reviews is given for a draft.

    Raises:
        FieldError: if one is given.
    """
    for option, value in options.items():
        if value:
            raise FieldError(
                "a draft can only be shown whole",
                where=f"aseansc show --{option}",
                got="a draft",
                expected="a review without gaps",
                hint="Fill in the gaps first: aseansc check lists them.",
            )


def _position(figure: object) -> float:
    citation = _Fields(figure).get("citation")
    return citation.start if isinstance(citation, Citation) else inf


def _print_figures(draft: Draft, figures: list[Any], console: Console, lang: Lang) -> None:
    """Print the figures, each run of them under the name of the indicator that they are about."""
    console.print(_table_of_figures([], lang))
    names = {_Fields(one).get("id"): _text(_Fields(one).get("name"), lang) for one in draft.indicators}
    about = {_Fields(one).get("id"): _Fields(one).get("indicator") for one in (*draft.observations, *draft.targets)}
    for indicator, run in groupby(figures, partial(_indicator_of, about=about)):
        console.print(Line(names.get(indicator, _GAP), style="bold"))
        console.print(_table_of_figures([*run], lang))


def _indicator_of(figure: object, about: Mapping[object, object]) -> str:
    """Return the id of the indicator of a figure: for a percent of a plan, that of what was reached, or of the plan."""
    fields = _Fields(figure)
    named = fields.get("indicator") or about.get(fields.get("actual")) or about.get(fields.get("target"))
    return named if isinstance(named, str) else ""


def _table_of_figures(figures: list[Any], lang: Lang) -> Table:
    """Return a table of figures without its header, or of none, with only the header."""
    words = WORDS[lang]
    table = _table()
    table.show_header = not figures
    for heading, width in ((words["printed"], 24), (words["value"], 25), (words["time"], 17), (words["status"], 11)):
        table.add_column(heading, width=width, overflow="fold")
    for figure in figures:
        table.add_row(*(_cell(text) for text in _cells(figure, lang)))
    return table


def _table_of_gaps(gaps: tuple[tuple[str, Gap], ...], lang: Lang) -> Table:
    """Return a table of the fields with gaps: how many there are, and the reason of the first."""
    groups: dict[str, list[Gap]] = {}
    for where, gap in gaps:
        groups.setdefault(re.sub(r"\[\d+\]", "", where), []).append(gap)
    table = _table()
    table.add_column(WORDS[lang]["gaps"], width=5, justify="right")
    table.add_column(WORDS[lang]["field"], width=30, overflow="fold")
    table.add_column(WORDS[lang]["missing"], width=43, overflow="fold")
    for where, group in groups.items():
        table.add_row(str(len(group)), Line(where), Line(_text(group[0].reason, lang)))
    return table


def _table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", highlight=False)


def _cell(text: str) -> Line:
    """Return a text with its question marks highlighted."""
    line = Line(text)
    line.highlight_regex(r"(?<!\S)\?(?!\S)", "bold yellow")
    return line


def _cells(figure: Any, lang: Lang) -> tuple[str, str, str, str]:
    """Return the printed words, value, time and statuses of a figure as texts."""
    fields = _Fields(figure)
    citation = fields.get("citation")
    printed = citation.printed if isinstance(citation, Citation) else ""
    statuses = fields.get("statuses")
    named = cast("tuple[Status | Gap, ...]", statuses) if isinstance(statuses, tuple) else ()
    value = _GAP if fields.get("value") is None else _text(fields.get("value"), lang)
    return printed, value, _time(fields, lang), ", ".join(_text(item, lang) for item in named)


class _Fields:
    """The fields of a record or a partial record by name; ``None`` if not given."""

    def __init__(self, record: object) -> None:
        self._record = record

    def get(self, name: str) -> object:
        if isinstance(self._record, Mapping):
            return cast("Mapping[str, object]", self._record).get(name)
        return getattr(self._record, name, None)


def _time(fields: _Fields, lang: Lang) -> str:
    time, collection, per = fields.get("time"), fields.get("time_collection"), fields.get("per")
    if not isinstance(time, Period | AsOf):
        return "" if isinstance(time, Absent) else _GAP
    known: Any = collection
    if collection is None or isinstance(collection, Absent):  # a claim has none
        return when(time, lang)
    if isinstance(collection, Gap) or isinstance(per, Gap):
        return f"{when(time, lang)}, {_GAP}"
    return collected(time, known, Absent.NOT_APPLICABLE if per is None else cast("Any", per), lang)


def _text(value: object, lang: Lang) -> str:
    """Return a field of a draft as text, with a question mark for each gap."""
    match value:
        case Gap():
            return _GAP
        case Value() | Change() | RelativeChange() | Attainment():
            return f"{value:{lang}}"
        case Text():
            return value.lookup(lang).text
        case Absent() | Status():
            return label(value, lang)
        case PartialRecord():
            return _partial(value, lang)
        case _:
            return str(value)


def _partial(record: PartialRecord, lang: Lang) -> str:
    """Return what is known of a value without a unit, or of a name in one language."""
    if record.record_type is Text:
        known = [text for text in record.values() if isinstance(text, str)]
        return known[0] if known else _GAP
    parts = (_part(name, record.get(name), lang) for name in ("qualifier", "magnitude", "upper", "unit"))
    return " ".join(filter(None, parts)) or _GAP


def _part(name: str, part: object, lang: Lang) -> str:
    match part:
        case None:
            return _GAP if name in ("magnitude", "unit") else ""
        case Qualifier():
            return "" if part is Qualifier.EXACT else label(part, lang)
        case Decimal():
            return plain(part)
        case Unit():
            return part.name(lang, plural=True)
        case _:
            return _text(part, lang)
