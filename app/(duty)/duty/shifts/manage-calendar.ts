"use server";

import { revalidatePath } from "next/cache";
import { orProblem } from "@/app/(oversight)/feeds/problem-in-words";
import { caller } from "@/app/_trpc/server";

/** What came of the last step. The address is in here once, and nowhere else. */
export interface CalendarState {
  readonly address?: string;
  readonly problem?: string;
}

const path = "/duty/shifts";

/** Makes an address and shows it this once. */
export async function issueCalendar(): Promise<CalendarState> {
  const result = await orProblem(async () => (await caller()).rota.issueCalendar(), path);
  revalidatePath(path);
  return "problem" in result ? result : result.value;
}

/** Ends every address. */
export async function revokeCalendar(): Promise<CalendarState> {
  const result = await orProblem(async () => (await caller()).rota.revokeCalendar(), path);
  revalidatePath(path);
  return "problem" in result ? result : {};
}
