"""What of a brief the saved texts do not carry: the rules of the guard, one module for each part of a brief.

An objection says which part has to go, and why. What no rule can decide is objected to as well.

objections   what a rule yields
examined     a brief with its saved texts and its check: what the rules look at
claims       points, figures and events
sources      sources, and what each says of itself
head         title, lede, tags and everything else that is no claim
counted      whether the number of a figure counts what its label and unit say
left_out     whether what a claim leaves out of a sentence changes what the rest says
own_words    whether the saved texts have some words, sentence by sentence
"""
