"""The times that figures of a draft take from elsewhere, because their own sentences do not state them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from aseansc.drafts._cited_figures import FIGURES, OF_TIME, cited_figures
from aseansc.drafts._match_figures import printed_of, start_of, value_of
from aseansc.drafts._partials import PartialRecord
from aseansc.periods import AsOf, MonthDay, Period, Time, TimeBasis, days_of

if TYPE_CHECKING:
    from aseansc.drafts._draft import Draft


@frozen(kw_only=True)
class TakenTime:
    """A time that figures of a draft take from one source, as a proposal, because their sentences do not state it.

    Args:
        time: the time.
        basis: carried from the words of another sentence, or assumed from the period of the report.
        source: the words that state the time, as printed; empty if it is assumed, or follows from several words.
        figures: the locations of the figures, such as ``observations[0]``, in the order of the text.
    """

    time: Time
    basis: TimeBasis
    source: str
    figures: tuple[str, ...]

    @property
    def proposals(self) -> tuple[str, ...]:
        """The locations to give to `Draft.confirm` if the time is that of all these figures."""
        return tuple(f"{where}.{name}" for where in self.figures for name in OF_TIME)


def taken_times(draft: Draft) -> tuple[TakenTime, ...]:
    """Return the times that figures take from elsewhere, by source, in the order of the first figure."""
    dates = _Dates(draft.mentions)
    groups: dict[tuple[Time, TimeBasis, int], list[str]] = {}
    tables: dict[str, tuple[Any, ...]] = {name: getattr(draft, name) for name in FIGURES}
    for _, start, name, number in sorted(cited_figures(tables)):
        record = tables[name][number]
        if _is_taken(record):
            time, basis = record["time"], record["time_basis"]
            source = dates.before(start, time) if basis is TimeBasis.CARRIED else _NOWHERE
            groups.setdefault((time, basis, source), []).append(f"{name}[{number}]")
    return tuple(
        TakenTime(time=time, basis=basis, source=dates.printed(source), figures=tuple(figures))
        for (time, basis, source), figures in groups.items()
    )


def with_basis(places: Iterable[str]) -> Iterator[str]:
    """Yield locations of proposals; for the time of a figure, or how it is known, the locations of both."""
    for place in places:
        figure, _, name = place.rpartition(".")
        yield from (f"{figure}.{one}" for one in OF_TIME) if name in OF_TIME else (place,)


_NOWHERE: Final = -1


def _is_taken(record: Any) -> bool:
    if not isinstance(record, PartialRecord) or not set(OF_TIME) <= set(record.proposed):
        return False
    return isinstance(record["time"], Period | AsOf) and record["time_basis"] in (TimeBasis.CARRIED, TimeBasis.ASSUMED)


class _Dates:
    """The dates that a report prints, by their positions."""

    def __init__(self, mentions: Iterable[Any]) -> None:
        found = [(start_of(mention), value_of(mention, "content"), printed_of(mention)) for mention in mentions]
        dates = [one for one in found if one[0] >= 0 and isinstance(one[1], Period | AsOf | MonthDay)]
        self._dates = sorted(dates, key=lambda one: one[0])
        self._starts = [start for start, _, _ in self._dates]

    def before(self, position: int, time: Time) -> int:
        """Return the position of the last date before a figure that states its time, or the year of its time."""
        earlier = self._dates[: bisect_left(self._starts, position)][::-1]
        last = days_of(time)[1]
        day, whole = MonthDay(month=last.month, day=last.day), Period.year(last.year)
        said = (start for wanted in (time, day, whole) for start, stated, _ in earlier if stated == wanted)
        return next(said, _NOWHERE)

    def printed(self, position: int) -> str:
        """Return the words of the date at a position; an empty string if there is none."""
        at = bisect_left(self._starts, position)
        return self._dates[at][2] if position != _NOWHERE and at < len(self._dates) else ""
