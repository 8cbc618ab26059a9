import { readFileSync } from 'node:fs';
import { sql } from '#tests/registry/server.ts';
export async function explain(url: string) {
  const src = readFileSync('subgraphs/casework/registry/writer/derive.ts', 'utf8');
  const stated = /const STATED = `([\s\S]*?)`;/.exec(src)![1]!;
  const notices = /const NOTICES = `([\s\S]*?)`;/.exec(src)![1]!.replace('${STATED}', stated);
  const parties = /const PARTIES = `([\s\S]*?)`;/.exec(src)![1]!.replace('${STATED}', stated);
  const uids = (await sql<any>(url, 'select case_uid from registry.cases order by random() limit 500')).map((r) => r.case_uid);
  const C = ['police', '12309', '12368', 'legal-aid', 'notary'];
  for (const [n, text, values] of [['parties', parties, [uids, C, C, ['SUSPECT']]], ['notices', notices, [uids, C, C]]] as const) {
    console.log('==', n);
    for (const r of await sql<any>(url, `EXPLAIN (ANALYZE, BUFFERS OFF, COSTS OFF) ${text}`, values as any)) console.log(r['QUERY PLAN'].slice(0, 160));
  }
}
