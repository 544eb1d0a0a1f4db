import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { findPlaces, members, type Places } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let places: Places;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let topic: number;

beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, mod] = (await Promise.all(
    (['alice', 'bob', 'mod'] as const).map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost];
});
beforeEach(async () => {
  board.tick(301);
  await board.database.transaction(async (db) => {
    await db.run('delete from tagnode');
    await db.run('delete from tag');
  });
  topic = await alice.content_text.add({
    data: { parentid: places.channel, title: 'Tagged', rawtext: 'About tags' },
  });
});
afterAll(async () => {
  await board.stop();
});

/** Lets members tag the topics of others, or not. */
async function letTagOthers(allowed: boolean): Promise<void> {
  const bit = forumpermissions.cantagothers;
  const change = allowed ? `forumpermissions + ${bit}` : `forumpermissions - ${bit}`;
  await board.database.transaction((db) =>
    db.run(
      `update permission set forumpermissions = ${change} where groupid = 2 and forumpermissions > 0`,
    ),
  );
  await board.running.environment.caches.forgetBoard();
}

describe('the author of a topic', () => {
  test('gives and takes tags; the topic keeps them as a list', async () => {
    const added = await alice.tags.addTags({
      nodeid: topic,
      taglist: ['Night  Train, lens', 'LENS'],
    });
    expect(added).toMatchObject({
      displaytags: 'lens, night train',
      userid: members.alice,
      maxtags: 10,
      maxusertags: 10,
      canmanagetags: 1,
    });
    expect(added.tags.map((tag) => tag.userid)).toEqual([members.alice, members.alice]);
    expect((await alice.node.getNode({ nodeid: topic })).taglist).toBe('lens,night train');
    const removed = await alice.tags.removeTags({ nodeid: topic, tags: ['lens', 'never given'] });
    expect(removed.displaytags).toBe('night train');
    expect((await alice.tags.removeTags({ nodeid: topic })).displaytags).toBe('night train');
    expect((await alice.node.getNode({ nodeid: topic })).taglist).toBe('night train');
  });

  test('sets all of them at once, through a reply, too', async () => {
    const reply = await bob.content_text.add({ data: { parentid: topic, rawtext: 'A reply' } });
    await alice.tags.addTags({ nodeid: reply, taglist: ['one', 'two'] });
    const set = await alice.tags.updateUserTags({ nodeid: reply, taglist: ['two', 'three'] });
    expect(set.displaytags).toBe('three, two');
    expect((await alice.tags.updateUserTags({ nodeid: topic })).displaytags).toBe('');
    expect((await alice.tags.getNodeTags({ nodeid: reply })).tags).toEqual([]);
  });

  test('meets the limits', async () => {
    const many = Array.from({ length: 10 }, (_, index) => `tag ${index}`);
    await alice.tags.addTags({ nodeid: topic, taglist: many });
    await expect(
      alice.tags.addTags({ nodeid: topic, taglist: ['one more'] }),
    ).rejects.toMatchObject({ id: 'too_many_tags' });
    const again = await alice.tags.addTags({ nodeid: topic, taglist: many.slice(0, 3) });
    expect(again.tags).toHaveLength(10);
    await expect(
      alice.tags.updateUserTags({ nodeid: topic, taglist: [...many, 'one more'] }),
    ).rejects.toMatchObject({ id: 'too_many_tags' });
    expect((await alice.tags.getNodeTags({ nodeid: topic })).tags).toHaveLength(10);
  });

  test('who gives them many at once does not pass the limits', async () => {
    const calls = Array.from({ length: 14 }, (_, index) =>
      alice.tags.addTags({ nodeid: topic, taglist: [`tag ${index}`] }).then(
        () => 1,
        () => 0,
      ),
    );
    const given = (await Promise.all(calls)).reduce<number>((sum, one) => sum + one, 0);
    const { tags, displaytags } = await alice.tags.getNodeTags({ nodeid: topic });
    expect([given, tags.length]).toEqual([10, 10]);
    const node = await alice.node.getNode({ nodeid: topic });
    expect(node.taglist.split(',').join(', ')).toBe(displaytags);
  });

  test.each(['x', 'a'.repeat(41), 'a\u202eb', '<script>', '"quoted"', 'a;b', '[b]', 'a\u0007b'])(
    'cannot use %j',
    async (tag) => {
      await expect(alice.tags.addTags({ nodeid: topic, taglist: [tag] })).rejects.toMatchObject({
        id: 'invalid_data',
      });
      await expect(alice.tags.validTags({ taglist: [tag] })).rejects.toMatchObject({
        id: 'invalid_data',
      });
    },
  );

  test.each(['東京、大阪', '東京，大阪', '東京､大阪', '東京، 大阪'])(
    'are separated by the comma of any keyboard: %s',
    async (taglist) => {
      const { displaytags } = await alice.tags.addTags({ nodeid: topic, taglist: [taglist] });
      expect(displaytags).toBe('大阪, 東京');
      const { results } = await alice.search.getInitialResults({ search_json: { tag: taglist } });
      expect(results.map((found) => found.nodeid)).toContain(topic);
    },
  );

  test('may use any script', async () => {
    const words = ['日本語', 'straße', 'мир', 'emoji 🍞', 'c++', "l'été"];
    const { tags } = await alice.tags.addTags({ nodeid: topic, taglist: words });
    expect(tags.map((tag) => tag.tagtext).sort()).toEqual([...words].sort());
    expect(await alice.tags.validTags({ taglist: words })).toBe(true);
  });
});

