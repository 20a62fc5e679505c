"""The municipalities that the office serves."""
