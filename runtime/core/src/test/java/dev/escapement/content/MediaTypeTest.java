package dev.escapement.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.escapement.internal.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the normalization of media types. */
class MediaTypeTest {

    private static Content.File file(String mediaType) {
        return new Content.File(mediaType, "a", Sha256.hex("a"), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png",
        "IMAGE/JPG, image/jpeg",
        "image/jpeg, image/jpeg",
        "text/plain; charset=utf-8, text/plain",
        "text/plain;charset=UTF-8, text/plain",
        "' image/jpg ; q=1', image/jpeg"
    })
    void mediaTypeIsNormalized(String given, String normalized) {
        assertEquals(normalized, file(given).mediaType());
    }

    @ParameterizedTest
    @CsvSource({"pdf", "''", "; charset=utf-8", "image/", "image/*/png", "a b/c"})
    void invalidMediaTypeIsNamed(String given) {
        IllegalArgumentException invalid = assertThrows(IllegalArgumentException.class, () -> file(given));

        assertEquals(
                "The media type of a file is \"" + given + "\". Use the form type/subtype, for example image/png.",
                invalid.getMessage());
    }

    @Test
    void sizeAndHashAreNamed() {
        assertEquals(
                "The size of a file must be 0 or more, not -1.",
                assertThrows(IllegalArgumentException.class, () -> new Content.File("a/b", "", Sha256.hex("a"), -1))
                        .getMessage());
        assertEquals(
                "The hash of a file must consist of 64 lower-case hexadecimal digits, not \"ab\".",
                assertThrows(IllegalArgumentException.class, () -> new Content.File("a/b", "", "ab", 1))
                        .getMessage());
    }
}
