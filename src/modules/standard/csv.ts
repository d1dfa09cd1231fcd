/** The text of module CSV. The evaluator computes its operators itself. */
export const csv = String.raw`---- MODULE CSV ----
\* Files of lines whose fields are set apart by a delimiter.
LOCAL Native == CHOOSE v : TRUE

\* Adds a line: the template with its places %s, %1$s, ... filled by the values of a sequence.
CSVWrite(template, val, file) == TRUE

\* Adds a line with a record's values, and before it one with the fields' names if headers is TRUE.
CSVWriteRecord(record, delim, headers, file) == TRUE

\* The lines of a file as a sequence of records of strings; << >> if there is no such file.
CSVRead(columns, delimiter, file) == Native

\* How many lines a file has; 0 if there is no such file.
CSVRecords(file) == Native
====
`;
