"""How a person's account is kept safe: factors, devices, what is told of them."""
