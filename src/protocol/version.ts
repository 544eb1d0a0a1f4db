/** The API version that `api.init` announces: callers up to it get PHP's types. */
export const ANNOUNCED_API_VERSION = 5;

/** The product version that clients compare with: the documented one whose API this is. */
export const ANNOUNCED_VERSION = '6.1.0';

/** From this `api_v` on answers have typed JSON. */
export const TYPED_API_VERSION = 100;
