package dev.escapement.samples.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.samples.benchmarks.ClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A new JVM that uses some of this JVM's class path entries. */
final class JavaProcess {

    private JavaProcess() {}

    /**
     * Runs a program until it prints a line, and returns the line.
     *
     * @param entries the class path entries to use, with {@code /} as separator of folders
     * @param options the options of the JVM
     * @param program the class with the main method
     * @param args the arguments of the program
     * @return the first line, or an empty string
     */
    static String firstLine(Pattern entries, List<String> options, Class<?> program, List<String> args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(ClassPath.select(entries));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(args);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            String line = out.readLine();
            return line == null ? "" : line;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
