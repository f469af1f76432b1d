"""How articles come in: fetch, convert and library joined for opening, refreshing and importing."""
