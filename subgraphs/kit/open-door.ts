import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '#service/http/body.ts';

/** What a door answers: an HTTP status and a JSON object. */
export interface DoorAnswer {
  readonly status: number;
  readonly body: object;
}

/**
 * A door of a subgraph's own that asks for no envelope: what comes in by it proves itself, and what it tells may be known to anybody in the
 * platform's network. Never a door to data.
 */
export interface OpenDoor {
  /** All of the path but its last part, which names something: `/audit/`. */
  readonly path: string;
  /** @param body `null` for GET */
  answer(name: string, body: string | null): Promise<DoorAnswer>;
}

/** Answers a request at a door, whose body may have so many bytes. */
export type AnswerOpenly = (request: IncomingMessage, maxBytes: number) => Promise<DoorAnswer>;

/** A name in a path: nothing that could be another path. */
const NAME = /^[a-z0-9-]{1,64}$/;

/** The door that a request stands at, as a function that answers it; `null` where there is none. */
export function openDoorFor(doors: readonly OpenDoor[], { url = '', method }: IncomingMessage): AnswerOpenly | null {
  if (method !== 'GET' && method !== 'POST') return null;
  const door = doors.find(({ path }) => url.startsWith(path));
  const name = door === undefined ? '' : url.slice(door.path.length);
  if (door === undefined || !NAME.test(name)) return null;
  return async (request, maxBytes) => {
    if (method === 'GET') return door.answer(name, null);
    const body = await readBody(request, maxBytes);
    return body === null ? { status: 413, body: {} } : door.answer(name, body);
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
