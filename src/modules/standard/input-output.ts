/** The text of module IOUtils. The evaluator computes its operators itself. */
export const ioUtils = String.raw`---- MODULE IOUtils ----
\* Files, the environment and other programs.
LOCAL Native == CHOOSE v : TRUE

\* A value in a file, so that it can be read again.
IOSerialize(val, absoluteFilename, compress) == TRUE
IODeserialize(absoluteFilename, compressed) == Native

\* Text files (options.format = "TXT") and files of JSON lines ("NDJSON").
Serialize(value, dest, options) == Native
Deserialize(src, options) == Native

\* Runs a program, given with its arguments as a sequence of strings; the record tells what came of it. A template has
\* places %s, %1$s, ... for the parameters. An env is a record of variables to add to the environment.
IOExec(command) == Native
IOEnvExec(env, command) == Native
IOExecTemplate(commandTemplate, parameters) == Native
IOEnvExecTemplate(env, commandTemplate, parameters) == Native

\* The environment's variables, a record.
IOEnv == Native

\* The integer that a string is the decimal form of.
atoi(str) == Native

\* A natural number's decimal form, zeroes put before it until it has that many digits.
zeroPadN(n, width) == Native
====
`;
