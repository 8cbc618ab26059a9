import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { CODE_LISTS, createCodeBook } from '#schema/codes/code-book.ts';
import { countUnknownCodes, logUnknownCodes } from '#subgraphs/kit/observe/unknown-codes.ts';

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

it('counts them by scheme for whoever watches, each time as they stand', async () => {
  const book = createCodeBook(CODE_LISTS);
  const registry = new Registry();
  countUnknownCodes(book, registry);
  const samples = async () => (await registry.metrics()).split('\n').filter((line) => /^[^#]/.test(line));

  book.codeOf('GB/T 2261.1', '1', '2025-06-16');
  expect(await samples()).toEqual([]);
  for (const code of ['7', '8']) book.codeOf('GB/T 2261.1', code, '2025-06-16');
  const two = ['zhengfa_unknown_codes_total{scheme="GB/T 2261.1"} 2'];
  expect([await samples(), await samples()]).toEqual([two, two]);
  book.codeOf('COURT-12368-CAUSE', 'X9999', '2025-06-16');
  expect(await samples()).toEqual([...two, 'zhengfa_unknown_codes_total{scheme="COURT-12368-CAUSE"} 1']);
});
