"""Drafting: from the text of an article to a brief whose every item quotes it; and the guard for briefs of others.

draft_text   a text that is being briefed: what is found in it, and the ids of its sources
quotes       the shortest quote that carries something
clauses      the clauses of a sentence
sentences    sentences as the text of a point or an event
items        what is found in a text (`evidence.facts`) as items of a brief
same_fact    the same fact told twice is one item
ranking      what a reader would call key
candidates   items in several forms, from the fullest to the simplest
checking     of each the first form that the checker does not object to
left_open    what the article leaves open
language     the language of a text, by its own words
selection    the items of one brief: the best, checked, and others in place of what is objected to
page         the text of a brief, and which item each of its lines belongs to
compose      a whole brief: the way in
guard        anybody's brief: what the saved texts carry, and what they do not, with the reason
"""
