"""Ways to speak of a group with contempt, and words that resemble them."""

ASIDE = """
pour|en|de|du|le|un|mon|ton|son|leur|avec|sans|au|ce|NEG retard
retard de|dans|au|sur|pour|a
NEG HATE ALL? GROUP
NEG ALL? GROUP BE
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
GROUP ce BE ALL? DET? GANG? DET? INSULT|DEROG
GROUP SHOULD ALL? fermer|rester|shut|stay|obeir|obey|disparaitre|disappear
GROUP SHOULD NEG de? vivre|exister|respect|droits|aimes
GROUP SHOULD NEG be? allowed|have|exist|live|vote|vivre|avoir|exister|voter
GROUP SHOULD NEG have been? allowed|born
GROUP have|ont NEG place|droit|right
NEG GROUP deserve|deserves ~ live|rights|respect|to
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
GROUP BE NEG? welcome
NEG de? place pour ALL? GROUP
ban|bannir ALL? GROUP
"""

THEY = """
I HATE THEM
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
"""
