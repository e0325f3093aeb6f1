package dev.escapement.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A search for the users of types in class files. Only the sources of these classes can have errors after a change of the
 * types: a switch, an implementation and a call all refer to the type of their operand.
 */
public final class TypeUsers {

    private TypeUsers() {}

    /**
     * Returns the sources whose classes refer to at least one of the types, and the sources of the types themselves.
     *
     * @param classes the folder of the class files
     * @param types the binary names of top-level types, with slashes
     * @return the paths of the sources relative to the folder of sources, with slashes
     * @throws IOException if a class file cannot be read
     */
    public static Set<String> sources(Path classes, Collection<String> types) throws IOException {
        Set<String> sources = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (types.stream().anyMatch(type -> refersTo(constants, type))) {
                    String name = classes.relativize(file).toString().replace('\\', '/');
                    sources.add(name.replaceFirst("(\\$[^/]*)?\\.class$", ".java"));
                }
            }
        }
        return sources;
    }

    private static boolean refersTo(String constants, String type) {
        for (int at = constants.indexOf(type); at >= 0; at = constants.indexOf(type, at + 1)) {
            int end = at + type.length();
            char next = end == constants.length() ? ' ' : constants.charAt(end);
            if (next == '$' || !Character.isJavaIdentifierPart(next) || Character.isIdentifierIgnorable(next)) {
                return true;
            }
        }
        return false;
    }
}
