"""The hash BLAKE2b as `hashlib` has it, without OpenSSL, which `hashlib` loads too: 2 ms of a start and 3.5 MB."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # a Python that was built without it
    from hashlib import blake2b

__all__ = ["blake2b"]
