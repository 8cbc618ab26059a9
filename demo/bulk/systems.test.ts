import { describe, expect, it } from '@jest/globals';
import { court12368Bulk } from '#demo/bulk/court-12368.ts';
import { dayOf, workingDay } from '#demo/bulk/days.ts';
import { legalAidBulk } from '#demo/bulk/legal-aid.ts';
import { caseUidOf, plain } from '#demo/bulk/numbers.ts';
import { policeBulk } from '#demo/bulk/police.ts';
import { ACCEPTED } from '#demo/bulk/procuratorate-12309/codes.ts';
import { procuratorate12309Bulk } from '#demo/bulk/procuratorate-12309.ts';
import { hasRecord, SHARED_CASES } from '#demo/bulk/profiles.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { FIRM, LAWYERS, STAFF } from '#demo/world/staff.ts';
import type { LegalAidRows } from '#simulators/legal-aid/rows.ts';
import type { BulkRows } from '#simulators/oracle/stand-in/load.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

const options = { cases: 200, seed: 1 };

async function tablesOf<Rows extends object>({ chunks }: BulkRows<Rows>): Promise<Rows> {
  const tables: Record<string, unknown[]> = {};
  for await (const chunk of chunks()) {
    for (const [name, rows] of Object.entries(chunk as Record<string, unknown[]>))
      tables[name] = [...(tables[name] ?? []), ...rows];
  }
  return tables as Rows;
}

const police = await tablesOf<PoliceRows>(policeBulk(options));
const legalAid = await tablesOf<LegalAidRows>(legalAidBulk(options));
const procuratorate = procuratorate12309Bulk(options);
const reviews = procuratorate.after('', 1000);
const trials = court12368Bulk(options).after('', 1000);

/** Of `yyyy-MM-dd …` or `yyyyMMdd`. */
const dayOfText = (text: string) => dayOf(text.replace(/^(\d{4})-?(\d\d)-?(\d\d).*$/, '$1-$2-$3'));
const digits = (time: string) => time.replace(/\D/g, '');
const policeByNumber = new Map(police.T_AJ.map((row) => [row.AJBH, row]));
const trialByNumber = new Map(trials.map((row) => [plain(row.AH), row]));
const reviewByNumber = new Map(reviews.map((row) => [plain(row.BMSAH), row]));

