"""Read heads for the period of a report and the one just before it: *Giá kỳ này*, *Giá kỳ trước*."""

from __future__ import annotations

import re

from aseansc.vietnamese._head_texts import normal
from aseansc.vietnamese._lexicon import table_periods as words

_BEFORE, _NOW = map(re.compile, (words.BEFORE, words.NOW))


def without_period(head: str) -> tuple[str, str, bool] | None:
    """Return the other words of a head with a period, the period, and whether it is the one before; else ``None``.

    >>> without_period("Giá kỳ trước"), without_period("Giá kỳ này"), without_period("Cùng kỳ năm trước")
    (('giá', 'kỳ', True), ('giá', 'kỳ', False), None)
    """
    shown = normal(head)
    for pattern in (_BEFORE, _NOW):
        match = pattern.search(shown)
        if match is not None:
            rest = f"{shown[: match.start()]} {shown[match.end() :]}"
            return " ".join(rest.split()), match[1], pattern is _BEFORE
    return None
