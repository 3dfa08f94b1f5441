"""Texts in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple, cast, final

from attrs import Attribute, field, frozen

from aseansc._attrs import Record, instance_or_absent, not_blank
from aseansc._hypothesis_plugin import offer
from aseansc.codelists import Absent
from aseansc.errors import FieldError, FieldTypeError

LANGUAGE_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")
"""A BCP 47 tag in its usual letters: ``vi``, ``zh-Hans``, ``pt-BR``."""


class LocalizedText(NamedTuple):
    """What a look-up in a `Text` found: the words, and the language they are in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def _as_pairs(others: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Translations in the order of their tags; what are none is handed on to the validator."""
    items: Any = cast("Mapping[str, str]", others).items() if isinstance(others, Mapping) else others
    try:
        return tuple(sorted((tag, words) for tag, words in items))
    except (TypeError, ValueError):
        return cast("tuple[tuple[str, str], ...]", items)  # the validator refuses it


def _is_pair(item: object) -> bool:
    return isinstance(item, tuple) and len(cast("tuple[object, ...]", item)) == 2


def _are_translations(instance: object, attribute: Attribute[Any], others: Any) -> None:
    expected = "a mapping of language tags to texts"
    pairs: list[Any] = list(others) if others.__class__ is tuple else [others]
    tags = {"en", "vi"}
    for pair in pairs:
        if not _is_pair(pair):
            raise FieldTypeError("others are of the wrong type", where="Text.others", got=others, expected=expected)
        tag, words = pair
        if not isinstance(tag, str) or not LANGUAGE_TAG.fullmatch(tag):
            raise FieldError(
                "not a language tag", where="Text.others", got=tag, expected="a BCP 47 tag such as zh-Hans"
            )
        if tag in tags:
            raise FieldError("one language stands twice", where="Text.others", got=tag, expected="each language once")
        not_blank(instance, attribute, words)
        tags.add(tag)


@final
@frozen(kw_only=True, repr=False)
class Text(Record):
    """One text in several languages; English is always there.

    Args:
        en: the English words.
        vi: the Vietnamese words.
        others: the words of other languages, by BCP 47 tag.

    Raises:
        FieldError: for an empty text, or a tag that BCP 47 does not have.

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
        """The words for a reader of ``lang``: in it, in a broader form of it, or in English; and which it is.

        Follows BCP 47 look-up (RFC 4647): ``vi-VN`` is served by ``vi``.

        Raises:
            FieldTypeError: for anything but a tag.
        """
        if not isinstance(lang, str):
            raise FieldTypeError("not a language tag", where="Text.lookup", got=lang, expected="a text such as 'vi'")
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


offer(__name__)
