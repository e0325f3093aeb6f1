package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.pattern.PatternParser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // regex ~ a text that matches ~ a text that does not
                "abc~abc~abcd",
                "a.c~a-c~ac",
                "A-\\d+~A-1042~A-",
                "[a-c]x~bx~dx",
                "[^a-c]x~dx~bx",
                "[-a]+~a-a~b",
                "[a-]+~a-a~b",
                "[+\\-*]~-~,",
                "[\\d\\s]+~1 2~1_2",
                "[^\\W\\d]+~abc~ab1",
                "\\D\\W\\S~a-b~1-b",
                "\\w\\w~a_~a-",
                "\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/~^$\\.*+?()[]{}|/~x",
                "\\u0041\\u00e9~Aé~Ae",
                "(ab)+~abab~aba",
                "(?:ab|cd)*~abcd~abc",
                "a|bc|~bc~b",
                "a?b*c+~bbc~ab",
                "a{2}~aa~aaa",
                "a{2,}~aaaa~a",
                "a{1,3}~aa~aaaa",
                "a{0}b~b~ab",
                "(a{0,2}b){2}~aabb~aab",
                "^ab$~ab~b",
                "^a|b$~a~c",
                "[.^$*+?(){}|/]+~({})~a",
                "é+~éé~e",
                "[à-ü]~é~e",
                "😀{2}~😀😀~😀",
                "[😀-😂]~😁~😃",
                ".~😁~ab",
                "()*~~a",
                "(a*)*b~aab~aa",
                "\\[x\\]~[x]~x",
                " #~ #~#",
            })
    void accepts(String regex, @Nullable String matching, String other) {
        PortablePattern pattern = PortablePattern.compile(regex);

        assertTrue(pattern.matches(matching == null ? "" : matching));
        assertFalse(pattern.matches(other));
        assertEquals(regex, pattern.regex());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "a(?=b)§a lookahead§1",
                "a(?!b)§a lookahead§1",
                "(?<=a)b§a lookbehind§0",
                "(?<!a)b§a lookbehind§0",
                "(a)\\1§a backreference§3",
                "(?P=a)§a backreference§0",
                "\\k<a>§a backreference§0",
                "\\bword§a word boundary§0",
                "wo\\Brd§a word boundary§2",
                "[\\b]§a word boundary§1",
                "a*?§a lazy quantifier§1",
                "a??§a lazy quantifier§1",
                "a{2}?§a lazy quantifier§1",
                "ab++§a possessive quantifier§2",
                "a{1,2}+§a possessive quantifier§1",
                "a**§a quantifier of a quantifier§2",
                "a{2}{3}§a quantifier of a quantifier§4",
                "(?<year>a)§a named group§0",
                "(?P<year>a)§a named group§0",
                "(?>a)§an atomic group§0",
                "(?i)a§a group with flags§0",
                "b(?i:a)§a group with flags§1",
                "a(?#note)§a group with flags§1",
                "\\p{L}§a Unicode property§0",
                "[\\P{L}]§a Unicode property§1",
                "\\x41§the escape \\x§0",
                "\\0§the escape \\0§0",
                "\\Qa\\E§the escape \\Q§0",
                "\\z§the escape \\z§0",
                "\\-§the escape \\-§0",
                "\\é§the escape \\é§0",
                "\\😀§the escape \\😀§0",
                "a\\§a \\ at the end§1",
                "\\u12§a \\u without four hexadecimal digits§0",
                "\\u12G4§a \\u without four hexadecimal digits§0",
                "\\u{41}§a \\u without four hexadecimal digits§0",
                "\\ud83d§an escape of half a character§0",
                "(a§a ( without its )§0",
                "a)§a ) without its (§1",
                "[a§a [ without its ]§0",
                "[§a [ without its ]§0",
                "a]§a ] without its [§1",
                "a}§a } without its {§1",
                "a{§a { that is not escaped§1",
                "a{,3}§a { that is not escaped§1",
                "a{1,2§a { that is not escaped§1",
                "a{x}§a { that is not escaped§1",
                "{2}§a { that is not escaped§0",
                "*a§a quantifier with nothing to repeat§0",
                "a|+§a quantifier with nothing to repeat§2",
                "(?§a group with flags§0",
                "^*§a quantifier with nothing to repeat§1",
                "a{3,2}§a repetition with its bounds the wrong way round§1",
                "a{1001}§a repetition of more than 1000§2",
                "a{1,99999999999999}§a repetition of more than 1000§4",
                "(ab){1000}(c{2}){3}§more than 2000 states when its repetitions are written out§0",
                "((a{100}){100}){100}§more than 2000 states when its repetitions are written out§9",
                "(((){1000}){1000}){1000}§more than 2000 states when its repetitions are written out§11",
                "a^b§a ^ that is not at the start§1",
                "(^a)§a ^ that is not at the start§1",
                "^^a§a ^ that is not at the start§1",
                "a$b§a $ that is not at the end§1",
                "(a$)§a $ that is not at the end§2",
                "a$*§a $ that is not at the end§1",
                "[]§an empty class§0",
                "[^]§an empty class§0",
                "[[:alpha:]]§a [ that is not escaped in a class§1",
                "[a-[b]]§a - that is not escaped in a class§2",
                "[a&&b]§a set operation in a class§2",
                "[a--b]§a set operation in a class§2",
                "[a~~b]§a set operation in a class§2",
                "[a-c-e]§a - that is not escaped in a class§4",
                "[z-a]§a range with its bounds the wrong way round§1",
                "[\\d-z]§a range between classes§1",
                "[a-\\d]§a range between classes§3",
            })
    void refuses(String regex, String construct, int index) {
        assertEquals(new PatternParser.Result.Refused(construct, index), PatternParser.parse(regex));
    }

    @Test
    void refusesHalfACharacter() {
        assertEquals(new PatternParser.Result.Refused("half a character", 1), PatternParser.parse("a\ud83db"));
    }

    @Test
    void refusesGroupsNestedTooDeeply() {
        String hostile = "(".repeat(100_000);

        assertEquals(
                new PatternParser.Result.Refused("a group more than 100 levels deep", 100),
                PatternParser.parse(hostile));
        assertTrue(
                PortablePattern.compile("(".repeat(100) + "a" + ")".repeat(100)).matches("a"));
    }

    @Test
    void saysWhatIsRefusedAndWhere() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PortablePattern.compile("^(?=a)"));

        assertEquals("not a portable pattern: a lookahead at index 1 of \"^(?=a)\"", refusal.getMessage());
    }

    @Test
    void controlsAreEscapable() {
        assertTrue(PortablePattern.compile("\\t\\n\\r\\f\\v[\\t-\\r]").matches("\t\n\r\f\u000b\f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u2028", "\u2029"})
    void aDotIsNoLineTerminator(String terminator) {
        assertFalse(PortablePattern.compile(".").matches(terminator));
        assertTrue(PortablePattern.compile("\\s").matches(terminator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u0000", "\ud83d", "\udc00", "é"})
    void aDotIsAnythingElse(String character) {
        assertTrue(PortablePattern.compile(".").matches(character));
        assertTrue(PortablePattern.compile("[^\\d\\w\\s]").matches(character));
    }

    @Test
    void spaceIsThatOfEcmaScript() {
        PortablePattern space = PortablePattern.compile("\\s+");

        assertTrue(space.matches(" \t\n\u000b\f\r\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"));
        for (String other : List.of("\u0085", "\u200b", "\u180e", "\u001c")) {
            assertFalse(space.matches(other));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "b,abc,true",
        "^b,abc,false",
        "^a,abc,true",
        "c$,abc,true",
        "b$,abc,false",
        "^b|c$,abc,true",
        "^b|^c,abc,false",
        "^$,abc,false",
        "^abc$,abc,true",
        "bcd?,abc,true",
        "x*,abc,true",
        "b.d,abcbxd,true",
    })
    void findsAnywhereUnlessAnchored(String regex, String text, boolean found) {
        assertEquals(found, PortablePattern.compile(regex).find(text));
    }

    @Test
    void aDollarIsNotBeforeALineFeed() {
        assertFalse(PortablePattern.compile("^a$").find("a\n"));
    }

    @Test
    void findsNothingInHalfACharacter() {
        assertFalse(PortablePattern.compile("\\w$").find("a\ud83d\ud83d"));
        assertTrue(PortablePattern.compile("😀").find("\ud83d😀\ude00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|a)*b", "(a*)*b", "(x+x+)+y", "((a?){20}a{20})*b", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void hostileTextsTakeOnlyTheirLength(String regex) {
        PortablePattern pattern = PortablePattern.compile(regex);
        String hostile = (regex.contains("x") ? "x" : "a").repeat(1_000_000);

        assertFalse(pattern.matches(hostile));
        assertFalse(pattern.find(hostile));
    }

    @Test
    void longTextsMatch() {
        assertTrue(PortablePattern.compile("(a|a)*b").matches("a".repeat(1_000_000) + "b"));
        assertTrue(PortablePattern.compile("(a*)*b").matches("a".repeat(1_000_000) + "b"));
        assertTrue(PortablePattern.compile("(x+x+)+y").matches("x".repeat(1_000_000) + "y"));
        assertTrue(PortablePattern.compile("^(?:[A-Za-z0-9+/]{4})*$").matches("abc/".repeat(100_000)));
    }
}
