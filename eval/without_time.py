"""An Office file without the time at which it was written, so that the same content is the same bytes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PROPERTIES = "docProps/core.xml"
DATE = re.compile(rb"(?<=>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(?=</dcterms:)")
FIRST_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can hold


def without_time(data: bytes) -> bytes:
    """The archive with every member dated the same, and the dates in its properties too."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as written, ZipFile(buffer, "w", ZIP_DEFLATED) as undated:
        for name in written.namelist():
            content = written.read(name)
            info = ZipInfo(name, FIRST_DATE)
            info.compress_type = ZIP_DEFLATED
            undated.writestr(info, DATE.sub(b"1980-01-01T00:00:00Z", content) if name == PROPERTIES else content)
    return buffer.getvalue()
