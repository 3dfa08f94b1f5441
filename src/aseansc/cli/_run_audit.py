"""``aseansc audit``: run the audits, and print or write their findings, with the answers to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import frozen
from rich.console import Console

from aseansc._printable import printable_lines
from aseansc.audit import (
    Answer,
    Audit,
    Bound,
    Convention,
    Nature,
    Repairs,
    Verdict,
    answer_form,
    audit,
    audit_table,
    load_answers,
)
from aseansc.cli._audit_table import structure_in
from aseansc.cli._check_draft import load_known
from aseansc.cli._draft_report import read_report, read_text
from aseansc.cli._files import writing
from aseansc.cli._output import counted, say
from aseansc.cli._progress import for_each_good
from aseansc.cli._question_list import write_list
from aseansc.cli._show_audit import (
    as_json,
    as_markdown,
    show_audit,
    show_bounds,
    show_finding,
    show_repairs,
    show_summary,
)
from aseansc.errors import FieldError
from aseansc.interchange import write_bytes
from aseansc.labels import Lang
from aseansc.periods import AsOf, Period, Time

_DAY: Final = re.compile(r"\d+-\d+-\d+")
Print: TypeAlias = Callable[[Callable[[Console], None]], None]
"""What prints on the console."""


@frozen
class Audited:
    """An audit, the texts of the documents of its review, and whether records that are not valid are left out."""

    result: Audit
    texts: tuple[str, ...]
    has_invalid: bool = False


@frozen
class Wanted:
    """What else is computed from an audit: the bounds of some indicators, and repairs."""

    indicators: tuple[str, ...]
    time: Time | None
    repairs: bool

    @classmethod
    def of(cls, indicators: Iterable[str], time: str | None, *, repairs: bool) -> Wanted:
        """Return what the options ask for.

        Raises:
            FieldError: if there is a time without an indicator.
            ParseError: if it is not a time.
        """
        names = tuple(indicators)
        if time is not None and not names:
            raise FieldError("a time without an indicator", where="aseansc audit --time", got=time, expected="--bounds")
        if time is None:
            return cls(names, None, repairs)
        return cls(names, AsOf.parse(time) if _DAY.fullmatch(time) else Period.parse(time), repairs)

    @property
    def is_any(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.indicators) or self.repairs

    def bounds(self, result: Audit) -> tuple[Bound, ...]:
        """Return the bounds of the indicators."""
        return tuple(bound for name in self.indicators for bound in result.bounds(name, time=self.time))

    def found_in(self, result: Audit) -> tuple[tuple[Bound, ...] | None, Repairs | None]:
        """Return the bounds and the repairs; ``None`` for what is not asked for."""
        return self.bounds(result) if self.indicators else None, result.repairs() if self.repairs else None


def run_audits(
    names: Sequence[str], structure: Path | None, convention: Convention | None, texts: Sequence[Path]
) -> tuple[list[Audited], bool]:
    """Audit some reviews or tables; return the audits, and whether other files could not be read.

    Raises:
        FieldError: if a text is not that of a document of one of the reviews.
    """
    paths = {path: read_report(path).text for path in texts}
    work = f"{len(names)} files" if len(names) > 1 else names[0]
    used: set[Path] = set()
    run = partial(_audited, convention=convention, texts=paths, used=used)
    if structure is not None:
        run = partial(_audited_table, columns=structure_in(structure), convention=convention)
    found, has_failed = for_each_good(f"auditing {work}", names, run)
    if not has_failed:
        _require_used(path for path in paths if path not in used)
    return found, has_failed


def _audited_table(name: str, columns: Mapping[str, Any], convention: Convention | None) -> Audited:
    return Audited(audit_table(name, **columns, convention=convention), ())


def _audited(name: str, convention: Convention | None, texts: Mapping[Path, str], used: set[Path]) -> Audited:
    """Return the audit of a review; add the paths of the texts of its documents to `used`."""
    review, has_invalid = load_known(name)
    own = [path for path, text in texts.items() if any(item.has_text(text) for item in review.documents)]
    used.update(own)
    return Audited(audit(review, convention), tuple(texts[path] for path in own), has_invalid)


def _require_used(unused: Iterable[Path]) -> None:
    for path in unused:
        raise FieldError(
            "the text is not that of a document of the review",
            where="aseansc audit --text",
            got=str(path),
            expected="the text with the recorded hash",
            hint="To compare the figures with another version of the text: aseansc verify.",
        )


def answers_in(path: Path | None, audits: Iterable[Audited]) -> tuple[Answer, ...]:
    """Return the answers in a file, and say on standard error which of them belong to no finding."""
    if path is None:
        return ()
    answers = load_answers(path)
    known = {finding.id for one in audits for finding in one.result.findings()}
    for answer in answers:
        if answer.finding not in known:
            say(
                f"{path}: there is no finding {answer.finding}: it is settled, or its figures have changed since",
                error=True,
            )
    return answers


def write_questions(
    audits: Sequence[Audited], answers: Sequence[Answer], path: Path, lang: Lang, *, replace: bool
) -> None:
    """Write the open questions to a file, or append findings to a new or existing file of answers.

    What was written is reported on standard error. Without a finding, nothing is written.

    Raises:
        FieldError: if the suffix is unknown, a list of questions exists and must not be replaced, or the file cannot
            be written.
        DocumentError: if an existing file of answers is not TOML.
    """
    if path.suffix.lower() == ".toml":
        _write_answers(audits, path, lang)
        return
    asked = [question for one in audits for question in one.result.questions(lang, texts=one.texts, answers=answers)]
    if not asked:
        say(f"{path} was not written: there is nothing to ask", error=True)
        return
    titles = [one.result.summary(lang).partition("\n")[0] for one in audits]
    write_list("; ".join(titles), asked, path, replace=replace)
    say(f"wrote {path}: {counted(len(asked), 'question')}", error=True)


def _write_answers(audits: Sequence[Audited], path: Path, lang: Lang) -> None:
    """Append the findings that a file of answers lacks."""
    present = read_text(path, "aseansc audit --questions") if path.exists() else ""
    text = present
    for one in audits:
        text = answer_form(one.result, lang, present=text)
    findings = sum(len(one.result.findings()) for one in audits)
    if not findings or text == present:
        say(
            f"{path} was not written: {'it lists every finding' if findings else 'there is nothing to ask'}", error=True
        )
        return
    with writing(path):
        write_bytes(text.encode(), path, "aseansc audit --questions")
    say(f"wrote {path}: {counted(findings, 'finding')}", error=True)


def print_in_short(
    audits: Iterable[Audited], answers: Sequence[Answer], item: int | None, lang: Lang, print_: Print
) -> None:
    """Print the first screen of each audit, or one finding."""
    for number, one in enumerate(audits):
        if number:
            print()
        if item is None:
            print_(partial(show_summary, one.result, lang=lang, texts=one.texts, answers=answers))
        else:
            print_(partial(show_finding, one.result, lang=lang, item=item, texts=one.texts))


def print_wanted(audits: Iterable[Audited], wanted: Wanted, lang: Lang, print_: Print) -> None:
    """Print the bounds and the repairs of each audit."""
    for number, one in enumerate(audits):
        if number:
            print()
        if wanted.indicators:
            print_(partial(show_bounds, wanted.bounds(one.result), lang=lang))
        if wanted.repairs:
            print_(partial(show_repairs, one.result.repairs(), lang=lang))


def print_checks(
    audits: Sequence[Audited],
    answers: Sequence[Answer],
    wanted: Wanted,
    verdicts: Iterable[Verdict],
    format: str,  # noqa: A002  # the option's name
    lang: Lang,
    print_: Print,
) -> None:
    """Print the checks with their computation, as text, Markdown or JSON."""
    results = [one.result for one in audits]
    if format == "json":
        print(as_json(results, answers, list(map(wanted.found_in, results)), verdicts, lang))
        return
    for number, result in enumerate(results):
        if number:
            print()
        if format == "markdown":
            print(printable_lines(as_markdown(result, verdicts, lang)))
        else:
            print_(partial(show_audit, result, verdicts, lang=lang))


def fails(result: Audit, answers: Sequence[Answer], *, strict: bool) -> bool:
    """Return whether a finding without an answer contradicts itself in its arithmetic; if strict, in any way."""
    checks = [check for finding in result.findings(answers) for check in finding.checks]
    if strict:
        return any(check.verdict in (Verdict.CONTRADICTED, Verdict.CONDITIONAL) for check in checks)
    return any(check.nature is Nature.ARITHMETIC for check in checks)
