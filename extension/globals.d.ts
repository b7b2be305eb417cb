// Stands for the one thing that is used of the types that WXT would generate, so that types are checked without a build.
import 'wxt/browser';

declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
