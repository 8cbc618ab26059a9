/** Where the login form is shown and sent, below the issuer. */
export const LOGIN_PATH = '/login-actions/authenticate';

/** A page that loads nothing from anywhere. `title` and `body` are HTML of ours, never a user's text. */
export function page(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head>
<body><h1>${title}</h1>${body}</body></html>
`;
}

/** Keycloak shows the form again with status 200 after a wrong password. */
export function loginPage(action: string, failed: boolean): string {
  return page(
    '登录 Sign in',
    `${failed ? '<p role="alert">用户名或密码错误 Invalid username or password.</p>' : ''}
<form id="kc-form-login" method="post" action="${action}">
<label>用户名 Username <input name="username" autocomplete="username" autofocus></label>
<label>密码 Password <input name="password" type="password" autocomplete="current-password"></label>
<button type="submit">登录 Sign in</button>
</form>`,
  );
}
