import type { AccessToken } from "@/server/gateways/demographics-token";

export interface Call {
  /** After the FHIR address, with a slash at its beginning. */
  readonly path: string;
  /** The same for every try of one question. */
  readonly requestId: string;
  readonly signal: AbortSignal;
}

interface Place {
  readonly url: string;
  readonly token: AccessToken;
}

/** Asks demographics once. Throws where no answer comes; a token that is refused is not used again. */
export async function callDemographics(
  { url, token }: Place,
  { path, requestId, signal }: Call,
): Promise<Response> {
  const current = await token.get();
  const response = await fetch(`${url}${path}`, {
    headers: {
      Accept: "application/fhir+json",
      Authorization: `Bearer ${current}`,
      "User-Agent": "Lantern (child protection information sharing)",
      "X-Request-ID": requestId,
    },
    redirect: "error",
    signal,
  });
  if (response.status === 401) token.forget(current);
  return response;
}
