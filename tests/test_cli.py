"""The command line, as a person and a pipe see it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stdout
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from rich.cells import cell_len
from rich.console import Console

from aseansc import Review
from aseansc.cli import main
from aseansc.cli._show import show_review
from aseansc.strategies import reviews


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "aseansc", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def shown(*arguments: str) -> str:
    """What the command prints, in this process."""
    with redirect_stdout(io.StringIO()) as printed:
        try:
            main(["show", *arguments])
        except SystemExit as stopped:
            assert not stopped.code
    return printed.getvalue()


@pytest.fixture(scope="module")
def english() -> str:
    return shown("lai-chau")


@pytest.fixture(scope="module")
def vietnamese() -> str:
    return shown("lai-chau", "--lang", "vi")


def test_a_pipe_gets_the_same(english: str) -> None:
    done = run("show", "lai-chau")
    assert (done.returncode, done.stdout, done.stderr) == (0, english, "")


@given(reviews())
def test_every_review_can_be_shown_in_80_columns(review: Review) -> None:
    """Whatever a review holds, every indicator and figure of it is shown, and no line is too wide."""
    for lang in ("en", "vi"):
        console = Console(width=80, highlight=False, markup=False, emoji=False, file=io.StringIO())
        show_review(review, console, lang)  # type: ignore[arg-type]
        printed = console.file.getvalue()  # type: ignore[attr-defined]
        assert all(cell_len(line) <= 80 for line in printed.splitlines())
        words = "".join(printed.split())
        assert all("".join(str(indicator.name.lookup(lang)).split()) in words for indicator in review.indicators)


def test_numbers_are_in_the_form_of_the_language(english: str, vietnamese: str) -> None:
    assert "24,737 households" in english
    assert "40.40%" in english
    assert "24.737 hộ" in vietnamese
    assert "40,40%" in vietnamese
    assert "-4.95% per year" in english
    assert "-4,95%/năm" in vietnamese


def test_qualifiers_times_statuses_and_plans_are_shown(english: str, vietnamese: str) -> None:
    for words in (
        "over 60,000 household-turns",
        "beginning of 2016",
        "end of 2018",
        "estimated",
        "100% of plan",
        "time assumed",
    ):
        assert words in english
    for words in ("trên 60.000 lượt hộ", "đầu năm 2016", "cuối năm 2018", "ước", "đạt 100% kế hoạch", "kỳ giả định"):
        assert words in vietnamese


def test_it_reads_by_characteristic_and_in_the_order_of_the_text(english: str) -> None:
    places = [
        english.index(heading)
        for heading in (
            "Information and",
            "engages and benefits",
            "Science",
            "inclusive and equal",
            "poverty reduction",
        )
    ]
    assert places == sorted(places)
    assert english.index("Research and technology topics") < english.index("at provincial level")


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_fits_80_columns_also_when_piped(lang: str, english: str, vietnamese: str) -> None:
    for line in (english if lang == "en" else vietnamese).splitlines():
        assert sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) <= 80
        assert line == line.rstrip()
        assert "\x1b" not in line


def test_every_figure_and_every_indicator_is_shown(english: str) -> None:
    from aseansc.datasets import lai_chau

    review = lai_chau.load()
    joined = " ".join(english.split())
    for indicator in review.indicators:
        assert str(indicator.name) in joined
    assert english.count("named, not counted") == 5


def test_an_unknown_dataset_names_the_nearest() -> None:
    done = run("show", "lai-cha")
    assert done.returncode == 1
    assert done.stderr.strip() == "aseansc: aseansc show: no such dataset; got 'lai-cha'. Did you mean 'lai-chau'?"
    assert done.stdout == ""


@pytest.mark.parametrize(
    "words", [("show", "lai-chau", "--lang", "fr"), ("show",), ("shw", "lai-chau"), ("show", "lai-chau", "more")]
)
def test_wrong_words_exit_with_a_message(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr + done.stdout


def test_help_and_version() -> None:
    assert "show" in run("--help").stdout
    assert run("--version").stdout.strip()


def test_a_place_that_our_list_lacks_is_shown_by_its_code() -> None:
    from aseansc.cli._show import _place

    assert (_place("VN-01", "en"), _place("VN-01", "vi"), _place("LA-VT", "en")) == (
        "Lai Châu province",
        "Tỉnh Lai Châu",
        "LA-VT",
    )


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delitem(sys.modules, "aseansc.cli._app", raising=False)
    monkeypatch.setitem(sys.modules, "cyclopts", None)
    with pytest.raises(SystemExit) as stopped:
        main(["show", "lai-chau"])
    assert stopped.value.code == 1
    assert 'pip install "aseansc[cli]"' in capsys.readouterr().err


def test_another_missing_module_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "aseansc.cli._app", raising=False)
    monkeypatch.setitem(sys.modules, "aseansc.cli._show", None)
    with pytest.raises(ModuleNotFoundError, match="_show"):
        main(["show", "lai-chau"])


def test_a_closed_pipe_is_no_error() -> None:
    script = f"'{sys.executable}' -m aseansc show lai-chau | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("Lai Châu")


def test_main_takes_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["show", "hanoi"])
    assert stopped.value.code == 1
    assert "no such dataset" in capsys.readouterr().err
