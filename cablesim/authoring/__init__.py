"""What authors of scenarios use: the checker, its pages, skeletons, pins, previews."""
