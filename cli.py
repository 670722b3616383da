"""The command line in a bare checkout: `python cli.py COMMAND`, from any folder."""

import sys

from r57plans.cli import main

sys.exit(main())
