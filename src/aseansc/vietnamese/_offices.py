"""Keep apart what different levels of administration did: their names are otherwise the same."""

from __future__ import annotations

import re
from typing import Final

from aseansc.vietnamese._lexicon.places import OFFICE, OFFICE_AT_END
from aseansc.vietnamese._name_forms import folded
from aseansc.vietnamese._naming import Words

_OFFICE: Final = re.compile(OFFICE, re.IGNORECASE)
_AT_END: Final = re.compile(OFFICE_AT_END, re.IGNORECASE)


def office_of(words: Words, last: str) -> str:
    """Return the level of administration that the words of a figure are about, such as *cấp huyện*.

    Args:
        words: the words around the figure.
        last: the level that the figure before it is about; a bracket and the rest of the clause go on with it.
    """
    found = _OFFICE.search(words.clause)
    if found is not None:
        return found["office"].lower()
    return "" if words.is_apart and not words.in_bracket else last


def with_office(name: str, office: str) -> str:
    """Return a name with the level of administration that it is of, unless it has it.

    >>> with_office("Số hồ sơ giải quyết trong hạn", "cấp huyện")
    'Số hồ sơ giải quyết trong hạn (cấp huyện)'
    """
    return f"{name} ({office})" if name and office and folded(office) not in folded(name) else name


def without_office(name: str) -> str:
    """Return a name without the level of administration that was added to it."""
    return _AT_END.sub("", name)


def office_at_end(name: str) -> bool:
    """Return whether a name ends with a level of administration that was added to it."""
    return _AT_END.search(name) is not None
