package dev.escapement.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests that the creation of a client does not load classes that only requests need: it is part of an application's start. */
class OpenAiStartTest {

    private static final String CREATED = "created ";

    /** A program that creates a client. */
    static final class ClientCreation {
        private ClientCreation() {}

        public static void main(String[] args) {
            OpenAiModel model =
                    OpenAiModel.builder().model("gpt-5-mini").apiKey("a-key").build();
            System.out.println(CREATED + model.info().model());
        }
    }

    @Test
    void clientIsCreatedWithoutAParser() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClientCreation.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertEquals(0, process.waitFor(), lines::toString);
        assertTrue(lines.contains(CREATED + "gpt-5-mini"), lines::toString);
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.contains(" tools.jackson.")).toList());
    }
}
