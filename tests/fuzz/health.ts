import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes of heap in use, garbage collected. */
export function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

/** The names in the prototypes of everything. */
export function prototypes(): string[] {
  return [Object.prototype, Array.prototype, Function.prototype].flatMap(Object.getOwnPropertyNames);
}
