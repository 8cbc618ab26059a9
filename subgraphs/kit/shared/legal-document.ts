import type { Builder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import type { OwnerDelivery, OwnerDocument } from '#subgraphs/kit/owner-rows.ts';
import type { AgencyRef } from '#subgraphs/kit/shared/agency.ts';

/** A document to which another record refers: what the reference itself tells, and the rest for whoever asks for it. */
export interface ReferredDocument
  extends Pick<OwnerDocument, 'documentUid' | 'number' | 'issuer'>,
    Partial<Pick<OwnerDocument, 'code' | 'title'>> {
  /** Its entry in the list of documents. */
  entry(): Promise<OwnerDocument>;
}

type ShownDocument = OwnerDocument | ReferredDocument;

export function defineLegalDocument<Context extends RequestContext>(
  builder: Builder<Context>,
  Agency: AgencyRef<Context>,
) {
  const Delivery = builder.objectRef<OwnerDelivery>('Delivery').implement({
    description: '送达 service of a document',
    shareable: true,
    policy: [['case.read']],
    fields: (t) => ({
      to: t.exposeString('to', {
        nullable: false,
        description: '受送达人 on whom it was served, as this caller may see it',
      }),
      method: t.exposeString('method', { description: '送达方式 how' }),
      servedAt: t.expose('servedAt', { type: 'DateTime', description: '送达时间 when; null while it is not served' }),
      ok: t.exposeBoolean('ok', { nullable: false, description: '是否送达 whether it was served' }),
    }),
  });
  return builder.objectRef<ShownDocument>('LegalDocument').implement({
    description: '法律文书 a legal document：只有目录信息，不含正文。',
    shareable: true,
    policy: [['case.read']],
    fields: (t) => ({
      documentUid: t.exposeID('documentUid', { nullable: false, description: '文书键 key of the document' }),
      code: t.string({
        nullable: false,
        description: '文书代码 document code (DOMAIN 2.13); the issuer’s own where the catalogue has none',
        resolve: async (document) => (document.code ?? (await entryOf(document)).code).code,
      }),
      title: t.string({
        nullable: false,
        description: '文书名称 title',
        resolve: async (document) => document.title ?? (await entryOf(document)).title,
      }),
      number: t.exposeString('number', { description: '文书号 number, as the issuer writes it' }),
      issuer: t.field({
        type: Agency,
        nullable: false,
        description: '制作机关 issuing agency',
        resolve: ({ issuer }) => issuer,
      }),
      issuedOn: t.field({
        type: 'LegalDate',
        description: '制作日期 issued on',
        resolve: async (document) => (await entryOf(document)).issuedOn,
      }),
      sealed: t.boolean({
        description: '是否签章 whether it bears an electronic seal',
        resolve: async (document) => (await entryOf(document)).sealed,
      }),
      signatureValid: t.boolean({
        description: '验签结果 whether the signature is valid; null where it was not verified',
        resolve: async (document) => (await entryOf(document)).signatureValid,
      }),
      digest: t.field({
        type: 'Digest',
        description: '摘要 digest, `sm3:` and 64 hexadecimal digits',
        resolve: async (document) => (await entryOf(document)).digest,
      }),
      deliveries: t.field({
        type: [Delivery],
        nullable: false,
        description: '送达情况 where it was served',
        resolve: async (document) => [...(await entryOf(document)).deliveries],
      }),
    }),
  });
}

async function entryOf(document: ShownDocument): Promise<OwnerDocument> {
  return 'entry' in document ? document.entry() : document;
}
