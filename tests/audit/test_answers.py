"""Answers to the findings of an audit, in a file that another audit reads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from aseansc.audit import Answer, FindingGroup, answer_form, audit, load_answers
from aseansc.codelists import Absent
from aseansc.datasets import lai_chau
from aseansc.errors import DocumentError, FieldError, FieldTypeError
from aseansc.labels import LANGUAGES
from aseansc.limits import Limits, within


def test_a_finding_with_an_answer_is_not_shown_again(tmp_path: Path) -> None:
    result = audit(lai_chau.load())
    path = tmp_path / "answers.toml"
    path.write_text(answer_form(result), encoding="utf-8")
    assert load_answers(path) == ()
    third = result.findings()[2]
    filled = path.read_text(encoding="utf-8").replace(
        f'[{third.id}]\nanswer = ""\n# date = 2019-11-15', f'[{third.id}]\nanswer = "điểm phần trăm"\ndate = 2019-12-01'
    )
    path.write_text(filled, encoding="utf-8")
    answers = load_answers(path)
    assert answers == (Answer(finding=third.id, text="điểm phần trăm", date=dt.date(2019, 12, 1)),)
    left = result.findings(answers)
    assert [finding.number for finding in left] == [1, 2, 4, 5, 6, 7, 8]
    assert len(result.questions(answers=answers)) == 7
    screen = result.summary(answers=answers)
    assert "Answered: 1 of 8 findings" in screen
    assert "Poverty rate (Sustainable" not in screen
    assert "\n 4. " in screen


def test_a_form_is_extended_and_otherwise_kept() -> None:
    result = audit(lai_chau.load())
    for lang in LANGUAGES:
        form = answer_form(result, lang)
        assert answer_form(result, lang, present=form) == form
    first = result.findings()[0].id
    present = f"# mine\n{first} = {{answer = 'x'}}"
    form = answer_form(result, present=present)
    assert form.startswith(f"{present}\n")
    assert form.count('answer = ""') == 7
    assert form.count(first) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x-1", "the file is not TOML"),
        ("x-1 = 3", "x-1"),
        ('[x-1]\nanswers = "y"', "Did you mean 'answer'"),
        ("[x-1]\nanswer = 4", "text in quotation marks"),
        ("[x-1]\nwho = 4", "text in quotation marks"),
        ('[x-1]\nanswer = "y"\ndate = "2019"', "a day: 2019-11-15"),
        ("[x-1]\ndate = 2019-11-15T10:00:00", "a day: 2019-11-15"),
        ('[x-1]\nanswer = "y"\ndate = "2019-02-30"', "a day: 2019-11-15"),
        (f"a = {'[' * 5000}", "nested too deeply"),
        (f"a = {'9' * 5000}", "the file is not TOML"),
    ],
)
def test_a_file_with_a_mistake_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=words):
        load_answers(path)


def test_every_mistake_is_listed(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text("[x-1]\nanswer = 4\n[x-2]\nanswer = 5", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_answers(path)
    assert len(caught.value.problems) == 2
    with within(Limits(problems=1)), pytest.raises(DocumentError) as caught:
        load_answers(path)
    assert len(caught.value.problems) == 1
    path.write_bytes(b"\xff")
    with pytest.raises(DocumentError, match="not valid UTF-8"):
        load_answers(path)


def test_a_day_in_quotation_marks_and_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text('[x-1]\nanswer = "y"\ndate = "2019-12-01"\n[x-2]\nanswer = "z"\ndate = ""', encoding="utf-8-sig")
    assert [answer.date for answer in load_answers(path)] == [dt.date(2019, 12, 1), Absent.NOT_STATED]
    assert answer_form(audit(lai_chau.load()), present=path.read_text(encoding="utf-8")).startswith("\ufeff[x-1]")
    with pytest.raises(FieldTypeError, match="the path of a file"):
        load_answers(3)  # type: ignore[arg-type]


def test_answers_of_another_type_are_refused() -> None:
    result = audit(lai_chau.load())
    with pytest.raises(FieldTypeError, match="load_answers returns them"):
        result.findings(["x-1"])  # type: ignore[list-item]
    with pytest.raises(FieldError):
        Answer(finding="x-1", text=" ")
    assert [finding.group for finding in result.findings()] == [
        *[FindingGroup.TO_ASK] * 2,
        *[FindingGroup.WORDING] * 2,
        *[FindingGroup.NOT_STATED] * 4,
    ]
