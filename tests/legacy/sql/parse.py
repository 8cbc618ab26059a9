"""Reads statements from standard input, each ended by NUL; writes for each a line: ok and what it is, or why it is refused."""

import sys

import sqlglot
from sqlglot import ErrorLevel, exp


def judged(sql: str) -> str:
    try:
        statements = sqlglot.parse(sql, read="oracle", error_level=ErrorLevel.RAISE)
    except sqlglot.errors.SqlglotError as error:
        return "refused " + " ".join(str(error).split())
    if len(statements) != 1 or statements[0] is None:
        return f"refused {len(statements)} statements"
    if statements[0].find(exp.Command):
        return "refused: kept as a text that was not parsed"
    return "ok " + type(statements[0]).__name__


for text in sys.stdin.read().split("\0")[:-1]:
    print(judged(text))
