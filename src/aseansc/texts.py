"""Texts in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, cast, final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, instance_or_absent, not_blank
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError, require

__all__ = ["LocalizedText", "Text"]

LANGUAGE_TAG: Final = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*"
"""A BCP 47 language tag with the usual capital letters: ``vi``, ``zh-Hans``, ``pt-BR``."""


class LocalizedText(NamedTuple):
    """The result of a look-up in a `Text`: the words and their language."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def _as_pairs(others: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Sort translations by language tag; anything else is returned unchanged for the validator."""
    items: Any = cast("Mapping[str, str]", others).items() if isinstance(others, Mapping) else others
    try:
        return tuple(sorted((tag, words) for tag, words in items))
    except (TypeError, ValueError):
        return cast("tuple[tuple[str, str], ...]", items)  # the validator refuses it


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(cast("tuple[object, ...]", item)) == 2


def _are_translations(instance: object, attribute: Attribute[Any], others: Any) -> None:
    expected = "a mapping of language tags to strings"
    pairs: list[Any] = list(others) if others.__class__ is tuple else [others]
    tags = {"en", "vi"}
    for pair in pairs:
        if not _is_pair(pair):
            raise FieldTypeError("others are of the wrong type", where="Text.others", got=others, expected=expected)
        tag, words = pair
        if not isinstance(tag, str) or not re.fullmatch(LANGUAGE_TAG, tag):
            raise FieldError(
                "not a language tag", where="Text.others", got=tag, expected="a BCP 47 tag such as zh-Hans"
            )
        if tag in tags:
            raise FieldError("a language is given twice", where="Text.others", got=tag, expected="each language once")
        not_blank(instance, attribute, words)
        tags.add(tag)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Text(Record):
    """A text in several languages; English is required.

    Args:
        en: the text in English.
        vi: the text in Vietnamese.
        others: translations by BCP 47 language tag.

    Raises:
        FieldError: if a text is empty, or a language tag is not valid or given twice.

    >>> name = Text(en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    >>> name.lookup("vi").text
    'Tỷ lệ hộ nghèo'
    >>> name.lookup("lo")
    LocalizedText(text='Poverty rate', language='en')
    """

    en: str = field(validator=not_blank)
    vi: str | Absent = field(default=Absent.NOT_STATED, validator=instance_or_absent(str, absent=(Absent.NOT_STATED,)))
    others: tuple[tuple[str, str], ...] = field(default=(), converter=_as_pairs, validator=_are_translations)

    def lookup(self, lang: str) -> LocalizedText:
        """Return the text in the given language, or else in English, with the language found.

        It follows BCP 47 look-up (RFC 4647): if there is no text for ``vi-VN``, the one for ``vi`` is returned.

        Raises:
            FieldTypeError: if `lang` is not a string.
        """
        require(lang, str, where="Text.lookup, lang", expected="a string such as 'vi'")
        known = {tag.casefold(): LocalizedText(words, tag) for tag, words in self.others}
        if not isinstance(self.vi, Absent):
            known["vi"] = LocalizedText(self.vi, "vi")
        tag = lang.casefold()
        while tag:
            if tag in known:
                return known[tag]
            tag = tag.rpartition("-")[0]
        return LocalizedText(self.en, "en")

    def __str__(self) -> str:
        return self.en


offer(LocalizedText, Text)
