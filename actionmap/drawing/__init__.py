"""Pictures: the maps and charts."""
