package dev.escapement.processor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * Sources that say what the compiler should say of them, in comments on the line before the one that it is said of:
 *
 * <pre>
 * // ERROR [ESC002] a part of the text … and another one
 * // WARNING [ESC040] a part of the text
 * // JAVAC a part of an error that javac itself reports
 * // NOWHERE ERROR [ESC023] an error without a place
 * </pre>
 *
 * and, anywhere, with which options it is compiled and which classes are generated all the same:
 *
 * <pre>
 * // OPTION -Aescapement.naming=camelCase
 * // GENERATED shop.AskSpec shop.DeskLoop
 * </pre>
 */
record ErrorCase(
        String name, List<Path> sources, List<Expected> expected, List<String> options, TreeSet<String> generated) {

    private static final Pattern MARKER = Pattern.compile("\\s*// (NOWHERE )?(ERROR|WARNING|JAVAC) (.*)");
    private static final String NOWHERE = "nowhere";

    /** What is said of records and their components; all else is said of classes, interfaces, enums and methods. */
    private static final Predicate<Expected> ON_RECORDS =
            expected -> expected.id().compareTo("ESC011") < 0
                    || Set.of("ESC024", "ESC035", "ESC040", "ESC050", "ESC051", "ESC052", "ESC053", "ESC080")
                            .contains(expected.id())
                    || (expected.id().compareTo("ESC026") >= 0 && expected.id().compareTo("ESC033") <= 0)
                    || expected.text().startsWith("ARecord");

    private static final Pattern ID = Pattern.compile("\\[(ESC\\d{3})] (.*)");
    private static final Pattern SETTING = Pattern.compile("\\s*// (OPTION|GENERATED) (.*)");

    /** What a marker says; the id is "JAVAC" for what is not ours. */
    record Expected(String place, Diagnostic.Kind kind, String id, String text) {

        boolean isMetBy(CompilerUnderTest.Message message, boolean recordsHaveNoPlace) {
            String parts = Arrays.stream(text.split(" … "))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".*" + b)
                    .orElseThrow();
            String found = placeOf(message);
            boolean unplaced = recordsHaveNoPlace && found.equals(NOWHERE) && ON_RECORDS.test(this);
            return (place.equals(found) || unplaced)
                    && kind == message.kind()
                    && (message.isOurs() ? message.text().startsWith("[" + id + "]") : id.equals("JAVAC"))
                    && Pattern.compile(parts, Pattern.DOTALL)
                            .matcher(message.text())
                            .find();
        }

        @Override
        public String toString() {
            return place + " " + kind + " " + id + " " + text;
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

    private static ErrorCase in(Path folder) {
        ErrorCase read = new ErrorCase(
                folder.getFileName().toString(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new TreeSet<>());
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(read::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return read;
    }

    private void add(Path source) {
        sources.add(source);
        List<String> lines = CompilerUnderTest.read(source).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher marker = MARKER.matcher(lines.get(i));
            if (marker.matches()) {
                int next = i + 1;
                while (MARKER.matcher(lines.get(next)).matches()) {
                    next++;
                }
                String place = marker.group(1) == null ? source.getFileName() + ":" + (next + 1) : NOWHERE;
                expected.add(expected(place, marker.group(2), marker.group(3)));
            }
            Matcher setting = SETTING.matcher(lines.get(i));
            if (setting.matches()) {
                (setting.group(1).equals("OPTION") ? options : generated)
                        .addAll(List.of(setting.group(2).split(" ")));
            }
        }
    }

    private static Expected expected(String place, String kind, String text) {
        if (kind.equals("JAVAC")) {
            return new Expected(place, Diagnostic.Kind.ERROR, kind, text);
        }
        Matcher id = ID.matcher(text);
        if (!id.matches()) {
            throw new IllegalArgumentException("a marker without an id: " + text);
        }
        return new Expected(place, Diagnostic.Kind.valueOf(kind), id.group(1), id.group(2));
    }

    /** What the markers say, to be compared with {@link #found}. */
    String wanted(Predicate<Expected> which) {
        return lines(expected.stream().filter(which).map(Expected::toString));
    }

    /**
     * What a compiler said: in the words of the marker that it meets, else in full.
     *
     * @param recordsHaveNoPlace whether the compiler knows no place for records and what is in them
     */
    String found(List<CompilerUnderTest.Message> messages, boolean recordsHaveNoPlace) {
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

    private static String placeOf(CompilerUnderTest.Message message) {
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