describe('suggestions', () => {
  test('are known tags that occur in the text, most given first', async () => {
    const other = await alice.content_text.add({
      data: {
        parentid: places.channel,
        title: 'Night trains',
        rawtext: 'By [b]Lens[/b] to 東京駅',
      },
    });
    await alice.tags.addTags({ nodeid: topic, taglist: ['lens', 'night trains', '東京', 'night'] });
    await alice.tags.addTags({ nodeid: topic, taglist: ['trai', 'b'.repeat(4)] });
    await alice.tags.addTags({ nodeid: other, taglist: ['lens'] });
    const texts = (tags: readonly { tagtext: string }[]) => tags.map((tag) => tag.tagtext);
    const found = await bob.tags.getSuggestedTagsForNodeText({ text: 'NIGHT trains and a lens' });
    expect(texts(found)).toEqual(['lens', 'night', 'night trains']);
    const forNode = await bob.tags.getSuggestedTagsForNode({ nodeid: other });
    expect(texts(forNode)).toEqual(expect.arrayContaining(['night', 'night trains']));
    expect(texts(forNode)).not.toContain('lens');
    expect(texts(forNode)).not.toContain('trai');
    expect(await bob.tags.getSuggestedTagsForNodeText({ text: '' })).toEqual([]);
    expect(await bob.tags.getTagsList({ nodeid: other })).toBe('lens');
    expect(await bob.tags.getTagsList({ nodeid: places.channel })).toBe('');
    await board.database.transaction((db) =>
      db.run('update node set showpublished = 0 where nodeid = ?', [topic]),
    );
    expect(texts(await bob.tags.getSuggestedTagsForNodeText({ text: 'night lens' }))).toEqual([
      'lens',
    ]);
  });
});

describe('others', () => {
  test('need the right, take only what they gave, and have limits of their own', async () => {
    await alice.tags.addTags({ nodeid: topic, taglist: ['lens'] });
    const refused = { id: 'no_permission' };
    await expect(bob.tags.addTags({ nodeid: topic, taglist: ['x1'] })).rejects.toMatchObject(
      refused,
    );
    await expect(bob.tags.removeTags({ nodeid: topic, tags: ['lens'] })).rejects.toMatchObject(
      refused,
    );
    await expect(bob.tags.validTags({ taglist: ['x1'], nodeid: topic })).rejects.toMatchObject(
      refused,
    );
    expect((await bob.tags.getNodeTags({ nodeid: topic })).canmanagetags).toBe(0);
    await letTagOthers(true);
    await bob.tags.addTags({ nodeid: topic, taglist: ['x1', 'x2', 'x3'] });
    await expect(bob.tags.addTags({ nodeid: topic, taglist: ['x4'] })).rejects.toMatchObject({
      id: 'too_many_tags',
    });
    await expect(bob.tags.validTags({ taglist: ['x4'], nodeid: topic })).rejects.toMatchObject({
      id: 'too_many_tags',
    });
    expect(await bob.tags.validTags({ taglist: ['x1'], nodeid: topic })).toBe(true);
    await expect(bob.tags.removeTags({ nodeid: topic, tags: ['lens'] })).rejects.toMatchObject(
      refused,
    );
    const set = await bob.tags.updateUserTags({ nodeid: topic, taglist: ['x9'] });
    expect(set.displaytags).toBe('lens, x9');
    await letTagOthers(false);
    const cleared = await mod.tags.removeTags({ nodeid: topic, tags: ['lens', 'x9'] });
    expect(cleared.displaytags).toBe('');
  });

  test('as guests may read tags only', async () => {
    await alice.tags.addTags({ nodeid: topic, taglist: ['lens'] });
    const { tags } = board.guest();
    expect(await tags.getNodeTags({ nodeid: topic })).toMatchObject({
      displaytags: 'lens',
      canmanagetags: 0,
    });
    const refused = { id: 'not_logged_no_permission' };
    await expect(tags.addTags({ nodeid: topic, taglist: ['x1'] })).rejects.toMatchObject(refused);
    await expect(tags.removeTags({ nodeid: topic })).rejects.toMatchObject(refused);
    await expect(tags.updateUserTags({ nodeid: topic })).rejects.toMatchObject(refused);
  });
});

