"""The usual lures: what is offered, the promise made, and the way one is called."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.language.patterns import Match, Patterns
from moderation.language.words import Words
from moderation.signals.facts import MessageFacts
from moderation.signals.intrusion.links import has_link

_PATTERNS = Patterns(
    {
        # Enough by itself: nobody says it who has nothing to sell.
        "offer": """
gagnez|win DET voyage|trip|croisiere|cruise|car|auto|voiture|iphone|tv|gift|cadeau|carte
click|cliquez|clique|like|aimez and|et share|partagez|partage
YOURS colis|parcel|package ~ bloque|hold|retenu|stuck|blocked ~ pay|paie|payez|frais|fee|fees
send|envoyez|envoie ~ TRADE|MONEY ~ get|recevez|recois|receive ~ double|back
cours|class|classes|lessons|formation de|d'? TRADE
TRADE class|classes|course|lessons|coaching
PAUSE LOAN ADJ? PROMISE
PAUSE PROMISE LOAN
vente|sale|achat de|of ~ ordonnance|prescription
sans ordonnance ~ expedition|livraison|prix
without prescription
hook up with
hot locals|singles|women|men|moms
mon|my ADJ? groupe|group ~ better|meilleur|mieux|active|actif
made|gagne|earned|fait ~ month|mois|week|semaine|day|jour ~ bot|methode|method|app|appli|system
CALL to start|learn|earn|know|join|invest|begin
CALL pour apprendre|commencer|debuter|gagner|investir|savoir
grow|boost|multiply YOURS? savings|money|MONEY|wealth|capital ~ weekly|daily|monthly|percent|CALL
fructifier YOURS MONEY|argent|economies|capital
WIZARD ~ specialiste|specialist|expert|reunites|reunit|reunite
WIZARD ~ question|reading|lecture|tirage ~ free|gratuite|gratuit|offerte
PAUSE ADJ? avocat|avocate|attorney|lawyer|notaire available|disponible
PAUSE besoin|need de|d'|of? preuves|proof|evidence ~ YOURS ex|conjoint|spouse|mari|wife|husband
nos|notre|our ADJ? AGENCY ~ CALL|appelez|call
mon|my|utilise|utilisez|use|with|avec|un|a REFERRAL
REFERRAL ~ MONEY
ouvrez|ouvre|open|creez|cree|create ~ compte|account ~ mon|my lien|link|code
use|utilisez|utilise mon|my code|lien|link
devenez|become ~ testeur|testeuse|tester|influenceur|influencer
recevez|receive|get ~ cadeaux|gifts|echantillons|samples|produits|products ~ gratuits|free
PAUSE besoin d'? MONEY vite|rapidement|urgent|rapide
PAUSE need MONEY fast|urgently|quick|now
je|i BE ADJ? coach|mentor ~ MONEY|rabais|places|spots|off|CALL|certifie|certifiee|certified
places|spots restantes|left|available|limitees|disponibles ~ rabais|off|MONEY|CALL
vip CHANNEL
CHANNEL vip
hot|best|great|amazing|super deal|deals|price|prices|prix|aubaine ~ CALL
catalog|catalogue|tarifs ~ CALL
CALL ~ catalog|catalogue|pricing
bring|get|ramene|ramener|fait YOURS ADJ? ex|lover|husband|wife|amour|mari|femme|partner back|revenir
we|nous|i|on|je buy|achetons|achete ~ houses|maisons|cars|autos ~ cash|comptant|CALL
trusted|reliable|fiable|serieux|legit|real|honnete hacker|lender|preteur|vendor|WIZARD|LOAN
hacker can|peut ~ YOURS|DET
book|reservez|reserve ~ paid|payante|payant ~ call|appel|consultation|session|seance
gagne|made|earned|earning|make|fait ~ MONEY ~ grace|thanks|with|avec|using ~
    appli|app|application|methode|method|systeme|system|robot|plateforme|platform|site
i can get YOURS kids|children|custody|ex
je|on vous? recupere|recuperons YOURS enfants|garde|argent
MONEY ~ into|to|a|en MONEY ~ CALL
turned|turn|transforme|passer|grew|grow ~ MONEY ~ MONEY
LOAN ~ approval|approbation|reponse|accord|decision ~ 24h|heures|hours|minutes|jour|day
PROFIT ~ CALL
cherche|looking|recherche|need for? ~ personnes|people|partenaires|partners ~
    PROFIT|income|revenu|business
