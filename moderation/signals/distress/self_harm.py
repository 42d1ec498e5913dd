"""Words of people who hurt themselves or are about to, and what resembles them."""

SELF_HARM = """
(m'automutile|automutile|auto mutile|auto mutilation)
me (mutile|scarifie|taillade|lacere)
scarification
je me (coupe|brule|entaille|griffe|mords|ouvre) (pour|quand|en cachette|la nuit|le soir|
    volontairement|expres|au sang)
me (coupe|couper|coupais|entaille|taillade|brule|bruler) (bras|veines|poignets|peau|cuisses|
    jambes|avant|ventre|main)
(recommence|commence|remis|remise|envie|besoin|pense|peur) me (couper|bruler|frapper|
    mutiler|faire mal|faire saigner|blesser|griffer)
(vais|veux|pourrais) me (faire mal|faire souffrir|blesser|couper)
je me fais (du mal|mal expres|saigner|mal volontairement|mal pour)
je me (frappe|cogne|tape) (la tete|contre les murs|dans les murs|les poings)
me (frapper|cogner) la tete (contre|sur|dans)
self (harm|harming|injury|harmed|mutilation)
me (brule|coupe|taillade) avec
me ouvre (bras|veines|poignets)
selfharm
(cut|cutting|burn|burning|hurt|harm|harming|starve|starving|punch) (myself|my self)
(cut|cutting|slit|slitting|slash) my (wrist|arm|thighs|legs|skin|veins)
"""

NOT_SELF_HARM = """
me couper (les cheveux|la parole|le souffle|en quatre)
(cut|hurt|burn|burned) myself (cooking|shaving|by accident|at the gym|at work|on the stove|
    on the oven|playing)
me (cogner|frapper) la tete contre un mur de
"""
