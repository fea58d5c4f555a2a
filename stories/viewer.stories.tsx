import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { Viewer as ViewerPage } from './viewer/Viewer.tsx';

const meta = {
  title: 'Viewer',
  component: ViewerPage,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof ViewerPage>;

export default meta;
type Story = StoryObj<typeof meta>;

/** A real recorded trace; choose another, or open your own file by drop, by the button, or by paste. It is read in the browser and goes nowhere. */
export const Viewer: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const tree = await canvas.findByRole('treegrid', { name: 'Runs of supervisor' });
    await waitFor(() => expect(within(tree).getAllByRole('row').length).toBeGreaterThan(10));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sample' }), canvas.getByRole('option', { name: /Earnings reports/ }));
    await canvas.findByRole('treegrid', { name: 'Runs of main' });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sample' }), canvas.getByRole('option', { name: /subagent/ }));
    await canvas.findByRole('treegrid', { name: 'Runs of supervisor' });
  },
};
