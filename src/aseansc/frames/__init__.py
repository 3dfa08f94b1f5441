"""Tables of figures for pandas, polars, pyarrow, DuckDB and PySpark.

`Review.to_frame`, `Series.to_frame` and `Audit.to_frame` return the figures of one review; `to_frame` those of several
reviews, and `from_frame` reads them back. `OBSERVATION_COLUMNS` and `CHECK_COLUMNS` describe the columns. It needs the
extra ``frames``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from aseansc._attrs import as_tuple_of
from aseansc.errors import require
from aseansc.frames._build import Numbers, build
from aseansc.frames._codes import ProblemCode
from aseansc.frames._columns import (
    CHECK_COLUMNS,
    CONTRADICTION_COLUMNS,
    OBSERVATION_COLUMNS,
    PROBLEM_COLUMNS,
    Column,
    ColumnType,
)
from aseansc.frames._engines import Backend, load
from aseansc.frames._files import SUFFIXES, open_table, write_table
from aseansc.frames._losses import losses_of
from aseansc.frames._read import from_frame
from aseansc.frames._rows import check_rows, observation_rows
from aseansc.indicators import Indicator
from aseansc.labels import Lang, require_lang
from aseansc.losses import Loss
from aseansc.observations import Series
from aseansc.reviews import Review
from aseansc.units import Unit

if TYPE_CHECKING:
    from aseansc.audit import Audit, CheckCode
    from aseansc.frames._unchecked import UNCHECKED

__all__ = [
    "CHECK_COLUMNS",
    "CONTRADICTION_COLUMNS",
    "OBSERVATION_COLUMNS",
    "PROBLEM_COLUMNS",
    "SUFFIXES",
    "UNCHECKED",
    "Backend",
    "Column",
    "ColumnType",
    "Numbers",
    "ProblemCode",
    "aggregate",
    "attainment",
    "audit",
    "check",
    "checks_frame",
    "convert",
    "from_frame",
    "losses",
    "open_table",
    "to_frame",
    "write_table",
]


def __getattr__(name: str) -> object:
    """Return the checks that are not made, which need the audit: it takes longer to import than the frames."""
    if name != "UNCHECKED":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from aseansc.frames._unchecked import UNCHECKED

    return UNCHECKED


def to_frame(
    source: Review | Series | Iterable[Review],
    backend: Backend = "pandas",
    *,
    session: Any = None,
    review: Review | None = None,
    numbers: Numbers = "decimal",
    lang: str = "en",
) -> Any:
    """Return a frame with one row for each observation, in their order, and the columns `OBSERVATION_COLUMNS`.

    Args:
        source: a review, several reviews, or a series.
        backend: the library of the frame: ``pandas``, ``polars``, ``pyarrow``, ``duckdb`` or ``pyspark``.
        session: for ``duckdb``, a connection instead of the default one; for ``pyspark``, a session instead of the
            active one.
        review: for a series, the review that it comes from.
        numbers: ``decimal`` for exact numbers with 14 digits before and 4 after the decimal point, divided by the power
            of ten in the column ``unit_mult``; ``float`` for binary floating-point numbers, or ``text`` for text with
            all digits, both in full.
        lang: language of names and notes; English where there is no translation.

    Returns:
        A ``pandas.DataFrame`` (with Arrow types), a ``polars.DataFrame``, a ``pyarrow.Table``, a
        ``duckdb.DuckDBPyRelation`` or a ``pyspark.sql.DataFrame``.

    Raises:
        FieldError: for an unknown `backend` or `numbers`, a missing session of Spark, or figures of an indicator that
            do not all fit into the decimal type with one power of ten.
        FieldTypeError: if `source` or `review` is of another type.
        OperandError: if an observation of the series does not belong to the review.
        MissingExtraError: if a package is not installed.

    >>> from aseansc.datasets import lai_chau, skeleton
    >>> table = to_frame([lai_chau.load(), skeleton.load()], "pyarrow")
    >>> sorted(set(table["review"].to_pylist()))
    ['lai-chau', 'suoi-may']
    """
    require(lang, str, where="to_frame, lang", expected="a string such as 'vi'")
    require(review, Review, type(None), where="to_frame, review")
    if isinstance(source, Series):
        where = f"Series of {source.indicator!r}, to_frame"
        if review is not None:
            review.require_own(*source, where=where, changed=True)
        rows = observation_rows(source.observations, review, lang)
    else:
        reviews = (source,) if isinstance(source, Review) else as_tuple_of(source, Review, where="to_frame, source")
        where = f"Review {reviews[0].id!r}, to_frame" if len(reviews) == 1 else "to_frame"
        rows = [row for one in reviews for row in observation_rows(one.observations, one, lang)]
    return build(rows, OBSERVATION_COLUMNS, where=where, backend=backend, session=session, numbers=numbers)


def losses(review: Review, *, lang: str = "en") -> tuple[Loss, ...]:
    """Return what a frame of a review does not contain: everything but its observations and what they refer to.

    Args:
        review: the review.
        lang: the language of names and notes in the frame, ``en`` or ``vi``.

    Raises:
        FieldTypeError: if `review` is not a review.
        FieldError: if the language is neither of the two.

    >>> from aseansc.datasets import skeleton
    >>> print(losses(skeleton.load())[0].what)
    Review 'suoi-may', title
    """
    require(review, Review, where="frames.losses, review")
    require_lang(lang, "frames.losses")
    return tuple(losses_of(review, lang))


def check(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the problems of the rows of a frame, as a frame of the same library with the columns `PROBLEM_COLUMNS`.

    A row has a problem if it is not a valid observation of its indicator: an unknown indicator, unit or code, a unit
    that does not fit, a value outside the bounds, a period that ends before it starts, or a place that has ended.
    Rows with the same figure have one if their values cannot all be true. `ProblemCode` lists the codes.

    The engine of the frame finds the rows that may have a problem, and only these are collected.

    Args:
        frame: a frame of pandas, polars (also lazy), pyarrow, DuckDB or PySpark, with the columns of `to_frame`, or at
            least those that `from_frame` needs.
        indicators: the indicators of its figures, with those that they refer to.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        DocumentError: if a column is missing or has another type.
        ReviewError: if an indicator refers to one that is not given.
        MissingExtraError: if a package is not installed.

    >>> import polars as pl
    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> figures = review.to_frame("polars").with_columns(unit=pl.lit("hectare"))
    >>> problems = check(figures, review.indicators)
    >>> problems["code"].unique().to_list()
    ['unit_mismatch']
    """
    load("pyarrow")
    from aseansc.frames._check import check_frame

    return check_frame(frame, indicators)


