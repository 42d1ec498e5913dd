"""Patterns of people who hurt themselves."""

SELF_HARM = """
I ~ BE cutting again|PAUSE
I ~ cut again
I ~ recommence a me? couper|cutting
me BE coupe|coupee hier|pour|ce|PAUSE|aux
cut|cuts|cutting|couper|coupe|coupee|coupais|burn|burned|brule|scarifie|slice|sliced ~
    my|mes|me|le|les ~
    legs|arms|thighs|wrists|skin|bras|cuisses|jambes|poignets|arm|leg|wrist|thigh
relapsed ~ cut|cutting
rechute ~ coupe|scarifie|couper
hurt|hurting|harm|harming|hit|punish|punishing|burn|burning|cut|cutting myself
me punir|fais ~ mal expres|volontairement
automutile|automutiler|automutilation
"""
