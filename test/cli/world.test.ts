/** What a spec may see of the world: nothing, but for what the user's options open. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nodeWorld, type Permissions, permissionsOf } from "../../src/cli/world.js";
import { WorldError } from "../../src/explore/world.js";
import { directory, quiesce } from "./terminal.js";

/** A directory with `open/in.txt`, `closed/secret.txt` and links from one to the other. */
function place(): string {
  const root = mkdtempSync(join(tmpdir(), "quiesce-world-"));
  mkdirSync(join(root, "open"));
  mkdirSync(join(root, "closed"));
  writeFileSync(join(root, "open/in.txt"), "in");
  writeFileSync(join(root, "closed/secret.txt"), "secret");
  symlinkSync(join(root, "closed"), join(root, "open/folder"));
  symlinkSync(join(root, "closed/secret.txt"), join(root, "open/link.txt"));
  symlinkSync(join(root, "open/in.txt"), join(root, "closed/back.txt"));
  return root;
}

function world(root: string, permissions: Partial<Permissions>) {
  const none = { read: [], write: [], environment: false, execute: false, time: 7 };
  return nodeWorld({ ...none, ...permissions }, { env: { NAME: "value" }, cwd: root });
}

function thrownBy(run: () => unknown): WorldError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof WorldError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

describe("files", () => {
  test("are read below an open directory, by relative and absolute paths", () => {
    const root = place();
    const open = world(root, { read: [join(root, "open")] });
    expect(open.read("open/in.txt")).toBe("in");
    expect(open.read(join(root, "open/in.txt"))).toBe("in");
    expect(open.read("closed/../open/in.txt")).toBe("in");
    expect(open.read("closed/back.txt")).toBe("in");
    expect(open.read("open/none.txt")).toBeNull();
    expect(open.read("open/none/none.txt")).toBeNull();
  });

  test.each([
    "closed/secret.txt",
    "open/../closed/secret.txt",
    "open/folder/secret.txt",
    "open/link.txt",
    "open/folder/new.txt",
    "/etc/passwd",
    "..",
    "open2/in.txt",
  ])("are refused elsewhere: %s", (path) => {
    const root = place();
    const open = world(root, { read: [join(root, "open")], write: [join(root, "open")] });
    const reading = thrownBy(() => open.read(path));
    expect(reading.kind).toBe("refused");
    expect(reading.message).toContain("--allow-read");
    const writing = thrownBy(() => open.write(path, "x", { at: "anew" }));
    expect(writing.kind).toBe("refused");
    expect(writing.message).toContain("--allow-write");
    expect(readFileSync(join(root, "closed/secret.txt"), "utf8")).toBe("secret");
  });

  test("are not made through a link that leads out and to nothing yet", () => {
    const root = place();
    symlinkSync(join(root, "closed/made.txt"), join(root, "open/dangling.txt"));
    symlinkSync("dangling.txt", join(root, "open/two.txt"));
    symlinkSync(join(root, "open/later.txt"), join(root, "closed/in.txt"));
    symlinkSync("circle.txt", join(root, "open/circle.txt"));
    const open = world(root, { write: [join(root, "open")] });
    for (const path of ["open/dangling.txt", "open/two.txt"])
      expect(thrownBy(() => open.write(path, "x", { at: "anew" })).kind).toBe("refused");
    expect(existsSync(join(root, "closed/made.txt"))).toBe(false);
    expect(thrownBy(() => open.write("open/circle.txt", "x", { at: "anew" })).kind).toBe("failed");
    open.write("closed/in.txt", "y", { at: "anew" });
    expect(readFileSync(join(root, "open/later.txt"), "utf8")).toBe("y");
  });

  test("are written, in place, at the end and over the beginning", () => {
    const root = place();
    const open = world(root, { write: [join(root, "open")], read: [join(root, "open")] });
    open.write("open/new/deep.txt", "one", { at: "anew" });
    open.write("open/new/deep.txt", "two", { at: "end" });
    expect(open.read("open/new/deep.txt")).toBe("onetwo");
    open.write("open/new/deep.txt", "O", { at: "start" });
    expect(open.read("open/new/deep.txt")).toBe("Onetwo");
    open.write("open/new/deep.txt", "x", { at: "anew" });
    expect(open.read("open/new/deep.txt")).toBe("x");
    expect(thrownBy(() => open.write("open/in.txt", "", { at: "anew", present: "fail" })).kind).toBe(
      "failed",
    );
    expect(thrownBy(() => open.write("open/no.txt", "", { at: "anew", missing: "fail" })).kind).toBe(
      "failed",
    );
    expect(thrownBy(() => open.write("open", "", { at: "anew" })).kind).toBe("failed");
    expect(thrownBy(() => open.read("open")).kind).toBe("failed");
  });

  test("that may be read may not be written, nor the other way round", () => {
    const root = place();
    expect(thrownBy(() => world(root, { read: [root] }).write("x", "", { at: "anew" })).kind).toBe("refused");
    expect(thrownBy(() => world(root, { write: [root] }).read("open/in.txt")).kind).toBe("refused");
  });
});

