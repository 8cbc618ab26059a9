import type { Operation } from '#demo/operations.ts';
import { issuerOf, readSettings } from '#demo/settings.ts';
import { fetchToken } from '#demo/token-request.ts';
import { SYSTEMS } from '#schema/departments.ts';

/** What a running demo answered, and what that cost. */
export interface Asked {
  readonly status: number;
  readonly body: { readonly data?: Readonly<Record<string, unknown>>; readonly errors?: unknown };
  readonly milliseconds: number;
  /** Calls of each legacy system by operation; a system that was not called is left out. */
  readonly calls: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Asks a running demo one question as its file says: by its user, for its purpose, with its variables. The stand-ins count from 0. */
export async function askOperation({ user, purpose, query, variables }: Operation): Promise<Asked> {
  const { ports } = readSettings();
  const control = `http://127.0.0.1:${ports.control}`;
  const token = await fetchToken(process.env.ISSUER_URL ?? issuerOf(ports.keycloak), user, 'demo');
  for (const system of SYSTEMS) await fetch(`${control}/${system}/reset`, { method: 'POST' });
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Asked['body'];
  const milliseconds = Math.round(performance.now() - began);
  const counted = await Promise.all(SYSTEMS.map(async (system) => [system, await callsOf(control, system)] as const));
  const calls = Object.fromEntries(counted.filter(([, made]) => Object.keys(made).length > 0));
  return { status: response.status, body, milliseconds, calls };
}

/** Runs a command that needs a running demo: without one it fails with a sentence instead of a stack. */
export async function withDemo(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(
      `演示没有应答，请先运行 npm start / the demo does not answer: run npm start first (${(error as Error).message})`,
    );
    process.exitCode = 1;
  }
}

export function totalOf(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

async function callsOf(control: string, system: string): Promise<Readonly<Record<string, number>>> {
  const state = (await (await fetch(`${control}/${system}`)).json()) as { calls: Record<string, number> };
  return state.calls;
}
