"""Names of towns and companies, made of syllables: 24,000 towns, 1,000 companies."""

from __future__ import annotations

from itertools import product

from tests.support.realistic.words import words

_HEADS = words(
    "Al Ar Bar Bel Ber Bran Cal Cor Dal Del Dor Dun El Er Fal Fen Gar Gel Hal Har Hel Ken Kel Kir Lan Lau Lin Lor Mal"
    " Mar Mel Mor Nor Oden Or Pel Per Quen Ral Ren Ros Sal Sel Sor Tal Tar Tor Ul Val Ver Vil Wal Wen Wes Wil Yar Zel"
    " Zan Ost Kal"
)
_MIDDLES = ["", "a", "den", "e", "en", "i", "ko", "man", "ne", "o"]
_TAILS = words(
    "beck berg borg bridge burg by dorf ford gate grad ham haven holm kirk lau leigh low mere minster mont moor mouth"
    " nau ness port ridge rode rup stad stead stow thal ton vale ville wald weil wick worth zell"
)
PLACES = ["".join(parts) for parts in product(_HEADS, _MIDDLES, _TAILS)]

_FIRST = words(
    "Ard Bor Cast Dan Est Fer Grav Hav Iver Kap Lim Mar Nord Ost Pont Quar Rond Sylv Tern Ul Vest Wen Yst Zeph Alt"
    " Brem Cor Dur Elb Flor Gant Holm Ing Jar Kron Lax Mond Nev Orl Pras"
)
_LAST = words("ac aco ador alis an ana ara axis ea ec el ena eon era eta ex ia ica ilis inor ion isa ium ona yx")
COMPANIES = ["".join(parts) for parts in product(_FIRST, _LAST)]
