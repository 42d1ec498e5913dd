"""Patterns of people whom somebody hurts, threatens, watches or keeps in."""

VIOLENCE = """
HE|PERSON|GROUP ~ menace|menaces|threatening|threatens|threatened ~ me|us|nous|m' ~ VIOL
HE|PERSON|GROUP ~ threatening|threatens|threatened|menace to|de ~ VIOL me|us|nous|moi
HE|PERSON me|nous a? HARM
HE|PERSON ~ attend|waits|waiting|guette ~
    stationnement|parking|dehors|outside|sortie|chez|travail|work|house|lot
HE|PERSON ~ showing|shows|showed|pointe|debarque up? at|devant|outside|chez|a ~ HOME|moi
HE|PERSON ~ me|nous ferait|fera|fasse|tuerait|tuera|tue
HE|PERSON ~ would|will|gonna|could VIOL me|us
HE|PERSON ~ threw|throws|throwing|lance|garroche|pitche|tire|lanced ~
    at|a|sur|dans|par|against|into|down me|my|la|ma|moi|le|the|a
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
HE|PERSON ~ me|m' empeche de|d' sortir|partir|manger|dormir|quitter|travailler
HE|PERSON ~ NEG let me leave|out|go|sleep
HE|PERSON ~ me|m' empeche de|d' voir ~
    CIRCLE|ami|amis|amie|amies|famille|parents|frere|soeur|monde|gens|quelqu'un|medecin|docteur|psy
HE|PERSON ~ NEG let me see ~
    CIRCLE|friend|friends|family|parents|brother|sister|people|anyone|anybody|doctor|therapist
HE|PERSON ~ pris|took|takes|prend|cache|hid ~
    telephone|cell|phone|cles|keys|passeport|passport|carte|cartes ~
    me|m'|let|empeche|sortir|leave
HE|PERSON ~ enferme|enfermee|locked|locks me|moi|nous
HE|PERSON me|nous a enferme|enfermee
HE|PERSON ~ showed|debarque|arrive|arrived|came|shows|est|is|venu|standing|outside|avec|with DET?
    WEAPON
HE|PERSON ~ tourne|rode|guette|surveille|stationne|parked|circling|follows|suit|stalk|watching ~
    HOME|me|moi|partout|everywhere|chez
je|i BE ~ cachee|cache|hiding|barricaded|barricade|enfermee|locked ~
    chambre|salle|garde|bathroom|bedroom|closet|room|toilette|sous
peur|scared|afraid|terrified|terrifiee|terrorisee ~ de|d'|of|for lui|him|mon ex|ma vie|my
    life|rentrer|go home|going home|his|ses
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
HE|PERSON ~ mains|mis|hands autour|around|sur de? mon|ma|my cou|gorge|neck|throat
HE|PERSON me laisse|laissait NEG sortir|manger|dormir|travailler
HE|PERSON BE? threatening|threatens|threatened|menace|menacait ~ KILL|suicider
    himself|herself|OTHERS|CHILD|les|avec|with|and
"""
