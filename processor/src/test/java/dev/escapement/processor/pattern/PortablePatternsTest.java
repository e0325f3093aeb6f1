package dev.escapement.processor.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.codegen.PortablePattern;
import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.model.Constraint;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortablePatternsTest {

    @Test
    void wholePatternsAreAnchored() {
        Map.of(
                        "A-\\d+", "^A-\\d+$",
                        "^A$", "^A$",
                        "^A", "^A$",
                        "a|b", "^(?:a|b)$",
                        "^a$|^b", "^(?:a|b)$",
                        "(a|b)c", "^(a|b)c$",
                        "[|^$]", "^[|^$]$",
                        "a\\|b", "^a\\|b$",
                        "a\\$", "^a\\$$",
                        "", "^$")
                .forEach((regex, whole) -> {
                    assertEquals(whole, PortablePatterns.whole(regex));
                    assertEquals(Optional.empty(), PortablePatterns.refusal(whole), whole);
                });
        assertEquals("^a\\\\$", PortablePatterns.whole("a\\\\$"), "the dollar is not escaped, the backslash is");
        assertEquals("^[\\]|]$", PortablePatterns.whole("[\\]|]"));
    }

    @Test
    void wholeMatchAgreesWithTheRuntime() {
        for (String regex : new String[] {"a|b", "^a$|b", "(a|b)*c?", "a{2,3}", "[^a]", "a|", ""}) {
            for (String text : new String[] {"", "a", "b", "ab", "aa", "aaa", "aaaa", "abc", "c", "x\n"}) {
                String shown = regex + " on " + text;
                boolean matches = PortablePattern.compile(regex).matches(text);
                assertEquals(matches, PortablePatterns.find(PortablePatterns.whole(regex), text), shown);
                assertEquals(
                        matches,
                        PortablePattern.compile(PortablePatterns.whole(regex)).find(text),
                        shown);
            }
        }
    }

    @Test
    void refusalsNameTheConstruct() {
        assertEquals(
                Optional.of(new PortablePatterns.Refusal(PatternConstruct.LOOKAHEAD, "", 1)),
                PortablePatterns.refusal("a(?=b)"));
        assertEquals(
                Optional.of(new PortablePatterns.Refusal(PatternConstruct.OTHER_ESCAPE, "\\z", 1)),
                PortablePatterns.refusal("a\\z"));
    }

    @Test
    void theProcessorsOwnPatternsArePortable() {
        assertTrue(PortablePatterns.find(Constraint.Matches.NOT_BLANK.regex(), " x"));
        assertFalse(PortablePatterns.find(Constraint.Matches.NOT_BLANK.regex(), " \t\u0000"));
        assertTrue(PortablePatterns.find(Constraint.Matches.EMAIL.regex(), "a.b@example.com"));
        assertFalse(PortablePatterns.find(Constraint.Matches.EMAIL.regex(), "a.b@example..com"));
    }

    @Test
    void theRuntimeHasTheSamePatternForMail() throws ReflectiveOperationException {
        var field = Class.forName("dev.escapement.codegen.ValueChecks$Email").getDeclaredField("PATTERN");
        field.setAccessible(true);
        assertEquals(Constraint.Matches.EMAIL.regex(), String.valueOf(field.get(null)));
    }
}
