import { env } from 'cloudflare:workers';
import { SaxesParser } from 'saxes';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, good, origin } from '../cluster.ts';
import { publish } from './published-pages.ts';

beforeEach(publish);

const atomSpace = 'http://www.w3.org/2005/Atom';

interface Element {
  name: string;
  attributes: { [name: string]: string };
  text: string;
  children: Element[];
}

/** What an XML parser makes of a document; it throws where it is none. */
function parseXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe(atomSpace);
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = { name: local, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    const last = open.at(-1);
    if (last) last.text += words;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

const childrenOf = ({ children }: Element, name: string) => children.filter((one) => one.name === name);
const textOf = (of: Element, name: string) => {
  const found = childrenOf(of, name);
  expect(found, name).toHaveLength(1);
  return found[0]?.text ?? '';
};
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A name and words that break XML and HTML that is put together carelessly. */
async function writeHostile(): Promise<void> {
  await env.PUBLIC.prepare(
    `UPDATE questions SET body = json_set(body, '$.asked', ?1, '$.answer', ?1) WHERE slug = 'hollowmere' AND id = 'q3'`,
  )
    .bind('Why ]]> & <b>"\u0000\u0008\ufffe\ud800" </entry>?')
    .run();
}

describe('the Atom feed', () => {
  it('is one, with what its specification asks for', async () => {
    await writeHostile();
    for (const slug of ['hollowmere', 'forty-schools', 'taken-back']) {
      const answer = await call(`/${slug}/atom.xml`);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      const feed = parseXml(await answer.text());
      expect(feed.name).toBe('feed');
      expect(textOf(feed, 'id')).toBe(`${origin}/${slug}`);
      expect(textOf(feed, 'title')).toBe('Hollowmere Cluster');
      expect(textOf(feed, 'updated')).toMatch(instant);
      expect(childrenOf(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
        ['self', `${origin}/${slug}/atom.xml`],
        ['alternate', `${origin}/${slug}`],
      ]);
      expect(childrenOf(feed, 'author')).toHaveLength(1);
      const entries = childrenOf(feed, 'entry');
      expect(entries.length).toBeGreaterThan(0);
      const ids = entries.map((entry) => textOf(entry, 'id'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const entry of entries) {
        expect(textOf(entry, 'updated')).toMatch(instant);
        expect(textOf(entry, 'published')).toMatch(instant);
        expect(textOf(entry, 'title').length).toBeGreaterThan(3);
        expect(textOf(entry, 'content').length).toBeGreaterThan(3);
        expect((await call(textOf(entry, 'id').slice(origin.length))).status).not.toBe(404);
      }
    }
  });
});

interface Feed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  items: {
    id: string;
    url: string;
    title: string;
    content_text: string;
    date_published: string;
    date_modified: string;
  }[];
}

describe('the JSON feed', () => {
  it('is one of version 1.1, with the same entries as the other', async () => {
    await writeHostile();
    const answer = await call('/hollowmere/feed.json');
    expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const feed = await good<Feed>(answer);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Hollowmere Cluster',
      home_page_url: `${origin}/hollowmere`,
      feed_url: `${origin}/hollowmere/feed.json`,
      language: 'en-GB',
    });
    for (const item of feed.items) {
      expect(item.date_published).toMatch(instant);
      expect(item.date_modified).toMatch(instant);
    }
    const atom = parseXml(await (await call('/hollowmere/atom.xml')).text());
    expect(feed.items.map(({ id }) => id)).toEqual(childrenOf(atom, 'entry').map((entry) => textOf(entry, 'id')));
    const titles = feed.items.map(({ title }) => title);
    expect(titles).toContain('Our review of 2025/26, edition 2');
    expect(titles).toContain('Our review of 2025/26');
    expect(titles).toContain('Withdrawn: review of Summer term 2025');
    expect(feed.items.map(({ content_text }) => content_text).join()).toContain('A figure in it was of another year.');
    expect(feed.items.map(({ date_modified }) => date_modified)).toEqual(
      feed.items
        .map(({ date_modified }) => date_modified)
        .toSorted()
        .reverse(),
    );
  });
});
