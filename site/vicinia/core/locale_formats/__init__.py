"""How dates are typed, where Django's own formats of a language do not suit an Italian office."""
