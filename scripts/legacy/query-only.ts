import { UsageError } from './usage.ts';

/** Comments, texts in quotes (q'[…]' too) and quoted names. */
const SILENT =
  /--[^\n]*|\/\*[\s\S]*?\*\/|q'\[[\s\S]*?\]'|q'\{[\s\S]*?\}'|q'\([\s\S]*?\)'|q'<[\s\S]*?>'|q'(\S)[\s\S]*?\1'|'[^']*'|"[^"]*"/gi;

/**
 * One query, without the semicolon that SQL*Plus wants and Oracle does not. The tool is tried against systems in service, so it changes
 * nothing there: no other statement, no block, no row locked, no sequence moved on. (What a function does that the query calls is the
 * account's own right, and not to be seen in a text.) What a department lets us change has a declared statement in its system.
 * @throws UsageError
 */
export function queryOnly(sql: string): string {
  const statement = sql.trim().replace(/;$/, '').trimEnd();
  const words = statement.replace(SILENT, ' ');
  if (!/^\s*\(*\s*(?:SELECT|WITH)\b/i.test(words))
    throw new UsageError('只能是查询（SELECT 或 WITH）', 'only a query: SELECT or WITH');
  if (/;/.test(words) || /^\s*WITH\s+(?:FUNCTION|PROCEDURE)\b/i.test(words))
    throw new UsageError('只能是一条语句，且不含 PL/SQL', 'only one statement, without PL/SQL');
  if (/\bFOR\s+UPDATE\b/i.test(words))
    throw new UsageError('不得锁定记录（FOR UPDATE）', 'no FOR UPDATE: it locks rows');
  if (/\bNEXTVAL\b/i.test(words)) throw new UsageError('不得取用序列（NEXTVAL）', 'no NEXTVAL: it moves a sequence on');
  return statement;
}
