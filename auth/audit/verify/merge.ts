import { headOf } from '#auth/audit/line.ts';
import { type LogFolder, linesOf } from '#auth/audit/verify/log-folder.ts';

interface Waiting {
  readonly line: Buffer;
  /** Of the record, or of an earlier one of its log where a clock went back: a log's own order always stands. */
  readonly at: string;
  readonly rest: Generator<Buffer, void>;
}

/** The lines of several logs by time, one at a time; at equal times in the order of the logs. */
export function* mergedLines(logs: readonly LogFolder[]): Generator<Buffer, void> {
  const waiting = logs.flatMap((log) => next(linesOf(log), ''));
  while (waiting.length > 0) {
    const earliest = waiting.reduce((one, other) => (other.at < one.at ? other : one));
    yield earliest.line;
    waiting.splice(waiting.indexOf(earliest), 1, ...next(earliest.rest, earliest.at));
  }
}

function next(rest: Generator<Buffer, void>, before: string): Waiting[] {
  const { value: line, done } = rest.next();
  if (done || line === undefined) return [];
  const at = headOf(line)?.at ?? before;
  return [{ line, at: at > before ? at : before, rest }];
}
