package dev.escapement.codegen;

import static dev.escapement.codegen.DecodingSupport.reading;
import static dev.escapement.codegen.DecodingSupport.value;
import static dev.escapement.codegen.DecodingSupport.violations;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.escapement.Leniency;
import dev.escapement.internal.json.ViolationMessages;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.JsonText;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Violation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that unpaired surrogates are read and written alike in strings, characters and names. */
class UnpairedSurrogateTest {

    private static final JsonCodec<Map<String, String>> MAP = new JsonCodec<>() {
        @Override
        public @Nullable Map<String, String> read(JsonReader in) {
            if (!in.beginMap()) {
                return null;
            }
            Map<String, String> map = new LinkedHashMap<>();
            while (in.nextEntry()) {
                map.put(in.name(), in.readString());
            }
            return in.endMap() ? map : null;
        }

        @Override
        public void write(JsonWriter out, Map<String, String> value) {
            out.beginObject();
            value.forEach(out::property);
            out.endObject();
        }
    };

    @ParameterizedTest
    @ValueSource(
            strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\\\ud83d", "😀\udfff"})
    void surrogateRoundTripsInNameAndString(String text) {
        Map<String, String> map = Map.of(text, text);

        String json = MAP.encode(map);

        assertEquals(map, value(MAP, json));
        assertEquals(json, new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertEquals(
                map, value(MAP, "{\"" + text.replace("\\", "\\\\") + "\":\"" + text.replace("\\", "\\\\") + "\"}"));
        assertEquals(json, new JsonText(json).canonical());
        assertEquals(json, value(reading(JsonReader::readJson), json).json());
    }

    @ParameterizedTest
    @ValueSource(chars = {'\ud83d', '\ude00', '\ud800', '\udfff'})
    void surrogateRoundTripsAsCharacter(char c) {
        JsonCodec<Character> codec = new JsonCodec<>() {
            @Override
            public Character read(JsonReader in) {
                return in.readChar();
            }

            @Override
            public void write(JsonWriter out, Character value) {
                out.writeChar(value);
            }
        };

        String json = codec.encode(c);

        assertEquals(String.format("\"\\u%04x\"", (int) c), json);
        assertEquals(c, value(codec, json));
    }

    @Test
    void differentSurrogatesAreDifferentNames() {
        Map<String, String> map = value(MAP, "{\"\\ud83d\":\"1\",\"\\ud83e\":\"2\"}");

        assertEquals(Map.of("\ud83d", "1", "\ud83e", "2"), map);
        assertNotEquals("{\"?\":\"1\"}", MAP.encode(Map.of("\ud83d", "1")));
        assertEquals(
                List.of(new Violation("$[\"\\ud83d\"]", ViolationMessages.PROPERTY_ONCE, ViolationMessages.AGAIN)),
                violations(MAP, "{\"\\ud83d\":\"1\",\"\\uD83D\":\"2\"}"));
    }

    @Test
    void unknownNameIsReportedAtItsPath() {
        assertEquals(
                List.of(new Violation("$[\"\\ud83d\"]", ViolationMessages.UNKNOWN_PROPERTY, "1")),
                violations(RecordedOrder.LINE, "{\"sku\":\"a\",\"qty\":1,\"\\ud83d\":1}"));
    }

    @Test
    void objectInAStringAndRelaxedSyntaxAreRead() {
        assertEquals(Map.of("\ud83d", "1"), value(MAP, "\"{\\\"\\\\ud83d\\\":\\\"1\\\"}\""));
        assertEquals(
                Map.of("\ud83d", "1"),
                ((Decoded.Accepted<?>) MAP.decode("{'\\ud83d':'1',}", new ReadOptions(Set.of(Leniency.RELAXED_SYNTAX))))
                        .value());
    }

    @Test
    void syntaxFaultAfterASurrogateKeepsItsPosition() {
        String text = "{\"\\ud83d\":\"1\",}";

        assertEquals(List.of(DecodingSupport.syntaxFault(text)), violations(MAP, text));
    }
}
