"""Recognise the words around a figure: qualifiers, directions, plans and bases of comparison."""

from __future__ import annotations

from typing import Final

from attrs import define

from aseansc.values import Qualifier
from aseansc.vietnamese._tokens import Tokens, words_in

# -- qualifiers

_QUALIFIERS: Final[dict[tuple[str, ...], Qualifier]] = {
    ("trên", "dưới"): Qualifier.ABOUT,
    ("xấp", "xỉ"): Qualifier.ABOUT,
    ("khoảng",): Qualifier.ABOUT,
    ("chừng",): Qualifier.ABOUT,
    ("~",): Qualifier.ABOUT,
    ("trên",): Qualifier.OVER,
    ("hơn",): Qualifier.OVER,
    ("quá",): Qualifier.OVER,
    (">",): Qualifier.OVER,
    ("gần",): Qualifier.NEARLY,
    ("ngót",): Qualifier.NEARLY,
    ("ngót", "nghét"): Qualifier.NEARLY,
    ("non",): Qualifier.NEARLY,
    ("suýt", "soát"): Qualifier.NEARLY,
    ("dưới",): Qualifier.UNDER,
    ("chưa", "đầy"): Qualifier.UNDER,
    ("chưa", "tới"): Qualifier.UNDER,
    ("chưa", "đến"): Qualifier.UNDER,
    ("không", "đến"): Qualifier.UNDER,
    ("không", "đầy"): Qualifier.UNDER,
    ("<",): Qualifier.UNDER,
    ("tối", "thiểu"): Qualifier.AT_LEAST,
    ("ít", "nhất"): Qualifier.AT_LEAST,
    ("không", "dưới"): Qualifier.AT_LEAST,
    ("từ", "đủ"): Qualifier.AT_LEAST,
    ("≥",): Qualifier.AT_LEAST,
    ("tối", "đa"): Qualifier.AT_MOST,
    ("nhiều", "nhất"): Qualifier.AT_MOST,
    ("không", "quá"): Qualifier.AT_MOST,
    ("≤",): Qualifier.AT_MOST,
}
_LAST_WORDS: Final = frozenset(words[-1] for words in _QUALIFIERS)
_UPWARDS: Final = frozenset({"cao", "nhiều", "lớn", "dài", "rộng", "tốt", "nặng", "nhanh", "mạnh", "khá", "sâu"})
_DOWNWARDS: Final = frozenset({"thấp", "ít", "nhỏ", "kém", "ngắn", "hẹp", "chậm", "yếu"})
_NO_BOUND: Final = frozenset({"vượt", "không"})
"""Words that form another word with a following *quá*."""


@define
class Qualified:
    """A qualifier before a figure and the index of its first token."""

    qualifier: Qualifier
    start: int


def qualifier_before(tokens: Tokens, at: int, previous_end: int) -> Qualified | None:
    """Return the qualifier right before a token and after `previous_end`, the end of the previous figure, if any."""
    words = tokens.words
    if at <= previous_end or words[at - 1] not in _LAST_WORDS:
        return None
    if at - 2 >= previous_end:
        pair = _QUALIFIERS.get((words[at - 2], words[at - 1]))
        if pair is not None:
            return Qualified(pair, at - 2)
    before = words[at - 2] if at >= 2 else ""
    if words[at - 1] == "hơn" and (before in _UPWARDS or before in _DOWNWARDS):
        return None  # cao hơn 6,7 điểm: a difference
    if words[at - 1] == "quá" and before in _NO_BOUND:
        return None
    if words[at - 1] == ">" and before in ("=", "-", "–") and tokens.glued(at - 1):
        return None  # 5% => 7%: an arrow
    one = _QUALIFIERS.get((words[at - 1],))
    return Qualified(one, at - 1) if one is not None else None


# -- directions