def convert(frame: Any, unit: Unit) -> Any:
    """Return a frame with all figures in one unit. The result is lazy if the frame is.

    Numbers stay exact: decimals keep their digits, and the column ``unit_mult`` takes the factor, which must be a power
    of ten. The column ``resolution`` keeps them as exact as before: 3 km² are 300 ha to the nearest 100 ha.
    Floating-point numbers are multiplied by any factor, and so is their ``resolution``; without one, they are read as
    exact as their digits.

    Args:
        frame: a frame with the columns ``obs_value`` and ``unit``.
        unit: the unit, such as `aseansc.units.hectare`.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        DocumentError: if a column is missing or has another type.
        FieldError: if there is a ``unit_mult`` without a ``resolution``.
        OperandError: if the unit of a row does not convert to `unit`.
        UndefinedResultError: if the factor is not a power of ten, and the numbers are not floating-point numbers.
        MissingExtraError: if a package is not installed.

    >>> import pyarrow as pa
    >>> from decimal import Decimal
    >>> from aseansc.units import hectare
    >>> land = pa.table({"obs_value": [Decimal("2.5000")], "unit": ["square_kilometre"]})
    >>> convert(land, hectare).to_pylist()
    [{'obs_value': Decimal('2.5000'), 'unit': 'hectare', 'unit_mult': 2, 'resolution': Decimal('0.1000')}]
    """
    load("narwhals.stable.v2")
    from aseansc.frames._units import converted_frame

    return converted_frame(frame, unit)


