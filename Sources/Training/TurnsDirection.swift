extension Unicode.Scalar {
    /// Whether this is an invisible mark that turns the direction in which others are shown: marks, embeddings, overrides and
    /// isolates (UAX #9, table 4).
    public var turnsDirection: Bool {
        switch value {
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
