/** Two texts of one interface: what, declared, actual. Found by fuzzing and by rewriting real code. */
export const symmetricPairs: readonly (readonly [what: string, declared: string, actual: string])[] = [
  [
    "infer variables in a union that is turned round",
    "export type U<T> = { s: T extends S<infer A, infer B> | infer _ ? [A, B] : never };",
    "export type U<T> = { s: T extends infer _ | S<infer A, infer B> ? [A, B] : never };",
  ],
  [
    "a literal type in parentheses names a key",
    'export declare const K: ("~k");\nexport interface A { readonly [K]: 1 }',
    'export const K = "~k";\nexport interface A { readonly [K]: 1 }',
  ],
  [
    "a parameter in parentheses is checked one alternative at a time",
    "export type B = L<'a' | 1>;\ntype L<X> = (X) extends string ? 1 : 2;",
    "export type B = L<'a' | 1>;\ntype L<X> = X extends string ? 1 : 2;",
  ],
  [
    "private members of a local class among alternatives",
    "declare class F { a: 1 }\ndeclare class G { b: 1 }\nexport type U = F | G | string;",
    "class F { private x = 1; a: 1 = 1 }\nclass G { b: 1 = 1 }\nexport type U = F | G | string;",
  ],
];
