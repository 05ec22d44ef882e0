"""The published site: a campaign as files for any web server, with a page for every action, country and member."""
