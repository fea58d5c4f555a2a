/** Work that is done a slice at a time, each in a task of its own, so that the page can answer in between. */
export interface Slices {
  /** Begins, if it has not. */
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * Slices of what `slice` does, which tells whether it was the last one. Once they are done or stopped, nothing is left
 * behind.
 */
export function createSlices(slice: () => boolean): Slices {
  let channel: MessageChannel | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts starts and stops, so that a slice that is stopped by what it does knows. */
  let turn = 0;
  let isRunning = false;

  function start(): void {
    if (isRunning) return;
    isRunning = true;
    turn++;
    if (typeof MessageChannel === 'function') {
      channel = new MessageChannel();
      channel.port1.addEventListener('message', go);
      channel.port1.start();
    }
    plan();
  }

  function stop(): void {
    isRunning = false;
    turn++;
    channel?.port1.close();
    channel = null;
    clearTimeout(timer);
  }

  function plan(): void {
    // Browsers delay timers that follow each other; messages come at once.
    if (channel === null) timer = setTimeout(go, 0);
    else channel.port2.postMessage(null);
  }

  function go(): void {
    const before = turn;
    const isLast = slice();
    if (turn !== before) return;
    if (isLast) stop();
    else plan();
  }

  return { start, stop };
}
