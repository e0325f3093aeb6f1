package dev.escapement.processor;

import dev.escapement.processor.diagnostic.ProblemKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * A folder of sources with the expected diagnostics, each in a comment on the line before the one it is reported on:
 *
 * <pre>
 * // ERROR ESC016 ask, askAgain, Ask
 * // WARNING ESC040 Declaration.TOOL(Ask), Hint.NONE
 * // NOTE ESC045 Desk, [Money], 3
 * // JAVAC a part of an error of javac itself
 * // NOWHERE ERROR ESC023 escapement.naming, camelCase, [as_declared, snake_case]
 * </pre>
 *
 * {@link ProblemNotation} describes the arguments; {@code NOWHERE} marks an error without a place. Other comments, in
 * any place, state the compiler's options, in which {@code locks} is a folder of the case, and the classes that are generated in spite of the errors:
 *
 * <pre>
 * // OPTION -Aescapement.naming=camelCase
 * // OPTION -Aescapement.lock=locks
 * // GENERATED shop.AskSpec shop.DeskLoop
 * </pre>
 */
record ErrorCase(
        String name, List<Path> sources, List<Expected> expected, List<String> options, TreeSet<String> generated) {

    private static final Pattern MARKER =
            Pattern.compile("\\s*// (NOWHERE )?(?:(ERROR|WARNING|NOTE) (ESC\\d{3}) (.*)|JAVAC (.*))");
    private static final Pattern SETTING = Pattern.compile("\\s*// (OPTION|GENERATED) (.*)");
    private static final String NOWHERE = "nowhere";

    /** The folder below a case with the corrected sources, which {@link DiagnosticPages} shows. */
    static final String FIXED = "fixed";

    /**
     * Problems reported on records and their components; all others are reported on classes, interfaces, enums and
     * methods.
     */
    private static final Set<ProblemKind> ON_RECORDS = EnumSet.of(
            ProblemKind.FILE_IN_TOOL,
            ProblemKind.FORMER_NAME,
            ProblemKind.LOCKED_ARGUMENTS_CHANGED,
            ProblemKind.DISCRIMINATOR_TAKEN,
            ProblemKind.MIXED_NAMING,
            ProblemKind.NOT_EXPRESSIBLE,
            ProblemKind.NO_DESCRIPTION,
            ProblemKind.PARAM_TAG,
            ProblemKind.RULE_LOST,
            ProblemKind.MUCH_FOR_ONE_REQUEST,
            ProblemKind.DOUBTFUL,
            ProblemKind.SHOWN_IN_PART,
            ProblemKind.SUBTYPE_NAMES,
            ProblemKind.AUXILIARY_CLASS,
            ProblemKind.TOO_LARGE,
            ProblemKind.ENDLESS);

    static {
        ON_RECORDS.addAll(EnumSet.range(ProblemKind.TOOL_TARGET, ProblemKind.CONSTANT_TWICE));
        ON_RECORDS.addAll(EnumSet.range(ProblemKind.CONSTRAINT_ON_OTHER_TYPE, ProblemKind.DEFAULT_OF_OTHER_TYPE));
    }

    /**
     * An expected diagnostic.
     *
     * @param place the file and the line
     * @param kind error, warning or note
     * @param problem the kind of problem; empty for an error of javac
     * @param arguments the arguments of the problem
     * @param text the whole message; of an error of javac, a part of it
     */
    record Expected(
            String place, Diagnostic.Kind kind, Optional<ProblemKind> problem, List<Object> arguments, String text) {

        boolean is(ProblemKind other) {
            return problem.filter(other::equals).isPresent();
        }

        private boolean isMetBy(CompilerHarness.Message message, boolean recordsHaveNoPlace) {
            String found = placeOf(message);
            boolean unplaced = recordsHaveNoPlace && found.equals(NOWHERE) && isOnRecord();
            return (place.equals(found) || unplaced)
                    && kind == message.kind()
                    && (problem.isPresent()
                            ? message.text().equals(text)
                            : !message.isOurs() && message.text().contains(text));
        }

        private boolean isOnRecord() {
            return problem.filter(ON_RECORDS::contains).isPresent() || arguments.contains("ARecord");
        }

        @Override
        public String toString() {
            return place + " " + kind + " " + text;
        }
    }

    /** All cases below {@code src/test/resources/errors}, in the order of their names. */
    static List<ErrorCase> all() {
        try {
            Path folder = Path.of(Objects.requireNonNull(ErrorCase.class.getResource("/errors"))
                    .toURI());
            try (Stream<Path> cases = Files.list(folder)) {
                return cases.sorted().map(ErrorCase::in).toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads the case in a folder. */
    static ErrorCase in(Path folder) {
        ErrorCase read = new ErrorCase(
                folder.getFileName().toString(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>());
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith(folder.resolve(FIXED)))
                    .sorted()
                    .forEach(read::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return read;
    }

    private void add(Path source) {
        sources.add(source);
        List<String> lines = CompilerHarness.read(source).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            if (marker.matches()) {
                int next = i + 1;
                while (MARKER.matcher(lines.get(next)).matches()) {
                    next++;
                }
                String place = marker.group(1) == null ? source.getFileName() + ":" + (next + 1) : NOWHERE;
                expected.add(expected(place, marker));
            }
            Matcher setting = SETTING.matcher(lines.get(i));
            if (setting.matches()) {
                String value = setting.group(2).replaceFirst("=locks$", "=" + locks(source.getParent()));
                (setting.group(1).equals("OPTION") ? options : generated).addAll(List.of(value.split(" ")));
            }
        }
    }

    /** Returns the folder {@code locks} of a case. The corrected sources use that of the wrong ones, unless they have one. */
    private static String locks(Path sources) {
        Path own = sources.resolve("locks");
        Path shared = sources.getFileName().toString().equals(FIXED) && !Files.exists(own)
                ? sources.resolveSibling("locks")
                : own;
        return Matcher.quoteReplacement(shared.toString());
    }

    private static Expected expected(String place, Matcher marker) {
        if (marker.group(2) == null) {
            return new Expected(place, Diagnostic.Kind.ERROR, Optional.empty(), List.of(), marker.group(5));
        }
        ProblemKind problem = Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.id().equals(marker.group(3)))
                .findFirst()
                .orElseThrow();
        List<Object> arguments = ProblemNotation.read(marker.group(4));
        ProblemNotation.requireOneForEachPlaceholder(arguments, problem.template());
        return new Expected(
                place,
                Diagnostic.Kind.valueOf(marker.group(2)),
                Optional.of(problem),
                arguments,
                problem.message(arguments));
    }

    /** Returns whether the case is about notes. Other cases do not list them. */
    boolean hasNotes() {
        return expected.stream().anyMatch(diagnostic -> diagnostic.kind() == Diagnostic.Kind.NOTE);
    }

    /** Returns the expected diagnostics, to be compared with {@link #found}. */
    String wanted(Predicate<Expected> which) {
        return lines(expected.stream().filter(which).map(Expected::toString));
    }

    /**
     * Returns the diagnostics of a compiler: in the expected notation where a marker matches, otherwise in full.
     *
     * @param recordsHaveNoPlace whether the compiler has no place for records and their components
     */
    String found(List<CompilerHarness.Message> messages, boolean recordsHaveNoPlace) {
        List<Expected> unmet = new ArrayList<>(expected);
        return lines(messages.stream().map(message -> {
            Expected met = unmet.stream()
                    .filter(marker -> marker.isMetBy(message, recordsHaveNoPlace))
                    .findFirst()
                    .orElse(null);
            unmet.remove(met);
            return met != null ? met.toString() : placeOf(message) + " " + message.kind() + " " + message.text();
        }));
    }

    private static String placeOf(CompilerHarness.Message message) {
        return message.file().isEmpty() ? NOWHERE : message.file() + ":" + message.line();
    }

    private static String lines(Stream<String> texts) {
        return String.join("\n", texts.sorted().toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
