"""The questions of a draft, each in English and Vietnamese, with what is known about the answer."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final

from aseansc._attrs import is_short_line
from aseansc._decimals import EXACT, plain
from aseansc._printable import printable
from aseansc.drafts import Gap, PartialRecord
from aseansc.indicators import IndicatorKind
from aseansc.observations import Status
from aseansc.periods import Period, Time, days_of
from aseansc.texts import Text
from aseansc.units import USD, VND, Unit, percent, percentage_point, tonne
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, Value
from aseansc.vietnamese._figure import Doubt, FigureKind, PrintedFigure
from aseansc.vietnamese._item import Measured
from aseansc.vietnamese._lexicon.around import IN_OR_OVER, ON_OR_OVER
from aseansc.vietnamese._lexicon.scope import MAY_BE_ESTIMATED, MAY_BE_PROVISIONAL
from aseansc.vietnamese._stated_places import NamedPlace

_MOST: Final = 6
"""The most periods that are suggested for a report."""


_OTHER_STATUSES: Final = {
    MAY_BE_ESTIMATED: (Status.ESTIMATED, "ước tính"),
    MAY_BE_PROVISIONAL: (Status.PROVISIONAL, "sơ bộ"),
}
"""The statuses that a figure may have, by its note; with other notes, it may be planned."""


@lru_cache(maxsize=256)
def gap(en: str, vi: str, choices: tuple[str, ...] = ()) -> Gap:
    """Return a gap with a question in both languages, and likely answers."""
    return Gap(reason=Text(en=printable(en), vi=printable(vi)), choices=tuple(filter(is_short_line, choices)))


def _shown(figure: PrintedFigure) -> str:
    return " ".join(figure.printed.split())


def name(figure: PrintedFigure, choices: tuple[str, ...]) -> Gap:
    """Ask what a figure measures."""
    return gap(f"What does “{_shown(figure)}” measure?", f"“{_shown(figure)}” là số liệu của chỉ tiêu nào?", choices)


def meaning(figure: PrintedFigure) -> Gap:
    """Ask what a number means that is not a figure."""
    return gap(f"what “{_shown(figure)}” means", f"ý nghĩa của “{_shown(figure)}”")


def unit(figure: PrintedFigure, *, of_change: bool) -> Gap:
    """Ask for a unit."""
    shown = _shown(figure)
    if of_change:
        return gap(
            f"In which unit is what changed by “{shown}” measured? A percent does not show it.",
            f"Chỉ tiêu thay đổi “{shown}” tính bằng đơn vị nào? Số phần trăm không cho biết.",
            (VND.code, percent.code, tonne.code),
        )
    return gap(
        f"What is the unit of “{shown}”? It may be a unit of your own, on the sheet Units.",
        f"“{shown}” tính bằng đơn vị nào? Có thể là đơn vị tự khai báo.",
        (VND.code, USD.code) if figure.scale else (),
    )


def kind(figure: PrintedFigure, *, of_pay: bool) -> Gap:
    """Ask for the kind of an indicator, which may also be what one person earns."""
    if of_pay:
        return gap(
            f"“{_shown(figure)}”: is it what one person or household earns (rate), or an amount in all (flow)?",
            f"“{_shown(figure)}” là thu nhập của một người, một hộ (rate) hay tổng số (flow)?",
            (IndicatorKind.RATE.value, IndicatorKind.FLOW.value),
        )
    return gap(
        f"“{_shown(figure)}”: is it there at a moment (stock), or added up over a period (flow)?",
        f"“{_shown(figure)}” là số có tại một thời điểm (stock) hay cộng dồn trong kỳ (flow)?",
        (IndicatorKind.STOCK.value, IndicatorKind.FLOW.value),
    )


def better(words: str) -> Gap:
    """Ask for the direction that is an improvement."""
    shown = " ".join(words.split())
    return gap(f"Is more of “{shown}” better (up), or less (down)?", f"“{shown}” tăng (up) hay giảm (down) là tốt?")


def time(figure: PrintedFigure, choices: tuple[str, ...]) -> Gap:
    """Ask for a time."""
    shown = _shown(figure)
    why = "Choose it in time.start." if choices else "None is printed nearby."
    return gap(f"Of what time is “{shown}”? {why}", f"“{shown}” là của thời gian nào?", choices)


def status(figure: PrintedFigure) -> Gap:
    """Ask whether a figure is planned, expected, estimated or provisional, where its note says that it may be."""
    shown = _shown(figure)
    for note, (code, words) in _OTHER_STATUSES.items():
        if note in figure.note:
            return gap(
                f"Is “{shown}” {code.value}? Enter {code.value}, or empty this cell.",
                f"“{shown}” là số {words}? Ghi {code.value}, hoặc xóa trống ô này.",
                (code.value,),
            )
    return gap(
        f"Is “{shown}” planned or expected, or was it reached? Enter planned or forecast; for a goal, choose target in "
        "the column record, too. If it was reached, empty this cell.",
        f"“{shown}” là kế hoạch (planned), dự kiến (forecast), hay đã đạt? Nếu là mục tiêu, chọn target ở cột record. "
        "Nếu đã đạt, xóa trống ô này.",
        (Status.PLANNED.value, Status.FORECAST.value),
    )


def may_be_planned(figure: PrintedFigure) -> bool:
    """Return whether it is asked if a figure is planned or expected."""
    return figure.doubt is Doubt.STATUS and not any(note in figure.note for note in _OTHER_STATUSES)


def place(figure: PrintedFigure, named: NamedPlace, whole: str | None) -> Gap:
    """Ask for the code of a place that the words of a figure, or perhaps only those before its sentence, name."""
    shown, choices = _shown(figure), () if whole is None else (whole,)
    if named.is_unsure:
        en = f"The sentence before is on “{named.name}”. Which code has the place of “{shown}”?"
        return gap(en, f"Câu trước nói về “{named.name}”. “{shown}” là của địa phương nào (mã)?", choices)
    en = f"Which code has “{named.name}”, the place of “{shown}”?"
    return gap(en, f"“{shown}” là của “{named.name}”: mã của địa phương này?", choices)


def ask_period(times: tuple[Time, ...]) -> Gap:
    """Ask for the period of the report, which may be one of the times that it states."""
    periods = [f"{time.start}/{time.end}" for time in times if isinstance(time, Period)]
    return gap("Which period does the report cover?", "Kỳ báo cáo?", tuple(dict.fromkeys(periods))[:_MOST])


def actual(figure: PrintedFigure, planned: str = "") -> Gap:
    """Ask what is compared with a plan, which may be one of what some words name."""
    shown = _shown(figure)
    en = f"Which observation is “{shown}” of its plan? Give its id, or not_stated."
    vi = f"“{shown}” là so với kế hoạch của số liệu nào? Ghi mã số liệu, hoặc not_stated."
    if planned:
        en += f" If it is a share of the plan of “{planned}”, choose observation in the column record."
        vi += f" Nếu là tỷ trọng trong kế hoạch của “{planned}”, chọn observation ở cột record."
    return gap(en, vi)


def attainment(figure: PrintedFigure) -> PartialRecord:
    """Ask whether a percent is one of the plan, above it, or of an earlier level."""
    shown = _shown(figure)
    form = gap(
        f"Is “{shown}” the percent of the plan (of_plan), or by how much it was exceeded (over_plan)? If it is the "
        "percent of an earlier level, enter type change, the indicator and value.form to; empty actual and target.",
        f"“{shown}” là so với kế hoạch (of_plan) hay mức vượt kế hoạch (over_plan)? Nếu là so với kỳ trước, ghi type "
        "change, indicator và value.form to, bỏ trống actual và target.",
    )
    is_sure = isinstance(figure.magnitude, Decimal) and figure.doubt is not Doubt.NUMBER
    magnitude = figure.magnitude if is_sure else _number(figure)
    fields: dict[str, object] = {"form": form, "magnitude": magnitude, "unit": percent}
    return PartialRecord(Attainment, fields | {"qualifier": figure.qualifier})


def _number(figure: PrintedFigure) -> Gap:
    return gap(f"What is the number in “{_shown(figure)}”?", f"Con số trong “{_shown(figure)}” là bao nhiêu?")


def points_or_percent(figure: PrintedFigure, levels: list[tuple[Time, Value]], *, of_target: bool = False) -> Gap:
    """Ask whether a percent by which a rate changed means percentage points; show what its levels give.

    The question ends with what to enter for each answer. It names the fields of the value, which are the columns
    of the workbook. A target may be a level, so that its form says that it is a change.
    """
    shown = _shown(figure)
    en, vi = f"Is “{shown}” in percent or in percentage points?", f"“{shown}” là phần trăm hay điểm phần trăm?"
    evidence = _evidence(figure, levels)
    if evidence is not None:
        points, relative, per = evidence
        en = f"{en} The two levels give {points}{per[0]} in points, and {relative}{per[0]} in percent."
        vi = f"{vi} Hai mức cho {points}{per[1]} nếu là điểm, {relative}{per[1]} nếu là phần trăm."
    value = figure.value
    answers = _answers(figure, value, of_target=of_target) if isinstance(value, RelativeChange) else ("", "")
    return gap(f"{en}{answers[0]}", f"{vi}{answers[1]}")


def denominator(figure: PrintedFigure, totals: Iterable[Measured]) -> Gap:
    """Ask of which number of things a share is one."""
    shown = _shown(figure)
    return gap(
        f"Of which indicator is “{shown}” a share? Give the id of the one that counts all.",
        f"“{shown}” là tỷ lệ so với chỉ tiêu nào? Ghi mã chỉ tiêu của tổng số.",
        tuple(one.id for one in totals),
    )


def change_wanted(figure: PrintedFigure, value: Value) -> Gap:
    """Ask whether a plan after a change is the level that is wanted, or the change, and say what to enter for each."""
    shown, number = _shown(figure), plain(value.magnitude)
    return gap(
        f"Is “{shown}” the level that is wanted, or the change, in percent or in percentage points? For the level, "
        f"enter value.magnitude {number}, value.unit percent. For a change, enter value.magnitude {number}, with a "
        "minus sign for a decrease, and value.unit percentage_point with value.form change, or value.unit percent with "
        "value.form by.",
        f"“{shown}” là mức cần đạt hay mức tăng, giảm (phần trăm hay điểm phần trăm)? Nếu là mức cần đạt, ghi "
        f"value.magnitude {number}, value.unit percent. Nếu là mức tăng, giảm, ghi value.magnitude {number} (dấu âm "
        "nếu giảm), value.unit percentage_point và value.form change, hoặc value.unit percent và value.form by.",
    )


_NO_FORM: Final = "leave value.form empty", "bỏ trống value.form"


def _answers(figure: PrintedFigure, value: RelativeChange, *, of_target: bool) -> tuple[str, str]:
    """Return what to enter if a percent means percent, and if it means points, in English and Vietnamese."""
    fields = [("value.magnitude", _digits(figure, value.magnitude))]
    if value.qualifier is not Qualifier.EXACT:
        fields.append(("value.qualifier", value.qualifier.value))
    if isinstance(value.upper, Decimal):
        fields.append(("value.upper", _digits(figure, value.upper)))
    known = ", ".join(f"{name} {shown}" for name, shown in fields)
    units = value.unit.code, value.unit.code.replace(percent.code, percentage_point.code, 1)
    form = ("value.form change", "value.form change") if of_target else _NO_FORM
    return (
        f" For percent, enter {known}, value.unit {units[0]}, value.form {value.form.value}. "
        f"For points, enter {known}, value.unit {units[1]}, and {form[0]}.",
        f" Nếu là phần trăm, ghi {known}, value.unit {units[0]}, value.form {value.form.value}. "
        f"Nếu là điểm phần trăm, ghi {known}, value.unit {units[1]}, {form[1]}.",
    )


def _digits(figure: PrintedFigure, number: Decimal) -> str:
    """Return a number of a figure with the decimals that are printed, which those of a range may share: 1,5-2%."""
    printed = figure.magnitude if isinstance(figure.magnitude, tuple) else (figure.magnitude,)
    found = next((each for each in printed if each is not None and each == abs(number)), abs(number))
    return plain(found.copy_sign(number))


def _evidence(figure: PrintedFigure, levels: list[tuple[Time, Value]]) -> tuple[str, str, tuple[str, str]] | None:
    """Return the change between the first and the last level, in points and in percent, and whether it is a year's."""
    dated = sorted({days_of(time)[1]: value for time, value in levels if value.unit == percent}.items())
    if len(dated) < 2 or not dated[0][1].magnitude:
        return None
    (first_day, first), (last_day, last) = dated[0], dated[-1]
    value = figure.value
    is_yearly = isinstance(value, Change | RelativeChange) and "/" in value.unit.code
    years = max(1, last_day.year - first_day.year + (first_day.month == 1))
    parts = Decimal(years if is_yearly else 1)
    difference = EXACT.subtract(last.magnitude, first.magnitude)
    points, relative = difference / parts, difference / first.magnitude * 100 / parts
    per = (" a year", "/năm") if is_yearly else ("", "")
    return f"{points:.2f}", f"{relative:.2f}", per


