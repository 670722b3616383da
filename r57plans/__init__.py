"""r57plans: action plans of Vietnam's provinces for Politburo Resolution 57-NQ/TW."""

__version__ = "0.1.0"
