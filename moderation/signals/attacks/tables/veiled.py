"""Threats without a word of violence: signs that are one together, and those enough alone."""

# Two kinds in one message; either one by itself is common in what parents tell.
TOGETHER = frozenset(
    {
        ("payback", "omen"),
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
    }
)

SIGNS = {
    # « j'ai son adresse »
    "whereabouts": """
I ai|have|got|connais|know|trouve|found DET|YOURS|HIM adresse|address|plaque|
    plate|horaire|schedule
I sais|know|connais ou|where HE|DET|PERSON|YOU ~
    habite|reste|travaille|vit|live|lives|works|parks|sleeps
donne|donnez|give|send me|moi? YOURS adresse|address
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
""",
    # « on va régler ça dehors »
    "confrontation": """
regler|regle|settle|handle ca|cela|ce|this|it ~ dehors|outside|parking|ruelle|
    homme|hommes|man|men|poings
YOU|viens|come ~ dehors|outside|parking|ruelle|alley PAUSE
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
YOU GO voir PAUSE
YOU BE fait|faite|done|finished|cuit
YOU better run|hide|pray
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

# Enough by itself, though nobody is hurt in words.
ALONE = """
YOU will? NEG be? laughing|smiling|rire|rigoler ~ when|quand
I show|showing|debarque|debarquerai ~ YOURS door|porte|house|maison|job|work
occuper de YOURS cas|gueule|face|sort
I connais|know DET? monde|gens|people|guys|gars ~ taire|arranger|visiter|occuper|regler|shut|handle
YOU NEG? riras|rirez moins|plus
YOU feras|ferez|fera moins DET? frais|fin|smatte|drole|fier|malin|jars
YOU GO moins rire|parler|faire
YOU BE fait|faite|cuit|cuite PAUSE? attends
ca GO? mal|bad finir|end|virer|tourner|aller ~ pour|for YOU
ca GO finir|virer mal ~ pour|for YOU
this|it|things|ca GO end|finish|go|get bad|badly|mal|ugly ~ for|pour YOU
YOU GO GO? wish YOU ~ NEG|born
regler|settle ca|cela|this|it dehors|outside
I descends|debarque|arrive|viens|come|coming|show|showing|going|vais ~ avec|with DET? WEAPON
time|temps to|de pay|payer DET? prix|price
I BE? GO|make be? sure YOU NEG
I BE? GO YOUO? make YOUO? sorry
YOU GO be sorry
DET prochaine|next fois|time I YOUO rate|manque NEG
DET next time I NEG miss
attention|careful|gaffe ~ sortant|sors|leaving|walking|traversant ~
    cafe|nuit|night|dark|maison|house|work|travail|cour
pieces|morceaux ~ YOU|YOURS
I have|ai friends|amis|chums|contacts|monde|gens ~ take|taire|arranger|occuper|visiter|visit
mon|mes|my friends|amis|chums|gars|boys|freres|cousins GO ~ YOU|YOUO
    visiter|visite|trouver
mon|mes|my friends|amis|chums|gars|boys|freres|cousins GO ~ find YOU
"""

# So is what a friend says of a bad contract: who advises is not held.
REGRET = """
YOU GO regret this|it|that|everything|ca|cela PAUSE
YOU GO regret PAUSE
YOU GO le|la|les|ca regretter PAUSE|amerement|mon|ma|ce|INSULT
YOU GO regretter ca|ce|cela PAUSE
YOU le|la regretteras|regretterez
"""
