"""Find the place that a report names for single figures: *huyện Tân Uyên 120 hộ*, not the whole that it covers."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final, final

from attrs import evolve, frozen

from aseansc.classifications.provinces import find_province
from aseansc.errors import AseanscError
from aseansc.vietnamese._lexicon import places as lexicon
from aseansc.vietnamese._lexicon.drafting import AMONG
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words
from aseansc.vietnamese._windows import near_before

_NAMED: Final = re.compile(lexicon.NAMED_PLACE)
_WHOLE: Final = re.compile(lexicon.WHOLE_PLACE, re.IGNORECASE)
_AGAINST: Final = re.compile(lexicon.AGAINST, re.IGNORECASE)
_OF_NATION: Final = re.compile(lexicon.OF_NATION, re.IGNORECASE)
_ONLY_NATION: Final = re.compile(lexicon.ONLY_NATION, re.IGNORECASE)
_NOT_OF_NATION: Final = re.compile(lexicon.NOT_OF_NATION, re.IGNORECASE)
_NATIONAL: Final = re.compile(lexicon.NATIONAL, re.IGNORECASE)
_COMPARED: Final = re.compile(lexicon.COMPARED_PLACE, re.IGNORECASE)
_OF_REPORT: Final = re.compile(rf"{lexicon.NAMED_PLACE}|(?i:{lexicon.WHOLE_PLACE}|{lexicon.NATIONAL})")
_ENUMERATED: Final = re.compile(lexicon.ENUMERATED)
_OFFICIAL: Final = re.compile(lexicon.OFFICIAL)
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_DETAILS: Final = re.compile(rf"\W*{AMONG}", re.IGNORECASE)
_PROJECT: Final = re.compile(lexicon.PROJECT, re.IGNORECASE)
_KIND: Final = re.compile(lexicon.KINDS_OF_PLACE, re.IGNORECASE)
_LISTED: Final = re.compile(lexicon.LISTED_PLACE)
_AFTER_LEADING: Final = re.compile(lexicon.AFTER_LEADING, re.IGNORECASE)
_OF_WHOLE: Final = re.compile(lexicon.OF_WHOLE, re.IGNORECASE)
_LED: Final = re.compile(lexicon.LED_BY_PLACE)
_ANY_LISTED: Final = re.compile(lexicon.LISTED_PLACES)
_BEFORE_LISTED: Final = re.compile(lexicon.BEFORE_LISTED)
_AND: Final = re.compile(lexicon.AND_PLACE)
_LISTS: Final = re.compile(lexicon.LISTS_PLACES, re.IGNORECASE)
_NOT_PLACE: Final = re.compile(rf"{lexicon.NOT_PLACE}|{lexicon.FOREIGN}", re.IGNORECASE)
_PEOPLES: Final = re.compile(lexicon.PEOPLES, re.IGNORECASE)
_AFTER: Final = re.compile(lexicon.AFTER_PLACE, re.IGNORECASE)
_NO_WORD: Final = re.compile(r"[^\w]+")
_PAUSE: Final = re.compile(r"[,;:.()\n]")
_END_OF_WORDS: Final = re.compile(r"[,;.\n]|\d")
_VN: Final = "VN"
_BEFORE: Final = 40
_HIGHEST: Final = max(lexicon.RANKS.values())
_MOST_WORDS: Final = 4
"""Most words of the name of a place."""


@frozen
class NamedPlace:
    """A place that is not the whole of a report.

    Args:
        name: its name, as the report writes it.
        is_unsure: whether only the sentence before the one of a figure names it.
    """

    name: str
    is_unsure: bool = False


@final
class StatedPlaces:
    """The places of single figures, while the sentences of a report are read in order.

    Args:
        text: the report.
        whole: the words that name the place of the report: its title and the lines above it.
        place: the code of that place, if known.
        day: a day of the time of the report, on which its provinces have their names.
    """

    def __init__(self, text: str, whole: str, place: str | None, day: date | None) -> None:
        self._whole = f" {_NO_WORD.sub(' ', folded(whole))} "
        self._known = {_bare(one[0]) for one in _NAMED.finditer(text)}
        """Places that the report names with a word for their kind."""
        self._place = place
        self._day = day
        self._of_section = ""
        self._of_paragraph = ""
        self._paragraph = -1
        self._of_head = ""
        """The place before the first figure of the sentence, which goes on after a semicolon."""
        self._last = ""
        """The place of the last figure of the sentence."""
        self._before = ""
        """The place of the last figure of the sentence before it in its paragraph, where the report may still be."""
        self._is_national = False
        """Whether the next figure of the sentence may go on with one of the nation."""
        self._may_list = False
        """Whether names without a word for their kind may be places of the sentence."""
        self._is_list = False
        self._communes: dict[str, str] = {}
        """The commune or district that the text named last, by the word for its kind."""
        named = [*_NAMED.finditer(whole), *(one for one in _NAMED.finditer(text) if not self._own(one[0]))]
        ranks = (lexicon.RANKS.get(_kind_of(one[0]), _HIGHEST) for one in named)
        self._rank = min(ranks, default=_HIGHEST) if place != _VN else _HIGHEST
        """The rank of the smallest place that is the whole of the report."""

    def enter_section(self, heading: str) -> None:
        """Take the place that is the whole of a heading for the figures below it."""
        found = _NAMED.fullmatch(heading)
        self._of_section = self._own(found[0]) if found is not None else ""
        self._paragraph = -1

    def of_sentence(self, words: str, between: list[str], paragraph: int) -> list[NamedPlace | None]:
        """Return the place of each figure of the next sentence, or ``None`` for the whole.

        Where the sentence before ended in another place, and this one names none, the place is unsure.

        Args:
            words: the sentence.
            between: the words before the first figure, those between each two, and those after the last.
            paragraph: where its paragraph starts.
        """
        self._enter(unicodedata.normalize("NFC", words), paragraph)
        between = [unicodedata.normalize("NFC", each) for each in between]
        first = "".join(between[:1])
        self._of_head = self._led_in(first) or self._stated_in(first, self._of_paragraph)
        # what is listed after a figure is not the place of the next: 3 địa phương là huyện A, huyện B và huyện C
        befores = [*between[:1], *(_ENUMERATED.sub(" ", each) for each in between[1:])]
        found = [self._of(before, after) for before, after in zip(befores, between[1:], strict=False)]
        is_detail = _DETAILS.match(words) is not None
        goes_on = not any(found) and self._goes_on(words, is_detail=is_detail)
        found = [self._before] * len(found) if goes_on else found
        for at in reversed(range(1, len(found))):  # 50 con trâu cho 50 hộ tại xã Mường Kim
            if not found[at - 1] and found[at] != lexicon.NATION and not _PAUSE.search(between[at]):
                found[at - 1] = found[at]
        self._before = found[-1] if found else ""
        return [NamedPlace(name, goes_on and not is_detail) if name else None for name in found]

    def _goes_on(self, words: str, *, is_detail: bool) -> bool:
        """Return whether a sentence without a place may be on that of the one before, on the nation only with parts."""
        may_go_on = self._before != "" and (self._before != lexicon.NATION or is_detail)
        return may_go_on and _OF_REPORT.search(words) is None

    def _enter(self, words: str, paragraph: int) -> None:
        """Read the beginning of a sentence: *Huyện Tân Uyên: …* holds for its paragraph."""
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._before = ""
            head = words.partition(":")[0].strip(lexicon.SIGNS)
            found = _NAMED.fullmatch(head)
            self._of_paragraph = self._own(found[0]) if found is not None and ":" in words else self._of_section
        self._of_head = self._last = self._of_paragraph
        self._is_national = False
        for one in _NAMED.finditer(words):
            kind = _kind_of(one[0])
            if lexicon.RANKS.get(kind, _HIGHEST) < _HIGHEST and (name := self._own(one[0])):
                self._communes[kind] = name
        self._may_list = _PEOPLES.search(words) is None
        self._is_list = _LISTS.search(words) is not None or len(_ANY_LISTED.findall(words)) > 1

    def _of(self, before: str, after: str) -> str:
        """Return the place of a figure by the words before and after it, up to the next figures."""
        national = _NATIONAL.search(before)
        is_national = national is not None and (national["stated"] or not national["compared"])
        goes_on, self._is_national = self._is_national, _ONLY_NATION.search(before) is not None
        if goes_on and not is_national and _NOT_OF_NATION.search(before) is None:
            is_national = self._is_national = True
        if is_national or (_AGAINST.search(before) and _OF_NATION.match(after)):
            return "" if self._place == _VN else lexicon.NATION  # of this figure, and of those that go on with it
        before = _BRACKETED.sub(" ", before)
        self._last = self._listed_in(before) or self._stated_in(before, self._last)
        right = _NAMED.search(after, 0, _size(after))
        if right is not None and _AFTER.search(after[: right.start()]) and not _COMPARED.search(after[: right.start()]):
            return self._own(right[0]) or self._last
        return self._last

    def code(self, place: str) -> str | None:
        """Return the code of a province or the nation, or `None` for another place."""
        if place == lexicon.NATION:
            return _VN
        try:
            return find_province(place, self._day).id
        except AseanscError:
            return None

    def _stated_in(self, words: str, last: str) -> str:
        """Return the place that words before a figure name last; without any, the one before goes on."""
        _, sign, words = words.rpartition(";")
        last = self._of_head if sign else last
        found = sorted([*_NAMED.finditer(words), *_WHOLE.finditer(words)], key=lambda match: match.start())
        end = None
        for one in found:
            if _COMPARED.search(near_before(words, one.start(), _BEFORE)) or _PROJECT.search(words, 0, one.start()):
                continue
            place = self._meant_by(one[0]) if one.re is _WHOLE else self._own(one[0])
            if not place and one[0].casefold().startswith(lexicon.OF_KIND):
                continue
            is_next = end is not None and _AND.fullmatch(words, end, one.start()) is not None
            last = f"{last}, {place}" if is_next and last and place else place
            end = one.end()
        return last

    def _meant_by(self, whole: str) -> str:
        """Return the place that words such as *toàn xã* mean: the commune named last, unless the report is on one."""
        kind = _OF_WHOLE.sub("", folded(whole))
        if lexicon.RANKS.get(kind, 0) > self._rank:
            return self._communes.get(kind, kind)  # tỷ lệ hộ nghèo của tỉnh, in the report of a commune
        if whole.casefold().startswith(lexicon.OF_KIND):
            return ""
        is_whole = f" {kind} " in self._whole or (
            kind == lexicon.DISTRICT and lexicon.OF_PROVINCES[0] not in self._whole
        )
        return self._of_paragraph if is_whole else self._communes.get(kind, self._of_paragraph)

    def _listed_in(self, words: str) -> str:
        """Return the name that ends some words or leads their clause, if it may be a place without its kind."""
        listed = _LISTED.search(words) if self._may_list else None
        if listed is None:
            return self._led_in(words)
        name = "" if _NOT_PLACE.match(listed["name"]) else listed["name"]
        is_place = self._is_list or folded(name) in self._known or self.code(name) is not None
        if not name or not is_place:
            return ""
        before = _BEFORE_LISTED.search(words, 0, listed.start("name"))
        return self._own(name if before is None else f"{before[0]}{name}")

    def _led_in(self, words: str) -> str:
        """Return the province that leads the clause that some words end in."""
        led = _LED.search(words)
        return self._own(led["name"]) if led is not None and self.code(led["name"]) is not None else ""

    def _is_town_of(self, name: str, bare: str) -> bool:
        """Return whether a name is that of a town or commune in the district or province of the same name."""
        whole = re.search(rf"\b{lexicon.WIDER} {re.escape(bare)}\b", self._whole)
        return whole is not None and not folded(name).startswith(whole["kind"])

    def _own(self, name: str) -> str:
        """Return the name of a place, or an empty string if it is that of the whole report, or of a person."""
        name = " ".join(name.split())
        bare = _bare(name).split()
        starts = [" ".join(bare[:size]) for size in range(1, _MOST_WORDS + 1)]  # tỉnh Bắc Mẫu Đỗ Thị Mẫu
        if self._is_town_of(name, " ".join(bare)) or (self._place and self.code(name) not in (None, self._place)):
            return name
        is_whole = (
            not bare
            or _OFFICIAL.match(name) is not None
            or any(f" {start} " in self._whole for start in (" ".join(bare), *starts[1:]))
        )
        if not is_whole and self._place is not None and folded(name).startswith(tuple(lexicon.OF_PROVINCES)):
            is_whole = any(self.code(start) == self._place for start in starts)
        return "" if is_whole else name


def without_place(words: Words, place: NamedPlace | None) -> Words:
    """Return the words of a figure without the place that they begin with: *Tân Uyên trồng*."""
    if place is None or place.is_unsure:
        return words
    bare = f"{_bare(place.name)} "
    if words.subject and bare.startswith(f"{folded(words.subject)} "):
        return evolve(words, subject="")  # Đăk Tăng giảm 8%: the last word of the place looks like a verb
    if not f"{folded(words.subject)} ".startswith(bare):
        return words
    left = " ".join(words.subject.split()[len(bare.split()) :])
    return evolve(words, subject=_AFTER_LEADING.sub("", left))


def _bare(name: str) -> str:
    """Return the name of a place without the word for its kind, in lower case."""
    return folded(_KIND.sub("", " ".join(name.split())))


def _kind_of(name: str) -> str:
    """Return the word for the kind of a named place."""
    found = _KIND.match(name)
    return "" if found is None else folded(found[0])


def _size(after: str) -> int:
    end = _END_OF_WORDS.search(after)
    return end.start() if end else len(after)
