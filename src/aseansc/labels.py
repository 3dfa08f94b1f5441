"""Labels: the English and Vietnamese name of every code, for people.

A code such as ``not_met`` is for programs; its label is what a person reads.

>>> from aseansc.attainment import Outcome
>>> label(Outcome.NOT_MET), label(Outcome.NOT_MET, "vi")
('not met', 'không đạt')
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from aseansc._label_table import LABELS, Words
from aseansc.codelists import CodeList
from aseansc.errors import FieldError

__all__ = ["LANGUAGES", "Lang", "Words", "in_language", "label", "require_lang"]

Lang: TypeAlias = Literal["en", "vi"]
"""A language of labels and messages."""

LANGUAGES: Final[tuple[Lang, ...]] = ("en", "vi")
"""The languages, in the order of `Words`."""


def require_lang(lang: str, where: str = "") -> None:
    """Check that labels and messages exist in a language.

    Args:
        lang: the language.
        where: the function that has the argument ``lang``, for the message.

    Raises:
        FieldError: if the language is not one of `LANGUAGES`.
    """
    if lang not in LANGUAGES:
        where = f"{where}, lang" if where else "lang"
        raise FieldError("unknown language", where=where, got=lang, expected=" or ".join(LANGUAGES))


def in_language(words: Words, lang: Lang) -> str:
    """Return the words in one language.

    Raises:
        FieldError: if the language is not one of `LANGUAGES`.
    """
    require_lang(lang)
    return words[LANGUAGES.index(lang)]


def label(code: CodeList, lang: Lang = "en") -> str:
    """Return the label of a code.

    The label of a kind of assumption, of reading or of missing figure is a clause with fields in braces, such as
    ``{time}``; so is that of an average or an amount per period (``{per}``). `Check.message` fills them in.

    Raises:
        FieldError: if the language is not one of `LANGUAGES`.
    """
    return in_language(LABELS[type(code).__name__][code.value], lang)
