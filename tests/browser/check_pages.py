"""Open HTML pages in headless Chromium, on a phone, a desktop and paper, and report what is wrong with them.

    python tests/browser/check_pages.py report.html site/
    python tests/browser/check_pages.py --screenshots pictures site/index.html

Each page is opened from its file at 390 and 1280 pixels, in light and in dark colours, and in print. Reported are:

- messages of the console that are errors, uncaught exceptions, and files that are missing;
- requests to any other place than the disk; they are blocked;
- content wider than the screen or the paper, with the elements that overflow;
- violations of accessibility rules that axe-core calls serious or critical.

It needs Debian's Chromium, ``pip install playwright`` and ``npm ci`` in this folder. The last line counts the pages;
the exit status is 1 if one has a problem, 2 if a program that the check needs is missing.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route

AXE: Final = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"
WIDTHS: Final = {"phone": 390, "desktop": 1280}
PAPER: Final = 718
"""The width of A4 in CSS pixels, without margins of one centimetre."""
SCHEMES: Final = ("light", "dark")
GRAVE: Final = ("serious", "critical")
LOCAL: Final = ("file:", "data:", "blob:", "about:")
ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OVERFLOWING: Final = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
    const names = wide.map(e => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") +
        (typeof e.className === "string" && e.className ? "." + e.className.trim().split(/\\s+/).join(".") : ""));
    return [`${document.documentElement.scrollWidth} px of ${width}`, ...new Set(names)].slice(0, 6);
}"""
VIOLATIONS: Final = """() => axe.run(document, {resultTypes: ["violations"], preload: false}).then(
    found => found.violations.map(
    rule => [rule.impact, rule.id, rule.help, rule.nodes.length, rule.nodes[0].target.join(" "),
        rule.nodes[0].failureSummary]))"""


@dataclass
class Problems:
    """What was found on one page, and in which views."""

    page: Path
    found: dict[str, list[str]] = field(default_factory=dict)

    def add(self, view: str, text: str) -> None:
        views = self.found.setdefault(text, [])
        if view not in views:
            views.append(view)


def pages_in(arguments: list[str]) -> list[Path]:
    """Return the HTML files that are named, and those in the folders that are named, in order."""
    pages: list[Path] = []
    for argument in arguments:
        path = Path(argument).resolve()
        found = sorted(path.rglob("*.html")) if path.is_dir() else [path]
        if not found or not found[0].is_file():
            raise SystemExit(f"{argument}: no HTML file found")
        pages += found
    return list(dict.fromkeys(pages))


def watch(page: Page, problems: Problems, view: str) -> None:
    """Note errors of the console and of scripts, failed requests, and requests to the network, which are blocked."""

    def on_route(route: Route) -> None:
        if route.request.url.startswith(LOCAL):
            route.continue_()
        else:
            problems.add(view, f"outside request: {route.request.url}")
            route.abort()

    def on_message(message: ConsoleMessage) -> None:
        if message.type == "error" and "net::ERR_" not in message.text:
            problems.add(view, f"console: {message.text}")

    def on_failure(request: Request) -> None:
        if request.url.startswith(LOCAL):
            problems.add(view, f"not found: {request.url}")

    page.route("**/*", on_route)
    page.on("console", on_message)
    page.on("requestfailed", on_failure)
    page.on("pageerror", lambda error: problems.add(view, f"script: {error}"))


def check_rules(page: Page, problems: Problems, view: str) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for impact, rule, help_, count, target, why in page.evaluate(VIOLATIONS):
        if impact in GRAVE:
            short = " ".join(why.split())[:200]
            problems.add(view, f"axe {impact} {rule} ({count}): {help_}. First: {target}. {short}")


def check_view(browser: Browser, path: Path, problems: Problems, *, device: str, scheme: Any, pictures: Any) -> None:
    """Open a page at one width in one colour scheme; on the desktop in light colours, also print it."""
    view = f"{device}, {scheme}"
    context = browser.new_context(viewport={"width": WIDTHS[device], "height": 900}, color_scheme=scheme)
    try:
        page = context.new_page()
        watch(page, problems, view)
        page.goto(path.as_uri(), wait_until="load")
        overflow(page, problems, view)
        check_rules(page, problems, view)
        if pictures is not None:
            page.screenshot(path=pictures / f"{path.stem}-{device}-{scheme}.png", full_page=True)
        if (device, scheme) == ("desktop", "light"):
            page.emulate_media(media="print")
            page.set_viewport_size({"width": PAPER, "height": 1000})
            overflow(page, problems, "print")
            printed = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "1cm"))
            if pictures is not None:
                (pictures / f"{path.stem}.pdf").write_bytes(printed)
    finally:
        context.close()


def overflow(page: Page, problems: Problems, view: str) -> None:
    wide = page.evaluate(OVERFLOWING)
    if wide:
        problems.add(view, f"wider than the page: {wide[0]}, such as {', '.join(wide[1:])}")


def check(paths: list[Path], pictures: Path | None, *, scripts: bool) -> Iterator[Problems]:
    """Yield the problems of each page."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        for path in paths:
            problems = Problems(path)
            if not scripts and "<script" in path.read_text(encoding="utf-8").lower():
                problems.add("source", "it contains a script")
            for device in WIDTHS:
                for scheme in SCHEMES:
                    check_view(browser, path, problems, device=device, scheme=scheme, pictures=pictures)
            yield problems
        browser.close()


def missing() -> list[str]:
    """Return what must be installed first."""
    from importlib.util import find_spec

    needed = {
        "Chromium: apt-get install chromium": shutil.which("chromium") is not None,
        "playwright: pip install playwright": find_spec("playwright") is not None,
        f"axe-core: npm ci --prefix {AXE.parents[2]}": AXE.is_file(),
    }
    return [name for name, found in needed.items() if not found]


def main() -> int:
    parser = argparse.ArgumentParser(description="Open HTML pages in headless Chromium and report problems.")
    parser.add_argument("paths", nargs="+", help="HTML files, and folders with HTML files")
    parser.add_argument("--no-scripts", action="store_true", help="report pages that contain a script")
    parser.add_argument("--screenshots", type=Path, help="folder for pictures of each view, and a PDF of each page")
    options = parser.parse_args()
    lacking = missing()
    if lacking:
        print("missing:", *lacking, sep="\n  ", file=sys.stderr)
        return 2
    if options.screenshots is not None:
        options.screenshots.mkdir(parents=True, exist_ok=True)
    bad = 0
    paths = pages_in(options.paths)
    for problems in check(paths, options.screenshots, scripts=not options.no_scripts):
        bad += bool(problems.found)
        print(f"{'FAILED' if problems.found else 'ok'} {problems.page}")
        for text, views in problems.found.items():
            print(f"  {text} [{'; '.join(views)}]")
    print(f"{len(paths) - bad} passed, {bad} failed")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
