import { DEVIATIONS, type Deviation, type Outcome } from '#simulators/oracle/sql/deviations.ts';
import type { SqlText, SystemSql } from './collect.ts';

/** `docs/sql.md`: every statement that leaves for an Oracle database, and where the stand-in is not one. */
export function renderSql(systems: readonly SystemSql[]): string {
  return `${[HEAD, ...systems.map(section), deviations(DEVIATIONS)].join('\n\n')}\n`;
}

const HEAD = `# Oracle 语句清单 / every SQL statement that is sent to Oracle

本文由 \`npm run sql\` 根据 \`adapters/systems/*/statements.ts\` 生成，请勿手改；不一致时 \`npm run sql -- --check\` 不通过。供部门信息科核对：我们只发送这些语句，所有取值都经绑定变量，从不拼入文本。
Written from the code by \`npm run sql\`; \`npm run sql -- --check\` fails where it differs. For department IT: nothing but these statements is sent, and every value goes in a bind variable.

每条语句在 \`npm run test:legacy -- sql\` 中由别人写的 Oracle 语法解析：全部由 Apache ShardingSphere 的 Oracle 语法，查询另由 sqlglot（它不认识 PL/SQL 块和 ALTER SESSION）。
Each of them is parsed by Oracle grammars that no one here wrote: all by that of Apache ShardingSphere, queries by sqlglot too, which knows neither PL/SQL blocks nor ALTER SESSION.

- **IN 列表**按固定长度补齐（重复最后一个键），数据库因此只见到少数几种文本；下面给出长度为 1 的文本。IN lists are filled up to fixed lengths with their last key, so that the database meets few texts; shown is the one for a single key.
- 查询的绑定都以 VARCHAR2 发送；日期以文本离开数据库。Binds of queries go as VARCHAR2; dates leave as text.`;

function section({ system, texts }: SystemSql): string {
  const title = system === 'connector' ? '连接器 connector（每个会话登录后 / each session once logged on）' : system;
  return [`## ${title}`, ...texts.map(entry)].join('\n\n');
}

function entry({ constant, name, sql, isWrite, binds, lengths, asks }: SqlText): string {
  const kind = isWrite ? '**写 write**' : '读 read';
  const facts = [
    `${kind}${asks.length > 0 ? ` · ${asks.map(code).join('、')}` : ''} · \`${constant}\``,
    ...(lengths === null ? [] : [`列表长度 list lengths: ${lengths.join('、')}`]),
  ];
  const list = lengths === null ? binds : binds.map((bind) => (bind.name === ':1' ? { ...bind, name: ':1 …' } : bind));
  const table = ['| 绑定 bind | 方向 | 类型 type |', '| --- | --- | --- |'].concat(
    list.map((bind) => `| \`${bind.name}\` | ${bind.direction} | ${bind.type} |`),
  );
  return [
    `### ${name}`,
    facts.join('  \n'),
    ['```sql', sql, '```'].join('\n'),
    ...(binds.length > 0 ? [table.join('\n')] : []),
  ].join('\n\n');
}

const KINDS: Readonly<Record<Deviation['kind'], string>> = {
  missing: '替身没有 / missing in the stand-in',
  accepted: '替身接受而 Oracle 拒绝 / accepted here, refused by Oracle',
  different: '两者结果不同 / another outcome',
};

function deviations(all: readonly Deviation[]): string {
  const tables = (Object.keys(KINDS) as Deviation['kind'][]).map((kind) =>
    [
      `### ${KINDS[kind]}`,
      '',
      '| 差异 deviation | 例 example | 替身 stand-in | Oracle |',
      '| --- | --- | --- | --- |',
      ...all.filter((each) => each.kind === kind).map(row),
    ].join('\n'),
  );
  return [
    `## 替身不是 Oracle / the stand-in is not Oracle

测试和演示所用的 Oracle 替身（\`simulators/oracle\`）说的是真正的 TNS/TTC 线上协议，但它的 SQL 是在 PostgreSQL 上的一个小方言。下列差异逐条由测试证实替身确实如此（\`tests/oracle/deviations.test.ts\`）；Oracle 一栏依据其文档，没有在真正的 Oracle 数据库上核对。接入真实系统前，请在部门的测试库上逐条运行上面的语句。
The stand-in of tests and demo speaks the real wire protocol, but its SQL is a small dialect on PostgreSQL. A test proves that it deviates so; what Oracle does is by its documentation, and was not asked of an Oracle Database. Before a real system is connected, run the statements above on the department's test database.`,
    ...tables,
  ].join('\n\n');
}

function row({ zh, en, sql, binds, as, here, oracle }: Deviation): string {
  const [example = ''] = sql;
  const shown = `${code(shorten(example))}${binds && example.includes(':1') ? ` (${binds.map((bind) => `'${bind}'`).join(', ')})` : ''}`;
  const cells = [`${zh}<br>${en}`, as ? `${as}: ${shown}` : shown, outcome(here), oracle];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function outcome(here: Outcome): string {
  if (here === 'done') return '成功 done';
  if ('error' in here) return `ORA-${String(here.error).padStart(5, '0')}`;
  if ('columns' in here) return here.columns.map(shorten).join(', ');
  return here.rows
    .map((values) => values.map((value) => (value === null ? 'NULL' : String(value))).join(', '))
    .join('; ');
}

function shorten(sql: string): string {
  return sql.length > 100 ? `${sql.slice(0, 60)} … ${sql.slice(-20)}` : sql;
}

function code(sql: string): string {
  return `\`${sql}\``;
}
