"""The encodings that a web page may name, and nothing else that Python happens to know.

Labels: WHATWG Encoding Standard, section 4.2, as webencodings has them.
"""

from __future__ import annotations

from tui.system.lazy_modules import lazy_modules

(standard,) = lazy_modules("webencodings", "labels")
UTF_8 = ("utf-8", "utf8")  # as nearly all pages name it, which do not need the table

# Python's codec for an encoding of the standard where it is called otherwise, or where another decodes a superset
# of it, as the standard says that pages are to be read.
CODECS = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}
REPLACEMENT = "replacement"  # hz-gb-2312, iso-2022-kr …: honouring them has been a way to hide script in text


def codec(label: str | None) -> str | None:
    """The Python codec for an encoding label of the standard, else None.

    "x-user-defined", which Python does not have, is for ``decode`` to do.
    """
    name = label.strip(" \t\n\f\r\"'").lower() if label else ""
    if name in UTF_8:
        return "utf-8"
    encoding: str | None = standard.LABELS.get(name)
    return None if encoding is None or encoding == REPLACEMENT else CODECS.get(encoding, encoding)
