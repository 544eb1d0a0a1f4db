import type { Manifest, MethodSpec } from '../protocol/manifest.ts';
import { type Bind, compile } from './bind.ts';

/** Any service class, whatever context it wants. */
export type AnyServiceClass = new (context: never) => object;

/** One API method, checked and ready to run: `entry.fn.apply(new entry.ServiceClass(context), entry.bind(params, files))`. */
export interface Entry<ServiceClass extends AnyServiceClass> {
  readonly spec: MethodSpec;
  readonly bind: Bind;
  readonly ServiceClass: ServiceClass;
  readonly fn: (this: object, ...args: unknown[]) => unknown;
}

export interface Registry<ServiceClass extends AnyServiceClass> {
  /** Finds `class.method` without regard to case and to blanks around it; undefined for all else. */
  find(name: string): Entry<ServiceClass> | undefined;
}

/**
 * Checks the manifest against the live classes and makes every binder.
 * @throws Error naming the first method that differs: a stale manifest does not boot
 */
export function buildRegistry<ServiceClass extends AnyServiceClass>(
  manifest: Manifest,
  services: Readonly<Record<string, readonly ServiceClass[]>>,
): Registry<ServiceClass> {
  const entries = new Map<string, Entry<ServiceClass>>();
  for (const spec of manifest) {
    const key = nameOf(spec).toLowerCase();
    if (entries.has(key)) stale(spec, 'is there twice');
    entries.set(key, entryOf(spec, services));
  }
  return { find: (name) => entries.get(keyOf(name)) };
}

/** Only ASCII may be lowered: the Kelvin sign would become a `k`. */
function keyOf(name: string): string {
  const trimmed = name.trim();
  return /^\w+\.\w+$/.test(trimmed) ? trimmed.toLowerCase() : '';
}

function entryOf<ServiceClass extends AnyServiceClass>(
  spec: MethodSpec,
  services: Readonly<Record<string, readonly ServiceClass[]>>,
): Entry<ServiceClass> {
  const classes = Object.hasOwn(services, spec.class) ? services[spec.class] : undefined;
  if (!classes) return stale(spec, 'has no class');
  const ServiceClass = classes.find((one) => isFunction(liveMethod(one, spec.method)));
  const fn = ServiceClass && liveMethod(ServiceClass, spec.method);
  if (!ServiceClass || !isFunction(fn)) return stale(spec, 'is no method of its class');
  if (fn.length !== spec.required) {
    stale(spec, `takes ${fn.length} parameters before the first default, not ${spec.required}`);
  }
  return { spec, bind: compile(spec), ServiceClass, fn };
}

/** Looks along the prototypes by descriptor, so that no getter runs and nothing of Object is ever found. */
function liveMethod(ServiceClass: AnyServiceClass, name: string): unknown {
  if (name === 'constructor') return undefined;
  let prototype = ServiceClass.prototype as object | null;
  while (prototype !== null && prototype !== Object.prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found) return found.value;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return undefined;
}

function isFunction(value: unknown): value is Entry<AnyServiceClass>['fn'] {
  return typeof value === 'function';
}

function nameOf(spec: MethodSpec): string {
  return `${spec.class}.${spec.method}`;
}

function stale(spec: MethodSpec, what: string): never {
  throw new Error(`${nameOf(spec)} ${what}: the manifest is stale, run \`npm run reference\``);
}
