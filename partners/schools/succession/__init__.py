"""Schools that change code: which new one goes on with a closed one; the office confirms."""
