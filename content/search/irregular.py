"""The forms of words that no ending tells: irregular verbs and their family, odd plurals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# Folded: a line for each word, the word first; a line that starts with a blank goes on from the
# one above. A form that is as often another word (cours, nuit, sens) is left out.
_FRENCH = """
voir vu vue vus vues vois voit voient voyez voyons voyait voyais voyaient voyant verra verrai
    verrais verrait verront revoir revu revois revoit
recevoir recu recue recus recues recois recoit recoivent recevez recevra
devoir doit dois doivent devez devrais devrait devrai devra devrions
savoir sait savez savent savais savait saurai saurais sache sachiez
pouvoir peut peux peuvent pourra pourrai pourront puisse
vouloir veut veux voulu veulent voulez voulait voulais voudrais voudrait voudra veuille veuillez
dormir dors dort dorment dormi dormais dormait dormez
partir pars parti partie partis partent partait partirait
sortir sors sort sorti sortie sortis sortent sortait
sentir sent senti sentie sentent sentait ressentir ressens ressent
mentir mens ment menti mentent mentait
servir sers sert servi servent servait
tenir tiens tient tenu tenue tiennent tenait tiendra
venir viens vient venu venue venus venues viennent venait viendra viendrait vienne
revenir reviens revient revenu revenue reviennent revenait reviendra reviendrait reviendront
    revienne
devenir deviens devient devenu devenue deviennent deviendra
obtenir obtiens obtient obtenu obtenue obtenus obtiennent
retenir retiens retient retenu retenue retenus retiennent
maintenir maintiens maintient maintenu maintenue
souvenir souviens souvient souvenu souviennent souviendra
appartenir appartiens appartient appartenu appartiennent
prendre prends prend pris prise prises prenez prennent prenait prenant prenne prendra reprendre
    reprends reprend repris
comprendre comprends comprend compris comprise comprenez comprennent comprenait comprenne
    comprehension
apprendre apprends apprend appris apprenez apprennent apprenait apprenne
surprendre surprends surprend surpris
mettre mets met mettent mettez mettait mette mettra remettre remets remet remis remise
permettre permets permet permis permettent
promettre promets promet promis
soumettre soumets soumet soumis soumise
transmettre transmets transmet transmis transmise transmission
admettre admets admet admis admise admission admissible admissibilite
ecrire ecris ecrit ecrite ecrits ecrites ecrivent ecrivez ecrivait ecrivais ecrivant ecriture
inscrire inscris inscrit inscrite inscrits inscrivent inscrivez inscription
lire lis lisent lisez lisait lisant lu lue lus lues lecture
dire disent disait disais disant dira dirait dirais
vivre vivent vivez vivait vivais vivant vecu vecue
suivre suit suivi suivie suivent suivez suivait
poursuivre poursuit poursuivi poursuivie
croire crois croit croient croyez croyait cru
boire boit boivent boivez bu
battre bats bat battu battue battus battent battait
perdre perds perd perdu perdue perdus perdent perdait perte
vendre vends vend vendu vendue vendent vente
rendre rends rend rendu rendue rendus rendent rendez
attendre attends attend attendu attendent attendez attendait attente
entendre entends entend entendu entendue entendus entendent entendez entendait
repondre reponds repond repondu repondue repondent repondez repondait reponse reponses
defendre defends defend defendu defendue defendent defendait defense
descendre descends descend descendu
pretendre pretends pretend pretendu pretendent
dependre depends depend dependent
mourir meurs meurt meurent mourait mourrais
souffrir souffre souffres souffrent souffert souffrait souffrance
offrir offre offres offrez offrent offert offerte offerts
ouvrir ouvre ouvres ouvrez ouvrent ouvert ouverte ouverts ouverture
couvrir couvre couvert couverte couverture
decouvrir decouvre decouvert decouverte
choisir choisis choisit choisi choisie choisissent choix
agir agis agit agissent agissait
finir finis finit fini finie finissent finissait
guerir gueris guerit gueri guerissent guerison
grandir grandi grandis grandit grandissent
punir puni punit punissent punition
subir subi subis subit subissent
reussir reussis reussit reussi reussissent reussite
nuire nuis nui nuisent nuisait nuisible
conduire conduis conduit conduite conduisent
detruire detruis detruit detruite detruisent destruction
construire construis construit construite construction
traduire traduis traduit traduite traduction
produire produis produit produisent
connaitre connais connait connu connue connaissent connaissez
reconnaitre reconnais reconnait reconnu reconnue reconnus reconnaissent reconnaissance
disparaitre disparais disparait disparu disparue disparaissent disparition
naitre nait nee naissance
craindre crains craint craignent crainte
plaindre plains plaint plaignent plainte plaintes
joindre joins joint joignent joignez rejoindre rejoint
eteindre eteins eteint eteinte
peindre peins peint peinture
decevoir decu decue decus
apercevoir apercois apercoit apercu
asseoir assis assise asseyez
courir couru courent
rire ris rit rient
fuir fuis fuit fui fuient fuite
hair hais hait haissent haine
valoir vaut valent valait vaudrait
falloir fallait faudra faudrait fallu
elire elu elus elue election elections
resoudre resout resolu resolution
vaincre vaincu convaincu
interdire interdit interdite interdits interdiction
"""
_ENGLISH = """
sleep slept sleepless asleep
write wrote written wrote writing
see saw seen sees seeing
tell told tells telling
say said says saying
speak spoke spoken speaks speaking speech
take took taken takes taking
keep kept keeps keeping
lose lost loses losing loss losses
meet met meets meeting
hear heard hears hearing
make made makes making
pay paid pays paying payment
give gave given gives giving
get got gotten gets getting
know knew known knows knowing
think thought thinks thinking
feel felt feels feeling
find found finds finding
leave left leaves leaving
bring brought brings bringing
break broke broken breaks breaking
choose chose chosen chooses choosing choice
come came comes coming
go went gone goes going
forget forgot forgotten forgets forgetting
forgive forgave forgiven
steal stole stolen
throw threw thrown throws throwing
hide hid hidden hides hiding
send sent sends sending
spend spent spends spending
hold held holds holding
begin began begun begins beginning
understand understood understands
lie lied lies lying liar liars
die died dies dying death dead
child children
man men
woman women
wife wives
life lives
live lived living
beat beaten beats beating
fight fought fights fighting
move moved moving moves
deny denied denies denial
refuse refused refusal
"""


def _read(lines: str) -> Iterator[tuple[str, str]]:
    for line in lines.strip().replace("\n ", " ").split("\n"):
        word, *forms = line.split()
        yield from ((form, word) for form in forms)


WORDS: Mapping[str, Mapping[str, str]] = {
    "fr": dict(_read(_FRENCH)),
    "en": dict(_read(_ENGLISH)),
}
"""The word that a form belongs to, by language."""
