package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.processor.functional.shape.DescribedShapes;
import dev.escapement.processor.functional.shape.DescribedShapes_ByJacksonSpec;
import dev.escapement.processor.functional.shape.DescribedShapes_CommentSpec;
import dev.escapement.processor.functional.shape.DescribedShapes_HostileSpec;
import dev.escapement.processor.functional.shape.DescribedShapes_SourcesSpec;
import dev.escapement.processor.functional.shape.LargeShapes;
import dev.escapement.processor.functional.shape.LargeShapes_EndlessSpec;
import dev.escapement.processor.functional.shape.LargeShapes_LongSpec;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the descriptions that the model receives. */
class DescriptionsTest {

    @Test
    void ourAnnotationComesFirstThenJacksonsThenTheComment() {
        assertEquals("Ours", DescribedShapes_SourcesSpec.INSTANCE.description());
        assertEquals("Jackson's", DescribedShapes_ByJacksonSpec.INSTANCE.description());
        assertEquals(
                List.of(
                        "ours",
                        "ours, though Jackson has one",
                        "Jackson's",
                        "the words of the comment, with a List over two lines",
                        "where it is used",
                        "A thing."),
                descriptions(DescribedShapes_SourcesSpec.INSTANCE, Dialect.JSON_SCHEMA));
        assertEquals(List.of("a word"), descriptions(DescribedShapes_ByJacksonSpec.INSTANCE, Dialect.JSON_SCHEMA));
    }

    @Test
    void aCommentIsTakenWithoutItsMarkup() {
        assertEquals(
                "A comment with \"quotes\", \\ and \\\\ and <tags>, <b> and 日本 😀; see Sources.javadoc()."
                        + " And a second paragraph.",
                DescribedShapes_CommentSpec.INSTANCE.description());
        assertEquals(
                List.of("$L and \"\"\" and */"),
                descriptions(DescribedShapes_CommentSpec.INSTANCE, Dialect.JSON_SCHEMA));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = "ANTHROPIC_STRICT") // does not support types that contain themselves
    void noCharacterOfADescriptionIsLost(Dialect dialect) {
        assertEquals(DescribedShapes.HOSTILE, DescribedShapes_HostileSpec.INSTANCE.description());
        List<String> descriptions = descriptions(DescribedShapes_HostileSpec.INSTANCE, dialect);
        assertTrue(descriptions.size() >= 6, () -> descriptions.size() + " descriptions");
        descriptions.forEach(description -> assertTrue(description.contains(DescribedShapes.HOSTILE), description));
    }

    @ParameterizedTest
    @EnumSource
    void aSchemaMayBeLongerThanAConstantOfAClassFile(Dialect dialect) {
        assertEquals(List.of(LargeShapes.BOOK, "a number"), descriptions(LargeShapes_EndlessSpec.INSTANCE, dialect));
        assertEquals(
                8,
                descriptions(LargeShapes_LongSpec.INSTANCE, dialect).stream()
                        .filter(LargeShapes.CHAPTER::equals)
                        .count());
        int bytes = LargeShapes_LongSpec.INSTANCE.schema(dialect).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes > 65_535, () -> bytes + " bytes");
    }

    private static List<String> descriptions(ToolSpec<?> spec, Dialect dialect) {
        List<String> descriptions = new ArrayList<>();
        collect(MutableJson.parse(spec.schema(dialect)).orElseThrow().root(), descriptions);
        return descriptions;
    }

    private static void collect(@Nullable Object node, List<String> descriptions) {
        if (node instanceof MutableJson.Obj object) {
            for (Map.Entry<String, @Nullable Object> entry : object) {
                if (entry.getKey().equals("description") && entry.getValue() instanceof String text) {
                    descriptions.add(text);
                }
                collect(entry.getValue(), descriptions);
            }
        } else if (node instanceof List<?> array) {
            array.forEach(element -> collect(element, descriptions));
        }
    }
}
