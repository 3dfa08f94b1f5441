"""Statements in words, in English and Vietnamese, as the formats ``en`` and ``vi`` give them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from aseansc._decimals import EXACT, EXPONENT_LIMIT, POWERS_OF_TEN, is_power_of_ten, place_of
from aseansc.labels import Lang, label
from aseansc.units import Unit, UnitKind
from aseansc.values._qualifier import TWO_SIDED
from aseansc.values._relative import Attainment, AttainmentForm, RelativeChange, RelativeForm
from aseansc.values._statement import Statement
from aseansc.values._value import Value

_SCALES: Final[dict[Lang, dict[int, str]]] = {
    "en": {3: " thousand", 6: " million", 9: " billion", 12: " trillion"},
    "vi": {3: " nghìn", 6: " triệu", 9: " tỷ", 12: " nghìn tỷ"},
}

_MOVES: Final[dict[Lang, dict[RelativeForm, str]]] = {
    "en": {
        RelativeForm.TO: "{} of the base",
        RelativeForm.INCREASE_TIMES: "an increase of {}",
        RelativeForm.DECREASE_TIMES: "a decrease of {}",
    },
    "vi": {
        RelativeForm.TO: "bằng {} so với gốc",
        RelativeForm.INCREASE_TIMES: "tăng {}",
        RelativeForm.DECREASE_TIMES: "giảm {}",
    },
}
_PLANS: Final[dict[Lang, dict[AttainmentForm, str]]] = {
    "en": {
        AttainmentForm.OF_PLAN: "{} of plan",
        AttainmentForm.OVER_PLAN: "{} over plan",
        AttainmentForm.UNDER_PLAN: "{} under plan",
    },
    "vi": {
        AttainmentForm.OF_PLAN: "đạt {} kế hoạch",
        AttainmentForm.OVER_PLAN: "vượt kế hoạch {}",
        AttainmentForm.UNDER_PLAN: "thấp hơn kế hoạch {}",
    },
}


def _number(magnitude: Decimal, resolution: Decimal, lang: Lang) -> str:
    """Return a number as the language writes it, with the scale word that shows its resolution."""
    scale = ""
    place = resolution.adjusted()
    if place > 0 and is_power_of_ten(resolution) and magnitude:
        power = next((power for power in _SCALES[lang] if power >= place), 0)
        if power and magnitude.adjusted() >= power:
            scale = _SCALES[lang][power]
            magnitude = EXACT.quantize(EXACT.scaleb(magnitude, -power), POWERS_OF_TEN[place - power])
    elif not is_power_of_ten(resolution):  # a computed one: its two digits say how far the magnitude is known
        known = max(resolution.adjusted() - 1, -EXPONENT_LIMIT)
        if place_of(magnitude) < known <= 0:
            magnitude = EXACT.quantize(magnitude, POWERS_OF_TEN[known])
    digits = f"{magnitude:,f}"
    if lang == "vi":
        digits = digits.translate(str.maketrans(",.", ".,"))
    return digits + scale


_SIGNS: Final = frozenset({"%", "‰"})
"""Units that follow a number without a blank, in both languages."""
_RANK: Final = {"en": "rank ", "vi": "hạng "}
"""The word before a rank."""


def _unit(unit: Unit, lang: Lang, *, one: bool) -> str:
    above, below = unit.numerator, unit.denominators
    if above.vi in _SIGNS:
        name = above.vi
    elif lang == "vi":
        name = f" {above.vi}"
    else:
        name = f" {above.name(lang, plural=not one)}"
    joint = "/" if lang == "vi" else " per "
    return name + "".join(f"{joint}{part.name(lang)}" for part in below)


def in_words(value: Statement, lang: Lang) -> str:
    """Return a stated quantity with its qualifier and unit, as a reader of the language expects it."""
    digits = _number(value.magnitude, value.resolution, lang)
    if value.upper is not None:
        joint = " to " if value.magnitude < 0 and lang == "en" else " đến " if value.magnitude < 0 else "-"
        digits += f"{joint}{_number(value.upper, value.resolution, lang)}"
    qualifier = "" if value.qualifier in TWO_SIDED else f"{label(value.qualifier, lang)} "
    if isinstance(value, Value) and value.unit.kind is UnitKind.RANK:  # a Change is a number of places
        words = _RANK[lang] + qualifier + digits
    else:
        words = qualifier + digits + _unit(value.unit, lang, one=value.magnitude == 1)
    if isinstance(value, RelativeChange):
        return _MOVES[lang].get(value.form, "{}").format(words)
    if isinstance(value, Attainment):
        return _PLANS[lang][value.form].format(words)
    return words
