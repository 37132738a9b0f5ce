import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { allEntered, entered, type RotaState } from "./entered";
import { rotaAddress, type Done } from "./rota-address";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";

interface Sent {
  readonly before: RotaState;
  readonly form: FormData;
  readonly done: Done;
}

/**
 * Does what a form asks and goes on to the page that shows what came of it: the rota with its faults, or one's own
 * shifts. Where it is refused the form comes back with what was entered and what is wrong.
 */
export async function saveAndGoOn(
  { before, form, done }: Sent,
  act: () => Promise<unknown>,
): Promise<RotaState> {
  const typed = entered(form);
  const isOwn = typed("back") === "shifts";
  const path = isOwn ? "/duty/shifts" : "/rota";
  const result = await orProblem(act, path);
  if ("problem" in result) return { ...result, entered: allEntered(form), attempt: before.attempt + 1 };
  revalidatePath(path);
  redirect(
    isOwn ? `/duty/shifts?done=${done}` : rotaAddress({ teamId: typed("teamId"), day: typed("day"), done }),
  );
}