describe('200 generated cases, in every system', () => {
  it('have the same numbers, both ways', () => {
    const fromPolice = police.T_AJ.flatMap((row) => [row.BPSAH, row.QSSAH].filter(Boolean).map(plain));
    expect(fromPolice.toSorted()).toEqual([...reviewByNumber.keys()].toSorted());
    for (const { BMSAH, LB, GAAJBH, GLSAH, FYAH } of reviews) {
      const [number, ...more] = GAAJBH;
      const theirs = policeByNumber.get(number ?? '');
      expect(more).toEqual([]);
      expect(plain((LB === '1' ? theirs?.BPSAH : theirs?.QSSAH) ?? '')).toBe(plain(BMSAH));
      for (const other of GLSAH) expect(reviewByNumber.get(plain(other))?.GLSAH.map(plain)).toEqual([plain(BMSAH)]);
      if (FYAH === '') continue;
      expect(plain(theirs?.FYAH ?? '')).toBe(plain(FYAH));
      expect(plain(trialByNumber.get(plain(FYAH))?.JCSLAH ?? '')).toBe(plain(BMSAH));
    }
    const prosecuted = trials.filter(({ JCSLAH }) => JCSLAH !== '').map(({ AH }) => plain(AH));
    expect(reviews.flatMap(({ FYAH }) => (FYAH === '' ? [] : plain(FYAH))).toSorted()).toEqual(prosecuted.toSorted());
    for (const { AH, QSAJAH, GLAJAH } of trials) {
      if (QSAJAH !== '') {
        expect(trialByNumber.get(plain(QSAJAH))).toMatchObject({ ZT: '13' });
        expect(trialByNumber.get(plain(QSAJAH))?.GLAJAH.map(plain)).toEqual([plain(AH)]);
      }
      for (const number of GLAJAH) {
        const other = trialByNumber.get(plain(number));
        expect([...(other?.GLAJAH ?? []), other?.QSAJAH ?? ''].map(plain)).toContain(plain(AH));
      }
    }
  });

  it('carry the platform’s number at the police, and in civil records of the court', () => {
    expect(police.T_AJ.map(({ PTTYAH }) => PTTYAH)).toEqual(
      Array.from({ length: options.cases }, (_, index) => index)
        .filter((index) => hasRecord(index, 'POLICE'))
        .map(caseUidOf),
    );
    const civil = trials.filter(({ AH }) => /民初|诉前调/.test(AH));
    expect(civil.filter(({ PTTYAH }) => !/^ZF-2025-8\d{5}$/.test(PTTYAH))).toEqual([]);
    expect(civil.length).toBeGreaterThan(5);
    for (const { PTTYAH, GLAJAH } of civil)
      for (const other of GLAJAH) expect(trialByNumber.get(plain(other))?.PTTYAH).toBe(PTTYAH);
  });

  it('state last days as the law has them: not on a day off, but for people who are held', () => {
    const civil = trials.filter(({ AH }) => /民初|诉前调/.test(AH)).map(({ SXJMRQ }) => SXJMRQ);
    const undecided = reviews.filter(({ LB, AJZT }) => LB === '1' && AJZT === ACCEPTED).map(({ SCJMRQ }) => SCJMRQ);
    const receipts = reviews.flatMap(({ RY }) => RY.flatMap(({ HZJZRQ }) => HZJZRQ || []));
    for (const days of [civil, undecided, receipts]) {
      expect(days.length).toBeGreaterThan(0);
      expect(days.map(dayOfText).filter((day) => workingDay(day) !== day)).toEqual([]);
    }
  });

  it('are about the same people', () => {
    for (const { GAAJBH, RY, FYAH } of reviews) {
      const theirs = police.T_AJRY.filter(({ AJBH }) => AJBH === GAAJBH[0]);
      const ours = RY.map(({ XM, SFZHM, SFBH, SSDW, SFWCN }) => [SSDW, XM, SFZHM, SFBH, SFWCN]);
      expect(ours).toEqual(
        theirs.map(({ RYLB, XM, HM, ZJHM, BHBZ, WCNBZ }) =>
          BHBZ === '1' ? [RYLB, HM, '', BHBZ, WCNBZ] : [RYLB, XM, ZJHM, BHBZ, WCNBZ],
        ),
      );
      if (FYAH === '') continue;
      const atCourt = trialByNumber.get(plain(FYAH))?.DSR.map(({ XM, SFZHM, LXDH }) => [XM, SFZHM, LXDH]);
      expect(atCourt).toEqual(theirs.map(({ XM, ZJHM, LXDH }) => [XM, ZJHM, LXDH]));
    }
    for (const { GLAH, GLAHLX, SYRBH } of legalAid.T_FYAJ) {
      const key = plain(GLAH ?? '');
      const beneficiary = legalAid.T_SYR.find((row) => row.SYRBH === SYRBH);
      const accused = GLAHLX === '3' ? trialByNumber.get(key)?.DSR : reviewByNumber.get(key)?.RY;
      expect(accused?.map(({ XM, SFZHM }) => [XM, SFZHM])).toContainEqual([beneficiary?.SYRXM, beneficiary?.ZJHM]);
    }
  });

  it('arrest at the police whom 12309 let arrest, at that time', () => {
    const suspectOf = (number: string | undefined, order: number) =>
      police.T_AJRY.filter(({ AJBH, RYLB }) => AJBH === number && RYLB === '01')[order]?.RYBH;
    const approved = reviews.flatMap(({ GAAJBH, RY }) =>
      RY.filter(({ JDDM }) => JDDM === '11').map(
        ({ RYXH, ZXSJ }) => `${suspectOf(GAAJBH[0], Number(RYXH) - 1)} ${ZXSJ}`,
      ),
    );
    const arrested = police.T_QZCS.filter(({ CSLB }) => CSLB === '06').map((row) => `${row.RYBH} ${digits(row.KSSJ)}`);
    expect(approved.toSorted()).toEqual(arrested.toSorted());
    expect(approved.length).toBeGreaterThan(50);
  });

  it('were handed over at the same times with the same documents, and all are completed', () => {
    const transfers = reviews.flatMap(({ BMSAH }) => procuratorate.transfersOf(plain(BMSAH)));
    const withPolice = transfers.filter(({ JSDW }) => JSDW !== '鲁9999');
    const at = (row: { FCSJ: string; JSSJ: string }, police?: string) =>
      `${police} ${digits(row.FCSJ)}-${digits(row.JSSJ)}`;
    expect(withPolice.map((row) => at(row, row.GAAJBH[0])).toSorted()).toEqual(
      police.T_YS.map((row) => at(row, row.AJBH)).toSorted(),
    );
    expect([...transfers, ...police.T_YS].filter(({ YSZT }) => YSZT !== '8')).toEqual([]);
    const known = new Map(police.T_WS.map(({ WSBH, ZYZ, WH }) => [WSBH, [ZYZ, WH]]));
    for (const { WSBH, ZYZ, WH } of withPolice.flatMap(({ WS }) => WS)) expect(known.get(WSBH)).toEqual([ZYZ, WH]);
    const packed = police.T_YSCL.flatMap(({ WSBH }) => (WSBH === '' ? [] : WSBH));
    expect(packed.toSorted()).toEqual(withPolice.flatMap(({ WS }) => WS.map(({ WSBH }) => WSBH)).toSorted());
  });

  it('came to court on the day of the prosecution, with the indictment that the procuratorate issued', () => {
    const issued = new Map(reviews.flatMap(({ WS }) => WS).map(({ WSBH, WH, ZYZ, QFRQ }) => [WSBH, [WH, ZYZ, QFRQ]]));
    const prosecuted = trials.filter(({ JCSLAH }) => JCSLAH !== '');
    for (const { SLRQ, JCSLAH, JZWS } of prosecuted) {
      const review = reviewByNumber.get(plain(JCSLAH));
      const decidedOn = review?.RY.filter(({ SSDW }) => SSDW === '01').map(({ JDRQ }) => JDRQ);
      expect(new Set(decidedOn)).toEqual(new Set([digits(SLRQ).slice(0, 8)]));
      const [indictment, ...others] = JZWS.filter(({ ZZDW }) => ZZDW === 'JCY379999');
      expect(others).toEqual([]);
      expect(issued.get(indictment?.WSBH ?? '')).toEqual([
        indictment?.WSWH,
        indictment?.WSZYZ,
        digits(indictment?.QFRQ ?? '').slice(0, 8),
      ]);
    }
  });

  it('have the same counsel at police, procuratorate and court', () => {
    const licences = (text: string) => [...text.matchAll(/:(\d{17})/g)].map(([, licence]) => licence).toSorted();
    for (const { QSSAH, FYAH, WTLSMD } of police.T_AJ) {
      const review = reviewByNumber.get(plain(QSSAH));
      if (review) expect(review.LS.map(({ LSZYZH }) => LSZYZH).toSorted()).toEqual(licences(WTLSMD));
      const trial = trialByNumber.get(plain(FYAH));
      if (trial) expect(trial.DL.map(({ LSZH }) => LSZH).toSorted()).toEqual(licences(WTLSMD));
    }
  });
});

