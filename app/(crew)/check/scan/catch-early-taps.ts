/**
 * Is written into the page as it stands, so it may use nothing from outside itself. It listens at the window, before
 * anything else, and keeps what it has handled from the page's own script: no tap counts twice. It also keeps the form
 * from being sent by the browser, which knows no other way than a page load.
 */
export function catchEarlyTaps(): void {
  const waiting = (place: Element | null) =>
    place?.closest<HTMLElement>('[data-early="waiting"]') ?? undefined;

  const pressed = (digits: string, key: string) => {
    const next = key === "clear" ? "" : key === "delete" ? digits.slice(0, -1) : digits + key;
    return [next.slice(0, 3), next.slice(3, 6), next.slice(6)].join(" ").trim();
  };

  window.addEventListener(
    "click",
    (event) => {
      const target = event.target instanceof Element ? event.target : null;
      const root = waiting(target);
      const key = target?.closest<HTMLElement>("[data-key]")?.dataset["key"];
      if (root === undefined) return;
      const input = root.querySelector("input");
      if (key !== undefined && input !== null) {
        event.stopImmediatePropagation();
        input.value = pressed(input.value.replaceAll(" ", ""), key);
      } else if (target?.closest("[data-scan]")) {
        event.stopImmediatePropagation();
        root.dataset["wants"] = "scan";
      }
    },
    true,
  );

  window.addEventListener(
    "submit",
    (event) => {
      const form = event.target instanceof Element ? event.target : null;
      const root = form?.querySelector<HTMLElement>('[data-early="waiting"]');
      if (!root) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      root.dataset["wants"] = "check";
    },
    true,
  );
}
