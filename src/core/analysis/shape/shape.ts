/** What there is at one place of some data: several kinds where it differs from entry to entry, the commonest first. */
export interface Shape {
  /** Empty where there is nothing. */
  readonly kinds: readonly ShapeKind[];
}

/** One kind of value. Lengths are those of the shortest and the longest value of the kind. */
export type ShapeKind =
  /** `unseen`: there is something, but nobody looked, since it lies too deep or is too much. */
  | { readonly type: 'null' | 'boolean' | 'number' | 'other' | 'unseen' }
  /** `isJson`: every text of the place is JSON of an object or a list. Lengths in UTF-16 units. */
  | { readonly type: 'text'; readonly least: number; readonly most: number; readonly isJson: boolean }
  | { readonly type: 'list'; readonly least: number; readonly most: number; readonly entries: Shape }
  /** `more`: how many fields are not listed, of those that were looked at. */
  | { readonly type: 'object'; readonly fields: readonly ShapeField[]; readonly more: number };

/** A field of an object, or of all objects at one place. */
export interface ShapeField {
  readonly name: string;
  /** Whether some of the objects lack it. */
  readonly isOptional: boolean;
  readonly shape: Shape;
}
