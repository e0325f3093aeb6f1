package dev.escapement.processor.read;

import dev.escapement.processor.diagnostic.Clause;
import dev.escapement.processor.diagnostic.SchemaRemedy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** The remedies for classes without a schema: the type to use instead. */
final class TypeRemedies {

    private static final String OBJECT = "java.lang.Object";
    private static final String TEXT = "String";

    /** The types to use instead of library classes, by qualified name. */
    private static final Map<String, String> REPLACEMENTS = Map.ofEntries(
            Map.entry("java.util.Date", "Instant for a point in time, or LocalDate for a day"),
            Map.entry("java.util.Calendar", "ZonedDateTime for a time in a zone, or LocalDate for a day"),
            Map.entry("java.util.GregorianCalendar", "ZonedDateTime for a time in a zone, or LocalDate for a day"),
            Map.entry("java.util.TimeZone", "ZoneId"),
            Map.entry("java.sql.Date", "LocalDate"),
            Map.entry("java.sql.Time", "LocalTime"),
            Map.entry("java.sql.Timestamp", "Instant"),
            Map.entry("java.sql.Blob", "byte[]"),
            Map.entry("java.sql.Clob", TEXT),
            Map.entry("java.sql.Array", "List"),
            Map.entry("javax.xml.datatype.XMLGregorianCalendar", "OffsetDateTime"),
            Map.entry("javax.xml.datatype.Duration", "Duration or Period of java.time"),
            Map.entry("java.lang.Number", "BigDecimal, or a specific type such as long or double"),
            Map.entry("java.lang.CharSequence", TEXT),
            Map.entry("java.lang.StringBuilder", TEXT),
            Map.entry("java.lang.Class", "String for the name of the class"),
            Map.entry("java.lang.Comparable", "a specific type, such as String or long"),
            Map.entry("java.lang.Enum", "a specific enum"),
            Map.entry("java.lang.Record", "a specific record"),
            Map.entry("java.io.Serializable", "a specific type, such as String or a record"),
            Map.entry("java.io.File", TEXT),
            Map.entry("java.nio.file.Path", TEXT),
            Map.entry("java.io.InputStream", "byte[], or String for text"),
            Map.entry("java.io.OutputStream", "byte[], or String for text"),
            Map.entry("java.io.Reader", TEXT),
            Map.entry("java.nio.ByteBuffer", "byte[]"),
            Map.entry("java.util.regex.Pattern", TEXT),
            Map.entry("java.net.InetAddress", TEXT),
            Map.entry("java.util.Properties", "Map<String, String>"),
            Map.entry("java.util.BitSet", "Set<Integer>"),
            Map.entry("java.util.stream.IntStream", "List<Integer>"),
            Map.entry("java.util.stream.LongStream", "List<Long>"),
            Map.entry("java.util.stream.DoubleStream", "List<Double>"),
            Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
            Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
            Map.entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
            Map.entry("java.util.Map.Entry", "a record with two components"),
            Map.entry("com.fasterxml.jackson.databind.JsonNode", "JsonText"),
            Map.entry("tools.jackson.databind.JsonNode", "JsonText"),
            Map.entry("com.google.gson.JsonElement", "JsonText"),
            Map.entry("com.google.gson.JsonObject", "JsonText"),
            Map.entry("org.json.JSONObject", "JsonText"),
            Map.entry("jakarta.json.JsonValue", "JsonText"),
            Map.entry("jakarta.json.JsonObject", "JsonText"));

    private static final Set<String> SEQUENCES = Set.of(
            "java.util.stream.Stream",
            "java.util.Iterator",
            "java.util.ListIterator",
            "java.util.Spliterator",
            "java.util.Enumeration",
            "java.util.Queue",
            "java.util.Deque",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.Vector",
            "java.util.Stack");

    private static final List<String> ASYNCHRONOUS = List.of(
            "java.util.concurrent.Future",
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.Callable",
            "java.util.function.Supplier",
            "org.reactivestreams.Publisher",
            "java.util.concurrent.Flow.Publisher",
            "com.google.common.util.concurrent.ListenableFuture",
            "reactor.core.publisher.Mono",
            "reactor.core.publisher.Flux",
            "io.smallrye.mutiny.Uni",
            "io.smallrye.mutiny.Multi",
            "io.reactivex.rxjava3.core.Single",
            "io.reactivex.rxjava3.core.Maybe",
            "io.vertx.core.Future");

