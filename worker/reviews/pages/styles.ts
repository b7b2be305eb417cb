import { colours, marks } from './threads.ts';

const variables = (of: Record<string, string>) =>
  Object.entries(of)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

const threads = marks.map((_, thread) => `.t${thread}{--t:var(--thread-${thread})}`).join('');

/** The one stylesheet of the public pages. It stands in each page, and its hash in the policy. */
export const styles = `
:root{color-scheme:light dark;${variables(colours.light)}}
@media(prefers-color-scheme:dark){:root{${variables(colours.dark)}}}
${threads}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;overflow-wrap:break-word}
body,h1,h2,h3,h4,p,ul,ol,dl,dd,figure,blockquote,fieldset{margin:0;padding:0;border:0}
body{padding:0 16px 48px}
main,header,footer{max-width:44rem;margin:0 auto}
ul,ol{list-style:none}
h1,h2{font-size:1.5rem;line-height:1.3;font-weight:600;text-wrap:balance}
h1{font-size:1.75rem}
h3{font-size:1.125rem;line-height:1.4;font-weight:600}
h4{font-size:.9375rem;font-weight:600}
a{color:inherit;text-decoration-color:var(--edge);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--gold);outline-offset:2px;border-radius:2px}
:target{scroll-margin-top:16px}
p+p,.said+.said{margin-top:.7em}
.said{white-space:pre-line}
small,.small{font-size:.8125rem}
.mid{font-size:.9375rem;line-height:1.5}
.soft{color:var(--soft)}
header{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;justify-content:space-between;padding:20px 0 16px;border-bottom:1px solid var(--line);font-size:.9375rem}
header nav ul,.row{display:flex;flex-wrap:wrap;gap:4px 20px}
header a{text-decoration:none;padding:4px 0;display:inline-block}
header a:hover,header [aria-current]{text-decoration:underline}
.name{font-weight:600}
h1{margin-top:40px}
.lead{margin-top:16px;font-size:1.125rem;line-height:1.55}
.facts{margin-top:16px;color:var(--soft);font-size:.9375rem;line-height:1.5}
.part{margin-top:56px}
.part>h2+*{margin-top:12px}
.part>h2+.thread{margin-top:24px}
.over{display:block;font-size:.8125rem;line-height:1.5;font-weight:600;color:var(--soft)}
.thread{position:relative;padding-left:20px;margin-top:40px}
.thread::before{content:"";position:absolute;inset:4px auto 4px 0;width:3px;border-radius:2px;background:var(--t)}
.mark{color:var(--t);margin-right:.4em}
.thread h3+p,.thread h3+.said{margin-top:8px}
.thread h4{margin-top:24px}
.thread h4+*{margin-top:4px}
.short{margin-top:20px}
details{margin-top:8px}
summary{cursor:pointer;padding:4px 0;font-size:.9375rem;line-height:1.5;width:fit-content}
summary:hover{text-decoration:underline;text-decoration-color:var(--edge);text-underline-offset:.2em}
details[open]>summary{margin-bottom:8px}
.ev{margin:0;border-top:1px solid var(--line)}
.evs{margin-top:12px;border-bottom:1px solid var(--line)}
.ev>summary{padding:8px 0;width:auto}
.ev>div,.in{padding:0 0 16px 20px}
blockquote{border-left:1px solid var(--edge);padding-left:16px}
.src{margin-top:8px;font-size:.9375rem;line-height:1.5;color:var(--soft)}
.box h2{font-size:1.125rem}
.box h2+*{margin-top:8px}
.box h2.over,.note h2.over{font-size:.8125rem}
.box .over+*{margin-top:0}
.box{background:var(--sheet);border:1px solid var(--line);border-radius:6px;padding:16px 20px;margin-top:24px}
.note{background:var(--hint-ground);border-radius:6px;padding:12px 20px;margin-top:24px;font-size:.9375rem;line-height:1.5}
.note .over+*,.note .dots,.note p+p{margin-top:4px}
.bad{background:var(--trouble-ground);border-left:3px solid var(--trouble);border-radius:2px;padding:12px 20px;margin-top:24px}
.bad b{color:var(--trouble)}
.list>li{padding:12px 0;border-top:1px solid var(--line)}
.list>li:last-child{border-bottom:1px solid var(--line)}
.list blockquote{margin-top:8px}
.dots{list-style:disc;padding-left:1.2em}
ol.dots{list-style:decimal}
.dots li+li{margin-top:4px}
figure{margin-top:24px}
figcaption{font-size:.9375rem;line-height:1.5}
.chart{display:block;width:100%;max-width:480px;height:auto;margin-top:8px;overflow:visible}
.chart text{fill:var(--ink);font-size:13px;font-family:inherit;text-anchor:middle}
.chart .ra{text-anchor:end}
.chart .la{text-anchor:start}
.cr{stroke:var(--line)}
.cb{fill:var(--sunken)}
.cw{fill:none;stroke:var(--edge)}
.cm{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2 4}
.cl,.cf{fill:none;stroke:var(--t,var(--ink));stroke-width:2}
.cf{stroke-width:1;opacity:.55}
.cd{fill:none;stroke:var(--t,var(--ink));stroke-width:7;stroke-linecap:round}
.ch{fill:none;stroke:var(--t,var(--ink));stroke-width:4;stroke-linecap:round;opacity:.55}
.cs{fill:var(--paper);stroke:var(--t,var(--ink));stroke-width:2}
.ct{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
.cx{fill:none;stroke:var(--ink);stroke-dasharray:3 3}
.ce{font-weight:600}
.key{display:grid;gap:2px;margin-top:8px;font-size:.9375rem;line-height:1.5}
.key li{display:grid;grid-template-columns:1.6em 1fr}
.key b{font-weight:600}
.scroll{overflow-x:auto;margin-top:8px}
table{border-collapse:collapse;font-size:.9375rem;line-height:1.4;font-variant-numeric:tabular-nums}
caption{text-align:left;font-size:.8125rem;color:var(--soft);padding-bottom:4px}
th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-bottom:1px solid var(--line)}
th{font-weight:600}
tbody th{min-width:9em}
td{white-space:nowrap}
.go,button{display:inline-block;font:inherit;font-weight:600;text-decoration:none;background:var(--press);color:var(--on-press);border:1px solid var(--press);border-radius:6px;padding:10px 22px;margin-top:16px;cursor:pointer}
.back{background:none;color:var(--ink);border-color:var(--edge)}
.acts{display:flex;flex-wrap:wrap;gap:0 12px}
fieldset,.field{margin-top:28px;min-width:0}
legend,.field>label{display:block;padding:0;font-weight:600}
.pick{display:flex;gap:10px;align-items:baseline;padding:6px 0}
.pick input{flex:none;width:18px;height:18px;margin:0;accent-color:var(--press);transform:translateY(3px)}
textarea{display:block;width:100%;margin-top:8px;font:inherit;color:inherit;background:var(--sheet);border:1px solid var(--edge);border-radius:6px;padding:10px 12px}
.hidden{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.trap{position:absolute;left:-200vw;width:1px;height:1px;overflow:hidden}
footer{margin-top:64px;padding-top:16px;border-top:1px solid var(--line);font-size:.8125rem;line-height:1.6;color:var(--soft)}
footer p{margin-top:4px}
.sheet{display:none}
@media(min-width:48rem){h1{font-size:2rem;margin-top:56px}.fig{display:grid;grid-template-columns:1fr 1fr;gap:0 28px;align-items:center}.two{display:grid;grid-template-columns:1fr 1fr;gap:0 32px}}
@media(forced-colors:active){.thread::before,.mark{forced-color-adjust:none}}
@media print{@page{margin:16mm}:root{${variables(colours.light)};--paper:#fff}html{font-size:11pt}body{padding:0}header nav,.noprint,.go{display:none}h2,h3,h4,summary{break-after:avoid}figure,.ev,.list>li{break-inside:avoid}.thread::before,.cb{print-color-adjust:exact;-webkit-print-color-adjust:exact}.cb{fill:#e8e8e8}}
`.replaceAll('\n', '');
