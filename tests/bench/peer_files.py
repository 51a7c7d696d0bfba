"""What newsboat and neomutt read: the same titles and words as the realistic library, without any network."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.realistic import head_of, made

_SAID = re.compile(r'^(?:lede|  - (?:text|label)): "(.*)"$', re.MULTILINE)
_FIRST = 1_262_304_000
"""Seconds since 1970 of the first item."""
_FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Briefs</title>
<link>https://news.example/</link><description>Briefs</description></channel></rss>
"""
_MUTT = """set header_cache = "{folder}/headers"
set folder = "{folder}"
set spoolfile = "{folder}/mail"
set mbox_type = Maildir
set sort = date-received
set pager_index_lines = 0
set quit = yes
set confirm_append = no
set mark_old = no
set wait_key = no
set index_format = "%4C %s"
set sendmail = /bin/true
"""


class Item(NamedTuple):
    """What a peer shows of one brief."""

    title: str
    words: str
    """Lede, points, labels and events, a line each."""
    seconds: int
    """Since 1970: each item a minute after the one before."""


def items(count: int) -> Iterator[Item]:
    """Yield the items of a library of so many briefs."""
    for number in range(count):
        head = head_of(number)
        words = "\n\n".join(_SAID.findall(made(head).yaml))
        yield Item(head.title, words, _FIRST + 60 * number)


def write_newsboat(folder: Path, count: int) -> list[str]:
    """Write a feed and newsboat's cache with all items in it; return the command that opens it."""
    folder.mkdir(parents=True)
    feed = folder / "feed.xml"
    feed.write_text(_FEED, encoding="utf-8")
    address = feed.as_uri()
    (folder / "urls").write_text(f"{address}\n", encoding="utf-8")
    settings = ("confirm-exit no", "refresh-on-startup no", "cleanup-on-quit no", "auto-reload no")
    (folder / "config").write_text("\n".join(settings) + "\n", encoding="utf-8")
    named = (("-u", "urls"), ("-c", "cache.db"), ("-C", "config"))
    command = ["newsboat", *(part for option, name in named for part in (option, str(folder / name)))]
    subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)
    database = sqlite3.connect(folder / "cache.db")
    rows = (
        (f"brief-{number}", item.title, f"https://news.example/{number}", address, item.seconds, item.words)
        for number, item in enumerate(items(count))
    )
    with database:
        database.executemany(
            "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread, enclosure_url,"
            " enclosure_type) VALUES (?, ?, '', ?, ?, ?, replace(?, char(10), '<br>'), 1, '', '')",
            rows,
        )
    database.close()
    return command


def write_neomutt(folder: Path, count: int) -> list[str]:
    """Write a Maildir with all items; return the command that opens it, which fills the header cache the first time."""
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    for number, item in enumerate(items(count)):
        path = folder / "mail" / "cur" / f"{item.seconds}.{number}.example:2,"
        path.write_text(_mail(number, item), encoding="utf-8")
    (folder / "muttrc").write_text(_MUTT.format(folder=folder), encoding="utf-8")
    return ["neomutt", "-n", "-F", str(folder / "muttrc"), "-f", str(folder / "mail")]


def _mail(number: int, item: Item) -> str:
    minutes = number % 1440
    head = (
        f"From: Desk <desk@news.example>\nTo: reader@news.example\nSubject: {item.title}\n"
        f"Date: {1 + number // 1440 % 28} Jan {2010 + number // 40_320} {minutes // 60:02}:{minutes % 60:02}:00 +0000\n"
        f"Message-ID: <{number}@news.example>\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return f"{head}{item.words}\n"
