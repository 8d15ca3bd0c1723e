@_spi(Reflection) import Swift

/// What a template finds in a value of one type, read where it lies.
///
/// Made once for each page: looking at a struct by reflection for each word that is printed took longer than all the rest
/// of the page.
indirect enum TemplateShape: Sendable {
    /// A stored property: how far from its struct's start it lies, and what it is.
    struct Property: Sendable {
        let offset: Int
        let shape: TemplateShape
    }

    case words(@Sendable (UnsafeRawPointer) -> String)
    case markup
    case flag
    case list(of: TemplateShape, each: @Sendable (UnsafeRawPointer, (UnsafeRawPointer) -> Void) -> Void)
    /// What is there lies where the optional lies.
    case optional(TemplateShape, isThere: @Sendable (UnsafeRawPointer) -> Bool)
    case view([String: Property])

    /// The shape of a type: of a struct that is no leaf, its stored properties by their names.
    static func of<Value>(_ type: Value.Type) -> TemplateShape {
        if let leaf = type as? any TemplateValue.Type { return leaf.shape }
        var properties: [String: Property] = [:]
        _forEachField(of: type) { label, offset, kind, _ in
            properties[String(cString: label)] = Property(offset: offset, shape: of(any: kind))
            return true
        }
        return .view(properties)
    }

    private static func of(any type: any Any.Type) -> TemplateShape {
        func opened<Property>(_ type: Property.Type) -> TemplateShape { of(type) }
        return _openExistential(type, do: opened)
    }
}

/// What a template prints, asks or repeats without looking into it.
protocol TemplateValue {
    static var shape: TemplateShape { get }
}

extension UnsafeRawPointer {
    /// The value that lies here.
    func value<Value>(_ type: Value.Type) -> Value {
        // Unsafe because a property is read where its type says that it lies.
        assumingMemoryBound(to: type).pointee
    }
}

extension String: TemplateValue {
    static var shape: TemplateShape { .words { $0.value(String.self) } }
}

extension Int: TemplateValue {
    static var shape: TemplateShape { .words { String($0.value(Int.self)) } }
}

extension Bool: TemplateValue {
    static var shape: TemplateShape { .flag }
}

extension Markup: TemplateValue {
    static var shape: TemplateShape { .markup }
}

extension Array: TemplateValue {
    static var shape: TemplateShape {
        .list(of: .of(Element.self)) { place, body in
            // Unsafe for the elements' places; the list lives as long as what it is a property of.
            place.value([Element].self).withUnsafeBufferPointer { elements in
                for index in elements.indices { if let first = elements.baseAddress { body(first + index) } }
            }
        }
    }
}

extension Optional: TemplateValue {
    static var shape: TemplateShape {
        .optional(.of(Wrapped.self)) { place in place.value(Wrapped?.self) != nil }
    }
}
