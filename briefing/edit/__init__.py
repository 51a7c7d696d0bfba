"""Changes to the text of a brief that a person or a program asks for; comments, order and layout are kept.

Each change is verified: the new text has the content of the old one except for the change.

changes      the way in: `confirm`, `drop`, `move`, `put`, `insert`, `put_head`, and `BriefText` for several in a row
block_style  edits of lists and mappings whose parts have lines of their own
flow_style   edits of `[a, b]` and `{a: b}`
extents      where the parts of a list or a mapping stand
key_order    the order in which keys are written
references   which items refer to a source or a figure
edited_file  the file of a brief: each change is written at once, and can be undone
undo_log     what undoes them, kept for a later start
brief_text   a text with its tree, and whether it says what it should
"""
