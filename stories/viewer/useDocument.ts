import { useEffect, useReducer } from 'react';
import { SAMPLES } from './samples.ts';

/** What the page shows. */
export interface OpenDocument {
  readonly name: string;
  readonly text: string;
}

interface State {
  /** The place of the chosen sample; -1 for a document of the person's own. */
  readonly sample: number;
  readonly opened: OpenDocument | null;
  /** Why a file could not be read at all. */
  readonly failure: string | null;
}

type Action =
  | { readonly do: 'choose'; readonly sample: number }
  | { readonly do: 'show'; readonly opened: OpenDocument; readonly sample: number }
  | { readonly do: 'fail'; readonly failure: string };

function reduce(state: State, action: Action): State {
  switch (action.do) {
    case 'choose': return { ...state, sample: action.sample, failure: null };
    // A sample that arrives after another was chosen comes too late.
    case 'show': return action.sample >= 0 && action.sample !== state.sample ? state : { sample: action.sample, opened: action.opened, failure: null };
    case 'fail': return { ...state, failure: action.failure };
    default: return action satisfies never;
  }
}

/** The document that is open, and the ways to open another. */
export interface DocumentState extends State {
  readonly choose: (sample: number) => void;
  readonly openText: (text: string) => void;
  readonly openFile: (file: File | undefined) => void;
}

/** Opens samples, files, and text that is pasted into the page. */
export function useDocument(): DocumentState {
  const [state, dispatch] = useReducer(reduce, { sample: 0, opened: null, failure: null });
  const { sample } = state;

  useEffect(() => {
    const chosen = SAMPLES[sample];
    void chosen?.load().then(({ default: text }) => dispatch({ do: 'show', sample, opened: { name: chosen.name, text } }));
  }, [sample]);

  // This is a page, not a component: it may listen to its window.
  useEffect(() => {
    function onPaste(event: ClipboardEvent): void {
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0];
      if (file !== undefined) void readFile(file).then(dispatch);
      else if (text !== '') dispatch(showText(text));
    }
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);

  return {
    ...state,
    choose: (chosen) => dispatch({ do: 'choose', sample: chosen }),
    openText: (text) => dispatch(showText(text)),
    openFile: (file) => {
      if (file !== undefined) void readFile(file).then(dispatch);
    },
  };
}

function showText(text: string): Action {
  return { do: 'show', sample: -1, opened: { name: 'Pasted text', text } };
}

async function readFile(file: File): Promise<Action> {
  try {
    return { do: 'show', sample: -1, opened: { name: file.name, text: await file.text() } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { do: 'fail', failure: `${file.name} could not be read: ${reason}. Check that the file is still there, and open it again.` };
  }
}
