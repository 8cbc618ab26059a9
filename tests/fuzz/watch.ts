import { Worker } from 'node:worker_threads';

/**
 * Runs a module in a worker that posts a number before each of its cases and at last its result. One that says nothing for too long is
 * ended, and the error names the case: a hang in a loop can only be seen from outside.
 */
export function watched<Result extends object>(module: URL, silenceMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module);
    let current = -1;
    const stop = () => {
      reject(new Error(`case ${current} takes longer than ${silenceMs} ms`));
      void worker.terminate();
    };
    let timer = setTimeout(stop, silenceMs);
    worker.on('message', (message: number | Result) => {
      if (typeof message !== 'number') return resolve(message);
      current = message;
      clearTimeout(timer);
      timer = setTimeout(stop, silenceMs);
    });
    // An unhandled rejection is one too.
    worker.on('error', (error) => reject(new Error(`case ${current} ended the worker`, { cause: error })));
    worker.on('exit', () => clearTimeout(timer));
  });
}
