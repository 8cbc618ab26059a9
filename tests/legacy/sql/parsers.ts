import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cleanEnvironment } from '#tests/harness/process.ts';
import { pythonOf } from '#tests/legacy/python/environment.ts';
import { jars } from '#tests/legacy/sql/suite.ts';

/** For each statement `ok` and what the grammar takes it for, or `refused` and why. */
export type Parser = (statements: readonly string[]) => Promise<string[]>;

export const sqlglot: Parser = async (statements) =>
  judged(await pythonOf('sql'), [join(import.meta.dirname, 'parse.py')], statements);

export const shardingSphere: Parser = async (statements) =>
  judged('java', ['-cp', `${await jars()}/*`, join(import.meta.dirname, 'Parse.java')], statements);

/** @throws Error where the parser itself fails, or does not judge each statement */
async function judged(program: string, args: readonly string[], statements: readonly string[]): Promise<string[]> {
  const env = { ...cleanEnvironment(), PYTHONIOENCODING: 'utf-8' };
  const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const said = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  child.stdin.end(statements.map((sql) => `${named(sql)}\0`).join(''));
  const [code] = (await once(child, 'close')) as [number | null];
  const [out, problems] = await said;
  const lines = out.split('\n').slice(0, -1);
  if (code !== 0 || lines.length !== statements.length)
    throw new Error(`${program} ended with ${code} and judged ${lines.length} of ${statements.length}: ${problems}`);
  return lines;
}

/** Both grammars know binds by name only; Oracle takes `:1` for one as well. */
function named(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|:(\d+)/g, (found, place) => (place === undefined ? found : `:b${place}`));
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return text;
}
