"""Read and write the answers of the authors of a report to the findings of an audit."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Final, cast, final

from attrs import field, frozen

from aseansc._attrs import Record, as_tuple_of, day_or_absent, instance_of, not_blank
from aseansc._paths import as_path, read_path
from aseansc._printable import printable
from aseansc._toml import read_toml
from aseansc.audit._results import Audit
from aseansc.codelists import Absent
from aseansc.errors import AseanscError, DocumentError, FieldError, require, unknown_name
from aseansc.labels import Lang, Words, in_language
from aseansc.limits import Limits, in_force, limited

_KEYS: Final = ("answer", "date", "who")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WHERE: Final = "load_answers"
_HEAD: Final[Words] = (
    "# Answers to the findings of an audit. A finding without an answer is open.\n"
    "# If the day of an answer is known, remove the # before its date.\n",
    "# Trả lời các phát hiện của một lần đối chiếu. Phát hiện chưa có trả lời được coi là còn bỏ ngỏ.\n"
    "# Nếu biết ngày trả lời, bỏ dấu # trước dòng date.\n",
)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Answer(Record):
    """An answer of the authors of a report to a finding.

    Args:
        finding: id of the finding.
        text: the answer, such as "percentage points".
        date: the day of the answer, if known.
        who: who answered, if known.
    """

    finding: str = field(validator=not_blank)
    text: str = field(validator=not_blank)
    date: dt.date | Absent = field(default=Absent.NOT_STATED, validator=day_or_absent(Absent.NOT_STATED))
    who: str = field(default="", validator=instance_of(str))


def answered(answers: Iterable[Answer]) -> frozenset[str]:
    """Return the ids of findings with an answer.

    Raises:
        FieldTypeError: if something else than answers is given.
    """
    hint = "load_answers returns them."
    return frozenset(item.finding for item in as_tuple_of(answers, Answer, where="Audit, answers", hint=hint))


@limited
def load_answers(path: str | os.PathLike[str], *, limits: Limits | None = None) -> tuple[Answer, ...]:
    """Return the answers in a TOML file: one table for each finding, with the keys ``answer``, ``date`` and ``who``.

    Findings whose answer is empty are left out, because they are open. `answer_form` writes such a file.

    Args:
        path: the path of the file.
        limits: how much is read; `Limits()` by default.

    Raises:
        LimitError: if the file is larger than `limits` allow.
        DocumentError: if the file is not TOML in UTF-8, or has other keys or types; lists every problem.
        FieldTypeError: if `path` is not a path.
        OSError: if the file cannot be read.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "answers.toml")
    ...     _ = path.write_text('change-levels-0123abcd = {answer = "percentage points"}')
    ...     load_answers(path)
    (Answer(finding='change-levels-0123abcd', text='percentage points'),)
    """
    require(path, str, os.PathLike, where=_WHERE, expected="the path of a file")
    where = f"{_WHERE}, {path}"
    try:
        text = read_path(as_path(path, _WHERE)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError("the file is not valid UTF-8", where=where, got=f"byte {error.start}") from None
    return tuple(_read(text, where))


def _read(text: str, where: str) -> Iterator[Answer]:
    problems: list[AseanscError] = []
    for name, given in _tables(text, where).items():
        try:
            found = _answer(name, given, where)
        except AseanscError as problem:
            problems.append(problem)
            if len(problems) >= in_force().problems:
                break
            continue
        if found is not None:
            yield found
    if problems:
        raise DocumentError("the answers cannot be read", where=where, problems=tuple(problems))


def _tables(text: str, where: str) -> dict[str, Any]:
    return read_toml(text, where, hint='Write text in quotation marks: answer = "percentage points".')


def _answer(name: str, given: object, where: str) -> Answer | None:
    """Return an answer, or ``None`` if it is empty."""
    where = f"{where}, {name}"
    require(given, dict, where=where, expected=f"a table: [{name}]")
    fields = cast("dict[str, object]", given)
    for key in fields:
        if key not in _KEYS:
            raise unknown_name("key", key, _KEYS, where=where)
    text, who = fields.get("answer", ""), fields.get("who", "")
    for key, value in (("answer", text), ("who", who)):
        require(value, str, where=f"{where}, {key}", expected="text in quotation marks")
    day = _day(fields.get("date", ""), f"{where}, date")
    if not str(text).strip():
        return None
    return Answer(finding=name, text=str(text), date=day, who=str(who))


def _day(given: object, where: str) -> dt.date | Absent:
    """Return a day, also in quotation marks; an empty text is not stated."""
    if isinstance(given, dt.date) and not isinstance(given, dt.datetime):
        return given
    if given == "":
        return Absent.NOT_STATED
    if isinstance(given, str) and _DAY.fullmatch(given):
        with suppress(ValueError):
            return dt.date.fromisoformat(given)
    raise FieldError("not a date", where=where, got=given, expected="a day: 2019-11-15")


def answer_form(result: Audit, lang: Lang = "en", *, present: str = "") -> str:
    """Return a TOML file to fill in: a table for each finding, with its question as a comment.

    Args:
        result: the result of an audit.
        lang: the language of the questions.
        present: the file so far. It is kept as it is, and the findings that it lacks are appended.

    Raises:
        DocumentError: if `present` is not TOML.
        FieldError: if `lang` is not ``en`` or ``vi``, or the result was not made by `audit`.

    >>> from aseansc.audit import audit
    >>> from aseansc.datasets import lai_chau
    >>> form = answer_form(audit(lai_chau.load()))
    >>> form.count("answer = ")
    8
    """
    require(result, Audit, where="answer_form, result")
    require(present, str, where="answer_form, present")
    known = _tables(present, "answer_form, present")
    text = present if present.strip() else in_language(_HEAD, lang)
    for finding, question in zip(result.findings(), result.questions(lang), strict=True):
        if finding.id not in known:
            end = "" if text.endswith("\n") else "\n"
            text += f'{end}\n# {printable(question)}\n[{finding.id}]\nanswer = ""\n# date = 2019-11-15\nwho = ""\n'
    return text
