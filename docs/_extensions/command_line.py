"""A Sphinx directive that documents every command from the program itself."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from aseansc.cli._commands import app as program
from aseansc.cli._examples import EXAMPLES


def page_of(command: str) -> str:
    """Return the documentation of a command in Markdown, with its examples at the end."""
    text = program[command].generate_docs(heading_level=3, usage_name=f"aseansc {command}")
    text = text.replace(" -m sphinx ", " ", 1)  # Cyclopts inserts how the running program was started
    lines = "\n\n".join(f"# {meaning}\n{line}" for line, meaning in EXAMPLES[command])
    text = re.sub(r"^\*\*(.+)\*\*:$", r"\1:", text, flags=re.M).replace("```console\n", "```text\n", 1)
    return f"{_options_as_code(text).rstrip()}\n\nExamples:\n\n```sh\n{lines}\n```\n"


def _options_as_code(text: str) -> str:
    """Return a text with the options that it names in prose marked as code."""
    pieces = re.split("(```.*?```|`[^`]*`)", text, flags=re.S)
    pieces[::2] = [re.sub("(--[a-z][a-z-]*)", r"`\1`", piece) for piece in pieces[::2]]
    return "".join(pieces)


class CommandLine(SphinxDirective):
    """Insert a section for every command of the program, in the order of their names."""

    def run(self) -> list[nodes.Node]:
        commands = sorted(name for name in program if not name.startswith("-"))
        return self.parse_text_to_nodes("\n".join(map(page_of, commands)), allow_section_headings=True)


def setup(app: Sphinx) -> dict[str, object]:
    app.add_directive("command-line", CommandLine)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
