package dev.escapement.processor.classfile;

import dev.escapement.processor.classfile.AnnotationData.ClassName;
import dev.escapement.processor.classfile.AnnotationData.EnumConstant;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A visitor that collects the values of an annotation. */
final class AnnotationReader extends AnnotationVisitor {

    private final BiConsumer<@Nullable String, Object> values;
    private final Runnable end;

    AnnotationReader(String descriptor, Consumer<AnnotationData> annotations) {
        this(descriptor, annotations, new LinkedHashMap<>());
    }

    private AnnotationReader(String descriptor, Consumer<AnnotationData> annotations, Map<String, Object> read) {
        this(
                (name, value) -> read.put(String.valueOf(name), value),
                () -> annotations.accept(new AnnotationData(new ClassName(descriptor), read)));
    }

    private AnnotationReader(BiConsumer<@Nullable String, Object> values, Runnable end) {
        super(Opcodes.ASM9);
        this.values = values;
        this.end = end;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
        values.accept(name, converted(value));
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String constant) {
        values.accept(name, new EnumConstant(new ClassName(descriptor), constant));
    }

    @Override
    public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
        return new AnnotationReader(descriptor, nested -> values.accept(name, nested));
    }

    @Override
    public AnnotationVisitor visitArray(@Nullable String name) {
        List<Object> items = new ArrayList<>();
        return new AnnotationReader((none, item) -> items.add(item), () -> values.accept(name, List.copyOf(items)));
    }

    @Override
    public void visitEnd() {
        end.run();
    }

    /** Returns a value in one of the documented forms. ASM passes arrays of primitives as one value. */
    private static Object converted(Object value) {
        if (value instanceof Type type) {
            return new ClassName(type.getDescriptor());
        }
        if (!value.getClass().isArray()) {
            return value;
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            items.add(Array.get(value, i));
        }
        return List.copyOf(items);
    }
}