def aggregate(frame: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the sums of the places within each place, such as the districts of a province, as rows of that place.

    The column ``places`` counts the places of a sum. A sum is empty if one of them has no value. Its ``resolution`` is
    the sum of those of the figures, because their roundings may add up; counts in full digits stay exact. What must not
    be added up is refused. The result is lazy if the frame is.

    Args:
        frame: a frame as for `check`, with figures of places below others: see `aseansc.classifications.places`.
        indicators: the indicators of the figures, with those that they refer to.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        DocumentError: if a column is missing or has another type.
        UnknownNameError: for an unknown indicator, or a place that is not within a known place, such as a country.
        OperandError: for figures that do not add up (rates, medians, ranks), are not exact, are in several units or
            have several rows, and for places that have merged.
        UndefinedResultError: if a sum has more digits than the type of the numbers holds.
        MissingExtraError: if a package is not installed.
    """
    load("narwhals.stable.v2")
    from aseansc.frames._aggregate import aggregated

    return aggregated(frame, indicators)


def attainment(frame: Any, targets: Any, indicators: Iterable[Indicator]) -> Any:
    """Return the figures of a frame that have a target, with the outcome of each.

    The result has the columns of the frame, and ``target`` (the ``observation`` of the target), ``target_value``,
    ``outcome`` and ``reason``. Outcomes are those of `aseansc.attainment.assess` for targets that are levels: ``met``,
    ``not_met``, ``cannot_tell``, or ``undefined`` with a reason. The result is lazy if the frame is.

    Args:
        frame: a frame as for `check`.
        targets: a frame with at least ``indicator``, ``place``, ``obs_value`` and ``unit``. A figure has a target if
            they agree in ``indicator``, ``place``, and those of ``review``, ``breakdown``,
            ``period_start``, ``period_end``, ``time_collection`` and ``per`` that both frames have. A target in another
            unit, or with another power of ten, is not compared; the reason is then ``other_form``. Neither are units
            that the indicator cannot have, numbers that are not finite, and figures of a place that had ended before
            (``other_place``).
        indicators: the indicators of the figures, with those that they refer to.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        DocumentError: if a column is missing or has another type.
        FieldError: if the frame has ``unit_mult`` without ``resolution``, or a column with the name of a result.
        MissingExtraError: if a package is not installed.

    >>> from aseansc.datasets import annex
    >>> review = annex.load()
    >>> figures = review.to_frame("pyarrow")
    >>> plans = figures.select(["indicator", "place", "obs_value", "unit"])
    >>> sorted(set(attainment(figures, plans, review.indicators)["outcome"].to_pylist()))[:2]
    ['cannot_tell', 'met']
    """
    load("narwhals.stable.v2")
    from aseansc.frames._attainment import attainment_of

    return attainment_of(frame, targets, indicators)


def audit(
    frame: Any, indicators: Iterable[Indicator], *, checks: Iterable[CheckCode] | None = None, lang: Lang = "en"
) -> Any:
    """Return the figures of a frame that cannot all be true, as a frame of the same library.

    It has a row for each contradicted or conditional check, and the columns `CONTRADICTION_COLUMNS`. The checks, their
    verdicts and natures are those of `aseansc.audit.audit`, except for those in `UNCHECKED`: a frame does not contain
    claims, targets, mentions, nor the dates of documents.

    The engine of the frame finds the groups of rows that may contradict one another; only these are collected, and the
    model judges them. Figures of different reviews are not compared.

    Args:
        frame: a frame as for `check`. Rows that `check` reports are left out.
        indicators: the indicators of its figures, with those that they refer to.
        checks: the codes of the checks to make, such as ``[CheckCode.PARTS_SUM]``; by default all. Fewer checks take
            less time, because each family is a pass over the rows.
        lang: language of the messages.

    Raises:
        FieldTypeError: if an argument has the wrong type.
        FieldError: for an unknown `lang`, a check that is not made on frames, or if more than 500,000 pairs of a time
            and one within it would be compared.
        DocumentError: if a column is missing or has another type.
        ReviewError: if an indicator refers to one that is not given.
        MissingExtraError: if a package is not installed.

    >>> from aseansc.datasets import lai_chau
    >>> review = lai_chau.load()
    >>> contradictions = audit(review.to_frame("pyarrow"), review.indicators)
    >>> contradictions["code"].to_pylist()
    ['flow-average']
    """
    load("narwhals.stable.v2")
    require_lang(lang, "frames.audit")
    from aseansc.frames._audit import audit_frame

    return audit_frame(frame, indicators, lang, checks)


def checks_frame(audit: Audit, backend: Backend = "pandas", *, session: Any = None, lang: Lang = "en") -> Any:
    """Return a frame with one row for each check of an audit, in their order, and the columns `CHECK_COLUMNS`.

    Computed intervals are text, because they may have more digits than the decimal types of frames hold.

    Args:
        audit: the audit.
        backend: the library of the frame: ``pandas``, ``polars``, ``pyarrow``, ``duckdb`` or ``pyspark``.
        session: the connection of DuckDB or session of Spark, as for `to_frame`.
        lang: language of the messages.

    Returns:
        A frame of the backend, as `to_frame`.

    Raises:
        FieldError: for an unknown `backend` or `lang`.
        FieldTypeError: if `audit` is of another type.
        MissingExtraError: if a package is not installed.
    """
    from aseansc.audit import Audit

    require(audit, Audit, where="checks_frame, audit")
    require_lang(lang, "checks_frame")
    where = f"Audit of {audit.review!r}, to_frame"
    return build(check_rows(audit, lang), CHECK_COLUMNS, where=where, backend=backend, session=session)
