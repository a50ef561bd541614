"""An installed copy has every data file that the program reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("ingest", "retrieval", "app", "eval")
LIST_DATA_FILES = """
from setuptools import Distribution
distribution = Distribution()
distribution.parse_config_files()
command = distribution.get_command_obj("build_py")
command.ensure_finalized()
command.manifest_files = {}  # else it would write into the tree
for package in command.packages:
    print(*command.find_data_files(package, command.get_package_dir(package)), sep="\\n")
"""


def test_every_data_file_goes_into_the_wheel() -> None:
    listed = subprocess.run([sys.executable, "-c", LIST_DATA_FILES], cwd=ROOT, check=True, capture_output=True, text=True)
    packed = {Path(line) for line in listed.stdout.splitlines()}
    files = {path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file()}
    needed = {path for path in files if path.suffix not in (".py", ".pyc")}
    assert Path("app/web/.streamlit/config.toml") in needed
    assert sorted(needed - packed) == []
