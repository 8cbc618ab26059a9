import { describe, expect, it } from '@jest/globals';
import { ORACLE_TYPES, OracleError } from '#simulators/oracle/engine.ts';
import { EXECUTE_OPTION, FUNCTION, MESSAGE, PIGGYBACK } from '#simulators/oracle/messages/codes.ts';
import type { CursorShape, ExecuteContext } from '#simulators/oracle/messages/execute.ts';
import { readRequest } from '#simulators/oracle/messages/request.ts';
import { encodeNumber } from '#simulators/oracle/wire/number.ts';
import { IncompleteMessageError } from '#simulators/oracle/wire/protocol-error.ts';
import { MessageReader } from '#simulators/oracle/wire/reader.ts';
import { MessageWriter } from '#simulators/oracle/wire/writer.ts';

const SQL = 'insert into cases values (:1, :2) returning id into :3';
const prepared = { kind: 'dml', returnBindIndexes: [2], data: SQL } as const;
const binds = [ORACLE_TYPES.NUMBER, ORACLE_TYPES.VARCHAR, ORACLE_TYPES.NUMBER].map((type) => ({
  type,
  maxSize: 100,
  charsetForm: type === ORACLE_TYPES.VARCHAR ? 1 : 0,
  isArray: false,
}));
const cursors: Record<number, CursorShape> = {
  7: { statement: { sql: SQL, prepared: { ...prepared, returnBindIndexes: [...prepared.returnBindIndexes] } }, binds },
};
const context: ExecuteContext = {
  cursor: (id) => cursors[id],
  prepare: (sql) => {
    if (sql !== SQL) throw new OracleError(900, 'invalid SQL statement');
    return { ...prepared, returnBindIndexes: [2] };
  },
  lobs: () => null,
};
const read = (bytes: Buffer) => readRequest(new MessageReader(bytes), context);

const head = (functionCode: number) => new MessageWriter().uint8(MESSAGE.FUNCTION).uint8(functionCode).uint8(9);
const writeRow = (writer: MessageWriter, id: string, name: string) =>
  writer.uint8(MESSAGE.ROW_DATA).bytes(encodeNumber(id)).bytes(name);

/** A full execute of `sql` with three binds, field by field, for two rows. */
function executeRequest(sql: string): Buffer {
  const writer = head(FUNCTION.EXECUTE)
    .integer(EXECUTE_OPTION.PARSE | EXECUTE_OPTION.EXECUTE)
    .integer(0);
  writer
    .uint8(1)
    .integer(sql.length)
    .uint8(1)
    .integer(13)
    .zeros(3)
    .integers(1, 2 ** 31 - 1);
  writer.uint8(1).integer(binds.length).zeros(5).uint8(0).integer(0); // binds, no defines
  writer.integer(0).zeros(3).integer(0).zeros(1).integers(0, 0);
  writer.zeros(3).zeros(2).zeros(3).zeros(2); // row counts, SQL signature, SQL id, chunk ids: all absent
  writer.bytes(sql).integers(1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  for (const { type, maxSize, charsetForm } of binds) {
    writer.uint8(type).uint8(1).zeros(2).integers(maxSize, 0, 0, 0, 0, 873).uint8(charsetForm).integers(0, 0);
  }
  return writeRow(writeRow(writer, '1', '甲'), '-2', '').finish();
}

const rows = [
  [
    { type: 2, value: '1' },
    { type: 1, value: '甲' },
    { type: 2, value: null },
  ],
  [
    { type: 2, value: '-2' },
    { type: 1, value: null },
    { type: 2, value: null },
  ],
];

describe('an execute', () => {
  it('is read with its rows; binds after RETURNING carry no value', () => {
    const { call, sequence } = read(executeRequest(SQL));
    expect(sequence).toBe(9);
    expect(call).toMatchObject({ kind: 'execute', cursorId: 0, iterations: 2, binds, rows, statement: { sql: SQL } });
  });

  it('is incomplete at every byte but the last', () => {
    const bytes = executeRequest(SQL);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => read(bytes.subarray(0, length))).toThrow(IncompleteMessageError);
    }
  });

  it('of a statement that does not parse cannot be served', () => {
    expect(read(executeRequest('insrt')).call).toEqual({
      kind: 'unservable',
      error: new OracleError(900, 'invalid SQL statement'),
    });
  });

  it('again takes the binds of the cursor', () => {
    const writer = head(FUNCTION.REEXECUTE).integers(7, 2, 0, 1);
    const { call } = read(writeRow(writeRow(writer, '1', '甲'), '-2', '').finish());
    expect(call).toMatchObject({
      kind: 'execute',
      cursorId: 7,
      options: EXECUTE_OPTION.EXECUTE | EXECUTE_OPTION.COMMIT,
      rows,
    });
  });

  it('of an unknown cursor is ORA-01001', () => {
    expect(read(head(FUNCTION.REEXECUTE).integers(8, 1, 0, 0).finish()).call).toMatchObject({
      error: { number: 1001 },
    });
  });
});

describe('piggybacks', () => {
  const piggyback = (code: number) => new MessageWriter().uint8(MESSAGE.PIGGYBACK).uint8(code).uint8(1);

  it('are read in front of a call', () => {
    const bytes = Buffer.concat([
      piggyback(PIGGYBACK.CLOSE_CURSORS).uint8(1).integers(3, 4, 5, 600).finish(),
      piggyback(PIGGYBACK.SET_SCHEMA).uint8(1).integer(2).bytes('FY').finish(),
      head(FUNCTION.PING).finish(),
    ]);
    expect(read(bytes)).toEqual({
      sequence: 9,
      piggybacks: [
        { kind: 'closeCursors', cursorIds: [4, 5, 600] },
        { kind: 'setSchema', schema: 'FY' },
      ],
      call: { kind: 'ping' },
    });
  });

  it('of an unknown kind make the request unservable', () => {
    expect(read(piggyback(250).zeros(20).finish()).call).toMatchObject({ kind: 'unservable', error: { number: 3115 } });
  });
});

it('data types are read to their end, those among them that are not converted', () => {
  const request = new MessageWriter().uint8(MESSAGE.DATA_TYPES).zeros(5).bytes(Buffer.of(1)).bytes(Buffer.of(0, 0));
  for (const part of [1, 1, 1, 0, 2, 0, 3, 3, 1, 0, 0]) request.uint16(part);
  expect(read(request.finish()).call).toEqual({ kind: 'dataTypes', withTimeZone: false });
});

describe('requests that are none', () => {
  it('are refused', () => expect(() => read(Buffer.of(99, 1, 2, 3))).toThrow('a request cannot begin with 99'));

  it('name functions that are not known here', () => {
    expect(read(head(200).finish()).call).toMatchObject({ kind: 'unservable', error: { number: 3115 } });
  });
});
