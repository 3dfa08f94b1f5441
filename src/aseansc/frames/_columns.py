"""The columns of the frames: their names, types, SDMX concepts and meanings."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

ColumnType: TypeAlias = Literal["text", "date", "number", "percent", "integer", "flag"]


class Column(NamedTuple):
    """A column of a frame.

    Args:
        name: its name.
        type: the type of its cells.
        concept: the SDMX concept that it corresponds to; empty if there is none.
        meaning: what its cells contain, and when they are empty.
    """

    name: str
    type: ColumnType
    concept: str
    meaning: str


OBSERVATION_COLUMNS: Final = (
    Column("review", "text", "DATAFLOW", "id of the review; empty for a series without its review"),
    Column("observation", "text", "FIGURE_ID", "id of the observation"),
    Column("indicator", "text", "INDICATOR", "id of the indicator"),
    Column("name", "text", "INDICATOR", "name of the indicator; empty for a series without its review"),
    Column("section", "text", "", "id of the section of the indicator; empty if not stated"),
    Column("place", "text", "REF_AREA", "code of the place"),
    Column("breakdown", "text", "COMPOSITE_BREAKDOWN", "categories, separated by `;`; empty for the total"),
    Column("period_start", "date", "TIME_PERIOD", "first day of the time"),
    Column("period_end", "date", "TIME_PERIOD", "last day of the time"),
    Column("date", "date", "", "the day of a level, for charts: `period_start` of a `beginning`, else `period_end`"),
    Column("time_basis", "text", "TIME_BASIS", "how the time is known: `stated`, `carried`, `assumed`"),
    Column("time_collection", "text", "TIME_COLLECTION", "how the figure is aggregated over the time"),
    Column("per", "text", "PER", "unit of time of an `average` or `each`; otherwise empty"),
    Column("obs_value", "number", "OBS_VALUE", "the number, in `unit` × 10^`unit_mult`; the lower end of a range"),
    Column("unit_mult", "integer", "UNIT_MULT", "the power of ten of all numbers of the row; mostly 0"),
    Column("range_upper", "number", "RANGE_UPPER", "the upper end of a range; otherwise empty"),
    Column("unit", "text", "UNIT_MEASURE", "code of the unit"),
    Column("value_form", "text", "VALUE_FORM", "`change` for the change of a net flow; otherwise empty"),
    Column("qualifier", "text", "QUALIFIER", "`exact`, `over`, `nearly`, `about`, `between` and others"),
    Column("resolution", "number", "RESOLUTION", "the place of the last stated digit: 0.1 for 12.0, 1000 for 378E3"),
    Column("lower", "number", "", "the lowest possible value; empty if there is no bound"),
    Column("lower_open", "flag", "", "whether `lower` itself is excluded"),
    Column("upper", "number", "", "the highest possible value; empty if there is no bound"),
    Column("upper_open", "flag", "", "whether `upper` itself is excluded"),
    Column("statuses", "text", "OBS_STATUS", "all statuses, separated by `;`; if `obs_value` is empty, one states why"),
    Column("lists", "text", "LISTS", "the counted items that the report names, as a JSON list; otherwise empty"),
    Column("standard", "text", "STANDARD", "code of the standard of this figure; empty if not stated"),
    Column("sampling_error_form", "text", "SAMPLING_ERR", "`margin`, `standard_error` or `interval`; or empty"),
    Column("sampling_error", "number", "SAMPLING_ERR", "the margin or the standard error"),
    Column("sampling_error_lower", "number", "SAMPLING_ERR", "the lower end of a confidence interval"),
    Column("sampling_error_upper", "number", "SAMPLING_ERR", "the upper end of a confidence interval"),
    Column("confidence", "percent", "SAMPLING_ERR", "the level of confidence, in percent"),
    Column("confidentiality", "text", "CONF_STATUS", "whether it may be published; empty if not stated"),
    Column("revises", "text", "REVISES", "id of the observation that it replaces; otherwise empty"),
    Column("document", "text", "CITED_DOCUMENT", "id of the cited document"),
    Column("printed", "text", "CITED_TEXT", "the cited text"),
    Column("cited_from", "integer", "CITED_PLACE", "position of the first character of the cited text"),
    Column("cited_to", "integer", "CITED_PLACE", "position after its last character"),
    Column("governed_by", "text", "CITED_PLACE", "words elsewhere that apply to the figure, as a JSON list; or empty"),
    Column("locator", "text", "CITED_PLACE", "where it is in the file, such as `page 5`; empty if not stated"),
    Column("note", "text", "COMMENT_OBS", "doubts or remarks; otherwise empty"),
)
"""The columns of a frame of observations, in their order."""

CHECK_COLUMNS: Final = (
    Column("review", "text", "DATAFLOW", "id of the review"),
    Column("code", "text", "", "code of the check, such as `change-levels`"),
    Column("verdict", "text", "", "`consistent`, `contradicted`, `conditional` or `undetermined`"),
    Column("nature", "text", "", "what kind of error explains a contradiction; otherwise empty"),
    Column("figures", "text", "FIGURE_ID", "ids of the figures that it uses, or what these are of, separated by `;`"),
    Column("printed", "text", "CITED_TEXT", "the figures as printed, as a JSON list, in the order of the evidence"),
    Column("expression", "text", "", "the formula, with numbers and intervals"),
    Column("computed", "text", "", "its result, as an interval in full; empty if there is none"),
    Column("relation", "text", "", "what must hold between `computed` and `stated`: `=`, `≤`, `≥`; or `≠`"),
    Column("stated", "text", "", "what the document states, as an interval; empty if it states nothing"),
    Column("unit", "text", "UNIT_MEASURE", "code of the unit of both"),
    Column("assumption", "text", "", "the assumption that a `conditional` verdict depends on; otherwise empty"),
    Column("consistent_if", "text", "", "the assumption under which the figures are consistent; otherwise empty"),
    Column("alternative", "text", "", "another way to read the figures; empty if there is none"),
    Column("alternative_fits", "flag", "", "whether the figures can all be true in that reading"),
    Column("implied_name", "text", "", "the indicator or target whose value follows from the others; otherwise empty"),
    Column("implied", "text", "", "its possible values, as an interval in full"),
    Column("implied_unit", "text", "UNIT_MEASURE", "code of the unit of `implied`"),
    Column("missing", "text", "", "why an `undetermined` check has no answer; otherwise empty"),
    Column("missing_name", "text", "", "the indicator, target or figure that is missing"),
    Column("message", "text", "", "the check in words, with rounded numbers"),
)
"""The columns of a frame of checks, in their order."""

NAMES: Final = frozenset(column.name for column in OBSERVATION_COLUMNS)
"""The names of the columns that are read; a frame may have others."""

CONTRADICTION_COLUMNS: Final = (
    Column("indicator", "text", "INDICATOR", "id of the indicator of the first figure"),
    Column("place", "text", "REF_AREA", "code of its place"),
    Column("breakdown", "text", "COMPOSITE_BREAKDOWN", "its categories, separated by `;`"),
    Column("period_start", "date", "TIME_PERIOD", "first day of its time"),
    Column("period_end", "date", "TIME_PERIOD", "last day of its time"),
    *CHECK_COLUMNS,
)
"""The columns of a frame of contradictions: those that identify its first figure, and then those of a check."""

PROBLEM_COLUMNS: Final = (
    Column("review", "text", "DATAFLOW", "id of the review of the row; empty if the frame does not name it"),
    Column("observation", "text", "FIGURE_ID", "id of the observation; empty if the frame does not name it"),
    Column("indicator", "text", "INDICATOR", "id of the indicator"),
    Column("place", "text", "REF_AREA", "code of the place"),
    Column("breakdown", "text", "COMPOSITE_BREAKDOWN", "categories, separated by `;`"),
    Column("period_start", "date", "TIME_PERIOD", "first day of the time"),
    Column("period_end", "date", "TIME_PERIOD", "last day of the time"),
    Column("time_collection", "text", "TIME_COLLECTION", "how the figure is aggregated over the time"),
    Column("obs_value", "text", "OBS_VALUE", "the number of the row, as text"),
    Column("unit", "text", "UNIT_MEASURE", "code of the unit"),
    Column("code", "text", "", "code of the problem, such as `unit_mismatch`"),
    Column("column", "text", "", "the column that it is about"),
    Column("got", "text", "", "what was found"),
    Column("expected", "text", "", "what was expected"),
    Column("problem", "text", "", "the problem in words"),
)
"""The columns of a frame of problems: those that identify the row, and then the problem."""
