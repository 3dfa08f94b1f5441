"""The meaning of the word before a figure, and the values that it allows."""

from __future__ import annotations

from typing import Final, final

from aseansc.codelists import CodeList


@final
class Qualifier(CodeList):
    """The meaning of the word before a figure, which decides the values that a statement allows.

    In the table, v is the magnitude and r the resolution. For a negative magnitude, the words refer to the absolute
    value, so the table is mirrored ("over −5" means below −5).

    ========== =================== ======================= =====================
    code       Vietnamese          possible values         ends
    ========== =================== ======================= =====================
    exact      (no word)           [v − r/2, v + r/2]      both included
    over       trên, hơn           (v, ∞)                  v excluded
    at_least   tối thiểu           [v, ∞)                  v included
    under      dưới, chưa đầy      (−∞, v)                 v excluded
    nearly     gần, ngót           (−∞, v)                 v excluded
    at_most    tối đa              (−∞, v]                 v included
    about      khoảng, xấp xỉ      (−∞, ∞)                 none
    between    từ a đến b          [a − r/2, b + r/2]      both included
    ========== =================== ======================= =====================
    """

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    NEARLY = "nearly"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"


LOWER_BOUND: Final = (Qualifier.OVER, Qualifier.AT_LEAST)
"""Qualifiers that bound the quantity below."""

STRICT: Final = (Qualifier.OVER, Qualifier.UNDER, Qualifier.NEARLY)
"""Qualifiers of a bound that is itself excluded."""

RANGED: Final = (Qualifier.BETWEEN, Qualifier.ABOUT)
"""Qualifiers of a range, which may be approximate: khoảng 30 - 35 %."""

TWO_SIDED: Final = (Qualifier.EXACT, Qualifier.BETWEEN)
"""Qualifiers that bound the quantity on both sides."""

OPPOSITE: Final = {
    Qualifier.EXACT: Qualifier.EXACT,
    Qualifier.OVER: Qualifier.UNDER,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
    Qualifier.UNDER: Qualifier.OVER,
    Qualifier.NEARLY: Qualifier.OVER,
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.ABOUT: Qualifier.ABOUT,
    Qualifier.BETWEEN: Qualifier.BETWEEN,
}
"""The qualifier after a change of sign."""
