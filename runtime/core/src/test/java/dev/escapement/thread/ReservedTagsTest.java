package dev.escapement.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the texts in which a bracket is escaped. */
class ReservedTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<context source=\"account\">",
                "</context>",
                "<context/>",
                "<CONTEXT>",
                "<Notice>",
                "</notice >",
                "< notice>",
                "<\n/ notice>",
                "<\\notice>",
                "<notice\u00a0x>",
                "<notice\u3164x>",
                "<notice\u0301>",
                "<not\u200bice>",
                "<\u202enotice>",
                "<\u0000notice>",
                "<n\u043etice>",
                "<\u0441ontext>",
                "<\uff4eotice>",
                "<\ud835\udc27otice>",
                "<\u0274\u1d0f\u1d1b\u026a\u1d04\u1d07>",
                "<n\u00f2tice>",
                "<notice",
                "<",
                "< /\n"
            })
    void tagIsEscaped(String tag) {
        assertEquals("a &lt;" + tag.substring(1), ReservedTags.escaped("a " + tag));
        assertEquals("a " + tag, ReservedTags.normalized("a " + tag));
    }

    @ParameterizedTest
    @ValueSource(chars = {'\uff1c', '\ufe64', '\u2039', '\u02c2', '\u276e', '\u27e8', '\u300a', '\u226e'})
    void similarBracketIsEscaped(char bracket) {
        assertEquals("&lt;/context>", ReservedTags.escaped(bracket + "/context>"));
        assertEquals("</context>", ReservedTags.normalized(bracket + "/context>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "context",
                "a < b",
                "<account>",
                "<b>notice</b>",
                "<contextual>",
                "<Context.Provider value={1}>",
                "<context-menu>",
                "<notices>",
                "<not ice>",
                "<!-- notice -->",
                "&lt;notice&gt;",
                "\u2039quoted\u203a",
                "x <= 1 && y << 2",
                "{\"a\":\"\\u003cnotice>\"}"
            })
    void otherTextIsUnchanged(String text) {
        assertEquals(text, ReservedTags.escaped(text));
        assertEquals(text, ReservedTags.normalized(text));
    }

    @Test
    void eachTagOfATextIsEscaped() {
        assertEquals(
                "<&lt;notice>a&lt;/notice><b>&lt;context>", ReservedTags.escaped("<<notice>a</notice><b><context>"));
    }

    /** The cost is linear in the length of the text. */
    @Test
    void longTextOfBracketsIsEscaped() {
        String text = "<".repeat(500_000) + " ".repeat(500_000);

        assertEquals(499_999, ReservedTags.escaped(text).indexOf("&lt;"));
    }
}
