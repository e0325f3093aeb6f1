package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java examples in a section of the README, which compile because a test class contains them word by word. */
public final class ReadmeExamples {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path README = Path.of("../../README.md");

    private ReadmeExamples() {}

    /**
     * Fails unless a test class contains all examples of a section, ignoring white space and comments.
     *
     * @param section the heading of the section
     * @param number the number of examples
     * @param test the test class
     */
    public static void assertContained(String section, int number, Class<?> test) throws IOException {
        Matcher content = Pattern.compile("\n## " + section + "\n(.*?)\n## ", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertTrue(content.find(), section);
        List<String> examples = JAVA_BLOCK
                .matcher(content.group(1))
                .results()
                .map(block -> withoutSpace(block.group(1).replaceAll(" //.*", "")))
                .toList();
        String source = withoutSpace(
                Files.readString(Path.of("src/test/java", test.getName().replace('.', '/') + ".java")));
        assertEquals(number, examples.size());
        examples.forEach(example -> assertTrue(source.contains(example), example));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "");
    }
}
