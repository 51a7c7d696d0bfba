"""Articles as people have them: plain text, Markdown, saved pages, PDF, mail, DOCX. Each becomes an `Article`.

An article is hostile input: it is read within limits, nothing in it is run, and nothing is fetched.
"""
