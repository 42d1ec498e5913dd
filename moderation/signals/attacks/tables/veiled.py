"""Threats without a word of violence, each enough by itself."""

from __future__ import annotations

# Enough by itself, though nobody is hurt in words.
ALONE = """
YOU GO finir|end up? sur|on snap|insta|instagram|facebook|tiktok|twitter|internet
YOU GO avaler|ravaler|cracher|manger|ramasser|swallow|eat|spit|pick YOURS dents|teeth
YOU BE mieux|better de? NEG ~ montrer|show|pointer YOURS|la|le face|nez|bouille
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
I have|ai DET? friends|amis|chums|contacts|monde|gens|boys|freres ~
    take|taire|arranger|occuper|visiter|visit
I connais|know|ai|have DET? monde|gens|people|guys|gars ~ YOU do? NEG? WANT NEG? to?
    rencontrer|croiser|meet|connaitre
YOURS adresse|address|maison|house|place BE NEG?
    dure|difficile|hard|facile|easy|long|compliquee a|to find|trouver|retrouver
GO? regler|regle|settle ca|cela|this|it entre hommes|mecs|homme
settle this|it like men
settle this|it man to man
IF I ai|avais|had|have DET? WEAPON ~ YOUO|YOU|PERSON
YOU BE chanceux|chanceuse|lucky I ~ NEG ~ ou|where YOU
I sais|know what|quel|quelle ~ car|truck|char|auto|voiture|camion YOU|HE
I sais|know ce? BE? quoi YOURS|son|sa|DET char|auto|voiture|truck|horaire|routine|route
I sais|know|connais YOURS plaque|plate|horaire|schedule|routine|address|adresse
YOU NEG dormiras|dormir|sleep ~ tranquille|paix|peace|well
viens|come|venez ~ IF YOU BE ~ homme|man|brave|game|capable|couilles|balls
YOU GO repartir|sortir|partir|leave ~ HOSPITAL
YOURS CHILD|kids|enfants ~ NEG ~ have|auront|aura|avoir ~ mother|father|mere|pere|dad|mom|parent
YOU BE eating|drinking ~ straw
YOU GO eat|drink|manger|boire ~ straw|paille
YOU will? NEG walk away|out
YOU will be eating|drinking ~ straw
YOURS heure ~ vient|venir|arrive|arrivee|sonne|sonner
what|ce ~ happens|happen|arrive|fait ~ aux|a|to|avec|with
    stools|snitches|rats|delateurs|delateur|traitres|traitors|snitch
YOU NEG be safe anywhere|nowhere
YOU GO avoir peur de|d'
I ai|have|got|note ~ YOURS plaque|plate|immatriculation
GO? recevoir|avoir|get|have|recois DET visite|visit ~ NEG ~ forget|oublier
GO? recevoir|avoir|recois DET visite HE|YOU oubliera|oublieras|oublie|oublies NEG
HE|PERSON|YOU ~ surprise|colis|package|paquet|cadeau|gift ~ explose|exploser|explodes|explode|saute
HE|PERSON GO finir|end dans|in|au|at DET? fleuve|fond|riviere|river|ditch|coffre|trunk|lac|lake
coup de fil and|et|pis YOU ~ LIMB|DEAD|gone
phone? call and YOU BE? ~ DEAD|gone
before I find|catch|get|reach YOU PAUSE
avant I YOUO trouve|retrouve|pogne|attrape PAUSE
I YOUO? laisse|donne|give YOU? ~ heures|24h|48h|hours|jours|minutes ~ sinon|or|ou
delete|remove|supprime|supprimes|efface|effaces|ban|bannis|banne|reparle|recommence|retouche ~
    and|et|pis I BE? GO? YOUO? come|venir|viens|debarque|debarquer ~
    chez|chercher|door|house|place|porte|maison
and|et|pis|or ce|that|it? will? BE? be? DET last|derniere|dernier|final
    chose|affaire|thing|mistake|erreur YOU
YOU BE DET? prochain|prochaine|next sur|on ma|my list|liste
GO? occuper|occupe ADJ? de YOURS cas
occuper|occupe ADJ? de YOURS cas
I YOUO surveille|epie|espionne|guette depuis|chaque|tous|partout
I have been watching|following YOU PAUSE
I have been watching|following YOURS house|kids|family|door|daughter|son
I passe|drive|walk|roule ~ devant|by|past ~ chez|maison|house|place ~
    soirs|jours|nuits|soir|jour|nuit|night|day|matins|matin|morning
I GO? YOUO suivre|suis jusque|jusqu'a|chez
I BE? GO follow YOU home|to|until
GO? mettre|met|crisser|crisse|foutre|sacrer|calisser|pogner DET? feu a|au|chez|dans
    YOURS|YOU|PERSON
GO? mettre|met|crisser|crisse|foutre|sacrer|calisser|pogner DET? feu a|au|chez|dans DET HOME|PERSON
a YOURS place I dormirais|barrerais|verrouillerais|surveillerais
I would lock|sleep|hide|watch|keep ~ IF I were|was YOU
I would lock|hide|sleep with|my ~ IF I were|was YOU
I GO? ~ pendant|while YOU dors|dormez|sleep
I GO? ~ while YOU BE sleeping|asleep
falloir|faudra|SHOULD YOU regardes|regarder|look|looking en? arriere|derriere|behind|over
keep|commence|start looking over YOURS shoulder
avertissement|warning ~ next|prochaine fois|time
IF I coule|tombe|go|fall|crash|perds|die|meurs|plonge ~ I GO? YOUO
    emmene|amene|entraine|emmener|entrainer
IF I fall|go|crash|lose|die|sink ~ I BE? GO? take|bring|drag|taking|bringing YOU
IF I coule|tombe|go|fall|crash|perds|die|meurs|plonge ~ YOU GO? come|viens|coming|tombes|coules
IF I ~ NEG ~ have|avoir|voir|see ~ nobody|no|personne|HE ~ will|aura|verra|either|can
YOU GO regret|regretter ~ I promise|swear|jure|promets|guarantee|garantis
YOU GO regret|regretter ~ I YOUO promets|jure|garantis
retire|retirer|retires|drop|withdraw|retracte|enleve|efface|supprime|delete|ferme|remove ~
    ou|or|sinon YOU GO HIM? SUFFER|regret
come|sors|sort|sortez out|dehors? or|ou|sinon I come|rentre|entre|go in|chez|PAUSE
I GO make sure HE|PERSON BE? ~ DEAD|KILL
I GO make|faire YOU|PERSON disappear|disparaitre
I BE? GO make YOU disappear
YOU GO bleed|saigner for|pour|comme|like
YOU GO saigner PAUSE
I BE? coming for YOU and YOURS
surveille|watch YOURS dos|arrieres
dommage|shame|pity|plate if|si|IF something|quelque|anything chose? happened|arrivait|arrive|happens
watch|regarde what|ce happens|arrive to|a YOU|YOURS
YOU GO en manger|prendre|recevoir DET GANG? PAUSE
take|delete|remove|leave|stop|quit|drop|shut|back ~ or else PAUSE
YOU GO? avoir|aurez|auras|as affaire a moi|nous
YOU GO answer|deal to|with me
YOU GO HIM? sentir passer
YOU GO en baver|entendre
YOU GO YOUO? en souvenir|rappeler
I GO YOUO montrer ce? qui|quel
I GO YOUO apprendre a vivre
I GO YOUO? fermer YOURS gueule|bouche|clapet
I GO shut YOU up
my|mon WEAPON BE? loaded|charge|pret
I ai|have|got|YOUO|HIM ~ in|dans my|mon|ma sights|crosshairs|mire|viseur
I GO faire|make DET carnage|massacre|bloodbath|tuerie
I BE? GO faire sauter|exploser ~ PLACE
I BE? GO blow up? DET? PLACE
I BE? GO poser|mettre|placer|plant|put DET bombe|bomb
bombe|bomb ~ sous|under YOURS|HIM|DET char|auto|car|PLACE
SHOULD ANYONE HIM|YOUO mette|tire|loge|foute|crisse|plante DET balle|bullet|couteau
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

# So is what one says of an icy road, or of thieves in the street.
PRUDENCE = """
attention|careful|gaffe|prudent|prudente quand|when YOU
    sors|quittes|rentres|marches|traverses|leave|walk|go|drive ~
    chez|maison|house|home|soir|nuit|night|dark|work|travail|job|ecole|school|seul|seule|alone
attention|gaffe ~ en sortant|rentrant|marchant ~ chez|maison|soir|nuit|travail|seul|seule
"""
