package dev.escapement.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLiteralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "True                           | true",
                "False                          | false",
                "None                           | null",
                "[True,False , None]            | [true,false , null]",
                "{'a': True, \"b\":None}        | {'a': true, \"b\":null}",
                "{a /* : */ : True // why       | {a /* : */ : true // why",
                "{\"it\\\"s\": True}            | {\"it\\\"s\": true}",
                "{'it\\'s': {'b': [False]}}     | {'it\\'s': {'b': [false]}}"
            })
    void aWordInThePlaceOfAValueBecomesThatOfJson(String python, String json) {
        assertEquals(json, PythonLiterals.asJson(python));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"True\"",
                "'None'",
                "[\"a True, b\", 'None']",
                "{True: 1}",
                "{None /* which */ : 1}",
                "{True\n: 1}",
                "{True-ish: 1}",
                "{un-True: 1}",
                "{True#1: 1\n}",
                "[true, TRUE, Truely, unTrue, True1, none]",
                "[1] // True",
                "[1] # None",
                "[1 /* False */]",
                "[1 /* False",
                "\"True",
                "'\\"
            })
    void everythingElseStaysAsItIs(String text) {
        assertEquals(text, PythonLiterals.asJson(text));
    }
}
