"""Ways to threaten, and words that resemble them."""

ASIDE = """
fumer|planter|couper|trancher un|une|des|du ADJ
mort de
coup de fil|telephone|main|pouce|coeur|foudre|chance
frappe|tape|claque|shoot|pitche|garroche|envoie DET texto|mot|message|courriel|appel|bise|bec|lien
BEATING|FIST dans DET dos|main
tape|claque|frappe dans DET main|dos
y gouter a DET
KILL le temps
VIOL ~ gentillesse|kindness|douceur|amour|love|bisous|calins|hugs|caresses
YOU GO? payer|pay combien
VIOL ~ preuves|evidence|dossier|facts|faits
kill time|it
VIOL yourself up
VIOL YOU up
YOU BE DEAD right|wrong|tired|inside|de|to|set|on|serious|pour|asleep|last
VIOL ~ cour|court|tribunal|proces|appel|argument|debat|trial|game
VIOL ~ devant|front|before ~ juge|judge
VIOL ~ a|aux|au|at|en|in GAME
VIOL ~ a|aux|au|at|en|in DET GAME
I meurs|creve
YOU GO? mourir|die|crever|dying de|of|laughing|to|from
I GO? NEG
hit|beat|kill YOU up
VIOL YOU YOURS? free
hit YOU YOURS? back|with PAUSE?
kill YOU WANT
I hurt YOU PAUSE sorry|desole
casser les oreilles|pieds
se casser la tete
"""