def partial_value(figure: PrintedFigure, proposed_unit: Unit | None) -> PartialRecord | Gap:
    """Return the fields of a value that could be read, with questions for the rest."""
    magnitude = figure.magnitude
    why = figure.note or "its meaning is unclear"
    shown = _shown(figure)
    if magnitude is None:
        return gap(
            f"What is the value of “{shown}”? It could not be read: {why}", f"Giá trị của “{shown}”? Chưa đọc được."
        )
    known = figure.unit or proposed_unit
    fields: dict[str, object] = {} if known is None else {"unit": known}
    first = magnitude if isinstance(magnitude, Decimal) else magnitude[0]
    fields["magnitude"] = first
    if may_be_exact(figure):
        return PartialRecord(Value, {**fields, "qualifier": _more_or_exactly(shown, plain(first), why)})
    if figure.unit is not None:  # a unit but no value: the number has two readings
        fields["magnitude"] = gap(
            f"What is the number in “{shown}”? It may be {plain(first)}: {why}",
            f"Con số trong “{shown}” là bao nhiêu? Có thể là {plain(first)} nhưng chưa chắc chắn.",
            (plain(first),),
        )
    if isinstance(magnitude, Decimal):
        fields["qualifier"] = figure.qualifier
    elif figure.kind is FigureKind.RANGE and magnitude[0] < magnitude[1]:
        fields["upper"] = magnitude[1]
        fields["qualifier"] = figure.qualifier if figure.qualifier is Qualifier.ABOUT else Qualifier.BETWEEN
    else:
        numbers = f"{plain(magnitude[0])}, {plain(magnitude[1])}"
        fields["magnitude"] = gap(
            f"What is the value of the first number of “{shown}” ({numbers}): {why}",
            f"Giá trị của số thứ nhất trong “{shown}” ({numbers})?",
            (plain(magnitude[0]),),
        )
    return PartialRecord(Value, fields)


