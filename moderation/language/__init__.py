"""Words and phrases read by what they mean: classes of words, patterns, and what changes them."""
