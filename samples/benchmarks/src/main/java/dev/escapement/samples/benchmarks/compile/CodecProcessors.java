package dev.escapement.samples.benchmarks.compile;

import dev.escapement.samples.benchmarks.Benchmark;
import dev.escapement.samples.benchmarks.Directories;
import dev.escapement.samples.benchmarks.Effort;
import dev.escapement.samples.benchmarks.InterleavedRounds;
import dev.escapement.samples.benchmarks.Row;
import dev.escapement.samples.benchmarks.Sample;
import dev.escapement.samples.benchmarks.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A benchmark of processors that generate JSON codecs. Compiles the same 400 records with each processor, and again
 * without it but with the sources that it generates. Micronaut's processor generates classes, so its second compilation is
 * that of the records alone.
 */
public final class CodecProcessors implements Benchmark {

    private static final String MICRONAUT_ENTRIES = "/io/micronaut/|/javaparser/|/org/ow2/asm/|/slf4j-api/"
            + "|/jakarta/(annotation|inject)/|/reactivestreams/";

    private static final String MICRONAUT_PROCESSORS = Stream.of(
                    "MixinVisitorProcessor",
                    "PackageElementVisitorProcessor",
                    "TypeElementVisitorProcessor",
                    "AggregatingTypeElementVisitorProcessor",
                    "BeanDefinitionInjectProcessor")
            .map("io.micronaut.annotation.processing."::concat)
            .collect(Collectors.joining(","));

    private static final List<Library> LIBRARIES = List.of(
            new Library("Escapement", "dev.escapement.Codec", Compilation.ESCAPEMENT),
            new Library(
                    "avaje-jsonb",
                    "io.avaje.jsonb.Json",
                    new Compilation("/io/avaje/", "io.avaje.jsonb.generator.JsonbProcessor")),
            new Library(
                    "Micronaut serde",
                    "io.micronaut.serde.annotation.Serdeable",
                    new Compilation(MICRONAUT_ENTRIES, MICRONAUT_PROCESSORS)));

    private static final int NUMBER = 400;
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 4;

    /**
     * A library with a processor.
     *
     * @param name the name in the table
     * @param annotation the qualified name of the annotation of a record
     * @param compilation the compilation with the library
     */
    private record Library(String name, String annotation, Compilation compilation) {

        /** Returns the name of one of the library's measurements. */
        String subject(String measurement) {
            return measurement.equals(Compilation.PROCESSOR) ? name : name + ", -proc:none";
        }
    }

    /** Creates the benchmark. */
    public CodecProcessors() {}

    @Override
    public void run(Effort effort, Table table) throws Exception {
        int number = effort.of(NUMBER, 2);
        String work = "compile " + number + " records";
        Map<String, Sample> medians = measure(work, number, effort);
        for (Library library : LIBRARIES) {
            double none = medians.get(library.subject(Compilation.NONE)).value();
            for (String measurement : List.of(Compilation.PROCESSOR, Compilation.NONE)) {
                Sample sample = medians.get(library.subject(measurement));
                table.add(new Row(
                        work,
                        library.subject(measurement),
                        sample,
                        "ms",
                        sample.value() / none,
                        String.format(Locale.ROOT, "%.2f ms per record", sample.value() / number)));
            }
        }
    }

    private static Map<String, Sample> measure(String work, int number, Effort effort) throws Exception {
        Path folder = Files.createTempDirectory("generated");
        try {
            Map<String, InterleavedRounds.Task> tasks = new LinkedHashMap<>();
            for (Library library : LIBRARIES) {
                Path generated = Files.createDirectory(folder.resolve(library.annotation()));
                library.compilation()
                        .tasks(ToolSources.records(number, library.annotation()), number, generated)
                        .forEach((name, task) -> tasks.put(library.subject(name), task));
            }
            return InterleavedRounds.run(work, effort.of(WARM_UP, 0), effort.of(ROUNDS, 1), tasks);
        } finally {
            Directories.delete(folder);
        }
    }
}
