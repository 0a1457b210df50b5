import { describe, expect, test } from "vitest";
import { addDays } from "../../src/attention/day";
import { nextQuestion } from "../../src/trap/checkin";
import type { Fact, FactKind } from "../../src/trap/facts";

const TODAY = "2026-03-16";
const told = (kind: FactKind, ago = 0, project: string | null = null): Fact => {
  const day = addDays(TODAY, -ago);
  const at = Date.parse(day);
  return kind === "shown" ? { kind, value: "result", at, day, project } : { kind, value: 3, at, day, project };
};
const all: FactKind[] = ["customers", "visitors", "users", "revenue", "shown"];
const asked = (facts: readonly Fact[], passedOver: Partial<Record<FactKind, string>> = {}) =>
  nextQuestion(facts, passedOver, TODAY);

describe("the check-in", () => {
  test("asks one thing after the other, and of revenue only those who have told it once", () => {
    expect(asked([])).toBe("customers");
    expect(asked([told("customers")])).toBe("visitors");
    expect(asked([told("customers"), told("visitors")])).toBe("users");
    const three = [told("customers"), told("visitors"), told("users")];
    expect(asked(three)).toBe("shown");
    expect(asked([...three, told("revenue", 7)])).toBe("revenue");
    expect(asked([...three, told("revenue", 6)])).toBe("shown");
    expect(asked([...three, told("shown")])).toBeNull();
  });

  test.each(all)("asks for %s again when it was told seven days ago, and not after six", (kind) => {
    const others = all.filter((other) => other !== kind).map((other) => told(other));
    expect(asked([...others, told(kind, 6)])).toBeNull();
    expect(asked([...others, told(kind, 7)])).toBe(kind);
  });

  test("goes by what was told last", () => {
    const rest = all.slice(1).map((kind) => told(kind));
    expect(asked([told("customers", 1), told("customers", 30), ...rest])).toBeNull();
    expect(asked([told("customers", 30), told("customers", 8), ...rest])).toBe("customers");
  });

  test("takes a project's number for none of all together", () => {
    expect(asked([told("customers", 0, "app")])).toBe("customers");
  });

  test("passes over for seven days what was passed over", () => {
    const day = (ago: number) => addDays(TODAY, -ago);
    expect(asked([], { customers: day(0) })).toBe("visitors");
    expect(asked([], { customers: day(6) })).toBe("visitors");
    expect(asked([], { customers: day(7) })).toBe("customers");
  });

  test("does not ask for revenue because it was passed over", () => {
    const day = TODAY;
    expect(asked([], { customers: day, visitors: day, users: day, shown: day })).toBeNull();
    expect(asked([], { customers: day, visitors: day, users: day, revenue: "2026-01-01", shown: day })).toBeNull();
  });
});
