package dev.escapement.openai.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long it takes from the start of a JVM to the first dispatched call, with our client for OpenAI and with
 * LangChain4j's, in turns against one server. Prints the medians and their ratio.
 */
final class ColdStart {

    static final String QUESTION = "What is the weather in Oslo?";

    private static final String DISPATCHED = "dispatched";
    private static final int ROUNDS = 15;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final String REPLY = """
            {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,"message":\
            {"role":"assistant","content":null,"refusal":null,"tool_calls":[{"id":"call_1","type":"function",\
            "function":{"name":"get_weather","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},"finish_reason":"tool_calls"}],\
            "usage":{"prompt_tokens":50,"completion_tokens":10,"total_tokens":60}}""";

    private ColdStart() {}

    /** Ends the program that is measured: its first call has reached the tool. */
    static String dispatched(String city) {
        System.out.println(DISPATCHED + " " + city);
        System.out.flush();
        Runtime.getRuntime().halt(0);
        return city;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try (StubServer server = StubServer.start(REPLY)) {
            measure(server.url());
        }
    }

    private static void measure(String url) throws IOException, InterruptedException {
        System.out.println("Starting " + 2 * (ROUNDS + 1) + " JVMs, one after the other.");
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            ours.add(start(EscapementStart.class, ourClassPath(), url));
            theirs.add(start(LangChain4jStart.class, System.getProperty("java.class.path"), url));
        }
        long our = median(ours.subList(1, ours.size())); // the first round fills the caches of the disk
        long their = median(theirs.subList(1, theirs.size()));
        System.out.printf(
                Locale.ROOT,
                "cold start to the first dispatched call, median of %d: Escapement %d ms, LangChain4j %d ms, ratio %.2f%n",
                ROUNDS,
                our,
                their,
                (double) our / their);
    }

    /** Ours without what only the other needs: a longer class path would cost us time. */
    private static String ourClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("langchain4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static long start(Class<?> program, String classPath, String url) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(java.toString(), "-cp", classPath, program.getName(), url);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        long before = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            String line = out.readLine();
            long after = System.nanoTime();
            if (!(DISPATCHED + " Oslo").equals(line)) {
                throw new IllegalStateException(program.getSimpleName() + " printed " + line);
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
