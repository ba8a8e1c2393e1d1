"""quizapp turns a French news article into facts, questions, words and Anki decks."""
