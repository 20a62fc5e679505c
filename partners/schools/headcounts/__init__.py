"""How many classes and pupils each school has, by year and grade: numbers only."""
