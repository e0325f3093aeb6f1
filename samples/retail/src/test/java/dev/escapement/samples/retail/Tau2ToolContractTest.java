package dev.escapement.samples.retail;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that the generated schemas have the same contract as the benchmark's, in different words. */
class Tau2ToolContractTest {

    /** The number of consecutive words above which a text counts as copied. */
    private static final int PHRASE = 6;

    private final List<String> differences = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "OPENAI_STRICT"})
    void toolsHaveTheContractOfTheBenchmark(Dialect dialect) throws IOException {
        Map<String, Map<String, Object>> expected = new TreeMap<>();
        for (Object tool : Tau2Data.orSkip().tools()) {
            Map<String, Object> function =
                    PythonJson.object(PythonJson.object(tool).get("function"));
            expected.put((String) function.get("name"), function);
        }
        Map<String, ToolSpec<?>> actual = new TreeMap<>();
        for (ToolSpec<?> spec : new RetailDeskLoop(new RetailDesk(new Shop(SampleShop.database()))).tools()) {
            actual.put(spec.name(), spec);
        }
        compare("the tools", expected.keySet(), actual.keySet());
        actual.forEach((name, spec) -> compareTool(expected.getOrDefault(name, Map.of()), spec, dialect));
        assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
    }

    private void compareTool(Map<String, Object> expected, ToolSpec<?> spec, Dialect dialect) {
        Map<String, Object> schema = PythonJson.readObject(spec.schema(dialect));
        Map<String, Object> parameters = members(expected, "parameters");
        compareWords(spec.name(), expected.get("description"), spec.description());
        compareSchema(spec.name(), parameters, schema);
        members(schema, "properties").forEach((property, value) -> {
            Map<String, Object> before = members(members(parameters, "properties"), property);
            compareWords(
                    spec.name() + "." + property,
                    before.get("description"),
                    PythonJson.object(value).get("description"));
        });
    }

    private void compareSchema(String place, Map<String, Object> expected, Map<String, Object> actual) {
        compare(place + ": type", expected.get("type"), actual.get("type"));
        compare(
                place + ": additionalProperties",
                expected.get("additionalProperties"),
                actual.get("additionalProperties"));
        compare(
                place + ": required",
                expected.getOrDefault("required", List.of()),
                actual.getOrDefault("required", List.of()));
        Map<String, Object> properties = members(expected, "properties");
        Map<String, Object> actualProperties = members(actual, "properties");
        compare(place + ": properties", List.copyOf(properties.keySet()), List.copyOf(actualProperties.keySet()));
        properties.forEach((name, property) ->
                compareSchema(place + "." + name, PythonJson.object(property), members(actualProperties, name)));
        compare(place + ": items", expected.containsKey("items"), actual.containsKey("items"));
        if (expected.containsKey("items")) {
            compareSchema(place + "[]", members(expected, "items"), members(actual, "items"));
        }
    }

    private void compareWords(String place, Object before, Object ours) {
        if (!(ours instanceof String text) || text.isBlank()) {
            differences.add(place + ": has no description");
            return;
        }
        Set<String> shared = phrases(text);
        shared.retainAll(phrases(Objects.toString(before, "")));
        if (text.equals(before) || !shared.isEmpty()) {
            differences.add(place + ": the description is not in words of our own: " + text + " " + shared);
        }
    }

    private static Set<String> phrases(String text) {
        List<String> words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+"));
        Set<String> phrases = new HashSet<>();
        for (int i = 0; i + PHRASE <= words.size(); i++) {
            phrases.add(String.join(" ", words.subList(i, i + PHRASE)));
        }
        return phrases;
    }

    private static Map<String, Object> members(Map<String, Object> object, String name) {
        return PythonJson.object(object.getOrDefault(name, Map.of()));
    }

    private void compare(String place, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(place + ": expected " + expected + ", is " + actual);
        }
    }
}
