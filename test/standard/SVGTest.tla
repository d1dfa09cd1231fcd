---- MODULE SVGTest ----
EXTENDS SVG, Integers, Sequences, TLC

None == << >>

ASSUME Line(1, 2, 3, 4, None) =
         [name |-> "line", attrs |-> [x1 |-> "1", y1 |-> "2", x2 |-> "3", y2 |-> "4"], children |-> None, innerText |-> ""]
ASSUME Circle(1, 2, 3, [fill |-> "red"]).attrs = [cx |-> "1", cy |-> "2", r |-> "3", fill |-> "red"]
ASSUME Rect(1, 2, 3, -4, None).attrs = [x |-> "1", y |-> "2", width |-> "3", height |-> "-4"]
ASSUME Rect(1, 2, 3, 4, [x |-> "9"]).attrs.x = "1"
ASSUME Text(1, 2, "hello", None).innerText = "hello" /\ Text(1, 2, "", None).name = "text"
ASSUME Image(1, 2, 3, 4, "a.png", None).attrs["xlink:href"] = "a.png"
ASSUME Group(<<Line(1, 2, 3, 4, None)>>, [fill |-> "red"]).name = "g" /\ Svg(None, None).name = "svg"
ASSUME SVGDoc(None, 0, 1, 20, 30, None).attrs.viewBox = "0 1 20 30"
ASSUME SVGElemToString(Group(None, None)) = "<g></g>"
ASSUME SVGElemToString(Group(None, [stroke_width |-> "2"])) = "<g stroke-width='2'></g>"
ASSUME SVGElemToString(Group(<<Group(None, None), Svg(None, None)>>, None)) = "<g><g></g><svg></svg></g>"
ASSUME SVGElemToString(SVGElem("text", None, None, "<<1, 2>>")) = "<text>&lt;&lt;1, 2&gt;&gt;</text>"
ASSUME NodeOfRingNetwork(10, 10, 5, 0, 4) = [x |-> 15, y |-> 10] /\ NodeOfRingNetwork(10, 10, 5, 2, 4) = [x |-> 5, y |-> 10]
ASSUME PointOnLine([x |-> 0, y |-> 0], [x |-> 10, y |-> -10], 3) = [x |-> 3, y |-> -3]
ASSUME PointOnLine([x |-> 4, y |-> 4], [x |-> 4, y |-> 8], 2) = [x |-> 4, y |-> 6]
ASSUME RefusedNoElement == SVGElemToString(1) = ""
ASSUME RefusedAttribute == SVGElemToString(Group(None, [x |-> 1])) = ""
====
