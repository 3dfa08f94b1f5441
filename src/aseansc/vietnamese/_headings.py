"""Read the headings of a report, and from its title what it is about: its programme, its place and its period."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import dropwhile, islice
from typing import Final

from attrs import frozen

from aseansc._attrs import is_stated_text
from aseansc.classifications.provinces import find_province
from aseansc.errors import AseanscError
from aseansc.periods import AsOf, Period, Time, days_of
from aseansc.vietnamese._lexicon import drafting as lexicon, headings as titles
from aseansc.vietnamese._lexicon.open_times import OF_OTHERS
from aseansc.vietnamese._lexicon.parts_of_years import OF_YEAR
from aseansc.vietnamese._parts_of_years import months_in_digits, named_parts_in, parts_of_year_in, time_of_part
from aseansc.vietnamese._windows import near_before
from aseansc.vietnamese.tables import has_other_years, times_in

_HEADING: Final = re.compile(r"[^\S\n]*(?:[*#]+[^\S\n]*)?([^\s*#•\-–+].{0,118}[^\s.;:,…*])[^\S\n]*\**[^\S\n]*")
"""A line that may be a heading: short, not a list item, and without a full stop at the end. Markup is left out."""
_LETTERHEAD: Final = re.compile(titles.LETTERHEAD, re.IGNORECASE)
_DATE_LINE: Final = re.compile(titles.DATE_LINE, re.IGNORECASE)
_CAPTION: Final = re.compile(titles.CAPTION, re.IGNORECASE)
_OF_OFFICIALS: Final = re.compile(titles.OF_OFFICIALS, re.IGNORECASE)
_OF_DELEGATES: Final = re.compile(titles.OF_DELEGATES, re.IGNORECASE)
_GENERIC: Final = re.compile(rf"(?:{titles.GENERIC_TITLE})\W*", re.IGNORECASE)
_PROGRAMME: Final = re.compile(titles.PROGRAMME, re.IGNORECASE)
_PROVINCE: Final = re.compile(titles.PROVINCE)
_PLACE_AHEAD: Final = re.compile(titles.PLACE_AHEAD)
_OF_YEAR: Final = re.compile(OF_YEAR, re.IGNORECASE)
_SMALLER: Final = re.compile(titles.SMALLER_PLACE)
_NUMBERED: Final = re.compile(r"(?:[IVX]+|[0-9]+(?:\.[0-9]+)*|[A-Za-z])[.)/]")
_GOES_ON: Final = re.compile(titles.GOES_ON, re.IGNORECASE)
_CONGRESS: Final = re.compile(titles.CONGRESS, re.IGNORECASE)
_AHEAD: Final = re.compile(titles.AHEAD, re.IGNORECASE)
_YEAR: Final = re.compile(titles.YEARS_OF_TEXT)
_LATER: Final = re.compile(titles.LATER_YEARS, re.IGNORECASE)
_IS_BASE: Final = re.compile(titles.IS_BASE, re.IGNORECASE)
_OF_OTHERS: Final = re.compile(OF_OTHERS)
_AHEAD_OF_REPORT: Final = re.compile(rf"[^.;\n]*?{lexicon.GOALS}", re.IGNORECASE)
_GOAL: Final = re.compile(lexicon.GOALS, re.IGNORECASE)
_PLAN: Final = re.compile(titles.PLAN_TITLE, re.IGNORECASE)
_YEAR_IN_MONTHS: Final = 12
_GOALS_HEAD: Final = re.compile(titles.GOALS_HEAD, re.IGNORECASE)
_RESULTS_HEAD: Final = re.compile(titles.RESULTS_HEAD, re.IGNORECASE)
_COUNTED: Final = re.compile(titles.COUNTED)
_FIGURE: Final = re.compile(titles.FIGURE)
_PLANNED: Final = re.compile(lexicon.PLANNED, re.IGNORECASE)
_BULLETS: Final = ("+", "-", "–", "•", "*")
"""Lines of a list above an item that are searched for its first one."""
_COMPARED: Final = re.compile(titles.COMPARED_IN_TITLE, re.IGNORECASE)
_NOT_OF_FIGURES: Final = re.compile(titles.NOT_OF_FIGURES, re.IGNORECASE)
_AND_YEAR: Final = re.compile(titles.AND_YEAR, re.IGNORECASE)
_YEARS_AGO: Final = re.compile(titles.YEARS_AGO, re.IGNORECASE)
_AFTER_YEARS: Final = re.compile(titles.AFTER_YEARS, re.IGNORECASE)
_BODY: Final = 6000
"""Characters at the beginning of a report whose years show its period."""
_LEADING_FIGURES: Final = 1
"""Figures after which a text may still state the time of the whole report."""
_PROSE: Final = re.compile(r"[^\n]{160,}")
"""A line that is not a title or a letterhead."""
_BEFORE: Final = 60
_MOST_LINES: Final = 4
_LONGEST: Final = 300


@frozen(kw_only=True)
class Named:
    """What the title of a report names; an empty string or `None` for what it does not."""

    title: str
    programme: str
    place: str | None
    period: Period | None


def headings_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the text of each line that looks like a heading, without captions after the first."""
    start, is_first = 0, True
    for line in text.split("\n"):
        match = _HEADING.fullmatch(line)
        if match is not None and any(map(str.isalpha, match[1])) and not _DATE_LINE.fullmatch(match[1]):
            if is_first or not _CAPTION.match(match[1]):
                yield start + match.start(1), match[1]
            is_first = False
        start += len(line) + 1


