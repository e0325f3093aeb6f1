package dev.escapement.processor;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.TypeFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The example of a kind of problem: the folder {@code errors/<id>_example} or, if only javac reports the problem,
 * {@code errors/<id>_example_in_javac}, with one wrong source and, in
 * {@code fixed}, the corrected one.
 *
 * @param kind the kind of problem
 * @param message the message about the wrong source
 * @param wrong the wrong sources; empty for the kinds that sources alone cannot cause
 * @param fixed the corrected sources
 */
record ProblemExample(ProblemKind kind, String message, List<Path> wrong, List<Path> fixed) {

    private static final Path ERRORS = Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "errors")
            .toAbsolutePath();

    private static final String UNGATED = ProblemKind.DESTRUCTIVE_WITHOUT_GATE.message(List.of("delete", "DeleteMail"));

    /** Arguments of the kinds that sources alone cannot cause. */
    private static final Map<ProblemKind, List<Object>> WITHOUT_SOURCES = Map.of(
            ProblemKind.INVALID_TOOLKIT, List.of("Desk", "Mailbox", UNGATED),
            ProblemKind.HIDDEN_ANNOTATIONS, List.of("wares.Address"),
            ProblemKind.MISSING_CODEC, List.of("wares.Address", "wares.AddressCodec"),
            ProblemKind.NOT_VISIBLE, List.of("Main.Refund", TypeFault.COMPACT),
            ProblemKind.UNRESOLVED, List.of("shop.Move", "wares.Address"),
            ProblemKind.INTERNAL, List.of("shop.Move", "java.lang.IllegalStateException: example"));

    static ProblemExample of(ProblemKind kind) {
        List<Object> arguments = WITHOUT_SOURCES.get(kind);
        if (arguments != null) {
            return new ProblemExample(kind, kind.message(arguments), List.of(), List.of());
        }
        Path folder = Stream.of("_example", "_example_in_javac")
                .map(suffix -> ERRORS.resolve(kind.id() + suffix))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no example of " + kind.id()));
        String message = ErrorCase.in(folder).expected().stream()
                .filter(expected -> expected.is(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(folder + " has no marker of " + kind.id()))
                .text();
        return new ProblemExample(kind, message, sources(folder), sources(folder.resolve(ErrorCase.FIXED)));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
