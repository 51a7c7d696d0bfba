"""The longer lists of words of English."""

from __future__ import annotations

from briefing.evidence.languages.table import words

TITLES = frozenset(
    words(
        "president vice prime minister ministry ministers foreign defence defense interior finance health army navy"
        " air force police government governments parliament court supreme senate congress council state states"
        " republic kingdom federation union western eastern northern southern north south east west central general"
        " secretary chancellor governor mayor king queen prince princess pope lord lady sir doctor professor"
        " colonel major captain admiral church university bank company group committee commission agency office"
        " christmas easter ramadan internet covid monday english"
    )
)

DEMONYMS = (
    ("France", "French"),
    ("Spain", "Spanish"),
    ("Netherlands", "Dutch"),
    ("Poland", "Polish"),
    ("Denmark", "Danish"),
    ("Greece", "Greek"),
    ("Wales", "Welsh"),
    ("Switzerland", "Swiss"),
    ("Finland", "Finnish"),
    ("Norway", "Norwegian"),
    ("Ireland", "Irish"),
    ("Peru", "Peruvian"),
    ("Philippines", "Filipino"),
)

SOFTER = (
    "can ",
    "plan ",
    *words(
        "would should suspect presum provision prelim expect plans planned planning hope fear risk believ estimat"
        " forecast project potential possib threat chance think thought assess unclear unknown question whether about"
        " unconfirmed doubt plausib report charg accus rumour rumor alleg seek sought"
    ),
)

WEAKER = words(
    "without fail refus lack unable avoid prevent stop halt reject rule zero nothing hardly barely against oppos"
    " cannot yet unclear unknown unchanged missing absen except instead rather far less stay remain unlikely"
    " impossib unsuccess"
)

FUNCTION_WORDS = frozenset(
    words(
        "happen happens happened occur occurs occurred a an the this that these those such same own other another"
        " each every either both all any some one ones much many more most few less least several enough i me my mine"
        " we us our ours you your yours he him his she her hers it its they them their theirs who whom whose which"
        " what where when why how there here himself herself itself themselves each of in on at to for from by with"
        " without within into onto out off over under up down through across between among during before after since"
        " until till about around against along near beside besides behind beyond above below toward towards upon via"
        " per as than like despite except including and or but nor so yet if while whereas though although because"
        " unless whether then also too only just even still already again ever very quite rather well now once"
        " however meanwhile instead further moreover be is are was were been being am have has had having do does did"
        " done doing will would shall should may might can could must ought get gets got getting let lets not no"
        " never n't together apart respectively according said says say saying told tells tell added adds reported"
        " reports reporting stated states stating announced announces called calls named"
    )
)
"""Words of reporting are among them: who says what has rules of its own."""

IRREGULAR = {
    form: base
    for base, forms in (
        ("long", "length lengths longer longest"),
        ("high", "height heights higher highest"),
        ("wide", "width wider widest"),
        ("deep", "depth deeper deepest"),
        ("strong", "strength stronger strongest strengthen"),
        ("die", "died dies dead death deaths dying"),
        ("good", "better best"),
        ("bad", "worse worst"),
        ("far", "farther furthest"),
        ("man", "men"),
        ("woman", "women"),
        ("child", "children"),
        ("person", "people persons"),
        ("foot", "feet"),
        ("hot", "heat hotter hottest"),
        ("sell", "sold sale sales"),
        ("choose", "choice choices chose chosen"),
        ("lose", "lost loss losses losing"),
        ("grow", "grew grown growth"),
        ("begin", "began begun beginning beginnings"),
    )
    for form in forms.split()
}

EMPTY = frozenset(
    words(
        "the and that this these those have has had been being was were are will its their his her they them there"
        " also already even soon still now well then than with from into over for all any one two who which"
    )
)

PERSONS = words(
    "people persons person individuals men women children civilians residents inhabitants dead deaths killed died"
    " injured wounded others victims casualties survivors soldiers troops workers patients passengers"
    " missing aboard homeless displaced toll arrested detained killing lives boys girls officers refugees migrants"
    " evacuated evacuees rescued hostages prisoners captives fatalities staff employees voters protesters crew"
    " population inhabited members fans nurses doctors teachers students pupils farmers families sailors fighters"
    " citizens households travellers spectators participants viewers users customers inmates detainees police"
)

INTENT = (
    "expected",
    "expecting",
    "expects",
    "expect",
    "projected",
    "projects",
    "forecast",
    "forecasts",
    "supposed to",
    "plans to",
    "planned to",
    "planned for",
    "intends to",
    "aims to",
    "hopes to",
    "scheduled",
    "proposed",
    "set to",
    "suspected",
    "presumed",
    "provisional",
    "preliminary",
    "threatened to",
)

OPPOSITES = (
    (words("kill dead death died dies perish fatal lives"), words("injur wound hurt")),
    (
        words("increas rise rises rising rose risen grew grow higher raise climb"),
        words("decreas reduc fall falls falling fell fallen drop declin lower cut cuts shrank shrink sank slump"),
    ),
)

# Dates.
COUNTED_NOUNS = words(
    "votes seats jobs homes houses households flats cases reports members guests players fans students pupils staff"
    " employees officers police ships boats vehicles cars trucks trains buses flights copies books"
    " trees animals cattle"
    " sheep birds fish shares tonnes tons units items pieces firms companies schools hospitals shops farms villages"
    " towns islands steps pages words calories hectares acres barrels bottles tickets visitors tourists migrants"
    " refugees protesters demonstrators prisoners hostages fighters rebels personnel strong hours hrs gmt utc volts"
    " watts megawatts degrees points percent euros dollars pounds yen francs roubles rubles rupees rpm cc bp"
)
"""What digits count."""

BEGINS = words(
    "begin beginn began begun start open launch found establish create set-up sets set take takes took taking become"
    " becam join enter enters move introduc adopt sign elect appoint name succeed marr impos ban install arriv born"
    " birth enact inaugurat commenc erupt break broke form go goes went come comes came appear first"
    " buy bought acquir"
    " inherit settle debut assum originat emerg incorporat"
)
"""Beginnings of words for what happens at the first day of a stretch."""

ENDS = words(
    "end ends ended ending finish clos stop leav left quit resign retir die dies died death dead expir ceas lift"
    " resum complet conclud abolish dissol terminat reopen lapse withdr step final last surrender fall falls fell"
)
"""The same for its last day."""
