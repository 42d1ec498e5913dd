"""Ways to call somebody names, and words that resemble them."""

ASIDE = """
DISMISS de? fatigue|peine|coeur
petit|petite cochon|cochonne|monstre|peste|singe|vache
YOU BE DET? monstre|bete|machine|malade|genie de
pour|en|de|du|le|un|mon|ton|son|leur|avec|sans|au|ce|NEG retard
DET|aux|avec|sans|NEG|en retards
retard de|dans|au|sur|pour|a
PAUSE marde|merde PAUSE
PAUSE marde|merde de
YOU BE DET? ALL? NEG INSULT
NEG YOU BE DET? GANG? INSULT
YOU BE INSULT de|if|not|pas
TES INSULT YOUO
ABOUT|comme|like|as TES INSULT
shut up about|and
DISMISS PAUSE no way
DISMISS PAUSE really|seriously|omg|that|for
DISMISS with|avec this|ce|cette|ces|the|la|le|les|tout|all
DISMISS BE
YOU NEG BADPARENT
sur|on|via|par|mon|ton|un|le tg
ferme la petite? porte|portes|fenetre|fenetres|lumiere|tele|television|radio|camera|lampe|
    musique|salle|cour|maison|conversation|discussion|session|page|application|valise|boite|
    barriere|grille|parenthese|piece|boutique|voiture|cuisine|classe|garderie|chambre|cage|marche|
    parade|liste|rencontre|reunion
fermez la petite? porte|portes|fenetre|fenetres|lumiere|tele|television|radio|camera|lampe|
    musique|salle|cour|maison|conversation|discussion|session|page|application|valise|boite|
    barriere|grille|parenthese|piece|boutique|voiture|cuisine|classe|garderie|chambre|cage|marche|
    parade|liste|rencontre|reunion
"""

AIMED = """
stop|arrete|arretez|quit de|d'? etre|being DET? ADJ? INSULT
INSULT ~ that|ce BE what YOU BE
YOU make|makes me ~ puke|vomit|gag
YOU me|moi donnes|donnez|fais|faites ~ vomir|gerber
regarde|regardez|look|check moi? at? DET INSULT HARSHED
regarde|regardez|look moi? at? this|cette|ce|that INSULT
PAUSE te DET? GANG? INSULT
YOURS face|gueule|tete|voix|voice ~ vomir|puke|gerber|sick|DISGUST
imagine being|etre ~ INSULT
PAUSE INSULT fini|finie|finis|finies PAUSE
what DET? GANG? INSULT PAUSE
FIRSTNAME|MENTION ~ quel|quelle GANG? INSULT PAUSE
what|quel|quelle DET? GANG INSULT ~ here|ici|group|groupe|chat|YOU
YOU sir|monsieur|madame|people|ladies BE DET? GANG? DET? INSULT
YOU have|as|avez|got DET qi|iq|cerveau|brain|brains|maturity|maturite of|de|d'
only DET? INSULT would|could
seul DET INSULT ferait|peut|pourrait|dirait
il faut etre DET? INSULT pour|to
YOU all|tous|toutes|guys? BE ALL? DET? GANG? GANG? DET? INSULT|SLUR
YOU BE DET? GANG? GANG? DET? INSULT|SLUR
YOU BE DET? GANG? DET? MILD HARSHED
YOU BE INSULT? DET? GANG? DET? SLUR|INSULT
YOU LOOK comme|like|de|d'|as? DET? GANG? DET? INSULT|SLUR
YOU LOOK de|d'|like DET? GANG? folle|fou|malade|clown|debile
YOU ~ BE what? DET GANG? INSULT NAME
TES BE? DET? GANG? DET? INSULT|SLUR
BE YOU DET? GANG? INSULT|SLUR
BE YOU DET? INSULT? MILD or|ou
YOU GANG? INSULT|SLUR
YOU BE un|une|des|a|an MILD
YOU BE all|tous|toutes MILD
YOU BE DET ADJ|MILD NAME
YOU BE DET ADJ|MILD INSULT NAME
YOU BE DET MILD INSULT|ADJ NAME
IF YOU BE NEG DET? GANG? INSULT
DET? GANG DET? ADJ? INSULT YOU BE
shut|ferme|fermez YOURS GANG? ADJ|MILD? mouth|trap|face|gueule|bouche|clapet|yeule
YOU BE DET worst|pire|pires
YOU BE NEG ~ intelligent|intelligente|smart|bright|brillant|brillante|vite
YOU fais|arretes|continues|keep|stop ~ etre|being INSULT
BID ~ etre|being INSULT|MILD
INSULT BE YOU
PAUSE YOU ADJ INSULT|SLUR
YOU mon|ma|mes|my INSULT
YOU BE DET honte|shame|disgrace|embarrassment|joke|plaie|cancer|poison|insulte|erreur
    PAUSE|de|to|of|pour|for
YOU BE ~ excuse for|of
PAUSE NAME ADJ PAUSE
YOU some NAME
regarde|regardez|look moi|at? cette|this|that|ce INSULT
INSULT YOU PAUSE
as INSULT as YOU
YOU as|avez|have|got DET GANG? FACE
YOU suck PAUSE
what DET? GANG? INSULT ~ YOU BE
YOU BE meme? NEG meme? DET? man|homme|mec|femme PAUSE
ce BE YOU le|la DET? INSULT|fou|folle|malade|debile|probleme PAUSE|ici|here|de|du
merde|marde|shit|crap|laid|ugly|INSULT comme|like YOURS tete|face|gueule|mere|vie|cul
YOU BE nul|nulle|pourri|pourrie en|a tout|toute
BE DET? NAME GO|trying
YOU NEG even? worth
YOU DET INSULT|SLUR
YOUO et|and YOURS ~ BE DET? GANG? INSULT
YOURS PERSON DET INSULT
YOURS mere|mother|mom|pere|dad|soeur|sister|face|tete|famille|family|gueule|enfant|kid BE DET?
    GANG? DET? INSULT
YOURS INSULT? face|tete|gueule de INSULT
quel|quelle GANG DET? INSULT ici|here|PAUSE
quel|quelle|what DET? INSULT YOU
quel|quelle INSULT celui|celle|ce|cette
quel|quelle|what DET? GANG? INSULT HE|YOU|FIRSTNAME|MENTION
PAUSE GANG GANG INSULT|SLUR PAUSE|ici|icitte|here|YOU
PAUSE GANG INSULT|SLUR ici|icitte|here
shut|ferme|fermez YOURS INSULT
PAUSE BADPARENT PAUSE ~ YOU|YOUO
FIRSTNAME|MENTION DET folle|fou|nulle|nul|grosse|gros|INSULT
MODS ici|here? BE DET? GANG? GANG? INSULT|SLUR
MODS ici|here? BE DET GANG? GANG? MILD
MODS ici|here? ce BE ALL? DET? GANG? INSULT|SLUR|MILD
MODS DET? GANG? INSULT
DET? GANG INSULT de MODS
INSULT de MODS
MENTION DET? BE? DET? GANG? INSULT|SLUR
FIRSTNAME BE DET? GANG? DET? INSULT|SLUR
FIRSTNAME ,? PAUSE? YOU BE DET? INSULT
DISMISS DET? GANG? INSULT|SLUR
"""

