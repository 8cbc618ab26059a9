import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unreadable } from '#adapters/connector/failures.ts';
import { bodyFailed } from '#adapters/soap/http/connection-failure.ts';

export interface BodyOptions {
  readonly status: number;
  /** The header's value. */
  readonly contentEncoding: string;
  /** On the wire, and again after decompression. */
  readonly maxBytes: number;
  /** The signal's reason is what a reader gets where it aborts. */
  readonly signal: AbortSignal;
}

/**
 * The bytes of a reply as they come, decompressed where they are gzip. What is longer than `maxBytes` ends there: a bomb is never
 * unpacked, and neither is read what a server sends without end. Whoever stops reading ends the connection.
 * @throws LegacyFailure where it is too long, cut off or not what it says; the signal's reason where it aborts.
 */
export async function* boundedBody(source: Readable, options: BodyOptions): AsyncGenerator<Buffer, void> {
  const { status, contentEncoding, maxBytes, signal } = options;
  let bytes = 0;
  source.on('error', () => {}); // said to whoever reads, and to nobody else
  try {
    for await (const chunk of decompressed(source, { status, contentEncoding, maxBytes })) {
      bytes += chunk.length;
      requireShort(bytes, status, maxBytes);
      yield chunk;
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw bodyFailed(error, { status, bytes });
  } finally {
    source.destroy();
  }
}

/** @throws LegacyFailure for an encoding that nobody asked for: requests ask for none, and servers that compress all the same use gzip. */
function decompressed(source: Readable, options: Omit<BodyOptions, 'signal'>): AsyncIterable<Buffer> {
  const { status, maxBytes } = options;
  const encoding = options.contentEncoding.trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return source;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') {
    throw unreadable('the reply is compressed in another way than gzip', { status });
  }
  // Members of nothing, one after the other, unpack to nothing and never end: so what is packed counts too.
  async function* counted(chunks: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      requireShort(bytes, status, maxBytes);
      yield chunk;
    }
  }
  return pipeline(source, counted, createGunzip(), () => {}) as AsyncIterable<Buffer>;
}

function requireShort(bytes: number, status: number, maxBytes: number): void {
  if (bytes > maxBytes) throw unreadable(`the reply is longer than ${maxBytes} bytes`, { status, bytes });
}
