package dev.escapement.spring.autoconfigure;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that starts an application several times, each time in a new JVM, alternately with and without the starter. It
 * prints the times of the beans of the starter in the last start, and medians: of the sums of these times, and of the whole
 * start. The README has its command. The processor times are those of the Java thread that creates the beans; compilation
 * by the JVM is not part of them.
 */
public final class StartUpCost {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int STARTS = Integer.getInteger("starts", 11);

    private StartUpCost() {}

    /**
     * Starts the applications, and prints the times in milliseconds.
     *
     * @param args nothing; in the JVM of a start, the database and {@code true} for the starter
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            print(ApplicationStart.measure(args[0], Boolean.parseBoolean(args[1])));
            return;
        }
        Path directory = Files.createTempDirectory("start-up");
        List<List<String>> with = new ArrayList<>();
        List<List<String>> without = new ArrayList<>();
        start(directory, true); // creates the tables and fills the caches of the disk
        start(directory, false);
        for (int i = 0; i < STARTS; i++) {
            with.add(start(directory, true));
            without.add(start(directory, false));
        }
        with.get(STARTS - 1).stream().filter(line -> line.startsWith(" ")).forEach(OUT::println);
        OUT.printf(
                "beans of the starter:  %6.1f ms, processor time %6.1f ms%n",
                median(with, "sum"), median(with, "sum-cpu"));
        for (String name : List.of("wall", "cpu")) {
            double more = median(with, name);
            double less = median(without, name);
            OUT.printf("start, %-4s time:      %6.1f ms, without the starter %6.1f ms%n", name, more, less);
        }
    }

    private static void print(ApplicationStart start) {
        OUT.println(" elapsed       cpu  bean");
        start.beans()
                .forEach((bean, time) -> OUT.printf(
                        " %7.2f  %8.2f  %s%n",
                        millis(time), millis(start.beanCpu().getOrDefault(bean, Duration.ZERO)), bean));
        OUT.println("sum=" + millis(ApplicationStart.sum(start.beans())));
        OUT.println("sum-cpu=" + millis(ApplicationStart.sum(start.beanCpu())));
        OUT.println("wall=" + millis(start.wall()));
        OUT.println("cpu=" + millis(start.cpu()));
        OUT.flush();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** Returns the output of one start. */
    private static List<String> start(Path directory, boolean withStarter) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartUpCost.class.getName(),
                        directory.resolve("app.db").toString(),
                        Boolean.toString(withStarter))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        if (status != 0) {
            throw new IllegalStateException("The application did not start: " + String.join("\n", lines));
        }
        return lines;
    }

    private static double median(List<List<String>> starts, String name) {
        return starts.stream()
                .mapToDouble(lines -> lines.stream()
                        .filter(line -> line.startsWith(name + "="))
                        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                        .findFirst()
                        .orElseThrow())
                .sorted()
                .skip(STARTS / 2)
                .findFirst()
                .orElseThrow();
    }
}
