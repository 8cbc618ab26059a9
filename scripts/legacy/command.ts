import { readInput, readPassword } from './files.ts';
import type { Means } from './means.ts';
import { oracle } from './oracle.ts';
import { outcomeOf } from './outcome.ts';
import { Secrets } from './secrets.ts';
import { soap } from './soap.ts';
import { EXIT, type ExitCode, UsageError } from './usage.ts';

/** Where a run reads and writes. */
export interface Streams {
  readonly stdin: AsyncIterable<Buffer | string>;
  stdout(text: string): void;
  stderr(text: string): void;
}

const COMMANDS = new Map([
  ['soap', soap],
  ['oracle', oracle],
]);

/** One run of the tool: the answer as JSON to standard output, all else to standard error. @returns the exit code */
export async function legacy(
  [name = '', ...args]: readonly string[],
  { stdin, stdout, stderr }: Streams,
  { env, signal }: Pick<Means, 'env' | 'signal'>,
): Promise<ExitCode> {
  const secrets = new Secrets();
  const say = (text: string) => stderr(`${secrets.blank(text)}\n`);
  const means: Means = {
    ...{ env, signal },
    input: (text) => readInput(text, stdin),
    password(user, file) {
      const password = readPassword(file, say);
      secrets.add(user, password);
      return password;
    },
  };
  try {
    const command = COMMANDS.get(name);
    if (!command) throw new UsageError('应为 soap 或 oracle', 'soap or oracle');
    stdout(`${secrets.blank(JSON.stringify(await command(args, means), null, 2))}\n`);
    return EXIT.answered;
  } catch (error) {
    const { exitCode, text } = outcomeOf(error);
    say(text);
    return exitCode;
  }
}
