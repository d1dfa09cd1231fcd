/** The text of module SVG. The evaluator computes texts and positions itself. */
export const svg = String.raw`---- MODULE SVG ----
\* Pictures of states: elements of Scalable Vector Graphics as records, and their texts.
LOCAL INSTANCE Naturals
LOCAL INSTANCE Sequences
LOCAL INSTANCE Integers
LOCAL INSTANCE TLC
LOCAL INSTANCE FiniteSets

\* Attributes are records of strings. An underscore in a name is written as a hyphen: [stroke_width |-> "2"].
SVGElem(_name, _attrs, _children, _innerText) ==
  [name |-> _name, attrs |-> _attrs, children |-> _children, innerText |-> _innerText]

Line(x1, y1, x2, y2, attrs) ==
  LET place == [x1 |-> ToString(x1), y1 |-> ToString(y1), x2 |-> ToString(x2), y2 |-> ToString(y2)]
  IN  SVGElem("line", place @@ attrs, << >>, "")

Circle(cx, cy, r, attrs) ==
  LET place == [cx |-> ToString(cx), cy |-> ToString(cy), r |-> ToString(r)]
  IN  SVGElem("circle", place @@ attrs, << >>, "")

Rect(x, y, w, h, attrs) ==
  LET place == [x |-> ToString(x), y |-> ToString(y), width |-> ToString(w), height |-> ToString(h)]
  IN  SVGElem("rect", place @@ attrs, << >>, "")

Text(x, y, text, attrs) ==
  LET place == [x |-> ToString(x), y |-> ToString(y)] IN SVGElem("text", place @@ attrs, << >>, text)

Image(x, y, width, height, href, attrs) ==
  LET place == [x |-> ToString(x), y |-> ToString(y), width |-> ToString(width), height |-> ToString(height)]
  IN  SVGElem("image", "xlink:href" :> href @@ place @@ attrs, << >>, "")

\* Several elements as one; a whole picture; one with its view box, as a document of its own.
Group(children, attrs) == SVGElem("g", attrs, children, "")
Svg(children, attrs) == SVGElem("svg", attrs, children, "")
SVGDoc(children, vbX, vbY, vbW, vbH, attrs) ==
  LET box == ToString(vbX) \o " " \o ToString(vbY) \o " " \o ToString(vbW) \o " " \o ToString(vbH)
      frame == "xmlns" :> "http://www.w3.org/2000/svg"
               @@ "xmlns:xlink" :> "http://www.w3.org/1999/xlink"
               @@ "viewBox" :> box
  IN  Svg(<<children>>, frame @@ attrs)

\* An element with all that is in it as text.
SVGElemToString(elem) == CHOOSE text \in STRING : TRUE

\* The place of the n-th of m nodes on a circle of radius r around (cx, cy).
NodeOfRingNetwork(cx, cy, r, n, m) == [x |-> 0, y |-> 0]

\* Places for the nodes of a graph; options has at least the numbers view_width and view_height.
NodesOfDirectedMultiGraph(nodes, edges, options) == CHOOSE f \in [nodes -> [x : Int, y : Int]] : TRUE

\* The point that lies the segment-th part of the way from one point to another.
PointOnLine(from, to, segment) ==
  [x |-> from.x + (to.x - from.x) \div segment, y |-> from.y + (to.y - from.y) \div segment]

\* Writes the text of a picture into a file of its own, such as frame_007.svg.
SVGSerialize(svg, frameNamePrefix, frameNumber) ==
  LET IO == INSTANCE IOUtils
  IN  IO!Serialize(SVGElemToString(svg), frameNamePrefix \o IO!zeroPadN(frameNumber, 3) \o ".svg",
                   [format |-> "TXT", charset |-> "UTF-8", openOptions |-> <<"WRITE", "CREATE", "TRUNCATE_EXISTING">>])
====
`;
