import { describe, expect, it } from 'vitest';
import { graphOf, importsOf, loadedBy } from './import-graph.ts';
import * as rules from './import-rules.ts';
import { productSources } from './sources.ts';

const product = graphOf(productSources());

/** A program of a few lines, with every file that it imports added as an empty one. */
function programOf(files: { [path: string]: string }) {
  const sources = new Map(Object.entries(files));
  for (const { to } of graphOf(sources).imports) if (to && !sources.has(to)) sources.set(to, '');
  return graphOf(sources);
}

/** Holds the rule on the real sources, allows what is right and finds each thing that is wrong. */
function held(rule: rules.Rule, wrong: [path: string, text: string][], right: [path: string, text: string][] = []) {
  expect(rule(product)).toEqual([]);
  for (const [path, text] of right) expect(rule(programOf({ [path]: text })), text).toEqual([]);
  for (const [path, text] of wrong) {
    const found = rule(programOf({ [path]: text }));
    expect(found, `${path}: ${text}`).not.toEqual([]);
    expect(found[0]).toContain(path);
  }
}

describe('the reading of imports', () => {
  it('finds every way to import, and knows which of them leave nothing at run time', () => {
    const text = `
      import type { A } from './a.ts';
      import { type B } from './b.ts';
      import './c.css';
      export * from './d.ts';
      export type { E } from './e.ts';
      type F = import('./f.ts').F;
      type G = typeof import('./g.ts');
      const h = <p>{await import('./h.ts')}</p>;
      const i = import('./' + h);
      // import './comment.ts'
      const text = "import './text.ts'";`;
    const found = importsOf('extension/x/y.tsx', text).map(({ specifier, typeOnly }) => [specifier, typeOnly]);
    expect(found.sort()).toEqual([
      ['(computed)', false],
      ['./a.ts', true],
      ['./b.ts', false],
      ['./c.css', false],
      ['./d.ts', false],
      ['./e.ts', true],
      ['./f.ts', true],
      ['./g.ts', true],
      ['./h.ts', false],
    ]);
  });

  it('sees the whole product', () => {
    const parts = ['shared/action.ts', 'worker/index.ts', 'extension/entrypoints/background.ts', 'wxt.config.ts'];
    for (const path of parts) expect([...product.files.keys()]).toContain(path);
    expect(product.imports.length).toBeGreaterThan(200);
    expect(loadedBy(product, 'extension/entrypoints/background.ts')).toContain('dexie');
  });

  it('does not take what cannot be read for innocent', () => {
    expect(() => importsOf('shared/x.ts', 'import {')).toThrow('shared/x.ts cannot be parsed');
  });
});

