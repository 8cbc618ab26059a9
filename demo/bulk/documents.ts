import { type Day, dateOf } from '#demo/bulk/days.ts';
import { serialOf } from '#demo/bulk/numbers.ts';

/** The forms in use before a case comes to court: what they are called, and what their numbers begin with. */
const FORMS = {
  FILING: form('POLICE', '立案决定书', '虚公（刑）立字'),
  NO_FILING: form('POLICE', '不予立案通知书', '虚公（刑）不立字'),
  DETENTION: form('POLICE', '拘留证', '虚公（刑）拘字'),
  ARREST_REQUEST: form('POLICE', '提请批准逮捕书', '虚公（刑）提捕字'),
  ARREST: form('POLICE', '逮捕证', '虚公（刑）捕字'),
  BAIL: form('POLICE', '取保候审决定书', '虚公（刑）取保字'),
  SURVEILLANCE: form('POLICE', '监视居住决定书', '虚公（刑）监居字'),
  OPINION: form('POLICE', '起诉意见书', '虚公（刑）诉字'),
  SUPPLEMENT_REPORT: form('POLICE', '补充侦查报告书', '虚公（刑）补侦字'),
  WITHDRAWAL: form('POLICE', '撤销案件决定书', '虚公（刑）撤案字'),
  APPROVAL: form('ARREST_REVIEW', '批准逮捕决定书', '虚检批捕'),
  REFUSAL: form('ARREST_REVIEW', '不批准逮捕决定书', '虚检不捕'),
  ARREST_OUTLINE: form('ARREST_REVIEW', '补充侦查提纲', '虚检捕补侦'),
  RETURN_OUTLINE: form('PROSECUTION_REVIEW', '补充侦查提纲', '虚检补侦'),
  INDICTMENT: form('PROSECUTION_REVIEW', '起诉书', '虚检刑诉'),
  NO_PROSECUTION: form('PROSECUTION_REVIEW', '不起诉决定书', '虚检刑不诉'),
} as const;
export type FormName = keyof typeof FORMS;

/** The record that a document was made in. */
type Origin = 'POLICE' | 'ARREST_REVIEW' | 'PROSECUTION_REVIEW';

interface Form {
  readonly origin: Origin;
  readonly title: string;
  readonly agencyWords: string;
}

export interface PlannedDocument {
  readonly form: FormName;
  readonly origin: Origin;
  readonly title: string;
  readonly number: string;
  readonly issuedOn: Day;
  /** Among the documents of its record, from 1. */
  readonly place: number;
  /** The suspect whom it is about, by place; null where it is about all. */
  readonly about: number | null;
}

/** The documents of one case, one after the other. */
export class Dossier {
  readonly documents: PlannedDocument[] = [];
  readonly #index: number;

  constructor(index: number) {
    this.#index = index;
  }

  add(name: FormName, issuedOn: Day, about: number | null = null): PlannedDocument {
    const { origin, title, agencyWords } = FORMS[name];
    const serial = serialOf(this.#index) + (about === null ? '' : about + 1);
    const number = `${agencyWords}〔${dateOf(issuedOn).slice(0, 4)}〕${serial}号`;
    const place = this.documents.filter((each) => each.origin === origin).length + 1;
    const document = { form: name, origin, title, number, issuedOn, place, about };
    this.documents.push(document);
    return document;
  }
}

function form(origin: Origin, title: string, agencyWords: string): Form {
  return { origin, title, agencyWords };
}
