/** `npm run questions` asks the reference questions (DOMAIN 4.4) of a running demo and prints what each cost the legacy systems. */
import { type Asked, askOperation, totalOf, withDemo } from '#demo/ask-operation.ts';
import { lowerBoundOf, REFERENCE_QUESTIONS } from '#demo/lower-bounds.ts';
import { type Operation, readOperation } from '#demo/operations.ts';

interface Row {
  readonly operation: Operation;
  readonly answered: boolean;
  readonly milliseconds: number;
  /** Calls of each legacy system. */
  readonly calls: Readonly<Record<string, number>>;
}

await withDemo(async () => {
  const rows: Row[] = [];
  for (const operation of REFERENCE_QUESTIONS.map(readOperation))
    rows.push(rowOf(operation, await askOperation(operation)));
  console.table(Object.fromEntries(rows.map((each) => [each.operation.name, inColumns(each)])));
  for (const { operation } of rows) console.log(`${operation.name}  ${operation.asks}`);
  const good = rows.filter((each) => each.answered && isAtLowerBound(each));
  console.log(
    `\n${good.length} / ${rows.length} 已回答且调用次数为下限 / answered, with legacy calls at the lower bound`,
  );
  process.exitCode = good.length === rows.length ? 0 : 1;
});

function rowOf(operation: Operation, { status, body: { data, errors }, milliseconds, calls }: Asked): Row {
  const isWhole = Object.values(data ?? { nothing: null }).every((value) => value !== null);
  const totals = Object.entries(calls).map(([system, made]) => [system, totalOf(made)] as const);
  return {
    operation,
    answered: status === 200 && errors === undefined && isWhole,
    milliseconds,
    calls: Object.fromEntries(totals),
  };
}

function isAtLowerBound({ operation, calls }: Row): boolean {
  return JSON.stringify(calls) === JSON.stringify(lowerBoundOf(operation.name));
}

function inColumns({ operation, answered, milliseconds, calls }: Row) {
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
