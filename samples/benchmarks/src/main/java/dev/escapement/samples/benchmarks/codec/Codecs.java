package dev.escapement.samples.benchmarks.codec;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Meter;
import dev.escapement.samples.benchmarks.Table;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A benchmark of JSON codecs. Decodes three JSON documents with validation, and encodes the values. Databind does not
 * validate, apart from unknown properties.
 */
public final class Codecs implements Benchmark {

    private static final String STREAMING = "jackson-core by hand";
    private static final String DATABIND_3 = "databind 3";
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 6;

    /** The number of bytes that each round decodes or encodes with each subject. */
    private static final int BYTES_PER_ROUND = 4_000_000;

    private final com.fasterxml.jackson.databind.ObjectMapper databind2 =
            new com.fasterxml.jackson.databind.ObjectMapper();
    private final tools.jackson.databind.ObjectMapper databind3 = tools.jackson.databind.json.JsonMapper.builder()
            .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Creates the benchmark. */
    public Codecs() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        measure(
                effort,
                table,
                Examples.parcel(1),
                ParcelCodec.INSTANCE,
                StreamingReader::parcel,
                StreamingWriter::parcel);
        measure(
                effort,
                table,
                Examples.shipment(1),
                ShipmentCodec.INSTANCE,
                StreamingReader::shipment,
                StreamingWriter::shipment);
        measure(
                effort,
                table,
                Examples.manifest(),
                ManifestCodec.INSTANCE,
                StreamingReader::manifest,
                StreamingWriter::manifest);
    }

    private <T> void measure(
            Effort effort,
            Table table,
            T value,
            JsonCodec<T> codec,
            StreamingReader.ValueReader<T> reader,
            StreamingWriter.ValueWriter<T> writer)
            throws Exception {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) value.getClass();
        String json = codec.encode(value);
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;

        Map<String, Callable<?>> decode = new LinkedHashMap<>();
        decode.put("Escapement", () -> accepted(codec.decode(json)));
        decode.put(STREAMING, () -> StreamingReader.decode(json, reader));
        decode.put("databind 2", () -> databind2.readValue(json, type));
        decode.put(DATABIND_3, () -> databind3.readValue(json, type));
        report(effort, table, String.format(Locale.ROOT, "decode %,d bytes", bytes), bytes, STREAMING, value, decode);

        Map<String, Callable<?>> encode = new LinkedHashMap<>();
        encode.put("Escapement", () -> codec.encode(value));
        encode.put(STREAMING, () -> StreamingWriter.encode(value, writer));
        encode.put("databind 2", () -> databind2.writeValueAsString(value));
        encode.put(DATABIND_3, () -> databind3.writeValueAsString(value));
        report(effort, table, String.format(Locale.ROOT, "encode %,d bytes", bytes), bytes, DATABIND_3, json, encode);
    }

    private static void report(
            Effort effort,
            Table table,
            String work,
            int bytes,
            String reference,
            Object expected,
            Map<String, Callable<?>> operations)
            throws Exception {
        int times = effort.of(Math.max(1, BYTES_PER_ROUND / bytes), 1);
        Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
        for (Map.Entry<String, Callable<?>> operation : operations.entrySet()) {
            Object result = operation.getValue().call();
            if (!result.equals(expected)) {
                throw new IllegalStateException(operation.getKey() + " returned " + result);
            }
            tasks.put(operation.getKey(), () -> Meter.micros(times, 1, operation.getValue()));
        }
        table.add(
                work, "µs", reference, InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks));
    }

    private static <T> T accepted(Decoded<T> decoded) {
        return decoded.fold(Decoded.Accepted::value, rejected -> {
            throw new IllegalStateException(rejected.toString());
        });
    }
}
