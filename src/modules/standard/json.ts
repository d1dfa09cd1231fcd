/** The text of module Json. The evaluator computes its operators itself. */
export const json = String.raw`---- MODULE Json ----
\* Values as JSON and back: records and functions as objects, sequences and sets as arrays.
LOCAL Native == CHOOSE v : TRUE

\* A value as JSON text; as an array or an object where it could be either.
ToJson(value) == Native
ToJsonArray(value) == Native
ToJsonObject(value) == Native

\* A file with one JSON value.
JsonSerialize(absoluteFilename, value) == TRUE
JsonDeserialize(absoluteFilename) == Native

\* A file with one JSON value on each line, a sequence.
ndJsonSerialize(absoluteFilename, value) == TRUE
ndJsonDeserialize(absoluteFilename) == Native
====
`;
