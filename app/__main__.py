"""`python -m app` is `mingzhang`."""

from app.cli import main

if __name__ == "__main__":
    main()
