package dev.escapement.model.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    /** The example of FIPS 180-4. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theHashIsThatOfTheStandard() {
        assertEquals(OF_ABC, ContentHash.hex("abc".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void piecesAreHashedAsOneAndLeftAsTheyAre() {
        ContentHash hash = new ContentHash();
        ByteBuffer ab = ByteBuffer.wrap(new byte[] {'a', 'b'});
        hash.add(ab);
        hash.add(ByteBuffer.wrap(new byte[] {'c'}));

        assertEquals(OF_ABC, hash.hex());
        assertEquals(2, ab.remaining());
    }
}
