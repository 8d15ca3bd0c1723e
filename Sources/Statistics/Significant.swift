import CDistributions

/// A number rounded to `digits` (1 to 17) significant decimal digits, as it is printed: 0.1 + 0.2 becomes 0.3. Total:
/// zero, infinities and NaN come back as they are. The rounding is printf's, in no locale.
public func significant(_ number: Double, digits: Int = 12) -> Double {
    cd_round_significant(number, CInt(clamping: digits))
}
