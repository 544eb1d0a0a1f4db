import { describe, expect, test } from '@jest/globals';
import { casts } from '../../src/call/cast.ts';
import { ApiError } from '../../src/errors.ts';
import { manifest } from '../../src/call/manifest.ts';
import type { ParameterSpec, TypeSpec } from '../../src/protocol/manifest.ts';
import type { WireValue } from '../../src/protocol/wire.ts';
import { hostileValues } from '../support/hostile.ts';

/** Every type that a method takes, and those of members, once. */
const types = new Map(
  manifest
    .flatMap((spec) => spec.parameters.flatMap(typesOf))
    .map((type) => [JSON.stringify(type), type] as const),
);

function typesOf({ type }: Pick<ParameterSpec, 'type'>): TypeSpec[] {
  return type.kind === 'fields' ? [type, ...type.fields.flatMap(typesOf)] : [type];
}

/** The error id of a refusal; undefined for a value that is taken. */
function refusalOf(type: TypeSpec, value: WireValue): string | undefined {
  try {
    casts(type)(value, 'name');
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.id;
    throw error;
  }
}

describe('whatever is sent as a parameter is taken, or refused as a parameter', () => {
  test.each([...types])('%s', (_, type) => {
    const refusals = hostileValues(type).map((value) => refusalOf(type, value));
    const ids = new Set(refusals.filter((id) => id !== undefined));
    for (const id of ids)
      expect(['invalid_parameter', 'missing_parameter', 'too_many_parameters']).toContain(id);
    expect(refusals).not.toHaveLength(0);
  });
});
