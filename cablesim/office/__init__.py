"""The handling of telegrams: opaque text in, opaque text out."""
