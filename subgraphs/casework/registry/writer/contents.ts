import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** Figures for whoever runs the registry. */
export interface Contents {
  readonly cases: number;
  readonly records: number;
  readonly numbers: number;
  readonly withdrawn: number;
  readonly parties: number;
  readonly notices: number;
}

export async function contents(database: Statements): Promise<Contents> {
  const [row] = await database.rows<Contents>(
    'contents',
    `SELECT (SELECT count(*) FROM registry.cases)::int AS cases,
            (SELECT count(*) FROM registry.records)::int AS records,
            (SELECT count(*) FROM registry.case_numbers WHERE withdrawn_at IS NULL)::int AS numbers,
            (SELECT count(*) FROM registry.case_numbers WHERE withdrawn_at IS NOT NULL)::int AS withdrawn,
            (SELECT count(*) FROM registry.parties)::int AS parties,
            (SELECT count(*) FROM registry.data_quality_notices)::int AS notices`,
    [],
  );
  return row as Contents;
}
