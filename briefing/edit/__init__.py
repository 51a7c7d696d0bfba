"""Changes to the text of a brief that a person or a program asks for; comments, order and layout are kept.

Each change is verified: the new text has the content of the old one except for the change.
"""
