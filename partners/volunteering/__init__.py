"""«Cerchiamo volontari»: notices of bodies, which expire."""
