package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the labels of starts. */
class StartLabelsTest {

    private static Start start(String name, String value) {
        return new Start("go", "", "", List.of(), Map.of(name, value));
    }

    private static String repeated(String part) {
        return part.repeat(Start.MAX_LABEL);
    }

    @Test
    void longestLabelIsPermitted() {
        String longest = repeated("x");

        assertEquals(Map.of(longest, longest), start(longest, longest).labels());
        assertEquals(start("a", longest), Start.of("go").label("a", longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\0b", "\ud83d"})
    void textThatStoresCannotIndexIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> start(text, "a"));
        assertThrows(IllegalArgumentException.class, () -> start("a", text));
        assertThrows(IllegalArgumentException.class, () -> Start.of("go").label(text, "a"));
    }

    @Test
    void textThatIsTooLongIsRejected() {
        String text = repeated("x") + "y";

        assertThrows(IllegalArgumentException.class, () -> start(text, "a"));
        assertThrows(IllegalArgumentException.class, () -> start("a", text));
    }
}