describe("the environment and other programs", () => {
  test("are refused unless they are allowed", () => {
    const root = place();
    const closed = world(root, {});
    expect(thrownBy(() => closed.environment()).message).toContain("--allow-env");
    expect(thrownBy(() => closed.execute(["echo"], {})).message).toContain("--allow-exec");
  });

  test("a command that can be none is an error", () => {
    const open = world(place(), { execute: true });
    for (const command of [[""], ["echo", "a\0b"]])
      expect(thrownBy(() => open.execute(command, {})).kind).toBe("failed");
  });

  test("are there if they are", () => {
    const root = place();
    const open = world(root, { environment: true, execute: true });
    expect(open.environment()).toEqual({ NAME: "value" });
    const program = [
      process.execPath,
      "-e",
      "console.log(process.env.NAME + process.env.MORE); process.exit(3)",
    ];
    expect(open.execute(program, { MORE: "!" })).toEqual({ exitValue: 3, stdout: "value!\n", stderr: "" });
    expect(thrownBy(() => open.execute(["no-such-program-anywhere"], {})).kind).toBe("failed");
    expect(thrownBy(() => open.execute([], {})).kind).toBe("failed");
  });
});

test("one time is told throughout", () => {
  const permissions = permissionsOf({}, "/");
  expect(Math.abs(permissions.time - Date.now() / 1000)).toBeLessThan(60);
  expect(nodeWorld(permissions, { env: {}, cwd: "/" }).time()).toBe(permissions.time);
});

describe("a spec that reads, writes, and runs", () => {
  const files = {
    "Reads.tla": `---- MODULE Reads ----
EXTENDS Json, CSV, IOUtils, Naturals
VARIABLE x
Init == x = JsonDeserialize("data/in.json").n
Next == x < 3 /\\ x' = x + 1
Log == CSVWrite("%s", <<x>>, "data/out.csv")
====
`,
    "Reads.cfg": "INIT Init\nNEXT Next\nINVARIANT Log\nCHECK_DEADLOCK FALSE\n",
    "data/in.json": '{"n": 1}',
  };

  test("does so with the options", async () => {
    const cwd = directory(files);
    const allowed = ["--allow-read", "data", "--allow-write", "data"];
    const { code } = await quiesce(["check", "Reads.tla", ...allowed], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, "data/out.csv"), "utf8")).toBe("1\n2\n3\n");
  });

  test("is told the option that it lacks", async () => {
    const cwd = directory(files);
    const first = await quiesce(["check", "Reads.tla"], { cwd });
    expect(first.code).toBe(75);
    expect(first.stdout + first.stderr).toContain("--allow-read data");
    const second = await quiesce(["check", "Reads.tla", "--allow-read", "data"], { cwd });
    expect(second.code).toBe(76);
    expect(second.stdout + second.stderr).toContain("--allow-write data");
  });
});
