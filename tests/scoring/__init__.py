"""How well the grammar finds the numbers, dates and speakers of real texts, measured against annotations by people.

`python -m tests.scoring FOLDER ...` reads every NAME.txt that has a NAME.json beside it, runs `text_facts` over it,
and prints precision, recall and F1. The texts in `tests/scoring/dev` may be kept here (`SOURCES.md` says where each
comes from); others stay outside the repository, and their folders are given as arguments.

    amounts      whether two amounts, units or things counted are the same
    annotations  what a person found in a text: NAME.json
    names        whether the speaker found is the one annotated
    matching     annotations and facts of one text, paired
    scores       counts over many texts
    report       the counts as lines, and each error with its sentence

A text: the first block is its title, then paragraphs, with blank lines between. Annotations follow these rules.

NAME.json is `{"published": EDTF or null, "language": tag, "register": word, "numbers": [], "dates": [], "speakers":
[]}`. Every annotation has `para` (0 is the title, 1 the first paragraph after it), `words` (as they stand in that
paragraph) and, if the same words occur there more than once, `nth` (the first is 1). `"optional": true` marks what
sensible people may leave out: it counts only if it is found right. In the title everything is optional.

Numbers: every number that says how many or how much, in digits or words: "a third", "half", "a quarter", "a dozen",
"six relaxes", "two" of "two people", a magnitude. None are: ordinals, dates, years, clock times, addresses, telephone
numbers, names ("Boeing 737", "Channel 4"), list numbers, "doubled", "twice", "double", "both", "a" and "an" before a
thing, plurals without a value ("hundreds of", "millions of pilgrims"), the span of time that is part of a date
("three weeks ago", "in the past two months"). "one" is annotated where it counts ("one injury"), as optional where it
only points ("one resident said"), not at all where it is a pronoun ("the new one").
- `words`: the shortest words that hold the number, its hedge and its unit: "more than $5 million", "over 700 asylum
  seekers".
- `value`, or `low` and `high` for a range, as decimal text in `unit`: 1.26 with "USD billion". A fraction may be
  written "1/3", or as a decimal. A fall is positive. Two numbers that are compared ("from 5.7 to 6.2 percent") are
  two annotations, both with the unit that they share; "3.75 to 4%" as one thing is a range.
- `unit`: "%", "USD million", "km", "people", "USD per share"; currencies by their ISO code; null for a bare count.
- `counted`: the thing counted, in the words of the text: "container volumes", "homes without power". Its head noun is
  the last word before the first preposition; `*` before a word says that it is the head. `|` stands between two that
  are as right.
- `hedge`: about, over, under, at least, at most, nearly, or null. "up to" is at most, "some" and "roughly" are about,
  "almost" and "close to" are nearly, "an estimated" and "estimates of" are about, "or more" is at least, "less than"
  and "below" are under.
- `kind`: change (a difference: a rise, a fall, "20% less"), total (a running sum: a toll, a year's sales), level (a
  state at a time: a price, a rate, a share), null where the words do not tell.
- `"passing": true` for what no reader calls a key figure: ages, scores, spans of time ("for three weeks", unit
  weeks), "one of", a size that only describes ("a six-count indictment"), conversions ("125 miles" after km).

Dates: every expression that stands for a calendar date or span: "on Tuesday", "last year", "in January and February",
"since 2019", "the third quarter", "in the 1990s", "this weekend", "today", the date line. Not "recently", "now",
"soon", "later", clock times, spans without a place in time ("for three weeks"), years in names ("the 2018 World Cup"
is optional).
- `words`: the shortest words that hold the date: "Tuesday", "June 30, 2001", "the third quarter of 2021".
- `edtf`: what it stands for, reckoned from `published` where the text leaves something out; null if it can have none.
  Where there is no `published`, what is missing stays missing: "12 May" is XXXX-05-12, "Tuesday" is null. Weeks run
  from Monday, and a bare weekday in news is the last such day up to and including `published`, unless the words speak
  of the future. Quarters are 33 to 36, seasons 21 to 24. "since 1905" is 1905/.., "until May" is ../2021-05, "by
  2050" is 2050 or ../2050, "from 2004 to 2009" is 2004/2009.
- `basis`: stated (all of it is in the words) or reckoned.
- `also`: other EDTF that are as right. Dates that only date a comparison ("from a year earlier") are annotated, as
  optional.

Speakers: every place where the text says who says, shows, holds, expects or estimates something: "said", "announced",
"according to", "data showed", "estimates suggest", "the court held", "the study found", a quotation with a tail. Not:
who decides, asks for, accuses, charges or does something, unless its content is told as words ("called it dangerous"
is optional). A verb of saying with a thing alone ("reported a profit of $5 million") is optional.
- `words`: the verb or the phrase: "said", "told the court", "according to". For a passive without a speaker ("is
  expected", "was reported") nothing is annotated.
- `who`: the name or the role as the text gives it there; for a pronoun, whom it stands for; `|` stands between names
  of the same speaker ("US Geological Survey | USGS").
- `kind`: person, organisation, document, imagery, data, media, or unnamed ("officials", "sources", "estimates").
"""
