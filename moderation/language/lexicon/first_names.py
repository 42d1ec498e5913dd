"""First names common in Québec, folded; those that are also words are left out."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    aaron abigail adam adele adrien agathe aicha alain alexander alexandra alexandre alexia
    alexis alice alicia alyssa amanda amelia amelie amina amy anabelle anais andre andreanne
    andrew angela annabelle annie anthony antoine arianne arnaud arthur ashley audrey aurelie
    aurore ava avery axel barbara beatrice benjamin benoit brad brandon brenda brian brittany
    camille carl caroline catherine cedric chad charles charlie charlotte cheryl chloe
    christophe christopher clara clement coralie courtney craig cynthia damien daniel danielle
    daphnee david debbie deborah delphine denis dennis derek diane donald donna douglas dylan
    edouard edward elena eli eliana elias eliot eliott elisabeth eliza elizabeth ella elliot
    elodie eloise emile emilie emilien emily emma emmanuel emmy emrick enzo eric ethan etienne
    eva evan evelyn evelyne fabien fatima felicia felix florence francis francois francoise
    frederic frederique gabriel gabrielle gary genevieve george gerard ghislain gilles greg
    gregory guillaume guylaine hannah harper heather helene henri henry hugo ines isaac isabella
    isabelle isaiah jack jacob jacques jade james jasmine jason jayden jeff jeffrey jennifer
    jeremie jeremy jerome jerry jessica jocelyn jocelyne joel joey johanne john jonathan jordan
    jose josee joseph josephine joshua josiane josianne julia julie julien juliette justin
    justine karen karim karina karine karl kathleen kayla keith kelly kenneth kevin khadija kim
    kyle larry lauren laurence lea leah leo leon leonie liam lily linda lisa lise livia logan
    loic lou louis louise luca lucas lucette lucie ludovic lukas lydia lyne lynn maddie madison
    maelie maeva maika malik malorie manon marc marcel marcelle marianne marie marilou marilyne
    mario marissa marjolaine martine maryse mateo matheo mathias mathieu mathilde mathis matis
    matthew maude maurice maxence maxim maxime megan megane melanie melia melina melissa melodie
    mia michael michel michele micheline michelle mika mikael mila milan mireille mohamed
    mohammed monique mylene myriam nadia nadine nancy nathalie nathan nathaniel nicholas nicolas
    nicole noah noam noemie nolan normand oceane odette olivia olivier omar ophelie oscar pascal
    patrice patricia patrick paul pauline peter philippe pierrette rachel rachid raphael
    raphaelle raymond rebecca rejean remi rene renee richard robert roger roland romane romy
    ronald rosalie rosie roxanne ryan sabrina samira samuel sandra sara sarah sasha scott
    sebastien serge sharon simon simone sofia solange sophia sophie stacy stella stephane
    stephanie stephen steve steven susan sylvain sylvie tamara taylor terry theo theodore
    therese thomas tiffany timothee timothy todd tommy tony tracy tristan tyler ulysse valerie
    vanessa veronique vicky victoria vincent virginie viviane wendy william xavier yan yanis
    yannick yasmine youssef yves yvon yvonne zachary zack zoe
    dave mike bob joe tom nick matt chris steph jess jen alex ted jim isabel gaetan denise suzanne
    jeannine carole francine jacinthe ghyslaine
    """.split()  # noqa: SIM905
)
