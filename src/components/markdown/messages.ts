/** Every text of Markdown, to be replaced in part or whole by those in another language. */
export interface MarkdownMessages {
  /** The button in place of a picture: nothing is loaded before it is pressed. */
  readonly loadImage: (alt: string) => string;
  /** A picture in a place that is not to be asked. */
  readonly image: (alt: string) => string;
  readonly imageFailed: string;
  readonly done: string;
  readonly notDone: string;
  readonly showMore: (charactersLeft: number) => string;
  /** Why the text, or a part of it, is shown as it is. */
  readonly tooLong: string;
  readonly tooTangled: string;
}

/** English. */
export const ENGLISH: MarkdownMessages = {
  loadImage: (alt) => (alt === '' ? 'Load image' : `Load image: ${alt}`),
  image: (alt) => (alt === '' ? 'Image' : `Image: ${alt}`),
  imageFailed: 'The image could not be loaded.',
  done: 'done',
  notDone: 'not done',
  showMore: (left) => `Show more, ${left.toLocaleString('en')} characters left`,
  tooLong: 'Shown as text: it is too long for Markdown.',
  tooTangled: 'Shown as text: there is too much markup in it.',
};
