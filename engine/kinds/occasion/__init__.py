"""The artwork of a year's occasions."""
