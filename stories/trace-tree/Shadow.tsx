import { useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import css from '../../src/styles/index.css?inline';

/** Renders its children into a shadow root that has the style sheet. */
export function Shadow({ children }: { readonly children: ReactNode }): ReactElement {
  const [root, setRoot] = useState<ShadowRoot | null>(null);
  return (
    <div
      style={{ flex: 1, minBlockSize: 0 }}
      ref={(element) => {
        if (element === null || root !== null) return;
        const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        shadow.adoptedStyleSheets = [sheet];
        setRoot(shadow);
      }}
    >
      {root !== null && createPortal(children, root)}
    </div>
  );
}
