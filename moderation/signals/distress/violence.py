"""Words of people whom somebody hurts, threatens or stalks, and what resembles them."""

_HE = "(il|elle|ex|mari|femme|chum|blonde|conjoint|pere|mere|copain|copine|beau pere)"

VIOLENCE = f"""
{_HE} (me|nous) (frappe|etouffe|cogne|cogner|crache dessus|menotte)
{_HE} vient de (me|nous) (frappe|etouffe|cogne|cogner|crache dessus|menotte)
(qui|continue|recommence|menace|essaye|essaie|tente|va) (me|nous) (frappe|etouffe|cogne|
    cogner|crache dessus|menotte)
je me (suis |)(fait |fais |faisais )(frapper|brasser)
(me|nous) frappe
suis (battue|violentee)
(me|nous) (pousse|jete|lance|tire|garroche|projete) (en bas|dans les escaliers|dans le mur|
    par les cheveux|contre le mur|contre un mur|par terre|au sol)
leve la main sur (moi|nous|elle)
(recu|donne|donnait|recois|mange) (un |une |)(coup|claque|volee) (de poing|de pied|
    de couteau|de ceinture|au visage|dans le ventre)
(menace) (de mort|avec un|avec une|avec son)
(menace|jure|promis|essaie|essaye|tente) (me|nous) (tuer|frapper|faire mal|faire la peau|
    achever|retrouver|egorger)
(il|elle|ex|mari|conjoint|chum|pere) (va|veut|allait|vont|pourrait) (me|nous) (tuer|frapper|
    faire la peau|faire mal|achever|retrouver)
(il|elle) (va|veut) finir par (me|nous) (tuer|frapper)
peur (pour ma|de perdre la) (vie|securite|peau)
peur (qu'il|qu'elle|que mon ex|que mon mari|que mon conjoint|que le pere) ~ (tue|frappe|
    batte|tuer|fasse du mal|mal|retrouve|revienne|debarque|defonce)
peur de (lui|mon ex|mon mari|mon conjoint|mon chum|rentrer chez moi|rentrer a la maison|
    sortir de chez)
(suis|est|sommes|me sens|sens|nous sommes) en danger
(me sens|suis|sommes|sens) plus en securite
(vie|securite) est (en danger|menacee)
je me (cache|barricade|suis enferme|suis cachee|suis barricade|suis sauvee|suis refugiee)
on se (cache|barricade)
(cachee|enfermee|barricadee) dans (une|) (salle de bain|chambre|toilette|garde robe|placard|
    voiture|sous sol)
(defonce|cogne|fracasse|kick|enfonce|varge) (dans |)porte
(il|elle|ex|mari|conjoint|pere|avec|pris|sorti|montre|pointe|possede) (un|une|son) (couteau|
    arme a feu|fusil|gun|carabine|hache|pistolet|machette)
(il|elle|ex|mari|conjoint|pere|sorti|pointe|possede) une arme
(il|elle|ex) est (devant|dehors devant|derriere|stationne devant|dans) (chez moi|ma porte|
    ma maison|chez nous|ma cour|mon entree)
(rode|tourne|guette|attend) (autour de|devant|en bas de) (chez moi|ma maison|chez nous|mon bloc)
(me|nous) (suit|traque|poursuit) (partout|en auto|en char|jusque chez|dans la rue)
(appelez|appelle) (police|911) (vite|svp|pour moi|maintenant|s'il vous plait)
(envoyez|envoie) (la police|quelqu'un vite)
violent (avec|envers|contre) (moi|nous|enfant)
(il|elle|ex|mari|conjoint|pere|mere) (est|redevient|devient) (de plus en plus |)violent
(mettre|foutre) le feu (la maison|chez moi|chez nous)
{_HE} (me|nous) fait peur
(victime|vis|subis|vit|subit) violence (conjugale|physique|au quotidien)
(pogne|prise|pris|serre|attrape|saisi|tient|poigne) (moi |)(par la |)(gorge|cou|cheveux)
(me|nous) (pitche|pousse|lance|garroche|projete|shoot) (contre|dans|par|sur|a terre)
(me|nous) (lance|lancer|garroche|tire) (un|une|) (couteau|chaise|bouteille|assiette|objet|
    roche|marteau|tasse|verre)
(bruler|brule) (maison|logement|appart|chez moi)
(il|elle|ex|conjoint|chum|mari) est soul ~ (peur|crie|frappe|casse|violent)
(il|elle|ex|conjoint|chum|mari) (casse tout|brise tout|a tout casse|devient fou|
    pete sa coche|vire fou)
(battue|frappee|violentee|etranglee) par (mon ex|le pere|lui|)
(il|elle|ex|conjoint|chum|mari) me (force|viole|harcele|terrorise)
(hands|arm) around my (neck|throat)
(burn|burning|burned) (house|home|place|apartment)
(il|elle) avait (un|une|son) (couteau|arme|fusil|gun|carabine|hache)
avec (un|une|son) (batte|baton|marteau)
(me|nous) (tuerait|tuera)
(surveille|espionne) (maison|logement|appartement|mon auto)
(il|elle|ex|conjoint|chum|mari) me casse (un |)(bras|nez|cote|jambe|poignet|dent|doigt)
(he|she|ex|husband|wife|partner|boyfriend|girlfriend|dad|mom|father|mother) (keeps |is |
    started |will |was |)(hit|hurt|kicking|stalking|follows|grabbed) (on |up |)(me|us)
(threatens|going|wants|will|tried|tries|might|could) (kill|hurt|shoot|stab|choke) (me|us)
(afraid|scared|terrified|fear|fearing) (for|of) (my life|our lives|my safety|him|my ex|
    my husband|my partner|what he might do|what he will do|going home)
(i'm|we are|we're|are) (in danger|unsafe|not safe)
not (feel safe|safe) (at home|with him|here)
not feel safe
(with|grabbed|pulled|holding|got|he|she|ex) (knife|gun|rifle|weapon|axe)
(breaking|kicking|banging|pounding|broke|kicked) (down |on |in |)door
(i'm|we're|we are) (hiding|locked) (in|from|inside)
(call|send) (police|cops|911) (please|now|for me|asap)
please (call|send) (police|911|cops)
(pushed|threw|shoved|dragged) (me|us) (down|against|into|out|by)
(he|she|ex) is (outside|in front of|waiting outside) (house|door|place|apartment|)
(he's|she's) (outside|in front of) (house|door|place|apartment)
(he|she|ex|husband|partner) (is|gets|was|got) (violent|abusive)
(in|escaped|fled|fleeing) an abusive (relationship|husband|partner|home)
"""

