import { redirect } from "next/navigation";
import { signedInActor } from "@/app/_trpc/server";
import { homeOf } from "@/app/_ui/nav-for";

/** Home is the page a role works on. */
export default async function Home(): Promise<never> {
  const actor = await signedInActor("/");
  redirect(homeOf(actor.role));
}
