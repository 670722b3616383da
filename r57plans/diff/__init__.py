"""What changed between two plans, in substance: `r57plans.diff(old, new)`."""
