"""Words in heads for the period of a report and the one just before it, in lower case."""

from __future__ import annotations

from typing import Final

_PERIOD: Final = r"(?<!\w)(?<!cùng )(kỳ|tuần|tháng|quý)"
"""A period of reports, whose days a head does not state."""

BEFORE: Final = rf"{_PERIOD} (?:trước|liền kề|trước liền kề)(?!\w)"
NOW: Final = rf"{_PERIOD} (?:này|nay|báo cáo|hiện tại)(?!\w)"
"""The period just before that of a report, and this one."""
