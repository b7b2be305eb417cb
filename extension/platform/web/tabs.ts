import type * as extension from '../tabs.ts';

/** Opens an address from the log in a new tab. Only what is meant for reading is opened. */
export const openTab: typeof extension.openTab = async (url) => {
  if (/^https?:/i.test(url)) open(url, '_blank', 'noopener,noreferrer');
};

/** The app shows what the welcome page would as soon as it is wanted: at the top of the page. */
export const openWelcome: typeof extension.openWelcome = async () => scrollTo({ top: 0 });

/** This is the log page already. */
export const openLog: typeof extension.openLog = async (place) => {
  location.hash = `#/${place}`;
};

/** Nothing is read beside the app. */
export const captureActiveTab: typeof extension.captureActiveTab = async () => undefined;

export const printPage: typeof extension.printPage = () => print();