venez|viens|come|passez|join dans|to|in|sur mon|ma|my ADJ? CHANNEL
hack|pirate|spy|espionne|pirater|espionner ~ YOURS|DET telephone|phone|facebook|whatsapp|compte|
    account|instagram|messages|spouse|conjoint|partner|ex ~ CALL|PROMISE|MONEY
I can? hack|pirate|espionne|spy DET|YOURS ~ telephone|phone|facebook|whatsapp|account|instagram
veuve|widow|mourante|dying|malade ~ leguer|leguez|donner|give|donate|bequeath ~ MONEY
leguer|bequeath|leave ~ MONEY ~ personne|person|honnete|honest|god
PRODUCT ~ code|promo|rabais|off|CALL|SALE|PROMISE
formation|course|cours|coaching|programme|program|masterclass ~ code|minuit|midnight|off|MONEY
formation|course|coaching|programme|program ~ garanti|guaranteed|rembourse|MONEY
recuperez|ravoir|regagnez|retrouvez|win|get YOURS|DET ~ garde|custody|enfants|kids|ex ~
    jours|days|MONEY|garanti|guaranteed|rembourse
programme|program|methode|method ~ YOURS|DET? enfants|kids|garde|custody ~ jours|days|MONEY|garanti
singles|single|celibataires near|pres|proche|proches of|de? YOU|chez|votre|ta|your
single|celibataires women|men|femmes|hommes ~ near|pres|region|area
femmes|women|filles|girls|hommes celibataires ~ pres|region|near|inscription|ville|maintenant
celibataires ~ pres de chez YOU
celibataires|singles de|in|of YOURS region|area|ville|city|coin
rencontrez|meet DET? femmes|women|singles|single|celibataires|hommes|filles|girls
solves|resout|resoud|regle|fixes ~ divorce|custody|luck|chance|impuissance|problemes|problems ~
    CALL|garanti|guaranteed
lawyer|avocat|avocate|attorney here|ici ~ free|gratuit|gratuite|CALL
first|premiere consult|consultation|rencontre free|gratuite|offerte ~ CALL
prend|take|takes|prenons|defendons|defend YOURS cause|case|dossier ~ frais|fee|fees|CALL|gratuit
class action ~ pay|fee|MONEY
recours collectif ~ payez|frais|MONEY
fake|faux licences|licence|license|licenses|certificat|certificats|certificates
YOURS ADJ|CHANNEL account|compte|profil ~ suspended|suspendu|bloque|locked|limited|banned ~
    verify|verifiez|click|cliquez|CALL|LINKED
SEXPHOTO ~ here|ici|LINKED|CALL|come
WIZARD|SERVICE ~ YOURS|DET ex|enfants|amour|mari|femme ~
    back|revient|revenir|reviendra|comes|returns
WIZARD|SERVICE ~ fait|fera|make|makes revenir|return|come
WIZARD|SERVICE ~ PROMISE
formation|course|training TRADE
travailler|work|bosser de|from chez|home YOU? ~ MONEY ~ PERIOD|semaine|week|jour|day|mois|CALL
MONEY ~ PERIOD|semaine|jour ~ CALL
MONEY ~ par|a|per heure|hour|jour|day|semaine|week ~ CALL
aucune|no experience ~ CALL|requise|needed|required
guaranteed|daily|weekly|monthly|passive|instant|quick|fast|easy PROFIT
PROFIT guaranteed|garanti|garantis|daily|weekly|quotidien|hebdomadaire
revenu|revenus|gains|profit passif|passifs|garanti|garantis|rapides|quotidiens
double|triple|multiply|doublez|triplez|multipliez YOURS
    MONEY|PROFIT|bitcoin|crypto|investment|mise|investissement|economies|savings
