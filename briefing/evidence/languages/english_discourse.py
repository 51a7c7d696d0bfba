"""The words of English for who says what, doubt, denial, certainty and plans, and its verb forms."""

from __future__ import annotations

from briefing.evidence.languages.discourse import Discourse
from briefing.evidence.languages.left_open import LeftOpen
from briefing.evidence.languages.table import base_forms, listed, words

DISCOURSE = Discourse(
    complementizers=("that",),
    leaning=listed(
        "this; that; these; those; such; both; another; other; others; here; however; meanwhile; also; then;"
        " instead; therefore; thus; moreover; so; yet; still; nevertheless; nonetheless; otherwise; similarly;"
        " likewise; furthermore; in addition; as a result; for example; for instance; by contrast; in turn; in"
        " response; at the same time; on the other hand; too; nor; or"
    ),
    not_attributing=("to be", "to have"),
    negative_endings=("n't",),
    negative_verbs=("cannot",),
    negative_beginnings=("non-",),
    negation_adverbs=words("yet ever"),
    adverb_endings=("ly",),
    irregular=base_forms(
        "be is are was were been being; have has had; do does did done; go goes went gone; say says said; send"
        " sent; win wins won winning; lose lost loses losing loss; buy bought; sell sold sale; pay paid; fly flies"
        " flew flown flight; make made making; take took taken taking; give gave given giving; get got gotten"
        " getting; find found; build built; hold held; keep kept; leave left leaving; lead led; meet met; sit sat;"
        " stand stood; understand understood; tell told; think thought; bring brought; fight fought; teach taught;"
        " catch caught; seek sought; feel felt; deal dealt; mean meant; lend lent; spend spent; lay laid; rise"
        " rose risen rising; fall fell fallen; grow grew grown growth; know knew known; throw threw thrown; draw"
        " drew drawn; withdraw withdrew withdrawn withdrawal; break broke broken breaking; speak spoke spoken;"
        " steal stole stolen stealing theft; freeze froze frozen; choose chose chosen choosing choice; write wrote"
        " written writing; drive drove driven driving; ride rode ridden; begin began begun beginning; drink drank"
        " drunk; sink sank sunk; swim swam swum; sing sang sung; ring rang rung; shrink shrank shrunk; spring"
        " sprang sprung; eat ate eaten; see saw seen sees; come came coming; become became; overcome overcame; run"
        " ran running; shoot shot; fire fired fires; strike struck stricken; hit hits hitting; cut cuts cutting;"
        " put puts putting; set sets setting; shut shuts shutting; hurt hurts; let lets; cost costs; spread"
        " spreads; bid bids; quit quits; split splits; cast casts; burst bursts; wear wore worn; tear tore torn;"
        " bear bore borne; swear swore sworn; hide hid hidden hiding; bite bit bitten; light lit; shake shook"
        " shaken; forget forgot forgotten; forbid forbade forbidden; undergo underwent; arise arose; wake woke"
        " woken; beat beaten beats; die died dies dying dead death deaths; kill kills killed killing; lie lay"
        " lain; sign signs signed signing; use used using uses; hire hires hired; flee fled; bleed bled; feed fed;"
        " breed bred; sleep slept; sweep swept; creep crept; weep wept; dig dug; hang hung; stick stuck; swing"
        " swung; wind wound; bend bent; burn burnt burned; learn learnt learned; rebuild rebuilt; resell resold;"
        " repay repaid; undertake undertook undertaken; mistake mistook; sue sued sues suing; try tried tries;"
        " deny denied denies denial; apply applied applies"
    ),
    endings=listed("ing; ied; ies; ed; es; s; e; y"),
    auxiliaries=frozenset(
        words(
            "was were been be being is are am has have had having to will would can could may might shall should"
            " must do does did get got getting"
        )
    ),
    past_auxiliaries=words("has have had was were did been"),
    passive_auxiliaries=words("been was were is are be being"),
    not_done=listed(
        "promis; pledg; intend; propos; prepar; schedul; announc; expect; forecast; project; threat; order; approv;"
        " target; design; contract; would; should; could; might; planned; planning; may ; can ; must ; plan ; plans ;"
        " agree; want; aim; due ; set ; hope; ask; urg; call; vow; goal; deal ; ahead"
    ),
    plans=listed(
        "will; will be; plans to; plan to; planned to; planning to; intends to; intend to; aims to; aim to;"
        " hopes to; hope to; is to; are to; is due to; are due to; was due to; due to be; is set to; are set to;"
        " is about to; are about to; about to; is expected to; are expected to; is scheduled to; are scheduled"
        " to; scheduled to; is going to; are going to; wants to; want to; promised to; promises to; pledged to;"
        " vowed to; agreed to; has yet to; have yet to; is preparing to; are preparing to; proposes to; proposed"
        " to; would"
    ),
    says=(
        *words(
            "said says say saying told tells argued argues argue claimed claims insisted insists warned warns wrote"
            " writes estimates suggested suggests stressed stresses asserted asserts contended contends alleged"
            " alleges believes believe complained complains conceded concedes admitted admits acknowledged"
            " acknowledges fears fear estimate argue warn insist suggest contend"
        ),
        "charged that",
        "charges that",
    ),
    tells=words("told tells tell"),
    says_clause=words(
        "announced announces stated states reported reports added adds noted notes explained explains confirmed"
        " confirms estimated found finds forecasts forecast predicted predicts declared declares testified"
        " revealed reveals concluded concludes recalled remarked thinks think thought expects expect maintained"
        " maintains denied denies promised pledged vowed concede indicated indicates observed assured assures"
        " repeated hopes hoped calculates reckons accused accuses"
    ),
    clause_words=listed("that; there; it; he; she; they; how; why; whether; what"),
    attributions=listed(
        "according to; in the words of; in the view of; in the opinion of; as told by; quoted by; cited by; quoting;"
        " citing; as alleged in; as stated in; as reported by; as reported in; as set out in; as per"
    ),
    passes_on=words(
        "report statement account estimat accord survey poll study analys description view opinion attribut"
        " quot cit per claim alleg critic accus forecast predict promis pledg vow warn insist announc"
    ),
    pronouns=listed("he; she; they; it; who; her; his; their; him; them; its"),
    possessives=("his", "its", "their"),
    of_things=("its", "who", "them", "it"),
    small_names=frozenset(
        words("of the and for in at on to a an from by de la le du des von van der den mr mrs ms dr sir st")
    ),
    generic_bodies=words(
        "minist bank police court govern universit institut agenc office offici council committee commission"
        " company group army navy air force department parliament union association federation authorit board"
        " bureau centre center chamber church service fund party team club city state national federal royal"
        " provincial regional central supreme high general international weather health defen foreign financ"
        " interior transport educat energy trade coast guard ltd inc plc corp holding survey"
        " statistic school hospital republic kingdom"
    ),
    same_roles=("spokes", "minist", "prosecut", "chair", "ambass"),
    acts=words(
        "denied denies accused accuses rejected rejects dismissed dismisses refused refuses promised promises"
        " pledged pledges rules criticised criticized criticises called calls urged urges demanded demands ruled"
        " expects expect announced announces confirmed confirms fears fear welcomed praised blamed condemned"
        " estimates forecasts forecast predicts predicted warned promised opposes opposed wants doubts doubted"
        " reported reports hopes hoped declined declines put explained"
    ),
    unnamed=words(
        "source official witness estimate record analyst expert observer people resident diplomat investigator"
        " prosecutor insider engineer report spokes neighbour neighbor local some critics doctors scientist"
        " researcher historian document study imagery image satellite data figures survey poll market trader"
        " lawyer police aid"
    ),
    certain=(
        *words(
            "certainly definite clearly undoubted surely unquestion undeniabl indisput indubitabl incontrovert"
            " unequivocal unmistak undisputed obviously evidently inevitabl assuredly categorical irrefutabl"
        ),
        "without doubt",
        "without question",
        "no doubt",
        "beyond doubt",
        "beyond question",
        "for certain",
    ),
    certain_enough=words("certain sure clear evident obvious plain inevit bound undoubt unmistak manifest"),
    proven=words("confirm proves proved proven prove proving conclusive guarante verifi"),
    proven_enough=words(
        "verif uphold upheld ratif approv establish acknowledg admit concede proof demonstrat corroborat"
        " validat endors certif conclu assur"
    ),
    probable=words("likely probab presumabl improbab unlikely"),
    probable_enough=words(
        "expect forecast estimat believ think thought suspect fear potential possib chance risk suggest predict"
        " project tend doubt hope odds threat could might should"
    ),
    denying=words(
        "clos stop end ended ends ceas halt keep kept held hold steady unchang maintain still yet wait pending"
        " until former delay postpon suspend cancel drop abandon skip boycott miss mismanag reject declin den"
        " dismiss oppos block ban prohibit forbid forbad forbidden collaps broke breakdown fail short empty free"
        " exempt exclud except lost lack gone despite shut few little alone resist avoid prevent spar absent"
        " absen vacant neutral silent hid secret dead died kill acquit disput doubt disagree differ remain stay"
        " rather beyond against withdr revok void scrap quit resign withhold withheld defer untouch intact safe"
        " refus unable nothing zero hardly barely cannot unclear unknown missing instead impossib unsuccess"
        " without loss"
    ),
    inner_clauses=words(
        "who whom whose which that after before since because although though if unless when where whereas until"
        " following amid despite"
    ),
    inner_first=words("after before since following despite because although though if"),
    counterfactual=(
        r"(?:would|could|should)(?:n't| not)? have (?:been|had|cost|hit|put|left|lost|made|met|risen|fallen|won|\w+ed)",
        "were it not for",
        "had it not been for",
    ),
    ahead=("was to", "were to", "to come", "suspect"),
    before_nouns=("no", "none", "nobody", "neither"),
    limits=("until", "till", "than", "since", "where"),
    definite=words("the these those"),
    settled=words("dating measuring weighing numbering totalling totaling valued located situated known called named"),
    conditions=("if", "unless", "whether", "provided", "in case"),
    inner_denial=listed(
        "cannot; can't; hardly; scarcely; barely; failed to; fails to; fail to; failing to; failure to; refused"
        " to; refuses to; refuse to; refusing to; declined to; declines to; unable to; ruled out; rules out;"
        " ruling out; rule out; stopped short of; stops short of; no evidence that; no evidence of; no sign"
        " that; no sign of; no indication that; no proof that; far from; prevented from; banned from; barred"
        " from; yet to; avoided; without; instead of; rather than; dismissed as untrue; rejected as false; never"
    ),
    opposite_verbs=(
        (words("approve adopt accept ratify sign endorse"), words("reject veto refuse decline turn-down")),
        (words("open reopen"), words("close shut")),
        (words("hire recruit appoint"), words("fire sack dismiss lay-off")),
        (words("gain"), words("lose")),
        (words("begin start launch"), words("end finish stop halt cease")),
        (words("arrive"), words("depart leave")),
        (words("enter join"), words("leave exit quit")),
        (words("allow permit authorise"), words("ban forbid prohibit bar")),
        (words("strengthen"), words("weaken")),
        (words("acquit clear"), words("convict sentence")),
        (words("improve"), words("worsen deteriorate reduce impair")),
        (words("widen"), words("narrow")),
        (words("accelerate quicken"), words("slow decelerate")),
        (words("support back favour"), words("oppose")),
        (words("praise"), words("criticise criticize condemn")),
        (words("succeed"), words("fail")),
        (words("tighten"), words("loosen ease relax")),
        (words("expand"), words("contract shrink")),
        (words("capture seize arrest detain"), words("release free")),
        (words("confirm"), words("deny refute")),
        (words("extend lengthen prolong"), words("shorten curtail")),
        (words("double triple"), words("halve")),
        (words("survive"), words("die perish")),
        (words("impose"), words("lift")),
        (words("send dispatch"), words("withdraw recall")),
        (words("build construct erect"), words("demolish destroy")),
        (words("rise grow increase climb raise gain"), words("fall shrink decrease drop decline lower cut lose sink")),
        (words("warm"), words("cool")),
        (words("agree"), words("disagree")),
        (words("add"), words("remove")),
        (words("include"), words("exclude")),
        (words("raise lower cut increase change"), words("unchanged")),
        (words("destroy"), words("spare save")),
        (words("founded establish create"), words("destroy sack dissolve abolish")),
        (words("born"), words("buried")),
        (words("resume reopen"), words("cease stop close")),
        (words("score"), words("miss")),
        (words("discover find"), words("destroy")),
        (words("limit"), words("promote")),
        (words("restore repair"), words("cut destroy damage")),
        (words("keep preserve retain"), words("scrap abandon discard")),
        (words("grant award"), words("refuse deny revoke withhold")),
        (words("welcome"), words("condemn deplore")),
        (words("create"), words("eliminate axe")),
        (words("evacuate"), words("return")),
        (words("outlaw"), words("legalise legalize")),
        (words("nationalise nationalize"), words("privatise privatize")),
        (words("encourage urge"), words("discourage deter")),
        (words("merge unite"), words("split separate")),
        (words("appear emerge"), words("disappear vanish")),
        (words("rescue save"), words("abandon kill")),
        (words("unveil reveal disclose"), words("conceal hide")),
        (words("obey observe respect"), words("break violate breach")),
        (words("suspend"), words("resume reinstate")),
        (words("postpone delay"), words("hasten advance")),
    ),
    converses=(
        (words("win beat defeat"), words("lose")),
        (words("buy acquire purchase"), words("sell")),
        (words("import"), words("export")),
        (words("lend"), words("borrow")),
        (words("attack"), words("defend")),
        (words("give grant"), words("receive")),
    ),
    directions=(
        ("before", "after"),
        ("above", "below"),
        ("inside", "outside"),
        ("north", "south"),
        ("east", "west"),
        ("northern", "southern"),
        ("eastern", "western"),
        ("upstream", "downstream"),
        ("for", "against"),
        ("with", "without"),
        ("first", "last"),
        ("more", "fewer"),
        ("more", "less"),
        ("higher", "lower"),
        ("larger", "smaller"),
        ("highest", "lowest"),
        ("largest", "smallest"),
        ("oldest", "youngest"),
        ("oldest", "newest"),
        ("best", "worst"),
        ("longest", "shortest"),
        ("up", "down"),
        ("majority", "minority"),
        ("import", "export"),
        ("imports", "exports"),
        ("left", "right"),
        ("male", "female"),
        ("men", "women"),
        ("boys", "girls"),
        ("summer", "winter"),
        ("most", "least"),
        ("most", "few"),
        ("all", "none"),
        ("all", "some"),
        ("every", "no"),
        ("earliest", "latest"),
        ("early", "late"),
        ("upper", "lower"),
        ("minimum", "maximum"),
        ("public", "private"),
        ("domestic", "foreign"),
        ("strongest", "weakest"),
        ("fastest", "slowest"),
        ("richest", "poorest"),
    ),
    participle_ends=("ed",),
    document_names=("preliminary report", "provisional report", "preliminary report's"),
    bare_relatives=True,
    participles_behind=(
        r"[a-z]+ed",
        r"built|held|won|sold|led|made|run|bought|taken|given|chosen|drawn|shown|written|drawn|hit|put|set|brought",
    ),
    adjuncts=(r"[a-z]{2,}ing",),
    nouns_too=frozenset(
        words("claim claims estimate estimates warn fear fears report reports states notes forecast forecasts hopes")
    ),
    noun_marks=frozenset(
        words(
            "the a an of any his her its their my our your this that these those such no some new old all many"
            " insurance jobless legal territorial for in on by with from and or other first latest early official"
            " earlier previous several two three to over about despite amid settle settled false competing rival"
            " unpaid file filed pay medical united member"
        )
    ),
    clause_doubt=words("claim claims claimed claiming appear appears appeared"),
    clause_starts=listed(
        "that; to; it; its; he; she; they; his; her; their; there; the; a; an; likely; as; many; some; more;"
        " no; all; at least; up to; up; over; about"
    ),
    passive=("by",),
)

