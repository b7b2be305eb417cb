import { build } from 'wxt';

// Builds the extension for Chrome into a folder that `wxt build` itself has no option for:
//
//     node test/tools/build-extension.ts <folder>
//
// The extension is then in <folder>/chrome-mv3.
const [outDir] = process.argv.slice(2);
await build({ browser: 'chrome', ...(outDir && { outDir }) });
