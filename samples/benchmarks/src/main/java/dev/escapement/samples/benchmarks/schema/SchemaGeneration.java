package dev.escapement.samples.benchmarks.schema;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import dev.escapement.samples.benchmarks.loop.LangChain4jLoop;
import dev.escapement.samples.benchmarks.loop.ReserveItems;
import dev.escapement.samples.benchmarks.loop.ReserveItemsSpec;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import dev.langchain4j.agent.tool.ToolSpecifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.ai.util.json.schema.JsonSchemaGenerator;

/**
 * A benchmark of the schema of a tool. Escapement returns a constant. LangChain4j generates a specification, which is
 * not yet JSON text, from a class with a tool method. Spring AI generates JSON text from a record.
 */
public final class SchemaGeneration implements Benchmark {

    private static final int ROUNDS = 11;
    private static final int WARM_UP = 6;

    /** The numbers of schemas that each subject returns in one round: a constant needs many for a measurable time. */
    private static final int CONSTANTS = 5_000_000;

    private static final int GENERATED = 2_000;
    private static final int SMOKE = 10;
    private static final double NANOS_PER_MICRO = 1_000;

    /** Creates the benchmark. */
    public SchemaGeneration() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        measure(
                effort,
                table,
                ReserveItemsSpec.INSTANCE,
                LangChain4jLoop.Tools.class,
                ReserveItems.class,
                List.of("orderId", "customer", "quantity", "speed", "EXPRESS", "skus", "gift"));
        measure(
                effort,
                table,
                DispatchShipmentSpec.INSTANCE,
                DispatchTools.class,
                DispatchShipment.class,
                List.of("carrier", "shipment", "distance", "parcels", "windows", "priority", "COURIER", "gift"));
    }

    private static void measure(
            Effort effort, Table table, ToolSpec<?> spec, Class<?> tools, Class<?> record, List<String> expected)
            throws Exception {
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        tasks.put("Escapement", task(effort.of(CONSTANTS, SMOKE), expected, () -> spec.schema(Dialect.OPENAI)));
        int times = effort.of(GENERATED, SMOKE);
        tasks.put("LangChain4j", task(times, expected, () -> ToolSpecifications.toolSpecificationsFrom(tools)));
        tasks.put("Spring AI", task(times, expected, () -> JsonSchemaGenerator.generateForType(record)));
        String work = "schema of " + record.getSimpleName();
        table.add(
                work,
                "ns",
                "Escapement",
                InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks));
    }

    /** Returns a measurement in nanoseconds of an operation whose result mentions all expected names. */
    private static InterleavedRounds.Task task(int times, List<String> expected, Callable<?> operation)
            throws Exception {
        String result = operation.call().toString();
        if (!expected.stream().allMatch(result::contains)) {
            throw new IllegalStateException("the schema is incomplete: " + result);
        }
        return () -> {
            Sample sample = Meter.micros(times, 1, operation);
            return new Sample(sample.value() * NANOS_PER_MICRO, sample.bytes());
        };
    }
}
