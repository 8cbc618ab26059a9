/** Given in a way that the command line's usage does not have. */
export class UsageError extends Error {}

/**
 * Runs the command that this process was started with. Exit code 0: all of it was done; 1: not all of it, or it failed; 2: a {@link UsageError},
 * with the usage.
 */
export async function runCommandLine(usage: string, run: (args: readonly string[]) => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${isUsage ? `${usage}\n` : ''}`);
    process.exitCode = isUsage ? 2 : 1;
  }
}

export function printLine(text: string): void {
  process.stdout.write(`${text}\n`);
}
