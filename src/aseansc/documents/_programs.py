"""Run another process on untrusted input, and bound its time, memory and output."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from typing import Final

from aseansc.errors import DocumentError

MEMORY: Final = 1 << 30
LARGEST_OUTPUT: Final = 64 * 2**20


def run(command: list[str], given: bytes, where: str, *, seconds: int = 60, env: dict[str, str] | None = None) -> bytes:
    """Run a program on untrusted input with limits on time, memory and output, and return what it prints.

    It runs in an empty folder, so that it uses no file beside the document.

    Raises:
        DocumentError: if it fails or exceeds a limit.
    """
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
