package dev.escapement.processor.classfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An annotation in a class file. Its values are strings, wrappers of primitives, {@link EnumConstant},
 * {@link ClassName}, nested annotations, and lists of these.
 *
 * @param type the annotation type
 * @param values the values that the annotation sets, by element name
 */
public record AnnotationData(ClassName type, Map<String, Object> values) {
    public AnnotationData {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The name of a type in a class file.
     *
     * @param descriptor its descriptor, such as {@code Ljava/util/Map$Entry;}
     */
    public record ClassName(String descriptor) {

        /** Returns the binary name of a class, such as {@code java.util.Map$Entry}. */
        public String binaryName() {
            return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        }
    }

    /**
     * An enum constant.
     *
     * @param type the enum
     * @param name the name of the constant
     */
    public record EnumConstant(ClassName type, String name) {}
}
