package dev.escapement.processor;

import dev.escapement.internal.cron.CronFault;
import dev.escapement.internal.lock.LockFault;
import dev.escapement.internal.lock.SchemaChange;
import dev.escapement.internal.pattern.PatternConstruct;
import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.Wording;
import dev.escapement.processor.model.TextForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A textual notation of problem arguments, separated by a comma and a space:
 *
 * <pre>
 * look up                             a name or number; without commas, quotes, parentheses and brackets
 * "Map&lt;String, String&gt;"               any text; \" and \\ are escaped
 * MethodFault.STATIC                  a constant of {@link Wording} or a similar enum
 * Declaration.COMPONENT(id, Order)    a constant with arguments
 * [claude, GEMINI]                    a list
 * </pre>
 */
final class ProblemNotation {

    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w+)\\.([A-Z][A-Z_]*)");
    private static final Pattern BARE = Pattern.compile("[^,\"()\\[\\]]+");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");
    private static final String SEPARATOR = ", ";

    private final String text;
    private int at;

    private ProblemNotation(String text) {
        this.text = text;
    }

    /**
     * Parses arguments.
     *
     * @throws IllegalArgumentException if the text is not in this notation
     */
    static List<Object> read(String text) {
        ProblemNotation notation = new ProblemNotation(text);
        List<Object> arguments = notation.arguments();
        if (notation.at < text.length()) {
            throw notation.refusal();
        }
        return arguments;
    }

    private List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        do {
            arguments.add(argument());
        } while (skip(SEPARATOR));
        return arguments;
    }

    private Object argument() {
        if (skip("[")) {
            return enclosed("]");
        }
        String quoted = match(QUOTED, 1);
        if (quoted != null) {
            return quoted.replaceAll("\\\\(.)", "$1");
        }
        Matcher constant = CONSTANT.matcher(text).region(at, text.length());
        if (constant.lookingAt() && isWording(constant.group(1))) {
            at = constant.end();
            return clause(constant.group(1), constant.group(2), skip("(") ? enclosed(")") : List.of());
        }
        String bare = match(BARE, 0);
        if (bare == null) {
            throw refusal();
        }
        return bare;
    }

    private List<Object> enclosed(String end) {
        List<Object> arguments = arguments();
        if (!skip(end)) {
            throw refusal();
        }
        return arguments;
    }

    private static boolean isWording(String name) {
        return name.equals("TextForm")
                || name.equals("PatternConstruct")
                || name.equals("CronFault")
                || name.equals("LockFault")
                || name.equals("SchemaChange")
                || wordings(name).findFirst().isPresent();
    }

    private static Clause clause(String type, String constant, List<Object> arguments) {
        if (type.equals("TextForm")) {
            return Clause.of(TextForm.valueOf(constant));
        }
        if (type.equals("PatternConstruct")) {
            return Clause.of(PatternConstruct.valueOf(constant), arguments.isEmpty() ? "" : (String) arguments.get(0));
        }
        if (type.equals("CronFault")) {
            CronFault fault = CronFault.valueOf(constant);
            requireOneForEachPlaceholder(arguments, fault.template());
            return Clause.of(fault, arguments.stream().map(String::valueOf).toList());
        }
        if (type.equals("LockFault")) {
            LockFault fault = LockFault.valueOf(constant);
            requireOneForEachPlaceholder(arguments, fault.template());
            return Clause.of(fault, arguments.stream().map(String::valueOf).toList());
        }
        if (type.equals("SchemaChange")) {
            SchemaChange.Kind kind = SchemaChange.Kind.valueOf(constant);
            requireOneForEachPlaceholder(arguments, kind.template());
            return Clause.of(kind, arguments.stream().map(String::valueOf).toList());
        }
        Wording wording = wordings(type)
                .filter(each -> each.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown: " + type + "." + constant));
        requireOneForEachPlaceholder(arguments, wording.template());
        return arguments.isEmpty() ? wording : wording.with(arguments.toArray());
    }

    /**
     * Validates that the number of arguments equals the number of placeholders.
     *
     * @throws IllegalArgumentException if a template has more or fewer placeholders
     */
    static void requireOneForEachPlaceholder(List<Object> arguments, String template) {
        long placeholders = PLACEHOLDER
                .matcher(template)
                .results()
                .map((MatchResult placeholder) -> placeholder.group(1))
                .distinct()
                .count();
        if (placeholders != arguments.size()) {
            throw new IllegalArgumentException(arguments + " are not for " + template);
        }
    }

    private static Stream<Wording> wordings(String type) {
        return Arrays.stream(Wording.class.getPermittedSubclasses())
                .filter(wordings -> wordings.getSimpleName().equals(type))
                .flatMap(wordings -> Arrays.stream(wordings.getEnumConstants()))
                .map(Wording.class::cast);
    }

    private boolean skip(String token) {
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private String match(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group(group);
    }

    private IllegalArgumentException refusal() {
        return new IllegalArgumentException("unexpected at index " + at + " of " + text);
    }
}
