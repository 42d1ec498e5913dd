"""Conduct: cases with their evidence, what moderators did, what each rule may do."""
