"""The spelling of syllables without their tones."""

from __future__ import annotations

from typing import Final

ONSETS: Final = "ngh|ng|nh|gh|gi|g|kh|ph|th|tr|ch|qu|[bcdđhklmnprstvx]"
"""Consonants at the beginning of a syllable, as alternatives of a regular expression."""

RHYMES: Final = (
    "(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uâ|uê|uô|ươ|oa|oă|oe|oo|uy|uyê)(?:ch|nh|ng|c|m|n|p|t)?"
    "|ia|ua|ưa|uya|uơ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|iêu|yêu|oai|oay|oao|oeo|uây|uyu"
)
"""Vowels with the consonants that may follow them, as alternatives of a regular expression."""

TONES: Final[dict[str, str]] = dict(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)
"""The ends of syllables that have two spellings: thuỷ, thủy."""
