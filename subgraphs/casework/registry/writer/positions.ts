import type { SystemName } from '#schema/departments.ts';
import type { Statements } from '#subgraphs/kit/postgres/database.ts';

/** How far a source has been read. */
export interface Position {
  readonly source: SystemName;
  /** Key of the last record read; `null` before the first. */
  readonly after: string | null;
  readonly state: 'READING' | 'FINISHED' | 'FAILED';
}

/** A page with records that found no case yet, by the key before it; `null` for a source's first page. */
export interface SecondLook {
  readonly source: SystemName;
  readonly after: string | null;
  readonly leftOut: number;
}

/** Where a sync stands, kept so that one that was killed goes on. */
export interface Positions {
  positions(): Promise<Position[]>;
  keepPosition(position: Position): Promise<void>;
  secondLooks(): Promise<SecondLook[]>;
  noteSecondLook(look: SecondLook): Promise<void>;
  forgetSecondLooks(): Promise<void>;
}

export function createPositions(database: Statements): Positions {
  return {
    positions: () =>
      database.rows<Position>(
        'positions',
        `SELECT source, after_key AS after,
                CASE WHEN finished_at IS NOT NULL THEN 'FINISHED' WHEN failed_at IS NOT NULL THEN 'FAILED' ELSE 'READING' END AS state
           FROM registry.ingest_positions`,
        [],
      ),
    async keepPosition({ source, after, state }) {
      await database.rows(
        'keepPosition',
        `INSERT INTO registry.ingest_positions (source, after_key, finished_at, failed_at)
         VALUES ($1, $2, CASE WHEN $3 = 'FINISHED' THEN now() END, CASE WHEN $3 = 'FAILED' THEN now() END)
         ON CONFLICT (source) DO UPDATE
            SET after_key = excluded.after_key, finished_at = excluded.finished_at, failed_at = excluded.failed_at`,
        [source, after, state],
      );
    },
    async secondLooks() {
      const rows = await database.rows<SecondLook>(
        'secondLooks',
        `SELECT source, after_key AS after, left_out AS "leftOut"
           FROM registry.ingest_second_looks ORDER BY source, after_key`,
        [],
      );
      return rows.map((look) => ({ ...look, after: look.after || null }));
    },
    async noteSecondLook({ source, after, leftOut }) {
      await database.rows(
        'noteSecondLook',
        `INSERT INTO registry.ingest_second_looks (source, after_key, left_out) VALUES ($1, $2, $3)
         ON CONFLICT (source, after_key) DO UPDATE SET left_out = excluded.left_out`,
        [source, after ?? '', leftOut],
      );
    },
    async forgetSecondLooks() {
      await database.rows('forgetSecondLooks', 'DELETE FROM registry.ingest_second_looks', []);
    },
  };
}
