/** A world of a few files, variables and one program, for tests: nothing of it is real. */
import { type WorldAccess, WorldError } from "../../src/explore/world.js";

/** A world whose files are kept in a map by their paths, and where everything is allowed. */
export function toyWorld(files: Map<string, string> = new Map()): WorldAccess {
  return {
    time: () => 1_750_000_000,
    read: (path) => files.get(path) ?? null,
    write(path, text, { at, missing, present, trial }) {
      if (trial) return;
      const before = files.get(path);
      if (before === undefined && missing === "fail")
        throw new WorldError("failed", `there is no file ${path}`);
      if (before !== undefined && present === "fail")
        throw new WorldError("failed", `${path} is there already`);
      const kept = before ?? "";
      files.set(path, at === "end" ? kept + text : at === "start" ? text + kept.slice(text.length) : text);
    },
    environment: () => ({ HOME: "/home/someone", EMPTY: "" }),
    execute([program, ...args], env) {
      if (program === "echo") return { exitValue: 0, stdout: `${args.join(" ")}\n`, stderr: "" };
      if (program === "printenv") return { exitValue: 0, stdout: `${env[args[0] ?? ""]}\n`, stderr: "" };
      if (program === "false") return { exitValue: 1, stdout: "", stderr: "" };
      throw new WorldError("failed", `there is no program ${program}`);
    },
  };
}
