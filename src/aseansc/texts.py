"""Texts in several languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, final

from attrs import field, frozen

from aseansc._hypothesis_plugin import offer
from aseansc.errors import FieldError, FieldTypeError

_TAG: Final = re.compile(r"[a-z]{2,8}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")


class LocalizedText(NamedTuple):
    """What a look-up in a `Text` found: the words, and the language they are in."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


@final
@frozen(kw_only=True, init=False)
class Text:
    """One text in several languages, by BCP 47 tag; English is always there.

    Args:
        translations: the words of each language.

    Raises:
        FieldError: without English, with an empty text, or with a tag that BCP 47 does not have.

    >>> name = Text.of(en="Poverty rate", vi="Tỷ lệ hộ nghèo")
    >>> name.lookup("vi").text
    'Tỷ lệ hộ nghèo'
    >>> name.lookup("lo")
    LocalizedText(text='Poverty rate', language='en')
    """

    translations: tuple[tuple[str, str], ...] = field(default=())

    def __init__(self, *, translations: Mapping[str, str] | tuple[tuple[str, str], ...]) -> None:
        items = translations.items() if isinstance(translations, Mapping) else translations
        try:
            pairs = sorted((tag, words) for tag, words in items)
        except (TypeError, ValueError):
            raise FieldTypeError(
                "translations are of the wrong type",
                where="Text.translations",
                got=translations,
                expected="a mapping of language tags to texts",
            ) from None
        for tag, words in pairs:
            if not isinstance(tag, str) or not _TAG.fullmatch(tag):
                raise FieldError(
                    "not a language tag", where="Text", got=tag, expected="a BCP 47 tag such as en, vi, zh-Hans"
                )
            if not isinstance(words, str):
                raise FieldTypeError("a text is of the wrong type", where=f"Text {tag!r}", got=words, expected="a text")
            if not words or words != words.strip():
                raise FieldError(
                    "a text is empty or has blanks around it",
                    where=f"Text {tag!r}",
                    got=words,
                    expected="words; leave a language out that has none",
                )
        tags = [tag for tag, _ in pairs]
        if len(set(tags)) != len(tags):
            raise FieldError("one language stands twice", where="Text", got=tags, expected="each language once")
        if "en" not in tags:
            raise FieldError("no English text", where="Text", got=tags, expected="'en' among the languages")
        object.__setattr__(self, "translations", tuple(pairs))

    @classmethod
    def of(cls, *, en: str, vi: str = "", **others: str) -> Text:
        """A text from its languages by keyword; an empty Vietnamese one is left out."""
        return cls(translations={"en": en, **({} if vi == "" else {"vi": vi}), **others})

    def lookup(self, lang: str) -> LocalizedText:
        """The words for a reader of ``lang``: in it, in a broader form of it, or in English; and which it is.

        Follows BCP 47 look-up (RFC 4647): ``vi-VN`` is served by ``vi``.
        """
        if not isinstance(lang, str):
            raise FieldTypeError("not a language tag", where="Text.lookup", got=lang, expected="a text such as 'vi'")
        known = {tag.casefold(): (words, tag) for tag, words in self.translations}
        tag = lang.casefold()
        while tag:
            if tag in known:
                return LocalizedText(*known[tag])
            tag = tag.rpartition("-")[0]
        return LocalizedText(*known["en"])

    def __str__(self) -> str:
        return dict(self.translations)["en"]


offer(__name__)
