"""The tests. Importing this package lets Python keep the bytecode of what is imported after it.

pytest rewrites the asserts of each test file, and of all of hypothesis. Where PYTHONDONTWRITEBYTECODE is set it would
do so anew in each process of each run, which takes about a second of processor time.
"""

import sys

sys.dont_write_bytecode = False
