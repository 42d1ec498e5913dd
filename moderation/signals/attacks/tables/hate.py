"""Ways to speak of a group with contempt, and words that resemble them."""

ASIDE = """
pour|en|de|du|le|un|mon|ton|son|leur|avec|sans|au|ce|NEG retard
DET|aux|avec|sans|NEG|en retards
retard de|dans|au|sur|pour|a
NEG HATE ALL? GROUP
NEG ALL GROUP BE
NEG GROUP BE DET? GANG? DET? INSULT|DEROG
SLUR break|butt
it|that|this makes|make me|us
NEG VIOL ALL? GROUP
SLUR a mouches
tapette a souris
SLUR litteraire
pedale de velo
chink in
spic and
coon cat
slur|word SLUR
mot|word|terme|insulte SLUR
pride|proud|fier|fiere ~ SLUR
chien|chienne|chat|rat|singe|cochon|cheval|serpent|oiseau noir|noire|noirs|blanc|blanche|blancs
black|white dog|dogs|cat|cats|rat|rats|snake|monkey|pig|sheep|cow|bear|bird|horse
"""

VIOLENCE = """
PAUSE VIOL HIM ALL? ALL? DET? GROUP|SLUR
I BE? GO|WANT VIOL ALL? ALL? GROUP
I BE? GO|WANT VIOL THEM ALL? GROUP
SHOULD|GO|let ALL? VIOL ALL? ALL? GROUP
SHOULD THEM? VIOL ALL? DET? GROUP|SLUR
PAUSE VIOL ALL GROUP|SLUR
PAUSE VIOL moi? ca? ALL? DET? ORIGIN|SLUR
SHOULD ALL? mettre|envoyer|renvoyer|put|send|deport|deporter ALL? GROUP ~
    four|camps|pays|back|gas|gaz|jail|prison
GROUP|SLUR ALL? SHOULD ALL? be|get|etre|se|BE ALL? faire? VIOL
GROUP|SLUR ALL? SHOULD ALL? DIE|VIOL|DEAD
GROUP|SLUR GO|SHOULD ALL? be|get? VIOL|DIE|SUFFER
GROUP ALL? GO be|get? VIOL|DIE
GROUP BE GO to? DIE
a mort DET? GROUP|SLUR
mort aux|a ALL? GROUP|SLUR
mort aux|a GROUP|SLUR
death to ALL? GROUP|SLUR
I hope|wish|espere|souhaite ~ GROUP ~ DIE|VIOL|DEAD
someone|somebody|quelqu'un|on SHOULD|GO ~ VIOL ALL? ALL? GROUP
GROUP|SLUR au four|bucher
hitler ~ raison|right
a? good DEAD? GROUP BE DET? DEAD GROUP
bon GROUP BE DET? GROUP DEAD
world|monde ~ better|mieux without|sans ALL? GROUP
get|got rid of ALL? ALL? GROUP
debarrasser|debarrasse DET? ALL? GROUP
YOU SHOULD ~ VIOL ~ GROUP
I BE? GO|WANT VIOL|EXPEL ~ prochain|prochaine|premier|premiere|next|first|any ~ ORIGIN|SLUR|GROUP
I BE? GO|WANT? ALL|THEM|YOUO ALL|THEM? VIOL|DIE PAUSE ALL? GROUP
I BE? GO|WANT SUFFER PAUSE ALL? GROUP
FOLK|femmes|SLUR PAUSE ~ I BE? GO ALL? THEM|YOU|YOUO ALL?
    VIOL|EXPEL|sortir|regler|chasser|drag|throw
I BE? GO ALL? THEM|YOU|YOUO EXPEL|VIOL ~ PAUSE DET? FOLK
GROUP|SLUR PAUSE YOURS|leur|their tour|time|heure|day BE? ~ coming|vient|venir|arrive|va|soon|come
IF ~ GROUP|SLUR ~ I GO? HIM|THEM? VIOL|RIP|HURT
I BE? GO make|faire sauter|exploser|burn|bruler|blow ~ mosquee|synagogue|mosque|temple|church
VIOL ~ mosquee|mosquees|synagogue|synagogues|mosque|mosques
I BE? GO|WANT deal|regler|occuper ~ YOU? FOLK|SLUR ~ good|cas|compte
let|laisse|laissez|laissons|laisser|qu'on ALL? GROUP|THEM DIE
GROUP PAUSE ~ THEM? let|laisse|laissez|laissons|laisser THEM? DIE
GROUP PAUSE THEM? creve|crevent|meurent|die|rot PAUSE
GROUP que? THEM creve|crevent|meurent
GROUP ~ SHOULD ~ put|mis|mettre out|a ~ misery|mort
"""

