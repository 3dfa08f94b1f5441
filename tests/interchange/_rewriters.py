"""Programs of others that read our files and write them back."""

from __future__ import annotations

import csv as plain_csv
import io
import json as plain_json
import os
import shutil
import subprocess
import tempfile
import xml.dom.minidom
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aseansc.interchange import csv, excel, iati, json, sdmx
from aseansc.reviews import Review

Table = Callable[[bytes], bytes]
"""A program that reads a table and writes it."""


def _pandas(**options: Any) -> Table:
    def rewrite(content: bytes) -> bytes:
        import pandas

        return pandas.read_csv(io.BytesIO(content), **options).to_csv(index=False).encode()

    return rewrite


def _polars(**options: Any) -> Table:
    def rewrite(content: bytes) -> bytes:
        import polars

        return polars.read_csv(io.BytesIO(content), **options).write_csv().encode()

    return rewrite


def _duckdb(options: str) -> Table:
    def rewrite(content: bytes) -> bytes:
        import duckdb

        with tempfile.TemporaryDirectory() as folder:
            source, target = Path(folder, "a.csv"), Path(folder, "b.csv")
            source.write_bytes(content)
            duckdb.execute(f"COPY (SELECT * FROM read_csv('{source}'{options})) TO '{target}' (HEADER)")
            return target.read_bytes()

    return rewrite


def _module_csv(**options: Any) -> Table:
    def rewrite(content: bytes) -> bytes:
        made = io.StringIO(newline="")
        plain_csv.writer(made, **options).writerows(plain_csv.reader(io.StringIO(content.decode(), newline="")))
        return made.getvalue().encode()

    return rewrite


TABLES: dict[str, Table] = {
    "csv": _module_csv(),
    "csv, line feeds": _module_csv(lineterminator="\n"),
    "csv, all quoted": _module_csv(quoting=plain_csv.QUOTE_ALL),
    "pandas": _pandas(),
    "pandas, texts": _pandas(dtype=str, keep_default_na=False),
    "polars": _polars(),
    "polars, texts": _polars(infer_schema=False),
    "duckdb": _duckdb(""),
    "duckdb, texts": _duckdb(", all_varchar=true, quote='\"'"),
}


def _element_tree(content: bytes) -> bytes:
    return ElementTree.tostring(ElementTree.fromstring(content), encoding="utf-8")


def _element_tree_with_instructions(content: bytes) -> bytes:
    builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
    root = ElementTree.fromstring(content, ElementTree.XMLParser(target=builder))
    return ElementTree.tostring(root, encoding="utf-8")


def _minidom(content: bytes) -> bytes:
    return xml.dom.minidom.parseString(content).toxml().encode()


def _lxml(content: bytes) -> bytes:
    from lxml import etree

    tree = etree.ElementTree(etree.fromstring(content))
    return etree.tostring(tree, encoding="utf-8", xml_declaration=True)


XML: dict[str, Table] = {
    "ElementTree": _element_tree,
    "ElementTree, instructions": _element_tree_with_instructions,
    "minidom": _minidom,
    "lxml": _lxml,
}

JSON: dict[str, Table] = {
    "json": lambda content: plain_json.dumps(plain_json.loads(content)).encode(),
    "json, indented": lambda content: plain_json.dumps(
        plain_json.loads(content), indent=4, ensure_ascii=False
    ).encode(),
    "json, sorted": lambda content: plain_json.dumps(plain_json.loads(content), sort_keys=True).encode(),
    "json, doubles": lambda content: plain_json.dumps(plain_json.loads(content, parse_int=float)).encode(),
}


def _openpyxl(content: bytes) -> bytes:
    import openpyxl

    made = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(content)).save(made)
    return made.getvalue()


