"""
Speaks for python-oracledb (Thin mode): commands as lines of JSON on standard input, each with an id; answers as lines of JSON on standard output. They are
served one after another in a thread of their own, all but `cancel`, which interrupts the one under way. Values are as in client.ts. Ends with its input.
"""

import datetime
import decimal
import json
import queue
import sys
import threading

import oracledb

oracledb.defaults.fetch_decimals = True
TYPES = {
    "text": oracledb.DB_TYPE_VARCHAR,
    "number": oracledb.DB_TYPE_NUMBER,
    "date": oracledb.DB_TYPE_DATE,
    "timestamp": oracledb.DB_TYPE_TIMESTAMP,
    "bytes": oracledb.DB_TYPE_RAW,
    "clob": oracledb.DB_TYPE_CLOB,
    "blob": oracledb.DB_TYPE_BLOB,
    "cursor": oracledb.DB_TYPE_CURSOR,
}
sessions = {}


def sent(cursor, value):
    """A bind variable with its value."""
    kind, _, text = value.partition(" ")
    if kind == "null":
        return variable(cursor, text, None)
    convert = {
        "number": decimal.Decimal,
        "date": datetime.datetime.fromisoformat,
        "timestamp": datetime.datetime.fromisoformat,
        "bytes": bytes.fromhex,
        "clob": lambda content: cursor.connection.createlob(TYPES[kind], content),
        "blob": lambda content: cursor.connection.createlob(TYPES[kind], bytes.fromhex(content)),
    }.get(kind, str)
    return variable(cursor, kind, convert(text))


def variable(cursor, kind, value, size=0):
    made = cursor.var(TYPES[kind], size or (len(value) * 4 if isinstance(value, str) else 0))
    made.setvalue(0, value)
    return made


def seen(value, kind, pieces):
    if value is None:
        return "null"
    if isinstance(value, oracledb.LOB):
        value = in_pieces(value, pieces)
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if isinstance(value, (decimal.Decimal, int, float)):
        return "number " + format(decimal.Decimal(value), "f")
    if isinstance(value, datetime.datetime):
        return ("date " + value.isoformat()) if kind == oracledb.DB_TYPE_DATE else "timestamp " + value.isoformat(timespec="milliseconds")
    return "text " + value


def in_pieces(lob, size):
    parts = []
    offset = 1
    while offset <= lob.size():
        part = lob.read(offset, size)
        parts.append(part)
        # Oracle counts UTF-16 code units.
        offset += len(part) if isinstance(part, bytes) else len(part.encode("utf-16-le")) // 2
    return (b"" if lob.type == oracledb.DB_TYPE_BLOB else "").join(parts)


def rows_of(cursor, pieces=0):
    kinds = [column.type_code for column in cursor.description]
    return [[seen(value, kind, pieces) for value, kind in zip(row, kinds)] for row in cursor]


def query(connection, sql, binds=(), arraySize=None, prefetch=None, pieces=0):
    cursor = connection.cursor()
    if arraySize is not None:
        cursor.arraysize = arraySize
    if prefetch is not None:
        cursor.prefetchrows = prefetch
    named = {name: sent(cursor, value) for name, value in binds.items()} if isinstance(binds, dict) else None
    placed = named if named is not None else [sent(cursor, value) for value in binds]
    cursor.execute(sql, placed, fetch_lobs=pieces > 0)
    return rows_of(cursor, pieces)


def change(connection, sql, binds):
    cursor = connection.cursor()
    cursor.execute(sql, [sent(cursor, value) for value in binds])
    return cursor.rowcount


def change_many(connection, sql, rows):
    cursor = connection.cursor()
    plain = [[decimal.Decimal(value[7:]) if value.startswith("number ") else value[5:] for value in row] for row in rows]
    cursor.executemany(sql, plain, batcherrors=True)
    return [[error.offset, error.full_code] for error in cursor.getbatcherrors()]


def call(connection, block, binds):
    cursor = connection.cursor()
    variables = {name: sent(cursor, value) for name, value in {**binds.get("in", {}), **binds.get("both", {})}.items()}
    for name, kind in binds.get("out", {}).items():
        word, _, size = kind.partition(" ")
        variables[name] = cursor.var(TYPES[word], int(size or 0))
    cursor.execute(block, variables)
    out = {}
    for name in [*binds.get("out", {}), *binds.get("both", {})]:
        value = variables[name].getvalue()
        out[name] = rows_of(value) if isinstance(value, oracledb.Cursor) else seen(value, variables[name].type, 0)
    return out


def serve(command):
    operation, session, arguments = command["operation"], command.get("session"), command.get("arguments", {})
    if operation == "logOn":
        made = oracledb.connect(user=arguments["user"], password=arguments["password"], dsn=arguments["connectString"])
        sessions[len(sessions) + 1] = made
        return len(sessions)
    connection = sessions[session]
    if operation in ("query", "change", "call"):
        return {"query": query, "change": change, "call": call}[operation](connection, **arguments)
    if operation == "changeMany":
        return change_many(connection, **arguments)
    if operation == "setTimeout":
        connection.call_timeout = arguments["milliseconds"]
    elif operation == "behalf":
        connection.client_identifier, connection.module, connection.action = arguments["clientId"], arguments["module"], arguments["action"]
    elif operation in ("commit", "cancel", "close"):
        getattr(connection, operation)()
    else:
        raise ValueError(operation)
    return None


def answer(command):
    try:
        told = {"result": serve(command)}
    except oracledb.Error as error:
        told = {"code": error.args[0].full_code, "offset": error.args[0].offset, "message": error.args[0].message}
    except Exception as error:
        told = {"code": type(error).__name__, "offset": 0, "message": str(error)}
    sys.stdout.write(json.dumps({"id": command["id"], **told}) + "\n")
    sys.stdout.flush()


def work():
    while True:
        answer(waiting.get())


waiting = queue.Queue()
threading.Thread(target=work, daemon=True).start()
for line in sys.stdin:
    asked = json.loads(line)
    if asked["operation"] == "cancel":
        answer(asked)
    else:
        waiting.put(asked)
