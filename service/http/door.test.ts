import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { openDoor } from '#service/http/door.ts';
import { dial, signal } from '#service/http/testing.fixture.ts';

const GET = 'GET / HTTP/1.1\r\nhost: x\r\n\r\n';

/** A door whose requests wait until the test answers them. */
async function waitingDoor(graceMs?: number) {
  const waiting: ServerResponse[] = [];
  let arrived = signal();
  const server = createServer((_request, response) => {
    waiting.push(response);
    arrived.happens();
  });
  const door = await openDoor(server, 0, '127.0.0.1', graceMs);
  return {
    ...door,
    waiting,
    async arrival() {
      await arrived.happened;
      arrived = signal();
    },
  };
}

describe('a door that closes', () => {
  it('answers what is in flight, tells the client that it was the last, and then ends', async () => {
    const door = await waitingDoor();
    const socket = await dial(door.port);
    socket.write(GET);
    await door.arrival();
    let isClosed = false;
    const closed = door.close().then(() => {
      isClosed = true;
    });
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    door.waiting[0]?.end('done');
    await Promise.all([closed, socket.ended]);
    expect(socket.said()).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close[\s\S]*done/i);
  });

  it.each([
    ['is idle between two requests', GET],
    ['has not said anything yet', ''],
    ['is in the middle of its headers', 'GET / HTTP/1.1\r\nhost:'],
  ])('cuts a connection that %s', async (_what, sent) => {
    const door = await waitingDoor();
    const socket = await dial(door.port);
    if (sent) socket.write(sent);
    if (sent === GET) {
      await door.arrival();
      door.waiting[0]?.end('first');
      while (!socket.said().includes('first')) await new Promise((resolve) => socket.once('data', resolve));
    }
    await Promise.all([door.close(), socket.ended]);
  });

  it('cuts a request that is never said to its end, and answers the others', async () => {
    const door = await waitingDoor();
    const half = await dial(door.port);
    half.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await door.arrival();
    const whole = await dial(door.port);
    whole.write(GET);
    await door.arrival();
    const closed = door.close();
    await half.ended;
    expect(half.said()).toBe('');
    door.waiting[1]?.end('done');
    await Promise.all([closed, whole.ended]);
    expect(whole.said()).toContain('done');
  }, 30_000);

  it('begins nothing new on a connection that it is still answering', async () => {
    const door = await waitingDoor();
    const [busy, other] = [await dial(door.port), await dial(door.port)];
    busy.write(GET);
    await door.arrival();
    other.write(GET);
    await door.arrival();
    const closed = door.close();
    busy.write(GET);
    door.waiting[0]?.end('first');
    await busy.ended;
    expect(busy.said().match(/HTTP\/1\.1/g)).toHaveLength(1);
    door.waiting[1]?.end();
    await closed;
  });

  it('takes no new connection', async () => {
    const door = await waitingDoor();
    await door.close();
    await expect(dial(door.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('ends when its grace is over, whatever still hangs', async () => {
    const door = await waitingDoor(20);
    const socket = await dial(door.port);
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await door.arrival();
    await Promise.all([door.close(), socket.ended]);
    expect(door.waiting).toHaveLength(1);
  });
});

it('a busy port is refused', async () => {
  const door = await waitingDoor();
  await expect(openDoor(createServer(), door.port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await door.close();
});
