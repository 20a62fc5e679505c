"""School years, under the name that a migration of editions knows them by."""

from partners.schools.school_years import (
    FIRST_MONTH,
    SHAPE,
    school_year_from,
    school_year_of,
    shifted,
    validate_school_year,
)

__all__ = ["FIRST_MONTH", "SHAPE", "school_year_from", "school_year_of", "shifted", "validate_school_year"]
