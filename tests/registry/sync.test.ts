import { beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createClock } from '#schema/clock.ts';
import type { SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { Pages } from '#subgraphs/casework/ingest/source.ts';
import { syncRegistry } from '#subgraphs/casework/ingest/sync.ts';
import { createRegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { type PagedRecord, wasRead } from '#subgraphs/kit/ingested-record.ts';
import {
  aid,
  caseOf,
  court,
  keys,
  police,
  review,
  toCourt,
  toPolice,
  toReview,
  withWriter,
} from '#tests/registry/fixtures.ts';
import { sql } from '#tests/registry/server.ts';

const opened = withWriter();
const uid = (n: number) => `ZF-2025-00000${n}`;
type World = Partial<Record<SystemName, readonly PagedRecord[]>>;

const WORLD: World = {
  police: [1, 2, 3].map((n) => police(`A${n}`, { caseUid: uid(n) })),
  '12368': [court('C1', toReview('R1')), court('C2', toPolice('A2'))],
  '12309': [review('R1', toPolice('A1')), review('R7')],
  'legal-aid': [aid('L1', toCourt('C1'))],
};

let asked: string[];
let breaks: (source: SystemName, after: string | null) => Error | null;
beforeEach(() => {
  asked = [];
  breaks = () => null;
});

const pagesOf =
  (world: World): Pages =>
  async (source, after, limit) => {
    asked.push(`${source} ${after}`);
    const error = breaks(source, after);
    if (error) throw error;
    const rows = world[source] ?? [];
    const from = rows.findIndex((row) => keyOf(row) === after) + 1;
    return rows.slice(from, from + limit);
  };
const keyOf = (row: PagedRecord) => (wasRead(row) ? (row.pageKey ?? row.recordNo) : row.pageKey);
const sync = (world = WORLD) =>
  syncRegistry({ pages: pagesOf(world), writer: opened.writer, logger: pino({ level: 'silent' }), pageSize: 2 });
const numbersOf = async (n: number) => (await caseOf(opened, uid(n)))?.numbers.map(({ number }) => number).toSorted();
const down = (department: 'POLICE' | 'COURT', system: SystemName) =>
  new DepartmentError('DEPARTMENT_UNAVAILABLE', { department, system });

describe('a sync', () => {
  it('reads every source to its end, and again the pages that left something out', async () => {
    const [ofPolice, ofCourt, ofProcuratorate, ofLegalAid, ofNotary] = await sync();
    expect(ofPolice).toEqual({
      source: 'police',
      read: 3,
      written: 3,
      leftOut: 0,
      refused: 0,
      unreadable: 0,
      failure: null,
    });
    expect(ofCourt).toMatchObject({ source: '12368', read: 2, written: 2, leftOut: 0 });
    expect(ofProcuratorate).toMatchObject({ source: '12309', read: 2, written: 1, leftOut: 1 });
    expect(ofLegalAid).toMatchObject({ source: 'legal-aid', read: 1, written: 1, leftOut: 0 });
    expect(ofNotary).toMatchObject({ source: 'notary', read: 0 });
    expect([await numbersOf(1), await numbersOf(2)]).toEqual([
      ['A1', 'C1', 'L1', 'R1'],
      ['A2', 'C2'],
    ]);
    expect(asked.slice(0, 9)).toEqual([
      'police null',
      'police A2',
      '12368 null',
      '12368 C2',
      '12309 null',
      '12309 R7',
      'legal-aid null',
      'notary null',
      '12368 null',
    ]);
  });

  it('after one that ended starts anew, and changes nothing', async () => {
    await sync();
    const before = await opened.writer.contents();
    asked = [];
    const figures = await sync();
    expect(asked[0]).toBe('police null');
    expect(figures.map(({ read, written, leftOut }) => [read, written, leftOut])).toEqual([
      [3, 3, 0],
      [2, 2, 0],
      [2, 1, 1],
      [1, 1, 0],
      [0, 0, 0],
    ]);
    expect(await opened.writer.contents()).toEqual(before);
  });

  it.each([
    ['among the sources', 'police A2', ['police A2', '12368 null']],
    ['at the start of a source', '12368 null', ['12368 null', '12368 C2']],
    ['at the second look', '12368 null 2', ['12368 null', '12309 null']],
  ])('that was killed %s goes on where it was', async (_where, at, next) => {
    const seen: string[] = [];
    breaks = (source, after) => {
      seen.push(`${source} ${after}`);
      const times = seen.filter((each) => each === `${source} ${after}`).length;
      return at === `${source} ${after}${times > 1 ? ` ${times}` : ''}` ? new Error('killed') : null;
    };
    await expect(sync()).rejects.toThrow('killed');
    breaks = () => null;
    asked = [];
    await sync();
    expect(asked.slice(0, 2)).toEqual(next);
    expect(await numbersOf(1)).toEqual(['A1', 'C1', 'L1', 'R1']);
  });

  it('keeps how far it is with what it wrote: a page that is not written is read again, and told of once', async () => {
    const world = { police: [1, 2, 3].map((n) => police(`A${n}`, { caseUid: uid(n), facts: { labelled: n === 1 } })) };
    await sql(
      opened.url,
      `CREATE FUNCTION registry.dies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION USING ERRCODE = '58030'; END $$;
       CREATE TRIGGER dies BEFORE UPDATE ON registry.ingest_positions FOR EACH ROW WHEN (NEW.after_key IS NOT NULL)
       EXECUTE FUNCTION registry.dies()`,
    );
    await expect(sync(world)).rejects.toMatchObject({ code: '58030' });
    expect([await numbersOf(2), await opened.writer.alerts()]).toEqual([undefined, []]);
    await sql(opened.url, 'DROP FUNCTION registry.dies CASCADE');
    asked = [];
    await sync(world);
    expect(asked[0]).toBe('police null');
    expect([await numbersOf(2), await numbersOf(3)]).toEqual([['A2'], ['A3']]);
    expect(await opened.writer.alerts()).toEqual([
      { rule: 'ingest.labelled', system: 'police', count: 1, last: expect.stringMatching(/\+08:00$/) },
    ]);
  });

  it('asks for the next page while one is written', async () => {
    let isWriting = false;
    const askedMeanwhile: string[] = [];
    const ingestRecords: typeof opened.writer.ingestRecords = async (...page) => {
      isWriting = true;
      const figures = await opened.writer.ingestRecords(...page);
      isWriting = false;
      return figures;
    };
    const pages: Pages = async (source, after, limit) => {
      await new Promise((soon) => setImmediate(soon));
      if (isWriting) askedMeanwhile.push(`${source} ${after}`);
      return pagesOf(WORLD)(source, after, limit);
    };
    const writer = { ...opened.writer, ingestRecords };
    await syncRegistry({ pages, writer, logger: pino({ level: 'silent' }), pageSize: 2 });
    expect(askedMeanwhile).toEqual(['police A2', '12368 C2', '12309 R7']);
    expect(await numbersOf(1)).toEqual(['A1', 'C1', 'L1', 'R1']);
  });

  it('passes over what cannot be written, and gives nothing that waits a case while that is missing', async () => {
    const bad = police('A1', { caseUid: uid(1), facts: { recusedStaffNos: ['GA\0'] } });
    const world = { police: [bad, police('A2', { caseUid: uid(2) })], '12368': [court('C1', toPolice('A1'))] };
    const [ofPolice, ofCourt] = await sync(world);
    expect(ofPolice).toMatchObject({ read: 2, written: 1, unreadable: 1, failure: null });
    expect(ofCourt).toMatchObject({ written: 0, leftOut: 1 });
    expect((await sync(world))[0]).toMatchObject({ read: 2, written: 1, unreadable: 1 });
  });

  it('goes on without a source that fails, and the next one reads that from where it failed', async () => {
    breaks = (source, after) => (source === 'police' && after === 'A2' ? down('POLICE', 'police') : null);
    const figures = await sync();
    expect(figures[0]).toMatchObject({ source: 'police', read: 2, failure: 'DEPARTMENT_UNAVAILABLE' });
    expect(await numbersOf(2)).toEqual(['A2', 'C2']);
    expect(await opened.writer.positions()).toContainEqual({ source: 'police', after: 'A2', state: 'FAILED' });
    breaks = () => null;
    asked = [];
    expect((await sync())[0]).toMatchObject({ read: 1, failure: null });
    expect(asked.slice(0, 2)).toEqual(['police A2', '12368 null']);
    expect(await numbersOf(3)).toEqual(['A3']);
  });

  it('gives a case of its own to what waits in vain, but not while a source is missing', async () => {
    const world = { '12368': [court('C8', toReview('R8'))] };
    breaks = (source) => (source === 'police' ? down('POLICE', 'police') : null);
    expect((await sync(world))[1]).toMatchObject({ written: 0, leftOut: 1 });
    breaks = () => null;
    expect((await sync(world))[1]).toMatchObject({ written: 1, leftOut: 0 });
    expect((await caseOf(opened, 'ZF-2025-900001'))?.numbers).toHaveLength(2);
  });

  it('passes over what cannot be read, and gives nothing that waits a case while that is missing', async () => {
    const world = {
      police: [
        { pageKey: 'A1', unreadable: true } as const,
        ...[2, 3].map((n) => police(`A${n}`, { caseUid: uid(n) })),
      ],
      '12368': [court('C1', toPolice('A1'))],
    };
    const [ofPolice, ofCourt] = await sync(world);
    expect(ofPolice).toMatchObject({ read: 2, written: 2, unreadable: 1, failure: null });
    expect(ofCourt).toMatchObject({ written: 0, leftOut: 1 });
    expect(await sql(opened.url, 'SELECT rule, department, system, count FROM registry.alerts')).toEqual([
      { rule: 'ingest.unreadable', department: 'POLICE', system: 'police', count: 1 },
    ]);
  });

  it('is refused while another is under way, and not afterwards', async () => {
    const other = await createRegistryWriter({ databaseUrl: opened.url, clock: createClock(), ...keys });
    const options = { pages: pagesOf(WORLD), logger: pino({ level: 'silent' }) };
    const refused: unknown[] = [];
    const pages: Pages = async (...page) => {
      refused.push(await syncRegistry({ ...options, writer: other }).catch((error: Error) => error.message));
      return pagesOf(WORLD)(...page);
    };
    await syncRegistry({ ...options, writer: opened.writer, pages });
    expect([...new Set(refused)]).toEqual([expect.stringContaining('another sync is running')]);
    expect(asked.filter((each) => each === 'police null')).toHaveLength(1);
    expect(await syncRegistry({ ...options, writer: other })).toHaveLength(5);
    await other.close();
  });

  it('is not kept from beginning by one that failed', async () => {
    breaks = () => new Error('killed');
    await expect(sync()).rejects.toThrow('killed');
    breaks = () => null;
    expect(await sync()).toHaveLength(5);
  });

  it('goes by the key of the page where that is not the record’s number', async () => {
    const keyed = [1, 2, 3].map((n) => police(`A${n}`, { caseUid: uid(n), pageKey: `key${n}` }));
    await sync({ police: keyed });
    expect(asked.slice(0, 2)).toEqual(['police null', 'police key2']);
    expect(await numbersOf(3)).toEqual(['A3']);
  });

  it('survives a source that fails at the second look', async () => {
    breaks = (source) => (source === '12368' && asked.includes('notary null') ? down('COURT', '12368') : null);
    const figures = await sync();
    expect(figures[1]).toMatchObject({ source: '12368', read: 2, written: 1, leftOut: 1 });
  });

  it('raises one alert for the labelled of a page, however often it is read', async () => {
    const figures = await sync({
      police: [police('A99', { facts: { labelled: true } }), police('A8', toPolice('A9'))],
    });
    expect(figures[0]).toMatchObject({ read: 2, written: 1, refused: 1 });
    expect(await sql(opened.url, 'SELECT count FROM registry.alerts')).toEqual([{ count: 1 }]);
  });

  it('does not read in circles where a source gives the same page again', async () => {
    const pages: Pages = async () => [police('A1', { caseUid: uid(1) }), police('A2', { caseUid: uid(2) })];
    const sync = syncRegistry({ pages, writer: opened.writer, logger: pino({ level: 'silent' }), pageSize: 2 });
    await expect(sync).rejects.toThrow('the pages of police do not advance');
  });
});
