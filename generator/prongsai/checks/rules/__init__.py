"""One module per check. The registry finds them here; nothing lists them."""
