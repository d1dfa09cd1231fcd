#!/usr/bin/env node
/** The program that npm installs as `quiesce`. */
import { supervise } from "./supervise.js";

process.exitCode = await supervise(process.argv.slice(2));
