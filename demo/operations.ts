import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Purpose, parsePurpose } from '#schema/purposes.ts';

const FOLDER = join(import.meta.dirname, '..', 'schema', 'operations');

/** A question of the reference set, with an example of who asks it, for what, about which case. */
export interface Operation {
  /** `Q1` … `Q15b`, `FirstLight`. */
  readonly name: string;
  /** What is asked, in Chinese and English. */
  readonly asks: string;
  readonly user: string;
  readonly purpose: Purpose;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The document alone. */
  readonly query: string;
}

/** `# 提问 / question`, `# court.lin, HANDLE_CASE`, `# {"no": …}`, then the document. */
const FILE =
  /^# (?<asks>.+)\n# (?<user>[\w.]+), (?<purpose>[A-Z_]+)\n# (?<variables>\{.*\})\n(?<query>(?:query|mutation) [\s\S]+)$/;

/** One operation by its file's name. @throws Error with the file's name where its head is not of the form */
export function readOperation(name: string): Operation {
  const match = FILE.exec(readFileSync(join(FOLDER, `${name}.graphql`), 'utf8').trim());
  const { asks = '', user = '', variables = '', query = '' } = match?.groups ?? {};
  const purpose = parsePurpose(match?.groups?.purpose);
  if (purpose === null)
    throw new Error(`schema/operations/${name}.graphql: the head says who asks, for what and with which variables`);
  return { name, asks, user, purpose, variables: JSON.parse(variables), query };
}

/** All of them, in the order of their numbers. */
export function readOperations(): Operation[] {
  const names = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.replace('.graphql', ''));
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map(readOperation);
}
