import { describe, expect, it } from 'vitest';
import { editSearch, keepSearch, SavedSearch } from '../../../shared/evidence/saved-search.ts';
import { newId } from '../../../shared/ids.ts';
import { actorOf, newWorld, noon } from '../world.ts';

const ann = actorOf('observer');

describe('search.keep', () => {
  it('keeps a search for all, once', () => {
    const world = newWorld();
    const body = { id: newId(), name: 'Challenges on reading', query: 'stance:challenges reading' };
    expect(world.act(ann, keepSearch, body)).toBe('ok');
    const { id, ...rest } = body;
    expect(world.get(SavedSearch, id)?.body).toEqual({ ...rest, by: ann.member, at: noon });
    expect(world.act(ann, keepSearch, { ...body, id: newId() })).toBe('exists');
    expect(world.act(ann, keepSearch, { ...body, id: newId(), query: '' })).toBe('not-valid');
  });
});

describe('search.edit', () => {
  it('renames it, lets it go and takes it up again', () => {
    const world = newWorld();
    const id = newId();
    world.act(ann, keepSearch, { id, name: 'One', query: 'one' });
    expect(world.act(ann, editSearch, { id, rev: 1, name: 'Two' })).toBe('ok');
    expect(world.act(ann, editSearch, { id, rev: 2, dropped: true })).toBe('ok');
    expect(world.get(SavedSearch, id)?.body).toMatchObject({ name: 'Two', dropped: noon });
    expect(world.act(ann, keepSearch, { id: newId(), name: 'One', query: 'one' })).toBe('ok');
    expect(world.act(ann, editSearch, { id, rev: 3, dropped: false })).toBe('ok');
    expect(world.act(ann, editSearch, { id: newId(), rev: 1 })).toBe('missing');
  });
});
