"""Ways to find facts in a sentence; each takes the context and the main clauses as they were read.

A finder is a function `find(context, reads) -> Iterator[Candidate]`. It changes nothing; two
finders may state the same fact, the first one is kept.
"""
