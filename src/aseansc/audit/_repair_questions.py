"""Ask about repairs in English and Vietnamese."""

from __future__ import annotations

from typing import Final

from aseansc._decimals import ONE
from aseansc.audit._codes import ReadingKind
from aseansc.audit._names import Names
from aseansc.audit._numbers import number
from aseansc.audit._repair_results import Correction, Repair, RepairKind
from aseansc.audit._slips import Statement
from aseansc.labels import Lang, label, require_lang
from aseansc.units import UnitKind
from aseansc.values import Attainment, Change, Qualifier, RelativeChange, RelativeForm

_QUESTIONS: Final[dict[Lang, dict[RepairKind, str]]] = {
    "en": {
        RepairKind.READING: "Does “{printed}” mean {values}?",
        RepairKind.SIGN: "Should “{printed}” be the opposite: {values}?",
        RepairKind.UNIT: "Is the unit of “{printed}” wrong: should it be {values}?",
        RepairKind.SCALE: "Is the scale or the decimal mark of “{printed}” wrong: should it be {values}?",
        RepairKind.RESTATED: "Should “{printed}” be {values}, as printed elsewhere?",
        RepairKind.SWAPPED_DIGITS: "Are two digits of “{printed}” swapped: should it be {values}?",
        RepairKind.ONE_DIGIT: "Is a digit of “{printed}” wrong: should it be {values}?",
    },
    "vi": {
        RepairKind.READING: "“{printed}” có nghĩa là {values} phải không?",
        RepairKind.SIGN: "“{printed}” có bị ghi ngược chiều không, phải là {values}?",
        RepairKind.UNIT: "Đơn vị của “{printed}” có bị ghi nhầm không, phải là {values}?",
        RepairKind.SCALE: "Bậc số hoặc dấu thập phân của “{printed}” có bị ghi nhầm không, phải là {values}?",
        RepairKind.RESTATED: "“{printed}” phải là {values} như ghi ở chỗ khác, đúng không?",
        RepairKind.SWAPPED_DIGITS: "Hai chữ số của “{printed}” có bị đảo không, phải là {values}?",
        RepairKind.ONE_DIGIT: "Một chữ số của “{printed}” có bị ghi nhầm không, phải là {values}?",
    },
}
_SUBJECTS: Final[dict[Lang, str]] = {
    "en": "different persons or households, each counted once",
    "vi": "những người hoặc hộ khác nhau, mỗi người hoặc hộ tính một lần",
}
_CHANGES: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("an increase of {}", "a decrease of {}"),
    "vi": ("tăng {}", "giảm {}"),
}
_OR: Final[dict[Lang, str]] = {"en": " or ", "vi": " hoặc "}
_AND: Final[dict[Lang, str]] = {"en": " And: ", "vi": " Đồng thời: "}
_TO: Final[dict[Lang, str]] = {"en": "{} to {}", "vi": "{} đến {}"}
_MOST: Final = 3
_MORE: Final[dict[Lang, str]] = {"en": ", or another number", "vi": ", hoặc một số khác"}


def question(repair: Repair, lang: Lang, names: Names | None) -> str:
    """Return the question to ask about a repair, with the names of its figures.

    Raises:
        FieldError: if `lang` is not ``en`` or ``vi``.
    """
    require_lang(lang, "Repair.question")
    return _AND[lang].join(_asked(correction, lang, names) for correction in repair.corrections)


def _asked(correction: Correction, lang: Lang, names: Names | None) -> str:
    shown = [_shown(value, lang) for value in correction.values[:_MOST]]
    values = _OR[lang].join(shown) + (_MORE[lang] if len(correction.values) > _MOST else "")
    if correction.reading is ReadingKind.DISTINCT_SUBJECTS:
        values = _SUBJECTS[lang]
    located = None if names is None else names.located(correction.figure, lang)
    asked = _QUESTIONS[lang][correction.kind].format(printed=correction.printed or correction.figure, values=values)
    return f"{located}: {asked}" if located else asked


def _shown(value: Statement, lang: Lang) -> str:
    """Write a statement with its unit in words."""
    ends = [number(end.copy_abs(), lang) for end in (value.magnitude, value.upper) if end is not None]
    if value.magnitude < 0:
        ends.reverse()
    unit = value.unit.name(lang, plural=len(ends) > 1 or value.magnitude.copy_abs() != ONE)
    is_glued = value.unit.numerator.kind is UnitKind.SHARE and unit.startswith("%")
    amount = f"{_TO[lang].format(*ends) if len(ends) > 1 else ends[0]}{'' if is_glued else ' '}{unit}"
    if value.qualifier not in (Qualifier.EXACT, Qualifier.BETWEEN):
        amount = f"{label(value.qualifier, lang)} {amount}"
    if isinstance(value, Attainment):
        return f"{amount} ({label(value.form, lang)})"
    if isinstance(value, Change) or (isinstance(value, RelativeChange) and value.form is RelativeForm.BY):
        return _CHANGES[lang][value.magnitude < 0].format(amount)
    return f"-{amount}" if value.magnitude < 0 else amount
