"""Views of records in notebooks, as HTML, and on terminals, with rich.

Notebooks and rich call these functions by themselves: end a cell with a review, or write ``rich.print(review)``. The
HTML has no colours of its own, so that it fits a light and a dark page.

>>> from aseansc.units import household_turn
>>> from aseansc.values import Value
>>> print(as_html(Value.over("60000", household_turn)).splitlines()[0])
<div><p><b>over 60,000 household-turns</b></p>
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, cast

import attrs

from aseansc._attrs import Record, Scalar
from aseansc._decimals import plain
from aseansc._printable import printable
from aseansc.audit import Audit, Verdict
from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.drafts import RECORD_TYPES, Draft
from aseansc.errors import require
from aseansc.observations import Observation, Series
from aseansc.reviews import Figure, Review
from aseansc.values import Attainment, Change, RelativeChange, Value

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["as_html", "as_rich"]

Statement: TypeAlias = Value | Change | RelativeChange | Attainment


class _View(NamedTuple):
    """A title, and a table of plain texts, of which only the first rows are made."""

    title: str
    rows: Sequence[Sequence[str]]
    header: Sequence[str] = ()
    caption: str = ""
    total: int = 0
    """The number of all rows, if there may be more than those shown."""


_MOST_ROWS: Final = 50
_LONGEST: Final = 1000


def as_html(record: Record | Scalar) -> str:
    """Return a view of a record or a value as HTML, with all texts escaped.

    At most 50 rows are shown, and at most 1,000 characters of a text.

    Raises:
        FieldTypeError: for anything else.
    """
    view = _view(record)
    parts = [f"<div><p><b>{_html(view.title)}</b></p>"]
    if view.caption:
        parts.append(f"<p>{_html(view.caption)}</p>")
    parts.append("<table>")
    if view.header:
        parts.append(f"<thead><tr>{''.join(map(_heading, view.header))}</tr></thead>")
    rows = (f"<tr>{''.join(map(_cell, row))}</tr>" for row in view.rows)
    parts.append(f"<tbody>{''.join(rows)}</tbody></table>")
    if left := _left(view):
        parts.append(f"<p>{_html(left)}</p>")
    return "\n".join(parts) + "</div>"


def as_rich(record: Record | Scalar) -> RenderableType:
    """Return a view of a record or a value that rich can print. It needs the package rich.

    Raises:
        FieldTypeError: for anything else.
    """
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text as Line

    view = _view(record)
    table = Table(show_header=bool(view.header))
    for name in view.header or ("", ""):
        table.add_column(name, overflow="fold")
    for row in view.rows:
        table.add_row(*(Line(_short(cell)) for cell in row))
    before, after = ([Line(_short(text))] if text else [] for text in (view.caption, _left(view)))
    return Group(Line(_short(view.title), style="bold"), *before, table, *after)


def _html(text: str) -> str:
    return escape(_short(text))


def _heading(name: str) -> str:
    return f'<th scope="col" style="text-align: left">{_html(name)}</th>'


def _cell(text: str) -> str:
    return f'<td dir="auto" style="text-align: left">{_html(text)}</td>'


def _short(text: str) -> str:
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _left(view: _View) -> str:
    left = view.total - _MOST_ROWS
    return f"{left:,} more rows are not shown." if left > 0 else ""


def _view(record: object) -> _View:
    if isinstance(record, Statement):
        return _view_of_statement(record)
    if isinstance(record, Scalar):
        return _View(type(record).__name__, [("as text", str(record))])
    require(record, Record, where="aseansc.views, record", expected="a record or a value")
    return _VIEWS.get(type(record), _view_of_record)(record)


def _view_of_statement(value: Statement) -> _View:
    return _View(f"{value:en}", [("as text", str(value)), (_STATED, str(value.interval()))])


_STATED: Final = "interval as stated"


def _view_of_record(record: Record) -> _View:
    """Show the fields that are given, one in a row."""
    rows: list[tuple[str, str]] = []
    for attribute in attrs.fields(cast("Any", type(record))):
        cell = getattr(record, attribute.name)
        if attribute.init and not attribute.name.startswith("_") and not isinstance(cell, Absent) and cell != ():
            rows.append((attribute.name, _text(cell)))
    if isinstance(record, Observation) and isinstance(record.value, Statement):
        at = [name for name, _ in rows].index("value") + 1
        rows.insert(at, (_STATED, str(record.value.interval())))
    return _View(type(record).__name__, rows)


def _text(cell: object) -> str:
    if isinstance(cell, Statement):
        return f"{cell:en}"
    if isinstance(cell, Citation):
        return cell.printed
    if isinstance(cell, tuple):
        return ", ".join(_text(item) for item in cast("tuple[object, ...]", cell)[:_MOST_ROWS])
    return plain(cell) if isinstance(cell, Decimal) else str(cell)


def _view_of_series(series: Series) -> _View:
    rows = [_figure_cells(item) for item in series[:_MOST_ROWS]]
    categories = f", {', '.join(series.breakdown)}" if series.breakdown else ""
    return _View(f"{series.indicator}, {series.place}{categories}", rows, _FIGURE, total=len(series))


_FIGURE: Final = ("time", "value", _STATED, "status", "printed")


def _figure_cells(figure: Figure, review: Review | None = None) -> tuple[str, ...]:
    time = "" if isinstance(figure.time, Absent) else str(figure.time)
    collection = getattr(figure, "time_collection", Absent.NOT_STATED)
    value = figure.value
    possible = "" if isinstance(value, Absent) else str(value.interval())
    if review is not None and isinstance(figure, Observation) and not isinstance(value, Absent):
        possible = str(review.interval(figure))
    return (
        time if isinstance(collection, Absent) else f"{time} {collection.value}",
        value.value if isinstance(value, Absent) else f"{value:en}",
        possible,
        ", ".join(status.value for status in figure.statuses),
        "" if isinstance(figure.citation, Absent) else figure.citation.printed,
    )


def _view_of_review(review: Review) -> _View:
    rows: list[tuple[str, ...]] = []
    figures = review.figures()
    for figure in figures[:_MOST_ROWS]:
        indicator = review.indicator_of(figure)
        name = "" if isinstance(indicator, Absent) else indicator.name.en
        rows.append((name, type(figure).__name__, *_figure_cells(figure, review)))
    counted = f"{len(review.indicators)} indicators, {len(figures)} figures"
    caption = f"{review.programme.en}. {review.place}, {review.period}: {counted}"
    header = ("indicator", "type", "time", "value", "possible values", "status", "printed")
    return _View(review.title.en, rows, header, caption, len(figures))


def _view_of_audit(audit: Audit) -> _View:
    order = [Verdict.CONTRADICTED, Verdict.CONDITIONAL, Verdict.UNDETERMINED, Verdict.CONSISTENT]
    checks = sorted(audit.checks, key=lambda check: order.index(check.verdict))
    rows = [(check.verdict.value, check.code.value, check.message("en")) for check in checks[:_MOST_ROWS]]
    caption = ", ".join(f"{sum(check.verdict is verdict for check in checks)} {verdict.value}" for verdict in order)
    return _View(f"Audit of {audit.review}", rows, ("verdict", "check", "message"), caption, len(checks))


def _view_of_draft(draft: Draft) -> _View:
    gaps = draft.gaps
    counts = ((name, len(getattr(draft, name))) for name in RECORD_TYPES)
    title = f"Draft {draft.id}" if isinstance(draft.id, str) else "Draft"
    caption = "; ".join([f"{len(gaps)} gaps", *(f"{count} {name}" for name, count in counts if count)])
    rows = [(where, gap.reason.en) for where, gap in gaps[:_MOST_ROWS]]
    return _View(title, rows, ("where", "what is missing"), caption, len(gaps))


_VIEWS: Final[dict[type, Callable[[Any], _View]]] = {
    Review: _view_of_review,
    Series: _view_of_series,
    Audit: _view_of_audit,
    Draft: _view_of_draft,
}