AIMED = """
I BE? GO ALL? YOUO VIOL
I BE? GO|WANT|come YOURHURT
GO|YOURHURT YOURHURT
PAUSE GO YOURHURT
and|et|or|ou|then I? GO? YOURHURT
I YOURHURT
I BE? GO|WANT VIOL|RIP YOURS LIMB
PAUSE GO? VIOL|RIP YOURS LIMB
I YOUO? VIOL|RIP YOURS|DET LIMB
I BE? GO YOUO VIOL|RIP DET|YOURS? LIMB
I BE? GO make YOURS life DET? living? hell|misery|miserable
YOU GO finir|end|wake|te|vous ~ HOSPITAL
I YOUO envoie|mets|enterre|send|put ~ HOSPITAL
I BE? GO YOUO? envoyer|mettre|send|put YOU? ~ HOSPITAL
WANT|veut|veulent|veux|attend|attends|attendent|wants|espere YOU ~ DIE|DEAD|KILL
meures|meurs PAUSE
I? hope|wish|espere|souhaite YOURS ~ VIOL|DIE
va|vas|go sauter|jump ~ pont|bridge|cliff|balcon|roof|toit|falaise|train
I BE? GO YOUO GO? VIOL
I BE? GO ~ YOUO? et|and VIOL YOU
I YOUO VIOL
I YOUO GO VIOL
me a|as YOUO|ta VIOL
ma YOUO VIOL
I WANT ALL? YOUO VIOL
I BE? ready|pret|prete|capable a|de|d'|to? YOUO VIOL
I BE? GO come? VIOL YOUO
I BE? GO VIOL YOURS
I BE? GO VIOL YOU up?
I WANT VIOL YOU
I WANT VIOL YOURS face|head|teeth|neck|skull|ass|kid|mother|legs
I swear ~ GO VIOL YOU
I BE? GO have|get|faire YOUO? YOU? VIOL
I YOUO have|ai GO? VIOL
GO YOUO VIOL PAUSE
GO YOUO VIOL DET? ADJ? deux? LIMB
YOU dormiras|dormirez NEG|plus
hope|espere YOU like|likes|aimes ~ HOSPITAL|hospitals
SHOULD|GO put YOU|HIM down
I HIM mets|enterre|envoie|put|send ~ HOSPITAL
YOU GO retrouver|trouver|find YOURS ~ DEAD PAUSE|un|one|when|quand|demain|tomorrow
PERSON GO YOUO retrouver|trouver DEAD
YOU NEG sleep ~ tonight|again
I BE? bring|bringing|apporte|amene DET WEAPON
go YOUO? VIOL yourself|YOU
PAUSE|and|please|INSULT|SHOULD KILL yourself
VIOL YOU with|avec
yourself VIOL
tue|suicide|pend|pends|noie|flingue|tuez YOUO
va|vas|aller|allez|go te|vous KILL
va|vas|allez|go DIE
go and? KILL|hang yourself
please? DIE INSULT
kys
kys INSULT?
drink bleach
drop dead
YOURS maison|house|char|car|auto ~ feu|fire|flammes|flames|bruler|burn|exploser
see what happens to YOURS|YOU
PAUSE choke|burn|rot|drown on|in|with
attends|wait que|till|until? DET PERSON YOUO pogne|trouve|attrape|VIOL
I BE? GO YOUO retrouver|trouver|find ~ HOSPITAL|morceaux
they BE? GO find YOU ~ HOSPITAL|pieces|dead
SHOULD|GO YOURHURT
I BE? GO YOUO faire bouffer|manger|avaler|ravaler DET|YOURS LIMB
YOU ~ payer ~ de|with YOURS vie|life
YOU ~ NEG ~ vivant|vivante|alive
WANT see|voir YOU ~ VIOL|DIE|DEAD
like YOU ~ GO hang|burn|die
creve en enfer|seul|seule|chien|charogne|INSULT|donc
PAUSE creve YOU|YOUO
ill VIOL|find|get|make|end YOU
ill YOURHURT
I GO end YOU
I BE? GO YOUO? faire? disparaitre
YOU BE DEAD PAUSE
YOU seras|serez|sera|will be DEAD
YOU NEG ~ see|voir|verras|live|make tomorrow|demain|another|to|noel|christmas
YOU verras|vivras|passeras|verrez|see|make NEG DET?
    noel|christmas|demain|tomorrow|printemps|ete|spring|summer|hiver|winter|morning
YOUO ~ avec|with DET? WEAPON
I ~ WEAPON ~ pour|for YOU
I ~ bullet|balle ~ pour|for|with|avec YOU|YOURS
mon|mes|my PERSON|boys|gang|gars|chums|guys|friends BE? GO ~ YOU|YOUO VIOL
VIOL|casser|peter YOURS|YOU vitres|char|auto|car|windows|house|maison
I BE? GO VIOL DET YOURS
bois de? javel
jump off|in|under ~ bridge|cliff|roof|building|train|bus
go jump off|in|under
saute|jette en? ~ pont|balcon|fenetre|train|metro PAUSE
jette YOUO ~ pont|balcon|fenetre|train|metro
YOU SHOULD be|get|etre|have|had|been ALL? been? VIOL
YOU SHOULD YOUO faire? VIOL
YOU SHOULD all|tous|toutes be|etre VIOL
YOU SHOULD ALL? DIE
YOU SHOULD KILL yourself
YOU SHOULD ~ not? be alive
YOU SHOULD go? DIE|hang
YOU SHOULD DET? GANG? BEATING|FIST
YOU SHOULD ~ jeter|jete|sauter|saute|jump|throw ~
    sous|under|pont|bridge|devant|front|off|metro|train|fenetre|window
YOU NEG? merite|merites|meritez|deserve YOUO?|de|d'|que? ~ VIOL
YOU merite|merites|meritez|deserve DET? GANG? BEATING|FIST|DIE|VIOL
someone|somebody|on|we|they|quelqu'un SHOULD VIOL in|dans|through|on YOURS|YOU
fais|fait attention a YOU demain|sale|connard
someone|somebody|on|we|they SHOULD put|get|mettre|tirer DET? bullet|balle|knife
I? hope|espere|wish|souhaite ~ YOU ~ hit by
quelqu'un|someone|somebody|on SHOULD YOUO VIOL
someone|somebody|they|on SHOULD VIOL YOU
people like YOU SHOULD ~ VIOL|DIE
gens|monde comme YOU ~ VIOL|DIE
I? hope|wish|pray YOU ~ DIE|VIOL
I? hope|wish somebody|someone VIOL YOU
I espere|souhaite|prie YOU? GO? ~ DIE|VIOL
qu'il|qu'elle|qu'ils|que? YOU creves|crevez
PAUSE creve INSULT
PAUSE crevez
PAUSE die INSULT|YOU|HARSHED
INSULT creve
YOU GO DIE
YOU GO crever
YOU GO regretter ce
YOU GO te|vous|get faire? VIOL
YOU BE GO to? VIOL|DIE
YOU WANT te|vous faire VIOL par
YOU GO? manger|recevoir|get|ramasser|prendre DET BEATING
I BE? GO YOUO? give|donner|mettre|foutre|crisser|sacrer|coller YOUO? DET BEATING
I YOUO mets|fous|donne|colle|crisse|sacre DET BEATING
YOU BE DEAD demain|tomorrow|si|if|INSULT|tonight|when|quand|ce
TES DEAD PAUSE
I GO? HIM|YOUO pousse|pousser|push|crisse|garroche ~
    escalier|escaliers|stairs|train|metro|bus|pont|bridge|rue|road|lescalier
I GO? HIM|YOUO faire|fais manger|bouffer|avaler DET trottoir|asphalte|poussiere|curb|terre|bordure
I GO? YOUO|HIM sors|sortir|vide|vider|ouvre|arrache DET LIMB
or|ou|sinon I GO make|faire YOU PAUSE
I sais|know par ou YOU
demain|ce|tonight|tomorrow soir? TES|YOU BE? DEAD
VIOL ~ and|et ce BE? GO? be|etre YOU
I BE? GO YOUO terminer|finir|plier PAUSE|toi|INSULT|si|IF
I YOUO plie|termine PAUSE|toi|INSULT|si|IF
attends YOU a|to YOUO? faire VIOL
YOU GO prendre tarif
I BE? GO YOUO arranger|refaire ca? YOURS|DET LIMB
TES DEAD demain|si|INSULT
YOURS jours BE comptes
YOURS days are numbered
fais|fait|dis|say YOURS prieres|priere|prayers|testament
dors ~ un oeil ouvert
sleep ~ one eye open
YOU BE next DEAD
YOU NEG BE safe PAUSE
a mort YOU
death to YOU
bullet|balle ~ YOURS tete|head|skull
YOURS tete|head|blood|sang ~ sur? DET? mur|wall|pavement|trottoir
I BE? GO YOUO? faire|make ~ regretter|pay|payer|souffrir|suffer
I BE? GO YOUO VIOL HIM? INSULT?
I GO VIOL YOURS
I YOUO VIOL YOURS? gueule|tete|face
"""

