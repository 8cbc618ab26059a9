/** `npm run questions` asks the reference questions (DOMAIN 4.4) of a running demo and prints what each cost the legacy systems. */
import { lowerBoundOf, REFERENCE_QUESTIONS } from '#demo/lower-bounds.ts';
import { type Operation, readOperation } from '#demo/operations.ts';
import { issuerOf, readSettings } from '#demo/settings.ts';
import { fetchToken } from '#demo/token-request.ts';
import { SYSTEMS } from '#schema/departments.ts';

const { ports } = readSettings();
const control = `http://127.0.0.1:${ports.control}`;
const issuer = process.env.ISSUER_URL ?? issuerOf(ports.keycloak);

interface Asked {
  readonly operation: Operation;
  readonly answered: boolean;
  readonly milliseconds: number;
  /** Calls of each legacy system; those that were not called are left out. */
  readonly calls: Readonly<Record<string, number>>;
}

try {
  const asked: Asked[] = [];
  for (const name of REFERENCE_QUESTIONS) asked.push(await ask(readOperation(name)));
  console.table(Object.fromEntries(asked.map((each) => [each.operation.name, row(each)])));
  for (const { operation } of asked) console.log(`${operation.name}  ${operation.asks}`);
  const good = asked.filter((each) => each.answered && isAtLowerBound(each));
  console.log(
    `\n${good.length} / ${asked.length} 已回答且调用次数为下限 / answered, with legacy calls at the lower bound`,
  );
  process.exitCode = good.length === asked.length ? 0 : 1;
} catch (error) {
  console.error(
    `演示没有应答，请先运行 npm start / the demo does not answer: run npm start first (${(error as Error).message})`,
  );
  process.exitCode = 1;
}

async function ask(operation: Operation): Promise<Asked> {
  const token = await fetchToken(issuer, operation.user, 'demo');
  for (const system of SYSTEMS) await fetch(`${control}/${system}/reset`, { method: 'POST' });
  const began = performance.now();
  const response = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-purpose': operation.purpose, 'content-type': 'application/json' },
    body: JSON.stringify({ query: operation.query, variables: operation.variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown };
  const milliseconds = Math.round(performance.now() - began);
  const answered = response.ok && errors === undefined && Object.values(data ?? {}).every((value) => value !== null);
  return { operation, answered, milliseconds, calls: await callsBySystem() };
}

async function callsBySystem(): Promise<Record<string, number>> {
  const counts = await Promise.all(
    SYSTEMS.map(async (system) => {
      const { calls } = (await (await fetch(`${control}/${system}`)).json()) as { calls: Record<string, number> };
      return [system, Object.values(calls).reduce((sum, count) => sum + count, 0)] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function isAtLowerBound({ operation, calls }: Asked): boolean {
  return JSON.stringify(calls) === JSON.stringify(lowerBoundOf(operation.name));
}

function row({ operation, answered, milliseconds, calls }: Asked) {
  return {
    '提问者 asked by': `${operation.user} (${operation.purpose})`,
    '已回答 answered': answered ? '是 yes' : '否 no',
    '毫秒 ms': milliseconds,
    '系统调用 legacy calls': inWords(calls),
    '下限 lower bound': inWords(lowerBoundOf(operation.name)),
  };
}

function inWords(calls: Readonly<Record<string, number>>): string {
  return Object.entries(calls)
    .map(([system, count]) => `${system} ${count}`)
    .join(', ');
}
