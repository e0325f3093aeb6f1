package dev.escapement.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The facts of a class file for a call graph: its supertypes, its fields, and the references of each method. */
final class ClassFacts extends ClassVisitor {

    /** The kind of a reference. */
    enum Kind {
        CALLS,
        CREATES,
        READS,
        WRITES
    }

    /**
     * A reference of a method to a class or member.
     *
     * @param kind the kind of the reference
     * @param owner the referenced class, as in Java source
     * @param name the referenced method or field; empty for {@link Kind#CREATES}
     * @param descriptor its descriptor; empty for {@link Kind#CREATES}
     * @param isStatic whether the reference initializes the class
     */
    record Touch(Kind kind, String owner, String name, String descriptor, boolean isStatic) {

        String member() {
            return name + descriptor;
        }
    }

    /** A field; synthetic ones are the constants of an enum and the tables of a switch. */
    record Field(String descriptor, boolean isStatic, boolean isFinal, boolean isJavacs) {}

    /** A method: whether an override can receive its calls, and its references. */
    record Method(boolean isAbstract, boolean isStatic, List<Touch> touches) {}

    private String name = "";
    private final List<String> supertypes = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Method> methods = new LinkedHashMap<>();

    ClassFacts() {
        super(Opcodes.ASM9);
    }

    String name() {
        return name;
    }

    /** Returns the superclass, then the interfaces. */
    List<String> supertypes() {
        return supertypes;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** Returns the methods by name and descriptor. */
    Map<String, Method> methods() {
        return methods;
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    @Override
    public void visit(int version, int access, String internal, String signature, String parent, String[] interfaces) {
        name = dotted(internal);
        supertypes.add(dotted(parent));
        for (String type : interfaces) {
            supertypes.add(dotted(type));
        }
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        fields.put(
                field,
                new Field(
                        descriptor,
                        isSet(access, Opcodes.ACC_STATIC),
                        isSet(access, Opcodes.ACC_FINAL),
                        isSet(access, Opcodes.ACC_SYNTHETIC)));
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        List<Touch> touches = new ArrayList<>();
        methods.put(
                method + descriptor,
                new Method(isSet(access, Opcodes.ACC_ABSTRACT), isSet(access, Opcodes.ACC_STATIC), touches));
        return new Code(touches);
    }

    private static boolean isSet(int access, int flag) {
        return (access & flag) != 0;
    }

    private static final class Code extends MethodVisitor {

        private final List<Touch> touches;

        Code(List<Touch> touches) {
            super(Opcodes.ASM9);
            this.touches = touches;
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.NEW) {
                touches.add(new Touch(Kind.CREATES, dotted(type), "", "", true));
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
            boolean reads = opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD;
            touches.add(new Touch(reads ? Kind.READS : Kind.WRITES, dotted(owner), field, descriptor, isStatic));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean ofInterface) {
            calls(owner, method, descriptor, opcode == Opcodes.INVOKESTATIC);
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
        }

        /** Counts a lambda or a method reference as called where it is created. */
        private void constant(Object constant) {
            if (constant instanceof Handle handle) {
                if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
                    touches.add(new Touch(Kind.CREATES, dotted(handle.getOwner()), "", "", true));
                }
                if (handle.getDesc().startsWith("(")) {
                    calls(
                            handle.getOwner(),
                            handle.getName(),
                            handle.getDesc(),
                            handle.getTag() == Opcodes.H_INVOKESTATIC);
                }
            } else if (constant instanceof ConstantDynamic dynamic) {
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void calls(String owner, String method, String descriptor, boolean isStatic) {
            Type type = Type.getObjectType(owner);
            if (type.getSort() == Type.OBJECT) { // the clone method of an array belongs to the array type
                touches.add(new Touch(Kind.CALLS, type.getClassName(), method, descriptor, isStatic));
            }
        }
    }
}
