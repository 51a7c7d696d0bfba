"""What an index holds, in a few characters that are others once it holds something else."""

from __future__ import annotations

import json
from hashlib import blake2b

from briefing.format.parse import Reading
from briefing.format.parse.schema import BLOCKS
from briefing.library.index.record import record_of
from briefing.library.index.schema import COLUMNS, MADE
from tests.support.render_samples import EVERYTHING


def digest() -> str:
    """Return the digest of the tables, of the fields that are read, and of what is kept of a brief with all of them."""
    record = record_of(Reading(EVERYTHING, ()))
    fields = {name: [(field.name, field.kind, field.says) for field in block.fields] for name, block in BLOCKS.items()}
    whole = json.dumps([MADE, COLUMNS, fields, record, record.columns("id")], sort_keys=True, default=str)
    return blake2b(whole.encode(), digest_size=8).hexdigest()
