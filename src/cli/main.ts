#!/usr/bin/env node
/** The program that npm installs as `quiesce`. */
import { main } from "./program.js";
import { processTerminal } from "./terminal.js";

process.exitCode = await main(process.argv.slice(2), processTerminal());
