/** The day on this device's calendar, as ISO 8601 writes it. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');
