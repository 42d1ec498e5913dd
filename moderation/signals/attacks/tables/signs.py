"""Signs of a threat: two that go together are one, either by itself is common in what is told."""

from __future__ import annotations

TOGETHER = frozenset(
    {
        ("payback", "omen"),
        ("ultimatum", "visit"),
        ("ultimatum", "due"),
        ("gang", "grief"),
        ("ultimatum", "gang"),
        ("weapon", "visit"),
        ("weapon", "gang"),
        ("gang", "confrontation"),
        ("gang", "visit"),
        ("ultimatum", "grief"),
        ("whereabouts", "grief"),
        ("whereabouts", "gang"),
        ("payback", "visit"),
        ("omen", "visit"),
        ("omen", "gang"),
        ("grief", "visit"),
        ("grief", "ready"),
        ("payback", "gang"),
        ("restraint", "ultimatum"),
        ("restraint", "visit"),
        ("restraint", "omen"),
        ("restraint", "weapon"),
        ("payback", "whereabouts"),
        ("payback", "weapon"),
        ("payback", "confrontation"),
        ("retribution", "whereabouts"),
        ("retribution", "weapon"),
        ("whereabouts", "confrontation"),
        ("whereabouts", "weapon"),
        ("whereabouts", "omen"),
        ("weapon", "confrontation"),
        ("weapon", "omen"),
        ("encounter", "due"),
        ("caution", "accident"),
        ("retribution", "ready"),
        ("payback", "ready"),
        ("due", "ready"),
        ("omen", "ready"),
        ("kin", "schedule"),
        ("condition", "killing"),
        ("caution", "omen"),
        ("kin", "school"),
        ("arrival", "locks"),
        ("locks", "whereabouts"),
        ("locks", "payback"),
        ("unfinished", "pursuit"),
        ("unfinished", "whereabouts"),
        ("pursuit", "payback"),
        ("pursuit", "whereabouts"),
        ("retribution", "kin"),
        ("watching", "whereabouts"),
        ("watching", "kin"),
    }
)

