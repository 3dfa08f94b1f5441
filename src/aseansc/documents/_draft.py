"""Draft a review from a document: its prose, and the cells of its tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from aseansc.citations import Citation
from aseansc.codelists import Absent
from aseansc.documents._draft_tables import TableDrafter
from aseansc.documents._same_indicators import joined, same_indicators, with_parts
from aseansc.documents._source import Source
from aseansc.documents._table_mentions import mentions_in
from aseansc.drafts import Draft, PartialRecord
from aseansc.errors import require
from aseansc.limits import Limits, limited
from aseansc.periods import Period
from aseansc.units import Unit
from aseansc.vietnamese import draft as draft_prose


@limited
def draft(
    source: Source,
    *,
    id: str = "report",  # noqa: A002  # the field's name
    place: str | None = None,
    period: Period | None = None,
    progress: Callable[[int], object] | None = None,
    limits: Limits | None = None,
) -> Draft:
    """Build a draft review from a document in Vietnamese.

    Its prose is read as by `aseansc.vietnamese.draft`. A table whose heads are recognised gives an indicator for each
    row, and an observation, target or claim for each number, cited by cell; what its heads do not state is a gap.
    Names, and kinds that follow from them, are proposals. A row with the name and unit of an indicator of the prose is
    proposed as the same indicator.

    Args:
        source: the document.
        id: id of the review.
        place: code of the place that the report covers, such as VN-01; a gap if not given.
        period: reporting period; a gap if not given.
        progress: called from time to time with the number of characters read so far.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `source` is not a document that `read` returned.
        FieldError: if `id` or `place` is not valid for a review.
    """
    _require_source(source, "documents.draft", "For text, call aseansc.vietnamese.draft.")
    is_plain = source.document.reading is Absent.NOT_APPLICABLE
    drafter = TableDrafter(source, place, period)
    prose = draft_prose(
        source.text,
        id=id,
        place=place,
        period=period,
        progress=progress,
        document=None if is_plain else source.document,
        locate=None if is_plain else source.locator,
        leave_out=drafter.ranges,
    )
    drafter.own_units.update((unit.code, unit) for unit in prose.units if isinstance(unit, Unit))
    drafter.read()
    used = {row["unit"] for row in drafter.indicators if isinstance(row["unit"], Unit)}.difference(prose.units)
    same = same_indicators(prose.indicators, drafter.indicators)
    merged: dict[str, list[PartialRecord]] = {}
    for row in drafter.indicators:
        merged.setdefault(same.get(str(row["id"]), ""), []).append(row)
    others = merged.pop("", [])
    indicators = [
        with_parts(each, same, merged.get(str(each["id"]), [])) if isinstance(each, PartialRecord) else each
        for each in (*prose.indicators, *others)
    ]
    beside = (one for table, _, blocks in drafter.found if blocks for one in mentions_in(source, table, blocks))
    more: dict[str, Any] = {
        "units": (*prose.units, *(unit for unit in drafter.own_units.values() if unit in used)),
        "indicators": indicators,
        "observations": (*prose.observations, *(joined(record, same) for record in drafter.observations)),
        "targets": (*prose.targets, *(joined(record, same) for record in drafter.targets)),
        "claims": (*prose.claims, *(joined(record, same) for record in drafter.claims)),
        "mentions": (*prose.mentions, *drafter.mentions, *beside),
    }
    return evolve(prose, **more)


@limited
def words_of_cells(source: Source, *, limits: Limits | None = None) -> dict[int, str]:
    """Return what the rows and the heads of tables state about the numbers in their cells.

    The sentence of a figure in prose shows what it means; a cell has no sentence, so its words are its row and the head
    of its column, as in *Trồng rừng | KH 2018: 【902】*. `aseansc.vietnamese.doubtful_records` compares figures with
    them.

    Args:
        source: the document.
        limits: how much is read; `Limits()` by default.

    Returns:
        the words by the position of the cell in the reading text, for the cells that `draft` makes figures of.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        FieldTypeError: if `source` is not a document that `read` returned.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from aseansc import documents
    >>> rows = "<tr><th>Chỉ tiêu<th>ĐVT<th>KH 2018<tr><td>Trồng rừng<td>ha<td>902"
    >>> with TemporaryDirectory() as folder:
    ...     page = Path(folder, "annex.html")
    ...     _ = page.write_text(f"<html><table>{rows}</table></html>", encoding="utf-8")
    ...     words_of_cells(documents.read(page))
    {35: 'Trồng rừng | KH 2018: 【902】'}
    """
    _require_source(source, "documents.words_of_cells")
    drafter = TableDrafter(source, None, None)
    drafter.read()
    figures = (*drafter.observations, *drafter.targets, *drafter.claims)
    cited = ((record["citation"], record.context) for record in figures)
    return {
        citation.start: words
        for citation, words in cited
        if words and isinstance(citation, Citation) and isinstance(citation.start, int)
    }


def _require_source(source: object, where: str, hint: str = "") -> None:
    require(source, Source, where=f"{where}, source", expected="a Source, as documents.read returns", hint=hint)
