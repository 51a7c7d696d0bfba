"""Explanations of the codes of the format: keys, types, values, ids, references."""

from __future__ import annotations

from briefing.base.problems import Code
from briefing.report.explanations.explanation import CodeExplanation

_ARTICLE = "sources:\n  article: {kind: article}"

CODE_EXPLANATIONS = (
    CodeExplanation(
        Code.FIELD_UNKNOWN,
        "The format has no such key here, so it is ignored. Keys that begin with x- are for your own data.",
        "ledge: Talks resume.",
        "lede: Talks resume.\nx-desk: Europe",
    ),
    CodeExplanation(
        Code.FIELD_MISSING,
        "A required key is missing or has no value.",
        "briefing: 1",
        "briefing: 1\ntitle: Harbour talks resume",
    ),
    CodeExplanation(
        Code.TYPE,
        "The value has the wrong type: a text instead of a list, or a list instead of a text.",
        "summary: Talks resume.",
        "summary: [Talks resume.]",
    ),
    CodeExplanation(
        Code.VALUE,
        "The key takes one of a few words, and this is not one of them.",
        "status: finished",
        "status: final",
    ),
    CodeExplanation(
        Code.VERSION,
        "The brief is in a version of the format that this program does not read. It reads version 1.",
        "briefing: 2\ntitle: Harbour talks resume",
        "briefing: 1\ntitle: Harbour talks resume",
    ),
    CodeExplanation(
        Code.DATE,
        "Dates are written in EDTF (ISO 8601-2): 2024-10-21, 2024-10, 190X, 2025-01/2025-02, 1900~. "
        "What the source does not state is left open: XXXX-01 is a January of an unknown year.",
        "date: 29 February 2023",
        "date: 2023-02-28",
    ),
    CodeExplanation(
        Code.NUMBER,
        "A number is digits, with a point before decimals and at most one kind of mark between thousands. "
        "Hedges belong in `approx`, units in `unit`.",
        "figures:\n  - {label: Length, value: about 850 metres}",
        "figures:\n  - {label: Length, value: 850, unit: metres, approx: about}",
    ),
    CodeExplanation(
        Code.ID,
        "An id has small letters, digits and hyphens. The id of a brief is its path inside the library without .yaml.",
        "figures:\n  - {id: Bridge Length, label: Length, value: 850}",
        "figures:\n  - {id: bridge-length, label: Length, value: 850}",
    ),
    CodeExplanation(
        Code.ID_TWICE,
        "Two items of the brief have the same id, so that references to it are ambiguous.",
        "figures:\n  - {id: dead, label: Killed, value: 12}\n  - {id: dead, label: Killed later, value: 14}",
        "figures:\n  - {id: dead, label: Killed, value: 12}\n  - {id: dead-later, label: Killed later, value: 14}",
    ),
    CodeExplanation(
        Code.REFERENCE,
        "The brief has no source, or no figure, with this id.",
        f"summary:\n  - {{text: Talks resume., cites: artikel}}\n{_ARTICLE}",
        f"summary:\n  - {{text: Talks resume., cites: article}}\n{_ARTICLE}",
    ),
    CodeExplanation(
        Code.MARKING,
        "A marking is a label of the Traffic Light Protocol 2.0, spelled exactly: TLP:RED, TLP:AMBER+STRICT, "
        "TLP:AMBER, TLP:GREEN, TLP:CLEAR. Until it is corrected, it is not known with whom the brief may be shared.",
        "marking: TLP WHITE",
        "marking: TLP:CLEAR",
    ),
    CodeExplanation(
        Code.LANGUAGE,
        "A language is a BCP 47 tag, which begins with the shortest code of the language: en, de, pt-BR, haw.",
        "language: english",
        "language: en",
    ),
    CodeExplanation(
        Code.URL,
        "Only complete http and https addresses are ever opened.",
        "sources:\n  article: {kind: article, url: 'javascript:alert(1)'}",
        "sources:\n  article: {kind: article, url: 'https://example.org/talks'}",
    ),
    CodeExplanation(
        Code.FILE_PATH,
        "A saved text is given by its path inside the library, with / between folders. Nothing outside is read.",
        "sources:\n  article: {kind: article, file: ../texts/talks.txt}",
        "sources:\n  article: {kind: article, file: texts/talks.txt}",
    ),
    CodeExplanation(
        Code.SHA256,
        "The checksum of a saved text is 64 hex digits. `briefing check --fix --pin` writes it.",
        "sources:\n  article: {kind: article, file: talks.txt, sha256: 12ab}",
        f"sources:\n  article: {{kind: article, file: talks.txt, sha256: {'12ab' * 16}}}",
    ),
    CodeExplanation(
        Code.PARAGRAPH,
        "`at` is the number of a paragraph of the saved text, counted from 1 after its title.",
        f"summary:\n  - {{text: Talks resume., cites: {{quote: talks will resume, at: third}}}}\n{_ARTICLE}",
        f"summary:\n  - {{text: Talks resume., cites: {{quote: talks will resume, at: para 3}}}}\n{_ARTICLE}",
    ),
    CodeExplanation(
        Code.CITE_SOURCE,
        "A cite may leave out its source only if the brief has exactly one source of kind article.",
        "summary:\n  - {text: Talks resume., cites: {quote: talks will resume}}",
        f"summary:\n  - {{text: Talks resume., cites: {{quote: talks will resume}}}}\n{_ARTICLE}",
    ),
    CodeExplanation(
        Code.FIGURE_AMOUNT,
        "A figure has one of: `value`; `low` and `high`; `value` with `low` and `high`; `derived`.",
        "figures:\n  - {label: Killed, low: 3000}",
        "figures:\n  - {label: Killed, low: 3000, high: 4000}",
    ),
    CodeExplanation(
        Code.INTERVAL,
        "The lower end of an interval is above its upper end, or its `value` is outside the interval.",
        "figures:\n  - {label: Killed, low: 4000, high: 3000}",
        "figures:\n  - {label: Killed, low: 3000, high: 4000}",
    ),
    CodeExplanation(
        Code.DERIVATION,
        "A derived figure is arithmetic on the ids of other figures: + − × ÷ and brackets, nothing else.",
        "figures:\n  - {label: Share, derived: killed / }",
        "figures:\n  - {id: killed, label: Killed, value: 3}\n  - {id: sent, label: Sent, value: 9}\n"
        "  - {label: Share, derived: killed / sent}",
    ),
    CodeExplanation(
        Code.DERIVATION_LOOP,
        "The figure is derived from itself, directly or by way of others.",
        "figures:\n  - {id: share, label: Share, derived: share / sent}\n  - {id: sent, label: Sent, value: 9}",
        "figures:\n  - {id: killed, label: Killed, value: 3}\n  - {id: sent, label: Sent, value: 9}\n"
        "  - {id: share, label: Share, derived: killed / sent}",
    ),
    CodeExplanation(
        Code.EVENT_WHEN,
        "An event has a date in `when`, or the source's own words for the time in `stated`.",
        "timeline:\n  - text: The bridge is destroyed.",
        "timeline:\n  - text: The bridge is destroyed.\n    stated: early in the 20th century",
    ),
    CodeExplanation(
        Code.BASIS_NOTE,
        "A date that is the writer's own interpretation (`basis: editor`) needs a `note` that gives the reason.",
        "timeline:\n  - {text: Talks resume., when: 2025-01, basis: editor}",
        "timeline:\n  - {text: Talks resume., when: 2025-01, basis: editor, note: The year is that of the visit.}",
    ),
)
