from __future__ import annotations

import sys
from pathlib import Path

from tests.support.realistic import write_realistic_library

if len(sys.argv) != 3:
    sys.exit("usage: python -m tests.support.realistic FOLDER COUNT")
write_realistic_library(Path(sys.argv[1]), int(sys.argv[2]))
