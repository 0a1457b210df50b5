import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { moves } from "../../src/trap/moves/catalogue";
import { explain, rankMoves } from "../../src/trap/moves/rank";
import { outlookOf } from "../../src/trap/outlook";
import { readSigns } from "../../src/trap/signs";
import { blockOf, PLAN } from "./block";
import { days, NOW, type Story, showed, situationOf, TODAY, told } from "./signs/situation";

/** All building, no customer: several signs show. */
const trapped: Story = { days: days(14, { build: 300, agents: 60 }), facts: [told("customers", 0)] };

const outlook = async (story: Story, dismissals: Parameters<typeof outlookOf>[1] = [], passedOver = {}) =>
  outlookOf(await situationOf(story), dismissals, passedOver);

describe("the signs of an outlook", () => {
  test("are those that show, in their order, with what they say", async () => {
    const { signs } = await outlook(trapped);
    const read = readSigns(await situationOf(trapped));
    expect(signs.length).toBeGreaterThan(1);
    expect(signs.map(({ id, level, evidence }) => ({ id, level, evidence }))).toEqual(
      read.map(({ sign, level, evidence }) => ({ id: sign.id, level, evidence })),
    );
    expect(signs[0]).toMatchObject({ id: "super-system", isQuoted: true, isGood: false });
    expect(JSON.parse(JSON.stringify(signs))[0]).toMatchObject({
      words: 'Building "super systems" before acquiring first customer',
      clearsWhen: "Goes when you have a first customer, or when distribution is 40% of your time.",
    });
  });

  test("are none that the user calls untrue, for as long as it hides", async () => {
    const idsWith = async (day: string) => {
      const { signs } = await outlook(trapped, [{ sign: "super-system", at: 0, day, reason: "" }]);
      return signs.map(({ id }) => id);
    };
    const all = (await outlook(trapped)).signs.map(({ id }) => id);
    expect(await idsWith(addDays(TODAY, -13))).toEqual(all.slice(1));
    expect(await idsWith(addDays(TODAY, -14))).toEqual(all);
  });
});

describe("the question of an outlook", () => {
  test("is the next of the check-in, and none when nothing is due", async () => {
    const some = { facts: [told("customers", 0)] };
    expect((await outlook(some)).question).toBe("visitors");
    expect((await outlook(some, [], { visitors: TODAY })).question).toBe("users");
    const facts = [told("customers", 0), told("visitors", 3), told("users", 1), showed("result")];
    expect((await outlook({ facts })).question).toBeNull();
  });

  test("is not asked beside a sign that asks the same", async () => {
    const { question, signs } = await outlook(trapped);
    expect(signs.map(({ asks }) => asks?.kind)).toContain("visitors");
    expect(question).toBeNull();
    const dismissed = signs.map(({ id }) => ({ sign: id, at: 0, day: TODAY, reason: "" }));
    expect((await outlook(trapped, dismissed)).question).toBe("visitors");
  });
});

describe("the offers of an outlook", () => {
  test("are the twelve best moves, each with why it is on offer now", async () => {
    const situation = await situationOf(trapped);
    const { offers } = outlookOf(situation, [], {});
    const best = rankMoves(moves, situation).slice(0, 12);
    expect(offers).toEqual(best.map((move) => ({ ...move, reason: explain(move, situation) })));
    expect(offers).toHaveLength(12);
    for (const { reason } of offers) expect(reason).not.toBe("");
  });
});

test("the blocks of this moment are in the outlook", async () => {
  const { now } = await outlook({
    blocks: [{ startedAgo: 0, isRunning: true }, { plannedAgo: 0 }, { plannedAgo: -1 }],
  });
  expect(now).toMatchObject({ running: { id: 1 }, due: { id: 2 }, planned: { id: 3 }, ended: null });
  const situation = await situationOf({});
  const plan = { ...PLAN, at: NOW + 1 };
  const planned = outlookOf({ ...situation, blocks: [{ ...blockOf({ plan }), ms: 0 }] }, [], {});
  expect(planned.now).toMatchObject({ due: null, planned: { id: 1 } });
});

test("an outlook is plain values, that a copy for another context keeps whole", async () => {
  const told = await outlook(trapped);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});
