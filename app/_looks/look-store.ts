// How Lantern looks on this phone: by which light, and for which hand. Two words in local storage, nothing about
// anybody, so they outlive signing out. A line of script at the top of each page reads them before anything is shown
// (look-script.tsx).

const lookItem = "lantern-look";

export const schemes = ["system", "light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

export const hands = ["right", "left"] as const;
export type Hand = (typeof hands)[number];

export interface Look {
  readonly scheme: Scheme;
  readonly hand: Hand;
}

/** What is written: "dark left". Anything else is the look of a phone where nobody chose. Pure. */
export function parseLook(written: string | null): Look {
  const [first, second] = (written ?? "").split(" ");
  return {
    scheme: schemes.find((scheme) => scheme === first) ?? "system",
    hand: hands.find((hand) => hand === second) ?? "right",
  };
}

export function writtenLook(): string | null {
  try {
    return localStorage.getItem(lookItem);
  } catch {
    return null;
  }
}

/** Shows it at once and keeps it. False where this phone does not keep it: then it is gone with this page. */
export function keepLook(look: Look): boolean {
  showLook(look);
  try {
    localStorage.setItem(lookItem, `${look.scheme} ${look.hand}`);
    return true;
  } catch {
    return false;
  }
}

function showLook({ scheme, hand }: Look): void {
  const { dataset } = document.documentElement;
  if (scheme === "system") delete dataset["scheme"];
  else dataset["scheme"] = scheme;
  dataset["hand"] = hand;
  colourBar(scheme);
}

/**
 * The bar of the phone above the page goes with the light that was chosen: a colour before those that go with the phone's
 * own. Is written into the page as it stands, so it may use nothing from outside itself.
 */
function colourBar(scheme: string): void {
  document.querySelector("meta[data-chosen]")?.remove();
  if (scheme !== "dark" && scheme !== "light") return;
  const meta = document.createElement("meta");
  meta.name = "theme-color";
  meta.dataset["chosen"] = "";
  // The same colours as of the head, written otherwise: React must not take it for one of its own.
  meta.content = scheme === "dark" ? "rgb(0 58 120)" : "rgb(0 94 184)";
  document.head.prepend(meta);
}

/** `parseLook` and `showLook`, in a line: it runs before the page shows anything, and before any file of ours has come. */
export const lookScript = `try{var w=(localStorage.getItem("${lookItem}")||"").split(" "),d=document.documentElement.dataset;if(/^(light|dark)$/.test(w[0]))d.scheme=w[0];if(/^(right|left)$/.test(w[1]))d.hand=w[1];(${colourBar.toString()})(w[0])}catch(e){}`;
