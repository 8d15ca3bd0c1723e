/// The parts of a workbook that are the same whatever it holds.
struct WorkbookPart {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    let name: String
    let text: String

    private init(_ name: String, _ text: String) { (self.name, self.text) = (name, Self.declaration + text) }

    static func all(sheet: String) -> [WorkbookPart] {
        let package = "http://schemas.openxmlformats.org/package/2006"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        func relation(_ id: Int, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"rId\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
        }
        func relations(_ all: String...) -> String {
            "<Relationships xmlns=\"\(package)/relationships\">\(all.joined())</Relationships>"
        }
        func override(_ part: String, _ type: String) -> String {
            "<Override PartName=\"/xl/\(part)\" ContentType=\"\(kind).\(type)+xml\"/>"
        }
        return [
            WorkbookPart(
                "[Content_Types].xml",
                """
                <Types xmlns="\(package)/content-types"><Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                \(override("workbook.xml", "sheet.main"))\(override("worksheets/sheet1.xml", "worksheet"))\
                \(override("styles.xml", "styles"))</Types>
                """),
            WorkbookPart("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))),
            WorkbookPart(
                "xl/workbook.xml",
                """
                <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="\(WorkbookText.escaped(sheet))" \
                sheetId="1" r:id="rId1"/></sheets></workbook>
                """),
            WorkbookPart(
                "xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml"), relation(2, "styles", "styles.xml"))),
            WorkbookPart("xl/styles.xml", styles(main)),
        ]
    }

    /// Three formats: as it comes, a day as the reader's country writes it, and the header.
    private static func styles(_ main: String) -> String {
        """
        <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """
    }
}
