'use client';
import { useState, type ReactElement } from 'react';
import type { MessagePart } from '../../core/model/content/content.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';

type Media = Extract<MessagePart, { type: 'media' }>;

/** Types that are pictures and nothing else: an SVG is a document. */
const PICTURE = /^image\/(png|jpe?g|gif|webp|avif|bmp)$/;

/** Media by their type, size and place. A picture is loaded only when the person asks for it. Renders a `<div>`. */
export function ConversationMedia({ media }: { readonly media: Media }): ReactElement {
  const { messages } = useTraceConversationContext('ConversationMedia');
  const [shown, setShown] = useState<'not' | 'asked' | 'failed'>('not');
  const source = sourceOf(media);
  const { url } = media;
  const what = messages.media(media.modality, media.mimeType, media.data === null ? null : (media.data.length * 3) / 4);
  return (
    <div data-slot="trace-conversation-media" data-modality={media.modality}>
      <div data-slot="trace-conversation-media-head">
        <span>{what}</span>
        {url !== null && <span data-slot="trace-conversation-url" title={url.slice(0, 2_000)}>{url.slice(0, 300)}</span>}
        {url !== null && <CopyButton text={() => url} messages={messages} label={what} />}
        {source !== null && shown === 'not' && <button type="button" data-slot="inspect-button" onClick={() => setShown('asked')}>{messages.loadImage}</button>}
      </div>
      {source !== null && shown === 'asked' && <img data-slot="trace-conversation-image" src={source} alt={messages.image} referrerPolicy="no-referrer" onError={() => setShown('failed')} />}
      {shown === 'failed' && <p data-slot="trace-conversation-none" role="status">{messages.imageFailed}</p>}
    </div>
  );
}

/** Where the picture is; null for what is none, or is in a place that is not to be asked. */
function sourceOf({ modality, mimeType, url, data }: Media): string | null {
  if (modality !== 'image') return null;
  if (data !== null) return PICTURE.test(mimeType ?? 'image/png') ? `data:${mimeType ?? 'image/png'};base64,${data}` : null;
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