def may_be_exact(figure: PrintedFigure) -> bool:
    """Return whether *trên* before a number may be no qualifier."""
    return IN_OR_OVER in figure.note or ON_OR_OVER in figure.note


def _more_or_exactly(shown: str, number: str, why: str) -> Gap:
    """Ask whether *trên* before a number means more than it: thực hiện trên 12 xã."""
    return gap(
        f"“{shown}”: is it more than {number} ({Qualifier.OVER}), or {number} ({Qualifier.EXACT})? {why}",
        f"“{shown}” là hơn {number} ({Qualifier.OVER}), hay đúng {number} ({Qualifier.EXACT})?",
        (Qualifier.OVER.value, Qualifier.EXACT.value),
    )


def partial_change(figure: PrintedFigure) -> PartialRecord:
    """Return the fields of a change whose unit is that of its indicator, with a question for its sign."""
    shown = _shown(figure)
    number = plain(figure.magnitude) if isinstance(figure.magnitude, Decimal) else ""
    magnitude = gap(
        f"What is the number in “{shown}”? It is negative if it is a decrease.",
        f"Con số trong “{shown}” là bao nhiêu? Ghi số âm nếu là giảm.",
        (number, f"-{number}") if number else (),
    )
    return PartialRecord(Change, {"magnitude": magnitude, "qualifier": figure.qualifier})
