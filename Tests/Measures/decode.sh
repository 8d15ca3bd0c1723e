# Processor time of one line of twelve columns: read from the socket by libpq, and into a struct by either side.
measure_decode() {
    begin
    for round in 1 2 3 4 5; do
        note ours as measures_plain "$programs/Measures" decoding rounds=300
        note theirs as measures_plain "$work/decode" 300
    done
    result decode "2,000 lines of 12 columns into structs, a line" "$(show "$(median ours 1)" 0) ns" \
        "libpq in C $(show "$(median theirs 2)" 0) ns" "$(show "$(ratio ours 1 theirs 2)" 2)" "reported"
    detail decode "of these, libpq needs $(show "$(median theirs 1)" 0) ns before anyone has read a cell"
}
