package dev.escapement.processor.schema;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.escapement.processor.functional.MutableJson;
import dev.escapement.processor.functional.SchemaOracle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The subset of JSON Schema that a provider accepts, according to a third party: a meta schema, and the rules about
 * property names that a meta schema cannot express.
 */
public final class Profile {

    private final Path folder;
    private final String name;
    private final boolean allRequired;
    private final SchemaOracle meta;

    /**
     * Reads a profile, or aborts the calling test as skipped if it is missing.
     *
     * @param allRequired whether all properties must be required
     */
    public Profile(String name, boolean allRequired) {
        String property = System.getProperty("profiles.dir", "");
        this.folder = Path.of(property).normalize();
        this.name = name;
        this.allRequired = allRequired;
        Path file = folder.resolve("profile_" + name + ".json");
        assumeTrue(
                !property.isEmpty() && Files.isRegularFile(file),
                "skipped: there is no file " + file + "; the system property profiles.dir names its folder");
        this.meta = new SchemaOracle(read(file));
    }

    /** Returns the violations in a schema; empty if it is valid. */
    public String faults(String schema) {
        List<String> faults = new ArrayList<>();
        String found = meta.faults(schema);
        if (!found.isEmpty()) {
            faults.add(found);
        }
        names(MutableJson.parse(schema).orElseThrow().root(), "", faults);
        return String.join("; ", faults);
    }

    /** Returns the examples of the profile; {@code kind} is valid or invalid. */
    List<Path> examples(String kind) {
        try (Stream<Path> files =
                Files.list(folder.resolve("tests").resolve(name).resolve(kind))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void names(@Nullable Object node, String place, List<String> faults) {
        if (node instanceof MutableJson.Obj object) {
            Set<String> properties = new HashSet<>();
            if (member(object, "properties").orElse(null) instanceof MutableJson.Obj known) {
                known.forEach(property -> properties.add(property.getKey()));
            }
            Set<Object> required = strings(object, "required");
            Set<Object> ordering = strings(object, "propertyOrdering");
            if (allRequired && !required.equals(properties)) {
                faults.add(place + ": required is " + required + ", the properties are " + properties);
            }
            if (!properties.containsAll(required) || !properties.containsAll(ordering)) {
                faults.add(place + ": " + required + " and " + ordering + " are not all among " + properties);
            }
            for (Map.Entry<String, @Nullable Object> entry : object) {
                names(entry.getValue(), place + "/" + entry.getKey(), faults);
            }
        } else if (node instanceof List<?> elements) {
            elements.forEach(element -> names(element, place, faults));
        }
    }

    private static Set<Object> strings(MutableJson.Obj object, String name) {
        return member(object, name)
                .map(list -> list instanceof List<?> strings ? new HashSet<Object>(strings) : new HashSet<>())
                .orElse(new HashSet<>());
    }

    private static Optional<Object> member(MutableJson.Obj object, String name) {
        return object.stream()
                .filter(entry -> entry.getKey().equals(name))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
