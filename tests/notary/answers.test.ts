import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createNotarySystem } from '#adapters/systems/notary/system.ts';
import { authority, call, client, server } from '#tests/notary/harness.ts';
import { key, OFFICE, REVOKED, VALID } from '#tests/notary/numbers.ts';

const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'NOTARY', system: 'notary', retryable: false };
const { certificate: cert, key: serverKey } = server(authority);
const tls = { ...client(authority), authority: authority.certificate };

const numberOf = (serial: string, office: string = OFFICE) =>
  `<jigouDaima>${office}</jigouDaima><niandu>2025</niandu><zihao>鲁虚构证民字</zihao><liushuiHao>${serial}</liushuiHao>`;
const status = (number: string) =>
  `<HechaJieguo xmlns="urn:gongzhengyun:hecha:2">${number}<zhuangtai>01</zhuangtai>` +
  '<chujuRiqi>2025-03-18+08:00</chujuRiqi><qiangzhiXiaoli>1</qiangzhiXiaoli></HechaJieguo>';
const facts = (number: string) =>
  `<gongzhengshu>${number}<juanzongLeibie>1</juanzongLeibie><miji>0</miji><gongzhengyuanHao>GZ0001</gongzhengyuanHao></gongzhengshu>`;
const listed = (id: string, number: string) =>
  `<gongzhengshu><pingtaiHao>${id}</pingtaiHao>${number}<juanzongLeibie>1</juanzongLeibie><miji>0</miji><gongzhengyuanHao>GZ0001</gongzhengyuanHao></gongzhengshu>`;
const list = (element: string, total: string, ...items: string[]) =>
  `<${element} xmlns="urn:gongzhengyun:hecha:2"><zongshu>${total}</zongshu>${items.join('')}</${element}>`;

/** A port to a platform that answers every question with that element. */
async function answering<Answer>(
  body: string,
  ask: (notary: Awaited<ReturnType<typeof createNotarySystem>>) => Promise<Answer>,
) {
  const xml = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>${body}</e:Body></e:Envelope>`;
  const platform = createServer({ cert, key: serverKey }, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/soap+xml' }).end(xml);
  });
  await once(platform.listen(0, '127.0.0.1'), 'listening');
  const endpoint = `https://127.0.0.1:${(platform.address() as AddressInfo).port}/`;
  const notary = await createNotarySystem({ endpoint, tls });
  try {
    return await ask(notary);
  } finally {
    await notary.close();
    platform.close();
  }
}

describe('a certificate', () => {
  const verify = (body: string) => answering(body, (notary) => notary.verify(OFFICE, VALID, null, call));

  it('that was asked for is the answer', async () => {
    expect(await verify(status(numberOf('000001')))).toMatchObject({ state: 'VALID', enforceable: true });
  });

  it.each([
    ['another one', status(numberOf('000002'))],
    ['one whose zeros were lost on the way', status(numberOf('1'))],
    ['one of another office', status(numberOf('000001', '32439999FAKE7NTY9M'))],
    ['one of an office that is none', status(numberOf('000001', '32379999FAKE6NTY36'))],
    ['one whose serial is no number', status(numberOf('1E0'))],
    ['one without an office', status(numberOf('000001').replace(/<jigouDaima>.*<\/jigouDaima>/, ''))],
    ['nothing', '<HechaJieguo xmlns="urn:gongzhengyun:hecha:2"/>'],
    ['two states', status(numberOf('000001')).replace('<chujuRiqi>', '<zhuangtai>03</zhuangtai><chujuRiqi>')],
  ])('%s is refused', async (_what, body) => {
    await expect(verify(body)).rejects.toMatchObject(invalid);
  });
});

describe('a list of facts', () => {
  const ask = (body: string) => answering(body, (notary) => notary.certificateFacts([key(VALID), key(REVOKED)], call));

  it('may be empty', async () => {
    expect(await ask(list('QuanxianLiebiao', '0'))).toEqual(new Map());
  });

  it.each([
    ['with one that was not asked for', list('QuanxianLiebiao', '1', facts(numberOf('000003')))],
    ['with one twice', list('QuanxianLiebiao', '2', facts(numberOf('000001')), facts(numberOf('000001')))],
    ['that is cut', list('QuanxianLiebiao', '2', facts(numberOf('000001')))],
    ['without its length', list('QuanxianLiebiao', '', facts(numberOf('000001')))],
    ['without a notary', list('QuanxianLiebiao', '1', facts(numberOf('000001')).replace('GZ0001', ''))],
  ])('%s is refused', async (_what, body) => {
    await expect(ask(body).then((found) => found.get(key(VALID)))).rejects.toMatchObject(invalid);
  });
});

describe('a page', () => {
  const AFTER = '0037999920250000001';
  const NEXT = '0037999920250000002';
  const ask = (body: string, after = AFTER) => answering(body, (notary) => notary.page(OFFICE, after, 2, call));
  const item = listed(NEXT, numberOf('000002'));

  it('goes on after the key that was given', async () => {
    expect(await ask(list('MuluLiebiao', '1', item))).toMatchObject([{ recordKey: NEXT, number: REVOKED }]);
  });

  it('goes on where a key has one digit more', async () => {
    const page = list('MuluLiebiao', '1', listed('10', numberOf('000002')));
    expect(await ask(page, '9')).toMatchObject([{ recordKey: '10' }]);
  });

  it.each([
    ['that begins again', list('MuluLiebiao', '1', listed(AFTER, numberOf('000001')))],
    ['with one twice', list('MuluLiebiao', '2', item, item)],
    ['of another office', list('MuluLiebiao', '1', listed(NEXT, numberOf('000002', '32439999FAKE7NTY9M')))],
    ['longer than was asked for', list('MuluLiebiao', '3', item, item, item)],
    ['that is cut', list('MuluLiebiao', '2', item)],
    ['whose key is none', list('MuluLiebiao', '1', listed('3.8E16', numberOf('000002')))],
  ])('%s is refused', async (_what, body) => {
    await expect(ask(body)).rejects.toMatchObject(invalid);
  });
});
