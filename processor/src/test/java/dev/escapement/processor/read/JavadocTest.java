package dev.escapement.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the descriptions that are extracted from documentation comments. */
class JavadocTest {

    @ParameterizedTest
    @MethodSource
    void markupBecomesWhatAReaderWouldSee(String markup, String text) {
        assertEquals(text, parse(markup).description());
    }

    static Stream<Arguments> markupBecomesWhatAReaderWouldSee() {
        return Stream.of(
                Arguments.of(" Refunds an order.\n", "Refunds an order."),
                Arguments.of(" Refunds an order,\n in full\n   or in part.\n", "Refunds an order, in full or in part."),
                Arguments.of(" First.\n\n <p>Second.\n <p>\n Third.\n", "First. Second. Third."),
                Arguments.of("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one two"),
                Arguments.of("<b>Never</b> twice.", "Never twice."),
                Arguments.of("See <a href=\"https://example.org/?a=1\">the rules</a>.", "See the rules."),
                Arguments.of("Like {@code A-1042}.", "Like A-1042."),
                Arguments.of("A {@code List<String>} of {@literal <names>}.", "A List<String> of <names>."),
                Arguments.of("As {@code {\"a\":{\"b\":1}}}.", "As {\"a\":{\"b\":1}}."),
                Arguments.of("As {@code {{{3}}}}.", "As {{{3}}}."),
                Arguments.of("The entity {@code &lt;} as it stands.", "The entity &lt; as it stands."),
                Arguments.of("See {@link Order}.", "See Order."),
                Arguments.of("See {@link Order the order}.", "See the order."),
                Arguments.of("See {@linkplain Order#id() its id}.", "See its id."),
                Arguments.of("See {@link #id}.", "See id."),
                Arguments.of("See {@link Order#id}.", "See Order.id."),
                Arguments.of("See {@link Order#of(int, String)}.", "See Order.of(int, String)."),
                Arguments.of("See {@link Order#of(int, String) how}.", "See how."),
                Arguments.of("A {@link java.util.Map {@code Map<K, V>}} of them.", "A Map<K, V> of them."),
                Arguments.of("Not closed: {@code a", "Not closed: {@code a"),
                Arguments.of("Voulez-vous ?", "Voulez-vous ?"),
                Arguments.of("un<b>believ</b>able", "unbelievable"),
                Arguments.of("one<br>two<BR/>three", "one two three"),
                Arguments.of("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"),
                Arguments.of("&quot;yes&quot;&nbsp;&#64;home &#8364;5 &#x20ac;6", "\"yes\" @home €5 €6"),
                Arguments.of("first &mdash; then &hellip;", "first — then …"),
                Arguments.of("&amp;lt; stays &lt;", "&lt; stays <"),
                Arguments.of("&unknown; stays", "&unknown; stays"),
                Arguments.of("a &lt;b&gt; is text", "a <b> is text"),
                Arguments.of("ends with *&#47; inside", "ends with */ inside"),
                Arguments.of("<!-- nobody sees this -->Seen.", "Seen."),
                Arguments.of("costs a < b and c > d", "costs a < b and c > d"),
                Arguments.of("write to me@example.org", "write to me@example.org"),
                Arguments.of("", ""),
                Arguments.of("  \n ", ""));
    }

    @ParameterizedTest
    @MethodSource
    void inlineTagsAndEntitiesAreResolved(String markup, String text) {
        assertEquals(text, parse(markup).description());
    }

