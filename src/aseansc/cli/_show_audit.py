"""``aseansc audit``: print the results of an audit as text, Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from attrs import AttrsInstance, asdict
from rich.console import Console
from rich.padding import Padding

from aseansc.audit import Answer, Audit, Bound, Check, FindingGroup, Nature, Repair, Repairs, Verdict
from aseansc.cli._output import Line, as_json as json_of, serialised
from aseansc.codelists import Absent
from aseansc.errors import FieldError
from aseansc.labels import Lang, in_language, label

Answers: TypeAlias = Sequence[Answer]
More: TypeAlias = tuple[Sequence[Bound] | None, Repairs | None]

_MORE = (
    "Details of finding {number}: --item {number}. A letter: --questions FILE.docx",
    "Chi tiết mục {number}: --item {number}. Phiếu hỏi: --questions FILE.docx",
)
_NO_BOUNDS = (
    "No figure limits this indicator at this time.",
    "Không có số liệu nào giới hạn chỉ tiêu này ở thời điểm này.",
)
_NO_REPAIRS = (
    "There is nothing to correct, or no small correction makes the figures agree.",
    "Không có gì cần sửa, hoặc không có cách sửa nhỏ nào làm cho các số liệu khớp nhau.",
)
_NOT_SEARCHED = (
    "The work is limited: not every correction of {} figures was tried.",
    "Khối lượng tìm kiếm có hạn: chưa thử hết các cách sửa của {} số liệu.",
)
_INDENT = "    "
_STYLES = {
    Verdict.CONTRADICTED: "bold red",
    Verdict.CONDITIONAL: "bold yellow",
    Verdict.UNDETERMINED: "bold",
    Verdict.CONSISTENT: "bold green",
}
_ORDER = (Verdict.CONTRADICTED, Verdict.CONDITIONAL, Verdict.UNDETERMINED, Verdict.CONSISTENT)
_NATURES = (Nature.ARITHMETIC, Nature.WORDING, Nature.ROUNDING)
"""The order in which contradictions are printed: only an error of arithmetic is certainly one of the figures."""


def show_summary(result: Audit, console: Console, lang: Lang, *, texts: Sequence[str], answers: Answers) -> None:
    """Print the audit on one screen, with what belongs to a line indented below it."""
    screen = result.screen(lang, texts=texts, answers=answers)
    _show_line(console, "", screen.title, "bold")
    for line in filter(None, (*screen.sources, screen.coverage, screen.answered)):
        _show_line(console, "", line)
    console.print()
    for group in screen.groups:
        is_wrong = group.items and group.group is FindingGroup.ARITHMETIC
        _show_line(console, "", group.heading, _STYLES[Verdict.CONTRADICTED] if is_wrong else "bold")
        for item in group.items:
            _show_line(console, f" {item.number}. ", item.title)
            for line in (*item.lines, *_asked(screen.ask, item.question)):
                _show_line(console, _INDENT, line)
        for line in _asked(screen.ask, group.question):
            _show_line(console, _INDENT, line)
    _show_line(console, "", screen.rest, "bold")
    if shown := result.findings(answers):
        _show_line(console, "", in_language(_MORE, lang).format(number=shown[0].number))


def _asked(ask: str, question: str) -> list[str]:
    return [f"{ask}: {question}"] if question else []


def _show_line(console: Console, first: str, text: str, style: str = "") -> None:
    """Print a line after its number or indentation; its further lines are indented as far."""
    wrapped = Line(text, style).wrap(console, console.width - len(first)) or [Line()]
    for number, part in enumerate(wrapped):
        console.print(Line(" " * len(first) if number else first).append(part))


def show_finding(result: Audit, console: Console, lang: Lang, *, item: int, texts: Sequence[str]) -> None:
    """Print the id of a finding, its question, and its checks with their computations.

    Raises:
        FieldError: if there is no finding with this number.
    """
    findings = result.findings()
    if not 0 < item <= len(findings):
        raise FieldError(
            "there is no such finding", where="--item", got=item, expected=f"a number from 1 to {len(findings)}"
        )
    console.print(Line(f"{item}. {findings[item - 1].id}", style="bold"))
    console.print(Line(result.questions(lang, texts=texts)[item - 1]))
    for check in findings[item - 1].checks:
        console.print(Line(f"{check.code.value}", style="cyan"))
        console.print(Padding(Line(check.message(lang)), (0, 0, 0, 4), expand=False))


def show_bounds(bounds: Sequence[Bound], console: Console, lang: Lang) -> None:
    """Print what all figures together leave possible for some indicators."""
    for bound in bounds:
        console.print(Padding(Line(bound.message(lang)), (0, 0, 0, 2), expand=False))
    if not bounds:
        console.print(Line(in_language(_NO_BOUNDS, lang)))


def show_repairs(repairs: Repairs, console: Console, lang: Lang) -> None:
    """Print the corrections with which contradicted figures agree, with their ranks, and what was not searched."""
    for repair in repairs:
        console.print(Padding(Line(f"{repair.rank}. {repair.question(lang)}"), (0, 0, 0, 1), expand=False))
    if not repairs:
        console.print(Line(in_language(_NO_REPAIRS, lang)))
    if repairs.not_searched:
        console.print(Line(in_language(_NOT_SEARCHED, lang).format(len(repairs.not_searched))))


def show_audit(result: Audit, verdicts: Iterable[Verdict], console: Console, lang: Lang) -> None:
    """Print the checks by verdict, contradictions in arithmetic first."""
    console.print(Line(summary(result, lang), style="bold"))
    for verdict, checks in _by_verdict(result, verdicts):
        console.print()
        console.print(Line(_heading(checks, lang).upper(), style=_STYLES[verdict]))
        for check in checks:
            console.print(Padding(Line(f"{check.code.value}", style="cyan"), (0, 0, 0, 2), expand=False))
            console.print(Padding(Line(check.message(lang)), (0, 0, 0, 4), expand=False))


def as_markdown(result: Audit, verdicts: Iterable[Verdict], lang: Lang) -> str:
    """Return the results as Markdown, with a heading for each verdict."""
    lines = [f"# {summary(result, lang)}"]
    for _, checks in _by_verdict(result, verdicts):
        lines += ["", f"## {_heading(checks, lang).capitalize()}", ""]
        lines += [f"- `{check.code.value}`: {check.message(lang)}" for check in checks]
    return "\n".join(lines)


def as_json(
    results: Sequence[Audit], answers: Answers, more: Sequence[More], verdicts: Iterable[Verdict], lang: Lang
) -> str:
    """Return the results as JSON, sorted by key, and those of several reviews as a list.

    Args:
        results: the audits.
        answers: the answers to findings.
        more: for each audit, its bounds and repairs; ``None`` for what is not wanted.
        verdicts: the verdicts of the checks to include.
        lang: the language of messages.
    """
    documents = [
        {
            "review": result.review,
            "checks": [_plain(check, lang) for _, checks in _by_verdict(result, verdicts) for check in checks],
            "findings": list(_findings(result, answers, lang)),
            **_more(bounds, repairs, lang),
        }
        for result, (bounds, repairs) in zip(results, more, strict=True)
    ]
    return json_of(documents if len(documents) > 1 else documents[0])


def _more(bounds: Sequence[Bound] | None, repairs: Repairs | None, lang: Lang) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if bounds is not None:
        found["bounds"] = [{**_fields(bound), "message": bound.message(lang)} for bound in bounds]
    if repairs is not None:
        found["repairs"] = [_repair(repair, lang) for repair in repairs]
        found["not_searched"] = repairs.not_searched
    return found


def _repair(repair: Repair, lang: Lang) -> dict[str, Any]:
    corrections = [{**_fields(item), "values": list(map(str, item.values))} for item in repair.corrections]
    codes = [check.code.value for check in repair.checks]
    return {"rank": repair.rank, "question": repair.question(lang), "corrections": corrections, "codes": codes}


def _fields(record: AttrsInstance) -> dict[str, Any]:
    """Return the public fields of a result."""
    return asdict(record, value_serializer=serialised, filter=lambda field, _: not field.name.startswith("_"))


def _findings(result: Audit, answers: Answers, lang: Lang) -> Iterator[dict[str, Any]]:
    """Yield every finding with its question, and its answer if there is one."""
    known = {answer.finding: answer for answer in answers}
    for finding, question in zip(result.findings(), result.questions(lang), strict=True):
        answer = known.get(finding.id)
        yield {
            "id": finding.id,
            "number": finding.number,
            "group": finding.group.value,
            "codes": [check.code.value for check in finding.checks],
            "figures": finding.figures,
            "question": question,
            "answer": None if answer is None else _fields(answer),
        }


def summary(result: Audit, lang: Lang) -> str:
    """Return the number of checks for each verdict, as one line."""
    counts = ", ".join(
        f"{sum(check.verdict is verdict for check in result.checks)} {label(verdict, lang)}" for verdict in _ORDER
    )
    return f"{result.review}: {counts}"


def _by_verdict(result: Audit, verdicts: Iterable[Verdict]) -> list[tuple[Verdict, list[Check]]]:
    """Group the checks by verdict, and contradictions by nature."""
    wanted = set(verdicts) or set(Verdict)
    groups = [(verdict, nature) for verdict in _ORDER for nature in (*_NATURES, Absent.NOT_APPLICABLE)]
    found = [
        (verdict, [check for check in result.checks if (check.verdict, check.nature) == (verdict, nature)])
        for verdict, nature in groups
        if verdict in wanted
    ]
    return [(verdict, checks) for verdict, checks in found if checks]


def _heading(checks: list[Check], lang: Lang) -> str:
    """Return the heading of a group of checks: their verdict, the nature of contradictions, and their number."""
    first = checks[0]
    nature = "" if isinstance(first.nature, Absent) else f": {label(first.nature, lang)}"
    return f"{label(first.verdict, lang)}{nature} ({len(checks)})"


def _plain(check: Check, lang: Lang) -> dict[str, Any]:
    return {
        **_fields(check),
        "figures": check.figures,
        "message": check.message(lang),
        "question": check.question(lang),
    }
