"""Mail (.eml) and pages saved as mail (.mhtml), by the standard library; without signature, quotes and headers."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from briefing.articles.article import ArticleError
from briefing.articles.decoding import decode_text
from briefing.articles.extra import page_reader
from briefing.articles.found import Found
from briefing.articles.paragraphs import unwrapped
from briefing.base.frozen import frozen_kw_only

_LONGEST_HEADER = 2000
"""Characters of a header that are read."""
_MOST_PARTS = 200
_DEEPEST = 20
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"[ \t]*>")
_LEADS_IN = re.compile(r".{3,200}(?:wrote|writes|schrieb|écrit|a écrit|escribió)\s*:\s*\Z", re.IGNORECASE)
_FORWARD = re.compile(
    r"^(?:-{2,} ?(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht"
    r"|Message transféré|Message d'origine|Mensaje reenviado|Mensaje original) ?-{2,}"
    r"|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:|Début du message réexpédié :"
    r"|Inicio del mensaje reenviado:)[ \t]*$",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"\*?(From|Von|De|Date|Datum|Fecha|Sent|Gesendet|Envoyé|Enviado|Subject|Betreff|Objet|Asunto|To|An|À|Para|Cc|Reply-To)"
    r"\*?[ \t]?:[ \t]*(.*)\Z"
)
_ROLES = {
    "from": "from von de",
    "date": "date datum fecha sent gesendet envoyé enviado",
    "subject": "subject betreff objet asunto",
}
"""What the fields of a forwarded mail say, by their names in several languages."""
_PREFIX = re.compile(r"\A(?:(?:re|aw|fwd?|wg|tr|rv|sv)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)


@frozen_kw_only
class _Head:
    """Who sent a message, when, and about what."""

    subject: str | None
    sender: str | None
    date: str | None


def read_mail(data: bytes) -> Found:
    """Read a mail, or a page that was saved as one.

    Raises:
        ArticleError: it has no text.

    """
    try:
        message = message_from_bytes(data.lstrip())
        parts = list(_parts(message))
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise ArticleError("the mail is damaged") from error
    saved_from = _header(message, "Snapshot-Content-Location") or _location(parts)
    plain = None if saved_from else next((part for part in parts if part.get_content_type() == "text/plain"), None)
    if plain is not None:
        text = decode_text(_content(plain), plain.get_content_charset())
        if text.strip():
            return _of_text(text, _head(message))
    page = next((part for part in parts if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None)
    if page is None:
        raise ArticleError("the mail has no text")
    return _of_page(page, message, saved_from)


def _of_text(text: str, head: _Head) -> Found:
    forwarded = _FORWARD.search(text)
    if forwarded:
        head, text = _forwarded(text[forwarded.end() :].lstrip("\n"))
    return Found(
        blocks=tuple(unwrapped(_own_words(text))),
        title=_PREFIX.sub("", head.subject or "") or None,
        author=head.sender,
        published=head.date,
    )


def _of_page(page: Message, message: Message, saved_from: str | None) -> Found:
    found = page_reader()(_content(page), page.get_content_charset(), is_mail=not saved_from)
    head = _head(message)
    if saved_from:
        return Found(
            blocks=found.blocks,
            title=found.title or head.subject,
            publisher=found.publisher,
            author=found.author,
            published=found.published,
            retrieved=found.retrieved or head.date,
            url=found.url or saved_from,
            language=found.language,
        )
    return Found(
        blocks=found.blocks,
        title=_PREFIX.sub("", head.subject or "") or found.title,
        author=head.sender,
        published=head.date,
        language=found.language,
    )


def _head(message: Message) -> _Head:
    return _Head(
        subject=_header(message, "Subject"), sender=_sender(_header(message, "From")), date=_header(message, "Date")
    )


def _sender(text: str | None) -> str | None:
    """Return the name of a sender, else the address."""
    name, address = parseaddr(text or "")
    return name.strip("\"' ") or address or None


def _header(message: Message, name: str) -> str | None:
    """Return a header decoded. None: there is none, or it cannot be decoded."""
    value = message.get(name)
    if value is None:
        return None
    try:
        text = str(make_header(decode_header(str(value)[:_LONGEST_HEADER])))
    except (HeaderParseError, LookupError, ValueError, binascii.Error):
        text = str(value)[:_LONGEST_HEADER]
    return " ".join(text.split()) or None


def _location(parts: list[Message]) -> str | None:
    """Return the address of a page that was saved as MHTML by a program that names it at the part only."""
    for part in parts:
        if part.get_content_type() == "text/html" and "Content-Location" in part:
            return _header(part, "Content-Location")
    return None


def _parts(message: Message, depth: int = 0) -> Iterator[Message]:
    """Yield the parts with text, in their order, without attachments."""
    if not message.is_multipart():
        if message.get_content_maintype() in {"text", "application"} and "attachment" not in _disposition(message):
            yield message
        return
    payload = message.get_payload()
    if depth < _DEEPEST and isinstance(payload, list):
        for part in payload[:_MOST_PARTS]:
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _disposition(part: Message) -> str:
    return str(part.get("Content-Disposition", "")).lower()


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _forwarded(text: str) -> tuple[_Head, str]:
    """Return who wrote the mail that another one forwards, and its text."""
    given: dict[str, str] = {}
    lines = text.split("\n")
    at = 0
    while at < len(lines) and (not lines[at].strip() or _FIELD.match(lines[at]) or lines[at][:1] in " \t"):
        if field := _FIELD.match(lines[at]):
            given.setdefault(_role(field[1].lower()), field[2])
        elif given and not lines[at].strip():
            break
        at += 1
    head = _Head(subject=given.get("subject"), sender=_sender(given.get("from")), date=_day_of_mail(given.get("date")))
    return head, "\n".join(lines[at:])


def _role(name: str) -> str:
    return next((role for role, known in _ROLES.items() if name in known.split()), "")


def _day_of_mail(text: str | None) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat() if text else None
    except (ValueError, TypeError, OverflowError):
        return text


def _own_words(text: str) -> str:
    """Return a text without what it quotes and without the signature."""
    signature = _SIGNATURE.search(text)
    if signature:
        text = text[: signature.start()]
    kept: list[str] = []
    for line in text.split("\n"):
        if not _QUOTED.match(line):
            kept.append(line)
            continue
        while kept and not kept[-1].strip():
            kept.pop()
        if kept and _LEADS_IN.match(kept[-1]):
            kept.pop()
        kept.append("")
    return "\n".join(kept)