describe('looking up', () => {
  test('finds tags by text, id, beginning and number', async () => {
    await alice.tags.addTags({ nodeid: topic, taglist: ['lens', 'lenses', 'le%s', 'night'] });
    const { tag } = await bob.tags.fetchTagByText({ tagtext: ' LENS ' });
    expect(tag?.tagtext).toBe('lens');
    expect(await bob.tags.fetchTagByText({ tagtext: 'nothing' })).toEqual({});
    expect(await bob.tags.getTags({ tagids: [tag?.tagid ?? 0, 999_999] })).toEqual([tag]);
    const titles = async (searchStr: string, limitstart = 0, limitnumber = 25) =>
      (await bob.tags.getAutocomplete({ searchStr, limitstart, limitnumber })).map(
        (row) => row.title,
      );
    expect(await titles('Lens')).toEqual(['lens', 'lenses']);
    expect(await titles('lens', 1, 1)).toEqual(['lenses']);
    expect(await titles('le%')).toEqual(['le%s']);
    expect(await titles('_')).toEqual([]);
    expect(await titles('')).toEqual([]);
    expect(await titles('lens', 2_147_483_647, 2_147_483_647)).toEqual([]);
    const second = await alice.content_text.add({
      data: { parentid: places.channel, title: 'More', rawtext: 'More about tags' },
    });
    await alice.tags.addTags({ nodeid: second, taglist: ['lens'] });
    const cloud = await board.guest().tags.fetchTagsForCloud({ taglevels: 4, limit: 2 });
    expect(cloud.tags).toHaveLength(2);
    expect(cloud.tags.find((row) => row.tagtext === 'lens')).toMatchObject({ count: 2, level: 4 });
    const only = await bob.tags.fetchTagsForCloud({ tagsonly: true });
    expect(only.tags.map((row) => row.tagtext)).toEqual(['le%s', 'lens', 'lenses', 'night']);
    expect(only.tags[0]).not.toHaveProperty('count');
    await expect(bob.call('tags.fetchTagsForCloud', { type: 'search' })).rejects.toMatchObject({
      id: 'invalid_parameter',
    });
  });

  test('are found for no text longer than a tag, however long', async () => {
    for (const searchStr of ['x'.repeat(101), 'x'.repeat(100_000), '%'.repeat(100_000)])
      expect(await alice.tags.getAutocomplete({ searchStr })).toEqual([]);
  });

  test('tells nothing of hidden topics', async () => {
    await mod.tags.addTags({ nodeid: places.staffTopic, taglist: ['secret plan'] });
    const { tag } = await mod.tags.fetchTagByText({ tagtext: 'secret plan' });
    expect(tag?.tagtext).toBe('secret plan');
    expect(await alice.tags.fetchTagByText({ tagtext: 'secret plan' })).toEqual({});
    expect(await alice.tags.getTags({ tagids: [tag?.tagid ?? 0] })).toEqual([]);
    expect(await alice.tags.getAutocomplete({ searchStr: 'secret' })).toEqual([]);
    expect((await alice.tags.fetchTagsForCloud({})).tags).toEqual([]);
    for (const nodeid of [places.staffTopic, 999_999]) {
      const refused = { id: 'invalid_node_id' };
      await expect(alice.tags.getNodeTags({ nodeid })).rejects.toMatchObject(refused);
      await expect(alice.tags.addTags({ nodeid, taglist: ['x1'] })).rejects.toMatchObject(refused);
      await expect(alice.tags.removeTags({ nodeid })).rejects.toMatchObject(refused);
      await expect(alice.tags.validTags({ taglist: ['x1'], nodeid })).rejects.toMatchObject(
        refused,
      );
    }
    await expect(
      alice.tags.addTags({ nodeid: places.channel, taglist: ['x1'] }),
    ).rejects.toMatchObject({ id: 'invalid_node_id' });
    await alice.tags.addTags({ nodeid: topic, taglist: ['soon gone'] });
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    expect(await alice.tags.getAutocomplete({ searchStr: 'soon' })).toEqual([]);
  });

  test('takes as many statements for many tags as for one', async () => {
    const statements = (taglist: string[]): Promise<number> =>
      countStatements(board, () => alice.tags.addTags({ nodeid: topic, taglist }));
    const one = await statements(['aa1']);
    expect(await statements(['aa2', 'aa3', 'aa4', 'aa5', 'aa6'])).toBe(one);
  });
});
