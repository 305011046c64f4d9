"""Letters and figures: what every other room may use."""
