"""Normalize language tags of files that other programs wrote."""

from __future__ import annotations

import re
from typing import Final

from aseansc.texts import LANGUAGE_TAG

OWN_LANGUAGES: Final = ("en", "vi")
"""The languages for which `Text` has a field."""

_TAG: Final = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)")


def language_of(tag: str | None) -> str:
    """Return a language tag in its usual case: ``zh-Hans`` for ``ZH_hans``; "" for None or an invalid tag."""
    match = _TAG.fullmatch((tag or "").strip())
    if match is None:
        return ""
    rest = [
        part.title() if len(part) == 4 else part.upper() if len(part) < 4 else part.lower()
        for part in re.split("[-_]", match[2])[1:]
    ]
    usual = "-".join([match[1].lower(), *rest])
    return usual if re.fullmatch(LANGUAGE_TAG, usual) else ""
