package dev.escapement.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.internal.pattern.PatternParser;
import dev.escapement.testing.GoldenMessages;
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
                "a(?=b)§LOOKAHEAD§1",
                "a(?!b)§LOOKAHEAD§1",
                "(?<=a)b§LOOKBEHIND§0",
                "(?<!a)b§LOOKBEHIND§0",
                "(a)\\1§BACKREFERENCE§3",
                "(?P=a)§BACKREFERENCE§0",
                "\\k<a>§BACKREFERENCE§0",
                "\\bword§WORD_BOUNDARY§0",
                "wo\\Brd§WORD_BOUNDARY§2",
                "[\\b]§WORD_BOUNDARY§1",
                "a*?§LAZY_QUANTIFIER§1",
                "a??§LAZY_QUANTIFIER§1",
                "a{2}?§LAZY_QUANTIFIER§1",
                "ab++§POSSESSIVE_QUANTIFIER§2",
                "a{1,2}+§POSSESSIVE_QUANTIFIER§1",
                "a**§REPEATED_QUANTIFIER§2",
                "a{2}{3}§REPEATED_QUANTIFIER§4",
                "(?<year>a)§NAMED_GROUP§0",
                "(?P<year>a)§NAMED_GROUP§0",
                "(?>a)§ATOMIC_GROUP§0",
                "(?i)a§GROUP_WITH_FLAGS§0",
                "b(?i:a)§GROUP_WITH_FLAGS§1",
                "a(?#note)§GROUP_WITH_FLAGS§1",
                "\\p{L}§UNICODE_PROPERTY§0",
                "[\\P{L}]§UNICODE_PROPERTY§1",
                "\\Qa\\E§QUOTATION§0",
                "a\\§LONE_BACKSLASH§1",
                "\\u12§INCOMPLETE_ESCAPE§0",
                "\\u12G4§INCOMPLETE_ESCAPE§0",
                "\\u{41}§INCOMPLETE_ESCAPE§0",
                "\\ud83d§HALF_CHARACTER_ESCAPE§0",
                "(a§OPENING_PARENTHESIS§0",
                "a)§CLOSING_PARENTHESIS§1",
                "[a§OPENING_BRACKET§0",
                "[§OPENING_BRACKET§0",
                "a]§CLOSING_BRACKET§1",
                "a}§CLOSING_BRACE§1",
                "a{§OPENING_BRACE§1",
                "a{,3}§OPENING_BRACE§1",
                "a{1,2§OPENING_BRACE§1",
                "a{x}§OPENING_BRACE§1",
                "{2}§OPENING_BRACE§0",
                "*a§LONE_QUANTIFIER§0",
                "a|+§LONE_QUANTIFIER§2",
                "(?§GROUP_WITH_FLAGS§0",
                "^*§LONE_QUANTIFIER§1",
                "a{3,2}§REVERSED_BOUNDS§1",
                "a{1001}§LARGE_COUNT§2",
                "a{1,99999999999999}§LARGE_COUNT§4",
                "(ab){1000}(c{2}){3}§MANY_STATES§0",
                "((a{100}){100}){100}§MANY_STATES§9",
                "(((){1000}){1000}){1000}§MANY_STATES§11",
                "a^b§CARET§1",
                "(^a)§CARET§1",
                "^^a§CARET§1",
                "a$b§DOLLAR§1",
                "(a$)§DOLLAR§2",
                "a$*§DOLLAR§1",
                "[]§EMPTY_CLASS§0",
                "[^]§EMPTY_CLASS§0",
                "[[:alpha:]]§BRACKET_IN_CLASS§1",
                "[a-[b]]§HYPHEN_IN_CLASS§2",
                "[a&&b]§SET_OPERATION§2",
                "[a--b]§SET_OPERATION§2",
                "[a~~b]§SET_OPERATION§2",
                "[a-c-e]§HYPHEN_IN_CLASS§4",
                "[z-a]§REVERSED_RANGE§1",
                "[\\d-z]§RANGE_OF_CLASSES§1",
                "[a-\\d]§RANGE_OF_CLASSES§3",
            })
    void refuses(String regex, PatternConstruct construct, int index) {
        assertEquals(new PatternParser.Result.Refused(construct, "", index), PatternParser.parse(regex));
    }

    @ParameterizedTest
    @CsvSource({
        "\\x41, \\x",
        "\\0, \\0",
        "\\z, \\z",
        "\\-, \\-",
        "\\é, \\é",
        "\\😀, \\😀",
    })
    void refusesOtherEscapes(String regex, String escape) {
        assertEquals(
                new PatternParser.Result.Refused(PatternConstruct.OTHER_ESCAPE, escape, 0), PatternParser.parse(regex));
    }

    @Test
    void refusesHalfACharacter() {
        assertEquals(
                new PatternParser.Result.Refused(PatternConstruct.HALF_CHARACTER, "", 1),
                PatternParser.parse("a\ud83db"));
    }

    @Test
    void refusesGroupsNestedTooDeeply() {
        String hostile = "(".repeat(100_000);

        assertEquals(
                new PatternParser.Result.Refused(PatternConstruct.DEEP_GROUP, "", 100), PatternParser.parse(hostile));
        assertTrue(
                PortablePattern.compile("(".repeat(100) + "a" + ")".repeat(100)).matches("a"));
    }

    @Test
    void saysWhatIsRefusedAndWhere() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PortablePattern.compile("^(?=a)"));

        assertEquals(
                PortablePattern.refusal(PatternConstruct.LOOKAHEAD.describe(""), 1, "\"^(?=a)\""),
                refusal.getMessage());
    }

    /** The processor's catalogue of diagnostics contains the wording of the constructs. */
    @Test
    void wordingIsThatOfTheCatalogue() throws Exception {
        GoldenMessages.of(PortablePattern.class).verify(PortablePatternTest.class);
    }

    @Test
    void detailsAreWhatIsWritten() {
        String described = PatternConstruct.OTHER_ESCAPE.describe("\\z");

        assertEquals(PatternConstruct.OTHER_ESCAPE.template().replace("{0}", "\\z"), described);
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