SIGNS = {
    # « mon fusil pour la chasse »
    "aside": """
WEAPON ~ pour|for|to ~ CHORE
CHORE ~ avec|with DET? WEAPON
WEAPON de|d' CHORE
CHORE WEAPON
""",
    # « j'ai son adresse »
    "whereabouts": """
I ai|have|got|connais|know|trouve|found DET|YOURS|HIM adresse|address|plaque|
    plate|horaire|schedule
I sais|know|connais YOURS char|auto|car|truck
I sais|know|connais ou|where HE|DET|PERSON|YOU ~
    habite|reste|travaille|vit|live|lives|works|parks|sleeps
donne|donnez|give|send me|moi? YOURS adresse|address
I ai|have|got ~ YOURS plaque|plate|immatriculation|coordonnees
WEAPON and|et|pis YOURS adresse|address|nom|name
dis|tell me|moi? ou|where YOU restes|habites|live
""",
    # « tu vas payer pour ça »
    "payback": """
YOU GO payer|pay|regretter|regret
YOU regret|regrettes
payer|pay DET prix|price
what BE? coming to YOU
YOU ~ get what ~ coming|deserve|deserves
get even with YOU
get back at YOU
YOU perds|perd rien pour attendre
""",
    # « elle va payer pour ça »
    "retribution": """
HE|PERSON GO payer|pay pour|for|cher|PAUSE
HE|PERSON GO payer|pay DET prix|price
HE|PERSON GO le? regretter|regret
HE|PERSON ~ get|gets what ~ coming|deserve|deserves
what BE? coming to HIM|THEM
get even with HIM|PERSON
get back at HIM
me venger
my|ma revenge|vengeance
HE|PERSON perd|perdent rien pour attendre
HE|PERSON GO y gouter|passer
""",
    # « on va régler ça dehors »
    "confrontation": """
regler|regle|settle|handle ca|cela|ce|this|it ~ dehors|outside|parking|ruelle|
    homme|hommes|man|men|poings
YOU|viens|come ~ dehors|outside|parking|ruelle|alley PAUSE
I GO? HIM|YOUO? attendre|attends|wait|waiting ~
    parking|stationnement|ruelle|sortie|outside|lot|alley
""",
    # « si tu continues », « la prochaine fois que tu parles »
    "ultimatum": """
IF YOU ~ continues|continue|arretes|arrete|recommences|reparles|keep|stop|again|encore|oses|dare
IF YOU ~ police|cops|flics|porte plainte|temoignes|testify|denonces
IF YOU parles|talk|dis|ecris|recommences|reviens
IF I ~ entends|hear|vois|see|lis|read ~ encore|again|YOURS nom|name
DET? prochaine fois YOU
next time YOU
NEG ~ mets|croise|viens|reviens|approche ~ mon|my chemin|way|path
last|derniere chance|fois|time PAUSE
derniere fois I
repete|redis|say|repeat ca|cela|that|it ~ face|devant|again
provoque|cherche|pousse|tente|push|test moi|me NEG? PAUSE
NEG provoque|cherche|push|test me|moi
""",
    # « je vais aller te voir à ta job »
    "visit": """
I GO? aller? YOUO voir|trouver|visiter|cueillir a|chez|YOURS
I GO? aller|passer|venir|viens|passe|debarque|debarquer|sonner|cogner ~ chez YOU
I GO? venir|viens|debarque|debarquer|passer|aller|sonner|cogner ~ YOURS
    job|travail|porte|maison|bureau
I BE? GO show|come|be|pay ~ YOURS door|house|place|work|job|doorstep
sonner|cogner|knock|knocking ~ chez YOU
sonner|cogner|knock|knocking ~ YOURS porte|door
I could get to YOURS place|house
WANT YOUO voir ~ face quand|when
I me deplace|pointe PAUSE
I GO me deplacer|pointer PAUSE
GO regler|regle ca|cela YOURS|chez|a YOU|job|maison|porte
""",
    # « on va venir à plusieurs », « ma gang »
    "gang": """
I ~ avec|with mon|ma|mes|my gang|gars|chums|boys|cousins|freres|crew|amis|friends|equipe PAUSE
I ~ a plusieurs
I BE? GO? ~ plusieurs
we BE? GO? ~ all|several|many of? us
amene|bring YOURS amis|friends|chums|gang|boys
I ~ NEG ~ tout seul|seule
""",
    # « tu vas comprendre », « t'auras pas le temps d'appeler »
    "grief": """
YOU GO comprendre|supplier|brailler|ramper|trembler|prier|pleurer|beg|crawl|understand|learn
    PAUSE|que
YOU GO supplier|beg|implorer
YOU NEG? auras|aura|will ~ temps|time d'|to appeler|call|crier|scream
YOU ~ NEG ~ releves|relever|relevera|get|getting up?
YOU SHOULD avoir|have|be peur|afraid|scared
YOU SHOULD be? afraid|scared|terrified
YOURS heure|tour|turn|hour ~ vient|venir|coming|arrive|arrivee
YOU BE fini|finie|finished|done PAUSE
ca GO faire|make DET? menage
I YOUO pourrir DET? vie
""",
    # « je suis capable du pire »
    "restraint": """
I BE capable de|du|d'|of ~ pire|worst|tout|anything|everything|worse
I reponds|answer NEG|plus|pu ~ de|for moi|myself
NEG|plus|pu responsable|responsible de|for ~ moi|actes|myself|actions
NEG know|sais ~ what|ce ~ capable
I ~ NEG|plus|pu control|controler|controle myself|moi|me
""",
    # « la prochaine fois que je te vois »
    "encounter": """
next time I see|meet|catch YOU
when|if|quand|si I YOUO? see|catch|vois|croise|pogne|trouve|attrape YOU?
DET? prochaine fois I YOUO vois|croise|pogne
""",
    # « tu vas l'avoir »
    "due": """
YOU GO get it
YOU GO HIM avoir
YOU GO get yours
YOU GO payer|pay|regretter|regret
YOU GO voir demain PAUSE
YOU GO voir PAUSE
YOU BE fait|faite|done|finished|cuit
YOU better run|hide|pray
YOU GO HIM? voir|savoir|see|know ce|what ~ capable|fait|do|does|perdre|lose
""",
    # « si elle remet les pieds ici… »
    "condition": """
IF DET? HE|PERSON|FIRSTNAME ~
    gagne|wins|win|revient|comes|remet|touche|touches|approche|parle|takes|enleve|garde|keeps|
    ose|dares|essaie|essaye|tries|crosses|dit|says|appelle|calls|refait|recommence
""",
    # « … je la descends »
    "killing": """
I GO? HIM tue|bute|descends|egorge|etrangle|poignarde|flingue|abats|tuer|etrangler|buter|descendre
I GO? kill|shoot|stab|strangle|murder HIM
""",
    # « dis bonjour à ta fille »
    "kin": """
dis|dites|tell|say|passe ~ YOURS CHILD|PERSON
HE aussi? ai|a|ont|has|have CHILD|enfants|kids|family|famille
HE aussi? ai|a|ont|has|have DET|deux|trois|two CHILD|famille|family
""",
    # « elle sort de l'école à 15 h »
    "schedule": """
HE|CHILD gets|get off|out ~ bus|school
HE|CHILD sort|finit|descend|debarque|prend|takes|walks ~ bus|ecole|school
""",
    "school": """
I sais|know ~ ecole|school|garderie|daycare HE go|goes|va|vont
I sais|know ~ ecole|school|garderie|daycare ~ YOURS
""",
    # « j'arrive »
    "arrival": """
I arrive PAUSE
I BE? coming PAUSE
I BE en chemin|route
I BE on my way
""",
    # « ferme bien tes portes »
    "locks": """
ferme|fermez|barre|barrez|verrouille|lock|bolt YOURS portes|porte|doors|door|windows|fenetres
""",
    # « j'ai pas fini avec toi »
    "unfinished": """
I ~ NEG ~ fini|done|finished|through avec|with YOU
YOU ~ NEG ~ fini|done|finished|through avec|with moi|me|us|nous
ce BE NEG fini|over entre nous|PAUSE
""",
    "pursuit": """
I BE? GO YOUO trouver|retrouver|attraper|pogner|coincer
I YOUO retrouverai|trouverai|pognerai|aurai
I BE? GO find|get|catch|hunt|track YOU
I BE? coming for YOU
""",
    # « je te surveille »
    "watching": """
I YOUO surveille|epie|espionne|guette|observe
I have? been? watching|following YOU
""",
    # « tu devrais te méfier »
    "caution": """
YOU SHOULD YOUO? mefier|surveiller|inquieter
YOU SHOULD be? careful|watch|worry|worried
mefie|mefiez YOUO
watch YOURS step|back
fais|fait attention a YOU
""",
    # « il arrive des accidents »
    "accident": """
arrive|arriver|arrivent DET accident|accidents|malheur|malheurs
DET? accident|accidents|malheur BE? ~ arrive|arriver|happen|happens
accidents happen
""",
    # « j'ai rien à perdre »
    "ready": """
NEG a|to|left? perdre|lose PAUSE
NEG a|to? perdre|lose
NEG peur|afraid|scared de|of ~ prison|jail|dedans
NEG forget|forgive|oublie|pardonne faces|visages|PAUSE
""",
    # « j'ai un gun »
    "weapon": """
I ai|have|got|own|garde|keep|bought|achete|charge|sors DET? WEAPON
I ~ WEAPON
avec|with DET? WEAPON
with a? loaded
""",
    # « attends ben »
    "omen": """
trust me
believe me
mark my words
attends voir|de|seulement
attends PAUSE
YOU GO voir PAUSE
just? wait PAUSE|and|til|till|until
you wait
tout mon|le temps PAUSE
all the time in the world
c'est une promesse
that is a promise
not a threat
ce est pas une menace
I see to it
I GO see to it
NEG gene|gener|peur|afraid|scared de|d'|m'|to? ~ servir|use|sers
soon PAUSE
bientot PAUSE
un jour|soir
one day
you have been warned
dernier avertissement
YOU BE fait|faite|faits|cuit|cuite|done|finished PAUSE
""",
}
