"""Find which words after a figure go on with its counted noun, and which belong to the next figure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from aseansc.units import UnitKind
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon, places
from aseansc.vietnamese._lexicon.fragments import AREA, COUNTED_TOO, ENDS_NAME, GOES_ON, NEEDS_MORE, OF_OWNER_AFTER
from aseansc.vietnamese._lexicon.said_of import OTHER_AFTER

_FLAGS: Final = re.IGNORECASE
_CLOSING: Final = re.compile(rf"(?<!\w)(?P<verb>{lexicon.CLOSING})[\s,:–-]*$", _FLAGS)
_TAIL_ENDS: Final = re.compile(rf"(?<!\w){lexicon.TAIL_ENDS}(?!\w)", _FLAGS)
_AND: Final = re.compile(lexicon.AND, _FLAGS)
_AMOUNT: Final = re.compile(lexicon.AMOUNTS, _FLAGS)
_PREPOSITION_END: Final = re.compile(rf"(?<!\w){lexicon.PREPOSITIONS}$", _FLAGS)
_CUT: Final = re.compile(rf"{lexicon.COMMA}|[;:.()¦\n–]|\s-\s(?={places.CAPITAL}|\d)")
BRACKETED: Final = re.compile(r"\([^()]*\)")
_BRACKET_AFTER: Final = re.compile(r"\s*\([^()\n]{1,40}\)")
_FIRST_NUMBER: Final = re.compile(r"\d")
MOST_OF_LIMIT: Final = 10
_END_OF_LIMIT: Final = re.compile(lexicon.END_OF_LIMIT)
LONGEST_TAIL: Final = 160
_LONGEST_VERB: Final = 40
TIME: Final = "¦"
"""The sign in place of a time."""
_STROKE: Final = re.compile(r"[^,;.:()\d]{0,30}/")
_AGAINST: Final = re.compile(lexicon.AGAINST, _FLAGS)
_HERE: Final = re.compile(places.HERE, _FLAGS)
_AND_MORE: Final = re.compile(lexicon.AND_MORE, _FLAGS)
_NEXT_ONE: Final = re.compile(rf"\s+{lexicon.AND_WORD}\s+[^,;:.()]*\b{lexicon.FOR}\s*$", _FLAGS)
_MET: Final = re.compile(lexicon.MET, _FLAGS)
_SHARED: Final = re.compile(lexicon.SHARED, _FLAGS)
_OTHER_AFTER: Final = re.compile(OTHER_AFTER, _FLAGS)
_REACHED: Final = re.compile(rf"\s*(?:\w+ )?{lexicon.REACHES}\s*", _FLAGS)
_AGAIN: Final = re.compile(lexicon.SAME_NOUN, _FLAGS)
_LISTED: Final = re.compile(lexicon.LISTED, _FLAGS)
_SIGN: Final = re.compile(r"[,;.:(]")
_PAUSE: Final = re.compile("[,;]")
_LEADS_ON: Final = re.compile(lexicon.LEADS_ON, _FLAGS)
_COUNTED_TOO: Final = re.compile(COUNTED_TOO, _FLAGS)
_AREA: Final = re.compile(AREA, _FLAGS)
_NEEDS_MORE: Final = re.compile(NEEDS_MORE, _FLAGS)
_ENDS_CLAUSE: Final = frozenset({"", ",", ";", ".", ":", ")"})
_ENDS_NAME: Final = re.compile(ENDS_NAME, _FLAGS)
_GOES_ON: Final = re.compile(rf"{GOES_ON}|{OF_OWNER_AFTER}", _FLAGS)
_QUALIFIED: Final = re.compile(lexicon.QUALIFIED, _FLAGS)


def after_last(left: str, *, is_percent: bool) -> tuple[str, str]:
    """Return the words between two figures that belong to the second, and what joins it to the first.

    Args:
        left: the words between them.
        is_percent: whether the first is a percent, behind whose comma nothing more is counted: y tế 67%, văn hóa 65%.
    """
    rest = left if _REACHED.fullmatch(left) else _without_tail(left, goes_on=not is_percent or left[:1] != ",")
    return rest, _joint(left, rest)


def _joint(left: str, rest: str) -> str:
    """Return the sign or word that joins a figure to the one right before it.

    Args:
        left: the words between the two.
        rest: these words without those that go on with the counted noun of the first.
    """
    words = left.strip().casefold()
    if _STROKE.fullmatch(words):
        return "/"  # 27 tỷ đồng/98 hộ vay/3 tổ
    if words in (lexicon.WITH, f", {lexicon.WITH}"):
        return lexicon.WITH
    if words == f", {lexicon.FOR}":
        return lexicon.FOR  # 923 tỷ đồng, cho 4.250 lượt khách hàng
    if words and not rest.strip() and _PREPOSITION_END.search(words):
        return lexicon.FOR  # 85 lớp tập huấn cho 4.250 lượt người
    return "," if rest.strip(" ,").casefold() in ("", lexicon.AND_WORD) and words else ""


def _without_tail(left: str, *, goes_on: bool) -> str:
    """Return the words between two figures without those that go on with the counted noun of the first."""
    base = _AGAINST.match(left)
    left = left[base.end() :] if base else left
    if left.rstrip().endswith(f" {lexicon.AND_WORD}") and _AMOUNT.match(left.strip()):
        return lexicon.AND_WORD  # 26,09% tổng số hộ và 30.938 hộ cận nghèo
    if _OTHER_AFTER.match(left):
        return left  # tăng 1,2% (+0,8 tạ/ha) và sản lượng thóc ước đạt
    is_base = "," in left
    if _SHARED.match(left.strip()):
        return left[left.rindex(f" {lexicon.AND_WORD} ") :]
    if (not is_base and _AMOUNT.match(left.strip())) or _AND.match(left.strip()):
        return left
    closed = _end_of_brackets(left)  # 2.045 xã (23%) được công nhận, tăng 5,9%
    rest = left[closed + (_length_of_tail(left[closed:], leads=True) if goes_on else 0) :]
    sign = _SIGN.search(rest)
    rest = rest[sign.end() :] if sign and sign[0] == "," else rest
    return f"){rest}" if left.count(")", 0, closed) > left.count("(", 0, closed) else rest


def _end_of_brackets(left: str) -> int:
    """Return the end of the last bracket before the first comma after a figure, which is still said of this figure."""
    inside = left.find(")") + 1 if left.find(")") < (left + "(").find("(") else 0
    blank = BRACKETED.sub(lambda found: " " * len(found[0]), left[inside:])
    sign = _PAUSE.search(blank)
    before = left[: inside + sign.start()] if sign else left
    opened = accumulate((one == "(") - (one == ")") for one in before)  # (bao gồm: vốn trung ương (NSTW) là 437 tỷ
    return max((at for at, depth in enumerate(opened, 1) if before[at - 1] == ")" and depth <= 0), default=0)


def limit_after(text: str, end: int) -> str:
    """Return the words after a counted noun that limit what is counted by another number: đạt 19/19 tiêu chí."""
    limited = _QUALIFIED.match(text, end)
    if limited is None:
        return ""
    stop = _END_OF_LIMIT.search(text, limited.end())
    words = text[end : stop.start() if stop else len(text)].split()
    return " ".join(words) if len(words) <= MOST_OF_LIMIT else ""


def runs_to_end(words: str) -> bool:
    """Return whether the words between two figures all go on with the counted noun of the first."""
    is_list = words.rstrip().endswith((",", f" {lexicon.AND_WORD}"))
    return words.strip() != "" and not is_list and _length_of_tail(words, leads=True) == len(words)


def tail_of(text: str, figure: PrintedFigure, end: int, dates: Sequence[tuple[int, int]], *, leads: bool) -> str:
    """Return the words after a figure that go on with its counted noun, also behind a bracket with figures."""
    start = figure.end
    if (figure.unit is None and text[start : start + 1] == "/") or text[start - 1 : start + 1] == "%,":
        return ""  # 900 đồng/quả; y tế 67%, văn hóa 65%
    met = _MET.match(text, start)
    if met is not None and text[:start].casefold().endswith(tuple(lexicon.MET_OF)):
        return f"{met['met']} {lexicon.PLAN}"
    shown = BRACKETED.sub(" ", without_spans(text, start, end, dates))
    is_area = figure.unit is not None and figure.unit.kind is UnitKind.AREA
    if is_area and _AREA.match(shown.strip()) and (not leads or _PAUSE.search(shown)):
        return _tail_words(_HERE.sub(" ", shown), leads=leads)  # duy trì 120 ha diện tích chè
    return _tail(shown, leads=leads) or _tail_after_bracket(text, start)


def _tail_after_bracket(text: str, end: int) -> str:
    """Return the words that go on with a counted noun after a bracket with figures: 2.045 xã (23%) được công nhận."""
    bracket = _BRACKET_AFTER.match(text, end)
    if bracket is None:
        return ""
    words = text[bracket.end() : bracket.end() + LONGEST_TAIL].partition("\n")[0]
    return _tail(_FIRST_NUMBER.split(words)[0], leads=False)


def _tail(words: str, *, leads: bool) -> str:
    """Return the words that go on with a counted noun, unless they begin another statement."""
    words = _HERE.sub(" ", words)
    shown = words[: _length_of_tail(words, leads=leads)]
    if not leads and _AND_MORE.match(shown.strip()):
        return " ".join(shown.split())
    if _AMOUNT.match(shown.strip()) or _AND.match(shown.strip()):
        return ""  # begins another statement: năng suất đạt 62 tạ/ha sản lượng đạt 719 tấn
    return _tail_words(words, leads=leads)


def _tail_words(words: str, *, leads: bool) -> str:
    """Return the words up to the end of what goes on with a counted noun, without verbs at the end."""
    size = _length_of_tail(words, leads=leads)
    ends_clause = words[size:].lstrip()[:1] in _ENDS_CLAUSE and not leads
    shown = " ".join(words[:size].split())
    if shown.startswith(lexicon.IS) and shown[len(lexicon.IS) : len(lexicon.IS) + 1].isupper():
        return ""  # 3 đơn vị là Sở Y tế, Sở Nội vụ
    shown = shown.removeprefix(lexicon.IS)
    while (found := closing(shown)) is not None and shown:
        rest = shown[: found.start()].rstrip()
        if _NEEDS_MORE.search(rest) or (ends_clause and _ENDS_NAME.fullmatch(found["verb"])):
            break  # 5 tiêu chí chưa đạt; 2 tuyến đường đi qua; 20 người khuyết tật nhẹ
        shown = rest
    return shown.strip(" -–/\"“”'….")


def _end_of_tail(words: str, *, leads: bool) -> int | None:
    """Return where another statement begins, behind a preposition that belongs to the word before it."""
    ends = _TAIL_ENDS.search(words)
    if ends is None:
        return None
    more = _GOES_ON.match(words, ends.start())
    if more is None or (leads and more.end() == len(words)):
        return ends.start()  # 62 hợp tác xã liên kết với 3 doanh nghiệp
    return more.end()  # 62 hợp tác xã liên kết với các doanh nghiệp


def _length_of_tail(words: str, *, leads: bool) -> int:
    """Return how many of the characters after a figure go on with its counted noun.

    Args:
        words: the words after the figure.
        leads: whether another figure follows.
    """
    ends = _end_of_tail(words, leads=leads)
    size = len(words) if ends is None else ends
    next_one = _LEADS_ON.search(words) if leads else None
    size = min(size, next_one.start()) if next_one else size
    cut = _NEXT_ONE.search(words, 0, size) if leads and next_one is None and ends is None else None
    size = cut.start() if cut else size  # cho 172 cụ và chúc thọ cho 1.502 cụ
    cut = _CUT.search(words, 0, size)
    shown = f"{words}0" if leads else words
    while cut is not None and (counted := _COUNTED_TOO.match(shown, cut.start())) is not None:
        cut = _CUT.search(words, counted.end(), size)  # 312 đơn vị, cơ sở y tế với 90 bác sĩ
    listed = _LISTED.match(words, cut.start(), size) if cut else None
    cut = _CUT.search(words, listed.end(), size) if listed else cut
    if (
        cut is not None
        and cut[0] == ","
        and (again := _AGAIN.match(words)) is not None
        and again.start(2) > cut.start()
    ):
        cut = _CUT.search(words, again.end(), size)  # cho người nghèo, người dân tộc thiểu số
    return cut.start() if cut else size


def closing(shown: str) -> re.Match[str] | None:
    """Return the verb at the end of some words; only the last of them are searched, because that is fast."""
    return _CLOSING.search(shown, max(0, len(shown) - _LONGEST_VERB))


def without_spans(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> str:
    """Return a part of a text in composed form, with a private sign in place of some spans."""
    pieces: list[str] = []
    at = start
    for first, last in spans:
        if start <= first and last <= end:
            pieces += [text[at:first], f" {TIME} "]
            at = last
    pieces.append(text[at:end])
    return unicodedata.normalize("NFC", "".join(pieces))
