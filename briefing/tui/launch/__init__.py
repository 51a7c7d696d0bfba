"""The first frame: drawn before Textual is imported, and kept at the end of a run for the next start.

There are two ways to it, and both are worth their code. Seconds from the command to the first words of the brief,
medians of seven starts at 120x40 on a busy machine with two cores, with 3 briefs and with 10,000:

    frame kept by the last start (`frame_cache`)                 0.05    0.07
    none kept: the brief is typeset without Textual (`preview`)  0.31    0.34
    neither: Textual's own first paint                           0.74    0.88

A frame is only kept for the same command, terminal and size, and as long as no file has changed that it shows.
The second way is spared the parser by `brief_cache`, which keeps the open brief as it was parsed, for every size: of
its processor time that is a tenth.
"""
