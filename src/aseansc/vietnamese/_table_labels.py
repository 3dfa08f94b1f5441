"""Read what the labels of rows in tables name: flows, ratios, growth, parts, bands, and comparisons with other rows."""

from __future__ import annotations

import re
from typing import Final

from aseansc.periods import Time
from aseansc.units import Unit, UnitKind, percent
from aseansc.vietnamese._head_texts import normal
from aseansc.vietnamese._heads import NOTE_MARKS
from aseansc.vietnamese._lexicon import table_labels, table_times, titles
from aseansc.vietnamese._table_means import averages_years
from aseansc.vietnamese._table_units import PART_OF, is_animal_unit, is_rate, read_unit
from aseansc.vietnamese._titles import times_in

_DITTO, _ABSENT = (re.compile(rf"(?:{pattern})") for pattern in (table_labels.DITTO, table_labels.ABSENT))
_NOTHING, _PART = (re.compile(rf"(?:{pattern})") for pattern in (table_labels.NOTHING, table_labels.PART))
_FLOW: Final = re.compile(table_labels.FLOW)
_BALANCE, _AT_BEGINNING = re.compile(table_labels.BALANCE), re.compile(table_labels.AT_BEGINNING)
_DURATIONS: Final = re.compile(table_labels.DURATIONS)
_REST: Final = re.compile(table_labels.REST)
_WHOLE: Final = re.compile(rf"{table_labels.WHOLE}[\s:*–-]*(?:total)?")
_RATIO_LABEL, _GROWTH_LABEL = re.compile(table_labels.RATIO_LABEL), re.compile(table_labels.GROWTH_LABEL)
_GROWTH_OF, _INDEX_OF_BEFORE, _INDEX = map(
    re.compile, (table_labels.GROWTH_OF, table_labels.INDEX_OF_BEFORE, table_labels.INDEX)
)
_BASE: Final = re.compile(table_labels.BASE_BEFORE)
_RISES: Final = re.compile(table_labels.RISES)
_FORMULA_AT_END: Final = re.compile(r"\s*\(?\d{1,2}\)?\s*=[\d()\s+*/:x–-]+$")
"""How a column is computed from others, behind its head: *(3)=(1)-(2)*."""

_SEVERAL: Final = re.compile(table_labels.SEVERAL_COUNTED)
_MEASURES: Final = tuple((re.compile(rf"(?:{pattern})\b"), kinds) for pattern, kinds in table_labels.MEASURES)
_NUMBER_OF_LABEL: Final = re.compile(table_labels.NUMBER_OF_LABEL)
_TITLE_NUMBER: Final = re.compile(rf"^(?:{titles.TITLE_NUMBER})(?=[^\W\d])", re.IGNORECASE)
_DIVIDED: Final = re.compile(rf"\s{table_labels.DIVISION}\s", re.IGNORECASE)
_PART_WORDS: Final = re.compile(table_labels.PART_WORDS, re.IGNORECASE)
_UNIT_AT_END: Final = re.compile(r"\s*\(([^()]{1,40})\)$")
_LEADING: Final = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*|[ivxlc]+|[a-z])[.)/]\s*")
_DIVISION: Final = re.compile(table_labels.DIVISION)
_LISTING, _BAND = re.compile(table_labels.LISTING), re.compile(table_labels.BAND)
_MEAN: Final = re.compile(rf"(?<!\w)(?:{table_labels.MEAN})")
_ANY_VALUE: Final = re.compile(table_labels.ANY_VALUE)
_PIECES: Final = re.compile(table_labels.PIECES)
_COMPARING, _BASE_OF_LABEL, _NOT_COMPARING, _ATTAINING, _COUNTING = (
    re.compile(pattern)
    for pattern in (
        table_labels.COMPARING,
        table_labels.BASE_OF_LABEL,
        table_labels.NOT_COMPARING,
        table_labels.ATTAINING,
        table_labels.COUNTING,
    )
)
_BEGINS_COMPARING: Final = re.compile(table_labels.BEGINS_COMPARING)
_PLAN_LABEL: Final = re.compile(table_labels.PLAN_LABEL)
_PLANS_BELOW: Final = re.compile(table_labels.PLANS_BELOW)
_NO_MEASURE: Final = re.compile(table_labels.NO_MEASURE)
_LABEL_TIME: Final = re.compile(table_times.LABEL_TIME)
_PART_OF_YEAR: Final = re.compile(
    rf"(?:{table_times.PARTS_OF_YEAR}) (?:\d{{1,2}}|[iv]+)(?!\w)|{table_times.MONTHS}(?!\w)"
)
_OTHER_PART: Final = re.compile(table_times.OTHER_PART)
_RATE_CHANGE: Final = re.compile(table_labels.RATE_CHANGE)
_PLACE_LABEL, _PRICE, _CARRIED = map(re.compile, (table_labels.PLACE_LABEL, table_labels.PRICE, table_labels.CARRIED))


