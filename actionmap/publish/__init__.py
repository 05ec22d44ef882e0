"""What leaves the house: files, prints, cards, the site."""
