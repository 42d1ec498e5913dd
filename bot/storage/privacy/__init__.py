"""People's rights over their data: what is held of somebody, how it is given and erased."""
