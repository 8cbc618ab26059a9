import { describe, expect, it } from '@jest/globals';
import type { XmlRecord } from '#adapters/soap/value.ts';
import { NOT_ISSUED, STATES } from '#adapters/systems/notary/codes.ts';
import { toFacts, toIngested, toVerification } from '#adapters/systems/notary/mapping.ts';
import { toKey, toNumber, toOffice, toParts } from '#adapters/systems/notary/numbers.ts';
import { CERTIFICATE_STATES, type CertificateKey, UNKNOWN_CERTIFICATE } from '#adapters/systems/notary/port.ts';
import { readWhole } from '#adapters/systems/read-whole.fixture.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

const NUMBER = { jigouDaima: '32379999FAKE6NTY35', niandu: '2025', zihao: '鲁虚构证民字', liushuiHao: '000001' };
const STATUS: XmlRecord = { ...NUMBER, zhuangtai: '01', chujuRiqi: '2025-03-18+08:00', qiangzhiXiaoli: '1' };
const FLAGS: XmlRecord = { ...NUMBER, juanzongLeibie: '1', miji: '0' };
const LOOK = { officeUscc: toOffice(NUMBER), number: toNumber(NUMBER), checkedAt: '2025-06-16T09:00:00+08:00' };
const verified = (changes: XmlRecord, digest: string | null = null) =>
  toVerification({ ...STATUS, ...changes }, digest, LOOK);
const HEX = 'ab'.repeat(32);

describe('states', () => {
  it('are all of the graph’s but UNKNOWN, each by one code', () => {
    expect([...STATES.values(), 'UNKNOWN'].sort()).toEqual([...CERTIFICATE_STATES].sort());
    expect(new Set(STATES.values()).size).toBe(STATES.size);
    expect(STATES.has(NOT_ISSUED)).toBe(false);
    expect(UNKNOWN_CERTIFICATE.state).toBe('UNKNOWN');
  });

  it.each([...STATES])('%s is %s', (zhuangtai, state) => {
    expect(verified({ zhuangtai }).state).toBe(state);
  });
});

describe('enforceable', () => {
  it.each([
    ['1', '01', true],
    ['true', '02', true],
    ['0', '01', false],
    ['false', '01', false],
    ['1', '03', false],
  ])('%s with the state %s: %s', (qiangzhiXiaoli, zhuangtai, meaning) => {
    expect(verified({ qiangzhiXiaoli, zhuangtai }).enforceable).toBe(meaning);
  });

  it('is never guessed', () => {
    const { qiangzhiXiaoli: _, ...without } = STATUS;
    for (const record of [without, { ...STATUS, qiangzhiXiaoli: '是' }]) {
      expect(() => readWhole(() => toVerification(record, null, LOOK))).toThrow(UnreadableField);
    }
  });
});

describe('digestMatches', () => {
  const matches = (zhaiyaoZhi: string, digest: string | null, zhaiyaoSuanfa = 'SM3') =>
    verified({ zhaiyaoSuanfa, zhaiyaoZhi }, digest).digestMatches;

  it('compares digits, whatever their case', () => {
    expect(matches(HEX.toUpperCase(), `sm3:${HEX}`)).toBe(true);
    expect(matches(HEX, `sm3:${HEX}`)).toBe(true);
    expect(matches(HEX, `sm3:${HEX.replace('ab', 'ac')}`)).toBe(false);
  });

  it('cannot be told from half a digest, and what else is known of the certificate can', () => {
    const certificate = verified({ zhuangtai: '03', zhaiyaoSuanfa: 'SM3', zhaiyaoZhi: 'ab' }, `sm3:${HEX}`);
    expect(certificate.state).toBe('REVOKED');
    expect(() => certificate.digestMatches).toThrow(DepartmentError);
  });

  it('is null where there is nothing to compare', () => {
    expect(matches(HEX, null)).toBeNull();
    expect(matches('', `sm3:${HEX}`)).toBeNull();
    expect(matches(HEX, `sm3:${HEX}`, 'SHA-256')).toBeNull();
    expect(matches(HEX, `sm3:${HEX}`, '')).toBeNull();
  });
});

describe('the execution certificate', () => {
  const of = (zhixingZhengshu: XmlRecord) => verified({ zhixingZhengshu }).executionNumber;
  const number = { niandu: '2025', zihao: '鲁虚构证执字', liushuiHao: '0007' };

  it('has a number, whatever its state, or was not issued', () => {
    for (const zhuangtai of ['01', '03']) expect(of({ ...number, zhuangtai })).toBe('（2025）鲁虚构证执字第0007号');
    expect(of({ niandu: '', zihao: '', liushuiHao: '', zhuangtai: '00' })).toBeNull();
    expect(of({})).toBeNull();
  });
});

describe('numbers', () => {
  it.each([
    ['（2025）鲁虚构证民字第000001号', { niandu: '2025', zihao: '鲁虚构证民字', liushuiHao: '000001' }],
    ['（2024）湘虚构证经字第1643号', { niandu: '2024', zihao: '湘虚构证经字', liushuiHao: '1643' }],
    ['（2025）粤虚构第079522号', { niandu: '2025', zihao: '粤虚构', liushuiHao: '079522' }],
  ])('%s goes to the wire and comes back as it was', (number, parts) => {
    const key = `32379999FAKE6NTY35 ${number}` as CertificateKey;
    expect(toParts(key)).toEqual({ jigouDaima: '32379999FAKE6NTY35', ...parts });
    expect(toKey(toParts(key))).toBe(key);
  });

  it.each([
    [{ liushuiHao: '' }],
    [{ liushuiHao: '123456789' }],
    [{ niandu: '25' }],
    [{ zihao: 'x' }],
    [{ jigouDaima: '32379999FAKE6NTY36' }],
  ])('with %j are refused', (change) => {
    expect(() => toKey({ ...NUMBER, ...change })).toThrow(UnreadableField);
  });
});

describe('flags', () => {
  it.each([
    ['1', '0', { sealed: false, labelled: false }],
    ['2', '0', { sealed: true, labelled: false }],
    ['1', '1', { sealed: false, labelled: true }],
    ['1', '9', { sealed: false, labelled: true }],
  ])('file class %s and secret level %s', (juanzongLeibie, miji, flags) => {
    const record = {
      ...FLAGS,
      juanzongLeibie,
      miji,
      gongzhengyuanHao: 'GZ0001',
      huibiGongzhengyuanHao: [],
      pingtaiHao: '001',
    };
    expect(toFacts(record)).toMatchObject(flags);
    expect(toIngested(record)).toMatchObject({ ...flags, recordKey: '001', linkedNumbers: [] });
  });

  it.each(['juanzongLeibie', 'miji', 'gongzhengyuanHao'])('without %s there are no facts', (element) => {
    const record = { ...FLAGS, gongzhengyuanHao: 'GZ0001', huibiGongzhengyuanHao: [], [element]: '' };
    expect(() => toFacts(record)).toThrow(new UnreadableField(element, 'is missing'));
  });
});
