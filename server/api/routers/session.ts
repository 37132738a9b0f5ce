import { permitted, router } from "@/server/api/procedures";

export const sessionRouter = router({
  /** Who is signed in, for the head of every page. */
  me: permitted("session:read").query(({ ctx }) => ({
    name: ctx.actor.name,
    role: ctx.actor.role,
    organisationName: ctx.actor.organisationName,
    careSettingName: ctx.actor.careSettingName,
  })),
});
