"""Read and write SDMX: reviews as SDMX-ML 3.0, SDMX-CSV 2.0 or SDMX-JSON 2.0, and data of other publishers as drafts.

The format ``ml`` includes the structure message and loses nothing. The formats ``csv`` and ``json`` have only the
figures; `structure` writes the structure message to keep with them.

>>> from aseansc.datasets import lai_chau
>>> review = lai_chau.load()
>>> loads(dumps(review)) == review
True
>>> rows = dumps(review, format="csv")
>>> loads(rows, structure=structure(review)) == review
True
>>> loads_draft(rows).observations == review.observations  # indicators, title and so on are gaps
True
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from operator import itemgetter
from typing import Any, Final, Literal, TypeAlias

from aseansc._collector import collector_paused
from aseansc.drafts import Draft
from aseansc.errors import AseanscError, DocumentError, FieldError, FieldTypeError
from aseansc.interchange._document.finishing import finish
from aseansc.interchange._files import Source, decoded, read_bytes, require_review, write_bytes
from aseansc.interchange.sdmx._data_structure import AGENCY, COLUMNS, KEY, Row
from aseansc.interchange.sdmx._elements import DATA_MESSAGES as DATA_MESSAGES, local, root_of
from aseansc.interchange.sdmx._foreign import draft_from_rows
from aseansc.interchange.sdmx._foreign_columns import (
    MOST_TOGETHER,
    ForeignRows,
    Roles,
    in_full,
    in_parts,
    roles_from_columns,
)
from aseansc.interchange.sdmx._foreign_indicators import draft_from_structure
from aseansc.interchange.sdmx._json_structure import JsonStructure
from aseansc.interchange.sdmx._losses import losses_of_rows
from aseansc.interchange.sdmx._read_csv import Table
from aseansc.interchange.sdmx._read_json import JsonMessage
from aseansc.interchange.sdmx._read_review import (
    draft_from_own_rows,
    draft_from_own_structure,
    invalid,
    is_own_structure,
    review_from_rows,
)
from aseansc.interchange.sdmx._read_structure import Definition
from aseansc.interchange.sdmx._read_xml import (
    Message,
    embedded_structure,
    is_sdmx as is_sdmx,
    require_version,
    unsupported_message,
)
from aseansc.interchange.sdmx._write_csv import csv_text
from aseansc.interchange.sdmx._write_json import json_text
from aseansc.interchange.sdmx._write_structure import DECLARATION, structure_text
from aseansc.interchange.sdmx._write_xml import data_text
from aseansc.limits import Limits, in_force, limited
from aseansc.losses import Loss
from aseansc.reviews import Review

__all__ = ["Format", "dump", "dumps", "load", "load_draft", "loads", "loads_draft", "losses", "structure"]

Format: TypeAlias = Literal["ml", "csv", "json"]
"""``ml`` is SDMX-ML 3.0 with its structure message; ``csv`` is SDMX-CSV 2.0; ``json`` is SDMX-JSON 2.0."""

_FORMATS: Final = ("ml", "csv", "json")
_OWN_DATAFLOW: Final = f"{AGENCY}:DF_"
"""The start of every reference to a dataflow that this library writes."""


def dumps(review: Review, format: Format = "ml", *, prepared: dt.date | None = None) -> str:  # noqa: A002
    """Return a review as SDMX-ML, SDMX-CSV or SDMX-JSON.

    Args:
        review: the review.
        format: ``ml``, ``csv`` or ``json``.
        prepared: the date of preparation in the header of ``ml`` and ``json``. The default is the last day of the
            period of the review,
            so that equal reviews give equal documents.

    Raises:
        FieldTypeError: if `review` is not a review or `prepared` is not a date.
        FieldError: if `format` is unknown, or a text is longer than readers of the format accept.
    """
    require_review(review, "sdmx.dumps")
    chosen = _format(format)
    if chosen == "csv":
        return csv_text(review)
    write = json_text if chosen == "json" else data_text
    return write(review, _day(review, prepared))


@limited
def dump(
    review: Review,
    target: Source,
    format: Format = "ml",  # noqa: A002
    *,
    prepared: dt.date | None = None,
    limits: Limits | None = None,
) -> None:
    """Write a review as SDMX-ML, SDMX-CSV or SDMX-JSON to a path or an open file.

    A path is written completely or not at all: if writing fails, an existing file is kept.

    Args:
        review: the review.
        target: a path or an open file.
        format: ``"ml"``, ``"csv"`` or ``"json"``.
        prepared: see `dumps`.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        LimitError: if it is larger than `limits` allow.
        FieldTypeError: if an argument has the wrong type.
        FieldError: if `format` is unknown, or a text is longer than readers of the format accept.
        OSError: if the path cannot be written.
    """
    write_bytes(dumps(review, format, prepared=prepared).encode(), target, "sdmx.dump")


def structure(review: Review, *, prepared: dt.date | None = None) -> str:
    """Return the SDMX-ML 3.0 structure message of a review: code lists, concepts, data structure and dataflow.

    Args:
        review: the review.
        prepared: the date of preparation in the header; the default is the last day of the review's period.

    Raises:
        FieldTypeError: if `review` is not a review or `prepared` is not a date.
        FieldError: if a text is longer than readers of XML accept.
    """
    require_review(review, "sdmx.structure")
    return DECLARATION + structure_text(review, _day(review, prepared))


def losses(review: Review, format: Format = "ml") -> tuple[Loss, ...]:  # noqa: A002
    """Return what other readers of SDMX do not get: everything but the figures, without the structure message.

    Write it with `structure`, and nothing is lost. An SDMX-ML document includes it, and `loads` reads all of it back,
    but other readers skip it.

    Raises:
        FieldTypeError: if `review` is not a review.
        FieldError: if `format` is unknown.
    """
    require_review(review, "sdmx.losses")
    return losses_of_rows(review, embedded=_format(format) == "ml")


@collector_paused
@limited
def loads(content: str | bytes, *, structure: str | bytes | None = None, limits: Limits | None = None) -> Review:
    r"""Read a review from SDMX that this library wrote.

    Args:
        content: a data message in SDMX-ML or SDMX-JSON, or SDMX-CSV.
        structure: the structure message of the data, if `content` does not include it.
        limits: how much is read; `Limits()` by default.

    Raises:
        DocumentError: if the document is not a valid review; lists every problem with its location. Data of other
            publishers, and data without its structure message, lack fields of a review, and each gap is a problem;
            read such data with `loads_draft`.
        MissingExtraError: if the document is SDMX-ML and lxml is not installed.

    >>> loads("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\nESTAT:DEMO(1.0),VN,2018,95")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    aseansc.errors.DocumentError: sdmx.loads: the draft is not a valid review yet: ... problems. Read it with ...
    """
    return _review(_parse(content, structure))


@collector_paused
@limited
def load(source: Source, *, structure: Source | None = None, limits: Limits | None = None) -> Review:
    """Read a review from a path or an open file; see `loads`.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document is not a valid review; lists every problem with its location.
        MissingExtraError: if the document is SDMX-ML and lxml is not installed.
        OSError: if a path cannot be read.
    """
    return _review(_load(read_bytes(source, "sdmx.load"), structure))


@collector_paused
@limited
def loads_draft(content: str | bytes, *, structure: str | bytes | None = None, limits: Limits | None = None) -> Draft:
    r"""Read a draft from SDMX of any publisher.

    What the document does not state is a gap. A review that this library wrote becomes a draft without gaps.

    Args:
        content: a data message or a structure message in SDMX-ML, a data message in SDMX-JSON, or SDMX-CSV.
        structure: the structure message of the data in SDMX-ML, if `content` does not include it. It defines which
            components are
            dimensions, and the names of codes.
        limits: how much is read; `Limits()` by default.

    Raises:
        DocumentError: if the document cannot be read; lists every problem with its location.
        MissingExtraError: if the document is SDMX-ML and lxml is not installed.

    >>> draft = loads_draft("DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\nESTAT:DEMO(1.0),VN,2018,95")
    >>> print(draft.place, draft.observations[0]["time"])
    VN 2018
    """
    return _draft(_parse(content, structure))


@collector_paused
@limited
def load_draft(source: Source, *, structure: Source | None = None, limits: Limits | None = None) -> Draft:
    """Read a draft from a path or an open file; see `loads_draft`.

    Args:
        source: a path or an open file.
        structure: the structure message.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if the document cannot be read; lists every problem with its location.
        MissingExtraError: if the document is SDMX-ML and lxml is not installed.
        OSError: if a path cannot be read.
    """
    return _draft(_load(read_bytes(source, "sdmx.load"), structure))


def _review(found: Review | Draft) -> Review:
    if isinstance(found, Review):
        return found
    if not found.gaps:  # only a structure message gives a draft without gaps
        hint = "Load the data with this message as its structure. sdmx.loads_draft reads the message alone."
        raise _structure_alone(hint)
    return finish(found, "sdmx")


def _draft(found: Review | Draft) -> Draft:
    return Draft.of(found) if isinstance(found, Review) else found


# -- arguments


def _format(format: str) -> str:  # noqa: A002
    if format not in _FORMATS:
        raise FieldError("unknown format", where="sdmx", got=format, expected="ml, csv or json")
    return format


def _day(review: Review, prepared: dt.date | None) -> dt.date:
    if prepared is None:
        return review.period.end
    if type(prepared) is not dt.date:
        raise FieldTypeError("not a date", where="sdmx.dumps, prepared", got=prepared, expected="a datetime.date")
    return prepared


# -- reading

_MARK: Final = "\ufeff"


def load_any(source: Source, *, structure: Source | None = None) -> Review | Draft:
    """Read a review if the document is complete, otherwise a draft; the command line reads files with it.

    Raises:
        DocumentError: also if the document is the structure message of a review, or has neither figures nor indicators.
    """
    content = read_bytes(source, "sdmx.load")
    found = _load(content, structure)
    if isinstance(found, Draft) and not (found.observations or found.targets or found.claims):
        if not found.gaps:
            raise _structure_alone(_WITH_STRUCTURE)
        if not found.indicators:
            raise _no_figures(found, content)
    return found


_WITH_STRUCTURE: Final = (
    "Give the file of the data instead. A structure message is read with it if the names of both fit: review.csv and "
    "review.structure.xml. For other names: aseansc convert review.csv draft.xlsx --structure FILE."
)


def _structure_alone(hint: str) -> DocumentError:
    return DocumentError(
        "the document is a structure message, which has no figures",
        where="sdmx.loads",
        expected="a data message, or SDMX-CSV",
        hint=hint,
    )


def _no_figures(draft: Draft, content: bytes) -> DocumentError:
    """Return the error for a structure message without indicators, or for a data message without data."""
    text = _text(content, "sdmx.load")
    if text.lstrip()[:1] == "<" and local(root_of(text)) == "Structure":
        return _structure_alone(_WITH_STRUCTURE)
    kept: Any = draft.extra.get("sdmx", {})
    footers = [item["xml"] for item in kept.get("unread", ()) if str(item.get("element")).endswith("/Footer")]
    words = " ".join(re.sub("<[^>]*>", " ", " ".join(footers)).split())
    return DocumentError(
        "the data message has no figures",
        where="sdmx.loads",
        expected="observations",
        hint=f"The publisher says: {words}" if words else "Ask the publisher for data.",
    )


def _load(content: bytes, structure: Source | None) -> Review | Draft:
    return _parse(content, None if structure is None else read_bytes(structure, "sdmx.load, structure"))


def _parse(content: str | bytes, structure: str | bytes | None) -> Review | Draft:
    text = _text(content, "sdmx.loads")
    definitions = None if structure is None else _definitions(_text(structure, "sdmx.loads, structure"))
    first = text.lstrip()[:1]
    if first == "<":
        return _from_ml(text, definitions)
    return _from_json(text, definitions) if first == "{" else _from_csv(text, definitions)


def _text(content: str | bytes, where: str) -> str:
    """Return a document in UTF-8 or UTF-16 as a string, without its byte-order mark."""
    if isinstance(content, bytes) and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as error:
            raise DocumentError(
                "the document has a byte-order mark of UTF-16 but is not valid UTF-16",
                where=f"{where}, byte {error.start}",
                got=content[error.start : error.end],
                hint="Save the file as UTF-8.",
            ) from None
    if isinstance(content, bytes):
        return decoded(content.removeprefix(codecs.BOM_UTF8), where)
    return decoded(content.removeprefix(_MARK) if isinstance(content, str) else content, where)


_Definitions: TypeAlias = Callable[[str], Definition]
"""A function that returns the definition of a structure by its reference."""


def _definitions(text: str) -> _Definitions:
    root = root_of(text)
    require_version(root)
    if local(root) != "Structure":
        raise DocumentError(
            "the document given as structure is not a structure message",
            where="sdmx.loads, structure",
            got=local(root),
            expected="a root element Structure",
        )
    return partial(Definition, text, root)


def _from_csv(text: str, definitions: _Definitions | None) -> Review | Draft:
    table = Table(text)
    numbered = iter(table)
    first = next(numbered, None)
    definition = None if definitions is None else definitions(table.structure)
    if not _is_own_table(table.structure, table.columns):
        numbered = chain((first,) if first else (), numbered)
        return draft_from_rows(
            table.structure,
            _rows_together(table, numbered),
            definition,
            table.problems,
            roles=roles_from_columns(table.columns),
            name=table.name,
            labels=table.labels,
        )
    rows = _own_rows_of_table(table, first, numbered)
    if definition is None or not is_own_structure(definition):
        return draft_from_own_rows(rows, table.problems)
    return review_from_rows(definition, 1, rows, table.problems)


NumberedRow: TypeAlias = tuple[int, list[str]]
"""The number of a row in the file, and its cells."""


def _rows_together(table: Table, numbered: Iterator[NumberedRow]) -> Iterator[ForeignRows]:
    """Yield the rows of a table of another publisher, as many together as are read at once."""
    while found := list(islice(numbered, MOST_TOGETHER)):
        yield ForeignRows(table.columns, (), [f"row {number}" for number, _ in found], [cells for _, cells in found])


def _is_own_table(structure: str, columns: Iterable[str]) -> bool:
    """Return whether this library wrote a table; a table without rows does not name its structure."""
    return (not structure or structure.startswith(_OWN_DATAFLOW)) and {"FIGURE_TYPE", "FIGURE_ID"} <= set(columns)


def _own_rows_of_table(
    table: Table, first: NumberedRow | None, rest: Iterator[NumberedRow]
) -> Iterator[tuple[str, Row]]:
    """Yield location and cells, in the order of `COLUMNS`, of each data row: `first`, then `rest`.

    Unknown and missing columns are added to `table.problems`.
    """
    known = set(COLUMNS)
    for name in table.columns:
        if name not in known:
            table.problems.append(
                FieldError("unknown column", where="row 1", got=name, expected=f"one of {', '.join(COLUMNS)}")
            )
    for name in KEY:
        if name not in table.columns:
            table.problems.append(FieldError("a column is missing", where="row 1", expected=name))
    if first is None:
        return
    positions = {name: number for number, name in enumerate(table.columns)}
    if table.columns == COLUMNS:
        yield f"row {first[0]}", Row._make(first[1])
        for number, cells in rest:
            yield f"row {number}", Row._make(cells)
        return
    empty = len(table.columns)
    pick = itemgetter(*(positions.get(name, empty) for name in COLUMNS))
    for number, cells in chain((first,), rest):
        yield f"row {number}", Row._make(pick([*cells, ""]))


def _from_json(text: str, definitions: _Definitions | None) -> Review | Draft:
    data = JsonMessage(text)
    found = data.structure
    rows = data.rows()
    if found.reference.startswith(_OWN_DATAFLOW):
        defined = None if definitions is None else definitions(found.reference)
        named = list(in_full(rows))
        own = _own_rows_of_message(named, data.problems)
        if defined is None or not is_own_structure(defined):
            return draft_from_own_rows(own, data.problems, message=True)
        data.problems += _in_written_order(named, found)
        return review_from_rows(defined, 1, own, data.problems)
    return draft_from_rows(
        found.reference,
        rows,
        found if definitions is None else definitions(found.reference),
        data.problems,
        roles=found.roles(),
        unread=data.unread,
        labels=found,
    )


def _in_written_order(rows: list[tuple[str, dict[str, str]]], structure: JsonStructure) -> Iterator[AseanscError]:
    """Yield a problem if a program has sorted the rows: codes are listed in the order in which the rows have them."""
    for item in (*structure.keys["observation"], *structure.attributes["observation"]):
        found = list(dict.fromkeys(cell for _, cells in rows if (cell := cells.get(item.id, ""))))
        if item.cells and found != [cell for cell in item.cells if cell in set(found)]:
            yield FieldError(
                "another program has changed the order of the observations",
                where="data.dataSets[0].observations",
                got=", ".join(found[:5]),
                expected=f"{item.id} in the order {', '.join(item.cells[:5])}",
                hint="Save the file without sorting its keys.",
            )
            return


def _from_ml(text: str, definitions: _Definitions | None) -> Review | Draft:
    root = root_of(text)
    require_version(root)
    if local(root) == "Structure":
        definition = Definition(text, root, "")
        read = draft_from_own_structure if is_own_structure(definition) else draft_from_structure
        return read(definition)
    if local(root) not in DATA_MESSAGES:
        raise unsupported_message(root, text)
    data = Message(root, len(text))
    first = 1
    if definitions is None:
        embedded, first = embedded_structure(text)
        definitions = _definitions(embedded) if embedded else None
    defined = None if definitions is None else definitions(data.structure)
    if not data.structure.startswith(_OWN_DATAFLOW):
        return _from_foreign_message(data, defined)
    problems: list[AseanscError] = []
    rows = _own_rows_of_message(data.rows(KEY), problems)
    if defined is None or not is_own_structure(defined):
        return draft_from_own_rows(rows, problems, message=True)
    return review_from_rows(defined, first, rows, problems)


def _from_foreign_message(data: Message, defined: Definition | None) -> Draft:
    if defined is None:
        rows, roles = data.rows(()), data.roles()
        return draft_from_rows(data.structure, in_parts(rows), None, [], roles=roles, unread=data.unread)
    data.measure = defined.measure_dimension or data.measure
    rows = data.rows(defined.dimensions)
    roles = Roles(frozenset()) if defined.dimensions else data.roles()
    return draft_from_rows(data.structure, in_parts(rows), defined, [], roles=roles, unread=data.unread)


def _own_rows_of_message(
    rows: Iterable[tuple[str, dict[str, str]]], problems: list[AseanscError]
) -> Iterator[tuple[str, Row]]:
    """Yield the location and the cells of each row, in the order of `COLUMNS`; report unknown attributes."""
    known = set(COLUMNS)
    for where, cells in rows:
        problems += [
            FieldError("unknown attribute", where=where, got=name, expected=f"one of {', '.join(COLUMNS)}")
            for name in cells
            if name not in known
        ]
        if len(problems) > in_force().problems:
            raise invalid(problems)
        yield where, Row._make([cells.get(name, "") for name in COLUMNS])
