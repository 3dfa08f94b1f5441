"""Names, times, links and marks of the figures of a review, in one language."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from aseansc._phrases import collected, place_name, remarks, when
from aseansc.citations import Citation
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.codelists import Absent
from aseansc.labels import Lang, label
from aseansc.observations import Observation, Status
from aseansc.pages._words import WORDS
from aseansc.periods import TimeCollection, days_of
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.texts import Text

_SOFT: Final = (Status.ESTIMATED, Status.PROVISIONAL, Status.FORECAST)
"""Statuses that are drawn hatched."""


class Names:
    """What the figures of a review are called on a page.

    Args:
        review: the review.
        lang: the language.
        sources: web addresses of documents, by id.
    """

    def __init__(self, review: Review, lang: Lang, sources: Mapping[str, str]) -> None:
        self.review = review
        self.lang: Lang = lang
        self.sources = sources
        self.words = WORDS[lang]
        self.indicators = {item.id: self.text(item.name) for item in review.indicators}
        self.by_indicator: dict[str, list[Figure]] = defaultdict(list)
        self.indicator_of: dict[str, str] = {}
        for figure in (*review.figures(), *(item for item in review.targets if isinstance(item.value, Absent))):
            indicator = review.indicator_of(figure)
            name = "" if isinstance(indicator, Absent) else indicator.id
            self.by_indicator[name].append(figure)
            self.indicator_of[figure.id] = name

    def groups(self, indicator: str) -> list[list[Observation]]:
        """Return the observations of an indicator by place and categories, each group in the order of time."""
        groups: dict[tuple[str, frozenset[str]], list[Observation]] = {}
        for figure in self.by_indicator.get(indicator, []):
            if isinstance(figure, Observation):
                groups.setdefault((figure.place, frozenset(figure.breakdown)), []).append(figure)
        return [sorted(group, key=moment) for group in groups.values()]

    def text(self, words: Text | Absent) -> str:
        """Return a text in the language of the page; empty if it is absent."""
        return "" if isinstance(words, Absent) else words.lookup(self.lang).text

    def name(self, figure: Figure) -> str:
        """Return the name of the indicator of a figure, with its place and categories if they differ."""
        name = self.indicators.get(self.indicator_of[figure.id], self.words["other"])
        return name + self.limits(figure)

    def limits(self, figure: Figure) -> str:
        """Return the place of a figure, if it is not that of the review, its categories, and what it lists."""
        more = [] if figure.place == self.review.place else [place_name(figure.place, self.lang)]
        if isinstance(figure, Observation | Target):
            more += figure.breakdown
        if isinstance(figure, Observation):
            more += figure.lists
        return f" ({', '.join(more)})" if more else ""

    def time(self, figure: Figure) -> str:
        """Return the time of a figure in words; empty if it is not stated."""
        if isinstance(figure.time, Absent):
            return ""
        if isinstance(figure, Observation | Target) and not isinstance(figure.time_collection, Absent):
            return collected(figure.time, figure.time_collection, figure.per, self.lang)
        return when(figure.time, self.lang)

    def value(self, figure: Figure) -> str:
        """Return the value of a figure in words."""
        value = figure.value
        return label(value, self.lang) if isinstance(value, Absent) else f"{value:{self.lang}}"

    def kind(self, figure: Figure) -> str:
        """Return what a figure is, if it is not an observation: a change, an attainment, a share or a target."""
        if isinstance(figure, ChangeClaim):
            return self.words["change"]
        if isinstance(figure, AttainmentClaim):
            return self.words["attainment"]
        if isinstance(figure, ShareClaim):
            return self.words["share_of"].format(self.indicators[figure.whole])
        return self.words["target"] if isinstance(figure, Target) else ""

    def printed(self, figure: Figure) -> str:
        """Return a figure as it is printed; empty if it is not cited."""
        return "" if isinstance(figure.citation, Absent) else figure.citation.printed

    def link(self, citation: Citation) -> str:
        """Return the address of a place in a document: on the web if it is known, or else its entry on the page."""
        address = self.sources.get(citation.document)
        if address is None:
            return f"#source-{citation.document}"
        return f"{address}#:~:text={quote(citation.printed, safe='')}"

    def position(self, citation: Citation) -> str:
        """Return where a figure is printed, in words."""
        if isinstance(citation.locator, Absent):
            return self.words["characters"].format(citation.start, citation.end)
        return citation.locator

    def remarks(self, figure: Figure) -> str:
        """Return the statuses of a figure and how its time is known, in words."""
        return remarks(figure.time_basis, figure.statuses, self.lang)


def is_soft(figure: Figure) -> bool:
    """Return whether a figure is an estimate, provisional or a forecast."""
    return any(status in figure.statuses for status in _SOFT)


_ORDER: Final = (TimeCollection.BEGINNING, TimeCollection.WITHIN, TimeCollection.AT)


def moment(level: Observation) -> tuple[dt.date, int]:
    """Return a sort key by time; within a year, an end is later than a level of some day."""
    collection = level.time_collection
    return days_of(level.time)[1], _ORDER.index(collection) if collection in _ORDER else len(_ORDER)
