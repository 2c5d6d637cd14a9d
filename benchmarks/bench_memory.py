"""The peak memory of a process that exports one artwork, for every format, each in a fresh process (Linux, macOS).

    uv run python benchmarks/bench_memory.py [--formats square,banner-600x200] [ARTWORK.svg]

The artwork is stretched to the format. Pictures are measured also of print formats, which are made as PDF otherwise.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from engine.formats import load

ROOT = Path(__file__).parents[1]
POSTER = ROOT / "tests" / "export" / "artworks" / "posters" / "tall.svg"
LIMIT_MB = {"banner-600x200": 1000}
OTHERS_LIMIT_MB = 600

ONE_EXPORT = """
import datetime, resource, sys, tempfile
from pathlib import Path
from engine.export import export
from engine.formats import load
from engine.scene import scene_of
from engine.typography import Artwork
formats, artwork, id, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "out"
    made = Artwork(scene_of(artwork.read_bytes()))
    export(made, load(formats).by_id[id], kind, path, datetime.date(2026, 12, 21))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak // (1024 if sys.platform != "darwin" else 1024 * 1024), path.stat().st_size // 1024)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("artwork", nargs="?", type=Path, default=POSTER)
    parser.add_argument("--formats", help="ids; all when none is given")
    arguments = parser.parse_args()
    formats = load(ROOT / "formats.yaml")
    chosen = formats.select(arguments.formats.split(",")) if arguments.formats else formats.formats
    failures = 0
    print(f"{'format':22}{'kind':6}{'px':>14}{'peak MB':>9}{'file KB':>9}{'seconds':>9}")
    for format in chosen:
        for kind in dict.fromkeys(("png", *format.files)):
            start = time.perf_counter()
            command = [sys.executable, "-c", ONE_EXPORT, ROOT / "formats.yaml", arguments.artwork, format.id, kind]
            output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            peak, size = map(int, output.split())
            limit = LIMIT_MB.get(format.id, OTHERS_LIMIT_MB)
            failures += peak > limit
            pixels = "×".join(map(str, format.pixels))
            seconds = time.perf_counter() - start
            remark = f"  ← over {limit}" if peak > limit else ""
            print(f"{format.id:22}{kind:6}{pixels:>14}{peak:9}{size:9}{seconds:9.2f}{remark}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
