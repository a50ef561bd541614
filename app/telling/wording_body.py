"""The Chinese sentences of answers on what a document says of the body itself."""

from __future__ import annotations

HEAD = "**{document}**写明："
SAID = "> {said}[{mark}]"
