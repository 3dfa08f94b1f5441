"""Convert Vietnamese text in encodings older than Unicode: TCVN3 (ABC), VNI, VIQR and Windows-1258.

Such text was typed with fonts that show other letters than the stored ones. Converting it changes the number of
characters, so do it before positions are fixed.

>>> decode("Tû lÖ hé nghÌo: 12,5%", OldEncoding.TCVN3)
'Tỷ lệ hộ nghèo: 12,5%'
>>> decode("Tyû leä hoä ngheøo: 12,5%", OldEncoding.VNI)
'Tỷ lệ hộ nghèo: 12,5%'
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final, final

from aseansc.codelists import CodeList
from aseansc.errors import require
from aseansc.vietnamese._lexicon.characters import MODERN
from aseansc.vietnamese._lexicon.syllables import ONSETS, RHYMES

__all__ = ["OldEncoding", "decode", "gain", "guess", "has_unicode_letters", "is_syllable"]


@final
class OldEncoding(CodeList):
    """An encoding of Vietnamese letters that is older than Unicode.

    - ``tcvn3``: TCVN 5712, also called ABC: fonts whose names begin with ``.Vn``.
    - ``vni``: fonts whose names begin with ``VNI-``; a letter and its marks are two characters.
    - ``viqr``: letters without diacritics, with signs behind them: ``ngu+o+`i``.
    - ``cp1258``: Windows-1258 that was stored as if it were Western European.
    """

    TCVN3 = "tcvn3"
    VNI = "vni"
    VIQR = "viqr"
    CP1258 = "cp1258"


def _pairs(old: str, new: str) -> dict[str, str]:
    return dict(zip(old, new, strict=True))


_TCVN3: Final = _pairs(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)

_TONES: Final = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROUND: Final = _pairs("âàáåãä", "\0\u0300\u0301\u0309\u0303\u0323")
_SHORT: Final = _pairs("êèéúüë", "\0\u0300\u0301\u0309\u0303\u0323")
_VNI_PAIRS: Final = {
    **{base + sign: base + tone for base in "aeiouy" for sign, tone in _TONES.items()},
    **{"ô" + sign: "ơ" + tone for sign, tone in _TONES.items()},
    **{"ö" + sign: "ư" + tone for sign, tone in _TONES.items()},
    **{base + sign: base + "\u0302" + tone.strip("\0") for base in "aeo" for sign, tone in _ROUND.items()},
    **{"a" + sign: "a\u0306" + tone.strip("\0") for sign, tone in _SHORT.items()},
}
_VNI_SINGLE: Final = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _vni_table() -> dict[str, str]:
    table = {**_VNI_SINGLE, **{old.upper(): new.upper() for old, new in _VNI_SINGLE.items()}}
    for old, new in _VNI_PAIRS.items():
        table[old] = _composed(new)
        table[old.upper()] = _composed(new.upper())
        table[old[0].upper() + old[1]] = _composed(new[0].upper() + new[1:])
        table[old[0] + old[1].upper()] = _composed(new)
    return table


_VNI: Final = _vni_table()
_VNI_LETTER: Final = re.compile("|".join(sorted(map(re.escape, _VNI), key=lambda old: -len(re.sub(r"\\", "", old)))))

_VIQR_LETTER: Final = re.compile(
    r"\\([.?'`~^(+d])|(dd|DD|Dd)|([aeouAEOU][\^(+]|[aeiouyAEIOUY])(['`?~.])?(?=(\s?.?))", re.DOTALL
)
_VIQR_SHAPES: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b"}
_VIQR_TONES: Final = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}

_CP1258: Final = {
    chr(code): bytes([code]).decode("cp1258")
    for code in (0xC3, 0xCC, 0xD0, 0xD2, 0xD5, 0xDD, 0xDE, 0xE3, 0xEC, 0xF0, 0xF2, 0xF5, 0xFD)
}
_CP1258_LETTER: Final = re.compile("[" + "".join(_CP1258) + "]")


_MINUS_IN_WORD: Final = re.compile(r"(?<=[^\W\d_])\N{MINUS SIGN}|\N{MINUS SIGN}(?=[^\W\d_])")
"""The letter ư in PDF files that name its glyph after the character at its code."""


def _from_tcvn3(text: str) -> str:
    text = _MINUS_IN_WORD.sub("\xad", text)
    return text.translate({ord(old): new for old, new in _TCVN3.items()})


def _from_vni(text: str) -> str:
    return _VNI_LETTER.sub(lambda match: _VNI[match[0]], text)


def _from_viqr(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        escaped, dee, base, tone, after = match.groups()
        if escaped or dee:
            return str(escaped or ("đ" if dee == "dd" else "Đ"))
        mark = _VIQR_TONES.get(tone or "", "")
        ends_sentence = tone in (".", "?") and not after.strip()[:1].islower()
        letters = base[0] + _VIQR_SHAPES.get(base[1:], "") + ("" if ends_sentence else mark)
        return _composed(letters) + (tone if ends_sentence else "")

    return _VIQR_LETTER.sub(letter, text)


def _from_cp1258(text: str) -> str:
    return _composed(_CP1258_LETTER.sub(lambda match: _CP1258[match[0]], text))


_DECODERS: Final[dict[OldEncoding, Callable[[str], str]]] = {
    OldEncoding.TCVN3: _from_tcvn3,
    OldEncoding.VNI: _from_vni,
    OldEncoding.VIQR: _from_viqr,
    OldEncoding.CP1258: _from_cp1258,
}


def decode(text: str, encoding: OldEncoding) -> str:
    """Return text in an old encoding as Unicode. Characters that the encoding does not use are kept.

    Args:
        text: the text as stored, such as ``Tû lÖ`` for *Tỷ lệ* in TCVN3.
        encoding: its encoding.

    Raises:
        FieldTypeError: if `text` is not a string.
    """
    require(text, str, where="encodings.decode, text")
    return _DECODERS[OldEncoding(encoding)](text)


_LETTERS: Final = r"[^\s\d.,;:!?()\[\]\"/%\u2010-\u203e-]*"
"""The characters of a word in any old encoding: all but blanks, digits and punctuation, such as curly quotes."""
_WORD: Final = re.compile(rf"{_LETTERS}[^\W\d_a-zA-Z]{_LETTERS}|[A-Za-z]*[\xa1-\xff]{_LETTERS}")
_VIQR_WORD: Final = re.compile(r"[A-Za-z\^(+'`?~.]*[\^(+][A-Za-z\^(+'`?~.]*|dd[a-z\^(+'`?~.]+")
_UNICODE_ONLY: Final = re.compile(f"[{MODERN}]")
_UNICODE_WORD: Final = re.compile(rf"[^\W\d_]*[{MODERN}][^\W\d_]*")
_SYLLABLE: Final = re.compile(f"(?:{ONSETS})?(?:{RHYMES})")
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED: Final = re.compile("(?:c|ch|p|t)$")
_QUOTES: Final = "’‘“”*_"
_FEWEST: Final = 3
_ODD_CASE: Final = re.compile(r"[a-z][À-Þ]|^[A-Z][À-Þ]+[a-z]")
"""A capital letter inside a word: *TÊn* is *Tấn*, and not *Tên*."""

_SHARE: Final = 0.8
_LONGEST: Final = 200_000


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Return whether a word is spelled like one Vietnamese syllable.

    >>> is_syllable("nghèo"), is_syllable("strong")
    (True, False)
    """
    apart = unicodedata.normalize("NFD", word.casefold())
    tones = _TONE.findall(apart)
    plain = _composed(_TONE.sub("", apart))
    if len(tones) > 1 or _SYLLABLE.fullmatch(plain) is None:
        return False
    return _STOPPED.search(plain) is None or not tones or tones[0] in "\u0301\u0323"


def gain(text: str, encoding: OldEncoding) -> tuple[int, int]:
    """Return how many different words become Vietnamese by decoding, and how many change into something else.

    Words that are spelled like Vietnamese before and after do not count.
    """
    pattern = _VIQR_WORD if encoding is OldEncoding.VIQR else _WORD
    better = worse = 0
    for word in Counter(pattern.findall(text[:_LONGEST])):
        new = decode(f"{word} ", encoding).strip().strip(f"'`?~.+{_QUOTES}")
        if new == word:
            continue
        was, becomes = is_syllable(word.strip(_QUOTES)) and _ODD_CASE.search(word) is None, is_syllable(new)
        better += becomes and not was
        worse += not becomes
    return better, worse


def has_unicode_letters(text: str) -> bool:
    """Return whether a text has Vietnamese letters that only Unicode has, so that it must not be converted.

    >>> has_unicode_letters("hộ nghèo"), has_unicode_letters("hé nghÌo")
    (True, False)
    """
    return _UNICODE_ONLY.search(text) is not None


def guess(text: str, encodings: Iterable[OldEncoding] = OldEncoding) -> OldEncoding | None:
    """Return the old encoding of a text, or ``None`` if it is Unicode or not certain.

    At least three different words, and four fifths of all that decoding changes, must become Vietnamese syllables. They
    must be more than the words with letters that only Unicode has. Text in Spanish, French or German is left alone.

    Args:
        text: the text as stored.
        encodings: the encodings to consider.

    >>> guess("Tû lÖ hé nghÌo gi¶m cßn 12,5%")
    OldEncoding.TCVN3
    >>> guess("Tỷ lệ hộ nghèo") is None
    True
    """
    modern = len(set(_UNICODE_WORD.findall(text[:_LONGEST])))
    found = {encoding: gain(text, encoding) for encoding in encodings}
    likely = {
        encoding: better - worse
        for encoding, (better, worse) in found.items()
        if better >= max(_FEWEST, modern + 1) and better >= _SHARE * (better + worse)
    }
    return max(likely, key=lambda encoding: likely[encoding], default=None)
