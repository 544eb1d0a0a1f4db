/** The part of autocannon that the benchmark uses; it comes without types. */
declare module 'autocannon' {
  export interface LoadRequest {
    readonly method?: 'GET' | 'POST';
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    /** Makes the next request from this one. */
    readonly setupRequest?: (request: LoadRequest) => LoadRequest;
  }

  export interface LoadOptions {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests; takes the place of `duration`. */
    readonly amount?: number;
    /** Seconds; 10 when left out. */
    readonly timeout?: number;
    readonly requests: readonly LoadRequest[];
    /** Requests a second, of all connections. */
    readonly overallRate?: number;
    /** Told of each connection when it begins. */
    readonly setupClient?: (client: LoadClient) => void;
  }

  export interface LoadClient {
    on(
      event: 'response',
      listener: (statusCode: number, bytes: number, milliseconds: number) => void,
    ): void;
  }

  export interface LoadResult {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    readonly timeouts: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  }

  export default function autocannon(options: LoadOptions): Promise<LoadResult>;
}
