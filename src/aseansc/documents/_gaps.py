"""The gaps of cells of tables: what a person must decide, in English and Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aseansc._printable import printable
from aseansc.drafts import Gap
from aseansc.periods import Time, TimeBasis
from aseansc.texts import Text

if TYPE_CHECKING:
    from aseansc.documents._column import Column
    from aseansc.documents._row import Row
    from aseansc.documents._scopes import Scope


def gap(en: str, vi: str) -> Gap:
    """Return a gap with its reason, in which characters that cannot be printed are left out."""
    return Gap(reason=Text(en=printable(en), vi=printable(vi)))


NO_COLLECTION: Final = gap(
    "how it is collected over its time: at, end, within, total, average…",
    "cách tính theo thời gian: at, end, within, total, average…",
)
NO_FIRST_DAY: Final = gap("the time; only its last day is stated", "thời gian; chỉ nêu ngày cuối")
NO_LABEL: Final = gap("the code of the place; the row names none", "mã của địa phương; hàng này không nêu tên")
NO_TIME: Final = gap("the time; the heads and the title do not state one", "thời gian; tiêu đề bảng không nêu")
_NO_BASIS: Final = gap("whether it is stated, carried or assumed", "được nêu rõ, lấy từ câu trước hay giả định")
_NO_CALENDAR: Final = gap("the calendar days of the school year", "thời gian theo lịch của năm học")


def time_of(scope: Scope, row: Row | None, column: Column) -> tuple[Time | Gap, TimeBasis | Gap]:
    """Return the time of a cell and its basis, or what to ask about them."""
    if scope.times.has_other_years(row, column):
        return _NO_CALENDAR, _NO_BASIS
    return scope.times.of(row, column) or (NO_TIME, _NO_BASIS)


def same_head(head: str) -> Gap:
    """Return what to ask about the name of a column if the head of another one says the same."""
    shown = head[:100]
    return gap(
        f"what the column “{shown}” measures; the head of another column says the same",
        f"cột “{shown}” là chỉ tiêu gì; tiêu đề của một cột khác nêu cùng chỉ tiêu",
    )
