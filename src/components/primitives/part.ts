import { forwardRef, type ForwardRefExoticComponent, type ForwardRefRenderFunction, type PropsWithoutRef, type ReactElement, type RefAttributes } from 'react';

/** A component that gives its element to a `ref`. */
export type Part<Props> = ForwardRefExoticComponent<PropsWithoutRef<Props> & RefAttributes<ElementOf<Props>>>;

type ElementOf<Props> = Props extends { ref?: infer Ref } ? ElementOfRef<Ref> : never;
type ElementOfRef<Ref> = Exclude<Ref, string | null | undefined> extends infer Known
  ? Known extends { current: infer Element } ? NonNullable<Element> : never
  : never;

/**
 * Makes a component of a function that takes `ref` among its props, as React 19 gives it. React 18 gives a ref only to
 * what was made by `forwardRef`, and drops it everywhere else.
 */
export function part<Props>(render: (props: Props) => ReactElement | null): Part<Props> {
  const withRef = ((props: Props, ref: unknown) => render(ref === null ? props : { ...props, ref })) as ForwardRefRenderFunction<ElementOf<Props>, PropsWithoutRef<Props>>;
  withRef.displayName = render.name;
  return forwardRef(withRef);
}
