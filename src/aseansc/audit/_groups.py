"""Find figures of groups that do not overlap: the categories of one scheme, and the places within a place.

Whether two categories overlap is declared by a `Breakdown` of categories, or known for the codes of the page
"Categories": women and men, town and country, ethnic groups, and ages. Any other scheme may overlap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import evolve, frozen

from aseansc._attrs import as_tuple_of
from aseansc.audit._figures import Figure, Figures, Key
from aseansc.classifications.places import broader_place, places_within
from aseansc.errors import require
from aseansc.indicators import Indicator, IndicatorKind
from aseansc.units import UnitKind, household, person

_SCHEMES: Final = {
    "sex": "sex",
    "gender": "sex",
    "residence": "residence",
    "area": "residence",
    "urbanisation": "residence",
    "urbanization": "residence",
    "age": "age",
    "ethnicity": "ethnicity",
}
_CATEGORIES: Final = {
    "sex": {
        **dict.fromkeys(("female", "f", "women", "girls", "nu"), "female"),
        **dict.fromkeys(("male", "m", "men", "boys", "nam"), "male"),
    },
    "residence": {
        **dict.fromkeys(("urban", "u", "urb"), "urban"),
        **dict.fromkeys(("rural", "r", "rur"), "rural"),
    },
}
_KINH, _MINORITY = "kinh", "minority"
_OTHER_GROUPINGS: Final = frozenset(("all", "total", "_t", "t", "other", "unknown", "_u"))
_ALL_OF: Final = {
    "sex": frozenset(("female", "male")),
    "residence": frozenset(("urban", "rural")),
    "ethnicity": frozenset((_KINH, _MINORITY)),
}
"""The categories that together are everyone."""
_AGES: Final = re.compile(r"y?_?(\d{1,3})(?:-|t|to)(\d{1,3})")
_AGES_FROM: Final = re.compile(r"(?:from-|y?_?ge)(\d{1,3})|(\d{1,3})\+")
_AGES_UNDER: Final = re.compile(r"(?:under-|y?_?lt)(\d{1,3})")
_OLDEST: Final = 1000
_LASTING: Final = ("sex", "ethnicity")
"""Schemes of which nobody changes the category within a period."""


@frozen(eq=False)
class Group:
    """Figures of groups that do not overlap, at one moment, and the figure of everything.

    Attributes:
        indicator: the indicator of all of them.
        key: the key of the whole.
        total: the figure of the whole, if it is stated.
        parts: the figures of the groups.
        is_all: whether the groups are declared, or known, to make up the whole.
        may_be_all: whether they make up the whole, unless something is in none of them.
        stays: whether nothing moves from one group to another during a period.
    """

    indicator: Indicator
    key: Key
    total: Figure | None
    parts: tuple[Figure, ...]
    is_all: bool = False
    may_be_all: bool = False
    stays: bool = True


def of_categories(figures: Figures) -> Iterator[Group]:
    """Yield the figures of categories that do not overlap, for each indicator, scheme and moment."""
    for indicator in figures.component.indicators:
        same = figures.by_indicator[indicator.id]
        for (whole, scheme), keys in _by_category(same).items():
            found = {category: same[key][0] for category, key in keys.items()}
            yield from _of_scheme(figures, indicator, whole, scheme, found)


def _by_category(keys: Iterable[Key]) -> Mapping[tuple[Key, str], Mapping[str, Key]]:
    """Return the keys of the categories of each scheme, by the key of the whole."""
    found: defaultdict[tuple[Key, str], dict[str, Key]] = defaultdict(dict)
    for key in keys:
        for category in key.breakdown:
            scheme = category.partition(":")[0].casefold()
            whole = evolve(key, breakdown=key.breakdown - {category})
            found[whole, _SCHEMES.get(scheme, scheme)][category] = key
    return found


def _of_scheme(
    figures: Figures, indicator: Indicator, key: Key, scheme: str, found: Mapping[str, Figure]
) -> Iterator[Group]:
    total = figures.get(indicator.id, key)
    for names, is_declared, is_everyone in _divisions(indicator, scheme, found):
        parts = tuple(found[name] for name in names if name in found)
        is_all = is_everyone and len(parts) == len(names)
        if len(parts) > 1 or (is_declared and is_all):
            stays = is_declared or scheme in _LASTING
            yield Group(indicator, key, total, parts, is_all=is_all and is_declared, may_be_all=is_all, stays=stays)


def _divisions(indicator: Indicator, scheme: str, found: Collection[str]) -> Iterator[tuple[Sequence[str], bool, bool]]:
    """Yield categories that do not overlap, whether a breakdown declares it, and whether they are everyone."""
    of_categories = [item for item in indicator.breakdowns if item.is_of_categories]
    declared = [item for item in of_categories if not set(found).isdisjoint(item.parts)]
    yield from ((item.parts, True, item.complete) for item in declared if item.disjoint)
    if not declared and len(found) > 1:
        names, is_everyone = _disjoint(scheme, found)
        yield names, False, is_everyone


def disjoint_categories(indicator: Indicator, categories: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the categories of an indicator that do not overlap, of those given, in one tuple for each way to divide.

    A `Breakdown` of categories declares it. It is known for women and men, town and country, ethnic groups, and ages.

    Args:
        indicator: the indicator.
        categories: categories with their schemes, such as ``sex:female``.

    >>> from aseansc.datasets import lai_chau
    >>> poor = lai_chau.load().indicator("poor-households")
    >>> disjoint_categories(poor, ["sex:female", "sex:male", "hobby:chess", "hobby:music"])
    (('sex:female', 'sex:male'),)
    """
    require(indicator, Indicator, where="disjoint_categories, indicator")
    by_scheme: defaultdict[str, list[str]] = defaultdict(list)
    for category in as_tuple_of(categories, str, where="disjoint_categories, categories"):
        scheme = category.partition(":")[0].casefold()
        by_scheme[_SCHEMES.get(scheme, scheme)].append(category)
    return tuple(
        found
        for scheme, names in by_scheme.items()
        for division, is_declared, _ in _divisions(indicator, scheme, names)
        if len(found := tuple(name for name in division if name in names)) > 1 or (found and is_declared)
    )


