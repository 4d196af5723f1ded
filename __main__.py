"""`python -m presign` is the `presign` command."""

from presign.front import main

if __name__ == "__main__":
    main()
