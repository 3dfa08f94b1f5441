"""The command line: ``aseansc show lai-chau``. Its libraries come with the extra ``cli``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from aseansc.errors import AseanscError, MissingExtraError

if TYPE_CHECKING:
    from cyclopts import App

_EXTRA = ("cyclopts", "rich")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line.

    Args:
        arguments: the words after the program's name; those of the process unless given.

    Raises:
        SystemExit: with status 0; 1 for an error of the library, told in one sentence; 2 for words that are off.
    """
    try:
        app = _load_app()
    except MissingExtraError as error:
        print(f"aseansc: {error}", file=sys.stderr)
        raise SystemExit(1) from None
    try:
        app(arguments)
    except AseanscError as error:
        print(f"aseansc: {error}", *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:  # the reader, such as head, has seen enough
        sys.stderr.close()
        raise SystemExit(0) from None


def _load_app() -> App:
    try:
        from aseansc.cli._app import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _EXTRA:
            raise
        raise MissingExtraError(
            "the command line needs packages that are not installed",
            got=error.name,
            expected=" and ".join(_EXTRA),
            way_out='Install them: pip install "aseansc[cli]".',
        ) from None
    return app
