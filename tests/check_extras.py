"""Check an environment that has only some extras: what is installed works, and the errors of the others name them.

``python tests/check_extras.py [EXTRA...]`` needs nothing but the package and the extras that are named. Packages of
other extras may be there too, such as Jinja2, which Altair needs.
"""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aseansc.datasets import annex
from aseansc.errors import MissingExtraError

_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _hypothesis() -> None:
    from aseansc import strategies

    assert not strategies.reviews().is_empty


def _cli() -> None:
    from aseansc import cli
    from aseansc.cli import _load_app

    _load_app()
    try:
        cli.main(["audit", "annex"])
    except SystemExit as stopped:
        assert stopped.code in (0, 1), stopped.code


def _excel() -> None:
    from aseansc.interchange import excel

    made = io.BytesIO()
    excel.dump(annex.load(), made)
    assert excel.load(io.BytesIO(made.getvalue())) == annex.load()


def _xml() -> None:
    from aseansc.interchange import iati, sdmx

    assert sdmx.loads(sdmx.dumps(annex.load())) == annex.load()
    assert iati.loads(iati.dumps(annex.load()))


def _read(name: str, content: bytes) -> Any:
    from aseansc import documents
    from aseansc.errors import DocumentError

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            return documents.read(path)
        except DocumentError as refused:
            return refused


def _documents() -> None:
    assert _read("a.html", b"<html><p>5%</html>").text == "5%"
    _read("a.xls", _WORKBOOK)


def _pdf() -> None:
    _read("a.pdf", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")


def _report() -> None:
    from aseansc import pages

    assert pages.report(annex.load(), "vi").startswith("<!doctype html>")


def _frames() -> None:
    from aseansc import frames

    review = annex.load()
    for backend in ("pandas", "pyarrow"):
        frame = frames.to_frame(review, backend)  # type: ignore[arg-type]
        assert frames.from_frame(frame, review.indicators) == review.observations
        frames.audit(frame, review.indicators)


def _plot() -> None:
    assert annex.load().plot("poverty-rate")


EXTRAS: dict[str, tuple[tuple[str, ...], Callable[[], None]]] = {
    "hypothesis": (("hypothesis",), _hypothesis),
    "cli": (("cyclopts", "rich"), _cli),
    "excel": (("python_calamine", "xlsxwriter"), _excel),
    "xml": (("lxml",), _xml),
    "documents": (("lxml", "xlrd"), _documents),
    "pdf": (("pdfplumber",), _pdf),
    "report": (("jinja2", "markupsafe"), _report),
    "frames": (("narwhals", "pandas", "pyarrow"), _frames),
    "plot": (("altair", "vl_convert"), _plot),
}
"""The packages of each extra, and its main calls."""


def main() -> int:
    problems = []
    for extra, (packages, call) in EXTRAS.items():
        missing = [package for package in packages if find_spec(package) is None]
        if missing and extra in sys.argv[1:]:
            problems.append(f"{extra}: the extra does not install {missing}")
        try:
            call()
            result = "works"
            if missing:
                problems.append(f"{extra}: no error without {missing}")
        except MissingExtraError as error:
            result = f"{error}"
            if not missing:
                problems.append(f"{extra}: {error}")
            elif f'"aseansc[{extra}]"' not in error.hint:
                problems.append(f"{extra}: the error does not name the extra: {error}")
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
            problems.append(f"{extra}: {result}")
        print(f"{extra:11} {result}")
    print(*problems, sep="\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
