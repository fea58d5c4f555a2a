const EVENTS = ['keydown', 'click', 'input'] as const;

/** When the next key, click or input comes, in ms. */
export function nextInput(): Promise<number> {
  return new Promise((resolve) => {
    const done = (event: Event): void => {
      for (const type of EVENTS) removeEventListener(type, done, true);
      resolve(event.timeStamp);
    };
    for (const type of EVENTS) addEventListener(type, done, true);
  });
}
