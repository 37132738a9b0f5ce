/** Comes back in a task of its own: what begins with a page begins bit by bit, and a tap meanwhile is heard in between. */
export function ownTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
