"""Patterns of not wanting to live, of means and of farewells."""

SUICIDE = """
regarde|regardais|look|looking|fixe|staring|stare ~ MEANS ~ facile|easy|easier|sauter|jump|fini
take care|soin|occupez|occupe of|de ~ when|quand I BE gone|mort|morte|dead
me BE? ouvert|ouvre|coupe|taillade les|mes poignets|veines
veux|want ca|it|tout|everything to? arrete|stop|end|finisse|s'arrete FOREVER
done|tired|sick|fini|tanne de|of|with? living|existing|vivre|exister
I|me ~ trouver|acheter|find|buy|get DET gun|fusil|corde|rope
simple|facile|easier|better|mieux ~ si|if je|i BE DEAD|gone
NOMORE ~ DESIRE de|d'|a|pour|to|in|for|of LIVE
DESIRE de|d'|to LIVE ~ NEG
NEG ~ WANT LIVE
WANT|veux|want NEG|plus LIVE
capable de|d' LIVE NEG
NEG|plus capable|able de|d'|to? LIVE
plus|not ~ veux|envie LIVE
can NEG go|keep on|going anymore|like PAUSE|this
simple|facile|easier|better|mieux|soulagement|relief ~ plus|pas|not|si je? LIVE
simple|facile|easier|better|mieux ~ si|if je|i LIVE|disparaissais|mourais|etais
    plus|pas|died|disappeared|was gone
mieux|simple|facile de|si ~ ENDING
quoi ~ sert|bon ~ LIVE
point|sens|use|purpose of|in|de LIVE
lacher|quitter|abandonner|abandonne|lache|quitte|quit|leave DET? LIVING
give|giving up on LIVING
DET? BURDEN pour|for|to|sur|on OTHERS
I BE ~ BURDEN PAUSE
OTHERS ~ happier|better|mieux|tranquille|tranquilles|heureux|well|libre ~ sans|without moi|me
OTHERS ~ happier|better|mieux|tranquille|heureux ~ if|si|when|quand i|je
OTHERS ~ mieux|better|happier ~ if|si|when|quand i|je BE? ~ NEG|gone|dead
MEANS ~ me|m' tente|attire|appelle|tentent|appellent
MEANS ~ tempting|calling|tempts
combien|how de? many? ~ pilules|pills|medicaments|tylenol|comprimes|meds
stash|collect|accumule|ramasse|garde|saving ~ pilules|pills|medicaments|meds|comprimes
I ~ achete|bought|trouve|prepare|prepared|found|got DET? rope|corde|noose|razor|rasoir|fusil|gun
plan ~ MEANS
MEANS ~ on|sur the|la table|nightstand|chevet|me|mes
WANT|think|pense|envie ~ drive|driving|foncer|crash|fonce|crasher|crashing|rentrer ~
    into|dans|off DET wall|mur|tree|arbre|pole|poteau|bridge|camion|truck|river
WANT|pense|penser|think|thinking|thought|thoughts|songe|envie|idee|idees|decide|
    pret|prete|ready|failli|proche|close|almost|tempted about|of|a|de|d'|to|about? ENDING
raison|reason de|d'|to|for LIVE ~ a|except|rien|nothing
pleurer|pleurera|cry|mourn|miss ~ ma|my mort|death|funeral|enterrement
personne|nobody|no|one|quelqu'un|anyone|someone ~ remarquerait|notice|ennuyer|miss|pleurer|care ~
    si|if|quand|when je|i ~
    disparaissais|mourais|disparais|meurs|died|gone|disappeared|mort|morte|dead|die
mon|my enterrement|funerailles|funeral|obituary
prenez|prends|take soin|care de|of mes|my|mon|ma OTHERS|CHILD ~ quand|when|si|if|apres|after
prenez|prends|take soin|care de|of mes|my|mon|ma OTHERS|CHILD PAUSE
fatigue|tanne|ecoeure|tired|sick|done|epuise|las|exhausted de|d'|of|with ~ LIVE
pense|penser|think|thinking|thoughts a|about|of ~ fin|mort|death|dying|end PAUSE|all|tous|every
regarde|fixe|looking|look|staring|stare|cache|hid|hiding|hidden ~
    pilules|pills|medicaments|meds|corde|rope|razor|lame|blade|gun
plus rien ~ sens
NEG ~ see|voir|vois|voit ~ future|avenir
I ~ sens|feel mort|morte|dead PAUSE|inside|en|dedans
avale|swallowed|pris|took ~ bouteille|bottle ~
avale|swallowed ~ restait|left|tout|everything|all
I would be gone|dead PAUSE|already|without|if
I would|will NEG be here|around|alive
NEG trust myself ~ tonight|night|alone
NEG ~ confiance ~ soir|nuit|seul|seule
combien de temps ~ tenir
how long ~ hold on|last
reste|left plus|NEG ~ force|energie|strength ~ vivre|live
dites|dis|tell ~ mes|my CHILD|OTHERS ~ essaye|aimais|aime|love|loved|sorry|regrette|tried
if|si ~ happens|arrive to? me ~ tell|dites|take|prenez
si ~ m'|me arrive ~ dites|prenez|dis
ai|have|got|gotten DET rope|corde|noose
mes|my adieux|goodbyes
a un? cheveu|deux|doigts|bord|pas de|d' ~ ENDING
on the verge|edge of ~ ENDING
coeur|heart ~ arrete|stop|stops|stopped|cesse|lache PAUSE|beating|battre|de
soulage|soulages|relieved|mieux|better|happier si|if je|i
    partais|disparaissais|mourais|left|died|disappeared|was
NEG ~ make it through|to|past
walk|walking|step|stepping|run|marcher|courir into|in|dans|front ~
    traffic|road|train|bus|trafic|autoroute|highway
my life BE over|finished|ruined|done
ma vie BE finie|terminee|foutue
nothing|rien left|reste ~ for|pour me|moi
wrote|written|ecrit|writing DET note
NEG ~ survivre|vivre|survive ~ noel|printemps|christmas|spring|next|prochain|birthday
NEG live to? see ~ noel|printemps|christmas|spring|next|prochain|birthday
I NEG voir|see|verrai noel|printemps|christmas|spring|tomorrow|demain
can NEG do this|it|ca ~ want|veux it|this|all|tout|ca to? end|stop|finisse|arrete
I ~ prepare|prepared|aligne|sorti|compte|counted mes|my|les|the MEANS
tout|everything ~ lacher|abandonner|crisser la pour de bon
WANT partir PAUSE
fatigue|tired|mal|pain to|pour LIVE
souffre|suffering|pain|souffrance ~ arrete|stop|end forever|toujours
NEG|plus que? ~ option|solution|choix|choice PAUSE
take care of OTHERS when|if|after
prenez soin de OTHERS quand|si|apres|pour
dites|dis|tell a? OTHERS ~ que? je|i les|them? aimais|aime|love|loved|sorry
c'est mon dernier|derniere message|soir|nuit|lettre|post|journee|noel
this is my last message|night|post|day|christmas|goodbye
last time YOU ~ hear|see
vous NEG ~ entendrez|verrez|reverrez plus|me
dormir|sleep et|and ~ ca|tout|it|everything arrete|stop|stops|finisse|end
FAREWELL OTHERS|all ~
    choix|choice|fini|over|sorry|pardon|pardonnez|forgive|paix|peace|merci|decide|capable|tired
NEG do this anymore ~ FAREWELL
FAREWELL la? vie|life|world|cruel
I ~ NEG ~ deserve|merite to|de LIVE|vivre
wish|souhaite|voudrais|prefere|aimerais|aurais ~ never|jamais|pas|not ~ nee|ne|born|waken|existed
fatigue|tanne|ecoeure|tired|sick|done|epuise|las|brule|exhausted de|d'|of|with LIVE|LIVING
I BE done|fini|finie with|avec LIVING|everything
plus|aucun|no ~ avenir|futur|future ~ pour|for moi|me
tout le monde ~ mieux|soulage si|quand je
si|if|quand|when je|i BE|etais|was|serai ~ plus|not|pas ~ la|here|around ~
je|i survivrai|survivre|survive NEG
NEG survive|survivre|survivrai|passer|make|make it ~ DET?
    night|nuit|soir|tonight|noel|christmas|weekend|fin
rien|nothing ~ retient|keeping|left|reste ~ ici|here|vivre|live|moi
je|i pars|part ~ pour toujours|rejoindre
rejoindre|join|retrouver ~ ciel|heaven|paradis
WANT|envie|gout|idee|vais|veux de|d'? me buter|exploser|flinguer|pendre
ma|my vie|life ~ sert|vaut|worth a? rien|nothing
si|if I BE NEG|plus la|here|around ~ change|changerait|difference
peur de moi meme
envie|want|wants|veux|WANT ~ tout|everything ~ eteigne|eteint|dark|black|noir
NEG|plus know|sais|comprends ~ why|pourquoi ~ alive|vie|vivre|live|breathing|respire
nobody|personne ~ stop|retiendrait|retenir|empecherait|catch ~ if|si I ~
    jumped|sautais|saute|jump|tombais|pendais
NEG ~ see|vois|imagine myself|me ~ alive|vivre|vivant|vivante
my life BE? worthless|useless|pointless|meaningless
ma vie BE inutile|vide|foutue|insignifiante
of|de what|ce I GO|WANT|might|could|may ~ do|faire ~ myself|moi
I ~ pills|pilules|pilule ~ assez|enough pour|to go|partir|die|mourir
assez|enough pills|pilules ~ pour|to go|partir|die|mourir
scared|afraid|terrified of myself
NEG|plus|pu|pus ~ gout|envie de rien PAUSE
I ~ sur|on|up DET? pont|bridge|toit|roof|viaduc|balcon|ledge|rails|tracks ~
    failli|almost|presque|nearly
avale|swallowed|gobe|downed ~ boite|bouteille|bottle|pot|box de|d'|of MEANS
corde|rope|noose|pills|pilules|gun|fusil|rasoir|razor|lame BE? ~ ready|pret|prete|prets|pretes PAUSE
tout|everything ~ ready|pret|prepare|prepared ~ corde|rope|noose|pills|pilules|gun|rasoir|lame|razor
hope|hoping|espere|esperant|prie|pray|praying|wish ~ NEG wake up
hope|hoping|espere|esperant|prie|pray|praying|wish ~ NEG ~ me reveille|reveiller
tonight|soir|nuit|today BE? ce? BE? my|mon|ma last|dernier|derniere night|soir|nuit|soiree|day PAUSE
personne|nobody|no ~ apercevoir|apercevra|apercevrait|rendra|rendrait|realiser|notice ~
    I BE parti|partie|gone|disparu|mort|morte
ecrit|wrote|written|ecris|writing ~ lettre|lettres|letter|letters ~ OTHERS|CHILD ~
    pour|for apres|after|quand|when
tout|everything s' arrete|stop|stops ~ pour de bon|for good
vie|life ~ goute|gout ~ plus|no|rien
vie|life NEG? ~ vaut|worth ~ plus|rien|nothing|anymore|living
see|vois NEG|plus de? way|issue|sortie|avenir|future out|PAUSE|pour
vois NEG|plus|pu d'|de? autre? issue|solution|sortie|avenir PAUSE
NEG see DET? other? way|exit|end out PAUSE
peux|peut plus|pu|pus|pas|NEG ~ veux|want|WANT ~ ca|tout|it|this arrete|cesse|finisse|stop|end PAUSE
simple|facile|mieux|better ~ si je BE plus|pu|pus la|ici|PAUSE
I ai|have|got|tiens|holding ~ pilules|pills|corde|rope|lame|blade|fusil|gun|medicaments|meds ~
    devant|main|mains|hand|hands|front
I BE sur|on|au DET? bord? de? pont|bridge|toit|roof|ledge|viaduc|rails|tracks STOP
merci|thanks|thank ~ tout|everything|all PAUSE? adieu|farewell|goodbye STOP
I sais|know comment|how ~ I ~ faire|do ~ quand|when
mort|death me|m'? ferait|serait|would ~ bien|repos|good|relief|delivrance
demain|bientot|soir|nuit ~ je serai plus|pu|pus la PAUSE
je serai plus|pu|pus la demain|bientot|longtemps
dormir|m'endormir|endormir|partir|quitter|disparaitre|camp FOREVER
feel|sens comme si? je|i ~ mourir|die|disparaitre
mourir|die|crever ~ soulagement|relief|liberation
"""
