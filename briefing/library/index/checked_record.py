"""Checks the records of briefs that are read from an index: what this program would not have written is damage."""

from __future__ import annotations

from itertools import chain

from briefing.library.index.checked_values import checked_bytes, damage_error, is_unsafe
from briefing.library.index.record import UnpackedRecord, unpack


def unpacked_record(value: object) -> UnpackedRecord:
    """Return the record of a brief that `record.pack` has packed.

    Raises:
        IndexDamagedError: the value is not one, or holds characters that no text of a brief holds.

    """
    try:
        found = unpack(checked_bytes(value))
    except ValueError as error:
        raise damage_error(f"the record of a brief is damaged: {error}") from error
    record = found.record
    texts = chain.from_iterable((item.text, item.more, item.sources, item.when) for item in record.items)
    voices = {item.by for item in record.items}  # a set, since few speakers say most items
    if is_unsafe("\n".join((record.title or "", record.lede, *record.tags, *record.entities, *voices, *texts))):
        raise damage_error("the record of a brief holds characters that no brief holds")
    return found
