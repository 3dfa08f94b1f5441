"""Take docs/report-page.png: a picture of the start of a report page, for the start page of the documentation.

    python docs/_pictures/take_report.py

It needs Chromium, and ``pip install playwright pillow``. Take it again when the report page has changed.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

TARGET = Path(__file__).parents[1] / "report-page.png"
WIDTH, HEIGHT = 1000, 650
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        page_file = Path(folder, "lai-chau.html")
        subprocess.run([sys.executable, "-m", "aseansc", "report", "lai-chau", "-o", str(page_file)], check=True)
        with sync_playwright() as tool:
            browser = tool.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page.goto(page_file.as_uri())
            taken = page.screenshot()
            browser.close()
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    picture.quantize(64).save(TARGET, optimize=True)  # a third of the size, and no visible difference
    print(f"wrote {TARGET}: {TARGET.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
