"""What can be wrong with a file: every message names the thing, the cause and the remedy, in Chinese, for the person who runs the program.

IngestError
 ├── UnreadableFileError   damaged, protected, empty, binary, without text
 ├── UnsupportedFileError  a format that is not read; names what to convert it to
 └── StandardFormError     a file of prescribed forms is not written as docs/standard_forms.md says
"""

from __future__ import annotations


class IngestError(Exception):
    """A file could not be read; `str(error)` is the Chinese message a user sees."""


class UnreadableFileError(IngestError):
    """The file is of a known type but its content cannot be read."""


class UnsupportedFileError(IngestError):
    """The file is of a type that is not read."""


class StandardFormError(IngestError):
    """A file of prescribed forms is wrong; the message names that file, not the document being read."""
