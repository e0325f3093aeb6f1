package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PythonJsonTest {

    @Test
    void separatesWithSpacesAndKeepsTheTextOfNumbers() {
        assertEquals(
                "{\"b\": [1, 2.50, true], \"a\": {\"c\": null}}",
                PythonJson.dumps(PythonJson.read("{\"b\":[1,2.50,true],\"a\":{\"c\":null}}")));
    }

    @Test
    void sortsTheKeysOfAllObjectsOnRequest() {
        assertEquals(
                "{\"a\": 1, \"b\": [{\"c\": 2, \"d\": 3}]}",
                PythonJson.dumpsSorted(PythonJson.read("{\"b\":[{\"d\":3,\"c\":2}],\"a\":1}")));
    }

    @Test
    void escapesWhatPythonEscapes() {
        assertEquals(
                "\"\\\"\\\\\\n\\u0001\\u00f6\\ud83d\\ude00/\\u2028\"",
                PythonJson.dumps("\"\\\n\u0001ö\ud83d\ude00/\u2028"));
    }

    @Test
    void writesEmptyContainersWithoutSpaces() {
        assertEquals("{\"a\": [], \"b\": {}}", PythonJson.dumps(PythonJson.read("{\"a\":[ ],\"b\":{ }}")));
    }

    @Test
    void readsOneDocumentOnly() {
        assertThrows(IllegalArgumentException.class, () -> PythonJson.read("1 2"));
    }
}
