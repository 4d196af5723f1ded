"""`python -m presign` is the `presign` command."""

from presign.start import main

if __name__ == "__main__":
    main()
