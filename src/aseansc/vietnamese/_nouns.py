"""Find counted nouns in a text: the longest phrase of the table wins, so a compound is never read as its first word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from attrs import define

from aseansc.errors import bug
from aseansc.vietnamese._characters import Passage
from aseansc.vietnamese._lexicon import unit_names as lexicon
from aseansc.vietnamese._lexicon.numbers import SCALES
from aseansc.vietnamese._tokens import Tokens

NO_UNIT: Final = "-"
NOT_COUNTED: Final = "!"

_Trie: TypeAlias = dict[str, "_Trie | str"]
_LEAF: Final = "\0"


@define
class Noun:
    """A counted noun at a token: the code of its unit, or `NO_UNIT`, and the index of the token after it."""

    code: str
    end: int


def words_of(phrase: str) -> list[str]:
    """Return the tokens of a phrase, in lower case."""
    tokens = Tokens(Passage(phrase, 0, True))
    return tokens.words[: tokens.size]


def _is_money(tokens: Tokens, at: int) -> bool:
    """Return whether đồng is the currency although it begins another word: 5 tỷ đồng bằng 96%."""
    words = tokens.words
    if words[at] != lexicon.DONG or not at:
        return False
    scaled = words[at - 1] in SCALES and words[at + 1] in lexicon.AFTER_DONG
    return scaled or (words[at + 1] == lexicon.EQUALS and tokens.is_number(at + 2))


class Lexicon:
    """The phrases of the table, the names of custom units, and the abbreviations of a text with their codes."""

    def __init__(self, custom: Mapping[str, str] | None = None, defined: Mapping[str, str] | None = None) -> None:
        self._trie: _Trie = {}
        for line in lexicon.TABLE.strip().splitlines():
            code, _, phrases = line.partition(": ")
            for phrase in phrases.split(" | "):
                self._add(words_of(phrase), code)
        for code, phrase in (custom or {}).items():
            self._add(words_of(phrase), code)
        for phrase, code in (defined or {}).items():
            self._add(words_of(phrase), code)

    def _add(self, words: Iterable[str], code: str) -> None:
        node = self._trie
        for word in words:
            inner = node.setdefault(word, {})
            if not isinstance(inner, dict):
                raise bug(inner)
            node = inner
        node[_LEAF] = code

    def noun_at(self, tokens: Tokens, at: int) -> Noun | None:
        """Return the counted noun that begins at a token: the longest phrase, or *lượt* followed by one."""
        found = self._longest(tokens, at)
        if found is None:
            return None
        if found.code == NOT_COUNTED:
            return Noun("VND", at + 1) if _is_money(tokens, at) else None
        if found.code == "turn":
            of = self._longest(tokens, found.end)
            if of is not None and of.code in ("person", "household"):
                return Noun(f"{of.code}_turn", of.end)
        return found

    def _longest(self, tokens: Tokens, at: int) -> Noun | None:
        node, words, found = self._trie, tokens.words, None
        while True:
            inner = node.get(words[at])
            if not isinstance(inner, dict):
                return found
            node, at = inner, at + 1
            code = node.get(_LEAF)
            if isinstance(code, str):
                found = Noun(code, at)
