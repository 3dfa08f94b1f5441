"""Split a passage into tokens: numbers, words, signs, and whole expressions that only look like numbers.

Dates, document numbers and telephone numbers are recognised by their form alone, before the grammar applies. Every
repetition in the pattern is bounded or covers one class of characters, so that the scan takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate
from typing import Final

from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._lexicon.names import BEFORE_NUMBER, CAPITALS, DOCUMENT_TYPES, PLAN_AFTER_NUMBER
from aseansc.vietnamese._lexicon.numbers import GLUED_VERBS
from aseansc.vietnamese._windows import near_before

_TOKEN: Final = re.compile(
    rf"""(?P<prose>[^\d_(+\[%]*[ ])
   |[ ]?+(?:
    (?P<legal>(?<![\w.,/-])[0-9]{{1,6}}[a-z]?(?:[/-][0-9]{{4}})?[/-]
        (?:(?:[{CAPITALS}]{{1,12}}[a-z]{{0,2}}(?:[-/](?:[{CAPITALS}]{{1,14}}[a-z]{{0,3}}[0-9]{{0,2}})){{1,4}})
          |QH[0-9]{{1,2}}|(?:{DOCUMENT_TYPES}))(?!\w))
   |(?P<phone>(?<![\w.,/-])(?:\+[0-9]{{1,3}}(?:[ .-]?[0-9]{{2,4}}){{2,5}}
      |\(0[0-9]{{1,3}}\)[ .-]?[0-9]{{1,8}}(?:[ .-][0-9]{{2,8}}){{0,3}}
      |1[89]00[ .][0-9]{{4}}(?:[ .]?[0-9]{{2}})?(?![.,][0-9])
      |0[0-9]{{1,3}}(?:[ .-][0-9]{{1,8}}){{1,3}}|0[0-9]{{9,10}})(?!\w))
   |(?P<day>(?<![\w.,/-])[0-9]{{1,2}}[ ]?(?P<stroke>[/.-])[ ]?[0-9]{{1,2}}[ ]?(?P=stroke)[ ]?[0-9]{{4}}(?![0-9])
      |(?<![\w.,/-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\w-])
      |(?<![\w.,/-])[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{2}}(?![\w/]))
   |(?P<month>(?<![\w.,/-])[0-9]{{1,2}}(?:[/-]|[ ]/[ ])(?:19|20)[0-9]{{2}}(?![\w/]|[.,][0-9]))
   |(?P<cited>\[[0-9]{{1,4}}(?:[ ,;–-]{{1,2}}[0-9]{{1,4}}){{0,20}}\])
   |(?P<number>[0-9]++(?:[.,][0-9]++)*+)
   |(?P<smudged>(?<![\w.,])[lO](?:[0-9]|[.,][0-9])[0-9lO.,]{{0,20}}(?<![.,lO])(?![^\W\d_]))
   |(?P<word>[KkCcDdMm]?[Mm][23](?!\w)|[^\W\d_]+[²³]?)
   |(?P<sign>%[oO0](?!\w|[.,][0-9])|[^\s\w]|_)
    )""",
    re.VERBOSE,
)
_PROSE: Final = re.compile(r"(\w+|[^\s\w])")
"""The words and signs of a part without digits and without signs that can begin an expression with digits."""
_SMUDGED_TAIL: Final = re.compile(r"[lO][0-9lO.,]{0,20}(?<![.,lO])(?![^\W\d_])")
_SMUDGES: Final = ("l", "O")
_ORDINARY: Final = frozenset({"word", "sign"})
_DIGITS: Final = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_DAY: Final = re.compile(r"[0-9]{1,2}([.-])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9])")
"""A day that begins like a telephone number: 01.01.2019."""
_LONG_PHONE: Final = 9
_NUMBERED: Final = 8
"""Number of characters before a document number that are searched for words that announce one."""
_GROUPS_ONLY: Final = re.compile(r"\+?[0-9]{1,3}(?:\.[0-9]{3})+")

END: Final = ""
"""Follows the last token, so that the grammar can look ahead; negative indexes reach it, too, to look back."""
_BEYOND: Final = 12


class Tokens:
    """The tokens of a passage, as parallel lists.

    `words` are in lower case. `numbers` has the indexes of the tokens with digits; `special` marks those that are
    recognised as a whole: legal, phone, day, month, cited and smudged.
    """

    __slots__ = ("ends", "numbers", "passage", "prose_end", "size", "special", "starts", "words")

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.prose_end = 0
        self.numbers: set[int] = set()
        self.special: dict[int, str] = {}
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        text = passage.text
        lower = text.lower()
        if len(lower) != len(text):  # a few capital letters of other scripts have longer lower-case forms
            lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        at: int | None = 0
        while at is not None:
            at = self._scan(text, lower, at)
        self.size = len(self.words)
        self.words += [END] * _BEYOND
        self.starts += [len(text)] * _BEYOND
        self.ends += [len(text)] * _BEYOND

    def _scan(self, text: str, lower: str, at: int) -> int | None:
        """Add the tokens from a position on; return where to go on after one that is shorter than what was found."""
        for found in _TOKEN.finditer(text, at):
            kind = found.lastgroup or ""
            start, end = found.span(kind)
            if kind == "prose":
                self._add_prose(lower[start:end], start)
                continue
            if kind == "number" and not text.startswith(_SMUDGES, end) and self.ends[-1:] != [start]:
                self.numbers.add(len(self.words))
            elif kind not in _ORDINARY:
                start, end, name = _judged(text, found, kind)
                if self.ends and self.ends[-1] == start:
                    self._part_glued(start)
                self._mark(len(self.words), name, text[start])
            self.words.append(lower[start:end])
            self.starts.append(start)
            self.ends.append(end)
            if end != found.end():
                return end
        return None

    def _add_prose(self, prose: str, start: int) -> None:
        """Add the words and signs of a part without digits."""
        parts = _PROSE.split(prose)
        bounds = [*accumulate(map(len, parts), initial=start)]
        self.words += parts[1::2]
        self.starts += bounds[1:-1:2]
        self.ends += bounds[2::2]

    def _part_glued(self, start: int) -> None:
        """Split a verb of change from the word that it is joined to before a number: chế tạotăng1,36%."""
        word = self.words[-1]
        verb = next((verb for verb in GLUED_VERBS if word.endswith(verb) and word != verb), "")
        if verb:
            at = start - len(verb)
            self.words[-1:] = [word[: -len(verb)], verb]
            self.starts.append(at)
            self.ends[-1:] = [at, start]

    def _mark(self, index: int, name: str, first: str) -> None:
        """Mark a token by its special name and first character, which may be a bracket: not every one is a number."""
        if name:
            self.special[index] = name
        if name or first.isdecimal():
            self.numbers.add(index)

    def raw(self, index: int) -> str:
        """Return a token with its capital letters."""
        return self.passage.text[self.starts[index] : self.ends[index]]

    def glued(self, index: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        return index > 0 and index < self.size and self.starts[index] == self.ends[index - 1]

    def is_number(self, index: int) -> bool:
        """Return whether a token is written in digits and has no special kind."""
        return index in self.numbers and index not in self.special

    def follows(self, index: int, *words: str) -> bool:
        """Return whether these words begin at an index."""
        return self.words[index : index + len(words)] == list(words)

    def precedes(self, index: int, *words: str) -> bool:
        """Return whether these words end right before an index."""
        return index >= len(words) and self.words[index - len(words) : index] == list(words)

    def precedes_one(self, index: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> bool:
        """Return whether one of these phrases, by their last words, ends right before an index."""
        found = phrases.get(self.words[index - 1]) if index else None
        return found is not None and any(self.precedes(index, *phrase) for phrase in found)


def by_last_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases by their last words, for `Tokens.precedes_one`."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[-1]] = (*found.get(phrase[-1], ()), phrase)
    return found


def _judged(text: str, found: re.Match[str], kind: str) -> tuple[int, int, str]:
    """Return where a token in digits starts and ends, and its special kind, if any."""
    kind = "day" if kind == "stroke" else kind
    start, end = found.span(kind)
    if kind == "number":
        smudge = _SMUDGED_TAIL.match(text, end) if text.startswith(_SMUDGES, end) else None
        return (start, end, "") if smudge is None else (start, smudge.end(), "smudged")
    if (kind == "phone" and not _is_phone(text[start:end])) or (kind == "legal" and _is_of_plan(text, start, end)):
        if kind == "phone" and (day := _DAY.match(text, start)):
            return start, day.end(), "day"
        number = _DIGITS.match(text, start)
        return start, number.end() if number else start + 1, ""
    return start, end, kind


def _is_of_plan(text: str, start: int, end: int) -> bool:
    """Return whether what looks like a document number is a figure compared with a plan: 45/KH 50 lớp."""
    if not text.startswith(PLAN_AFTER_NUMBER, end - 3) or not text[end + 1 : end + 2].isdecimal():
        return False
    return not near_before(text, start, _NUMBERED).rstrip().lower().endswith(BEFORE_NUMBER)


def _is_phone(printed: str) -> bool:
    if printed[:3] in ("180", "190"):  # 1900 1234, a service number
        return True
    return sum(map(str.isdecimal, printed)) >= _LONG_PHONE and not _GROUPS_ONLY.fullmatch(printed)
