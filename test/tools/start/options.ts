/** A sentence for the person who started it: it is printed, and the command ends with 1. */
export class Sentence extends Error {}

/** What `npm start` was asked for. */
export interface StartOptions {
  port: number;
  /** A Worker with nothing in it. */
  empty: boolean;
  browser: boolean;
}

const usage = `npm start                      with the demo and a browser
npm start -- --empty           with nothing in it
npm start -- --port 8789       on another port
npm start -- --no-browser      without opening a browser`;

/** Reads the command line of `npm start`. Throws {@link Sentence}. */
export function readOptions(args: readonly string[]): StartOptions {
  const options: StartOptions = { port: 8787, empty: false, browser: true };
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [name, inline] = arg.split('=', 2);
    if (name === '--empty') options.empty = true;
    else if (name === '--no-browser') options.browser = false;
    else if (name === '--port') {
      options.port = Number(inline ?? left.shift());
      // The sample pages take the port after it.
      if (!Number.isInteger(options.port) || options.port < 1024 || options.port > 65_534) {
        throw new Sentence('The port is a number from 1024 to 65534, for example: npm start -- --port 8789');
      }
    } else throw new Sentence(`There is no ${arg}. There is:\n${usage}`);
  }
  return options;
}
