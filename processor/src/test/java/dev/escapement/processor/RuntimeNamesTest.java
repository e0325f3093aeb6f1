package dev.escapement.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.Effect;
import dev.escapement.Naming;
import dev.escapement.OnFailures;
import dev.escapement.OnText;
import dev.escapement.Prefetch;
import dev.escapement.engine.AgentLoop;
import dev.escapement.processor.check.TriggerNameValidator;
import dev.escapement.processor.model.PolicyModel;
import dev.escapement.processor.model.PrefetchModel;
import dev.escapement.processor.model.RuntimeNames;
import dev.escapement.processor.schema.SchemaDialect;
import dev.escapement.tool.Dialect;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the names by which the processor refers to the runtime exist. */
class RuntimeNamesTest {

    @ParameterizedTest
    @MethodSource("names")
    void eachNameIsThatOfAClass(String constant, String name) throws ClassNotFoundException {
        assertEquals(name, type(name).getCanonicalName(), constant);
    }

    /** Returns the class with a canonical name. The enclosing class of a nested class has the name before the last dot. */
    private static Class<?> type(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        boolean nested = Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1));
        String binary = nested ? name.substring(0, dot) + "$" + name.substring(dot + 1) : name;
        return Class.forName(binary, false, RuntimeNamesTest.class.getClassLoader());
    }

    static Stream<Object[]> names() {
        return Arrays.stream(RuntimeNames.class.getFields()).map(field -> new Object[] {field.getName(), value(field)});
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void effectsAreThoseOfTheRuntime() {
        assertEquals(names(Effect.values()), names(dev.escapement.processor.model.Effect.values()));
    }

    @Test
    void theWaysOfAPolicyAreThoseOfTheRuntime() {
        assertEquals(names(OnFailures.values()), names(PolicyModel.OnFailures.values()));
        assertEquals(names(OnText.values()), names(PolicyModel.OnText.values()));
        assertEquals(names(Prefetch.When.values()), names(PrefetchModel.When.values()));
    }

    @Test
    void triggerCannotHideAMethodOfTheRuntime() {
        Set<String> taken = Arrays.stream(AgentLoop.class.getMethods())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(String.class)))
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertEquals(taken, TriggerNameValidator.RESERVED_FOR_TOOL_NAMES);
    }

    @Test
    void dialectsAreThoseOfTheRuntime() {
        assertEquals(names(Dialect.values()), names(SchemaDialect.values()));
    }

    @Test
    void namingsAreThoseOfTheRuntimeAndInherit() {
        List<String> ours = names(dev.escapement.processor.model.Naming.values());

        assertTrue(names(Naming.values()).containsAll(ours));
        assertEquals(
                List.of("INHERIT"),
                names(Naming.values()).stream()
                        .filter(name -> !ours.contains(name))
                        .toList());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