VEILED = """
I sais|know which|quelle|what ~ YOURS kids|enfants|fils|fille
I sais|know|connais ~ ecole|school ~ YOURS
I sais|connais ou? ou YOU habites|habite|restes|reste|vis|dors|travailles|etudies
I sais ou YOURS
on sait ou YOU
I know where YOU live|lives|sleep|work|stay|park
I know where YOURS
I know YOURS adress|school|car
I BE? GO YOUO faire taire
what BE coming to YOU
attends que I YOUO croise|vois|pogne|attrape|trouve
wait till|until|til I see|find|catch|get YOU
si? si I YOUO croise|vois|pogne|attrape|trouve|recroise|revois
if I ever? see|catch|find YOU
YOU GO voir PAUSE? INSULT
YOU GO voir de quoi
YOU GO get what? YOU|coming
YOU GO payer pour|cher|PAUSE
YOU GO pay for|PAUSE
YOU GO ~ never born
VIOL|RIP YOURS LIMB

surveille|surveillez|regarde YOURS arrieres|dos
protege YOURS arrieres
better|mieux watch YOURS|YOU|it|out
better|mieux run|hide
YOU better watch YOURS|YOU|it|out
YOU better run|hide
YOU better be careful|scared|afraid|worried
on se? voit|retrouve ~ sortie
I YOUO attends ~ sortie|dehors|parking
YOU BE warned
YOU perds|perdre rien pour attendre
YOU ne? perd|perds|perdez rien pour attendre
YOU will get yours
you have been warned
compte YOURS dents|jours
numerote YOURS abattis
I GO|venir|viens|debarque ~ chez YOU ~ VIOL
I GO debarquer|venir|passer|aller chez YOU PAUSE
I vais|peux? aller YOUO VIOL
I connais du|des monde|gens ~ YOUO? VIOL
I avoir|aurai|auras|aurons YOURS? peau
YOU GO ALL? YOUO|le|la|y gouter|passer
last warning
snitches get stitches
I have|ai|got|trouve|found YOURS adresse|address
I BE? GO? find out|trouver|savoir where|ou YOURS|YOU
they|boys|friends|guys|brothers|gang|amis|chums|freres BE? coming|come for YOU
I sors|apporte|amene|bring|get|grab DET WEAPON
I YOUO brise|briser ~ LIMB
YOU BE? GO get what ~ coming
YOU have no idea what|who I
YOU sais|savez NEG de quoi I BE capable
YOU sais|savez NEG a qui YOU
YOU do? NEG know what I BE? capable
YOU do? NEG know who YOU ~ messing|dealing|talking
t'arrange le portrait
I YOUO arrange|arranger DET? portrait
I BE? GO YOUO arranger DET portrait
I BE? GO s'occuper|m'occuper|nous occuper|occuper de YOU|YOURS
gare a YOU
YOU avez|as interet a YOUO? ~ taire|fermer|partir|arreter|shut
YOU aurez|auras ~ cherche
YOU paierez|paieras|payeras|paiera
YOU me|le paieras|paiera|paierez|payeras
YOU GO YOUO? en? mordre
YOUO mordras les doigts
accident est ~ arrive
accidents happen
malheur ~ arriver|arrive ~ YOU|YOUO
dommage|shame ~ arrive|happened|happens ~ YOUO|YOU|YOURS
something|quelque chose|de quoi ~ happen|arriver ~ YOU|YOUO|YOURS
YOU GO NEG|plus|never jamais? revoir|see YOURS enfants|kids|fils|fille|children|son|daughter
YOU reverras|verras NEG|plus ~ YOURS enfants|kids|fils|fille
I BE? GO make sure YOU NEG|lose
I GO YOUO faire perdre
YOURS time BE coming|up
fight me
meet me outside
viens te battre
viens YOUO battre
catch these hands
square up
signed YOURS death
say goodbye to YOURS
make me come over
ca GO mal aller pour YOU
I YOUO retrouverai|aurai PAUSE
tu feras|fera moins DET malin|fier|maligne|fiere
YOU GO moins rire
rira bien
dernier avertissement
YOU joues|jouez avec feu
"""

