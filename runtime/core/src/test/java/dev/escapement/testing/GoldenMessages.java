package dev.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * The catalogue of messages of one test: each message by name, compared with {@code messages/<test>.txt}. Only these
 * files repeat the wording of a message; {@code -Dgolden.update=true} rewrites it.
 */
public final class GoldenMessages {

    private static final Path DIRECTORY = Path.of("src/test/resources/messages");

    /** The sample arguments for methods that build messages. */
    private static final Map<Class<?>, List<?>> SAMPLES = Map.of(
            String.class, List.of("‹a›", "‹b›", "‹c›", "‹d›"),
            Object.class, List.of("‹a›", "‹b›", "‹c›", "‹d›"),
            int.class, List.of(7, 8, 9),
            long.class, List.of(7L, 8L, 9L),
            List.class, List.of(List.of("‹a›", "‹b›"), List.of("‹c›")),
            BigDecimal.class, List.of(new BigDecimal("7.50")),
            Duration.class, List.of(Duration.ofMinutes(7)),
            Throwable.class, List.of(new IOException("‹a›")));

    private final SortedMap<String, String> messages = new TreeMap<>();

    /** Returns a catalogue of the constants of a class. */
    public static GoldenMessages constantsOf(Class<?> source) throws ReflectiveOperationException {
        GoldenMessages golden = new GoldenMessages();
        for (Field field : source.getDeclaredFields()) {
            if (isShared(field.getModifiers()) && field.getType() == String.class) {
                field.setAccessible(true);
                golden.add(field.getName(), (String) field.get(null));
            }
        }
        return golden;
    }

    /**
     * Returns a catalogue of all messages of a class: its constants, and the results of its methods for sample
     * arguments. Additions to the class are included automatically.
     */
    public static GoldenMessages of(Class<?> source) throws ReflectiveOperationException {
        GoldenMessages golden = constantsOf(source);
        for (Method method : source.getDeclaredMethods()) {
            if (isShared(method.getModifiers()) && method.getReturnType() == String.class && !method.isSynthetic()) {
                method.setAccessible(true);
                golden.add(name(method), (String) method.invoke(null, samples(method)));
            }
        }
        return golden;
    }

    private static boolean isShared(int modifiers) {
        return Modifier.isStatic(modifiers) && !Modifier.isPrivate(modifiers);
    }

    private static String name(Method method) {
        return method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Object[] samples(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] samples = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            List<?> ofType = types[i].isEnum() ? List.of(types[i].getEnumConstants()) : SAMPLES.get(types[i]);
            if (ofType == null || i >= ofType.size()) {
                throw new IllegalArgumentException("no sample of parameter " + i + " of " + method);
            }
            samples[i] = ofType.get(i);
        }
        return samples;
    }

    /** Adds a message under a unique name. */
    public GoldenMessages add(String name, String message) {
        assertNull(messages.put(name, message), () -> "two messages named " + name);
        return this;
    }

    /** Adds the message of an exception or error, with a placeholder for text that other tests cover. */
    public GoldenMessages addFailure(String name, Executable failing, Object... quoted) {
        String message = assertThrows(Throwable.class, failing).getMessage();
        for (Object part : quoted) {
            message = message.replace(part.toString(), "‹…›");
        }
        return add(name, message);
    }

    /** Asserts that the messages equal the golden file of a test. */
    public void verify(Class<?> test) throws IOException {
        Path file = DIRECTORY.resolve(test.getSimpleName() + ".txt");
        String found = text();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, found);
        }
        assertEquals(Files.readString(file), found);
    }

    /** Returns the content of the golden file: each message indented below its name. */
    private String text() {
        StringBuilder text = new StringBuilder();
        messages.forEach((name, message) ->
                text.append(name).append('\n').append(message.indent(4)).append('\n'));
        return text.toString();
    }
}
