package dev.escapement.processor.constraint;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.ReadOptions;
import dev.escapement.json.Violation;
import dev.escapement.processor.EscapementProcessor;
import dev.escapement.processor.diagnostic.ProblemKind;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A codec that the processor generated during the current test, with the operations that a user calls. */
final class CompiledCodec {

    /** The default time at which texts are read. */
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final JsonCodec<Object> codec;
    private final Class<?> subject;
    private final String source;

    private CompiledCodec(ClassLoader loader, String source) {
        this.codec = instance(loader);
        this.subject = subject(loader);
        this.source = source;
    }

    /** Compiles a record {@code Subject} with these components and other sources. */
    static CompiledCodec of(String components, String... others) {
        return of(compile(source(components, others)));
    }

    private static CompiledCodec of(Compilation compilation) {
        if (!compilation.errors().isEmpty() || !compilation.warnings().isEmpty()) {
            fail(compilation.toString() + compilation.diagnostics());
        }
        Map<String, JavaFileObject> classes = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        file -> file.getName()
                                .replaceAll("^/CLASS_OUTPUT/|\\.class$", "")
                                .replace('/', '.'),
                        file -> file));
        return new CompiledCodec(loader(classes), generated(compilation));
    }

    /**
     * Returns the diagnostics of a record with these components, each as the source at its position and the message.
     */
    static List<String> problems(String components, String... others) {
        String source = source(components, others);
        return compile(source).diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic ->
                        source.substring((int) diagnostic.getStartPosition(), (int) diagnostic.getEndPosition()) + " "
                                + diagnostic.getMessage(null))
                .toList();
    }

    /** Returns an element of {@link #problems}. */
    static String problem(String place, ProblemKind kind, Object... arguments) {
        return place + " " + kind.message(List.of(arguments));
    }

    private static String source(String components, String... others) {
        return """
               package test;

               import com.fasterxml.jackson.annotation.*;
               import dev.escapement.*;
               import dev.escapement.json.JsonText;
               import jakarta.validation.constraints.*;
               import java.math.*;
               import java.net.*;
               import java.time.*;
               import java.util.*;
               import org.jspecify.annotations.Nullable;

               @Tool
               @SuppressWarnings("ESC040")
               record Subject(
               %s) {}

               %s
               """.formatted(components, String.join("\n", others));
    }

    private static Compilation compile(String source) {
        return Compiler.javac()
                .withProcessors(new EscapementProcessor())
                .withOptions("-Xlint:all,-processing,-classfile,-auxiliaryclass", "--release", "17")
                .compile(JavaFileObjects.forSourceString("test.Subject", source));
    }

    private static String generated(Compilation compilation) {
        return compilation.generatedSourceFiles().stream()
                .map(CompiledCodec::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ClassLoader loader(Map<String, JavaFileObject> classes) {
        return new ClassLoader(CompiledCodec.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                JavaFileObject file = classes.get(name);
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                try (InputStream in = file.openInputStream()) {
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
    }

    private static Class<?> subject(ClassLoader loader) {
        try {
            return loader.loadClass("test.Subject");
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static JsonCodec<Object> instance(ClassLoader loader) {
        try {
            var field = loader.loadClass("test.SubjectSpec").getDeclaredField("INSTANCE");
            field.setAccessible(true);
            return (JsonCodec<Object>) requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the generated source. */
    String generatedSource() {
        return source;
    }

    /** Returns the canonical schema. */
    String schema() {
        return ((ToolSpec<Object>) codec).schema(Dialect.JSON_SCHEMA);
    }

    /** Returns the violations in a text, in lines like {@code $.a: expected …, found …}; empty if it is valid. */
    List<String> violations(String json) {
        Decoded<Object> decoded = codec.decode(json, NOW);
        if (decoded instanceof Decoded.Rejected<Object> rejected) {
            return rejected.violations().stream().map(Violation::toString).toList();
        }
        return List.of();
    }

    /** Returns the value decoded from a text. */
    Object value(String json) {
        return accepted(codec.decode(json, NOW));
    }

    /** Returns the only component of the record decoded from a text. */
    Object component(String json) {
        try {
            var accessor = subject.getRecordComponents()[0].getAccessor();
            accessor.setAccessible(true);
            return requireNonNull(accessor.invoke(value(json)));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the value decoded from a text that was accepted before. */
    Object valueAgain(String json) {
        return accepted(codec.decode(json, new ReadOptions(Set.of(), null)));
    }

    private static Object accepted(Decoded<Object> decoded) {
        return decoded instanceof Decoded.Accepted<Object> accepted ? accepted.value() : fail(decoded.toString());
    }

    /** Decodes a text and returns the encoded result. */
    String again(String json) {
        return codec.encode(value(json));
    }

    /** Encodes a subject with these component values. The last component, if it is a date, must be in the past. */
    String write(Object... values) {
        var constructor = subject.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = Arrays.copyOf(values, constructor.getParameterCount());
        if (arguments.length > values.length) {
            arguments[values.length] = LocalDate.EPOCH;
        }
        try {
            return codec.encode(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the reason why a subject with these component values is not encoded. */
    String refusal(Object... values) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> write(values))
                .getMessage());
    }

    /** Returns the path of the violation in the exception that writing these components throws. */
    String refusedPath(Object... values) {
        String message = refusal(values);
        return message.substring(0, message.indexOf(": "));
    }

    /** Decodes {@code {"a":…}} for each value, of a subject with the component {@code a}, and encodes it again. */
    void acceptsAll(String... values) {
        for (String value : values) {
            String json = "{\"a\":" + value + "}";
            assertEquals(List.of(), violations(json), json);
            again(json);
        }
    }

    /** Decodes {@code {"a":…}} for each value, each of which is invalid for one reason. */
    void rejectsAll(String expected, String... values) {
        for (String value : values) {
            String json = "{\"a\":" + value + "}";
            List<String> violations = violations(json);
            assertEquals(1, violations.size(), json + violations);
            String start = "$.a: expected " + expected + ", found ";
            assertEquals(
                    start,
                    violations
                            .get(0)
                            .substring(
                                    0,
                                    Math.min(start.length(), violations.get(0).length())));
        }
    }
}
