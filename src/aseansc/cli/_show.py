"""``aseansc show``: a review as a person wants to read it."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from aseansc.claims import AttainmentClaim, ChangeClaim, ShareClaim
from aseansc.classifications import PLACES
from aseansc.cli._words import WORDS, Lang, amount, collected, remarks, when
from aseansc.codelists import Absent
from aseansc.findings import Section
from aseansc.indicators import Indicator
from aseansc.observations import Observation
from aseansc.reviews import Figure, Review
from aseansc.targets import Target


def show_review(review: Review, console: Console, lang: Lang) -> None:
    """Print a review: by section, each indicator with its figures, and their notes."""
    words = WORDS[lang]
    console.print(Line(review.title.lookup(lang).text, style="bold"))
    console.print(review.programme.lookup(lang).text)
    console.print(
        f"{_place(review.place, lang)}, {when(review.period, lang)}: {len(review.indicators)} {words['indicators']}, "
        f"{len(review.figures())} {words['figures']}"
    )
    by_indicator: dict[str, list[Figure]] = {}
    for figure in (*review.figures(), *(target for target in review.targets if isinstance(target.value, Absent))):
        indicator = review.indicator_of(figure)
        by_indicator.setdefault("" if isinstance(indicator, Absent) else indicator.id, []).append(figure)
    for section in review.sections:
        indicators = _in_text_order(
            [indicator for indicator in review.indicators if indicator.section == section.id], by_indicator
        )
        if indicators or _has_indicators_below(review, section):
            depth = _depth(review, section)
            heading = Line(section.name.lookup(lang).text, style="bold underline" if depth == 0 else "bold")
            console.print()
            console.print(Padding(heading, (0, 0, 0, 2 * depth), expand=False))
        for indicator in indicators:
            _show_indicator(review, indicator, by_indicator.get(indicator.id, []), console, lang)
    loose = [indicator for indicator in review.indicators if isinstance(indicator.section, Absent)]
    if loose or "" in by_indicator:
        console.print()
        console.print(Line(words["other"], style="bold underline"))
        for indicator in loose:
            _show_indicator(review, indicator, by_indicator.get(indicator.id, []), console, lang)
        _show_figures(review, by_indicator.get("", []), console, lang)


def _place(code: str, lang: Lang) -> str:
    """What a person calls a place; its code where our list does not have it."""
    for place in PLACES.codes:
        if place.id == code:
            return place.vi if lang == "vi" and not isinstance(place.vi, Absent) else place.en
    return code


def _in_text_order(indicators: list[Indicator], figures: dict[str, list[Figure]]) -> list[Indicator]:
    """Indicators by the first figure of each; those without figures stay behind the one before them."""
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
    return 0 if isinstance(section.broader, Absent) else 1 + _depth(review, review.section(section.broader))


def _has_indicators_below(review: Review, section: Section) -> bool:
    below = [item for item in review.sections if item.broader == section.id]
    return any(
        any(indicator.section == item.id for indicator in review.indicators) or _has_indicators_below(review, item)
        for item in below
    )


def _show_indicator(review: Review, indicator: Indicator, figures: list[Figure], console: Console, lang: Lang) -> None:
    name = Line(indicator.name.lookup(lang).text, style="cyan")
    if not figures:
        name.append(f" ({WORDS[lang]['uncounted']})", style="dim")
    console.print(Padding(name, (0, 0, 0, 4), expand=False))
    if not isinstance(indicator.note, Absent):
        _show_note(indicator.note.lookup(lang).text, console, lang, indent=6)
    _show_figures(review, figures, console, lang)


def _show_figures(review: Review, figures: list[Figure], console: Console, lang: Lang) -> None:
    for figure in figures:
        what, time, standing = _cells(review, figure, lang)
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=31)
        table.add_column(width=24)
        table.add_column(width=15, style="dim")
        table.add_row(what, time, standing)
        console.print(Padding(table, (0, 0, 0, 6), expand=False))
        if not isinstance(figure.note, Absent):
            _show_note(figure.note.lookup(lang).text, console, lang, indent=8)


def _show_note(text: str, console: Console, lang: Lang, *, indent: int) -> None:
    console.print(Padding(Line(f"{WORDS[lang]['note']}: {text}", style="dim italic"), (0, 0, 0, indent), expand=False))


def _cells(review: Review, figure: Figure, lang: Lang) -> tuple[str, str, str]:
    """What a figure states, of which time, and how it stands."""
    words = WORDS[lang]
    if isinstance(figure, Observation):
        return (
            amount(figure.value, lang) + _of_place(review, figure),
            collected(figure.time, figure.time_collection, figure.per, lang),
            remarks(figure.time_basis, figure.statuses, lang),
        )
    if isinstance(figure, Target):
        wanted = words[figure.value.value] if isinstance(figure.value, Absent) else amount(figure.value, lang)
        timed = not (isinstance(figure.time, Absent) or isinstance(figure.time_collection, Absent))
        return (
            f"{words['target']}: {wanted}",
            collected(figure.time, figure.time_collection, figure.per, lang) if timed else "",  # type: ignore[arg-type]
            remarks(figure.basis, figure.statuses, lang),
        )
    return (
        f"{_claim_word(figure, lang)}: {amount(figure.value, lang)}{_of_whole(review, figure, lang)}",
        when(figure.time, lang),
        remarks(figure.basis, figure.statuses, lang),
    )


def _of_place(review: Review, figure: Observation) -> str:
    more = [] if figure.place == review.place else [figure.place]
    more += [*figure.breakdown, *figure.lists]
    return f" ({', '.join(more)})" if more else ""


def _claim_word(claim: ChangeClaim | AttainmentClaim | ShareClaim, lang: Lang) -> str:
    if isinstance(claim, ChangeClaim):
        return WORDS[lang]["change"]
    return WORDS[lang]["attainment" if isinstance(claim, AttainmentClaim) else "share"]


def _of_whole(review: Review, claim: ChangeClaim | AttainmentClaim | ShareClaim, lang: Lang) -> str:
    if not isinstance(claim, ShareClaim):
        return ""
    return f" {WORDS[lang]['of']}: {review.indicator(claim.whole).name.lookup(lang).text}"
