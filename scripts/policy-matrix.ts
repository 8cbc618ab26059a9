/**
 * `npm run policy:matrix` writes the access matrix, role × field × purpose, to `docs/access-matrix.md`; `npm run policy:matrix -- --check`
 * writes nothing and fails where the committed file differs.
 */
import { keepPage } from './generated-page.ts';
import { renderMatrix } from './policy/matrix.ts';
import { today } from './policy/moments.ts';

keepPage({
  path: 'docs/access-matrix.md',
  text: renderMatrix(today()),
  command: 'npm run policy:matrix',
  from: { zh: '策略', en: 'the policy' },
});
