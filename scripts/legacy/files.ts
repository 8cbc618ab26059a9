import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './usage.ts';

/** npm runs scripts in the package's folder and keeps where it was called in `INIT_CWD`: a relative path is meant from there. */
export function pathOf(file: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.INIT_CWD ?? process.cwd(), file);
}

/** The text of a file that an option names. @throws UsageError */
export function readText(option: string, file: string): string {
  try {
    return readFileSync(pathOf(file), 'utf8');
  } catch {
    throw new UsageError(`无法读取 ${option} 指定的文件`, `the file that ${option} names cannot be read`);
  }
}

/** @throws UsageError where there is none: what stands in it is another matter */
export function requireFile(option: string, path: string): void {
  if (!existsSync(path)) throw new UsageError(`没有 ${option} 指定的文件`, `there is no such file as ${option} names`);
}

/** The password that a file holds, without the end of its line. `warn` hears of a file that everybody can read. @throws UsageError */
export function readPassword(file: string, warn: (sentence: string) => void): string {
  const password = readText('--password-file', file).replace(/\r?\n$/, '');
  if (password === '') throw new UsageError('口令文件是空的', 'the file of the password is empty');
  if (/[\r\n]/.test(password))
    throw new UsageError('口令文件多于一行', 'the file of the password has more than one line');
  if (process.platform !== 'win32' && (statSync(pathOf(file)).mode & 0o004) !== 0)
    warn(
      '警告：任何人都能读取口令文件，请执行 chmod 600 / warning: everybody can read the file of the password: chmod 600',
    );
  return password;
}

/** What an option gives, or standard input where it is `-`. */
export async function readInput(text: string, stdin: AsyncIterable<Buffer | string>): Promise<string> {
  if (text !== '-') return text;
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
