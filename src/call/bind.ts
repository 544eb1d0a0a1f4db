import { ApiError } from '../errors.ts';
import type { MethodSpec, ParameterSpec } from '../protocol/manifest.ts';
import type { WireMap } from '../protocol/wire.ts';
import type { Upload } from '../protocol/types.ts';
import { casts, isLeftOut, refuse } from './cast.ts';

export type Files = ReadonlyMap<string, Upload>;

/** Turns the parameters of a call into the arguments of its method, in order. */
export type Bind = (params: WireMap, files: Files) => unknown[];

type Read = (params: WireMap, files: Files) => unknown;

/**
 * Makes the binder of one method; done once, at boot. Names match with their case, unknown names are ignored, and a
 * parameter left out is `undefined`, so that the method's own default applies.
 * @returns a function that throws ApiError `missing_parameter` (name) or `invalid_parameter` (name, why)
 */
export function compile(spec: MethodSpec): Bind {
  const reads = spec.parameters.map(reader);
  return (params, files) => reads.map((read) => read(params, files));
}

function reader(parameter: ParameterSpec): Read {
  const { type } = parameter;
  if (type.kind === 'file') return fileReader(parameter);
  if (type.kind === 'list' && type.of.kind === 'file') return filesReader(parameter);
  return textReader(parameter);
}

function textReader(parameter: ParameterSpec): Read {
  const { name, type, optional } = parameter;
  const cast = casts(type);
  return (params) => {
    const value = params.get(name);
    if (!isLeftOut(value, parameter)) return cast(value, name);
    if (!optional) throw new ApiError('missing_parameter', name);
    return undefined;
  };
}

function fileReader(parameter: ParameterSpec): Read {
  return (params, files) => {
    const file = files.get(parameter.name);
    if (!file) refuseNoFile(parameter, params);
    return file;
  };
}

/** `photo` and `photo[…]` in the order of arrival. */
function filesReader(parameter: ParameterSpec): Read {
  const { name } = parameter;
  return (params, files) => {
    const named = [...files].filter(([key]) => key === name || key.startsWith(`${name}[`));
    if (named.length === 0) refuseNoFile(parameter, params);
    return named.length > 0 ? named.map(([, file]) => file) : undefined;
  };
}

/** Browsers and apps send an empty text where no file was chosen: that is no file. */
function refuseNoFile({ name, optional }: ParameterSpec, params: WireMap): void {
  if (params.get(name)) refuse(name, 'it must be an uploaded file');
  if (!optional) throw new ApiError('missing_parameter', name);
}
