"""Run the command line: ``python -m aseansc``."""

from aseansc.cli import main

if __name__ == "__main__":
    main()
