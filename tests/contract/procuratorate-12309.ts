import { createProcuratorateSystem } from '#adapters/systems/procuratorate-12309/system.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { createClock } from '#schema/clock.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';
import { asSystemPort, type ContractSystem } from '#tests/contract/system.ts';
import { alone } from '#tests/harness/limits.ts';
import { CASE_QUESTIONS } from '#tests/procuratorate-12309/harness.ts';
import { ARREST_1, ARREST_2, POLICE_1, POLICE_7, REVIEW_1, REVIEW_3 } from '#tests/procuratorate-12309/numbers.ts';

const account = { user: 'contract', password: 'contract-12309' };

const unknown = (index: number) => `虚检刑诉受〔2023〕379999${String(index).padStart(6, '0')}号`;
const byCase = Object.entries(CASE_QUESTIONS).map(([name, countedAs]) => {
  const known = name === 'arrestReviewsByNumber' ? [ARREST_1, ARREST_2] : [REVIEW_1, REVIEW_3];
  return [name, { countedAs, known, unknown }] as const;
});
const tickets = {
  known: ['PT12309-2025-000001', 'PT12309-2025-000002'],
  unknown: (index: number) => `PT12309-2024-${String(index).padStart(6, '0')}`,
};

export const procuratorate12309: ContractSystem = {
  name: 'procuratorate-12309',
  department: 'PROCURATORATE',
  system: '12309',
  questions: {
    ...Object.fromEntries(byCase),
    acceptanceNosByPoliceCase: {
      countedAs: 'cxGaAj',
      known: [POLICE_1, POLICE_7],
      unknown: (index) => `A379999000000202401${String(index).padStart(4, '0')}`,
    },
    ticketFacts: { countedAs: 'cxGdQx', ...tickets },
    ticketsByNumber: { countedAs: 'cxGdXx', ...tickets },
  },
  others: ['page', 'transferInbox', 'ticketsByOffice', 'createTicket', 'requestFileReading'],
  async start() {
    const simulator = await startProcuratorate12309({
      port: 0,
      ...account,
      rows: procuratorate12309Rows(),
      clock: createClock({ today: '2025-06-16' }),
    });
    const endpoint = `http://127.0.0.1:${simulator.port}${PROCURATORATE_12309_PATH}`;
    return {
      simulator,
      open: async ({ timeoutMs, logger }) =>
        asSystemPort(await createProcuratorateSystem({ endpoint, ...account, limits: alone(timeoutMs), logger })),
      stop: () => simulator.close(),
    };
  },
};
