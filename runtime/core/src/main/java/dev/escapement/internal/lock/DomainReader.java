package dev.escapement.internal.lock;

import dev.escapement.internal.lock.SchemaDomain.AnyDomain;
import dev.escapement.internal.lock.SchemaDomain.ArrayDomain;
import dev.escapement.internal.lock.SchemaDomain.BoolDomain;
import dev.escapement.internal.lock.SchemaDomain.NullDomain;
import dev.escapement.internal.lock.SchemaDomain.NumberDomain;
import dev.escapement.internal.lock.SchemaDomain.ObjectDomain;
import dev.escapement.internal.lock.SchemaDomain.TextDomain;
import dev.escapement.internal.tree.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A reader of the keywords that our schemas contain. */
final class DomainReader {

    private static final JsonValue ANYTHING = new JsonValue.Members(Map.of());
    private static final String DEFINITION = "#/$defs/";

    private final JsonValue.Members document;

    /** Creates a reader for a schema and its parts. */
    DomainReader(JsonValue.Members document) {
        this.document = document;
    }

    /** Returns the sets whose union a schema describes. */
    List<SchemaDomain> domains(JsonValue schema) {
        List<SchemaDomain> domains = new ArrayList<>();
        add(schema, domains);
        return domains;
    }

    private void add(JsonValue schema, List<SchemaDomain> domains) {
        Map<String, JsonValue> keywords = members(schema);
        JsonValue reference = keywords.get("$ref");
        JsonValue branches = keywords.get("anyOf");
        if (reference instanceof JsonValue.Text text) {
            add(target(text.text()), domains);
        } else if (branches != null) {
            elements(branches).forEach(branch -> add(branch, domains));
        } else if (keywords.containsKey("type")) {
            for (String type : texts(keywords.get("type"))) {
                domains.add(domain(type, keywords));
            }
        } else {
            domains.add(new AnyDomain());
        }
    }

    private JsonValue target(String reference) {
        return reference.startsWith(DEFINITION)
                ? members(document.properties().get("$defs"))
                        .getOrDefault(reference.substring(DEFINITION.length()), ANYTHING)
                : document;
    }

    private static SchemaDomain domain(String type, Map<String, JsonValue> keywords) {
        return switch (type) {
            case "null" -> new NullDomain();
            case "boolean" -> bool(keywords);
            case "integer", "number" -> number(type.equals("integer"), keywords);
            case "string" -> text(keywords);
            case "array" ->
                new ArrayDomain(
                        keywords.getOrDefault("items", ANYTHING),
                        count(keywords, "minItems", 0),
                        count(keywords, "maxItems", Long.MAX_VALUE),
                        isTrue(keywords.get("uniqueItems")));
            case "object" -> object(keywords);
            default -> throw new IllegalArgumentException("unknown type in a schema: " + type);
        };
    }

    private static SchemaDomain bool(Map<String, JsonValue> keywords) {
        Set<Boolean> values = new LinkedHashSet<>();
        for (JsonValue value : elements(keywords.get("enum"))) {
            if (value instanceof JsonValue.Bool bool) {
                values.add(bool.value());
            }
        }
        return new BoolDomain(keywords.containsKey("enum") ? values : Set.of(true, false));
    }

    private static SchemaDomain number(boolean integer, Map<String, JsonValue> keywords) {
        BigDecimal minimum = number(keywords.get("minimum"));
        BigDecimal exclusiveMinimum = number(keywords.get("exclusiveMinimum"));
        BigDecimal maximum = number(keywords.get("maximum"));
        BigDecimal exclusiveMaximum = number(keywords.get("exclusiveMaximum"));
        BigDecimal step = number(keywords.get("multipleOf"));
        return new NumberDomain(
                integer ? step == null ? BigDecimal.ONE : leastCommonMultiple(step) : step,
                exclusiveMinimum != null ? exclusiveMinimum : minimum,
                exclusiveMinimum != null,
                exclusiveMaximum != null ? exclusiveMaximum : maximum,
                exclusiveMaximum != null);
    }

    /** Returns the least common multiple of a number and 1. */
    private static BigDecimal leastCommonMultiple(BigDecimal step) {
        BigInteger unit = BigInteger.TEN.pow(Math.max(0, step.scale()));
        BigInteger scaled = step.multiply(new BigDecimal(unit)).toBigIntegerExact();
        return new BigDecimal(scaled.divide(scaled.gcd(unit)));
    }

    private static TextDomain text(Map<String, JsonValue> keywords) {
        Set<String> patterns = new LinkedHashSet<>();
        addPattern(keywords, patterns);
        elements(keywords.get("allOf")).forEach(part -> addPattern(members(part), patterns));
        JsonValue values = keywords.get("enum");
        return new TextDomain(
                values == null ? null : new LinkedHashSet<>(texts(values)),
                count(keywords, "minLength", 0),
                count(keywords, "maxLength", Long.MAX_VALUE),
                patterns,
                keywords.get("format") instanceof JsonValue.Text format ? format.text() : "");
    }

    private static void addPattern(Map<String, JsonValue> keywords, Set<String> patterns) {
        if (keywords.get("pattern") instanceof JsonValue.Text pattern) {
            patterns.add(pattern.text());
        }
    }

    private static SchemaDomain object(Map<String, JsonValue> keywords) {
        JsonValue additional = keywords.getOrDefault("additionalProperties", ANYTHING);
        JsonValue names = keywords.get("propertyNames");
        return new ObjectDomain(
                new LinkedHashMap<>(members(keywords.get("properties"))),
                new LinkedHashSet<>(texts(keywords.get("required"))),
                additional instanceof JsonValue.Bool bool ? bool.value() ? ANYTHING : null : additional,
                names == null ? null : text(members(names)),
                count(keywords, "minProperties", 0),
                count(keywords, "maxProperties", Long.MAX_VALUE));
    }

    private static long count(Map<String, JsonValue> keywords, String keyword, long otherwise) {
        BigDecimal count = number(keywords.get(keyword));
        return count == null ? otherwise : count.longValueExact();
    }

    private static @Nullable BigDecimal number(@Nullable JsonValue value) {
        return value instanceof JsonValue.Numeral numeral ? numeral.number() : null;
    }

    private static boolean isTrue(@Nullable JsonValue value) {
        return value instanceof JsonValue.Bool bool && bool.value();
    }

    private static Map<String, JsonValue> members(@Nullable JsonValue value) {
        return value instanceof JsonValue.Members members ? members.properties() : Map.of();
    }

    private static List<JsonValue> elements(@Nullable JsonValue value) {
        return value instanceof JsonValue.Array array ? array.elements() : List.of();
    }

    /** Returns the strings in an array, or the only string. */
    private static List<String> texts(@Nullable JsonValue value) {
        List<String> texts = new ArrayList<>();
        for (JsonValue each : value instanceof JsonValue.Array array
                ? array.elements()
                : value == null ? List.<JsonValue>of() : List.of(value)) {
            if (each instanceof JsonValue.Text text) {
                texts.add(text.text());
            }
        }
        return texts;
    }
}
