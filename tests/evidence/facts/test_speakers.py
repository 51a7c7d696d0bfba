"""Who says what: a sentence, and the verb, name, role, kind and standing that are found in it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.evidence.facts.marks import marked
from briefing.evidence.facts.speakers import speaker_facts
from briefing.evidence.facts.values import SpeakerFact
from briefing.evidence.languages import table
from briefing.evidence.saved_text import saved_text
from briefing.format.model import Standing

TITLE = "A title\n\n"


def facts_of(text: str, language: str = "en") -> tuple[SpeakerFact, ...]:
    """Return the attributions of some paragraphs below a title."""
    return speaker_facts(saved_text(TITLE + text, table(language)))


def told(text: str, language: str = "en") -> list[str]:
    """Return each attribution as one line: its words, the name or else the role, the role of a name, the kind."""
    whole = TITLE + text
    lines = []
    for one in facts_of(text, language):
        words = " ".join(whole[one.place.span.start : one.place.span.end].split())
        who = one.name or one.role or "nobody"
        role = f", {one.role}" if one.name is not None and one.role is not None else ""
        lines.append(f"{words}: {who}{role} ({one.kind})")
    return lines


ENGLISH = [
    ("The bank said on Thursday it had told clients to sell.", ["said: The bank (organisation)"]),
    ("Police told residents that they should leave.", ["told: Police (organisation)"]),
    ("The judge told jurors they must decide.", ["told: The judge (person)"]),
    ("The ministry told state companies to cut output, two sources said.", ["said: two sources (unnamed)"]),
    ("The mayor told the crowd to go home, saying the bridge was unsafe.", ["saying: The mayor (person)"]),
    ("The fire service told people to stay indoors because the smoke was toxic.", []),
    ("The company told suppliers last week to halt deliveries.", []),
    ("The minister told lawmakers plans to close the plant had been dropped.", ["told: The minister (person)"]),
    ("The operator told customers the move to digital was done.", ["told: The operator (organisation)"]),
    ("The court dismissed the appeal, ruling that the law was clear.", ["ruling: The court (organisation)"]),
    ("The court dismissed the appeal, finding no error.", []),
    ("The museum reopened after restoring the roof.", []),
    ("Kinver's warned that sales would fall.", ["warned: Kinver's (organisation)"]),
    ("Lloyd's said claims rose.", ["said: Lloyd's (organisation)"]),
    ("The ministry's said figure was wrong.", []),
    ("The study shows promise.", ["shows: The study (document)"]),
    ("The team showed promise.", []),
    ("The team showed that cells can heal.", ["showed: The team (organisation)"]),
    ("The company showed a loss of 3 million.", []),
    ("The results of the vote on 3 May show a swing.", ["show: The results of the vote (data)"]),
    (
        "Minutes of the meeting published on Wednesday showed officials were divided.",
        ["showed: Minutes of the meeting published (document)"],
    ),
    ("Figures from the ministry for May showed exports fell.", ["showed: Figures from the ministry (data)"]),
    ("The head of the agency in Kelland said it was late.", ["said: The head of the agency in Kelland (person)"]),
    ("A statement from the ministry on Monday said 12 had died.", ["said: A statement from the ministry (document)"]),
    ("A letter sent to the board in June warned of fraud.", ["warned: A letter (document)"]),
    ("Workers at the plant in Kelland say pay is low.", ["say: Workers at the plant in Kelland (unnamed)"]),
    ("The woman from Leeds said she had been robbed.", ["said: The woman from Leeds (person)"]),
    ("The firm said in an interview with Reuters that it would grow.", ["said: The firm (organisation)"]),
    ("The authors conclude that further work is needed.", ["conclude: The authors (unnamed)"]),
    ("The fossils suggest that the animals swam.", ["suggest: The fossils (unnamed)"]),
    ('"Yes," she replied.', ["replied: nobody (person)"]),
    ("The company continued to deny that it had known.", ["deny: The company (organisation)"]),
    ("A report published Monday said the dam was unsafe.", ["said: A report (document)"]),
    ("A study published on Monday found that the drug works.", ["found: A study (document)"]),
    ("In the note, economists led by Kim Lee wrote that rates will fall.", ["wrote: economists (unnamed)"]),
    ("The union, which represents 300 pilots, said talks had failed.", ["said: The union (organisation)"]),
    ("The defence said that, on 3 May, he was at home.", ["said: The defence (organisation)"]),
    ("The court in Kelland said the firm must pay.", ["said: court in Kelland (organisation)"]),
    ("A court in Kelland ordered the firm to pay 3 million.", []),
    ("Judge Ruth Amsel wrote in her opinion that the claim failed.", ["wrote: Ruth Amsel, Judge (person)"]),
    (
        "The inspector general's report says the ministry wasted 3 million.",
        ["says: The inspector general's report (document)"],
    ),
    (
        "The foundation's director, Ines Duarte, says the money is gone.",
        ["says: Ines Duarte, foundation's director (person)"],
    ),
    (
        "Ines Duarte, the foundation's director, says the money is gone.",
        ["says: Ines Duarte, foundation's director (person)"],
    ),
    ("Duarte - who leads the foundation - says the money is gone.", ["says: Duarte (organisation)"]),
    ("Experts fear the dam could break.", ["fear: Experts (unnamed)"]),
    ("Critics say it is too late.", ["say: Critics (unnamed)"]),
    ("The bank's chief economist, Kim Lee, expects two cuts.", ["expects: Kim Lee, bank's chief economist (person)"]),
    (
        "Kim Lee, chief economist at Corwin Bank, expects two cuts.",
        ["expects: Kim Lee, chief economist at Corwin Bank (person)"],
    ),
    ("Markets expect two cuts this year.", ["expect: Markets (unnamed)"]),
    ("Investors expect two cuts this year.", ["expect: Investors (unnamed)"]),
    ("The government hopes to raise 3 billion.", ["hopes: The government (organisation)"]),
    ("The government plans to raise 3 billion.", []),
    ("The airline estimates that the strike cost 3 million.", ["estimates: The airline (organisation)"]),
    ("Officials estimate 3,000 people lost their homes.", ["estimate: Officials (unnamed)"]),
    ("It is estimated that 3,000 people lost their homes.", []),
    (
        "The National Hurricane Center forecast winds of 120 mph.",
        ["forecast: National Hurricane Center (organisation)"],
    ),
    ("Meteorologist Ana Cruz said on Twitter that it would rain.", ["said: Ana Cruz, Meteorologist (person)"]),
    ("The ministry tweeted that schools would close.", ["tweeted: The ministry (organisation)"]),
    ("In a tweet, the ministry said schools would close.", ["said: the ministry (organisation)"]),
    ("The king, in a televised address, said he would step down.", ["said: The king (person)"]),
    (
        "A doctor at the hospital, who asked not to be named, said 12 had died.",
        ["said: A doctor at the hospital (unnamed)"],
    ),
    ("The Red Cross says it has run out of tents.", ["says: Red Cross (organisation)"]),
    ("Local media quoted the mayor as saying that 12 had died.", ["as saying: the mayor (person)"]),
    ("Xinhua quoted a witness as saying the bridge shook.", ["as saying: a witness (unnamed)"]),
    ("The New York Times reported on Sunday that the firm would be sold.", ["reported: New York Times (media)"]),
    ("The Journal reported earlier that the firm would be sold.", ["reported: Journal (media)"]),
    (
        "Tests showed the water was safe, said Kelland Water.",
        ["showed: Tests (data)", "said: Kelland Water (organisation)"],
    ),
    ("Mr Holt then told the court that he had not seen her.", ["told: Holt (person)"]),
    ('Asked whether he would resign, he said: "No."', ["said: nobody (person)"]),
    ('She told the BBC: "It was terrible."', ["told: nobody (person)"]),
    ("The pilot radioed that he had lost power.", ["radioed: The pilot (person)"]),
    ("The federation has ruled out a replay.", []),
    ("The team estimates the age at 3 million years.", ["estimates: The team (organisation)"]),
    ("The telescope revealed a ring of dust.", ["revealed: The telescope (imagery)"]),
    ("Scientists believe the ring formed early.", ["believe: Scientists (unnamed)"]),
    ("The model predicts a rise of 2 metres.", ["predicts: The model (document)"]),
    ("The company says its vaccine is 90% effective.", ["says: The company (organisation)"]),
    ("The trial showed the vaccine was 90% effective.", ["showed: The trial (document)"]),
    ("The FDA says people should avoid the product.", ["says: FDA (organisation)"]),
    ("The FDA is advising people to avoid the product.", []),
    ("Pfizer said Tuesday its vaccine works.", ["said: Pfizer (organisation)"]),
    ("The finding suggests the virus spread earlier.", ["suggests: The finding (document)"]),
    ("Evidence suggests that the virus spread earlier.", ["suggests: Evidence (document)"]),
    ("Signs point to a slowdown.", []),
    ("The rise suggests that demand is strong.", ["suggests: The rise (unnamed)"]),
    ("The decision means that prices will rise.", []),
    ("These results indicate a shift.", ["indicate: These results (data)"]),
    (
        "The president of the European Central Bank, Christine Lagarde, said rates would stay.",
        ["said: Christine Lagarde, president of the European Central Bank (person)"],
    ),
    ("ECB President Christine Lagarde said rates would stay.", ["said: Christine Lagarde, ECB President (person)"]),
    ('The bank said it had "no comment".', ["said: The bank (organisation)"]),
    ("The union has been arguing that the law is void.", ["arguing: The union (organisation)"]),
    ("The Bank continues to judge that the economy is near capacity.", ["judge: Bank (organisation)"]),
    ("The central bank continues to expect inflation of 2%.", ["expect: The central bank (organisation)"]),
    ("The minister went on to say that the road would close.", ["say: The minister (person)"]),
    ("Analysts had been expecting a profit of 49 cents.", ["expecting: Analysts (unnamed)"]),
    ("The company is expecting sales to fall.", ["expecting: The company (organisation)"]),
    ("The firm continued to expand abroad.", []),
    ("The court continues to consider the case.", []),
    (
        "The appeals court set the award aside after finding that the firm had waived its claim.",
        ["finding: The appeals court (organisation)"],
    ),
    ("The minister resigned after admitting he had lied.", ["admitting: The minister (person)"]),
    ("Police closed the road after finding a bomb.", []),
    ("The union ended the strike after saying it had won.", ["saying: The union (organisation)"]),
    (
        "Kinver's reported it has achieved savings of 25 million pounds, adding it was on track.",
        ["reported: Kinver's (organisation)", "adding: Kinver's (organisation)"],
    ),
    ("McDonald's said it would close 20 shops.", ["said: McDonald's (organisation)"]),
    ("The bank's reported profit was 3 million.", []),
    ("He told a teller to fill a bag with money.", []),
    ("The ministry told residents to leave their homes.", []),
    ("The chief executive told investors that sales fell.", ["told: The chief executive (person)"]),
    ("The minister told them to go.", []),
    ("A former employee falsified documents.", []),
    ("The inquiry heard that, in 2009, a researcher forged records.", []),
    ("The Spaniard, born in Venezuela, showed admirable composure in seeing off a determined effort.", []),
    ("The ministry showed that prices had risen.", ["showed: The ministry (organisation)"]),
    ("Ada Holt showed great courage.", []),
    ("Figures showed a rise of 3%.", ["showed: Figures (data)"]),
    (
        "The presence of shells in the layer suggests a second possibility.",
        ["suggests: The presence of shells in the layer (data)"],
    ),
    ("The absence of debris suggests that the plane sank whole.", ["suggests: The absence of debris (data)"]),
    (
        "Information received since the last meeting on 6 December indicates that the economy is slowing.",
        ["indicates: Information (data)"],
    ),
    (
        "Carla Ruiz from Ormoc's disaster risk reduction office told the agency that divers were searching.",
        ["told: Carla Ruiz, from Ormoc's disaster risk reduction office (person)"],
    ),
    (
        "Mia Berg from the University of Leeds said the find was rare.",
        ["said: Mia Berg, from the University of Leeds (person)"],
    ),
    ("The Evening Star said the ferry overturned.", ["said: Evening Star (media)"]),
    ('"We have managed it," Pompeo has held in an interview with MSNBC.', ["held: Pompeo (person)"]),
    ('The lawyer asked the witness about "the blue car".', []),
    ("Both sides believed in the deal.", []),
    ("The victim's family said they were relieved.", ["said: The victim's family (unnamed)"]),
    ("The Supreme Court ruled 6-3 that the law was void.", ["ruled: Supreme Court (organisation)"]),
    ("The committee judged that risks had grown.", ["judged: The committee (organisation)"]),
    ("The judge ruled on Monday.", []),
    ("Two members believed that wages would fall.", ["believed: Two members (unnamed)"]),
    ("Most members agreed that it was too early.", ["agreed: Most members (unnamed)"]),
    ("The two sides agreed to meet.", []),
    ('Ms Haldane asked, "Why was it open?"', ["asked: Haldane (person)"]),
    ('"Why was it open?" asked Ole Brandt, whose brother died.', ["asked: Ole Brandt (person)"]),
    (
        "Noting that sales had slowed, chief executive Ruth Amsel said the chain would close.",
        ["Noting: Ruth Amsel, chief executive (person)", "said: Ruth Amsel, chief executive (person)"],
    ),
    ("Power will be back on Friday, utilities said.", ["said: utilities (unnamed)"]),
    ("The budget forecasts a deficit of 3%.", ["forecasts: The budget (document)"]),
    (
        "Floods have killed hundreds of people, with many more at risk, says an official of the World Aid Board (WAB).",
        ["says: an official of the World Aid Board (unnamed)"],
    ),
    ("He was accused of fraud by a former partner.", []),
    ('It was described by the auditor as "reckless".', ["described by: the auditor (person)"]),
    ("Irene's projected costs fell.", []),
    (
        "LYON, France \u2014 Hours before the final, coach Paul Tessier praised his side, saying it was fit.",
        ["saying: Paul Tessier, coach (person)"],
    ),
    ("According to a 13 July report by the Red Cross, 12 died.", ["According to: report by the Red Cross (document)"]),
    ("Lawyers for the family argued that it was late.", ["argued: Lawyers for the family (unnamed)"]),
    ("The WHO said 23 cases were known.", ["said: WHO (organisation)"]),
    ("Hospital records show he was admitted.", ["show: Hospital records (data)"]),
    ("The inquest heard from a paramedic, who said the road was icy.", ["said: a paramedic (unnamed)"]),
    ("Chief executive Maren Holt told analysts it was so.", ["told: Maren Holt, Chief executive (person)"]),
    (
        "In a note to clients, Corwin's Ines Duarte wrote that the result was solid.",
        ["wrote: Ines Duarte, of Corwin (person)"],
    ),
    ("Analysts at Corwin Bank had forecast a net profit.", ["forecast: Analysts at Corwin Bank (unnamed)"]),
    ("The dam is safe, officials said.", ["said: officials (unnamed)"]),
    ("Estimates suggest that 4,000 died.", ["suggest: Estimates (unnamed)"]),
    ("Sales fell, said Maren Holt, head of the union.", ["said: Maren Holt, head of the union (person)"]),
    ("The statistics office reported a rise of 3%.", ["reported: The statistics office (organisation)"]),
    ("The tax was said to be high.", []),
    ("The residents were told to leave.", []),
    ("No one showed up.", []),
    ("Jobless claims rose.", []),
    ("At least 12 people were killed when a bus overturned, police said on Sunday.", ["said: police (organisation)"]),
    (
        "The interior minister, Jonas Falk, told state television that the border would reopen.",
        ["told: Jonas Falk, interior minister (person)"],
    ),
    (
        '"We will not leave," said Amina Diallo, 34, a mother of three.',
        ["said: Amina Diallo, mother of three (person)"],
    ),
    ("Reuters reported that the talks had collapsed.", ["reported: Reuters (media)"]),
    ("The UN refugee agency UNHCR estimates that 40,000 people have fled.", ["estimates: UNHCR (organisation)"]),
    ("A spokesman for the ministry declined to comment.", []),
    ("The army denied that it had fired on the crowd.", ["denied: The army (organisation)"]),
    (
        "Two officials familiar with the matter said the deal was close.",
        ["said: Two officials familiar with the matter (unnamed)"],
    ),
    ("Sources close to the talks said an agreement was near.", ["said: Sources close to the talks (unnamed)"]),
    ("People briefed on the plan expect a decision by Friday.", ["expect: People briefed on the plan (unnamed)"]),
    ("Prime Minister Lena Varga said on Monday she would resign.", ["said: Lena Varga, Prime Minister (person)"]),
    (
        'The Kremlin dismissed the report as "nonsense", spokesman Dmitri Orlov said.',
        ["dismissed: Kremlin (organisation)", "said: Dmitri Orlov, spokesman (person)"],
    ),
    ("Satellite images showed damage to at least three hangars.", ["showed: Satellite images (imagery)"]),
    ("Video verified by the agency showed smoke rising from the port.", ["showed: Video (imagery)"]),
    ("State media said the launch had succeeded.", ["said: State media (media)"]),
    ("Local media reported at least five deaths.", ["reported: Local media (media)"]),
    ("Officials in Tarsk said 14 houses burned down.", ["said: Officials in Tarsk (unnamed)"]),
    (
        "It was not clear who was behind the attack, the mayor's office said.",
        ["said: the mayor's office (organisation)"],
    ),
    ("The Governing Council decided to keep rates unchanged.", []),
    ("The bank expects inflation to average 2.4% this year.", ["expects: The bank (organisation)"]),
    ("Staff project growth of 1.1% in 2025.", ["project: Staff (unnamed)"]),
    ('"Inflation is too high," Governor Amara Sol told parliament.', ["told: Amara Sol, Governor (person)"]),
    (
        "The Monetary Policy Committee voted 7-2 to hold rates, and said risks were balanced.",
        ["said: Monetary Policy Committee (organisation)"],
    ),
    ("Economists polled by Reuters had expected a rise of 0.3%.", ["expected: Economists (unnamed)"]),
    (
        "Data from Statistics Norway showed a fall in exports.",
        ["showed: Statistics Norway, Data from Statistics Norway (data)"],
    ),
    ("Official figures showed that unemployment rose to 5.1%.", ["showed: Official figures (data)"]),
    ("The minutes showed that two members wanted a cut.", ["showed: The minutes (document)"]),
    ("The Fed said in a statement that it would slow its purchases.", ["said: Fed (organisation)"]),
    ("Analysts at Harrow Bank forecast a profit of $2.1 billion.", ["forecast: Analysts at Harrow Bank (unnamed)"]),
    (
        "Harrow's chief economist Nils Ek said the move was a mistake.",
        ["said: Nils Ek, Harrow's chief economist (person)"],
    ),
    ("The Supreme Court held that the statute was void.", ["held: Supreme Court (organisation)"]),
    ("The court ruled that Mr Marsh had been unlawfully detained.", ["ruled: The court (organisation)"]),
    ("Judge Edith Vance said the evidence was overwhelming.", ["said: Edith Vance, Judge (person)"]),
    ("According to the indictment, Reade paid the driver in cash.", ["According to: the indictment (document)"]),
    ("The indictment alleges that he hid $3 million.", ["alleges: The indictment (document)"]),
    ("Prosecutors allege the pair sold the data.", ["allege: Prosecutors (unnamed)"]),
    ("The plaintiff argued that the fee was a penalty.", ["argued: The plaintiff (person)"]),
    ("Justice Kagan wrote that the rule made no sense.", ["wrote: Kagan, Justice (person)"]),
    ("His lawyer, Sunita Rao, told the court that he was in Leeds.", ["told: Sunita Rao, lawyer (person)"]),
    ("Mr. Reade has denied the charges.", ["denied: Reade (person)"]),
    ("The appeals court found that the judge had erred.", ["found: The appeals court (organisation)"]),
    ("The witness testified that he saw two men.", ["testified: The witness (unnamed)"]),
    ("Alder reported net profit of $96m, up 9%.", ["reported: Alder (organisation)"]),
    (
        "The company said it expects revenue of between $4 billion and $5 billion.",
        ["said: The company (organisation)", "expects: The company (organisation)"],
    ),
    (
        '"We had a strong quarter," Chief Executive Officer Dana Whitlock said in a statement.',
        ["said: Dana Whitlock, Chief Executive Officer (person)"],
    ),
    ("Marlow, which makes glass, said orders had recovered.", ["said: Marlow (organisation)"]),
    ("Shares rose 4%, helped by demand, the company said.", ["said: the company (organisation)"]),
    (
        "Chief financial officer Tom Reed said costs would fall, adding that no jobs were at risk.",
        ["said: Tom Reed, Chief financial officer (person)", "adding: Tom Reed, Chief financial officer (person)"],
    ),
    ("The carrier announced plans to buy 40 jets.", ["announced: The carrier (organisation)"]),
    ("The company forecast sales of $10 billion for the year.", ["forecast: The company (organisation)"]),
    (
        "Corden Industries Inc. said Tuesday that it would close two plants.",
        ["said: Corden Industries Inc (organisation)"],
    ),
    (
        "The World Health Organization (WHO) said 300 cases had been confirmed.",
        ["said: World Health Organization (organisation)"],
    ),
    ("Health officials warned that the outbreak could spread.", ["warned: Health officials (unnamed)"]),
    ("The study, published in the journal Nature, found that naps improve alertness.", ["found: The study (document)"]),
    ("Dr Mira Petrenko, who led the trial, said the effect was small.", ["said: Mira Petrenko (person)"]),
    ("The researchers concluded that the drug was safe.", ["concluded: The researchers (unnamed)"]),
    ('"It is not over," she added.', ["added: nobody (person)"]),
    (
        "A report by the health ministry says that 12% of children are obese.",
        ["says: A report by the health ministry (document)"],
    ),
    (
        "According to a survey by the Orlov Foundation, one in five nurses wants to quit.",
        ["According to: Orlov Foundation, a survey by the Orlov Foundation (data)"],
    ),
    ("The survey of 1,200 adults found that 57% favour the plan.", ["found: The survey of 1,200 adults (data)"]),
    (
        "The Centers for Disease Control and Prevention reports that cases fell.",
        ["reports: Centers for Disease Control and Prevention (organisation)"],
    ),
    ("The weather service warned of more rain.", ["warned: The weather service (organisation)"]),
    (
        "More than 180 mm of rain fell, according to the weather service.",
        ["according to: the weather service (organisation)"],
    ),
    ("The quake had a magnitude of 6.1, the US Geological Survey said.", ["said: US Geological Survey (organisation)"]),
    ("Rescuers said they had heard voices under the rubble.", ["said: Rescuers (unnamed)"]),
    ('Governor Daria Kolb called the damage "unprecedented".', ["called: Daria Kolb, Governor (person)"]),
    ("Residents told AFP they had received no warning.", ["told: Residents (unnamed)"]),
    ("The Red Crescent said it had put up tents for 3,000 people.", ["said: Red Crescent (organisation)"]),
    ('"I lost everything," said one resident, who gave his name only as Omar.', ["said: one resident (unnamed)"]),
    ("Scientists estimate that the glacier lost a third of its mass.", ["estimate: Scientists (unnamed)"]),
    ("NASA said the probe had entered orbit.", ["said: NASA (organisation)"]),
    ("Astronomers led by Li Wei at the University of Osk found two planets.", ["found: Astronomers (unnamed)"]),
    ("The paper suggests that the bird evolved earlier than thought.", ["suggests: The paper (document)"]),
    (
        "Lead author Karin Holm of the University of Bergen said the result was a surprise.",
        ["said: Karin Holm, Lead author (person)"],
    ),
    ("Climate models project a rise of 2 degrees.", ["project: Climate models (document)"]),
    ("Coach Rui Costa said his team deserved more.", ["said: Rui Costa, Coach (person)"]),
    ('"We were lucky," midfielder Tomas Vik told reporters after the match.', ["told: Tomas Vik, midfielder (person)"]),
    ("The club announced on Thursday that Vik had signed a new contract.", ["announced: The club (organisation)"]),
    ("FIFA said it would investigate.", ["said: FIFA (organisation)"]),
    ("Defender Luis Prado conceded a penalty in the 62nd minute.", []),
    ("The tower is said to be haunted.", []),
    ("The case was reported in 2019.", []),
    ("Visitors were told to leave the building.", []),
    ("Nobody showed up.", []),
    ("Insurance claims rose by 8%.", []),
    ("The report was delayed, and the estimates were revised.", []),
    ("The city added 300 buses.", []),
    ("The minister announced nothing new.", ["announced: The minister (person)"]),
    ("He held a news conference.", []),
    ("Police found three bodies in the house.", []),
    (
        "The union says that 600 jobs are at risk; the company denies it.",
        ["says: The union (organisation)", "denies: the company (organisation)"],
    ),
    ("But critics say the plan is too costly.", ["say: critics (unnamed)"]),
    ("In an interview with the Daily Post, Holt said prices would fall.", ["said: Holt (organisation)"]),
    (
        "Speaking in Oslo, foreign minister Ida Berg said talks would go on.",
        ["said: Ida Berg, foreign minister (person)"],
    ),
    ('As Holt put it, "the market is dead".', []),
    ("The firm was fined $3 million, the regulator said on its website.", ["said: the regulator (organisation)"]),
    ("She was quoted as saying that the plan had failed.", ["quoted as saying: nobody (person)"]),
    ("The deal was confirmed by the finance ministry.", ["confirmed by: the finance ministry (organisation)"]),
    ("It is estimated that 4,000 have died.", []),
    ('Asked about the delay, Weber said only that "these things happen".', ["said: Weber (organisation)"]),
    ("Neither side has said when talks will resume.", []),
    ("The ministry did not say how many were hurt.", []),
    ("Holt is expected to announce the cuts on Friday.", []),
    ("Opposition leader Pat Orrin accused the government of lying.", []),
    (
        "Pat Orrin, leader of the opposition, said the vote was stolen.",
        ["said: Pat Orrin, leader of the opposition (person)"],
    ),
    (
        "The finance and defence ministries said talks went well.",
        ["said: The finance and defence ministries (organisation)"],
    ),
    ("A former employee, who asked not to be named, said staff were unpaid.", ["said: A former employee (unnamed)"]),
    (
        "South Korea's Yonhap news agency quoted an official as saying the missile flew 600 km.",
        ["as saying: an official (unnamed)"],
    ),
    ("The Guardian's Anna Reid reported that the file was missing.", ["reported: Anna Reid, of Guardian (person)"]),
    ("Human Rights Watch said 40 people had been detained.", ["said: Human Rights Watch (organisation)"]),
    (
        "In its annual report, the International Energy Agency said demand would peak.",
        ["said: International Energy Agency (organisation)"],
    ),
    (
        "Ursula von der Leyen, president of the European Commission, said the plan was ready.",
        ["said: Ursula von der Leyen, president of the European Commission (person)"],
    ),
    (
        "Commission President Ursula von der Leyen welcomed the deal, saying it would create jobs.",
        ["saying: Ursula von der Leyen, Commission President (person)"],
    ),
    (
        "The drones struck the depot overnight, Ukraine's General Staff reported on Telegram.",
        ["reported: Ukraine's General Staff (organisation)"],
    ),
    (
        "A Pentagon official, speaking on condition of anonymity, said the strike killed two.",
        ["said: A Pentagon official (unnamed)"],
    ),
    (
        '"It\'s a tragedy," Mayor-elect Dana Ruiz told a crowd gathered outside City Hall.',
        ["told: Dana Ruiz, Mayor-elect (person)"],
    ),
    (
        "Authorities did not immediately identify the victims but said they were from the area.",
        ["said: Authorities (unnamed)"],
    ),
    (
        "U.S. Attorney Damian Williams said: “The defendant stole from the vulnerable.”",
        ["said: Damian Williams, U.S. Attorney (person)"],
    ),
    (
        "As alleged in the indictment, Smith paid bribes totaling $2 million.",
        ["As alleged in: the indictment (document)"],
    ),
    (
        "Special Agent in Charge Rita Moss of the FBI's Newark office said the scheme ran for years.",
        ["said: Rita Moss, Special Agent in Charge (person)"],
    ),
    (
        "Researchers led by Dr. Ana Pons report in Nature Communications that the cells survive for 40 days.",
        ["report: Researchers (unnamed)"],
    ),
    (
        "The WHO's Tedros Adhanom Ghebreyesus told a briefing in Geneva that vaccines were running out.",
        ["told: Tedros Adhanom Ghebreyesus, of WHO (person)"],
    ),
    ('Kenya\'s Eliud Kipchoge, who won in 2:01:09, said he "felt good".', ["said: Eliud Kipchoge, of Kenya (person)"]),
    ("The hosts were lucky, conceded manager Ole Berg.", ["conceded: Ole Berg, manager (person)"]),
]


@pytest.mark.parametrize(("text", "found"), ENGLISH)
def test_an_english_sentence_says_who_speaks(text: str, found: list[str]) -> None:
    assert told(text) == found


OTHERS = [
    ("de", "Das erklärte ein Sprecher am Montag.", ["erklärte: ein Sprecher (unnamed)"]),
    ("de", "Damit rechnet die Bundesbank nicht.", []),
    ("de", "Dabei betonte Minister Jan Reuter, dass die Steuer sinkt.", ["betonte: Jan Reuter, Minister (person)"]),
    ("de", "Dies bestätigte eine Sprecherin der Polizei.", ["bestätigte: eine Sprecherin der Polizei (unnamed)"]),
    ("de", "Gestern kündigte der Konzern den Abbau von 300 Stellen an.", ["kündigte: der Konzern (organisation)"]),
    ("de", "Später teilte die Klinik mit, der Patient sei tot.", ["teilte: die Klinik (organisation)"]),
    ("es", "El gobierno pidió que se reduzca el consumo.", []),
    ("es", "El fiscal pidió doce años de cárcel.", []),
    ("es", "El sindicato alertó del riesgo de cierre.", ["alertó: El sindicato (organisation)"]),
    ("es", "La policía ordenó el cierre de la calle.", []),
    ("fr", "La banque a annoncé mardi que le taux resterait inchangé.", ["annoncé: La banque (organisation)"]),
    (
        "es",
        "Un estudio publicado el lunes halló que el riesgo baja a la mitad.",
        ["halló: Un estudio publicado (document)"],
    ),
    ("es", "El alcalde se negó a decir cuándo abrirá el puente.", []),
    ("es", "Un estudio halló que el riesgo baja a la mitad.", ["halló: Un estudio (document)"]),
    (
        "es",
        "Un estudio publicado el lunes muestra que el riesgo baja a la mitad.",
        ["muestra: Un estudio publicado (document)"],
    ),
    ("fr", "Une étude publiée lundi montre que le risque baisse.", ["montre: Une étude publiée (document)"]),
    ("fr", "L'OMS a déclaré mardi que la rougeole progresse.", ["déclaré: OMS (organisation)"]),
    ("de", "Hierzu erklärte Vogt, sie werde nicht zurücktreten.", ["erklärte: Vogt (organisation)"]),
    (
        "de",
        "Eine am Montag veröffentlichte Studie zeigt, dass das Risiko sinkt.",
        ["zeigt: Eine am Montag veröffentlichte Studie (document)"],
    ),
    (
        "de",
        "Zuvor hatte Ministerin Lena Vogt in die Debatte eingegriffen. Sie warnte vor neuen Schulden.",
        ["warnte: Lena Vogt, Ministerin (person)"],
    ),
    (
        "es",
        "La OMS alertó el martes sobre la propagación del sarampión y pidió una intensificación de la vacunación.",
        ["alertó: OMS (organisation)"],
    ),
    ("es", '"Hubo un aumento constante", la región de las Américas, detalló.', ["detalló: nobody (person)"]),
    ("es", "El ministerio alertó de que la presa podría romperse.", ["alertó: El ministerio (organisation)"]),
    (
        "es",
        'La ministra Ana Ruiz dijo que no habrá cambios. "Es tarde", añadió.',
        ["dijo: Ana Ruiz, ministra (person)", "añadió: Ana Ruiz, ministra (person)"],
    ),
    ("es", "El sindicato pidió al gobierno una subida del 3%.", []),
    (
        "es",
        "La empresa anunció el cierre de la planta y explicó que las ventas cayeron.",
        ["anunció: La empresa (organisation)", "explicó: La empresa (organisation)"],
    ),
    (
        "de",
        "Dies teilte die amtierende Bundestagspräsidentin Anke Fuchs mit.",
        ["teilte: Anke Fuchs, amtierende Bundestagspräsidentin (person)"],
    ),
    (
        "de",
        "Zuvor warnte Bundeskanzler Gerhard Schröder davor, den Bundesrat zu missbrauchen.",
        ["warnte: Gerhard Schröder, Bundeskanzler (person)"],
    ),
    ("de", "Die Partei lehnte den Entwurf im Bundestag bei einigen Enthaltungen ab.", []),
    ("de", "Danach sagte Ministerin Lena Vogt, die Brücke sei sicher.", ["sagte: Lena Vogt, Ministerin (person)"]),
    ("de", "Das teilte das Ministerium am Montag mit.", ["teilte: das Ministerium (organisation)"]),
    ("de", "Später erklärte die Polizei, der Fahrer sei betrunken gewesen.", ["erklärte: die Polizei (organisation)"]),
    (
        "fr",
        "Le ministère a annoncé la fermeture du site et a précisé que 300 emplois étaient menacés.",
        ["annoncé: Le ministère (organisation)", "précisé: Le ministère (organisation)"],
    ),
    ("fr", "« C'est trop tard », a-t-elle ajouté.", ["ajouté: nobody (person)"]),
    ("de", "Der Damm ist sicher, sagte Betriebsrat Mehmet Yildiz.", ["sagte: Mehmet Yildiz, Betriebsrat (person)"]),
    ("de", "Das teilte das Unternehmen am Mittwoch mit.", ["teilte: das Unternehmen (organisation)"]),
    ("fr", "Selon la direction, le pont est sûr.", ["Selon: la direction (organisation)"]),
    (
        "fr",
        "«\u00a0Non\u00a0», a déclaré Mireille Castan, secrétaire du syndicat.",
        ["déclaré: Mireille Castan, secrétaire du syndicat (person)"],
    ),
    ("es", "Según los agricultores, llueve poco.", ["Según: los agricultores (unnamed)"]),
    ("es", "La consejera Lucía Barral anunció que lloverá.", ["anunció: Lucía Barral, consejera (person)"]),
    (
        "de",
        "Bei dem Unfall wurden drei Menschen verletzt, teilte die Polizei am Montag mit.",
        ["teilte: die Polizei (organisation)"],
    ),
    ("de", "Wie die Polizei mitteilte, wurden drei Menschen verletzt.", ["mitteilte: die Polizei (organisation)"]),
    ("de", "Die Polizei teilte mit, dass drei Menschen verletzt wurden.", ["teilte: Die Polizei (organisation)"]),
    (
        "de",
        "Nach Angaben der Feuerwehr entstand ein Schaden von 200.000 Euro.",
        ["Nach Angaben: der Feuerwehr (organisation)"],
    ),
    (
        "de",
        "Laut einer Studie der Universität Bonn sinkt der Verbrauch.",
        ["Laut: einer Studie der Universität Bonn (document)"],
    ),
    ("de", "Medienberichten zufolge wurde der Vertrag unterschrieben.", ["zufolge: Medienberichten (unnamed)"]),
    ("de", "Dem Ministerium zufolge stieg die Zahl auf 300.", ["zufolge: Dem Ministerium (organisation)"]),
    (
        "de",
        "Bundeskanzler Olaf Scholz sagte am Dienstag in Berlin, die Lage sei ernst.",
        ["sagte: Olaf Scholz, Bundeskanzler (person)"],
    ),
    (
        "de",
        "„Wir sind zufrieden“, sagte Vorstandschefin Birgit Osterloh.",
        ["sagte: Birgit Osterloh, Vorstandschefin (person)"],
    ),
    (
        "de",
        "Das Statistische Bundesamt meldete einen Rückgang um 0,3 Prozent.",
        ["meldete: Statistische Bundesamt (organisation)"],
    ),
    ("de", "Ökonomen erwarten ein Wachstum von 1,2 Prozent.", ["erwarten: Ökonomen (unnamed)"]),
    ("de", "Die Bundesbank rechnet mit einer Inflation von 2,8 Prozent.", ["rechnet: Die Bundesbank (organisation)"]),
    ("de", "Ein Sprecher des Unternehmens wollte sich nicht äußern.", []),
    ("de", "Der Verband kritisierte, die Reform komme zu spät.", ["kritisierte: Der Verband (organisation)"]),
    ("de", "Das Gericht entschied, dass die Klage unzulässig ist.", ["entschied: Das Gericht (organisation)"]),
    ("de", "Experten warnen vor einer neuen Welle.", ["warnen: Experten (unnamed)"]),
    ("de", "Die Studie zeigt, dass kurze Schlafpausen helfen.", ["zeigt: Die Studie (document)"]),
    ("de", "Satellitenbilder zeigen Schäden am Hafen.", ["zeigen: Satellitenbilder (imagery)"]),
    (
        "de",
        "Wirtschaftsminister Keil hat angekündigt, die Hilfen zu verlängern.",
        ["angekündigt: Keil, Wirtschaftsminister (person)"],
    ),
    ("de", "Er fügte hinzu, dass die Verhandlungen andauern.", ["fügte: nobody (person)"]),
    ("de", "Der Konzern bestätigte den Verkauf nicht.", ["bestätigte: Der Konzern (organisation)"]),
    ("de", "Die Gewerkschaft Verdi erklärte, 3.000 Beschäftigte hätten gestreikt.", ["erklärte: Verdi (organisation)"]),
    ("de", "Nordkai erwartet für 2026 einen Gewinn von 40 Millionen Euro.", ["erwartet: Nordkai (organisation)"]),
    ("de", "„Das ist ein Skandal“, so der Abgeordnete Jens Kramer.", ["so: Jens Kramer, Abgeordnete (person)"]),
    (
        "de",
        "Der Umsatz sei um 5 Prozent gestiegen, hieß es aus Unternehmenskreisen.",
        ["hieß es aus: Unternehmenskreisen (unnamed)"],
    ),
    (
        "de",
        "Wie das Statistische Bundesamt (Destatis) weiter mitteilt, stiegen die Preise um 2,2 %.",
        ["mitteilt: Statistische Bundesamt (organisation)"],
    ),
    (
        "de",
        "Die Zahl sei gestiegen, sagte eine Sprecherin des Ministeriums der Deutschen Presse-Agentur.",
        ["sagte: eine Sprecherin des Ministeriums der Deutschen Presse-Agentur (unnamed)"],
    ),
    (
        "de",
        "Finanzminister Christian Lindner (FDP) hält das für falsch.",
        ["hält: Christian Lindner, Finanzminister (person)"],
    ),
    ("de", "Der Verdächtige bestreitet die Tat.", ["bestreitet: Der Verdächtige (person)"]),
    ("de", "Ein Feuerwehrsprecher berichtete von drei Verletzten.", ["berichtete: Ein Feuerwehrsprecher (unnamed)"]),
    (
        "de",
        "Der Präsident des Verbandes, Karl Weber, forderte mehr Geld.",
        ["forderte: Karl Weber, Präsident des Verbandes (person)"],
    ),
    (
        "fr",
        "Le séisme a fait au moins 12 morts, a annoncé dimanche le ministère de l'Intérieur.",
        ["annoncé: ministère de l'Intérieur (organisation)"],
    ),
    ("fr", "Selon l'Insee, l'inflation a atteint 2,3 % en mars.", ["Selon: Insee (organisation)"]),
    (
        "fr",
        "« C'est une victoire », s'est réjoui le maire de Lyon, Grégory Doucet.",
        ["réjoui: Grégory Doucet, maire de Lyon (person)"],
    ),
    ("fr", "La Banque de France prévoit une croissance de 0,9 %.", ["prévoit: Banque de France (organisation)"]),
    (
        "fr",
        "Le groupe a indiqué que son chiffre d'affaires avait reculé de 3 %.",
        ["indiqué: Le groupe (organisation)"],
    ),
    ("fr", "Les économistes tablent sur une hausse de 0,2 %.", ["tablent: Les économistes (unnamed)"]),
    ("fr", "Emmanuel Macron a déclaré lundi que la réforme serait appliquée.", ["déclaré: Emmanuel Macron (person)"]),
    (
        "fr",
        "« Nous avons perdu le match », a dit l'entraîneur Luis Castro après la rencontre.",
        ["dit: Luis Castro, entraîneur (person)"],
    ),
    ("fr", "Des images satellite montrent des dégâts importants.", ["montrent: Des images satellite (imagery)"]),
    ("fr", "Le rapport conclut que 40 % des ponts sont en mauvais état.", ["conclut: Le rapport (document)"]),
    ("fr", "Le tribunal a jugé que la clause était nulle.", ["jugé: Le tribunal (organisation)"]),
    ("fr", "Elle a ajouté que les négociations continuaient.", ["ajouté: nobody (person)"]),
    ("fr", "Les pompiers ont fait état de trois blessés.", ["fait: Les pompiers (unnamed)"]),
    ("fr", "L'OMS estime que 300 000 personnes sont mortes.", ["estime: OMS (organisation)"]),
    ("fr", "Airbus a annoncé la livraison de 60 avions.", ["annoncé: Airbus (organisation)"]),
    ("fr", "« Nous sommes prêts », assure Jean Dupont, 45 ans, agriculteur.", ["assure: Jean Dupont (person)"]),
    ("es", "Al menos 12 personas murieron, informó el domingo la policía.", ["informó: la policía (organisation)"]),
    (
        "es",
        "El ministro de Economía, Carlos Cuerpo, dijo que el paro bajará.",
        ["dijo: Carlos Cuerpo, ministro de Economía (person)"],
    ),
    ("es", "Según el INE, la inflación subió al 3,2 %.", ["Según: INE (organisation)"]),
    ("es", "«Es una victoria», dijo la alcaldesa Ana Ruiz.", ["dijo: Ana Ruiz, alcaldesa (person)"]),
    ("es", "El Banco de España prevé un crecimiento del 2,1 %.", ["prevé: Banco de España (organisation)"]),
    ("es", "La empresa señaló que sus ventas cayeron un 4 %.", ["señaló: La empresa (organisation)"]),
    ("es", "De acuerdo con la fiscalía, los detenidos vendían droga.", ["De acuerdo con: la fiscalía (organisation)"]),
    ("es", "Un portavoz del ejército negó las acusaciones.", ["negó: Un portavoz del ejército (unnamed)"]),
    ("es", "Los analistas esperan una subida de 25 puntos.", ["esperan: Los analistas (unnamed)"]),
    ("es", "Ha dicho el presidente que no habrá recortes.", ["dicho: el presidente (person)"]),
    ("es", "El estudio muestra que las siestas ayudan.", ["muestra: El estudio (document)"]),
    ("es", "Las imágenes de satélite muestran daños en el puerto.", ["muestran: Las imágenes de satélite (imagery)"]),
    ("es", "El tribunal dictaminó que la cláusula era nula.", ["dictaminó: El tribunal (organisation)"]),
    (
        "es",
        "Fuentes cercanas a la negociación aseguraron que el acuerdo está cerca.",
        ["aseguraron: Fuentes cercanas a la negociación (unnamed)"],
    ),
    (
        "es",
        "El entrenador Luis Castro aseguró que su equipo mereció más.",
        ["aseguró: Luis Castro, entrenador (person)"],
    ),
    ("es", "«Lo perdimos todo», relató un vecino.", ["relató: un vecino (unnamed)"]),
    ("es", "Pedro Sánchez afirmó este lunes que la ley se aprobará.", ["afirmó: Pedro Sánchez (person)"]),
    ("es", "La OMS estima que 300.000 personas han muerto.", ["estima: OMS (organisation)"]),
    (
        "es",
        "El Banco Central informó que las reservas subieron, según un comunicado.",
        ["informó: Banco Central (organisation)", "según: un comunicado (document)"],
    ),
    (
        "es",
        "«No hay peligro», aseguró a EFE el jefe de bomberos, Luis Mora.",
        ["aseguró: Luis Mora, jefe de bomberos (person)"],
    ),
    ("de", "Der Damm hielt, teilt die Feuerwehr mit.", ["teilt: die Feuerwehr (organisation)"]),
    ("de", "„Es brennt nicht mehr“, heißt es in der Mitteilung.", ["heißt es in: der Mitteilung (document)"]),
    ("de", "Der Damm hielt, schrieben die Rettungsdienste.", ["schrieben: die Rettungsdienste (organisation)"]),
    ("de", "Als Ursache gab die Polizei an, es habe gebrannt.", ["gab: die Polizei (organisation)"]),
    ("fr", "Le pont est sûr, a-t-elle ajouté.", ["ajouté: nobody (person)"]),
    ("fr", "Le pont est sûr, précise-t-il.", ["précise-t-il: nobody (person)"]),
    ("fr", "Le ministre se montre optimiste.", []),
    ("es", "Llueve poco, reporta AFP.", ["reporta: AFP (media)"]),
]


@pytest.mark.parametrize(("language", "text", "found"), OTHERS)
def test_a_sentence_in_another_language_says_who_speaks(language: str, text: str, found: list[str]) -> None:
    assert told(text, language) == found


MARKED = [
    ("en", "Prime Minister Lena Varga may meet about 40 envoys.", ["Prime Minister Lena Varga", "may", "about"]),
    ("en", "Yesterday the Red Crescent put up tents in Sarno.", ["Red Crescent", "Sarno"]),
    ("en", "Mr. Reade said almost nothing to Holt.", ["Reade", "Holt"]),
    ("de", "Betriebsrat Mehmet Yildiz erwartet rund 500 Kündigungen.", ["Betriebsrat Mehmet Yildiz", "rund"]),
    ("fr", "Selon la direction, l'équipe de Rail-Brenne pourrait partir.", ["Rail-Brenne", "pourrait"]),
]


@pytest.mark.parametrize(("language", "text", "words"), MARKED)
def test_names_and_hedges_are_marked(language: str, text: str, words: list[str]) -> None:
    whole = TITLE + text
    found = marked(saved_text(whole, table(language)))
    assert [whole[one.place.span.start : one.place.span.end] for one in found] == words


STANDINGS = [
    ("The bank expects inflation to fall.", Standing.EXPECTED),
    ("The ministry announced a plan.", Standing.ANNOUNCED),
    ("Estimates suggest that 4,000 died.", Standing.SUGGESTED),
    ("Scientists estimate that 4,000 died.", Standing.ESTIMATED),
    ("The army denied that it had fired.", Standing.DISPUTED),
    ("Ada Holt said it was so.", Standing.REPORTED),
]


@pytest.mark.parametrize(("text", "standing"), STANDINGS)
def test_the_verb_gives_the_standing(text: str, standing: Standing) -> None:
    assert [one.standing for one in facts_of(text)] == [standing]


COVERED = [
    ("The dam is safe, the mayor said on Sunday.", ["The dam is safe"]),
    ("“It is safe,” said Ada Holt, the mayor.", ["“It is safe,”"]),
    ("The mayor said the dam was safe, but she left.", ["the dam was safe"]),
    ("According to the mayor, the dam is safe.", ["the dam is safe."]),
    ("“It is safe,” he said, “and stays.”", ["“It is safe,” he said, “and stays.”"]),
    ("Asked about it, the mayor said that it was safe.", ["that it was safe."]),
]


@pytest.mark.parametrize(("text", "covered"), COVERED)
def test_the_words_that_are_attributed_are_told(text: str, covered: list[str]) -> None:
    whole = TITLE + text
    assert [whole[one.covers.start : one.covers.end] for one in facts_of(text)] == covered


MEANT = [
    ("Ada Holt, the mayor, said so.\n\nHolt said more.", "Ada Holt"),
    ("Mayor Ada Holt visited the dam. She said it was safe.", "Ada Holt"),
    ("Ada Holt, the mayor, left.\n\nThe mayor said so.", "Ada Holt"),
    ("Tests were done by the Dam Safety Board (DSB).\n\nThe DSB said so.", "Dam Safety Board"),
    ("The Russian Defence Ministry sent help.\n\nThe ministry said so.", "Russian Defence Ministry"),
    ("Alder Freight plc raised its forecast.\n\nThe company said so.", "Alder Freight plc"),
    ("The insurer, Unity Mutual, refused to pay. It said it might sue.", "Unity Mutual"),
    ("Two mayors met.\n\nOthers stayed away.\n\nShe said so.", None),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_short_words_for_a_speaker_mean_the_one_named_in_full(text: str, name: str | None) -> None:
    last = facts_of(text)[-1]
    assert last.name == name
    assert (last.introduced is None) == (name is None)


PARTS = (
    *("said", "according to", "Ada Holt", "the mayor", "who", "and", "that", "7%"),
    *(",", ".", "'", "“", "”", "(", ")", "\n\n"),
)


@example(["\n\n", "said", "Ada Holt"])
@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4)), max_size=30))
def test_every_fact_lies_in_its_text(parts: list[str]) -> None:
    text = TITLE + " ".join(parts)
    for one in speaker_facts(saved_text(text, table("en"))):
        assert 0 <= one.place.sentence.start <= one.place.span.start < one.place.span.end <= one.place.sentence.end
        assert one.place.sentence.start <= one.covers.start < one.covers.end <= one.place.sentence.end
        for words in filter(None, (one.name, one.role)):
            assert words.removeprefix("of ") in " ".join(text.split())
