"""Compare numbers in a text whose language the reader does not know."""

from __future__ import annotations

import re
from typing import Final

from aseansc._decimals import EXACT
from aseansc.verification._numbers import ends_of_digits, numbers_in, same_digits
from aseansc.verification._read import CONFIRMED, REFUTED, UNDECIDED, Note
from aseansc.verification._results import Aspect, FigureVerdict
from aseansc.verification._signs import Minus, minus_before
from aseansc.verification._stated import Stated

_SCALES: Final = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE: Final = re.compile(r"\s*(thousand|million|billion|trillion)\b", re.IGNORECASE)
_MAY_BE_SCALE: Final = re.compile(
    r"\s*(?:k|m|bn|mn|tn|mille|millions?|milliards?|mil|mill[oó]n(?:es)?|ribu|juta|miliar|milyar|triliun|libo|milyon|bilyon|"
    r"พัน|หมื่น|แสน|ล้าน|ពាន់|លាន|ພັນ|ລ້ານ|သိန်း|သန်း|ngàn|nghìn|triệu|tỷ|tỉ|thousand|million|billion|trillion)(?![^\W\d_])",
    re.IGNORECASE,
)


def compare_digits(
    text: str, place: tuple[int, int], stated: Stated, lang: str
) -> tuple[FigureVerdict, None, list[Note]]:
    """Compare only the number with the digits that are printed at a place."""
    start, end = place
    there = list(dict.fromkeys(numbers_in(text[start:end])))
    if not there:
        return UNDECIDED, None, [Note(Aspect.NUMBER, UNDECIDED, "no digits are printed here")]
    first, last = ends_of_digits(text, start, end)
    scale = _SCALE.match(text, last) if lang.partition("-")[0].lower() == "en" else None
    if scale is not None:
        there = [EXACT.scaleb(number, _SCALES[scale[1].lower()]) for number in there]
    wanted = stated.number.copy_abs()
    shown = " or ".join(f"{number:f}" for number in there)
    if not any(same_digits(wanted, number) for number in there):
        return REFUTED, None, [Note(Aspect.NUMBER, REFUTED, f"the text has {shown} here")]
    unclear = len({*there}) > 1 or (scale is None and _MAY_BE_SCALE.match(text, last) is not None)
    if unclear:
        return (
            UNDECIDED,
            None,
            [Note(Aspect.SCALE, UNDECIDED, f"the text has {shown} here, in a scale that is not read")],
        )
    if wanted not in there:
        return REFUTED, None, [Note(Aspect.SCALE, REFUTED, f"the text has {shown} here")]
    if stated.number > 0 and minus_before(text, first) is not Minus.NONE:
        return UNDECIDED, None, [Note(Aspect.SIGN, UNDECIDED, "the dash before the number may be a minus sign")]
    words = "only number and position were compared, because the text is not Vietnamese"
    return CONFIRMED, None, [Note(Aspect.NUMBER, CONFIRMED), Note(Aspect.UNIT, None, words)]
