import type { Logger } from 'pino';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import type { Pages } from '#subgraphs/casework/ingest/source.ts';
import { syncRegistry } from '#subgraphs/casework/ingest/sync.ts';
import { table } from '#subgraphs/casework/ingest/table.ts';
import type { RegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { UsageError } from '#subgraphs/kit/command-line.ts';
import { LINKED_NUMBER_KINDS, type LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

export interface CommandParts {
  readonly writer: RegistryWriter;
  readonly pages: Pages;
  readonly logger: Logger;
  /** Who runs the command: kept with what is withdrawn and tied. */
  readonly operator: string;
  readonly print: (text: string) => void;
}

export const USAGE = [
  '用法：npm run registry -- 命令 / usage: npm run registry -- COMMAND',
  '  sync                                从各部门系统同步登记库 / fill the registry from the departments’ systems',
  '  status                              同步进度与登记数量 / how far the sync is, and what the registry holds',
  '  withdraw KIND NUMBER WHY            撤回错误的关联 / withdraw a wrong link',
  '  account ISSUER SUBJECT PERSON_UID   核验身份后绑定账户 / tie an account to a person, after an identity check',
  `  KIND: ${LINKED_NUMBER_KINDS.join(', ')}`,
].join('\n');

/** Does what was asked; resolves to whether all of it was done. Throws `DatabaseError`. */
export type Command = (parts: CommandParts) => Promise<boolean>;

/** Reads a command as {@link USAGE} has them. Throws {@link UsageError}, before anything is opened. */
export function readCommand([name = '', ...args]: readonly string[]): Command {
  const form = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (form === undefined) throw new UsageError(`没有这个命令 / no such command: ${name}`);
  if (args.length !== form.words || args.some((arg) => arg.trim() === ''))
    throw new UsageError(`${name} 需要 ${form.words} 个参数 / ${name} takes ${form.words} arguments`);
  return form.read(args);
}

const COMMANDS: Readonly<Record<string, { readonly words: number; read(args: readonly string[]): Command }>> = {
  sync: { words: 0, read: () => sync },
  status: { words: 0, read: () => status },
  withdraw: { words: 3, read: ([kind = '', number = '', why = '']) => withdraw(requireKind(kind), number, why) },
  account: {
    words: 3,
    read: ([issuer = '', subject = '', person = '']) => account(issuer, subject, requireUid(person)),
  },
};

async function sync({ pages, writer, logger, print }: CommandParts): Promise<boolean> {
  const figures = await syncRegistry({ pages, writer, logger });
  print(table(figures));
  return figures.every(({ failure }) => failure === null);
}

async function status({ writer, print }: CommandParts): Promise<boolean> {
  const [positions, contents, alerts] = await Promise.all([writer.positions(), writer.contents(), writer.alerts()]);
  print(table(positions.map(({ source, state }) => ({ source, state }))));
  print(table([contents]));
  if (alerts.length > 0) print(table(alerts));
  return true;
}

function withdraw(kind: LinkedNumberKind, raw: string, why: string): Command {
  return async ({ writer, operator, print }) => {
    const caseUid = await writer.withdrawLink({ kind, number: canonical(kind, raw), by: operator, why });
    print(
      caseUid === null ? '没有这样的关联 / there is no such link' : `已从 ${caseUid} 撤回 / withdrawn from ${caseUid}`,
    );
    return caseUid !== null;
  };
}

function account(issuer: string, subject: string, personUid: string): Command {
  return async ({ writer, operator, print }) => {
    await writer.tieAccount({ issuer, subject, personUid, checkedBy: operator });
    print('已绑定 / tied');
    return true;
  };
}

function requireKind(text: string): LinkedNumberKind {
  const kind = LINKED_NUMBER_KINDS.find((each) => each === text);
  if (kind === undefined) throw new UsageError(`没有这种编号 / no such kind of number: ${text}`);
  return kind;
}

/** An identity number given by mistake must not get into the registry. */
function requireUid(text: string): string {
  if (/^P-[\w-]{43}$/.test(text)) return text;
  throw new UsageError('PERSON_UID 应为 P- 开头的代号 / PERSON_UID is an opaque id that begins with P-');
}

const IDENTIFIERS: Readonly<Partial<Record<LinkedNumberKind, { parse(raw: string): string | null }>>> = {
  POLICE_CASE_NO: policeCaseNo,
  ACCEPTANCE_NO: acceptanceNo,
  COURT_CASE_NO: courtCaseNo,
  LEGAL_AID_ID: legalAidId,
};

/** A number is found however it was pasted; keys of systems are taken as they are. */
function canonical(kind: LinkedNumberKind, raw: string): string {
  return IDENTIFIERS[kind]?.parse(raw) ?? raw;
}
