"""One sign stands for another, or for a few figures: the alphabets stay the same throughout."""
