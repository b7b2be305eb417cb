import { exports } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetPages } from '../../../worker/reviews/forget-pages.ts';
import { pageTag } from '../../../worker/reviews/page-tag.ts';
import { callWith } from '../other-env.ts';
import { published } from './publishing.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the platform’s cache', () => {
  it('is told to forget a partnership’s pages by the name that they carry, and where there is none nothing breaks', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { slug } = await published();
    await exports.default.forgetPages(slug);
    expect(said).not.toHaveBeenCalled();
    expect((await callWith({}, `/${slug}`)).headers.get('cache-tag')).toBe(pageTag(slug));
  });

  it('that fails keeps nothing from being carried', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const asked: string[] = [];
    const works = { default: { forgetPages: async (slug: string) => void asked.push(slug) } };
    await forgetPages(works, 'one');
    const fails = {
      default: {
        forgetPages: async () => {
          throw new Error('No cache today');
        },
      },
    };
    await forgetPages(fails, 'two');
    await forgetPages({}, 'three');
    expect(asked).toEqual(['one']);
    expect(said).toHaveBeenCalledTimes(1);
  });
});
