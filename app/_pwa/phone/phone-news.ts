/** What one window or the service worker tells the others of this phone. Never says anything about anybody. */
export type PhoneNews = "changed" | "signed-out";

const channelName = "lantern-phone";

export function tellPhone(news: PhoneNews): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(news);
  channel.close();
  // A channel does not hear itself.
  if (typeof window !== "undefined") window.dispatchEvent(new CustomEvent(channelName, { detail: news }));
}

/** Listens until the returned function is called; also to what this window told. */
export function onPhoneNews(listen: (news: PhoneNews) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  const hear = (news: unknown): void => {
    if (news === "changed" || news === "signed-out") listen(news);
  };
  const hearOthers = ({ data }: MessageEvent<unknown>): void => {
    hear(data);
  };
  const hearOwn = (event: Event): void => {
    if (event instanceof CustomEvent) hear(event.detail);
  };
  channel.addEventListener("message", hearOthers);
  window.addEventListener(channelName, hearOwn);
  return () => {
    channel.close();
    window.removeEventListener(channelName, hearOwn);
  };
}
