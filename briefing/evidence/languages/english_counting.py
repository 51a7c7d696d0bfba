"""The words of English between a number and what it counts."""

from __future__ import annotations

from decimal import Decimal

from briefing.evidence.languages.counting import Counting
from briefing.evidence.languages.table import listed, words

ENGLISH_COUNTING = Counting(
    money_first=True,
    long_scales={Decimal(10**6): "million", Decimal(10**9): "billion", Decimal(10**12): "trillion"},
    plural_units={"foot": "feet", "inch": "inches"},
    points="percentage points",
    wholes=listed("of GDP; of gross domestic product"),
    per="per",
    per_any=("per",),
    per_some=words("a an each"),
    per_nouns=words(
        "share barrel tonne ton kilo kilogram pound bushel ounce gallon litre liter head person household unit night"
        " day week month year hour minute student pupil child patient employee worker vote ticket copy litre"
        " kilometre"
        " mile acre hectare square megawatt kilowatt kilowatt-hour megawatt-hour bottle metre meter sheep cow plate"
    ),
    interval_words=listed("ci; c.i.; confidence interval; credible interval; confidence limits; range"),
    numbered=words(
        "day game round chapter part phase stage group episode season act scene heat lap type level channel"
    ),
    no_quantities=words("both pair"),
    idioms=listed(
        "at one point; at one time; at one stage; 911 call; 911 calls; 999 call; 999 calls; back to square one"
    ),
    level_verbs=words(
        "was were is are be been come stood stands stand standing came comes totalled totaled totals totalling totaling"
        " amounted amounts amounting averaged averages averaging reached reaches reaching remained remains stayed"
        " stays hit hits peaked peaks numbered numbers measured measures weighed weighs costs cost became exceeded"
        " exceeds topped tops equalled equals represents represented held settled ended closed finished opened"
        " started began traded runs ran lies lay put estimated valued worth priced set fixed kept left unchanged"
        " targeted puts values valuing closing ranges ranged ranging sets set allocates allocated earmarked average"
        " total raise raises raised raising lift lifts lifted lowered cut cuts trimmed added adds add earned earns"
        " posted posts reported saw sees expected forecast forecasts projected expecting reach remain stay peak"
        " exceed equal surpassed passed crossed accounted bottomed bottoms touched"
    ),
    object_verbs=frozenset(
        words(
            "raise raises raised raising lift lifts lifted lowered cut cuts trimmed added adds add earned earns"
            " posted posts reported saw sees expected forecast forecasts projected expecting put puts estimated"
            " priced set fixed kept left targeted held"
        )
    ),
    pace_links=("at",),
    objects=words("it them"),
    before_to=frozenset(
        words("compared relative due related equivalent equal close up down thanks according owing linked")
    ),
    no_passive=frozenset(words("travel have get go come become die live stay remain arrive walk fall rise last take")),
    number_adjectives=frozenset(
        words("record further additional total combined whopping staggering massive mere estimated extra full single")
    ),
    gerund=("ing", "ed"),
    present_endings=words("s ing"),
    turn_adverbs=frozenset(words("up down higher lower")),
    scale_nouns=frozenset(words("magnitude category grade")),
    money_nouns=frozenset(words("loss gain cut")),
    from_words=("from",),
    distance="Distance",
    area="Area",
    pace_nouns=words("rate pace level"),
    weak_heads=frozenset(words("seekers personnel members holders sites posts officers units cases")),
    links=words("to at of from by between with for on in into under above below over around than as"),
    comparisons=listed(
        "compared with; compared to; against; versus; vs; vs.; up from; down from; rather than; instead of; from;"
        " a rise from; an increase from; a decrease from; previously; relative to"
    ),
    clause_words=frozenset(
        words(
            "that while but whereas although though because since if when where which who whose whom after before as"
            " until unless so yet and or than what how why"
        )
    ),
    auxiliaries=frozenset(
        words(
            "was were is are be been being am has have had having will would can could may might shall should must"
            " cannot do does did to get got gets cannot"
        )
    ),
    passive=frozenset(words("was were is are be been being am get got gets")),
    modals=frozenset(words("cannot will would can could may might shall should must to")),
    adverbs=frozenset(
        words(
            "well far either still already also now never ever just even not so yet again soon since often then"
            " only both all once alone together overall anywhere"
        )
    ),
    participles={
        "took": "taken",
        "takes": "taken",
        "taking": "taken",
        "gave": "given",
        "gives": "given",
        "giving": "given",
        "saw": "seen",
        "sees": "seen",
        "seeing": "seen",
        "drove": "driven",
        "drew": "drawn",
        "threw": "thrown",
        "withdrew": "withdrawn",
        "broke": "broken",
        "stole": "stolen",
        "stealing": "stolen",
        "chose": "chosen",
        "wrote": "written",
        "flew": "flown",
        "grew": "grown",
        "ate": "eaten",
        "shook": "shaken",
        "leaving": "left",
        "leaves": "left",
        "left": "left",
        "making": "made",
        "makes": "made",
        "made": "made",
        "sending": "sent",
        "sends": "sent",
        "sent": "sent",
        "building": "built",
        "builds": "built",
        "built": "built",
        "losing": "lost",
        "loses": "lost",
        "lost": "lost",
        "buying": "bought",
        "buys": "bought",
        "bought": "bought",
        "selling": "sold",
        "sells": "sold",
        "sold": "sold",
        "paying": "paid",
        "pays": "paid",
        "paid": "paid",
        "spending": "spent",
        "spends": "spent",
        "spent": "spent",
        "holding": "held",
        "holds": "held",
        "held": "held",
        "winning": "won",
        "wins": "won",
        "won": "won",
        "found": "found",
        "finding": "found",
        "finds": "found",
        "cutting": "cut",
        "cut": "cut",
        "cuts": "cut",
        "hitting": "hit",
        "hit": "hit",
        "bringing": "brought",
        "brought": "brought",
        "shot": "shot",
        "fed": "fed",
        "taught": "taught",
        "caught": "caught",
        "led": "led",
        "kept": "kept",
        "set": "set",
        "put": "put",
        "hurt": "hurt",
        "shut": "shut",
        "laid": "laid",
        "expecting": "expected",
        "expects": "expected",
        "forecast": "forecast",
        "forecasts": "forecast",
        "seeking": "sought",
        "killing": "killed",
        "injuring": "injured",
        "wounding": "wounded",
        "trapping": "trapped",
        "stranding": "stranded",
        "employs": "employed",
        "employing": "employed",
        "serves": "served",
        "treats": "treated",
        "houses": "housed",
        "affects": "affected",
        "hosts": "hosted",
        "produces": "produced",
        "carries": "carried",
        "carrying": "carried",
        "represents": "represented",
        "covers": "covered",
        "operates": "operated",
        "owns": "owned",
        "includes": "included",
        "received": "received",
        "hung": "hung",
        "swept": "swept",
        "bore": "borne",
        "spread": "spread",
        "rebuilt": "rebuilt",
        "meant": "meant",
        "got": "got",
        "known": "known",
        "done": "done",
        "raising": "raised",
        "raises": "raised",
        "costing": "cost",
        "earning": "earned",
        "earns": "earned",
    },
    bases=dict(
        pair.split()
        for pair in listed(
            "pay paid; spend spent; sell sold; buy bought; send sent; build built; make made; take taken; give given;"
            " lose lost; win won; hold held; find found; get got; bring brought; lend lent; write written; draw drawn;"
            " see seen; keep kept; lead led; leave left; put put; set set; shut shut; let let; teach taught; catch"
            " caught; feed fed; drive driven; grow grown; fly flown; plan planned; ship shipped; drop dropped; scrap"
            " scrapped; admit admitted; fit fitted; ban banned; shed shed; cut cut; hit hit; hurt hurt; lay laid"
        )
    ),
    noun_verbs=frozenset(
        words(
            "numbers measures costs cost values ranges sets posts reports cuts lifts hits runs lies holds forecast"
            " forecasts projects estimates total average peak lead"
        )
    ),
    intransitive=frozenset(
        words(
            "die died fled flee walk walked collapse collapsed arrive arrived came come"
            " went go left leave survived survive voted vote crossed cross remain remained live lived lives work"
            " worked stayed stay returned return lost attended attend responded respond graduated completed complete"
            " marched gathered gather closed joined join took fell applied apply participated backed back supported"
            " support opposed said say had have need needed want wanted use used received receive own owned suffered"
            " suffer face faced"
        )
    ),
    particles=frozenset(words("off away out down up over in on")),
    persons=frozenset(
        words(
            "miners drivers firefighters visitors tourists guests delegates lawmakers seafarers pilots marchers"
            " pilgrims commuters riders attendees protestors rebels civilians believers owners renters tenants"
            " subscribers readers athletes runners participants ministers mps senators councillors judges jurors"
            " lawyers investors clients shareholders donors engineers miners labourers laborers bakers traders"
            " holders respondents applicants candidates graduates scientists researchers volunteers adults infants"
            " babies toddlers teenagers youths seniors pensioners couples fishermen climbers hikers swimmers"
            " astronauts cadets recruits commanders"
        )
    ),
    who="who",
    that="that",
    in_kind=("in",),
    to_be="to be",
    label_participles=True,
    to_do="to",
    share="Share",
    rise="Rise in {}",
    fall="Fall in {}",
    change="Change in {}",
    change_nouns={
        "rise": "in",
        "increase": "in",
        "growth": "of",
        "gain": "of",
        "jump": "in",
        "surge": "in",
        "hike": "in",
        "fall": "in",
        "drop": "in",
        "decrease": "in",
        "decline": "in",
        "reduction": "in",
        "cut": "in",
        "loss": "of",
        "slump": "in",
        "plunge": "in",
        "dip": "in",
        "change": "in",
        "improvement": "in",
        "contraction": "in",
        "expansion": "of",
    },
    amount="Amount",
    of_it="{} of the {}",
    before="before",
    pieces=words(
        "without with at near behind inside outside through for in on to of from under with among per against"
    ),
    not_objects=frozenset(
        words(
            "it them this that these those he she they we you i him us most many few some all both each much little"
            " others another other more less further up down higher lower today yesterday tomorrow tonight overnight"
            " respectively only just even per percent apiece ago later earlier away instead then there here now"
        )
    ),
    time_nouns=frozenset(
        words(
            "quarter year years month months week weeks day days period half season decade hours hour morning evening"
            " night afternoon weekend time date moment century"
        )
    ),
    spans=words("within over in for during after before past last next first every previous coming following"),
    spans_behind=words("ago earlier later before after apart old away"),
    totals=frozenset(
        words(
            "toll sales revenue revenues turnover profit profits income earnings expenses costs cost spending losses"
            " loss damage damages total raised spent paid sold produced killed injured wounded dead deaths casualties"
            " arrested donations proceeds exports imports output production rainfall benefits arrears fine fines"
        )
    ),
    determiners=frozenset(words("this that these those another no some any every each all")),
    not_adverbs=frozenset(words("family supply monopoly assembly reply italy july daily weekly monthly yearly early")),
    adjective_endings=words("ual ent ed ing ly st er al ive ous p ge ll ep ck"),
    positions=words("above below behind beyond under"),
    verb_nouns={
        "values": "value",
        "valued": "value",
        "valuing": "value",
        "measures": "size",
        "measured": "size",
        "peaked": "peak",
        "peaks": "peak",
        "cost": "cost",
        "costs": "cost",
        "weighed": "weight",
        "weighs": "weight",
        "averaged": "average",
        "averages": "average",
        "totalled": "total",
        "totaled": "total",
        "yield": "yield",
        "yields": "yield",
        "yielding": "yield",
    },
    level="level",
    not_turns=frozenset(
        words(
            "raise raises raised raising add adds added adding loss losses gains growth deficit deficits shortfall"
            " shortfalls drawdown redundancy redundancies layoff layoffs savings outflow outflows minus short off"
            " higher-than save saved saves cuts increases"
        )
    ),
    place_words=words("in at from across near among"),
    in_all="in all",
    multiples=words("times fold"),
    levels=frozenset(
        words(
            "rate rates price prices inflation unemployment target yield temperature level levels value stake share"
            " salary wage wages debt population capacity magnitude average range per holding"
        )
    ),
    worth=frozenset(words("worth")),
    foresees=frozenset(
        words(
            "expect expects expected expecting forecast forecasts predicted predicts predict projected projects project"
            " anticipates anticipated sees foresees foresaw"
        )
    ),
    needs=frozenset(words("need lack want have remain")),
    range_verbs=frozenset(words("ranged ranges range")),
    range_ends=("minimum of {}", "maximum of {}"),
    acts={"voted": "votes"},
    sides=frozenset(words("against for")),
    unnamed=frozenset(
        words(
            "estimate estimates figure figures number numbers total totals result results deal target range amount"
            " forecast forecasts projection projections prediction predictions record records case cases thing things"
            " share level levels rate rates price prices yield men women man woman"
            " states countries distance"
        )
    ),
    vague=frozenset(
        words("original final initial early earlier previous latest current new first last official updated")
    ),
    respectively=frozenset(words("respectively")),
    done_to_people=frozenset(words("killed wounded injured hospitalized hospitalised arrested evacuated")),
    chances=frozenset(words("likely likelier prone")),
    state_verbs=frozenset(
        words(
            "are is remain remains has have employs employ runs run operates owns live lives stands include"
            " includes contains contain houses serves holds hold there"
        )
    ),
)
