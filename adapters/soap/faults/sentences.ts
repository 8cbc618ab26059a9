/** What systems write of our account, beside a code that says no more than that something failed. The sentences are compared, never kept. */

/** Characters that are looked at: a search for one word behind another is quadratic, and a reply may be made for that. */
const LOOKED_AT = 1_000;

export function saysExpired(sentence: string): boolean {
  return /(口令|密码|password).*(过期|失效|expired)/i.test(sentence.slice(0, LOOKED_AT));
}

export function saysAccountRefused(sentence: string): boolean {
  return /用户名|账号|帐号|口令|密码|password|user ?name/i.test(sentence.slice(0, LOOKED_AT));
}
