import type { IncomingMessage } from 'node:http';

/**
 * Reads a body of at most `limit` bytes as UTF-8; null where it is longer. What comes after the limit is thrown away while it comes,
 * so that the refusal reaches the client; the server's request timeout bounds how long that may go on.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    if (Number(request.headers['content-length'] ?? 0) > limit) resolve(null);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) resolve(null);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}
