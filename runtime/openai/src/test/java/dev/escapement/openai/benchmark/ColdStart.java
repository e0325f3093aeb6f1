package dev.escapement.openai.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A benchmark of the time from the start of a JVM to the first dispatched call, with our OpenAI client and with
 * LangChain4j's, in turns against one strict fake provider. Each has only its own jars on the class path. Prints the
 * medians and their ratio.
 */
final class ColdStart {

    static final String QUESTION = "What is the weather in Oslo?";

    private static final String DISPATCHED = "dispatched";
    private static final int ROUNDS = 15;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private static final Pattern PROGRAMS = Pattern.compile("/openai/target/test-classes$");
    private static final Pattern OURS =
            Pattern.compile("/(core|http-client|openai)/target/(classes|escapement-[a-z-]+-[^/]*(?<!tests)\\.jar)$"
                    + "|/tools/jackson/core/|/jspecify");
    private static final Pattern THEIRS =
            Pattern.compile("/dev/langchain4j/|/com/fasterxml/|/slf4j|/opennlp|/jspecify");

    private ColdStart() {}

    /** Ends the measured program when its first call has reached the tool. */
    static String dispatched(String city) {
        System.out.println(DISPATCHED + " " + city);
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return city;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("Starting " + 2 * (ROUNDS + 1) + " JVMs, one after the other.");
        String ours = classPath(OURS);
        String theirs = classPath(THEIRS);
        List<Long> ourTimes = new ArrayList<>();
        List<Long> theirTimes = new ArrayList<>();
        try (FakeProvider provider = FakeProvider.chat()) {
            for (int round = 0; round <= ROUNDS; round++) {
                ourTimes.add(start(EscapementStart.class, ours, provider));
                theirTimes.add(start(LangChain4jStart.class, theirs, provider));
            }
        }
        long our = median(ourTimes.subList(1, ourTimes.size())); // the first round fills the file system cache
        long their = median(theirTimes.subList(1, theirTimes.size()));
        System.out.printf(
                Locale.ROOT,
                "cold start to the first dispatched call, median of %d: Escapement %d ms, LangChain4j %d ms, ratio %.2f%n",
                ROUNDS,
                our,
                their,
                (double) our / their);
    }

    private static String classPath(Pattern jars) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> {
                    String path = entry.replace(File.separatorChar, '/');
                    return PROGRAMS.matcher(path).find() || jars.matcher(path).find();
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long start(Class<?> program, String classPath, FakeProvider provider)
            throws IOException, InterruptedException {
        provider.then(Plays.call("call_1", "get_weather", "{\"city\":\"Oslo\"}"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-cp",
                classPath,
                program.getName(),
                provider.baseUri().toString(),
                provider.key());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long before = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String line = out.readLine();
            long after = System.nanoTime();
            if (!(DISPATCHED + " Oslo").equals(line)) {
                throw new IllegalStateException(program.getSimpleName() + " printed " + line + ", the provider says "
                        + provider.takeComplaints());
            }
            return (after - before) / NANOS_PER_MILLI;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
