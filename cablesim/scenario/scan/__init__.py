"""Reading TOML that is still being written: where all stands, and what stops a parser."""
