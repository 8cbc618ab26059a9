/**
 * `npm run sql` writes every SQL text that is sent to an Oracle database, with its binds, and where the stand-in is not Oracle, to `docs/sql.md`;
 * `npm run sql -- --check` writes nothing and fails where the committed file differs.
 */
import { keepPage } from './generated-page.ts';
import { collectSql } from './sql/collect.ts';
import { renderSql } from './sql/page.ts';

keepPage({
  path: 'docs/sql.md',
  text: renderSql(await collectSql()),
  command: 'npm run sql',
  from: { zh: '代码', en: 'the code' },
});
