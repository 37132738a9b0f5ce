/** What Chrome and Edge give a page that may offer to install itself. TypeScript does not know it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

let offer: InstallOffer | undefined;
const listeners = new Set<() => void>();

/**
 * Keeps the browser's offer until somebody asks for it on the page about installing: by itself it would come in the
 * middle of a lookup.
 */
export function holdInstallOffer(): () => void {
  const hold = (event: Event): void => {
    if (!isInstallOffer(event)) return;
    event.preventDefault();
    change(event);
  };
  const forget = (): void => {
    change(undefined);
  };
  window.addEventListener("beforeinstallprompt", hold);
  window.addEventListener("appinstalled", forget);
  return () => {
    window.removeEventListener("beforeinstallprompt", hold);
    window.removeEventListener("appinstalled", forget);
  };
}

export function hasInstallOffer(): boolean {
  return offer !== undefined;
}

/** Shows the browser's own question. It can be shown once. */
export async function takeInstallOffer(): Promise<"accepted" | "dismissed" | "none"> {
  const taken = offer;
  change(undefined);
  return taken === undefined ? "none" : (await taken.prompt()).outcome;
}

export function onInstallOffer(listen: () => void): () => void {
  listeners.add(listen);
  return () => {
    listeners.delete(listen);
  };
}

function change(next: InstallOffer | undefined): void {
  offer = next;
  for (const listen of listeners) listen();
}

function isInstallOffer(event: Event): event is InstallOffer {
  return "prompt" in event && typeof event.prompt === "function";
}
