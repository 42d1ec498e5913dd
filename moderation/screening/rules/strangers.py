"""People who come for something else: to sell, to report, to act for the other party."""

from __future__ import annotations

from moderation.findings import Finding, Strength
from moderation.phrases import Phrases
from moderation.screening.facts import FileFacts

_MONEY = Phrases(
    {
        "asks_money": """
(trading|trader|forex|bitcoin|crypto|ethereum|nft)
(investir) (en bourse|dans l'immobilier|in real estate|in stocks)
(gagner|gagnez|faire|faites) (de l'argent) (rapidement|facilement|en ligne|de la maison)
(revenu) (passif|garanti)
(pret|credit|financement) (rapide|entre particuliers|sans enquete|instantane|garanti)
(offre|propose|accorde|octroie) (un |une |)(pret|credit|financement)
(offre|propose|vends|vendre) (un |une |)(services de coaching|coaching|programme|
    formation payante|ebook|atelier payant|consultations payantes)
mes (tarifs|forfaits) (sont|commencent|speciaux)
(coach|coaching) ~ (clients|tarif|forfait|rabais|dollars)
(trouver|recruter|chercher) (nouveaux |nouvelles |)(clients)
(voyante|medium|marabout|voyance|desenvoutement|envoutement|tarot)
(retour affectif|ramener l'etre aime|fait revenir l'etre aime|faire revenir l'etre aime)
(envoyez|envoie|preter|pretez|donnez|avancer) (moi |me |nous |)(de l'argent|
    quelques dollars|un peu d'argent|un virement|du cash)
(besoin|cherche|demande) (un |)(pret|virement|don|cash)
besoin (de l'argent) (de vous|urgent|svp|avant|rapidement|pour payer)
(me|nous) (preter|avancer) (argent|quelques|un montant|200|300|500|1000)
(contactez|ecrivez|appelez|dm) (moi |me |nous |)(pour|for) ~ (pret|loan|bitcoin|investissement)
(formation|programme|livre|atelier) ~ en (rabais|vente|promotion)
(gofundme|cagnotte|sociofinancement|campagne de financement)
dons (sur|par|via) (paypal|interac)
(sign up for|join) my (webinar|course|program)
(earn|make) (money|cash|income) (fast|online|easily|from home|quick|working)
(passive|guaranteed|extra) income
(loan|financing) (offer|available|approved)
(i|we) (offer|sell|provide) (loans|coaching|paid|courses|readings|a program|paid services)
(looking for|find|finding|get) (new |)(clients|customers|leads)
(psychic|clairvoyant|fortune teller|spell caster|love spell)
(send|lend|loan|wire|give) me (some |)(money|cash|a few dollars|a few bucks)
(need|asking for) (a loan|donations|money from|money for|someone to lend)
my (go fund me|cash app|cashapp|paypal|etsy)
""",
    },
    aside="""
en voyant
(perdu|mis|depense) ~ (crypto|bitcoin|cagnotte)
(il|elle|ex|conjoint|mari|he|she) ~ (crypto|bitcoin|trading|forex|trader|marabout|voyante)
""",
)

_OUTSIDERS = Phrases(
    {
        "journalist": """
(je suis|i am|en tant que|je travaille comme|i work as) (un |une |)(journaliste|reporter|
    recherchiste|documentariste|documentary maker)
je travaille (pour|) (un journal|une emission|la presse|le devoir|radio canada|le journal|
    la tele|un magazine|une chaine|tva|cbc)
i work for (newspaper|magazine|tv show|news|cbc|gazette|podcast)
(prepare|fais|realise|tourne|travaille sur|ecris|produis) (un |une |)(reportage|
    documentaire|article|emission|balado|podcast|enquete journalistique|film)
(writing|making|preparing|producing|filming|working on) (an |)(article|documentary|report|
    podcast|show|piece|news story|story about)
(pour|dans le cadre de) (un |)(reportage|article de journal|documentaire)
journaliste (au|chez|pigiste|independant)
(parents|meres|peres|familles) a interviewer
temoignages (pour|de parents pour) (un |)(reportage|article|emission|documentaire|film|
    balado|livre)
""",
        "opposing_counsel": """
(mandate|engage) par (le pere|la mere|la partie|l'autre|l'avocat|son avocat|son ex|
    mon client|un client|une cliente|monsieur|madame)
mandat (de la partie adverse|du pere|de la mere|de l'autre partie)
(je|nous) (represente) (le pere|la mere|la partie|l'autre partie|monsieur|madame|un pere|
    une mere|les interets du pere|les interets de la mere|l'autre parent)
(je suis|comme|en tant que) (avocat|procureur|huissier) (pour |)(du pere|de la mere|
    de la partie|de l'autre parent|d'un pere|d'une mere|de l'autre partie|adverse)
client (le pere|la mere)
je (suis|travaille comme|suis un|suis une) (detective|enqueteur) prive
(bureau|cabinet) represente (le pere|la mere|l'autre|la partie|monsieur|madame)
(je suis|comme|en tant que) (avocat) (monsieur|madame)
preuve pour partie adverse
(i|we) act for (father|mother|other|opposing|husband|wife)
je travaille pour (l'avocat|le cabinet) (du pere|de la mere|adverse|de son ex)
(recueillir|trouver|chercher|amasser) preuves (contre|pour mon client)
(i|we) represent (the father|the mother|the other party|the other side|the other parent|
    the opposing party|her ex|his ex)
(i am) (an |)(lawyer|attorney|counsel|private investigator|paralegal) (for|representing|
    hired by|acting for) (father|mother|other|opposing|ex|husband|wife)
(i am) (private investigator|private detective|opposing counsel)
(retained|hired|mandated) by (father|mother|other|opposing|ex|husband|wife)
client (the father|the mother)
""",
    },
    aside="""
je me represente
(ancien) (journaliste|avocat)
""",
)


def asks_money(file: FileFacts) -> Finding | None:
    """The person asks for money or has something to sell; lacking money is neither."""
    return _found(file, _MONEY)


def outsider(file: FileFacts) -> Finding | None:
    """By their own words a journalist, or somebody who acts for the other party."""
    return _found(file, _OUTSIDERS)


def _found(file: FileFacts, wanted: Phrases) -> Finding | None:
    for answer in file.answers:
        if found := wanted.find(answer.folded):
            rule, excerpt = found
            return Finding(rule, excerpt, Strength.SERIOUS)
    return None