earn|make|made|gagne|gagnez|gagner|earning|win ~ MONEY ~ PERIOD
earn|gagne|gagnez|make ~ from|a|de|depuis home|maison|domicile
work|travail|travailler|travaillez|job from|a|depuis home|domicile ~ MONEY
minimum|initial investment|deposit|depot
invest|investissez|investir ~ and|et|pour ~ earn|get|receive|gagnez|recevez|receive|PROFIT
SERVICE ~ CALL
CALL ~ SERVICE
je BE DET? WIZARD
i BE DET? WIZARD
lose|perdez|perdre ~ livres|kilos|kg|pounds|lbs ~ CALL|mp|dm
lose|perdez|perdre ~ livres|kilos|kg|pounds|lbs ~ mois|month|jours|days|produit|product
multiplie|multiplied|double|tripled|triple mon|my investment|investissement|mise|argent|MONEY
certified|certifie|pro|expert trader|broker|courtier
trader|broker certifie|certified|pro
pret|loan ~ particulier|particuliers|private
WIZARD ~ brought|brings|ramene|ramener|CALL
no credit check
sans enquete de? credit
PAUSE need|besoin de|d'? DET? LOAN PAUSE
reclamer|recuperer|obtenir|recevoir YOURS prize|reward|gift|bonus|prix|cadeau|lot|airdrop|argent
fake|faux|false documents|passports|passport|passeport|diploma|diplomas|id|ids|permis|papiers
obtenez|obtenir|get|buy|gain ~ abonnes|followers|likes|subscribers
nos|notre|our AGENCY YOUO? offre|offrons|aide|aidons|propose|offers|specializes|helps
retour affectif
retour de l'etre aime
ramener YOURS? ex ~ heures|jours
bring back YOURS? ex|lost|lover
bring YOURS ex back
love spell|spells
miracle cure
cure|remede miracle
become|devenez|deviens|be YOURS own|propre boss|patron
places limitees
limited spots
desenvoutement
get YOURS ex|husband|wife|lover back
congratulations|felicitations YOU have|avez|as been|ete selected|chosen|selectionne|choisi
YOU have been? selected|chosen to|for|as|PAUSE
YOU have won ~ MONEY|prize|gift|card|iphone|trip|giveaway|lottery
YOU avez|as ete selectionne|selectionnee|choisi|choisie pour|comme|PAUSE
YOU avez|as gagne ~ MONEY|prix|lot|carte|iphone|voyage|concours|cadeau
claim|reclamez|recuperez YOURS prize|reward|gift|bonus|prix|cadeau|lot|airdrop|money
free giveaway|airdrop|bitcoin|iphone|crypto|money|gift|usdt
offre|offer|propose|accorde|octroie|provide|fais DET? LOAN
LOAN ~ sans|without|no ~ credit|enquete|check
LOAN rapide|urgent|instantane|entre|available|approved|disponible|offer
besoin|need DET? LOAN ~ CALL
hire|contact DET? hacker
hacker ~ helped|aide|CALL|recover
recover|recuperer YOURS lost|stolen|funds|crypto|bitcoin|MONEY
lost funds|bitcoin|crypto
nos|notre|mes|my|our AGENCY ~
    CALL|represente|defend|consultation|gratuite|free|offer|specialist|specializes|specialise
PAUSE consultation gratuite|offerte
PAUSE free consultation
PAUSE premiere|first consultation|consult gratuite|offerte|free
consultation gratuite|offerte ~ CALL
free consultation ~ CALL
je BE avocat|avocate ~ clients|dossier|CALL|consultation
i BE DET? lawyer|attorney ~ clients|case|CALL|consultation
join|rejoignez|rejoins|rejoindre us|nous? mon|notre|nos|my|our ~ CHANNEL
PAUSE join|rejoignez|rejoins|joins ~ CHANNEL
venez|viens ~ CHANNEL ~ lien|link|LINKED
signals|signaux ~ vip|trading|gratuits|free
100 legit|real|legal
legit|sure odds|plug|vendor
cheap|best|buy|achetez
    PILLS|followers|likes|viagra|cialis|tramadol|documents|diplomas|passport|permis
sell|selling|vends|vend PILLS|comptes|accounts|documents|passeport|passport|permis
WIZARD|SERVICE ~ resout|solves|problemes|problems|puissant|powerful|prive|private|
    gratuit|free|garanti
