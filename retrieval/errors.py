"""What can be wrong with a knowledge base: every message names the thing, the cause and the remedy, in Chinese.

KnowledgeBaseError
 ├── HomeNotWritableError    the folder cannot be written
 ├── OutdatedStoreError      the database was made by another version
 ├── WriterBusyError         another process is writing
 ├── UnknownDocumentError    no document of that id or name
 ├── AmbiguousDocumentError  several documents of that name; the message lists their ids
 ├── EmbeddingModelError     the configured embedding model cannot be loaded
 └── VectorIndexError        the vectors cannot be read or written
"""

from __future__ import annotations


class KnowledgeBaseError(Exception):
    """The knowledge base cannot do what was asked; `str(error)` is the Chinese message a user sees."""


class HomeNotWritableError(KnowledgeBaseError):
    """The home folder cannot be created or written."""


class OutdatedStoreError(KnowledgeBaseError):
    """The database was made by another version of the program."""


class WriterBusyError(KnowledgeBaseError):
    """Another process holds the writer lock."""


class UnknownDocumentError(KnowledgeBaseError):
    """No document has that id or file name."""


class AmbiguousDocumentError(KnowledgeBaseError):
    """Several documents have that file name."""


class EmbeddingModelError(KnowledgeBaseError):
    """The configured embedding model cannot be loaded."""


class VectorIndexError(KnowledgeBaseError):
    """The vector index is damaged; it can be made again from SQL."""
