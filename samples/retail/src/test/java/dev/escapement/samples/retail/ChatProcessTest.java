package dev.escapement.samples.retail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the program as started in a terminal, with a model from environment variables. */
class ChatProcessTest {

    private static final String CALL = "{\"email\":\"nora.lind@example.com\"}";

    @TempDir
    private Path directory;

    @Test
    void withoutAModelOneLineSaysHowToSetOne() throws Exception {
        String screen = chat(Map.of(), "");
        assertEquals(1, screen.lines().count(), screen);
        assertTrue(screen.contains("Set OPENAI_MODEL and OPENAI_API_KEY"), screen);
        assertTrue(screen.contains("or ANTHROPIC_MODEL and ANTHROPIC_API_KEY"), screen);
    }

    @Test
    void withHalfOfAModelOneLineSaysWhatIsMissing() throws Exception {
        assertEquals(
                "Set in the environment: OPENAI_API_KEY (or OPENAI_BASE_URL for a server that needs no key).",
                chat(Map.of("OPENAI_MODEL", "gpt"), "").strip());
    }

    @Test
    void openAiTalksAndGoesOnInTheNextProcess() throws Exception {
        try (FakeProvider provider = FakeProvider.chat()) {
            Map<String, String> environment = Map.of(
                    "OPENAI_MODEL", "gpt-fake",
                    "OPENAI_API_KEY", provider.key(),
                    "OPENAI_BASE_URL", provider.baseUri().toString());
            provider.then(Plays.call("call_1", "find_user_id_by_email", CALL), Plays.text("Hello Nora. What is it?"));
            String first = chat(environment, "I am nora.lind@example.com\n");
            assertTrue(first.contains("The model is gpt-fake at 127.0.0.1."), first);
            assertTrue(first.contains("    call  find_user_id_by_email " + CALL), first);
            assertTrue(first.contains("  result  nora_lind_11"), first);
            assertTrue(first.contains("   model  Hello Nora. What is it?"), first);

            provider.then(Plays.text("You are welcome."));
            String second = chat(environment, "Nothing, thank you.\n");
            assertTrue(second.contains("  person  I am nora.lind@example.com"), second);
            assertTrue(second.contains("   model  You are welcome."), second);
            assertFalse((first + second).contains(provider.key()), "the key is on the screen");
        }
    }

    @Test
    void anthropicTalks() throws Exception {
        try (FakeProvider provider = FakeProvider.messages()) {
            provider.then(Plays.call("toolu_1", "find_user_id_by_email", CALL), Plays.text("Hello Nora."));
            String screen = chat(
                    Map.of(
                            "ANTHROPIC_MODEL", "claude-fake",
                            "ANTHROPIC_API_KEY", provider.key(),
                            "ANTHROPIC_BASE_URL", provider.baseUri().toString()),
                    "I am nora.lind@example.com\n");
            assertTrue(screen.contains("   model  Hello Nora."), screen);
        }
    }

    private String chat(Map<String, String> environment, String typed) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--chat",
                directory.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_") || name.startsWith("ANTHROPIC_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
