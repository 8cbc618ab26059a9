/** What systems write of our account, beside a code that says no more than that something failed. The sentences are compared, never kept. */

export function saysExpired(sentence: string): boolean {
  return /(口令|密码|password).*(过期|失效|expired)/i.test(sentence);
}

export function saysAccountRefused(sentence: string): boolean {
  return /用户名|账号|帐号|口令|密码|password|user ?name/i.test(sentence);
}