_UP: Final = frozenset({"tăng", "thêm"})
_DOWN: Final = frozenset({"giảm", "sụt", "hạ", "bớt"})
_LEVEL_WORDS: Final = words_in(
    """
    còn lên xuống là đạt chiếm có bằng ở từ gồm mức thành đến tới với khoảng về cho trong của tại
    """
)
"""Words after which a number is a level, not a change."""
_FILLERS: Final = words_in(
    """
    bình quân trung mỗi hàng hằng một năm tháng quý được khá mạnh nhẹ nhanh so với cùng kỳ trước thực tế ước tính
    """
)
_COMPARED: Final = frozenset({"so", "với", "cùng", "kỳ", "trước"})
_NO_RISE: Final = frozenset({"cường", "gia"})
_NO_FALL: Final = frozenset({"nghèo", "thiểu", "nhẹ", "đói", "sát", "thuế", "tầng", "lưu", "du", "long"})
_NO_EXCESS: Final = frozenset({"khó", "nghèo", "bậc", "trội", "biên", "qua"})
"""Words that form another word with a preceding *vượt*: học sinh nghèo vượt khó."""
_PACES: Final = frozenset({"độ", "mức"})
"""Words that form the name of a rate with a following *tăng*: tốc độ tăng trưởng."""
_RATES: Final = frozenset({"lệ", "suất", "số"})
"""Words that do so only if more of the name follows: tỷ lệ tăng dân số, but not lãi suất tăng 0,5 %."""
_CLAUSE_SIGNS: Final = frozenset(',;.:!?()[]“”"-–+•*')
_DIFFERENCES: Final = frozenset({"so", "chênh", "hơn", "kém", "vượt", "hụt"})
_CHOICE_SIGNS: Final = frozenset({"/", "(", ")", ",", "+", "-", "–", "−", "±", "hoặc", "hay"})
_STRONGLY: Final = frozenset({"mạnh", "nhanh", "được", "nhẹ", "sâu", "vọt", "đột", "biến", "thêm"})
_FAR: Final = 24
_NEAR: Final = 10


def direction_before(tokens: Tokens, at: int, search_start: int, *, in_clause: bool) -> int:
    """Return the direction that the words before a figure give to it: 1 for a rise, -1 for a fall, 0 for neither.

    Args:
        tokens: the tokens of the passage.
        at: index of the first token of the figure.
        search_start: end of the figure before it; words before that belong to the earlier figure.
        in_clause: whether the direction may be anywhere earlier in the clause, as for percents:
            "giảm tỷ lệ hộ nghèo 3%/năm".
    """
    words, compared = tokens.words, False
    for back in range(at - 1, max(search_start, at - _FAR) - 1, -1):
        word = words[back]
        if word == "thêm" and back > search_start and words[back - 1] in _DOWN:
            continue  # "giảm thêm" is a further decrease
        if word in _UP or word in _DOWN:
            before, after = words[back - 1] if back else "", words[back + 1]
            if word in _UP:
                if after in _NO_RISE:
                    return 0
                return 0 if before in _PACES or (before in _RATES and back + 1 < at) else 1
            if after in _NO_FALL and back + 1 < at:
                if not in_clause:
                    return 0
                continue
            return 0 if before in _PACES or (before in _RATES and back + 1 < at) else -1
        if word == "hơn" and back and words[back - 1] in _UPWARDS:
            return 1
        if word == "hơn" and back and words[back - 1] in _DOWNWARDS:
            return -1
        if word == "vượt":
            return 0 if words[back + 1] in _NO_EXCESS else 1
        if word in _CLAUSE_SIGNS:
            if word == "," and words[back + 1] == "lần" and words[back + 2] == "lượt":
                continue
            return 0
        compared = compared or word in _COMPARED
        if word in _LEVEL_WORDS and word not in _COMPARED:
            return 0
        if not in_clause and word not in _FILLERS and word not in ("trưởng", "lần", "lượt"):
            return 0
    return 0


def up_to_before(tokens: Tokens, at: int, search_start: int) -> int:
    """Return the direction of a verb before *tới* or *đến*, or 0: "giảm tới 66,7 %" may mean by or to that number."""
    words = tokens.words
    back = at - 1
    if back - 1 < search_start or words[back] not in ("tới", "đến"):
        return 0
    back -= 1
    while back > max(search_start, at - _NEAR) and words[back] in _STRONGLY:
        back -= 1
    return 1 if words[back] in _UP else -1 if words[back] in _DOWN else 0


def either_way_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether both directions are printed before a figure as a choice: tăng/giảm, tăng (giảm), tăng (+)."""
    words, up, down, parted = tokens.words, False, False, False
    for back in range(at - 1, max(search_start, at - _NEAR) - 1, -1):
        up, down = up or words[back] in _UP, down or words[back] in _DOWN
        if words[back] in _CHOICE_SIGNS:
            parted = parted or up or down  # "giảm thêm" is a single direction
        elif words[back] not in _UP and words[back] not in _DOWN:
            break
    return up and down and parted


def comparison_before(tokens: Tokens, at: int, search_start: int) -> int:
    """Return the direction of *cao hơn* or *ít hơn* earlier in the clause of a figure, or 0."""
    words = tokens.words
    for back in range(at - 1, max(search_start, at - _FAR) - 1, -1):
        word = words[back]
        if word == "hơn" and back and words[back - 1] in _UPWARDS:
            return 1
        if word == "hơn" and back and words[back - 1] in _DOWNWARDS:
            return -1
        if word in _CLAUSE_SIGNS or (word in _LEVEL_WORDS and word not in _COMPARED):
            return 0
    return 0


def difference_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether words before a figure with a sign mark it as a difference: tăng, so với, chênh lệch."""
    words = tokens.words
    if at and words[at - 1] == ":":
        at -= 1
    for back in range(at - 1, max(search_start, at - _FAR) - 1, -1):
        if words[back] in _DIFFERENCES or words[back] in _UP or words[back] in _DOWN:
            return True
        if words[back] in _CLAUSE_SIGNS:
            return False
    return False


