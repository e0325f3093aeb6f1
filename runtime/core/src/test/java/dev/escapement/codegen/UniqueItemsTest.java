package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of equality in JSON Schema (2020-12 core, section 4.2.2). */
class UniqueItemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[7,1,1.0]",
                "[7,100,1e2]",
                "[7,0,-0.0]",
                "[7,0,0e5]",
                "[7,-12.50E+400,-1.25e401]",
                "[7,1e99999999999999999999,10e99999999999999999998]",
                "[7,'\\u0061','a']",
                "[7,[1,[2.0]],[1.0,[2]]]",
                "[7,{'a':1,'b':[2]},{'b':[2.0],'a':1}]",
                "[7,{'a':1,'a':2},{'a':2}]",
                "[7,null,null]"
            })
    void theLastElementIsThereTwice(String array) {
        assertEquals(2, UniqueItems.firstRepeated(array.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1]",
                "[9007199254740992,9007199254740993]",
                "[1e-400,2e-400,0]",
                "[0.1,0.1000000000000000055511151231257827021181583404541015625]",
                "[1,'1',true,'true',null,'null',0,false,'',[],{},[[]],[{}]]",
                "[[1,2],[2,1]]",
                "[{'a':1},{'a':'1'},{'a':null},{'b':1}]",
                "['é','e\u0301']"
            })
    void allElementsDiffer(String array) {
        assertEquals(-1, UniqueItems.firstRepeated(array.replace('\'', '"')));
    }

    @Test
    void whatIsTooDeepForAnyReaderIsNotCompared() {
        String deep = "[".repeat(300) + "]".repeat(300);
        assertEquals(-1, UniqueItems.firstRepeated("[" + deep + "," + deep + "]"));
    }
}