describe('nobody of the world', () => {
  const transfers = reviews.flatMap(({ BMSAH }) => procuratorate.transfersOf(plain(BMSAH)));
  const everything = JSON.stringify([police, legalAid, reviews, transfers, trials]);
  const world = [
    ...Object.values(PEOPLE).flatMap(({ name, idNumber }) => [name, idNumber]),
    ...Object.values(STAFF).flatMap(({ staffNo, name }) => [staffNo, name]),
    ...[...Object.values(LAWYERS).map(({ licenceNo }) => licenceNo), FIRM.uscc, 'LEGALAID-379999', '3799990701'],
  ];

  it('stands in any row', () => {
    expect(world.filter((text) => everything.includes(text))).toEqual([]);
  });

  it('is held, or to be handed over, or waits for a lawyer', () => {
    expect(police.T_ZYRY.filter(({ CSSJ }) => CSSJ === '')).toEqual([]);
    expect(police.T_ZYRY.length).toBeGreaterThan(100);
    expect(police.T_HY).toEqual([]);
    expect(new Set(police.T_AJ.map(({ ZYRYMD }) => ZYRYMD))).toEqual(new Set(['']));
    expect(new Set(legalAid.T_FYAJ.map(({ JGDM, ZT }) => `${JGDM} ${ZT}`))).toEqual(
      new Set(['4399990701 40', '4399990701 50']),
    );
  });
});

describe('the bulk users', () => {
  it('handle the first cases in every system', () => {
    const { police: officer, prosecutor, judge } = BULK_STAFF;
    const first = police.T_AJ.slice(0, SHARED_CASES);
    expect(first.every(({ ZBRGH }) => ZBRGH === officer.staffNo)).toBe(true);
    for (const { BPSAH, QSSAH, FYAH } of first) {
      for (const number of [BPSAH, QSSAH]) {
        expect(reviewByNumber.get(plain(number))?.CBR.map(({ RYGH }) => RYGH)).toContain(prosecutor.staffNo);
      }
      expect(trialByNumber.get(plain(FYAH))?.HYT.map(({ RYBH }) => RYBH)).toContain(judge.staffNo);
    }
  });
});

describe('keys', () => {
  it('are each of one row', () => {
    const keys = [
      ...police.T_AJRY.map(({ RYBH }) => RYBH),
      ...police.T_QZCS.map(({ CSBH }) => CSBH),
      ...police.T_ZYRY.map(({ ZYBH }) => ZYBH),
      ...police.T_WS.map(({ WSBH }) => WSBH),
      ...police.T_YS.map(({ YSBH }) => YSBH),
      ...police.T_YSCL.map(({ YSBH, XH }) => `${YSBH} ${XH}`),
      ...legalAid.T_FYAJ.map(({ FYAJBH }) => FYAJBH),
      ...legalAid.T_SYR.map(({ SYRBH }) => SYRBH),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    const atCourt = trials.flatMap(({ JZWS }) => JZWS.map(({ WSBH }) => WSBH));
    expect(new Set(atCourt).size).toBe(atCourt.length);
  });
});