def moves_before(tokens: Tokens, at: int) -> bool:
    """Return whether a verb of change comes before a token, with only adverbs between."""
    words, back = tokens.words, at - 1
    while back > at - _NEAR and back >= 0 and words[back] in _STRONGLY:
        back -= 1
    return back >= 0 and (words[back] in _UP or words[back] in _DOWN or words[back] == "nâng")


def exceeds_before(tokens: Tokens, at: int, search_start: int) -> bool:
    """Return whether *vượt* occurs earlier in the clause of a figure."""
    words = tokens.words
    for back in range(at - 1, max(search_start, at - _FAR) - 1, -1):
        if words[back] in _CLAUSE_SIGNS:
            return False
        if words[back] == "vượt":
            return True
    return False


def is_directly_before(tokens: Tokens, at: int, *choices: str) -> bool:
    """Return whether one of these words comes before a token, with only filler words between."""
    words = tokens.words
    back = at - 1
    while back > at - 4 and back >= 0 and words[back] in ("khoảng", "được", "mới", "chỉ", "ước", "tính"):
        back -= 1
    return back >= 0 and words[back] in choices


# -- plans

_PLANS: Final = {("kế", "hoạch"), ("chỉ", "tiêu"), ("dự", "toán"), ("mục", "tiêu"), ("định", "mức")}
_SURE_PLANS: Final = {("kế", "hoạch"), ("dự", "toán")}
_PLAN_TAIL: Final = words_in("năm giao đề ra được tỉnh đặt huyện trung ương tw hđnd nghị quyết đại hội cả")
_GIVES: Final = frozenset({"giao", "tỉnh", "tw", "hđnd", "trung"})


def plan_at(tokens: Tokens, at: int) -> int:
    """Return where the name of a plan that begins at a token ends, or 0: *kế hoạch*, *so với dự toán*."""
    words = tokens.words
    start = at
    if words[at] == "so":
        start = at + 2 if words[at + 1] == "với" else at + 1
    if (words[start] == "kh" and tokens.raw(start).isupper()) or _is_budget(tokens, start):
        end = start + 1
    elif (words[start], words[start + 1]) in _PLANS:
        end = start + 2
    else:
        return 0
    if words[end] == "năm" and not words[end + 1][:1].isdecimal():
        end += 1
    return end


def _is_budget(tokens: Tokens, at: int) -> bool:
    """Return whether DT means the budget (dự toán), not the area (diện tích): DT tỉnh giao."""
    return tokens.words[at] == "dt" and tokens.words[at + 1] in _GIVES and tokens.raw(at).isupper()


def is_sure_plan(tokens: Tokens, at: int) -> bool:
    """Return whether the words at a token always mean a plan; *chỉ tiêu* may also be a counted noun (15 chỉ tiêu)."""
    words = tokens.words
    return (words[at], words[at + 1]) in _SURE_PLANS or words[at] in ("kh", "dt", "so")


def plan_before(tokens: Tokens, at: int, previous_end: int) -> int | None:
    """Return where the name of a plan that ends right before a token begins, if any."""
    words = tokens.words
    back = at - 1
    while back >= previous_end and at - back <= 6 and words[back] in _PLAN_TAIL:
        back -= 1
    if back - 1 < previous_end:
        return None
    if (words[back - 1], words[back]) in _PLANS:
        start = back - 1
    elif (words[back] == "kh" and tokens.raw(back).isupper()) or _is_budget(tokens, back):
        start = back
    else:
        return None
    if start - 2 >= previous_end and words[start - 2] == "so" and words[start - 1] == "với":
        start -= 2
    return start


# -- bases of comparison


_BASES: Final = frozenset({"kỳ", "kì", "tháng", "quý"})


def base_at(tokens: Tokens, at: int) -> int:
    """Return where the words for a base of comparison end, or 0: *so với cùng kỳ*, *năm trước*."""
    words = tokens.words
    if words[at] == "so" and (words[at + 1] in ("với", "cùng", "ck", "năm") or words[at + 1] in _BASES):
        return at + 2
    if words[at] == "ck" and tokens.raw(at).isupper():
        return at + 1
    if tokens.follows(at, "cùng", "kỳ") or tokens.follows(at, "cùng", "kì"):
        return at + 2
    if words[at] in ("năm", "tháng", "quý", "kỳ") and (words[at + 1] in ("trước", "ngoái")):
        return at + 2
    if words[at] == "năm" and words[at + 1][:1].isdecimal():
        return at + 2
    return at + 1 if words[at] == "vụ" else 0
