"""The reader as a conversation, for screen readers and for terminals that move nothing.

Same keys, same panes, same words. Each key prints what it leads to below what was printed before; nothing is drawn
again, and there is no box, no colour and no cursor.
"""
