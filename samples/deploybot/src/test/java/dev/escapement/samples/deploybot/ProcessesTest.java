package dev.escapement.samples.deploybot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the sample's scenario with a new Java virtual machine for each start. */
class ProcessesTest {

    @TempDir
    Path directory;

    @Test
    void eachStartGoesOnWhereTheLastOneEnded() throws Exception {
        assertLast("Staging runs v1.4.1, production runs v1.4.0.", start());
        assertLast("Staging runs v1.4.2, production runs v1.4.0.", start("reply", "production"));
        assertLast("Staging runs v1.4.2, production runs v1.4.2.", start("approve"));
        assertEquals(
                List.of("v1.4.0 c47aa90 from-before", "v1.4.2 9f2c1e7 deploy-1/3/call_6"),
                Files.readAllLines(directory.resolve("production.log")));
    }

    private static void assertLast(String expected, List<String> lines) {
        assertTrue(lines.get(lines.size() - 1).endsWith(expected), () -> String.join("\n", lines));
    }

    private List<String> start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "--dir", directory.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the program ends by itself");
        assertEquals(0, process.exitValue(), output);
        return output.lines().toList();
    }
}
