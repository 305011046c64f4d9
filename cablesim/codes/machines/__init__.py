"""Machines and mechanical systems, shown as a contrast to pencil and paper."""
