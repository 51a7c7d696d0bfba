"""Drafting: from the text of an article to a brief whose every item quotes it; and the guard for briefs of others.

items      what is found in a text (`evidence.facts`) as items of a brief, with the shortest quote
compose    a whole brief: the same fact once, ranked, and what the checker objects to left out
guard      anybody's brief: what the saved texts carry, and what they do not, with the reason
"""
