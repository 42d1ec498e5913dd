"""Distress by its meaning: who does not want to live, how, and who is hurt by whom."""

from __future__ import annotations

from moderation.folding import Folded
from moderation.language.patterns import Match, patterns
from moderation.language.words import Words

_PATTERNS = patterns(
    {
        "suicide": """
NOMORE ~ DESIRE de|d'|a|pour|to|in|for|of LIVE
DESIRE de|d'|to LIVE ~ NEG
NEG ~ WANT LIVE
WANT|veux|want NEG|plus LIVE
capable de|d' LIVE NEG
NEG|plus capable|able de|d'|to? LIVE
plus|not ~ veux|envie LIVE
can NEG go|keep on|going anymore|like PAUSE|this
simple|facile|easier|better|mieux|soulagement|relief ~ plus|pas|not|si je? LIVE
simple|facile|easier|better|mieux ~ si|if je|i LIVE|disparaissais|mourais|etais plus|pas|died|disappeared|was gone
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
WANT|think|pense|envie ~ drive|driving|foncer|crash|fonce|crasher|crashing|rentrer ~ into|dans|off DET wall|mur|tree|arbre|pole|poteau|bridge|camion|truck|river
WANT|pense|penser|think|thinking|thought|thoughts|songe|envie|idee|idees|decide|pret|prete|ready|failli|proche|close|almost|tempted about|of|a|de|d'|to|about? ENDING
raison|reason de|d'|to|for LIVE ~ a|except|rien|nothing
pleurer|pleurera|cry|mourn|miss ~ ma|my mort|death|funeral|enterrement
personne|nobody|no|one|quelqu'un|anyone|someone ~ remarquerait|notice|ennuyer|miss|pleurer|care ~ si|if|quand|when je|i ~ disparaissais|mourais|disparais|meurs|died|gone|disappeared|mort|morte|dead|die
mon|my enterrement|funerailles|funeral|obituary
prenez|prends|take soin|care de|of mes|my|mon|ma OTHERS|CHILD ~ quand|when|si|if|apres|after
prenez|prends|take soin|care de|of mes|my|mon|ma OTHERS|CHILD PAUSE
fatigue|tanne|ecoeure|tired|sick|done|epuise|las|exhausted de|d'|of|with ~ LIVE
pense|penser|think|thinking|thoughts a|about|of ~ fin|mort|death|dying|end PAUSE|all|tous|every
regarde|fixe|looking|look|staring|stare|cache|hid|hiding|hidden ~ pilules|pills|medicaments|meds|corde|rope|razor|lame|blade|gun
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
soulage|soulages|relieved|mieux|better|happier si|if je|i partais|disparaissais|mourais|left|died|disappeared|was
NEG ~ make it through|to|past
walk|walking|step|stepping|run|marcher|courir into|in|dans|front ~ traffic|road|train|bus|trafic|autoroute|highway
my life BE over|finished|ruined|done
ma vie BE finie|terminee|foutue
nothing|rien left|reste ~ for|pour me|moi
wrote|written|ecrit|writing DET note
NEG ~ voir|see|passer|survivre|vivre ~ noel|printemps|christmas|spring|next|prochain|birthday
tout|everything ~ lacher|abandonner|crisser la pour de bon
WANT partir PAUSE
trop|too fatigue|tired|mal|pain to|pour LIVE
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
FAREWELL OTHERS|all ~ choix|choice|fini|over|sorry|pardon|pardonnez|forgive|paix|peace|merci|decide|capable|tired
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
NEG survive|survivre|survivrai|passer|make|make it ~ DET? night|nuit|soir|tonight|noel|christmas|weekend|fin
rien|nothing ~ retient|keeping|left|reste ~ ici|here|vivre|live|moi
je|i pars|part ~ pour toujours|rejoindre
going to|rejoindre|join|aller|be with ~ ciel|heaven|paradis
tout|everything s' arrete|stop|stops ~ pour de bon|for good
vie|life ~ goute|gout ~ plus|no|rien
vie|life NEG? ~ vaut|worth ~ plus|rien|nothing|anymore|living
see|vois NEG|plus de? way|issue|sortie|avenir|future out|PAUSE|pour
feel|sens comme si? je|i ~ mourir|die|disparaitre
mourir|die|crever ~ soulagement|relief|liberation
""",
        "self_harm": """
cut|cuts|cutting|couper|coupe|coupee|coupais|burn|burned|brule|scarifie|slice|sliced ~ my|mes|me|le|les ~ legs|arms|thighs|wrists|skin|bras|cuisses|jambes|poignets|arm|leg|wrist|thigh
relapsed ~ cut|cutting
rechute ~ coupe|scarifie|couper
hurt|hurting|harm|harming|hit|punish|punishing|burn|burning|cut|cutting myself
me punir|fais ~ mal expres|volontairement
automutile|automutiler|automutilation
""",
        "child_in_danger": """
CHILD ~ MARK ~ dos|bras|jambes|corps|visage|cou|fesses|back|arms|legs|body|face|neck|partout|over|arm|cuisses
CHILD ~ revient|arrive|rentre|comes|came|returned ~ MARK
CHILD ~ SAY ~ HE|PERSON|GROUP|daddy|papi|oncle|uncle|grandpa|papa|chum|boyfriend|beau ~ HARM
CHILD ~ SAY ~ PERSON|GROUP|daddy|papi|oncle ~ fait ~ choses|mal|secret|bobo
CHILD ~ SAY ~ rentre|entre|vient|comes|goes ~ chambre|lit|room|bed ~ nuit|night
rentre|entre|vient|comes|goes|into dans|in|into? sa|her|his chambre|lit|room|bed|bedroom ~ nuit|night
hurt|hurts|touche|touches|touched|mal|bobo ~ down there|private|privates|parties|zizi|culotte
CHILD ~ BE locked|enferme|enfermes|enfermee|attache|attaches|tied ~
HE|PERSON|GROUP ~ enferme|attache|locks|locked|drogue|affame|starves|drugs|ties|shakes|secoue CHILD|les|mon|ma|my|the|them
HE|PERSON|GROUP HARM CHILD
HE|PERSON|GROUP HARM mon|ma|mes|my|our|the|le|la|les|notre CHILD
HE|PERSON|GROUP ~ HARM mon|ma|mes|my|our|notre CHILD
mon|ma|mes|my|our|notre CHILD ~ BE HARM par|by
CHILD ~ se fait|font HARM
HE hits|beats|slaps|kicks|punches|spanks|starves|locks him|her|them
HE les|la|l'|lui a|ont? frappe|frappes|bat|battu|battus|gifle|cogne|fesse|tabasse|secoue|brule|enferme
CHILD ~ BE|ete|been|got|getting HARM par|by
CHILD ~ ouvert|cut|coupe|slit|taillade ~ veines|wrists|poignets|veins
CHILD ~ MARK on|sur|around|autour|in|au|aux
CHILD|him|her|them|les seul|alone|seuls ~ night|nuit|home|maison|voiture|car
CHILD ~ scared|peur ~ go|aller|retourner|back ~ chez|with|to|her|his
CHILD ~ SAY|veut|wants|parle|talks|talking|ecrit|wrote|voulait|wanted ~ ENDING
CHILD ~ SAY|veut|voulait|wants|wanted ~ NEG|plus ~ LIVE
CHILD ~ tente|essaye|tried|attempted ENDING|to
CHILD ~ se coupe|mutile|scarifie|cutting
CHILD ~ cutting|harming|hurting himself|herself|themselves
CHILD ~ BE NEG safe
CHILD ~ en danger
CHILD ~ in danger
CHILD ~ petrified|terrified|terrorise|terrifie ~ de|of lui|him|elle|son|her|his|daddy|papa
drunk|soul|saoul|boisson|gele|drogue|high ~ avec|with ~ CHILD ~ auto|char|car|voiture|volant
drives|conduit|drove ~ drunk|soul|saoul|boisson|gele ~ CHILD
CHILD ~ NEG mange|mangent|eaten|fed ~ jours|days
laisse|leaves|left ~ CHILD ~ seul|seuls|seule|alone ~
""",
        "violence": """
HE|PERSON|GROUP ~ menace|menaces|threatening|threatens|threatened ~ me|us|nous|m' ~ VIOL
HE|PERSON|GROUP ~ threatening|threatens|threatened|menace to|de ~ VIOL me|us|nous|moi
HE|PERSON me|nous a? HARM
HE|PERSON ~ attend|waits|waiting|guette ~ stationnement|parking|dehors|outside|sortie|chez|travail|work|house|lot
HE|PERSON ~ showing|shows|showed|pointe|debarque up? at|devant|outside|chez|a ~ HOME|moi
HE|PERSON ~ me|nous ferait|fera|fasse|tuerait|tuera|tue
HE|PERSON ~ would|will|gonna|could VIOL me|us
HE|PERSON ~ threw|throws|throwing|lance|garroche|pitche|tire|lanced ~ at|a|sur|dans|par|against|into|down me|my|la|ma|moi|le|the|a
HE|PERSON ~ saute|sauta|jete|rue|attaque dessus|sur
HE|PERSON ~ prise|pris|pognee|pogne|grabbed|agrippe ~ gorge|cou|cheveux|throat|neck|hair|bras|arm
HE|PERSON ~ kicked|defonce|smashed|broke|casse|kick ~ porte|door|window|vitre|fenetre
HE|PERSON ~ spit|crache|spits|cracher ~ me|face|moi|visage
HE|PERSON ~ suit|suivie|suivi|follows|followed|following me|us|moi|partout
HE|PERSON ~ me|m' ~ suit|suivie|suivi|epie|espionne
HE|PERSON ~ GPS|tracker|airtag|traceur
HE|PERSON me|nous HARM
HE|PERSON BE? ~ HARM me|us
HE|PERSON|GROUP GO|WANT me|nous VIOL
HE|PERSON|GROUP GO|WANT VIOL me|us
HE|PERSON ~ me|nous a forcee|force|obligee|oblige a|de ~ coucher|sexe|relations|sucer
HE|PERSON ~ forced|forces|made me to? have|sleep|sex|do
HE|PERSON ~ me|m' empeche de|d' sortir|partir|voir|manger|dormir|quitter|travailler
HE|PERSON ~ NEG let me leave|out|go|see|sleep
HE|PERSON ~ pris|took|takes|prend|cache|hid ~ telephone|cell|phone|cles|keys|passeport|passport|carte|cartes ~ me|m'|let|empeche|sortir|leave
HE|PERSON ~ enferme|enfermee|locked|locks me|moi|nous
HE|PERSON me|nous a enferme|enfermee
HE|PERSON ~ showed|debarque|arrive|arrived|came|shows|est|is|venu|standing|outside|avec|with DET? WEAPON
HE|PERSON ~ tourne|rode|guette|surveille|stationne|parked|circling|follows|suit|stalk|watching ~ HOME|me|moi|partout|everywhere|chez
je|i BE ~ cachee|cache|hiding|barricaded|barricade|enfermee|locked ~ chambre|salle|garde|bathroom|bedroom|closet|room|toilette|sous
peur|scared|afraid|terrified|terrifiee|terrorisee ~ de|d'|of|for lui|him|mon ex|ma vie|my life|rentrer|go home|going home|his|ses
peur|scared|afraid|terrified ~ HE|PERSON ~ me|nous|us|enfants|kids|m' ~ VIOL
peur|scared|afraid|terrified ~ HE|PERSON ~ VIOL|HARM me|us
peur|scared|afraid|terrified ~ HE|PERSON BE dehors|outside|devant|la|here|chez|in
HE|PERSON ~ HARM ~ contre|against|into|par down? mur|wall|floor|terre|stairs
HE|PERSON me|nous surveille|espionne|suit|traque|piste|epie|guette
HE|PERSON BE? tracking|tracks|stalking|stalks|spying|spies|watching on? me|us
HE|PERSON|GROUP ~ menace|menaces|menacee|threatened|threatens ~ WEAPON
NEG feel|BE|sens safe ~ home|with|here|PAUSE
NEG|plus ~ en securite
HE|PERSON me|m' ~ fait peur
HE|PERSON scares|frightens me
WEAPON ~ sous|sur|to|at|against|contre ~ gorge|throat|tempe|head|tete|me|moi
HE|PERSON ~ VIOL ~ DET? chien|chat|dog|cat|cats|pet ~ devant|front|to
HE|PERSON ~ leve|raised ~ main|hand ~ sur|to|against|on me|moi|nous|us
HE|PERSON BE violent|violente|abusive ~ avec|with|to|toward|towards|again|envers|quand|when
until|jusqu'a i|je|ce ~ passed|perdu|perde|blacked out|connaissance
violence conjugale|domestic
domestic violence|abuse
victime de violence
j'ai ~ MARK ~ partout|cou|bras|visage
i have ~ MARK ~ over|neck|arms|face
""",
        "aside": """
HARM|VIOL ~ cour|court|tribunal|proces|appel|argument|echecs|cartes|chess|cards|hockey
HE|PERSON HARM HOME
HARM de|with courriels|messages|textos|questions|emails|texts|calls|appels|procedures|motions
push|pushed|pushes|pushing|forced|forces|force me|us to|into|away|toward|a|de sign|go|pay|accept|move|sell|away|signer|vendre|payer|demenager
MARK|hurt|HARM ~ hockey|soccer|velo|bike|practice|sport|gym|school|recess|trampoline|patin|skating|playing|jouant|genou|genoux|knee|knees|parc|park
HARM sur toute la ligne
pousse|poussee|pousser|pushed|pushes a|vers|to|for
ENDING for|pour
HARM a|at|on|dans|sur|to DET? porte|door|horn
HE HARM DET? fond|record|score|balle|ball|rondelle|puck|budget
me HARM|toucher voir|comme|droit|beaucoup|que|profondement
touch|touches|touched me deeply|PAUSE|that|so|when
threatening|threatens|threatened|menace to|de ~ demenager|sue|move|cour|court|poursuivre|leave|retourner|dpj|call|appeler|garde|custody|take
accuse|accused|accuses|accusing|accusation|accusations|allegue|pretend|claims|claimed|alleged|alleges|falsely|fausses|fausse|faussement|tort|invente|inventé|lied|ment|menti ~ HARM|VIOL|abuse|violence
accuse|accused|accuses|accusing ~ of|de|d' ~ HARM
NEG HARM me|mon|ma|mes|my
I BE violent
I ~ NEG ~ leve la main
NEG ~ leve la main
je|j'|i l'|la|le|les avais|ai|aurais HARM
ENDING de|d'|of rire|laughing|laughter|faim|soif|chaud|froid|ennui|boredom|honte|embarrassment|curiosity|impatience|soleil|fatigue
ENDING avec|with ce|cette|ces|this|these|the|la|le|les|mon|ma|mes
ENDING du|de la|from facebook|groupe|group|reseaux|picture
WANT|envie ENDING from|du|de facebook|groupe|photo
NEG ~ DESIRE de|d'|to continuer|go|keep ~ cour|court|proces|procedure|appel|fighting|battre|combat|bataille|mediation|demarches|avec|with|ce|cette|this
DESIRE to LIVE for
retrouve|found|again|retrouver ~ DESIRE
LIVE ~ avec|with lui|elle|him|her|ma|mon|eux|them|my|sans
NEG ~ WANT LIVE avec|with|dans|in|a|at|chez|pour|for|the|la|le
suicide prevention|hotline|line|awareness|note
prevention du suicide
formation|colloque|film|livre|documentaire|book|movie|documentary|serie|series|ligne|song|chanson ~ suicide|violence conjugale|domestic violence
""",
    }
)
_ORDER = ("suicide", "self_harm", "child_in_danger", "violence")


def meaning(folded: Folded, plain: Words) -> tuple[str, str] | None:
    """The gravest kind of distress that a text means, and the person's words, or None.

    ``plain`` is what :func:`moderation.language.words.words` reads in ``folded.plain``.
    """
    if found := _gravest(plain):
        first, last = plain.spans[found.start][0], plain.spans[found.end - 1][1]
        return found.name, folded.excerpt(first, max(last, first + 1))
    return None


def _gravest(reading: Words) -> Match | None:
    matches = list(_PATTERNS.matches(reading))
    aside: set[int] = set()
    for match in matches:
        if match.name == "aside":
            aside.update(range(match.start, match.end))
    kept = [m for m in matches if m.name != "aside" and aside.isdisjoint(range(m.start, m.end))]
    return min(kept, key=lambda match: _ORDER.index(match.name), default=None)
