import { describe, expect, it } from '@jest/globals';
import { readReply } from '#adapters/soap/reply.ts';
import type { XmlHandler } from '#adapters/soap/xml/reader.ts';

const SLICE = 64 * 1024;
const ROW = '<r>张拟甲</r>';

/** Reads what comes in chunks of that size. */
async function read(xml: string, chunk: number, { signal = new AbortController().signal } = {}) {
  const seen = { elements: 0, bytes: 0, turns: 0, most: 0 };
  let between = 0;
  const handler: XmlHandler = {
    open: () => {
      seen.elements += 1;
      between += 1;
      seen.most = Math.max(seen.most, between);
    },
    text: () => {},
    close: () => {},
  };
  const bytes = Buffer.from(xml);
  async function* body() {
    for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk);
  }
  /** Somebody else's work, which wants its turn all the time. */
  const turn = () => {
    seen.turns += 1;
    between = 0;
    pending = setImmediate(turn);
  };
  let pending = setImmediate(turn);
  const attempt = {
    signal,
    bytes: (count: number) => {
      seen.bytes += count;
    },
    rows: () => {},
    answering: () => {},
  };
  try {
    const reply = { status: 200, contentType: 'text/xml; charset=utf-8', body: body() };
    await readReply(reply, handler, attempt, { charset: {}, verify: null });
    return seen;
  } finally {
    clearImmediate(pending);
  }
}

describe('readReply', () => {
  const rows = 50_000;
  const large = `<a>${ROW.repeat(rows)}</a>`;

  it.each([
    ['small chunks', 1000],
    ['one chunk', Number.MAX_SAFE_INTEGER],
  ])('of a long reply in %s gives others their turn after each slice', async (_how, chunk) => {
    const { elements, bytes, turns, most } = await read(large, chunk);
    expect(elements).toBe(rows + 1);
    expect(bytes).toBe(Buffer.byteLength(large));
    expect(turns).toBeGreaterThanOrEqual(Math.floor(large.length / SLICE) - 1);
    expect(most).toBeLessThanOrEqual((2 * SLICE) / ROW.length);
  });

  it('ends in the middle where nobody waits any longer', async () => {
    const gone = new AbortController();
    setImmediate(() => gone.abort(new Error('gone')));
    await expect(read(large, SLICE, { signal: gone.signal })).rejects.toThrow('gone');
  });

  it.each([
    ['nothing', '', 'the reply is empty'],
    ['what is not well-formed', '<a>\n<b></a>', 'an end tag does not match the element that is open'],
  ])('of %s fails, and says where', async (_what, xml, message) => {
    await expect(read(xml, SLICE)).rejects.toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      message,
      facts: { status: 200 },
    });
  });
});
