package dev.escapement.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** Rules for class files: finds the uses of other classes, and those that use reflection. */
public final class BytecodeRules {

    private static final List<String> REFLECTIVE = List.of(
            "java.lang.reflect.", "java.lang.invoke.", "java.lang.runtime.", "sun.misc.Unsafe", "jdk.internal.");

    /** The bootstrap methods that javac emits for lambdas and method references, string concatenation, and records. */
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java.lang.invoke.LambdaMetafactory",
            "java.lang.invoke.StringConcatFactory",
            "java.lang.runtime.ObjectMethods");

    private BytecodeRules() {}

    /**
     * Finds reflection: {@code Class.forName}, class loaders, {@code ServiceLoader}, and all uses of
     * {@code java.lang.reflect} or {@code java.lang.invoke} except those that javac emits.
     *
     * @param classes a directory of class files, in packages
     * @return the findings in the order of the files, each {@code Class.method -> use}; empty if there are none
     * @throws IllegalArgumentException if the directory does not contain class files
     */
    public static List<String> reflection(Path classes) {
        return uses(classes).stream()
                .filter(BytecodeRules::isReflection)
                .map(Use::toString)
                .distinct()
                .toList();
    }

    /**
     * Finds all references of class files to classes and members.
     *
     * @param classes a directory of class files, in packages
     * @return the uses in the order of the files
     * @throws IllegalArgumentException if the directory does not contain class files
     */
    public static List<Use> uses(Path classes) {
        List<Use> uses = new ArrayList<>();
        for (Path file : classFiles(classes)) {
            UseCollector collector = new UseCollector();
            try {
                new ClassReader(Files.readAllBytes(file)).accept(collector, ClassReader.SKIP_FRAMES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            uses.addAll(collector.uses());
        }
        return uses;
    }

    static List<Path> classFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(directory + " has no class files: was it compiled?");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReflection(Use use) {
        if (use.bootstrap()) {
            return !BOOTSTRAPS.contains(use.type());
        }
        return REFLECTIVE.stream().anyMatch(use.type()::startsWith)
                || switch (use.type()) {
                    case "java.util.ServiceLoader" -> true;
                    case "java.lang.Class" ->
                        use.member().equals("forName") || use.member().equals("newInstance");
                    case "java.lang.ClassLoader" -> !use.member().isEmpty();
                    default -> false;
                };
    }
}