def may_be_pieces(label: str) -> bool:
    """Return whether the amount of something may be a number of pieces: *Ô tô nguyên chiếc*."""
    return _PIECES.search(label.casefold()) is not None


def is_ratio_label(label: str) -> bool:
    """Return whether a label is that of a ratio, so that the unit of the table is not its unit: *Tỷ lệ hộ nghèo*."""
    return _RATIO_LABEL.match(label.strip(" -+*•.").casefold()) is not None


def is_mean(label: str) -> bool:
    """Return whether a label or title is that of a mean or a rate, so that a count may have decimals."""
    return is_rate(label) or _MEAN.search(label.casefold()) is not None


def changes_rate(label: str) -> bool:
    """Return whether a label is that of the change of a rate, which may be in percent or in percentage points."""
    return _RATE_CHANGE.match(PART_OF.sub("", label.casefold().strip(" -+*•."))) is not None


def suits(label: str, unit: Unit) -> bool | None:
    """Return whether a unit is of a kind that a label can have: *Diện tích* an area; ``None`` if it may have any.

    >>> from aseansc.units import hectare, tonne
    >>> suits("Diện tích", hectare), suits("Diện tích", tonne), suits("Cà phê", tonne)
    (True, False, None)
    """
    shown = _LEADING.sub("", label.strip(" -+*•.").casefold())
    kinds = next((kinds for pattern, kinds in _MEASURES if pattern.match(shown)), None)
    if kinds is None:
        return None
    is_amount = unit.numerator.kind is not UnitKind.COUNT or "count" in kinds or "money" not in kinds
    return unit.kind.value in kinds and is_amount  # a cost may be *đồng/hộ*, and not *hộ/tháng*


def measures_alone(title: str, unit: Unit) -> bool:
    """Return whether a title names one measure, which can have a unit: *Diện tích lúa*, not *Diện tích và sản lượng*.

    >>> from aseansc.units import hectare
    >>> measures_alone("Diện tích lúa năm 2022", hectare), measures_alone("Diện tích, sản lượng lúa", hectare)
    (True, False)
    """
    shown = measure_of_title(title)
    return _SEVERAL.search(shown.casefold()) is None and suits(shown, unit) is True


def names_amount(title: str) -> bool:
    """Return whether a title begins with an amount or a number of things, so that percent alone is not its unit.

    >>> names_amount("Tổng sản phẩm trong nước theo giá so sánh"), names_amount("Tỷ lệ hộ nghèo")
    (True, False)
    """
    shown = measure_of_title(title)
    return suits(shown, percent) is False or is_flow(shown)


def names_measure(measure: str) -> bool:
    """Return whether words of a head name what a column measures: *Diện tích*, and not only *Số lượng* or *Tổng số*."""
    return bool(measure) and _NO_MEASURE.fullmatch(measure.casefold()) is None


def is_price(measure: str) -> bool:
    """Return whether a head or title is that of prices for one unit of what rows name: *Giá bán lẻ*, not *Giá trị*.

    >>> is_price("Giá bán lẻ"), is_price("Giá trị sản xuất")
    (True, False)
    """
    return _PRICE.match(measure_of_title(measure).casefold()) is not None


def carries(line: str) -> bool:
    """Return whether a line names passengers who are carried, of whom there may be more than inhabitants.

    >>> carries("Khối lượng vận chuyển"), carries("Dân số")
    (True, False)
    """
    return _CARRIED.search(line.casefold()) is not None


def is_any_value(measure: str) -> bool:
    """Return whether the head of a column says only that it has values, in the units of the rows: *Giá trị*."""
    return _ANY_VALUE.fullmatch(plain_label(measure).casefold()) is not None


def grows(label: str) -> bool:
    """Return whether a label is that of growth over a period: *Tốc độ tăng GRDP*."""
    return _GROWTH_LABEL.match(label.strip(" -+*•.").casefold()) is not None


