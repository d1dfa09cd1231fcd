---- MODULE JsonTest ----
EXTENDS Json, TLC, Naturals, Sequences, FiniteSets

ASSUME ToJson(5) = "5"
ASSUME ToJson(0 - 5) = "-5"
ASSUME ToJson(TRUE) = "true"
ASSUME ToJson("a") = "\"a\""
ASSUME ToJson("a\"b\\c\td\n") = "\"a\\\"b\\\\c\\td\\n\""
ASSUME ToJson("") = "\"\""
ASSUME ToJson(<<>>) = "[]"
ASSUME ToJson(<<1, "a", FALSE>>) = "[1,\"a\",false]"
ASSUME ToJson(<<<<1>>, <<>>>>) = "[[1],[]]"
ASSUME ToJson({}) = "[]"
ASSUME ToJson({2, 1}) = "[1,2]"
ASSUME ToJson(1 .. 3) = "[1,2,3]"
ASSUME ToJson({x \in 1 .. 5 : x % 2 = 0}) = "[2,4]"
ASSUME ToJson([a |-> 1]) = "{\"a\":1}"
ASSUME ToJson([a |-> 1, b |-> <<2>>]) = "{\"a\":1,\"b\":[2]}"
ASSUME ToJson([a |-> [b |-> {}]]) = "{\"a\":{\"b\":[]}}"
ASSUME ToJson([i \in 1 .. 2 |-> i + 1]) = "[2,3]"
ASSUME ToJson([i \in 2 .. 3 |-> i]) = "{\"2\":2,\"3\":3}"
ASSUME ToJson(0 :> "x") = "{\"0\":\"x\"}"
ASSUME ToJson(1 :> "x" @@ 2 :> "y") = "[\"x\",\"y\"]"
ASSUME ToJson([x \in {} |-> x]) = "[]"
ASSUME ToJson([x \in {TRUE} |-> x]) = "{\"TRUE\":true}"
ASSUME ToJson([x \in {<<1, 2>>} |-> 3]) = "{\"<<1, 2>>\":3}"
ASSUME ToJson(SUBSET {1}) = "[[],[1]]"

ASSUME ToJsonArray(<<1, 2>>) = "[1,2]"
ASSUME ToJsonArray(<<>>) = "[]"
ASSUME ToJsonArray({1, 2}) = "[1,2]"
ASSUME ToJsonArray([i \in 1 .. 2 |-> "x"]) = "[\"x\",\"x\"]"
ASSUME ToJsonObject([a |-> 1]) = "{\"a\":1}"
ASSUME ToJsonObject(<<5, 6>>) = "{\"0\":5,\"1\":6}"
ASSUME ToJsonObject([i \in 2 .. 3 |-> 0]) = "{\"2\":0,\"3\":0}"

\* Files.
ASSUME JsonSerialize("a.json", <<1, "b", {2}>>) /\ JsonDeserialize("a.json") = <<1, "b", <<2>>>>
ASSUME JsonSerialize("a.json", [a |-> 1, b |-> [c |-> TRUE]]) /\ JsonDeserialize("a.json") = [a |-> 1, b |-> [c |-> TRUE]]
ASSUME JsonSerialize("a.json", <<>>) /\ JsonDeserialize("a.json") = <<>>
ASSUME JsonSerialize("a.json", [i \in 1 .. 2 |-> i]) /\ JsonDeserialize("a.json") = <<1, 2>>
ASSUME JsonSerialize("a.json", <<0 - 17>>) /\ JsonDeserialize("a.json") = <<0 - 17>>
ASSUME JsonSerialize("a.json", <<"1", "{\"x\": 5}", "\\">>) /\ JsonDeserialize("a.json") = <<"1", "{\"x\": 5}", "\\">>
ASSUME JsonSerialize("a.json", <<1>>) /\ JsonSerialize("a.json", <<2>>) /\ JsonDeserialize("a.json") = <<2>>
ASSUME ndJsonSerialize("a.ndjson", <<[a |-> 1], [a |-> 2]>>) /\ ndJsonDeserialize("a.ndjson") = <<[a |-> 1], [a |-> 2]>>
ASSUME ndJsonSerialize("a.ndjson", <<>>) /\ ndJsonDeserialize("a.ndjson") = <<>>
ASSUME ndJsonSerialize("a.ndjson", <<<<1>>>>) /\ JsonDeserialize("a.ndjson") = <<1>>

ASSUME ToJson([a |-> 1 .. 2, b |-> {<<>>}]) = "{\"a\":[1,2],\"b\":[[]]}"
ASSUME ToJson(1 .. 0) = "[]"
ASSUME ToJsonObject(<<>>) = "{}"
ASSUME ToJsonArray([i \in 2 .. 3 |-> 1]) = "{\"2\":1,\"3\":1}"
ASSUME ToJson("\t/é") = "\"\\t/é\""

ASSUME Refused_E057_Infinite == ToJson(Nat) = ""
ASSUME Refused_E057_Array == ToJsonArray(5) = ""
ASSUME Refused_E057_ArrayOfString == ToJsonArray("a") = ""
ASSUME Refused_E057_ArrayOfRecord == ToJsonArray([a |-> 1]) = ""
ASSUME Refused_E057_Object == ToJsonObject(5) = ""
ASSUME Refused_E057_ObjectOfSet == ToJsonObject({1}) = ""
ASSUME Refused_E057_Serialize == JsonSerialize("a.json", 5)
ASSUME Refused_E057_SerializeSet == JsonSerialize("a.json", {1})
ASSUME Refused_E057_LinesOfRecord == ndJsonSerialize("a.ndjson", [a |-> 1])
ASSUME Refused_E057_Path == JsonSerialize(5, <<1>>)
ASSUME Refused_E071 == JsonDeserialize("not.there.json") = 1
ASSUME Refused_E071_Lines == ndJsonDeserialize("not.there.json") = 1
====
