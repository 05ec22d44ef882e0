"""A day of action on a map: read a list of actions, check it, geocode it, filter it, draw it."""
