import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type Asked, captureTab } from '../platform/capture.ts';
import { openReplica } from '../platform/ground.ts';
import { createMenus, followMenus, isFigureAsked, menuAsks } from '../platform/menus.ts';
import { openPanel } from '../platform/panel.ts';
import { keepHandlerChosen } from '../platform/pdf-handler.ts';
import { startPresence } from '../platform/presence.ts';
import { openInReader } from '../platform/reader.ts';
import { openWelcome } from '../platform/tabs.ts';
import { askToSync, stopAsking, syncAlarm } from '../platform/wake.ts';
import { setMeta } from '../replica/database.ts';

/** Nothing here depends on memory: the browser may end the background at any moment and start it anew. */
export default defineBackground(() => {
  const replica = openReplica();

  /** The button, the shortcut, the menu and the button beside a selection do the same. The panel opens first: later, browsers do not allow it. */
  const clip = async (asked: Asked & { windowId?: number | undefined }) => {
    const opened = openPanel(asked.windowId).catch(() => undefined);
    await Promise.all([opened, captureTab(replica, { ...asked, pressed: true })]);
  };

  startPresence(replica, clip);
  followMenus();
  browser.action.onClicked.addListener(clip);
  browser.commands.onCommand.addListener(async (command, tab) => {
    if (command === 'clip' && tab) await clip(tab);
  });
  browser.contextMenus.onClicked.addListener(async (pointed, tab) => {
    if (pointed.menuItemId === 'pdf') {
      const opened = openPanel(tab?.windowId).catch(() => undefined);
      await Promise.all([opened, openInReader(pointed.linkUrl)]);
    } else if (isFigureAsked(pointed) && tab?.id !== undefined) {
      const opened = openPanel(tab.windowId).catch(() => undefined);
      const clicked = { at: Date.now(), tab: tab.id, frame: pointed.frameId ?? 0 };
      await Promise.all([opened, setMeta(replica.db, 'clickedFigure', clicked)]);
    } else if (tab) await clip({ ...tab, ...menuAsks(pointed) });
  });

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await Promise.all([createMenus(), keepHandlerChosen()]);
    // An unpacked build is installed anew at each start of the browser.
    if (reason === 'install' && !(await replica.sessions.current())) await openWelcome();
  });

  browser.runtime.onStartup.addListener(async () => {
    // A shared device whose browser was closed is wiped here, before anyone opens anything.
    await replica.sessions.current();
    if ((await replica.view.standing()).waiting > 0) await askToSync();
  });

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== syncAlarm) return;
    if ((await replica.view.standing()).waiting > 0) await replica.sync.once();
    else await stopAsking();
  });
});
