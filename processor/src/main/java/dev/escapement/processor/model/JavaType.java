package dev.escapement.processor.model;

import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param names its simple names, the outermost class first
 */
public record JavaType(String packageName, List<String> names) {
    public JavaType {
        names = List.copyOf(names);
    }

    /** Returns the name without the package and the enclosing classes. */
    public String simpleName() {
        return names.get(names.size() - 1);
    }

    /** Returns the name of the top-level class that contains the class, or the class itself. */
    public JavaType outermost() {
        return new JavaType(packageName, names.subList(0, 1));
    }

    /** Returns the name as written in an import. */
    public String qualifiedName() {
        String joined = String.join(".", names);
        return packageName.isEmpty() ? joined : packageName + "." + joined;
    }

    /**
     * Returns the name of the class that is generated for this class in the same package. For example, the name for
     * {@code Outer.Inner} with the suffix {@code Spec} is {@code Outer_InnerSpec}.
     */
    public JavaType generated(String suffix) {
        return new JavaType(packageName, List.of(String.join("_", names) + suffix));
    }
}