CONTEMPT = """
GROUP ~ NEG ~ naitre|born|exister|exist
GROUP INSULT|DEROG BE? belong
ALL? ORIGIN la BE ALL? DET? GANG? DET? INSULT|SLUR|DEROG
GROUP have|ont NEG d'|de affaire|place|raison ~ ici|here|pays|country|PAUSE
GROUP do NEG belong
ORIGIN breed|breeds|breeding|pullulent|procreate|multiply ~ like|comme
SLUR breed|breeds|breeding|steal|stink|smell
toutes|tous|toute|tout des|de INSULT|DEROG PAUSE? les GROUP|MEEK
toutes|tous|toute|tout DET INSULT|DEROG DET GANG? GROUP
ORIGIN ce BE toute|tout DET GANG? INSULT|DEROG
ORIGIN BE ALL DET? alcooliques|alcoolique|drunks|soulons|ivrognes|addicts|drogues|bs
ORIGIN sait|savent NEG ~ elever|eleve|vivre|travailler
ORIGIN do NEG know ~ raise|live|work
ORIGIN|SLUR ce|ca SHOULD NEG ~ enfant|enfants|approcher|elever|toucher
ORIGIN ce|ca? SHOULD NEG se? reproduire|reproduce|breed|procreer
envahi|envahis|envahies|invaded|overrun par|by|with ALL? DET? ORIGIN|DEROG ~ ORIGIN|refugies
envahi|envahis|envahies|invaded|overrun par|by|with ALL? DET? ORIGIN
DET GROUP ADJ I ~ WANT NEG ici|here|chez|dans|near
hitler ~ finir|finish|finished|fini ~ travail|job|work
ORIGIN control|controls|controlent|run|runs|dirigent|own|menent ~
    courts|court|government|gouvernement|tribunaux|cour|cours|hollywood|systeme|system
like YOU SHOULD be|etre ~ sterilized|steriliser|sterilise|sterilisee|castrated|deported
SHOULD ALL? steriliser|sterilize|deporter|deport|enfermer|bannir|ban|interner|castrate ALL? DET?
    GROUP
NEG ~ confiance|trust a|aux? ALL? DET? ORIGIN
NEG trust ALL? DET? ORIGIN
GROUP ce|ca? SHOULD rester|stay|belong ~ cuisine|kitchen
disgusting|degueulasse|sickening de|to? voir|see|watch ~ GROUP
GROUP control|controls|controlent|run|dirigent|own|menent ~
    everything|tout|world|monde|media|medias|banks|banques
GROUP ~ SHOULD be|etre stopped|arretes|stoppes|erased|removed
I GO? NEG|never respect|accept|trust|tolerate|respecter|accepter ALL? DET? GROUP
GROUP BE DET? BURDEN
etre|being ORIGIN ce? BE DET? GANG? INSULT|DEROG|sin|peche|honte|disorder|trouble
I HATE ALL? ALL? GROUP|SLUR
I ~ HATE ALL GROUP
I DISGUST par|by ALL? GROUP
GROUP|SLUR ALL? DISGUST me|moi|us
GROUP|SLUR me|moi|nous DISGUST
GROUP ~ make|makes me|us ~ sick|vomit|puke|ill
GROUP WANT be|get VIOL
WANT NEG de|d'? ALL? GROUP ici|dans|in|near|around|chez
GROUP font|fait|donnent vomir|gerber|envie
ALL GROUP BE ALL? ALL? DET? GANG? DET? INSULT|SLUR|DEROG
ALL GROUP NAME? BE NEG humans|human|people|humains|humain|normal|normaux|welcome|worth
GROUP BE ALL DET? GANG? DET? INSULT|DEROG
PAUSE GROUP ALL? BE ALL? DET? GANG? DET? INSULT|DEROG|SLUR
PAUSE THINK? GROUP BE DET? MILD HARSHED
THINK ALL? GROUP BE ALL? DET? GANG? DET? INSULT|DEROG|SLUR
WHY|why ALL? GROUP BE? ALL? DET? INSULT|DEROG
why BE ALL? GROUP ALL? DET? INSULT|DEROG
pourquoi ALL? GROUP BE ALL? DET? INSULT|DEROG
INSULT|DEROG ORIGIN PAUSE
ALL? GROUP NEG deserve|merite|meritent ~ live|vivre|rights|droits|exist|exister|respect|vote|love
GROUP WHY? NEG SHOULD ALL? vivre|live|exister|exist|vote|voter|respect|droits|droit
GROUP SHOULD ENDING
GROUP SHOULD ALL? be|etre ~ kicked|thrown|deported|removed|banned|expelled|expulses|renvoyes|bannis
GROUP SHOULD ALL? be|etre ~ sterilized|castrated|sterilises|enfermes|locked|arrested|silenced
GROUP PAUSE? ce BE ALL? de? ALL? DET? GANG? DET? INSULT|DEROG
GROUP SHOULD ALL? fermer|rester|shut|stay|obeir|obey|disparaitre|disappear
GROUP SHOULD NEG de? vivre|exister|respect|droits|aimes
GROUP SHOULD NEG be? allowed|have|exist|live|vote|vivre|avoir|exister|voter
GROUP SHOULD NEG have been? allowed|born
GROUP have|ont NEG place|droit|right
GROUP BE DET? cause|root|plague|problem|probleme|fleau|cancer|disease|maladie|enemy|ennemi|ennemis
GROUP BE ruining|destroying|detruisent|invading|invade|polluting|en train de detruire
GROUP ruinent|envahissent|polluent|volent|ruin|invade|steal
YOU BE DET? INSULT? SLUR
GROUP NEG BE human|humans
GROUP BE inferior|inferieurs|subhuman|abnormal|anormaux|unnatural|less
rien de? pire que ALL? GROUP
nothing worse than ~ GROUP
only good GROUP
GROUP BE good for
GROUP BE bons|bonnes qu'a|a|juste
GROUP BE? belong in|dans|a ~ kitchen|zoo|cage|jail|prison|trash|asylum|gutter|hell
place des GROUP BE ~ cuisine|prison|zoo|maison
FOLK BE HE? si? ALL? DET? GANG? ADJ? INSULT|DEROG
FOLK BE? HE? si? moins|less|NEG PRAISE
ALL GROUP BE DET? ADJ INSULT|DEROG
a|un|une ORIGIN ce|ca? BE|reste|restera|remains DET? INSULT|DEROG
a|un|une ORIGIN ~ will GO? be|stay ~ INSULT|DEROG
THINK|opinion ALL? FOLK BE ALL? DET? GANG? ADJ? INSULT|DEROG
BE ALL? GROUP all|tous|toutes DET? GANG? INSULT|DEROG|MILD
WHY|pourquoi|why WHY? ALL? GROUP BE HE? si? ALL? DET? GANG? INSULT|DEROG
GROUP BE meme? NEG meme? DET? ADJ? humans|human|people|humains|humain|normal|normaux|normales
GROUP BE meme? NEG meme? DET? ADJ? PRAISE
GROUP BE NEG DET? nos|our egaux|equals|egales
GROUP BE NEG comme|like YOU|I|nous|us PAUSE
GROUP BE good|bons|bonnes for|qu'a|a DET? breeding|reproduire|menage|cuisine|rien|nothing
GROUP BE DET? breeding|baby|sex stock|machines|objects|objets
NEG a|un|une|one seul|seule|single? GROUP BE? PRAISE
NEG a|un|une|one? seul|seule|single? PRAISE ORIGIN
NEG a|un|une|one? seul|seule|single? ORIGIN BE? vaut|worth|merite|deserves
NEG GROUP merite|meritent|deserve|deserves ~
    live|vivre|right|rights|droit|droits|respect|exist|exister|trust|confiance
NEG GROUP BE? capable|able|worthy|digne of|de|d'|to
a|un|une ORIGIN can? NEG be? PRAISE
ORIGIN|FOLK can NEG be? PRAISE
a|un|une ORIGIN BE NEG PRAISE
NEG|nothing ~ bon|good chez|in|about ALL? DET? FOLK
NEG|nothing bon|good chez|in|about ALL? DET? FOLK
INSULT|DEROG la? de|d' ALL? ORIGIN
YOU ORIGIN|FOLK INSULT|NAME
I find|trouve ALL? FOLK ~ INSULT|DEROG|BURDEN
autre|else BE? DISGUST par|by|of|de ALL? GROUP
ORIGIN INSULT|NAME PAUSE|in|out|dehors|trying|who|qui
quel|quelle|quels|quelles|what DET? GANG? INSULT|DEROG DET|ALL GROUP
GANG de? ORIGIN HARSHED
FUCKALL ALL? ORIGIN|SLUR|femmes|women
FUCKALL FOLK
I have|ai|avoir NEG? DET? ADJ? haine|hatred|mepris|contempt|degout|disgust ~
    pour|for|envers|of|toward ALL? DET? GROUP
NEG but contempt|hatred|disgust for ALL? GROUP
haine|hatred|mepris|contempt pour|for|envers|of ALL? FOLK PAUSE
I HATE ca|HIM|THEM ~ PAUSE ALL GROUP PAUSE
I HATE ca ALL GROUP
GROUP PAUSE I ~ HATE PAUSE
GROUP PAUSE I ~ HATE ca|THEM|ALL
GROUP PAUSE I ~ NEG|plus|pu ~ sentir|supporter|voir|stand|blairer|endurer
GROUP PAUSE ca|ce|HE? me|m' DISGUST
GROUP me|nous fait|font|donnent|donne ~ vomir|gerber|chier|nausee|haut
GROUP ~ make|makes my skin crawl
FOLK gross|grosses|creep|creeps me out
GROUP me levent|leve ~ coeur
I ~ NEG|plus|pu ~ voir|see|croiser|sentir|endurer|supporter a|un|une|ALL ORIGIN|FOLK ~ sans|without
    ~
    vomir|gerber|puking|vomiting|gag|envie|sick
how|comment ~ can|peut|peux|pouvez ~ stand|supporter|endurer|tolerate|like|aimer ALL? FOLK
a? quoi ca sert a|un|une|ALL ORIGIN
what use BE ALL|a ORIGIN|FOLK
pourquoi|why ~ laisse|let|laissent|accepte|accept ~ ALL? INSULT|DEROG|ORIGIN INSULT|DEROG
SHOULD|GO|let|quand|when|must ~ EXPEL ALL? ALL? DET? ORIGIN|FOLK
SHOULD EXPEL ALL? DET? GROUP
SHOULD EXPEL a|aux ALL? GROUP de|d' ~ voter|travailler|vote|work|conduire|drive|parler|enfants
GROUP|SLUR SHOULD de|d'? ALL? be|etre|se|BE ALL? faire? EXPEL|VIOL|HURT
SHOULD HIM|THEM EXPEL|VIOL PAUSE ALL? GROUP
GROUP PAUSE? ca|ce? SHOULD ~ retourner|rentrer|partir|go|disparaitre|exister|home|back
a|un|une ORIGIN ~ ca|ce SHOULD NEG ~ exister|exist
NEG ORIGIN SHOULD ~ LIVE|approcher|near|around|vote|voter|CHILD
I WANT? NEG ~ laisser|leave|trust|let|confier ~ OTHERS|CHILD ~ with|avec|near|around|chez DET?
    ORIGIN
I laisserais|laisserai|laisse|confierais|confierai NEG ~ OTHERS|CHILD ~ avec|a|pres|chez DET? ORIGIN
donne|give THEM? ~ a|an|aux|HIM? ORIGIN ~ boire|drink|drinks
ORIGIN ~ giving? THEM GO boire|drink
ORIGIN viennent|come|vient ~ pour|for ~ cheque|welfare|bs|aide|money|argent
viennent|come ~ ici|here ~ pour|for ~ cheque|welfare|bs|money|argent PAUSE DET? FOLK
ORIGIN lives? NEG matter|compte|comptent
GROUP BE comme|like ALL? DET? ADJ? INSULT|DEROG
GROUP BE NEG better|mieux|meilleurs|plus than|que ALL? DET? INSULT|DEROG
FEDUP de|d'? ALL? FOLK
NEG ORIGIN BE|can be? ADJ? PRAISE
no such thing as DET? PRAISE ORIGIN
ORIGIN valent|vaut|worth NEG|rien|nothing
me DISGUST NEG|plus|more que|than? ALL? FOLK
a|ALL? ORIGIN ~ makes|make|rend|rendent me ~ nauseous|sick|puke|ill|gag|malade
my|ma hatred|haine|contempt|mepris for|pour|de|des|of|toward ALL? FOLK
I WANT VIOL DET ORIGIN
FOLK PAUSE ~ pack|faites YOURS bags|valises
SHOULD ALL? be|etre ADJ? put|mis|sent|envoyes ~ camp|camps|zoo|cage|cages
GROUP SHOULD be|etre cured|gueris|corriges|corrected|fixed|soignes ~ by|par|de force
GROUP PAUSE ~ I BE? GO YOU|THEM corriger|corrige|dresser|redresser|correct|fix
NEG can|peut|peux|pourrait stand|supporter|endurer|sentir|blairer ALL? FOLK
I supporte|endure NEG|plus ALL GROUP
I ~ HATE everything|tout about|de ALL? GROUP
I BE? full|seething|filled|plein|pleine|rempli|remplie ~ hatred|haine|contempt|mepris ~ ALL? GROUP
NEG want|wants|veut|veux|WANT de|d'? ALL? FOLK ~ in|dans|near|around|here|ici|chez|next
want|wants|veut|veux|WANT NEG de|d'? ALL? FOLK ~ in|dans|near|around|here|ici|chez|autour|next
GROUP SHOULD ~ learn|know|connaitre|savoir|rester ~ place
disgusting|degueulasse|sickening|revoltant ~ FOLK ~ allowed|permis|droit|marry|marier|exist|vote
GROUP BE? belong in|dans|a DET? ADJ? camp|camps
ALL FOLK GO ALL? be|etre EXPEL|VIOL
NEG WANT? miss|pleurerait|regretterait|manque ALL? FOLK
FOLK BE taking over
do NEG YOU HATE ALL? FOLK
debarrasser|debarrassons|debarrassez|rid ~ monde|world|pays|country|planete|planet of|de|d'? ALL?
    FOLK
a|un|une ORIGIN PAUSE? ca|ce LOWACT
GROUP|SLUR SHOULD DET? GANG? DET? BEATING|FIST
FOLK ~ vit|vivent|live|comportent|behave|act comme|like ALL? DET? INSULT|DEROG
GROUP LOWACT all|tous|toutes
GROUP all|tous|toutes LOWACT
ALL GROUP all|tous|toutes LOWACT
les|ces FOLK LOWACT
GROUP PAUSE SUBJECT? SHOULD ALL? HIM|THEM EXPEL|VIOL
FOLK jouent|playing|play|jouer ~ victim|victime|victimes|victims
"""

