import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sentenceOf } from '#service/run.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The service of `run.fixture.ts` in a process of its own, behaving as it is told. */
function start(behaviour: string) {
  const child = fork(join(import.meta.dirname, 'run.fixture.ts'), [behaviour], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  children.push(child);
  const ended = Promise.all([once(child, 'exit'), text(child.stdout as Readable), text(child.stderr as Readable)]);
  return { child, ended: ended.then(([[code], said, complaint]) => ({ code, said, complaint })) };
}

describe('a service', () => {
  it('tells its launcher its ports', async () => {
    const { child } = start('well');
    expect(await once(child, 'message')).toEqual([{ ready: true, ports: { front: 4711 } }, undefined]);
  });

  it.each<[string, (child: ChildProcess) => void]>([
    ['SIGTERM', (child) => child.kill('SIGTERM')],
    ['SIGINT', (child) => child.kill('SIGINT')],
    ['two signals', (child) => ['SIGINT', 'SIGTERM'].map((signal) => child.kill(signal as NodeJS.Signals))],
    ['the end of its launcher', (child) => child.disconnect()],
  ])('closes once on %s, and ends well', async (_what, stop) => {
    const { child, ended } = start('well');
    await once(child, 'message');
    stop(child);
    const { code, said } = await ended;
    expect({ code, closed: said.match(/"msg":"closed"/g)?.length }).toEqual({ code: 0, closed: 1 });
  });

  it('that fails to close says so in its log, and ends', async () => {
    const { child, ended } = start('close-fails');
    await once(child, 'message');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({
      code: 0,
      said: expect.stringMatching(/"cause":"stuck".*"msg":"stop failed"/),
    });
  });

  it.each([
    ['busy', /^demo: 端口 4711 已被占用.*port 4711 is in use; DEMO_PORT moves it\n$/],
    ['broken', /^demo: no key\n$/],
  ])('that cannot start (%s) ends with one sentence', async (behaviour, sentence) => {
    expect(await start(behaviour).ended).toMatchObject({ code: 1, complaint: expect.stringMatching(sentence) });
  });
});

it.each([
  [new Error('a sentence'), 'a sentence'],
  [new Error(''), 'Error'],
  ['a text', 'a text'],
])('%p is told as %s', (error, sentence) => {
  expect(sentenceOf(error, 'X')).toBe(sentence);
});
