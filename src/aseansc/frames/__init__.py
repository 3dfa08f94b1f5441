"""Tables of figures for pandas, polars and pyarrow.

`Review.to_frame`, `Series.to_frame` and `Audit.to_frame` are the usual ways to get one. `OBSERVATION_COLUMNS` and
`CHECK_COLUMNS` describe the columns. It needs the extra ``frames``.
"""

from __future__ import annotations

from typing import Any

from aseansc.audit import Audit
from aseansc.errors import FieldTypeError
from aseansc.frames._build import Backend, Numbers, build
from aseansc.frames._columns import CHECK_COLUMNS, OBSERVATION_COLUMNS, Column, ColumnType
from aseansc.frames._rows import check_rows, observation_rows
from aseansc.labels import Lang, in_language
from aseansc.observations import Series
from aseansc.reviews import Review

__all__ = [
    "CHECK_COLUMNS",
    "OBSERVATION_COLUMNS",
    "Backend",
    "Column",
    "ColumnType",
    "Numbers",
    "checks_frame",
    "observations_frame",
]


def observations_frame(
    source: Review | Series,
    backend: Backend = "pandas",
    *,
    review: Review | None = None,
    numbers: Numbers = "decimal",
    lang: str = "en",
) -> Any:
    """Return a frame with one row for each observation, in their order, and the columns `OBSERVATION_COLUMNS`.

    Args:
        source: the review or the series.
        backend: the library of the frame: ``pandas``, ``polars`` or ``pyarrow``.
        review: for a series, the review that it comes from.
        numbers: ``decimal`` for exact numbers with at most 20 digits before and 8 after the decimal point, ``float``
            for binary floating-point numbers, or ``text`` for text with all digits.
        lang: language of names and notes; English where there is no translation.

    Returns:
        A ``pandas.DataFrame`` (with Arrow types), a ``polars.DataFrame`` or a ``pyarrow.Table``.

    Raises:
        FieldError: for an unknown `backend` or `numbers`, or a number that does not fit into the decimal type.
        FieldTypeError: if `source` or `review` is of another type.
        OperandError: if an observation of the series does not belong to the review.
        MissingExtraError: if a package is not installed.
    """
    if not isinstance(source, Review | Series):
        raise FieldTypeError(
            "wrong type", where="observations_frame", got=source, expected="a Review or a Series of observations"
        )
    if not isinstance(lang, str):
        raise FieldTypeError("not a language tag", where="to_frame", got=lang, expected="a string such as 'vi'")
    if not isinstance(review, Review | None):
        raise FieldTypeError("wrong type", where="to_frame", got=review, expected="a Review or None")
    if isinstance(source, Review):
        review, where = source, f"Review {source.id!r}, to_frame"
    else:
        where = f"Series of {source.indicator!r}, to_frame"
        if review is not None:
            review.require_own(*source, where=where, changed=True)
    rows = observation_rows(source.observations, review, lang)
    return build(rows, OBSERVATION_COLUMNS, where=where, backend=backend, numbers=numbers)


def checks_frame(audit: Audit, backend: Backend = "pandas", *, lang: Lang = "en") -> Any:
    """Return a frame with one row for each check of an audit, in their order, and the columns `CHECK_COLUMNS`.

    Computed intervals are text, because they may have more digits than the decimal types of frames hold.

    Args:
        audit: the audit.
        backend: the library of the frame: ``pandas``, ``polars`` or ``pyarrow``.
        lang: language of the messages.

    Returns:
        A ``pandas.DataFrame`` (with Arrow types), a ``polars.DataFrame`` or a ``pyarrow.Table``.

    Raises:
        FieldError: for an unknown `backend` or `lang`.
        FieldTypeError: if `audit` is of another type.
        MissingExtraError: if a package is not installed.
    """
    if not isinstance(audit, Audit):
        raise FieldTypeError("wrong type", where="checks_frame", got=audit, expected="an Audit")
    in_language(("", ""), lang)  # refuses an unknown language, also if there are no checks
    return build(check_rows(audit, lang), CHECK_COLUMNS, where=f"Audit of {audit.review!r}, to_frame", backend=backend)
