// The few globals that a browser, a Worker and Node all have and that shared code may use.
// Only the type check of shared/ alone reads this file; the other parts bring their own platform's types.

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;

declare const crypto: {
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  randomUUID(): string;
  readonly subtle: { digest(algorithm: string, data: BufferSource): Promise<ArrayBuffer> };
};

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: BufferSource): string;
}

declare class URLSearchParams {
  constructor(init?: string | [string, string][] | { [name: string]: string });
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
  keys(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  static parse(url: string, base?: string): URL | null;
  hash: string;
  host: string;
  hostname: string;
  href: string;
  readonly origin: string;
  password: string;
  pathname: string;
  port: string;
  protocol: string;
  search: string;
  readonly searchParams: URLSearchParams;
  username: string;
  toString(): string;
}

declare function structuredClone<T>(value: T): T;
declare function atob(text: string): string;
declare function btoa(bytes: string): string;
