package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that packages use only packages of their own layer and of the layers below: run; engine; thread; model and
 * model.spi; tool; json and codegen; internal, whose packages are layers of their own; the annotations and result types.
 */
class LayeringTest {

    private static final String BASE = "dev.escapement";
    private static final String JACKSON_2 = "com.fasterxml.jackson.";
    private static final String JACKSON_3 = "tools.jackson.";

    /** The layers from the lowest to the highest. Packages of one layer may use each other. */
    static final List<Set<String>> LAYERS = List.of(
            Set.of(BASE),
            Set.of(BASE + ".internal.collection"),
            Set.of(BASE + ".internal.failure"),
            Set.of(BASE + ".internal.file"),
            Set.of(BASE + ".internal.hash"),
            Set.of(BASE + ".internal.text"),
            Set.of(BASE + ".internal.tree"),
            Set.of(BASE + ".internal.lock"),
            Set.of(BASE + ".internal.cron"),
            Set.of(BASE + ".internal.pattern"),
            Set.of(BASE + ".internal.json"),
            Set.of(BASE + ".json", BASE + ".codegen", BASE + ".content"),
            Set.of(BASE + ".tool"),
            Set.of(BASE + ".model", BASE + ".model.spi"),
            Set.of(BASE + ".thread"),
            Set.of(BASE + ".engine"),
            Set.of(BASE + ".run"));

    /** The packages that hide Jackson from all others. */
    private static final Set<String> MAY_USE_JACKSON =
            Set.of(BASE + ".internal.json", BASE + ".json", BASE + ".codegen");

    /** The only classes that use databind, which is optional, with the packages of their version. */
    private static final Map<String, List<String>> MAY_USE_DATABIND = Map.of(
            BASE + ".thread.JacksonBinding",
            List.of("com.fasterxml.jackson.annotation.", JACKSON_2 + "databind.", JACKSON_3 + "databind."),
            BASE + ".thread.Jackson2Serializer",
            List.of(JACKSON_2),
            BASE + ".thread.Jackson2Deserializer",
            List.of(JACKSON_2),
            BASE + ".thread.Jackson3Serializer",
            List.of(JACKSON_3),
            BASE + ".thread.Jackson3Deserializer",
            List.of(JACKSON_3));

    @Test
    void packagesUseOnlyTheirLayerAndLowerOnes() throws Exception {
        assertEquals(List.of(), findings(BytecodeRules.uses(Compiled.core()).stream()));
    }

    @Test
    void everyPackageBelongsToALayer() throws Exception {
        Set<String> packages = new TreeSet<>();
        LAYERS.forEach(packages::addAll);
        Set<String> found = new TreeSet<>();
        BytecodeRules.uses(Compiled.core()).forEach(use -> found.add(packageOf(use.user())));

        assertEquals(packages, found);
    }

    @Test
    void internalPackagesUseNoTypeOfOurs() throws Exception {
        assertEquals(
                List.of(),
                BytecodeRules.uses(Compiled.core()).stream()
                        .filter(use -> use.user().startsWith(BASE + ".internal."))
                        .filter(use -> use.type().startsWith(BASE + "."))
                        .filter(use -> !use.type().startsWith(BASE + ".internal."))
                        .map(Use::toString)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "dev.escapement.codegen.JsonReader, dev.escapement.tool.Call",
        "dev.escapement.internal.json.JsonPath, dev.escapement.json.Violation",
        "dev.escapement.internal.text.Excerpt, dev.escapement.internal.json.JsonPath",
        "dev.escapement.tool.Call, dev.escapement.model.Model",
        "dev.escapement.model.Model, dev.escapement.thread.Event",
        "dev.escapement.model.spi.Conversation, dev.escapement.thread.Event",
        "dev.escapement.thread.Event, dev.escapement.engine.Command",
        "dev.escapement.engine.Command, dev.escapement.run.Runner",
        "dev.escapement.Tool, dev.escapement.json.Decoded",
        "dev.escapement.Tool, dev.escapement.internal.text.Excerpt",
        "dev.escapement.Tool, tools.jackson.core.JsonParser",
        "dev.escapement.tool.Call, tools.jackson.core.JsonParser",
        "dev.escapement.internal.text.Excerpt, tools.jackson.core.JsonParser",
        "dev.escapement.codegen.JsonReader, tools.jackson.databind.ObjectMapper",
        "dev.escapement.thread.Event, com.fasterxml.jackson.annotation.JsonValue",
        "dev.escapement.thread.DatabindType, tools.jackson.core.JsonParser",
        "dev.escapement.thread.Jackson2Serializer, tools.jackson.core.JsonParser",
        "dev.escapement.thread.Jackson3Serializer, com.fasterxml.jackson.core.JsonParser",
        "dev.escapement.run.Runner, org.slf4j.Logger",
        "dev.escapement.run.Runner, dev.escapement.somewhere.Else"
    })
    void upwardUseIsFound(String user, String type) {
        Use use = new Use(user, "planted", type, "", false);

        assertEquals(List.of(use.toString()), findings(Stream.of(use)));
    }

    @ParameterizedTest
    @CsvSource({
        "dev.escapement.run.Runner, dev.escapement.internal.text.Excerpt",
        "dev.escapement.run.Runner, dev.escapement.engine.Command",
        "dev.escapement.thread.Event, dev.escapement.Effect",
        "dev.escapement.json.JsonCodec, dev.escapement.codegen.JsonReader",
        "dev.escapement.codegen.JsonReader, dev.escapement.json.Violation",
        "dev.escapement.model.ModelReply, dev.escapement.model.spi.ReplyBuilder",
        "dev.escapement.codegen.JsonReader, tools.jackson.core.JsonParser",
        "dev.escapement.thread.Jackson2Serializer, com.fasterxml.jackson.core.JsonParser",
        "dev.escapement.thread.Jackson3Serializer, tools.jackson.databind.ValueSerializer",
        "dev.escapement.Tool, java.lang.annotation.Target",
        "dev.escapement.run.Runner, org.jspecify.annotations.Nullable"
    })
    void downwardUseIsAllowed(String user, String type) {
        assertEquals(List.of(), findings(Stream.of(new Use(user, "planted", type, "", false))));
    }

    private static List<String> findings(Stream<Use> uses) {
        return uses.filter(use -> !isAllowed(packageOf(use.user()), packageOf(use.type())))
                .filter(use -> MAY_USE_DATABIND.getOrDefault(use.user(), List.of()).stream()
                        .noneMatch(use.type()::startsWith))
                .map(Use::toString)
                .distinct()
                .toList();
    }

    private static boolean isAllowed(String user, String used) {
        if (used.equals("java") || used.startsWith("java.") || used.equals("org.jspecify.annotations")) {
            return true;
        }
        if (used.equals("tools.jackson.core") || used.startsWith("tools.jackson.core.")) {
            return MAY_USE_JACKSON.contains(user);
        }
        return layerOf(used) >= 0 && layerOf(used) <= layerOf(user);
    }

    /** Returns the index of the layer of a package; -1 if it does not belong to one. */
    private static int layerOf(String packageName) {
        for (int i = 0; i < LAYERS.size(); i++) {
            if (LAYERS.get(i).contains(packageName)) {
                return i;
            }
        }
        return -1;
    }

    private static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
}
