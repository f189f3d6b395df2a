/**
 * The transcoder's glue (Emscripten's embind) writes a function for each function of its own as text and makes it with
 * `new Function`, which the page's policy forbids. The text says nothing that cannot be said without making code: this
 * stands in for `Function` in the transcoder's worker, reads the text's few variants and returns what it means.
 */

type Call = (...args: readonly unknown[]) => unknown;
interface Wire {
  toWireType(destructors: unknown[] | null, value: unknown): unknown;
  fromWireType(value: unknown): unknown;
  readValueFromPointer(pointer: number): unknown;
}

/** To be called before the glue runs; from then on no code is made in this worker. */
export function makeNoCode(scope: { Function: unknown }): void {
  const native = scope.Function as { readonly prototype: object };
  const interpret = function (...parts: string[]): Call {
    const body = parts.pop() ?? '';
    if (parts[0] === 'humanName') return (...closure) => invoker(parts, body, closure);
    if (parts[0] === 'retType') return (...closure) => methodCaller(body, closure);
    throw new Error('the transcoder wants code that is not known here');
  };
  interpret.prototype = native.prototype;
  scope.Function = interpret;
}

/** `createJsInvoker`: a function that turns its arguments into numbers, calls into the module and turns the answer back. */
function invoker(names: readonly string[], body: string, closure: readonly unknown[]): Call {
  const given = (name: string): unknown => closure[names.indexOf(name)];
  const call = given('invoker') as Call;
  const target = given('fn');
  const runDestructors = given('runDestructors') as (destructors: unknown[]) => void;
  const result = given('retType') as Wire;
  const owner = given('classParam') as Wire;
  const wires = names.flatMap((name) => (name.startsWith('argType') ? [given(name) as Wire] : []));
  const isMethod = body.includes("classParam['toWireType']");
  const returns = body.includes('return ret;');
  const hasStack = body.includes('var destructors = []');
  const single = names.flatMap((name) => {
    const found = /^(this|arg(\d+))Wired_dtor$/.exec(name);
    return found ? [{ free: given(name) as Call, index: found[2] === undefined ? -1 : Number(found[2]) }] : [];
  });
  return function (this: unknown, ...args: readonly unknown[]) {
    if (args.length !== wires.length) {
      (given('throwBindingError') as Call)(`${String(given('humanName'))} takes ${wires.length} arguments`);
    }
    const destructors: unknown[] | null = hasStack ? [] : null;
    const self = isMethod ? owner.toWireType(destructors, this) : undefined;
    const wired = wires.map((wire, index) => wire.toWireType(destructors, args[index]));
    const answer = call(target, ...(isMethod ? [self] : []), ...wired);
    if (destructors) runDestructors(destructors);
    for (const { free, index } of single) free(index < 0 ? self : wired[index]);
    return returns ? result.fromWireType(answer) : undefined;
  };
}

/** `__emval_get_method_caller`: calls a function of the page with arguments that lie in the module's memory. */
function methodCaller(body: string, closure: readonly unknown[]): Call {
  const offsets = [...body.matchAll(/readValueFromPointer\(args(?:\+(\d+))?\)/g)].map((found) => Number(found[1] ?? 0));
  const types = closure.slice(1, 1 + offsets.length) as Wire[];
  const isNew = body.includes('new func');
  const hasOwner = body.includes('func.call(obj');
  const answer = body.includes('emval_returnValue(') ? (closure.at(-1) as Call) : null;
  return (object, func, destructors, args) => {
    const values = offsets.map((offset, index) => types[index]?.readValueFromPointer((args as number) + offset));
    const made: unknown = isNew
      ? Reflect.construct(func as new (...all: unknown[]) => unknown, values)
      : Reflect.apply(func as Call, hasOwner ? object : values[0], hasOwner ? values : values.slice(1));
    return answer ? answer(closure[0], destructors, made) : undefined;
  };
}