def grown_by(label: str) -> str | None:
    """Return what grew by a rate of growth that a label names; an empty text if it names only growth; else ``None``.

    >>> grown_by("Tốc độ tăng trưởng GRDP (%)"), grown_by("- Tốc độ tăng (%)"), grown_by("Tỷ lệ tăng dân số tự nhiên")
    ('grdp', '', None)
    """
    shown = plain_label(label).casefold()
    match = _GROWTH_OF.match(shown)
    return None if match is None else re.sub(r"\(.*?\)", " ", shown[match.end() :]).strip(" ,;:–-%")


def rises(label: str) -> bool:
    """Return whether a label says that something rises or falls, so that its percents are changes: *GRDP tăng (%)*.

    >>> rises("Kim ngạch xuất khẩu tăng (%)"), rises("Tỷ lệ tăng dân số tự nhiên (%)")
    (True, False)
    """
    return _RISES.search(plain_label(label).casefold()) is not None


def is_index_of_before(line: str) -> bool | None:
    """Return whether a line states an index with an earlier time as its base; ``None`` if the base of an index is open.

    >>> is_index_of_before("Chỉ số phát triển (Năm trước = 100)"), is_index_of_before("Chỉ số giá tiêu dùng")
    (True, None)
    """
    shown = line.casefold()
    is_open = _INDEX.match(shown) is not None
    return True if _INDEX_OF_BEFORE.search(shown) is not None else None if is_open else False


def states_base(line: str) -> bool:
    """Return whether a line is only the base of an index, such as *Năm trước = 100*."""
    return _BASE.match(line.casefold().lstrip(" -+*•(")) is not None


def is_flow(label: str) -> bool:
    """Return whether a label is that of an indicator that sums up over a period, such as *Tổng thu ngân sách*."""
    return _FLOW.match(label.casefold().lstrip(" -+*•0123456789.)(")) is not None


def is_balance(label: str) -> bool:
    """Return whether a label is that of an amount at the beginning or the end of a period: *Dư nợ*, *Số đầu kỳ*."""
    return _BALANCE.search(plain_label(label).casefold()) is not None


def is_at_beginning(label: str) -> bool:
    """Return whether a label states the beginning of the time of its row: *Dư nợ đầu năm*, not *6 tháng đầu năm*."""
    return _AT_BEGINNING.search(plain_label(label).casefold()) is not None


def sums_up_over_years(*labels: str) -> bool:
    """Return whether a label is that of a sum, an average or a growth, which may be one of several years."""
    return any(grows(label) or averages_years(label) or (is_flow(label) and not is_mean(label)) for label in labels)


def is_place(label: str) -> bool:
    """Return whether the label of a row is the name of a place, such as *Huyện Tam Đường*."""
    shown = label.strip(" -+•")
    match = _PLACE_LABEL.match(shown.casefold())
    return match is not None and shown[match.end() - 1].isupper()


def plain_label(label: str) -> str:
    """Return what a label names, without its number, marks of lists and notes, and unit: *2. Số hộ nghèo (hộ)*.

    >>> plain_label("1.2. Số hộ nghèo (hộ)"), plain_label("- Trong đó: Nữ (*)")
    ('Số hộ nghèo', 'Nữ')
    """
    shown = _FORMULA_AT_END.sub("", " ".join(label.split()))
    shown = NOTE_MARKS.sub("", shown).strip(" -–+*•:")
    shown = _NUMBER_OF_LABEL.sub("", shown)
    listing = _PART_WORDS.match(shown)
    shown = shown if listing is None else shown[listing.end() :]
    unit = _UNIT_AT_END.search(shown)
    is_unit = unit is not None and (read_unit(unit[1]) is not None or is_animal_unit(unit[1]))
    return shown[: unit.start()].strip() if unit is not None and is_unit else shown.strip(" :.")


def unit_behind_comma(label: str) -> str:
    """Return the unit at the end of a label that is not a thing to be counted: *tấn* in *Sản lượng thóc, tấn*."""
    printed = label.rpartition(",")[2].strip()
    found = read_unit(printed) if "," in label and not printed.startswith("1") else None
    return printed if found is not None and found[0].kind not in (UnitKind.COUNT, UnitKind.DURATION) else ""


def measure_of_title(title: str) -> str:
    """Return what a table measures, as its title says: *Số lao động* of *Bảng 3. Số lao động phân theo huyện*."""
    shown = _TITLE_NUMBER.sub("", plain_label(title))
    return _DIVIDED.split(shown, maxsplit=1)[0].strip(" ,;:-") or shown


