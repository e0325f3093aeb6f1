package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages depend downwards only: run, loop, model, tool, json, and the annotations below them all. */
class LayeringTest {

    private static final String BASE = "dev.escapement";

    /** From the lowest to the highest. */
    private static final List<String> LAYERS =
            List.of(BASE, BASE + ".json", BASE + ".tool", BASE + ".model", BASE + ".loop", BASE + ".run");

    @Test
    void everyPackageDependsOnlyOnTheOnesBelowIt() throws Exception {
        assertEquals(List.of(), findings(BytecodeRules.uses(Compiled.core()).stream()));
    }

    @Test
    void everyPackageHasItsLayer() throws Exception {
        assertEquals(
                LAYERS.stream().sorted().toList(),
                BytecodeRules.uses(Compiled.core()).stream()
                        .map(use -> packageOf(use.user()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "dev.escapement.json.JsonReader, dev.escapement.tool.Call",
        "dev.escapement.tool.Call, dev.escapement.model.Model",
        "dev.escapement.model.Model, dev.escapement.loop.Event",
        "dev.escapement.loop.Event, dev.escapement.run.Runner",
        "dev.escapement.Tool, dev.escapement.json.Decoded",
        "dev.escapement.Tool, tools.jackson.core.JsonParser",
        "dev.escapement.tool.Call, tools.jackson.core.JsonParser",
        "dev.escapement.json.JsonReader, tools.jackson.databind.ObjectMapper",
        "dev.escapement.run.Runner, org.slf4j.Logger",
        "dev.escapement.run.Runner, dev.escapement.somewhere.Else"
    })
    void aUseOfSomethingAboveOrOutsideIsFound(String user, String type) {
        Use use = new Use(user, "planted", type, "", false);

        assertEquals(List.of(use.toString()), findings(Stream.of(use)));
    }

    @ParameterizedTest
    @CsvSource({
        "dev.escapement.run.Runner, dev.escapement.json.Excerpt",
        "dev.escapement.loop.Event, dev.escapement.Effect",
        "dev.escapement.json.JsonReader, tools.jackson.core.JsonParser",
        "dev.escapement.Tool, java.lang.annotation.Target",
        "dev.escapement.run.Runner, org.jspecify.annotations.Nullable"
    })
    void aUseOfSomethingBelowIsNoFinding(String user, String type) {
        assertEquals(List.of(), findings(Stream.of(new Use(user, "planted", type, "", false))));
    }

    private static List<String> findings(Stream<Use> uses) {
        return uses.filter(use -> !isAllowed(packageOf(use.user()), packageOf(use.type())))
                .map(Use::toString)
                .distinct()
                .toList();
    }

    private static boolean isAllowed(String user, String used) {
        if (used.equals("java") || used.startsWith("java.") || used.equals("org.jspecify.annotations")) {
            return true;
        }
        if (used.equals("tools.jackson.core") || used.startsWith("tools.jackson.core.")) {
            return user.equals(BASE + ".json");
        }
        return LAYERS.contains(used) && LAYERS.indexOf(used) <= LAYERS.indexOf(user);
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
