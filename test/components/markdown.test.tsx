import { act, fireEvent, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { chunksOf } from '../../src/components/markdown/chunks-of.ts';
import { Markdown, renderMarkdown } from '../../src/components/markdown/index.ts';

async function show(text: string, props: object = {}): Promise<HTMLElement> {
  const { container } = render(<Markdown text={text} {...props} />);
  await act(async () => {});
  return container.firstElementChild as HTMLElement;
}
const attributesIn = (element: Element): string[] => Array.from(element.querySelectorAll('*')).flatMap((inner) => Array.from(inner.attributes, ({ name }) => name));

describe('Markdown', () => {
  test('of the usual kind', async () => {
    const element = await show('# Title\n\nSome *soft*, **strong** and ~~old~~ `code`.\n\n3. third\n4. fourth\n\n> said\n\n```js\nconst a = 1 < 2;\n```\n\n- [x] done\n- [ ] open\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n');
    expect(element.querySelector('[data-slot="markdown-heading"]')?.getAttribute('aria-level')).toBe('4');
    expect(screen.getByRole('heading', { name: 'Title', level: 4 })).toBeDefined();
    expect([...element.querySelectorAll('em, strong, del, blockquote')].map((inner) => inner.textContent?.trim())).toEqual(['soft', 'strong', 'old', 'said']);
    expect(element.querySelector('ol')?.getAttribute('start')).toBe('3');
    expect(element.querySelector('pre > code')?.textContent).toBe('const a = 1 < 2;\n');
    expect(screen.getAllByRole('img').map((task) => task.getAttribute('aria-label'))).toEqual(['done', 'not done']);
    expect([...element.querySelectorAll('td')].map((cell) => cell.getAttribute('data-align'))).toEqual(['center', 'right']);
    expect(attributesIn(element)).not.toContain('style');
  });

  test('has headings that leave out no level', async () => {
    const element = await show('### a\n\n##### b\n\n# c\n\n## d\n\n###### e\n\n## f\n');
    expect([...element.querySelectorAll('[role="heading"]')].map((heading) => `${heading.textContent}${heading.getAttribute('aria-level')}`)).toEqual(['a4', 'b5', 'c4', 'd5', 'e6', 'f5']);
  });

  test('leads to the web and to mail, and nowhere else', async () => {
    const places = ['https://a.example/x', 'HTTP://b.example', 'mailto:me@c.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(2)', '&#106;avascript:alert(3)', 'java\tscript:alert(4)', 'data:text/html,x', 'vbscript:x', '//d.example', '/here', '#there', 'file:///etc', 'blob:x', 'ftp://e.example', 'https:', 'x'];
    const element = await show(`${places.map((place, nth) => `[link ${nth}](<${place}>)`).join('\n\n')}\n\nhttps://f.example and www.g.example and <javascript:alert(5)> and <me@h.example>\n\n[^1] [ref]\n\n[^1]: note\n[ref]: javascript:alert(6)\n`);
    const links = [...element.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://a.example/x', 'HTTP://b.example', 'mailto:me@c.example', 'https://f.example', 'http://www.g.example', 'mailto:me@h.example']);
    for (const link of links) expect([link.rel, link.target]).toEqual(['noopener noreferrer', '_blank']);
    for (const nth of places.keys()) expect(element.textContent).toContain(`link ${nth}`);
    expect(attributesIn(element).filter((name) => ['id', 'class', 'style', 'aria-describedby'].includes(name))).toEqual([]);
  });

  test('shows HTML as the text that it is', async () => {
    const html = ['<script>alert(1)</script>', '<img src=x onerror="alert(2)">', '<a href="javascript:alert(3)">x</a>', '<iframe src="https://e.example"></iframe>', '<style>*{display:none}</style>', '<svg onload=alert(4)>', '<!-- c -->', '<form><input name=q></form>', '<mark data-slot="search-mark">m</mark>'];
    const element = await show(html.map((tag) => `${tag}\n\nand ${tag} inside`).join('\n\n'));
    expect(element.querySelector('script, img, a, iframe, style, svg, form, input, mark')).toBeNull();
    for (const tag of html) expect(element.textContent).toContain(tag);
    expect(attributesIn(element).some((name) => name.startsWith('on'))).toBe(false);
  });

  test('loads a picture only when asked, and only from the web', async () => {
    const element = await show('![a cat](https://pics.example/cat.png) ![](data:image/png;base64,AAAA) ![odd](javascript:alert(1)) [![in a link](https://pics.example/b.png)](https://a.example)');
    expect(element.querySelector('img')).toBeNull();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Load image: a cat']);
    expect(screen.getByRole('link').textContent).toBe('Image: in a link');
    expect(element.textContent).toContain('Image: odd');
    fireEvent.click(screen.getByRole('button', { name: 'Load image: a cat' }));
    const image = element.querySelector('img');
    expect([image?.getAttribute('src'), image?.getAttribute('alt'), image?.getAttribute('referrerpolicy')]).toEqual(['https://pics.example/cat.png', 'a cat', 'no-referrer']);
    fireEvent.error(image!);
    expect(screen.getByRole('status').textContent).toContain('could not be loaded');
  });

  test('marks what a search found, in code too', async () => {
    const marksIn = (text: string) => Array.from(text.matchAll(/cat/g), ({ index }) => ({ from: index, to: index + 3 }));
    const element = await show('A **cat**alog of cats.\n\n`cat`\n\n- cat\n', { marksIn });
    expect([...element.querySelectorAll('mark[data-slot="search-mark"]')].map((mark) => mark.textContent)).toEqual(['cat', 'cat', 'cat', 'cat']);
    expect(element.textContent?.replaceAll(/\s+/g, '')).toBe('Acatalogofcats.catcat');
  });

  test('is text on a server and at first, so that nothing waits for it', () => {
    expect(renderToString(<>{renderMarkdown('# Title')}</>)).toContain('# Title');
    expect(renderToString(<>{renderMarkdown('| a |\n|:-:|\n| 1 |')}</>)).not.toContain('style=');
  });
});

describe('what would take too long', () => {
  test('is text, and says so', async () => {
    expect((await show('word '.repeat(30_001))).textContent).toContain('Shown as text: it is too long');
    for (const text of ['>'.repeat(10_000) + ' deep', '['.repeat(10_000), `${'- '.repeat(10_000)}deep`, '[a]('.repeat(3_000), '![['.repeat(4_000), '|a'.repeat(5_000) + '\n' + '|-'.repeat(5_000), `${Array.from({ length: 300 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n')}\n`, '<a '.repeat(4_000), '*a _b '.repeat(1_900)]) {
      const { unmount, container } = render(<Markdown text={text} />);
      await act(async () => {});
      expect(container.textContent).toContain('Shown as text: there is too much markup in it.');
      unmount();
    }
  });

  test('of a long text the beginning is shown, and more when asked for', async () => {
    const element = await show(Array.from({ length: 2_000 }, (_, nth) => `Paragraph *${nth}* of many words.\n\n`).join(''));
    expect(element.querySelectorAll('em').length).toBeLessThan(400);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /^Show more, [\d,]+ characters left$/ })));
    expect(element.querySelectorAll('em').length).toBeGreaterThan(800);
  });
});

