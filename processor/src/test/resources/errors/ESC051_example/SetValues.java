package shop;

import dev.escapement.Describe;
import dev.escapement.Tool;
import java.util.Optional;

// GENERATED shop.SetValuesSpec
// OPTION -Aescapement.dialects=anthropic_strict
/** Set the values. */
@Tool
// WARNING ESC051 set_values, [SchemaFinding.LIMIT(25, SchemaQuantity.OPTIONAL_PROPERTIES, anthropic_strict, 24)]
record SetValues(
    @Describe("Value 1") Optional<String> value1,
    @Describe("Value 2") Optional<String> value2,
    // HIDE
    @Describe("Value 3") Optional<String> value3,
    @Describe("Value 4") Optional<String> value4,
    @Describe("Value 5") Optional<String> value5,
    @Describe("Value 6") Optional<String> value6,
    @Describe("Value 7") Optional<String> value7,
    @Describe("Value 8") Optional<String> value8,
    @Describe("Value 9") Optional<String> value9,
    @Describe("Value 10") Optional<String> value10,
    @Describe("Value 11") Optional<String> value11,
    @Describe("Value 12") Optional<String> value12,
    @Describe("Value 13") Optional<String> value13,
    @Describe("Value 14") Optional<String> value14,
    @Describe("Value 15") Optional<String> value15,
    @Describe("Value 16") Optional<String> value16,
    @Describe("Value 17") Optional<String> value17,
    @Describe("Value 18") Optional<String> value18,
    @Describe("Value 19") Optional<String> value19,
    @Describe("Value 20") Optional<String> value20,
    @Describe("Value 21") Optional<String> value21,
    @Describe("Value 22") Optional<String> value22,
    @Describe("Value 23") Optional<String> value23,
    @Describe("Value 24") Optional<String> value24,
    @Describe("Value 25") Optional<String> value25
    // SHOW
    ) {}