WIZARD|SERVICE ~ ex|etre aime|lover|procede|garde|custody
invest|investissez|investis|trade|tradez in|dans|en|sur|avec|with TRADE
learn|apprendre|apprenez|enseigne|teach ~ trade|trader|TRADE
TRADE ~ ask me|moi
TRADE ~ mon|my coach|mentor|robot|bot|program|programme
quit|quittez|quitte YOURS job|travail|emploi|boss
win|success rate ~ guaranteed|percent|of
SEXPHOTO ~ click|link|profile|CALL|LINKED
free SEXPHOTO
sell|selling|vends|vend|vente ADJ? ADJ? comptes|accounts|followers|abonnes|PILLS|medicaments
sans ordonnance ~ livraison|CALL|prix|MONEY
livraison|delivery discrete|discreet
rencontre|rencontres|plan coquine|coquines|coquin|adulte|adultes|cul|chaude|chaudes
achetez|obtenez|gagnez|buy DET? abonnes|followers|likes|vues|views
YOURS account|compte|colis|parcel|package|livraison ~
    suspended|suspendu|bloque|locked|limited|hold|attente ~ verify|verifiez|pay|payez|click|cliquez
verify|verifiez YOURS account|compte|wallet ~ LINKED|CALL|now|maintenant
pay|payez|paye ~ fee|frais ~ LINKED|CALL
LOAN ~ refuse|refused|denied|mauvais|bad ~ accepte|acceptons|accept|approve|approved
accepte|acceptons|accept|approve tout le monde ~ MONEY|LOAN|compte
accept|approve everyone|everybody|anyone
MONEY dans|in YOURS compte|account ~ aujourd'hui|today|heures|hours|minutes|PAUSE
devenez|become ~ ambassadeur|ambassadrice|ambassador|revendeur|distributeur|affiliate|affilie
helped|aide|aidee me|m'|moi? ~ make|made|gagner|earn|win ~ MONEY
emploi|job|travail facile|easy|simple ~ maison|home|domicile
gagner|gagnez|earn|make|faites ~ MONEY ~ sans sortir
gagner|gagnez|earn|make|faites ~ MONEY ~ online|ligne|chez
online income|money|cash
pay|payez|payer|paying ~ shipping|transport
send|envoyez|envoie 1|2|100|500 get|recevez|recois
verify|verifiez YOURS identity|identite
fix|boost|improve|repair|ameliorez|reparez|augmentez YOURS? credit|PRODUCT
hacker ~ got|recovered|recupere|recovered ~ MONEY|back
WIZARD ~ garanti|garantie|guaranteed|succes|CALL
i prete jusqu'a
je prete jusqu'a
CALL ~ robot|bot de? TRADE
TRADE ~ retrait|withdrawal|withdrawals
hot|sexy|naked girls|women|singles|teens|filles|femmes
girls|filles in|dans|near YOURS area|ville
adult content|videos
casino|betting|slots ~ bonus|win|free|spins|CALL|LINKED
bonus ~ casino|depot|deposit
limited|offre limitee|time|offer ~ LINKED|CALL
part time job ~ CALL
remote job|jobs|work ~ CALL
hiring|recrute|recrutons ~ CALL
formation|coaching|programme|webinaire|webinar|masterclass|course|ebook ~ CALL
mon|ma|my|mes formation|coaching|programme|forfait|ebook|course|coaching|services ~
    rabais|promo|prix|MONEY|off|CALL
""",
    }
)


def lure(facts: MessageFacts) -> Finding | None:
    """Crypto, loans, psychics, prizes, lawyers fishing for clients, recruiting elsewhere.

    What somebody went through (« mon ex a tout perdu en bitcoin ») is no lure: it takes an offer,
    or a subject with a promise or a call to get in touch.
    """
    if _warns(facts.readings[0]):
        return None
    for reading in facts.readings:
        match = next(iter(_kept(reading)), None) or _gathered(reading, facts)
        if match:
            return Finding("lure", facts.excerpt(reading, match.start, match.end), Strength.CAUTION)
    return None


def _warns(reading: Words) -> bool:
    """« attention, c'est une arnaque »: who warns of a lure calls nobody."""
    return "CALL" not in reading.present and not _WARNING.isdisjoint(reading.present)


_WARNING = frozenset(
    """
    scam scams scammer scammers arnaque arnaques arnaqueur arnaqueurs fraude fraudeur fraudeurs
    fraud mefiez mefie beware careful
    """.split()  # noqa: SIM905
)


def _kept(reading: Words) -> list[Match]:
    return [match for match in _PATTERNS.matches(reading) if not _told_of(reading, match)]


