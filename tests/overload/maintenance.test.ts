import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { parseWindows } from '#adapters/connector/maintenance.ts';
import { createCourtSystem } from '#adapters/systems/court-12368/system.ts';
import { presentError } from '#gateway/errors/present.ts';
import { ask, court } from '#subgraphs/court/court.fixture.ts';

const CALENDAR = '{ hearingCalendar(from: "2025-06-23", to: "2025-06-27") { hearingUid } }';
const YEAR = new Date().getUTCFullYear();

it('who asks of a department that is closed reads when it opens, from the connector through subgraph and gateway', async () => {
  const closed = parseWindows(`${YEAR - 1}-01-01..${YEAR + 1}-12-31`);
  const opensAt = `${YEAR + 2}-01-01T00:00:00+08:00`;
  const account = { endpoint: 'http://127.0.0.1:9/', user: 'nobody', password: 'none' };
  const system = await createCourtSystem({ ...account, limits: { closed } });
  try {
    const { errors } = await ask({ ...court(), system }, { name: 'court.clerk' }, CALENDAR);
    const [error] = errors as { message: string; extensions: Record<string, unknown> }[];
    const planned = new GraphQLError(error?.message ?? '', { extensions: { ...error?.extensions } });
    expect(presentError(planned, 'r-1')).toEqual({
      message: `法院系统正在维护，${YEAR + 2}-01-01 00:00（北京时间）起恢复访问。`,
      extensions: {
        ...{ code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT', system: '12368', retryable: true, opensAt },
        en: `The court’s system is closed for maintenance until ${YEAR + 2}-01-01 00:00 (UTC+8).`,
        requestId: 'r-1',
      },
    });
  } finally {
    await system.close();
  }
});
