package dev.escapement.testing;

import dev.escapement.testing.ClassFacts.Kind;
import dev.escapement.testing.ClassFacts.Touch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * A static analysis that finds reasons why a method could return different results for equal arguments: clocks,
 * randomness, input and output, settings of the process, Java threads, and mutable static state. It reads class files
 * and follows every call within them, including class initializers; see {@link Reachable}.
 *
 * <p>Outside its scope: the behaviour of JDK and Jackson methods beyond the lists in this class; arguments whose
 * classes are not among the class files; mutations of objects in static final fields that neither the field's type
 * nor the object's class reveals; and native code.
 */
public final class Purity {

    private static final List<String> IMPURE_PACKAGES = List.of(
            "java.io.",
            "java.nio.file.",
            "java.nio.channels.",
            "java.net.",
            "java.util.random.",
            "java.util.concurrent.",
            "java.util.logging.",
            "java.util.prefs.",
            "java.lang.reflect.",
            "java.lang.invoke.",
            "java.lang.management.");

    /** The pure types of the impure packages. */
    private static final Set<String> PURE = Set.of(
            "java.io.Serializable",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.Reader",
            "java.io.Writer",
            "java.io.IOException",
            "java.io.UncheckedIOException",
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.net.URI",
            // Concurrent containers, which do not use a clock, wait or have side effects.
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicReference",
            "java.net.URISyntaxException");