    private TypeRemedies() {}

    static boolean isReplaced(String name) {
        return REPLACEMENTS.containsKey(name);
    }

    /** Returns the remedy for a class other than a collection class of the JDK. */
    static Clause of(DeclaredType type, String name) {
        TypeElement element = (TypeElement) type.asElement();
        if (REPLACEMENTS.containsKey(name)) {
            return SchemaRemedy.REPLACEMENT.with(REPLACEMENTS.get(name));
        } else if (name.equals(OBJECT)) {
            return SchemaRemedy.OBJECT;
        } else if (name.equals("java.lang.Void")) {
            return SchemaRemedy.VOID;
        } else if (ASYNCHRONOUS.contains(name)) {
            return SchemaRemedy.ASYNCHRONOUS.with(argument(type));
        } else if (SEQUENCES.contains(name)) {
            return SchemaRemedy.SEQUENCE.with(argument(type));
        } else if (name.startsWith("org.joda.time.")) {
            return SchemaRemedy.REPLACEMENT.with("the corresponding type of java.time");
        } else if (isException(element)) {
            return SchemaRemedy.EXCEPTION;
        }
        return ofKind(element, name);
    }

    private static Clause ofKind(TypeElement element, String name) {
        String simpleName = element.getSimpleName().toString();
        boolean library = name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jakarta.");
        return switch (element.getKind()) {
            case ANNOTATION_TYPE -> SchemaRemedy.ANNOTATION;
            case INTERFACE -> library ? SchemaRemedy.OTHER_TYPE : SchemaRemedy.OPEN_INTERFACE.with(simpleName);
            case CLASS -> {
                if (library) {
                    yield SchemaRemedy.OTHER_TYPE;
                }
                boolean open = element.getModifiers().contains(Modifier.ABSTRACT)
                        || element.getModifiers().contains(Modifier.SEALED);
                yield (open ? SchemaRemedy.ABSTRACT_CLASS : SchemaRemedy.CLASS).with(simpleName);
            }
            default -> SchemaRemedy.OTHER_TYPE;
        };
    }

    /** Returns the remedy for a map with values of any type, empty if the values have a specific type. */
    static Optional<Clause> ofMap(DeclaredType map) {
        List<? extends TypeMirror> arguments = map.getTypeArguments();
        return isAnyType(arguments.get(1))
                ? Optional.of(SchemaRemedy.MAP_OF_OBJECTS.with(TypeText.of(arguments.get(0))))
                : Optional.empty();
    }

    /** Returns the remedy for a container with elements of any type, empty if the elements have a specific type. */
    static Optional<Clause> ofList(String container, TypeMirror element) {
        return isAnyType(element) ? Optional.of(SchemaRemedy.LIST_OF_OBJECTS.with(container)) : Optional.empty();
    }

    private static boolean isAnyType(TypeMirror type) {
        return JavaTypes.qualifiedName(type).equals(OBJECT)
                || (type instanceof WildcardType wildcard
                        && (wildcard.getExtendsBound() == null
                                ? wildcard.getSuperBound() == null
                                : isAnyType(wildcard.getExtendsBound())));
    }

    /** Returns the remedy for a wildcard, which names its bound. */
    static Clause ofWildcard(WildcardType type) {
        TypeMirror bound = type.getExtendsBound() == null ? type.getSuperBound() : type.getExtendsBound();
        return bound == null ? SchemaRemedy.UNBOUNDED_WILDCARD : SchemaRemedy.WILDCARD.with(TypeText.of(bound));
    }

    private static String argument(DeclaredType type) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return arguments.size() == 1
                        && (arguments.get(0).getKind() == TypeKind.DECLARED
                                || arguments.get(0).getKind() == TypeKind.ARRAY)
                ? TypeText.of(arguments.get(0))
                : TEXT;
    }

    private static boolean isException(TypeElement element) {
        return JavaTypes.superclasses(element)
                .anyMatch(type -> type.getQualifiedName().contentEquals("java.lang.Throwable"));
    }
}
