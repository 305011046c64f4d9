"""Teaching systems, made up or general: never a statement about the telegram of 1950."""
