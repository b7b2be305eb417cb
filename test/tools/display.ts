import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findDisplayTools } from './browsers.ts';

const execute = promisify(execFile);

/** A virtual screen with a window manager, and hands on its keyboard and mouse. */
export interface Display {
  /** The environment for a program that is to appear on it, and on no screen of the host. */
  env: NodeJS.ProcessEnv;
  /** Presses a combination, for example `alt+shift+g`, as real keys to the window in front. */
  key(...combos: string[]): Promise<void>;
  /** Types text into the window in front. */
  type(text: string): Promise<void>;
  /** Moves to a point of the screen and clicks with the left button. */
  moveAndClick(x: number, y: number): Promise<void>;
  /** Moves to a point of the screen and clicks with the right button. */
  rightClickAt(x: number, y: number): Promise<void>;
  /** Brings to the front the visible window of a process; waits until there is one. */
  activate(pid: number): Promise<void>;
  /** Ends the display and its window manager. */
  close(): Promise<void>;
}

// No key of the window manager's own, and no frames, so that a page is where the browser says it is.
const openboxConfig = `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number></desktops>
  <applications><application class="*"><decor>no</decor><focus>yes</focus></application></applications>
</openbox_config>
`;

/** Starts an Xvfb on a free display number with openbox in it. The host's own screen is never touched. */
export async function startDisplay(
  size: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<Display> {
  const tools = findDisplayTools();
  if (!tools) throw new Error('The virtual display needs Xvfb, openbox and xdotool.');
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-display-'));
  const started: ChildProcess[] = [];
  const endAtExit = () => {
    for (const child of started) child.kill('SIGKILL');
  };
  process.once('exit', endAtExit);
  const close = async () => {
    process.off('exit', endAtExit);
    for (const child of started.reverse()) await end(child);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const screen = `${size.width}x${size.height}x24`;
    const xvfb = spawn(tools.xvfb, ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    started.push(xvfb);
    const env = environment(await displayNumber(xvfb));
    const config = join(folder, 'rc.xml');
    writeFileSync(config, openboxConfig);
    const openbox = spawn(tools.openbox, ['--sm-disable', '--config-file', config], {
      stdio: 'ignore',
      env: { ...env, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    started.push(openbox);
    const xdotool = async (...args: string[]) => {
      await execute(tools.xdotool, args, { env, timeout: 30_000 });
    };
    await windowManager(openbox, xdotool);
    return {
      env,
      key: (...combos) => xdotool('key', '--clearmodifiers', '--delay', '50', ...combos),
      type: (text) => xdotool('type', '--clearmodifiers', '--delay', '20', '--', text),
      moveAndClick: (x, y) => xdotool('mousemove', `${x}`, `${y}`, 'sleep', '0.1', 'click', '1'),
      rightClickAt: (x, y) => xdotool('mousemove', `${x}`, `${y}`, 'sleep', '0.1', 'click', '3'),
      activate: (pid) =>
        xdotool(...['search', '--sync', '--all', '--onlyvisible', '--pid', `${pid}`], '--name', '.', 'windowactivate'),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function environment(display: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: `:${display}` };
  // Without these a toolkit might prefer the host's Wayland.
  delete env.WAYLAND_DISPLAY;
  delete env.XAUTHORITY;
  return { ...env, XDG_SESSION_TYPE: 'x11', GDK_BACKEND: 'x11', MOZ_ENABLE_WAYLAND: '0' };
}

/** Xvfb writes the number that it took to the descriptor it was given, once it is ready. */
async function displayNumber(xvfb: ChildProcess): Promise<string> {
  const pipe = xvfb.stdio[3] as Readable;
  const failed = once(xvfb, 'exit').then(() => {
    throw new Error('Xvfb ended before its display was ready.');
  });
  let text = '';
  const read = (async () => {
    while (!text.includes('\n')) text += String((await once(pipe, 'data'))[0]);
    return text.trim();
  })();
  return Promise.race([read, failed]);
}

/** Waits until the window manager answers: keys go astray before that. */
async function windowManager(openbox: ChildProcess, xdotool: (...args: string[]) => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (openbox.exitCode !== null) throw new Error('openbox ended as soon as it was started.');
    try {
      await xdotool('get_num_desktops');
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('openbox did not answer within five seconds.');
}

/** Ends one process that we started; firmly, where it does not listen. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const firm = setTimeout(() => child.kill('SIGKILL'), 3000);
  await gone;
  clearTimeout(firm);
}
