import type { IncomingMessage } from 'node:http';

/**
 * Reads a body of at most `limit` bytes as UTF-8; null where it is longer. A body that is too long is heard out all the same, and thrown
 * away: an answer to half a request is lost where the client goes on sending to a connection that is closed. The server's request timeout
 * bounds how long that may go on. Rejects where the client breaks off.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else chunks = [];
    });
    request.on('end', () => resolve(length <= limit ? Buffer.concat(chunks).toString('utf8') : null));
    request.on('error', reject);
  });
}
