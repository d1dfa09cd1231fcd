---- MODULE HTMLTest ----
EXTENDS HTML, Sequences

ASSUME HTMLFill("a %x% b", <<<<"%x%", "1">>>>) = "a 1 b" /\ HTMLFill("ab", << >>) = "ab"
ASSUME HTMLFill("%x%%x%", <<<<"%x%", "1">>, <<"%x%", "2">>>>) = "12"
ASSUME HTMLAttribute("display", "grid") = "display: grid;" /\ HTMLNewLine = "<br>"
ASSUME HTMLSize("1px", "2px") = "width: 1px; height: 2px;"
ASSUME HTMLClass(".c", <<HTMLAttribute("a", "b"), HTMLAttribute("c", "d")>>) = ".c {\na: b;\nc: d;\n}"
ASSUME HTMLBody("x") = "<body>\nx\n</body>" /\ HTMLScript(<<"a", "b">>) = "<script>\na\nb\n</script>"
ASSUME HTMLScriptFile("f.js") = "<script src=\"f.js\"></script>" /\ HTMLLink("f", "t") = "<link href=\"f\" rel=\"t\"/>"
ASSUME HTMLText("i", "t") = "<span id=\"i\">\nt\n</span>" /\ HTMLFrame("i", <<"t">>) = "<div id=\"i\">\nt\n</div>"
ASSUME HTMLBox("i", <<"a", "b">>, "s", <<"t">>) = "<div id=\"i\" class=\"default_box a b\" style=\"s\">\nt\n</div>"
ASSUME HTMLCircle("i", << >>, "s", <<"t">>) = "<div id=\"i\" class=\"default_box default_circle\" style=\"s\">\nt\n</div>"
ASSUME HTMLGridContainer("i", <<"a">>, <<"t">>) = "<div id=\"i\" class=\"default_grid a\">\nt\n</div>"
ASSUME HTMLSVG("i", "v", "s", "t") = "<svg id=\"i\" viewBox=\"v\" style=\"s\">\nt\n</svg>"
ASSUME HTMLDocument("h", "b", <<"s">>) = "<!DOCTYPE html>\n<html>\nh\nb\ns\n</html>"
ASSUME HTMLJSLine("a", "b", "red", "2")
         = "new LeaderLine(document.getElementById(\"a\"), document.getElementById(\"b\"), {color: 'red', size: 2})"
ASSUME HTMLJSLineDash("a", "b", "red", "2")
         = "new LeaderLine(document.getElementById(\"a\"), document.getElementById(\"b\"),  {color: 'red', size: 2, dash: true})"
ASSUME HTMLJSKeyListener(<<"e">>) = "window.onkeyup = function(event) {\nlet key = event.key.toUpperCase();\ne\n}"
ASSUME HTMLJSNavigationKey("k", "f") = "if(key == 'k'){\nwindow.location.replace(\"f\");\n}"
ASSUME HTMLHeader("t", <<"l">>, <<"c">>)
         = "<head>\n<meta charset=\"UTF-8\">\n<title>t</title>\nl\n" \o HTMLStyleSheet(<<"c">>) \o "\n</head>"
ASSUME HTMLFlexCenterAttributes = "display: flex;\nalign-items: center;\njustify-content: center;"
====
