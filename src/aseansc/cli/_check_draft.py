"""``aseansc check`` of a draft, and what of it the other commands can use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aseansc.cli._datasets import load_any
from aseansc.cli._files import is_standard_output, takes_gaps
from aseansc.cli._output import counted, say
from aseansc.drafts import Draft
from aseansc.errors import DraftError
from aseansc.interchange import FileFormat, finished, located
from aseansc.periods import TimeBasis
from aseansc.reviews import Review

if TYPE_CHECKING:
    from aseansc import documents


def counts_of(draft: Draft) -> str:
    """Return how many figures, proposals and gaps a draft has, in words."""
    figures = len(draft.observations) + len(draft.targets) + len(draft.claims)
    taken = draft.taken_times
    proposals = len(draft.proposals) - sum(len(one.proposals) for one in taken)
    times = f"{counted(len(taken), 'time')} to confirm for {sum(len(one.figures) for one in taken)} of the figures, "
    return (
        f"{counted(figures, 'figure')}, {counted(len(draft.mentions), 'other number')}; "
        f"{counted(proposals, 'proposal')} to look through, {times if taken else ''}"
        f"{counted(len(draft.gaps), 'gap')} to fill in"
    )


def show_taken_times(draft: Draft) -> None:
    """Print on standard error the times that figures take from elsewhere, and these figures."""
    for taken in draft.taken_times:
        of = (
            "from the period of the report"
            if taken.basis is TimeBasis.ASSUMED
            else "from another sentence or a heading"
        )
        words = f", “{taken.source}”" if taken.source else ""
        figures = f"{counted(len(taken.figures), 'figure')}: {_listed(taken.figures)}"
        say(f"confirm {taken.time}, taken {of}{words}, as the time of {figures}", error=True)


def _listed(locations: Iterable[str]) -> str:
    """Return locations with ranges of numbers: observations[0-3], claims[2]."""
    numbers: dict[str, list[int]] = {}
    for where in locations:
        table, _, number = where.rstrip("]").partition("[")
        numbers.setdefault(table, []).append(int(number))
    return ", ".join(f"{table}[{span}]" for table, found in numbers.items() for span in _spans(sorted(found)))


def _spans(numbers: list[int]) -> Iterator[str]:
    start = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] > number + 1:
            yield str(number) if numbers[start] == number else f"{numbers[start]}-{number}"
            start = at


def _unfinished(loaded: Review | Draft) -> str:
    """Return what is still to be done in a draft that was written, as the end of a sentence; "" for a review."""
    if isinstance(loaded, Review):
        return ""
    gaps = f", with {counted(len(loaded.gaps), 'gap')} to fill in"
    texts = len(loaded.untranslated)
    advice = "use --untranslated once the gaps are filled in" if loaded.gaps else "or use --untranslated"
    return f"{gaps} and {counted(texts, 'text')} without English ({advice})" if texts else gaps


def report_written(loaded: Review | Draft, target: Path, source: str) -> int:
    """Print what was written, and what is still to be done in a draft; return the exit status.

    A draft without gaps has the problems that `check` reports: its status is 1.
    """
    is_output = is_standard_output(target)
    say(f"wrote {target}{_unfinished(loaded)}", error=is_output)
    if isinstance(loaded, Review) or loaded.gaps:
        return 0
    try:
        loaded.finish(allow_untranslated=True)
    except DraftError as error:
        problems = counted(len(error.problems), "problem")
        written = source if is_output else target
        say(f"the draft is not valid yet: {problems}. To see them: aseansc check {written}", error=True)
        return 1
    return 0


def finished_for(chosen: FileFormat, loaded: Review | Draft, name: str, *, untranslated: bool) -> Review | Draft:
    """Return what is written in a format: a draft is finished, unless the format takes its gaps.

    Args:
        chosen: the format.
        loaded: what was read from the file.
        name: the path of the file.
        untranslated: finish a draft without gaps also for a format that takes them, with the Vietnamese as English.

    Raises:
        DocumentError: if the draft is not complete and valid.
    """
    has_gaps = isinstance(loaded, Draft) and bool(loaded.gaps)
    if takes_gaps(chosen) and (has_gaps or not untranslated):
        return loaded
    return finished(loaded, name, allow_untranslated=untranslated)


def check_draft(draft: Draft, name: str) -> int:
    """Print what is doubtful in a draft, and whether it is complete and valid; return the exit status.

    Raises:
        DocumentError: if it has gaps or is not valid; lists all of them with their locations in the file.
    """
    show_doubts(draft)
    show_taken_times(draft)
    review = finished(draft, name, allow_untranslated=True)
    figures = counted(len(review.figures()), "figure")
    say(f"{review.id} is valid: {counted(len(review.indicators), 'indicator')}, {figures}", end="")
    names = counted(len(draft.untranslated), "text")
    say(f"; {counted(len(draft.proposals), 'proposal')}; {names} without English, which only convert asks for")
    return 0


def show_doubts(source: Review | Draft, cited: documents.Source | None = None) -> None:
    """Print on standard error which records are filled in and still doubtful; a review is compared with its source."""
    from aseansc import documents  # the readers of reports take a third of the time of a start
    from aseansc.vietnamese import doubtful_records

    text, cells = (None, None) if cited is None else (cited.text, documents.words_of_cells(cited))
    for doubt in doubtful_records(source, text, cells):
        shown = f": {doubt.context}" if doubt.context else ""
        say(f"look again at {doubt.location} {doubt.id}: {doubt.reason.en}{shown}", error=True)


def load_known(name: str, *, whole: bool = False, times: bool = False) -> tuple[Review, bool]:
    """Return a review, or what is complete and valid in a draft, and whether records without gaps are left out.

    What is left out is said on standard error, with the problems of records that are not valid.

    Args:
        name: the path of the file.
        whole: refuse a draft that is not complete.
        times: also name the times of figures that are taken from elsewhere and not confirmed.

    Raises:
        AseanscError: if the file cannot be read.
    """
    loaded = load_any(name)
    if whole or isinstance(loaded, Review):
        return finished(loaded, name), False
    known = loaded.known()
    count = len(known.review.figures())
    if not count:
        return finished(loaded, name), False  # nothing is complete: report the gaps
    total = len(loaded.observations) + len(loaded.targets) + len(loaded.claims)
    gaps = counted(len(loaded.gaps), "gap")
    say(f"{name} is a draft: {count} of {counted(total, 'figure')} are complete; {gaps} to fill in", error=True)
    if times:
        show_taken_times(loaded)
    for problem in located(name, known.problems):
        say(f"left out, because it is not valid: {problem}", error=True)
    return known.review, bool(known.problems)
