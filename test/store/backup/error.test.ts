import { describe, expect, test } from "vitest";
import { BackupError } from "../../../src/store/backup/error";

describe("what is wrong with a backup", () => {
  test("is told with its place, with what was changed, and with what to do", () => {
    const error = new BackupError("wrongRow", 1200, { table: "spans", row: 3, field: "end" });
    expect(error.what).toBe("Line 1,200 of the file is wrong: in row 3 of “spans”, “end” makes no sense.");
    expect(error.message).toBe(`${error.what} Nothing was changed. Try another copy of the file, or an older backup.`);
    expect(error).toMatchObject({ name: "BackupError", fault: "wrongRow", line: 1200 });
  });

  test.each([
    ["noBackup", "Choose a file that this extension has saved"],
    ["empty", "Choose a file that this extension has saved"],
    ["newer", "Update the extension"],
    ["unreadable", "Look whether it is still where it was"],
    ["truncated", "Try another copy"],
  ] as const)("says what to do about it: %s", (fault, todo) => {
    expect(new BackupError(fault, 0).message).toContain(todo);
  });

  test("tells no more of a file than forty letters", () => {
    const { what } = new BackupError("wrongLine", 2, { field: "x".repeat(1000) });
    expect(what).toContain(`“${"x".repeat(40)}…”`);
    expect(new BackupError("wrongLine", 2, { field: "x".repeat(40) }).what).not.toContain("…");
  });
});
