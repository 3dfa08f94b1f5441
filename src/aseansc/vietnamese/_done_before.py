"""Give a figure the words for what was done to the figure before it, if they are said of both."""

from __future__ import annotations

from attrs import evolve

from aseansc.units import UnitKind
from aseansc.vietnamese import _said_of as said_of
from aseansc.vietnamese._item import Item
from aseansc.vietnamese._lexicon import drafting as lexicon
from aseansc.vietnamese._name_after import with_full_noun
from aseansc.vietnamese._naming import Words, says_what_they_do
from aseansc.vietnamese._said import Said


def words_as_done(item: Item, last: Item | None, said: Said) -> Words:
    """Return the words of a figure with what was done to the figure before it: gieo 500 ha lúa; 300 ha ngô.

    Args:
        item: the figure.
        last: the figure before it in its sentence.
        said: what the sentence has said before it.
    """
    words, unit = with_full_noun(item, last), item.unit
    if last is not None and last.words.joint == lexicon.WITH and words.joint == ",":
        return words  # tổ chức 77 cuộc kiểm tra với 289 tổ chức và 5 cá nhân
    goes_on = words.joint == "," or (unit is not None and unit.kind is UnitKind.AREA)
    is_named = words.tail or (unit is not None and unit.kind is UnitKind.COUNT)
    if words.subject or not goes_on or not is_named or _is_in_parts(last, said) or (words.is_apart and words.verb):
        return words
    if _is_other_share(item, last, said):
        return words  # nâng cấp 161 km đường dây, đảm bảo 100% số xã có điện, 100% số hộ có điện
    if says_what_they_do(words):
        return words  # làm việc trong nước 17.820 người và 190 người đi làm việc ở nước ngoài
    if unit is not None and unit.kind is UnitKind.COUNT and said_of.is_sown(words, said.done):
        return evolve(words, is_cut=True)
    is_cut = words.joint == "," and last is not None and not said.done and _has_own_words(last.words)
    return evolve(words, subject=said.done, is_cut=is_cut or words.is_cut)


def _has_own_words(words: Words) -> bool:
    """Return whether what is said of a figure may also be said of the next in its list: mua 600 bộ áo, 30 máy."""
    return (words.subject != "" and not words.is_vague) or words.is_cut


def _is_other_share(item: Item, last: Item | None, said: Said) -> bool:
    """Return whether a percent follows a figure to which something else was done than what was said before it."""
    is_share = item.unit is not None and item.unit.kind is UnitKind.SHARE
    return is_share and last is not None and last.words.subject != said.done


def _is_in_parts(last: Item | None, said: Said) -> bool:
    """Return whether a figure follows another in a list of parts that does not say what was done."""
    whole = said.whole
    is_next = last is not None and last.whole is whole and not last.words.subject
    return whole is not None and (said.in_bracket or is_next)
