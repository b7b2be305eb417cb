import { describe, expect, it } from 'vitest';
import * as rules from './code-rules.ts';
import { type Files, isCode, isProduct, projectPaths, readFiles } from './sources.ts';

const code = readFiles(isCode);
const only = (files: Files, wanted: (path: string) => boolean): Files =>
  new Map([...files].filter(([path]) => wanted(path)));
const product = only(code, isProduct);
const extension = only(code, (path) => path.startsWith('extension/'));

/** Holds a rule on real files, and shows that it finds each thing that is wrong and nothing that is right. */
function held(rule: rules.CodeRule, files: Files, { wrong, right = [] }: { wrong: string[]; right?: string[] }) {
  expect(files.size).toBeGreaterThan(5);
  expect(rule(files)).toEqual([]);
  for (const text of wrong) expect(rule(new Map([['x.tsx', text]])), text).toHaveLength(1);
  for (const text of right) expect(rule(new Map([['x.tsx', text]])), text).toEqual([]);
}

describe('the code', () => {
  it('makes neither markup nor code of a text', () => {
    held(rules.noSinks, product, {
      wrong: [
        'node.innerHTML = words;',
        "node['outerHTML'] += words;",
        "node?.insertAdjacentHTML('beforeend', words);",
        'const a = <p dangerouslySetInnerHTML={{ __html: words }} />;',
        "h('p', { dangerouslySetInnerHTML: words });",
        'Object.assign(frame, { srcdoc: words });',
        'document.writeln(words);',
        'globalThis.document.write(words);',
        'eval(words);',
        "(0, globalThis.eval)('1');",
        "const f = new Function('a', words);",
        "setTimeout('go()', 1);",
      ],
      right: ["// innerHTML\nconst a = 'innerHTML';", 'stream.write(words);', 'setTimeout(() => go(), 1);'],
    });
  });

  it('stops listening to what it listens to', () => {
    held(rules.listenersEnd, extension, {
      wrong: [
        "a.addEventListener('x', f);",
        "a?.addEventListener('x', f, true);",
        "a.addEventListener('x', f, { once: false, passive: true });",
        "addEventListener('x', f, options);",
      ],
      right: ["a.addEventListener('x', f, { signal });", "a.addEventListener('x', f, { once: true });"],
    });
  });

  it('says any nowhere', () => {
    held(rules.noAny, code, { wrong: ['const a = b as any;', 'const a: any[] = [];'], right: ["const any = 'any';"] });
  });

  it('stands in files of at most 300 lines', () => {
    const files = readFiles((path) => isCode(path) || path.endsWith('.css'));
    held(rules.shortFiles, files, { wrong: ['a\n'.repeat(301)], right: ['a\n'.repeat(300)] });
  });
});

describe('the tests', () => {
  it('leave nothing out and run nothing alone', () => {
    const tests = only(code, (path) => path.startsWith('test/'));
    held(rules.noSkips, tests, {
      wrong: ["it.skip('x');", "describe.only('x');", "it.each([1]).skip('x');", "test.skipIf(1)('x');", "xit('x');"],
      right: ['stream.skip(1);', "it('x');", "'it.skip(1)';"],
    });
  });
});

describe('the project', () => {
  const tracked = projectPaths();
  // Fixtures are other people's pages, the licence is the licence's, and pictures are not text.
  const texts = readFiles((path) => !/^test\/fixtures\/pages\/|^LICENSE$|\.(png|jpg|pdf|sqlite|woff2?)$/.test(path));

  it('names no machine and no registry', () => {
    const [slash, host] = ['/', ['registry', 'npmjs.org'].join('.')];
    held(rules.nothingOfAMachine, texts, {
      wrong: [
        `const a = '${slash}root${slash}main';`,
        `cd ${slash}home${slash}ann`,
        `"file://${slash}work${slash}x"`,
        `https://${host}/vite`,
      ],
      right: [`https://x.example${slash}home${slash}page`, `../work${slash}x`, `join(root, 'home')`],
    });
  });

  it('has only what belongs there at the top', () => {
    const allowed = ['README.md', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts'];
    const folders = ['extension', 'worker', 'shared', 'test'];
    const top = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))];
    expect(top.filter((name) => ![...allowed, ...folders].includes(name) && !name.startsWith('.'))).toEqual([]);
    for (const name of ['package.json', 'package-lock.json', 'LICENSE', ...folders]) expect(top).toContain(name);
  });

  const manifests = readFiles((path) => /(^|\/)package\.json$/.test(path));
  const locks = readFiles((path) => /(^|\/)package-lock\.json$/.test(path));

  it('names exact versions, Node’s among them', () => {
    expect(manifests.size).toBe(locks.size);
    for (const [path, text] of manifests) expect(rules.inexactVersions(JSON.parse(text)), path).toEqual([]);
    const { devDependencies } = JSON.parse(manifests.get('package.json') ?? '{}');
    expect(devDependencies.node).toMatch(/^24\./);
    for (const version of ['^1.2.3', '~1.2.3', '1', '1.x', '*', 'latest', '>=1.2.3', 'github:a/b']) {
      expect(rules.inexactVersions({ dependencies: { a: version } }), version).toHaveLength(1);
    }
    expect(rules.inexactVersions({ dependencies: { a: '1.2.3', b: '1.2.3-beta.1' } })).toEqual([]);
  });

  it('locks versions from nowhere in particular', () => {
    for (const [path, text] of locks) {
      expect(rules.registriesNamed(JSON.parse(text)), path).toEqual([]);
      expect(text, path).not.toContain('"resolved"');
    }
    const wrong = { packages: { '': {}, a: { resolved: 'https://x.example/a.tgz' }, b: {} } };
    expect(rules.registriesNamed(wrong)).toEqual(['a comes from https://x.example/a.tgz']);
  });
});