    /** The pure methods of impure types in these packages. */
    private static final Set<String> PURE_METHODS = Set.of("java.net.URL.toExternalForm");

    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.System$Logger",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ClassLoader",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.ServiceLoader",
            "java.util.WeakHashMap",
            "java.security.SecureRandom",
            "java.time.Clock");

    private static final Set<String> IMPURE_METHODS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.time.InstantSource.system",
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Locale.getDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.Boolean.getBoolean",
            "java.lang.Object.wait",
            "java.lang.Object.notify",
            "java.lang.Object.notifyAll");

    /** The methods of {@code System} that do not depend on the process. */
    private static final Set<String> PURE_OF_SYSTEM = Set.of("arraycopy", "lineSeparator");

    /** The immutable types other than enums, records and classes with final fields only. */
    private static final Set<String> IMMUTABLE = Set.of(
            "java.lang.String",
            "java.lang.Class",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.util.regex.Pattern",
            "java.util.Locale",
            "java.nio.charset.Charset",
            "java.util.OptionalLong",
            "java.util.Optional",
            // In Jackson 3, its settings are final. It caches names and buffers without an observable effect.
            "tools.jackson.core.json.JsonFactory");

    /** The factories of immutable objects, provided that their arguments are immutable. */
    private static final Set<String> MAKERS_OF_CONSTANTS = Set.of(
            "java.util.Comparator.comparing",
            "java.util.List.of",
            "java.util.List.copyOf",
            "java.util.Set.of",
            "java.util.Set.copyOf",
            "java.util.Map.of",
            "java.util.Map.ofEntries",
            "java.util.Map.copyOf",
            "java.util.stream.Stream.toList");

    private final Map<String, ClassFacts> classes = new LinkedHashMap<>();
    private final Map<String, Boolean> immutable = new ConcurrentHashMap<>();

    /** The class files by their directories, which do not change while tests run. */
    private static final Map<List<Path>, Purity> ANALYSED = new ConcurrentHashMap<>();

    private static final Map<Path, List<ClassFacts>> READ = new ConcurrentHashMap<>();

    private static Purity of(List<Path> directories) {
        return ANALYSED.computeIfAbsent(List.copyOf(directories), Purity::new);
    }

    private Purity(List<Path> directories) {
        for (Path directory : directories) {
            for (ClassFacts facts : READ.computeIfAbsent(directory, Purity::read)) {
                classes.put(facts.name(), facts);
            }
        }
    }

    private static List<ClassFacts> read(Path directory) {
        List<ClassFacts> read = new ArrayList<>();
        for (Path file : BytecodeRules.classFiles(directory)) {
            ClassFacts facts = new ClassFacts();
            try {
                new ClassReader(Files.readAllBytes(file)).accept(facts, ClassReader.SKIP_FRAMES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read.add(facts);
        }
        return read;
    }

    /**
     * Finds the impurities that a method can reach.
     *
     * @param directories directories of class files, in packages; calls to other classes are not followed
     * @param owner the class of the method, as in Java source, nested classes with {@code $}
     * @param method the method; includes all overloads
     * @return the findings, each {@code Class.method -> impurity}; empty if there are none
     * @throws IllegalArgumentException if the method does not exist, or a directory does not contain class files
     */
    public static List<String> findings(List<Path> directories, String owner, String method) {
        Purity purity = of(directories);
        List<String> findings = new ArrayList<>();
        Reachable.from(purity.classes, owner, method)
                .forEach((site, touches) -> touches.stream()
                        .filter(touch -> purity.isImpure(site, touch))
                        .map(touch ->
                                site + " -> " + touch.owner() + (touch.name().isEmpty() ? "" : "." + touch.name()))
                        .forEach(findings::add));
        return findings.stream().distinct().sorted().toList();
    }

    /**
     * Finds the methods that a method can reach.
     *
     * @param directories as for {@link #findings}
     * @param owner as for {@link #findings}
     * @param method as for {@link #findings}
     * @return the methods in the order in which they were found, each {@code Class.method}
     */
    public static List<String> reached(List<Path> directories, String owner, String method) {
        return Reachable.from(of(directories).classes, owner, method).keySet().stream()
                .map(Reachable.Site::toString)
                .distinct()
                .toList();
    }

    private boolean isImpure(Reachable.Site site, Touch touch) {
        if (touch.kind() == Kind.READS || touch.kind() == Kind.WRITES) {
            if (touch.isStatic() && classes.containsKey(touch.owner())) {
                return isChangeable(site, touch);
            }
        }
        String type = touch.owner();
        if (type.equals("java.lang.System")) {
            return !PURE_OF_SYSTEM.contains(touch.name());
        }
        return !PURE.contains(type)
                && !PURE_METHODS.contains(type + "." + touch.name())
                && (IMPURE_PACKAGES.stream().anyMatch(type::startsWith)
                        || IMPURE_TYPES.contains(type)
                        || IMPURE_METHODS.contains(type + "." + touch.name())
                        || (type.startsWith("java.time.") && touch.name().equals("now")));
    }

    /** Returns whether a static field can change, because it is not final or refers to a mutable object. */
    private boolean isChangeable(Reachable.Site site, Touch touch) {
        boolean initialises =
                site.member().equals("<clinit>()V") && site.owner().equals(touch.owner());
        ClassFacts.Field field = field(touch.owner(), touch.name());
        return field == null || !field.isFinal() || (!initialises && !isImmutable(touch, field));
    }

    private ClassFacts.Field field(String owner, String name) {
        ClassFacts facts = classes.get(owner);
        if (facts == null) {
            return null;
        }
        ClassFacts.Field field = facts.fields().get(name);
        return field != null
                ? field
                : facts.supertypes().stream()
                        .map(supertype -> field(supertype, name))
                        .filter(inherited -> inherited != null)
                        .findFirst()
                        .orElse(null);
    }

    private boolean isImmutable(Touch touch, ClassFacts.Field field) {
        String descriptor = field.descriptor();
        if (descriptor.length() == 1 || field.isJavacs()) {
            return true;
        } else if (descriptor.startsWith("[")) {
            return false;
        }
        String type = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        return IMMUTABLE.contains(type)
                || type.startsWith("java.time.")
                || (classes.containsKey(type) && haveSubtypesFinalFieldsOnly(type))
                || isMadeImmutable(touch);
    }

    private boolean haveSubtypesFinalFieldsOnly(String type) {
        return immutable.computeIfAbsent(type, ignored -> subtypes(type).allMatch(this::hasFinalFieldsOnly));
    }

    private Stream<ClassFacts> subtypes(String type) {
        return classes.values().stream().filter(facts -> supertypes(facts).anyMatch(type::equals));
    }

    private Stream<String> supertypes(ClassFacts facts) {
        return Stream.concat(
                Stream.of(facts.name()),
                facts.supertypes().stream()
                        .filter(classes::containsKey)
                        .flatMap(supertype -> supertypes(classes.get(supertype))));
    }

    private boolean hasFinalFieldsOnly(ClassFacts facts) {
        return supertypes(facts)
                .flatMap(type -> classes.get(type).fields().values().stream())
                .allMatch(field -> field.isStatic() || field.isFinal());
    }

    /** Returns whether the class initializer assigns the result of a factory of immutable objects to the field. */
    private boolean isMadeImmutable(Touch read) {
        List<Touch> touches =
                classes.get(read.owner()).methods().get("<clinit>()V").touches();
        for (int i = 1; i < touches.size(); i++) {
            Touch touch = touches.get(i);
            if (touch.kind() == Kind.WRITES && touch.name().equals(read.name())) {
                Touch made = touches.get(i - 1);
                return MAKERS_OF_CONSTANTS.contains(made.owner() + "." + made.name());
            }
        }
        return false;
    }
}
