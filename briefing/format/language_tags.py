"""Language tags (BCP 47) and the English names of languages: ISO 639-1 and 639-2, and large languages of 639-3.

The tag of a language is its shortest code (RFC 5646, section 2.2.1): "en", never "eng", and "haw", which has no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType


def language_name(tag: str) -> str:
    """Return the English name of the language of a tag: "Portuguese" for pt-BR. An unknown tag is returned as it is."""
    return language_names().get(primary_language(tag), tag)


def primary_language(tag: str) -> str:
    """Return the code of the language in a tag, in small letters: "pt" for pt-BR."""
    return tag.partition("-")[0].lower()


def is_language_tag(text: str) -> bool:
    """Tell whether a text is a tag of a known language. Of what follows the language only the syntax is checked."""
    names = language_names()
    return text in names or (primary_language(text) in names and _shape().fullmatch(text) is not None)


def with_two_letters(tag: str) -> str | None:
    """Return a tag with a two-letter code in place of a three-letter one: "en-GB" for eng-GB. None: there is none."""
    code = codes_of_two_letters().get(primary_language(tag))
    return None if code is None else code + tag[len(primary_language(tag)) :]


@lru_cache(1)
def language_names() -> Mapping[str, str]:
    """Return the English names of languages by their codes."""
    entries = " ".join(f"{_TWO_LETTERS}, {_THREE_LETTERS}".split()).split(", ")
    return MappingProxyType({code: name for code, _, name in (entry.partition(" ") for entry in entries)})


@lru_cache(1)
def codes_of_two_letters() -> Mapping[str, str]:
    """Return two-letter codes by the three-letter codes of the same languages, which BCP 47 does not allow in tags."""
    entries = " ".join(_LONGER.split()).split(", ")
    return MappingProxyType({longer: code for longer, _, code in (entry.partition(" ") for entry in entries)})


@lru_cache(1)
def _shape() -> re.Pattern[str]:
    """Return the pattern of a tag: RFC 5646, section 2.1, without its grandfathered tags."""
    return re.compile(
        r"[A-Za-z]{2,3}"
        r"(?:-[A-Za-z]{3}){0,3}"  # a language of a group: zh-yue
        r"(?:-[A-Za-z]{4})?"  # a script: sr-Latn
        r"(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"  # a region: pt-BR, es-419
        r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"  # variants: de-1996
        r"(?:-[A-WYZa-wyz0-9](?:-[A-Za-z0-9]{2,8})+)*"  # extensions
        r"(?:-[Xx](?:-[A-Za-z0-9]{1,8})+)?"  # for private use
    )


_TWO_LETTERS = """
aa Afar, ab Abkhazian, ae Avestan, af Afrikaans, ak Akan, am Amharic, an Aragonese, ar Arabic, as Assamese,
av Avaric, ay Aymara, az Azerbaijani, ba Bashkir, be Belarusian, bg Bulgarian, bh Bihari, bi Bislama,
bm Bambara, bn Bengali, bo Tibetan, br Breton, bs Bosnian, ca Catalan, ce Chechen, ch Chamorro, co Corsican,
cr Cree, cs Czech, cu Church Slavonic, cv Chuvash, cy Welsh, da Danish, de German, dv Dhivehi, dz Dzongkha,
ee Ewe, el Greek, en English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, ff Fulah,
fi Finnish, fj Fijian, fo Faroese, fr French, fy West Frisian, ga Irish, gd Scottish Gaelic, gl Galician,
gn Guarani, gu Gujarati, gv Manx, ha Hausa, he Hebrew, hi Hindi, ho Hiri Motu, hr Croatian, ht Haitian Creole,
hu Hungarian, hy Armenian, hz Herero, ia Interlingua, id Indonesian, ie Interlingue, ig Igbo, ii Sichuan Yi,
ik Inupiaq, io Ido, is Icelandic, it Italian, iu Inuktitut, ja Japanese, jv Javanese, ka Georgian, kg Kongo,
ki Kikuyu, kj Kuanyama, kk Kazakh, kl Greenlandic, km Khmer, kn Kannada, ko Korean, kr Kanuri, ks Kashmiri,
ku Kurdish, kv Komi, kw Cornish, ky Kyrgyz, la Latin, lb Luxembourgish, lg Ganda, li Limburgish, ln Lingala,
lo Lao, lt Lithuanian, lu Luba-Katanga, lv Latvian, mg Malagasy, mh Marshallese, mi Maori, mk Macedonian,
ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, na Nauru, nb Norwegian Bokmål,
nd North Ndebele, ne Nepali, ng Ndonga, nl Dutch, nn Norwegian Nynorsk, no Norwegian, nr South Ndebele,
nv Navajo, ny Chichewa, oc Occitan, oj Ojibwa, om Oromo, or Oriya, os Ossetian, pa Punjabi, pi Pali, pl Polish,
ps Pashto, pt Portuguese, qu Quechua, rm Romansh, rn Rundi, ro Romanian, ru Russian, rw Kinyarwanda,
sa Sanskrit, sc Sardinian, sd Sindhi, se Northern Sami, sg Sango, sh Serbo-Croatian, si Sinhala, sk Slovak,
sl Slovenian, sm Samoan, sn Shona, so Somali, sq Albanian, sr Serbian, ss Swati, st Sotho, su Sundanese,
sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai, ti Tigrinya, tk Turkmen, tl Tagalog, tn Tswana,
to Tongan, tr Turkish, ts Tsonga, tt Tatar, tw Twi, ty Tahitian, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek,
ve Venda, vi Vietnamese, vo Volapük, wa Walloon, wo Wolof, xh Xhosa, yi Yiddish, yo Yoruba, za Zhuang,
zh Chinese, zu Zulu
"""
_THREE_LETTERS = """
ace Achinese, ach Acoli, acm Mesopotamian Arabic, ada Adangme, ady Adyghe, aeb Tunisian Arabic,
afa Afro-Asiatic, afb Gulf Arabic, afh Afrihili, ain Ainu, ajp South Levantine Arabic, akk Akkadian, ale Aleut,
alg Algonquian, als Tosk Albanian, alt Southern Altai, ang Old English, anp Angika, apa Apache,
apc Levantine Arabic, apd Sudanese Arabic, arb Standard Arabic, arc Aramaic, arn Mapudungun, arp Arapaho,
ars Najdi Arabic, art Artificial, arw Arawak, ary Moroccan Arabic, arz Egyptian Arabic,
ase American Sign Language, ast Asturian, ath Athapascan, aus Australian, awa Awadhi, ayl Libyan Arabic,
azb South Azerbaijani, azj North Azerbaijani, bad Banda, bai Bamileke, bal Baluchi, ban Balinese, bar Bavarian,
bas Basa, bat Baltic, bcl Central Bikol, bej Beja, bem Bemba, ber Berber, bew Betawi, bfi British Sign Language,
bho Bhojpuri, bik Bikol, bin Bini, bjn Banjar, bla Siksika, bnt Bantu, bra Braj, brh Brahui, brx Bodo,
btk Batak, bua Buriat, bug Buginese, byn Blin, cad Caddo, cai Central American Indian, car Galibi Carib,
cau Caucasian, ceb Cebuano, cel Celtic, cgg Chiga, chb Chibcha, chg Chagatai, chk Chuukese, chm Mari,
chn Chinook jargon, cho Choctaw, chp Chipewyan, chr Cherokee, chy Cheyenne, ckb Central Kurdish, cmc Chamic,
cmn Mandarin Chinese, cnr Montenegrin, cop Coptic, cpe English based Creoles and pidgins,
cpf French-based Creoles and pidgins, cpp Portuguese-based Creoles and pidgins, crh Crimean Tatar,
crp Creoles and pidgins, csb Kashubian, ctg Chittagonian, cus Cushitic, dak Dakota, dar Dargwa, day Land Dayak,
del Delaware, den Slave, dgr Dogrib, din Dinka, dje Zarma, doi Dogri, dra Dravidian, dsb Lower Sorbian,
dua Duala, dum Middle Dutch, dyu Dyula, efi Efik, egy Egyptian, eka Ekajuk, ekk Standard Estonian, elx Elamite,
enm Middle English, ewo Ewondo, fan Fang, fat Fanti, fil Filipino, fiu Finno-Ugrian, fon Fon, frm Middle French,
fro Old French, frr North Frisian, frs East Frisian, fsl French Sign Language, fur Friulian, gaa Ga, gag Gagauz,
gan Gan Chinese, gay Gayo, gba Gbaya, gcf Guadeloupean Creole French, gcr Guianese Creole French, gem Germanic,
gez Geez, gil Gilbertese, glk Gilaki, gmh Middle High German, goh Old High German, gom Goan Konkani, gon Gondi,
gor Gorontalo, got Gothic, grb Grebo, grc Ancient Greek, gsg German Sign Language, gsw Swiss German, guz Gusii,
gwi Gwich'in, hai Haida, hak Hakka Chinese, haw Hawaiian, haz Hazaragi, hif Fiji Hindi, hil Hiligaynon,
him Himachali, hit Hittite, hmn Hmong, hne Chhattisgarhi, hsb Upper Sorbian, hsn Xiang Chinese, hup Hupa,
iba Iban, ijo Ijo, ilo Iloko, inc Indic, ine Indo-European, inh Ingush, ira Iranian, iro Iroquoian,
jam Jamaican Creole, jbo Lojban, jpr Judeo-Persian, jrb Judeo-Arabic, kaa Kara-Kalpak, kab Kabyle, kac Kachin,
kam Kamba, kar Karen, kaw Kawi, kbd Kabardian, kea Cape Verdean Creole, kha Khasi, khi Khoisan,
khk Halh Mongolian, kho Khotanese, khw Khowar, kln Kalenjin, kmb Kimbundu, kmr Northern Kurdish, kok Konkani,
kos Kosraean, kpe Kpelle, kpv Komi-Zyrian, krc Karachay-Balkar, kri Krio, krl Karelian, kro Kru, kru Kurukh,
ksh Kölsch, ktu Kituba, kum Kumyk, kut Kutenai, lad Ladino, lah Lahnda, lam Lamba, lez Lezghian, lgg Lugbara,
lij Ligurian, liv Liv, lld Ladin, lmo Lombard, lol Mongo, loz Lozi, lrc Northern Luri, lua Luba-Lulua,
lui Luiseno, lun Lunda, luo Luo, lus Lushai, lvs Standard Latvian, mad Madurese, mag Magahi, mai Maithili,
mak Makasar, man Mandingo, map Austronesian, mas Masai, mdf Moksha, mdr Mandar, men Mende, mer Meru,
mfe Morisyen, mga Middle Irish, mhr Eastern Mari, mic Mi'kmaq, min Minangkabau, mis uncoded, mkh Mon-Khmer,
mnc Manchu, mni Manipuri, mno Manobo, mnw Mon, moh Mohawk, mos Mossi, mrj Western Mari, mul multiple languages,
mun Munda, mus Creek, mwl Mirandese, mwr Marwari, myn Mayan, myv Erzya, mzn Mazanderani, nah Nahuatl,
nai North American Indian, nan Min Nan Chinese, nap Neapolitan, nds Low German, new Nepal Bhasa, nia Nias,
nic Niger-Kordofanian, niu Niuean, nog Nogai, non Old Norse, nqo N'Ko, nso Pedi, nub Nubian, nus Nuer,
nwc Classical Newari, nym Nyamwezi, nyn Nyankole, nyo Nyoro, nzi Nzima, olo Livvi, osa Osage,
ota Ottoman Turkish, oto Otomian, paa Papuan, pag Pangasinan, pal Pahlavi, pam Pampanga, pap Papiamento,
pau Palauan, pcm Nigerian Pidgin, peo Old Persian, pes Iranian Persian, phi Philippine, phn Phoenician,
pms Piemontese, pnb Western Panjabi, pon Pohnpeian, pra Prakrit, pro Old Provençal, prs Dari,
quy Ayacucho Quechua, quz Cusco Quechua, raj Rajasthani, rap Rapanui, rar Rarotongan, rcf Réunion Creole French,
rgn Romagnol, rhg Rohingya, rif Tarifit, roa Romance, rom Romany, rue Rusyn, rup Aromanian, sad Sandawe,
sah Yakut, sai South American Indian, sal Salishan, sam Samaritan Aramaic, sas Sasak, sat Santali, scn Sicilian,
sco Scots, sdh Southern Kurdish, seh Sena, sel Selkup, sem Semitic, sga Old Irish, sgn sign languages,
sgs Samogitian, shi Tachelhit, shn Shan, sid Sidamo, sio Siouan, sit Sino-Tibetan, skr Saraiki, sla Slavic,
sma Southern Sami, smi Sami, smj Lule Sami, smn Inari Sami, sms Skolt Sami, snk Soninke, sog Sogdian,
son Songhai, srn Sranan Tongo, srr Serer, ssa Nilo-Saharan, suk Sukuma, sus Susu, sux Sumerian, swg Swabian,
swh Swahili, syc Classical Syriac, syl Sylheti, syr Syriac, szl Silesian, tai Tai, tcy Tulu, tem Timne,
teo Teso, ter Tereno, tet Tetum, tig Tigre, tiv Tiv, tkl Tokelau, tlh Klingon, tli Tlingit, tmh Tamashek,
tog Tonga, toi Tonga, tpi Tok Pisin, tsi Tsimshian, tts Northeastern Thai, tum Tumbuka, tup Tupi, tut Altaic,
tvl Tuvalu, tyv Tuvinian, tzm Central Atlas Tamazight, udm Udmurt, uga Ugaritic, umb Umbundu, und undetermined,
uzn Northern Uzbek, vai Vai, vec Venetian, vls West Flemish, vmw Makhuwa, vot Votic, vro Võro, wak Wakashan,
wal Walamo, war Waray, was Washo, wen Sorbian, wuu Wu Chinese, xal Kalmyk, xog Soga, yao Yao, yap Yapese,
ypk Yupik, yue Cantonese, zap Zapotec, zbl Blissymbols, zen Zenaga, zgh Standard Moroccan Tamazight, znd Zande,
zsm Standard Malay, zun Zuni, zxx no linguistic content, zza Zazaki
"""
_LONGER = """
aar aa, abk ab, afr af, aka ak, alb sq, amh am, ara ar, arg an, arm hy, asm as, ava av, ave ae, aym ay, aze az,
bak ba, bam bm, baq eu, bel be, ben bn, bih bh, bis bi, bod bo, bos bs, bre br, bul bg, bur my, cat ca, ces cs,
cha ch, che ce, chi zh, chu cu, chv cv, cor kw, cos co, cre cr, cym cy, cze cs, dan da, deu de, div dv, dut nl,
dzo dz, ell el, eng en, epo eo, est et, eus eu, ewe ee, fao fo, fas fa, fij fj, fin fi, fra fr, fre fr, fry fy,
ful ff, geo ka, ger de, gla gd, gle ga, glg gl, glv gv, gre el, grn gn, guj gu, hat ht, hau ha, hbs sh, heb he,
her hz, hin hi, hmo ho, hrv hr, hun hu, hye hy, ibo ig, ice is, ido io, iii ii, iku iu, ile ie, ina ia, ind id,
ipk ik, isl is, ita it, jav jv, jpn ja, kal kl, kan kn, kas ks, kat ka, kau kr, kaz kk, khm km, kik ki, kin rw,
kir ky, kom kv, kon kg, kor ko, kua kj, kur ku, lao lo, lat la, lav lv, lim li, lin ln, lit lt, ltz lb, lub lu,
lug lg, mac mk, mah mh, mal ml, mao mi, mar mr, may ms, mkd mk, mlg mg, mlt mt, mon mn, mri mi, msa ms, mya my,
nau na, nav nv, nbl nr, nde nd, ndo ng, nep ne, nld nl, nno nn, nob nb, nor no, nya ny, oci oc, oji oj, ori or,
orm om, oss os, pan pa, per fa, pli pi, pol pl, por pt, pus ps, que qu, roh rm, ron ro, rum ro, run rn, rus ru,
sag sg, san sa, sin si, slk sk, slo sk, slv sl, sme se, smo sm, sna sn, snd sd, som so, sot st, spa es, sqi sq,
srd sc, srp sr, ssw ss, sun su, swa sw, swe sv, tah ty, tam ta, tat tt, tel te, tgk tg, tgl tl, tha th, tib bo,
tir ti, ton to, tsn tn, tso ts, tuk tk, tur tr, twi tw, uig ug, ukr uk, urd ur, uzb uz, ven ve, vie vi, vol vo,
wel cy, wln wa, wol wo, xho xh, yid yi, yor yo, zha za, zho zh, zul zu
"""
