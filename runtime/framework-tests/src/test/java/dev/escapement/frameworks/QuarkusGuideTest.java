package dev.escapement.frameworks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the guide shows the beans of the project that is compiled and run. */
class QuarkusGuideTest {

    private static final Path GUIDE = Path.of("../core/guides/quarkus.md");
    private static final Path BEANS = Path.of("src/it/quarkus/src/main/java/com/example/desk/DeskBeans.java");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java$(.*?)^```$");

    @Test
    void javaBlocksAreThoseOfTheProject() throws IOException {
        String beans = Files.readString(BEANS);
        List<String> blocks = JAVA.matcher(Files.readString(GUIDE))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```java", "").replace("```", "").strip())
                .toList();

        assertFalse(blocks.isEmpty());
        blocks.forEach(block -> assertTrue(beans.contains(block), block));
    }
}