LEFT_OPEN = LeftOpen(
    before_questions=listed(
        "did not give; gave no details on; did not reveal; did not provide; it is not known; it was not known; not"
        " immediately clear; not yet clear; not clear; unclear; remains unclear; not known; not yet known; unknown;"
        " not immediately known; did not say; did not disclose; did not specify; did not give details on; has not"
        " said; have not said; would not say; declined to say; declined to comment on; declines to say; refused to"
        " say; not been disclosed; has yet to say; remains to be seen; not been decided; not yet been decided; no"
        " word on; does not say; do not say; does not specify"
    ),
    questions=("how", "how many", "how much", "when", "where", "whether", "who", "whose", "why", "what", "which", "if"),
    statements=listed(
        "not possible to independently verify; not possible to verify; no independent confirmation; did not"
        " reveal; did not disclose; did not provide details; gave no details; gave no further details; no details"
        " on; has yet to identify; have yet to identify; yet to determine; yet to be determined; yet to be"
        " confirmed; preliminary reports; preliminary figures; preliminary toll; being"
        " verified; still being counted; no one has claimed; nobody has claimed; no group has claimed; was not"
        " clear; not immediately known; not yet known; did not immediately respond; did not respond to a request;"
        " has not been confirmed; have not been confirmed; not yet been confirmed; could not be confirmed; could"
        " not be verified; could not be independently verified; could not independently verify; not been"
        " independently verified; is unknown; are unknown; was unknown; were unknown; remains unknown; remain"
        " unknown; is not known; are not known; was not known; were not known; remains unclear; remained unclear;"
        " is unclear; was unclear; was not immediately clear; not immediately available for comment; not been"
        " disclosed; not been made public; not disclosed; have not been released; has not been released; has not"
        " been determined; under investigation"
    ),
    quoted="“{}”",
    year="The year of {}.",
    estimate="Whose estimate {} is.",
    undated="The dates of {}: the article does not say when it was published.",
)
