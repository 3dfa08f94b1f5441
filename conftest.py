"""Run the examples of the README, the documentation and the docstrings as tests."""

from doctest import ELLIPSIS

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

_pages = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS), SkipParser()],
    patterns=["README.md", "docs/**/*.md", "docs/**/**/*.md"],  # ** matches one folder here
)
_docstrings = Sybil(
    parsers=[DocTestParser(optionflags=ELLIPSIS)],
    patterns=["src/aseansc/*.py", "src/aseansc/**/*.py", "src/aseansc/**/**/*.py"],
)

pytest_collect_file = (_pages + _docstrings).pytest()
