package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Codec;
import dev.escapement.Describe;
import dev.escapement.Tool;
import dev.escapement.content.Content;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.processor.functional.shape.NestedShapes;
import dev.escapement.processor.functional.shape.Unions;
import dev.escapement.processor.functional.shape.Unions_ContactCodec;
import dev.escapement.tool.Dialect;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of the schemas in codecs. */
class CodecSchemaTest {

    /** A record with constraints, a map and any JSON. */
    @Codec
    record Parcel(
            @Describe("The code on the label") @Size(min = 2, max = 4)
            String code,

            @Max(30) int kilograms,
            Map<String, Boolean> options,
            Optional<JsonText> details) {}

    /** The same properties as arguments of a tool. */
    @Tool
    @SuppressWarnings("ESC040")
    record ShipParcel(
            @Describe("The code on the label") @Size(min = 2, max = 4)
            String code,

            @Max(30) int kilograms,
            Map<String, Boolean> options,
            Optional<JsonText> details) {}

    /** A record that contains itself and another codec. */
    @Codec
    record Shelf(Optional<Parcel> first, List<Shelf> shelves) {}

    /** A record that contains a file, as a tool cannot. */
    @Codec
    record Photo(Content.File file, List<Content> more) {}

    /** An enum. */
    @Codec
    enum Speed {
        SLOW,
        FAST
    }

    private static final Parcel PARCEL = new Parcel("AB", 3, Map.of("fragile", true), Optional.of(new JsonText("[1]")));

    @Test
    void schemaAcceptsWhatTheDecoderAccepts() {
        SchemaOracle schema = new SchemaOracle(CodecSchemaTest_ParcelCodec.SCHEMA);
        for (String json : List.of(
                CodecSchemaTest_ParcelCodec.INSTANCE.encode(PARCEL),
                "{\"code\":\"ABC\",\"kilograms\":30,\"options\":{}}",
                "{\"code\":\"A\",\"kilograms\":3,\"options\":{}}",
                "{\"code\":\"ABC\",\"kilograms\":31,\"options\":{}}",
                "{\"code\":\"ABC\",\"kilograms\":3,\"options\":{\"a\":1}}",
                "{\"code\":\"ABC\",\"kilograms\":3}",
                "{\"code\":\"ABC\",\"kilograms\":3,\"options\":{},\"other\":1}",
                "[]")) {
            assertEquals(accepted(CodecSchemaTest_ParcelCodec.INSTANCE, json), schema.accepts(json), json);
        }
    }

    @Test
    void schemaIsThatOfAToolWithADescription() {
        String ofTool = CodecSchemaTest_ShipParcelSpec.INSTANCE.schema(Dialect.JSON_SCHEMA);
        String described = ofTool.replaceFirst(
                "\\{\"type\":\"object\",",
                "{\"type\":\"object\",\"description\":\"A record with constraints, a map and any JSON.\",");

        assertEquals(described, CodecSchemaTest_ParcelCodec.SCHEMA);
    }

    @Test
    void schemaOfARecursiveTypeRefersToItself() {
        SchemaOracle schema = new SchemaOracle(CodecSchemaTest_ShelfCodec.SCHEMA);
        Shelf inner = new Shelf(Optional.of(PARCEL), List.of());
        String json = CodecSchemaTest_ShelfCodec.INSTANCE.encode(new Shelf(Optional.empty(), List.of(inner)));

        assertEquals("", schema.faults(json));
        assertFalse(schema.accepts(json.replace("\"AB\"", "\"A\"")));
    }

    @Test
    void schemaOfAUnionHasTheBranches() {
        SchemaOracle schema = new SchemaOracle(Unions_ContactCodec.SCHEMA);
        Unions.Contact contact =
                new Unions.Contact.ByPhone("12", new Unions.Contact.ByMail(new NestedShapes.Address("Elm", "1")));

        assertEquals("", schema.faults(Unions_ContactCodec.INSTANCE.encode(contact)));
        assertFalse(schema.accepts("{}"));
    }

    @Test
    void schemaOfAnEnumHasItsNames() {
        assertEquals(
                "{\"type\":\"string\",\"description\":\"An enum.\",\"enum\":[\"SLOW\",\"FAST\"]}",
                CodecSchemaTest_SpeedCodec.SCHEMA);
    }

    @Test
    void schemaOfAFileIsThatOfItsReference() {
        Content.File file = new Content.File("image/png", "a.png", "ab".repeat(32), 3);
        String json = CodecSchemaTest_PhotoCodec.INSTANCE.encode(new Photo(file, List.of(file, new Content.Text("x"))));

        assertEquals("", new SchemaOracle(CodecSchemaTest_PhotoCodec.SCHEMA).faults(json));
    }

    @Test
    void schemaHasTheVisibilityOfTheCodec() throws NoSuchFieldException {
        assertTrue(Modifier.isPublic(
                Unions_ContactCodec.class.getDeclaredField("SCHEMA").getModifiers()));
        assertFalse(Modifier.isPublic(
                CodecSchemaTest_ParcelCodec.class.getDeclaredField("SCHEMA").getModifiers()));
    }

    private static boolean accepted(JsonCodec<?> codec, String json) {
        return codec.decode(json).fold(value -> true, rejected -> false);
    }
}
