import { expect, it } from '@jest/globals';
import { SYSTEMS } from '#schema/departments.ts';
import { ownerOf, SOURCES } from '#subgraphs/casework/ingest/source.ts';

it('every system is read, each once', () => {
  expect([...SOURCES].sort()).toEqual([...SYSTEMS].sort());
  expect(SOURCES.map((source) => ownerOf(source).system)).toEqual(SOURCES);
});

it('those that make cases come before those that only link to them', () => {
  expect(SOURCES.slice(0, 3)).toEqual(['police', '12368', '12309']);
});
