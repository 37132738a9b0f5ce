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
  const name = said.named ?? settingOfClient(said);
  const [only, ...others] = settings;
  if (name === undefined && only !== undefined && others.length === 0)
    return { kind: "chosen", setting: only };

  const setting = settings.find((one) => fold(one.name) === fold(name ?? ""));
  if (setting !== undefined) return { kind: "chosen", setting };
  const known = settings.map((one) => one.name).join(", ");
  return {
    kind: "unknown",
    words: `Say in which setting the person works, with the header Lantern-Care-Setting. One of: ${known}.`,
  };
}

function settingOfClient({ client, ofClients }: Said): string | undefined {
  if (client === undefined) return undefined;
  return ofClients.find((line) => line.startsWith(`${client}=`))?.slice(client.length + 1);
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase("en-GB");
}