CALLED = """
PAUSE KIND ~ PAUSE
PAUSE GANG? INSULT|SLUR PAUSE
PAUSE de? INSULT|SLUR HARSHED PAUSE
PAUSE DET? INSULT INSULT PAUSE
PAUSE le|la|les INSULT PAUSE ~ YOU|YOUO|BID
VOCATIVE
VOCATIVE PAUSE
PAUSE SLUR|INSULT YOU
PAUSE GANG? INSULT|SLUR va|toi
PAUSE DET? NAME ~ YOU|YOUO|TES
PAUSE NAME BID
NAME|SLUR PAUSE
"""

DISMISSED = """
DISMISS
va|vas|go jouer|play dans|in ~ trafic|traffic|autoroute|highway
nobody|personne|noone ~ notice|remarquerait|miss|manquerais|ennuierait|pleurerait ~
    if|si YOU BE? gone|disappeared|disparaissais|partais|dead|mort|morte|died
PAUSE tg PAUSE|YOU|INSULT|on|I
YOU tg
"""

PARENT = """
YOU BE meme? NEG capable|able ~ elever|eleve|raise|parent
YOU NEG sais|know ~ elever|raise
YOU BE DET? BADPARENT
TES DET? BADPARENT
YOU NEG? merites|meritez|deserve NEG? YOURS? PERSON
YOU do NEG deserve YOURS PERSON
YOURS CHILD|enfants|kids ~ mieux|better|tranquilles|safer ~ sans|without YOU
pas etonnant|surprenant ~ YOURS enfants|fils|fille|petits
no wonder YOURS kids|son|daughter|children
"""

DESPISED = """
je te HATE
je vous HATE PAUSE
i HATE YOU
YOU|YOUO ~ la|le|les INSULT PAUSE
YOU BE bete|nul|nulle PAUSE|ma
va te coucher PAUSE
TES bete|nul|nulle PAUSE|en|au|a
YOU|YOURS la|le MILD PAUSE
YOURS ADJ la|le MILD|INSULT PAUSE
cette|ce|this|that MEEK BE DET? GANG? NAME
i HATE YOU all?
YOU DISGUST me|moi
YOU me|moi DISGUST
"""

# « mon ostie de … »: it takes a swear word, for « mon idiot » is said of those one loves.
MINE = """
mon|ma INSULT|SLUR PAUSE
"""
