"""What is surely no article, told by its first bytes, and the sentence for each."""

from __future__ import annotations

_PICTURE = "it is a picture: an article is text"
_SOUND = "it is a sound or a film: an article is text"
_ARCHIVE = "it is an archive: unpack it first"
_PROGRAM = "it is a program or a data file: an article is text"

_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"ID3", _SOUND),
    (b"\xff\xfb", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"7z\xbc\xaf'\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"(\xb5/\xfd", _ARCHIVE),
    (b"\x7fELF", _PROGRAM),
    (b"MZ", _PROGRAM),
    (b"SQLite format 3\x00", _PROGRAM),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "it is a document of an old Office (.doc): save it as .docx or as plain text",
    ),
    (b"{\\rtf", "it is RTF: save it as .docx or as plain text"),
    (b"bplist00", "it is a web archive of Safari: save the page as HTML"),
)
"""First bytes of files; those of letters only are asked for a control character as well, as a text may begin so."""
_IN_RIFF = {b"WEBP": _PICTURE, b"WAVE": _SOUND, b"AVI ": _SOUND}
_IN_FTYP = (b"heic", b"heix", b"mif1", b"avif")
_LOOKED_AT = 512


def refusal(data: bytes) -> str | None:
    """Return why a file is no article. None: nothing speaks against it so far."""
    for beginning, sentence in _BEGINNINGS:
        if data.startswith(beginning) and (not beginning.isalnum() or b"\x00" in data[:_LOOKED_AT]):
            return sentence
    if data[:4] == b"RIFF":
        return _IN_RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in _IN_FTYP else _SOUND
    return _of_zip(data) if data.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _of_zip(data: bytes) -> str | None:
    if b"word/document" in data:
        return None
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        return "it is an OpenDocument file: save it as .docx or as plain text"
    if b"mimetypeapplication/epub" in data[:200]:
        return "it is a book (EPUB): save the article as plain text"
    if b"xl/workbook" in data or b"ppt/presentation" in data:
        return "it is a table or slides: save the article as plain text"
    return _ARCHIVE
