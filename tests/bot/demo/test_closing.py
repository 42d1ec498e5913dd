"""Closing the demo: whatever ends it, no process and no folder is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_nothing_is_left_behind(how: signal.Signals, tmp_path: Path) -> None:
    demo = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert demo.stdout is not None
    assert any("http://127.0.0.1:" in line for line in demo.stdout)
    assert list(tmp_path.iterdir())
    demo.send_signal(how)
    demo.communicate(timeout=60)
    assert demo.returncode == 0
    assert list(tmp_path.iterdir()) == []
