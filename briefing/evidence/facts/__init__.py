"""What a saved text says, found without a brief: its numbers, its dates, and who says, shows or estimates what.

Checking asks whether a text carries what a brief says; this is the same grammar in the other direction. It serves
drafting, the marks in a saved text that is being briefed, and `check --coverage`.

    values     what is found: `NumberFact`, `DateFact`, `SpeakerFact`, `TextFacts`
    numbers    numbers with unit, hedge, kind, and a label for what they count; its parts are `quantities`,
               `quantity_units` and `labels`, for which `sentence_tokens` and the modules that it needs read phrases
    dates      dates as EDTF, stated or reckoned from the date of publication
    speakers   who says, shows or estimates something: `speech_sentences` reads one sentence, with `speech_verbs`,
               `speech_tokens`, `quotations`; `speaker_phrases` a noun phrase, with `phrase_bounds`, `speaker_nouns`;
               `known_speakers` tells whom it means, by `names_of_text`
    marks      names and hedges, for underlining
    text       numbers, dates and speakers, for a whole text: the way in
"""
