"""Reads PDF files as a screen reader would: PDF/UA by the rules that `pdfua` knows, and besides by its structure: a title
to show, a language, a text for each drawing, headings in order, table cells that find their headers, embedded fonts.
Says each fault on a line; exit code 1.

papers.py FILE...
"""

import sys

import pikepdf
from pdfua import Severity, validate


def kids(element):
    children = element.get("/K")
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child


def walk(element, parent=None):
    yield element, parent
    for child in kids(element):
        yield from walk(child, element)


def structure(pdf):
    root = pdf.Root
    with pdf.open_metadata() as data:
        if data.get("pdfuaid:part") != "1":
            yield "does not say that it is PDF/UA-1"
        if not data.get("dc:title"):
            yield "has no title"
    if "/Lang" not in root:
        yield "has no language"
    if not root.MarkInfo.Marked or not root.ViewerPreferences.DisplayDocTitle:
        yield "is not marked, or does not show its title"
    level, cells, headers, rows = 0, [], set(), 0
    for top in root.StructTreeRoot.K:
        for element, parent in walk(top):
            kind = str(element.S)
            if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
                yield "has a drawing without a text"
            if kind in ("/H1", "/H2", "/H3", "/H4"):
                if int(kind[2]) > level + 1:
                    yield f"goes from heading {level} to {kind}"
                level = int(kind[2])
            if kind == "/TR":
                rows += 1
            if kind == "/Table" and parent is not None and str(parent.S) == "/Table":
                yield "has a table in a table"
            if kind == "/TH":
                headers.add(str(element.get("/ID", "")))
            if kind == "/TD":
                inside = str(parent.get("/P").get("/S", "")) if parent is not None and "/P" in parent else ""
                cells.append((inside, [str(name) for name in element.get("/A", {}).get("/Headers", [])]))
    if rows == 0:
        yield "has no table"
    for inside, names in cells:
        if (inside != "/THead" and not names) or not headers.issuperset(names):
            yield "has a cell that does not find its headers"
            break


def fonts(pdf):
    for page in pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            for one in font.get("/DescendantFonts", [font]):
                described = one.get("/FontDescriptor", {})
                if not any(name in described for name in ("/FontFile", "/FontFile2", "/FontFile3")):
                    yield f"does not embed {one.get('/BaseFont', '?')}"


def main():
    found = []
    for name in sys.argv[1:]:
        with pikepdf.open(name) as pdf:
            found += [f"{name} {fault}" for fault in [*structure(pdf), *fonts(pdf)]]
        report = validate(name)
        found += [f"{name}: {finding}" for finding in report.findings if finding.severity is Severity.ERROR]
    print("\n".join(found) or f"{len(sys.argv) - 1} papers are sound")
    return 1 if found else 0


sys.exit(main())
