import { ApiError } from '../errors.ts';

/** What a piece of a body costs beside its bytes: one that comes byte by byte takes a hundred times its size. */
export const PIECE_BYTES = 128;

/** For whom something is held: a member, or the network that a stranger calls from. */
export interface Owner {
  readonly name: string;
  /** Whether the gateway knows a member behind it. */
  readonly member: boolean;
}

/**
 * How many bytes the calls of this process may hold at once. One owner gets a quarter of it, and all strangers together
 * half: so whoever fills it does not stop the members.
 */
export class Allowance {
  readonly #total: number;
  readonly #share: number;
  readonly #byOwner = new Map<string, number>();
  #held = 0;
  #heldByStrangers = 0;

  /** @param most one request's, for which there is room in any case */
  constructor(total: number, most: number) {
    this.#share = Math.max(total / 4, most);
    this.#total = Math.max(total, 2 * this.#share);
  }

  /** Bytes that are held at the moment. */
  get held(): number {
    return this.#held;
  }

  /** @throws ApiError `toobusy` when there are not so many bytes left for this owner */
  take(owner: Owner, bytes: number): void {
    const own = (this.#byOwner.get(owner.name) ?? 0) + bytes;
    const strangers = this.#heldByStrangers + (owner.member ? 0 : bytes);
    if (own > this.#share || strangers > this.#total / 2 || this.#held + bytes > this.#total) {
      throw new ApiError('toobusy');
    }
    this.#change(owner, own, bytes);
  }

  give(owner: Owner, bytes: number): void {
    this.#change(owner, (this.#byOwner.get(owner.name) ?? 0) - bytes, -bytes);
  }

  #change(owner: Owner, own: number, by: number): void {
    if (own > 0) this.#byOwner.set(owner.name, own);
    else this.#byOwner.delete(owner.name);
    this.#held += by;
    if (!owner.member) this.#heldByStrangers += by;
  }
}

/** What one request holds of an allowance. */
export class Hold {
  readonly #allowance: Allowance;
  readonly #owner: Owner;
  #bytes = 0;
  #released = false;

  constructor(allowance: Allowance, owner: Owner) {
    this.#allowance = allowance;
    this.#owner = owner;
  }

  /** @throws ApiError `toobusy` when there is no room, also when the request is over already */
  add(bytes: number): void {
    if (this.#released) throw new ApiError('toobusy');
    this.#allowance.take(this.#owner, bytes);
    this.#bytes += bytes;
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.#allowance.give(this.#owner, this.#bytes);
  }
}

/** What all requests of a process share while their bodies arrive. */
export interface Allowances {
  /** Bytes of bodies in memory. */
  readonly memory: Allowance;
  /** Bytes of files in the temporary folder. */
  readonly disk: Allowance;
}
