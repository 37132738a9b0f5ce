import type { CareSetting } from "@/server/domain/access/list-care-settings";

interface Said {
  /** What the request says, by name. */
  readonly named: string | undefined;
  /** What is set up for the system that asks: `client id=name of the setting`. */
  readonly client: string | undefined;
  readonly ofClients: readonly string[];
}

export type ChosenSetting =
  | { readonly kind: "chosen"; readonly setting: CareSetting }
  | { readonly kind: "unknown"; readonly words: string };

/**
 * In which setting of the organisation the person works: as the request says, or as is set up for the system, or the
 * only one that there is. It is never guessed, since the authority is told. Pure.
 */
export function chooseSetting(settings: readonly CareSetting[], said: Said): ChosenSetting {
  const names = said.named === undefined ? settingsOfClient(said) : [said.named];
  const [only, ...others] = settings;
  if (names.length === 0 && only !== undefined && others.length === 0)
    return { kind: "chosen", setting: only };

  const setting = settings.find(({ name }) => names.some((one) => fold(one) === fold(name)));
  if (setting !== undefined) return { kind: "chosen", setting };
  const known = settings.map(({ name }) => name).join(", ");
  return {
    kind: "unknown",
    words: `Say in which setting the person works, with the header Lantern-Care-Setting. One of: ${known}.`,
  };
}

/** One system may serve several organisations, each with settings of its own. */
function settingsOfClient({ client, ofClients }: Said): readonly string[] {
  if (client === undefined) return [];
  const prefix = `${client}=`;
  return ofClients.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase("en-GB");
}
