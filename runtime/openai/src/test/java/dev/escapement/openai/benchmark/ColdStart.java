package dev.escapement.openai.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.escapement.fake.FakeProvider;
import dev.escapement.fake.Plays;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A benchmark of the time from the start of a JVM to the first dispatched call, with our OpenAI client and with
 * LangChain4j's, in turns against one strict fake provider. Each has only its own jars on the class path. Prints the
 * medians and their ratio, also of the processor time, which depends less on other processes.
 * {@code -Dcold-start.rounds=…} changes the number of starts.
 */
final class ColdStart {

    static final String QUESTION = "What is the weather in Oslo?";

    private static final String DISPATCHED = "dispatched";
    private static final int ROUNDS = Integer.getInteger("cold-start.rounds", 15);
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
        System.out.println(ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return city;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("Starting " + 2 * (ROUNDS + 1) + " JVMs, one after the other.");
        String ours = classPath(OURS);
        String theirs = classPath(THEIRS);
        List<Start> ourStarts = new ArrayList<>();
        List<Start> theirStarts = new ArrayList<>();
        try (FakeProvider provider = FakeProvider.chat()) {
            for (int round = 0; round <= ROUNDS; round++) {
                ourStarts.add(start(EscapementStart.class, ours, provider));
                theirStarts.add(start(LangChain4jStart.class, theirs, provider));
            }
        }
        print("cold start to the first dispatched call", Start::elapsed, ourStarts, theirStarts);
        print("processor time of this start", Start::cpu, ourStarts, theirStarts);
    }

    /** The times of one start, in milliseconds. */
    private record Start(long elapsed, long cpu) {}

    private static void print(String name, ToLongFunction<Start> time, List<Start> ours, List<Start> theirs) {
        long our = median(ours, time);
        long their = median(theirs, time);
        System.out.printf(
                Locale.ROOT,
                "%s, median of %d: Escapement %d ms, LangChain4j %d ms, ratio %.2f%n",
                name,
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

    private static Start start(Class<?> program, String classPath, FakeProvider provider)
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
            long cpu = Duration.parse(out.readLine()).toMillis();
            return new Start((after - before) / NANOS_PER_MILLI, cpu);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Returns a median without the first round, which fills the file system cache. */
    private static long median(List<Start> starts, ToLongFunction<Start> time) {
        List<Long> times =
                starts.stream().skip(1).map(time::applyAsLong).sorted().toList();
        return times.get(times.size() / 2);
    }
}
