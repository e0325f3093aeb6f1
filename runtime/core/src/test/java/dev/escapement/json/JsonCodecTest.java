package dev.escapement.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.codegen.JsonReader;
import dev.escapement.codegen.JsonWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of a codec that combines a decoder and an encoder. */
class JsonCodecTest {

    private static final JsonCodec<Integer> NUMBER = JsonCodec.of(JsonReader::readInt, JsonWriter::writeInt);

    @Test
    void readsWhatItsDecoderReads() {
        assertEquals(new Decoded.Accepted<>(7, List.of()), NUMBER.decode("7"));
    }

    @Test
    void rejectsWhatItsDecoderReports() {
        Decoded.Rejected<?> rejected = assertInstanceOf(Decoded.Rejected.class, NUMBER.decode("\"seven\""));

        assertEquals("$", rejected.violations().get(0).path());
    }

    @Test
    void writesWhatItsEncoderWrites() {
        assertEquals("7", NUMBER.encode(7));
    }

    @Test
    void needsBothHalves() {
        assertThrows(NullPointerException.class, () -> JsonCodec.of(null, JsonWriter::writeInt));
        assertThrows(NullPointerException.class, () -> JsonCodec.of(JsonReader::readInt, null));
    }
}
