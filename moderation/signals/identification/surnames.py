"""Family names common in Québec, folded; those that are also words are left out."""

from __future__ import annotations

SURNAMES = frozenset(
    """
    tremblay gagnon bouchard gauthier morin lavoie fortin gagne ouellet ouellette pelletier
    belanger levesque bergeron leblanc paquette girard simard caron beaulieu cloutier dube poirier
    fournier lapointe leclerc lefebvre poulin thibault nadeau martel hebert grenier lessard mercier
    bedard desjardins turcotte boudreau boucher gosselin couture tardif lachance lemieux dufour
    savard bernier nguyen harvey turgeon racine gingras michaud landry demers arsenault archambault
    blais boivin bolduc brisson charbonneau charette chartrand cormier daigle deschenes desrosiers
    dionne doyon drouin dubois duchesne dufresne dumont dupuis duval fontaine forget gaudreault
    gervais giroux goulet guay jobin labelle labonte laberge lacroix laflamme lafleur laforest
    lalonde lambert lamontagne langlois laplante larouche lauzon laurin lavallee leduc legault
    lepage lortie marcoux marcotte massicotte menard methot miron morneau morissette nolet paradis
    parent payette perreault perron picard pilon plante poisson proulx provencher raymond renaud
    rheaume richer rioux robitaille rousseau roussel samson sauve senecal sirois tanguay tessier
    therrien trudeau trudel vachon vaillancourt valiquette veilleux villeneuve vincent smith johnson
    williams jones miller davis wilson anderson taylor thomas thompson martin garcia rodriguez khan
    singh patel lee campbell macdonald
    """.split()  # noqa: SIM905
) - {"parent", "poisson", "plante", "couture", "racine", "samson", "paradis", "fontaine", "dufour"}
