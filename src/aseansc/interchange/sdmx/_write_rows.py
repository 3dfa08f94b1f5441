"""Write figures as rows: one row for each observation, target or claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from aseansc._decimals import EXACT, POWERS_OF_TEN, is_power_of_ten, plain
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim
from aseansc.codelists import Absent
from aseansc.errors import bug
from aseansc.indicators import Indicator
from aseansc.interchange._document.write_json import number, write
from aseansc.interchange.sdmx._data_structure import (
    COLLECTION_CODES,
    COLUMNS,
    CONFIDENTIALITY_CODES,
    KEY,
    MULTIPLIERS,
    NOT_APPLICABLE,
    Row,
    base_period,
    frequency,
    governing,
    obs_status,
    to_breakdown,
    to_id,
)
from aseansc.observations import Confidentiality, Observation, SamplingError
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.texts import Text
from aseansc.values import Attainment, Change, RelativeChange, Value

Statement: TypeAlias = Value | Change | RelativeChange | Attainment
Cells: TypeAlias = dict[str, str]


def rows(review: Review) -> Iterator[Row]:
    """Yield a row for each figure that has a time, with its cells in the order of `COLUMNS`."""
    counted: Counter[tuple[str, ...]] = Counter()
    for figure in figures(review):
        cells = _cells(figure, review)
        key = tuple(cells[name] for name in KEY if name != "STATEMENT")
        counted[key] += 1
        cells["STATEMENT"] = str(counted[key])
        yield Row._make([cells.get(name, "") for name in COLUMNS])


def figures(review: Review) -> Iterator[Figure]:
    """Yield the observations, the targets that have a time, and the claims."""
    yield from review.observations
    yield from (target for target in review.targets if not isinstance(target.time, Absent))
    yield from review.claims


def _cells(figure: Figure, review: Review) -> Cells:
    cells: Cells = {
        "REF_AREA": to_id(figure.place),
        "COMPOSITE_BREAKDOWN": to_breakdown(()),
        "TIME_COLLECTION": NOT_APPLICABLE,
        "FIGURE_ID": figure.id,
        "STATUSES": ";".join(figure.statuses),
        "REVISES": _or_empty(figure.revises),
        **value_cells(figure.value),
        **_citation_cells(figure.citation),
        **_note_cells(figure.note),
    }
    indicator = review.indicator_of(figure)
    cells["INDICATOR"] = NOT_APPLICABLE if isinstance(indicator, Absent) else to_id(indicator.id)
    if isinstance(figure.time, Absent):  # `figures` leaves out targets without a time
        raise bug(figure)
    cells["TIME_PERIOD"] = str(figure.time)
    cells["FREQ"] = frequency(figure.time, cells["TIME_PERIOD"])
    cells["OBS_STATUS"] = obs_status(figure.value, figure.statuses)
    if isinstance(figure, Observation | Target):
        cells |= _level_cells(figure, indicator)
    if isinstance(figure, Observation):
        return cells | _observation_cells(figure)
    cells["TIME_BASIS"] = figure.time_basis.value
    if isinstance(figure, Target):
        cells["FIGURE_TYPE"] = "target"
        cells["BASELINE"] = NOT_APPLICABLE if figure.baseline is Absent.NOT_APPLICABLE else _or_empty(figure.baseline)
    elif isinstance(figure, ChangeClaim):
        cells["FIGURE_TYPE"] = "change"
        cells["CHANGE_START"], cells["CHANGE_END"] = _or_empty(figure.start), _or_empty(figure.end)
        cells["PRICE_BASIS"], cells["BASE_PER"] = _or_empty(figure.price_basis), _or_empty(figure.price_period)
    elif isinstance(figure, AttainmentClaim):
        cells["FIGURE_TYPE"] = "attainment"
        cells["ACTUAL"], cells["TARGET"] = _or_empty(figure.actual), _or_empty(figure.target)
    else:
        cells["FIGURE_TYPE"] = "share"
        cells["PART"], cells["WHOLE"] = _or_empty(figure.part), figure.whole
    return cells


def _level_cells(figure: Observation | Target, indicator: Indicator | Absent) -> Cells:
    if isinstance(figure.time_collection, Absent):  # only a target without a time lacks it
        raise bug(figure)
    return {
        "PER": _or_empty(figure.per),
        "COMPOSITE_BREAKDOWN": to_breakdown(figure.breakdown),
        "BASE_PER": "" if isinstance(indicator, Absent) else _or_empty(base_period(indicator)),
        "TIME_COLLECTION": figure.time_collection.value,
        "TIME_PER_COLLECT": COLLECTION_CODES.get(figure.time_collection, ""),
    }


def _observation_cells(observation: Observation) -> Cells:
    cells: Cells = {
        "FIGURE_TYPE": "observation",
        "TIME_BASIS": observation.time_basis.value,
        "LISTS": write(observation.lists) if observation.lists else "",
        "STANDARD": _or_empty(observation.standard),
    }
    if isinstance(observation.sampling_error, SamplingError):
        cells["SAMPLING_ERR"] = write(observation.sampling_error)
    if isinstance(observation.confidentiality, Confidentiality):
        cells["CONF_STATUS"] = CONFIDENTIALITY_CODES[observation.confidentiality]
    return cells


def _or_empty(text: object) -> str:
    return "" if isinstance(text, Absent) else str(text)


def value_cells(value: Statement | Absent) -> Cells:
    if isinstance(value, Absent):
        return {"QUALIFIER": NOT_APPLICABLE, "VALUE_FORM": value.value}
    resolution = value.resolution
    exact = is_power_of_ten(resolution)
    last_digit = resolution.adjusted() if exact else 0
    multiplier = next((exponent for exponent in MULTIPLIERS if exponent >= last_digit), MULTIPLIERS[-1])
    shown = exact and last_digit <= MULTIPLIERS[-1]
    cells: Cells = {
        "UNIT_MEASURE": to_id(value.unit.code),
        "UNIT_MULT": str(multiplier),
        "QUALIFIER": value.qualifier.value,
    }
    if isinstance(value, Change):
        cells["VALUE_FORM"] = "change"
    elif isinstance(value, RelativeChange | Attainment):
        cells["VALUE_FORM"] = value.form.value
    first = _digits(value.magnitude, multiplier, last_digit if exact else None)
    if value.upper is None:
        cells["OBS_VALUE"] = first
    else:
        cells["RANGE_LOWER"] = first
        cells["RANGE_UPPER"] = _digits(value.upper, multiplier, last_digit if exact else None)
    if shown:
        cells["DECIMALS"] = str(multiplier - last_digit)
    else:
        cells["RESOLUTION"] = number(resolution)
    return cells


def _digits(magnitude: Decimal, multiplier: int, last_digit: int | None) -> str:
    """Return a number divided by ``10 ** multiplier``, with digits down to the exponent `last_digit`."""
    if not multiplier:
        return plain(magnitude)
    scaled = EXACT.scaleb(magnitude, -multiplier)
    return plain(
        EXACT.quantize(scaled, POWERS_OF_TEN[min(0, last_digit - multiplier)]) if last_digit is not None else scaled
    )


def _citation_cells(citation: Citation | Absent) -> Cells:
    if isinstance(citation, Absent):
        return {}
    return {
        "CITED_DOCUMENT": citation.document,
        "CITED_START": str(citation.start),
        "CITED_END": str(citation.end),
        "CITED_TEXT": citation.printed,
        "GOVERNED_BY": write(tuple(map(tuple, governing(citation)))) if citation.governed_by else "",
        "CITED_PLACE": _or_empty(citation.locator),
    }


def _note_cells(note: Text | Absent) -> Cells:
    if isinstance(note, Absent):
        return {}
    return {
        "COMMENT_OBS": note.en,
        "COMMENT_OBS_VI": _or_empty(note.vi),
        "COMMENT_OBS_OTHERS": write(note.others) if note.others else "",
    }
