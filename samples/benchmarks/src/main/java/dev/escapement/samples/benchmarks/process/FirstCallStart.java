package dev.escapement.samples.benchmarks.process;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.ClassPath;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A benchmark of the time from the start of a JVM to the first tool call, with a stub model. Each library has only its
 * own jars on the class path.
 */
public final class FirstCallStart implements Benchmark {

    private static final int ROUNDS = 15;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private static final Pattern ESCAPEMENT =
            Pattern.compile("/benchmarks/target/classes|" + ClassPath.ESCAPEMENT_RUNTIME);
    private static final Pattern LANGCHAIN4J =
            Pattern.compile("/benchmarks/target/classes|/dev/langchain4j/|/com/fasterxml/|/slf4j|/opennlp|/jspecify/");
    private static final Pattern SPRING_AI = Pattern.compile(
            "/benchmarks/target/classes|/org/springframework/|/tools/jackson/|/com/fasterxml/|/io/micrometer/|/antlr/"
                    + "|/victools/|/networknt/|/ethlo/|/swagger/|/projectreactor/|/reactivestreams/|/commons-logging/"
                    + "|/knuddels/|/slf4j|/jspecify/");

    /** Creates the benchmark. */
    public FirstCallStart() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        tasks.put("Escapement", () -> start("escapement", ESCAPEMENT));
        tasks.put("LangChain4j", () -> start("langchain4j", LANGCHAIN4J));
        tasks.put("Spring AI", () -> start("spring-ai", SPRING_AI));
        table.add(
                "JVM start to the first tool call",
                "ms",
                "Escapement",
                InterleavedRounds.run("start", effort.of(1, 0), effort.of(ROUNDS, 1), tasks));
    }

    private static Sample start(String library, Pattern entries) throws Exception {
        long begin = System.nanoTime();
        String line =
                JavaProcess.firstLine(entries, List.of("-Dbenchmarks.halt=true"), FirstCall.class, List.of(library));
        long nanos = System.nanoTime() - begin;
        if (!line.startsWith("A-")) {
            throw new IllegalStateException(library + " did not call the tool; it printed \"" + line + "\"");
        }
        return new Sample(nanos / NANOS_PER_MILLI);
    }
}