describe('imports', () => {
  it('run extension → shared ← worker and never across, not even types', () => {
    held(
      rules.sides,
      [
        ['extension/replica/a.ts', "import type { Env } from '../../worker/env.ts';"],
        ['worker/log/a.ts', "type Row = import('../../extension/replica/database.ts').OutboxRow;"],
        ['shared/a.ts', "export * from '../worker/env.ts';"],
        ['shared/cluster/a.ts', "const a = await import('../../extension/ui/button.tsx');"],
        ['worker/a.ts', "import '../wxt.config.ts';"],
      ],
      [['worker/log/a.ts', "import { ok } from '../../shared/problem.ts'; import './b.ts';"]],
    );
  });

  it('of shared/ are zod/mini and itself', () => {
    held(rules.sharedPackages, [
      ['shared/a.ts', "import * as z from 'zod';"],
      ['shared/evidence/a.ts', "import { readFileSync } from 'node:fs';"],
      ['shared/evidence/a.ts', "import type { Dexie } from 'dexie';"],
    ]);
  });

  it('of the modules at the top of shared/ name no domain but the roles', () => {
    held(
      rules.sharedRoots,
      [
        ['shared/fold.ts', "import { Member } from './cluster/members.ts';"],
        ['shared/record.ts', "import type { Evidence } from './evidence/evidence.ts';"],
        ['shared/new-one.ts', "import { School } from './cluster/schools.ts';"],
      ],
      [
        ['shared/action.ts', "import type { Actor } from './cluster/roles.ts';"],
        ['shared/actions.ts', "import { saveEvidence } from './evidence/evidence.ts';"],
      ],
    );
  });

  it('of domains run leftwards only, within a part and across', () => {
    held(
      rules.leftwards,
      [
        ['shared/cluster/a.ts', "import { Evidence } from '../evidence/evidence.ts';"],
        ['shared/evidence/a.ts', "import type { Cycle } from '../cycles/cycle.ts';"],
        ['extension/priorities/a.tsx', "import { Entry } from '../evidence/entry.tsx';"],
        ['extension/cluster/a.tsx', "import { Priority } from '../../shared/priorities/priority.ts';"],
        ['worker/evidence/a.ts', "import '../reviews/publish.ts';"],
      ],
      [
        ['extension/reviews/a.tsx', "import { Evidence } from '../../shared/evidence/evidence.ts';"],
        ['worker/access/a.ts', "import { Evidence } from '../../shared/evidence/evidence.ts';"],
      ],
    );
  });

  it('of browser APIs are left to platform/ and the entrypoints', () => {
    held(
      rules.browserByPlatform,
      [
        ['extension/evidence/a.tsx', "import { browser } from 'wxt/browser';"],
        ['extension/ui/a.tsx', "import type { Tabs } from 'webextension-polyfill';"],
        ['extension/cluster/a.tsx', 'const tabs = () => chrome.tabs.query({});'],
        ['extension/reviews/a.tsx', 'const id = globalThis.browser?.runtime.id;'],
        ['extension/replica/a.ts', "await browser.storage.local.get('token');"],
        ['extension/page/a.ts', 'chrome.runtime.sendMessage(1);'],
      ],
      [
        ['extension/platform/a.ts', "import { browser } from 'wxt/browser'; browser.tabs.query({}); chrome.tabs;"],
        ['extension/evidence/a.tsx', 'const words = { browser: 1 }; words.browser;'],
      ],
    );
  });

  it('of what runs in a page are shared/, platform/messages and page/, with no zod behind any of them', () => {
    held(
      rules.pageStandsAlone,
      [
        ['extension/page/a.ts', "import { createReplica } from '../replica/replica.ts';"],
        ['extension/page/a.ts', "import type { Replica } from '../replica/replica.ts';"],
        ['extension/page/a.ts', "import { captureTab } from '../platform/capture.ts';"],
        ['extension/page/a.ts', "import { html } from 'htm';"],
        ['extension/page/a.ts', "import * as z from 'zod/mini';"],
        [
          'extension/entrypoints/a.ts',
          "import { defineContentScript } from 'wxt/utils/define-content-script'; import '../ui/button.tsx';",
        ],
      ],
      [
        ['extension/page/a.ts', "import { find } from '../../shared/evidence/quote.ts'; import './b.ts';"],
        ['extension/page/a.ts', "import { send } from '../platform/messages.ts';"],
        ['extension/entrypoints/background.ts', "import '../replica/replica.ts';"],
      ],
    );
    const behind = (text: string) =>
      rules.pageStandsAlone(
        programOf({
          'extension/page/a.ts': "import { b } from '../../shared/b.ts';",
          'shared/b.ts': text,
          'shared/c.ts': "import * as z from 'zod/mini';",
        }),
      );
    expect(behind("import type { C } from './c.ts';")).toEqual([]);
    expect(behind("import { type C } from './c.ts';")).not.toEqual([]);
    expect(behind("export * from './c.ts';")[0]).toContain('extension/page/a.ts loads zod/mini');
  });

  it('of ui/ name no domain', () => {
    held(rules.uiKnowsNoDomain, [
      ['extension/ui/a.tsx', "import { Entry } from '../evidence/entry.tsx';"],
      ['extension/ui/a.tsx', "import type { Priority } from '../../shared/priorities/priority.ts';"],
    ]);
  });

  it('of replica/ name no screen and no platform', () => {
    held(
      rules.replicaStandsAlone,
      [
        ['extension/replica/a.ts', "import { Card } from '../evidence/card.tsx';"],
        ['extension/replica/a.ts', "import type { Captured } from '../page/capture/capture.ts';"],
        ['extension/replica/a.ts', "import { askToSync } from '../platform/wake.ts';"],
      ],
      [['extension/replica/a.ts', "import { Evidence } from '../../shared/evidence/evidence.ts';"]],
    );
  });

  it('of platform/ name no screen', () => {
    held(rules.platformKnowsNoScreens, [
      ['extension/platform/a.ts', "import { Card } from '../evidence/card.tsx';"],
      ['extension/platform/a.ts', "import type { Task } from '../ui/use-task.ts';"],
    ]);
  });

  it('end in entrypoints that only mount', () => {
    held(rules.entrypointsOnlyMount, [
      ['extension/entrypoints/a.ts', 'run();\n'.repeat(61)],
      ['extension/entrypoints/log/main.tsx', 'export const helper = 1;'],
    ]);
    const borrowed = programOf({ 'extension/ui/a.ts': "import { x } from '../entrypoints/background.ts';" });
    expect(rules.entrypointsOnlyMount(borrowed)[0]).toContain('extension/ui/a.ts');
  });

  it('name whole files that are there', () => {
    held(
      rules.wholeNames,
      [
        ['shared/a.ts', "import { b } from './b';"],
        ['shared/a.ts', "import { b } from './b.js';"],
        ['extension/ui/a.ts', "import { b } from '@/ui/b';"],
        ['extension/ui/a.ts', 'const load = (name: string) => import(name);'],
      ],
      [['extension/ui/a.tsx', "import './a.css'; import './b.tsx';"]],
    );
    const missing = graphOf(new Map([['shared/a.ts', "import './gone.ts';"]]));
    expect(rules.wholeNames(missing)[0]).toContain('not there');
  });

  it('never go in a circle, types included', () => {
    expect(rules.noCycles(product)).toEqual([]);
    const circle = programOf({
      'shared/a.ts': "import { b } from './b.ts';",
      'shared/b.ts': "import './d.ts'; import './c.ts';",
      'shared/c.ts': "import type { A } from './a.ts'; import './d.ts';",
      'shared/e.ts': "import './a.ts';",
    });
    expect(rules.noCycles(circle)).toEqual([
      'shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts is a circle: imports run one way',
    ]);
  });

  it('never lead from the product into its tests', () => {
    held(rules.noTestCode, [
      ['shared/a.ts', "import { newWorld } from '../test/shared/world.ts';"],
      ['worker/a.ts', "import { env } from 'vitest';"],
      ['wxt.config.ts', "import './test/tools/stages.ts';"],
    ]);
  });
});
