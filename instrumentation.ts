/** Next calls this once before web serves anything: a wrong setting stops the start, and not the first person. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWeb } = await import("@/server/api/start-web");
    startWeb();
  }
}
