package dev.escapement.spring.autoconfigure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The hints of the starter for native images. */
class StarterRuntimeHintsTest {

    private static final ClassLoader LOADER = StarterRuntimeHintsTest.class.getClassLoader();

    /** Returns the hints that the starter's registrar adds for a class loader. */
    private static RuntimeHints hints(ClassLoader loader) {
        RuntimeHints hints = new RuntimeHints();
        SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", LOADER)
                .load(RuntimeHintsRegistrar.class, (type, name, failure) -> {})
                .stream()
                .filter(StarterRuntimeHints.class::isInstance)
                .forEach(registrar -> registrar.registerHints(hints, loader));
        return hints;
    }

    private static boolean isCreated(RuntimeHints hints, String simpleName) {
        return RuntimeHintsPredicates.reflection()
                .onType(TypeReference.of("dev.escapement.thread." + simpleName))
                .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)
                .test(hints);
    }

    @Test
    void serializersCanBeCreated() {
        RuntimeHints hints = hints(LOADER);
        assertEquals(
                List.of(),
                Stream.of("Jackson2Serializer", "Jackson2Deserializer", "Jackson3Serializer", "Jackson3Deserializer")
                        .filter(name -> !isCreated(hints, name))
                        .toList());
    }

    @Test
    void absentLibrariesHaveNoHints() {
        assertFalse(hints(new FilteredClassLoader("org.springframework.ai"))
                .reflection()
                .typeHints()
                .anyMatch(hint -> hint.getType().getName().startsWith("org.springframework.ai")));
    }

    @Test
    void methodOfSpringAiCanBeCalled() {
        assertTrue(hints(LOADER)
                .reflection()
                .typeHints()
                .anyMatch(hint ->
                        hint.methods().anyMatch(method -> method.getName().equals("mutate"))));
    }
}
