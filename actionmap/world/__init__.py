"""Facts of the world: countries, regions, cities, times, distances, places."""