describe('the parts of a text', () => {
  const lines = fc.constantFrom('', '', '# a', 'word '.repeat(80), '- item', '```', '```js', '~~~', '> q', '    code', '| a |', '1. x');

  test('are all of it, in order; code is without its fences', () => {
    fc.assert(fc.property(fc.array(lines, { maxLength: 200 }), (all) => {
      const text = all.join('\n');
      let at = 0;
      for (const chunk of chunksOf(text)) {
        expect(chunk.from).toBe(at);
        if (chunk.type === 'code') at = text.indexOf(chunk.text, at) + chunk.text.length;
        else at += chunk.text.length;
        // Behind the code stands its fence.
        if (chunk.type === 'code') at = chunksOf(text).find(({ from }) => from > chunk.from)?.from ?? text.length;
      }
      expect(at).toBe(text.length);
    }));
  });

  test('are short, and whole blocks', () => {
    const chunks = chunksOf(`${'One paragraph of words.\n\n'.repeat(400)}\`\`\`\n${'code\n\n'.repeat(100)}\`\`\`\n\n${'After.\n\n'.repeat(500)}`);
    for (const { text, type } of chunks) {
      expect(type).toBe('markdown');
      expect(text.length).toBeLessThan(5_000);
      expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
    }
    const long = chunksOf(`before\n\n\`\`\`\n${'x\n'.repeat(10_000)}\`\`\`\nafter`);
    expect(long.map(({ type }) => type)).toEqual(['markdown', 'code', 'markdown']);
    expect(long[1]?.text).toBe(`${'x\n'.repeat(9_999)}x`);
    expect(chunksOf(`\`\`\`\n${'never closed\n'.repeat(2_000)}`).map(({ type }) => type)).toEqual(['code']);
  });
});

test('whatever a model writes, nothing throws and nothing gets through', async () => {
  const piece = fc.constantFrom('[', ']', '(', ')', '<', '>', '!', '*', '_', '`', '~', '|', '\n', '\n\n', '- ', '> ', '# ', 'a', ' ', '&lt;', 'javascript:', 'https://x.example', '<b onclick=x>', '\\', '[^1]', '[^1]: ', ':--', '\u202e', '&#x6A;', '<!--', '```');
  const errors = vi.spyOn(console, 'error');
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
    const { container, unmount } = render(<Markdown text={pieces.join('')} />);
    await act(async () => {});
    expect(container.querySelector('img, script, iframe, b, style, input')).toBeNull();
    for (const link of container.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/i);
    expect(attributesIn(container).filter((name) => name === 'style' || name === 'id' || name.startsWith('on'))).toEqual([]);
    unmount();
  }), { numRuns: 60 });
  expect(errors).not.toHaveBeenCalled();
}, 60_000);
