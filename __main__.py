"""`python -m presign` is the `presign` command."""

from presign.cli import main

if __name__ == "__main__":
    main()
