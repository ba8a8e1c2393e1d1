"""The error that every room raises for something the person can act on."""


class QuizappError(Exception):
    """Something the person can act on.

    `code` is stable and names the situation (`article-empty`, `url-private`); the web translates
    it. `message` is one English line for the command line: what is wrong and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
