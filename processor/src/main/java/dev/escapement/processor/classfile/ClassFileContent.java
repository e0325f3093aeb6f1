package dev.escapement.processor.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/**
 * The parts of a class file that some compilers do not report: the annotations on the types of methods and of the
 * components of a record, and the order of methods and of the constants of an enum. Compilers write the annotations to the component
 * and to its field; an annotation on either counts.
 */
public final class ClassFileContent {

    private static final int API = Opcodes.ASM9;

    private static final int MAJOR_VERSION_OFFSET = 6;

    /** The version of Java 17. The attributes that matter here have not changed since then. */
    private static final int READABLE_VERSION = Opcodes.V17;

    private final Map<String, List<TypeAnnotation>> annotations = new LinkedHashMap<>();

    private final List<String> constants = new ArrayList<>();

    private final List<String> methods = new ArrayList<>();

    private ClassFileContent() {}

    /**
     * Reads a class file.
     *
     * @throws RuntimeException if the bytes are not a class file
     */
    public static ClassFileContent read(byte[] bytes) {
        ClassFileContent read = new ClassFileContent();
        new ClassReader(readable(bytes))
                .accept(read.new Reader(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return read;
    }

    /** Returns the annotations on the type of a component. */
    public List<TypeAnnotation> ofComponent(String name) {
        return List.copyOf(annotations.getOrDefault(name, List.of()));
    }

    /** Returns the annotations on the result of the method with a name and a descriptor. */
    public List<TypeAnnotation> ofResult(String name, String descriptor) {
        return ofComponent(result(name, descriptor));
    }

    /** Returns the annotations on the type of a parameter of the method with a name and a descriptor. */
    public List<TypeAnnotation> ofParameter(String name, String descriptor, int index) {
        return ofComponent(result(name, descriptor) + index);
    }

    private static String result(String method, String descriptor) {
        return method + descriptor; // not a name of a component
    }

    /** Returns the names of the constants of an enum in declaration order. */
    public List<String> constants() {
        return List.copyOf(constants);
    }

    /** Returns the position of the method with a name and a descriptor, in declaration order. */
    public int positionOf(String method, String descriptor) {
        return methods.indexOf(result(method, descriptor));
    }

    /** Returns a class file with a version that ASM accepts, because newer compilers may write newer versions. */
    private static byte[] readable(byte[] bytes) {
        int version = (bytes[MAJOR_VERSION_OFFSET] & 0xff) << Byte.SIZE | (bytes[MAJOR_VERSION_OFFSET + 1] & 0xff);
        if (version <= READABLE_VERSION) {
            return bytes;
        }
        byte[] copy = bytes.clone();
        copy[MAJOR_VERSION_OFFSET] = 0;
        copy[MAJOR_VERSION_OFFSET + 1] = (byte) READABLE_VERSION;
        return copy;
    }

    private AnnotationVisitor collector(String component, @Nullable TypePath path, String descriptor) {
        return new AnnotationReader(
                descriptor,
                annotation -> annotations
                        .computeIfAbsent(component, key -> new ArrayList<>())
                        .add(new TypeAnnotation(path == null ? "" : path.toString(), annotation)));
    }

    private final class Reader extends ClassVisitor {

        private Reader() {
            super(API);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, @Nullable String signature) {
            return new RecordComponentVisitor(API) {
                @Override
                public AnnotationVisitor visitTypeAnnotation(
                        int typeRef, @Nullable TypePath typePath, String annotation, boolean visible) {
                    return collector(name, typePath, annotation);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            String result = result(name, descriptor);
            methods.add(result);
            return new MethodVisitor(API) {
                @Override
                public @Nullable AnnotationVisitor visitTypeAnnotation(
                        int typeRef, @Nullable TypePath typePath, String annotation, boolean visible) {
                    TypeReference part = new TypeReference(typeRef);
                    return switch (part.getSort()) {
                        case TypeReference.METHOD_RETURN -> collector(result, typePath, annotation);
                        case TypeReference.METHOD_FORMAL_PARAMETER ->
                            collector(result + part.getFormalParameterIndex(), typePath, annotation);
                        default -> null;
                    };
                }
            };
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            if ((access & Opcodes.ACC_ENUM) != 0) {
                constants.add(name);
            }
            if ((access & Opcodes.ACC_STATIC) != 0) {
                return null;
            }
            return new FieldVisitor(API) {
                @Override
                public AnnotationVisitor visitTypeAnnotation(
                        int typeRef, @Nullable TypePath typePath, String annotation, boolean visible) {
                    return collector(name, typePath, annotation);
                }
            };
        }
    }
}
