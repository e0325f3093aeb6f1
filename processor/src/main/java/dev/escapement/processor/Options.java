package dev.escapement.processor;

import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.processor.diagnostic.Reporter;
import dev.escapement.processor.lock.LockFolder;
import dev.escapement.processor.model.Naming;
import dev.escapement.processor.schema.SchemaDialect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The values of the compiler options {@code -Aescapement.…}.
 *
 * @param naming {@code escapement.naming}: the conversion of Java names to JSON names, unless an annotation sets it
 * @param dialects {@code escapement.dialects}: the dialects, separated by commas, in which every tool must have a
 *     schema, and whose limitations cause warnings; empty by default. Schemas are generated in all dialects in any case
 */
record Options(Naming naming, Set<SchemaDialect> dialects) {

    private static final String NAMING = "escapement.naming";
    private static final String DIALECTS = "escapement.dialects";

    /** The names of the compiler options. */
    static final Set<String> NAMES = Set.of(NAMING, DIALECTS, LockFolder.READ, LockFolder.WRITE);

    /** The default options. */
    static final Options DEFAULT = new Options(Naming.AS_DECLARED, Set.of());

    Options {
        dialects = Set.copyOf(dialects);
    }

    /** Parses the values of the compiler options. Reports and ignores unsupported values. */
    static Options read(Map<String, String> values, Reporter reporter) {
        String naming = values.get(NAMING);
        String dialects = values.get(DIALECTS);
        return new Options(
                naming == null ? DEFAULT.naming() : naming(naming, reporter),
                dialects == null || dialects.isBlank() ? DEFAULT.dialects() : dialects(dialects, reporter));
    }

    private static Naming naming(String value, Reporter reporter) {
        return Naming.ofOption(value).orElseGet(() -> {
            reporter.print(ProblemKind.BAD_OPTION, NAMING, value, words(Naming.values()));
            return DEFAULT.naming();
        });
    }

    private static Set<SchemaDialect> dialects(String value, Reporter reporter) {
        Set<SchemaDialect> found = EnumSet.noneOf(SchemaDialect.class);
        List<String> unknown = Arrays.stream(value.split(",", -1))
                .map(String::trim)
                .filter(word -> SchemaDialect.ofOption(word).map(found::add).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            reporter.print(ProblemKind.BAD_OPTION, DIALECTS, unknown, words(SchemaDialect.values()));
        }
        return found;
    }

    private static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
