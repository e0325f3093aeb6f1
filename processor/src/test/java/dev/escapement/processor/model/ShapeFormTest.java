package dev.escapement.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that the fingerprints of generated code do not change with the processor. */
class ShapeFormTest {

    private static final SourceRef NOWHERE = SourceRef.of((Element) null);
    private static final TypeShape.Named ROOT = named("Root");
    private static final TypeShape.Named OTHER = named("Other");

    @Test
    void recordWithEachShapeAndConstraint() {
        List<Constraint> number = List.of(
                new Constraint.Minimum(BigDecimal.ONE, false),
                new Constraint.Minimum(BigDecimal.ZERO, true),
                new Constraint.Maximum(BigDecimal.TEN, false),
                new Constraint.Maximum(new BigDecimal("10.5"), true),
                new Constraint.Digits(2, 1));
        List<Constraint> string =
                List.of(new Constraint.Length(1, 20), new Constraint.Matches("[a-z\"]+", "lower-case letters"));
        TypeShape time = new TypeShape.TextOf(TextForm.INSTANT);
        TypeModel types = types(
                Map.of(),
                record(
                        ROOT,
                        property("number", constrained(TypeShape.Scalar.DECIMAL, number), null),
                        property("string", constrained(TypeShape.Scalar.STRING, string), "\"a\""),
                        property("flag", constrained(TypeShape.Scalar.BOOLEAN, new Constraint.Is(true)), null),
                        property("past", constrained(time, new Constraint.Relative(true, false)), null),
                        property("future", constrained(time, new Constraint.Relative(false, true)), null),
                        property(
                                "list",
                                constrained(
                                        new TypeShape.ListOf(TypeShape.Scalar.INT, TypeShape.Container.SET),
                                        new Constraint.Count(0, 3)),
                                null),
                        property(
                                "map",
                                new TypeShape.MapOf(
                                        TypeShape.Scalar.STRING, new TypeShape.NullableOf(TypeShape.Scalar.LONG)),
                                null),
                        property("optional", new TypeShape.OptionalOf(TypeShape.Scalar.INT, true), null)));

        assertEquals("""
                shape 1
                record shop.Root "" "" {number "number_name" \
                [min(1) above(0) max(10) below(10.5) digits(2 1)]<DECIMAL> = - ""; \
                string "string_name" [length(1 20) matches("[a-z\\"]+" "lower-case letters")]<STRING> = "\\"a\\"" ""; \
                flag "flag_name" [is(true)]<BOOLEAN> = - ""; \
                past "past_name" [past(false)]<INSTANT> = - ""; \
                future "future_name" [future(true)]<INSTANT> = - ""; \
                list "list_name" [count(0 3)]<SET<INT>> = - ""; \
                map "map_name" MAP<STRING, NULLABLE<LONG>> = - ""; \
                optional "optional_name" PRIMITIVE_OPTIONAL<INT> = - ""}
                """, ShapeForm.text(types, ROOT));
        assertEquals("f73acc86a7e8cb9e", types.fingerprint(ROOT));
    }

    @Test
    void sealedInterfaceWithAnEnum() {
        Definition.RecordShape branch = record(named("Card"), property("kind", OTHER, null));
        TypeModel types = types(
                Map.of(
                        TextOwner.type(ROOT.type()), "A payment",
                        TextOwner.component(branch.type(), "kind"), "The kind",
                        TextOwner.tool(ROOT.type()), "pay"),
                new Definition.UnionShape(
                        ROOT.type(), "", "type", List.of(new Definition.Branch("card", branch, false))),
                new Definition.EnumShape(OTHER.type(), "", List.of(new Definition.Constant("DEBIT", "debit"))));

        assertEquals("""
                shape 1
                sealed shop.Root "pay" "A payment" "type"
                  "card" shop.Card "" {kind "kind_name" shop.Other<> = - "The kind"}
                enum shop.Other "" "" DEBIT="debit"
                """, ShapeForm.text(types, ROOT));
        assertEquals("d84f01ca1b85380a", types.fingerprint(ROOT));
    }

    @Test
    void typeWithItsOwnCodecIsOnlyNamed() {
        Definition root = record(ROOT, property("next", OTHER, null));
        Definition other = record(OTHER, property("secret", TypeShape.Scalar.INT, null));
        TypeModel types = new TypeModel(
                definitions(root, other), Map.of(OTHER, OTHER.type().generated("Codec")));

        assertEquals("""
                shape 1
                record shop.Root "" "" {next "next_name" shop.Other<> = - ""}
                """, ShapeForm.text(types, ROOT));
        assertEquals("a0f44b352e308406", types.fingerprint(ROOT));
    }

    @Test
    void textCannotBeMistakenForAnotherPart() {
        Definition root = record(ROOT, property("a", TypeShape.Scalar.INT, null));

        assertNotEquals(
                types(Map.of(TextOwner.tool(ROOT.type()), "a\" \"b"), root).fingerprint(ROOT),
                types(Map.of(TextOwner.tool(ROOT.type()), "a", TextOwner.type(ROOT.type()), "b"), root)
                        .fingerprint(ROOT));
    }

    private static TypeShape.Named named(String name) {
        return new TypeShape.Named(new JavaType("shop", List.of(name)), Naming.SNAKE_CASE);
    }

    private static TypeShape constrained(TypeShape shape, Constraint constraint) {
        return constrained(shape, List.of(constraint));
    }

    private static TypeShape constrained(TypeShape shape, List<Constraint> constraints) {
        return new TypeShape.Constrained(shape, constraints);
    }

    private static Definition.Property property(String name, TypeShape shape, @Nullable String defaultJson) {
        return new Definition.Property(name, name + "_name", "from Javadoc", shape, NOWHERE, defaultJson);
    }

    private static Definition.RecordShape record(TypeShape.Named name, Definition.Property... properties) {
        return new Definition.RecordShape(name.type(), List.of(), "from Javadoc", List.of(properties));
    }

    private static Map<TypeShape.Named, Definition> definitions(Definition... definitions) {
        Map<TypeShape.Named, Definition> byName = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            byName.put(named(definition.type().simpleName()), definition);
        }
        return byName;
    }

    private static TypeModel types(Map<TextOwner, String> written, Definition... definitions) {
        return new TypeModel(
                definitions(definitions), Map.of(), SourceWarnings.NONE, List.of(), written, NamingUses.NONE);
    }
}
