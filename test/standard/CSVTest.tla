---- MODULE CSVTest ----
EXTENDS CSV, TLC, Naturals, Sequences

Lines(file) == CSVRead(<<"line">>, "@@@", file)

ASSUME CSVWrite("%1$s#%2$s#%3$s", <<"abc", 42, {"x"}>>, "a1.csv")
       /\ Lines("a1.csv") = <<[line |-> "\"abc\"#42#{\"x\"}"]>>
ASSUME CSVWrite("%s,%s", <<1, 2>>, "a2.csv") /\ CSVWrite("%s,%s", <<3, 4>>, "a2.csv")
       /\ CSVRead(<<"a", "b">>, ",", "a2.csv") = <<[a |-> "1", b |-> "2"], [a |-> "3", b |-> "4"]>>
ASSUME CSVWrite("%2$s then %1$s, 100%%", <<1, 2>>, "a3.csv") /\ Lines("a3.csv") = <<[line |-> "2 then 1, 100%"]>>
ASSUME CSVWrite("%5s|%-5s|", <<12, 34>>, "a4.csv") /\ Lines("a4.csv") = <<[line |-> "   12|34   |"]>>
ASSUME CSVWrite("none", <<>>, "a5.csv") /\ Lines("a5.csv") = <<[line |-> "none"]>>
ASSUME CSVWrite("%s", <<[a |-> 1]>>, "a6.csv") /\ Lines("a6.csv") = <<[line |-> "[a |-> 1]"]>>
ASSUME CSVWrite("%s", <<1>>, "a7.csv") /\ CSVWrite("%s", <<1>>, "a7.csv") /\ CSVRecords("a7.csv") = 2
ASSUME CSVRecords("not.there.csv") = 0
ASSUME CSVRead(<<"a">>, ",", "not.there.csv") = <<>>
ASSUME CSVWriteRecord([name |-> "Alice", age |-> 30], ",", TRUE, "b1.csv")
       /\ CSVWriteRecord([name |-> "Bob", age |-> 31], ",", FALSE, "b1.csv")
       /\ CSVRecords("b1.csv") = 3
ASSUME CSVWriteRecord([a |-> <<1>>], ";", TRUE, "b2.csv") /\ Lines("b2.csv") = <<[line |-> "a"], [line |-> "<<1>>"]>>

ASSUME Refused_E057_Write == CSVWrite("%s", {1}, "c.csv")
ASSUME Refused_E057_MissingValue == CSVWrite("%s%s", <<1>>, "c.csv")
ASSUME Refused_E057_Conversion == CSVWrite("%d", <<1>>, "c.csv")
ASSUME Refused_E057_Record == CSVWriteRecord(<<1>>, ",", TRUE, "c.csv")
ASSUME Refused_E057_Columns == CSVRead("a", ",", "c.csv") = <<>>
ASSUME Refused_E057_Path == CSVRecords(5) = 0
====