    static Stream<Arguments> inlineTagsAndEntitiesAreResolved() {
        return Stream.of(
                Arguments.of("At most {@value Integer#MAX_VALUE}.", "At most 2147483647."),
                Arguments.of("At most {@value Other#LIMIT} items.", "At most items."),
                Arguments.of(
                        "caf&eacute; &Alpha;&beta; &half; &NotEqualTilde; &CounterClockwiseContourIntegral;",
                        "café Αβ ½ ≂̸ ∳"),
                Arguments.of("&#xD800; &#0; &#1114112;", "&#xD800; &#0; &#1114112;"),
                Arguments.of("Use {@snippet : int x = 1; }", "Use int x = 1;"),
                Arguments.of(
                        "Use\n {@snippet lang=\"java\" id=\"a:b\" :\n if (a) { // @highlight substring=\"a\"\n   b();\n } // @end\n }\n",
                        "Use if (a) { b(); }"),
                Arguments.of("Use {@snippet file=\"Use.java\" region=\"x\"} here", "Use here"),
                Arguments.of(
                        "A {@link java.util.List} of {@link java.util.Map.Entry#getKey()}.",
                        "A List of Map.Entry.getKey()."),
                Arguments.of("A {@link java.base/java.util.Map<String, Integer> map}.", "A map."),
                Arguments.of("{@return the name}", "Returns the name."),
                Arguments.of("An {@index \"order id\" the key} and {@index order}.", "An order id and order."),
                Arguments.of("{@summary Refunds.} Never twice.", "Refunds. Never twice."),
                Arguments.of("{@inheritDoc}", ""),
                Arguments.of("a <script>b()</script>c <style>d</style>e", "a c e"),
                Arguments.of("<pre>{@code a\n  < b}</pre>", "a < b"),
                Arguments.of("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
                Arguments.of("<!-- a\n b -->c&nbsp;", "c"));
    }

    @ParameterizedTest
    @MethodSource
    void markdownBecomesWhatAReaderWouldSee(String markup, String text) {
        assertEquals(text, markdown(markup).description());
    }

    static Stream<Arguments> markdownBecomesWhatAReaderWouldSee() {
        return Stream.of(
                Arguments.of("A [String] and [a link][String].", "A String and a link."),
                Arguments.of(
                        "[java.util.List] of [Order#of(int, String[])], [#id] or [int\\[\\]]",
                        "List of Order.of(int, String[]), id or [int[]]"),
                Arguments.of("[order] is not a reference", "[order] is not a reference"),
                Arguments.of(
                        "See [the rules](https://example.org/a_(b)) and ![a chart](chart.png \"Chart\").",
                        "See the rules and a chart."),
                Arguments.of("See <https://example.org>.", "See https://example.org."),
                Arguments.of(
                        "**Never** *ever* __do__ _this_ snake_case_name 2 * 3 * 4",
                        "Never ever do this snake_case_name 2 * 3 * 4"),
                Arguments.of("Like `A-*1*` or ``a ` b`` or `{@code x}`", "Like A-*1* or a ` b or {@code x}"),
                Arguments.of(
                        "# Refunds #\nAn order.\n\nDetails\n-------\n* one\n- two\n1. three\n\n> quoted",
                        "Refunds An order. Details one two 1. three quoted"),
                Arguments.of(
                        "Use:\n```java\n@Override\n*a* [B] &lt;\n```\nand ~~~ so",
                        "Use: @Override *a* [B] &lt; and ~~~ so"),
                Arguments.of("| a | b |\n|---|:-:|\n| c | d |", "a b c d"),
                Arguments.of("\\*not\\* emphasis \\[not\\]", "*not* emphasis [not]"),
                Arguments.of("{@code *a*} and {@link java.util.List} &eacute; <b>x</b>", "*a* and List é x"),
                Arguments.of("[a]: https://example.org\nText.", "Text."));
    }

    @Test
    void markdownHasTags() {
        Javadoc javadoc = markdown(
                "Refunds.\n\n```\n@param x y\n```\n@param id the *number* of\n  the [Order]\n@param note a `note`\n");

        assertEquals("Refunds. @param x y", javadoc.description());
        assertEquals(Map.of("id", "the number of the Order", "note", "a note"), parameters(javadoc));
    }

    private static Javadoc parse(String comment) {
        return Javadoc.parse(comment, JavadocTest::constant);
    }

    private static Javadoc markdown(String comment) {
        return Javadoc.parseMarkdown(comment, JavadocTest::constant);
    }

    private static String constant(String reference) {
        return reference.equals("Integer#MAX_VALUE") ? "2147483647" : "";
    }

    private static Map<String, String> parameters(Javadoc javadoc) {
        return javadoc.tags().stream()
                .collect(Collectors.toMap(Javadoc.Parameter::name, Javadoc.Parameter::description));
    }

    @Test
    void theDescriptionEndsWhereTheTagsBegin() {
        Javadoc javadoc = parse(" Refunds.\n\n @param orderId the order\n @see Order\n @since 1\n");

        assertEquals("Refunds.", javadoc.description());
        assertEquals(Map.of("orderId", "the order"), parameters(javadoc));
    }

    @Test
    void parametersHaveTheirMarkupTakenOffToo() {
        Javadoc javadoc = parse(
                " @param id the <i>number</i> of\n     the {@link Order order},\n     like {@code A-1}\n @param note a note\n");

        assertEquals("", javadoc.description());
        assertEquals(Optional.of("the number of the order, like A-1"), javadoc.parameter("id"));
        assertEquals(Optional.of("a note"), javadoc.parameter("note"));
    }

    @Test
    void aParameterWithoutWordsHasNone() {
        assertEquals(Optional.empty(), parse(" @param id\n @param note \n").parameter("id"));
        assertEquals(Optional.empty(), parse(" @param id\n @param note \n").parameter("note"));
        assertEquals(Optional.empty(), parse(" Text.\n").parameter("id"));
    }

    @Test
    void namesAreThoseOfJava() {
        Javadoc javadoc = parse(" @param größe how big\n @param $ref what\n @param <T> no component\n");

        assertEquals(Map.of("größe", "how big", "$ref", "what"), parameters(javadoc));
    }

    @Test
    void anAnnotationInAnExampleIsNoTag() {
        Javadoc javadoc = parse(" Like this:\n {@code\n @Override\n void run()} and so on.\n @param id x\n");

        assertEquals("Like this: @Override void run() and so on.", javadoc.description());
        assertEquals(Map.of("id", "x"), parameters(javadoc));
    }

    @Test
    void withoutACommentThereIsNothing() {
        assertEquals(Javadoc.NONE, parse(null));
    }
}