def heading_name(heading: str) -> str:
    """Return a heading without its number and final sign, in composed form."""
    words = " ".join(unicodedata.normalize("NFC", heading).split())
    return _NUMBERED.sub("", words, count=1).strip(" .:;-–") if _NUMBERED.match(words) else words.strip(" .:;-–")


def time_of_heading(heading: str) -> Time | None:
    """Return the time that a heading states for the figures below it, if it is only one."""
    times = times_in(_NOT_OF_FIGURES.sub(" ", _COMPARED.sub(" ", heading)))
    is_other = names_several_times(heading) or has_other_years(heading) or _CONGRESS.search(heading) is not None
    return times[0] if len(times) == 1 and not is_other else None


def time_above_list(text: str, start: int, known: dict[int, Time | None]) -> Time | None:
    """Return the time that the line above a list states for its items: *Theo thống kê tháng 8/2018 như sau:*.

    Args:
        text: the report.
        start: where the item starts.
        known: the times of the items before it, by where they start; that of this one is added.
    """
    bullet = text[start : start + 1]
    if bullet not in _BULLETS:
        return None
    found, first = None, start
    while first:
        end = first - 1
        first = text.rfind("\n", 0, end) + 1
        line = text[first:end]
        item = first + len(line) - len(line.lstrip())
        if not line.strip() or (text[item] == bullet and item not in known):
            continue
        is_head = line.rstrip().endswith(":") and len(line.strip()) <= _LONGEST and _PLANNED.search(line) is None
        found = known[item] if text[item] == bullet else time_of_heading(line) if is_head else None
        break
    known[start] = found
    return found


def named_in(text: str, headings: list[tuple[int, str]], period: Period | None) -> Named:
    """Return what the title of a report names.

    Args:
        text: the report.
        headings: its headings with their starts.
        period: its period, if it is given.
    """
    is_within = bool(headings) and _PROSE.search(text, 0, headings[0][0]) is not None  # a heading, or a caption
    title = ("" if is_within else _title(text, headings)) or _first_line(text)
    if period is None and not has_other_years(title) and not _CONGRESS.search(title):
        period = _period_of_title(title, text)
    programme = _PROGRAMME.search(title)
    return Named(
        title=title,
        programme="" if programme is None or _GENERIC.fullmatch(programme[0]) else programme[0].strip(" ,."),
        place=_place(title, text[: headings[0][0] + _LONGEST] if headings else "", period) or _only_place(text, period),
        period=period,
    )


def is_above_goals(heading: str, *, was_above: bool) -> bool:
    """Return whether a heading, or the ones above it, say that goals follow, and not what was reached.

    Args:
        heading: the heading.
        was_above: whether goals follow the heading before it.
    """
    if _RESULTS_HEAD.search(heading):
        return False
    return was_above or _GOALS_HEAD.fullmatch(heading) is not None


def looks_ahead(title: str) -> bool:
    """Return whether the time in the title of a report is only that of tasks ahead: triển khai nhiệm vụ năm 2024."""
    is_plan = _PLAN.match(title) is not None or _NUMBERED.match(title) is not None
    return not is_plan and time_of_heading(_AHEAD.sub("", title)) is None


