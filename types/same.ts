/** A type written out to its leaves, so that an intersection and the object it stands for are told to be one. */
type Flat<T> = T extends readonly (infer Item)[] ? Flat<Item>[] : T extends object ? { [K in keyof T]: Flat<T[K]> } : T;

type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Whether two types have the same fields, the same of them optional, down to the leaves. */
export type Same<A, B> = Identical<Flat<A>, Flat<B>>;
