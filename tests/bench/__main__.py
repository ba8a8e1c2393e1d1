"""All measurements in one run: `python -m tests.bench` (`make bench`)."""

from tests.bench import composition, decks, extraction, growth, pages

for measure in (extraction, growth, composition, decks, pages):
    print(f"\n{(measure.__doc__ or '').splitlines()[0]}")
    measure.main()
