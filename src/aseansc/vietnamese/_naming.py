"""Read the words around a figure from which a name of what it measures is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from aseansc.periods import TimeCollection
from aseansc.units import UnitKind
from aseansc.vietnamese._figure import PrintedFigure
from aseansc.vietnamese._lexicon import drafting as lexicon, places
from aseansc.vietnamese._lexicon.fragments import (
    ADDS,
    BEGAN,
    FOR_WHAT,
    LISTS_MORE,
    NAMED_ACTOR,
    NO_VERB,
    NOT_LISTED,
    OF_ALL,
    OF_OWNER,
    ORGANISATIONS,
    PURPOSE,
    REGION_HAS,
    TOLD_SO,
)
from aseansc.vietnamese._lexicon.open_times import WHOLE_YEAR
from aseansc.vietnamese._lexicon.said_of import (
    BORROWED,
    CROP_DONE,
    HAVE,
    OF_PLACES,
    SEASON_HEADING,
    SEASONS,
    THAN_LEVEL,
    TIME_AFTER,
    TOLD,
)
from aseansc.vietnamese._name_forms import folded, lowered, noun_of
from aseansc.vietnamese._tails import (
    BRACKETED,
    LONGEST_TAIL,
    MOST_OF_LIMIT,
    TIME,
    after_last,
    closing,
    limit_after,
    runs_to_end,
    tail_of,
    without_spans,
)
from aseansc.vietnamese._windows import near_before

_FLAGS: Final = re.IGNORECASE
_OPENING: Final = re.compile(
    rf"(?:[\s,.:;–+•*'\"“”-]+|\d{{1,2}}(?:\.\d{{1,2}})*[.)/]\s|[a-z]\)\s|{lexicon.OPENING}(?!\w))+", _FLAGS
)
_NAMED_PLACE: Final = re.compile(places.NAMED_PLACE)
_AMONG: Final = re.compile(lexicon.AMONG, _FLAGS)
_MOMENT: Final = re.compile(lexicon.MOMENT, _FLAGS)
_NO_TOPIC: Final = re.compile(lexicon.NO_TOPICS, _FLAGS)
_ADVERBIAL: Final = re.compile(lexicon.ADVERBIALS, _FLAGS)
_THERE_IS: Final = re.compile(lexicon.THERE_IS, _FLAGS)
_HEAD: Final = re.compile(lexicon.HEADS, _FLAGS)
_BORROWED: Final = re.compile(BORROWED, _FLAGS)
_CROP_DONE: Final = re.compile(CROP_DONE, _FLAGS)
_DONE: Final = re.compile(lexicon.DONE, _FLAGS)
_SEASON: Final = re.compile(SEASONS, _FLAGS)
MOST_JOINED: Final = 14
"""Words of a subject with commas that does not begin like a name."""
_MOST_LISTED: Final = 7
"""Most words of a part of a list in a clause."""
MOST_OF_TOPIC: Final = 4
_WHOLE_YEAR: Final = re.compile(WHOLE_YEAR, re.IGNORECASE)
_ACTION: Final = re.compile(rf"(?:\w+ ){{0,3}}{lexicon.ACTIONS}\b", _FLAGS)
_WITH_AMOUNT: Final = re.compile(rf"^.*\b{lexicon.WITH} (?:{lexicon.DOING}|(?={lexicon.TOTAL_OR_AMOUNT}))", _FLAGS)
_AND_ACTION: Final = re.compile(lexicon.AND_ACTION, _FLAGS)
_WITH_OTHERS: Final = re.compile(lexicon.WITH_OTHERS, _FLAGS)
_WORTH: Final = re.compile(lexicon.WORTH, _FLAGS)
_COMPARED: Final = re.compile(lexicon.COMPARED, _FLAGS)
_SINCE: Final = re.compile(rf"\W*{lexicon.BEFORE_TIME}", _FLAGS)
_CONTINUES: Final = re.compile(lexicon.CONTINUES, _FLAGS)
_COMMA: Final = re.compile(lexicon.COMMA, _FLAGS)
_ACTS: Final = re.compile(rf"{lexicon.ACTIONS}\b", _FLAGS)
_DEPENDENT: Final = re.compile(lexicon.DEPENDENT, _FLAGS)
_THEY_DO: Final = re.compile(lexicon.THEY_DO, _FLAGS)
_PAID: Final = re.compile(lexicon.PAID, _FLAGS)
_VERB_AT_END: Final = re.compile(rf"(?<!\w)(?!{NO_VERB}){lexicon.ACTIONS}(?: {lexicon.AFTER_ACTION})?\s*$", _FLAGS)
_ACTED: Final = re.compile(rf"{lexicon.ACTORS}{lexicon.NOT_PLURAL}(?<![-–] )(?={lexicon.ACTIONS}\b)", _FLAGS)
_NAMED_ACTOR: Final = re.compile(NAMED_ACTOR, _FLAGS)
_REGION_HAS: Final = re.compile(REGION_HAS, _FLAGS)
_BEGAN: Final = re.compile(BEGAN, _FLAGS)
_FOR_WHAT: Final = re.compile(FOR_WHAT, _FLAGS)
_PURPOSE: Final = re.compile(PURPOSE, _FLAGS)
_TIME_AFTER: Final = re.compile(TIME_AFTER, _FLAGS)
_SEASON_HEAD: Final = re.compile(SEASON_HEADING, _FLAGS)
_TOLD: Final = re.compile(TOLD, _FLAGS)
_ADDS: Final = re.compile(ADDS, _FLAGS)
_LISTS_MORE: Final = re.compile(LISTS_MORE, _FLAGS)
_NOT_LISTED: Final = re.compile(NOT_LISTED, _FLAGS)
_OF_ALL: Final = re.compile(OF_ALL, _FLAGS)
_SOURCE: Final = re.compile(lexicon.SOURCE, _FLAGS)
_THAN_LEVEL: Final = re.compile(THAN_LEVEL, _FLAGS)
_SAME_SUBJECT: Final = re.compile(f"{lexicon.SAME_SUBJECT}|{THAN_LEVEL}", _FLAGS)
_BEFORE_TIME: Final = re.compile(lexicon.BEFORE_TIME, _FLAGS)
_LEFT_TIMES: Final = re.compile(lexicon.LEFT_TIMES)
_ORGANISATION: Final = re.compile(ORGANISATIONS, _FLAGS)
_OF_PLACES: Final = re.compile(OF_PLACES, _FLAGS)
_AMOUNT_HEAD: Final = re.compile(lexicon.AMOUNT_HEADS, _FLAGS)


@frozen(kw_only=True)
class Words:
    """The words around a figure.

    Args:
        subject: the words before it in its clause, without a verb before the figure.
        verb: that verb.
        noun: the counted noun of the figure.
        tail: the words after it.
        head: the words before a colon, if the clause follows one.
        goes_on: whether the clause has no subject of its own, and goes on with the figure before it.
        amount: the word before a colon that says what the amounts after it are: *Sản lượng: nho đạt 22 tấn*; all
            words before the colon if they announce a list of places: *Diện tích gieo trồng của các huyện:*.
        joint: the sign or word that joins it to the figure right before it: ``/``, ``,`` or ``với``.
        limit: the words after it that limit what is counted by another number: 6 xã đạt 19/19 tiêu chí.
        lead: the words of the clause before a subject that says nothing alone: trợ cấp một lần, số tiền 5 tỷ đồng.
        is_cut: whether its subject is too long, or the words after it count a second thing, too: 5.000 đoàn viên,
            thanh niên được tập huấn.
        in_bracket: whether a bracket begins between the figure before it and itself.
        closes_bracket: whether a bracket ends there.
        part: the word that announces it as a part of what is counted before it, such as *trong đó*; else empty.
        is_apart: whether a semicolon or a full stop stands between it and the figure before it.
        is_base: whether it is the level from which something changed.
        moment: the beginning or the end of its time, if the words right after it say so.
        clause: all words before it in its clause, from which names are suggested if none is sure.
        is_before_time: whether the words right after it name only a time.
        of_all: the words right after it that say of what it is a share: so với tổng số hộ.
        runs_on: whether the words that go on with its counted noun end right before the next figure.
        after: the words after it, with the next figures.
    """

    subject: str
    verb: str
    noun: str
    tail: str
    head: str
    amount: str
    joint: str
    limit: str
    lead: str
    is_cut: bool
    goes_on: bool
    in_bracket: bool
    closes_bracket: bool
    part: str
    is_apart: bool
    is_base: bool
    moment: TimeCollection | None
    clause: str
    is_before_time: bool = False
    of_all: str = ""
    runs_on: bool = False
    after: str = ""

    @property
    def is_part(self) -> bool:
        """Whether it is announced as a part of what is counted before it."""
        return self.part != ""

    @property
    def lists_more(self) -> bool:
        """Whether a list goes on after its counted noun: 342 hộ kinh doanh dịch vụ, tiểu thủ công nghiệp, tăng 152."""
        return _LISTS_MORE.match(self.after) is not None

    @property
    def adds(self) -> bool:
        """Whether it is added to a total that follows: đạt 50 tiêu chí, nâng tổng số tiêu chí lên 404."""
        return _ADDS.match(self.after) is not None

    @property
    def is_vague(self) -> bool:
        """Whether the subject says what is measured, but not of what: tổng kinh phí."""
        return folded(self.subject) in lexicon.VAGUE


def words_around(
    text: str,
    sentence: tuple[int, int],
    figure: PrintedFigure,
    *,
    after: int,
    before: int,
    dates: Sequence[tuple[int, int]],
) -> Words:
    """Return the words around a figure.

    Args:
        text: the text.
        sentence: where its sentence starts and ends.
        figure: the figure.
        after: the end of the figure before it in the sentence, or the start of the sentence.
        before: the start of the next figure in the sentence, or its end.
        dates: the spans of the times in the sentence, which are left out.
    """
    is_first = after <= sentence[0]
    left = without_spans(text, after, figure.start, dates)
    part = _AMONG.search(left)
    left, joint = (left, "") if is_first else after_last(left, is_percent=text[after - 1] == "%")
    near = BRACKETED.sub(" ", left)
    _, separator, clause = _split_last(near.rpartition("(")[2].rpartition(")")[2], ";.")
    head, colon, clause = _split_last(clause, ":")
    subject, verb, is_long = _subject(_COMMA.split(clause))
    amount = _AMOUNT_HEAD.match(head) if colon else None
    if not subject and colon and not verb:
        subject, verb, is_long = _subject(_COMMA.split(head.rpartition(":")[2]))
        head, subject = "", "" if verb.endswith(lexicon.CONSISTS) and not is_first else subject
    if (is_same := not is_first and _SAME_SUBJECT.search(clause) is not None) and _says_again(subject):
        subject = ""
    right = text[figure.end : max(figure.end, min(before, sentence[1], figure.end + LONGEST_TAIL))]
    tail = tail_of(text, figure, figure.end + len(right), dates, leads=before < sentence[1])
    is_owner = verb.split()[-1:] == [HAVE] and _counts(figure) and _ORGANISATION.match(subject) is not None
    return Words(
        subject="" if is_owner else subject,
        verb=verb,
        noun=noun_of(figure.printed),
        tail=f"{tail} {OF_OWNER} {lowered(subject)}".strip() if is_owner else tail,
        head=_topic(head) if colon else "",
        amount=_amount_of_places(head) or amount["amount"] if amount else "",
        joint=joint,
        limit=limit_after(text, figure.end),
        lead=_lead(clause) if folded(subject) in lexicon.VAGUE else "",
        is_cut=is_long or _CONTINUES.match(text, figure.end) is not None,
        goes_on=not subject and not is_first and (not separator or is_same or _WHOLE_YEAR.search(clause) is not None),
        in_bracket="(" in near,
        closes_bracket=")" in near,
        part=" ".join(part[0].casefold().split()) if part else "",
        is_apart=bool(separator),
        is_base=verb.split()[-1:] == [lexicon.FROM],
        moment=_moment_after(text, figure.end),
        clause=" ".join(_split_last(near, ";.")[2].split()),
        is_before_time=_TIME_AFTER.match(right) is not None,
        of_all=found["all"] if (found := _OF_ALL.match(right)) else "",
        runs_on=before < sentence[1] and runs_to_end(right),
        after=text[figure.end : figure.end + LONGEST_TAIL],
    )


def _counts(figure: PrintedFigure) -> bool:
    """Return whether a figure counts things that it names."""
    return figure.unit is not None and figure.unit.kind is UnitKind.COUNT and noun_of(figure.printed) != ""


def _says_again(subject: str) -> bool:
    """Return whether a subject says only that the figure is of what is measured before it: diện tích; tỷ lệ này."""
    if _SEASON.match(subject) or _THAN_LEVEL.fullmatch(subject):
        return True
    return folded(subject) in lexicon.VAGUE or not lexicon.THAT.isdisjoint(subject.split()[-1:])


def _lead(clause: str) -> str:
    """Return the last words of a clause before the comma in front of its subject, if they say what was done."""
    fragments = _COMMA.split(clause)
    words, verbs = _stripped(fragments[-2]) if len(fragments) > 1 else ("", "")
    words = words if TOLD_SO.isdisjoint(verbs.split()) else ""
    with_amount = _WITH_AMOUNT.match(fragments[-1])
    more = "" if with_amount is None else with_amount[0].strip().removesuffix(lexicon.WITH).strip()
    words = f"{words}, {more}" if words and more else words  # hỗ trợ muối, cây giống với tổng kinh phí 8 tỷ đồng
    is_said = _ACTS.match(words) is not None or _HEAD.match(words) is not None
    return words if is_said and 1 < len(words.split()) <= MOST_OF_LIMIT and folded(words) not in lexicon.VAGUE else ""


def _amount_of_places(head: str) -> str:
    """Return what the amounts of a list of places are, by the words before its colon; empty for another list."""
    found = _OF_PLACES.match(head)
    return found["what"] if found else ""


def names_part(words: Words, of: Words) -> bool:
    """Return whether a figure in a bracket names a part of the one before it, and does not only repeat its noun."""
    if _SAME_SUBJECT.search(words.clause):
        return False  # 68 thị trường (cùng kỳ năm trước là 64 thị trường)
    return bool(words.subject or words.tail) or not folded(of.noun).startswith(folded(words.noun))


def is_of_itself(words: Words) -> bool:
    """Return whether an amount is what was done or lost, and not of what is counted before it: thiệt hại 9 tỷ đồng."""
    return starts_with_action(words.subject) or lexicon.LOSS in folded(words.subject)


def is_dependent(name: str) -> bool:
    """Return whether a name says what it counts only with the words of its paragraph: *Số người chết*."""
    return _DEPENDENT.search(name) is not None


def starts_with_action(subject: str) -> bool:
    """Return whether a subject begins with what was done: *gieo cấy*."""
    return _ACTION.match(subject) is not None


def says_what_they_do(words: Words) -> bool:
    """Return whether the words after some persons say what they do or get, so that no verb before them is needed."""
    return _THEY_DO.match(words.tail) is not None and words.noun != ""


def _topic(head: str) -> str:
    """Return the words before a colon if they are what the clause is about: *Cây ngô:*, but not *Về trồng trọt:*."""
    if _NO_TOPIC.match(head.strip(" \n\t-–+•*0123456789.)")):
        return ""
    words = _stripped(head)[0]
    if _NO_TOPIC.match(words):
        return ""
    is_season = _SEASON_HEAD.fullmatch(words) is not None
    is_name = words.istitle() and len(words.split()) > 1 and not is_season  # Lâm Hà: giảm 45 vụ
    return words if len(words.split()) <= MOST_OF_TOPIC and not is_name else ""


def _moment_after(text: str, end: int) -> TimeCollection | None:
    """Return whether the words right after a figure say the beginning or the end of its time: 5,59% đầu năm."""
    found = _MOMENT.match(text, end)
    if found is None:
        return None
    return TimeCollection.BEGINNING if found["which"].casefold() == lexicon.BEGINNING else TimeCollection.END


def _split_last(words: str, signs: str) -> tuple[str, str, str]:
    """Return what is before the last of some signs, the sign, and what is after it; without one, all is after it."""
    at = max(words.rfind(sign) for sign in signs)
    return (words[:at], words[at], words[at + 1 :]) if at >= 0 else ("", "", words)


def _subject(fragments: list[str]) -> tuple[str, str, bool]:
    """Return the subject of a clause, the verb at its end, and whether the subject is too long to be a name.

    The subject goes back to the comma before a word that begins a name.
    """
    verb = ""
    found: list[str] = []
    if _stripped(fragments[-1]) == ("", ""):
        return "", "", False  # right after a comma
    for fragment in reversed(fragments):
        words, stripped = _stripped(fragment)
        verb = verb if found else verb or stripped
        if _ends_subject(words, found, stripped, fragment):
            break
        found[:0] = [words] if words else []
        if _begins_subject(words, fragment) and not _shares_object(fragments, fragment, words):
            is_cut = _AND_ACTION.match(fragment.strip()) is not None and _goes_back(fragments, fragment)
            is_cut = is_cut or _ends_list(fragments, fragment)
            return _joined(found, is_cut=is_cut), verb, is_cut
    is_long = len(found) > 1 and len(", ".join(found).split()) > MOST_JOINED
    return _joined(found, is_cut=is_long), verb, is_long


def _shares_object(fragments: list[str], last: str, words: str) -> bool:
    """Return whether a verb ends a list of what was done to the same: xây dựng, sửa chữa 12 nhà; khám, cấp thuốc."""
    at = fragments.index(last)
    before = fragments[at - 1] if at > 0 else ""
    goes_on = _VERB_AT_END.search(before) is not None or _NOT_LISTED.search(before) is None
    return _ACTS.match(words) is not None and goes_on


def _joined(parts: list[str], *, is_cut: bool) -> str:
    """Return the subject that parts of a clause make, or an empty string if they are not a whole name."""
    return "" if is_cut else ", ".join(parts)


def _ends_list(fragments: list[str], last: str) -> bool:
    """Return whether a part of a clause ends a list of at least three, or of what something is for.

    Đo đạc, lập bản đồ, cấp giấy và xây dựng; nhu cầu vốn để giải phóng mặt bằng, xây dựng.
    """
    at = fragments.index(last)
    if at and _FOR_WHAT.search(fragments[at - 1]) and _ACTS.match(_stripped(last)[0]):
        return True
    before = [fragment.split() for fragment in near_before(fragments, at, 2)]
    is_list = len(before) > 1 and all(1 < len(words) <= _MOST_LISTED and TIME not in words for words in before)
    return is_list and f" {lexicon.AND_WORD} " in last and not any(map(_ADVERBIAL.match, map(" ".join, before)))


def _goes_back(fragments: list[str], last: str) -> bool:
    """Return whether a part of a clause goes on with an amount before it: dư nợ cho vay tạo, duy trì việc làm."""
    at = fragments.index(last)
    return at > 0 and _BORROWED.match(_stripped(fragments[at - 1])[0]) is not None


def _begins_subject(words: str, fragment: str) -> bool:
    """Return whether a part of a clause begins the subject: by its first word, or after a time or *đã*."""
    begins = (
        _HEAD.match(words)
        or _AMONG.match(fragment.strip())
        or _SINCE.match(fragment)
        or _DONE.search(fragment)
        or _ACTS.match(words)
    )
    return words != "" and begins is not None


def _ends_subject(words: str, found: list[str], verb: str, fragment: str) -> bool:
    """Return whether the subject does not go back behind a part of a clause.

    That is a part without words of its own before others, or with only a region or *có*: theo báo cáo, cả nước có 5 xã.
    """
    if found:
        return not words or _ADVERBIAL.match(fragment.strip()) is not None
    if words.istitle() and _THERE_IS.search(verb.removesuffix(f" {lexicon.MORE}")) is not None:
        return True  # Sông Mã có 37 trường học
    return words.casefold() in places.REGIONS or (not words and _THERE_IS.search(verb) is not None)


def _stripped(words: str) -> tuple[str, str]:
    """Return a part of a clause without the words around a name, and the verbs at its end."""
    shown = _NAMED_PLACE.sub(" ", words)
    shown = _BEFORE_TIME.sub(" ", shown) if TIME in shown else shown
    shown, verbs = _without_verbs(" ".join(_LEFT_TIMES.sub(" ", shown).split()))
    is_of_region = _REGION_HAS.search(verbs) is not None and _BEGAN.match(shown) is not None
    if is_of_region or _SOURCE.match(shown):
        return "", verbs
    paid = _PAID.match(shown)
    if paid is not None:
        return f"{paid['done']} {lowered(paid['what'])}", verbs
    shown = _CROP_DONE.sub(r"\g<crop> ", shown)
    for pattern in (_TOLD, _OPENING, _NAMED_ACTOR, _DONE, _ACTED, _WITH_OTHERS, _AND_ACTION, _WITH_AMOUNT, _OPENING):
        found = pattern.match(shown)
        shown = shown[found.end() :] if found else shown
    shown = _WORTH.sub(_worth_first, _COMPARED.sub("", shown))
    shown = shown.strip(" ,.:;–-+•*=\"“”'")
    return shown if any(map(str.isalpha, shown)) and len(shown) > 1 else "", verbs


def _without_verbs(shown: str) -> tuple[str, str]:
    """Return words without the verbs at their end that do not belong to a name, and these verbs."""
    verbs: list[str] = []
    while (found := closing(shown)) is not None:
        verb, rest = found["verb"].casefold(), shown[: found.start()].rstrip()
        if verbs and verb == lexicon.ADDED:
            break  # việc làm tăng thêm ước đạt 18.000 lượt người
        if _PURPOSE.search(f"{rest} {verb}"):
            break  # kiểm tra việc thực hiện 12 kết luận
        verbs.insert(0, verb)
        shown = rest
    return shown, " ".join(verbs)


def _worth_first(found: re.Match[str]) -> str:
    """Return what something is worth before what it is: trị giá nhu yếu phẩm, số tiền huy động."""
    return f"{found['worth'] or found['sum'] or found['got']} {lowered(found['what'])}"