def _told_of(reading: Words, match: Match) -> bool:
    """Somebody tells of another's dealings, of their own past, or warns."""
    first = max(match.start - 5, 0)
    while any("STOP" in keys for keys in reading.keys[first : match.start]):
        first += 1
    before = reading.keys[first : match.start]
    if _of_their_own_work(reading, match):
        return True
    if reading.keys[match.start][0] in _APART:
        return False  # what is said before is another matter
    if any(not _TELLS.isdisjoint(keys) and keys[0] not in _EARNS for keys in before):
        return True
    last = next((at for at, keys in reversed(list(enumerate(before))) if keys[0] in _APART), -1)
    first, before = first + last + 1, before[last + 1 :]
    # « mon avocat… »: one who sells names their trade without an article.
    spoken_of = zip(reading.keys[max(first - 1, 0) :], before, strict=False)
    return any("PERSON" in keys and "DET" in article for article, keys in spoken_of)


def _of_their_own_work(reading: Words, match: Match) -> bool:
    """ "I work from home, $22 an hour": the author's own job, to which nobody is called."""
    before = reading.keys[match.start - 1]
    works = reading.keys[match.start][0].split()[0] in _WORKS and (
        "I" in before or before[0] == "mon"
    )
    return works and "CALL" not in reading.present


_WORKS = frozenset(
    {"work", "travaille", "job", "travail", "gagne", "earn", "make", "made", "travailler"}
)


def _tells(reading: Words) -> bool:
    """Whether anything is told or denied; a choice of a poll that reads « Non » denies nothing."""
    around = zip(reading.keys, reading.keys[1:], reading.keys[2:], strict=False)
    return any(
        not _TELLS.isdisjoint(keys) and not ("STOP" in before and "STOP" in after)
        for before, keys, after in around
    )


def _to_the_author(reading: Words, called: int | None) -> bool:
    """Whether one is called to write to the author themselves, who asks nothing for themselves."""
    return "I" not in reading.present and _calls_to(reading, called)


def _calls_to(reading: Words, called: int | None) -> bool:
    """« écrivez-moi en privé »: one is called to write to whoever says so."""
    return called is not None and not _TO_ME.isdisjoint(reading.keys[called][0].split())


_TO_ME = frozenset({"moi", "me", "dm", "mp", "inbox", "pm", "prive", "whatsapp"})
_TELLS = frozenset({"HE", "NEG", "IF", "SAY"})
_EARNS = frozenset({"make", "makes", "made", "get", "got", "call", "text", "message"})
_APART = frozenset({",", ":", "(", ")", "…"})


def _gathered(reading: Words, facts: MessageFacts) -> Match | None:
    """A subject, and a promise or a way to get in touch, anywhere in the message."""
    if reading.present.isdisjoint(_SUBJECTS):
        return None
    places: dict[str, int] = {}
    for at, keys in enumerate(reading.keys):
        for wanted in _SIGNS.intersection(keys):
            places.setdefault(wanted, at)
    called = "CALL" in places or has_link(facts)
    offered = "TRADE" in places and (called or {"PROFIT", "PERIOD"} <= places.keys())
    sold = _SOLD & places.keys() and (called or "MONEY" in places)
    told = _tells(reading)
    if "JOB" in places and not called and "I" in reading.keys[places["JOB"] - 1]:
        return None  # the author's own job
    hired = bool(_HIRED & places.keys()) and not told and _calls_to(reading, places.get("CALL"))
    promised = "PROMISE" in places and (called or "MONEY" in places) and not told
    lent = "LOAN" in places and not told and _to_the_author(reading, places.get("CALL"))
    dealt = "DEAL" in places and not told and _calls_to(reading, places.get("CALL"))
    if not any((offered, sold, lent, hired, dealt, promised and _PROMISED & places.keys())):
        return None
    first, last = min(places.values()), max(places.values())
    return Match("gathered", first, last + 1)


_SOLD = frozenset({"SALE", "JOB", "COURSE"})
_HIRED = frozenset({"SERVICE", "PRODUCT"})
_PROMISED = frozenset(
    {"LOAN", "WIZARD", "SERVICE", "FIRM", "DATING", "PRODUCT", "TRADE", "CHANNEL"}
)
"""What one may well speak of: it takes a promise too, and that nobody tells of another."""
_SUBJECTS = _SOLD | _PROMISED | {"DEAL"}
_SIGNS = _SUBJECTS | {"CALL", "PROFIT", "PERIOD", "MONEY", "PROMISE"}
