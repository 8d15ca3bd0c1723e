import Mustache
@_spi(Reflection) import Swift

/// What a template reads by the names of its stored properties.
///
/// The template library would look at the whole struct by reflection for each word that it prints, which took longer than
/// all the rest of a page.
protocol TemplateView: MustacheParent {
    static var fields: TemplateFields { get }
}

extension TemplateView {
    func child(named name: String) -> Any? { Self.fields.value(of: self, named: name) }
}

/// Where the stored properties of one type lie.
struct TemplateFields: Sendable {
    private struct Field: Sendable {
        let offset: Int
        let read: @Sendable (UnsafeRawPointer) -> Any?
    }

    private let byName: [String: Field]

    init<View>(of type: View.Type) {
        var fields: [String: Field] = [:]
        _forEachField(of: type) { label, offset, kind, _ in
            fields[String(cString: label)] = Field(offset: offset, read: Self.reader(of: kind))
            return true
        }
        byName = fields
    }

    /// The property of this name; nil when there is none or it is nil itself.
    func value<View>(of view: View, named name: String) -> Any? {
        guard let field = byName[name] else { return nil }
        // Unsafe because a property is read where its type says that it lies.
        return withUnsafeBytes(of: view) { bytes in bytes.baseAddress.flatMap { field.read($0 + field.offset) } }
    }

    private static func reader(of type: any Any.Type) -> @Sendable (UnsafeRawPointer) -> Any? {
        func opened<Value>(_ type: Value.Type) -> @Sendable (UnsafeRawPointer) -> Any? {
            if let absent = type as? any Absent.Type { return absent.reader }
            return { place in place.assumingMemoryBound(to: type).pointee as Any }
        }
        return _openExistential(type, do: opened)
    }
}

/// What may be absent: a nil is no value to a template.
private protocol Absent {
    static var reader: @Sendable (UnsafeRawPointer) -> Any? { get }
}

extension Optional: Absent {
    fileprivate static var reader: @Sendable (UnsafeRawPointer) -> Any? {
        { place in place.assumingMemoryBound(to: Wrapped?.self).pointee.map { $0 as Any } }
    }
}
