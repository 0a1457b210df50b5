import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openPacking } from "../../../src/store/backup/packing";

test("A file that is packed while it is written holds all that was written", async () => {
  const packing = openPacking();
  await packing.write("eins\n");
  await packing.write("zwei ⚙\n");
  const file = await packing.end("drei\n");
  expect(file.type).toBe("application/gzip");
  expect(gunzipSync(await file.bytes()).toString()).toBe("eins\nzwei ⚙\ndrei\n");
});

test("A file that is given up takes no more", async () => {
  const packing = openPacking();
  await packing.write("eins\n");
  packing.drop();
  await expect(packing.write("zwei\n")).rejects.toThrow("given up");
});
