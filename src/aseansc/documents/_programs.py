"""Read .doc files with a program that is installed, antiword or catdoc, and bound its time and memory."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from aseansc.documents._raw import RawPassage, RawSource, RawTable
from aseansc.documents._source import PassageKind
from aseansc.errors import DocumentError, MissingExtraError

SECONDS: Final = 60
MEMORY: Final = 1 << 30
LARGEST_OUTPUT: Final = 64 * 2**20

_TABLES: Final = "tables may be damaged: this format is read as lines of text"
_ITEM: Final = re.compile(r"[-+*•–]\s*\S")
_LONGEST_HEADING: Final = 150
_PICTURE: Final = re.compile(r"\[pic\]")
_PICTURES: Final = "pictures, not read"


def read_doc(content: bytes, where: str) -> RawSource:
    """Return the passages of a .doc file.

    Raises:
        MissingExtraError: if neither antiword nor catdoc is installed.
        DocumentError: if the program cannot read the file, or takes too much time or memory.
    """
    if _is_installed("antiword"):
        command, reading = ["antiword", "-m", "UTF-8.txt", "-w", "0"], "doc.antiword/1"
    elif _is_installed("catdoc"):
        command, reading = ["catdoc", "-w", "-d", "utf-8", "-s", "cp1252"], "doc.catdoc/1"
    else:
        raise _missing(".doc", "antiword or catdoc", "apt-get install antiword", where)
    return _passages(_output(command, content, ".doc", where), reading)


def _is_installed(name: str) -> bool:
    return shutil.which(name) is not None


def _missing(suffix: str, names: str, command: str, where: str) -> MissingExtraError:
    return MissingExtraError(
        f"{suffix} files need a program that is not installed",
        where=where,
        got=names,
        hint=f"Install it ({command}), or save the file as .docx.",
    )


def _output(command: list[str], content: bytes, suffix: str, where: str) -> str:
    """Return what a program prints for a file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"document{suffix}")
        file.write_bytes(content)
        done = run([*command, str(file)], b"", where)
    text = done.decode("utf-8", "replace")
    if not text.strip():
        raise DocumentError(
            "no text was found in the file",
            where=where,
            hint="It may be damaged, encrypted or of a newer format. Save it as .docx.",
        )
    return text


def run(
    command: list[str], given: bytes, where: str, *, seconds: int | None = None, env: dict[str, str] | None = None
) -> bytes:
    """Run a program on untrusted input with limits on time, memory and output, and return what it prints.

    It runs in an empty folder, so that it uses no file beside the document.

    Raises:
        DocumentError: if it fails or exceeds a limit.
    """
    seconds = SECONDS if seconds is None else seconds
    with (
        tempfile.TemporaryDirectory() as folder,
        tempfile.TemporaryFile() as output,
        tempfile.TemporaryFile() as errors,
        tempfile.TemporaryFile() as source,
    ):
        source.write(given)
        source.seek(0)
        process = subprocess.Popen(command, stdin=source, stdout=output, stderr=errors, env=env, cwd=folder)
        try:
            _limit(process.pid)
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise DocumentError(
                "the file takes too much time to read",
                where=where,
                expected=f"at most {seconds} seconds",
                hint="Split it into several files, or save it as .docx.",
            ) from None
        except BaseException:
            process.kill()
            process.wait()
            raise
        size = output.seek(0, 2)
        if status != 0 or size > LARGEST_OUTPUT:
            errors.seek(0)
            said = errors.read(2000).decode("utf-8", "replace").strip().splitlines()
            raise DocumentError(
                "the file cannot be read: it is damaged, encrypted or too large",
                where=where,
                got=said[-1][:200] if said else f"exit status {status}",
                hint="Open it in the program it was written with, and save it as .docx.",
            )
        output.seek(0)
        return output.read()


def _limit(pid: int) -> None:
    """Bound the memory and output of a process, where the system can."""
    if sys.platform != "linux":
        return
    import resource

    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (LARGEST_OUTPUT + 1, LARGEST_OUTPUT + 1))
    except (OSError, ValueError):  # it has ended already, or the system has a lower limit
        return


def _passages(text: str, reading: str) -> RawSource:
    items: list[RawPassage | RawTable] = []
    losses = Counter({_PICTURES: len(_PICTURE.findall(text))})
    if "|" in text or "\x07" in text:
        losses[_TABLES] = 1
    for line in _PICTURE.sub("", text).replace("\r\n", "\n").split("\n"):
        words = " ".join(line.strip().split(" "))
        if not words.strip("|\t "):
            continue
        kind = PassageKind.LIST_ITEM if _ITEM.match(words) else PassageKind.PARAGRAPH
        if len(words) <= _LONGEST_HEADING and words.isupper() and words[-1] not in ".;:,":
            kind = PassageKind.HEADING
        items.append(RawPassage(kind, [(words, "")], f"p{len(items) + 1}"))
    return RawSource(items, reading, losses)
