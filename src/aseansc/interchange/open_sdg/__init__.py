"""Read and write the data files of Open SDG, the software of many national reporting pages.

A file has the columns ``Year``, ``Units``, disaggregations and ``Value``, and is named for the indicator of the
Sustainable Development Goals: ``indicator_1-2-1.csv``. It contains figures only; `losses` lists everything else.

>>> from aseansc.datasets import annex
>>> print(dumps(annex.load(), "poverty-rate").splitlines()[0])
Year,Series,Units,Value
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from aseansc._paths import as_path
from aseansc.drafts import Draft
from aseansc.errors import FieldError, require
from aseansc.interchange._archives import is_clutter
from aseansc.interchange._atomic import folder_at, replace_folder
from aseansc.interchange._document.finishing import finish
from aseansc.interchange._files import Source, read_bytes, require_review, write_bytes
from aseansc.interchange.open_sdg._losses import losses_of
from aseansc.interchange.open_sdg._read_files import draft_of, files_in
from aseansc.interchange.open_sdg._write_rows import FILE_NAME, files_of, table_of
from aseansc.limits import Limits, limited
from aseansc.losses import Loss
from aseansc.reviews import Review

__all__ = ["dump", "dumps", "load", "load_draft", "loads", "loads_draft", "losses"]


def dumps(review: Review, indicator: str) -> str:
    """Return the data file of an indicator.

    Rows are the observations of whole calendar years that are plain numbers; see `losses` for all others.

    Args:
        review: the review.
        indicator: the id of the indicator.

    Raises:
        FieldTypeError: if `review` is not a review.
        UnknownNameError: if the review has no such indicator.
    """
    require_review(review, "open_sdg.dumps")
    return table_of(review, review.indicator(indicator))


@limited
def dump(review: Review, target: Source, *, replace: bool = False, limits: Limits | None = None) -> None:
    """Write the data files of a review to a folder, whole or not at all.

    There is a file for each indicator, named for its code of the Sustainable Development Goals (``SDG:1.2.1``) if it
    has one, and else for its id. Indicators with the same code are in one file and differ in the column ``Series``.

    Args:
        review: the review.
        target: the folder; or a path that ends in ``.csv``, or an open file, for a review whose rows fit into one file.
        replace: whether a folder that contains only such files may be replaced.
        limits: how much is written, so that readers with these limits can read it; `Limits()` by default.

    Raises:
        FieldTypeError: if `review` is not a review.
        FieldError: if the target is one file, and the review has several or none.
        OSError: if the path cannot be written, or is a folder that may not be replaced; existing files are unchanged.
    """
    require_review(review, "open_sdg.dump")
    files = files_of(review)
    if isinstance(target, str | os.PathLike) and not os.fspath(target).lower().endswith(".csv"):
        members = {name: text.encode() for name, text in files.items()}
        replace_folder(as_path(target, "open_sdg.dump"), members, may_replace=lambda name: replace and _is_own(name))
        return
    if len(files) != 1:
        raise FieldError(
            "the review does not fit into one file",
            where="open_sdg.dump",
            got=f"{len(files)} files",
            expected="a folder",
            hint="Give the name of a folder, without .csv.",
        )
    write_bytes(next(iter(files.values())).encode(), target, "open_sdg.dump")


def _is_own(name: str) -> bool:
    return FILE_NAME.fullmatch(name) is not None or is_clutter(name)


def losses(review: Review) -> tuple[Loss, ...]:
    """Return what a file of Open SDG does not contain: everything but the plain numbers of whole years.

    Raises:
        FieldTypeError: if `review` is not a review.
    """
    require_review(review, "open_sdg.losses")
    return tuple(losses_of(review))


@limited
def loads(content: str | bytes, *, limits: Limits | None = None) -> Review:
    """Raise the error that lists what a file of Open SDG does not state; read it with `loads_draft`.

    Raises:
        DocumentError: always, since the format has no place, citations and other required fields.
    """
    return finish(loads_draft(content), "open_sdg")


@limited
def load(source: Source, *, limits: Limits | None = None) -> Review:
    """Raise the error that lists what files of Open SDG do not state; read them with `load_draft`.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: always; see `loads`.
        OSError: if the path cannot be read.
    """
    return finish(load_draft(source), "open_sdg")


@limited
def loads_draft(content: str | bytes, *, name: str = "", limits: Limits | None = None) -> Draft:
    r"""Read a draft from a data file. What the file does not state is a gap.

    Args:
        content: the file.
        name: its name, such as ``indicator_1-2-1.csv``, which has the code of the indicator.
        limits: how much is read; `Limits()` by default.

    Raises:
        DocumentError: if it is not a data file of Open SDG; lists every problem with its row.

    >>> draft = loads_draft("Year,Units,Sex,Value\n2018,Percent,Female,6.7\n", name="indicator_1-2-1.csv")
    >>> print(draft.observations[0]["value"], draft.observations[0]["breakdown"], draft.indicators[0]["codes"])
    6.7 percent ('Sex:Female',) ('SDG:1.2.1',)
    """
    require(name, str, where="open_sdg.loads_draft, name")
    return draft_of({name: content})


@limited
def load_draft(source: Source, *, limits: Limits | None = None) -> Draft:
    """Read a draft from a data file, or from all data files in a folder.

    Args:
        source: a path or an open file; or the path of a folder.
        limits: how much is read of all files together; `Limits()` by default.

    Raises:
        LimitError: if the input is larger than `limits` allow.
        DocumentError: if a file is not a data file of Open SDG; lists every problem with its file and row.
        OSError: if a path cannot be read.
    """
    folder = folder_at(as_path(source, "open_sdg.load")) if isinstance(source, str | os.PathLike) else None
    if folder is not None:
        return draft_of(files_in(folder))
    name = as_path(source, "open_sdg.load").name if isinstance(source, str | os.PathLike) else ""
    files: Mapping[str, str | bytes] = {name: read_bytes(source, "open_sdg.load")}
    return draft_of(files)


def load_any(source: Source, *, name: str = "") -> Draft:
    """Read a draft; the command line reads files with it, and gives the name of the file."""
    return loads_draft(read_bytes(source, "open_sdg.load"), name=name) if name else load_draft(source)