SLUR = """
YOU BE DET? SLUR
ALL SLUR
DET SLUR HARSHED
SLUR HARSHED
PAUSE SLUR PAUSE
DET? SLUR YOU
DET SLUR NAME
SLUR BE|SHOULD|GO
DET SLUR
ALL? another|encore|typical|typique|typiquement DET? SLUR
"""

REJECTION = """
PAUSE retourne|retournez|rentre|rentrez en|au|a|aux COUNTRY
PAUSE go back to COUNTRY
speak white
send|ship|renvoyez|renvoie THEM home|back|away|chez
go|get|send|sent back to? YOURS|where|africa|mexico|china|their|YOUR country|home|YOU
go back to YOURS? country|africa|mexico|jungle|desert|own
go back where YOU
rentre|rentrez|retourne|retournez|retourner chez|dans YOU|YOURS|ton|leur pays?
rentre|rentrez|retourne|retournez dans YOURS|leur pays|bled|jungle
renvoyer|renvoyez|deporter|deport|send ALL? ALL? GROUP
GROUP ~ rentrer|retourner|retournent|rentrent chez|dans eux|leur
GROUP SHOULD|GO rentrer|retourner|partir|quitter|leave|return|disappear|disparaitre
GROUP SHOULD|GO? go|stay|get back|out|away|home
GROUP out PAUSE
dehors ALL? GROUP
GROUP dehors
NEG GROUP allowed|here|in
NEG WANT ALL? GROUP ici|here|in|dans|near|around|chez
GROUP NEG belong
ORIGIN BE NEG welcome|bienvenus|bienvenu
GROUP BE NEG welcome here|ici
NEG de? place pour ALL? GROUP
ban|bannir ALL? GROUP
"""

