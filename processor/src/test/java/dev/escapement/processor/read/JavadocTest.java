package dev.escapement.processor.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
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
        assertEquals(text, Javadoc.parse(markup).description());
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

    @Test
    void theDescriptionEndsWhereTheTagsBegin() {
        Javadoc javadoc = Javadoc.parse(" Refunds.\n\n @param orderId the order\n @see Order\n @since 1\n");

        assertEquals("Refunds.", javadoc.description());
        assertEquals(Map.of("orderId", "the order"), javadoc.parameters());
    }

    @Test
    void parametersHaveTheirMarkupTakenOffToo() {
        Javadoc javadoc = Javadoc.parse(
                " @param id the <i>number</i> of\n     the {@link Order order},\n     like {@code A-1}\n @param note a note\n");

        assertEquals("", javadoc.description());
        assertEquals(Optional.of("the number of the order, like A-1"), javadoc.parameter("id"));
        assertEquals(Optional.of("a note"), javadoc.parameter("note"));
    }

    @Test
    void aParameterWithoutWordsHasNone() {
        assertEquals(
                Optional.empty(), Javadoc.parse(" @param id\n @param note \n").parameter("id"));
        assertEquals(
                Optional.empty(), Javadoc.parse(" @param id\n @param note \n").parameter("note"));
        assertEquals(Optional.empty(), Javadoc.parse(" Text.\n").parameter("id"));
    }

    @Test
    void namesAreThoseOfJava() {
        Javadoc javadoc = Javadoc.parse(" @param größe how big\n @param $ref what\n @param <T> no component\n");

        assertEquals(Map.of("größe", "how big", "$ref", "what"), javadoc.parameters());
    }

    @Test
    void anAnnotationInAnExampleIsNoTag() {
        Javadoc javadoc = Javadoc.parse(" Like this:\n {@code\n @Override\n void run()} and so on.\n @param id x\n");

        assertEquals("Like this: @Override void run() and so on.", javadoc.description());
        assertEquals(Map.of("id", "x"), javadoc.parameters());
    }

    @Test
    void withoutACommentThereIsNothing() {
        assertEquals(new Javadoc("", Map.of()), Javadoc.parse(null));
    }
}