def _period_of_title(title: str, text: str) -> Period | None:
    """Return the only period that a title names; without its year, or without any, the text below gives the year."""
    title = _NOT_OF_FIGURES.sub(" ", _COMPARED.sub(" ", _OF_YEAR.sub(" ", months_in_digits(title))))
    whole = title if _PLAN.match(title) else _AHEAD.sub("", title)
    parts = parts_of_year_in(whole)
    # sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018: the months ahead only give the year
    periods = _periods_in(whole) or [Period.year(one.end.year) for one in _periods_in(title) if parts]
    year = _AND_YEAR.search(whole)
    if year is not None:
        return Period.year(int(year["year"]))  # tháng 12, quý IV và năm 2018
    if len(periods) > 1 or (not periods and _is_on_several_years(title, text)):
        return None  # 613 người chết trong 5 năm qua
    period = periods[0] if periods else _period_of_text(text, len(text) if parts else _end_of_lead(text))
    if parts and period is not None and (not periods or period.months == _YEAR_IN_MONTHS):
        return _only_part(parts, Period.year(period.end.year))
    return period if parts or periods or period is None or not _is_open(period, text) else None


def _only_part(parts: Iterable[re.Match[str]], year: Period) -> Period | None:
    """Return the only time that some parts of a year are."""
    times = {time_of_part(part, year) for part in parts}
    return times.pop() if len(times) == 1 else None


def _is_on_several_years(title: str, text: str) -> bool:
    """Return whether a report is on several years up to its day, which it does not name."""
    return _YEARS_AGO.search(title) is not None or any(map(_AFTER_YEARS.search, (title, text[:_BODY])))


def _is_open(period: Period, text: str) -> bool:
    """Return whether a text may be on less than a period: it names parts of a year, or is dated before it ends."""
    if parts_of_year_in(text[:_BODY]):
        return True
    lines = [line.strip() for line in text[:_LONGEST].strip().split("\n")]
    days = [days_of(time)[1] for line in lines if _DATE_LINE.fullmatch(line) for time in times_in(line)]
    return bool(days) and days[0] < period.end


def names_several_times(title: str) -> bool:
    """Return whether a title names several times of its figures: tháng 8 và 8 tháng đầu năm 2023."""
    title = _AHEAD.sub("", _NOT_OF_FIGURES.sub(" ", _COMPARED.sub(" ", _OF_YEAR.sub(" ", months_in_digits(title)))))
    return len(_periods_in(title)) + len(named_parts_in(title)) > 1


