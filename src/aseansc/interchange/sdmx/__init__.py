"""SDMX: the figures of a review as SDMX-ML 3.0 or SDMX-CSV 2.0, and drafts from what others wrote in SDMX.

``ml`` carries the structure with the data, and loses nothing. ``csv`` has the rows alone; `structure` is what belongs
beside them.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> rows = dumps(review, format="csv")
>>> loads(rows, structure=structure(review)) == review
True
>>> loads(rows).observations == review.observations  # a draft, whose indicators and all else are gaps
True
"""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.interchange._files import Source, decoded, read_bytes, write_bytes
from aseansc.interchange._losses import Loss
from aseansc.interchange._scalars import MOST_PROBLEMS
from aseansc.interchange.sdmx._cells import Row
from aseansc.interchange.sdmx._codes import AGENCY, COLUMNS, KEY
from aseansc.interchange.sdmx._csv import Table, csv_text
from aseansc.interchange.sdmx._definitions import Definition
from aseansc.interchange.sdmx._identity import named_of_columns
from aseansc.interchange.sdmx._losses import losses_of_rows
from aseansc.interchange.sdmx._messages import DATA_MESSAGES, Message, refused_message, require_version
from aseansc.interchange.sdmx._ml import data_text, embedded_structure
from aseansc.interchange.sdmx._others import draft_of_structure, foreign_draft
from aseansc.interchange.sdmx._reviews import draft_of, draft_of_framework, is_ours, no_review, review_of
from aseansc.interchange.sdmx._structure import DECLARATION, structure_text
from aseansc.interchange.sdmx._xml import local, root_of
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc.interchange._xml import Element

__all__ = ["Format", "dump", "dumps", "load", "loads", "losses", "structure"]

Format: TypeAlias = Literal["ml", "csv"]
"""SDMX-ML 3.0 with its structure, or SDMX-CSV 2.0."""

_FORMATS: Final = ("ml", "csv")
_OURS: Final = f"{AGENCY}:DF_"


def dumps(review: Review, format: Format = "ml", *, prepared: dt.date | None = None) -> str:  # noqa: A002
    """The figures of a review as a text of SDMX.

    Args:
        review: the review.
        format: ``ml`` or ``csv``.
        prepared: the day that the header of ``ml`` gives for itself; the last day of the review's period unless given,
            so that equal reviews have the same bytes.

    Raises:
        FieldTypeError: for anything but a review, and a day.
        FieldError: for another format; for a text that is so long that readers of the format refuse it.
    """
    _require_review(review, "sdmx.dumps")
    if _format(format) == "csv":
        return csv_text(review)
    return data_text(review, _day(review, prepared))


def dump(review: Review, target: Source, format: Format = "ml", *, prepared: dt.date | None = None) -> None:  # noqa: A002
    """Write what `dumps` gives to a path or an open file; to a path whole or not at all.

    Raises:
        FieldTypeError: for anything but a review, a day, and a path or a file.
        FieldError: for another format.
        OSError: when the path cannot be written; what stood there is still there.
    """
    write_bytes(dumps(review, format, prepared=prepared).encode(), target, "sdmx.dump")


def structure(review: Review, *, prepared: dt.date | None = None) -> str:
    """The structure message of a review's data: code lists, concepts, data structure and dataflow, as SDMX-ML 3.0.

    Args:
        review: the review.
        prepared: as for `dumps`.

    Raises:
        FieldTypeError: for anything but a review, and a day.
        FieldError: for a text that is so long that readers of XML refuse it.
    """
    _require_review(review, "sdmx.structure")
    return DECLARATION + structure_text(review, _day(review, prepared))


def losses(review: Review, format: Format = "ml") -> tuple[Loss, ...]:  # noqa: A002
    """What of a review a text of SDMX cannot carry: nothing with its structure, and without it whatever is no figure.

    Raises:
        FieldTypeError: for anything but a review.
        FieldError: for another format.
    """
    _require_review(review, "sdmx.losses")
    return losses_of_rows(review) if _format(format) == "csv" else ()


def loads(content: str | bytes, *, structure: str | bytes | None = None) -> Review | Draft:
    """What a text of SDMX holds: a `Review` when it is ours and its structure is there, and a `Draft` otherwise.

    Args:
        content: SDMX-CSV, or SDMX-ML: a data message, or a structure message.
        structure: the structure message that defines the data, where the data does not carry it.

    Raises:
        DocumentError: when it holds neither, with every problem and its place.
        MissingExtraError: for SDMX-ML, when lxml is not installed.
    """
    text = _text(content, "sdmx.loads")
    definitions = None if structure is None else _structure_root(_text(structure, "sdmx.loads, structure"))
    if text.lstrip()[:1] != "<":
        return _from_csv(text, definitions)
    return _from_ml(text, definitions)


def load(source: Source, *, structure: Source | None = None) -> Review | Draft:
    """Read what a path or an open file holds; see `loads`.

    Raises:
        DocumentError: when it holds neither a review nor data, with every problem and its place.
        MissingExtraError: for SDMX-ML, when lxml is not installed.
        OSError: when a path cannot be read.
    """
    definitions = None if structure is None else read_bytes(structure, "sdmx.load, structure")
    return loads(read_bytes(source, "sdmx.load"), structure=definitions)


# -- arguments


def _require_review(review: object, where: str) -> None:
    if not isinstance(review, Review):
        raise FieldTypeError("not a review", where=where, got=review, expected="a Review")


