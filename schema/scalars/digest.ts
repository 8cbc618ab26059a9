import { strictScalar } from '#schema/scalars/strict-scalar.ts';

const PATTERN = /^sm3:[0-9a-f]{64}$/;

/** An SM3 digest (GB/T 32905-2016) as `sm3:` and 64 hexadecimal digits (摘要). */
export const Digest = strictScalar({
  name: 'Digest',
  description:
    '摘要 digest: SM3 (GB/T 32905-2016) of the bytes of a document, `sm3:` and 64 lower-case hexadecimal digits.',
  expected: {
    zh: ' sm3: 加 64 位小写十六进制数字',
    en: 'sm3: and 64 lower-case hexadecimal digits',
  },
  canonical: (text) => (PATTERN.test(text) ? text : null),
});
