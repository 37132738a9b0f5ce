/** The token of a request that carries one. Longer ones than any issuer makes are not looked at. */
export function bearerOf(headers: Headers): string | undefined {
  const [, token] = /^Bearer +([\w.~+/=-]{1,8000})$/i.exec(headers.get("authorization") ?? "") ?? [];
  return token;
}
