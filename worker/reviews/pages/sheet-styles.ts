import { colours } from './threads.ts';

const threads = Object.entries(colours.light)
  .filter(([name]) => name.startsWith('thread'))
  .map(([name, value]) => `--${name}:${value}`)
  .join(';');

/** What the sheet for the gate has besides: one side of A4, whatever stands on it. */
export const sheetStyles = `
.a4{${threads};background:#fff;color:#23262b;border:1px solid var(--line);margin-top:24px;padding:12mm;min-height:240mm;display:flex;flex-direction:column;color-scheme:light}
.a4 h1{margin:0;font-size:2rem;line-height:1.2}
.a4 .over{font-size:1.125rem;color:#5c5f66}
.a4 .thread{margin-top:6mm;padding-left:6mm}
.a4 .thread h2{font-size:1.25rem}
.a4 .thread p{margin-top:1.5mm;font-size:1rem;line-height:1.4}
.qr{display:flex;flex-wrap:wrap;gap:8mm;align-items:center;margin-top:auto;padding-top:8mm}
.qr svg{flex:none;width:42mm;height:42mm}
.qr div{flex:1;min-width:60mm}
.qr p{margin-top:2mm}
.qr .big{margin:0;font-size:1.25rem;font-weight:600}
@media print{@page{size:A4;margin:0}.a4{border:0;margin:0;width:210mm;height:296mm;min-height:0;max-height:296mm;padding:15mm 16mm;overflow:hidden;break-inside:avoid}main{max-width:none}header,footer,.note{display:none}html{font-size:11pt}}
`.replaceAll('\n', '');
