---- MODULE IOUtilsTest ----
EXTENDS IOUtils, TLC, TLCExt, Integers, Sequences, FiniteSets

ASSUME atoi("42") = 42
ASSUME atoi("-17") = -17
ASSUME atoi("+5") = 5
ASSUME atoi("007") = 7
ASSUME atoi("0") = 0
ASSUME zeroPadN(42, 5) = "00042"
ASSUME zeroPadN(123, 3) = "123"
ASSUME zeroPadN(12345, 3) = "12345"
ASSUME zeroPadN(0, 4) = "0000"

Kept(v) == IOSerialize(v, "value.bin", FALSE) /\ IODeserialize("value.bin", FALSE) = v
ASSUME Kept(5)
ASSUME Kept(TRUE)
ASSUME Kept("text with \"quotes\"")
ASSUME Kept({1, 2, 3})
ASSUME Kept(1 .. 3)
ASSUME Kept(<<>>)
ASSUME Kept(<<1, "a", {}>>)
ASSUME Kept([a |-> 1, b |-> <<2>>])
ASSUME Kept([x \in {3, 4} |-> x])
ASSUME Kept(TLCModelValue("m"))
ASSUME Kept({{TLCModelValue("m")}, {}})
ASSUME IOSerialize({1}, "value.gz", TRUE) /\ IODeserialize("value.gz", TRUE) = {1}

Text(options) == [format |-> "TXT", charset |-> "UTF-8", openOptions |-> options]
Reading == [format |-> "TXT", charset |-> "UTF-8"]
Fresh == Text(<<"WRITE", "CREATE", "TRUNCATE_EXISTING">>)
ASSUME Serialize("some text", "t1.txt", Fresh).exitValue = 0
ASSUME Serialize("some text", "t2.txt", Fresh).stderr = "" /\ Deserialize("t2.txt", Reading).stdout = "some text"
ASSUME Serialize("a", "t3.txt", Fresh).exitValue = 0
       /\ Serialize("b", "t3.txt", Text(<<"WRITE", "APPEND">>)).exitValue = 0
       /\ Deserialize("t3.txt", Reading).stdout = "ab"
ASSUME Serialize("long text", "t4.txt", Fresh).exitValue = 0
       /\ Serialize("new", "t4.txt", Text(<<"WRITE">>)).exitValue = 0
       /\ Deserialize("t4.txt", Reading).stdout = "newg text"
ASSUME Serialize("x", "not.there.txt", Text(<<"WRITE">>)).exitValue = 1
ASSUME Serialize("x", "t5.txt", Fresh).exitValue = 0 /\ Serialize("x", "t5.txt", Text(<<"WRITE", "CREATE_NEW">>)).exitValue = 1
ASSUME Deserialize("not.there.txt", Reading).exitValue = 1
ASSUME Deserialize("not.there.txt", Reading).stdout = ""

ASSUME IOExec(<<"echo", "a", "b">>) = [exitValue |-> 0, stdout |-> "a b\n", stderr |-> ""]
ASSUME IOExec(<<"false">>).exitValue = 1
ASSUME IOEnvExec([NAME |-> "some value"], <<"printenv", "NAME">>).stdout = "some value\n"
ASSUME IOExecTemplate(<<"echo", "%1$s and %2$s">>, <<"x", "y">>).stdout = "x and y\n"
ASSUME IOExecTemplate(<<"echo", "%s">>, <<"x">>).stdout = "x\n"
ASSUME IOEnvExecTemplate([NAME |-> "v"], <<"printenv", "%s">>, <<"NAME">>).stdout = "v\n"
ASSUME "HOME" \in DOMAIN IOEnv
ASSUME Len(IOEnv.HOME) > 0

ASSUME Refused_E057_Digits == atoi("4x") = 4
ASSUME Refused_E057_NoDigits == atoi("") = 0
ASSUME Refused_E057_Number == atoi(4) = 4
ASSUME Refused_E057_Exec == IOExec("echo").exitValue = 0
ASSUME Refused_E057_ExecOfNumber == IOExec(<<"echo", 1>>).exitValue = 0
ASSUME Refused_E057_Environment == IOEnvExec(<<1>>, <<"echo">>).exitValue = 0
ASSUME Refused_E071_NoProgram == IOExec(<<"no-such-program-anywhere">>).exitValue = 0
ASSUME Refused_E071_NoFile == IODeserialize("not.there.bin", FALSE) = 1
ASSUME Refused_E057_Format == Serialize("x", "t.txt", [format |-> "NONE"]).exitValue = 0
====
