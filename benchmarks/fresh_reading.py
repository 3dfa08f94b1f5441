"""Count how well `vietnamese.find` reads texts annotated by people who did not know the reader.

    python benchmarks/fresh_reading.py TEXTS_FOLDER [--table FILE] [--where]

The table, `fresh-figures.tsv` or the later `fresh-figures-2.tsv` to `fresh-figures-12.tsv`, has one row for each
figure, without the sentences. `fresh-figures-4-tuned.tsv` is of other texts, annotated by one person, with which the
reader was improved before it read those of `fresh-figures-4.tsv` for the first time. Later tables were read once, and
only then used to improve the reader. The folder holds the texts as `01.txt`, `02.txt` and so on, with the SHA-256 of
the table. `--where` lists every difference that is one by convention, with its position. Two people annotated the
texts independently, and a third (in the later tables, the second one) decided where they differed. A field in the
column `open` has several fair readings, so any reading of it is right. With `row` in that column the figure may be
left out.

How a figure is counted:
- A figure of the reader matches an annotated one if they overlap, those with the same number first, then by overlap.
- right: number with scale (both ends of a range, both parts of a ratio), unit, kind, sign, qualifier and status agree.
  A ratio whose two parts are annotated as two levels ("5 households of 20") is compared with each of them.
- open: the reader has no value, and no number, unit or status that it states is wrong.
- status left open: only the status is wrong, and the reader says so: its `doubt` is about the status.
- kind left open: only the kind is wrong, a percent instead of points, and the reader says so by its `doubt`.
- silently wrong: there is a value and a field is wrong; "wrong with a note" if the figure has a `note`; "wrong without
  a value" if a stated field is wrong but there is no value. One figure may have several wrong fields.
- missed: nothing matches. If an overlapping figure without value was matched to a neighbour, it counts as open.
- spurious: a value where nothing is annotated. Dates, document numbers, ordinals, telephone numbers and figures with a
  `mention` do not count. Extra figures without value are counted separately.

How a field is compared:
- number: magnitudes without sign. For a rate per 10,000 or 100,000, the base may be the second number.
- unit: the code, also with `per` (`household` per year is `household/year`). A unit with `vi:` is a counted noun that
  the annotator kept in Vietnamese: no unit is right, and so is the unit of the catalogue that means the same. Every
  noun for people is `person` (`PEOPLE_FIRST`, `PEOPLE_LAST`), the names of one level of administration are its unit
  (`LEVELS`), and a few other nouns are in `SAME`. These lists follow the language, not the words that the reader
  knows. A figure without value is then right if all other fields are right and there is no sign to state, and a wrong
  qualifier or kind makes it wrong without a value.
- kind: with the type of the value (`is_kind`). A percent of a plan that is read as a share is wrong. A duration or an
  age must have that `mention`.
- sign: the sign of a change; for an attainment, `+` is the form over plan and `-` is under plan.
- status: exactly the annotated one. A plan that is read as an actual figure is wrong.
- time: counted separately, for matched figures, by first and last day. A figure collected at the beginning, at the end
  or to date may also be dated by its last day, or from 1 January to its last day. `SY2016/2017` is a school year: it
  starts from July to September and ends from May to September. A time where the text states none is wrong, unless it
  is open.

Two conventions are counted both ways, "strict" and "by convention":
- unit: a unit of the catalogue is also right if its Vietnamese name is in the annotated noun (`vi:giường bệnh` for
  `bed`).
- time: that of a change, a difference, points, or a multiple or percent of an earlier level is also right if it is the
  span from the base of comparison to the annotated time: it ends on the last day of that time and begins before it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from attrs import evolve

from aseansc import AsOf, Attainment, Change, Period, RelativeChange, Unit, Value, units, vietnamese
from aseansc.vietnamese import Doubt, FigureKind, PrintedFigure

TABLE = Path(__file__).with_name("fresh-figures.tsv")
CODES = {unit.code for unit in vars(units).values() if isinstance(unit, Unit)}
NOT_QUANTITIES = {FigureKind.DATE, FigureKind.DOCUMENT_NUMBER, FigureKind.ORDINAL, FigureKind.PHONE}
ANSWERS = (
    "right",
    "open",
    "status left open",
    "kind left open",
    "silently wrong",
    "wrong with a note",
    "wrong without a value",
    "missed",
)
MOVED = ("change", "difference", "percentage_point", "multiple")
SAME = {
    "person_turn": "lượt khách hàng",
    "health_facility": "cơ sở y tế|bệnh viện|phòng khám|trạm y tế",
    "organisation": "đơn vị|trung tâm|cơ quan",
    "indicator": "chỉ tiêu",
    "dwelling": "nhà",
    "animal": "con",
    "country": "quốc gia",
}
"""Nouns that an annotator may have kept although the catalogue has a unit for them."""
LEVELS = {
    "province": "tỉnh|thành phố",
    "district": "huyện|quận|thị xã|thành phố",
    "commune": "xã|phường|thị trấn",
    "village": "thôn|bản|ấp|làng|xóm|buôn|khóm|khu dân cư|khu phố|tổ dân phố",
}
"""The names of the levels of administration; a noun may list several of one level: xã, phường, thị trấn."""
PEOPLE_FIRST = re.compile(
    r"(?:anh|ông|chị|em|cháu|người|trẻ|bé|nam|nữ|mẹ|cha|khách|dân|ccb|lđ|bà mẹ|bà con|con em|phụ nữ|lao động|cán bộ|"
    r"công chức|học sinh|hành khách|du khách|đồng chí|đối tượng|thanh niên|thiếu niên|thiếu nhi|lãnh đạo|tử vong|"
    r"đại biểu|thí sinh|chuyên gia|nhân khẩu|nông dân|ngư dân|chủ hộ)(?= |$)"
)
"""How a noun for people begins: its head comes first in Vietnamese."""
PEOPLE_LAST = re.compile(r"\w+ (?:viên|sĩ|sỹ|nhân|sư|binh)(?= |$)")
"""How the first two syllables of other nouns for people end: hội viên, bác sĩ, bệnh nhân, kỹ sư, thương binh."""
NOT_PEOPLE = re.compile(r"(?:công|khuôn|thư|động) viên|(?:nguyên|pháp) nhân|khách sạn|dân tộc")


FORMS = {"change": "by", "multiple": "times", "percent": "to"}
"""The forms of relative changes; "bằng 94,5% cùng kỳ" is a percent of the earlier level."""


class Row:
    def __init__(self, line: dict[str, str]) -> None:
        self.file, self.digest, self.time = line["file"], line["sha256"], line["time"]
        self.dated_at_end = line["collection"] in ("beginning", "end", "to_date", "at")
        self.start, self.end = int(line["start"]), int(line["end"])
        self.numbers = [Decimal(part) for part in f"{line['number']}/{line['upper']}".split("/") if part]
        self.unit, self.kind, self.qualifier = line["unit"], line["kind"], line["qualifier"]
        self.is_range, self.sign, self.status = bool(line["upper"]), line["sign"], line["status"]
        self.open = frozenset(line["open"].split(","))
        self.shown = " ".join(f"{name}={text}" for name, text in list(line.items())[5:] if text)


def read_numbers(figure: PrintedFigure) -> list[Decimal]:
    value = figure.value
    if isinstance(value, (Value, Change, RelativeChange, Attainment)) and figure.out_of is None:
        return sorted(abs(end) for end in (value.magnitude, value.upper) if end is not None)
    magnitude = figure.magnitude
    if magnitude is None:
        return []
    return [abs(Decimal(end)) for end in (magnitude if isinstance(magnitude, tuple) else (magnitude,))]


def number_is_right(row: Row, figure: PrintedFigure) -> bool:
    read = read_numbers(figure)
    base = row.unit.removeprefix("per_").replace("_", "") if row.unit.startswith("per_1") else ""
    return read == row.numbers or (base != "" and read == [*row.numbers, Decimal(base)])


def has_unit(unit: str) -> bool:
    return all(part in CODES for part in unit.split("/"))


def unit_is_right(row: Row, figure: PrintedFigure, *, by_convention: bool) -> bool:
    code = figure.unit.code if figure.unit is not None else ""
    with_per = f"{code}/{figure.per.value}" if figure.per is not None else code
    if row.unit in (code, with_per):
        return True
    if not code:
        return not has_unit(row.unit)
    return is_the_same(row.unit, figure) or (by_convention and is_named(row.unit, figure))


def below_of(figure: PrintedFigure, unit: Unit) -> list[str]:
    """Return the denominators of a figure, with the period of a recurring one."""
    return [part.code for part in unit.denominators] + ([figure.per.value] if figure.per is not None else [])


def is_the_same(noun: str, figure: PrintedFigure) -> bool:
    """Return whether a noun that was kept in Vietnamese means what is counted in the unit that was read."""
    unit, (head, *parts) = figure.unit, noun.removeprefix("vi:").lower().split("/")
    if unit is None or parts != below_of(figure, unit):
        return False
    code = unit.numerator.code
    if code == "person":
        return not NOT_PEOPLE.match(head) and bool(PEOPLE_FIRST.match(head) or PEOPLE_LAST.match(head))
    if code in LEVELS:
        return set(re.split(", | và ", head)) <= set(LEVELS[code].split("|"))
    return head in SAME.get(code, "").split("|")


def is_named(noun: str, figure: PrintedFigure) -> bool:
    """Return whether the Vietnamese name of a unit of the catalogue is in an annotated noun, also with `per`."""
    unit, parts = figure.unit, noun.split("/")
    if unit is None or not noun.startswith("vi:"):
        return False
    name = unit.numerator.vi.lower()
    return parts[1:] == below_of(figure, unit) and name != "" and f" {name} " in f" {parts[0].removeprefix('vi:')} "


def is_kind(row: Row, figure: PrintedFigure) -> bool:
    kind, value, mention = figure.kind, figure.value, figure.mention
    if row.kind in ("duration", "age"):
        one = FigureKind.RANGE if row.is_range else FigureKind.LEVEL
        return kind is one and mention is not None and mention.value == row.kind
    if kind in NOT_QUANTITIES or mention is not None:
        return False
    kinds, types = {
        "level": ({FigureKind.LEVEL}, (Value,)),
        "percent": ({FigureKind.PERCENT}, (Value, RelativeChange)),
        "percentage_point": ({FigureKind.PERCENTAGE_POINT, FigureKind.CHANGE}, (Change, Value)),
        "change": ({FigureKind.CHANGE}, (RelativeChange,)),
        "difference": ({FigureKind.CHANGE}, (Change,)),
        "attainment": ({FigureKind.ATTAINMENT}, (Attainment,)),
        "multiple": ({FigureKind.RATIO}, (RelativeChange,)),
        "ratio": ({FigureKind.RATIO, FigureKind.LEVEL} if "per_" in row.unit else {FigureKind.RATIO}, (Value,)),
    }[row.kind]
    if kind not in kinds and not (row.is_range and kind is FigureKind.RANGE):
        return False
    if isinstance(value, RelativeChange) and row.kind in FORMS:
        return value.form.value == FORMS[row.kind]
    return value is None or isinstance(value, types)


def sign_is_right(row: Row, figure: PrintedFigure) -> bool:
    value = figure.value
    if isinstance(value, Attainment):
        return {"over_plan": "+", "under_plan": "-"}.get(value.form.value, "") == row.sign
    if not isinstance(value, (Value, Change, RelativeChange)):
        return True
    signed = isinstance(value, Change) or (isinstance(value, RelativeChange) and value.form.value == "by")
    sign = ("-" if value.magnitude < 0 else "+") if signed else ""
    return sign == row.sign


def wrong_fields(row: Row, figure: PrintedFigure, *, by_convention: bool) -> list[str]:
    agrees = {
        "number": number_is_right(row, figure),
        "unit": unit_is_right(row, figure, by_convention=by_convention),
        "kind": is_kind(row, figure),
        "sign": sign_is_right(row, figure),
        "qualifier": figure.qualifier.value == row.qualifier,
        "status": [status.value for status in figure.statuses] == ([row.status] if row.status else []),
    }
    return [name for name, agree in agrees.items() if not agree and name not in row.open]


def answer(row: Row, figure: PrintedFigure, *, by_convention: bool) -> tuple[str, list[str]]:
    wrong = wrong_fields(row, figure, by_convention=by_convention)
    if wrong == ["status"] and figure.doubt is Doubt.STATUS:
        return "status left open", wrong
    if wrong == ["kind"] and row.kind == "percentage_point" and figure.doubt is Doubt.POINTS:
        return "kind left open", wrong
    if figure.value is not None or figure.kind in NOT_QUANTITIES:
        return ("wrong with a note" if figure.note else "silently wrong") if wrong else "right", wrong
    unit_unknown = figure.unit is None and bool(row.unit) and not has_unit(row.unit)
    if not wrong and (row.kind in ("duration", "age") or (unit_unknown and not row.sign)):
        return "right", []
    stated = {"number": figure.magnitude is not None, "unit": figure.unit is not None, "status": bool(figure.statuses)}
    stated |= {"qualifier": unit_unknown, "kind": unit_unknown}
    wrong = [name for name in wrong if stated.get(name)]
    return "wrong without a value" if wrong else "open", wrong


def days(text: str) -> tuple[date, date]:
    if found := re.fullmatch(r"(\d{4})-W(\d+)", text):
        start = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return start, start + timedelta(days=6)
    if found := re.fullmatch(r"(\d+)M(\d{4})", text):
        return date(int(found[2]), 1, 1), Period.month(int(found[2]), int(found[1])).end
    if "/" in text:
        start_text, _, end_text = text.partition("/")
        return days(start_text)[0], days(end_text)[1]
    parts = re.fullmatch(r"(\d{4})(?:-([HQ]?)(\d+)(?:-(\d+))?)?", text)
    if parts is None:
        raise SystemExit(f"{TABLE.name}: not a time: {text!r}")
    year, letter, part, day = int(parts[1]), parts[2], int(parts[3] or 0), parts[4]
    if day:
        return (date(year, part, int(day)),) * 2
    if not part:
        period = Period.year(year)
    elif letter == "H":
        period = Period.half(year, part)
    else:
        period = Period.quarter(year, part) if letter else Period.month(year, part)
    return period.start, period.end


def time_is_right(row: Row, start: date, end: date, *, is_span: bool) -> bool:
    if row.time.startswith("SY"):
        first, last = (int(year) for year in row.time[2:].split("/"))
        return (date(first, 7, 1) <= start <= date(first, 9, 30)) and (date(last, 5, 1) <= end <= date(last, 9, 30))
    expected = days(row.time)
    if is_span and end == expected[1] and start < expected[0]:
        return True
    if row.dated_at_end:
        return end == expected[1] and start in (*expected, date(end.year, 1, 1))
    return (start, end) == expected


def time_answer(row: Row, figure: PrintedFigure, *, by_convention: bool) -> str:
    time = figure.time
    if isinstance(time, (Period, AsOf)):
        start, end = (time.start, time.end) if isinstance(time, Period) else (time.date, time.date)
        is_span = by_convention and (row.kind in MOVED or isinstance(figure.value, RelativeChange))
        if row.time and time_is_right(row, start, end, is_span=is_span):
            return "right"
        return "given where several are fair" if "time" in row.open else "wrong"
    return "open" if row.time else "rightly none"


def parts(figure: PrintedFigure, rows: list[Row]) -> list[PrintedFigure]:
    levels = [row.numbers for row in rows if row.kind == "level" and overlap(row, figure) > 0]
    whole, value = figure.out_of, figure.value
    if whole is None or not isinstance(value, Value) or levels != [[value.magnitude], [whole.magnitude]]:
        return [figure]
    level = evolve(figure, kind=FigureKind.LEVEL, out_of=None)
    return [level, evolve(level, value=whole, unit=whole.unit, qualifier=whole.qualifier)]


def overlap(row: Row, figure: PrintedFigure) -> int:
    return min(row.end, figure.end) - max(row.start, figure.start)


def matched(rows: list[Row], figures: Sequence[PrintedFigure]) -> dict[int, int]:
    pairs = [
        (not number_is_right(row, figure), -overlap(row, figure), i, j)
        for i, row in enumerate(rows)
        for j, figure in enumerate(figures)
        if overlap(row, figure) > 0
    ]
    found: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def compare(rows: list[Row], text: str, counts: Counter[str], where: list[str], *, by_convention: bool) -> None:
    figures = [part for figure in vietnamese.find(text) for part in parts(figure, rows)]
    found = matched(rows, figures)
    for i, row in enumerate(rows):
        place = f"{row.file} {row.start}-{row.end}"
        if i not in found:
            near = any(overlap(row, figure) > 0 and figure.value is None for figure in figures)
            if "row" not in row.open:
                counts["open" if near else "missed"] += 1
                where.append(f"{place} {'open, read with its neighbour' if near else 'missed'} | {row.shown}")
            continue
        figure = figures[found[i]]
        if "row" in row.open and figure.kind in NOT_QUANTITIES:
            continue
        name, wrong = answer(row, figure, by_convention=by_convention)
        when = time_answer(row, figure, by_convention=by_convention)
        counts.update((name, f"time {when}", *(f"{name}: {part}" for part in wrong)))
        if name != "right" or when == "wrong":
            stated = f"{figure.kind.value} {figure.value!r} {[str(status) for status in figure.statuses]} {figure.time}"
            where.append(f"{place} {name} {','.join(wrong)} | time {when} | {row.shown} | {stated} | {figure.note}")
    for j, figure in enumerate(figures):
        if j not in found.values() and figure.kind not in NOT_QUANTITIES and figure.mention is None:
            name = "spurious" if figure.value is not None else "extra without value"
            counts[name] += 1
            where.append(f"{rows[0].file} {figure.start}-{figure.end} {name} | {figure.value!r} | {figure.note}")


def main() -> None:
    options = argparse.ArgumentParser(description="Count how well fresh Vietnamese texts are read.")
    options.add_argument("folder", type=Path)
    options.add_argument("--table", type=Path, default=TABLE, help="the annotations (default: %(default)s)")
    options.add_argument("--where", action="store_true", help="list every difference with its position")
    given = options.parse_args()
    strict: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    where: list[str] = []
    with given.table.open(encoding="utf-8", newline="") as handle:
        table = [Row(line) for line in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)]
    for name, group in groupby(table, key=lambda row: row.file):
        rows = list(group)
        data = (given.folder / f"{name}.txt").read_bytes()
        if hashlib.sha256(data).hexdigest() != rows[0].digest:
            sys.exit(f"{given.folder / name}.txt is not the text of {given.table.name}: its SHA-256 differs")
        compare(rows, data.decode(), strict, [], by_convention=False)
        compare(rows, data.decode(), counts, where, by_convention=True)
    total = sum(counts[name] for name in ANSWERS)
    print(f"figures annotated: {total}")
    print(f"{'':<36} strict          by convention")
    for name in (*ANSWERS, "spurious", "extra without value"):
        shares = [f"{one[name]:>4} ({one[name] / total:.1%})" for one in (strict, counts)]
        print(f"{name:<36} {shares[0]:<15} {shares[1]}")
    for name in sorted(name for name in strict | counts if ":" in name or name.startswith("time ")):
        print(f"  {name:<34} {strict[name]:>4}            {counts[name]:>4}")
    if given.where:
        print(*where, sep="\n")


if __name__ == "__main__":
    main()