def _format(format: str) -> str:  # noqa: A002
    if format not in _FORMATS:
        raise FieldError("no such format", where="sdmx", got=format, expected="ml or csv")
    return format


def _day(review: Review, prepared: dt.date | None) -> dt.date:
    if prepared is None:
        return review.period.end
    if type(prepared) is not dt.date:
        raise FieldTypeError("not a day", where="sdmx.dumps, prepared", got=prepared, expected="a datetime.date")
    return prepared


# -- reading

_MARK: Final = "\ufeff"


def _text(content: str | bytes, where: str) -> str:
    """The text of a document, without the byte-order mark that spreadsheet programs put before it."""
    if isinstance(content, bytes) and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DocumentError(
                "the document is not in UTF-16, which its byte-order mark says",
                where=f"{where}, byte {error.start}",
                got=content[error.start : error.end],
                hint="Save it as UTF-8.",
            ) from None
    if isinstance(content, bytes):
        return decoded(content.removeprefix(codecs.BOM_UTF8), where)
    return decoded(content.removeprefix(_MARK) if isinstance(content, str) else content, where)


def _structure_root(text: str) -> Element:
    root = root_of(text)
    require_version(root)
    if local(root) != "Structure":
        raise DocumentError(
            "the structure is no structure message",
            where="sdmx.loads, structure",
            got=local(root),
            expected="Structure",
        )
    return root


def _from_csv(text: str, definitions: Element | None) -> Review | Draft:
    table = Table(text)
    numbered = iter(table)
    first = next(numbered, None)
    definition = None if definitions is None else Definition(definitions, table.structure)
    if not _is_ours(table.structure, table.columns):
        cells = _as_cells(table.columns, first, numbered)
        return foreign_draft(
            table.structure,
            cells,
            definition,
            table.problems,
            named=named_of_columns(table.columns),
            columns=table.columns,
            name=table.name,
            labels=table.labels,
        )
    rows = _picked(table, first, numbered)
    if definition is None or not is_ours(definition):
        return draft_of(rows, table.problems)
    return review_of(definition, 1, rows, table.problems)


def _is_ours(structure: str, columns: Iterable[str]) -> bool:
    """Whether rows are those of a review; a table without rows does not say of which structure it is."""
    return (not structure or structure.startswith(_OURS)) and {"FIGURE_TYPE", "FIGURE_ID"} <= set(columns)


Numbered: TypeAlias = tuple[int, list[str]]


def _as_cells(
    columns: tuple[str, ...], first: Numbered | None, rest: Iterator[Numbered]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows as cells by their columns; the first one was read already."""
    for number, cells in chain((first,) if first else (), rest):
        yield f"row {number}", dict(zip(columns, cells, strict=True))


def _picked(table: Table, first: Numbered | None, rest: Iterator[Numbered]) -> Iterator[tuple[str, Row]]:
    """Rows of ours, their cells in our order; columns that are off are problems of the table."""
    known = set(COLUMNS)
    for name in table.columns:
        if name not in known:
            table.problems.append(FieldError("no such column", where="row 1", got=name, expected=", ".join(COLUMNS)))
    for name in KEY:
        if name not in table.columns:
            table.problems.append(
                FieldError("a column is missing", where="row 1", got=name, expected="every dimension")
            )
    if first is None:
        return
    places = {name: number for number, name in enumerate(table.columns)}
    if table.columns == COLUMNS:
        yield f"row {first[0]}", tuple(first[1])
        for number, cells in rest:
            yield f"row {number}", tuple(cells)
        return
    empty = len(table.columns)
    pick = itemgetter(*(places.get(name, empty) for name in COLUMNS))
    for number, cells in chain((first,), rest):
        yield f"row {number}", pick([*cells, ""])


def _from_ml(text: str, definitions: Element | None) -> Review | Draft:
    root = root_of(text)
    require_version(root)
    if local(root) == "Structure":
        definition = Definition(root, "")
        return draft_of_framework(definition) if is_ours(definition) else draft_of_structure(definition)
    if local(root) not in DATA_MESSAGES:
        raise refused_message(root)
    data = Message(root, len(text))
    first = 1
    if definitions is None:
        embedded, first = embedded_structure(text)
        definitions = _structure_root(embedded) if embedded else None
    defined = None if definitions is None else Definition(definitions, data.structure)
    if not data.structure.startswith(_OURS):
        if defined is not None and defined.measure_dimension:
            data.measure = defined.measure_dimension
        rows_of_others = data.rows(() if defined is None else defined.dimensions)
        return foreign_draft(data.structure, rows_of_others, defined, [], named=data.named(), unread=data.unread)
    problems: list[AseanscError] = []
    rows = _in_order(data.rows(KEY), problems)
    if defined is None or not is_ours(defined):
        return draft_of(rows, problems, message=True)
    return review_of(defined, first, rows, problems)


def _in_order(rows: Iterable[tuple[str, dict[str, str]]], problems: list[AseanscError]) -> Iterator[tuple[str, Row]]:
    """Rows of ours from XML, their cells in our order."""
    known = set(COLUMNS)
    for where, cells in rows:
        problems += [
            FieldError("no such attribute", where=where, got=name, expected=", ".join(COLUMNS))
            for name in cells
            if name not in known
        ]
        if len(problems) > MOST_PROBLEMS:
            raise no_review(problems)
        yield where, tuple(cells.get(name, "") for name in COLUMNS)
