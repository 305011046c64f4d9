"""The kinds of exercises, one a module; each draws, answers and judges its own variants."""
