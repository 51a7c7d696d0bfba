"""Lines of pages that are no article text, by language: adverts, 'read also', share bars, credits, cookie notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.base.frozen import frozen_kw_only


@frozen_kw_only
class PageWords:
    """What pages of one language say that is no article text. Each line is a pattern for small letters."""

    lines: str
    """Whole lines."""
    beginnings: str
    """Beginnings of short lines."""
    endings: str
    """Endings of short lines."""
    ends: str
    """Lines with which something else begins below an article."""
    end_headings: str
    """Lines with which something else begins if they are headings."""
    notes: str
    """Whole lines below an article, each about its writer, its making or what its reader should do."""
    asks: str
    """What a page says anywhere that asks for something instead of showing an article."""


LANGUAGES = {
    "en": PageWords(
        lines="""
            advertisement( - scroll to continue| - continue reading below)?
            continue reading( the main story)?|scroll to continue|story continues.{0,40}
            article continues below.{0,40}
            sponsored( content)?|promoted|paid (content|post)|from our partners
            share( this)?( article| story| page| post)?:?( on .{1,30}| via .{1,30}| with .{1,30})?
            copy link.{0,20}|link copied.{0,20}|save( article| this story)?( for later)?|print( this)?( article)?
            comments?( \\(?\\d+\\)?)?|\\d+ comments?|(post|leave|add) a comment|no comments( yet)?
            join the conversation
            email( this)?|e-mail|tweet|whatsapp|facebook|twitter|linkedin|reddit|telegram|pinterest|instagram|bluesky
            subscribe( now)?|sign (up|in)|log in|follow us.{0,60}|listen( to this article)?|watch( now| live)?
            play( video)?|skip( to .{1,30})?|loading.{0,5}|close|menu|search|more|back to top|top|next|previous
            view (all|gallery|comments)|show (more|less)|read more|learn more|reply|\\d+ shares?|shares?|likes?
            \\d{1,3} ?-?min(ute)?s?( read)?|(estimated )?read(ing)? time:?.{0,20}
            related( articles?| stories| content| topics?| posts?| links?| coverage)?:?|more (from|on|in) .{1,60}
            recommended.{0,40}|most (read|popular|viewed|shared).{0,30}|trending.{0,20}|popular now|up next
            about the authors?|author|contact|contacts|(leave|post) a (reply|comment).{0,30}|share this:?|like this:?
            you (may|might) (also )?(like|be interested in).{0,60}|read (this )?next|in this (story|article)
            more stories
            editors?['’]s? picks?|don['’]t miss|contents?|advertising
            (image|photo|getty images|shutterstock|ap|reuters)
        """,
        beginnings="""
            (read|see|watch|listen)( also| more| next)?:|also (read|see|watch|on .{2,30}):?
            (read|see) (more|also)\\b.{0,5}:
            related( article| story| stories| content| coverage)?s?:|more( on this| from us)?:|don['’]t miss:|up next:
            follow .{2,60} on (twitter|x|facebook|instagram|linkedin)
            for (the )?(latest|more) .{0,40}(news|stories|updates)
            further reading:|sign up (for|to|here)\\b|subscribe (to|now|for)\\b|newsletter:
            get (the|our) .{0,60}\\b(newsletter|inbox|app)\\b|follow (us|our|@)|click here|tap here
            download (the|our) .{0,40}app|join (us|the conversation|our)\\b|enter your email|support our
            (photo|photograph|image|picture|pic|video|credit|source|illustration|graphic|file photo)s?( credits?)?\\s*:
            (photo|image|picture|credit)s?( credits?)?\\s*[/©]
            \\(?(photo|image|picture|photograph) (by|courtesy|credit)
            \\(?(ap photo|reuters/|getty images|afp/|pa wire)
            ©|\\(c\\) \\d{4}|copyright\\b|(this|our) (site|website) uses cookies
            we (use|and our partners).{0,60}cookies
            by (continuing|using|clicking).{0,60}(cookies|terms|agree)|all rights reserved
            (first )?(published|posted|updated|last (updated|modified)|modified|created):? .{0,12}\\d
            (have|got) (a|you) .{0,40}(tip|story)\\b|contact the (author|reporter|writer)
            (email|e-mail|write to) .{0,40}@
            by submitting\\b|by .{3,60}\\| ?(posted|published|updated)|what did you think of|like this\\?
            sign the petition
            read our .{2,60}|to comment on|tags?:|filed under|topics?:|categories:|posted in\\b
        """,
        endings="""
            \\b(photo|image|picture|credit|illustration)s?( credits?)?\\s*: .{2,60}|(photo|image) by .{2,40}
            comments?( section)? below|leave a .{0,20}comment:?|click here( to .{2,60})?
        """,
        ends="""
            about the (author|writer)s?|(leave|post|add) a (comment|reply)|(\\d+ )?comments?( \\(\\d+\\))?
            related (articles|stories|posts|content|news|topics|coverage)|you (may|might) also like
            recommended( for you| stories| articles)?|most (read|popular|viewed)|latest (news|stories|posts|articles)
            more (stories|news|from .{2,40}|on this story)|read next|trending( now)?
        """,
        end_headings="""
            references|notes|footnotes|see also|external links|further reading|sources
            share this( story| article| post)?
            (media |press )?contacts?|author bio
        """,
        notes="""
            .{3,60} (is|are) (an?|the) .{0,60}\\b(reporter|correspondent|columnist|journalist|freelance writer)s?
            .{3,60} (is|are) (an?|the) .{0,60}\\b(reporter|correspondent|columnist)s? (at|for|with|who|based)\\b.*
            .{3,60} (is|are) (an?|the) .{0,60}\\b(writer|journalist|editor)s? (at|for|with|who|based)\\b.*
            .{3,60} (covers|writes about|reports on) .{3,100} for .{3,60}
            (you can )?(follow|contact|reach|email|e-mail) (him|her|them|the (author|reporter|writer)s?)\\b.*
            follow .{2,60} on (twitter|x|facebook|instagram|linkedin)\\b.*
            (with )?(additional |further )?reporting (by|for)\\b.*|(written|compiled|translated|edited|editing) by\\b.*
            (an earlier|a previous|the original) version of this (article|story|post|report|page)\\b.*
            this (article|story|post|report|piece) (has been|was) .{0,20}(updated|corrected|amended|published)\\b.*
            (please )?(sign|join) (this|our|the) .{0,40}petition\\b.*|add your name\\b.*|donate (now|today|to)\\b.*
            (do you have|have you got|got|know) .{0,60}\\b(tip|story|something|information)\\b.*
            (if you (liked|enjoyed)|enjoy(ed|ing)?|liked?) (this|our) (article|story|post|piece|report)\\b.*
            .*\\b(in|to) your (inbox|mailbox)\\b.*|.*\\bsign up (for|to|here)\\b.{0,80}
            (get|read|join|want|for more|never miss) .*\\bnewsletters?\\b.*
        """,
        asks="""
            (please )?(enable|turn on) javascript|javascript is (disabled|required)|are you a robot
            verify (that )?you are
            checking your browser|access denied|403 forbidden|404 not found|page not found
            (sign|log) in to (continue|your account)|forgot(ten)? (your )?password|(accept|allow) (all )?cookies
        """,
    ),
    "de": PageWords(
        lines="""
            anzeige|werbung|advertorial|(artikel |beitrag |seite )?(teilen|drucken|merken|versenden)( auf .{1,30})?
            kommentare?( \\(?\\d+\\)?)?|\\d+ kommentare?|kommentar (schreiben|verfassen)|zur startseite|zum thema
            mehr( dazu| lesen)?|weiterlesen|weiter|zurück|nach oben|anmelden|abonnieren|lesezeit:?.{0,20}|inhalt
            mehr zum thema.{0,40}|mehr (von|aus|über) .{1,60}
            (das|dies) könnte (sie|dich|euch) auch interessieren.{0,20}
            verwandte (artikel|themen|beiträge):?|ähnliche (artikel|beiträge):?|meistgelesen.{0,40}
            empfehlungen.{0,40}
            auch interessant:?|weitere (artikel|beiträge|nachrichten|themen|informationen).{0,40}|artikelbild
            zur galerie|alle angaben ohne gewähr
        """,
        beginnings="""
            (lesen|sehen|hören) sie (auch|hier|dazu|mehr)\\b|(auch|mehr|hier) (lesen|dazu)\\s*:|siehe auch:?|lies auch
            mehr dazu:|mehr zum thema|zum weiterlesen:
            (abbildung|abb\\.?|foto|bild|quelle|grafik|video|fotos|bilder|bildquelle)\\s*:
            (bildnachweis|symbolbild)\\s*:|melden sie sich .{0,60}an\\b|abonnieren sie
            jetzt (abonnieren|anmelden|testen)
            newsletter\\b.{0,60}(abonnieren|anmelden)
            (diese|unsere) (website|webseite|seite) (verwendet|nutzt|benutzt) cookies
            wir (verwenden|nutzen) cookies
            (veröffentlicht|aktualisiert|stand|erstellt|zuletzt aktualisiert)( am)?:? .{0,12}\\d
            alle rechte vorbehalten|schlagwörter:|schlagworte:|kategorien?:
        """,
        endings="""
            \\b(foto|bild|grafik|abbildung)s?\\s*: .{2,60}
        """,
        ends="""
            über (den autor|die autorin|die autoren)|zum autor|(\\d+ )?kommentare?|ähnliche (artikel|beiträge)
            mehr zum thema|das könnte (sie|dich) auch interessieren|meistgelesen|verwandte (artikel|themen|beiträge)
            weitere (artikel|beiträge|nachrichten|meldungen)
        """,
        end_headings="""
            einzelnachweise|weblinks|literatur|quellen|quellenangaben|(presse)?kontakt|(diesen beitrag|artikel) teilen
        """,
        notes="""
            (der autor|die autorin|unser autor|unsere autorin) (ist|schreibt|arbeitet|leitet|lehrt)\\b.*
            .{3,60} (ist|arbeitet als) .{0,40}\\b(redakteur|korrespondent|reporter)(in)?\\b.{0,80}
            (mitarbeit|redaktion|übersetzung|mit material von)\\s*:?.{0,80}
            .*\\bpetition (unterschreiben|unterzeichnen)\\b.*|jetzt (unterschreiben|unterzeichnen|spenden)\\b.*
            .*\\b(unseren?|den) .{0,30}newsletter\\b.*|.*\\bin (ihr|dein) postfach\\b.*
            in einer (früheren|ersten) (version|fassung)\\b.*|dieser (artikel|beitrag|text) (wurde|ist|erschien)\\b.*
        """,
        asks="javascript (aktivieren|ist deaktiviert)|seite nicht gefunden|passwort vergessen|cookies akzeptieren",
    ),
    "fr": PageWords(
        lines="""
            publicité|annonce|contenu sponsorisé|\\d* ?commentaires?|lire la suite|lire plus|suivant|précédent
            sommaire
            (partager|imprimer|enregistrer|commenter)( (l['’]|cet )article| sur .{1,30})?
            s['’]abonner|se connecter|s['’]inscrire
            haut de page|la suite après (cette|la) publicité|temps de lecture ?:?.{0,20}
            (article )?réservé aux abonnés
            (à )?lire aussi ?:?|sur le même sujet ?:?|articles? (liés?|similaires?|associés?)|les plus lus.{0,30}
            vous aimerez aussi.{0,30}|nos recommandations
        """,
        beginnings="""
            (à )?(lire|voir|écouter|découvrir) (aussi|également)\\b|(à|a) (lire|voir|écouter)\\s*:|>> ?lire
            lire (aussi|notre)\\b.{0,20}:|pour aller plus loin
            (photo|crédits?|image|illustration|source|vidéo)( photo)?\\s*[:/©]
            (inscrivez|abonnez)-vous|recevez .{0,60}newsletter|suivez[- ]nous|cliquez ici|téléchargez
            (ce|notre) site utilise des cookies|nous utilisons des cookies|en poursuivant votre navigation
            (publié|mis à jour|modifié|posté)( le)?\\b.{0,12}\\d|tous droits réservés|mots[- ]clés?\\s*:
        """,
        endings="""
            \\b(photo|crédits?|image|illustration)s?\\s*: .{2,60}
        """,
        ends="""
            (\\d+ )?commentaires?|sur le même sujet|articles (liés|similaires|associés)|les plus lus|à lire aussi
            à propos de l['’]auteur
        """,
        end_headings="""
            notes et références|liens externes|contacts?( presse)?|bibliographie
        """,
        notes="""
            (l['’]auteure?|l['’]autrice) est\\b.*|(avec|source) (afp|reuters|ap)\\b.{0,30}
            .{3,60} est .{0,20}(journaliste|correspondante?|chroniqueu(r|se)) (à|au|pour|chez|de|du)\\b.{0,80}
            signez (la|notre|cette) pétition\\b.*|faites un don\\b.*|traduit (de|par)\\b.*
            .*\\b(notre|nos|la) newsletters?\\b.*|.*\\bdans votre boîte\\b.*
            (une version antérieure|une première version) de cet article\\b.*|cet article (a été|est)\\b.*
        """,
        asks="activer javascript|javascript est désactivé|page (non trouvée|introuvable)|mot de passe oublié",
    ),
    "es": PageWords(
        lines="""
            publicidad|anuncio|contenido patrocinado|\\d* ?comentarios?|leer más|seguir leyendo|siguiente|anterior
            (compartir|imprimir|guardar|comentar|suscríbete|suscribirse|iniciar sesión)( en .{1,30})?|volver arriba
            tiempo de lectura:?.{0,20}|noticias? relacionadas?:?|artículos? relacionados?:?
            lo más (leído|visto).{0,30}
            (le|te) puede interesar.{0,30}|te recomendamos.{0,30}|más información:?|más noticias.{0,30}
            temas relacionados:?
        """,
        beginnings="""
            (le|te) puede interesar\\s*:|(lea|lee|leer|ver|vea|mira|escucha) (también|además|más)\\b
            (también|además) (lee|lea|te puede interesar)\\b
            puede leer:|(foto|fotografía|imagen|crédito|fuente|vídeo|video)\\s*[:/©]|suscríbe(te|se)|regístrate
            síguenos
            haz clic|haga clic|descarga (la|nuestra) app|recibe .{0,60}(boletín|newsletter)
            (este|nuestro) sitio (web )?(usa|utiliza) cookies|utilizamos cookies|usamos cookies
            (publicado|actualizado|última actualización)( el)?\\b.{0,12}\\d|todos los derechos reservados|etiquetas:
        """,
        endings="""
            \\b(foto|imagen|crédito|fotografía)s?\\s*: .{2,60}
        """,
        ends="""
            (\\d+ )?comentarios?|noticias relacionadas|artículos relacionados|lo más (leído|visto)|te puede interesar
            sobre el autor|más noticias
        """,
        end_headings="""
            referencias|enlaces externos|contacto( de prensa)?|bibliografía
        """,
        notes="""
            (el autor|la autora) es\\b.*
            .{3,60} es (periodista|corresponsal|columnista|redactora?) (de|en|del|para)\\b.{0,80}
            firma (la|nuestra|esta) petición\\b.*|haz (un donativo|una donación)\\b.*|traducid[oa] por\\b.*
            con información de\\b.*
            .*\\b(nuestr[oa]s?|el|la) (boletín|boletines|newsletters?)\\b.*|.*\\ben tu (correo|bandeja)\\b.*
            una versión anterior de este artículo\\b.*|este artículo (fue|ha sido|se publicó)\\b.*
        """,
        asks="""
            activar javascript|javascript está desactivado|página no encontrada
            contraseña olvidada|aceptar (las )?cookies
        """,
    ),
}
"""By language. All of them are asked of every page, as pages mix languages, and many do not say in which they are."""

_LONGEST = 200
"""Characters of a line that begins like an advert and is one."""
_MARKS = " \u00a0*•|>→»–—-()[]"
"""Characters around a line that say nothing."""
_LONGEST_NOTE = 400
"""Characters of a note below an article."""


def _any(tables: Iterable[str]) -> str:
    return "|".join(line.strip() for table in tables for line in table.strip().splitlines())


_LINE = re.compile(rf"(?:{_any(words.lines for words in LANGUAGES.values())})[.:…»>]*")
_BEGINNING = re.compile(_any(words.beginnings for words in LANGUAGES.values()))
_ENDING = re.compile(f"(?:{_any(words.endings for words in LANGUAGES.values())})[.!]?\\Z")
_NOTE = re.compile(f"(?:{_any(words.notes for words in LANGUAGES.values())})[.!]*")
_END = re.compile(_any(words.ends for words in LANGUAGES.values()))
_END_HEADING = re.compile(_any(words.end_headings for words in LANGUAGES.values()))
_COUNT = re.compile(r"\s*\(\d+\)\Z")
_ASK = re.compile(_any(words.asks for words in LANGUAGES.values()))


def is_boilerplate(line: str) -> bool:
    """Tell whether a line of a page is no article text, by its words."""
    if len(line) > _LONGEST:
        return False
    small = line.strip(_MARKS).casefold()
    if not small or _LINE.fullmatch(small) is not None:
        return True
    return _BEGINNING.match(small) is not None or _ENDING.search(small) is not None


def is_note(line: str) -> bool:
    """Tell whether a line is what pages write below an article: who wrote it, what was corrected, what to sign."""
    return len(line) <= _LONGEST_NOTE and _NOTE.fullmatch(line.strip(_MARKS).casefold()) is not None


def is_end(line: str, *, is_heading: bool) -> bool:
    """Tell whether a line begins what stands below an article."""
    small = _COUNT.sub("", line.casefold().strip(" :»>-–•|.…"))
    return _END.fullmatch(small) is not None or (is_heading and _END_HEADING.fullmatch(small) is not None)


def asks_for_something(text: str) -> bool:
    """Tell whether a page asks to sign in, to run scripts or to accept cookies, or says that it is not there."""
    return _ASK.search(text.casefold()) is not None
