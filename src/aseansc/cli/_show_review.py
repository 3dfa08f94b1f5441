"""``aseansc show``: print a review."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from aseansc._phrases import collected, place_name, remarks, when
from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.cli._output import Line
from aseansc.cli._words import WORDS, counted
from aseansc.codelists import Absent
from aseansc.findings import Section
from aseansc.indicators import Indicator
from aseansc.labels import Lang, label
from aseansc.observations import Observation, Status
from aseansc.reviews import Figure, Review
from aseansc.targets import Target
from aseansc.values import Change, RelativeChange, Value

T = TypeVar("T")


def show_review(
    review: Review, console: Console, lang: Lang, *, section: str | None = None, status: Status | None = None
) -> None:
    """Print a review by section, each indicator with its figures and notes.

    Args:
        review: the review.
        console: the console to print to.
        lang: language of names and numbers.
        section: print only this section and the sections inside it.
        status: print only figures with this status, and their indicators.
    """
    figures = chosen_figures(review, section, status)
    by_indicator = grouped(figures, lambda figure: getattr(review.indicator_of(figure), "id", ""))
    sections = chosen_sections(review, section)
    indicators = [
        item
        for item in review.indicators
        if (section is None or item.section in sections) and (status is None or item.id in by_indicator)
    ]
    stated = sum(not isinstance(figure, Target) or not isinstance(figure.value, Absent) for figure in figures)
    show_title(
        review, console, lang, f"{counted(len(indicators), 'indicators', lang)}, {counted(stated, 'figures', lang)}"
    )
    by_section = grouped(indicators, lambda item: item.section)
    headed = _with_indicators(review, indicators)
    for item in sections.values():
        if item.id in headed:
            show_heading(review, item, console, lang)
        for indicator in _in_text_order(by_section.get(item.id, []), by_indicator):
            _show_indicator(review, indicator, by_indicator.get(indicator.id, []), console, lang)
    _show_rest(review, by_section.get(Absent.NOT_STATED, []), by_indicator, console, lang)
    if section is None and status is None and not isinstance(review.note, Absent):
        console.print()
        show_note(review.note.lookup(lang).text, console, lang, indent=0)


def _show_rest(
    review: Review, loose: list[Indicator], figures: Mapping[object, list[Figure]], console: Console, lang: Lang
) -> None:
    """Print the indicators without a section, and the figures without an indicator."""
    if loose or "" in figures:
        show_other(console, lang)
    for indicator in loose:
        _show_indicator(review, indicator, figures.get(indicator.id, []), console, lang)
    for figure in figures.get("", []):
        show_figure(review, figure, console, lang)


def grouped(items: Iterable[T], key: Callable[[T], object]) -> dict[object, list[T]]:
    """Return the items by their key, each group in the order of the items."""
    groups: dict[object, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def chosen_sections(review: Review, section: str | None) -> dict[object, Section]:
    """Return a section and those inside it, or all sections, by id."""
    sections = review.sections if section is None else review.sections_within(section)
    return {item.id: item for item in sections}


def chosen_figures(review: Review, section: str | None, status: Status | None) -> tuple[Figure, ...]:
    """Return the selected figures, followed by the selected targets without a stated value."""
    inside = None if section is None else {item.id for item in review.sections_within(section)}
    unstated = (
        target
        for target in review.targets
        if isinstance(target.value, Absent)
        and (inside is None or review.indicator(target.indicator).section in inside)
        and (status is None or status in target.statuses)
    )
    return (*review.select(section=section, status=status), *unstated)


def show_title(review: Review, console: Console, lang: Lang, count: str) -> None:
    """Print title, programme, place and period of a review, and the given count."""
    console.print(Line(review.title.lookup(lang).text, style="bold"))
    console.print(Line(review.programme.lookup(lang).text))
    console.print(Line(f"{place_name(review.place, lang)}, {when(review.period, lang)}: {count}"))


def show_heading(review: Review, section: Section, console: Console, lang: Lang) -> None:
    """Print the name of a section, indented by its depth."""
    depth = _depth(review, section)
    heading = named(section, lang, style="bold underline" if depth == 0 else "bold")
    console.print()
    console.print(Padding(heading, (0, 0, 0, 2 * depth), expand=False))


def show_other(console: Console, lang: Lang) -> None:
    """Print the heading of what belongs to no section."""
    console.print()
    console.print(Line(WORDS[lang]["other"], style="bold underline"))


def named(record: Section | Indicator, lang: Lang, *, style: str) -> Line:
    """Return the name of a record with its id."""
    name = Line(record.name.lookup(lang).text, style=style)
    return name.append(f" [{record.id}]", style="not bold not underline dim")


def show_figure(review: Review, figure: Figure, console: Console, lang: Lang) -> None:
    """Print the value, time, status and note of a figure."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=31)
    table.add_column(width=24)
    table.add_column(width=15, style="dim")
    table.add_row(*map(Line, _cells(review, figure, lang)))
    console.print(Padding(table, (0, 0, 0, 6), expand=False))
    if not isinstance(figure.note, Absent):
        show_note(figure.note.lookup(lang).text, console, lang, indent=8)