AMBIGUOUS = """
fais|fait attention a YOU ce soir
fais|fait attention a YOU tonight
YOU GO SUFFER
YOU GO HIM SUFFER
YOU BE? GO regret|be sorry|wish
I BE? GO YOUO
    trouver|retrouver|attraper|pogner|attendre|croiser|chercher|coincer|avoir|choper|suivre|
    retrouve|attrape|pogne|coince
I YOUO trouverai|retrouverai|attraperai|pognerai|aurai
I BE? GO find|get|catch|follow|hunt YOU
YOU GO payer
YOU GO pay
YOU GO perdre|lose YOURS enfants|kids|garde|custody
watch YOURS back|mouth|dos
YOU SHOULD watch|surveiller YOURS? back|mouth|dos|arrieres
I BE? GO ~ wait|waiting|attendre for? YOU
I ~ be waiting for YOU
I BE? GO come|coming|venir|passer|be to|at|chez|a YOURS|YOU house|place|maison|door|porte?
I BE? coming to YOURS house|place|door|job
on se? reverra|retrouvera
YOU BE next
YOU BE DET prochain|prochaine
fais|fait gaffe a YOU|YOUO
I BE? coming for YOU
I BE? GO come for YOU
prends garde a YOU
"""

WARNING = """
YOU SHOULD avoir peur PAUSE
YOU SHOULD be scared|afraid|terrified PAUSE
je|i BE? GO HIM detruire|demolir|aneantir|ecraser|massacrer|defoncer PAUSE
i BE? GO destroy|smash|crush|wreck|demolish HIM PAUSE
I BE? GO VIOL FIRSTNAME|MENTION
YOU GO HIM regretter
YOU BE DEAD
je|i YOUO VIOL
"""
