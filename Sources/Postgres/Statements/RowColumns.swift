/// What a row's columns are called, in order: the labels of its stored properties in snake case.
public func columnNames<Row>(of row: Row.Type) -> [String] { storedLabels(of: row).map(snakeCase) }