def show_note(text: str, console: Console, lang: Lang, *, indent: int) -> None:
    """Print a note with its label."""
    console.print(Padding(Line(f"{WORDS[lang]['note']}: {text}", style="dim italic"), (0, 0, 0, indent), expand=False))


def _in_text_order(indicators: list[Indicator], figures: Mapping[object, list[Figure]]) -> list[Indicator]:
    """Sort indicators by the position of their first figure; those without figures follow the previous indicator."""
    order: list[tuple[int, Indicator]] = []
    last = 0
    for indicator in indicators:
        starts = [
            figure.citation.start for figure in figures.get(indicator.id, []) if not isinstance(figure.citation, Absent)
        ]
        last = min(starts, default=last)
        order.append((last, indicator))
    return [indicator for _, indicator in sorted(order, key=lambda item: item[0])]


def _depth(review: Review, section: Section) -> int:
    """Return the depth of a section, up to a maximum that fits the page."""
    depth, broader = 0, section.broader
    while not isinstance(broader, Absent) and depth < _DEEPEST:
        depth, broader = depth + 1, review.section(broader).broader
    return depth


_DEEPEST: Final = 16


def _with_indicators(review: Review, indicators: list[Indicator]) -> set[str]:
    """Return the ids of the sections of the indicators, and of all sections that contain them."""
    found: set[str] = set()
    for indicator in indicators:
        section = indicator.section
        while not isinstance(section, Absent) and section not in found:
            found.add(section)
            section = review.section(section).broader
    return found


def _show_indicator(review: Review, indicator: Indicator, figures: list[Figure], console: Console, lang: Lang) -> None:
    name = named(indicator, lang, style="cyan")
    if not figures:
        name.append(f" ({WORDS[lang]['uncounted']})", style="dim")
    console.print(Padding(name, (0, 0, 0, 4), expand=False))
    if not isinstance(indicator.note, Absent):
        show_note(indicator.note.lookup(lang).text, console, lang, indent=6)
    for figure in figures:
        show_figure(review, figure, console, lang)


def _cells(review: Review, figure: Figure, lang: Lang) -> tuple[str, str, str]:
    """Return value, time and status of a figure as texts."""
    words = WORDS[lang]
    if isinstance(figure, Observation):
        return (
            _shown(figure.value, lang) + _of_place(review, figure),
            collected(figure.time, figure.time_collection, figure.per, lang),
            remarks(figure.time_basis, figure.statuses, lang),
        )
    if isinstance(figure, Target):
        timed = not (isinstance(figure.time, Absent) or isinstance(figure.time_collection, Absent))
        return (
            f"{words['target']}: {_shown(figure.value, lang)}" + _of_place(review, figure),
            collected(figure.time, figure.time_collection, figure.per, lang) if timed else "",  # type: ignore[arg-type]
            remarks(figure.time_basis, figure.statuses, lang),
        )
    return (
        f"{_claim_word(figure, lang)}: {figure.value:{lang}}{_of_whole(review, figure, lang)}",
        when(figure.time, lang),
        remarks(figure.time_basis, figure.statuses, lang),
    )


def _shown(value: Value | Change | RelativeChange | Absent, lang: Lang) -> str:
    return label(value, lang) if isinstance(value, Absent) else f"{value:{lang}}"


def _of_place(review: Review, figure: Observation | Target) -> str:
    more = [] if figure.place == review.place else [figure.place]
    more += [*figure.breakdown, *(figure.lists if isinstance(figure, Observation) else ())]
    return f" ({', '.join(more)})" if more else ""


def _claim_word(claim: ChangeClaim | AttainmentClaim | ShareClaim, lang: Lang) -> str:
    if isinstance(claim, ChangeClaim):
        return WORDS[lang]["change"]
    return WORDS[lang]["attainment" if isinstance(claim, AttainmentClaim) else "share"]


def _of_whole(review: Review, claim: ChangeClaim | AttainmentClaim | ShareClaim, lang: Lang) -> str:
    if not isinstance(claim, ShareClaim):
        return ""
    return f" {WORDS[lang]['of']}: {review.indicator(claim.whole).name.lookup(lang).text}"
