"""Charts: their figures, their drawing, and the sheet that Word opens to edit the figures."""