def is_whole(label: str) -> bool:
    """Return whether a label names all places or parts together: *Tổng số*, *Toàn tỉnh*."""
    return _WHOLE.fullmatch(label.strip(" -+•.:").casefold()) is not None


def names_durations(line: str) -> bool:
    """Return whether a head or line names ages or terms, so that *6 tháng* below it is not a part of a year."""
    return _DURATIONS.search(line.casefold()) is not None


def names_rest(label: str) -> bool:
    """Return whether a label names what is left in a list of parts: *Khác*, *Trình độ khác*."""
    return _REST.fullmatch(plain_label(label).casefold()) is not None


def is_ditto(text: str) -> bool:
    """Return whether a cell repeats the cell above it: ``"`` or *nt*."""
    return _DITTO.fullmatch(text.strip().casefold()) is not None


def is_absent(text: str) -> bool:
    """Return whether a cell says that a number is not available: *…* or *x*."""
    return _ABSENT.fullmatch(text.strip().casefold()) is not None


def is_nothing(text: str) -> bool:
    """Return whether a cell has only dashes, or no text at all."""
    return not text.strip() or _NOTHING.fullmatch(text.strip()) is not None


def is_listing(label: str) -> bool:
    """Return whether a label only announces the parts below it: *Trong đó:*."""
    return _LISTING.fullmatch(label.strip(" -+:.").casefold()) is not None


def is_division(label: str) -> bool:
    """Return whether a label announces the parts of a total by one criterion: *Phân theo giới tính*."""
    return _DIVISION.match(label.strip(" -+:.*").casefold()) is not None


def band_of(line: str) -> str | None:
    """Return the unit that a line states for the rows below: ``%`` for *Cơ cấu (%)*; ``None`` if it is another line."""
    shown = line.casefold()
    return ("%" if "%" in shown else "") if _BAND.match(shown) is not None else None


def starts_listing(label: str) -> bool:
    """Return whether a label states that it is a part of the row above: *Trong đó: nữ*."""
    return _PART.match(label.strip(" -+*•").casefold()) is not None


def time_in_label(label: str) -> Time | None:
    """Return the year, quarter or month that ends a label: *Dân số năm 2017*; ``None`` if it is a part of a name."""
    times = times_in(label)
    stated = _LABEL_TIME.search(label.casefold()) if len(times) == 1 else None
    is_base = stated is not None and _COMPARING.search(label.casefold(), 0, stated.start()) is not None
    return None if stated is None or is_base else times[0]


def begins_plan(label: str) -> bool:
    """Return whether the label of a row begins with words for a plan, and has others: *Kế hoạch giảm nghèo*."""
    return _PLAN_LABEL.match(label.strip(" -+*•").casefold()) is not None


def announces_plans(line: str) -> bool:
    """Return whether the numbers below a line between rows are plans or forecasts: *Định hướng đến năm 2030*.

    >>> announces_plans("II. Phương án 1"), announces_plans("Kế hoạch hóa gia đình")
    (True, False)
    """
    return _PLANS_BELOW.fullmatch(normal(line)) is not None


def compares(label: str, unit: Unit | None = None) -> bool:
    """Return whether the label of a row states a comparison with another time or a plan: *So với năm trước*.

    Args:
        label: the label.
        unit: the unit of the row, if it is known. A row in another unit than percent or points states a level, and so
            does a label such as *Số hộ nghèo giảm so với năm 2017* without a unit.

    >>> compares("Sản lượng lúa so với kế hoạch"), compares("Số xã tăng so với năm trước")
    (True, False)
    """
    shown = label.strip(" -+*•").casefold()
    may_be_level = (
        _COUNTING.match(shown) is not None if unit is None else unit.kind.value not in table_labels.RATIO_KINDS
    )
    if may_be_level and _BEGINS_COMPARING.match(shown) is None:
        return False
    compared = None if _NOT_COMPARING.match(shown) else _COMPARING.search(shown)
    is_compared = compared is not None and _BASE_OF_LABEL.search(shown, compared.end()) is not None
    return is_compared or _ATTAINING.match(shown) is not None


def is_part_of_year(label: str) -> bool:
    """Return whether a label begins with a part of a year: *Tháng 1*, *Quý I*."""
    return _PART_OF_YEAR.match(normal(label)) is not None


def names_part_of_year(label: str) -> bool:
    """Return whether a label has a part of a year in brackets, which its figures may be of: *Hà Giang (quý III)*."""
    return _OTHER_PART.search(normal(label)) is not None
