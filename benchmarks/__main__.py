"""Run all measurements, one after the other, each in a process of its own."""

import subprocess
import sys

for name in ("app", "reach", "coverage", "gazetteer", "reading", "growth", "refreshing", "own_lists"):
    print(f"\n## {name}\n", flush=True)
    subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], check=True)