def _disjoint(scheme: str, found: Iterable[str]) -> tuple[list[str], bool]:
    """Return categories that certainly do not overlap, as many as possible, and whether they are everyone."""
    names = {name: name.partition(":")[2].casefold() for name in found}
    if scheme == "age":
        return _disjoint_ages({name: ages for name, code in names.items() if (ages := _ages(code))})
    if scheme not in _ALL_OF:
        return [], False
    first = _first_names(names, _CATEGORIES.get(scheme))
    if scheme == "ethnicity" and _MINORITY in first:  # the other groups are among the minorities
        first = {category: name for category, name in first.items() if category in (_KINH, _MINORITY)}
    return list(first.values()), frozenset(first) == _ALL_OF[scheme]


def _first_names(codes: Mapping[str, str], known: Mapping[str, str] | None) -> dict[str, str]:
    """Return the first name of each category; without known codes, each code is a category of its own."""
    first: dict[str, str] = {}
    for name, code in codes.items():
        category = code if known is None else known.get(code)
        if category is not None and category not in _OTHER_GROUPINGS:
            first.setdefault(category, name)
    return first


def _ages(code: str) -> tuple[int, int] | None:
    """Return the first and the last age, in completed years, of a category of ages."""
    if match := _AGES.fullmatch(code):
        return int(match[1]), int(match[2])
    if match := _AGES_FROM.fullmatch(code):
        return int(match[1] or match[2]), _OLDEST
    if match := _AGES_UNDER.fullmatch(code):
        return 0, int(match[1]) - 1
    return None


def _disjoint_ages(ages: Mapping[str, tuple[int, int]]) -> tuple[list[str], bool]:
    """Return ages that follow one another from birth without a gap if there are such, else those without overlap."""
    chain, first = list[str](), 0
    while longest := max((name for name in ages if ages[name][0] == first), key=lambda name: ages[name][1], default=""):
        chain.append(longest)
        if ages[longest][1] == _OLDEST:
            return chain, True
        first = ages[longest][1] + 1
    found, last = list[str](), -1
    for name in sorted(ages, key=lambda name: ages[name][1]):
        if ages[name][0] > last:
            found.append(name)
            last = ages[name][1]
    return found, False


def of_places(figures: Figures) -> Iterator[Group]:
    """Yield the figures of the places within a place, for each indicator and moment."""
    if len({observation.place for observation in figures.component.observations}) == 1:
        return
    for indicator in figures.component.indicators:
        same = figures.by_indicator[indicator.id]
        for whole, keys in _by_place(same).items():
            total = figures.get(indicator.id, whole)
            if total is None:
                continue
            parts = tuple(same[key][0] for key in keys.values())
            is_all = keys.keys() == places_within(whole.place, whole.moment[2])
            one_document = {item.document.id for item in (total, *parts)} == {total.document.id}
            yield Group(indicator, whole, total, parts, is_all=is_all and one_document, may_be_all=is_all)


def _by_place(keys: Iterable[Key]) -> Mapping[Key, Mapping[str, Key]]:
    """Return the keys of the places within each place, by its key."""
    found: defaultdict[Key, dict[str, Key]] = defaultdict(dict)
    for key in keys:
        around = broader_place(key.place)
        if around is not None:
            found[evolve(key, place=around)][key.place] = key
    return found


def sums_of_levels(
    figures: Figures, stocks: Iterable[Indicator], keys: Collection[Key]
) -> Iterator[tuple[Indicator, Key, tuple[Key, ...], bool]]:
    """Yield what certainly adds up at one moment, also where some of it is not stated.

    Args:
        figures: the figures of the review.
        stocks: indicators with a common unit.
        keys: the keys of the stated levels of these stocks, and of their rates.

    Yields:
        The indicator, the key of the whole, the keys of parts that do not overlap, and whether they are the whole.
    """
    categories, places = _by_category(keys), _by_place(keys)
    known = {place for key in places for place in (key.place, *places[key])}
    one_document = len(figures.review.documents) == 1
    for stock in stocks:
        for (key, scheme), found in categories.items():
            yield from _sums_of_categories(stock, key, scheme, found)
        if is_located(stock):
            for key, inside in places.items():
                every = sorted(places_within(key.place, key.moment[2]))
                is_all = one_document and stock.unit != person and len(every) > 1 and known.issuperset(every)
                yield stock, key, tuple(evolve(key, place=name) for name in (every if is_all else inside)), is_all


def _sums_of_categories(
    stock: Indicator, key: Key, scheme: str, found: Collection[str]
) -> Iterator[tuple[Indicator, Key, tuple[Key, ...], bool]]:
    for names, is_declared, is_everyone in _divisions(stock, scheme, found):
        parts = tuple(evolve(key, breakdown=key.breakdown | {name}) for name in names)
        yield stock, key, parts, is_declared and is_everyone


def is_located(indicator: Indicator) -> bool:
    """Return whether each thing counted is in one place: households, persons at a moment, and land."""
    unit = indicator.unit
    return indicator.kind is IndicatorKind.STOCK and (unit in (household, person) or unit.kind is UnitKind.AREA)
