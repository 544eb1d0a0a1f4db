import { ApiError } from '../errors.ts';
import type { MethodSpec } from '../protocol/manifest.ts';

/** What a credential is good for: everything that its actor may do, or only these scopes. */
export type Scopes = 'all' | ReadonlySet<string>;

/** The scope that a method belongs to: its class, with `read` for one that changes nothing, and `write`. */
export function scopeOf({ class: name, mode }: Pick<MethodSpec, 'class' | 'mode'>): string {
  return `${name}:${mode === 'readonly' ? 'read' : 'write'}`;
}

/** @throws ApiError `insufficient_scope` when a credential is not for the method, whatever its actor may do */
export function permit(scopes: Scopes, spec: Pick<MethodSpec, 'class' | 'mode'>): void {
  if (scopes === 'all') return;
  const scope = scopeOf(spec);
  if (!scopes.has(scope)) throw new ApiError('insufficient_scope', scope);
}
