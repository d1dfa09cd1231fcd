---- MODULE ToolboxTest ----
EXTENDS Toolbox, Naturals

ASSUME Refused_Trace == _TETrace = <<>>
====