THEY = """
I HATE THEM
I THEM HATE
I leur|THEM cracherais|cracherai|crache dessus
THEM me|moi DISGUST
THEM DISGUST me
THEM BE ALL? DET? GANG? DET? INSULT|DEROG
THEM SHOULD ALL? be|get|etre|se|BE? ALL? VIOL|DIE|SUFFER
THEM ALL? SHOULD ALL? be|get|etre|se|BE? ALL? VIOL|DIE
SHOULD THEM? VIOL THEM
SHOULD les VIOL
PAUSE VIOL THEM
PAUSE gas|gaze|gazez THEM
WANT ~ VIOL THEM
THEM ALL? LOWACT
THEM SHOULD ALL? leave|partir|go|disparaitre|disappear|rentrer PAUSE|home|back
BE THEM all|tous|toutes ALL? DET? INSULT|DEROG|MILD
ces|those|these ADJ|affaires|things la? SHOULD|belong|BE NEG|in|a ~
    asile|asylum|zoo|cage|prison|exister|exist
THEM SHOULD NEG ~ enfants|kids|children|exister|exist|droit|rights|vote|voter|vivre|live
SHOULD|let|qu' THEM DIE
let|laisse|laissez|laissons THEM ALL? DIE
que? THEM creve|crevent
SHOULD get|se? rid|debarrasser of? THEM?
EXPEL THEM
s'en debarrasser
I THEM cracherais|cracherai|crache ~ dessus|face
I would? spit on|at THEM
THEM BE useless|inutiles|bons ~ rien
THEM servent|sert a NEG
"""
