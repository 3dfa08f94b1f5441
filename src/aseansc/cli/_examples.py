"""Examples of every command, for its ``--help`` and for the documentation."""

from __future__ import annotations

from typing import Final

EXAMPLES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "show": (
        ("aseansc show lai-chau", "the whole review"),
        ("aseansc show lai-chau --indicator poverty-rate --lang vi", "one indicator in detail, in Vietnamese"),
        ("aseansc show lai-chau --section forests --status estimated", "the estimates of one section"),
        ("aseansc show draft.xlsx review.json", "a draft with its gaps, then a review"),
    ),
    "verify": (
        ("aseansc verify review.json --text report.txt --numbers", "also list the numbers that are not cited"),
        ("aseansc verify review.json --text report.txt --fix", "move the citations to a new version of the text"),
        ("aseansc verify claims.json --text report.txt --strict", "figures that a program extracted"),
    ),
    "audit": (
        ("aseansc audit lai-chau", "what cannot be true, and what to ask"),
        ("aseansc audit lai-chau --item 3", "the computation of finding 3"),
        ("aseansc audit review.json --text report.txt", "with the line of each figure"),
        ("aseansc audit lai-chau --questions questions.docx --lang vi", "the questions for a letter"),
        ("aseansc audit lai-chau --questions answers.toml", "a file for the answers to them"),
        ("aseansc audit lai-chau --answers answers.toml", "only what is new or still open"),
        ("aseansc audit lai-chau --repairs", "what may have been meant"),
        ("aseansc audit lai-chau --bounds households --time 2018", "what all figures leave possible"),
        ("aseansc audit table.csv --structure table.toml", "a table that is not a dataset"),
        ("aseansc audit review.json skeleton --format json", "two reviews, for a program"),
    ),
    "compare": (
        ("aseansc compare first.json second.json", "what changed between two reports"),
        ("aseansc compare first.json second.json --format table", "a row for each figure that changed"),
        ("aseansc compare first.json second.json --match poor=poverty-rate", "if the ids of an indicator differ"),
    ),
    "check": (
        ("aseansc check draft.xlsx", "the gaps and inconsistencies, with their cells"),
        ("aseansc check figures.parquet --indicators lai-chau", "millions of rows"),
    ),
    "convert": (
        ("aseansc convert draft.xlsx review.json", "a workbook that was filled in"),
        ("aseansc convert lai-chau lai-chau.xlsx", "a review as a workbook"),
        ("aseansc convert lai-chau figures.parquet", "its observations as a table"),
        ("aseansc convert lai-chau lai-chau.csv --to sdmx-csv --with-structure", "SDMX, with nothing lost"),
    ),
    "draft": (
        ("aseansc draft report.txt -o draft.xlsx --place VN-01 --period 2016-01-01/P3Y", "a workbook to fill in"),
    ),
    "report": (
        ("aseansc report lai-chau -o lai-chau.html --lang vi", "one page in Vietnamese"),
        ("aseansc report skeleton annex -o pages", "a folder with an index and a comparison"),
    ),
    "schema": (("aseansc schema", "of reviews"), ("aseansc schema --claims", "of extracted figures")),
    "template": (
        ("aseansc template my_district.py", "an example in Python"),
        ("aseansc template my_district.xlsx", "an empty workbook"),
    ),
}
"""The command lines, and what each does or prints, by command."""


EXIT_STATUSES: Final = """\
Exit status: 0 success; 1 an error, or a command that found differences, contradictions or losses; 2 wrong arguments;
130 interrupted with Ctrl-C.

To read a larger file that you trust, put `--limit items=4000000` before the command (also `size`, `depth`,
`problems`)."""
"""The end of the help of the program."""


def epilogue(command: str) -> str:
    """Return the examples of a command for the end of its help, in Markdown."""
    entries = "\n\n".join(f"# {meaning}\n{line}" for line, meaning in EXAMPLES[command])
    return f"Examples:\n\n```sh\n{entries}\n```"
