"""Describe figures in English and Vietnamese for the comments of an IATI file.

Numbers are not grouped, so that they look like the values; in Vietnamese they have a decimal comma.

The reader compares these texts with the file, so a change here makes existing files unreadable.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from aseansc._decimals import is_power_of_ten, plain
from aseansc.codelists import Absent
from aseansc.interchange._document.write_json import number
from aseansc.labels import Lang, label
from aseansc.observations import Observation
from aseansc.periods import AsOf, Frequency, Period, Time, TimeBasis, TimeCollection
from aseansc.targets import Target
from aseansc.units import Unit, UnitKind
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value

_JOINED: Final[dict[Lang, str]] = {"en": " and ", "vi": " đến "}

_COLLECTED: Final[dict[Lang, dict[TimeCollection, str]]] = {
    "en": {
        TimeCollection.AT: "on {time}",
        TimeCollection.BEGINNING: "at the beginning of {time}",
        TimeCollection.END: "at the end of {time}",
        TimeCollection.WITHIN: "at some time in {time}",
        TimeCollection.TOTAL: "in total over {time}",
        TimeCollection.AVERAGE: "on average per {per} of {time}",
        TimeCollection.EACH: "in each {per} of {time}",
        TimeCollection.TO_DATE: "to date, from the start of {time}",
    },
    "vi": {
        TimeCollection.AT: "ngày {time}",
        TimeCollection.BEGINNING: "đầu kỳ {time}",
        TimeCollection.END: "cuối kỳ {time}",
        TimeCollection.WITHIN: "trong {time}",
        TimeCollection.TOTAL: "cả kỳ {time}",
        TimeCollection.AVERAGE: "bình quân mỗi {per}, {time}",
        TimeCollection.EACH: "mỗi {per}, {time}",
        TimeCollection.TO_DATE: "đến nay, từ đầu kỳ {time}",
    },
}

_BASES: Final[dict[Lang, dict[TimeBasis, str]]] = {
    "en": {TimeBasis.CARRIED: "the time is carried from the passage", TimeBasis.ASSUMED: "the time is assumed"},
    "vi": {TimeBasis.CARRIED: "thời gian theo đoạn văn", TimeBasis.ASSUMED: "thời gian là giả định"},
}

_REMARKS: Final[dict[Lang, dict[str, str]]] = {
    "en": {
        "rounded": "stated to {}",
        "lists": "these are: {}",
        "printed": "printed as “{}” in document {}, characters {} to {}",
        "note": "note: {}",
        "not_stated": "a plan whose number is not stated",
        "qualitative": "a plan set in words",
        "words": "in words",
        "no_value": "no number is printed",
        "change": "planned change: {}",
        "relative_change": "planned change ({}): {}",
        "standard": "by the standard {}",
        "ends": "from {} to {}",
        "confidence": "at a confidence of {} %",
        "revises": "replaces {}",
        "locator": "found at {}",
    },
    "vi": {
        "rounded": "nêu đến {}",
        "lists": "gồm: {}",
        "printed": "in là “{}” trong tài liệu {}, ký tự {} đến {}",
        "note": "ghi chú: {}",
        "not_stated": "kế hoạch không nêu số",
        "qualitative": "kế hoạch đặt bằng lời",
        "words": "bằng lời",
        "no_value": "không in con số",
        "change": "mức thay đổi theo kế hoạch: {}",
        "relative_change": "mức thay đổi theo kế hoạch ({}): {}",
        "standard": "theo chuẩn {}",
        "ends": "từ {} đến {}",
        "confidence": "với độ tin cậy {} %",
        "revises": "thay cho {}",
        "locator": "ở chỗ {}",
    },
}


def _number(magnitude: Decimal, lang: Lang) -> str:
    digits = plain(magnitude)
    return digits.replace(".", ",") if lang == "vi" else digits


def _short(item: Decimal, lang: Lang) -> str:
    """Return a number without trailing zeros, which have no meaning in a sampling error and are not kept."""
    return _number(Decimal(number(item)), lang)


def unit_name(unit: Unit, lang: Lang, *, one: bool = False) -> str:
    """Return the name of a unit; English units of counts are in the plural unless `one` is true."""
    if lang == "vi":
        return unit.vi
    return unit.plural if unit.kind is UnitKind.COUNT and not one else unit.en


def stated(value: Value | Change | RelativeChange | Attainment, lang: Lang) -> str:
    """Return a value in words, such as "over 60000 household-turns"."""
    digits = _number(value.magnitude, lang)
    if value.upper is not None:
        digits += _JOINED[lang] + _number(value.upper, lang)
    one = value.magnitude == 1 and value.upper is None
    qualifier = "" if value.qualifier is Qualifier.EXACT else f"{label(value.qualifier, lang)} "
    return f"{qualifier}{digits} {unit_name(value.unit, lang, one=one)}"


def when(time: Time) -> str:
    """Return a time in digits for all languages: ``2018``, ``2016-2018``, ``2018-12-31``."""
    if isinstance(time, AsOf):
        return str(time)
    months = time.months
    if months is not None and months % 12 == 0 and time.start.month == 1:
        first, last = time.start.year, time.end.year
        return str(first) if first == last else f"{first}-{last}"
    return time.iso


def time_collection_name(collection: TimeCollection, per: Frequency | Absent, lang: Lang) -> str:
    """Return the name of a time collection for the title of an indicator; empty for levels at a point in time."""
    is_level = collection.is_point and collection is not TimeCollection.BEGINNING
    return "" if is_level else label(collection, lang).format(per="" if isinstance(per, Absent) else label(per, lang))


def in_words(lang: Lang) -> str:
    """Return the suffix of the title of an indicator whose figures are not plain numbers."""
    return _REMARKS[lang]["words"]


def _collected(time: Time, collection: TimeCollection, per: Frequency | Absent, lang: Lang) -> str:
    frequency = "" if isinstance(per, Absent) else label(per, lang)
    return _COLLECTED[lang][collection].format(time=when(time), per=frequency)


def _value(figure: Observation | Target, lang: Lang) -> str:
    """Return the value of a figure in words, or the way in which it is absent."""
    remarks, value = _REMARKS[lang], figure.value
    if isinstance(value, Absent):
        return remarks["no_value" if isinstance(figure, Observation) else value.value]
    words = stated(value, lang)
    if isinstance(figure, Observation) or isinstance(value, Value):
        return words
    if isinstance(value, Change):
        return remarks["change"].format(words)
    return remarks["relative_change"].format(label(value.form, lang), words)


def _of_observation(observation: Observation, lang: Lang) -> Iterator[str]:
    """Yield what only observations have, in words."""
    remarks = _REMARKS[lang]
    if observation.lists:
        yield remarks["lists"].format(", ".join(observation.lists))
    if not isinstance(observation.standard, Absent):
        yield remarks["standard"].format(observation.standard)
    error = observation.sampling_error
    if not isinstance(error, Absent):
        numbers = [_short(item, lang) for item in (error.size, error.lower, error.upper) if isinstance(item, Decimal)]
        yield f"{label(error.form, lang)} {remarks['ends'].format(*numbers) if len(numbers) == 2 else numbers[0]}"
        if isinstance(error.confidence, Decimal):
            yield remarks["confidence"].format(_short(error.confidence, lang))
    if not isinstance(observation.confidentiality, Absent):
        yield label(observation.confidentiality, lang)


def comment(figure: Observation | Target, lang: Lang) -> str:
    """Describe a figure completely in words."""
    remarks = _REMARKS[lang]
    value, time, collection = figure.value, figure.time, figure.time_collection
    parts = [_value(figure, lang)]
    if isinstance(time, Period | AsOf) and isinstance(collection, TimeCollection):
        parts.append(_collected(time, collection, figure.per, lang))
    basis = figure.time_basis
    if basis in _BASES[lang]:
        parts.append(_BASES[lang][basis])
    parts.extend(label(status, lang) for status in figure.statuses)
    if not isinstance(value, Absent) and not (value.resolution <= 1 and is_power_of_ten(value.resolution)):
        parts.append(remarks["rounded"].format(_number(value.resolution, lang)))
    if isinstance(figure, Observation):
        parts.extend(_of_observation(figure, lang))
    if not isinstance(figure.revises, Absent):
        parts.append(remarks["revises"].format(figure.revises))
    citation = figure.citation
    if not isinstance(citation, Absent):
        parts.append(remarks["printed"].format(citation.printed, citation.document, citation.start, citation.end))
        if not isinstance(citation.locator, Absent):
            parts.append(remarks["locator"].format(citation.locator))
    if not isinstance(figure.note, Absent):
        parts.append(remarks["note"].format(figure.note.lookup(lang).text))
    return "; ".join(parts)
