import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'runlens' }),
  // Storybook's own letters (s, f, a, d, /) are the components' too.
  enableShortcuts: false,
});
