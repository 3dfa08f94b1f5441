"""What indicators are computed from, and which indicators relate others to one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from aseansc.codelists import Absent
from aseansc.indicators import Indicator


def related(indicator: Indicator) -> Iterator[str]:
    """Yield the ids of the parts, the numerator, the denominator and the flows of an indicator."""
    for breakdown in indicator.breakdowns:
        yield from breakdown.parts
    yield from (*indicator.inflows, *indicator.outflows)
    yield from (other for other in (indicator.numerator, indicator.denominator) if not isinstance(other, Absent))


class Relations:
    """The relations of some indicators, indexed once, to find those of a few of them quickly."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._related = {item.id: [*related(item)] for item in indicators}
        self._relating: defaultdict[str, set[str]] = defaultdict(set)
        for item, others in self._related.items():
            for name in others:
                self._relating[name].add(item)

    def around(self, names: Iterable[str]) -> set[str]:
        """Return indicators with those they are computed from, and with what relates two of them to each other.

        A rate relates its numerator and denominator, and a whole two of its parts. Other names are left out.
        """
        used, more = set[str](), {name for name in names if name in self._related}
        while more:
            used = self._with_related(used | more)
            counts = Counter(other for name in used for other in self._relating[name])
            more = {name for name, count in counts.items() if count > 1} - used
        return used

    def _with_related(self, names: set[str]) -> set[str]:
        found, waiting = set[str](), [*names]
        while waiting:
            name = waiting.pop()
            if name in self._related and name not in found:
                found.add(name)
                waiting += self._related[name]
        return found
