"""The most frequent words of languages, and the scripts of one language each, by which the language of a text is told.

They are words that hardly stand in other languages, or that stand there far less often.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.evidence.languages.table import words

FREQUENT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": words(
            "the of and to in a is that for it was on are as with be by at this from have has had not but which"
            " they were an or will would its said he she his her their been more than who there when after about"
        ),
        "fr": words(
            "de la le les et des du en un une est que qui dans pour au aux par sur pas plus ne se ce cette il elle"
            " ils sont été avec a son sa ses leur mais ou l d qu n s c selon après ont entre également"
        ),
        "de": words(
            "der die und das den von zu mit dem des ein eine ist im für auf nicht sich als auch es an werden aus er"
            " hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber"
        ),
        "es": words(
            "de la que el en y los las un una se del por con para no es al lo más su sus como pero ha fue este esta"
            " o le entre según sobre también años ya desde son han había hasta cuando muy sin"
        ),
        "pt": words(
            "de a o que e do da em um uma para com não os as no na se por mais dos das ao como foi à pelo pela ele"
            " são também até ou seu sua mas já está anos segundo entre sobre tem disse"
        ),
        "ca": words(
            "de la el i que en a els les del per amb un una és al no es per ha dels més com han aquest però són seva"
            " seu també on va ser anys segons fins molt havia aquesta"
        ),
        "it": words(
            "di e il la che in un a per è una del della con non i le da dei al si sono alla nel nella gli lo anche"
            " come più ha delle degli ma dal dalla ed anni dopo tra essere questo stato secondo"
        ),
        "nl": words(
            "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog door"
            " naar heeft hebben ze hij was wordt werd worden over tot kan geen jaar meer volgens"
        ),
        "sv": words(
            "och i att det som en på är av för med den till inte har de ett om var men sig från vi så kan när nu"
            " eller ska under år även efter säger enligt detta också mot hade"
        ),
        "da": words(
            "og i at det er en til på som med for af de ikke den der har et var fra men om vi kan så være også efter"
            " ved nu skal siger blev bliver eller over år mod havde ifølge"
        ),
        "no": words(
            "og i det er som en på at til for av med har de ikke den et om var fra men seg så kan ble også etter ved"
            " nå skal sier blir eller over år mot hadde ifølge være"
        ),
        "fi": words(
            "ja on ei se että oli hän ovat mutta joka kun myös sen mukaan tai ole kuin jos niin nyt vuoden mitä sekä"
            " olla jo ovat vain hänen tämä joka jotka sanoo kertoo"
        ),
        "pl": words(
            "i w na z do nie się że to jest o jak od po przez dla są za ale przy oraz co był było który które która"
            " roku tym jego już ich także może będzie czy tylko pod"
        ),
        "cs": words(
            "a v se na je že s z do o k za by ve pro i po jako od jsou bylo byl které který která ale podle roku již"
            " také jeho při nebo uvedl být mezi jen aby"
        ),
        "hu": words(
            "a az és hogy nem is egy volt meg ez el csak de már van még mint szerint után vagy lesz azt ki be azonban"
            " pedig között ezt amely évi sem"
        ),
        "ro": words(
            "de și în a la că cu pe nu este o un din mai care pentru să au fost se al ale lui sunt după prin sau dar"
            " fi până către anul potrivit între"
        ),
        "tr": words(
            "ve bir bu için ile da de olarak çok daha gibi olan en sonra kadar ancak ise ya olduğu göre değil var"
            " oldu yıl her türkiye tarafından dedi büyük yeni"
        ),
        "id": words(
            "yang dan di dari untuk dengan ini itu pada tidak dalam akan adalah juga ke oleh telah karena mereka"
            " sebagai tersebut kata bisa ada lebih tahun sudah saat atau para"
        ),
        "vi": words(
            "và của là có cho các được trong không với một người những này khi đã từ để về đến tại cũng năm ra như"
            " sẽ vào theo nhiều"
        ),
    }
)
"""By tag. Short words that only occur in quotations of other languages do no harm: shares are compared."""

SCRIPTS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "el": (("\u0370", "\u03ff"), ("\u1f00", "\u1fff")),
        "ru": (("\u0400", "\u04ff"),),
        "hy": (("\u0530", "\u058f"),),
        "he": (("\u0590", "\u05ff"),),
        "ar": (("\u0600", "\u06ff"), ("\u0750", "\u077f")),
        "hi": (("\u0900", "\u097f"),),
        "bn": (("\u0980", "\u09ff"),),
        "ta": (("\u0b80", "\u0bff"),),
        "th": (("\u0e00", "\u0e7f"),),
        "ka": (("\u10a0", "\u10ff"),),
        "am": (("\u1200", "\u137f"),),
        "km": (("\u1780", "\u17ff"),),
        "ja": (("\u3040", "\u30ff"),),
        "zh": (("\u3400", "\u9fff"),),
        "ko": (("\u1100", "\u11ff"), ("\uac00", "\ud7af")),
    }
)
"""The ranges of letters by tag, for scripts that one language uses far more than all others."""

LETTERS: Mapping[str, str] = MappingProxyType({"be": "ў", "uk": "іїєґ", "mk": "ѓќѕ", "sr": "јљњћђ", "bg": "ъ"})
"""Letters of Cyrillic by tag, the rarer ones first: a text with enough of them is in that language, else in Russian."""
