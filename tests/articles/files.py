"""Files of articles, made from a few words: DOCX, PDF, pages, mail."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

PROSE = (
    "The harbour board voted on Monday to dredge the northern channel before winter.",
    "About 1,200 ships a year pass it, and “most of them” wait for the tide, the pilot said.",
)
"""Two paragraphs that are long enough for an article."""
TITLE = "Harbour to be dredged"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def page(body: str, head: str = "", html: str = "") -> bytes:
    """Return a page; `html` are attributes of its root."""
    return f"<!DOCTYPE html><html {html}><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()


def paragraphs(*texts: str) -> str:
    """Return paragraphs in HTML."""
    return "".join(f"<p>{text}</p>" for text in texts or PROSE)


def docx(body: str, core: str = "", prolog: str = "") -> bytes:
    """Return a document of Word with this XML in its body."""
    with BytesIO() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr(
                "word/document.xml", f'{prolog}<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
            )
            archive.writestr("docProps/core.xml", f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</c>')
        return file.getvalue()


def word_paragraph(text: str, style: str = "") -> str:
    """Return a paragraph as Word writes it."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: tuple[str, ...]) -> bytes:
    """Return a PDF with these lines on its pages, in Helvetica."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "\n".join(f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 720 Td\n{shown}\nET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return (data + end).encode("cp1252")


def mail(body: str, headers: str = "") -> bytes:
    """Return a mail."""
    head = f"From: Ann Lee <ann@example.org>\nDate: Mon, 21 Oct 2024 23:30:00 -0700\nSubject: {TITLE}\n{headers}"
    return f"{head}MIME-Version: 1.0\n\n{body}".encode()
