"""First names common among children in Québec, folded; those that are also words are left out."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    adam adele adrien agathe alexandre alexandra alexia alexis alice alicia alyssa amelia amelie
    anabelle anais andreanne annabelle anthony antoine arianne arnaud arthur audrey aurelie aurore
    axel beatrice benjamin benoit camille carl caroline catherine cedric charles charlie charlotte
    chloe christophe clara clement coralie cynthia damien daphnee david delphine dylan edouard
    elena eli eliana elias eliot eliott elisabeth eliza elizabeth ella elliot elodie eloise emilie
    emile emilien emily emma emmanuel emmy emrick enzo eric ethan etienne eva evan evelyne fabien
    felix felicia florence francis frederic frederique gabriel gabrielle genevieve guillaume
    hannah henri hugo ines isaac isabelle isaiah jack jacob jade jasmine jayden jeremie jeremy
    jerome jessica joey jonathan jordan joseph josephine joshua juliette julia julie julien justin
    justine karine karl kevin kim lea leah leo leon leonie liam lily livia logan loic lou louis
    louise luca lucas lucie ludovic lukas lydia maelie maeva maika maddie malik malorie marianne
    marie marilou marissa mateo mathias mathieu mathilde mathis matheo matis maude maxime maxence
    megane melanie melia melina melissa melodie mia michael mika mikael mila milan mohamed
    myriam nadia nathan nathaniel nicolas noah noam noemie nolan oceane olivia olivier omar
    ophelie oscar pascal patrick philippe raphael raphaelle rebecca remi romane romy rosalie
    rosie ryan sabrina samuel sara sarah sasha sebastien simone simon sofia sophia sophie stella
    stephanie tamara theo theodore thomas timothee tommy tristan tyler ulysse valerie vanessa
    vicky victoria vincent virginie william xavier yanis yasmine zachary zack zoe
    """.split()  # noqa: SIM905
)
