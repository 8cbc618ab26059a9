import { departmentOfAgency } from '#schema/agencies.ts';
import { builder } from '#subgraphs/casework/builder.ts';
import { CaseRef } from '#subgraphs/casework/case-ref.ts';
import type { CaseworkContext } from '#subgraphs/casework/context.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { copiesOf, datesDiffering } from '#subgraphs/casework/lists/copies.ts';
import type { OwnedRow } from '#subgraphs/casework/lists/join.ts';
import { rowsAt } from '#subgraphs/casework/lists/rows.ts';
import type { Difference } from '#subgraphs/casework/registry/writer/differences.ts';
import { LegalDocument } from '#subgraphs/casework/shared-types.ts';
import { badArgument } from '#subgraphs/kit/bad-argument.ts';
import type { OwnerDocument } from '#subgraphs/kit/owner-rows.ts';

type Copies = readonly OwnedRow<OwnerDocument>[];

builder.objectField(CaseRef, 'documents', (t) =>
  t.field({
    type: [LegalDocument],
    description: '法律文书 documents of the case，各部门目录汇总，同一文书只列一次；某部门不可用时附一条错误。',
    args: { code: t.arg.string({ description: '只列出此文书代码 only this document code (DOMAIN 2.13)' }) },
    resolve: async (found, { code }, context, info) => {
      if (code?.trim() === '') throw badArgument('code', '应为文书代码，如 JC-03', 'is a document code, such as JC-03');
      const rows = rowsAt(context, info, await context.joined(found, 'documents'));
      context.noteDifferences(found, documentDifferences(rows));
      return distinctDocuments(rows).filter((document) => code == null || document.code.code === code);
    },
  }),
);

/** One of the documents of a case that the caller may see. @throws DepartmentError where the system whose key it is did not answer */
export async function documentByUid(
  context: CaseworkContext,
  found: FoundCase,
  uid: string | null,
): Promise<OwnerDocument | null> {
  if (uid === null) return null;
  const { rows, failures } = await context.joined(found, 'documents');
  const documents = await context.scope.once(`documents by key ${found.row.caseUid}`, async () => byEveryKey(rows));
  const document = documents.get(uid);
  const failed = failures.find(({ owner }) => uid.startsWith(`${owner.system}:`));
  if (document === undefined && failed !== undefined) throw failed.error;
  return document ?? null;
}

/** By the keys of all copies: whoever holds a copy refers to its own, and another department's row may be the one that stands. */
function byEveryKey(rows: Copies): ReadonlyMap<string, OwnerDocument> {
  const keyed = copiesOf(rows, identityOf).flatMap((copies) =>
    distinctDocuments(copies).flatMap((document) =>
      copies.map(({ row }): [string, OwnerDocument] => [row.documentUid, document]),
    ),
  );
  return new Map(keyed);
}

/** A document that several departments hold is stored once: its issuer's row, with the deliveries of whoever served it. */
export function distinctDocuments(rows: Copies): OwnerDocument[] {
  return copiesOf(rows, identityOf).flatMap((copies) => {
    const [first] = copies;
    const issued = issuersOf(copies) ?? first;
    if (issued === undefined) return [];
    const others = copies.filter((copy) => copy !== issued).flatMap(({ row }) => row.deliveries);
    return [{ ...issued.row, deliveries: [...issued.row.deliveries, ...others] }];
  });
}

/** What others date otherwise than the issuer. */
export function documentDifferences(rows: Copies): Omit<Difference, 'caseUid'>[] {
  return copiesOf(rows, identityOf).flatMap((copies) => {
    const issued = issuersOf(copies);
    if (issued === undefined) return [];
    const { issuer: agencyCode, code } = issued.row;
    return datesDiffering(issued, copies, ['issuedOn']).map(({ field, ...by }) => ({
      ...{ agencyCode, ...by },
      field: `document ${code.code} ${field}`,
    }));
  });
}

function issuersOf(copies: Copies): OwnedRow<OwnerDocument> | undefined {
  return copies.find(({ owner, row }) => departmentOfAgency(row.issuer) === owner.department);
}

/** Who issued it, as what, under which number; a document without a number by its day. */
function identityOf({ issuer, code, number, issuedOn, title }: OwnerDocument): string {
  return JSON.stringify([issuer, code.code, number ?? [issuedOn, title]]);
}
