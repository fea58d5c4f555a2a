import type { TextRange } from '../../core/analysis/search/query.ts';
import type { MarkdownMessages } from './messages.ts';

/** A node of the tree that Markdown becomes (hast). */
interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** What `harden` takes. */
export interface HardenOptions {
  readonly messages: MarkdownMessages;
  /** The level of the highest headings. */
  readonly headingLevel: number;
  /** What to mark in a piece of text. */
  readonly marksIn: ((text: string) => readonly TextRange[]) | undefined;
}

/** The only attributes that get through, by element. All others are dropped: ids, classes and styles among them. */
const KEPT: Readonly<Record<string, readonly string[]>> = { ol: ['start'], th: ['align'], td: ['align'], img: ['src', 'alt', 'title'], a: ['href', 'title'] };

/**
 * A plugin of rehype that makes a tree safe and plain: HTML is the text that it was, links lead to the web or to mail
 * alone, nothing has an id, a class or a style of its own. The tree is walked without recursion.
 */
export function harden({ messages, headingLevel, marksIn }: HardenOptions): (tree: unknown) => void {
  return (tree) => {
    const left: Node[] = [tree as Node];
    const inLinks = new Set<Node>();
    const levels: number[] = [];
    for (let node = left.pop(); node !== undefined; node = left.pop()) {
      if (node.children === undefined) continue;
      const isInLink = node.tagName === 'a' || inLinks.has(node);
      const isRoot = node.type === 'root';
      node.children = node.children.flatMap((child) => {
        if (child.type !== 'text' && child.type !== 'raw') return [elementOf(child, messages, levelFrom(levels, child, headingLevel), isInLink)];
        // A block of HTML is a paragraph of text. What comes of it is walked like any other.
        return isRoot && child.type === 'raw' ? [{ type: 'element', tagName: 'p', properties: {}, children: [plain(child.value ?? '')] }] : textOf(child.value ?? '', marksIn);
      });
      for (const child of node.children) {
        if (isMark(child)) continue;
        left.push(child);
        if (isInLink) inLinks.add(child);
      }
    }
  };
}

/** The level at which a heading stands: one below the heading that it is under, whatever level it was written with. */
function levelFrom(above: number[], { tagName }: Node, highest: number): number {
  const written = Number(/^h([1-6])$/.exec(tagName ?? '')?.[1] ?? 0);
  if (written === 0) return 0;
  while ((above.at(-1) ?? 0) >= written) above.pop();
  above.push(written);
  return Math.min(6, highest + above.length - 1);
}

function isMark({ properties }: Node): boolean {
  return properties?.['dataSlot'] === 'search-mark';
}

function textOf(text: string, marksIn: HardenOptions['marksIn']): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const range of marksIn?.(text) ?? []) {
    nodes.push(plain(text.slice(from, range.from)), { type: 'element', tagName: 'mark', properties: { dataSlot: 'search-mark' }, children: [plain(text.slice(range.from, range.to))] });
    from = range.to;
  }
  nodes.push(plain(text.slice(from)));
  return nodes.filter(({ value }) => value !== '');
}

function plain(value: string): Node {
  return { type: 'text', value };
}

function elementOf(node: Node, messages: MarkdownMessages, level: number, isInLink: boolean): Node {
  if (node.type !== 'element' || node.tagName === undefined) return node;
  const { tagName } = node;
  const given = node.properties ?? {};
  const kept = Object.fromEntries((KEPT[tagName] ?? []).filter((name) => given[name] != null).map((name) => [name, given[name]]));
  const children = node.children ?? [];
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) return { type: 'element', tagName: 'p', properties: { dataSlot: 'markdown-heading', dataLevel: heading, role: 'heading', ariaLevel: level }, children };
  switch (tagName) {
    case 'a': {
      const href = safeLink(kept['href']);
      return href === null
        ? { type: 'element', tagName: 'span', properties: {}, children }
        : { type: 'element', tagName, properties: { ...kept, href, dataSlot: 'markdown-link', target: '_blank', rel: ['noopener', 'noreferrer'] }, children };
    }
    case 'input': return { type: 'element', tagName: 'span', properties: { dataSlot: 'markdown-task', role: 'img', ariaLabel: given['checked'] === true ? messages.done : messages.notDone }, children: [plain(given['checked'] === true ? '☑' : '☐')] };
    // A button in a link is neither.
    case 'img': return isInLink ? { type: 'element', tagName: 'span', properties: { dataSlot: 'markdown-image-name' }, children: [plain(messages.image(String(kept['alt'] ?? '')))] } : { type: 'element', tagName, properties: kept, children };
    case 'pre': return { type: 'element', tagName, properties: { dataSlot: 'markdown-code', tabIndex: 0 }, children };
    case 'th':
    case 'td': return { type: 'element', tagName, properties: { dataAlign: kept['align'] }, children };
    // What can be scrolled sideways must be within reach of the keyboard.
    case 'table': return isWrapped(node) ? node : { type: 'element', tagName: 'div', properties: { dataSlot: 'markdown-table', tabIndex: 0 }, children: [wrapped(children)] };
    default: return { type: 'element', tagName, properties: kept, children };
  }
}

/** A table that is in its box already. */
function wrapped(children: Node[]): Node {
  return { type: 'element', tagName: 'table', properties: { dataBoxed: '' }, children };
}

function isWrapped({ properties }: Node): boolean {
  return properties?.['dataBoxed'] === '';
}

/** The address, if it leads to the web or to mail: whole addresses alone, since those of a trace mean nothing here. */
export function safeLink(url: unknown): string | null {
  return typeof url === 'string' && /^(?:https?:\/\/|mailto:)[^\s]/i.test(url) ? url : null;
}