def periods_suggested(text: str, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """Return the periods that a report may cover: parts of its year, then the stated times.

    Its year is that of the day at its beginning, or the first that it states.
    """
    day = times[0].date if times and isinstance(times[0], AsOf) else None
    short = (time for time in times if isinstance(time, Period) and time.start.year == time.end.year)
    first = day or next((time.start for time in short), None)
    year = None if first is None else Period.year(first.year)
    parts = [time_of_part(part, year) for part in parts_of_year_in(text[:_BODY])]
    return (*(part for part in parts if part is not None and (day is None or part.end <= day)), *times)


def _periods_in(words: str) -> list[Period]:
    return [time for time in times_in(words) if isinstance(time, Period)]


def _first_line(text: str) -> str:
    """Return the first line of a text, if it may be a title that is too long for a heading, or names an office."""
    line = " ".join(unicodedata.normalize("NFC", text.strip().partition("\n")[0]).split())
    is_title = is_stated_text(line) and len(line) <= _LONGEST and line[-1] not in ".;:,…" and not line.isupper()
    return line if is_title and not _NUMBERED.match(line) else ""


def _period_of_text(text: str, lead: int) -> Period | None:
    """Return the time that a text states first below its title, if no later or more frequent year is at its beginning.

    A report that begins with an earlier year shows what was before; a later one whose sentence states a goal is
    ahead. Years of comparisons and of goals do not count, and one after a figure of its sentence is only that of the
    figure. So is one behind `lead`.
    """
    found: list[tuple[str, str, bool]] = []
    reached = [""]
    first = _end_of_title(text)
    for match in _YEAR.finditer(text, first, first + _BODY):
        before = near_before(text, match.start(), _BEFORE).rpartition("\n")[2].rpartition(". ")[2]
        if not _OF_OTHERS.search(before) and not _GOAL.search(f"{before}{match[0]}"):
            is_of_figure = match.start() > lead or _COUNTED.search(before) is not None
            found.append((match["year"], match[0], is_of_figure))
            if _AHEAD_OF_REPORT.match(text, match.end()) is None:
                reached.append(match["year"])
    reached += _later_years(text, first)
    years = [year for year, _, _ in found]
    year, words, _ = next((one for one in found if not one[2]), ("", "", True))
    if not year or year < max(reached) or years.count(year) < max(map(years.count, years)):
        return None
    times = times_in(words)
    return times[0] if times and isinstance(times[0], Period) else None


def _end_of_title(text: str) -> int:
    """Return the end of the first line of a text, if more follows it."""
    return text.find("\n", len(text) - len(text.lstrip())) + 1


def _end_of_lead(text: str) -> int:
    """Return where the words end in which a text may state the time of all its figures."""
    first = _end_of_title(text)
    figures = islice(_FIGURE.finditer(text, first, first + _BODY), _LEADING_FIGURES, None)
    return next((one.start() for one in figures), len(text))


def _later_years(text: str, first: int) -> Iterator[str]:
    """Yield the years of days and months after March, and of ends of years, that are not those of goals or bases.

    A report on a year may be dated in the first months of the next one.
    """
    for match in _LATER.finditer(text, first, first + _BODY):
        before = near_before(text, match.start(), _BEFORE).rpartition("\n")[2].rpartition(". ")[2]
        if not _GOAL.search(before) and not _IS_BASE.search(before):
            yield match["year"]


def _title(text: str, headings: list[tuple[int, str]]) -> str:
    """Return the title: the first heading below the letterhead, with the lines after it that go on with it.

    It begins at the line that is only the kind of the document, if one stands above all prose.
    """
    lines: list[str] = []
    end = 0
    kinds = (at for at, (_, one) in enumerate(headings) if one.isupper() and _GENERIC.fullmatch(one))
    first = next(kinds, 0)
    first = 0 if _PROSE.search(text, 0, headings[first][0] if headings else 0) else first
    below = dropwhile(lambda one: _LETTERHEAD.search(one[1]) is not None, headings[first:])
    for start, heading in islice(below, _MOST_LINES):
        if lines and (text[end:start].strip() or not _goes_on(lines, heading)):
            break
        lines.append(" ".join(unicodedata.normalize("NFC", heading).split()))
        end = start + len(heading)
    title = " ".join(lines)[:_LONGEST].strip()
    return title if is_stated_text(title) else ""


def _goes_on(lines: list[str], heading: str) -> bool:
    """Return whether a heading right below some lines of a title belongs to it, too."""
    if _NUMBERED.match(heading) or _LETTERHEAD.search(heading):
        return False
    is_kind = len(lines) == 1 and _GENERIC.fullmatch(lines[0]) is not None
    return is_kind or lines[-1].isupper() or heading[0].islower() or _GOES_ON.search(lines[-1]) is not None


def _only_place(text: str, period: Period | None) -> str | None:
    """Return the only province that a text names, if it does so several times and names no smaller place as often."""
    found = Counter(code for one in _PROVINCE.finditer(text, 0, _BODY) if (code := _province(one[1], period)))
    ((code, times), *more) = found.most_common() or [("", 0)]
    is_often = times > 1 and sum(1 for _ in _SMALLER.finditer(text, 0, _BODY)) < times
    return code if is_often and not more else None


def _province(words: str, period: Period | None) -> str | None:
    """Return the code of the province whose name begins some words."""
    names = words.split()
    for size in range(min(len(names), 3), 0, -1):
        try:
            return find_province(" ".join(names[:size]), None if period is None else period.end).id
        except AseanscError:
            continue
    return None


def _place(title: str, beginning: str, period: Period | None) -> str | None:
    """Return the province that a title names, unless it also names a smaller place."""
    for words in (title, beginning):
        found = _PROVINCE.search(words) or (_PLACE_AHEAD.match(words) if words is title else None)
        if _SMALLER.search(words):
            return None
        before = "" if found is None else near_before(words, found.start(), _BEFORE)
        if found is None or _OF_DELEGATES.search(before) or (words is not title and _OF_OFFICIALS.search(before)):
            continue
        code = _province(found[1], period)
        if code is not None:
            return code
    return None
