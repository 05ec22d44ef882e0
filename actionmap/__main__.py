"""Run the command line: `python -m actionmap`."""

from actionmap.cli import main

if __name__ == "__main__":
    main()
