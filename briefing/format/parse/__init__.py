"""Reading a file into a brief, with every rule of the format.

Reading never raises: everything that is wrong is a problem with a place, and everything else is in the brief.
"""

from briefing.format.model import Reading
from briefing.format.parse.reader import read_brief_bytes, read_brief_text

__all__ = ["Reading", "read_brief_bytes", "read_brief_text"]
