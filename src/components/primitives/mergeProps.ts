type Props = Readonly<Record<string, unknown>>;
type Handler = (event: { readonly defaultPrevented?: boolean }) => void;

/**
 * Lays the caller's props over a part's own: class names and styles add up, the caller's handlers are called first, and
 * `preventDefault` keeps the part's from running. Refs are called both.
 */
export function mergeProps<Own extends object, Given extends object>(own: Own, given: Given): Own & Given {
  const merged: Record<string, unknown> = Object.fromEntries(Object.entries(own));
  for (const [key, theirs] of Object.entries(given as Props)) {
    const ours = (own as Props)[key];
    if (theirs === undefined || (key === 'ref' && theirs === null)) continue;
    if (key === 'className' && typeof ours === 'string') merged[key] = `${ours} ${String(theirs)}`;
    else if (key === 'style' && typeof ours === 'object') merged[key] = { ...ours, ...(theirs as object) };
    else if (key === 'ref' && ours != null) merged[key] = mergeRefs(ours as Ref, theirs as Ref);
    else if (/^on[A-Z]/.test(key) && typeof ours === 'function' && typeof theirs === 'function') {
      merged[key] = chain(theirs as Handler, ours as Handler);
    } else merged[key] = theirs;
  }
  return merged as Own & Given;
}

type Ref = ((element: unknown) => void | (() => void)) | { current: unknown };

function mergeRefs(...refs: readonly Ref[]): (element: unknown) => void | (() => void) {
  return (element) => {
    const detaches = refs.map((ref) => attach(ref, element));
    // React 18 knows no refs that give back how to detach them: there, none does, and this gives back nothing either.
    if (detaches.every((detach) => detach === undefined)) return undefined;
    return () => refs.forEach((ref, nth) => (detaches[nth] ?? (() => attach(ref, null)))());
  };
}

function attach(ref: Ref, element: unknown): void | (() => void) {
  if (typeof ref === 'function') return ref(element);
  ref.current = element;
  return undefined;
}

function chain(theirs: Handler, ours: Handler): Handler {
  return (event) => {
    theirs(event);
    if (event.defaultPrevented !== true) ours(event);
  };
}
