package shop;

import dev.escapement.Tool;
import java.util.Optional;

// OPTION -Aescapement.dialects=anthropic_strict
// GENERATED shop.EnoughSpec shop.MuchSpec shop.QuietSpec

@SuppressWarnings("ESC040")
@Tool
record Enough(
        Optional<String> p0,
        Optional<String> p1,
        Optional<String> p2,
        Optional<String> p3,
        Optional<String> p4,
        Optional<String> p5,
        Optional<String> p6,
        Optional<String> p7,
        Optional<String> p8,
        Optional<String> p9,
        Optional<String> p10,
        Optional<String> p11,
        Optional<String> p12,
        Optional<String> p13,
        Optional<String> p14,
        Optional<String> p15,
        Optional<String> p16,
        Optional<String> p17,
        Optional<String> p18,
        Optional<String> p19,
        Optional<String> p20,
        Optional<String> p21,
        Optional<String> p22,
        Optional<String> p23) {}

@SuppressWarnings("ESC040")
@Tool
// WARNING ESC051 much, [SchemaFinding.LIMIT(25, SchemaQuantity.OPTIONAL_PROPERTIES, anthropic_strict, 24)]
record Much(
        Optional<String> p0,
        Optional<String> p1,
        Optional<String> p2,
        Optional<String> p3,
        Optional<String> p4,
        Optional<String> p5,
        Optional<String> p6,
        Optional<String> p7,
        Optional<String> p8,
        Optional<String> p9,
        Optional<String> p10,
        Optional<String> p11,
        Optional<String> p12,
        Optional<String> p13,
        Optional<String> p14,
        Optional<String> p15,
        Optional<String> p16,
        Optional<String> p17,
        Optional<String> p18,
        Optional<String> p19,
        Optional<String> p20,
        Optional<String> p21,
        Optional<String> p22,
        Optional<String> p23,
        Optional<String> p24) {}

@SuppressWarnings({"ESC040", "ESC051"})
@Tool
record Quiet(
        Optional<String> p0,
        Optional<String> p1,
        Optional<String> p2,
        Optional<String> p3,
        Optional<String> p4,
        Optional<String> p5,
        Optional<String> p6,
        Optional<String> p7,
        Optional<String> p8,
        Optional<String> p9,
        Optional<String> p10,
        Optional<String> p11,
        Optional<String> p12,
        Optional<String> p13,
        Optional<String> p14,
        Optional<String> p15,
        Optional<String> p16,
        Optional<String> p17,
        Optional<String> p18,
        Optional<String> p19,
        Optional<String> p20,
        Optional<String> p21,
        Optional<String> p22,
        Optional<String> p23,
        Optional<String> p24) {}
