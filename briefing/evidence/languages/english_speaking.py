"""The words of English around speakers."""

from __future__ import annotations

from briefing.evidence.languages.speaking import Speaking
from briefing.evidence.languages.table import listed, words

SPEAKING = Speaking(
    acts=frozenset(
        words(
            "announced announces denied denies expects expect forecasts forecast projects predicts predict predicted"
            " reported reports report estimates estimate estimated confirmed confirms promised promises pledged"
            " pledges vowed vows disputes disputed insisted insists warned warns warn alleged alleges alleging"
            " anticipates anticipate envisages calculates calculated reckons reckon projected reaffirmed reiterated"
            " reiterates acknowledged acknowledges admitted admits cautioned cautions hopes hoped fears feared"
            " believes believe thinks think thought tweeted stressed emphasised emphasized emphasises emphasizes"
            " claims claim claimed sees project expected anticipated allege announce confirm deny reaffirm say"
            " anticipate foresees foresee foresaw"
        )
    ),
    clauses=frozenset(
        words(
            "added adds noted notes note stated states explained explains concluded concludes conclude"
            " radioed recalled remarked"
            " testified revealed reveals held ruled observed assured assures repeated maintained maintains found"
            " finds posted replied responded answered joked quipped commented comments continued says announcing"
            " complained complains disclosed discloses feels felt wondered argued argues read reads specified"
            " clarified pointed assessed assesses assess learned learnt signalled signaled signals understands"
            " understood demonstrates wrote writes suspected suspects suspect contended recounted cried shouted"
            " whispered advocated speculated theorised theorized hypothesised hypothesized swore confessed lamented"
            " considers consider considered reasoned recommended recommends proposes proposed proposed cautioned"
            " highlighted countered regards contends recounts recommend acknowledged predict declared declares agreed"
            " agrees agree judged judges judge opined opines hinted hints detailed tweeted clarifies highlights"
            " recalls remembers remarks muses laments believed elaborated quips marvelled boasted boasts alerted"
            " underlined"
            " underlines underscored vented"
        )
    ),
    as_words=frozenset(
        words(
            "called calls described describes dubbed branded dismissed hailed likened criticised criticized accused"
            " urged urges demanded demands advised advises quoted quotes cited cites asked asks"
        )
    ),
    shows=frozenset(
        words(
            "showed shows show showing shown found finds find found indicated indicates indicate suggested suggests"
            " suggest revealed reveals reveal recorded records detected detects identified identifies confirmed"
            " measured estimated estimates listed lists documented documents counted counts concluded"
            " concludes conclude"
            " demonstrated demonstrates demonstrate depicted depicts detailed details alleges alleged highlights"
            " highlighted noted notes stated states read reads warns warned recommended recommends said says say"
            " reported reports predicted predicts implied implies imply outlined outlines rated ranked ranks observed"
            " accounts recorded"
        )
    ),
    with_word={
        "finding": ("that",),
        "ruling": ("that",),
        "indicating": ("that",),
        "observing": ("that",),
        "confirming": ("that",),
        "disclosing": ("that",),
        "revealing": ("that",),
        "declaring": ("that",),
        "concluding": ("that",),
        "maintaining": ("that",),
        "put": ("the",),
        "puts": ("the",),
        "pointed": ("to", "out"),
        "points": ("to", "out"),
        "spoke": ("of",),
        "speaks": ("of",),
        "talked": ("of",),
        "agreed": ("that",),
        "asked": (",", ":"),
        "asks": (",", ":"),
        "agrees": ("that",),
        "agree": ("that",),
        "judged": ("that", "it"),
        "judges": ("that", "it"),
        "judge": ("that", "it"),
        "held": ("that",),
        "ruled": ("that", "in", "against"),
    },
    with_object=frozenset(words("told tells telling assured assures")),
    participle_links=frozenset(words("after before when while")),
    command_links=frozenset({"to"}),
    catenatives=listed(
        "continues to; continued to; continue to; continuing to; goes on to; went on to; gone on to; going on to"
    ),
    on_record=frozenset(words("interview interviews")),
    participles=frozenset(
        words(
            "admitting acknowledging conceding finding concluding revealing confirming disclosing declaring maintaining"
            " observing indicating ruling saying adding warning noting arguing insisting claiming stating"
            " stressing estimating telling writing"
            " announcing alleging predicting suggesting explaining reporting describing denying expecting forecasting"
            " projecting believing"
        )
    ),
    nouns_too=frozenset(
        words(
            "claim claims estimate estimates fear fears report reports states notes note forecast forecasts hopes"
            " records lists documents counts details projects warn calls demands comments doubts shows promises puts"
            " values rates places accounts call predicts record decided signals recommends project judges judge"
            " highlights"
            " hints boasts asks"
        )
    ),
    quoted=listed(
        "quoted as saying; quoted saying; cited as saying; reported as saying; as saying; came to the conclusion;"
        " comes to the conclusion; takes the view; took the view"
    ),
    standings={
        "announced": words("announc declar unveil"),
        "planned": words("plans planned intend propos"),
        "expected": words("expect forecast project predict anticipat envisag hope foresee foresaw"),
        "suggested": words(
            "suggest indicat believ thinks thought think fear suspect impl hint specul reckon appear signal feel felt"
        ),
        "estimated": words("estimat calculat put puts assess"),
        "disputed": words("den dispute disputing refut reject rebut contest dismiss alleg claim accus question doubt"),
    },
    not_yet=frozenset(
        words("to will would could may might should shall must can cannot if whether not never let let's unless")
    ),
    own_past=frozenset(
        words(
            "has have had also later then earlier now still again already recently previously repeatedly both all"
            " each himself herself itself themselves since just once often yesterday today tonight always"
            " nevertheless however meanwhile therefore thus even further separately first last this week month year"
            " morning afternoon evening night is was are were does do did ago simply alike"
        )
    ),
    not_said=frozenset(words("not never n't")),
    idioms=frozenset(words("up off out goodbye no")),
    clause_starts=frozenset(
        words(
            "that which who whom whose as but while because after when where if whether since although though until"
            " before so than unless once whereas why how what and or nor yet then according"
        )
    ),
    relatives=frozenset(words("who which whose whom")),
    determiners=frozenset(
        words(
            "the a an his her its their our my your this that these those some several many most other another both"
            " two three four five six seven eight nine ten one dozens more all each every few no any such numerous"
            " various hundreds thousands neither either"
        )
    ),
    indefinite=frozenset(
        words(
            "a an some several many most other another two three four five six seven eight nine ten one dozens more"
            " few numerous various hundreds thousands"
        )
    ),
    inner=frozenset(words("of at for from with to inside behind familiar close near involved briefed on in by")),
    inner_of_names=frozenset(words("in on by to with from")),
    name_particles=frozenset(words("de von van der den da dos do di del la al el bin ibn du le")),
    name_links=frozenset(words("for")),
    joining=frozenset(words("and but")),
    prepositions=frozenset(
        words(
            "in on during after before under over by into through between against about amid despite per via within"
            " without since until as upon across along"
        )
    ),
    singular_persons=frozenset(words("he she")),
    plural_pronouns=frozenset(words("they both others")),
    thing_pronouns=frozenset(words("it")),
    first_persons=frozenset(words("i we you us me")),
    persons=words(
        "minister president premier chancellor secretary governor mayor senator judge justice king queen prince"
        " princess pope ambassador chief executive director chair chairman chairwoman chairperson head leader boss"
        " administrator manager professor doctor dr lawyer attorney solicitor barrister counsel spokes coach captain"
        " general colonel major lieutenant sergeant admiral commander commissioner inspector superintendent officer"
        " economist analyst strategist scientist researcher author historian founder co-founder owner partner member"
        " councillor mp lawmaker deputy vice representative congressman congresswoman candidate critic campaigner"
        " activist resident neighbour neighbor witness victim survivor mother father brother sister son daughter wife"
        " husband widow aunt uncle cousin friend colleague teacher principal headteacher pupil student farmer"
        " fisherman engineer pilot driver nurse surgeon physician epidemiologist virologist geologist meteorologist"
        " forecaster seismologist astronomer physicist biologist ecologist chemist archaeologist curator designer"
        " artist actor singer writer journalist reporter editor correspondent pastor bishop archbishop rabbi imam"
        " cardinal priest monk trader investor banker fund-manager treasurer bursar auditor comptroller ombudsman"
        " coroner sheriff firefighter paramedic rescuer prosecutor defendant plaintiff claimant applicant appellant"
        " respondent speaker whip midfielder striker goalkeeper defender forward winger skipper umpire referee"
        " marshal champion swimmer runner sprinter cyclist player athlete man woman girl boy teenager passenger tourist"
        " veteran soldier pensioner worker employee trade-unionist unionist organiser organizer adviser advisor aide"
        " envoy negotiator mediator delegate diplomat expert specialist investigator detective hydrologist"
        " climatologist psychologist sociologist lecturer fellow dean rector provost vice-chancellor conservationist"
        " ranger warden guide chef governor-general chief-of-staff warrant-officer tsar czar cfo ceo coo cto"
        " magistrate lord lady sir dame mr mrs ms miss mx gen col lt sgt capt adm gov sen rep prof rev undersecretary"
        " under-secretary vice-president agent inspector-general seller shopkeeper housewife carpenter plumber baker"
        " butcher bystander suspect"
    ),
    person_endings=words("ist ists ician icians"),
    mouthpieces=("spokes",),
    groups=words(
        "official source witness analyst expert observer people resident diplomat investigator prosecutor insider"
        " engineer spokes neighbour neighbor local critics doctors scientist researcher historian trader lawyer"
        " police aides authorities campaigner activist estimate projection forecaster economist commentator supporter"
        " opponent unions shareholders investors rescuers firefighters lawmakers politicians parents students farmers"
        " workers teachers nurses medics volunteers astronomers geologists meteorologists authors team detectives"
        " officers executives ministers leaders members jurors judges rebels militants soldiers troops senators"
        " delegates fans players organisers organizers conservationists climatologists epidemiologists seismologists"
        " academics advocates relatives families survivors passengers patients customers employees staff owners"
        " lifeguards markets policymakers paramedics clinicians regulators parishioners worshippers lawyers councillors"
        " ratepayers tenants villagers commuters onlookers bystanders"
        " someone rumours rumors reports allegations"
    ),
    bodies=words(
        "body ministry police chiefs prosecution government court firm airline carrier retailer insurer lender"
        " automaker"
        " carmaker manufacturer maker developer operator supplier producer brewer publisher charity foundation"
        " institute society think-tank watchdog regulator embassy consulate mission tribunal jury panel inquiry"
        " inspectorate administration white kremlin vatican nato authorities treasury federal-reserve fed coalition"
        " opposition campaign bloc lobby militia regime junta cabinet presidency palace congress senate house"
        " assembly laboratory observatory museum theatre league umbrella network trust cooperative co-operative"
        " start-up startup business giant utility miner chipmaker drugmaker shipowner steelmaker bookmaker plaintiff"
        " side team club defence prosecutors consortium corporation conglomerate subsidiary borough county"
        " municipality village town parish diocese labs laboratories brigade battalion command task force nonprofit"
        " non-profit initiative airport port hospital clinic operator military chancellery line"
    ),
    documents=words(
        "report study statement paper document review letter memo memorandum analysis audit ruling judgment judgement"
        " order bulletin minutes article lawsuit suit complaint indictment filing affidavit note bill law act treaty"
        " declaration resolution communique communiqué communication text draft transcript diary book prospectus"
        " assessment research trial experiment model simulation email e-mail message post tweet guidance guidelines"
        " notice advisory budget manifesto brief briefing verdict charge autopsy inquest will testament finding"
        " evidence opinion"
        " dissent decision summary presentation release website schedule plan proposal contract agreement papers"
        " documents meta-analysis thesis dossier blog posting announcement submission petition motion"
    ),
    data=words(
        "information presence absence discovery pattern distribution"
        " data figures statistic records numbers results survey poll census estimates index indices projections"
        " forecasts measurements readings tests test sample samples calculations accounts polls surveys count tally"
        " registry database tracker barometer gauge returns chart table sensors seismograph buoys"
    ),
    imagery=words(
        "image imagery footage video photo photograph picture satellite scan x-ray cctv recording clip map radar"
        " telescope"
    ),
    media=words(
        "newspaper broadcaster magazine tabloid daily weekly newswire media press outlet station channel news"
        " broadcasting"
    ),
    media_names=frozenset(
        words(
            "times post journal guardian telegraph reuters bbc cnn nbc cbs abc ap afp itv tass xinhua bloomberg"
            " gazette herald tribune news daily observer interfax ria novosti spiegel monde figaro npr economist"
            " axios politico star chronicle sentinel inquirer examiner"
            " independent mirror mail sun cnbc aljazeera jazeera kyodo yonhap dpa ansa efe"
        )
    ),
    legal_forms=frozenset(words("plc inc ltd llc corp co ag se sa nv gmbh spa oyj asa ab group holdings holding")),
    civil=frozenset(words("mr mrs ms miss mx dr sir dame lord lady messrs madam")),
    titles=frozenset(
        words(
            "president vice prime minister foreign defence defense interior finance health secretary chancellor"
            " governor mayor king queen prince princess pope lord lady sir dame doctor professor colonel major"
            " captain admiral general lieutenant sergeant commander commissioner inspector superintendent chief"
            " executive officer senator representative congressman congresswoman judge justice attorney deputy first"
            " home chairman chairwoman chair director ambassador bishop archbishop cardinal rabbi imam sheikh emir"
            " sultan mr mrs ms miss mx dr prof gov sen rep gen col lt sgt capt adm rev coach captain detective"
            " constable sheriff district speaker emperor pastor father sister brother ayatollah supreme leader"
            " brigadier marshal union police fire economy energy trade transport environment education justice labour"
            " labor agriculture press spokesman spokeswoman spokesperson analyst economist manager striker midfielder"
            " goalkeeper defender winger skipper mp councillor premier magistrate coroner principal co-founder"
            " founder dean rector special senior acting former assistant associate lead interim outgoing incoming"
        )
    ),
    name_bodies=frozenset(
        words(
            "street analytics airlines airways motors systems technologies industries partners capital energy"
            " pharmaceuticals pharma foods stores solutions mutual securities resources studios software networks"
            " lines railways rail insurance telecom wireless electric gas oil steel mining bancorp lab labs logistics"
            " freight shipping reserve nations house cross crescent watch international amnesty alliance survey"
            " register water"
        )
    ),
    place_beginnings=frozenset(
        words(
            "south north east west eastern western northern southern new united saudi sri hong costa puerto san santa"
            " los las el home great central"
        )
    ),
    author_links=frozenset(words("by from")),
    comparing=frozenset({"than"}),
    plural_endings={"ies": "y"},
    nobody=frozenset(words("neither no nobody none nothing no-one")),
    company_things=frozenset(
        words(
            "shares share stock stocks sales profits profit revenue earnings spokesman spokeswoman spokesperson"
            " officials executives plant plants store stores factory employees workers customers products subsidiary"
            " unit users"
        )
    ),
    finders=words(
        "scientist researcher author team investigator astronomer archaeologist geologist expert analyst seismologist"
        " biologist geophysicist epidemiologist meteorologist physicist ecologist inspector"
    ),
    clause_only=frozenset(
        words("conceded concedes concede maintained maintains contended feared fears fear complained")
    ),
    unsigned=words("estimate projection forecast rumour rumor"),
    same_body=words(
        "company group firm business airline carrier retailer insurer lender carmaker automaker manufacturer maker"
        " operator utility giant chipmaker drugmaker miner startup"
    ),
)
