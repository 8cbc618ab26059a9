import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { court12368Rows, court12368Tickets } from '#demo/systems/court-12368.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { QUESTIONS } from '#tests/court-12368/harness.ts';
import { ALL, TICKET } from '#tests/court-12368/numbers.ts';
import { alone } from '#tests/harness/limits.ts';

const account = { user: 'contract', password: 'contract-12368' };
const SECOND_TICKET = 'PT12368-2025-000002';
const cases = {
  known: ALL,
  unknown: (index: number) => `（2024）鲁9999刑初${index + 1}号`,
};
const tickets = {
  known: [TICKET, SECOND_TICKET],
  unknown: (index: number) => `PT12368-2024-${String(index + 1).padStart(6, '0')}`,
};

export const court12368: ContractSystem = {
  name: 'court-12368',
  department: 'COURT',
  system: '12368',
  questions: {
    ...Object.fromEntries(Object.entries(QUESTIONS).map(([name, countedAs]) => [name, { countedAs, ...cases }])),
    ticketFacts: { countedAs: 'cxGdQx', ...tickets },
    ticketsByNumber: { countedAs: 'cxGdXx', ...tickets },
  },
  others: ['calendar', 'page', 'ticketsByOffice', 'createTicket'],
  async start() {
    const simulator = await startCourt12368({
      ...{ port: 0, ...account, rows: court12368Rows() },
      tickets: court12368Tickets().flatMap((ticket) => [ticket, { ...ticket, GDBH: SECOND_TICKET }]),
    });
    const endpoint = `http://127.0.0.1:${simulator.port}${COURT_12368_PATH}`;
    return {
      simulator,
      open: async ({ timeoutMs, logger }) =>
        asSystemPort(await createCourtSystem({ endpoint, ...account, limits: alone(timeoutMs), logger })),
      stop: () => simulator.close(),
    };
  },
};
