"""Measure time and memory of reading Vietnamese text: 10 MB of a report, and texts designed to be slow.

    python benchmarks/vietnamese_speed.py [--text FILE] [--megabytes 10]

The text is repeated up to the given size. Without a text, a short built-in report is used.
"""

from __future__ import annotations

import argparse
import os
import time
import tracemalloc
from pathlib import Path

from aseansc import vietnamese

TEXT = "000_0339637cced9afb6.txt"
BUILT_IN = """
Dự ước đến hết năm 2019, toàn huyện còn 1.245 hộ nghèo, chiếm 8,35%, giảm 2,1 điểm % so với năm 2018.
Trong 6 tháng đầu năm, trạm y tế đã khám cho gần 35 nghìn lượt người, đạt 52% kế hoạch; tiêm chủng cho 4.120 trẻ em.
Thu ngân sách ước đạt 2 tỷ 735 triệu đồng, vượt dự toán 4,5%; thu nhập bình quân 28,5 triệu đồng/người/năm.
"""
DENSE = (
    "1.000 người ",
    "5%",
    "0 ",
    "5-",
    "từ 5 đến 7% ",
    "36/108 xã ",
    "hai mươi lăm hộ ",
    "tăng 5% ",
    "năm 2018 ",
    "9",
)


def main() -> None:
    folder = os.environ.get("ASEANSC_SOURCES")
    options = argparse.ArgumentParser(description="Measure how long it takes to read Vietnamese text.")
    options.add_argument("--text", type=Path, default=Path(folder, TEXT) if folder else None)
    options.add_argument("--megabytes", type=float, default=10)
    given = options.parse_args()
    text = given.text.read_text(encoding="utf-8") if given.text is not None else BUILT_IN
    size = len(text.encode())
    base = 0.0
    for share in (0.01, 0.1, 1):
        long = text * max(1, round(given.megabytes * share * 1e6 / size))
        start = time.process_time()
        count = sum(1 for _ in vietnamese.iterate(long))
        took = time.process_time() - start
        base = base or took
        megabytes = len(long.encode()) / 1e6
        print(f"{megabytes:8.2f} MB {count:>8} figures {took:8.2f} s {took / megabytes:6.2f} s/MB")
    long = text * max(1, round(1e6 / size))
    for name, read in (
        ("with iterate", lambda: sum(1 for _ in vietnamese.iterate(long))),
        ("with find", lambda: vietnamese.find(long)),
    ):
        tracemalloc.start()
        held = read()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        count = held if isinstance(held, int) else len(held)
        print(f"memory for 1 MB of text, {name}: peak {peak / 1e6:.2f} MB, {peak / count:.0f} bytes per figure")
    print("100 kB of one repeated phrase:")
    for piece in DENSE:
        dense = piece * (100_000 // len(piece))
        start = time.process_time()
        count = len(vietnamese.find(dense))
        print(f"  {piece!r:20} {count:>6} figures {time.process_time() - start:6.2f} s")


if __name__ == "__main__":
    main()
