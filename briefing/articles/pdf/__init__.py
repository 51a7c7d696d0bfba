"""PDF: its text by pypdf, put in lines, paragraphs and headings here. The only code that knows pypdf."""

from briefing.articles.pdf.read import read_pdf

__all__ = ["read_pdf"]
