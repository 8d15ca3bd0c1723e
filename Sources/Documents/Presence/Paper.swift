import Mustache

/// What documents to sign have in common: templates that escape scalar by scalar, and one style for paper.
enum Paper {
    static func template(_ name: String) -> MustacheTemplate? {
        Escaping.isRegistered ? try? MustacheTemplate(string: Embedded.text("Templates/\(name).mustache")) : nil
    }

    static func style(_ name: String) -> String {
        Embedded.text("Templates/paper.css") + Embedded.text("Templates/\(name).css")
    }
}
