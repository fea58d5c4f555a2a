'use client';
import { createContext, useContext, useState, type ComponentPropsWithoutRef, type Context, type ReactElement } from 'react';
import { ENGLISH, type MarkdownMessages } from './messages.ts';

/** The texts of the Markdown around, for what its renderer makes. */
export const MarkdownMessagesContext: Context<MarkdownMessages> = createContext(ENGLISH);

/** A picture of a text, which is loaded only when the person asks for it. Renders a `<button>`, then an `<img>`. */
export function MarkdownImage({ src: source, alt = '' }: Pick<ComponentPropsWithoutRef<'img'>, 'src' | 'alt'>): ReactElement {
  const messages = useContext(MarkdownMessagesContext);
  const src = typeof source === 'string' ? source : undefined;
  const [shown, setShown] = useState<'not' | 'asked' | 'failed'>('not');
  if (src === undefined || !/^https?:\/\//i.test(src)) return <span data-slot="markdown-image-name" title={src?.slice(0, 2_000)}>{messages.image(alt)}</span>;
  if (shown === 'asked') return <img data-slot="markdown-image" src={src} alt={alt} referrerPolicy="no-referrer" onError={() => setShown('failed')} />;
  return (
    <>
      <button type="button" data-slot="inspect-button" title={src.slice(0, 2_000)} onClick={() => setShown('asked')}>{messages.loadImage(alt)}</button>
      {shown === 'failed' && <span role="status"> {messages.imageFailed}</span>}
    </>
  );
}
