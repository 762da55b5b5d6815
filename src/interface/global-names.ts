import type ts from "typescript";
import type { Module } from "./module-graph.ts";
import { typescript } from "./typescript.ts";

// Type names of TypeScript's own ECMAScript libraries (lib.es*.d.ts, lib.decorators*.d.ts, TypeScript 6.0).
const language = new Set(
  `
  AggregateError AggregateErrorConstructor Array ArrayBuffer ArrayBufferConstructor ArrayBufferLike
  ArrayBufferTypes ArrayBufferView ArrayConstructor ArrayIterator ArrayLike AsyncDisposable AsyncDisposableStack
  AsyncDisposableStackConstructor AsyncGenerator AsyncGeneratorFunction AsyncGeneratorFunctionConstructor
  AsyncIterable AsyncIterableIterator AsyncIterator AsyncIteratorObject Atomics Awaited BigInt BigInt64Array
  BigInt64ArrayConstructor BigIntConstructor BigIntToLocaleStringOptions BigUint64Array BigUint64ArrayConstructor
  Boolean BooleanConstructor BuiltinIteratorReturn CallableFunction Capitalize ClassAccessorDecoratorContext
  ClassAccessorDecoratorResult ClassAccessorDecoratorTarget ClassDecorator ClassDecoratorContext
  ClassFieldDecoratorContext ClassGetterDecoratorContext ClassMemberDecoratorContext ClassMethodDecoratorContext
  ClassSetterDecoratorContext ConcatArray ConstructorParameters DataView DataViewConstructor Date DateConstructor
  DecoratorContext DecoratorMetadata DecoratorMetadataObject Disposable DisposableStack DisposableStackConstructor
  Error ErrorConstructor ErrorOptions EvalError EvalErrorConstructor Exclude Extract FinalizationRegistry
  FinalizationRegistryConstructor FlatArray Float16Array Float16ArrayConstructor Float32Array
  Float32ArrayConstructor Float64Array Float64ArrayConstructor Function FunctionConstructor Generator
  GeneratorFunction GeneratorFunctionConstructor IArguments ImportAssertions ImportAttributes ImportCallOptions
  ImportMeta InstanceType Int16Array Int16ArrayConstructor Int32Array Int32ArrayConstructor Int8Array
  Int8ArrayConstructor Intl Iterable IterableIterator Iterator IteratorObject IteratorObjectConstructor
  IteratorResult IteratorReturnResult IteratorYieldResult JSON Lowercase Map MapConstructor MapIterator Math
  MethodDecorator NewableFunction NoInfer NonNullable Number NumberConstructor Object ObjectConstructor Omit
  OmitThisParameter ParameterDecorator Parameters Partial Pick Promise PromiseConstructor PromiseConstructorLike
  PromiseFulfilledResult PromiseLike PromiseRejectedResult PromiseSettledResult PromiseWithResolvers
  PropertyDecorator PropertyDescriptor PropertyDescriptorMap PropertyKey ProxyConstructor ProxyHandler RangeError
  RangeErrorConstructor Readonly ReadonlyArray ReadonlyMap ReadonlySet ReadonlySetLike Record ReferenceError
  ReferenceErrorConstructor Reflect RegExp RegExpConstructor RegExpExecArray RegExpIndicesArray RegExpMatchArray
  RegExpStringIterator Required ReturnType Set SetConstructor SetIterator SharedArrayBuffer
  SharedArrayBufferConstructor String StringConstructor StringIterator SuppressedError SuppressedErrorConstructor
  Symbol SymbolConstructor SyntaxError SyntaxErrorConstructor TemplateStringsArray Temporal ThisParameterType
  ThisType TypeError TypeErrorConstructor TypedPropertyDescriptor URIError URIErrorConstructor Uint16Array
  Uint16ArrayConstructor Uint32Array Uint32ArrayConstructor Uint8Array Uint8ArrayConstructor Uint8ClampedArray
  Uint8ClampedArrayConstructor Uncapitalize Uppercase WeakKey WeakKeyTypes WeakMap WeakMapConstructor WeakRef
  WeakRefConstructor WeakSet WeakSetConstructor global
`.match(/\w+/gu),
);

// The platforms' libraries have some two thousand names; these are how nearly all of them look.
const platform =
  /^(?:HTML|SVG|CSS|DOM|XML|XPath|WebGL|WebSocket|WebTransport|GPU|RTC|IDB|Media|Audio|Video|Readable|Writable|Transform|Crypto|Performance|Service|Worker|Navigator|Storage|Document|Element|Event|Node|Window|Request|Response|Headers|Abort|Blob|File|Form|URL|Text|Buffer|Mouse|Keyboard|Pointer|Touch|Drag|Focus|Input|Message|Mutation|Intersection|Resize|Broadcast|Animation|Canvas|Image|ImageBitmap|Location|History|Screen|Range|Selection|Stylesheet|StyleSheet|Shadow|Custom|Clipboard|Notification|Push|Cache|Fetch|Body|Console|NodeJS|WebAssembly|JSX)/u;

/** True for names that a library of the language, a browser or Node.js probably declares. Leans to yes: it only chooses the words of a finding. */
export function isLibraryName(name: string): boolean {
  return language.has(name) || platform.test(name);
}

/** The type names that a file uses without declaring, importing or binding them: ambient ones, declared somewhere else. */
export function freeTypeNames({ file, bindings }: Module): ReadonlySet<string> {
  const compiler = typescript();
  const used = new Set<string>();
  const bound = new Set<string>();
  const stack: ts.Node[] = [...file.statements];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (compiler.isTypeParameterDeclaration(node)) bound.add(node.name.text);
    const name = referredName(node);
    if (name !== null) used.add(name);
    compiler.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
  return new Set(
    [...used].filter((name) => !bound.has(name) && !bindings.declarations.has(name) && !bindings.imports.has(name)),
  );
}

function referredName(node: ts.Node): string | null {
  const compiler = typescript();
  if (compiler.isExpressionWithTypeArguments(node) && compiler.isIdentifier(node.expression))
    return node.expression.text;
  let name = compiler.isTypeReferenceNode(node) ? node.typeName : compiler.isTypeQueryNode(node) ? node.exprName : null;
  while (name !== null && compiler.isQualifiedName(name)) name = name.left;
  return name !== null && compiler.isIdentifier(name) ? name.text : null;
}
