interface Cookie {
  readonly value: string;
  readonly path: string;
}

export interface Visit {
  /** Where the redirects ended. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Every address on the way, the first and the last included. */
  readonly way: readonly URL[];
}

/** A browser without pages: keeps cookies of one host as a browser does (whatever the port) and follows redirects. */
export class CookieBrowser {
  readonly #cookies = new Map<string, Cookie>();

  /** The Cookie header that a request to this path would carry. */
  cookieHeader(path = "/"): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  get cookieNames(): readonly string[] {
    return [...this.#cookies.keys()];
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, { value, path: "/" });
  }

  async open(address: string | URL): Promise<Visit> {
    return this.#follow(new Request(address));
  }

  /** Posts a form, as a page of the same origin does. */
  async post(address: string | URL, form: Readonly<Record<string, string>> = {}): Promise<Visit> {
    const headers = { "Sec-Fetch-Site": "same-origin" };
    return this.#follow(new Request(address, { method: "POST", body: new URLSearchParams(form), headers }));
  }

  async #follow(first: Request): Promise<Visit> {
    const way: URL[] = [];
    let request = first;
    for (;;) {
      const url = new URL(request.url);
      way.push(url);
      if (way.length > 20) throw new Error(`redirects without end: ${way.map(String).join(" ")}`);
      request.headers.set("cookie", this.cookieHeader(url.pathname));
      const response = await fetch(request, { redirect: "manual" });
      for (const line of response.headers.getSetCookie()) this.#keep(line);

      const location = response.headers.get("location");
      if (location === null) {
        return { url, status: response.status, headers: response.headers, body: await response.text(), way };
      }
      request = new Request(new URL(location, url));
    }
  }

  #keep(line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const expires = attribute("expires");
    const isOver =
      attribute("max-age") === "0" || (expires !== undefined && Date.parse(expires) < Date.now());

    if (isOver) this.#cookies.delete(name);
    else this.#cookies.set(name, { value, path: attribute("path") ?? "/" });
  }
}
