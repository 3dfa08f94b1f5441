r"""The notation of cells, which `write_cells` writes and `read_cells` reads.

An empty cell means the default. ``not_stated``, ``not_applicable`` and ``qualitative`` are absences. A cell that begins
with ``?`` is a gap, with ``??`` a gap for the whole group, and each likely answer follows its reason after ``=``; ``→``
begins a reference to a long text. A string that would look like one of these, begins with a backslash, or is a word
that other programs take for a missing value, is written with a backslash before it. The items of a list are separated
by semicolons, with ``\;`` for a semicolon inside an item.
"""

from __future__ import annotations

from typing import Final

from aseansc.codelists import Absent
from aseansc.drafts import NOT_GIVEN
from aseansc.errors import AseanscError

GAP: Final = "?"
ARROW: Final = "→"
AT_DAY: Final = "at "
"""The word before a day in the first cell of a time: at 2018-06-30."""
ESCAPE: Final = "\\"
ABSENCES: Final = frozenset(way.value for way in Absent)

NOT_GIVEN_GAP: Final = {"en": NOT_GIVEN.reason.en, "vi": NOT_GIVEN.reason.vi}
CHOICE: Final = "= "
"""The beginning of an item of a gap that is a likely answer, and not a translation of its reason."""
GAPS: Final = "?json "
"""The prefix of JSON data with gaps inside a list or mapping, which has no other form in a cell."""


class Unreadable:
    """Placeholder in the data for a cell that cannot be read; every reader refuses it, and `problem` is reported.

    Args:
        problem: the problem of the cell.
        located: whether the problem has its location in the tables already; otherwise at most that inside the cell.
    """

    def __init__(self, problem: AseanscError, *, located: bool = False) -> None:
        self.problem = problem
        self.located = located
