/// The style sheet of a page that is printed with its title at the foot of each sheet.
enum PageStyle {
    private static let common = Embedded.text("Templates/evaluation.css")

    static func sheet(footer: String) -> String {
        common + "@page { @bottom-left { content: \(Escaping.styleString(footer)) } }\n"
    }
}
