import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import superjson from "superjson";
import { procedureUrl } from "./browser";
import type { AppRouter } from "@/server/api/root";

/** What is told as it happens, over one open connection each. Apart, since the number pad needs nothing of it. */
export const live = createTRPCClient<AppRouter>({
  links: [httpSubscriptionLink({ url: procedureUrl, transformer: superjson })],
});
