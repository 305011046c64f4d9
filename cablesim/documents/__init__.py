"""The evidence as values: it never knows a code."""