NOT_VIOLENCE = """
(knife|gun|rifle|axe|rope|couteau|fusil|hache|carabine) ~
    (turkey|dinde|cake|gateau|hunting|hunt|firewood|
    chasse|chasser|roast|roti|bread|pain|wood|bois|moose|orignal|chevreuil|deer|fishing|peche)
(frappe|hit) (par|by) (frais|fees|factures|bills|dettes|impots)
(buche|bois|firewood|wood|gazon|haie|sapin|tree|dinde|turkey) ~ (hache|axe|scie|knife|couteau)
(hunting|hunt|chasse|chasser|fishing|peche) ~ (gun|rifle|fusil|carabine|couteau|knife)
(frappe|hit) ~ (calin|hug|bisous|bisou|kisses|bec|becs)
(call|calling|send) (police|911|cops) if
(ca|procedure|systeme|stress|paperasse|travail|job|nouvelle|chiffre|phrase|jugement|
    histoire) (me|nous) (frappe|etouffe|cogne)
(me|nous) suis battu (pour|contre|afin|depuis|comme|longtemps|en cour)
me frappe (voir|comme|beaucoup)
(me|nous) frappe (au|aux|) (hockey|soccer|quilles|tennis|cartes|echecs|ballon|basket|scrabble|
    cribbage|jeu|jeux|course|golf|poker)
ce qui me frappe
(il|elle) me bat (au|aux|a plate) (echecs|cartes|tennis|hockey|jeu|jeux|couture|scrabble|monopoly)
me bats (pour|contre|afin|depuis|comme|avec)
nous bat (au|aux) (cartes|echecs|jeux)
(he|she|ex) beat me (at|in court|to it)
(attitude|mots|silence|regard|avocat|juge|froideur|partie adverse) (me|nous) frappe
peur (il |elle |)revienne plus
(hit|hitting) me with (another |)(court|motion|bill|letter|lawsuit)
frappe (toutes |bonne |mauvaise |)(porte)
(accuse|invente|pretend|faux|fausses|allegations) ~ (frappe|violent)
(he|she) (kills|killed|is killing) me
"""
