import { expect, it } from '@jest/globals';
import { CODE_LISTS, createCodeBook } from '#schema/codes/code-book.ts';
import { logUnknownCodes } from '#subgraphs/unknown-codes.ts';

it('says of each scheme that its first unknown code came, and at the end how many did, never which', () => {
  const book = createCodeBook(CODE_LISTS);
  const lines: object[] = [];
  const atTheEnd = logUnknownCodes(book, { warn: (fields, message) => lines.push({ ...fields, message }) });
  const line = (scheme: string, count: number) => ({ scheme, count, message: 'unknown codes' });

  book.codeOf('GB/T 2261.1', '1', '2025-06-16');
  expect(lines).toEqual([]);
  for (const code of ['7', '8', '7']) book.codeOf('GB/T 2261.1', code, '2025-06-16');
  book.codeOf('COURT-12368-CAUSE', 'X9999', '2025-06-16');
  expect(lines.splice(0)).toEqual([line('GB/T 2261.1', 1), line('COURT-12368-CAUSE', 1)]);

  atTheEnd();
  expect(lines).toEqual([line('GB/T 2261.1', 3), line('COURT-12368-CAUSE', 1)]);
});
