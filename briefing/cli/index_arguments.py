"""Owns what may be typed after `index`."""

from __future__ import annotations

import argparse


def add_index(command: argparse.ArgumentParser) -> None:
    """Add the options of `index`."""
    command.description = (
        "Bring the index of a library in step with its files. The reader does so by itself, as far as it is open;"
        " the index lies in the cache folder and may be deleted at any time."
    )
    command.epilog = "exit codes: 0 well, 1 something could not be read or written, 2 wrong use"
    command.add_argument("folder", nargs="?", metavar="PATH", help="the library's folder")
    command.add_argument("--rebuild", action="store_true", help="throw the index away and build it anew")
    command.add_argument("--progress", action="store_true", help=argparse.SUPPRESS)
