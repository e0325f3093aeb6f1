package dev.escapement.samples.deploybot;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A helper that runs the program in this process and returns its output, with that for errors. */
final class Terminal {

    private Terminal() {}

    static List<String> run(Path directory, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--dir", directory.toString()));
        all.addAll(List.of(arguments));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        PrintStream errors = System.err;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        try {
            Main.run(all.toArray(String[]::new));
        } finally {
            System.setOut(standard);
            System.setErr(errors);
        }
        // Removes the colors of a terminal.
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001b\\[\\d+m", "")
                .lines()
                .toList();
    }
}
