/// The style sheet of a page that is printed with its title at the foot of each sheet.
enum PageStyle {
    static func sheet(footer: String) -> String {
        Embedded.text("Templates/evaluation.css")
            + "@page { @bottom-left { content: \(Escaping.styleString(footer)) } }\n"
    }
}
