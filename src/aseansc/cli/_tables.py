"""``check`` and ``audit`` for Parquet and DuckDB files, and ``convert`` to them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from aseansc import frames
from aseansc.cli._datasets import load_review
from aseansc.cli._files import refuse_existing, same_file, writing
from aseansc.cli._losses import loss_lines
from aseansc.cli._output import as_json, say
from aseansc.cli._progress import for_each, for_each_good, progress
from aseansc.errors import FieldError
from aseansc.labels import Lang

_MOST_SHOWN: Final = 50


def is_table(name: str | Path) -> bool:
    """Return whether a name is that of a Parquet or DuckDB file."""
    return Path(name).suffix.lower() in frames.SUFFIXES


def check_file(name: str, indicators: str | None) -> int:
    """Print the problems of the rows of a file; return 1 if there are any."""
    known = _indicators(indicators, "check")
    (found,) = for_each(f"checking {name}", [name], lambda file: _rows(frames.check(frames.open_table(file), known)))
    for row in found[:_MOST_SHOWN]:
        stated = [f"; {name} {row[name]}" for name in ("got", "expected") if row[name]]
        say(f"{_name(row)}, column {row['column']}: {row['problem']}{''.join(stated)}")
    _say_total(name, len(found), "problem")
    return int(bool(found))


def audit_files(names: Sequence[str], indicators: str | None, lang: Lang, *, strict: bool, form: str) -> int:
    """Print the contradictions of files; return 1 if there is one in the arithmetic, or with `strict` any.

    As JSON, all are printed, and for several files a list.

    It also returns 1 if rows have problems, because an audit leaves them out.

    Raises:
        FieldError: if the indicators are not known, or a name is not that of a Parquet or DuckDB file.
    """
    for name in names:
        if not is_table(name):
            raise FieldError(
                "tables and reviews cannot be audited together",
                where="aseansc audit",
                got=name,
                expected="only .parquet and .duckdb files, or only reviews",
            )
    known = _indicators(indicators, "audit")
    say(f"not checked: {', '.join(frames.UNCHECKED)}: see aseansc.frames.UNCHECKED", error=True)
    done, has_failed = for_each_good(
        f"auditing {' and '.join(names)}",
        names,
        lambda file: (
            file,
            _rows(frames.audit(frames.open_table(file), known, lang=lang)),
            _problems(frames.check(frames.open_table(file), known)),
        ),
    )
    if form == "json":
        documents = [{"file": name, "contradictions": found, "problems": left} for name, found, left in done]
        print(as_json(documents[0] if len(names) == 1 else documents))
    else:
        for audited in done:
            _print_audit(*audited)
    return int(has_failed or any(left or _has_failed(found, strict=strict) for _, found, left in done))


def _problems(found: Any) -> int:
    """Return how many problems make an audit leave out rows."""
    code = frames.ProblemCode.DISJOINT_VALUES.value
    return int(found.filter(f"code <> '{code}'").count("code").fetchall()[0][0])


def _has_failed(found: list[dict[str, Any]], *, strict: bool) -> bool:
    return any(strict or row["nature"] == "arithmetic" for row in found)


def _print_audit(name: str, found: list[dict[str, Any]], problems: int) -> None:
    """Print the contradictions of a file, and how many problems its rows have."""
    for row in found[:_MOST_SHOWN]:
        say(f"{_name(row)}: {row['code']}, {row['verdict']}. {row['message']}")
    _say_total(name, len(found), "contradiction")
    if problems:
        what = "1 problem" if problems == 1 else f"{problems} problems"
        say(f"{name}: rows with {what} were left out; aseansc check {name} --indicators … lists them", error=True)


def convert_to_table(
    source: str, target: Path, *, strict: bool, force: bool, all_losses: bool, untranslated: bool
) -> int:
    """Write the observations of a review to a file; with `strict`, nothing if anything else would be lost."""
    if not force:
        refuse_existing(target, "Nothing was written. To replace it, add --force.")
    review = load_review(source, allow_untranslated=untranslated)
    if same_file(source, target):
        raise FieldError(
            "the table would overwrite the source",
            where="aseansc convert",
            got=str(target),
            expected="the name of another file",
            hint="Nothing was written.",
        )
    lost = frames.losses(review)
    for line in loss_lines(lost, None, in_full=all_losses):
        say(line, error=True)
    if lost and strict:
        say(f"{target} was not written", error=True)
        return 1
    with progress(f"writing {target}"):
        _replace(target, review.to_frame("pyarrow"))
    say(f"wrote {target}: {len(review.observations)} figures")
    return 0


def _replace(target: Path, table: Any) -> None:
    """Write a table to a file, whole or not at all.

    Raises:
        FieldError: if the file cannot be written, or is a database with other tables; an existing file is kept.
    """
    if target.suffix.lower() == ".duckdb" and target.is_file():
        _require_no_others(target)
    place = Path(os.path.realpath(target))
    with writing(target), TemporaryDirectory(prefix=".", dir=place.parent) as folder:
        whole = Path(folder, place.name)
        frames.write_table(table, whole)
        os.replace(whole, place)


def _require_no_others(target: Path) -> None:
    tables = frames.open_table(target).query("observations", "show all tables").fetchall()
    others = [name for _, _, name, *_ in tables if name != "observations"]
    if others:
        raise FieldError(
            "the database has other tables",
            where="aseansc convert --force",
            got=", ".join(others),
            expected="a database with only the table observations, or the name of a new file",
            hint="Nothing was written.",
        )


def _indicators(source: str | None, command: str) -> Any:
    if source is None:
        raise FieldError(
            "the indicators of the table are not known",
            where=f"aseansc {command} --indicators",
            got=None,
            expected="a review with the indicators, such as lai-chau or review.json",
        )
    return load_review(source).indicators


def _rows(frame: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = frame.to_arrow_table().to_pylist()
    return rows


def _name(row: dict[str, Any]) -> str:
    """Return the review, the observation or else its indicator, and its place and time."""
    figure = row.get("observation") or row["indicator"] or "a figure without an indicator"
    if row["place"] is not None:
        figure += f" of {row['place']}"
    name = figure if row.get("observation") else f"{figure}, {row['period_start']}/{row['period_end']}"
    return f"{row['review']}, {name}" if row.get("review") else name


def _say_total(name: str, number: int, noun: str) -> None:
    more = f"; the first {_MOST_SHOWN} are above" if number > _MOST_SHOWN else ""
    say(f"{name}: {number} {noun}{'' if number == 1 else 's'}{more}")