WORKBOOKS: dict[str, Table] = {"openpyxl": _openpyxl}

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def saved_by_libreoffice(reviews: Sequence[Review]) -> Iterator[io.BytesIO]:
    """Yield the workbooks of reviews as LibreOffice saves them; it starts once for a hundred, and stops after 250."""
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder, f"{number}.xlsx") for number in range(len(reviews))]
        for review, source in zip(reviews, sources, strict=True):
            excel.dump(review, source)
        out = Path(folder, "out")
        command = [OFFICE or "soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
        for first in range(0, len(sources), 100):
            some = map(str, sources[first : first + 100])
            subprocess.run([*command, *some], check=True, capture_output=True, env={**os.environ, "HOME": folder})
        for source in sources:
            yield io.BytesIO((out / source.name).read_bytes())


# -- whole reviews


class CannotRewriteError(Exception):
    """The program cannot read the file, or cannot write it."""


def _rewritten(rewrite: Table, content: bytes) -> bytes:
    try:
        return rewrite(content)
    except Exception as error:
        raise CannotRewriteError from error


def _package(rewrite: Table) -> Callable[[Review], Review]:
    def through(review: Review) -> Review:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "package")
            csv.dump(review, path)
            for table in path.glob("*.csv"):
                if table.read_bytes().count(b"\n") > 1:  # programs cannot write back a table without rows
                    table.write_bytes(_rewritten(rewrite, table.read_bytes()))
            return csv.load(path)

    return through


def _sdmx(form: sdmx.Format, rewrite: Table) -> Callable[[Review], Review]:
    def through(review: Review) -> Review:
        content = _rewritten(rewrite, sdmx.dumps(review, form).encode())
        return sdmx.loads(content, structure=sdmx.structure(review))

    return through


def _structure(rewrite: Table) -> Callable[[Review], Review]:
    def through(review: Review) -> Review:
        structure = _rewritten(rewrite, sdmx.structure(review).encode())
        return sdmx.loads(sdmx.dumps(review, "csv"), structure=structure)

    return through


def _text(module: Any, rewrite: Table) -> Callable[[Review], Review]:
    return lambda review: module.loads(_rewritten(rewrite, module.dumps(review).encode()))


def _workbook(rewrite: Table) -> Callable[[Review], Review]:
    def through(review: Review) -> Review:
        made = io.BytesIO()
        excel.dump(review, made)
        return excel.load(io.BytesIO(_rewritten(rewrite, made.getvalue())))

    return through


def _pysdmx(review: Review) -> Review:
    """Read SDMX-CSV with pysdmx, and write it with pysdmx."""
    structure = sdmx.structure(review)

    def rewrite(content: bytes) -> bytes:
        from pysdmx.io import get_datasets, write_sdmx
        from pysdmx.io.format import Format

        return str(write_sdmx(get_datasets(content.decode(), structure), Format.DATA_SDMX_CSV_2_0_0)).encode()

    return sdmx.loads(_rewritten(rewrite, sdmx.dumps(review, "csv").encode()), structure=structure)


REWRITERS: dict[str, Callable[[Review], Review]] = {
    **{f"CSV by {name}": _package(rewrite) for name, rewrite in TABLES.items()},
    **{f"SDMX-CSV by {name}": _sdmx("csv", rewrite) for name, rewrite in TABLES.items()},
    **{f"SDMX-ML by {name}": _sdmx("ml", rewrite) for name, rewrite in XML.items()},
    **{f"SDMX structure by {name}": _structure(rewrite) for name, rewrite in XML.items()},
    **{f"IATI by {name}": _text(iati, rewrite) for name, rewrite in XML.items()},
    **{f"JSON by {name}": _text(json, rewrite) for name, rewrite in JSON.items()},
    **{f"SDMX-JSON by {name}": _sdmx("json", rewrite) for name, rewrite in JSON.items()},
    **{f"Excel by {name}": _workbook(rewrite) for name, rewrite in WORKBOOKS.items()},
    **({"SDMX-CSV by pysdmx": _pysdmx} if find_spec("pysdmx") else {}),
}
