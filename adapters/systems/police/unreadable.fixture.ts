import { expect } from '@jest/globals';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** That a column's value cannot be read, and that the error names the column and not the value. */
export function expectUnreadable(read: (row: OracleRow) => unknown, row: OracleRow, column: string) {
  const attempt = () => readWhole(() => read(row));
  expect(attempt).toThrow(UnreadableField);
  expect(attempt).toThrow(new RegExp(`^${column} `));
  const value = row[column];
  if (value?.trim()) expect(attempt).not.toThrow(value);
}
