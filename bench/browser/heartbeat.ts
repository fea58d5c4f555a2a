/** How long the main thread was ever busy at a stretch, in ms. */
export interface Heartbeat {
  stop(): number;
}

/**
 * Messages to itself: the longest pause between two of them is the longest stretch in which nothing else could run.
 * Long tasks as the browser reports them begin at 50 ms only.
 */
export function startHeartbeat(): Heartbeat {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  let longest = 0;
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    port2.postMessage(null);
  });
  port1.start();
  port2.postMessage(null);
  return {
    stop() {
      port1.close();
      return Math.max(longest, performance.now() - last);
    },
  };
}
