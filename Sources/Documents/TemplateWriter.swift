/// Writes a template's pieces with the values of one view, in UTF-8.
struct TemplateWriter {
    private(set) var bytes: [UInt8] = []
    /// The view and the values of the sections around, the innermost last.
    private var around: [Value]

    private struct Value {
        let place: UnsafeRawPointer
        let shape: TemplateShape
    }

    /// `place` is where a value of this shape lies while the writer writes.
    init(_ place: UnsafeRawPointer, _ shape: TemplateShape) {
        around = [Value(place: place, shape: shape)]
        bytes.reserveCapacity(1 << 18)
    }

    mutating func write(_ pieces: [TemplatePiece]) {
        for piece in pieces {
            switch piece {
            case .text(let text): bytes += text
            case .value(let names, let isEscaped): if let value = value(names) { print(value, isEscaped: isEscaped) }
            case .section(let names, let inside): if let value = value(names) { repeated(inside, for: value) }
            case .inverted(let names, let inside): if value(names).map(isNothing) ?? true { write(inside) }
            case .part: break
            }
        }
    }

    private mutating func print(_ value: Value, isEscaped: Bool) {
        let words: String
        switch value.shape {
        case .words(let read): words = read(value.place)
        case .markup: words = value.place.value(Markup.self).source
        default: return
        }
        if isEscaped { Escaping.append(words, to: &bytes) } else { bytes += words.utf8 }
    }

    private mutating func repeated(_ pieces: [TemplatePiece], for value: Value) {
        switch value.shape {
        case .flag: if !isNothing(value) { write(pieces) }
        case .list(let element, let each):
            each(value.place) { place in write(pieces, inside: Value(place: place, shape: element)) }
        default: if !isNothing(value) { write(pieces, inside: value) }
        }
    }

    private mutating func write(_ pieces: [TemplatePiece], inside value: Value) {
        around.append(value)
        write(pieces)
        around.removeLast()
    }

    private func isNothing(_ value: Value) -> Bool {
        switch value.shape {
        case .flag: return !value.place.value(Bool.self)
        case .markup: return value.place.value(Markup.self).source.isEmpty
        case .list(_, let each):
            var isEmpty = true
            each(value.place) { _ in isEmpty = false }
            return isEmpty
        case .words, .optional, .view: return false
        }
    }

    /// The value of a name: of the innermost that has one of its first part. Nil when there is none, or it is nil.
    private func value(_ names: [String]) -> Value? {
        guard let first = names.first else { return around.last }
        for value in around.reversed() {
            if let found = property(first, of: value) {
                return names.dropFirst().reduce(Optional(found)) { value, name in
                    value.flatMap { property(name, of: $0) }
                }
            }
        }
        return nil
    }

    private func property(_ name: String, of value: Value) -> Value? {
        guard case .view(let properties) = value.shape, let property = properties[name] else { return nil }
        return present(value.place + property.offset, property.shape)
    }

    /// What is there, out of its optional.
    private func present(_ place: UnsafeRawPointer, _ shape: TemplateShape) -> Value? {
        guard case .optional(let wrapped, let isThere) = shape else { return Value(place: place, shape: shape) }
        return isThere(place) ? present(place, wrapped) : nil
    }
}
