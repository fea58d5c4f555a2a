import type { Decorator, Preview } from '@storybook/react-vite';
import { useLayoutEffect, type ReactNode } from 'react';
import '../src/styles/index.css';

const SCHEMES: Record<string, string> = { light: 'light', dark: 'dark', system: 'light dark' };

interface HostPageProps {
  theme: string;
  fill: boolean;
  children: ReactNode;
}

/** Stands in for the host's page: it chooses the colour scheme and paints the background. */
function HostPage({ theme, fill, children }: HostPageProps) {
  const colorScheme = SCHEMES[theme] ?? 'light dark';
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = colorScheme;
  }, [colorScheme]);
  return (
    <div
      data-theme={theme === 'system' ? undefined : theme}
      style={{ colorScheme, background: 'var(--runlens-background)', ...(fill && { minBlockSize: '100vh' }) }}
    >
      {children}
    </div>
  );
}

const withHostPage: Decorator = (Story, { globals, viewMode }) => (
  <HostPage theme={String(globals['theme'])} fill={viewMode === 'story'}>
    <Story />
  </HostPage>
);

const preview: Preview = {
  decorators: [withHostPage],
  initialGlobals: { theme: 'system' },
  globalTypes: {
    theme: {
      description: 'Colour scheme',
      toolbar: {
        title: 'Theme',
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
          { value: 'system', title: 'System', icon: 'browser' },
        ],
      },
    },
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    // Traces hold big integers, which a page that renders its arguments as JSX can't write.
    docs: { source: { type: 'code' } },
    options: { storySort: { order: ['Viewer', '*'] } },
    viewport: {
      options: {
        narrow: { name: 'Narrow, 360', type: 'mobile', styles: { width: '360px', height: '800px' } },
        medium: { name: 'Medium, 800', type: 'tablet', styles: { width: '800px', height: '900px' } },
        wide: { name: 'Wide, 1440', type: 'desktop', styles: { width: '1440px', height: '900px' } },
      },
    },
    // The theme's own background is part of what the stories show.
    backgrounds: { disable: true },
  },
};

export default preview;
