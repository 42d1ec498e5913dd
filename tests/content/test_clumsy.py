"""Whatever an editor breaks, they get a list of faults with places, never a traceback."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from content import ContentError, load

SAMPLE = Path(__file__).parent / "sample"
FILES = sorted(path.relative_to(SAMPLE) for path in SAMPLE.rglob("*.*") if path.is_file())
LINES = [
    (file, number)
    for file in FILES
    for number in range(len((SAMPLE / file).read_text(encoding="utf-8").split("\n")))
]
VALUES = ["", '""', '"', '"""', "0", "1", "[1]", "[[1]]", "{ a = 1 }", "true", "1.5", "1979-01-01"]
OTHER_LINES = [None, "", "[x]", "[[id]]", "[[questions]]", "<b>", "&", "{", "+++", "## 3. X"]
PLACE = re.compile(r"content/(fr|en)(/[\w./-]+)?:[1-9]\d*: \S")


@given(st.sampled_from(LINES), st.sampled_from([f"= {value}" for value in VALUES] + OTHER_LINES))
@settings(max_examples=200, deadline=None)
def test_a_line_lost_or_spoiled(place, instead):
    file, number = place
    with TemporaryDirectory() as parent:
        folder = Path(parent) / "content"
        shutil.copytree(SAMPLE, folder)
        lines = (folder / file).read_text(encoding="utf-8").split("\n")
        if instead and instead.startswith("="):
            instead = f"{lines[number].partition(' = ')[0]} {instead}"
        lines[number : number + 1] = [] if instead is None else [instead]
        (folder / file).write_text("\n".join(lines), encoding="utf-8")
        assert_only_faults(folder)


def assert_only_faults(folder: Path) -> None:
    try:
        load(folder)
    except ContentError as error:
        for fault in str(error).split("\n"):
            assert PLACE.match(fault), fault
